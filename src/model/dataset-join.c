/* Joining: the rows, names, ids, texts, sources and problems of one table are appended to another; names that no row has any
 * more are let go. */
#include "dataset-join.h"

#include "dataset-wholes.h"
#include "spellings.h"

#include <string.h>

/* Of two different labels the one that compares smaller stays, whichever came first. */
void
nida_dictionary_add_label (NidaDictionary *dictionary,
                           guint32         code,
                           const char     *label,
                           gsize           length)
{
  const char *known = nida_dictionary_get_arabic (dictionary, code);
  g_autofree char *copy = NULL;

  if (known != NULL && strncmp (known, label, length) == 0 && known[length] == '\0')
    return;
  copy = g_strndup (label, length);
  if (known == NULL || strcmp (copy, known) < 0)
    nida_dictionary_set_arabic (dictionary, code, copy);
}

static void
join_members (NidaDictionary *self,
              NidaDictionary *other,
              guint32         code,
              const guint32  *map)
{
  guint n_members;
  const guint32 *members = map[code] == 0 ? NULL : nida_dictionary_get_members (other, code, &n_members);
  g_autofree guint32 *mapped = NULL;
  guint n_known;

  if (members == NULL || nida_dictionary_get_members (self, map[code], &n_known) != NULL)
    return;
  mapped = g_new (guint32, n_members);
  for (guint i = 0; i < n_members; i++)
    mapped[i] = map[members[i]];
  nida_dictionary_set_members (self, map[code], mapped, n_members);
}

/* Add the entries of @other, or those of them that are @wanted (by code), with their labels, references and members.
 *
 * Returns: (array): for each code of @other its code in @self, 0 for one that is not wanted. */
static guint32 *
join_dictionary (NidaDictionary *self,
                 NidaDictionary *other,
                 const guint8   *wanted)
{
  guint32 size = nida_dictionary_get_size (other);
  guint32 *map = g_new0 (guint32, size + 1);

  for (guint32 code = 1; code <= size; code++)
    {
      const char *arabic = nida_dictionary_get_arabic (other, code);
      const char *ref = nida_dictionary_get_ref (other, code);

      if (wanted != NULL && !wanted[code])
        continue;
      map[code] = nida_dictionary_lookup (self, nida_dictionary_get_name (other, code), -1);
      if (map[code] == 0)
        map[code] = nida_dictionary_intern (self, nida_dictionary_get_name (other, code), -1);
      if (arabic != NULL)
        nida_dictionary_add_label (self, map[code], arabic, strlen (arabic));
      if (ref != NULL && nida_dictionary_get_ref (self, map[code]) == NULL)
        nida_dictionary_set_ref (self, map[code], ref);
    }
  for (guint32 code = 1; code <= size; code++)
    join_members (self, other, code, map);
  return map;
}

gboolean
nida_dictionary_adds (NidaDictionary *self,
                      NidaDictionary *other)
{
  for (guint32 code = 1; code <= nida_dictionary_get_size (other); code++)
    {
      guint32 known = nida_dictionary_lookup (self, nida_dictionary_get_name (other, code), -1);
      const char *arabic = nida_dictionary_get_arabic (other, code);
      const char *label = known != 0 ? nida_dictionary_get_arabic (self, known) : NULL;
      guint n;

      if (known == 0 || (arabic != NULL && (label == NULL || strcmp (arabic, label) < 0))
          || (nida_dictionary_get_ref (other, code) != NULL && nida_dictionary_get_ref (self, known) == NULL)
          || (nida_dictionary_get_members (other, code, &n) != NULL && nida_dictionary_get_members (self, known, &n) == NULL))
        return TRUE;
    }
  return FALSE;
}

static void
join_names (NidaTable *self,
            NidaTable *other)
{
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    {
      NidaDictionary *dictionary = other->dictionaries[field];
      g_autofree guint32 *map = join_dictionary (self->dictionaries[field], dictionary, NULL);

      nida_columns_remap (&other->columns, (NidaColumnId) field, map, nida_dictionary_get_size (dictionary) + 1);
    }
}

static void
join_ids (NidaTable *self,
          NidaTable *other)
{
  guint32 n_ids = other->ids.size;
  g_autofree guint32 *map = NULL;

  if (n_ids == 0)
    return;
  map = g_new0 (guint32, n_ids + 1);
  for (guint32 number = 1; number <= n_ids; number++)
    map[number] = nida_string_pool_intern (&self->ids, other->ids.texts[number].text, other->ids.texts[number].length);
  for (guint row = 0; row < other->columns.n_rows; row++)
    {
      guint64 id = nida_columns_get (&other->columns, NIDA_COLUMN_ID, row);

      if (id & NIDA_ID_TEXT)
        nida_columns_set (&other->columns, NIDA_COLUMN_ID, row, NIDA_ID_TEXT | map[id & NIDA_ID_PAYLOAD]);
    }
}

static void
join_texts (NidaTable *self,
            NidaTable *other)
{
  NidaTextPlace shift = nida_text_store_absorb (&self->texts, &other->texts);

  for (guint row = 0; shift != 0 && row < other->columns.n_rows; row++)
    {
      NidaTextPlace place = nida_columns_get (&other->columns, NIDA_COLUMN_DESCRIPTION, row);

      if (place != 0)
        nida_columns_set (&other->columns, NIDA_COLUMN_DESCRIPTION, row, place + shift);
    }
}

/* @other's sources come behind ours; without any, its rows already name ours. */
static guint
join_sources (NidaTable *self,
              NidaTable *other)
{
  guint n_sources = nida_report_get_n_sources (other->report);
  guint offset = n_sources == 0 ? 0 : nida_report_get_n_sources (self->report);
  g_autofree guint32 *map = g_new0 (guint32, n_sources + 1);

  for (guint i = 0; i < n_sources; i++)
    map[i] = i + offset;
  if (offset > 0)
    nida_columns_remap (&other->columns, NIDA_COLUMN_SOURCE_INDEX, map, n_sources);
  return offset;
}

/* Append all of @other but its rates, whose columns are freed one after the other. Its sources come behind ours; without any, its rows
 * already name ours. */
void
nida_table_join (NidaTable *self,
                 NidaTable *other)
{
  guint offset;

  join_names (self, other);
  nida_spellings_join (self->spellings, other->spellings);
  join_ids (self, other);
  join_texts (self, other);
  offset = join_sources (self, other);
  nida_wholes_join (self, other, offset);
  if (!nida_columns_append (&self->columns, &other->columns))
    g_critical ("More than 4,294,967,295 rows");
  nida_report_absorb (self->report, other->report, offset);
}

/* --- names that no row has --- */

/* Mark the codes of @field that rows, and the lists that rows name, use. Returns how many. */
static guint32
mark_used (NidaTable *self,
           NidaField  field,
           guint8    *used)
{
  NidaDictionary *dictionary = self->dictionaries[field];
  const char * const *words = nida_field_get_words (field);
  guint32 size = nida_dictionary_get_size (dictionary), n_used = 0;

  for (guint32 code = 1; words != NULL && words[code - 1] != NULL; code++)
    n_used += !used[code], used[code] = TRUE;
  for (guint row = 0; row < self->columns.n_rows && n_used < size; row++)
    {
      guint32 code = nida_columns_get (&self->columns, (NidaColumnId) field, row);

      n_used += code != 0 && !used[code], used[code] = TRUE;
    }
  for (guint32 code = 1; code <= size && n_used < size; code++)
    {
      guint n_members;
      const guint32 *members = nida_dictionary_get_members (dictionary, code, &n_members);

      for (guint i = 0; used[code] && i < n_members; i++)
        n_used += !used[members[i]], used[members[i]] = TRUE;
    }
  return n_used;
}

/* Let go of the names that only refused or merged rows had, or that a reader offered in vain: what a dictionary holds is
 * what the dataset holds. The others keep their order, the words of a fixed vocabulary their codes. */
void
nida_table_prune (NidaTable *self)
{
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    {
      NidaDictionary *old = self->dictionaries[field];
      guint32 size = nida_dictionary_get_size (old);
      g_autofree guint8 *used = g_new0 (guint8, size + 1);
      g_autofree guint32 *map = NULL;

      if (mark_used (self, field, used) == size)
        continue;
      self->dictionaries[field] = nida_dictionary_new ();
      map = join_dictionary (self->dictionaries[field], old, used);
      nida_columns_remap (&self->columns, (NidaColumnId) field, map, size + 1);
      g_object_unref (old);
    }
}
