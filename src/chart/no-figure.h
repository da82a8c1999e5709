/* What is said where there is no figure: at a place in a chart, and in place of all marks. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* Static: a sentence of a place without a figure, and the word of a legend. Where some group of @cube has only money without an
 * amount in this currency, nobody may say that nothing is recorded. */
const char *nida_no_figure_words  (NidaCube *cube, NidaMeasure measure);
const char *nida_no_figure_label  (NidaCube *cube, NidaMeasure measure);
/* The same of a date. Transfer full. */
char       *nida_no_figure_of     (NidaCube *cube, NidaMeasure measure, const char *date);
/* Static: why a chart has no marks. */
const char *nida_no_figure_reason (NidaRecipe *recipe);
/* The same of a chart over time. */
const char *nida_no_figure_dated_reason (NidaRecipe *recipe);

G_END_DECLS
