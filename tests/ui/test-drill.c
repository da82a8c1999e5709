/* From a year to its quarters and months, and back. */
#include "drill.h"

#include "scene-builder.h"

static NidaMark *
mark_of (const char *date)
{
  NidaMark *mark = nida_mark_new ("", "", "", 0);

  nida_mark_add_filter (mark, NIDA_FIELD_DATE, date);
  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, "Kuwait");
  return mark;
}

static gboolean
drill (NidaFilterSet *filters,
       const char    *date,
       guint          fiscal_start)
{
  NidaMark *mark = mark_of (date);
  gboolean closer = nida_drill_down (filters, mark, fiscal_start);

  nida_mark_free (mark);
  return closer;
}

static char *
path_of (const NidaFilterSet *filters,
         guint                fiscal_start)
{
  GString *text = g_string_new (NULL);
  NidaPeriod path[NIDA_DRILL_MOST];
  guint n = nida_drill_path (filters, fiscal_start, path);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *period = nida_period_to_string (path[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " > " : "", period);
    }
  return g_string_free (text, FALSE);
}

static void
assert_path (const NidaFilterSet *filters,
             guint                fiscal_start,
             const char          *expected,
             NidaStep             step)
{
  g_autofree char *path = path_of (filters, fiscal_start);

  g_assert_cmpstr (path, ==, expected);
  g_assert_cmpint (nida_filter_set_get_step (filters), ==, step);
}

static void
test_down_and_back (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  nida_filter_set_add (filters, NIDA_FIELD_COUNTRY, "Sudan");
  assert_path (filters, 1, "", NIDA_STEP_NONE);
  g_assert_false (nida_drill_up (filters, 1));
  g_assert_true (drill (filters, "2023", 1));
  assert_path (filters, 1, "2023", NIDA_STEP_QUARTER);
  g_assert_true (nida_filter_set_has (filters, NIDA_FIELD_DATE, "2023"));
  g_assert_true (drill (filters, "2023-Q2", 1));
  assert_path (filters, 1, "2023 > 2023-Q2", NIDA_STEP_MONTH);
  g_assert_false (nida_filter_set_has (filters, NIDA_FIELD_DATE, "2023"));

  /* a month has rows, nothing finer */
  g_assert_false (drill (filters, "2023-05", 1));
  assert_path (filters, 1, "2023 > 2023-Q2", NIDA_STEP_MONTH);

  g_assert_true (nida_drill_up (filters, 1));
  assert_path (filters, 1, "2023", NIDA_STEP_QUARTER);
  g_assert_true (nida_drill_up (filters, 1));
  assert_path (filters, 1, "", NIDA_STEP_NONE);
  g_assert_true (nida_filter_set_has (filters, NIDA_FIELD_COUNTRY, "Sudan"));
  g_assert_cmpuint (nida_filter_set_get_n (filters), ==, 1);
}

static void
test_jump (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  drill (filters, "2023", 1);
  drill (filters, "2023-Q4", 1);
  nida_drill_to (filters, 0, 1);
  assert_path (filters, 1, "", NIDA_STEP_NONE);
  drill (filters, "2023", 1);
  drill (filters, "2023-Q4", 1);
  nida_drill_to (filters, 1, 1);
  assert_path (filters, 1, "2023", NIDA_STEP_QUARTER);
}

static void
test_fiscal (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  g_assert_true (drill (filters, "2024/25", 4));
  assert_path (filters, 4, "2024/25", NIDA_STEP_QUARTER);
  g_assert_true (drill (filters, "2025-Q1", 4));
  assert_path (filters, 4, "2024/25 > 2025-Q1", NIDA_STEP_MONTH);
  g_assert_false (drill (filters, "2009..2023", 4));
}

static gboolean
drill_cell (NidaFilterSet *filters,
            const char    *region,
            const char    *date)
{
  NidaMark *mark = nida_mark_new ("", "", "", 0);
  gboolean closer;

  nida_mark_add_filter (mark, NIDA_FIELD_REGION, region);
  if (date != NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, date);
  closer = nida_drill_down (filters, mark, 1);
  nida_mark_free (mark);
  return closer;
}

/* A region has countries, and a year of it quarters; back in the order in which they were looked at. */
static void
test_regions (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  g_assert_true (drill_cell (filters, "Western Asia", "2023"));
  g_assert_true (nida_filter_set_has (filters, NIDA_FIELD_REGION, "Western Asia"));
  g_assert_true (nida_filter_set_is_closer (filters, NIDA_FIELD_REGION));
  assert_path (filters, 1, "", NIDA_STEP_NONE);
  g_assert_true (drill (filters, "2023", 1));
  assert_path (filters, 1, "2023", NIDA_STEP_QUARTER);
  g_assert_true (nida_drill_up (filters, 1));
  assert_path (filters, 1, "", NIDA_STEP_NONE);
  g_assert_true (nida_filter_set_is_closer (filters, NIDA_FIELD_REGION));
  g_assert_true (nida_drill_up (filters, 1));
  g_assert_true (nida_filter_set_is_empty (filters));
  g_assert_false (nida_drill_up (filters, 1));

  /* the year first */
  drill (filters, "2023", 1);
  drill_cell (filters, "Western Asia", NULL);
  g_assert_true (nida_drill_up (filters, 1));
  g_assert_false (nida_filter_set_has (filters, NIDA_FIELD_REGION, "Western Asia"));
  assert_path (filters, 1, "2023", NIDA_STEP_QUARTER);
}

/* What is of several regions, or of none, is not divided; nor what was chosen from a list. */
static void
test_no_countries (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  g_assert_false (drill_cell (filters, "Africa, regional", NULL));
  g_assert_false (drill_cell (filters, "", NULL));
  g_assert_false (drill_cell (filters, "Multiple (2)", NULL));
  g_assert_true (nida_filter_set_is_empty (filters));
  nida_filter_set_add (filters, NIDA_FIELD_REGION, "Western Asia");
  g_assert_false (nida_drill_up (filters, 1));
  /* another region beside it is no single one any more */
  drill_cell (filters, "Northern Africa", NULL);
  nida_filter_set_add (filters, NIDA_FIELD_REGION, "Western Asia");
  g_assert_false (nida_drill_up (filters, 1));
}

/* A quarter out of the blue has no year above it. */
static void
test_quarter_alone (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  g_assert_true (drill (filters, "2023-Q2", 4));
  assert_path (filters, 4, "2023-Q2", NIDA_STEP_MONTH);
  g_assert_true (nida_drill_up (filters, 4));
  assert_path (filters, 4, "", NIDA_STEP_NONE);
}

/* Another choice of dates is no way down any more. */
static void
test_other_dates (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new (), copy = NULL;

  drill (filters, "2023", 1);
  copy = nida_filter_set_copy (filters);
  g_assert_true (nida_filter_set_equal (filters, copy));
  nida_filter_set_set_step (copy, NIDA_STEP_NONE, (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE });
  g_assert_false (nida_filter_set_equal (filters, copy));
  nida_filter_set_add (filters, NIDA_FIELD_DATE, "2024");
  g_assert_cmpuint (nida_drill_path (filters, 1, (NidaPeriod[NIDA_DRILL_MOST]) { { NIDA_DATE_NONE, NIDA_DATE_NONE } }), ==, 0);
  nida_filter_set_clear_field (filters, NIDA_FIELD_DATE);
  g_assert_cmpint (nida_filter_set_get_step (filters), ==, NIDA_STEP_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drill/down-and-back/year-quarter-month", test_down_and_back);
  g_test_add_func ("/drill/jump/to-any-stretch-of-the-way", test_jump);
  g_test_add_func ("/drill/fiscal/years-begin-in-any-month", test_fiscal);
  g_test_add_func ("/drill/quarter/alone-has-no-year-above-it", test_quarter_alone);
  g_test_add_func ("/drill/other-dates/end-it", test_other_dates);
  g_test_add_func ("/drill/regions/have-countries-and-the-way-back", test_regions);
  g_test_add_func ("/drill/regions/what-has-no-countries", test_no_countries);
  return g_test_run ();
}
