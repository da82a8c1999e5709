/* json-scan.c: where a value ends, however the bytes are cut, and what is wrong in it. */
#include "json-scan.h"

#include <string.h>

static void
assert_ends (const char *text,
             gsize       expected,
             gboolean    wrong)
{
  for (gsize piece = 1; piece <= strlen (text); piece++)
    {
      NidaJsonScan scan = { .max_depth = 3 };
      const char *problem = NULL;
      gboolean ended = FALSE;
      gsize at = 0;

      while (!ended && at < strlen (text))
        at += nida_json_scan (&scan, text + at, MIN (piece, strlen (text) - at), at, &ended, &problem);
      g_assert_cmpuint (at, ==, expected);
      g_assert_cmpint (problem != NULL, ==, wrong);
    }
}

static void
test_end (void)
{
  assert_ends ("{\"a\": [1, \"}\\\"]\"]}, 2", 18, FALSE);
  assert_ends ("\"a\\\\\" x", 5, FALSE);
  assert_ends ("[[[]]]]", 6, FALSE);
}

static void
test_wrong (void)
{
  assert_ends ("{\"a\": [1}", 9, TRUE);
  assert_ends ("[[[[", 4, TRUE);
  assert_ends ("[NaN]", 2, TRUE);
}

static void
test_place (void)
{
  static const char text[] = "{\n \"دينار\": x";
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("a.json", &error);

  g_assert_true (nida_bytes_append (bytes, text, sizeof text - 1, &error));
  g_assert_false (nida_json_fail (bytes, 0, sizeof text - 2, "a word", &error));
  g_assert_nonnull (strstr (error->message, "line 2, column 11: a word"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scan/end/at-any-cut", test_end);
  g_test_add_func ("/json-scan/wrong/is-told-where-it-is", test_wrong);
  g_test_add_func ("/json-scan/place/in-lines-and-letters", test_place);
  return g_test_run ();
}
