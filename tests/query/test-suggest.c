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

/* Words that both names have say more than letters that happen to be alike; the more so the fewer names have them. */
static void
test_words (void)
{
  static const TestRow governments[] = {
    { NIDA_KIND_PAID, "2024", "1", "Saudi Arabia (Kingdom of), Government of", "International Organization for Migration", "Health" },
    { NIDA_KIND_PAID, "2024", "1", "Slovakia, Government of", "World Food Programme", "Food Security" },
    { NIDA_KIND_PAID, "2024", "1", "South Africa, Government of", "World Health Organization", "Protection" },
    { NIDA_KIND_PAID, "2024", "1", "Saint Lucia, Government of", "UNICEF", "Nutrition" },
    { NIDA_KIND_PAID, "2024", "1", "Iran (Islamic Republic of), Government of", "UNHCR", "Education" },
    { NIDA_KIND_PAID, "2024", "1", "Ireland, Government of", "UNHCR", "Education" },
    { NIDA_KIND_PAID, "2024", "1", "حكومة دولة الإمارات العربية المتحدة", "UNHCR", "Education" },
    { NIDA_KIND_PAID, "2024", "1", "حكومة جمهورية مصر العربية", "UNHCR", "Education" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (governments);

  assert_first (engine, NIDA_FIELD_DONOR, "Saudi Arabia, Government of", "Saudi Arabia (Kingdom of), Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "Government of Saudi Arabia", "Saudi Arabia (Kingdom of), Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "Saudy Arabia, Goverment of", "Saudi Arabia (Kingdom of), Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "Iran, Government of", "Iran (Islamic Republic of), Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "Irland, Government of", "Ireland, Government of");
  assert_first (engine, NIDA_FIELD_DONOR, "حكومة الامارات", "حكومة دولة الإمارات العربية المتحدة");
  assert_first (engine, NIDA_FIELD_RECIPIENT, "Organisation for Migration", "International Organization for Migration");
}

/* Offered unasked: of any field, each name once, and nothing that is only the least far. */
static void
test_near (void)
{
  static const TestRow placed[] = {
    { NIDA_KIND_PAID, "2024", "1", "Kuwait", "World Food Programme", "Health", NULL, "Kuwait" },
    { NIDA_KIND_PAID, "2024", "1", "Kuwait Red Crescent Society", "UNICEF", "Nutrition", NULL, "Yemen" },
  };
  static const NidaField fields[] = { NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_COUNTRY, NIDA_FIELD_RECIPIENT, NIDA_FIELD_NONE };
  static const struct { const char *text; guint n; NidaField field; const char *name; } cases[] = {
    { "Kuwayt", 2, NIDA_FIELD_DONOR, "Kuwait" },
    { "Yeman", 1, NIDA_FIELD_COUNTRY, "Yemen" },
    { "Nutriton", 1, NIDA_FIELD_CATEGORY, "Nutrition" },
    { "World Programme of Food", 1, NIDA_FIELD_RECIPIENT, "World Food Programme" },
    { "Zanzibar", 0, NIDA_FIELD_NONE, NULL },
    { "xyz", 0, NIDA_FIELD_NONE, NULL },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (placed);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) near = nida_local_engine_suggest_near (engine, fields, cases[i].text, 3);
      const NidaNearName *first = near->len > 0 ? &g_array_index (near, NidaNearName, 0) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (near->len, ==, cases[i].n);
      if (first == NULL)
        continue;
      g_assert_cmpint (first->field, ==, cases[i].field);
      g_assert_cmpstr (nida_dictionary_get_name (nida_dataset_get_dictionary (nida_local_engine_get_dataset (engine), first->field), first->code),
                       ==, cases[i].name);
    }
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
  g_test_add_func ("/suggest/words/that-both-names-have", test_words);
  g_test_add_func ("/suggest/near/of-any-field-and-without-doubt", test_near);
  g_test_add_func ("/suggest/places/regions-and-what-is-regional", test_places);
  g_test_add_func ("/suggest/edges/empty-and-endless-text", test_edges);
  return g_test_run ();
}
