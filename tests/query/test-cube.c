/* Cells are found by their items; strings of facts are the cube's own. */
#include "cube-builder.h"

static NidaCubeItem
item (const char *name)
{
  return (NidaCubeItem) { .name = g_strdup (name), .n_members = 1 };
}

static void
test_find (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  const guint places[][2] = { { 0, 1 }, { 1, 0 }, { 1, 2 } };

  query->n_by = 2;
  cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  for (guint i = 0; i < 3; i++)
    for (guint d = 0; d < 2; d++)
      {
        NidaCubeItem one = item ("x");

        nida_cube_take_item (cube, d, &one);
      }
  for (guint i = 0; i < 3; i++)
    {
      NidaCubeCell cell = { .item = { places[i][0], places[i][1] }, .flows = i + 1 };

      nida_cube_add_cell (cube, &cell);
    }
  for (guint a = 0; a < 3; a++)
    for (guint b = 0; b < 3; b++)
      {
        const NidaCubeCell *cell = nida_cube_find_cell (cube, (guint[]) { a, b });
        guint expected = 0;

        for (guint i = 0; i < 3; i++)
          if (places[i][0] == a && places[i][1] == b)
            expected = i + 1;
        g_assert_cmpuint (cell == NULL ? 0 : cell->flows, ==, expected);
      }
}

static void
test_empty (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = nida_cube_new (query, NIDA_RULE_BOUNDARY);
  gint32 first, last;

  g_assert_cmpint (nida_cube_get_rule (cube), ==, NIDA_RULE_BOUNDARY);
  g_assert_true (nida_cube_get_query (cube) == query);
  g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, 0);
  g_assert_null (nida_cube_find_cell (cube, (guint[]) { 0 }));
  g_assert_false (nida_cube_get_extent (cube, &first, &last));
  g_assert_false (nida_cube_has_kind (cube, NIDA_KIND_PAID));
  g_assert_true (nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED] == NIDA_MONEY_NONE);
}

static void
test_fact_strings (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  char text[] = "Earthquake";
  NidaFact fact = { .text = text };

  nida_cube_add_fact (cube, &fact);
  text[0] = 'X';
  g_assert_cmpstr (nida_cube_get_fact (cube, 0)->text, ==, "Earthquake");
  g_assert_null (nida_cube_get_fact (cube, 0)->donor);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cube/find-cell/finds-each-and-no-other", test_find);
  g_test_add_func ("/cube/empty/has-nothing-to-say", test_empty);
  g_test_add_func ("/cube/facts/own-their-strings", test_fact_strings);
  return g_test_run ();
}
