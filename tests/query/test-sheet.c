/* Derived columns say what the rows say. */
#include "fixture.h"

#include "plans.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024-02-04", "1", .appeal = "A", .source = 1 },
  { NIDA_KIND_REQUIREMENT, "2024", "2", .appeal = "A" },
  { NIDA_KIND_PAID, "2009..2023", "4", .appeal = "not SPECIFIED", .usage_first = 2023, .usage_last = 2024 },
  { NIDA_KIND_COMMITMENT, NULL, "8", .currency = "EUR" },
  { NIDA_KIND_REPORTED, "2023", "16", .appeal = "A", .usage_first = 2024, .usage_last = 2024 },
};

static NidaSheet *
make_sheet (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);

  return nida_sheet_new (nida_local_engine_get_dataset (engine));
}

static void
test_traits (void)
{
  g_autoptr (NidaSheet) sheet = make_sheet ();

  g_assert_cmpuint (sheet->traits[0], ==, NIDA_TRAIT (NIDA_KIND_PAID, NIDA_RECEIPT_PAID, NIDA_DIRECTION_NONE));
  g_assert_cmpuint (sheet->traits[3], ==, NIDA_TRAIT (NIDA_KIND_COMMITMENT, NIDA_RECEIPT_MOVES, NIDA_DIRECTION_NONE));
  g_assert_cmpuint (sheet->totals->len, ==, 2);
  g_assert_cmpuint (g_array_index (sheet->totals, guint32, 1), ==, 4);
}

static void
test_dates (void)
{
  g_autoptr (NidaSheet) sheet = make_sheet ();
  const NidaEncoded *dates = nida_sheet_get_dates (sheet);

  for (guint row = 0; row < sheet->n_rows; row++)
    {
      NidaPeriod own = nida_dataset_get_period (sheet->dataset, row);

      g_assert_cmpint (nida_period_compare (dates->periods[nida_codes_get (dates->codes, row)], own), ==, 0);
    }
  g_assert_cmpuint (nida_codes_get (dates->codes, 3), ==, 0);
}

static void
test_plans (void)
{
  g_autoptr (NidaSheet) sheet = make_sheet ();
  NidaKey paid = nida_plan_key (sheet, 0);
  NidaKey required = nida_plan_key (sheet, 1);
  NidaKey unnamed = nida_plan_key (sheet, 2);
  NidaKey reported = nida_plan_key (sheet, 4);

  g_assert_true (paid.a == required.a && paid.b == required.b);
  g_assert_cmpint (NIDA_PLAN_KEY_APPEAL (unnamed), ==, 0);
  /* money is for its usage years, a total for its own */
  g_assert_cmpint (NIDA_PLAN_KEY_FIRST_YEAR (unnamed), ==, 2023);
  g_assert_cmpint (NIDA_PLAN_KEY_LAST_YEAR (unnamed), ==, 2024);
  g_assert_cmpint (NIDA_PLAN_KEY_FIRST_YEAR (reported), ==, 2023);
  g_assert_cmpint (NIDA_PLAN_KEY_FIRST_YEAR (nida_plan_key (sheet, 3)), ==, 0);
}

static void
test_values (void)
{
  g_autoptr (NidaSheet) sheet = make_sheet ();

  g_assert_cmpint (nida_sheet_get_values (sheet, NULL, 0)->whole[0], ==, 1000);
  g_assert_true (nida_sheet_get_values (sheet, "USD", 0) == nida_sheet_get_values (sheet, NULL, 0));
  g_assert_true (nida_sheet_get_values (sheet, NULL, 0)->whole[3] == NIDA_MONEY_NONE);
  g_assert_cmpint (nida_sheet_get_values (sheet, "EUR", 0)->whole[3], ==, 8000);
  g_assert_true (nida_sheet_get_values (sheet, "EUR", 0)->whole[0] == NIDA_MONEY_NONE);
  g_assert_true (nida_sheet_get_values (sheet, "ZZZ", 0)->whole[0] == NIDA_MONEY_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/traits/kind-source-direction", test_traits);
  g_test_add_func ("/sheet/dates/are-the-rows-own", test_dates);
  g_test_add_func ("/sheet/plans/appeal-and-years", test_plans);
  g_test_add_func ("/sheet/values/by-currency", test_values);
  return g_test_run ();
}
