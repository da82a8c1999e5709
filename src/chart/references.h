/* Lines that a person has drawn across the axis of values: goals, ceilings. Private to chart/. */
#pragma once

#include "recipe.h"
#include "scale.h"

G_BEGIN_DECLS

/* What an axis of @measure must hold to show them. */
void   nida_references_extend      (NidaRecipe *recipe, NidaMeasure measure, gint64 *min, gint64 *max);
/* Across columns that stand on the foot of @box; over the marks. @at_end: the figures of the axis stand at the end edge, so that
 * the names stand at the start. */
void   nida_references_emit        (NidaRecipe *recipe, NidaMeasure measure, const NidaScale *y, NidaBox box, gboolean at_end);
/* Where line @index of the specification will stand then, and its name; FALSE where it is not shown. */
gboolean nida_references_locate    (NidaRecipe *recipe, NidaMeasure measure, guint index, const NidaScale *y, NidaBox box,
                                    gboolean at_end, double *line, NidaBox *words);
/* Points that the names of upright lines take below bars that lie on their side; 0 where there are none. */
double nida_references_get_foot    (NidaRecipe *recipe, NidaMeasure measure);
/* Upright, from the top to the foot of @box, with their names below it. */
void   nida_references_emit_upright (NidaRecipe *recipe, NidaMeasure measure, const NidaScale *x, NidaBox box);
/* Sentences of the description about those that were drawn. */
void   nida_references_describe    (NidaRecipe *recipe);

G_END_DECLS
