/* The figures of one donor are those of the engine; ranks and shares are among all donors. */
#include "donor-fixture.h"

#define MILLION (G_GINT64_CONSTANT (1000000) * NIDA_MONEY_UNIT)

static NidaDonorFigures *
figures_of (const char *donor,
            const char *year)
{
  g_autoptr (NidaLocalEngine) engine = donor_engine (DONOR_ROWS);
  g_autoptr (NidaQuery) question = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaDonorFigures *figures;

  if (year != NULL)
    nida_query_add_filter (question, NIDA_FIELD_DATE, year);
  figures = nida_donor_figures_new (engine, question, donor, &error);
  g_assert_no_error (error);
  return figures;
}

static void
test_sums (void)
{
  g_autoptr (NidaDonorFigures) figures = figures_of ("Kuwait", NULL);

  g_assert_cmpint (figures->measure, ==, NIDA_MEASURE_RECEIVED);
  g_assert_cmpint (figures->total, ==, 10 * MILLION);
  g_assert_cmpuint (figures->flows, ==, 3);
  g_assert_cmpint (figures->whole, ==, 105 * MILLION);
  g_assert_cmpint (figures->paid, ==, 7 * MILLION);
  g_assert_cmpint (figures->pledged, ==, MILLION * 5 / 2);
  g_assert_cmpuint (figures->pledges, ==, 1);
  g_assert_cmpstr (figures->recipient, ==, "Relief Agency");
  g_assert_cmpint (figures->recipient_value, ==, 9 * MILLION);
  g_assert_cmpint (figures->country_value, ==, 9 * MILLION);
  g_assert_cmpint (figures->pledged_by, ==, NIDA_FIELD_RECIPIENT);
}

/* Who only pledged has no rank among those that gave. */
static void
test_rank (void)
{
  g_autoptr (NidaDonorFigures) figures = figures_of ("الكويت", NULL);

  g_assert_cmpstr (figures->name, ==, "Kuwait");
  g_assert_cmpuint (figures->rank, ==, 3);
  g_assert_cmpuint (figures->n_donors, ==, 4);
  g_assert_cmpstr (figures->group, ==, "GCC");
  g_assert_cmpuint (figures->group_rank, ==, 2);
  g_assert_cmpuint (figures->n_group, ==, 2);
}

static void
test_year (void)
{
  g_autoptr (NidaDonorFigures) figures = figures_of ("Kuwait", "2024");

  g_assert_cmpint (figures->total, ==, 6 * MILLION);
  g_assert_cmpint (figures->whole, ==, 11 * MILLION);
  g_assert_cmpuint (figures->rank, ==, 1);
}

static void
test_without_money (void)
{
  g_autoptr (NidaDonorFigures) pledger = figures_of ("Finland", NULL), absent = figures_of ("Sweden", "2024");

  g_assert_cmpint (pledger->total, ==, 0);
  g_assert_cmpuint (pledger->rank, ==, 0);
  g_assert_cmpint (pledger->pledged, ==, MILLION * 9 / 10);
  g_assert_cmpuint (absent->rank, ==, 0);
  g_assert_cmpstr (absent->name, ==, "Sweden");
}

static void
test_unknown (void)
{
  g_autoptr (NidaLocalEngine) engine = donor_engine (DONOR_ROWS);
  g_autoptr (NidaQuery) question = nida_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_donor_figures_new (engine, question, "Kuwayt", &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
  g_assert_nonnull (strstr (error->message, "Kuwait"));
}

/* A filter on other donors is not the report's. */
static void
test_filter_on_donors (void)
{
  g_autoptr (NidaLocalEngine) engine = donor_engine (DONOR_ROWS);
  g_autoptr (NidaQuery) question = nida_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDonorFigures) figures = NULL;

  nida_query_add_filter (question, NIDA_FIELD_DONOR, "Qatar");
  figures = nida_donor_figures_new (engine, question, "Kuwait", &error);
  g_assert_no_error (error);
  g_assert_cmpint (figures->total, ==, 10 * MILLION);
  g_assert_cmpint (figures->whole, ==, 105 * MILLION);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/donor-figures/sums", test_sums);
  g_test_add_func ("/donor-figures/rank/among-those-that-gave", test_rank);
  g_test_add_func ("/donor-figures/year", test_year);
  g_test_add_func ("/donor-figures/without-money", test_without_money);
  g_test_add_func ("/donor-figures/unknown/offers-the-nearest", test_unknown);
  g_test_add_func ("/donor-figures/filter-on-donors/is-not-heeded", test_filter_on_donors);
  return g_test_run ();
}
