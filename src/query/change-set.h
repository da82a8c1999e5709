/* What differs between two readings of the same sources, with both of them, and how much of it stands behind a figure. */
#pragma once

#include "changes.h"

G_BEGIN_DECLS

/**
 * NidaChangeSet:
 *
 * Immutable and counted, for any thread.
 *
 * @since: the moment of the earlier reading, microseconds since 1970
 * @changes: (element-type NidaChange): as nida_changes_find() has them
 * @counts: by NidaChangeKind
 */
typedef struct {
  NidaDataset     *earlier, *later;
  gint64           since;
  GArray          *changes;
  guint            counts[NIDA_CHANGE_VANISHED + 1];
  /*< private >*/
  guint8          *of_row;        /* of @later: NidaChangeKind + 1 */
  gatomicrefcount  ref_count;
} NidaChangeSet;

#define NIDA_TYPE_CHANGE_SET (nida_change_set_get_type ())
GType          nida_change_set_get_type   (void);

NidaChangeSet *nida_change_set_new        (NidaDataset *earlier, NidaDataset *later, gint64 since);
NidaChangeSet *nida_change_set_ref        (NidaChangeSet *self);
void           nida_change_set_unref      (NidaChangeSet *self);
/* Is @row of @shown, the later reading or that with rows appended, new or changed? */
gboolean       nida_change_set_find_row   (NidaChangeSet *self, NidaDataset *shown, guint row, NidaChangeKind *kind);
/* How many of @rows (guint) of @shown are new, and how many changed. */
void           nida_change_set_count_rows (NidaChangeSet *self, NidaDataset *shown, const GArray *rows, guint *n_new, guint *n_changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaChangeSet, nida_change_set_unref)

G_END_DECLS
