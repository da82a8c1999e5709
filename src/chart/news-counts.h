/* How many of the rows behind the marks of a chart are new, have come, or are the desk's own. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

typedef struct _NidaNewsCounts NidaNewsCounts;

/* Of the marks that @recipe has drawn; its context has news. */
NidaNewsCounts *nida_news_counts_new  (NidaRecipe *recipe);
void            nida_news_counts_free (NidaNewsCounts *self);
void            nida_news_counts_get  (NidaNewsCounts *self, const NidaMark *mark, guint counts[NIDA_N_NEWS]);
/* The same for all marks that stand for the same; transfer full. */
char           *nida_news_dup_place   (const NidaMark *mark);

G_END_DECLS
