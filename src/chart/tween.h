/* Between two scenes: what both have moves, what one has alone comes or goes. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

typedef struct _NidaTween NidaTween;

/* Both must not change; they are kept. */
NidaTween *nida_tween_new  (NidaScene *from, NidaScene *to);
void       nida_tween_free (NidaTween *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaTween, nida_tween_free)

/* The picture at @progress from 0 to 1; transfer none, overwritten by the next call. It is painted only: marks are hit, moved
 * between and spoken in the scene that it leads to. */
NidaScene *nida_tween_at   (NidaTween *self, double progress);
/* Slow at both ends: the share of the way at a share of the time. */
double     nida_tween_ease (double time);

G_END_DECLS
