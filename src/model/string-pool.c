/* An arena of texts with an open-addressing hash over it. This is the hot path of reading a file: five names a row. */
#include "string-pool.h"

#include <string.h>

#define BLOCK_SIZE     (64 * 1024)
#define FIRST_SLOTS    64
#define FIRST_CAPACITY 32

/* Odd constants of wyhash (Wang Yi, public domain). */
#define MIX_1 G_GUINT64_CONSTANT (0xa0761d6478bd642f)
#define MIX_2 G_GUINT64_CONSTANT (0xe7037ed1a0b428db)

static guint64
mix (guint64 a,
     guint64 b)
{
  unsigned __int128 product = (unsigned __int128) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

/* Differs from process to process, so that no file can be written to collide. */
static guint64
get_seed (void)
{
  static gsize seed;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, ((gsize) g_random_int () << 16) ^ g_random_int () ^ 1);
  return seed;
}

static inline guint64
load_word (const char *text)
{
  guint64 word;

  memcpy (&word, text, 8);
  return word;
}

/* Less than eight bytes as one word; with their number it is of no other text. */
static inline guint64
load_short (const char *text,
            gsize       length)
{
  guint32 first, last;

  if (length >= 4)
    {
      memcpy (&first, text, 4);
      memcpy (&last, text + length - 4, 4);
      return (guint64) first << 32 | last;
    }
  if (length == 0)
    return 0;
  return (guint64) (guint8) text[0] << 16 | (guint64) (guint8) text[length / 2] << 8 | (guint8) text[length - 1];
}

static guint32
hash_text (const char *text,
           gsize       length)
{
  guint64 hash = get_seed () ^ (length * MIX_2);

  if (length < 8)
    hash = mix (hash ^ load_short (text, length), MIX_2);
  else
    {
      for (gsize i = 0; i + 8 < length; i += 8)
        hash = mix (hash ^ load_word (text + i), MIX_1);
      /* the last eight bytes, which may overlap those before */
      hash = mix (hash ^ load_word (text + length - 8), MIX_2);
    }
  return (guint32) (hash ^ (hash >> 32));
}

/* Names are short: calling memcmp() would take longer than comparing. */
static inline gboolean
text_equal (const NidaPoolText *a,
            const char         *text,
            gsize               length)
{
  if (a->length != length)
    return FALSE;
  if (length < 8)
    return load_short (a->text, length) == load_short (text, length);
  for (gsize i = 0; i + 8 < length; i += 8)
    if (load_word (a->text + i) != load_word (text + i))
      return FALSE;
  return load_word (a->text + length - 8) == load_word (text + length - 8);
}

/* The slot that holds the text, or the free one where it belongs. */
static guint32
find_slot (const NidaStringPool *self,
           const char           *text,
           gsize                 length,
           guint32               hash)
{
  guint32 mask = self->n_slots - 1;
  guint32 slot = hash & mask;

  while (self->slots[slot].number != 0 &&
         !(self->slots[slot].hash == hash && text_equal (&self->texts[self->slots[slot].number], text, length)))
    slot = (slot + 1) & mask;
  return slot;
}

static void
grow_slots (NidaStringPool *self)
{
  guint32 n_old = self->n_slots;
  g_autofree NidaPoolSlot *old = g_steal_pointer (&self->slots);
  guint32 mask;

  self->n_slots = n_old == 0 ? FIRST_SLOTS : n_old * 2;
  self->slots = g_new0 (NidaPoolSlot, self->n_slots);
  mask = self->n_slots - 1;
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 slot = old[i].hash & mask;

      if (old[i].number == 0)
        continue;
      while (self->slots[slot].number != 0)
        slot = (slot + 1) & mask;
      self->slots[slot] = old[i];
    }
}

/* After a freeze the slots are made anew from the texts. */
static void
thaw (NidaStringPool *self)
{
  while (self->n_slots < FIRST_SLOTS || self->n_slots / 2 <= self->size)
    self->n_slots = MAX (self->n_slots * 2, FIRST_SLOTS);
  self->slots = g_new0 (NidaPoolSlot, self->n_slots);
  for (guint32 number = 1; number <= self->size; number++)
    {
      const NidaPoolText *text = &self->texts[number];
      guint32 hash = hash_text (text->text, text->length);

      self->slots[find_slot (self, text->text, text->length, hash)] = (NidaPoolSlot) { hash, number };
    }
}

static const char *
copy_text (NidaStringPool *self,
           const char     *text,
           gsize           length)
{
  char *copy;

  if (length + 1 > BLOCK_SIZE / 4)
    {
      copy = g_malloc (length + 1);
      g_ptr_array_add (self->blocks, copy);
    }
  else
    {
      if (self->block_free < length + 1)
        {
          self->block = g_malloc (BLOCK_SIZE);
          self->block_free = BLOCK_SIZE;
          g_ptr_array_add (self->blocks, self->block);
        }
      copy = self->block + BLOCK_SIZE - self->block_free;
      self->block_free -= length + 1;
    }
  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

static guint32
add_text (NidaStringPool *self,
          const char     *text,
          gsize           length)
{
  if (self->size + 1 >= self->capacity)
    {
      self->capacity = MAX (self->capacity * 2, FIRST_CAPACITY);
      self->texts = g_renew (NidaPoolText, self->texts, self->capacity);
      self->texts[0] = (NidaPoolText) { "", 0 };
    }
  self->texts[++self->size] = (NidaPoolText) { copy_text (self, text, length), (guint32) length };
  return self->size;
}

void
nida_string_pool_init (NidaStringPool *self)
{
  *self = (NidaStringPool) { .blocks = g_ptr_array_new_with_free_func (g_free) };
}

void
nida_string_pool_borrow (NidaStringPool       *self,
                         const NidaStringPool *base)
{
  nida_string_pool_clear (self);
  *self = *base;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->block = NULL;
  self->block_free = 0;
  self->texts = g_memdup2 (base->texts, base->capacity * sizeof *base->texts);
  self->slots = g_memdup2 (base->slots, base->n_slots * sizeof *base->slots);
}

guint32
nida_string_pool_add (NidaStringPool *self,
                      const char     *text,
                      gsize           length)
{
  g_return_val_if_fail (self->slots == NULL, 0);

  return add_text (self, text, length);
}

void
nida_string_pool_clear (NidaStringPool *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->slots, g_free);
  *self = (NidaStringPool) { 0 };
}

void
nida_string_pool_freeze (NidaStringPool *self)
{
  g_clear_pointer (&self->slots, g_free);
  self->n_slots = 0;
}

/* Returns: the number of @text, which is added if it is new. @text holds no NUL. */
guint32
nida_string_pool_intern (NidaStringPool *self,
                         const char     *text,
                         gsize           length)
{
  guint32 hash, slot;

  if (self->last != 0 && text_equal (&self->texts[self->last], text, length))
    return self->last;
  if (self->slots == NULL)
    thaw (self);
  else if (self->n_slots / 2 <= self->size)
    grow_slots (self);
  hash = hash_text (text, length);
  slot = find_slot (self, text, length, hash);
  if (self->slots[slot].number == 0)
    self->slots[slot] = (NidaPoolSlot) { hash, add_text (self, text, length) };
  return self->last = self->slots[slot].number;
}

/* Returns: the number of @text, or 0. */
guint32
nida_string_pool_lookup (const NidaStringPool *self,
                         const char           *text,
                         gsize                 length)
{
  if (self->slots == NULL)
    return 0;
  return self->slots[find_slot (self, text, length, hash_text (text, length))].number;
}
