/* Which rows pass, and which are named beside the answer. */
#include "fixture.h"

static const TestRow rows[] = {
  /*  0 */ { NIDA_KIND_PAID, "2024-02-04", "1", "Kuwait, Government of", "IOM", "Health", .id = "a" },
  /*  1 */ { NIDA_KIND_PAID, "2024-02", "2", "Qatar", "WFP", "Food", .id = "b", .usage_first = 2024, .usage_last = 2024 },
  /*  2 */ { NIDA_KIND_PAID, "2024", "4", "Qatar", "IOM", "Health, Food", .id = "c", .usage_first = 2024, .usage_last = 2025 },
  /*  3 */ { NIDA_KIND_PAID, "2009..2023", "8", "Kuwait, Government of", "IOM", .id = "d" },
  /*  4 */ { NIDA_KIND_PAID, NULL, "16", NULL, "IOM", "Protection", .id = "e", .donor_country = "Kuwait" },
  /*  5 */ { NIDA_KIND_COMMITMENT, "2025-12-31", "32", "Germany", "IOM", "Health", .id = "f", .boundary = NIDA_BOUNDARY_OUTGOING, .on = NIDA_ON_BOUNDARY_SINGLE },
  /*  6 */ { NIDA_KIND_PLEDGE, "2025-Q1", "64", "Germany", "IOM", "Health", .id = "g", .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SHARED },
};

static NidaQuery *
where (NidaField   field,
       const char *value)
{
  NidaQuery *query = test_query (MEASURE (RECEIVED), NULL);

  if (field != NIDA_FIELD_NONE)
    nida_query_add_filter (query, field, value);
  return query;
}

static void
assert_rows (NidaLocalEngine *engine,
             NidaQuery       *query,
             const char      *expected)
{
  g_autoptr (NidaQuery) owned = query;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = nida_local_engine_select (engine, owned, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%u", g_array_index (found, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_unknown (NidaLocalEngine *engine,
                NidaField        field,
                const char      *value,
                const char      *offered)
{
  g_autoptr (NidaQuery) query = where (field, value);
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_local_engine_select (engine, query, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
  if (offered != NULL)
    g_assert_nonnull (strstr (error->message, offered));
}

static void
test_names (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  NidaQuery *two = where (NIDA_FIELD_DONOR, "Qatar");

  assert_rows (engine, where (NIDA_FIELD_NONE, NULL), "0123456");
  assert_rows (engine, where (NIDA_FIELD_DONOR, "KUWAIT, government OF"), "03");
  assert_rows (engine, where (NIDA_FIELD_DONOR, ""), "4");
  assert_rows (engine, where (NIDA_FIELD_KIND, "pledge"), "6");
  assert_rows (engine, where (NIDA_FIELD_KIND, "event"), "");
  assert_rows (engine, where (NIDA_FIELD_ID, "c"), "2");
  nida_query_add_filter (two, NIDA_FIELD_DONOR, "Germany");
  nida_query_add_filter (two, NIDA_FIELD_RECIPIENT, "iom");
  assert_rows (engine, two, "256");
}

static void
test_lists (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = where (NIDA_FIELD_CATEGORY, "Food");
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (NidaCube) whole = NULL;

  assert_rows (engine, where (NIDA_FIELD_CATEGORY, "food"), "12");
  assert_rows (engine, where (NIDA_FIELD_CATEGORY, "Multiple (2)"), "2");
  assert_rows (engine, where (NIDA_FIELD_CATEGORY, ""), "3");
  test_assert_aside (cube, NIDA_ASIDE_SHARED_FILTER, "1 rows, 4, counted");
  nida_query_clear_filter (query, NIDA_FIELD_CATEGORY);
  nida_query_add_filter (query, NIDA_FIELD_CATEGORY, "Food");
  nida_query_add_filter (query, NIDA_FIELD_CATEGORY, "Health");
  whole = test_ask (engine, query);
  test_assert_aside (whole, NIDA_ASIDE_SHARED_FILTER, "none");
}

static void
test_unknown (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);

  assert_unknown (engine, NIDA_FIELD_DONOR, "Kuwayt", "Kuwait, Government of");
  assert_unknown (engine, NIDA_FIELD_DONOR, "Kuwait", "Kuwait, Government of");
  assert_unknown (engine, NIDA_FIELD_CATEGORY, "Multiple (3)", NULL);
  assert_unknown (engine, NIDA_FIELD_KIND, "pledged", "pledge");
  assert_unknown (engine, NIDA_FIELD_DONOR_GROUP, "GCD", "GCC");
  assert_unknown (engine, NIDA_FIELD_REGION, "West Asia", "Western Asia");
  assert_unknown (engine, NIDA_FIELD_BOUNDARY, "incomming", "incoming");
  assert_unknown (engine, NIDA_FIELD_ID, "zzz", "zzz");
  assert_unknown (engine, NIDA_FIELD_DATE, "soon", "soon");
  assert_unknown (engine, NIDA_FIELD_DATE, "2024-02-30", NULL);
  assert_unknown (engine, NIDA_FIELD_USAGE_YEAR, "x", NULL);
}

static void
test_invalid (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = where (NIDA_FIELD_AMOUNT, "1");
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_local_engine_select (engine, query, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID);
}

static void
test_dates (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  NidaQuery *fiscal = where (NIDA_FIELD_DATE, "2023/24");

  assert_rows (engine, where (NIDA_FIELD_DATE, "2024"), "012");
  assert_rows (engine, where (NIDA_FIELD_DATE, "2024-Q1"), "01");
  assert_rows (engine, where (NIDA_FIELD_DATE, "2024-02"), "01");
  assert_rows (engine, where (NIDA_FIELD_DATE, "2024-02-04"), "0");
  assert_rows (engine, where (NIDA_FIELD_DATE, "2009..2023"), "3");
  assert_rows (engine, where (NIDA_FIELD_DATE, "undated"), "4");
  assert_rows (engine, where (NIDA_FIELD_DATE, "1999"), "");
  fiscal->fiscal_start = 4;
  assert_rows (engine, fiscal, "01");
  assert_rows (engine, where (NIDA_FIELD_USAGE_YEAR, "2024"), "1");
  assert_rows (engine, where (NIDA_FIELD_USAGE_YEAR, "2024..2025"), "12");
  assert_rows (engine, where (NIDA_FIELD_USAGE_YEAR, ""), "03456");
}

static void
test_range (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  NidaQuery *query = where (NIDA_FIELD_NONE, NULL);
  g_autoptr (NidaCube) cube = NULL;

  query->from = nida_date_new_month (2023, 6);
  query->to = nida_date_new_day (2024, 12, 30);
  cube = test_ask (engine, query);
  assert_rows (engine, query, "01");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "3");
  test_assert_aside (cube, NIDA_ASIDE_UNDATED, "1 rows, 16, left out");
  /* the span to 2023 and the year 2024 reach beyond; the end of 2025 is simply elsewhere */
  test_assert_aside (cube, NIDA_ASIDE_SPAN_OUTSIDE, "2 rows, 12, left out");
}

/* A year named by a filter and a range of dates leave out the same rows, and name them alike. */
static void
test_named (void)
{
  static const TestRow dated[] = {
    { NIDA_KIND_PAID, "2024", "1", .usage_first = 2024, .usage_last = 2024 },
    { NIDA_KIND_PAID, NULL, "2", .usage_first = 2024, .usage_last = 2025 },
    { NIDA_KIND_PAID, "2023..2024", "4" },
    { NIDA_KIND_PAID, "2022", "8", .usage_first = 2022, .usage_last = 2022 },
    { NIDA_KIND_REQUIREMENT, "2024", "16", .appeal = "A" },
    { NIDA_KIND_REQUIREMENT, "2023", "32", .appeal = "A" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (dated);
  NidaQuery *usage = where (NIDA_FIELD_USAGE_YEAR, "2024");
  g_autoptr (NidaQuery) year = where (NIDA_FIELD_DATE, "2024");
  g_autoptr (NidaCube) of_year = test_ask (engine, year);
  g_autoptr (NidaCube) of_usage = test_ask (engine, usage);

  test_assert_value (nida_cube_get_total (of_year), NIDA_MEASURE_RECEIVED, "1");
  test_assert_aside (of_year, NIDA_ASIDE_UNDATED, "1 rows, 2, left out");
  test_assert_aside (of_year, NIDA_ASIDE_SPAN_OUTSIDE, "1 rows, 4, left out");
  test_assert_value (nida_cube_get_total (of_usage), NIDA_MEASURE_RECEIVED, "1");
  test_assert_aside (of_usage, NIDA_ASIDE_UNDATED, "1 rows, 4, left out");
  test_assert_aside (of_usage, NIDA_ASIDE_SPAN_OUTSIDE, "1 rows, 2, left out");
  /* a requirement is for its own year */
  assert_rows (engine, usage, "04");
}

static void
test_open_range (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  NidaQuery *from = where (NIDA_FIELD_NONE, NULL);
  NidaQuery *to = where (NIDA_FIELD_NONE, NULL);

  from->from = nida_date_new_year (2024);
  assert_rows (engine, from, "01256");
  to->to = nida_date_new_year (2024);
  assert_rows (engine, to, "0123");
}

static void
test_boundaries (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  NidaQuery *both = where (NIDA_FIELD_BOUNDARY, "incoming");

  assert_rows (engine, where (NIDA_FIELD_BOUNDARY, "outgoing"), "5");
  assert_rows (engine, where (NIDA_FIELD_ON_BOUNDARY, "shared"), "6");
  assert_rows (engine, where (NIDA_FIELD_BOUNDARY, ""), "01234");
  nida_query_add_filter (both, NIDA_FIELD_ON_BOUNDARY, "single");
  assert_rows (engine, both, "");
}

static void
test_donor_groups (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);

  assert_rows (engine, where (NIDA_FIELD_DONOR_GROUP, "gcc"), "01234");
  assert_rows (engine, where (NIDA_FIELD_DONOR_GROUP, "EU"), "56");
  assert_rows (engine, where (NIDA_FIELD_DONOR_GROUP, "Multiple (2)"), "56");
  assert_rows (engine, where (NIDA_FIELD_DONOR_GROUP, ""), "");
}

static void
test_regions (void)
{
  static const TestRow placed[] = {
    /* 0 */ { NIDA_KIND_PAID, "2024", "1", .country = "SYR" },
    /* 1 */ { NIDA_KIND_PAID, "2024", "2", .country = "SDN" },
    /* 2 */ { NIDA_KIND_PAID, "2024", "4", .country = "SDN, SYR" },
    /* 3 */ { NIDA_KIND_PAID, "2024", "8", .country = "Global" },
    /* 4 */ { NIDA_KIND_PAID, "2024", "16" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (placed);
  g_autoptr (NidaQuery) query = where (NIDA_FIELD_REGION, "Western Asia");
  g_autoptr (NidaCube) cube = test_ask (engine, query), whole = NULL;

  assert_rows (engine, where (NIDA_FIELD_REGION, "western asia"), "02");
  assert_rows (engine, where (NIDA_FIELD_REGION, "شمال أفريقيا"), "12");
  assert_rows (engine, where (NIDA_FIELD_REGION, "Multiple (2)"), "2");
  assert_rows (engine, where (NIDA_FIELD_REGION, ""), "34");
  assert_rows (engine, where (NIDA_FIELD_REGION, "Polynesia"), "");
  test_assert_aside (cube, NIDA_ASIDE_SHARED_FILTER, "1 rows, 4, counted");
  nida_query_clear_filter (query, NIDA_FIELD_REGION);
  nida_query_add_filter (query, NIDA_FIELD_REGION, "Western Asia");
  nida_query_add_filter (query, NIDA_FIELD_REGION, "Northern Africa");
  whole = test_ask (engine, query);
  test_assert_aside (whole, NIDA_ASIDE_SHARED_FILTER, "none");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/names/alternatives-within-a-field-and-between-fields", test_names);
  g_test_add_func ("/filter/lists/match-by-any-name-whole-and-named", test_lists);
  g_test_add_func ("/filter/unknown/is-an-error-that-offers-names", test_unknown);
  g_test_add_func ("/filter/invalid/amounts-choose-no-rows", test_invalid);
  g_test_add_func ("/filter/dates/periods-contain-rows-wholly", test_dates);
  g_test_add_func ("/filter/range/names-what-it-left-out", test_range);
  g_test_add_func ("/filter/range/may-be-open", test_open_range);
  g_test_add_func ("/filter/years/what-is-left-out-is-named", test_named);
  g_test_add_func ("/filter/boundary/one-copy-has-both", test_boundaries);
  g_test_add_func ("/filter/donor-group/by-country-or-name", test_donor_groups);
  g_test_add_func ("/filter/regions/are-those-of-the-countries", test_regions);
  return g_test_run ();
}
