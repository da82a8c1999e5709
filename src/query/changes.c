/* Rows of two datasets are the same flow when their id agrees; a row without one, when all that names it agrees but its
 * amount and state. Of several rows of one key the first is held against the first, and so on. */
#include "changes.h"

/* What can change, the most telling first. */
static const NidaField compared[] = {
  NIDA_FIELD_KIND, NIDA_FIELD_AMOUNT_USD, NIDA_FIELD_AMOUNT, NIDA_FIELD_CURRENCY, NIDA_FIELD_DATE, NIDA_FIELD_DATE_END,
  NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY, NIDA_FIELD_EMERGENCY,
};

/* What names a row that has no id. */
static const NidaField naming[] = {
  NIDA_FIELD_LEVEL, NIDA_FIELD_DIRECTION, NIDA_FIELD_DATE, NIDA_FIELD_DATE_END, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT,
  NIDA_FIELD_APPEAL, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY, NIDA_FIELD_EMERGENCY, NIDA_FIELD_DESCRIPTION,
};

#define KINDS (NIDA_KINDS_MONEY | NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT) | NIDA_KIND_BIT (NIDA_KIND_REPORTED))

static gboolean
is_compared (NidaDataset *dataset,
             guint        row)
{
  return KINDS >> nida_dataset_get_kind (dataset, row) & 1;
}

/* A name as its source wrote it: that a person joined it with another changed no flow. */
static char *
dup_text (NidaDataset *dataset,
          guint        row,
          NidaField    field)
{
  const char *written = nida_dataset_get_written (dataset, row, field);

  return written != NULL ? g_strdup (written) : nida_dataset_dup_text (dataset, row, field, FALSE);
}

static char *
make_key (NidaDataset *dataset,
          guint        row)
{
  NidaKind kind = nida_dataset_get_kind (dataset, row);
  gboolean moves = (NIDA_KINDS_MONEY >> kind & 1) && nida_dataset_get_states_move (dataset, row);
  g_autofree char *id = nida_dataset_dup_id (dataset, row);
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%d\n", moves ? NIDA_KIND_NONE : kind);
  if (id != NULL && *id != '\0')
    g_string_append (key, id);
  else
    for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
      {
        g_autofree char *text = dup_text (dataset, row, naming[i]);

        g_string_append_printf (key, "\n%s", text);
      }
  return g_string_free (key, FALSE);
}

static void
free_rows (gpointer rows)
{
  g_queue_free (rows);
}

/* Key → GQueue of the rows that have it, in order. */
static GHashTable *
index_rows (NidaDataset *dataset)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_rows);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *key = NULL;
      GQueue *rows;

      if (!is_compared (dataset, row))
        continue;
      key = make_key (dataset, row);
      rows = g_hash_table_lookup (index, key);
      if (rows == NULL)
        {
          rows = g_queue_new ();
          g_hash_table_insert (index, g_steal_pointer (&key), rows);
        }
      g_queue_push_tail (rows, GUINT_TO_POINTER (row));
    }
  return index;
}

static NidaField
find_difference (NidaDataset *earlier,
                 guint        old_row,
                 NidaDataset *later,
                 guint        new_row)
{
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    {
      g_autofree char *a = dup_text (earlier, old_row, compared[i]);
      g_autofree char *b = dup_text (later, new_row, compared[i]);

      if (!g_str_equal (a, b))
        return compared[i];
    }
  return NIDA_FIELD_NONE;
}

/**
 * nida_changes_find:
 *
 * Returns: (transfer full) (element-type NidaChange): what differs
 */
GArray *
nida_changes_find (NidaDataset *earlier,
                   NidaDataset *later)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (NidaChange));
  g_autoptr (GHashTable) index = NULL;
  g_autofree gboolean *seen = NULL;

  g_return_val_if_fail (NIDA_IS_DATASET (earlier) && NIDA_IS_DATASET (later), changes);

  index = index_rows (earlier);
  seen = g_new0 (gboolean, nida_dataset_get_n_rows (earlier) + 1);
  for (guint row = 0; row < nida_dataset_get_n_rows (later); row++)
    {
      NidaChange change = { NIDA_CHANGE_NEW, G_MAXUINT, row, NIDA_FIELD_NONE };
      g_autofree char *key = is_compared (later, row) ? make_key (later, row) : NULL;
      GQueue *rows = key != NULL ? g_hash_table_lookup (index, key) : NULL;

      if (key == NULL)
        continue;
      if (rows != NULL && !g_queue_is_empty (rows))
        {
          change.kind = NIDA_CHANGE_CHANGED;
          change.old_row = GPOINTER_TO_UINT (g_queue_pop_head (rows));
          change.field = find_difference (earlier, change.old_row, later, row);
          seen[change.old_row] = TRUE;
        }
      if (change.kind == NIDA_CHANGE_NEW || change.field != NIDA_FIELD_NONE)
        g_array_append_val (changes, change);
    }
  for (guint row = 0; row < nida_dataset_get_n_rows (earlier); row++)
    {
      NidaChange change = { NIDA_CHANGE_VANISHED, row, G_MAXUINT, NIDA_FIELD_NONE };

      if (is_compared (earlier, row) && !seen[row])
        g_array_append_val (changes, change);
    }
  return changes;
}
