/* Groups of groups say what rows say. */
#include "fixture.h"

#include "filter.h"
#include "scan-coarser.h"

enum { N_ROWS = 2000 };

static NidaSheet *
random_sheet (GRand *random)
{
  static const char * const dates[] = { "2022-01-05", "2022-02", "2022", "2023-07-01", "2023-08-02", "2009..2023", NULL };
  static const char * const names[] = { "A", "B", "E, A", "D", "E", NULL };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", g_rand_int_range (random, -50, 5000));
      TestRow row = { .kind = g_rand_boolean (random) ? NIDA_KIND_PAID : NIDA_KIND_PLEDGE,
                      .date = dates[g_rand_int_range (random, 0, 7)], .donor = names[g_rand_int_range (random, 0, 6)],
                      .category = names[g_rand_int_range (random, 0, 6)],
                      .amount = g_rand_int_range (random, 0, 20) > 0 ? amount : NULL };

      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_sheet_new (dataset);
}

static void
init (NidaDimension *dimension,
      NidaSheet     *sheet,
      NidaField      field,
      NidaStep       step)
{
  gboolean made = nida_dimension_init (dimension, sheet, (NidaGroupBy) { field, step }, 1);

  g_assert_true (made);
}

static NidaScan
begin_scan (NidaSheet           *sheet,
            NidaSelection       *selection,
            const NidaRules     *rules,
            const NidaDimension *dimensions,
            guint                n_dimensions)
{
  return (NidaScan) { .sheet = sheet, .selection = selection, .rules = rules, .dimensions = dimensions,
                      .n_dimensions = n_dimensions, .values = nida_sheet_get_values (sheet, NULL, 0) };
}

static void
assert_same (NidaScan *one,
             NidaScan *other)
{
  guint64 ours = 0, theirs = 0, group;
  const NidaSum *sums;

  for (guint64 i = 0; i < nida_tally_get_size (&other->tally); i++)
    theirs += nida_tally_get (&other->tally, i, &group, &sums);
  for (guint64 i = 0; i < nida_tally_get_size (&one->tally); i++)
    if (nida_tally_get (&one->tally, i, &group, &sums))
      {
        const NidaSum *found = nida_tally_at (&other->tally, group);

        ours++;
        for (guint s = 0; s < one->rules->n_sums; s++)
          {
            g_assert_true (found[s].sum == sums[s].sum);
            g_assert_cmpuint (found[s].rows, ==, sums[s].rows);
          }
      }
  g_assert_cmpuint (ours, ==, theirs);
  g_assert_cmpmem (one->without_amount, sizeof one->without_amount, other->without_amount, sizeof other->without_amount);
}

static void
test_derived (void)
{
  static const char * const apart[] = { "A", "D", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (NidaSheet) sheet = random_sheet (random);
  g_autoptr (NidaSelection) selection = nida_selection_new ();
  g_autoptr (GError) error = NULL;
  NidaDimension finer[3], coarser[3], both[5], none[1];
  NidaRules rules;
  NidaScan scan, *pass = &scan;
  struct { const NidaDimension *dimensions; guint n; } wanted[] = { { coarser, 3 }, { coarser, 2 }, { coarser, 1 }, { none, 0 }, { both, 5 } };

  selection->n_rows = sheet->n_rows;
  memcpy (selection->present, sheet->present, sizeof selection->present);
  nida_rules_init (&rules, NIDA_RULE_DISTINCT, MEASURE (RECEIVED) | MEASURE (PLEDGED), selection);
  init (&finer[0], sheet, NIDA_FIELD_DATE, NIDA_STEP_MONTH);
  init (&finer[1], sheet, NIDA_FIELD_DONOR, NIDA_STEP_NONE);
  init (&finer[2], sheet, NIDA_FIELD_CATEGORY, NIDA_STEP_NONE);
  init (&coarser[0], sheet, NIDA_FIELD_CATEGORY, NIDA_STEP_NONE);
  nida_dimension_join (&coarser[0], apart, FALSE);
  init (&coarser[1], sheet, NIDA_FIELD_DATE, NIDA_STEP_YEAR);
  init (&coarser[2], sheet, NIDA_FIELD_DONOR, NIDA_STEP_NONE);
  nida_dimension_join (&coarser[2], apart, FALSE);
  memcpy (both, coarser, sizeof coarser);
  memcpy (&both[3], finer, 2 * sizeof finer[0]);
  scan = begin_scan (sheet, selection, &rules, finer, 3);
  g_assert_true (nida_scans_run (&pass, 1, &error));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      NidaScan derived = begin_scan (sheet, selection, &rules, wanted[i].dimensions, wanted[i].n), read = derived, *alone = &read;

      g_assert_true (nida_scan_is_coarser (&scan, &derived));
      g_assert_true (nida_scan_derive (&scan, &derived));
      g_assert_true (nida_scans_run (&alone, 1, &error));
      assert_same (&read, &derived);
      nida_scan_clear (&derived);
      nida_scan_clear (&read);
    }
  nida_scan_clear (&scan);
  nida_dimension_clear (&coarser[0]);
  nida_dimension_clear (&coarser[2]);
}

static NidaSelection *
select_category (NidaSheet  *sheet,
                 const char *name)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  NidaSelection *selection;

  nida_query_add_filter (query, NIDA_FIELD_CATEGORY, name);
  filter = nida_filter_new (sheet, query, &error);
  g_assert_no_error (error);
  selection = nida_filter_run (filter, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (selection->n_rows, >, 0);
  g_assert_cmpuint (selection->n_rows, <, sheet->n_rows);
  return selection;
}

/* @name stands in cells alone, or (A) also in lists of several names, which are groups of their own. */
static void
check_selected (NidaSheet  *sheet,
                const char *name,
                gboolean    derives)
{
  g_autoptr (NidaSelection) selection = select_category (sheet, name);
  g_autoptr (GError) error = NULL;
  NidaDimension month, wanted[2];
  NidaRules rules;
  NidaScan scan, derived, read, *pass = &scan, *alone = &read;

  nida_rules_init (&rules, NIDA_RULE_DISTINCT, MEASURE (RECEIVED) | MEASURE (PLEDGED), selection);
  init (&month, sheet, NIDA_FIELD_DATE, NIDA_STEP_MONTH);
  init (&wanted[0], sheet, NIDA_FIELD_CATEGORY, NIDA_STEP_NONE);
  init (&wanted[1], sheet, NIDA_FIELD_DATE, NIDA_STEP_YEAR);
  scan = begin_scan (sheet, selection, &rules, &month, 1);
  derived = read = begin_scan (sheet, selection, &rules, wanted, 2);
  g_assert_true (nida_scans_run (&pass, 1, &error));
  g_assert_true (nida_scans_run (&alone, 1, &error));
  g_assert_cmpint (nida_scan_is_coarser (&scan, &derived), ==, derives);
  g_assert_cmpint (nida_scan_derive (&scan, &derived), ==, derives);
  if (derives)
    assert_same (&read, &derived);
  nida_scan_clear (&scan);
  nida_scan_clear (&derived);
  nida_scan_clear (&read);
}

static void
test_selected (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (NidaSheet) sheet = random_sheet (random);

  check_selected (sheet, "B", TRUE);
  check_selected (sheet, "A", FALSE);
}

static void
test_finer (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (NidaSheet) sheet = random_sheet (random);
  NidaDimension year, month, donor;
  g_autofree guint32 *map = NULL, *other = NULL;

  init (&year, sheet, NIDA_FIELD_DATE, NIDA_STEP_YEAR);
  init (&month, sheet, NIDA_FIELD_DATE, NIDA_STEP_MONTH);
  init (&donor, sheet, NIDA_FIELD_DONOR, NIDA_STEP_NONE);
  map = nida_dimension_map_slots (&month, &year);
  g_assert_nonnull (map);
  g_assert_null (nida_dimension_map_slots (&year, &month));
  other = nida_dimension_map_slots (&donor, &year);
  g_assert_null (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-coarser/derived/says-what-a-pass-says", test_derived);
  g_test_add_func ("/scan-coarser/selected/one-name-that-is-chosen-needs-no-column", test_selected);
  g_test_add_func ("/scan-coarser/finer/cannot-be-derived", test_finer);
  return g_test_run ();
}
