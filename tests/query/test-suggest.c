/* The name that was meant comes first. */
#include "fixture.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024", "1", "Kuwait, Government of", "International Organization for Migration", "Health" },
  { NIDA_KIND_PAID, "2024", "1", "Kuwait Red Crescent Society", "World Food Programme", "Food Security" },
  { NIDA_KIND_PAID, "2024", "1", "Qatar Charity", "World Health Organization", "Protection" },
  { NIDA_KIND_PAID, "2024", "1", "Germany, Government of", "UNICEF", "Nutrition" },
  { NIDA_KIND_PAID, "2024", "1", "قطر الخيرية", "UNHCR", "Education" },
};

static void
assert_first (NidaLocalEngine *engine,
              NidaField        field,
              const char      *text,
              const char      *expected)
{
  g_auto (GStrv) names = nida_local_engine_suggest (engine, field, text, 3);

  g_assert_cmpuint (g_strv_length (names), >=, 1);
  g_assert_cmpuint (g_strv_length (names), <=, 3);
  g_assert_cmpstr (names[0], ==, expected);
}

static void
test_nearest (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);

  assert_first (engine, NIDA_FIELD_DONOR, "Kuwayt", "Kuwait, Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "Kuwait", "Kuwait, Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "KUWAIT RED", "Kuwait Red Crescent Society");
  assert_first (engine, NIDA_FIELD_DONOR, "Germanny", "Germany, Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "قطر", "قطر الخيرية");
  assert_first (engine, NIDA_FIELD_RECIPIENT, "Migration", "International Organization for Migration");
  assert_first (engine, NIDA_FIELD_RECIPIENT, "UINCEF", "UNICEF");
  assert_first (engine, NIDA_FIELD_CATEGORY, "Helth", "Health");
  assert_first (engine, NIDA_FIELD_DONOR_GROUP, "GC", "GCC");
  assert_first (engine, NIDA_FIELD_REGION, "West Africa", "Western Africa");
}

/* What a source says of several countries is in no list of regions, and may be typed in Arabic. */
static void
test_places (void)
{
  static const TestRow placed[] = {
    { NIDA_KIND_PAID, "2024", "1", "Kuwait", "IOM", "Health", NULL, "Africa, regional" },
    { NIDA_KIND_PAID, "2024", "1", "Kuwait", "IOM", "Health", NULL, "Bilateral, regional" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (placed);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (GError) error = NULL;

  assert_first (engine, NIDA_FIELD_REGION, "Afirca, regional", "Africa, regional");
  assert_first (engine, NIDA_FIELD_REGION, "Bilaterl regional", "Bilateral, regional");
  assert_first (engine, NIDA_FIELD_REGION, "Westren Africa", "Western Africa");
  assert_first (engine, NIDA_FIELD_REGION, "غرب أفريقا", "Western Africa");
  /* the refusal of a filter names it */
  nida_query_add_filter (query, NIDA_FIELD_REGION, "Afirca, regional");
  g_assert_null (nida_local_engine_query (engine, query, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
  g_assert_nonnull (strstr (error->message, "“Africa, regional”"));
}

static void
test_edges (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaLocalEngine) empty = test_engine (NULL, 0);
  g_auto (GStrv) none = nida_local_engine_suggest (empty, NIDA_FIELD_DONOR, "Kuwait", 3);
  g_auto (GStrv) nothing = nida_local_engine_suggest (engine, NIDA_FIELD_DONOR, "", 3);
  g_auto (GStrv) dates = nida_local_engine_suggest (engine, NIDA_FIELD_DATE, "2024", 3);
  g_autofree char *longest = g_strnfill (5000, 'x');
  g_auto (GStrv) far = nida_local_engine_suggest (engine, NIDA_FIELD_DONOR, longest, 3);

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (nothing), >=, 1);
  g_assert_cmpuint (g_strv_length (dates), ==, 0);
  g_assert_cmpuint (g_strv_length (far), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/nearest/is-what-was-meant", test_nearest);
  g_test_add_func ("/suggest/places/regions-and-what-is-regional", test_places);
  g_test_add_func ("/suggest/edges/empty-and-endless-text", test_edges);
  return g_test_run ();
}
