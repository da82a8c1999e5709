/* Descriptions, each an English and an Arabic text, kept in large blocks that are handed over without copying. Private to
 * the model. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GPtrArray *blocks;
  guint      n_borrowed;     /* the first blocks, which belong to another store that lives longer */
  guint      current;        /* the block that is being filled */
  gsize      used;
  gsize      size;
  guint64    last;           /* the place that was added last: the next row often says the same */
  gsize      last_lengths[2];
  gboolean   is_foreign;     /* holds what anybody may have written: a text is checked when it is asked for */
} NidaTextStore;

/* Where a text lies: block << 32 | position, plus one; 0 is "none". */
typedef guint64 NidaTextPlace;

void          nida_text_store_init   (NidaTextStore *self);
void          nida_text_store_clear  (NidaTextStore *self);
/* Texts of @base, which must live longer, and what is added behind them. */
void          nida_text_store_borrow (NidaTextStore *self, const NidaTextStore *base);
NidaTextPlace nida_text_store_add    (NidaTextStore *self, const char *english, gsize english_length,
                                      const char *arabic, gsize arabic_length);
/* Returns: the text, "" when that language has none. */
const char   *nida_text_store_get    (const NidaTextStore *self, NidaTextPlace place, gboolean arabic);
/* Take the texts in @block as the first ones, as nida_text_store_add() lays them out: their places are their positions, plus one.
 * FALSE, and nothing is taken, where a text would not end. */
gboolean      nida_text_store_take   (NidaTextStore *self, char *block, gsize size);
/* Take the blocks of @other. Returns what must be added to every place in it. */
NidaTextPlace nida_text_store_absorb (NidaTextStore *self, NidaTextStore *other);
/* No more will be added: give back what is unused. */
void          nida_text_store_freeze (NidaTextStore *self);

G_END_DECLS
