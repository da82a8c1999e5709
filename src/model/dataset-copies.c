/* Finding the rows that are the same flow.
 *
 * Rows are copies when family and id agree and they are of one class: pledge, commitment and paid are one class where an
 * id moves through these states, else the kind belongs to the key, and so does the part of a flow that is split. A row
 * without an id is never a copy. */
#include "dataset-copies.h"

#include <string.h>

#define MERGED_CLASS 0x80       /* all money kinds of a source whose ids move through states */

typedef struct {
  guint    family;              /* index in the table */
  gboolean states_move;
} Source;

typedef struct {
  NidaTable *table;
  GArray    *sources;           /* Source, as in the report */
} Finder;

static inline gint64
get (const Finder *self,
     NidaColumnId  id,
     guint         row)
{
  return nida_columns_get (&self->table->columns, id, row);
}

/* --- families and keys --- */

static guint
family_index (NidaTable  *table,
              const char *family,
              gsize       length)
{
  for (guint i = 0; i < table->families->len; i++)
    if (strlen (table->families->pdata[i]) == length && memcmp (table->families->pdata[i], family, length) == 0)
      return i;
  return G_MAXUINT;
}

/* Number the families of the sources. */
static void
list_sources (Finder *self)
{
  NidaTable *table = self->table;

  for (guint i = 0; i < nida_report_get_n_sources (table->report); i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (table->report, i);
      const char *family = info->family != NULL ? info->family : "";
      Source source = { family_index (table, family, strlen (family)), info->states_move };

      if (source.family == G_MAXUINT)
        {
          source.family = table->families->len;
          g_ptr_array_add (table->families, g_strdup (family));
        }
      g_array_append_val (self->sources, source);
    }
}

/* The family that an id names before its colon: one of another source's, or one that is known not to move. */
static guint
find_named_family (NidaTable  *table,
                   const char *name,
                   gsize       length)
{
  guint index = family_index (table, name, length);

  for (guint i = 0; index == G_MAXUINT && nida_fixed_families[i] != NULL; i++)
    if (strlen (nida_fixed_families[i]) == length && memcmp (nida_fixed_families[i], name, length) == 0)
      {
        index = table->families->len;
        g_ptr_array_add (table->families, g_strdup (nida_fixed_families[i]));
      }
  return index;
}

/* "fts:376156" in a file without a family of its own is flow 376156 of the family "fts", if another source has that. */
static guint64
resolve_id (Finder  *self,
            guint32  number)
{
  NidaTable *table = self->table;
  const char *text = nida_string_pool_get (&table->ids, number);
  const char *colon = strchr (text, ':');
  guint family = colon == NULL || colon == text || colon[1] == '\0' ? 0 : find_named_family (table, text, colon - text);

  if (family == 0 || family > NIDA_ID_MAX_FAMILY)
    return NIDA_ID_TEXT | number;
  return nida_table_make_id (table, colon + 1, strlen (colon + 1)) | (guint64) family << NIDA_ID_FAMILY_SHIFT;
}

static Source
source_of (const Finder *self,
           guint         row)
{
  guint source = get (self, NIDA_COLUMN_SOURCE_INDEX, row);

  return source < self->sources->len ? g_array_index (self->sources, Source, source) : (Source) { 0, FALSE };
}

static void
resolve_ids (Finder *self)
{
  NidaTable *table = self->table;
  guint32 n_texts = table->ids.size;
  g_autofree guint64 *resolved = NULL;

  if (n_texts == 0)
    return;
  resolved = g_new0 (guint64, n_texts + 1);
  for (guint32 number = 1; number <= n_texts; number++)
    resolved[number] = resolve_id (self, number);
  for (guint row = 0; row < table->columns.n_rows; row++)
    {
      guint64 id = get (self, NIDA_COLUMN_ID, row);

      if (id & NIDA_ID_TEXT && source_of (self, row).family == 0)
        nida_columns_set (&table->columns, NIDA_COLUMN_ID, row, resolved[id & NIDA_ID_PAYLOAD]);
    }
}

static guint
get_family (const Finder *self,
            guint         row)
{
  guint family = (guint64) get (self, NIDA_COLUMN_ID, row) >> NIDA_ID_FAMILY_SHIFT & NIDA_ID_MAX_FAMILY;

  return family > 0 ? family : source_of (self, row).family;
}

static guint
get_class (const Finder *self,
           guint         row)
{
  guint kind = get (self, (NidaColumnId) NIDA_FIELD_KIND, row);
  gboolean is_money = (NIDA_KIND_BIT (kind) & NIDA_KINDS_MONEY) != 0;

  return is_money && source_of (self, row).states_move && nida_table_states_move (self->table, row) ? MERGED_CLASS : kind;
}

static guint64
get_payload (const Finder *self,
             guint         row)
{
  return (guint64) get (self, NIDA_COLUMN_ID, row) & (NIDA_ID_TEXT | NIDA_ID_PAYLOAD);
}

static gboolean
same_flow (const Finder *self,
           guint         a,
           guint         b)
{
  return get_payload (self, a) == get_payload (self, b) && get_family (self, a) == get_family (self, b) &&
         get_class (self, a) == get_class (self, b) &&
         get (self, NIDA_COLUMN_PART, a) == get (self, NIDA_COLUMN_PART, b);
}

/* --- finding copies --- */

/* Do all ids ascend, and the parts of each? Then none repeats. Most files are written so. */
static gboolean
ids_ascend (const Finder *self,
            guint        *n_ids)
{
  guint64 before = 0, part_before = 0;
  gboolean ascend = TRUE;

  *n_ids = 0;
  for (guint row = 0; row < self->table->columns.n_rows; row++)
    {
      guint64 id = get_payload (self, row);
      guint64 part = get (self, NIDA_COLUMN_PART, row);

      if (id == 0)
        continue;
      ascend = ascend && (id > before || (id == before && part > part_before));
      before = id;
      part_before = part;
      ++*n_ids;
    }
  return ascend;
}

static guint64
hash_key (const Finder *self,
          guint         row)
{
  guint64 hash = get_payload (self, row) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  hash ^= (guint64) get_family (self, row) << 8 ^ get_class (self, row);
  hash ^= (guint64) get (self, NIDA_COLUMN_PART, row) << 24;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return hash ^ hash >> 32;
}

static void
find_copies (Finder *self,
             GArray *copies)
{
  guint n_rows = self->table->columns.n_rows;
  g_autofree guint32 *slots = NULL;
  guint64 n_slots = 64;
  guint n_ids;

  if (ids_ascend (self, &n_ids))
    return;
  while (n_slots < (guint64) n_ids * 2)
    n_slots *= 2;
  slots = g_new (guint32, n_slots);
  memset (slots, 0xff, n_slots * sizeof *slots);
  for (guint row = 0; row < n_rows; row++)
    {
      guint64 slot;

      if (get_payload (self, row) == 0)
        continue;
      slot = hash_key (self, row) & (n_slots - 1);
      while (slots[slot] != G_MAXUINT32 && !same_flow (self, slots[slot], row))
        slot = (slot + 1) & (n_slots - 1);
      if (slots[slot] == G_MAXUINT32)
        slots[slot] = row;
      else
        {
          NidaCopy copy = { slots[slot], row };

          g_array_append_val (copies, copy);
        }
    }
}

static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  const NidaCopy *x = a, *y = b;

  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

/* Make ids that name their family in words ("fts:1" in a file without one) that of the family, and find the copies.
 *
 * Returns: (transfer full) (element-type NidaCopy): by flow and row */
GArray *
nida_table_find_copies (NidaTable *table)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (NidaCopy));
  Finder self = { table, g_array_new (FALSE, FALSE, sizeof (Source)) };

  if (table->columns.columns[NIDA_COLUMN_ID].data != NULL)
    {
      list_sources (&self);
      resolve_ids (&self);
      find_copies (&self, copies);
      g_array_sort (copies, compare_copies);
    }
  g_array_unref (self.sources);
  return copies;
}
