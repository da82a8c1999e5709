/* One statement an item: a name is another, or its own; two names are two, or may be one. So undo takes back what was said of
 * these names and leaves what was said of others meanwhile. */
#include "config.h"

#include "alias-items.h"

#include <string.h>

#define GROUP "Nida name"

/* @other NULL: @name is @is, or its own where that is NULL. Else: are both two? */
typedef struct {
  NidaAliasKind kind;
  char         *name, *is, *arabic, *other;
  gboolean      apart;
} Statement;

static void
statement_free (gpointer data)
{
  Statement *statement = data;

  g_free (statement->name);
  g_free (statement->is);
  g_free (statement->arabic);
  g_free (statement->other);
  g_free (statement);
}

/* --- what makes one set of another --- */

static void
add_names (GPtrArray          *statements,
           NidaAliasKind       kind,
           const char * const *names,
           NidaAliases        *before,
           NidaAliases        *after,
           gboolean            only_gone)
{
  for (; *names != NULL; names++)
    {
      const char *was = nida_aliases_get (before, kind, *names), *is = nida_aliases_get (after, kind, *names);
      const char *arabic = nida_aliases_get_said_arabic (after, kind, *names);
      Statement *statement;

      if ((only_gone && is != NULL) || (g_strcmp0 (was, is) == 0
          && g_strcmp0 (nida_aliases_get_said_arabic (before, kind, *names), arabic) == 0))
        continue;
      statement = g_new0 (Statement, 1);
      *statement = (Statement) { kind, g_strdup (*names), g_strdup (is), g_strdup (arabic), NULL, FALSE };
      g_ptr_array_add (statements, statement);
    }
}

/* Pairs of @from that are none in @in. */
static void
add_pairs (GPtrArray     *statements,
           NidaAliasKind  kind,
           NidaAliases   *from,
           NidaAliases   *in,
           gboolean       apart)
{
  g_autoptr (GArray) pairs = from != NULL ? nida_aliases_list_apart (from, kind) : NULL;

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const NidaApart *pair = &g_array_index (pairs, NidaApart, i);
      Statement *statement;

      if (in != NULL && nida_aliases_are_apart (in, kind, pair->one, pair->other))
        continue;
      statement = g_new0 (Statement, 1);
      *statement = (Statement) { kind, g_strdup (pair->one), NULL, NULL, g_strdup (pair->other), apart };
      g_ptr_array_add (statements, statement);
    }
}

static GPtrArray *
list_difference (NidaAliases *before,
                 NidaAliases *after)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (statement_free);

  for (NidaAliasKind kind = 0; kind < NIDA_N_ALIAS_KINDS; kind++)
    {
      g_auto (GStrv) gone = nida_aliases_dup_names (before, kind), names = nida_aliases_dup_names (after, kind);

      add_names (statements, kind, (const char * const *) gone, before, after, TRUE);
      add_names (statements, kind, (const char * const *) names, before, after, FALSE);
      add_pairs (statements, kind, before, after, FALSE);
      add_pairs (statements, kind, after, before, TRUE);
    }
  return statements;
}

static void
apply (NidaAliases     *aliases,
       const Statement *statement)
{
  const char *none[] = { NULL };

  if (statement->other != NULL && statement->apart)
    nida_aliases_set_apart (aliases, statement->kind, statement->name, statement->other);
  else if (statement->other != NULL)
    nida_aliases_unset_apart (aliases, statement->kind, statement->name, statement->other);
  else if (statement->is != NULL)
    nida_aliases_add (aliases, statement->kind, statement->name, statement->is, statement->arabic);
  else
    nida_aliases_join (aliases, statement->kind, none, statement->name);   /* its own, and others that are it stay so */
}

NidaAliases *
nida_alias_items_patch (NidaAliases *aliases,
                        NidaAliases *before,
                        NidaAliases *after)
{
  NidaAliases *patched = nida_aliases_copy (aliases);
  g_autoptr (GPtrArray) statements = list_difference (before, after);

  for (guint i = 0; i < statements->len; i++)
    apply (patched, statements->pdata[i]);
  return patched;
}

/* --- items --- */

static char *
statement_id (const Statement *statement)
{
  return statement->other != NULL ? g_strdup_printf ("%s/%s/%s", nida_alias_kind_get_word (statement->kind), statement->name, statement->other)
                                  : g_strdup_printf ("%s:%s", nida_alias_kind_get_word (statement->kind), statement->name);
}

static char *
statement_to_text (const Statement *statement)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "kind", nida_alias_kind_get_word (statement->kind));
  g_key_file_set_string (file, GROUP, "name", statement->name);
  if (statement->is != NULL)
    g_key_file_set_string (file, GROUP, "is", statement->is);
  if (statement->arabic != NULL)
    g_key_file_set_string (file, GROUP, "arabic", statement->arabic);
  if (statement->other == NULL)
    return g_key_file_to_data (file, NULL, NULL);
  g_key_file_set_string (file, GROUP, "other", statement->other);
  g_key_file_set_boolean (file, GROUP, "apart", statement->apart);
  return g_key_file_to_data (file, NULL, NULL);
}

static Statement *
statement_from_text (const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *kind = NULL, *name = NULL;
  NidaAliasKind read;
  Statement *statement;

  if (!g_utf8_validate (text, -1, NULL) || !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return NULL;
  kind = g_key_file_get_string (file, GROUP, "kind", NULL);
  name = g_key_file_get_string (file, GROUP, "name", NULL);
  if (kind == NULL || name == NULL || !nida_alias_kind_from_word (kind, &read))
    return NULL;
  statement = g_new0 (Statement, 1);
  *statement = (Statement) {
    read, g_steal_pointer (&name), g_key_file_get_string (file, GROUP, "is", NULL), g_key_file_get_string (file, GROUP, "arabic", NULL),
    g_key_file_get_string (file, GROUP, "other", NULL), g_key_file_get_boolean (file, GROUP, "apart", NULL),
  };
  return statement;
}

NidaAliases *
nida_alias_items_overlay (NidaItems   *items,
                          NidaAliases *said)
{
  NidaAliases *aliases = nida_aliases_copy (said);

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_ALIAS); i++)
    {
      Statement *statement = statement_from_text (nida_items_get (items, NIDA_ITEM_ALIAS, i)->text);

      if (statement == NULL)
        continue;
      apply (aliases, statement);
      statement_free (statement);
    }
  return aliases;
}

void
nida_alias_items_put (NidaDocument *document,
                      NidaAliases  *before,
                      NidaAliases  *after)
{
  g_autoptr (GPtrArray) statements = list_difference (before, after);

  for (guint i = 0; i < statements->len; i++)
    {
      g_autofree char *id = statement_id (statements->pdata[i]), *text = statement_to_text (statements->pdata[i]);

      nida_document_set (document, NIDA_ITEM_ALIAS, id, text);
    }
}

gboolean
nida_alias_items_oppose (NidaItems   *items,
                         NidaAliases *before,
                         NidaAliases *after)
{
  g_autoptr (GPtrArray) statements = list_difference (before, after);

  for (guint i = 0; i < statements->len; i++)
    {
      g_autofree char *id = statement_id (statements->pdata[i]), *text = statement_to_text (statements->pdata[i]);
      const NidaItem *item = nida_items_find (items, NIDA_ITEM_ALIAS, id);

      if (item != NULL && !g_str_equal (item->text, text))
        return TRUE;
    }
  return FALSE;
}
