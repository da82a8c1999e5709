/* A map from names to names.
 *
 * It is followed to its end, so that chains need no care: of a → b and b → c, all are c. A circle says that its names are
 * one and not which name is kept: it is the one that compares smallest, so that the order of the lines never matters. */
#include "aliases.h"

#include <string.h>

typedef struct {
  char *is;
  char *arabic;           /* what @is is called in Arabic, or NULL */
} Alias;

struct _NidaAliases {
  gatomicrefcount ref_count;
  GHashTable     *names[NIDA_N_ALIAS_KINDS];       /* char* → Alias */
  GHashTable     *apart[NIDA_N_ALIAS_KINDS];       /* a set of pairs */
};

typedef struct { char *one, *other; } Pair;         /* the smaller first */

static const struct {
  const char *words[4];                             /* the first is written, all are read */
  NidaField   fields[4];
} kinds[NIDA_N_ALIAS_KINDS] = {
  [NIDA_ALIAS_ORGANISATION] = { { "organisation", "donor", "recipient", "partner" },
                                { NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_PARTNER, NIDA_FIELD_NONE } },
};

static void
free_alias (gpointer data)
{
  g_free (((Alias *) data)->is);
  g_free (((Alias *) data)->arabic);
  g_free (data);
}

static void
free_pair (gpointer data)
{
  g_free (((Pair *) data)->one);
  g_free (((Pair *) data)->other);
  g_free (data);
}

static guint
hash_pair (gconstpointer key)
{
  return g_str_hash (((const Pair *) key)->one) * 31 + g_str_hash (((const Pair *) key)->other);
}

static gboolean
same_pair (gconstpointer a,
           gconstpointer b)
{
  return strcmp (((const Pair *) a)->one, ((const Pair *) b)->one) == 0
         && strcmp (((const Pair *) a)->other, ((const Pair *) b)->other) == 0;
}

static Pair
make_pair (const char *one,
           const char *other)
{
  return strcmp (one, other) < 0 ? (Pair) { (char *) one, (char *) other } : (Pair) { (char *) other, (char *) one };
}

/**
 * nida_aliases_new:
 *
 * Returns: (transfer full): an empty set
 */
NidaAliases *
nida_aliases_new (void)
{
  NidaAliases *self = g_new0 (NidaAliases, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (int kind = 0; kind < NIDA_N_ALIAS_KINDS; kind++)
    {
      self->names[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_alias);
      self->apart[kind] = g_hash_table_new_full (hash_pair, same_pair, free_pair, NULL);
    }
  return self;
}

NidaAliases *
nida_aliases_ref (NidaAliases *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_aliases_unref (NidaAliases *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int kind = 0; kind < NIDA_N_ALIAS_KINDS; kind++)
    {
      g_hash_table_unref (self->names[kind]);
      g_hash_table_unref (self->apart[kind]);
    }
  g_free (self);
}

/**
 * nida_aliases_copy:
 * @self: (nullable): a set
 *
 * Returns: (transfer full): a set of its own that may be changed
 */
NidaAliases *
nida_aliases_copy (NidaAliases *self)
{
  NidaAliases *copy = nida_aliases_new ();
  GHashTableIter iter;
  gpointer key, value;

  for (int kind = 0; self != NULL && kind < NIDA_N_ALIAS_KINDS; kind++)
    {
      g_hash_table_iter_init (&iter, self->names[kind]);
      while (g_hash_table_iter_next (&iter, &key, &value))
        nida_aliases_add (copy, kind, key, ((Alias *) value)->is, ((Alias *) value)->arabic);
      g_hash_table_iter_init (&iter, self->apart[kind]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        nida_aliases_set_apart (copy, kind, ((Pair *) key)->one, ((Pair *) key)->other);
    }
  return copy;
}

/* Are all names and pairs of @a in @b? */
static gboolean
is_within (NidaAliases   *a,
           NidaAliases   *b,
           NidaAliasKind  kind)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, a->names[kind]);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Alias *one = value, *other = g_hash_table_lookup (b->names[kind], key);

      if (other == NULL || strcmp (one->is, other->is) != 0 || g_strcmp0 (one->arabic, other->arabic) != 0)
        return FALSE;
    }
  g_hash_table_iter_init (&iter, a->apart[kind]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (b->apart[kind], key))
      return FALSE;
  return TRUE;
}

gboolean
nida_aliases_is_empty (NidaAliases *self)
{
  for (int kind = 0; self != NULL && kind < NIDA_N_ALIAS_KINDS; kind++)
    if (g_hash_table_size (self->names[kind]) + g_hash_table_size (self->apart[kind]) > 0)
      return FALSE;
  return TRUE;
}

gboolean
nida_aliases_equal (NidaAliases *a,
                    NidaAliases *b)
{
  if (a == b || a == NULL || b == NULL)
    return a == b || nida_aliases_is_empty (a != NULL ? a : b);
  for (int kind = 0; kind < NIDA_N_ALIAS_KINDS; kind++)
    if (g_hash_table_size (a->names[kind]) != g_hash_table_size (b->names[kind])
        || g_hash_table_size (a->apart[kind]) != g_hash_table_size (b->apart[kind]) || !is_within (a, b, kind))
      return FALSE;
  return TRUE;
}

/**
 * nida_aliases_add:
 * @name: a name as sources write it
 * @is: the name that it counts as, instead of any that was said before
 * @arabic: (nullable): what @is is called in Arabic
 */
void
nida_aliases_add (NidaAliases   *self,
                  NidaAliasKind  kind,
                  const char    *name,
                  const char    *is,
                  const char    *arabic)
{
  Alias *alias;

  g_return_if_fail (self != NULL && kind < NIDA_N_ALIAS_KINDS && name != NULL && is != NULL);

  alias = g_new (Alias, 1);
  alias->is = g_strdup (is);
  alias->arabic = g_strdup (arabic);
  g_hash_table_replace (self->names[kind], g_strdup (name), alias);
}

/**
 * nida_aliases_join:
 * @names: (array zero-terminated=1): they are one from now on
 * @keep: the one of them that all count as
 */
void
nida_aliases_join (NidaAliases        *self,
                   NidaAliasKind       kind,
                   const char * const *names,
                   const char         *keep)
{
  g_return_if_fail (self != NULL && names != NULL && keep != NULL);

  g_hash_table_remove (self->names[kind], keep);
  for (; *names != NULL; names++)
    if (strcmp (*names, keep) != 0)
      nida_aliases_add (self, kind, *names, keep, NULL);
}

/**
 * nida_aliases_remove:
 * @name: it is a name of its own again; names that counted as it stay with what it counted as
 */
void
nida_aliases_remove (NidaAliases   *self,
                     NidaAliasKind  kind,
                     const char    *name)
{
  g_autofree char *is = NULL;
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (self != NULL && name != NULL);

  is = g_strdup (nida_aliases_resolve (self, kind, name));
  g_hash_table_iter_init (&iter, self->names[kind]);
  while (is != NULL && g_hash_table_iter_next (&iter, NULL, &value))
    if (strcmp (((Alias *) value)->is, name) == 0)
      {
        g_free (((Alias *) value)->is);
        ((Alias *) value)->is = g_strdup (is);
      }
  g_hash_table_remove (self->names[kind], name);
}

/**
 * nida_aliases_get:
 *
 * Returns: (transfer none) (nullable): what was said that @name is; nida_aliases_resolve() follows it
 */
const char *
nida_aliases_get (NidaAliases   *self,
                  NidaAliasKind  kind,
                  const char    *name)
{
  const Alias *alias = self != NULL ? g_hash_table_lookup (self->names[kind], name) : NULL;

  return alias != NULL ? alias->is : NULL;
}

/**
 * nida_aliases_get_said_arabic:
 *
 * Returns: (transfer none) (nullable): what was said, together with what @name is, that this is called in Arabic
 */
const char *
nida_aliases_get_said_arabic (NidaAliases   *self,
                              NidaAliasKind  kind,
                              const char    *name)
{
  const Alias *alias = self != NULL ? g_hash_table_lookup (self->names[kind], name) : NULL;

  return alias != NULL ? alias->arabic : NULL;
}

/* The smallest name of the circle that @name is part of. */
static const char *
smallest_in_circle (NidaAliases   *self,
                    NidaAliasKind  kind,
                    const char    *name)
{
  const char *best = name;

  for (const char *next = nida_aliases_get (self, kind, name); strcmp (next, name) != 0;
       next = nida_aliases_get (self, kind, next))
    if (strcmp (next, best) < 0)
      best = next;
  return best;
}

/**
 * nida_aliases_resolve:
 *
 * Returns: (transfer none) (nullable): the name that @name counts as; %NULL when it is its own
 */
const char *
nida_aliases_resolve (NidaAliases   *self,
                      NidaAliasKind  kind,
                      const char    *name)
{
  const char *last = name, *next;
  guint steps = 0;

  g_return_val_if_fail (kind < NIDA_N_ALIAS_KINDS && name != NULL, NULL);

  while ((next = nida_aliases_get (self, kind, last)) != NULL)
    {
      last = next;
      if (++steps > g_hash_table_size (self->names[kind]))
        {
          last = smallest_in_circle (self, kind, last);
          break;
        }
    }
  return strcmp (last, name) == 0 ? NULL : last;
}

/**
 * nida_aliases_get_arabic:
 * @name: a name that others count as
 *
 * Returns: (transfer none) (nullable): what was said that it is called in Arabic; of several the one that compares smallest
 */
const char *
nida_aliases_get_arabic (NidaAliases   *self,
                         NidaAliasKind  kind,
                         const char    *name)
{
  const char *best = NULL;
  GHashTableIter iter;
  gpointer value;

  if (self == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, self->names[kind]);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Alias *alias = value;

      if (alias->arabic != NULL && strcmp (alias->is, name) == 0 && (best == NULL || strcmp (alias->arabic, best) < 0))
        best = alias->arabic;
    }
  return best;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * nida_aliases_dup_names:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names that count as others, in the order of their code points
 */
char **
nida_aliases_dup_names (NidaAliases   *self,
                        NidaAliasKind  kind)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  if (self != NULL)
    {
      g_hash_table_iter_init (&iter, self->names[kind]);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* --- names that are two --- */

/**
 * nida_aliases_set_apart:
 *
 * Remember that @one and @other are two however alike they look, so that nobody asks again.
 */
void
nida_aliases_set_apart (NidaAliases   *self,
                        NidaAliasKind  kind,
                        const char    *one,
                        const char    *other)
{
  Pair pair, *copy;

  g_return_if_fail (self != NULL && kind < NIDA_N_ALIAS_KINDS && one != NULL && other != NULL);

  pair = make_pair (one, other);
  copy = g_new (Pair, 1);
  *copy = (Pair) { g_strdup (pair.one), g_strdup (pair.other) };
  g_hash_table_add (self->apart[kind], copy);
}

void
nida_aliases_unset_apart (NidaAliases   *self,
                          NidaAliasKind  kind,
                          const char    *one,
                          const char    *other)
{
  Pair pair = make_pair (one, other);

  g_return_if_fail (self != NULL && kind < NIDA_N_ALIAS_KINDS);

  g_hash_table_remove (self->apart[kind], &pair);
}

gboolean
nida_aliases_are_apart (NidaAliases   *self,
                        NidaAliasKind  kind,
                        const char    *one,
                        const char    *other)
{
  Pair pair = make_pair (one, other);

  return self != NULL && g_hash_table_contains (self->apart[kind], &pair);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const NidaApart *x = a, *y = b;
  int order = strcmp (x->one, y->one);

  return order != 0 ? order : strcmp (x->other, y->other);
}

/**
 * nida_aliases_list_apart:
 *
 * Returns: (transfer full) (element-type NidaApart): the pairs in the order of their code points; the texts are @self's
 */
GArray *
nida_aliases_list_apart (NidaAliases   *self,
                         NidaAliasKind  kind)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (NidaApart));
  GHashTableIter iter;
  gpointer key;

  if (self == NULL)
    return pairs;
  g_hash_table_iter_init (&iter, self->apart[kind]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      NidaApart pair = { ((Pair *) key)->one, ((Pair *) key)->other };

      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/* --- kinds --- */

const char *
nida_alias_kind_get_word (NidaAliasKind kind)
{
  g_return_val_if_fail (kind < NIDA_N_ALIAS_KINDS, NULL);

  return kinds[kind].words[0];
}

/**
 * nida_alias_kind_from_word:
 * @word: "organisation", or a field whose names are organisations; case does not matter
 * @kind: (out): what it means
 */
gboolean
nida_alias_kind_from_word (const char    *word,
                           NidaAliasKind *kind)
{
  for (guint i = 0; i < NIDA_N_ALIAS_KINDS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds[i].words); j++)
      if (g_ascii_strcasecmp (word, kinds[i].words[j]) == 0)
        {
          *kind = i;
          return TRUE;
        }
  return FALSE;
}

const NidaField *
nida_alias_kind_get_fields (NidaAliasKind kind)
{
  g_return_val_if_fail (kind < NIDA_N_ALIAS_KINDS, NULL);

  return kinds[kind].fields;
}
