/* One figure and what is worth knowing beside it: how many, against what, since when. Private to chart/. */
#pragma once

#include "describe.h"

G_BEGIN_DECLS

/* Cubes of a number, in the order in which nida_number_queries() asks. */
enum { NIDA_FIGURE_TOTAL, NIDA_FIGURE_YEARS, NIDA_FIGURE_WHO, NIDA_FIGURE_LAST_YEAR };

typedef struct { int year; gint64 value; } NidaYearValue;

/**
 * NidaFigure:
 *
 * @value: %NIDA_MONEY_NONE where no source says; @stated: @value was stated and @computed adds up the rows, or is NONE
 * @year: the one that is asked for, else 0
 * @years: (element-type NidaYearValue): the same measure by year, of all dates up to @year
 */
typedef struct {
  NidaRecipe    *recipe;
  NidaMeasure    measure;
  gint64         value;
  const NidaFact *stated;
  NidaMoney      computed;
  int            year;
  GArray        *years;
} NidaFigure;

void  nida_figure_init     (NidaFigure *self, NidaRecipe *recipe);
void  nida_figure_clear    (NidaFigure *self);
char *nida_figure_label    (NidaFigure *self);      /* "Requirements 2026" */
const char *nida_figure_due (NidaFigure *self);      /* "overdue": the only one that the card asks for; or NULL */
char *nida_figure_context  (NidaFigure *self, double width);      /* "31 appeals · 2025: $45.3B"; figure-context.c */
char *nida_figure_unrated  (NidaFigure *self, gboolean briefly);   /* "2 rows left out, no rate", or NULL; figure-context.c */
/* The number large, its unit small ("" for a count). A dash where there is none. */
void  nida_figure_words    (NidaFigure *self, char **number, char **unit);
char *nida_figure_exact    (NidaFigure *self);
/* For NidaNode.counts of its number; NULL where there is no figure. Transfer full. */
char       *nida_figure_counts (NidaFigure *self, const char *label);      /* number.c */
NidaMark *nida_figure_mark (NidaFigure *self);      /* number.c */
char *nida_figure_as_of    (NidaFigure *self);      /* "as of 17 Apr 2026", or NULL */

/* Shared with figure-context.c: an answer of the recipe or NULL; the total of one, or NIDA_MONEY_NONE; a year in words. */
NidaCube *nida_figure_cube     (NidaRecipe *recipe, guint index);
gint64    nida_figure_total_of (NidaCube *cube, NidaMeasure measure);
char     *nida_figure_year     (NidaFigure *self, int year);

G_END_DECLS
