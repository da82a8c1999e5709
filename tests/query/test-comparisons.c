/* comparisons.c: what sources state, beside what Nida makes of their rows. */
#include "comparisons.h"

#include "loader.h"

#include <glib/gstdio.h>

#define PAGE(count, total, flows) "{\"status\": \"ok\", \"data\": {\"incoming\": {\"fundingTotal\": " total ", \"pledgeTotal\": 3}, " \
  "\"flows\": [" flows "]}, \"meta\": {\"count\": " count "}}"
#define FLOW(id, amount, status, boundary, on) "{\"id\": \"" id "\", \"amountUSD\": " amount ", \"status\": \"" status "\", " \
  "\"date\": \"2020\", \"boundary\": \"" boundary "\", \"onBoundary\": \"" on "\"}"
#define COUNTED FLOW ("1", "10", "paid", "incoming", "single")
#define REST FLOW ("2", "5", "commitment", "incoming", "single") ", " FLOW ("3", "3", "pledge", "incoming", "single") ", " \
  FLOW ("4", "7", "paid", "incoming", "shared") ", " FLOW ("5", "9", "paid", "internal", "single")

/* The texts as files, loaded together. */
static NidaDataset *
load_texts (const char *first,
            const char *second)
{
  const char *texts[] = { first, second };
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset;

  for (guint i = 0; i < 2 && texts[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", i);

      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      g_assert_true (g_file_set_contents (paths->pdata[i], texts[i], -1, NULL));
    }
  g_ptr_array_add (paths, NULL);
  dataset = nida_load ((const char * const *) paths->pdata, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i + 1 < paths->len; i++)
    g_unlink (paths->pdata[i]);
  g_rmdir (folder);
  return dataset;
}

static const NidaComparison *
find (GArray         *comparisons,
      NidaStatedKind  kind)
{
  const NidaComparison *found = NULL;

  for (guint i = 0; i < comparisons->len; i++)
    if (g_array_index (comparisons, NidaComparison, i).stated->kind == kind)
      {
        g_assert_null (found);
        found = &g_array_index (comparisons, NidaComparison, i);
      }
  g_assert_nonnull (found);
  return found;
}

static void
test_pages (void)
{
  g_autoptr (NidaDataset) dataset = load_texts (PAGE ("5", "15", COUNTED), PAGE ("5", "15", REST));
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);
  const NidaComparison *received = find (comparisons, NIDA_STATED_RECEIVED);

  g_assert_cmpuint (comparisons->len, ==, 3);
  g_assert_cmpint (received->computed, ==, 15000);
  g_assert_cmpuint (received->n_sources, ==, 2);
  g_assert_false (nida_comparison_differs (received));
  g_assert_cmpint (find (comparisons, NIDA_STATED_RECORDS)->computed, ==, 5);
  g_assert_cmpint (find (comparisons, NIDA_STATED_PLEDGED)->computed, ==, 3000);
}

static void
test_lacks (void)
{
  g_autoptr (NidaDataset) dataset = load_texts (PAGE ("5", "15", COUNTED), NULL);
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);
  const NidaComparison *records = find (comparisons, NIDA_STATED_RECORDS);

  g_assert_true (nida_comparison_lacks (records));
  g_assert_true (nida_comparison_differs (records));
  g_assert_cmpint (records->stated->stated, ==, 5);
  g_assert_cmpint (records->computed, ==, 1);
  g_assert_cmpint (find (comparisons, NIDA_STATED_PLEDGED)->computed, ==, 0);
}

/* A page that holds more than it states differs, and lacks nothing. */
static void
test_more (void)
{
  g_autoptr (NidaDataset) dataset = load_texts (PAGE ("1", "4", COUNTED), NULL);
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);
  const NidaComparison *received = find (comparisons, NIDA_STATED_RECEIVED);

  g_assert_true (nida_comparison_differs (received));
  g_assert_false (nida_comparison_lacks (received));
}

/* A flow on two pages is one record. */
static void
test_repeated (void)
{
  g_autoptr (NidaDataset) dataset = load_texts (PAGE ("2", "15", COUNTED), PAGE ("2", "15", COUNTED ", " FLOW ("2", "5", "paid", "incoming", "single")));
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);

  g_assert_cmpint (find (comparisons, NIDA_STATED_RECORDS)->computed, ==, 2);
  g_assert_cmpint (find (comparisons, NIDA_STATED_RECEIVED)->computed, ==, 15000);
}

/* Another answer has some of the flows: which rows are whose cannot be told any more. */
static void
test_shared (void)
{
  g_autoptr (NidaDataset) dataset = load_texts (PAGE ("1", "10", COUNTED), PAGE ("5", "15", COUNTED ", " REST));
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);
  guint n_unknown = 0;

  for (guint i = 0; i < comparisons->len; i++)
    {
      const NidaComparison *comparison = &g_array_index (comparisons, NidaComparison, i);

      n_unknown += comparison->computed == NIDA_MONEY_NONE;
      g_assert_false (nida_comparison_lacks (comparison));
    }
  g_assert_cmpuint (n_unknown, >, 0);
}

#define PLAN(required, funding, progress) "{\"name\": \"P\", \"usageYears\": [{\"year\": \"2020\"}], \"requirements\": {\"revisedRequirements\": " \
  required "}, \"funding\": {\"totalFunding\": " funding ", \"progress\": " progress "}}"

static void
test_shares (void)
{
  g_autoptr (NidaDataset) dataset = load_texts (
    "{\"status\": \"ok\", \"data\": {\"plans\": [" PLAN ("3", "2", "66.67") ", " PLAN ("3", "2", "67") ", " PLAN ("8", "1", "12") ", "
    PLAN ("8", "1", "13") ", " PLAN ("3", "2", "66.66") ", " PLAN ("0", "2", "0") ", " PLAN ("4", "-1", "-25") "]}}", NULL);
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);
  guint n_same = 0, n_differ = 0;

  for (guint i = 0; i < comparisons->len; i++)
    {
      const NidaComparison *comparison = &g_array_index (comparisons, NidaComparison, i);

      n_same += comparison->stated->differs ? 0 : comparison->stated->count;
      n_differ += nida_comparison_differs (comparison);
      g_assert_false (nida_comparison_lacks (comparison));
      if (comparison->stated->differs)
        {
          g_assert_cmpuint (comparison->stated->line, ==, 5);
          g_assert_cmpint (comparison->stated->stated, ==, 66660);
          g_assert_cmpint (comparison->stated->computed, ==, 66666);
        }
    }
  g_assert_cmpuint (n_same, ==, 5);
  g_assert_cmpuint (n_differ, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparisons/pages-on-disk-are-compared-together", test_pages);
  g_test_add_func ("/comparisons/a-part-states-more-than-it-holds", test_lacks);
  g_test_add_func ("/comparisons/more-than-stated-is-a-difference", test_more);
  g_test_add_func ("/comparisons/a-record-on-two-pages-counts-once", test_repeated);
  g_test_add_func ("/comparisons/rows-merged-elsewhere-are-not-compared", test_shared);
  g_test_add_func ("/comparisons/percentages-at-their-printed-precision", test_shares);
  return g_test_run ();
}
