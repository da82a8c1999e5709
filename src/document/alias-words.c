/* What a chart's source line, `nida check` and the window say of names that are one. */
#include "config.h"

#include "alias-words.h"

#include "translate.h"
#include "words.h"

#include <string.h>

#define MAX_NAMED 2

const char *
nida_words_alias_reason (NidaAliasReason reason)
{
  switch (reason)
    {
    case NIDA_ALIAS_SAME_COUNTRY:
      /* Translators: why names of donors may mean one donor */
      return _("governments of one country");
    case NIDA_ALIAS_SAME_REFERENCE:
      /* Translators: why names of donors may mean one donor: a code that identifies an organisation in IATI */
      return _("the same reference");
    case NIDA_ALIAS_SAME_SPELLING:
    default:
      /* Translators: why names of donors may mean one donor: the same words, letters or almost */
      return _("written alike");
    }
}

char *
nida_words_alias_names (NidaLanguage              *language,
                        const NidaAliasSuggestion *suggestion)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; suggestion->names[i] != NULL; i++)
    {
      g_autofree char *name = nida_language_name (language, suggestion->names[i], NULL);

      /* Translators: a name in quotation marks, one of a list of such names */
      g_ptr_array_add (quoted, g_strdup_printf (_("%s“%s”"), "", name));
    }
  g_ptr_array_add (quoted, NULL);
  return nida_language_list (language, (const char * const *) quoted->pdata);
}

/* One kept name, and the names that are it. */
typedef struct {
  NidaField   field;
  const char *name;
  const char *arabic;
  GHashTable *names;
} Group;

static void
group_clear (gpointer data)
{
  g_hash_table_unref (((Group *) data)->names);
}

static Group *
ensure_group (GArray     *groups,
              NidaField   field,
              const char *name)
{
  Group group = { field, name, NULL, NULL };

  for (guint i = 0; i < groups->len; i++)
    if (strcmp (g_array_index (groups, Group, i).name, name) == 0)
      return &g_array_index (groups, Group, i);
  group.names = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_append_val (groups, group);
  return &g_array_index (groups, Group, groups->len - 1);
}

/* Do rows have the kept name by themselves, too? */
static gboolean
has_own_rows (NidaDataset *dataset,
              NidaField    field,
              const char  *name,
              guint64      n_joined)
{
  guint32 wanted = nida_dictionary_lookup (nida_dataset_get_dictionary (dataset, field), name, -1);
  NidaCodes codes = nida_dataset_get_codes (dataset, field);
  guint64 n = 0;

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset) && n <= n_joined; row++)
    n += nida_codes_get (codes, row) == wanted;
  return n > n_joined;
}

static GArray *
make_groups (NidaDataset *dataset)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  guint n;
  const NidaJoinedName *joined = nida_dataset_get_joined (dataset, &n);

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < n; i++)
    {
      Group *group = ensure_group (groups, joined[i].field, joined[i].is);
      NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, joined[i].field);
      guint64 n_rows = 0;

      for (guint j = 0; j < n; j++)
        n_rows += joined[j].field == joined[i].field && strcmp (joined[j].is, joined[i].is) == 0 ? joined[j].n_rows : 0;
      g_hash_table_add (group->names, joined[i].name);
      group->arabic = nida_dictionary_get_arabic (dictionary, nida_dictionary_lookup (dictionary, joined[i].is, -1));
      if (!g_hash_table_contains (group->names, joined[i].is)
          && has_own_rows (dataset, joined[i].field, joined[i].is, n_rows))
        g_hash_table_add (group->names, joined[i].is);
    }
  return groups;
}

char *
nida_words_joined (NidaLanguage *language,
                   NidaDataset  *dataset)
{
  g_autoptr (GArray) groups = make_groups (dataset);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n_joined = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      g_autofree char *name = nida_words_name (language, group->field, group->name, group->arabic);
      g_autofree char *n = nida_language_integer (language, g_hash_table_size (group->names));

      if (g_hash_table_size (group->names) < 2)
        continue;
      n_joined++;
      /* Translators: a name, and how many names are counted as it: "Kuwait (2)" */
      g_ptr_array_add (words, g_strdup_printf (_("%s (%s)"), name, n));
    }
  if (n_joined == 0)
    return NULL;
  if (n_joined > MAX_NAMED)
    {
      g_autofree char *n = nida_language_integer (language, n_joined);

      /* Translators: in the source line of a chart: of how many organisations a person said that several names are theirs */
      /* xgettext:c-format */
      return g_strdup_printf (ngettext ("Names counted as one of %s organisation.", "Names counted as one of %s organisations.",
                                        n_joined), n);
    }
  g_ptr_array_add (words, NULL);
  list = nida_language_list (language, (const char * const *) words->pdata);
  /* Translators: in the source line of a chart: names that a person said are names of one organisation */
  return g_strdup_printf (_("Names counted as one: %s."), list);
}
