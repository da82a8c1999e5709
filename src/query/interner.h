/* Small numbers for keys of two words: the n-th new key is n. For groups, dates, plans. Private to query/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 a, b;
} NidaKey;

/* Zeroed is empty. */
typedef struct {
  NidaKey *keys;          /* by number */
  guint32  n_keys;
  guint32  keys_size;
  guint32 *slots;         /* open addressing: number + 1, 0 is free */
  guint32  n_slots;       /* a power of two, or 0 */
} NidaInterner;

#define NIDA_INTERNER_NONE G_MAXUINT32

guint32 nida_interner_add   (NidaInterner *self, guint64 a, guint64 b);
guint32 nida_interner_find  (const NidaInterner *self, guint64 a, guint64 b);   /* NIDA_INTERNER_NONE when unknown */
void    nida_interner_copy  (NidaInterner *self, const NidaInterner *other);     /* @self is empty */
void    nida_interner_clear (NidaInterner *self);

G_END_DECLS
