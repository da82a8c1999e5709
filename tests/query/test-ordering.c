/* Cells stand in the order of their items, whatever the order in which their groups were met. */
#include "fixture.h"

#include "ordering.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2025", "1", "B" }, { NIDA_KIND_PAID, "2024", "1", "C" }, { NIDA_KIND_PAID, NULL, "1", "A" },
  { NIDA_KIND_PAID, "2024", "1", "unused" },
};

static void
test_cells (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaSheet) sheet = nida_sheet_new (nida_local_engine_get_dataset (engine));
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "donor,year");
  g_autoptr (NidaCube) cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (NidaCubeCell));
  NidaDimension dimensions[2];

  for (guint d = 0; d < 2; d++)
    g_assert_true (nida_dimension_init (&dimensions[d], sheet, query->by[d], 1));
  for (guint row = 0; row < 3; row++)
    {
      NidaCubeCell cell = { .item = { nida_dimension_slot (&dimensions[0], row), nida_dimension_slot (&dimensions[1], row) },
                            .flows = row };

      g_array_append_val (cells, cell);
    }
  nida_ordering_add_cells (cube, dimensions, 2, cells);
  g_assert_cmpuint (nida_cube_get_n_items (cube, 0), ==, 3);
  g_assert_cmpstr (nida_cube_get_item (cube, 0, 0)->name, ==, "A");
  g_assert_cmpuint (nida_cube_get_n_items (cube, 1), ==, 3);
  g_assert_cmpstr (nida_cube_get_item (cube, 1, 2)->name, ==, "undated");
  g_assert_cmpuint (nida_cube_get_cell (cube, 0)->flows, ==, 2);
  g_assert_cmpuint (nida_cube_get_cell (cube, 1)->flows, ==, 0);
  g_assert_cmpuint (nida_cube_get_cell (cube, 2)->flows, ==, 1);
  for (guint d = 0; d < 2; d++)
    nida_dimension_clear (&dimensions[d]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ordering/cells/in-the-order-of-items", test_cells);
  return g_test_run ();
}
