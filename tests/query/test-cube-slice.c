/* A slice is the answer to the question under one more filter. */
#include "cube-builder.h"
#include "cube-slice.h"

static void
take_item (NidaCube   *cube,
           guint       dimension,
           const char *name)
{
  NidaCubeItem item = { .name = g_strdup (name), .n_members = 1 };

  nida_cube_take_item (cube, dimension, &item);
}

static NidaCube *
make_cube (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  NidaFact facts[] = { { .kind = NIDA_KIND_EVENT, .donor = "Kuwait", .text = "one" }, { .kind = NIDA_KIND_EVENT, .donor = "Qatar" } };
  NidaCube *cube;

  query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  query->by[1] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  query->n_by = 2;
  cube = nida_cube_new (query, NIDA_RULE_DISTINCT);
  take_item (cube, 0, "Kuwait");
  take_item (cube, 0, "Qatar");
  take_item (cube, 1, "Food");
  take_item (cube, 1, "Health");
  for (guint i = 0; i < 3; i++)
    nida_cube_add_cell (cube, &(NidaCubeCell) { .item = { i / 2, i == 1 }, .values = { [NIDA_MEASURE_RECEIVED] = 100 + i }, .flows = i });
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    nida_cube_add_fact (cube, &facts[i]);
  nida_cube_set_extent (cube, 10, 20);
  nida_cube_set_kinds (cube, NIDA_KIND_BIT (NIDA_KIND_PAID));
  return cube;
}

static void
test_slice (void)
{
  g_autoptr (NidaCube) cube = make_cube (), slice = NULL;
  g_autoptr (NidaQuery) query = nida_query_copy (nida_cube_get_query (cube));
  const NidaCubeCell total = { .values = { [NIDA_MEASURE_RECEIVED] = 201 } };
  gint32 first, last;

  query->by[0] = query->by[1];
  query->n_by = 1;
  slice = nida_cube_slice (cube, 0, &total, query);
  g_assert_cmpuint (nida_cube_get_n_cells (slice), ==, 2);
  g_assert_cmpint (nida_cube_get_cell (slice, 1)->values[NIDA_MEASURE_RECEIVED], ==, 101);
  g_assert_cmpstr (nida_cube_get_item (slice, 0, nida_cube_get_cell (slice, 1)->item[0])->name, ==, "Health");
  g_assert_nonnull (nida_cube_find_cell (slice, (guint[]) { 0 }));
  g_assert_cmpint (nida_cube_get_total (slice)->values[NIDA_MEASURE_RECEIVED], ==, 201);
  g_assert_cmpuint (nida_cube_get_n_facts (slice), ==, 1);
  g_assert_cmpstr (nida_cube_get_fact (slice, 0)->text, ==, "one");
  g_assert_true (nida_cube_has_kind (slice, NIDA_KIND_PAID));
  g_assert_false (nida_cube_has_kind (slice, NIDA_KIND_PLEDGE));
  g_assert_true (nida_cube_get_extent (slice, &first, &last) && first == 10 && last == 20);
}

static void
test_absent (void)
{
  g_autoptr (NidaCube) cube = make_cube (), slice = NULL;
  g_autoptr (NidaQuery) query = nida_query_copy (nida_cube_get_query (cube));
  const NidaCubeCell total = { .flows = 0 };

  query->n_by = 1;
  slice = nida_cube_slice (cube, 2, &total, query);
  g_assert_cmpuint (nida_cube_get_n_cells (slice), ==, 0);
  g_assert_cmpuint (nida_cube_get_n_facts (slice), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cube-slice/has-the-cells-of-its-item", test_slice);
  g_test_add_func ("/cube-slice/of-no-item-is-empty", test_absent);
  return g_test_run ();
}
