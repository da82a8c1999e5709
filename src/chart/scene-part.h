/* A scene that was set into another (nida_scene_builder_append_whole), known there by the prefix of its keys. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* What of @scene has keys that begin with @prefix, in its place and with the keys that it had before; transfer full. */
NidaScene *nida_scene_part      (NidaScene *scene, const char *prefix);
/* @scene with @part in the place of what it has of @prefix; where it has nothing of it, the same nodes. Transfer full. */
NidaScene *nida_scene_with_part (NidaScene *scene, const char *prefix, NidaScene *part);
/* The box around all nodes; its width is 0 where there are none. */
NidaBox    nida_scene_bounds    (NidaScene *scene);

G_END_DECLS
