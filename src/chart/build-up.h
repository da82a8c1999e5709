/* A chart in steps, for a slide that is built up: made from its scene, so that nothing moves between them. */
#pragma once

#include "chart-spec.h"
#include "scene.h"

G_BEGIN_DECLS

/* In how many pictures the chart comes: at least 1. Coverage has three; what is split into series one for each. */
guint      nida_build_up_count   (NidaScene *scene, NidaChartKind kind);
/* Does the node stand at @step, of those that nida_build_up_count() counts? Words around the marks always do. */
gboolean   nida_build_up_has     (NidaScene *scene, NidaChartKind kind, guint step, const NidaNode *node);
/* The picture at @step; the last one and those after it are @scene itself; transfer full. */
NidaScene *nida_build_up_at      (NidaScene *scene, NidaChartKind kind, guint step);

G_END_DECLS
