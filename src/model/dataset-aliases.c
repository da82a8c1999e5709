/* Aliases are applied when all is read and the copies of each flow are one, so that nothing depends on them but names:
 * which rows there are, and which of two copies counts, is the same with them and without. */
#include "dataset-aliases.h"

#include "dataset.h"
#include "dataset-join.h"

#include <string.h>

typedef struct {
  NidaTable     *table;
  NidaAliases   *aliases;
  NidaAliasKind  kind;
  NidaField      field;
  guint32        size;
  guint32       *map;        /* by code: the code of the name that it counts as */
  guint32       *numbers;    /* by code: 1 + the index of the joined name, where rows have it */
} Joining;

/* The column that holds which joined name the source wrote; 0 is none. */
static NidaColumnId
written_column (NidaField field)
{
  switch ((int) field)
    {
    case NIDA_FIELD_DONOR: return NIDA_COLUMN_WRITTEN_DONOR;
    case NIDA_FIELD_RECIPIENT: return NIDA_COLUMN_WRITTEN_RECIPIENT;
    case NIDA_FIELD_PARTNER: return NIDA_COLUMN_WRITTEN_PARTNER;
    default: return NIDA_N_COLUMNS;
    }
}

void
nida_joined_name_clear (gpointer data)
{
  NidaJoinedName *self = data;

  g_free (self->name);
  g_free (self->is);
}

/* Where each name of the field leads. FALSE when all are their own. */
static gboolean
make_map (Joining *self)
{
  NidaDictionary *dictionary = self->table->dictionaries[self->field];
  gboolean any = FALSE;

  for (guint32 code = 0; code <= self->size; code++)
    {
      const char *is = code > 0 ? nida_aliases_resolve (self->aliases, self->kind, nida_dictionary_get_name (dictionary, code))
                                : NULL;

      self->map[code] = is != NULL ? nida_dictionary_intern (dictionary, is, -1) : code;
      any |= is != NULL;
    }
  return any;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return strcmp (nida_dictionary_get_name (data, *(const guint32 *) a), nida_dictionary_get_name (data, *(const guint32 *) b));
}

/* Number the names that rows have and that count as others, in the order of the names. */
static void
note_joined (Joining *self)
{
  NidaDictionary *dictionary = self->table->dictionaries[self->field];
  g_autofree guint *n_rows = g_new0 (guint, self->size + 1);
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint row = 0; row < self->table->columns.n_rows; row++)
    n_rows[nida_columns_get (&self->table->columns, (NidaColumnId) self->field, row)]++;
  for (guint32 code = 1; code <= self->size; code++)
    if (n_rows[code] > 0 && self->map[code] != code)
      g_array_append_val (codes, code);
  g_array_sort_with_data (codes, compare_codes, dictionary);
  for (guint i = 0; i < codes->len; i++)
    {
      guint32 code = g_array_index (codes, guint32, i);
      NidaJoinedName joined = {
        self->field, g_strdup (nida_dictionary_get_name (dictionary, code)),
        g_strdup (nida_dictionary_get_name (dictionary, self->map[code])), n_rows[code],
      };

      g_array_append_val (self->table->joined, joined);
      self->numbers[code] = self->table->joined->len;
    }
}

static gboolean
is_arabic (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

/* What the kept name is called in Arabic: what was said; else its own label; else the label of a name that counts as it;
 * else such a name that is Arabic itself. Of several the one that compares smallest. */
static void
label (Joining *self)
{
  NidaDictionary *dictionary = self->table->dictionaries[self->field];
  guint32 size = nida_dictionary_get_size (dictionary);
  g_autofree gboolean *own = g_new0 (gboolean, size + 1);

  for (guint32 code = 1; code <= size; code++)
    own[code] = nida_dictionary_get_arabic (dictionary, code) != NULL || is_arabic (nida_dictionary_get_name (dictionary, code));
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint32 code = 1; code <= self->size; code++)
        {
          const char *name = nida_dictionary_get_name (dictionary, code);
          const char *arabic = pass == 0 ? nida_dictionary_get_arabic (dictionary, code) : is_arabic (name) ? name : NULL;

          if (self->numbers[code] > 0 && !own[self->map[code]] && arabic != NULL)
            nida_dictionary_add_label (dictionary, self->map[code], arabic, strlen (arabic));
        }
      for (guint32 code = 1; code <= size; code++)
        own[code] = own[code] || nida_dictionary_get_arabic (dictionary, code) != NULL;
    }
  for (guint32 code = 1; code <= self->size; code++)
    {
      guint32 is = self->map[code];
      const char *arabic = self->numbers[code] > 0
                           ? nida_aliases_get_arabic (self->aliases, self->kind, nida_dictionary_get_name (dictionary, is)) : NULL;

      if (arabic != NULL)
        nida_dictionary_set_arabic (dictionary, is, arabic);
    }
}

/* What the kept name is known by, where it is not known by anything itself. */
static void
refer (Joining *self)
{
  NidaDictionary *dictionary = self->table->dictionaries[self->field];
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);

  for (guint32 code = 1; code <= self->size; code++)
    {
      const char *ref = self->numbers[code] > 0 ? nida_dictionary_get_ref (dictionary, code) : NULL;
      const char *known = nida_dictionary_get_ref (dictionary, self->map[code]);

      if (ref == NULL || (known != NULL && !g_hash_table_contains (given, GUINT_TO_POINTER (self->map[code]))))
        continue;
      if (known == NULL || strcmp (ref, known) < 0)
        nida_dictionary_set_ref (dictionary, self->map[code], ref);
      g_hash_table_add (given, GUINT_TO_POINTER (self->map[code]));
    }
}

static void
move_rows (Joining *self)
{
  NidaColumns *columns = &self->table->columns;

  for (guint row = 0; row < columns->n_rows; row++)
    {
      guint32 number = self->numbers[nida_columns_get (columns, (NidaColumnId) self->field, row)];

      if (number > 0)
        nida_columns_set (columns, written_column (self->field), row, number);
    }
  nida_columns_remap (columns, (NidaColumnId) self->field, self->map, self->size + 1);
}

static void
join_field (NidaTable     *table,
            NidaAliases   *aliases,
            NidaAliasKind  kind,
            NidaField      field)
{
  guint32 size = nida_dictionary_get_size (table->dictionaries[field]);
  g_autofree guint32 *map = g_new0 (guint32, size + 1);
  g_autofree guint32 *numbers = g_new0 (guint32, size + 1);
  Joining self = { table, aliases, kind, field, size, map, numbers };

  if (!make_map (&self))
    return;
  note_joined (&self);
  label (&self);
  refer (&self);
  move_rows (&self);
}

/* Say of each source which of its names count as others, and in how many rows. */
static void
report_joined (NidaTable *table)
{
  guint n_joined = table->joined->len, n_sources = nida_report_get_n_sources (table->report);
  g_autofree guint *n_rows = g_new0 (guint, (gsize) n_joined * n_sources + 1);
  g_autofree guint *lines = g_new0 (guint, (gsize) n_joined * n_sources + 1);

  for (guint row = 0; row < table->columns.n_rows; row++)
    for (NidaColumnId id = NIDA_COLUMN_WRITTEN_DONOR; id <= NIDA_COLUMN_WRITTEN_PARTNER; id++)
      {
        guint number = nida_columns_get (&table->columns, id, row);
        guint source = nida_columns_get (&table->columns, NIDA_COLUMN_SOURCE_INDEX, row);
        gsize at = (gsize) source * n_joined + number - 1;

        if (number == 0 || source >= n_sources)
          continue;
        if (n_rows[at]++ == 0)
          lines[at] = nida_columns_get (&table->columns, NIDA_COLUMN_LINE, row);
      }
  for (gsize at = 0; at < (gsize) n_joined * n_sources; at++)
    {
      const NidaJoinedName *joined = &g_array_index (table->joined, NidaJoinedName, at % n_joined);
      NidaProblem problem = {
        .kind = NIDA_PROBLEM_NAME_JOINED, .source = at / n_joined, .source2 = at / n_joined, .line = lines[at],
        .column = (char *) nida_field_get_name (joined->field), .found = joined->name, .kept = joined->is, .count = n_rows[at],
      };

      if (n_rows[at] > 0)
        nida_report_add_problem (table->report, &problem);
    }
}

void
nida_table_apply_aliases (NidaTable   *table,
                          NidaAliases *aliases)
{
  for (NidaAliasKind kind = 0; kind < NIDA_N_ALIAS_KINDS; kind++)
    for (const NidaField *field = nida_alias_kind_get_fields (kind); *field != NIDA_FIELD_NONE; field++)
      join_field (table, aliases, kind, *field);
  if (table->joined->len > 0)
    report_joined (table);
}

const char *
nida_table_get_written (const NidaTable *table,
                        guint            row,
                        NidaField        field)
{
  NidaColumnId id = written_column (field);
  guint number = id < NIDA_N_COLUMNS ? nida_columns_get (&table->columns, id, row) : 0;

  return number > 0 ? g_array_index (table->joined, NidaJoinedName, number - 1).name : NULL;
}
