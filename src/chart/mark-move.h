/* Which mark comes next for the arrow keys. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

typedef enum { NIDA_MOVE_FIRST, NIDA_MOVE_LAST, NIDA_MOVE_NEXT, NIDA_MOVE_PREVIOUS, NIDA_MOVE_LEFT, NIDA_MOVE_RIGHT, NIDA_MOVE_UP, NIDA_MOVE_DOWN } NidaMove;

/* @from NULL starts at the first mark in reading order. Returns NULL when there is none. */
const NidaNode *nida_scene_move          (NidaScene *scene, const char *from, NidaMove move);
/* Next or previous: where an arrow leads along the order of the marks. */
NidaMove        nida_scene_move_in_order (NidaScene *scene, NidaMove move);

G_END_DECLS
