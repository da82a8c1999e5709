/* The charts of the donor report: which there are follows what the rows say, and each asks what its title says. */
#include "donor-charts.h"
#include "donor-fixture.h"

typedef struct { NidaDonorFigures *figures; NidaQuery *question; GArray *sections; } Charts;

static void
charts_init (Charts     *charts,
             const char *rows,
             const char *donor,
             const char *year)
{
  g_autoptr (NidaLocalEngine) engine = donor_engine (rows);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (GError) error = NULL;

  charts->question = nida_query_new ();
  if (year != NULL)
    nida_query_add_filter (charts->question, NIDA_FIELD_DATE, year);
  charts->figures = nida_donor_figures_new (engine, charts->question, donor, &error);
  g_assert_no_error (error);
  charts->sections = nida_donor_charts_sections (charts->figures, charts->question, donor, language);
}

static void
charts_clear (Charts *charts)
{
  nida_donor_figures_free (charts->figures);
  nida_query_unref (charts->question);
  g_array_unref (charts->sections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Charts, charts_clear)

static const NidaDonorSection *
section (Charts *charts,
         guint   index)
{
  return &g_array_index (charts->sections, NidaDonorSection, index);
}

static gboolean
filters (NidaQuery *query,
         NidaField  field)
{
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == field)
      return TRUE;
  return FALSE;
}

static void
test_all (void)
{
  g_auto (Charts) charts = { 0 };

  charts_init (&charts, DONOR_ROWS, "Kuwait", NULL);
  g_assert_cmpuint (charts.sections->len, ==, 3);
  g_assert_cmpuint (section (&charts, 0)->n, ==, 2);                   /* over the years, and what is open */
  g_assert_cmpint (section (&charts, 0)->cells[0].spec->kind, ==, NIDA_CHART_TIMELINE);
  g_assert_cmpint (section (&charts, 0)->cells[1].spec->measure, ==, NIDA_MEASURE_PLEDGED);
  g_assert_cmpuint (section (&charts, 1)->n, ==, 3);
  g_assert_cmpuint (section (&charts, 2)->n, ==, 2);                   /* all donors, and those of the GCC */
  g_assert_cmpstr (section (&charts, 2)->cells[1].spec->pinned, ==, "Kuwait");
  for (guint i = 0; i < charts.sections->len; i++)
    {
      double width = 0;

      for (guint j = 0; j < section (&charts, i)->n; j++)
        width += section (&charts, i)->cells[j].share;
      g_assert_cmpfloat_with_epsilon (width, 1, 1e-9);
    }
}

/* All but the ranking of donors ask of the donor alone. */
static void
test_of_the_donor (void)
{
  g_auto (Charts) charts = { 0 };

  charts_init (&charts, DONOR_ROWS, "Kuwait", NULL);
  for (guint i = 0; i < charts.sections->len; i++)
    for (guint j = 0; j < section (&charts, i)->n; j++)
      g_assert_true (filters (section (&charts, i)->cells[j].spec->query, NIDA_FIELD_DONOR) == (i < 2));
}

/* The year that was asked for is seen among the others, and holds for all other charts. */
static void
test_year (void)
{
  g_auto (Charts) charts = { 0 };

  charts_init (&charts, DONOR_ROWS, "Kuwait", "2025");
  g_assert_false (filters (section (&charts, 0)->cells[0].spec->query, NIDA_FIELD_DATE));
  g_assert_true (filters (section (&charts, 0)->cells[1].spec->query, NIDA_FIELD_DATE));
  g_assert_true (filters (section (&charts, 1)->cells[0].spec->query, NIDA_FIELD_DATE));
}

/* Who gave nothing, and who is alone. */
static void
test_few (void)
{
  g_auto (Charts) nothing = { 0 }, alone = { 0 };

  charts_init (&nothing, DONOR_ROWS, "Finland", NULL);
  g_assert_cmpuint (nothing.sections->len, ==, 0);
  charts_init (&alone, "kind,date,donor,amount,currency,source\npaid,2024-03-01,Kuwait,6000000,USD,Ledger\n", "Kuwait", NULL);
  g_assert_cmpuint (alone.sections->len, ==, 1);
  g_assert_cmpuint (section (&alone, 0)->n, ==, 1);
  g_assert_cmpfloat (section (&alone, 0)->cells[0].share, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/donor-charts/years-splits-and-peers", test_all);
  g_test_add_func ("/donor-charts/only-rankings-of-donors-ask-of-others", test_of_the_donor);
  g_test_add_func ("/donor-charts/a-year-is-seen-among-the-others", test_year);
  g_test_add_func ("/donor-charts/no-money-no-charts-alone-no-peers", test_few);
  return g_test_run ();
}
