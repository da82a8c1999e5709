/* Interned names with labels, references and members; the folded and the clean form of a name. */
#include "dictionary.h"

static void
test_intern (void)
{
  g_autoptr (NidaDictionary) names = nida_dictionary_new ();
  guint32 kuwait = nida_dictionary_intern (names, "Kuwait, Government of", -1);

  g_assert_cmpuint (kuwait, ==, 1);
  g_assert_cmpuint (nida_dictionary_intern (names, "Kuwait, Government of xyz", 21), ==, kuwait);
  g_assert_cmpuint (nida_dictionary_intern (names, "kuwait, government of", -1), ==, 2);
  g_assert_cmpuint (nida_dictionary_intern (names, "", -1), ==, 0);
  g_assert_cmpuint (nida_dictionary_lookup (names, "Kuwait", -1), ==, 0);
  g_assert_cmpuint (nida_dictionary_get_size (names), ==, 2);
  g_assert_cmpstr (nida_dictionary_get_name (names, kuwait), ==, "Kuwait, Government of");
  g_assert_cmpstr (nida_dictionary_get_name (names, 0), ==, "");
}

static void
test_extras (void)
{
  g_autoptr (NidaDictionary) names = nida_dictionary_new ();
  guint32 members[] = { 1, 2 };
  guint n;

  nida_dictionary_intern (names, "Syria", -1);
  nida_dictionary_intern (names, "Turkey", -1);
  nida_dictionary_intern (names, "Syria, Turkey", -1);
  g_assert_null (nida_dictionary_get_arabic (names, 2));
  nida_dictionary_set_arabic (names, 2, "تركيا");
  nida_dictionary_set_arabic (names, 2, "تركيا");
  nida_dictionary_set_ref (names, 1, "SYR");
  nida_dictionary_set_members (names, 3, members, 2);
  g_assert_cmpstr (nida_dictionary_get_arabic (names, 2), ==, "تركيا");
  g_assert_null (nida_dictionary_get_arabic (names, 1));
  g_assert_null (nida_dictionary_get_arabic (names, 3));
  g_assert_cmpuint (nida_dictionary_find_labelled (names, "تركيا"), ==, 2);
  g_assert_cmpuint (nida_dictionary_find_labelled (names, "سوريا"), ==, 0);
  g_assert_cmpstr (nida_dictionary_get_ref (names, 1), ==, "SYR");
  g_assert_null (nida_dictionary_get_ref (names, 0));
  g_assert_cmpuint (nida_dictionary_get_members (names, 3, &n)[1], ==, 2);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (nida_dictionary_get_members (names, 1, &n));
  g_assert_cmpuint (n, ==, 0);
  nida_dictionary_set_members (names, 3, NULL, 0);
  g_assert_null (nida_dictionary_get_members (names, 3, &n));
}

static void
assert_fold (const char *name,
             const char *expected)
{
  g_autofree char *folded = nida_name_fold (name);

  g_assert_cmpstr (folded, ==, expected);
}

/* A copy goes on where names are added, and no longer where something else is said of those that were there. */
static void
test_continues (void)
{
  static const guint32 members[] = { 1, 2 };
  g_autoptr (NidaDictionary) base = nida_dictionary_new (), other = nida_dictionary_new ();
  g_autoptr (NidaDictionary) more = NULL, labelled = NULL, known = NULL, split = NULL;

  nida_dictionary_intern (base, "Kuwait", -1);
  nida_dictionary_intern (base, "Qatar", -1);
  nida_dictionary_set_arabic (base, nida_dictionary_intern (base, "Kuwait, Qatar", -1), "الكويت وقطر");
  more = nida_dictionary_copy (base);
  labelled = nida_dictionary_copy (base);
  known = nida_dictionary_copy (base);
  split = nida_dictionary_copy (base);
  nida_dictionary_set_arabic (more, nida_dictionary_intern (more, "Oman", -1), "عُمان");
  nida_dictionary_set_arabic (labelled, 1, "الكويت");
  nida_dictionary_set_ref (known, 1, "KWT");
  nida_dictionary_set_members (split, 3, members, 2);
  g_assert_true (nida_dictionary_continues (base, base));
  g_assert_true (nida_dictionary_continues (more, base));
  g_assert_false (nida_dictionary_continues (base, more));
  g_assert_false (nida_dictionary_continues (labelled, base));
  g_assert_false (nida_dictionary_continues (known, base));
  g_assert_false (nida_dictionary_continues (split, base));
  g_assert_false (nida_dictionary_continues (other, base));
}

static void
test_fold (void)
{
  assert_fold ("  KuWait ", "kuwait");
  assert_fold ("Ｋｕｗａｉｔ", "kuwait");                /* full width */
  assert_fold ("Cafe\u0301", "caf\u00e9");
  assert_fold ("Straße", "strasse");
  assert_fold ("\u202eKuwait\u202c", "kuwait");
  assert_fold ("\u2067الكويت\u2069\u200f", "الكويت");
  assert_fold ("\ufedf\ufe8e", "لا");                  /* presentation forms */
  assert_fold ("", "");
}

static void
test_clean (void)
{
  g_autofree char *evil = nida_name_clean ("\u202eevil\u202c <b>&\u200e");
  g_autofree char *lines = nida_name_clean ("\tone\ntwo\x01three\r\n ");
  g_autofree char *broken = nida_name_clean ("a\xff" "b");
  g_autofree char *arabic = nida_name_clean (" حكومة الكويت\u061c ");
  g_autofree char *nothing = nida_name_clean ("\u200f \u2069");

  g_assert_cmpstr (evil, ==, "evil <b>&");
  g_assert_cmpstr (lines, ==, "one two three");
  g_assert_cmpstr (broken, ==, "a\ufffd" "b");
  g_assert_cmpstr (arabic, ==, "حكومة الكويت");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dictionary/one-code-a-spelling", test_intern);
  g_test_add_func ("/dictionary/labels-references-members", test_extras);
  g_test_add_func ("/dictionary/copy/continues-while-names-are-added", test_continues);
  g_test_add_func ("/dictionary/fold/what-two-spellings-share", test_fold);
  g_test_add_func ("/dictionary/clean/nothing-that-reorders-or-breaks-a-line", test_clean);
  return g_test_run ();
}
