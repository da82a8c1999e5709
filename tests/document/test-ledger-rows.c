/* ledger-rows.c: what the desk entered is counted exactly and once, and is what reading all together would give. */
#include "ledger-fixture.h"

#include "ledger-table.h"
#include "loader.h"
#include "sources.h"

/* --- exact, by another way of computing --- */

static NidaMoney
ask (NidaDataset *dataset,
     NidaMeasure  measure)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << measure;
  cube = nida_local_engine_query (engine, query, &error);
  g_assert_no_error (error);
  return nida_cube_get_total (cube)->values[measure];
}

static void
assert_sum (NidaDataset *dataset,
            NidaMeasure  measure,
            __int128     expected)
{
  NidaMoney sum = ask (dataset, measure);

  g_assert_true ((sum == NIDA_MONEY_NONE ? (__int128) 0 : (__int128) sum) == expected);
}

/* Thousandths are added in 128 bits from the decimal texts, without a word of the code that is tested. */
static __int128
parse_thousandths (const char *text)
{
  __int128 whole = 0;
  int decimals = -1;
  gboolean negative = *text == '-';

  for (const char *p = text + negative; *p != '\0'; p++)
    if (*p == '.')
      decimals = 0;
    else
      {
        whole = whole * 10 + (*p - '0');
        decimals += decimals >= 0;
      }
  for (int i = MAX (decimals, 0); i < 3; i++)
    whole *= 10;
  return negative ? -whole : whole;
}

static void
test_sums (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (NidaItems) items = nida_items_new ();
      g_autoptr (NidaLedger) ledger = NULL;
      g_autoptr (NidaDataset) dataset = NULL;
      __int128 sums[NIDA_N_KINDS] = { 0 };

      for (guint i = 0; i < 200; i++)
        {
          g_autofree char *amount = g_strdup_printf ("%s%d%06d.%d", g_rand_int_range (rand, 0, 9) == 0 ? "-" : "",
                                                     g_rand_int_range (rand, 1, 999999), g_rand_int_range (rand, 0, 999999),
                                                     g_rand_int_range (rand, 0, 999));
          NidaKind kind = fixture_add_entry (items, rand, amount);

          sums[kind] += parse_thousandths (amount);
        }
      ledger = nida_ledger_new (items, NULL);
      dataset = nida_ledger_append (ledger, NULL, NULL);
      assert_sum (dataset, NIDA_MEASURE_PLEDGED, sums[NIDA_KIND_PLEDGE]);
      assert_sum (dataset, NIDA_MEASURE_COMMITTED, sums[NIDA_KIND_COMMITMENT]);
      assert_sum (dataset, NIDA_MEASURE_PAID, sums[NIDA_KIND_PAID]);
      assert_sum (dataset, NIDA_MEASURE_RECEIVED, sums[NIDA_KIND_COMMITMENT] + sums[NIDA_KIND_PAID]);
    }
}

/* Of pledges that were paid in parts, each thousandth is counted as paid or as what is open of it, and none twice. */
static void
test_parts (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (NidaItems) items = nida_items_new ();
      g_autoptr (NidaLedger) ledger = NULL;
      g_autoptr (NidaDataset) dataset = NULL;
      __int128 pledged = 0, committed = 0, paid = 0;

      for (guint i = 0; i < 100; i++)
        {
          static const char * const statuses[] = { "pledged", "committed", "paid", "cancelled" };
          guint status = (guint) g_rand_int_range (rand, 0, 4), n_parts = (guint) g_rand_int_range (rand, 0, 4);
          gint64 amount = g_rand_int_range (rand, 1, 2000000), open = amount, parts = 0;
          g_autofree char *id = g_strdup_printf ("%u", i);
          g_autoptr (GString) text = g_string_new ("[Nida entry]\nkind=money\ncurrency=USD\ndate=2024-01-01\n");

          g_string_append_printf (text, "amount=%" G_GINT64_FORMAT ".%03d\n[Step 1]\nstatus=pledged\n", amount / 1000, (int) (amount % 1000));
          for (guint part = 0; part < n_parts; part++)
            {
              gint64 one = g_rand_int_range (rand, 1, 1000000);

              g_string_append_printf (text, "[Step %u]\nstatus=part\namount=%" G_GINT64_FORMAT ".%03d\ndate=2024-0%u-01\n", part + 2,
                                      one / 1000, (int) (one % 1000), part + 2);
              parts += one;
            }
          g_string_append_printf (text, "[Step %u]\nstatus=%s\n", n_parts + 2, statuses[status]);
          open = n_parts == 0 || amount > parts ? amount - parts : 0;
          paid += parts + (status == 2 ? open : 0);
          pledged += status == 0 ? open : 0;
          committed += status == 1 ? open : 0;
          nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, i, text->str));
        }
      ledger = nida_ledger_new (items, NULL);
      dataset = nida_ledger_append (ledger, NULL, NULL);
      assert_sum (dataset, NIDA_MEASURE_PLEDGED, pledged);
      assert_sum (dataset, NIDA_MEASURE_COMMITTED, committed);
      assert_sum (dataset, NIDA_MEASURE_PAID, paid);
      assert_sum (dataset, NIDA_MEASURE_RECEIVED, committed + paid);
    }
}

/* --- as if all had been read together --- */

static void
assert_same_cubes (NidaCube *a,
                   NidaCube *b)
{
  NidaQuery *query = nida_cube_get_query (a);

  g_assert_cmpuint (nida_cube_get_n_cells (a), ==, nida_cube_get_n_cells (b));
  g_assert_cmpuint (nida_cube_get_n_asides (a), ==, nida_cube_get_n_asides (b));
  g_assert_cmpuint (nida_cube_get_n_facts (a), ==, nida_cube_get_n_facts (b));
  g_assert_cmpmem (nida_cube_get_total (a)->values, sizeof nida_cube_get_total (a)->values,
                   nida_cube_get_total (b)->values, sizeof nida_cube_get_total (b)->values);
  for (guint i = 0; i < nida_cube_get_n_asides (a); i++)
    g_assert_cmpint (nida_cube_get_aside (a, i)->amount, ==, nida_cube_get_aside (b, i)->amount);
  for (guint i = 0; i < nida_cube_get_n_cells (a); i++)
    {
      const NidaCubeCell *one = nida_cube_get_cell (a, i), *other = nida_cube_get_cell (b, i);

      for (guint d = 0; d < query->n_by; d++)
        g_assert_cmpstr (nida_cube_get_item (a, d, one->item[d])->name, ==, nida_cube_get_item (b, d, other->item[d])->name);
      g_assert_cmpmem (one->values, sizeof one->values, other->values, sizeof other->values);
      g_assert_cmpuint (one->flows, ==, other->flows);
    }
}

static void
compare_answers (NidaDataset *a,
                 NidaDataset *b,
                 NidaMeasure  measure,
                 NidaRule     rule)
{
  g_autoptr (NidaLocalEngine) one = nida_local_engine_new (a), other = nida_local_engine_new (b);

  for (NidaField field = NIDA_FIELD_NONE; field <= NIDA_FIELD_DATE; field++)
    for (NidaField second = NIDA_FIELD_NONE; second <= NIDA_FIELD_DONOR; second += NIDA_FIELD_DONOR - NIDA_FIELD_NONE)
      {
        g_autoptr (NidaQuery) query = nida_query_new ();
        g_autoptr (GError) error = NULL, same_error = NULL;
        g_autoptr (NidaCube) cube = NULL, same = NULL;

        if (field == NIDA_FIELD_ID)
          continue;
        if (field != NIDA_FIELD_NONE)
          query->by[query->n_by++] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_MONTH : NIDA_STEP_NONE };
        if (second != NIDA_FIELD_NONE && second != field)
          query->by[query->n_by++] = (NidaGroupBy) { second, NIDA_STEP_NONE };
        query->measures = 1u << measure;
        query->rule = rule;
        query->fact_kinds = NIDA_KIND_BIT (NIDA_KIND_EVENT) | NIDA_KIND_BIT (NIDA_KIND_INDICATOR);
        cube = nida_local_engine_query (one, query, &error);
        same = nida_local_engine_query (other, query, &same_error);
        g_assert_true ((cube == NULL) == (same == NULL));
        if (cube != NULL)
          assert_same_cubes (cube, same);
      }
}

static void
test_rebuild (void)
{
  for (guint seed = 0; seed < 6; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (NidaItems) items = nida_items_new ();
      g_autoptr (NidaLedger) ledger = NULL;
      g_autoptr (NidaDataset) base = fixture_build_public (seed, NULL), appended = NULL, whole = NULL;

      for (guint i = 0; i < 30; i++)
        fixture_add_entry (items, rand, "1250000.5");
      ledger = nida_ledger_new (items, NULL);
      appended = nida_ledger_append (ledger, base, NULL);
      whole = fixture_build_public (seed, nida_ledger_build (ledger, base, NULL));
      for (NidaMeasure measure = 0; measure < NIDA_N_MEASURES; measure++)
        for (NidaRule rule = NIDA_RULE_AUTO; rule <= NIDA_RULE_BOUNDARY; rule++)
          compare_answers (appended, whole, measure, rule);
    }
}

/* --- what rows say --- */

static NidaDataset *
append_one (NidaDataset *base,
            const char  *text)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaLedger) ledger = NULL;
  g_autofree char *all = g_strconcat ("[Nida entry]\n", text, NULL);

  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "one", 0, all));
  ledger = nida_ledger_new (items, NULL);
  return nida_ledger_append (ledger, base, NULL);
}

static void
assert_text (NidaDataset *dataset,
             NidaField    field,
             const char  *expected)
{
  g_autofree char *text = nida_dataset_dup_text (dataset, nida_dataset_get_n_rows (dataset) - 1, field, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_row (void)
{
  g_autoptr (NidaDataset) dataset = append_one (NULL, "kind=money\ndonor=Kuwait, Government of\namount=5000000.125\ncurrency=KWD\n"
                                                "date=2026-01-10\ncountry=SYR\n[Step 1]\nstatus=pledged\n[Step 2]\nstatus=paid\n"
                                                "date=2026-05-03\n");

  assert_text (dataset, NIDA_FIELD_KIND, "paid");
  assert_text (dataset, NIDA_FIELD_DATE, "2026-05-03");
  assert_text (dataset, NIDA_FIELD_AMOUNT, "5000000.125");
  assert_text (dataset, NIDA_FIELD_CURRENCY, "KWD");
  assert_text (dataset, NIDA_FIELD_ID, "desk:one");
  assert_text (dataset, NIDA_FIELD_DONOR_COUNTRY, "Kuwait");
  assert_text (dataset, NIDA_FIELD_COUNTRY, "Syria");
  assert_text (dataset, NIDA_FIELD_SOURCE, NIDA_LEDGER_NAME);
  g_assert_cmpuint (nida_ledger_find_source (dataset), ==, 0);
}

/* A pledge of 10 of which 3 and 4 were paid: 3 are open. */
static void
test_part_rows (void)
{
  g_autoptr (NidaDataset) dataset = append_one (NULL, "kind=money\namount=10\ncurrency=USD\ndate=2026-01-10\n[Step 1]\nstatus=pledged\n"
                                                "[Step 2]\nstatus=part\namount=3\ndate=2026-02-01\n[Step 3]\nstatus=part\namount=4\n"
                                                "date=2026-03-01\n");
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (dataset), 0);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  assert_sum (dataset, NIDA_MEASURE_PLEDGED, 3000);
  assert_sum (dataset, NIDA_MEASURE_PAID, 7000);
  assert_text (dataset, NIDA_FIELD_KIND, "paid");
  assert_text (dataset, NIDA_FIELD_DATE, "2026-03-01");
  assert_text (dataset, NIDA_FIELD_ID, "desk:one/2");
  g_assert_cmpuint (info->rows_read, ==, 1);
  g_assert_cmpuint (info->rows_kept, ==, 1);
}

/* Whether money is late is said of what is open of it, and never of what was paid. */
static void
test_due (void)
{
  static const struct { gint32 month, day; const char *due; } days[] = {
    { 5, 1, "later" }, { 5, 3, "soon" }, { 6, 30, "soon" }, { 7, 1, "overdue" },
  };
  const char *text = "kind=money\namount=10\ncurrency=USD\ndue=2026-06\n[Step 1]\nstatus=pledged\n";
  g_autofree char *parts = g_strconcat (text, "[Step 2]\nstatus=part\namount=3\n", NULL);
  g_autofree char *paid = g_strconcat (text, "[Step 2]\nstatus=part\namount=10\n", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (NidaDataset) dataset = NULL;

      nida_ledger_set_today (nida_days_from_civil (2026, days[i].month, days[i].day));
      dataset = append_one (NULL, text);
      assert_text (dataset, NIDA_FIELD_DUE, days[i].due);
    }
  {
    g_autoptr (NidaDataset) dataset = append_one (NULL, parts), nothing = append_one (NULL, paid);
    g_autofree char *open = nida_dataset_dup_text (dataset, 0, NIDA_FIELD_DUE, FALSE);

    g_assert_cmpstr (open, ==, "overdue");
    assert_text (dataset, NIDA_FIELD_DUE, "");
    g_assert_null (nida_dataset_get_codes (nothing, NIDA_FIELD_DUE).data);
  }
  nida_ledger_set_today (G_MININT32);
}

static void
test_cancelled (void)
{
  g_autoptr (NidaDataset) dataset = append_one (NULL, "kind=money\namount=5\ncurrency=USD\n[Step 1]\nstatus=pledged\n[Step 2]\n"
                                                "status=cancelled\n");
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (dataset), 0);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 0);
  g_assert_cmpuint (info->rows_empty, ==, 1);
  g_assert_cmpuint (info->rows_refused, ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (NidaDataset) amount = append_one (NULL, "kind=money\n"), kind = append_one (NULL, "kind=dream\n");

  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (amount), NIDA_PROBLEM_AMOUNT_MISSING), ==, 1);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (kind), NIDA_PROBLEM_KIND_UNKNOWN), ==, 1);
  g_assert_cmpuint (nida_report_get_source (nida_dataset_get_report (kind), 0)->rows_refused, ==, 1);
}

/* The Arabic label of a known donor is that donor, and its country is the one that its rows have. */
static void
test_known_names (void)
{
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL);
  g_autoptr (NidaDataset) dataset = append_one (base, "kind=money\namount=5\ncurrency=USD\ndonor=الصندوق\n");

  assert_text (dataset, NIDA_FIELD_DONOR, "The Fund");
  assert_text (dataset, NIDA_FIELD_DONOR_COUNTRY, "Kuwait");
  g_assert_true (nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR) == nida_dataset_get_dictionary (base, NIDA_FIELD_DONOR));
}

static void
test_overlap (void)
{
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL);
  g_autoptr (NidaDataset) dataset = append_one (base, "kind=money\namount=5\ncurrency=USD\ndonor=The Fund\ndate=2024-01-01\n");

  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (base), NIDA_PROBLEM_OVERLAP), ==, 0);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_OVERLAP), >, 0);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, nida_dataset_get_n_rows (base) + 1);
}

/* What was entered today says nothing about how far the public figures go. */
static void
test_as_of (void)
{
  const char *text = "kind=money\namount=5\ncurrency=USD\ndonor=The Fund\ndate=2031-03-04\n";
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL), beside = append_one (base, text), alone = append_one (NULL, text);
  g_autoptr (NidaSources) public = nida_sources_new (base, language), both = nida_sources_new (beside, language);
  g_autoptr (NidaSources) own = nida_sources_new (alone, language);

  g_assert_cmpint (nida_date_compare (both->as_of, public->as_of), ==, 0);
  g_assert_cmpint (nida_date_compare (own->as_of, nida_date_new_day (2031, 3, 4)), ==, 0);
}

/* An export beside its own document, and a document beside one that has its entries: nothing is counted twice. */
static void
test_held (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaLedger) ledger = NULL;
  g_autoptr (NidaDataset) alone = NULL, twice = NULL, exported = NULL, beside = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_DOT };
  const char *inputs[] = { NULL, NULL };
  const NidaSourceInfo *info;

  for (guint i = 0; i < 30; i++)
    fixture_add_entry (items, rand, "1250000.505");
  ledger = nida_ledger_new (items, NULL);
  alone = nida_ledger_append (ledger, NULL, NULL);
  twice = nida_ledger_append (ledger, alone, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (twice), ==, nida_dataset_get_n_rows (alone));
  g_assert_cmpint (ask (twice, NIDA_MEASURE_RECEIVED), ==, ask (alone, NIDA_MEASURE_RECEIVED));

  path = g_build_filename (g_get_tmp_dir (), "nida-ledger-held.csv", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (nida_ledger_table_write (ledger, FALSE, file, &error));
  g_assert_no_error (error);
  inputs[0] = path;
  exported = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  beside = nida_ledger_append (ledger, exported, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (beside), ==, nida_dataset_get_n_rows (exported));
  g_assert_cmpint (ask (beside, NIDA_MEASURE_RECEIVED), ==, ask (alone, NIDA_MEASURE_RECEIVED));
  g_assert_cmpint (ask (beside, NIDA_MEASURE_PLEDGED), ==, ask (alone, NIDA_MEASURE_PLEDGED));
  info = nida_report_get_source (nida_dataset_get_report (beside), 0);
  g_assert_cmpuint (info->rows_merged, >, 0);
  g_assert_cmpuint (info->rows_kept, ==, 0);
  info = nida_report_get_source (nida_dataset_get_report (beside), nida_ledger_find_source (beside));
  g_assert_cmpuint (info->rows_kept + info->rows_empty + info->rows_refused, ==, info->rows_read);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_empty (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaLedger) ledger = nida_ledger_new (items, NULL);
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL), same = nida_ledger_append (ledger, base, NULL);
  g_autoptr (NidaDataset) nothing = nida_ledger_append (ledger, NULL, NULL);

  g_assert_true (same == base);
  g_assert_cmpuint (nida_dataset_get_n_rows (nothing), ==, 0);
  g_assert_cmpuint (nida_ledger_find_source (base), ==, G_MAXUINT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-rows/sums/are-exact", test_sums);
  g_test_add_func ("/ledger-rows/parts/are-paid-and-the-rest-is-open", test_parts);
  g_test_add_func ("/ledger-rows/rebuild/every-question-has-the-same-answer", test_rebuild);
  g_test_add_func ("/ledger-rows/row/is-what-it-is-now", test_row);
  g_test_add_func ("/ledger-rows/parts/each-is-a-row-on-its-day", test_part_rows);
  g_test_add_func ("/ledger-rows/due/is-that-of-the-day", test_due);
  g_test_add_func ("/ledger-rows/cancelled/is-no-row", test_cancelled);
  g_test_add_func ("/ledger-rows/refused/is-said", test_refused);
  g_test_add_func ("/ledger-rows/names/known-ones-in-either-language", test_known_names);
  g_test_add_func ("/ledger-rows/overlap/is-pointed-out-and-not-merged", test_overlap);
  g_test_add_func ("/ledger-rows/as-of/is-that-of-the-public-sources", test_as_of);
  g_test_add_func ("/ledger-rows/held/is-not-counted-again", test_held);
  g_test_add_func ("/ledger-rows/empty/changes-nothing", test_empty);
  return g_test_run ();
}
