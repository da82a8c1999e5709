/* However a pass is shared, it says what a pass of its own would. */
#include "fixture.h"

#include "scan-shared.h"

enum { N_ROWS = 3000 };

typedef enum { PLAIN, COPIES, TWINS, N_SORTS } Sort;

static const char * const bys[] = { "month,donor", "donor", "month", "year", NULL, "donor,year", "category", "quarter,category", "appeal" };
static const guint measures[] = { MEASURE (RECEIVED), MEASURE (PLEDGED), MEASURE (RECEIVED) | MEASURE (COUNT), MEASURE (COMMITTED),
                                  MEASURE (PAID) };

static NidaSheet *
random_sheet (GRand *random,
              Sort   sort)
{
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE, NIDA_KIND_EVENT };
  static const char * const dates[] = { "2022-01-05", "2022-01-30", "2022-02", "2022", "2023-07-01", "2009..2023", NULL };
  static const char * const names[] = { "A", "B", "C, A", "D", "E", NULL };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", g_rand_int_range (random, -50, 5000));
      g_autofree char *id = g_strdup_printf ("%u", i / 2);
      TestRow row = { .kind = kinds[g_rand_int_range (random, 0, 4)], .date = dates[g_rand_int_range (random, 0, 7)],
                      .donor = names[g_rand_int_range (random, 0, 6)], .category = names[g_rand_int_range (random, 0, 6)],
                      .amount = g_rand_int_range (random, 0, 20) > 0 ? amount : NULL,
                      .direction = sort == PLAIN ? g_rand_int_range (random, 1, 3) : g_rand_int_range (random, 0, 3) };

      if (sort == COPIES)
        {
          row.boundary = g_rand_int_range (random, 0, 4);
          row.on = g_rand_int_range (random, 0, 3);
        }
      if (sort == TWINS)
        {
          row.source = 1;
          row.id = id;
        }
      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_sheet_new (dataset);
}

static NidaSelection *
select_some (NidaSheet *sheet,
             guint      every)
{
  NidaSelection *selection = nida_selection_new ();

  if (every > 1)
    selection->rows = g_new (guint32, sheet->n_rows);
  for (guint32 row = 0; row < sheet->n_rows; row += every)
    {
      if (every > 1)
        selection->rows[selection->n_rows] = row;
      selection->n_rows++;
      selection->present[sheet->traits[row]] = 1;
    }
  return selection;
}

static void
assert_tallies_equal (const NidaScan *one,
                      const NidaScan *other)
{
  for (guint64 i = 0; i < one->tally.n_groups; i++)
    {
      const NidaSum *ours, *theirs;
      guint64 group;
      gboolean any = nida_tally_get (&one->tally, i, &group, &ours);

      g_assert_cmpint (nida_tally_get (&other->tally, i, &group, &theirs), ==, any);
      for (guint s = 0; any && s < one->rules->n_sums; s++)
        {
          g_assert_true (ours[s].sum == theirs[s].sum);
          g_assert_cmpuint (ours[s].rows, ==, theirs[s].rows);
        }
      g_assert_true (g_hash_table_lookup (one->twice, &i) == g_hash_table_lookup (other->twice, &i));
    }
}

static void
assert_same (NidaScan *one,
             NidaScan *other)
{
  g_assert_true (one->tally.dense && other->tally.dense);
  g_assert_cmpuint (one->tally.n_groups, ==, other->tally.n_groups);
  assert_tallies_equal (one, other);
  for (guint a = 0; a < NIDA_N_ASIDES; a++)
    {
      g_assert_true (one->asides[a].sum == other->asides[a].sum);
      g_assert_cmpuint (one->asides[a].rows, ==, other->asides[a].rows);
    }
  g_assert_cmpuint (one->twice_in_all, ==, other->twice_in_all);
}

static void
compare (NidaSheet     *sheet,
         NidaSelection *selection,
         const char    *by,
         NidaRule       rule,
         guint          measure)
{
  g_autoptr (NidaQuery) query = test_query (measure, by);
  NidaDimension dimensions[NIDA_MAX_BY];
  NidaRules rules;
  NidaScan scan = { .sheet = sheet, .selection = selection, .rules = &rules, .dimensions = dimensions,
                    .n_dimensions = query->n_by, .values = nida_sheet_get_values (sheet, NULL, 0),
                    .twins = nida_sheet_get_twins (sheet) };
  NidaScan alone = scan;

  nida_rules_init (&rules, rule, measure, selection);
  for (guint d = 0; d < query->n_by; d++)
    g_assert_true (nida_dimension_init (&dimensions[d], sheet, query->by[d], 1));
  g_assert_true (nida_scan_share (&scan, NULL));
  g_assert_true (nida_scans_run (&(NidaScan *) { &alone }, 1, NULL));
  assert_same (&scan, &alone);
  nida_scan_clear (&scan);
  nida_scan_clear (&alone);
  for (guint d = 0; d < query->n_by; d++)
    nida_dimension_clear (&dimensions[d]);
}

static void
test_equal (gconstpointer data)
{
  Sort sort = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (20 + sort);
  g_autoptr (NidaSheet) sheet = random_sheet (random, sort);

  g_assert_true ((sheet->copies != NULL) == (sort == COPIES));
  g_assert_true ((nida_sheet_get_twins (sheet) != NULL) == (sort == TWINS));
  for (guint every = 1; every <= 3; every++)
    {
      g_autoptr (NidaSelection) selection = select_some (sheet, every);

      for (guint m = 0; m < G_N_ELEMENTS (measures); m++)
        for (guint b = 0; b < G_N_ELEMENTS (bys); b++)
          {
            compare (sheet, selection, bys[b], NIDA_RULE_DISTINCT, measures[m]);
            compare (sheet, selection, bys[b], NIDA_RULE_BOUNDARY, measures[m]);
          }
    }
}

static void
test_few_passes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (NidaSheet) sheet = random_sheet (random, PLAIN);
  g_autoptr (NidaSelection) selection = select_some (sheet, 1);

  compare (sheet, selection, "month,donor", NIDA_RULE_DISTINCT, MEASURE (RECEIVED));
  g_assert_cmpuint (selection->scans->len, ==, 1);
  compare (sheet, selection, "month,donor", NIDA_RULE_BOUNDARY, MEASURE (PLEDGED));
  g_assert_cmpuint (selection->scans->len, ==, 1);
  /* nothing is read anew: a selection without rows has no more to say */
  selection->n_rows = 0;
  {
    g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "year");
    NidaDimension year;
    NidaRules rules;
    NidaScan scan = { .sheet = sheet, .selection = selection, .rules = &rules, .dimensions = &year, .n_dimensions = 1,
                      .values = nida_sheet_get_values (sheet, NULL, 0) };
    const NidaSum *sums;
    guint64 rows = 0, group;

    nida_rules_init (&rules, NIDA_RULE_DISTINCT, MEASURE (RECEIVED), selection);
    g_assert_true (nida_dimension_init (&year, sheet, query->by[0], 1));
    g_assert_true (nida_scan_share (&scan, NULL));
    for (guint64 i = 0; i < nida_tally_get_size (&scan.tally); i++)
      if (nida_tally_get (&scan.tally, i, &group, &sums))
        rows += sums[0].rows;
    g_assert_cmpuint (rows, >, 0);
    nida_scan_clear (&scan);
    nida_dimension_clear (&year);
  }
}

/* --- ahead --- */

typedef struct {
  NidaScan      scan;
  NidaRules     rules;
  NidaDimension dimensions[NIDA_MAX_BY];
  NidaQuery    *query;
} Wanted;

static void
want (Wanted        *self,
      NidaSheet     *sheet,
      NidaSelection *selection,
      const char    *by,
      guint          measure)
{
  self->query = test_query (measure, by);
  self->scan = (NidaScan) { .sheet = sheet, .selection = selection, .rules = &self->rules, .dimensions = self->dimensions,
                            .n_dimensions = self->query->n_by, .values = nida_sheet_get_values (sheet, NULL, 0),
                            .twins = nida_sheet_get_twins (sheet) };
  nida_rules_init (&self->rules, NIDA_RULE_DISTINCT, measure, selection);
  for (guint d = 0; d < self->query->n_by; d++)
    g_assert_true (nida_dimension_init (&self->dimensions[d], sheet, self->query->by[d], 1));
}

static void
want_no_more (Wanted *self)
{
  for (guint d = 0; d < self->query->n_by; d++)
    nida_dimension_clear (&self->dimensions[d]);
  nida_query_unref (self->query);
}

/* Months of donors and categories need a pass each and get one together; years follow from months. */
static void
test_ahead (void)
{
  static const char * const wishes[] = { "month,donor", "category", "year" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (NidaSheet) sheet = random_sheet (random, PLAIN);
  g_autoptr (NidaSelection) selection = select_some (sheet, 2);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Wanted all[G_N_ELEMENTS (wishes)];

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      want (&all[i], sheet, selection, wishes[i], MEASURE (RECEIVED));
      g_ptr_array_add (wanted, &all[i].scan);
    }
  g_assert_true (nida_scans_share_ahead (wanted, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (selection->scans->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      compare (sheet, selection, wishes[i], NIDA_RULE_DISTINCT, MEASURE (RECEIVED));
      compare (sheet, selection, wishes[i], NIDA_RULE_DISTINCT, MEASURE (PLEDGED));
      want_no_more (&all[i]);
    }
  g_assert_cmpuint (selection->scans->len, ==, 3);      /* and the years, which were added up from months */
}

static void
test_ahead_cancelled (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (NidaSheet) sheet = random_sheet (random, PLAIN);
  g_autoptr (NidaSelection) selection = select_some (sheet, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Wanted donors, categories;

  want (&donors, sheet, selection, "donor", MEASURE (RECEIVED));
  want (&categories, sheet, selection, "category", MEASURE (RECEIVED));
  donors.scan.cancellable = categories.scan.cancellable = cancellable;
  g_ptr_array_add (wanted, &donors.scan);
  g_ptr_array_add (wanted, &categories.scan);
  g_cancellable_cancel (cancellable);
  g_assert_false (nida_scans_share_ahead (wanted, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (selection->scans->len, ==, 0);
  want_no_more (&donors);
  want_no_more (&categories);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/scan-shared/plain/says-what-a-pass-of-its-own-says", GUINT_TO_POINTER (PLAIN), test_equal);
  g_test_add_data_func ("/scan-shared/copies/says-what-a-pass-of-its-own-says", GUINT_TO_POINTER (COPIES), test_equal);
  g_test_add_data_func ("/scan-shared/twins/says-what-a-pass-of-its-own-says", GUINT_TO_POINTER (TWINS), test_equal);
  g_test_add_func ("/scan-shared/coarser/reads-no-row", test_few_passes);
  g_test_add_func ("/scan-shared/ahead/one-pass-says-what-each-alone-says", test_ahead);
  g_test_add_func ("/scan-shared/ahead/cancelled-keeps-nothing", test_ahead_cancelled);

  return g_test_run ();
}
