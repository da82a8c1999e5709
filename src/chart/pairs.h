/* Two dates of each name, for charts that compare them. Knows nothing of points. Private to chart/. */
#pragma once

#include "cross.h"

G_BEGIN_DECLS

/* @row: of the cross; @from, @to: its figures, of which one may be %NIDA_MONEY_NONE; @change: their difference, NONE
 * where it has none */
typedef struct {
  guint     row;
  NidaMoney from, to, change;
} NidaPair;

/**
 * NidaPairs:
 *
 * @first, @second: columns of @cross: the ends of the dates that are asked for, else the last two that hold a figure and are
 * whole. @left_out: a column that is not compared, because the data hold only its beginning, or G_MAXUINT. @dates: their words
 * @pairs: (element-type NidaPair): names with a figure at either, the largest first
 */
typedef struct {
  NidaCross *cross;
  guint      first, second, left_out;
  char      *dates[2];
  gboolean   comparable;       /* there are two dates */
  GArray    *pairs;
} NidaPairs;

NidaPairs *nida_pairs_new      (NidaRecipe *recipe);
void       nida_pairs_free     (NidaPairs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaPairs, nida_pairs_free)
const NidaPair *nida_pairs_get (const NidaPairs *self, guint index);
/* The @keep largest stay; by change, rises first, where @by_change. */
void       nida_pairs_keep     (NidaPairs *self, guint keep, gboolean by_change);
const char *nida_pairs_date    (const NidaPairs *self, gboolean second);        /* "2025", "2026, to 17 Apr" */
char      *nida_pairs_title    (const NidaPairs *self);
/* "Received by donor and by year, US$; 2025 and 2026, the 10 largest of 194 donors"; @most: how many may be drawn */
char      *nida_pairs_subtitle (const NidaPairs *self, guint most);
char      *nida_pairs_describe (const NidaPairs *self, const char *sentence);
char      *nida_pairs_note     (const NidaPairs *self);      /* what is not compared, or NULL */
NidaMark  *nida_pairs_mark     (const NidaPairs *self, guint index, gboolean second);
/* What stands in place of the marks where there are not two dates; NULL where there are. */
const char *nida_pairs_refusal (const NidaPairs *self);

G_END_DECLS
