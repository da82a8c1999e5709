/* A question is a value: copied, filtered, named. */
#include "query.h"

static void
test_names (void)
{
  NidaMeasure measure;
  NidaStep step;

  for (guint i = 0; i < NIDA_N_MEASURES; i++)
    {
      g_assert_true (nida_measure_from_name (nida_measure_get_name (i), &measure));
      g_assert_cmpint (measure, ==, i);
    }
  g_assert_false (nida_measure_from_name ("recieved", &measure));
  for (guint i = NIDA_STEP_DAY; i <= NIDA_STEP_FISCAL_YEAR; i++)
    {
      g_assert_true (nida_step_from_name (nida_step_get_name (i), &step));
      g_assert_cmpint (step, ==, i);
    }
  g_assert_false (nida_step_from_name ("", &step));
  g_assert_false (nida_step_from_name ("week", &step));
}

static void
test_group_by (void)
{
  NidaGroupBy by;

  g_assert_true (nida_group_by_from_name ("donor", NIDA_STEP_MONTH, &by));
  g_assert_cmpint (by.field, ==, NIDA_FIELD_DONOR);
  g_assert_cmpint (by.step, ==, NIDA_STEP_NONE);
  g_assert_true (nida_group_by_from_name ("date", NIDA_STEP_MONTH, &by));
  g_assert_cmpstr (nida_group_by_get_name (by), ==, "month");
  g_assert_true (nida_group_by_from_name ("date", NIDA_STEP_NONE, &by));
  g_assert_cmpstr (nida_group_by_get_name (by), ==, "year");
  g_assert_true (nida_group_by_from_name ("fiscal-year", NIDA_STEP_NONE, &by));
  g_assert_cmpint (by.field, ==, NIDA_FIELD_DATE);
  g_assert_cmpint (by.step, ==, NIDA_STEP_FISCAL_YEAR);
  g_assert_true (nida_group_by_from_name ("donor_group", NIDA_STEP_NONE, &by));
  g_assert_false (nida_group_by_from_name ("amount", NIDA_STEP_NONE, &by));
  g_assert_false (nida_group_by_from_name ("", NIDA_STEP_NONE, &by));
}

static void
test_filters (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  const char * const *values;

  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwait");
  nida_query_add_filter (query, NIDA_FIELD_CATEGORY, NULL);
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Qatar");
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwait");
  g_assert_cmpuint (nida_query_get_n_filters (query), ==, 2);
  g_assert_cmpint (nida_query_get_filter (query, 0, &values), ==, NIDA_FIELD_DONOR);
  g_assert_cmpstr (values[0], ==, "Kuwait");
  g_assert_cmpstr (values[1], ==, "Qatar");
  g_assert_null (values[2]);
  g_assert_cmpint (nida_query_get_filter (query, 1, &values), ==, NIDA_FIELD_CATEGORY);
  g_assert_cmpstr (values[0], ==, "");
  nida_query_clear_filter (query, NIDA_FIELD_DONOR);
  nida_query_clear_filter (query, NIDA_FIELD_DONOR);
  g_assert_cmpuint (nida_query_get_n_filters (query), ==, 1);
}

static void
test_copy (void)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaQuery) copy = NULL;

  g_assert_cmpuint (query->fiscal_start, ==, 1);
  query->n_by = 1;
  query->by[0] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_MONTH };
  query->currency = g_strdup ("EUR");
  query->from = nida_date_new_year (2020);
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwait");
  copy = nida_query_copy (query);
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Qatar");
  nida_query_clear_filter (query, NIDA_FIELD_DONOR);
  g_assert_cmpuint (nida_query_get_n_filters (copy), ==, 1);
  g_assert_cmpstr (copy->currency, ==, "EUR");
  g_assert_cmpuint (copy->n_by, ==, 1);
  g_assert_cmpint (copy->by[0].step, ==, NIDA_STEP_MONTH);
  g_assert_cmpint (nida_date_compare (copy->from, query->from), ==, 0);
}

/* Each field that changes the answer must tell two questions apart. */
static void
test_equal (void)
{
  const char *apart[] = { "Kuwait", NULL };

  for (guint change = 0; change < 13; change++)
    {
      g_autoptr (NidaQuery) one = nida_query_new ();
      g_autoptr (NidaQuery) other = NULL;

      one->by[one->n_by++] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_YEAR };
      one->measures = 1u << NIDA_MEASURE_RECEIVED;
      nida_query_add_filter (one, NIDA_FIELD_DONOR, "Kuwait");
      other = nida_query_copy (one);
      g_assert_true (nida_query_equal (one, other));
      switch (change)
        {
        case 0: other->n_by = 0; break;
        case 1: other->by[0].step = NIDA_STEP_MONTH; break;
        case 2: other->by[0].field = NIDA_FIELD_USAGE_YEAR; break;
        case 3: other->measures |= 1u << NIDA_MEASURE_PLEDGED; break;
        case 4: other->rule = NIDA_RULE_BOUNDARY; break;
        case 5: other->from = nida_date_new_year (2020); break;
        case 6: other->fiscal_start = 4; break;
        case 7: other->fact_kinds = 1; break;
        case 8: other->currency = g_strdup ("KWD"); break;
        case 9: other->apart = g_strdupv ((char **) apart); break;
        case 10: other->second = g_strdup ("KWD"); break;
        case 11: other->prices = 2020; break;
        default: nida_query_add_filter (other, NIDA_FIELD_DONOR, "Qatar"); break;
        }
      g_assert_false (nida_query_equal (one, other));
      g_assert_false (nida_query_equal (other, one));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/names/every-word-is-read-back", test_names);
  g_test_add_func ("/query/group-by/words-and-steps", test_group_by);
  g_test_add_func ("/query/filters/values-of-a-field-are-alternatives-once", test_filters);
  g_test_add_func ("/query/copy/does-not-follow-its-original", test_copy);
  g_test_add_func ("/query/equal/whatever-changes-the-answer-differs", test_equal);
  return g_test_run ();
}
