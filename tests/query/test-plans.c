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
test_none (void)
{
  g_autoptr (NidaLocalEngine) with = TEST_ENGINE (rows), without = test_engine (rows, 1);
  g_autoptr (NidaSheet) sheet = nida_sheet_new (nida_local_engine_get_dataset (with));
  g_autoptr (NidaSheet) bare = nida_sheet_new (nida_local_engine_get_dataset (without));

  g_assert_cmpuint (NIDA_PLAN_KEY_APPEAL (nida_plan_key (sheet, 0)), !=, 0);
  g_assert_cmpuint (nida_plan_key (sheet, 4).a, ==, 0);      /* an event */
  g_assert_cmpuint (nida_plan_key (bare, 0).a, ==, 0);
  g_assert_cmpuint (nida_sheet_get_plans (bare)->n_codes, ==, 1);
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
  g_test_add_func ("/plans/keys/none-without-money-or-totals", test_none);
  g_test_add_func ("/plans/keys/appeal-and-usage-year", test_keys);
  return g_test_run ();
}
