/* The nodes of a scene by their keys. A scene of thousands of marks is laid out many times a second, and each of its keys is
 * looked up in it first, so the table reads a key once, eight letters at a time. Private to chart/. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

typedef struct { guint32 hash; NidaNode *node; } NidaSceneKey;

/* @slots: @size places, a power of two, of which @n are taken; those without a node are free */
typedef struct {
  NidaSceneKey *slots;
  guint         size;
  guint         n;
} NidaSceneKeys;

void       nida_scene_keys_clear (NidaSceneKeys *self);
/* Where the node of @key stands: %NULL there where no node has it, which the caller then puts there. Until the next call. */
NidaNode **nida_scene_keys_place (NidaSceneKeys *self, const char *key);
NidaNode  *nida_scene_keys_find  (const NidaSceneKeys *self, const char *key);

G_END_DECLS
