/* One step of work on a document: which items it made, changed or removed, what it is called, who did it and when. Undo is its
 * inverse; the history of an item is the changes that touched it; a version of yesterday is today's less those since. */
#pragma once

#include "item.h"

G_BEGIN_DECLS

/* @before NULL: the item was made; @after NULL: it was removed. */
typedef struct {
  NidaItem *before, *after;
} NidaEdit;

/**
 * NidaRevision:
 * @serial: grows by one with each revision of a file; 0 before it is in one
 * @name: "Add Pledge", as the source code has it: gettext translates it where it is shown
 * @who: the person's name
 * @at: microseconds since 1970
 * @undoes: the serial of the revision that it takes back, or 0
 * @edits: (element-type NidaEdit): in the order in which they were made; to be read, see nida_revision_append()
 */
typedef struct {
  gatomicrefcount ref_count;
  guint64         serial;
  char           *name, *who;
  gint64          at;
  guint64         undoes;
  GPtrArray      *edits;
  /*< private >*/
  GHashTable     *by_item;   /* the same, or NULL where they are few */
} NidaRevision;

NidaRevision   *nida_revision_new        (const char *name);
NidaRevision   *nida_revision_ref        (NidaRevision *self);
void            nida_revision_unref      (NidaRevision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaRevision, nida_revision_unref)

/* Before others know it. Of several edits of one item the first @before and the last @after stay; an edit that comes to
 * nothing goes. */
void            nida_revision_add        (NidaRevision *self, const NidaItem *before, const NidaItem *after);
/* The same as a file has it: @before and @after are taken, and nothing is joined. */
void            nida_revision_append     (NidaRevision *self, NidaItem *before, NidaItem *after);
/* The edit of an item, or NULL. */
const NidaEdit *nida_revision_find       (NidaRevision *self, NidaItemKind kind, const char *id);
gboolean        nida_revision_is_empty   (NidaRevision *self);
/* What takes @self back, as a revision of its own; of the same name. */
NidaRevision   *nida_revision_invert     (NidaRevision *self);
/* Which item an edit is of: the id and kind of either of both. */
const NidaItem *nida_edit_get_item     (const NidaEdit *edit);
gboolean        nida_revision_touches    (NidaRevision *self, NidaItemKind kind, const char *id);

G_END_DECLS
