/* Money finds its plan by appeal and year; what names no appeal stays with its source. */
#include "fixture.h"

#include "plans.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2023-12-20", "1", .appeal = "A", .usage_first = 2024, .usage_last = 2024 },
  { NIDA_KIND_REQUIREMENT, "2024", "2", .appeal = "A" },
  { NIDA_KIND_PAID, "2024", "4", .source = 0 },
  { NIDA_KIND_PAID, "2024", "4", .source = 1 },
  { NIDA_KIND_EVENT, "2024", NULL, .appeal = "A" },
};

static void
assert_encoded (guint    n_rows,
                gboolean has_totals)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, n_rows);
  g_autoptr (NidaSheet) sheet = nida_sheet_new (nida_local_engine_get_dataset (engine));
  const NidaEncoded *plans = nida_sheet_get_plans (sheet);

  for (guint row = 0; row < n_rows; row++)
    {
      NidaKey key = plans->keys.keys[nida_codes_get (plans->codes, row)];
      NidaKey own = nida_plan_key (sheet, row);
      gboolean is_event = rows[row].kind == NIDA_KIND_EVENT;

      g_assert_cmpuint (key.a, ==, has_totals && !is_event ? own.a : 0);
      g_assert_cmpuint (key.b, ==, has_totals && !is_event ? own.b : 0);
    }
}

static void
test_encoded (void)
{
  assert_encoded (G_N_ELEMENTS (rows), TRUE);
  assert_encoded (1, FALSE);
}

static void
test_keys (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaSheet) sheet = nida_sheet_new (nida_local_engine_get_dataset (engine));
  NidaKey paid = nida_plan_key (sheet, 0);
  NidaKey required = nida_plan_key (sheet, 1);

  g_assert_true (paid.a == required.a && paid.b == required.b);
  g_assert_cmpint (NIDA_PLAN_KEY_FIRST_YEAR (paid), ==, 2024);
  g_assert_cmpuint (nida_plan_key (sheet, 2).a, !=, nida_plan_key (sheet, 3).a);
  g_assert_cmpuint (NIDA_PLAN_KEY_APPEAL (nida_plan_key (sheet, 2)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans/encoded/as-one-by-one", test_encoded);
  g_test_add_func ("/plans/keys/appeal-and-usage-year", test_keys);
  return g_test_run ();
}
