/* All items of a document as they are now, by kind and place. */
#pragma once

#include "revision.h"

G_BEGIN_DECLS

typedef struct _NidaItems NidaItems;

NidaItems      *nida_items_new    (void);
NidaItems      *nida_items_copy   (NidaItems *self);
void            nida_items_free   (NidaItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaItems, nida_items_free)

gboolean        nida_items_equal  (NidaItems *a, NidaItems *b);
const NidaItem *nida_items_find   (NidaItems *self, NidaItemKind kind, const char *id);   /* or NULL */
guint           nida_items_get_n  (NidaItems *self, NidaItemKind kind);
/* The one at @index, by place. */
const NidaItem *nida_items_get    (NidaItems *self, NidaItemKind kind, guint index);
/* Take @item (transfer full) instead of the one of its kind and id, if there is one. */
void            nida_items_put    (NidaItems *self, NidaItem *item);
void            nida_items_remove (NidaItems *self, NidaItemKind kind, const char *id);
void            nida_items_apply  (NidaItems *self, NidaRevision *revision);

G_END_DECLS
