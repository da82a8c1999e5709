/* An export is what the ledger was: the ledger holds, and the rows of the export go. Of two documents the one whose entry was
 * changed last holds. What differs is told with both figures at the row that does not count. */
#include "ledger-held.h"

#include <string.h>

#define PREFIX NIDA_FAMILY_DESK ":"

typedef struct {
  GArray   *rows;               /* guint: of the base */
  guint     line;               /* of the ledger; 0: not taken yet */
  guint     first, n_rows;      /* of the ledger's own rows */
  gboolean  gives_way;
} Entry;

struct _NidaLedgerHeld
{
  NidaLedger  *ledger;
  NidaDataset *base;
  GHashTable  *entries;         /* id → Entry, of those that the base has rows of */
  GArray      *replaced;        /* NidaReplacedRow */
};

/* --- ids --- */

char *
nida_ledger_part_id (const char *id,
                     guint       part)
{
  return g_strdup_printf ("%s/%u", id, part);
}

char *
nida_ledger_part_of (const char *id,
                     guint      *part)
{
  const char *slash = strrchr (id, '/');
  guint64 number;

  if (slash == NULL || slash == id || !g_ascii_string_to_unsigned (slash + 1, 10, 1, G_MAXUINT, &number, NULL))
    return NULL;
  *part = (guint) number;
  return g_strndup (id, (gsize) (slash - id));
}

/* --- finding them --- */

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->rows);
  g_free (entry);
}

static void
add_row (NidaLedgerHeld *self,
         const char     *id,
         guint           row)
{
  Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->entries, g_strdup (id), entry);
    }
  g_array_append_val (entry->rows, row);
}

/* @id: as the data have it. */
static const NidaLedgerRow *
find_entry (NidaLedger *ledger,
            const char *id)
{
  g_autofree char *whole = NULL;
  const NidaLedgerRow *row;
  guint part;

  if (id == NULL || !g_str_has_prefix (id, PREFIX))
    return NULL;
  row = nida_ledger_find (ledger, id + strlen (PREFIX));
  whole = row == NULL ? nida_ledger_part_of (id + strlen (PREFIX), &part) : NULL;
  return whole != NULL ? nida_ledger_find (ledger, whole) : row;
}

const NidaLedgerRow *
nida_ledger_find_of_row (NidaLedger  *ledger,
                         NidaDataset *dataset,
                         guint        row)
{
  g_autofree char *id = nida_dataset_dup_id (dataset, row);

  return find_entry (ledger, id);
}

/* An export has nothing but entries, so that one row of a source tells. Returns: (element-type guint): rows of such sources */
static gpointer
find_exported (NidaDataset   *base,
               gconstpointer  data)
{
  enum { UNSEEN, DESK, OTHER };
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_sources = nida_report_get_n_sources (nida_dataset_get_report (base));
  g_autofree guint8 *kinds = g_new0 (guint8, n_sources + 1);

  for (guint row = 0; row < nida_dataset_get_n_rows (base); row++)
    {
      guint source = MIN (nida_dataset_get_source (base, row), n_sources);

      if (kinds[source] == UNSEEN)
        {
          g_autofree char *id = nida_dataset_dup_id (base, row);

          kinds[source] = id != NULL && g_str_has_prefix (id, PREFIX) ? DESK : OTHER;
        }
      if (kinds[source] == DESK)
        g_array_append_val (rows, row);
    }
  return rows;
}

NidaLedgerHeld *
nida_ledger_held_new (NidaLedger  *ledger,
                      NidaDataset *base)
{
  NidaLedgerHeld *self = g_new0 (NidaLedgerHeld, 1);
  const GArray *exported = nida_dataset_keep (base, "nida-exported-rows", find_exported, NULL, (GDestroyNotify) g_array_unref);

  self->ledger = nida_ledger_ref (ledger);
  self->base = g_object_ref (base);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->replaced = g_array_new (FALSE, FALSE, sizeof (NidaReplacedRow));
  for (guint i = 0; i < exported->len; i++)
    {
      guint row = g_array_index (exported, guint, i);
      g_autofree char *id = nida_dataset_dup_id (base, row);
      const NidaLedgerRow *entry = find_entry (ledger, id);

      if (entry != NULL)
        add_row (self, entry->id, row);
    }
  return self;
}

void
nida_ledger_held_free (NidaLedgerHeld *self)
{
  nida_ledger_unref (self->ledger);
  g_object_unref (self->base);
  g_hash_table_unref (self->entries);
  g_array_unref (self->replaced);
  g_free (self);
}

/* --- which holds --- */

static const NidaSourceInfo *
source_of (NidaLedgerHeld *self,
           guint           row)
{
  return nida_report_get_source (nida_dataset_get_report (self->base), nida_dataset_get_source (self->base, row));
}

/* Seconds since 1970 of the newest of the rows that another document has of the entry; G_MININT64 where they are an export's. */
static gint64
find_moment (NidaLedgerHeld *self,
             const Entry    *entry)
{
  gint64 newest = G_MININT64;

  for (guint i = 0; i < entry->rows->len; i++)
    {
      guint row = g_array_index (entry->rows, guint, i);

      if (g_strcmp0 (source_of (self, row)->uri, NIDA_LEDGER_URI) == 0)
        newest = MAX (newest, nida_dataset_get_updated_at (self->base, row));
    }
  return newest;
}

gboolean
nida_ledger_held_gives_way (NidaLedgerHeld      *self,
                            const NidaLedgerRow *row)
{
  Entry *entry = g_hash_table_lookup (self->entries, row->id);

  return entry == NULL || nida_entry_get_said_at (row->entry) / G_USEC_PER_SEC > find_moment (self, entry);
}

static int
compare_replaced (gconstpointer a,
                  gconstpointer b)
{
  const NidaReplacedRow *x = a, *y = b;

  return (x->base_row > y->base_row) - (x->base_row < y->base_row);
}

void
nida_ledger_held_replace (NidaLedgerHeld      *self,
                          const NidaLedgerRow *row,
                          guint                line,
                          guint                first,
                          guint                n_rows)
{
  Entry *entry = g_hash_table_lookup (self->entries, row->id);

  if (entry == NULL)
    return;
  entry->line = line;
  entry->first = first;
  entry->n_rows = n_rows;
  entry->gives_way = nida_ledger_held_gives_way (self, row);
  for (guint i = 0; entry->gives_way && i < entry->rows->len; i++)
    {
      NidaReplacedRow one = { g_array_index (entry->rows, guint, i), n_rows > 0 ? first + MIN (i, n_rows - 1) : G_MAXUINT };

      g_array_append_val (self->replaced, one);
    }
}

const GArray *
nida_ledger_held_get_replaced (NidaLedgerHeld *self)
{
  g_array_sort (self->replaced, compare_replaced);
  return self->replaced;
}

/* --- telling it --- */

static const NidaField told_fields[] = {
  NIDA_FIELD_AMOUNT, NIDA_FIELD_CURRENCY, NIDA_FIELD_KIND, NIDA_FIELD_DATE, NIDA_FIELD_DATE_END, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT,
  NIDA_FIELD_CATEGORY, NIDA_FIELD_APPEAL, NIDA_FIELD_COUNTRY, NIDA_FIELD_PARTNER, NIDA_FIELD_EMERGENCY, NIDA_FIELD_DESCRIPTION,
};

/* Nothing is open of what was paid in parts: an export has a row that says so, the ledger none. */
static gboolean
is_nothing (NidaDataset *dataset,
            guint        row,
            guint        n_rows)
{
  return n_rows > 1 && nida_dataset_get_amount (dataset, row) == 0;
}

/* A name that is known by its Arabic label only, as an export of a ledger without the public data has it, is that name. */
static char *
dup_text (NidaDataset *dataset,
          guint        row,
          NidaField    field,
          NidaDataset *names)
{
  char *text = nida_dataset_dup_text (dataset, row, field, FALSE);
  NidaDictionary *dictionary = field < NIDA_N_CODE_FIELDS ? nida_dataset_get_dictionary (names, field) : NULL;
  guint32 code = dictionary != NULL && *text != '\0' ? nida_dictionary_find_labelled (dictionary, text) : 0;

  if (code == 0)
    return text;
  g_free (text);
  return g_strdup (nida_dictionary_get_name (dictionary, code));
}

/* "7000 pledge + 3000 paid": of each row what it says of @field, of an amount also its kind. */
static char *
say_rows (NidaDataset *dataset,
          const guint *rows,
          guint        n_rows,
          NidaField    field,
          NidaDataset *names)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = dup_text (dataset, rows[i], field, names);
      g_autofree char *kind = field == NIDA_FIELD_AMOUNT ? nida_dataset_dup_text (dataset, rows[i], NIDA_FIELD_KIND, FALSE) : NULL;

      if (!is_nothing (dataset, rows[i], n_rows))
        g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? " + " : "", text, kind != NULL ? " " : "",
                                kind != NULL ? kind : "");
    }
  return g_string_free (words, FALSE);
}

static guint *
own_rows (NidaLedgerHeld *self,
          const Entry    *entry)
{
  guint before = nida_dataset_get_n_rows (self->base) - self->replaced->len;
  guint *rows = g_new0 (guint, entry->n_rows + 1);

  for (guint i = 0; i < entry->n_rows; i++)
    rows[i] = before + entry->first + i;
  return rows;
}

/* Of two places of the entry the one that does not count says what the other has. */
static void
tell_conflict (NidaLedgerHeld *self,
               NidaDataset    *dataset,
               const Entry    *entry,
               NidaField       field,
               const char     *found,
               const char     *kept)
{
  guint row = g_array_index (entry->rows, guint, 0), ledger = nida_ledger_find_source (dataset);
  guint source = nida_dataset_get_source (self->base, row), line = nida_dataset_get_source_row (self->base, row);
  NidaProblem problem = {
    .kind = NIDA_PROBLEM_CONFLICT, .column = (char *) nida_field_get_name (field), .count = 1,
    .source = entry->gives_way ? source : ledger, .line = entry->gives_way ? line : entry->line,
    .source2 = entry->gives_way ? ledger : source, .line2 = entry->gives_way ? entry->line : line,
    .found = (char *) (entry->gives_way ? found : kept), .kept = (char *) (entry->gives_way ? kept : found),
    .rule = g_strcmp0 (source_of (self, row)->uri, NIDA_LEDGER_URI) == 0 ? NIDA_CONFLICT_NEWER : NIDA_CONFLICT_LEDGER,
  };

  nida_report_add_problem (nida_dataset_get_report (dataset), &problem);
}

/* The first field in which they differ; FALSE where they are the same. @rows: the ledger's, of @own. */
static gboolean
tell_difference (NidaLedgerHeld *self,
                 NidaDataset    *dataset,
                 const Entry    *entry,
                 NidaDataset    *own,
                 const guint    *rows,
                 guint           n_rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (told_fields); i++)
    {
      g_autofree char *found = say_rows (self->base, (const guint *) (gpointer) entry->rows->data, entry->rows->len, told_fields[i],
                                         dataset);
      g_autofree char *kept = n_rows > 0 ? say_rows (own, rows, n_rows, told_fields[i], dataset) : g_strdup ("cancelled");

      if (g_str_equal (found, kept))
        continue;
      tell_conflict (self, dataset, entry, told_fields[i], found, kept);
      return TRUE;
    }
  return FALSE;
}

/* Its rows are no rows of their source any more. */
static void
tell_gone (NidaLedgerHeld *self,
           NidaDataset    *dataset,
           const Entry    *entry)
{
  g_autofree guint *rows = own_rows (self, entry);
  gboolean differs = tell_difference (self, dataset, entry, dataset, rows, entry->n_rows);
  NidaReport *report = nida_dataset_get_report (dataset);

  for (guint i = 0; i < entry->rows->len; i++)
    {
      guint row = g_array_index (entry->rows, guint, i), source = nida_dataset_get_source (self->base, row);
      NidaSourceInfo *info = nida_report_get_source (report, source);

      info->rows_kept -= MIN (info->rows_kept, 1);
      info->rows_merged++;
      if (!differs)
        nida_report_add (report, NIDA_PROBLEM_MERGED, source, nida_dataset_get_source_row (self->base, row), NULL, NULL, 0);
    }
}

/* @alone: the ledger as if nothing else were there. */
static void
tell_left (NidaLedgerHeld *self,
           NidaDataset    *dataset,
           NidaLedgerHeld *alone,
           const char     *id,
           const Entry    *entry)
{
  const Entry *own = g_hash_table_lookup (alone->entries, id);

  if (!tell_difference (self, dataset, entry, alone->base, own != NULL ? (const guint *) (gpointer) own->rows->data : NULL,
                        own != NULL ? own->rows->len : 0))
    nida_report_add (nida_dataset_get_report (dataset), NIDA_PROBLEM_MERGED, nida_ledger_find_source (dataset), entry->line, NULL, NULL, 0);
}

static NidaLedgerHeld *
new_alone (NidaLedgerHeld *self,
           NidaAliases    *aliases)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_ledger_build (self->ledger, self->base, aliases);
  g_autoptr (NidaDataset) dataset = nida_dataset_builder_end (builder);

  return nida_ledger_held_new (self->ledger, dataset);
}

void
nida_ledger_held_tell (NidaLedgerHeld *self,
                       NidaDataset    *dataset,
                       NidaAliases    *aliases)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  g_autoptr (NidaLedgerHeld) alone = NULL;
  guint index = nida_ledger_find_source (dataset);
  NidaSourceInfo *info = index != G_MAXUINT ? nida_report_get_source (report, index) : NULL;

  for (guint i = 0; i < nida_ledger_get_n (self->ledger) && g_hash_table_size (self->entries) > 0; i++)
    {
      const char *id = nida_ledger_get (self->ledger, i)->id;
      const Entry *entry = g_hash_table_lookup (self->entries, id);

      if (entry == NULL || entry->line == 0)
        continue;
      if (entry->gives_way)
        {
          tell_gone (self, dataset, entry);
          continue;
        }
      if (alone == NULL)
        alone = new_alone (self, aliases);
      tell_left (self, dataset, alone, id, entry);
    }
  if (info != NULL)
    info->rows_merged = info->rows_read - info->rows_kept - info->rows_refused - info->rows_empty;
  nida_report_get_n_problems (report);
}
