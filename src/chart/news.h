/* Dots on the marks behind which flows are new or changed since an earlier reading, squares where the desk has entered some itself,
 * and what they mean; and which marks hold rows that have just come. One way for all kinds of charts: a recipe knows nothing of it.
 * Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* What the dots mean, in the rows above @bottom; draws nothing where nothing is new. Returns the new bottom. */
double nida_news_legend (NidaRecipe *recipe, double x, double bottom, double width);
/* A dot on each mark that is there, a line for its tooltip, a sentence for the description. */
void   nida_news_mark   (NidaRecipe *recipe);

G_END_DECLS
