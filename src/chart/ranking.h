/* The ranking as its words and its marks see it. Private to chart/. */
#pragma once

#include "describe.h"
#include "legend.h"

G_BEGIN_DECLS

typedef struct {
  NidaRecipe      *recipe;
  NidaMeasure      measure;
  NidaField        field;
  NidaNoun         noun;
  GPtrArray       *all;         /* every group, for words and the table */
  GPtrArray       *shown;       /* folded to what fits */
  NidaGroup       *pinned;      /* of @all, when it is not among @shown */
  const char      *pinned_name; /* the English name of the pinned one, wherever it stands, or NULL */
  NidaMoney        chosen;      /* sum of the chosen ones of @all, NIDA_MONEY_NONE where none is */
  gboolean         pin_absent;  /* a name is pinned that these data do not hold */
  gboolean         additive;    /* a share of requirements is not */
  NidaMoney        others;      /* their sum; in small charts the largest of all */
  gboolean         others_have_bar;
  double           pitch, rank_width, label_width, bar_start;
  NidaScale        x;
} NidaRanking;

char    *nida_ranking_title    (NidaRanking *self);
char    *nida_ranking_subtitle (NidaRanking *self);
char    *nida_ranking_note     (NidaRanking *self);
char    *nida_ranking_describe (NidaRanking *self);
/* Is what names no one, or several at once, so little that it joins the others? */
gboolean nida_ranking_joins_unnamed (NidaRanking *self);
NidaMark *nida_ranking_mark    (NidaRanking *self, const NidaGroup *group);
NidaLegendItem nida_ranking_style (NidaRanking *self, const NidaGroup *group);
/* The shown rows with their names over the bars. */
#define NIDA_RANKING_ABOVE_PITCH 29.0
void     nida_ranking_emit_above (NidaRanking *self);

G_END_DECLS
