/* Names are compared by keys: names with one key are one set. Only for a single wrong letter pairs are looked at, and only
 * those that share all other words. A set never holds two countries, nor two names that somebody said are two. */
#include "config.h"

#include "alias-suggestions.h"

#include "name-forms.h"

#include <string.h>

typedef struct {
  const char        *name;
  const char        *arabic;     /* or NULL */
  const char        *ref;        /* or NULL */
  guint64            rows;
  const NidaCountry *country;    /* or NULL */
  guint              set;        /* index of the name that stands for its set */
  NidaAliasReason    reason;     /* of that set: the weakest that holds it together */
} Entry;

typedef struct {
  guint       entry;
  const char *word;              /* of @words: the one that may be written wrong */
} Near;

typedef struct {
  NidaAliases *aliases;
  GArray      *entries;          /* by name */
  GHashTable  *keys;             /* char* → 1 + index of the first entry that has it */
  GHashTable  *nears;            /* char* → GArray of Near */
  GPtrArray   *words;            /* char**: what Near refer to */
} Search;

static Entry *
get (const Search *self,
     guint         index)
{
  return &g_array_index (self->entries, Entry, index);
}

/* --- names --- */

static void
count_rows (NidaDataset *dataset,
            NidaField    field,
            guint64     *rows)
{
  NidaCodes codes = nida_dataset_get_codes (dataset, field);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    rows[nida_codes_get (codes, row)]++;
}

static void
collect_field (Search      *self,
               GHashTable  *by_name,
               NidaDataset *dataset,
               NidaField    field)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, field);
  guint32 size = nida_dictionary_get_size (dictionary);
  g_autofree guint64 *rows = g_new0 (guint64, size + 1);

  count_rows (dataset, field, rows);
  for (guint32 code = 1; code <= size; code++)
    {
      const char *name = nida_dictionary_get_name (dictionary, code);
      gpointer at = g_hash_table_lookup (by_name, name);
      Entry fresh = { .name = name }, *entry;

      /* what counts as another already is on its way there, if it is not there yet */
      if (rows[code] == 0 || nida_aliases_resolve (self->aliases, NIDA_ALIAS_ORGANISATION, name) != NULL)
        continue;
      if (at == NULL)
        {
          g_array_append_val (self->entries, fresh);
          at = GUINT_TO_POINTER (self->entries->len);
          g_hash_table_insert (by_name, (gpointer) name, at);
        }
      entry = get (self, GPOINTER_TO_UINT (at) - 1);
      entry->rows += rows[code];
      entry->arabic = entry->arabic != NULL ? entry->arabic : nida_dictionary_get_arabic (dictionary, code);
      entry->ref = entry->ref != NULL ? entry->ref : nida_dictionary_get_ref (dictionary, code);
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (((const Entry *) a)->name, ((const Entry *) b)->name);
}

static void
collect (Search        *self,
         NidaDataset   *dataset,
         NidaAliasKind  kind)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (const NidaField *field = nida_alias_kind_get_fields (kind); *field != NIDA_FIELD_NONE; field++)
    collect_field (self, by_name, dataset, *field);
  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get (self, i);

      entry->set = i;
      entry->country = nida_name_find_country (entry->name);
      if (entry->country == NULL && entry->arabic != NULL)
        entry->country = nida_name_find_country (entry->arabic);
    }
}

/* --- sets --- */

static guint
find_set (const Search *self,
          guint         index)
{
  while (get (self, index)->set != index)
    index = get (self, index)->set;
  return index;
}

/* Sets are small and few, so that looking through all names for them costs little. */
static GArray *
list_set (const Search *self,
          guint         set)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    if (find_set (self, i) == set)
      g_array_append_val (members, i);
  return members;
}

static gboolean
are_two (const Search *self,
         guint         one,
         guint         other)
{
  const Entry *a = get (self, one), *b = get (self, other);

  return (a->country != NULL && b->country != NULL && a->country != b->country)
         || nida_aliases_are_apart (self->aliases, NIDA_ALIAS_ORGANISATION, a->name, b->name);
}

static void
unite (Search          *self,
       guint            one,
       guint            other,
       NidaAliasReason  reason)
{
  guint a = find_set (self, one), b = find_set (self, other);
  g_autoptr (GArray) left = NULL, right = NULL;

  if (a == b)
    return;
  left = list_set (self, a);
  right = list_set (self, b);
  for (guint i = 0; i < left->len; i++)
    for (guint j = 0; j < right->len; j++)
      if (are_two (self, g_array_index (left, guint, i), g_array_index (right, guint, j)))
        return;
  get (self, MAX (a, b))->set = MIN (a, b);
  get (self, MIN (a, b))->reason = MAX (reason, MAX (get (self, a)->reason, get (self, b)->reason));
}

/* Takes @key. */
static void
add_key (Search          *self,
         guint            index,
         char            *key,
         NidaAliasReason  reason)
{
  gpointer first = g_hash_table_lookup (self->keys, key);

  if (first == NULL)
    {
      g_hash_table_insert (self->keys, key, GUINT_TO_POINTER (index + 1));
      return;
    }
  unite (self, GPOINTER_TO_UINT (first) - 1, index, reason);
  g_free (key);
}

static void
match_countries (Search *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (get (self, i)->country != NULL)
      add_key (self, i, g_strconcat ("country ", get (self, i)->country->iso3, NULL), NIDA_ALIAS_SAME_COUNTRY);
}

static void
match_references (Search *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *ref = get (self, i)->ref != NULL ? nida_reference_plain (get (self, i)->ref) : NULL;

      if (ref != NULL)
        add_key (self, i, g_strconcat ("reference ", ref, NULL), NIDA_ALIAS_SAME_REFERENCE);
    }
}

/* --- spelling --- */

/* "(WFP)" at the end, where it is the initials of what stands before. */
static char *
without_initials (const char *name)
{
  const char *open = strrchr (name, '(');
  g_autofree char *before = NULL, *plain = NULL;
  g_auto (GStrv) words = NULL;
  const char *p;
  guint i = 0;

  if (open == NULL || open == name || !g_str_has_suffix (open, ")"))
    return g_strdup (name);
  before = g_strndup (name, open - name);
  plain = nida_name_plain (before);
  words = g_strsplit (plain, " ", -1);
  for (p = open + 1; *p != ')' && g_ascii_isalpha (*p); p++)
    {
      while (words[i] != NULL && words[i][0] != g_ascii_tolower (*p))
        i++;
      if (words[i++] == NULL)
        return g_strdup (name);
    }
  return g_strdup (*p == ')' && p - open > 2 ? before : name);
}

static void
add_near (Search     *self,
          guint       entry,
          char      **words,
          guint       wrong)
{
  GString *key = g_string_new (NULL);
  Near near = { entry, words[wrong] };
  GArray *bucket;

  /* sorted words without one; what is compared must begin alike */
  for (guint i = 0; words[i] != NULL; i++)
    if (i != wrong)
      g_string_append_printf (key, "%s ", words[i]);
  g_string_append_printf (key, "|%.*s", (int) (g_utf8_next_char (words[wrong]) - words[wrong]), words[wrong]);
  bucket = g_hash_table_lookup (self->nears, key->str);
  if (bucket == NULL)
    {
      bucket = g_array_new (FALSE, FALSE, sizeof (Near));
      g_hash_table_insert (self->nears, g_strdup (key->str), bucket);
    }
  for (guint i = 0; i < bucket->len; i++)
    {
      const Near *other = &g_array_index (bucket, Near, i);

      if (other->entry != entry && nida_name_words_alike (other->word, near.word))
        unite (self, other->entry, entry, NIDA_ALIAS_SAME_SPELLING);
    }
  g_array_append_val (bucket, near);
  g_string_free (key, TRUE);
}

static void
match_spelling (Search     *self,
                guint       index,
                const char *name)
{
  g_autofree char *bare = without_initials (name);
  g_autofree char *plain = nida_name_plain (bare);
  char **words = nida_name_dup_words (plain);
  g_autofree char *sorted = g_strjoinv (" ", words);
  g_auto (GStrv) parts = g_strsplit (plain, " ", -1);
  g_autofree char *letters = g_strjoinv ("", parts);

  g_ptr_array_add (self->words, words);
  if (*sorted == '\0')
    return;
  add_key (self, index, g_strconcat ("words ", sorted, NULL), NIDA_ALIAS_SAME_SPELLING);
  /* Where words are joined or not, "Al Ahli" and "Alahli", their order counts. */
  add_key (self, index, g_strconcat ("letters ", letters, NULL), NIDA_ALIAS_SAME_SPELLING);
  for (guint i = 0; words[i] != NULL; i++)
    add_near (self, index, words, i);
}

static void
match_spellings (Search *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      match_spelling (self, i, get (self, i)->name);
      if (get (self, i)->arabic != NULL)
        match_spelling (self, i, get (self, i)->arabic);
      /* "Switzerlnd" is a slip for "Switzerland, Government of", which nobody types */
      if (get (self, i)->country != NULL)
        {
          match_spelling (self, i, get (self, i)->country->english);
          match_spelling (self, i, get (self, i)->country->arabic);
        }
    }
}

/* --- what comes of it --- */

static void
free_suggestion (gpointer data)
{
  NidaAliasSuggestion *suggestion = data;

  g_strfreev (suggestion->names);
  g_free (suggestion);
}

/* Is it simply the name of a country? */
static gboolean
is_plain_country (const Entry *entry)
{
  g_autofree char *plain = nida_name_plain (entry->name);

  return entry->country != NULL && nida_country_from_plain (plain) == entry->country;
}

static gboolean
is_better (const Entry *entry,
           const Entry *best)
{
  gboolean arabic = nida_name_is_arabic (entry->name), best_arabic = nida_name_is_arabic (best->name);
  gboolean plain = is_plain_country (entry), best_plain = is_plain_country (best);

  if (arabic != best_arabic)
    return best_arabic;
  return plain != best_plain ? plain : entry->rows > best->rows;
}

static NidaAliasSuggestion *
make_suggestion (const Search *self,
                 guint         set,
                 GArray       *members)
{
  NidaAliasSuggestion *suggestion = g_new0 (NidaAliasSuggestion, 1);
  const Entry *best = NULL;

  suggestion->reason = get (self, set)->reason;
  suggestion->names = g_new0 (char *, members->len + 1);
  for (guint i = 0; i < members->len; i++)
    {
      const Entry *entry = get (self, g_array_index (members, guint, i));

      suggestion->names[i] = g_strdup (entry->name);
      if (best == NULL || is_better (entry, best))
        {
          best = entry;
          suggestion->keep = suggestion->names[i];
        }
    }
  return suggestion;
}

static int
compare_suggestions (gconstpointer a,
                     gconstpointer b)
{
  const NidaAliasSuggestion *x = *(NidaAliasSuggestion * const *) a, *y = *(NidaAliasSuggestion * const *) b;

  return x->reason != y->reason ? (int) x->reason - (int) y->reason : strcmp (x->keep, y->keep);
}

static GPtrArray *
list_suggestions (const Search *self)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func (free_suggestion);
  g_autofree GArray **sets = g_new0 (GArray *, self->entries->len + 1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      guint set = find_set (self, i);

      if (sets[set] == NULL)
        sets[set] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (sets[set], i);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (sets[i] != NULL && sets[i]->len > 1)
        g_ptr_array_add (suggestions, make_suggestion (self, i, sets[i]));
      g_clear_pointer (&sets[i], g_array_unref);
    }
  g_ptr_array_sort (suggestions, compare_suggestions);
  return suggestions;
}

/**
 * nida_aliases_suggest:
 * @aliases: (nullable): which names are known to be two
 *
 * Returns: (transfer full) (element-type NidaAliasSuggestion): sets of names that may be one, those of governments first.
 *   They are the same whatever the order of the files
 */
GPtrArray *
nida_aliases_suggest (NidaDataset *dataset,
                      NidaAliases *aliases)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) nears = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Search self = { aliases, entries, keys, nears, words };

  g_return_val_if_fail (NIDA_IS_DATASET (dataset), NULL);

  collect (&self, dataset, NIDA_ALIAS_ORGANISATION);
  match_countries (&self);
  match_references (&self);
  match_spellings (&self);
  return list_suggestions (&self);
}
