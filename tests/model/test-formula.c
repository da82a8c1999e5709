/* Names that begin like a formula, on their way to a spreadsheet. */
#include "formula.h"

static void
assert_cell (const char *text,
             const char *cell)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nida_formula_append_cell (out, text);
  g_assert_cmpstr (out->str, ==, cell);
}

static void
test_guarded (void)
{
  assert_cell ("=1+1", "'=1+1");
  assert_cell ("+Kuwait", "'+Kuwait");
  assert_cell ("-2+3", "'-2+3");
  assert_cell ("@SUM(A1)", "'@SUM(A1)");
  assert_cell ("＝1", "'＝1");
  assert_cell ("\t=1", "' =1");
  assert_cell ("'quoted'", "''quoted'");
}

static void
test_figures (void)
{
  assert_cell ("-1,250.50", "-1,250.50");
  assert_cell ("+3%", "+3%");
  assert_cell ("-$2", "-$2");
  assert_cell ("-١٬٢٥٠٫٥٪", "-١٬٢٥٠٫٥٪");
  assert_cell ("-", "'-");
}

static void
test_plain (void)
{
  assert_cell ("", "");
  assert_cell ("Kuwait", "Kuwait");
  assert_cell ("two\tcells\nno more", "two cells no more");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/name/gets-an-apostrophe", test_guarded);
  g_test_add_func ("/formula/figure/stays-a-figure", test_figures);
  g_test_add_func ("/formula/plain/one-cell-as-it-is", test_plain);
  return g_test_run ();
}
