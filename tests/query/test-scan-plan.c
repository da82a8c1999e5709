/* However few passes are made, each scan gets what a pass of its own would have found. */
#include "fixture.h"

#include "parallel.h"
#include "scan-plan.h"

enum { N_ROWS = 3000, N_ROUNDS = 40, MOST_SCANS = 8 };

static NidaSheet *
random_sheet (GRand      *random,
              const char *large)
{
  static const char * const dates[] = { "2022-01-05", "2022-01-30", "2022-02", "2022", "2023-07-01", "2009..2023", NULL };
  static const char * const names[] = { "A", "B", "C, A", "D", "E", NULL };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", g_rand_int_range (random, -50, 5000));
      g_autofree char *recipient = g_strdup_printf ("R%d", g_rand_int_range (random, 0, 900));
      TestRow row = { .kind = g_rand_int_range (random, 0, 3) > 0 ? NIDA_KIND_PAID : NIDA_KIND_PLEDGE,
                      .date = dates[g_rand_int_range (random, 0, 7)], .donor = names[g_rand_int_range (random, 0, 6)],
                      .category = names[g_rand_int_range (random, 0, 6)], .recipient = recipient,
                      .amount = g_rand_int_range (random, 0, 20) > 0 ? amount : NULL };

      if (i % 100 == 0 && large != NULL)
        row.amount = large;
      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_sheet_new (dataset);
}

typedef struct {
  NidaScan     *scans;
  GPtrArray    *expected;    /* NidaScan, by scan */
  guint         n_taken;
} Taking;

static void
check_taken (NidaScan *scan,
             gpointer  data)
{
  Taking *taking = data;
  NidaScan *expected = g_ptr_array_index (taking->expected, scan - taking->scans);
  guint64 ours = 0, theirs = 0, group;
  const NidaSum *sums;

  for (guint64 i = 0; i < nida_tally_get_size (&scan->tally); i++)
    theirs += nida_tally_get (&scan->tally, i, &group, &sums);
  for (guint64 i = 0; i < nida_tally_get_size (&expected->tally); i++)
    if (nida_tally_get (&expected->tally, i, &group, &sums))
      {
        ours++;
        for (guint s = 0; s < scan->rules->n_sums; s++)
          {
            g_assert_true (nida_tally_at (&scan->tally, group)[s].sum == sums[s].sum);
            g_assert_cmpuint (nida_tally_at (&scan->tally, group)[s].rows, ==, sums[s].rows);
          }
      }
  g_assert_cmpuint (ours, ==, theirs);
  taking->n_taken++;
}

static void
free_scan (gpointer data)
{
  nida_scan_clear (data);
  g_free (data);
}

static guint
random_dimensions (GRand         *random,
                   NidaSheet     *sheet,
                   NidaDimension *dimensions)
{
  static const NidaGroupBy bys[] = { { NIDA_FIELD_DATE, NIDA_STEP_MONTH }, { NIDA_FIELD_DATE, NIDA_STEP_YEAR },
                                     { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE },
                                     { NIDA_FIELD_RECIPIENT, NIDA_STEP_NONE } };
  static const char * const all[] = { "A", "B", "D", "R1", "R2", "R3" };
  guint n = g_rand_int_range (random, 0, 4);

  for (guint d = 0; d < n; d++)
    {
      const char *apart[G_N_ELEMENTS (all) + 1];
      guint n_apart = 0;
      gboolean made = nida_dimension_init (&dimensions[d], sheet, bys[g_rand_int_range (random, 0, G_N_ELEMENTS (bys))], 1);

      g_assert_true (made);
      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        if (g_rand_boolean (random))
          apart[n_apart++] = all[i];
      apart[n_apart] = NULL;
      if (nida_field_is_code (dimensions[d].by.field) && g_rand_boolean (random))
        nida_dimension_join (&dimensions[d], apart, FALSE);
    }
  return n;
}

/* Now and then a field is missing among the finest. */
static guint
find_fine (GRand         *random,
           NidaSheet     *sheet,
           NidaDimension *fine)
{
  static const NidaGroupBy bys[] = { { NIDA_FIELD_DATE, NIDA_STEP_MONTH }, { NIDA_FIELD_DONOR, NIDA_STEP_NONE },
                                     { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, { NIDA_FIELD_RECIPIENT, NIDA_STEP_NONE } };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bys); i++)
    if (g_rand_int_range (random, 0, 6) > 0)
      {
        gboolean made = nida_dimension_init (&fine[n++], sheet, bys[i], 1);

        g_assert_true (made);
      }
  return n;
}

static void
check_round (GRand         *random,
             NidaSheet     *sheet,
             NidaSelection *selection,
             NidaRules     *rules)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new (), expected = g_ptr_array_new_with_free_func (free_scan);
  g_autoptr (GError) error = NULL;
  NidaDimension dimensions[MOST_SCANS][4], fine[4];
  NidaScan scans[MOST_SCANS];
  Taking taking = { scans, expected, 0 };
  guint n = g_rand_int_range (random, 1, MOST_SCANS + 1);

  for (guint i = 0; i < n; i++)
    {
      NidaScan *alone = g_new0 (NidaScan, 1);

      scans[i] = (NidaScan) { .sheet = sheet, .selection = selection, .rules = rules, .dimensions = dimensions[i],
                              .n_dimensions = random_dimensions (random, sheet, dimensions[i]),
                              .values = nida_sheet_get_values (sheet, NULL, 0) };
      *alone = scans[i];
      g_ptr_array_add (wanted, &scans[i]);
      g_ptr_array_add (expected, alone);
      g_assert_true (nida_scans_run (&alone, 1, &error));
    }
  g_assert_true (nida_scans_run_few ((NidaScan **) wanted->pdata, n, fine, find_fine (random, sheet, fine), check_taken, &taking,
                                     &error));
  g_assert_no_error (error);
  g_assert_cmpuint (taking.n_taken, ==, n);
  for (guint i = 0; i < n; i++)
    for (guint d = 0; d < scans[i].n_dimensions; d++)
      nida_dimension_clear (&dimensions[i][d]);
}

/* With amounts so large that their sum leaves 64 bits, too. */
static void
test_equal (gconstpointer large)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (NidaSheet) sheet = random_sheet (random, large);
  g_autoptr (NidaSelection) selection = nida_selection_new ();
  NidaRules rules;

  selection->n_rows = sheet->n_rows;
  memcpy (selection->present, sheet->present, sizeof selection->present);
  nida_rules_init (&rules, NIDA_RULE_DISTINCT, MEASURE (RECEIVED) | MEASURE (PLEDGED), selection);
  g_assert_cmpint (nida_sheet_get_values (sheet, NULL, 0)->narrow, ==, large == NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      nida_parallel_set_threads (1 + i % 3);
      check_round (random, sheet, selection, &rules);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scan-plan/narrow/says-what-each-alone-says", NULL, test_equal);
  g_test_add_data_func ("/scan-plan/wide/says-what-each-alone-says", "9000000000000000", test_equal);
  return g_test_run ();
}
