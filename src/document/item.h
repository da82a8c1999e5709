/* What a document consists of: items. An item has a kind, an id that is one of its kind, a place among those of its kind, and a
 * text that only the files of its kind read and write. One mechanism keeps, undoes, dates and merges them all. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names in a file are in items.c: a kind may be added, none may be renamed. */
typedef enum {
  NIDA_ITEM_SETTING,     /* id: what it is ("title", "title-ar", "language", …), text: its value */
  NIDA_ITEM_SOURCE,      /* an input, where it was read from and which bytes are held of it */
  NIDA_ITEM_LAYOUT,      /* how a table of somebody's own is read */
  NIDA_ITEM_ALIAS,       /* names that are one */
  NIDA_ITEM_RATE,        /* the desk's own exchange rates */
  NIDA_ITEM_BOARD,       /* a title, what is chosen to be seen, and its cards and charts */
  NIDA_ITEM_SELECTION,   /* a brush with a name */
  NIDA_ITEM_SLIDE,       /* of the presentation */
  NIDA_ITEM_ENTRY,       /* a row of the ledger */
  NIDA_N_ITEM_KINDS,
} NidaItemKind;

/**
 * NidaItem:
 * @id: one among those of its kind; UTF-8
 * @place: items of a kind stand by it, then by @id
 * @text: as the kind writes it; UTF-8, never %NULL
 */
typedef struct {
  NidaItemKind kind;
  char        *id;
  gint64       place;
  char        *text;
} NidaItem;

NidaItem   *nida_item_new       (NidaItemKind kind, const char *id, gint64 place, const char *text);
NidaItem   *nida_item_copy      (const NidaItem *self);
void        nida_item_free      (NidaItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaItem, nida_item_free)

/* NULL, no item, is equal only to NULL. */
gboolean    nida_item_equal     (const NidaItem *a, const NidaItem *b);
/* "slide": as a file has it. */
const char *nida_item_kind_get_name  (NidaItemKind kind);
gboolean    nida_item_kind_from_name (const char *name, NidaItemKind *kind);

G_END_DECLS
