/* An open hash of two-word keys that numbers them as they come. */
#include "interner.h"

static guint64
hash_key (guint64 a,
          guint64 b)
{
  guint64 hash = (a ^ (b + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  hash ^= hash >> 29;
  hash = (hash ^ b) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return hash ^ (hash >> 32);
}

/* The slot of the key, or the free one where it belongs. */
static guint32
probe (const NidaInterner *self,
       guint64             a,
       guint64             b)
{
  guint32 mask = self->n_slots - 1;
  guint32 at = hash_key (a, b) & mask;

  while (self->slots[at] != 0)
    {
      const NidaKey *key = &self->keys[self->slots[at] - 1];

      if (key->a == a && key->b == b)
        break;
      at = (at + 1) & mask;
    }
  return at;
}

static void
grow (NidaInterner *self)
{
  self->n_slots = self->n_slots == 0 ? 64 : self->n_slots * 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 i = 0; i < self->n_keys; i++)
    self->slots[probe (self, self->keys[i].a, self->keys[i].b)] = i + 1;
}

guint32
nida_interner_add (NidaInterner *self,
                   guint64       a,
                   guint64       b)
{
  guint32 at;

  if (self->n_keys >= self->n_slots / 2)
    grow (self);
  at = probe (self, a, b);
  if (self->slots[at] != 0)
    return self->slots[at] - 1;

  if (self->n_keys == self->keys_size)
    {
      self->keys_size = MAX (32, self->keys_size * 2);
      self->keys = g_renew (NidaKey, self->keys, self->keys_size);
    }
  self->keys[self->n_keys] = (NidaKey) { a, b };
  self->slots[at] = ++self->n_keys;
  return self->n_keys - 1;
}

guint32
nida_interner_find (const NidaInterner *self,
                    guint64             a,
                    guint64             b)
{
  guint32 number;

  if (self->n_slots == 0)
    return NIDA_INTERNER_NONE;
  number = self->slots[probe (self, a, b)];
  return number == 0 ? NIDA_INTERNER_NONE : number - 1;
}

void
nida_interner_copy (NidaInterner       *self,
                    const NidaInterner *other)
{
  *self = *other;
  self->keys_size = other->n_keys;
  self->keys = g_memdup2 (other->keys, other->n_keys * sizeof *other->keys);
  self->slots = g_memdup2 (other->slots, other->n_slots * sizeof *other->slots);
}

void
nida_interner_clear (NidaInterner *self)
{
  g_free (self->keys);
  g_free (self->slots);
  *self = (NidaInterner) { NULL };
}
