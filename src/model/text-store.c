/* An arena of text pairs: English NUL Arabic NUL. */
#include "text-store.h"

#include <string.h>

#define BLOCK_SIZE (1024 * 1024)

void
nida_text_store_init (NidaTextStore *self)
{
  *self = (NidaTextStore) { .blocks = g_ptr_array_new () };
}

void
nida_text_store_borrow (NidaTextStore       *self,
                        const NidaTextStore *base)
{
  nida_text_store_clear (self);
  self->blocks = g_ptr_array_copy (base->blocks, NULL, NULL);
  self->n_borrowed = base->blocks->len;
  self->is_foreign = base->is_foreign;
}

void
nida_text_store_clear (NidaTextStore *self)
{
  for (guint i = self->n_borrowed; self->blocks != NULL && i < self->blocks->len; i++)
    g_free (self->blocks->pdata[i]);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  *self = (NidaTextStore) { 0 };
}

static char *
add_block (NidaTextStore *self,
           gsize          size)
{
  char *block = g_malloc (size);

  g_ptr_array_add (self->blocks, block);
  return block;
}

/* Is it what was added last? The parts of a flow, and the payments of a project, have one text. */
static gboolean
is_last (const NidaTextStore *self,
         const char          *english,
         gsize                english_length,
         const char          *arabic,
         gsize                arabic_length)
{
  return self->last != 0 && self->last_lengths[0] == english_length && self->last_lengths[1] == arabic_length
         && (english_length == 0 || memcmp (nida_text_store_get (self, self->last, FALSE), english, english_length) == 0)
         && (arabic_length == 0 || memcmp (nida_text_store_get (self, self->last, TRUE), arabic, arabic_length) == 0);
}

NidaTextPlace
nida_text_store_add (NidaTextStore *self,
                     const char    *english,
                     gsize          english_length,
                     const char    *arabic,
                     gsize          arabic_length)
{
  gsize length = english_length + arabic_length + 2;
  guint block = self->current;
  gsize position = self->used;
  char *record;

  if (is_last (self, english, english_length, arabic, arabic_length))
    return self->last;
  if (length > BLOCK_SIZE / 4)
    {
      block = self->blocks->len;
      position = 0;
      add_block (self, length);
    }
  else if (self->size - self->used < length)
    {
      block = self->current = self->blocks->len;
      position = 0;
      self->size = BLOCK_SIZE;
      self->used = length;
      add_block (self, BLOCK_SIZE);
    }
  else
    self->used += length;

  record = (char *) self->blocks->pdata[block] + position;
  if (english_length > 0)
    memcpy (record, english, english_length);
  record[english_length] = '\0';
  if (arabic_length > 0)
    memcpy (record + english_length + 1, arabic, arabic_length);
  record[length - 1] = '\0';
  self->last = ((guint64) block << 32 | position) + 1;
  self->last_lengths[0] = english_length;
  self->last_lengths[1] = arabic_length;
  return self->last;
}

gboolean
nida_text_store_take (NidaTextStore *self,
                      char          *block,
                      gsize          size)
{
  g_return_val_if_fail (self->blocks->len == 0, FALSE);

  if (size < 2 || size > G_MAXUINT32 || block[size - 1] != '\0' || block[size - 2] != '\0')
    return FALSE;
  g_ptr_array_add (self->blocks, block);
  self->is_foreign = TRUE;
  return TRUE;
}

const char *
nida_text_store_get (const NidaTextStore *self,
                     NidaTextPlace        place,
                     gboolean             arabic)
{
  const char *record;

  if (place == 0)
    return "";
  place--;
  record = (const char *) self->blocks->pdata[place >> 32] + (place & G_MAXUINT32);
  if (arabic)
    record += strlen (record) + 1;
  return self->is_foreign && !g_utf8_validate (record, -1, NULL) ? "\uFFFD" : record;
}

NidaTextPlace
nida_text_store_absorb (NidaTextStore *self,
                        NidaTextStore *other)
{
  guint n_blocks = self->blocks->len;

  g_ptr_array_extend_and_steal (self->blocks, g_steal_pointer (&other->blocks));
  self->is_foreign |= other->is_foreign;
  nida_text_store_init (other);
  return (guint64) n_blocks << 32;
}

void
nida_text_store_freeze (NidaTextStore *self)
{
  if (self->size == 0)
    return;
  self->blocks->pdata[self->current] = g_realloc (self->blocks->pdata[self->current], self->used);
  self->size = self->used;
}
