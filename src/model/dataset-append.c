/* Appending: a few rows are put behind a dataset that stays what it is, in less time than a frame. Columns are copied, which is
 * fast; names, ids and texts are kept once and belong to the other dataset; a dictionary is copied only when it gets a name more.
 * The rows of the other keep their numbers, unless others stand in place of some of them, and its names their codes. */
#include "dataset-append.h"

#include "dataset-aliases.h"
#include "dataset-join.h"
#include "dataset-members.h"
#include "dataset-private.h"
#include "spellings.h"

#include <string.h>

void
nida_table_share (NidaTable   *table,
                  NidaDataset *base)
{
  const NidaTable *from = nida_dataset_get_table (base);

  memset (table, 0, sizeof *table);
  table->base = g_object_ref (G_OBJECT (base));
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    table->dictionaries[field] = g_object_ref (from->dictionaries[field]);
  table->rates = nida_rates_ref (from->rates);
  nida_string_pool_borrow (&table->ids, &from->ids);
  nida_text_store_borrow (&table->texts, &from->texts);
  table->merged = g_array_ref (from->merged);
  table->families = g_ptr_array_ref (from->families);
  table->wholes = g_array_ref (from->wholes);
  table->spellings = nida_spellings_new ();
  table->joined = g_array_ref (from->joined);
}

/* --- names --- */

static void
own_dictionary (NidaTable   *table,
                NidaDataset *base,
                NidaField    field)
{
  NidaDictionary *shared = nida_dataset_get_dictionary (base, field);

  if (table->dictionaries[field] != shared)
    return;
  table->dictionaries[field] = nida_dictionary_copy (shared);
  g_object_unref (shared);
}

static void
own_dictionaries (NidaTable   *table,
                  NidaDataset *base,
                  NidaTable   *more)
{
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    if (nida_dictionary_adds (table->dictionaries[field], more->dictionaries[field]))
      own_dictionary (table, base, field);
}

/* What was said of a name comes before the labels of rows that have it. */
static void
label_joined (NidaTable   *table,
              NidaDataset *base,
              NidaAliases *aliases)
{
  for (guint i = 0; i < table->joined->len; i++)
    {
      const NidaJoinedName *joined = &g_array_index (table->joined, NidaJoinedName, i);
      const char *arabic = nida_aliases_get_arabic (aliases, NIDA_ALIAS_ORGANISATION, joined->is);
      guint32 code = nida_dictionary_lookup (table->dictionaries[joined->field], joined->is, -1);

      if (arabic == NULL || g_strcmp0 (nida_dictionary_get_arabic (table->dictionaries[joined->field], code), arabic) == 0)
        continue;
      own_dictionary (table, base, joined->field);
      nida_dictionary_set_arabic (table->dictionaries[joined->field], code, arabic);
    }
}

/* A list of names is split by those that stand alone anywhere. */
static void
split_lists (NidaTable   *table,
             NidaDataset *base)
{
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    if (nida_field_is_list (field) && table->dictionaries[field] != nida_dataset_get_dictionary (base, field))
      nida_members_split (table->dictionaries[field], NULL);
}

/* --- names that count as others --- */

static int
compare_joined (gconstpointer a,
                gconstpointer b)
{
  const NidaJoinedName *x = a, *y = b;

  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  return strcmp (x->name, y->name);
}

static guint
find_joined (GArray               *joined,
             const NidaJoinedName *name)
{
  guint index;

  return g_array_binary_search (joined, name, compare_joined, &index) ? index : G_MAXUINT;
}

static void
add_joined (GArray *joined,
            GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const NidaJoinedName *name = &g_array_index (more, NidaJoinedName, i);
      guint known = find_joined (joined, name);
      NidaJoinedName copy = { name->field, g_strdup (name->name), g_strdup (name->is), name->n_rows };

      if (known == G_MAXUINT)
        g_array_append_val (joined, copy);
      else
        {
          g_array_index (joined, NidaJoinedName, known).n_rows += name->n_rows;
          nida_joined_name_clear (&copy);
        }
      g_array_sort (joined, compare_joined);
    }
}

static void
renumber_written (NidaTable *table,
                  GArray    *before,
                  GArray    *joined)
{
  g_autofree guint32 *map = g_new0 (guint32, before->len + 1);

  for (guint i = 0; i < before->len; i++)
    map[i + 1] = 1 + find_joined (joined, &g_array_index (before, NidaJoinedName, i));
  for (NidaColumnId id = NIDA_COLUMN_WRITTEN_DONOR; id <= NIDA_COLUMN_WRITTEN_PARTNER; id++)
    nida_columns_remap (&table->columns, id, map, before->len + 1);
}

/* The rows of both remember which of the names of both their sources wrote. */
static void
join_written (NidaTable *table,
              NidaTable *more)
{
  GArray *joined;

  if (more->joined->len == 0)
    return;
  joined = g_array_new (FALSE, FALSE, sizeof (NidaJoinedName));
  g_array_set_clear_func (joined, nida_joined_name_clear);
  add_joined (joined, table->joined);
  add_joined (joined, more->joined);
  renumber_written (table, table->joined, joined);
  renumber_written (more, more->joined, joined);
  g_array_unref (table->joined);
  table->joined = joined;
}

/* --- ids --- */

/* Other families have other ids, so nobody is looked for. */
static void
move_ids (NidaTable *table,
          NidaTable *more)
{
  guint32 before = table->ids.size;

  for (guint32 number = 1; number <= more->ids.size; number++)
    nida_string_pool_add (&table->ids, more->ids.texts[number].text, more->ids.texts[number].length);
  for (guint row = 0; row < more->columns.n_rows && more->ids.size > 0; row++)
    {
      gint64 id = nida_columns_get (&more->columns, NIDA_COLUMN_ID, row);

      if (id & NIDA_ID_TEXT)
        nida_columns_set (&more->columns, NIDA_COLUMN_ID, row, id + before);
    }
  nida_string_pool_clear (&more->ids);
  nida_string_pool_init (&more->ids);
}

/* Records that were merged into rows of @more. */
static void
join_merged (NidaTable *table,
             NidaTable *more)
{
  guint n_rows = table->columns.n_rows, n_sources = nida_report_get_n_sources (table->report);
  GArray *merged;

  if (more->merged->len == 0)
    return;
  merged = g_array_copy (table->merged);
  for (guint i = 0; i < more->merged->len; i++)
    {
      NidaMergedRow one = g_array_index (more->merged, NidaMergedRow, i);

      one.row += n_rows;
      one.source += n_sources;
      g_array_append_val (merged, one);
    }
  g_array_unref (table->merged);
  table->merged = merged;
}

void
nida_table_append (NidaTable   *table,
                   NidaDataset *base,
                   NidaTable   *more,
                   NidaAliases *aliases)
{
  nida_table_share (table, base);
  table->report = nida_report_copy (nida_dataset_get_report (base));
  own_dictionaries (table, base, more);
  nida_columns_copy (&table->columns, &nida_dataset_get_table (base)->columns, more->columns.n_rows);
  join_written (table, more);
  join_merged (table, more);
  move_ids (table, more);
  nida_table_join (table, more);
  split_lists (table, base);
  label_joined (table, base, aliases);
}

/* --- rows in place of others --- */

/* The number of @row once all of @replaced before it are gone; G_MAXUINT of one of them. */
static guint
find_row (const GArray *replaced,
          guint         row)
{
  guint low = 0, high = replaced->len;

  while (low < high)
    {
      guint middle = (low + high) / 2, other = g_array_index (replaced, NidaReplacedRow, middle).base_row;

      if (other == row)
        return G_MAXUINT;
      if (other < row)
        low = middle + 1;
      else
        high = middle;
    }
  return row - low;
}

/* What was merged into rows that stay, and the rows that gave way. */
static GArray *
merge_replaced (NidaTable    *table,
                const GArray *replaced,
                guint         n_base)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (NidaMergedRow));

  for (guint i = 0; i < table->merged->len; i++)
    {
      NidaMergedRow one = g_array_index (table->merged, NidaMergedRow, i);

      one.row = find_row (replaced, one.row);
      if (one.row != G_MAXUINT)
        g_array_append_val (merged, one);
    }
  for (guint i = 0; i < replaced->len; i++)
    {
      const NidaReplacedRow *one = &g_array_index (replaced, NidaReplacedRow, i);
      NidaMergedRow record = {
        n_base - replaced->len + one->row, (guint) nida_columns_get (&table->columns, NIDA_COLUMN_SOURCE_INDEX, one->base_row),
        (guint) nida_columns_get (&table->columns, NIDA_COLUMN_LINE, one->base_row),
      };

      if (one->row != G_MAXUINT)
        g_array_append_val (merged, record);
    }
  g_array_sort (merged, nida_merged_row_compare);
  return merged;
}

void
nida_table_replace (NidaTable    *table,
                    NidaDataset  *base,
                    const GArray *replaced)
{
  guint n_base = nida_dataset_get_n_rows (base);
  GArray *merged;

  table->gone = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < replaced->len; i++)
    g_array_append_val (table->gone, g_array_index (replaced, NidaReplacedRow, i).base_row);
  if (replaced->len == 0)
    return;
  merged = merge_replaced (table, replaced, n_base);
  g_array_unref (table->merged);
  table->merged = merged;
  nida_columns_remove (&table->columns, (const guint *) (gpointer) table->gone->data, table->gone->len);
}
