/* Cells that list several names: split only into names that stand alone or are known. */
#include "dataset-members.h"

#include <string.h>

/* The members of @cell as "A + B", or "" when it is whole. */
static char *
members_of (NidaDictionary *names,
            const char     *cell)
{
  GString *out = g_string_new (NULL);
  guint n;
  const guint32 *members = nida_dictionary_get_members (names, nida_dictionary_lookup (names, cell, -1), &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " + " : "", nida_dictionary_get_name (names, members[i]));
  return g_string_free (out, FALSE);
}

static NidaDictionary *
split (const char * const *cells,
       const char * const *vocabulary)
{
  NidaDictionary *names = nida_dictionary_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; cells[i] != NULL; i++)
    nida_dictionary_intern (names, cells[i], -1);
  for (guint i = 0; vocabulary != NULL && vocabulary[i] != NULL; i++)
    g_hash_table_add (known, (gpointer) vocabulary[i]);
  nida_members_split (names, vocabulary != NULL ? known : NULL);
  return names;
}

static void
assert_members (NidaDictionary *names,
                const char     *cell,
                const char     *expected)
{
  g_autofree char *members = members_of (names, cell);

  g_assert_cmpstr (members, ==, expected);
}

static void
test_standing_alone (void)
{
  static const char * const cells[] = {
    "Health; Education", "Health", "Education", "Housing, Land and Property", "Health | Education, Water", "Water",
    "Health, Nutrition", "Health,, Education", "Water،Health", "Health,", "Health,Health", NULL,
  };
  g_autoptr (NidaDictionary) names = split (cells, NULL);

  assert_members (names, "Health; Education", "Health + Education");
  assert_members (names, "Housing, Land and Property", "");
  assert_members (names, "Health | Education, Water", "Health + Education + Water");
  assert_members (names, "Health, Nutrition", "");          /* Nutrition stands nowhere alone */
  assert_members (names, "Health,, Education", "");
  assert_members (names, "Water،Health", "Water + Health");
  assert_members (names, "Health,", "");
  assert_members (names, "Health,Health", "Health");
  assert_members (names, "Health", "");
  g_assert_cmpuint (nida_dictionary_get_size (names), ==, 11);
}

static void
test_commas_inside (void)
{
  static const char * const cells[] = {
    "Health, Housing, Land and Property", "Housing, Land and Property", "Health", "Housing", "Land and Property",
    "Housing, Land and Property, Health, Housing", NULL,
  };
  static const char * const known[] = { "Housing, Land and Property", NULL };
  g_autoptr (NidaDictionary) names = split (cells, known);
  g_autoptr (NidaDictionary) unknown = split (cells, NULL);

  assert_members (names, "Housing, Land and Property", "");
  assert_members (names, "Health, Housing, Land and Property", "Health + Housing, Land and Property");
  assert_members (names, "Housing, Land and Property, Health, Housing", "Housing, Land and Property + Health + Housing");
  /* both halves stand alone and nobody knows the whole: it is a list, and what holds it lists them too */
  assert_members (unknown, "Housing, Land and Property", "Housing + Land and Property");
  assert_members (unknown, "Health, Housing, Land and Property", "Health + Housing + Land and Property");
}

/* The longest name first, but not when the rest then fits nothing. */
static void
test_backtracking (void)
{
  static const char * const cells[] = { "A", "B, C", "A, B", "C, D", "A, B, C", "A, B, C, D", "D", NULL };
  static const char * const known[] = { "A, B", "B, C", "C, D", NULL };
  g_autoptr (NidaDictionary) names = split (cells, known);

  assert_members (names, "A, B, C", "A + B, C");
  assert_members (names, "A, B, C, D", "A, B + C, D");
}

static void
test_vocabulary (void)
{
  static const char * const cells[] = { "SYR, TUR", "SYR,XXX", "Turkey", NULL };
  static const char * const known[] = { "SYR", "TUR", NULL };
  g_autoptr (NidaDictionary) names = split (cells, known);

  assert_members (names, "SYR, TUR", "SYR + TUR");
  assert_members (names, "SYR,XXX", "");
  g_assert_cmpuint (nida_dictionary_lookup (names, "TUR", -1), ==, 5);
}

static void
test_references_stay_whole (void)
{
  g_autoptr (NidaDictionary) names = nida_dictionary_new ();

  nida_dictionary_intern (names, "Korea", -1);
  nida_dictionary_intern (names, "Republic of", -1);
  nida_dictionary_set_ref (names, nida_dictionary_intern (names, "Korea, Republic of", -1), "KOR");
  nida_members_split (names, NULL);
  assert_members (names, "Korea, Republic of", "");
}

/* A hostile cell ends at once. */
static void
test_many_parts (void)
{
  g_autoptr (NidaDictionary) names = nida_dictionary_new ();
  GString *cell = g_string_new ("a");
  guint32 code;
  guint n;

  for (int length = 1; length < 40; length++)
    {
      nida_dictionary_intern (names, cell->str, -1);
      g_string_append (cell, ",a");
    }
  for (int i = 0; i < 150; i++)
    g_string_append (cell, ",a");
  g_string_append (cell, ",b");
  code = nida_dictionary_intern (names, cell->str, -1);
  nida_members_split (names, NULL);
  g_assert_null (nida_dictionary_get_members (names, code, &n));
  g_string_free (cell, TRUE);
}

static void
test_intern (void)
{
  g_autoptr (NidaDictionary) names = nida_dictionary_new ();
  guint32 turkey = nida_dictionary_intern (names, "Turkey", -1);
  guint32 syria = nida_dictionary_intern (names, "Syria", -1);
  guint32 there[] = { turkey, syria, turkey }, back[] = { syria, 0, turkey }, one[] = { syria, syria };
  guint32 list = nida_members_intern (names, there, 3);

  g_assert_cmpstr (nida_dictionary_get_name (names, list), ==, "Syria, Turkey");
  g_assert_cmpuint (nida_members_intern (names, back, 3), ==, list);
  g_assert_cmpuint (nida_members_intern (names, one, 2), ==, syria);
  g_assert_cmpuint (nida_members_intern (names, NULL, 0), ==, 0);
  assert_members (names, "Syria, Turkey", "Syria + Turkey");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-members/only-names-that-stand-alone", test_standing_alone);
  g_test_add_func ("/dataset-members/names-with-commas-stay-whole", test_commas_inside);
  g_test_add_func ("/dataset-members/longest-first-but-it-must-fit", test_backtracking);
  g_test_add_func ("/dataset-members/known-names", test_vocabulary);
  g_test_add_func ("/dataset-members/what-has-a-reference-is-one", test_references_stay_whole);
  g_test_add_func ("/dataset-members/many-parts-end-at-once", test_many_parts);
  g_test_add_func ("/dataset-members/a-list-of-codes-in-any-order", test_intern);
  return g_test_run ();
}
