/* aliases.c: a name leads to its end, and the order in which things are said never matters. */
#include "aliases.h"

#define ORG NIDA_ALIAS_ORGANISATION

static void
assert_is (NidaAliases *aliases,
           const char  *name,
           const char  *is)
{
  g_assert_cmpstr (nida_aliases_resolve (aliases, ORG, name), ==, is);
}

static void
test_chain (void)
{
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();

  nida_aliases_add (aliases, ORG, "a", "b", NULL);
  nida_aliases_add (aliases, ORG, "b", "c", NULL);
  assert_is (aliases, "a", "c");
  assert_is (aliases, "b", "c");
  assert_is (aliases, "c", NULL);
  assert_is (aliases, "d", NULL);
  assert_is (NULL, "a", NULL);
  g_assert_cmpstr (nida_aliases_get (aliases, ORG, "a"), ==, "b");
}

/* Names that are each other are one, by the smallest name; what leads into the circle too. */
static void
test_circle (void)
{
  static const char * const says[][2] = { { "b", "c" }, { "c", "a" }, { "a", "b" }, { "d", "c" }, { "e", "e" } };

  for (guint start = 0; start < G_N_ELEMENTS (says); start++)
    {
      g_autoptr (NidaAliases) aliases = nida_aliases_new ();

      for (guint i = 0; i < G_N_ELEMENTS (says); i++)
        nida_aliases_add (aliases, ORG, says[(start + i) % G_N_ELEMENTS (says)][0], says[(start + i) % G_N_ELEMENTS (says)][1], NULL);
      assert_is (aliases, "a", NULL);
      assert_is (aliases, "b", "a");
      assert_is (aliases, "c", "a");
      assert_is (aliases, "d", "a");
      assert_is (aliases, "e", NULL);
    }
}

static void
test_join (void)
{
  const char *names[] = { "a", "b", "c", NULL };
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();

  nida_aliases_add (aliases, ORG, "x", "a", NULL);
  nida_aliases_add (aliases, ORG, "b", "z", NULL);
  nida_aliases_join (aliases, ORG, names, "b");
  assert_is (aliases, "a", "b");
  assert_is (aliases, "b", NULL);
  assert_is (aliases, "c", "b");
  assert_is (aliases, "x", "b");
}

/* A name that others led through leaves them where they were. */
static void
test_remove (void)
{
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_auto (GStrv) names = NULL;

  nida_aliases_add (aliases, ORG, "a", "b", NULL);
  nida_aliases_add (aliases, ORG, "b", "c", NULL);
  nida_aliases_remove (aliases, ORG, "b");
  assert_is (aliases, "a", "c");
  assert_is (aliases, "b", NULL);
  nida_aliases_remove (aliases, ORG, "nobody");
  names = nida_aliases_dup_names (aliases, ORG);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  nida_aliases_remove (aliases, ORG, "a");
  g_assert_true (nida_aliases_is_empty (aliases));
}

static void
test_copy (void)
{
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (NidaAliases) copy = NULL, empty = nida_aliases_copy (NULL);

  g_assert_true (nida_aliases_equal (NULL, empty));
  g_assert_true (nida_aliases_equal (NULL, NULL));
  nida_aliases_add (aliases, ORG, "a", "b", "ب");
  nida_aliases_set_apart (aliases, ORG, "y", "x");
  g_assert_false (nida_aliases_equal (aliases, NULL));
  copy = nida_aliases_copy (aliases);
  g_assert_true (nida_aliases_equal (aliases, copy));
  nida_aliases_remove (copy, ORG, "a");
  g_assert_false (nida_aliases_equal (aliases, copy));
  g_assert_false (nida_aliases_equal (copy, aliases));
  assert_is (aliases, "a", "b");
  g_assert_true (nida_aliases_are_apart (copy, ORG, "x", "y"));
}

static void
test_arabic (void)
{
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();

  nida_aliases_add (aliases, ORG, "a", "Kuwait", NULL);
  g_assert_null (nida_aliases_get_arabic (aliases, ORG, "Kuwait"));
  nida_aliases_add (aliases, ORG, "b", "Kuwait", "الكويت");
  nida_aliases_add (aliases, ORG, "c", "Kuwait", "دولة الكويت");
  g_assert_cmpstr (nida_aliases_get_arabic (aliases, ORG, "Kuwait"), ==, "الكويت");
}

static void
test_apart (void)
{
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (GArray) pairs = NULL;

  nida_aliases_set_apart (aliases, ORG, "b", "a");
  nida_aliases_set_apart (aliases, ORG, "a", "b");
  nida_aliases_set_apart (aliases, ORG, "a", "c");
  g_assert_true (nida_aliases_are_apart (aliases, ORG, "a", "b"));
  g_assert_true (nida_aliases_are_apart (aliases, ORG, "c", "a"));
  g_assert_false (nida_aliases_are_apart (aliases, ORG, "b", "c"));
  g_assert_false (nida_aliases_are_apart (NULL, ORG, "b", "a"));
  nida_aliases_set_apart (aliases, ORG, "d", "e");
  nida_aliases_unset_apart (aliases, ORG, "e", "d");
  g_assert_false (nida_aliases_are_apart (aliases, ORG, "d", "e"));
  pairs = nida_aliases_list_apart (aliases, ORG);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpstr (g_array_index (pairs, NidaApart, 0).one, ==, "a");
  g_assert_cmpstr (g_array_index (pairs, NidaApart, 1).other, ==, "c");
}

static void
test_kinds (void)
{
  NidaAliasKind kind = NIDA_N_ALIAS_KINDS;

  g_assert_true (nida_alias_kind_from_word ("Donor", &kind));
  g_assert_cmpint (kind, ==, ORG);
  g_assert_true (nida_alias_kind_from_word (nida_alias_kind_get_word (ORG), &kind));
  g_assert_false (nida_alias_kind_from_word ("currency", &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aliases/a-chain-is-followed-to-its-end", test_chain);
  g_test_add_func ("/aliases/names-of-a-circle-are-the-smallest-of-them", test_circle);
  g_test_add_func ("/aliases/join/all-are-the-kept-name", test_join);
  g_test_add_func ("/aliases/remove/leaves-what-led-through-it", test_remove);
  g_test_add_func ("/aliases/copy/is-equal-and-its-own", test_copy);
  g_test_add_func ("/aliases/arabic/the-smallest-that-was-said", test_arabic);
  g_test_add_func ("/aliases/apart/in-either-order", test_apart);
  g_test_add_func ("/aliases/kinds/have-words", test_kinds);
  return g_test_run ();
}
