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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-text/what-is-said-comes-back-and-the-rest-has-no-key", test_round);
  return g_test_run ();
}
