/* The figures that the specification states for the real files. They were computed independently. */
#include "fixture.h"

#include "loader.h"

#define INCOMING "fts/fts_incoming_funding_global.csv"
#define OUTGOING "fts/fts_outgoing_funding_global.csv"
#define REQUIREMENTS "fts/fts_requirements_funding_global.csv"
#define CLUSTERS "fts/fts_requirements_funding_globalcluster_global.csv"
#define POOLED "pooled-funds/cbpf_contributions.csv"

/* NULL, and the test is skipped, when the files are not there. */
static NidaLocalEngine *
load (const char *first,
      const char *second)
{
  const char *folder = g_getenv ("NIDA_TEST_DATA");
  const char *names[] = { first, second };
  const NidaLoadOptions options = { .decimal = NIDA_DECIMAL_AUTO };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2 && names[i] != NULL; i++)
    {
      char *path = g_build_filename (folder == NULL ? "" : folder, names[i], NULL);

      g_ptr_array_add (paths, path);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("SKIPPED: the real files of NIDA_TEST_DATA are not here");
          return NULL;
        }
    }
  g_ptr_array_add (paths, NULL);
  dataset = nida_load ((const char * const *) paths->pdata, &options, NULL, &error);
  g_assert_no_error (error);
  return nida_local_engine_new (dataset);
}

static void
test_flows (void)
{
  static const char * const orders[][2] = { { INCOMING, OUTGOING }, { OUTGOING, INCOMING } };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NidaLocalEngine) engine = load (orders[i][0], orders[i][1]);
      g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (COUNT), NULL);
      g_autoptr (NidaQuery) by_boundary = NULL;
      g_autoptr (NidaCube) distinct = NULL;
      g_autoptr (NidaCube) boundary = NULL;

      if (engine == NULL)
        return;
      distinct = test_ask (engine, query);
      test_assert_value (nida_cube_get_total (distinct), NIDA_MEASURE_RECEIVED, "9239242859");
      test_assert_value (nida_cube_get_total (distinct), NIDA_MEASURE_PLEDGED, "2777232810");
      test_assert_value (nida_cube_get_total (distinct), NIDA_MEASURE_COUNT, "8137");
      by_boundary = nida_query_copy (query);
      by_boundary->rule = NIDA_RULE_BOUNDARY;
      boundary = test_ask (engine, by_boundary);
      test_assert_value (nida_cube_get_total (boundary), NIDA_MEASURE_RECEIVED, "7005816766");
    }
}

static void
test_kuwait (void)
{
  g_autoptr (NidaLocalEngine) engine = load (INCOMING, OUTGOING);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (COUNT), NULL);
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (NidaCube) to_iom = NULL;
  g_autoptr (NidaQuery) narrower = NULL;
  g_autoptr (NidaQuery) misspelt = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (GError) error = NULL;

  if (engine == NULL)
    return;
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwait, Government of");
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "17064284");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COUNT, "20");
  narrower = nida_query_copy (query);
  nida_query_add_filter (narrower, NIDA_FIELD_RECIPIENT, "International Organization for Migration");
  to_iom = test_ask (engine, narrower);
  test_assert_value (nida_cube_get_total (to_iom), NIDA_MEASURE_RECEIVED, "500000");
  nida_query_add_filter (misspelt, NIDA_FIELD_DONOR, "Kuwayt");
  g_assert_null (nida_local_engine_query (engine, misspelt, &error));
  g_assert_nonnull (strstr (error->message, "Kuwait, Government of"));
}

static void
assert_2024 (const char *clusters)
{
  g_autoptr (NidaLocalEngine) engine = load (REQUIREMENTS, clusters);
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (GAP) | MEASURE (COVERAGE),
                                            NULL);
  g_autoptr (NidaCube) cube = NULL;

  if (engine == NULL)
    return;
  nida_query_add_filter (query, NIDA_FIELD_DATE, "2024");
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REQUIREMENT, "49122744910");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REPORTED, "31658912572");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_GAP, "24287969907");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COVERAGE, "505566");
  test_assert_aside (cube, NIDA_ASIDE_OUTSIDE_APPEALS, "109 rows, 6824137569, left out");
}

static void
test_requirements (void)
{
  assert_2024 (NULL);
  assert_2024 (CLUSTERS);
}

static void
test_pooled_funds (void)
{
  static const char * const paid[][2] = {
    { "2018", "5100000" }, { "2019", "2000000" }, { "2022", "1000000" }, { "2023", "1000000" }, { "2024", "1750000" },
    { "2025", "4500000" }, { "2020", "no cell" }, { "2021", "no cell" },
  };
  g_autoptr (NidaQuery) query = test_query (MEASURE (PAID), "year");

  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwait");
  for (guint twice = 0; twice < 2; twice++)
    {
      g_autoptr (NidaLocalEngine) engine = load (POOLED, twice ? POOLED : NULL);
      g_autoptr (NidaCube) cube = NULL;

      if (engine == NULL)
        return;
      cube = test_ask (engine, query);
      for (guint i = 0; i < G_N_ELEMENTS (paid); i++)
        test_assert_value (test_cell (cube, paid[i][0]), NIDA_MEASURE_PAID, paid[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real-files/flows/in-any-order-of-files", test_flows);
  g_test_add_func ("/real-files/kuwait/what-it-gave", test_kuwait);
  g_test_add_func ("/real-files/requirements/clusters-change-nothing", test_requirements);
  g_test_add_func ("/real-files/pooled-funds/named-twice-changes-nothing", test_pooled_funds);
  return g_test_run ();
}
