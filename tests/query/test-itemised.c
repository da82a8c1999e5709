/* Reported totals beside the flows that itemise them; and rows behind others, of which everything is as if all had been read together. */
#include "fixture.h"

#include "itemised.h"
#include "own-rates.h"
#include "sheet.h"

static const char * const names[] = { NULL, "A", "B", "C", "Not specified", "A, B", "D" };
static const char * const dates[] = { NULL, "2023", "2024", "2024-02", "2024-02-04", "2024-11-30", "2023..2024", "2025" };
static const char * const currencies[] = { NULL, NULL, "KWD", "QAR" };

static const char *
pick (GRand              *random,
      const char * const *from,
      guint               n)
{
  return from[g_rand_int_range (random, 0, (gint32) n)];
}

/* @kinds: how many of the list; what is appended may know other names and currencies. */
static void
add_random_row (NidaDatasetBuilder *builder,
                GRand              *random,
                guint               source,
                guint               line,
                guint               n_kinds,
                guint               n_names)
{
  static const NidaKind kinds[] = { NIDA_KIND_PLEDGE, NIDA_KIND_PLEDGE, NIDA_KIND_COMMITMENT, NIDA_KIND_PAID, NIDA_KIND_PAID,
                                    NIDA_KIND_EVENT, NIDA_KIND_REQUIREMENT, NIDA_KIND_REPORTED, NIDA_KIND_STATED };
  g_autofree char *amount = g_strdup_printf ("%d.5", g_rand_int_range (random, -20, 900));
  TestRow row = { .kind = kinds[g_rand_int_range (random, 0, (gint32) n_kinds)], .date = pick (random, dates, G_N_ELEMENTS (dates)),
                  .amount = g_rand_int_range (random, 0, 15) > 0 ? amount : NULL,
                  .donor = pick (random, names, n_names), .recipient = pick (random, names, 3), .category = pick (random, names, n_names),
                  .appeal = pick (random, names, n_names - 1), .country = pick (random, names, n_names),
                  .currency = pick (random, currencies, 4), .source = source };

  if (g_rand_int_range (random, 0, 4) == 0)
    row.level = g_rand_int_range (random, 1, 4);
  if (g_rand_int_range (random, 0, 8) == 0)
    row.direction = g_rand_int_range (random, 1, 3);
  if (g_rand_int_range (random, 0, 3) == 0)
    row.usage_first = row.usage_last = g_rand_int_range (random, 2023, 2026);
  test_add_row (builder, &row, line);
}

static void
add_many (NidaDatasetBuilder *builder,
          guint32             seed,
          guint               first_source,
          guint               n_sources,
          guint               n,
          guint               n_kinds)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint line = 2; line < n + 2; line++)
    add_random_row (builder, random, first_source + (n_sources > 1 ? g_rand_int_range (random, 0, (gint32) n_sources) : 0), line, n_kinds,
                    n_sources > 1 ? 6 : 7);
}

static guint
add_desk (NidaDatasetBuilder *builder)
{
  NidaSourceInfo desk = { .name = (char *) "desk", .uri = (char *) "desk:", .format = (char *) "test", .family = (char *) "desk",
                          .states_move = TRUE };

  return nida_dataset_builder_add_source (builder, &desk);
}

/* --- each total against all rows --- */

static gboolean
agrees (NidaDataset *dataset,
        NidaField    field,
        guint        total,
        guint        row)
{
  guint32 code = nida_codes_get (nida_dataset_get_codes (dataset, field), total);

  return code == 0 || code == nida_codes_get (nida_dataset_get_codes (dataset, field), row);
}

static NidaSum
hold_against_all (NidaSheet        *sheet,
                  const NidaValues *values,
                  guint             total)
{
  NidaDataset *dataset = sheet->dataset;
  NidaPeriod span = nida_dataset_get_period (dataset, total);
  NidaSum sum = { 0, 0 };

  for (guint row = 0; row < sheet->n_rows; row++)
    if ((NIDA_TRAIT_KIND (sheet->traits[row]) == NIDA_KIND_PAID
         || (NIDA_TRAIT_KIND (sheet->traits[row]) == NIDA_KIND_COMMITMENT && NIDA_TRAIT_RECEIPT (sheet->traits[row]) != NIDA_RECEIPT_PAID))
        && agrees (dataset, NIDA_FIELD_DONOR, total, row) && agrees (dataset, NIDA_FIELD_RECIPIENT, total, row)
        && agrees (dataset, NIDA_FIELD_CATEGORY, total, row) && agrees (dataset, NIDA_FIELD_APPEAL, total, row)
        && agrees (dataset, NIDA_FIELD_COUNTRY, total, row)
        && (span.start.precision == NIDA_PRECISION_NONE
            || nida_period_within (nida_dataset_get_period (dataset, row), nida_date_first_day (span.start), nida_date_last_day (span.end))))
      {
        sum.sum += values->fine == NULL ? nida_values_get (values, row) * NIDA_FINE : nida_values_get (values, row);
        sum.rows++;
      }
  return sum;
}

/* No row has a direction, which would leave some of them out. */
static void
test_each (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (NidaDatasetBuilder) builder = test_builder ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NidaDataset) dataset = NULL;
      g_autoptr (NidaSheet) sheet = NULL;
      const NidaValues *values;
      guint held = 0;

      for (guint line = 2; line < 400; line++)
        {
          TestRow row = { .kind = line % 3 == 0 ? NIDA_KIND_REPORTED : line % 3 == 1 ? NIDA_KIND_PAID : NIDA_KIND_COMMITMENT,
                          .date = pick (random, dates, G_N_ELEMENTS (dates)), .amount = "7.25", .donor = pick (random, names, 4),
                          .recipient = pick (random, names, 2), .category = pick (random, names, 3), .appeal = pick (random, names, 3),
                          .country = pick (random, names, 4), .currency = line % 5 == 0 ? "QAR" : NULL, .source = line % 2 };

          test_add_row (builder, &row, line);
        }
      dataset = nida_dataset_builder_end (builder);
      sheet = nida_sheet_new (dataset);
      values = nida_sheet_get_values (sheet, seed % 2 ? NULL : "KWD", 0);
      for (guint i = 0; i < sheet->totals->len; i++)
        {
          guint32 row = g_array_index (sheet->totals, guint32, i);
          NidaSum sum = nida_itemised_sum (nida_itemised_get (sheet, values), sheet, row), expected = hold_against_all (sheet, values, row);

          g_assert_cmpuint (sum.rows, ==, expected.rows);
          g_assert_true (sum.sum == expected.sum);
          held += sum.rows > 0;
        }
      g_assert_cmpuint (held, >, 20);
    }
}

/* --- rows behind others --- */

static void
append_text (GString    *string,
             const char *text)
{
  g_string_append_printf (string, "%s|", text != NULL ? text : "");
}

static void
append_cell (GString            *string,
             NidaCube           *cube,
             const NidaCubeCell *cell)
{
  for (guint d = 0; d < nida_cube_get_query (cube)->n_by; d++)
    append_text (string, nida_cube_get_item (cube, d, cell->item[d])->name);
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    g_string_append_printf (string, " %" G_GINT64_FORMAT, cell->values[m]);
  g_string_append_printf (string, " %" G_GUINT64_FORMAT "\n", cell->flows);
}

/* All that an answer says, but the order of equal groups. */
static char *
dump (NidaCube *cube)
{
  GString *string = g_string_new (NULL);
  gint32 first = 0, last = 0;

  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    append_cell (string, cube, nida_cube_get_cell (cube, i));
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    g_string_append_printf (string, " %" G_GINT64_FORMAT, nida_cube_get_total (cube)->values[m]);
  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    {
      const NidaAside *aside = nida_cube_get_aside (cube, i);

      g_string_append_printf (string, "\naside %u %d %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %d", aside->kind, aside->left_out, aside->rows,
                              aside->amount, aside->of_totals);
    }
  for (guint i = 0; i < nida_cube_get_n_conversions (cube); i++)
    {
      const NidaConversion *conversion = nida_cube_get_conversion (cube, i);

      g_string_append_printf (string, "\nconverted %u %s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT, conversion->kind, conversion->from,
                              conversion->rows, conversion->amount);
    }
  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);

      g_string_append_printf (string, "\nfact %u %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT " ", fact->row, fact->kind,
                              fact->amount, fact->computed, fact->computed_rows);
      append_text (string, fact->donor);
      append_text (string, fact->appeal);
      append_text (string, fact->category);
      append_text (string, fact->recipient);
      append_text (string, fact->source);
    }
  nida_cube_get_extent (cube, &first, &last);
  g_string_append_printf (string, "\n%d %d", first, last);
  for (NidaKind kind = 0; kind < NIDA_N_KINDS; kind++)
    g_string_append_printf (string, " %d", nida_cube_has_kind (cube, kind));
  return g_string_free (string, FALSE);
}

static NidaQuery *
make_query (guint number)
{
  static const char * const bys[] = { NULL, "donor", "category", "date", "appeal", "country,category", "recipient,date", "usage_year",
                                      "donor,date,category", "donor_group", "boundary,donor", "region" };
  static const char * const apart[] = { "A", "D", NULL };
  NidaQuery *query = test_query (number % 3 == 0 ? MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (COUNT)
                                 : number % 3 == 1 ? MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (RECEIVED)
                                                   : MEASURE (GAP) | MEASURE (COVERAGE) | MEASURE (REQUIREMENT),
                                 bys[number % G_N_ELEMENTS (bys)]);

  if (number % 2 == 0)
    query->fact_kinds = NIDA_KIND_BIT (NIDA_KIND_REPORTED) | NIDA_KIND_BIT (NIDA_KIND_STATED) | NIDA_KIND_BIT (NIDA_KIND_EVENT);
  if (number % 5 == 1)
    nida_query_add_filter (query, NIDA_FIELD_DATE, "2024");
  if (number % 7 == 2)
    nida_query_add_filter (query, NIDA_FIELD_DONOR, "A");
  if (number % 9 == 4)
    nida_query_add_filter (query, NIDA_FIELD_CATEGORY, "A");
  if (number % 17 == 5)
    nida_query_add_filter (query, NIDA_FIELD_USAGE_YEAR, "2024");
  if (number % 19 == 6)
    query->from = nida_date_new_year (2024);
  if (number % 4 == 1)
    query->apart = g_strdupv ((char **) apart);
  if (number % 6 == 3 && query->n_by > 0)
    query->by[query->n_by - 1].step = NIDA_STEP_MONTH;
  if (number % 11 == 3)
    query->currency = g_strdup ("QAR");
  else if (number % 13 == 4)
    query->currency = g_strdup ("KWD");
  return query;
}

#define N_QUERIES 96

/* One by one and all at once. */
static void
assert_same (NidaDataset *behind,
             NidaDataset *together)
{
  g_autoptr (NidaLocalEngine) one = nida_local_engine_new (behind), other = nida_local_engine_new (together), again = nida_local_engine_new (behind);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref), cubes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint number = 0; number < N_QUERIES; number++)
    g_ptr_array_add (queries, make_query (number));
  cubes = nida_local_engine_query_all (again, queries, &error);
  g_assert_no_error (error);
  for (guint number = 0; number < N_QUERIES; number++)
    {
      g_autoptr (NidaCube) first = test_ask (one, queries->pdata[number]), second = test_ask (other, queries->pdata[number]);
      g_autofree char *a = dump (first), *b = dump (second), *c = dump (cubes->pdata[number]);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (c, ==, b);
    }
}

/* Several are put behind one base, one after the other, as entries come into a ledger. */
static void
test_behind (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (NidaDatasetBuilder) builder = test_builder ();
      g_autoptr (NidaDataset) base = NULL;
      guint n_kinds = seed % 3 == 0 ? 4 : 9;

      add_many (builder, seed, 0, 3, 200, n_kinds);
      base = nida_dataset_builder_end (builder);
      for (guint n = 0; n < 12; n += 3)
        {
          g_autoptr (NidaDatasetBuilder) more = nida_dataset_builder_new (), all = test_builder ();
          g_autoptr (NidaDataset) behind = NULL, together = NULL;

          add_many (more, seed + 100, add_desk (more), 1, n, seed % 2 ? 2 : 9);
          behind = nida_dataset_builder_append (more, base);
          g_assert_true (nida_dataset_get_base (behind) == base);
          add_many (all, seed, 0, 3, 200, n_kinds);
          add_many (all, seed + 100, add_desk (all), 1, n, seed % 2 ? 2 : 9);
          together = nida_dataset_builder_end (all);
          assert_same (behind, together);
        }
    }
}

/* The rows are those of the base, their amounts are not. */
static void
test_other_rates (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) base = NULL;

  add_many (builder, 5, 0, 3, 200, 9);
  base = nida_dataset_builder_end (builder);
  for (guint n = 2; n < 5; n++)
    {
      g_autoptr (NidaOwnRates) own = nida_own_rates_new ();
      NidaOwnRate rate = { "KWD", "QAR", { NIDA_DATE_NONE, NIDA_DATE_NONE }, { n, 0 }, NULL };
      g_autoptr (NidaDataset) valued = NULL, alone = NULL;
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

      nida_own_rates_add (own, &rate);
      valued = nida_dataset_new_with_rates (base, own);
      for (guint row = 0; row < nida_dataset_get_n_rows (valued); row++)
        g_array_append_val (rows, row);
      alone = nida_dataset_pick (valued, (const guint *) (gpointer) rows->data, rows->len);
      g_assert_true (nida_dataset_get_base (valued) == base);
      g_assert_null (nida_dataset_get_base (alone));
      assert_same (valued, alone);
    }
}

/* What the base keeps outlives what stood behind it, and goes with the base. */
static void
test_kept_by_base (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) base = NULL;
  NidaSheet *kept = NULL;

  add_many (builder, 7, 0, 3, 50, 9);
  base = nida_dataset_builder_end (builder);
  for (guint n = 1; n < 4; n++)
    {
      g_autoptr (NidaDatasetBuilder) more = nida_dataset_builder_new ();
      g_autoptr (NidaDataset) behind = NULL;
      g_autoptr (NidaSheet) sheet = NULL;

      add_many (more, 8, add_desk (more), 1, n, 2);
      behind = nida_dataset_builder_append (more, base);
      sheet = nida_sheet_new (behind);
      g_assert_nonnull (sheet->base);
      g_assert_true (kept == NULL || sheet->base == kept);
      g_assert_cmpuint (sheet->n_rows, ==, sheet->base->n_rows + n);
      kept = sheet->base;
    }
  g_object_add_weak_pointer (G_OBJECT (base), (gpointer *) &base);
  g_object_unref (base);
  g_assert_null (base);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/itemised/each-as-against-all-rows", test_each);
  g_test_add_func ("/itemised/rows-behind-others-as-read-together", test_behind);
  g_test_add_func ("/itemised/other-rates-as-of-these-alone", test_other_rates);
  g_test_add_func ("/itemised/kept-by-the-base", test_kept_by_base);
  return g_test_run ();
}
