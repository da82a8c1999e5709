/* By what some questions, and these with more filters, can tell rows of money apart at all: two rows that agree in it are one to them.
 * Private to query/. */
#pragma once

#include "query.h"
#include "sheet.h"

G_BEGIN_DECLS

/* Days that dates are asked to lie in. */
typedef struct { gint32 first, last; } NidaDistinctSpan;

typedef struct {
  NidaSheet *sheet;        /* borrowed */
  guint      fiscal_start; /* 0: of no question yet */
  GArray    *of_all;       /* NidaGroupBy; a date has one for each step */
  GArray    *spans;        /* NidaDistinctSpan: of all money, whether it lies within, partly, or outside */
  GArray    *of_plans;     /* more of them, of money that a plan may have */
  GPtrArray *worths;       /* NidaValues: the currencies and prices that are asked for; borrowed */
  guint      kinds;        /* NIDA_KIND_BIT of the rows that are asked for one by one */
} NidaDistinctions;

void     nida_distinctions_init  (NidaDistinctions *self, NidaSheet *sheet);
void     nida_distinctions_clear (NidaDistinctions *self);
/* FALSE where @query asks for what only whole rows tell: how many flows there are, or their ids. */
gboolean nida_distinctions_take  (NidaDistinctions *self, NidaQuery *query);
/* More filters will be over @by; those over dates have whole periods of its step. */
void     nida_distinctions_narrow (NidaDistinctions *self, NidaGroupBy by);
/* What @other tells apart, too; both are of one sheet. */
void     nida_distinctions_join  (NidaDistinctions *self, const NidaDistinctions *other);
/* Does @self tell all money apart that @other does, but for that of plans? */
gboolean nida_distinctions_include (const NidaDistinctions *self, const NidaDistinctions *other);
/* Does @query tell no more rows apart? */
gboolean nida_distinctions_cover (const NidaDistinctions *self, NidaQuery *query);

G_END_DECLS
