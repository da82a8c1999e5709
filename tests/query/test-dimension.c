/* Which groups there are, what they are called and how they are ordered. */
#include "fixture.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024-03-31", "1", "Zain", .category = "Health", .usage_first = 2024, .usage_last = 2024, .id = "q" },
  { NIDA_KIND_PAID, "2024-04-01", "2", "Ábaco", .category = "Food", .usage_first = 2024, .usage_last = 2026 },
  { NIDA_KIND_PAID, "2024-Q2", "4", NULL, .category = "Health, Food" },
  { NIDA_KIND_PAID, "2009..2023", "8", "Amal", .category = "Food, Mines", .boundary = NIDA_BOUNDARY_INCOMING },
  { NIDA_KIND_PAID, NULL, "16", "Kuwait", .category = "Mines", .on = NIDA_ON_BOUNDARY_SHARED },
  { NIDA_KIND_PAID, "2024", "32", "Amal", .category = "Health, Food, Mines" },
};

static void
assert_items (const char *by,
              guint       fiscal_start,
              const char *expected)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), by);
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  query->fiscal_start = fiscal_start;
  cube = test_ask (engine, query);
  for (guint i = 0; i < nida_cube_get_n_items (cube, 0); i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, i);

      g_string_append_printf (names, "%s%s%s", i == 0 ? "" : ";", item->name, item->not_stated ? "!" : "");
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_names (void)
{
  assert_items ("donor", 1, "Amal;Kuwait;Zain;Ábaco;!");
  assert_items ("category", 1, "Food;Health;Mines;Multiple (2);Multiple (3)");
  assert_items ("kind", 1, "paid");
  assert_items ("appeal", 1, "!");
  assert_items ("donor_group", 1, "GCC;!");
  assert_items ("region", 1, "!");
  assert_items ("boundary", 1, "incoming;!");
  assert_items ("on_boundary", 1, "shared;!");
}

static void
test_periods (void)
{
  assert_items ("year", 1, "2009..2023;2024;undated!");
  assert_items ("quarter", 1, "2009..2023;2024;2024-Q1;2024-Q2;undated!");
  assert_items ("month", 1, "2009..2023;2024;2024-03;2024-Q2;2024-04;undated!");
  assert_items ("fiscal-year", 4, "2009..2023;2023/24;2024;2024/25;undated!");
  assert_items ("usage_year", 1, "2024;2024..2026;!");
}

static void
test_items (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "category,year");
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  const NidaCubeItem *item = nida_cube_get_item (cube, 0, 3);

  g_assert_cmpuint (item->n_members, ==, 2);
  g_assert_cmpuint (nida_cube_get_item (cube, 0, 0)->n_members, ==, 1);
  item = nida_cube_get_item (cube, 1, 0);
  g_assert_true (nida_period_is_span (item->period));
  test_assert_value (test_cell (cube, "Multiple (2)|2024"), NIDA_MEASURE_RECEIVED, "4");
  test_assert_value (test_cell (cube, "Multiple (2)|2009..2023"), NIDA_MEASURE_RECEIVED, "8");
  test_assert_value (test_cell (cube, "Multiple (3)|2024"), NIDA_MEASURE_RECEIVED, "32");
  g_assert_null (test_cell (cube, "Health|undated"));
}

static void
test_apart (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "year,donor");
  g_autoptr (NidaCube) cube = NULL;
  NidaMoney sum = 0;

  query->apart = g_strsplit ("Zain;Nobody", ";", -1);
  cube = test_ask (engine, query);
  g_assert_cmpuint (nida_cube_get_n_items (cube, 1), ==, 3);
  g_assert_cmpstr (nida_cube_get_item (cube, 1, 0)->name, ==, "Zain");
  g_assert_false (nida_cube_get_item (cube, 1, 0)->others);
  g_assert_true (nida_cube_get_item (cube, 1, 1)->others);
  g_assert_cmpuint (nida_cube_get_item (cube, 1, 1)->n_names, ==, 3);
  g_assert_true (nida_cube_get_item (cube, 1, 2)->not_stated);
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    if (nida_cube_get_cell (cube, i)->item[1] == 1)
      sum += nida_cube_get_cell (cube, i)->values[NIDA_MEASURE_RECEIVED];
  g_assert_cmpint (sum, ==, (2 + 8 + 16 + 32) * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED], ==, 63 * NIDA_MONEY_UNIT);
}

static void
test_apart_keeps_totals (void)
{
  static const TestRow totals[] = {
    { NIDA_KIND_PAID, "2024", "1", "A" }, { NIDA_KIND_PAID, "2024", "2", "B" }, { NIDA_KIND_PAID, "2024", "4", "C" },
    { NIDA_KIND_REPORTED, "2024", "9", "C" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (totals);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (REPORTED), "donor");
  g_autoptr (NidaCube) cube = NULL;

  query->apart = g_new0 (char *, 1);
  cube = test_ask (engine, query);
  g_assert_cmpuint (nida_cube_get_n_items (cube, 0), ==, 2);
  g_assert_cmpstr (nida_cube_get_item (cube, 0, 0)->name, ==, "C");
  test_assert_value (nida_cube_get_cell (cube, 0), NIDA_MEASURE_REPORTED, "9");
  test_assert_value (nida_cube_get_cell (cube, 1), NIDA_MEASURE_RECEIVED, "3");
}

/* Those that have money in the sums; a pledge, another year, no rate and nothing make no name of the group. */
static void
test_apart_counts_names (void)
{
  static const TestRow gifts[] = {
    { NIDA_KIND_PAID, "2024", "1", "A" }, { NIDA_KIND_PAID, "2024", "2", "B" }, { NIDA_KIND_PAID, "2024-05", "4", "B" },
    { NIDA_KIND_PAID, "2024", "4", "C" }, { NIDA_KIND_PLEDGE, "2024", "9", "D" }, { NIDA_KIND_PAID, "2023", "9", "E" },
    { NIDA_KIND_PAID, "2024", "9", "F", .currency = "XAU" }, { NIDA_KIND_PAID, "2024", "0", "G" }, { NIDA_KIND_PAID, "2024", "5" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (gifts);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "year,donor");
  g_autoptr (NidaCube) cube = NULL;
  guint n = 0;

  query->apart = g_strsplit ("A", ";", -1);
  query->from = query->to = nida_date_new_year (2024);
  cube = test_ask (engine, query);
  for (guint i = 0; i < nida_cube_get_n_items (cube, 1); i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 1, i);

      n += item->others;
      g_assert_cmpuint (item->n_names, ==, item->others ? 2 : 0);
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_ids (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "id");
  g_autoptr (NidaCube) cube = test_ask (engine, query);

  test_assert_value (test_cell (cube, "fts:q"), NIDA_MEASURE_RECEIVED, "1");
  test_assert_value (test_cell (cube, ""), NIDA_MEASURE_RECEIVED, "62");
}

static void
test_impossible (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (GError) error = NULL;

  query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DESCRIPTION, NIDA_STEP_NONE };
  g_assert_null (nida_local_engine_query (engine, query, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dimension/names/code-points-then-multiple-then-not-stated", test_names);
  g_test_add_func ("/dimension/periods/by-time-spans-whole-undated-last", test_periods);
  g_test_add_func ("/dimension/items/carry-members-and-periods", test_items);
  g_test_add_func ("/dimension/apart/the-others-are-one", test_apart);
  g_test_add_func ("/dimension/apart/names-of-totals-stay", test_apart_keeps_totals);
  g_test_add_func ("/dimension/apart/says-how-many-names-the-others-are", test_apart_counts_names);
  g_test_add_func ("/dimension/ids/one-group-a-flow", test_ids);
  g_test_add_func ("/dimension/impossible/is-an-error", test_impossible);
  return g_test_run ();
}
