/* Organisations and categories that a source knows by a reference and spells in many ways (one agency is published under
 * twenty names). While files are read a row holds the key; at the end the key gets the name that was used most, of equal
 * ones the one that compares smaller, so that the order of files never matters. */
#include "spellings.h"

#include "dataset-members.h"
#include "dataset-plans.h"

#include <string.h>

/* An entry of a dictionary that begins so is a key. No name does: control characters are cleaned from names. */
#define MARK "\x1e"

typedef struct {
  GHashTable *names;        /* name → how often */
  GHashTable *arabic;
} Spelling;

static void
free_spelling (gpointer data)
{
  Spelling *spelling = data;

  g_hash_table_unref (spelling->names);
  g_hash_table_unref (spelling->arabic);
  g_free (spelling);
}

GHashTable *
nida_spellings_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_spelling);
}

static Spelling *
ensure (GHashTable *self,
        const char *key)
{
  Spelling *spelling = g_hash_table_lookup (self, key);

  if (spelling != NULL)
    return spelling;
  spelling = g_new (Spelling, 1);
  spelling->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  spelling->arabic = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self, g_strdup (key), spelling);
  return spelling;
}

static void
count (GHashTable *names,
       const char *name,
       gsize       times)
{
  gsize before = GPOINTER_TO_SIZE (g_hash_table_lookup (names, name));

  g_hash_table_replace (names, g_strdup (name), GSIZE_TO_POINTER (before + times));
}

void
nida_spellings_add (GHashTable *self,
                    const char *key,
                    const char *name,
                    const char *arabic)
{
  Spelling *spelling = ensure (self, key);

  if (name != NULL && *name != '\0')
    count (spelling->names, name, 1);
  if (arabic != NULL && *arabic != '\0')
    count (spelling->arabic, arabic, 1);
}

guint32
nida_spellings_intern (GHashTable     *self,
                       NidaDictionary *dictionary,
                       const char     *key)
{
  g_autofree char *entry = g_strconcat (MARK, key, NULL);

  ensure (self, key);
  return nida_dictionary_intern (dictionary, entry, -1);
}

static void
join_counts (GHashTable *self,
             GHashTable *other)
{
  GHashTableIter iter;
  gpointer name, times;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &name, &times))
    count (self, name, GPOINTER_TO_SIZE (times));
}

void
nida_spellings_join (GHashTable *self,
                     GHashTable *other)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Spelling *spelling = ensure (self, key);

      join_counts (spelling->names, ((Spelling *) value)->names);
      join_counts (spelling->arabic, ((Spelling *) value)->arabic);
    }
}

/* --- as a value --- */

static GVariant *
pack_counts (GHashTable *names)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) strcmp);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(st)"));
  for (const GList *key = keys; key != NULL; key = key->next)
    g_variant_builder_add (&builder, "(st)", key->data, (guint64) GPOINTER_TO_SIZE (g_hash_table_lookup (names, key->data)));
  return g_variant_builder_end (&builder);
}

GVariant *
nida_spellings_pack (GHashTable *self)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self), (GCompareFunc) strcmp);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa(st)a(st))"));
  for (const GList *key = keys; key != NULL; key = key->next)
    {
      const Spelling *spelling = g_hash_table_lookup (self, key->data);

      g_variant_builder_add (&builder, "(s@a(st)@a(st))", key->data, pack_counts (spelling->names),
                             pack_counts (spelling->arabic));
    }
  return g_variant_builder_end (&builder);
}

static void
unpack_counts (GHashTable   *names,
               GVariantIter *iter)
{
  const char *name;
  guint64 times;

  while (g_variant_iter_next (iter, "(&st)", &name, &times))
    if (*name != '\0')
      count (names, name, times);
}

void
nida_spellings_unpack (GHashTable *self,
                       GVariant   *packed)
{
  GVariantIter iter, *names, *arabic;
  const char *key;

  g_variant_iter_init (&iter, packed);
  while (g_variant_iter_loop (&iter, "(&sa(st)a(st))", &key, &names, &arabic))
    {
      Spelling *spelling = ensure (self, key);

      unpack_counts (spelling->names, names);
      unpack_counts (spelling->arabic, arabic);
    }
}

/* --- the end --- */

/* The name used most; of equal ones the smaller. NULL when there is none. */
static const char *
choose (GHashTable *names)
{
  GHashTableIter iter;
  gpointer name, times;
  const char *best = NULL;
  gsize most = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &times))
    if (best == NULL || GPOINTER_TO_SIZE (times) > most || (GPOINTER_TO_SIZE (times) == most && strcmp (name, best) < 0))
      {
        best = name;
        most = GPOINTER_TO_SIZE (times);
      }
  return best;
}

static guint32
resolve (GHashTable     *spellings,
         NidaDictionary *dictionary,
         const char     *key)
{
  const Spelling *spelling = g_hash_table_lookup (spellings, key);
  const char *colon = strchr (key, ':');
  const char *ref = colon != NULL ? colon + 1 : key;
  const char *name = spelling != NULL ? choose (spelling->names) : NULL;
  const char *arabic = spelling != NULL ? choose (spelling->arabic) : NULL;
  const char *known;
  guint32 code;

  if (name == NULL)
    name = arabic != NULL ? arabic : ref;
  code = nida_dictionary_intern (dictionary, name, -1);
  known = nida_dictionary_get_ref (dictionary, code);
  if (known == NULL || strcmp (ref, known) < 0)
    nida_dictionary_set_ref (dictionary, code, ref);
  known = nida_dictionary_get_arabic (dictionary, code);
  if (arabic != NULL && (known == NULL || strcmp (arabic, known) < 0))
    nida_dictionary_set_arabic (dictionary, code, arabic);
  return code;
}

/* A list of names, of which some are keys, by its members' names. */
static guint32
resolve_list (NidaDictionary *dictionary,
              guint32         code,
              const guint32  *map)
{
  guint n_members;
  const guint32 *members = nida_dictionary_get_members (dictionary, code, &n_members);
  g_autofree guint32 *mapped = g_new (guint32, n_members + 1);
  gboolean same = TRUE;

  for (guint i = 0; i < n_members; i++)
    {
      mapped[i] = map[members[i]];
      same &= mapped[i] == members[i];
    }
  return same ? code : nida_members_intern (dictionary, mapped, n_members);
}

static void
resolve_field (NidaTable *table,
               NidaField  field)
{
  NidaDictionary *dictionary = table->dictionaries[field];
  guint32 size = nida_dictionary_get_size (dictionary);
  g_autofree guint32 *map = g_new0 (guint32, size + 1);
  g_autoptr (GArray) numbered = NULL;
  gboolean any = FALSE;
  guint n_members;

  for (guint32 code = 1; code <= size; code++)
    {
      g_autofree char *name = g_strdup (nida_dictionary_get_name (dictionary, code));
      gboolean is_list = nida_dictionary_get_members (dictionary, code, &n_members) != NULL;

      map[code] = !is_list && g_str_has_prefix (name, MARK) ? resolve (table->spellings, dictionary, name + strlen (MARK))
                                                            : code;
      any |= map[code] != code;
    }
  if (!any)
    return;
  for (guint32 code = 1; code <= size; code++)
    if (nida_dictionary_get_members (dictionary, code, &n_members) != NULL)
      map[code] = resolve_list (dictionary, code, map);
  if (field == NIDA_FIELD_APPEAL)
    numbered = nida_plans_find_numbered (table, map, size + 1);
  nida_columns_remap (&table->columns, (NidaColumnId) field, map, size + 1);
  if (numbered != NULL)
    nida_plans_complete (table, numbered);
}

void
nida_table_resolve_spellings (NidaTable *table)
{
  if (g_hash_table_size (table->spellings) == 0)
    return;
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    resolve_field (table, field);
  g_hash_table_remove_all (table->spellings);
}
