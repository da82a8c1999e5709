/* json-outline.c: the shape of a document from its beginning. */
#include "json-outline.h"

#include <string.h>

static const char fts[] =
  "{\"meta\": {\"flows\": [1], \"x\": \"data\"}, \"status\": \"ok\", \"data\": {\"incoming\": {\"flows\": 3}, \"flows\": [{\"id\": \"1";

static gboolean
has (const char *text,
     const char *path)
{
  return nida_json_outline_has_array (text, strlen (text), path);
}

static void
test_arrays (void)
{
  g_assert_true (has (fts, "data.flows"));
  g_assert_true (has (fts, "meta.flows"));
  g_assert_false (has (fts, "flows"));
  g_assert_false (has (fts, "data.incoming.flows"));
  g_assert_false (has (fts, "data.plans"));
  g_assert_true (has (" [1]", ""));
  g_assert_false (has ("{\"a\": [{\"grants\": []}]}", "grants"));
  g_assert_false (has ("[{\"grants\": []}]", "grants"));
  g_assert_true (has ("{\"a\\\"b\": [\"]\", {}], \"grants\": []}", "grants"));
}

static void
test_strings (void)
{
  g_autofree char *status = nida_json_outline_dup_string (fts, strlen (fts), "status");
  g_autofree char *deep = nida_json_outline_dup_string (fts, strlen (fts), "meta.x");

  g_assert_cmpstr (status, ==, "ok");
  g_assert_cmpstr (deep, ==, "data");
  g_assert_null (nida_json_outline_dup_string (fts, strlen (fts), "data"));
  g_assert_null (nida_json_outline_dup_string ("{\"status\": \"er", 13, "status"));
}

/* Wherever the beginning is cut, nothing outside of it is read. */
static void
test_cut (void)
{
  for (gsize length = 0; length < sizeof fts; length++)
    {
      g_autofree char *copy = g_memdup2 (fts, MAX (length, 1));
      g_autofree char *status = nida_json_outline_dup_string (copy, length, "status");

      g_assert_true (status == NULL || strcmp (status, "ok") == 0);
      nida_json_outline_has_array (copy, length, "data.flows");
    }
  g_assert_false (has ("}}]]{{{{{{{{{{{{{{{{{{{{{{{{", "a"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-outline/arrays-are-found-by-path", test_arrays);
  g_test_add_func ("/json-outline/texts-are-found-by-path", test_strings);
  g_test_add_func ("/json-outline/may-be-cut-anywhere", test_cut);
  return g_test_run ();
}
