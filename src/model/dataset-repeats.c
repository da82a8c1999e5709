/* Numbering the rows of one id. The rows of one record stay together: a commitment and its payment get one number. */
#include "dataset-repeats.h"

#include <string.h>

/* A row of a source whose ids repeat. */
typedef struct {
  guint64 id;
  guint   source, line, row;
} Entry;

/* The rows of one record, from @first on. */
typedef struct {
  guint     first, n_entries;
  NidaMoney amounts[NIDA_N_KINDS];
} Record;

static gint64
get (const NidaTable *table,
     NidaColumnId     id,
     guint            row)
{
  return nida_columns_get (&table->columns, id, row);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  if (x->id != y->id)
    return x->id < y->id ? -1 : 1;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  const Record *x = a, *y = b;

  for (guint i = 0; i < G_N_ELEMENTS (x->amounts); i++)
    if (x->amounts[i] != y->amounts[i])
      return x->amounts[i] < y->amounts[i] ? -1 : 1;
  return (x->first > y->first) - (x->first < y->first);
}

static GArray *
list_entries (const NidaTable *table)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n_sources = nida_report_get_n_sources (table->report);

  for (guint row = 0; row < table->columns.n_rows; row++)
    {
      Entry entry = { get (table, NIDA_COLUMN_ID, row), get (table, NIDA_COLUMN_SOURCE_INDEX, row),
                      get (table, NIDA_COLUMN_LINE, row), row };

      if (entry.id & NIDA_ID_TEXT && entry.source < n_sources && nida_report_get_source (table->report, entry.source)->ids_repeat)
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static gboolean
any_repeats (const NidaTable *table)
{
  for (guint i = 0; i < nida_report_get_n_sources (table->report); i++)
    if (nida_report_get_source (table->report, i)->ids_repeat)
      return TRUE;
  return FALSE;
}

/* The records of the entries from @start to @end, which have one id, the smallest first. */
static GArray *
list_records (const NidaTable *table,
              const Entry     *entries,
              guint            start,
              guint            end)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (Record));

  for (guint i = start; i < end; )
    {
      Record record = { .first = i };

      for (guint kind = 0; kind < NIDA_N_KINDS; kind++)
        record.amounts[kind] = NIDA_MONEY_NONE;
      for (; i < end && entries[i].line == entries[record.first].line; i++, record.n_entries++)
        record.amounts[get (table, (NidaColumnId) NIDA_FIELD_KIND, entries[i].row)] = get (table, NIDA_COLUMN_AMOUNT, entries[i].row);
      g_array_append_val (records, record);
    }
  g_array_sort (records, compare_records);
  return records;
}

static void
number_records (NidaTable   *table,
                const Entry *entries,
                guint        start,
                guint        end)
{
  g_autoptr (GArray) records = list_records (table, entries, start, end);
  g_autofree char *base = g_strdup (nida_string_pool_get (&table->ids, entries[start].id & NIDA_ID_PAYLOAD));

  for (guint i = 1; i < records->len; i++)
    {
      const Record *record = &g_array_index (records, Record, i);
      g_autofree char *text = g_strdup_printf ("%s#%u", base, i + 1);
      guint64 id = nida_table_make_id (table, text, strlen (text));

      for (guint j = 0; j < record->n_entries; j++)
        nida_columns_set (&table->columns, NIDA_COLUMN_ID, entries[record->first + j].row, (gint64) id);
    }
}

void
nida_table_number_repeats (NidaTable *table)
{
  g_autoptr (GArray) entries = NULL;

  if (!any_repeats (table))
    return;
  entries = list_entries (table);
  for (guint start = 0, end; start < entries->len; start = end)
    {
      const Entry *entry = (const Entry *) entries->data;

      for (end = start + 1; end < entries->len && entry[end].id == entry[start].id && entry[end].source == entry[start].source; end++)
        continue;
      if (end - start > 1)
        number_records (table, entry, start, end);
    }
}
