/* Marks that hold some of a few rows, of what the desk has entered or of what came: the same as reading those rows alone, on every
 * kind of chart. */
#include "ledger-fixture.h"

#include "row-marks.h"
#include "sources.h"

static NidaDataset *
new_dataset (guint n_entries)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaDataset) public = fixture_build_public (1, NULL);
  g_autoptr (NidaLedger) ledger = NULL;

  for (guint i = 0; i < n_entries; i++)
    fixture_add_entry (items, rand, "1000");
  ledger = nida_ledger_new (items, NULL);
  return nida_ledger_append (ledger, public, NULL);
}

static guint
count_rows (NidaDataset *dataset,
            NidaKind     kind,
            const char  *donor)
{
  guint n = 0;

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *name = nida_dataset_dup_text (dataset, row, NIDA_FIELD_DONOR, FALSE);

      n += nida_dataset_get_source (dataset, row) == nida_ledger_find_source (dataset)
           && nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_KIND), row) == kind
           && (donor == NULL || g_str_equal (name, donor));
    }
  return n;
}

static void
test_nothing (void)
{
  g_autoptr (NidaDataset) dataset = new_dataset (0);

  g_assert_null (nida_row_marks_new_own (dataset));
}

static void
test_marks (void)
{
  g_autoptr (NidaDataset) dataset = new_dataset (300);
  g_autoptr (NidaRowMarks) own = nida_row_marks_new_own (dataset);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaMark *mark = nida_mark_new ("Qatar", NULL, NULL, 1);

  spec->measure = NIDA_MEASURE_PLEDGED;
  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, "Qatar, Government of");
  g_assert_cmpuint (nida_row_marks_count (own, spec, NULL), ==, count_rows (dataset, NIDA_KIND_PLEDGE, NULL));
  g_assert_cmpuint (nida_row_marks_count (own, spec, mark), ==, count_rows (dataset, NIDA_KIND_PLEDGE, "Qatar, Government of"));
  g_assert_cmpuint (nida_row_marks_count (own, spec, mark), >, 0);
  nida_mark_free (mark);
}

/* Of several events of a day only that of the desk is marked. */
static void
test_facts (void)
{
  g_autoptr (NidaDataset) dataset = new_dataset (300);
  g_autoptr (NidaRowMarks) own = nida_row_marks_new_own (dataset);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_EVENTS);
  NidaMark *mark = nida_mark_new ("Conference", NULL, NULL, NIDA_MONEY_NONE);

  nida_mark_add_filter (mark, NIDA_FIELD_DATE, "2024-03-05");
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      mark->row = row + 1;
      g_assert_cmpuint (nida_row_marks_count (own, spec, mark), ==,
                        nida_dataset_get_source (dataset, row) == nida_ledger_find_source (dataset));
    }
  g_assert_cmpuint (nida_row_marks_count (own, spec, NULL), ==, count_rows (dataset, NIDA_KIND_EVENT, NULL));
  nida_mark_free (mark);
}

static void
add_entry (NidaItems     *items,
           NidaEntryKind  kind,
           const char    *currency,
           int            month)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (kind);
  g_autofree char *id = g_strdup_printf ("entry-%u", nida_items_get_n (items, NIDA_ITEM_ENTRY)), *text = NULL;

  entry->amount = 1000;
  g_strlcpy (entry->currency, currency, sizeof entry->currency);
  entry->period.start = entry->period.end = nida_date_new_day (2024, month, 5);
  nida_entry_set_text (&entry->notes[0], "Conference");
  nida_entry_set_name (entry, NIDA_ENTRY_APPEAL, "Appeal 2024", NULL);
  if (kind == NIDA_ENTRY_MONEY)
    nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, NIDA_DATE_NONE, 0, NULL);
  text = nida_entry_to_text (entry);
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, nida_items_get_n (items, NIDA_ITEM_ENTRY), text));
}

static guint
count_of (NidaRowMarks  *own,
          NidaChartKind  kind,
          NidaMeasure    measure,
          const char    *currency,
          const char    *month)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
  NidaMark *mark = nida_mark_new ("Month", NULL, NULL, 1);
  guint n;

  spec->measure = measure;
  spec->query->currency = g_strdup (currency);
  if (month != NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, month);
  n = nida_row_marks_count (own, spec, month != NULL ? mark : NULL);
  nida_mark_free (mark);
  return n;
}

/* Its month shows nothing of what no rate brings into the chart's currency, and so has no square; in the currency it is in, it has.
 * An event is shown without its amount. */
static void
test_no_rate (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaLedger) ledger = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaRowMarks) own = NULL;

  add_entry (items, NIDA_ENTRY_MONEY, "ETB", 3);
  add_entry (items, NIDA_ENTRY_MONEY, "USD", 4);
  add_entry (items, NIDA_ENTRY_REQUIREMENT, "ETB", 3);
  add_entry (items, NIDA_ENTRY_EVENT, "ETB", 3);
  ledger = nida_ledger_new (items, NULL);
  dataset = nida_ledger_append (ledger, NULL, NULL);
  own = nida_row_marks_new_own (dataset);
  g_assert_cmpuint (count_of (own, NIDA_CHART_TIMELINE, NIDA_MEASURE_PLEDGED, "USD", "2024-03"), ==, 0);
  g_assert_cmpuint (count_of (own, NIDA_CHART_TIMELINE, NIDA_MEASURE_PLEDGED, "USD", "2024-04"), ==, 1);
  g_assert_cmpuint (count_of (own, NIDA_CHART_TIMELINE, NIDA_MEASURE_PLEDGED, "USD", NULL), ==, 1);
  g_assert_cmpuint (count_of (own, NIDA_CHART_TIMELINE, NIDA_MEASURE_PLEDGED, "ETB", "2024-03"), ==, 1);
  g_assert_cmpuint (count_of (own, NIDA_CHART_COVERAGE, NIDA_MEASURE_COVERAGE, "USD", NULL), ==, 1);
  g_assert_cmpuint (count_of (own, NIDA_CHART_COVERAGE, NIDA_MEASURE_COVERAGE, "ETB", NULL), ==, 2);
  g_assert_cmpuint (count_of (own, NIDA_CHART_EVENTS, NIDA_MEASURE_RECEIVED, "USD", NULL), ==, 1);
}

/* Whoever fills a context for a chart of these data has its marks; where nothing is the desk's own nobody asks. */
static void
test_context (void)
{
  g_autoptr (NidaDataset) some = new_dataset (60), none = new_dataset (0);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (NidaSources) sources = nida_sources_new (some, language), bare = nida_sources_new (none, language);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaChartContext context = { .language = language };
  guint counts[NIDA_N_NEWS];

  spec->measure = NIDA_MEASURE_PLEDGED;
  nida_sources_fill (sources, spec, &context);
  context.news->count (context.news->data, spec, NULL, counts);
  g_assert_cmpuint (counts[NIDA_NEWS_OWN], ==, nida_row_marks_count (sources->own, spec, NULL));
  g_assert_cmpuint (counts[NIDA_NEWS_OWN], >, 0);
  g_assert_cmpuint (counts[NIDA_NEWS_NEW] + counts[NIDA_NEWS_CHANGED] + counts[NIDA_NEWS_CAME], ==, 0);
  g_assert_cmpuint (context.news->serial, ==, 0);
  nida_sources_fill (bare, spec, &context);
  g_assert_null (context.news);
}

/* Rows that came are counted beside those of the desk's own, and what comes next has a larger number. */
static void
test_came (void)
{
  g_autoptr (NidaDataset) dataset = new_dataset (0);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, language);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint)), none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (NidaRowMarks) came = NULL, next = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaChartContext context = { .language = language };
  guint counts[NIDA_N_NEWS], n_pledges = 0;

  spec->measure = NIDA_MEASURE_PLEDGED;
  for (guint row = 10; row < 60; row += 2)
    {
      g_array_append_val (rows, row);
      n_pledges += nida_dataset_get_kind (dataset, row) == NIDA_KIND_PLEDGE;
    }
  came = nida_row_marks_new (dataset, rows);
  next = nida_row_marks_new (dataset, rows);
  g_assert_null (nida_row_marks_new (dataset, none));
  nida_sources_set_came (sources, came);
  nida_sources_fill (sources, spec, &context);
  context.news->count (context.news->data, spec, NULL, counts);
  g_assert_cmpuint (counts[NIDA_NEWS_CAME], ==, n_pledges);
  g_assert_cmpuint (counts[NIDA_NEWS_CAME], >, 0);
  g_assert_cmpuint (counts[NIDA_NEWS_OWN], ==, 0);
  g_assert_cmpuint (context.news->serial, ==, nida_row_marks_get_serial (came));
  g_assert_cmpuint (nida_row_marks_get_serial (next), >, nida_row_marks_get_serial (came));
  nida_sources_set_came (sources, NULL);
  nida_sources_fill (sources, spec, &context);
  g_assert_null (context.news);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-marks/nothing/where-the-desk-entered-nothing", test_nothing);
  g_test_add_func ("/row-marks/counts-the-rows-of-the-desk-behind-a-mark", test_marks);
  g_test_add_func ("/row-marks/an-event-is-marked-by-its-own-row", test_facts);
  g_test_add_func ("/row-marks/none-for-an-amount-without-a-rate", test_no_rate);
  g_test_add_func ("/row-marks/every-context-of-such-data-has-them", test_context);
  g_test_add_func ("/row-marks/what-came-is-counted-beside-them", test_came);
  return g_test_run ();
}
