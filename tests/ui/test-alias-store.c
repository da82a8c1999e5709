/* What was said of names is kept at once; what is not ours to overwrite is not overwritten. */
#include "config.h"

#include "alias-store.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define ORG NIDA_ALIAS_ORGANISATION

static void
count_cb (NidaAliasStore *store,
          guint          *n)
{
  (*n)++;
}

static NidaAliases *
say (const char *name,
     const char *is)
{
  NidaAliases *aliases = nida_aliases_new ();

  nida_aliases_add (aliases, ORG, name, is, NULL);
  return aliases;
}

static void
test_kept (void)
{
  g_autofree char *path = ui_test_write ("aliases.csv", "");
  g_autoptr (NidaAliases) aliases = say ("State of Kuwait", "Kuwait");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaAliasStore) store = NULL, again = NULL;
  guint n = 0;

  g_unlink (path);
  store = nida_alias_store_new (path);
  g_assert_null (nida_alias_store_get_problem (store));
  g_assert_true (nida_aliases_is_empty (nida_alias_store_get_aliases (store)));
  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (nida_alias_store_set (store, aliases, &error));
  g_assert_true (nida_alias_store_set (store, aliases, &error));
  g_assert_cmpuint (n, ==, 1);
  again = nida_alias_store_new (path);
  g_assert_true (nida_aliases_equal (nida_alias_store_get_aliases (again), aliases));
}

static void
test_damaged (void)
{
  static const char text[] = "kind,name,is\n,a,b\n,a,c\n";
  g_autofree char *path = ui_test_write ("aliases.csv", text);
  g_autoptr (NidaAliasStore) store = nida_alias_store_new (path);
  g_autoptr (NidaAliases) aliases = say ("State of Kuwait", "Kuwait");
  g_autoptr (GError) error = NULL;
  g_autofree char *present = NULL;

  g_assert_nonnull (strstr (nida_alias_store_get_problem (store), "line 3"));
  g_assert_true (nida_aliases_is_empty (nida_alias_store_get_aliases (store)));
  g_assert_false (nida_alias_store_set (store, aliases, &error));
  g_assert_error (error, NIDA_ALIAS_STORE_ERROR, NIDA_ALIAS_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_get_contents (path, &present, NULL, NULL));
  g_assert_cmpstr (present, ==, text);
  /* once it is mended, it counts */
  g_clear_error (&error);
  ui_test_rewrite (path, "kind,name,is\n,a,b\n");
  g_assert_false (nida_alias_store_set (store, aliases, &error));
  g_assert_null (nida_alias_store_get_problem (store));
  g_assert_cmpstr (nida_aliases_resolve (nida_alias_store_get_aliases (store), ORG, "a"), ==, "b");
}

/* A person with a text editor is not overruled. */
static void
test_outside (void)
{
  g_autofree char *path = ui_test_write ("aliases.csv", "kind,name,is\n,a,b\n");
  g_autoptr (NidaAliasStore) store = nida_alias_store_new (path);
  g_autoptr (NidaAliases) aliases = say ("State of Kuwait", "Kuwait");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n);
  ui_test_rewrite (path, "kind,name,is\n,c,d\n");
  g_assert_false (nida_alias_store_set (store, aliases, &error));
  g_assert_error (error, NIDA_ALIAS_STORE_ERROR, NIDA_ALIAS_STORE_ERROR_CHANGED);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (nida_aliases_resolve (nida_alias_store_get_aliases (store), ORG, "c"), ==, "d");
  g_clear_error (&error);
  g_assert_true (nida_alias_store_set (store, aliases, &error));
}

/* A folder that cannot be written: all stays as it was. */
static void
test_unwritable (void)
{
  g_autoptr (NidaAliasStore) store = nida_alias_store_new ("/proc/nowhere/aliases.csv");
  g_autoptr (NidaAliases) aliases = say ("State of Kuwait", "Kuwait");
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_alias_store_set (store, aliases, &error));
  g_assert_error (error, NIDA_ALIAS_STORE_ERROR, NIDA_ALIAS_STORE_ERROR_FAILED);
  g_assert_true (nida_aliases_is_empty (nida_alias_store_get_aliases (store)));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/alias-store/what-is-said-is-kept-at-once", test_kept);
  g_test_add_func ("/alias-store/a-damaged-file-is-said-and-not-overwritten", test_damaged);
  g_test_add_func ("/alias-store/what-was-changed-outside-is-taken-first", test_outside);
  g_test_add_func ("/alias-store/what-cannot-be-kept-does-not-hold", test_unwritable);
  return g_test_run ();
}
