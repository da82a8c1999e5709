/* What is said where there is no figure: at a place in a chart, and in place of all marks. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* Is there something that has no amount in this currency? Then nobody may say that nothing is recorded. */
gboolean    nida_no_figure_is_unknown (const NidaCubeCell *cell, NidaMeasure measure);
/* Static: a sentence of a place without a figure, and the word of a legend. */
const char *nida_no_figure_words  (gboolean unknown);
const char *nida_no_figure_label  (gboolean unknown);
/* The same of a date. Transfer full. */
char       *nida_no_figure_of     (gboolean unknown, const char *date);
/* Static: why a chart has no marks. */
const char *nida_no_figure_reason (NidaRecipe *recipe);
/* The same of a chart over time. */
const char *nida_no_figure_dated_reason (NidaRecipe *recipe);

G_END_DECLS
