/* Which rows become one, and what they are worth then. That answers stay the same: test-condensed.c. */
#include "fixture.h"

#include "condense.h"

static const TestRow rows[] = {
  { .kind = NIDA_KIND_REQUIREMENT, .date = "2025", .amount = "1000", .appeal = "Sudan", .category = "Food" },
  { .kind = NIDA_KIND_REQUIREMENT, .date = "2025", .amount = "1000", .appeal = "Sudan", .category = "Food" },
  { .kind = NIDA_KIND_PAID, .date = "2025-02-03", .amount = "10", .appeal = "Sudan", .category = "Food", .donor = "Kuwait" },
  { .kind = NIDA_KIND_PAID, .date = "2025-05-01", .amount = "0.5", .appeal = "Sudan", .category = "Food", .donor = "Qatar" },
  { .kind = NIDA_KIND_PAID, .date = "2025-05-01", .amount = "-2", .appeal = "Sudan", .category = "Health" },
  { .kind = NIDA_KIND_PAID, .date = "2025-05-01", .amount = "7", .appeal = "Yemen", .category = "Food" },
  { .kind = NIDA_KIND_PAID, .date = "2025-05-01", .amount = "8", .appeal = "Chad", .category = "Health" },
  { .kind = NIDA_KIND_PAID, .date = "2025-05-01", .appeal = "Sudan", .category = "Food" },
  { .kind = NIDA_KIND_COMMITMENT, .date = "2025-05-01", .amount = "3", .appeal = "Sudan", .category = "Food" },
  { .kind = NIDA_KIND_PAID, .date = "2025-05-01", .amount = "4", .appeal = "Sudan", .category = "Food", .boundary = NIDA_BOUNDARY_INTERNAL },
  { .kind = NIDA_KIND_EVENT, .date = "2025-05-01" },
};

/* Rows as "kind amount", in order; "none" where they are not condensed. */
static char *
condense (NidaLocalEngine *engine,
          guint            measures,
          const char      *by,
          const char      *currency)
{
  g_autoptr (NidaSheet) sheet = nida_sheet_new (nida_local_engine_get_dataset (engine)), few = NULL;
  g_autoptr (NidaQuery) query = test_query (measures, by);
  GString *text = g_string_new (NULL);
  NidaDistinctions told;

  query->currency = g_strdup (currency);
  nida_distinctions_init (&told, sheet);
  g_assert_true (nida_distinctions_take (&told, query));
  few = nida_condense (&told, G_MAXUINT, NULL);
  for (guint row = 0; few != NULL && row < few->n_rows; row++)
    {
      const NidaValues *values = nida_sheet_get_values (few, currency, 0);
      g_autofree char *amount = values->whole[row] == NIDA_MONEY_NONE ? g_strdup ("-") : nida_money_to_string (values->whole[row]);

      g_string_append_printf (text, "%s%u %s", row > 0 ? ", " : "", NIDA_TRAIT_KIND (few->traits[row]), amount);
      if (values->fine != NULL && values->fine[row] != 0)
        g_string_append_printf (text, "+%u", values->fine[row]);
    }
  nida_distinctions_clear (&told);
  return g_string_free (text, FALSE);
}

static void
assert_rows (guint       measures,
             const char *by,
             const char *expected)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autofree char *said = condense (engine, measures, by, NULL);

  g_assert_cmpstr (said, ==, expected);
}

/* Both requirements stay. Food and health of the plan are apart; what has no amount, other kinds, other copies are too. Money without a
 * plan is one, whatever its appeal and category. */
static void
test_plans (void)
{
  g_autofree char *expected = g_strdup_printf ("%1$u 1000, %1$u 1000, %2$u 10.5, %2$u -2, %2$u 15, %2$u -, %3$u 3, %2$u 4",
                                               NIDA_KIND_REQUIREMENT, NIDA_KIND_PAID, NIDA_KIND_COMMITMENT);

  assert_rows (MEASURE (COVERAGE), "category", expected);
}

static void
test_needs (void)
{
  g_autofree char *expected = g_strdup_printf ("%1$u 1000, %1$u 1000, %2$u 8.5, %2$u 15, %2$u -, %3$u 3, %2$u 4",
                                               NIDA_KIND_REQUIREMENT, NIDA_KIND_PAID, NIDA_KIND_COMMITMENT);

  assert_rows (MEASURE (REQUIREMENT), "category", expected);
}

/* Where all money is told apart by category, what has no plan is, too. */
static void
test_all_money (void)
{
  g_autofree char *expected = g_strdup_printf ("%1$u 1000, %1$u 1000, %2$u 10.5, %2$u -2, %2$u 7, %2$u 8, %2$u -, %3$u 3, %2$u 4",
                                               NIDA_KIND_REQUIREMENT, NIDA_KIND_PAID, NIDA_KIND_COMMITMENT);

  assert_rows (MEASURE (RECEIVED), "category", expected);
}

/* -0.002 dollars are -0.0075 riyals: none of the amounts is rounded by itself, and parts of a thousandth count from below. */
static void
test_converted (void)
{
  static const TestRow dollars[] = {
    { .kind = NIDA_KIND_PAID, .date = "2025", .amount = "0.001" }, { .kind = NIDA_KIND_PAID, .date = "2025", .amount = "0.001" },
    { .kind = NIDA_KIND_PAID, .date = "2025", .amount = "0.001" }, { .kind = NIDA_KIND_PAID, .date = "2025", .amount = "-0.005" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (dollars);
  g_autofree char *said = condense (engine, MEASURE (RECEIVED), NULL, "SAR");
  g_autofree char *expected = g_strdup_printf ("%u -0.008+500000000", NIDA_KIND_PAID);

  g_assert_cmpstr (said, ==, expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/condense/money-of-a-plan-is-one-by-what-is-asked", test_plans);
  g_test_add_func ("/condense/needs-alone-leave-little-money", test_needs);
  g_test_add_func ("/condense/all-money-is-told-apart-by-what-it-is-grouped-by", test_all_money);
  g_test_add_func ("/condense/converted-sums-are-exact", test_converted);

  return g_test_run ();
}
