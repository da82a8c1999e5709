/* Lines that a person has drawn across the axis of values: goals, ceilings. Private to chart/. */
#pragma once

#include "recipe.h"
#include "scale.h"

G_BEGIN_DECLS

/* What an axis of @measure must hold to show them. */
void   nida_references_extend      (NidaRecipe *recipe, NidaMeasure measure, gint64 *min, gint64 *max);
/* Across columns that stand on the foot of @box; over the marks. */
void   nida_references_emit        (NidaRecipe *recipe, NidaMeasure measure, const NidaScale *y, NidaBox box);
/* Points that the names of upright lines take below bars that lie on their side; 0 where there are none. */
double nida_references_get_foot    (NidaRecipe *recipe, NidaMeasure measure);
/* Upright, from the top to the foot of @box, with their names below it. */
void   nida_references_emit_upright (NidaRecipe *recipe, NidaMeasure measure, const NidaScale *x, NidaBox box);
/* Sentences of the description about those that were drawn. */
void   nida_references_describe    (NidaRecipe *recipe);

G_END_DECLS
