/* One byte a row says what became of it, so that the rows behind each of a hundred marks are soon counted. */
#include "change-set.h"

G_DEFINE_BOXED_TYPE (NidaChangeSet, nida_change_set, nida_change_set_ref, nida_change_set_unref)

/**
 * nida_change_set_new:
 * @since: when @earlier was read, microseconds since 1970
 *
 * Returns: (transfer full): what differs, perhaps nothing
 */
NidaChangeSet *
nida_change_set_new (NidaDataset *earlier,
                     NidaDataset *later,
                     gint64       since)
{
  NidaChangeSet *self;

  g_return_val_if_fail (NIDA_IS_DATASET (earlier) && NIDA_IS_DATASET (later), NULL);

  self = g_new0 (NidaChangeSet, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->earlier = g_object_ref (earlier);
  self->later = g_object_ref (later);
  self->since = since;
  self->changes = nida_changes_find (earlier, later);
  self->of_row = g_new0 (guint8, nida_dataset_get_n_rows (later) + 1);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const NidaChange *change = &g_array_index (self->changes, NidaChange, i);

      self->counts[change->kind]++;
      if (change->new_row != G_MAXUINT)
        self->of_row[change->new_row] = (guint8) (change->kind + 1);
    }
  return self;
}

NidaChangeSet *
nida_change_set_ref (NidaChangeSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_change_set_unref (NidaChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->earlier);
  g_object_unref (self->later);
  g_array_unref (self->changes);
  g_free (self->of_row);
  g_free (self);
}

/* What was appended is nobody's change. */
static guint8
find (NidaChangeSet *self,
      NidaDataset   *shown,
      guint          row)
{
  guint own = nida_dataset_find_base_row (shown, self->later, row);

  return own != G_MAXUINT ? self->of_row[own] : 0;
}

gboolean
nida_change_set_find_row (NidaChangeSet  *self,
                          NidaDataset    *shown,
                          guint           row,
                          NidaChangeKind *kind)
{
  guint8 found = find (self, shown, row);

  if (found == 0)
    return FALSE;
  *kind = (NidaChangeKind) (found - 1);
  return TRUE;
}

void
nida_change_set_count_rows (NidaChangeSet *self,
                            NidaDataset   *shown,
                            const GArray  *rows,
                            guint         *n_new,
                            guint         *n_changed)
{
  guint n[NIDA_CHANGE_VANISHED + 2] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    n[find (self, shown, g_array_index (rows, guint, i))]++;
  *n_new = n[NIDA_CHANGE_NEW + 1];
  *n_changed = n[NIDA_CHANGE_CHANGED + 1];
}
