/* key-text.c: what is said comes back, and what is not has no key. */
#include "key-text.h"

static void
test_round (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL, *none = NULL;
  NidaDate day = nida_date_new_day (2026, 4, 17);

  nida_key_text_put (file, "a", "text", "الكويت; \n=");
  nida_key_text_put (file, "a", "empty", "");
  nida_key_text_put (file, "a", "null", NULL);
  nida_key_text_put_date (file, "a", "day", day);
  nida_key_text_put_date (file, "a", "undated", NIDA_DATE_NONE);
  g_key_file_set_string (file, "a", "broken", "2026-02-31");
  g_key_file_set_string (file, "a", "hollow", "");

  text = nida_key_text_take (file, "a", "text");
  none = nida_key_text_take (file, "a", "hollow");
  g_assert_cmpstr (text, ==, "الكويت; \n=");
  g_assert_null (none);
  g_assert_false (g_key_file_has_key (file, "a", "empty", NULL));
  g_assert_false (g_key_file_has_key (file, "a", "null", NULL));
  g_assert_false (g_key_file_has_key (file, "a", "undated", NULL));
  g_assert_cmpint (nida_date_compare (nida_key_text_take_date (file, "a", "day"), day), ==, 0);
  g_assert_cmpint (nida_key_text_take_date (file, "a", "broken").precision, ==, NIDA_PRECISION_NONE);
  g_assert_cmpint (nida_key_text_take_date (file, "a", "nowhere").precision, ==, NIDA_PRECISION_NONE);
}

static void
test_choice (void)
{
  static const char * const words[] = { "first", "second" };
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *unknown = NULL;
  guint choice = 7;

  g_key_file_set_string (file, "a", "said", "second");
  g_key_file_set_string (file, "a", "newer", "third");
  g_assert_true (nida_key_text_take_choice (file, "a", "nowhere", words, 2, &choice, &unknown));
  g_assert_cmpuint (choice, ==, 0);
  g_assert_true (nida_key_text_take_choice (file, "a", "said", words, 2, &choice, &unknown));
  g_assert_cmpuint (choice, ==, 1);
  g_assert_null (unknown);
  g_assert_false (nida_key_text_take_choice (file, "a", "newer", words, 2, &choice, &unknown));
  g_assert_cmpstr (unknown, ==, "third");
}

static void
test_currency (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *none = NULL, *code = NULL, *wrong = NULL;

  g_key_file_set_string (file, "a", "code", "KWD");
  g_key_file_set_string (file, "a", "wrong", "dinars");
  g_assert_true (nida_key_text_take_currency (file, "a", "nowhere", &none));
  g_assert_null (none);
  g_assert_true (nida_key_text_take_currency (file, "a", "code", &code));
  g_assert_cmpstr (code, ==, "KWD");
  g_assert_false (nida_key_text_take_currency (file, "a", "wrong", &wrong));
  g_assert_cmpstr (wrong, ==, "dinars");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-text/what-is-said-comes-back-and-the-rest-has-no-key", test_round);
  g_test_add_func ("/key-text/choice/a-word-of-the-list-or-the-unknown-one-told", test_choice);
  g_test_add_func ("/key-text/currency/three-letters-or-none", test_currency);
  return g_test_run ();
}
