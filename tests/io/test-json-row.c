/* json-row.c: values become cells without a double between. */
#include "json-row.h"

#include <string.h>

static char *
cell_of (const char *json)
{
  g_autoptr (NidaJsonRow) row = nida_json_row_new (2);
  json_object *object = json_tokener_parse (json);
  NidaRecord *record;

  nida_json_row_set_value (row, 1, nida_json_get (object, "a"));
  record = nida_json_row_get (row, 3);
  json_object_put (object);
  g_assert_cmpuint (record->line, ==, 3);
  g_assert_cmpuint (record->n_cells, ==, 2);
  g_assert_cmpuint (record->cells[0].length, ==, 0);
  return g_strndup (record->cells[1].text, record->cells[1].length);
}

#define assert_cell(json, expected) G_STMT_START { g_autofree char *cell_ = cell_of (json); g_assert_cmpstr (cell_, ==, expected); } G_STMT_END

static void
test_values (void)
{
  assert_cell ("{\"a\": 725591299}", "725591299");
  assert_cell ("{\"a\": -7}", "-7");
  assert_cell ("{\"a\": 0.1000}", "0.1000");
  assert_cell ("{\"a\": 1234567890123.005}", "1234567890123.005");
  assert_cell ("{\"a\": 2e+06}", "2e+06");
  assert_cell ("{\"a\": \"x,y\"}", "x,y");
  assert_cell ("{\"a\": null}", "");
  assert_cell ("{\"b\": 1}", "");
  assert_cell ("{\"a\": true}", "true");
  assert_cell ("{\"a\": {\"b\": 1}}", "");
}

static void
test_lists (void)
{
  assert_cell ("{\"a\": [\"Korea, Republic of\", 7, null, \"\"]}", "Korea, Republic of\x1f" "7");
  assert_cell ("{\"a\": \"one\\u001ftwo\"}", "one two");
}

/* json-c makes the nearest integer of what does not fit: such a cell must not look like a number. */
static void
test_clamped (void)
{
  assert_cell ("{\"a\": 12345678901234567890123}", "≥ 9223372036854775807");
  assert_cell ("{\"a\": 9223372036854775808}", "≥ 9223372036854775807");
  assert_cell ("{\"a\": -99999999999999999999}", "≤ -9223372036854775808");
  assert_cell ("{\"a\": 9223372036854775807}", "9223372036854775807");
}

static void
test_get (void)
{
  json_object *object = json_tokener_parse ("{\"a\": {\"b\": {\"c\": \"deep\"}}, \"n\": 1}");

  g_assert_cmpstr (nida_json_get_text (object, "a.b.c"), ==, "deep");
  g_assert_null (nida_json_get_text (object, "a.b"));
  g_assert_null (nida_json_get_text (object, "n"));
  g_assert_null (nida_json_get (object, "a.x.c"));
  g_assert_null (nida_json_get (NULL, "a"));
  json_object_put (object);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-row/numbers-keep-their-text", test_values);
  g_test_add_func ("/json-row/lists-are-not-split-at-commas", test_lists);
  g_test_add_func ("/json-row/clamped-integers-are-told", test_clamped);
  g_test_add_func ("/json-row/paths-lead-to-values", test_get);
  return g_test_run ();
}
