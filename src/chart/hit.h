/* Which mark is at a point, and which a box touches. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* The topmost marked node within @slack points of (@x, @y), or NULL. */
const NidaNode *nida_scene_hit  (NidaScene *scene, double x, double y, double slack);
/* Does any of what is seen of @node lie in @box? Its own box says too much of a ribbon, a slanting line, a part of a ring. */
gboolean        nida_node_touches    (const NidaNode *node, NidaBox box);
/* Around what is seen of @node. */
NidaBox         nida_node_get_bounds (const NidaNode *node);
/* "Kuwait, Government of, $17.1M, 3 of 12": what is spoken of a mark. @state: more of it, or NULL. */
char           *nida_mark_words (NidaScene *scene, const NidaNode *node, const char *state);

G_END_DECLS
