/* Distinct texts, each kept once and numbered from 1 in the order they came: names of a dictionary, ids of rows. Texts
 * do not move while others are added. Private to the model. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *text;          /* ends with NUL */
  guint32     length;
} NidaPoolText;

typedef struct {
  guint32 hash;
  guint32 number;            /* 0: free */
} NidaPoolSlot;

typedef struct {
  NidaPoolText *texts;       /* texts[0] is "" */
  guint32       size;        /* the highest number */
  guint32       capacity;
  guint32       last;        /* found or added last: the next row often says the same */
  NidaPoolSlot *slots;       /* a power of two, at most half of them taken */
  guint32       n_slots;
  GPtrArray    *blocks;
  char         *block;
  gsize         block_free;
} NidaStringPool;

void        nida_string_pool_init   (NidaStringPool *self);
void        nida_string_pool_clear  (NidaStringPool *self);
/* The texts of @base, which must live longer, with their numbers, and what is added behind them. */
void        nida_string_pool_borrow (NidaStringPool *self, const NidaStringPool *base);
/* Add a text that is not looked for: it gets a number of its own, though another one may be equal. */
guint32     nida_string_pool_add    (NidaStringPool *self, const char *text, gsize length);
guint32     nida_string_pool_intern (NidaStringPool *self, const char *text, gsize length);
guint32     nida_string_pool_lookup (const NidaStringPool *self, const char *text, gsize length);
/* Free what only interning and looking up need. */
void        nida_string_pool_freeze (NidaStringPool *self);

static inline const char *
nida_string_pool_get (const NidaStringPool *self,
                      guint32               number)
{
  return number <= self->size && number > 0 ? self->texts[number].text : "";
}

G_END_DECLS
