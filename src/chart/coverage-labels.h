/* The words beside a bar of coverage. Private to coverage.c. */
#pragma once

#include "coverage-rows.h"
#include "recipe.h"

G_BEGIN_DECLS

/**
 * NidaCoverageLabels:
 *
 * @recipe, @data: borrowed
 * @font: of names · @brief: names go without the year of the chart: "Sudan Plan 2026"
 */
typedef struct {
  NidaRecipe       *recipe;
  NidaCoverageRows *data;
  NidaFont          font;
  gboolean          brief;
} NidaCoverageLabels;

/* What the row of those that have no bar says, and how; who has it frees @words. */
typedef struct {
  char    *words;
  NidaFont font;
  guint    lines;
} NidaMoreLabel;

double  nida_coverage_words_width   (NidaCoverageLabels *self, const char *words, NidaFont font);    /* 0 of NULL */
/* 0 where it does not fit either. */
double  nida_coverage_percent_width (NidaCoverageLabels *self, const char *percent);
/* Where the words before @percent end, from the start of the plot. */
double  nida_coverage_value_end     (NidaCoverageLabels *self, const char *percent);
/* What @value and @percent at the end edge leave for a name. */
double  nida_coverage_label_room    (NidaCoverageLabels *self, const char *value, const char *percent);
/* The first of both that stands whole beside @percent and leaves room for a name, or NULL. Takes both; transfer full. */
char   *nida_coverage_whole_value   (NidaCoverageLabels *self, char *full, char *brief, const char *percent);

/* Of a row; transfer full. The share and the figures are NULL where there are none, or no room. */
char   *nida_coverage_row_value     (NidaCoverageLabels *self, const NidaCoverageRow *row, const char *percent);
char   *nida_coverage_row_percent   (NidaCoverageLabels *self, const NidaCoverageRow *row);
char   *nida_coverage_row_label     (NidaCoverageLabels *self, const NidaCoverageRow *row);
guint   nida_coverage_row_lines     (NidaCoverageLabels *self, const NidaCoverageRow *row);
double  nida_coverage_row_extra     (NidaCoverageLabels *self, const NidaCoverageRow *row);   /* of its second line, at scale 1 */

/* @shown: the rows that have a bar */
NidaMoreLabel nida_coverage_choose_more (NidaCoverageLabels *self, guint shown, gboolean may_wrap);
double        nida_coverage_more_extra  (NidaCoverageLabels *self, guint shown);              /* of its second line, at scale 1 */

G_END_DECLS
