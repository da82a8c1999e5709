/* A table of open places: a key stands at the place that its hash names, or at the next free one behind it. */
#include "config.h"

#include "scene-keys.h"

#include <string.h>

#define LEAST_SIZE 64
#define MIXER      G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
mix (guint64     hash,
     const char *letters,
     gsize       n)
{
  guint64 word = 0;

  memcpy (&word, letters, n);
  hash = (hash ^ word) * MIXER;
  return hash ^ hash >> 29;
}

static guint32
hash_key (const char *key)
{
  gsize length = strlen (key);
  guint64 hash = length;

  for (; length > sizeof hash; key += sizeof hash, length -= sizeof hash)
    hash = mix (hash, key, sizeof hash);
  hash = mix (hash, key, length);
  return (guint32) (hash ^ hash >> 32);
}

/* The place of @key, or the free one where it would stand: there always is one. */
static NidaSceneKey *
find_place (const NidaSceneKeys *self,
            const char          *key,
            guint32              hash)
{
  guint i = hash & (self->size - 1);

  while (self->slots[i].node != NULL && (self->slots[i].hash != hash || strcmp (self->slots[i].node->key, key) != 0))
    i = (i + 1) & (self->size - 1);
  return &self->slots[i];
}

static void
grow (NidaSceneKeys *self)
{
  NidaSceneKeys larger = { .size = MAX (2 * self->size, LEAST_SIZE), .n = self->n };

  larger.slots = g_new0 (NidaSceneKey, larger.size);
  for (guint i = 0; i < self->size; i++)
    if (self->slots[i].node != NULL)
      {
        guint place = self->slots[i].hash & (larger.size - 1);

        while (larger.slots[place].node != NULL)
          place = (place + 1) & (larger.size - 1);
        larger.slots[place] = self->slots[i];
      }
  g_free (self->slots);
  *self = larger;
}

void
nida_scene_keys_clear (NidaSceneKeys *self)
{
  g_free (self->slots);
  *self = (NidaSceneKeys) { 0 };
}

NidaNode **
nida_scene_keys_place (NidaSceneKeys *self,
                       const char    *key)
{
  guint32 hash = hash_key (key);
  NidaSceneKey *place;

  if (4 * (self->n + 1) > 3 * self->size)        /* some places stay free, so that the next free one is near */
    grow (self);
  place = find_place (self, key, hash);
  if (place->node == NULL)
    {
      place->hash = hash;
      self->n++;
    }
  return &place->node;
}

NidaNode *
nida_scene_keys_find (const NidaSceneKeys *self,
                      const char          *key)
{
  return self->size > 0 ? find_place (self, key, hash_key (key))->node : NULL;
}
