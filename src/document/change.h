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
 * NidaChange:
 * @serial: grows by one with each change of a file; 0 before it is in one
 * @name: "Add Pledge", as the source code has it: gettext translates it where it is shown
 * @who: the person's name
 * @at: microseconds since 1970
 * @undoes: the serial of the change that it takes back, or 0
 * @edits: (element-type NidaEdit): in the order in which they were made
 */
typedef struct {
  gatomicrefcount ref_count;
  guint64         serial;
  char           *name, *who;
  gint64          at;
  guint64         undoes;
  GPtrArray      *edits;
} NidaChange;

NidaChange     *nida_change_new        (const char *name);
NidaChange     *nida_change_ref        (NidaChange *self);
void            nida_change_unref      (NidaChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaChange, nida_change_unref)

/* Before others know it. Of several edits of one item the first @before and the last @after stay; an edit that comes to
 * nothing goes. */
void            nida_change_add        (NidaChange *self, const NidaItem *before, const NidaItem *after);
gboolean        nida_change_is_empty   (NidaChange *self);
/* What takes @self back, as a change of its own; of the same name. */
NidaChange     *nida_change_invert     (NidaChange *self);
/* Which item an edit is of: the id and kind of either of both. */
const NidaItem *nida_edit_get_item     (const NidaEdit *edit);
gboolean        nida_change_touches    (NidaChange *self, NidaItemKind kind, const char *id);

G_END_DECLS
