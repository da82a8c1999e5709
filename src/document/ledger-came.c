/* Entries whose text is the same are passed over, so that only what was touched is looked at, row by row: of a pledge of which a
 * part is paid, that part came and what is still open is another figure, while the parts paid before are what they were. */
#include "config.h"

#include "ledger-came.h"

#include "ledger-held.h"

/* What of a row a picture may show. */
static const NidaField shown[] = {
  NIDA_FIELD_KIND, NIDA_FIELD_AMOUNT, NIDA_FIELD_CURRENCY, NIDA_FIELD_DATE, NIDA_FIELD_DATE_END, NIDA_FIELD_DONOR,
  NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY, NIDA_FIELD_EMERGENCY,
};

static char *
make_key (NidaDataset *dataset,
          guint        row)
{
  g_autofree char *id = nida_dataset_dup_id (dataset, row);
  GString *key = g_string_new (id);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = nida_dataset_dup_text (dataset, row, shown[i], FALSE);

      g_string_append_c (key, '\n');
      g_string_append (key, text);
    }
  return g_string_free (key, FALSE);
}

static const NidaLedgerRow *
find_entry (NidaLedger  *ledger,
            NidaDataset *dataset,
            guint        row)
{
  return ledger != NULL ? nida_ledger_find_of_row (ledger, dataset, row) : NULL;
}

/* Is the entry of @row one that @other has word for word? */
static gboolean
is_kept (NidaLedger  *ledger,
         NidaDataset *dataset,
         guint        row,
         NidaLedger  *other)
{
  const NidaLedgerRow *entry = find_entry (ledger, dataset, row), *twin;

  twin = entry != NULL && other != NULL ? nida_ledger_find (other, entry->id) : NULL;
  return twin != NULL && (twin == entry || g_str_equal (twin->text, entry->text));
}

/* The first of the rows behind all others that are of the ledger. */
static guint
find_first (NidaDataset *dataset)
{
  guint first = nida_dataset_get_n_rows (dataset), source = nida_ledger_find_source (dataset);

  while (first > 0 && nida_dataset_get_source (dataset, first - 1) == source)
    first--;
  return first;
}

GArray *
nida_ledger_find_came (NidaLedger  *before,
                       NidaDataset *earlier,
                       NidaLedger  *now,
                       NidaDataset *later)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *came = g_array_new (FALSE, FALSE, sizeof (guint));

  if (before == now)
    return came;
  for (guint row = find_first (earlier); row < nida_dataset_get_n_rows (earlier); row++)
    if (!is_kept (before, earlier, row, now))
      g_hash_table_add (known, make_key (earlier, row));
  for (guint row = find_first (later); row < nida_dataset_get_n_rows (later); row++)
    {
      g_autofree char *key = is_kept (now, later, row, before) ? NULL : make_key (later, row);

      if (key != NULL && !g_hash_table_contains (known, key))
        g_array_append_val (came, row);
    }
  return came;
}
