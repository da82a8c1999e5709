/* dataset-builder.c, dataset-handover.c: filling, dropping, labelling and joining; two builders give what one gives. */
#include "dataset-builder.h"

#include <string.h>

static const NidaSourceInfo source = { .name = (char *) "flows.csv", .format = (char *) "Nida", .family = (char *) "t" };

static void
assert_text (NidaDataset *dataset,
             guint        row,
             NidaField    field,
             const char  *expected)
{
  g_autofree char *text = nida_dataset_dup_text (dataset, row, field, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = nida_dataset_builder_end (builder);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 0);
  g_assert_cmpuint (nida_report_get_n_problems (nida_dataset_get_report (dataset)), ==, 0);
  g_assert_null (nida_dataset_get_amounts (dataset));
  g_assert_cmpstr (nida_dictionary_get_name (nida_dataset_get_dictionary (dataset, NIDA_FIELD_KIND), NIDA_KIND_PAID), ==,
                   "paid");
}

static void
test_all_fields (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaPeriod span = { nida_date_new_year (2009), nida_date_new_year (2023) };

  nida_dataset_builder_add_source (builder, &source);
  nida_dataset_builder_begin (builder, 0, 18, NIDA_KIND_REPORTED);
  nida_dataset_builder_set_id (builder, " g-1 ", -1);
  for (NidaField field = NIDA_FIELD_DONOR; field <= NIDA_FIELD_DONOR_TYPE; field++)
    nida_dataset_builder_set_name (builder, field, nida_field_get_name (field), -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_SOURCE, "Al-Rai, 4 February 2024", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, "USD,123", 3);
  nida_dataset_builder_set_code (builder, NIDA_FIELD_QUALIFIER, NIDA_QUALIFIER_ABOUT);
  nida_dataset_builder_set_period (builder, span);
  nida_dataset_builder_set_usage (builder, 2024, 2025);
  nida_dataset_builder_set_amount (builder, 70000000000);
  nida_dataset_builder_set_amount_usd (builder, -1500);
  nida_dataset_builder_set_boundary (builder, NIDA_BOUNDARY_INCOMING, NIDA_ON_BOUNDARY_SHARED);
  nida_dataset_builder_set_updated_at (builder, 1707042600);
  nida_dataset_builder_set_description (builder, FALSE, "about 70 million", -1);
  nida_dataset_builder_set_description (builder, TRUE, "نحو 70 مليونًا", -1);
  g_assert_true (nida_dataset_builder_end_row (builder));
  nida_dataset_builder_begin (builder, 0, 19, NIDA_KIND_EVENT);
  g_assert_true (nida_dataset_builder_end_row (builder));
  dataset = nida_dataset_builder_end (builder);

  for (NidaField field = NIDA_FIELD_DONOR; field <= NIDA_FIELD_DONOR_TYPE; field++)
    {
      assert_text (dataset, 0, field, nida_field_get_name (field));
      assert_text (dataset, 1, field, "");
    }
  assert_text (dataset, 0, NIDA_FIELD_KIND, "reported");
  assert_text (dataset, 1, NIDA_FIELD_KIND, "event");
  assert_text (dataset, 0, NIDA_FIELD_ID, "t:g-1");
  assert_text (dataset, 0, NIDA_FIELD_CURRENCY, "USD");
  assert_text (dataset, 0, NIDA_FIELD_QUALIFIER, "about");
  assert_text (dataset, 0, NIDA_FIELD_DATE, "2009");
  assert_text (dataset, 0, NIDA_FIELD_DATE_END, "2023");
  assert_text (dataset, 0, NIDA_FIELD_USAGE_YEAR, "2024..2025");
  assert_text (dataset, 0, NIDA_FIELD_AMOUNT, "70000000");
  assert_text (dataset, 0, NIDA_FIELD_AMOUNT_USD, "-1.5");
  assert_text (dataset, 0, NIDA_FIELD_BOUNDARY, "incoming");
  assert_text (dataset, 0, NIDA_FIELD_ON_BOUNDARY, "shared");
  assert_text (dataset, 0, NIDA_FIELD_UPDATED_AT, "2024-02-04T10:30:00Z");
  assert_text (dataset, 0, NIDA_FIELD_DESCRIPTION, "about 70 million");
  assert_text (dataset, 0, NIDA_FIELD_SOURCE, "Al-Rai, 4 February 2024");
  assert_text (dataset, 0, NIDA_FIELD_SOURCE_ROW, "18");
  assert_text (dataset, 1, NIDA_FIELD_SOURCE, "flows.csv");
  assert_text (dataset, 1, NIDA_FIELD_DATE, "");
  assert_text (dataset, 1, NIDA_FIELD_DATE_END, "");
  assert_text (dataset, 1, NIDA_FIELD_AMOUNT, "");
  assert_text (dataset, 1, NIDA_FIELD_UPDATED_AT, "");
  assert_text (dataset, 1, NIDA_FIELD_DESCRIPTION, "");
  assert_text (dataset, 1, NIDA_FIELD_USAGE_YEAR, "");
  assert_text (dataset, 1, NIDA_FIELD_DONOR_GROUP, "");
}

static void
test_dropped_rows (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;

  nida_dataset_builder_add_source (builder, &source);
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_amount (builder, 1);
  nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, "الكويت", -1);
  nida_dataset_builder_set_description (builder, FALSE, "dropped", -1);
  nida_dataset_builder_begin (builder, 0, 3, NIDA_KIND_PLEDGE);
  nida_dataset_builder_set_amount (builder, NIDA_MONEY_NONE);
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 0), ==, 3);
  g_assert_cmpint (nida_dataset_get_amount (dataset, 0), ==, NIDA_MONEY_NONE);
  g_assert_null (nida_dataset_get_amounts (dataset));
  g_assert_null (nida_dataset_get_description (dataset, 0, FALSE));
  assert_text (dataset, 0, NIDA_FIELD_DONOR, "");
}

static void
test_labels (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autofree char *arabic = NULL;
  NidaDictionary *donors;

  nida_dataset_builder_add_source (builder, &source);
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, "الكويت", -1);        /* before the name */
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kuwait", -1);
  nida_dataset_builder_end_row (builder);
  nida_dataset_builder_begin (builder, 0, 3, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Qatar", -1);
  nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, " قطر ", -1);         /* after it */
  nida_dataset_builder_end_row (builder);
  nida_dataset_builder_begin (builder, 0, 4, NIDA_KIND_PAID);
  nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, "عُمان", -1);          /* alone */
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);
  donors = nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR);
  g_assert_cmpuint (nida_dictionary_get_size (donors), ==, 3);
  g_assert_cmpstr (nida_dictionary_get_arabic (donors, 1), ==, "الكويت");
  g_assert_cmpstr (nida_dictionary_get_arabic (donors, 2), ==, "قطر");
  assert_text (dataset, 2, NIDA_FIELD_DONOR, "عُمان");
  arabic = nida_dataset_dup_text (dataset, 0, NIDA_FIELD_DONOR, TRUE);
  g_assert_cmpstr (arabic, ==, "الكويت");
}

/* Whichever of two labels comes first, the same one stays. */
static void
test_labels_in_any_order (void)
{
  static const char * const labels[2] = { "الكويت", "دولة الكويت" };

  for (int first = 0; first < 2; first++)
    {
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
      g_autoptr (NidaDataset) dataset = NULL;

      nida_dataset_builder_add_source (builder, &source);
      for (int i = 0; i < 2; i++)
        {
          nida_dataset_builder_begin (builder, 0, 2 + i, NIDA_KIND_PAID);
          nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kuwait", -1);
          nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, labels[first ^ i], -1);
          nida_dataset_builder_end_row (builder);
        }
      dataset = nida_dataset_builder_end (builder);
      g_assert_cmpstr (nida_dictionary_get_arabic (nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR), 1), ==,
                       labels[0]);
    }
}

static void
test_lists (void)
{
  static const char * const known[] = { "Housing, Land and Property", NULL };
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaDictionary *countries = nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_COUNTRY);
  guint32 codes[2] = { nida_dictionary_intern (countries, "Türkiye", -1), nida_dictionary_intern (countries, "Syria", -1) };
  NidaDictionary *categories;
  const guint32 *members;
  guint n;

  nida_dataset_builder_add_source (builder, &source);
  nida_dataset_builder_set_vocabulary (builder, NIDA_FIELD_CATEGORY, known);
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_list (builder, NIDA_FIELD_COUNTRY, codes, 2);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CATEGORY, "Health, Housing, Land and Property", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Health, Norway", -1);
  nida_dataset_builder_end_row (builder);
  nida_dataset_builder_begin (builder, 0, 3, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CATEGORY, "Health", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Health", -1);
  nida_dataset_builder_end_row (builder);
  nida_dataset_builder_begin (builder, 0, 4, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Norway", -1);
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);
  assert_text (dataset, 0, NIDA_FIELD_COUNTRY, "Syria, Türkiye");
  categories = nida_dataset_get_dictionary (dataset, NIDA_FIELD_CATEGORY);
  members = nida_dictionary_get_members (categories, nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_CATEGORY), 0), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (nida_dictionary_get_name (categories, members[0]), ==, "Health");
  g_assert_cmpstr (nida_dictionary_get_name (categories, members[1]), ==, known[0]);
  g_assert_null (nida_dictionary_get_members (nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR), 1, &n));
}

/* Names of dropped rows and names offered in vain are not in the dictionaries; those of lists and the fixed words are. */
static void
test_names_without_rows (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaDictionary *countries = nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_COUNTRY);
  guint32 codes[2] = { nida_dictionary_intern (countries, "Syria", -1), nida_dictionary_intern (countries, "Turkey", -1) };

  nida_dictionary_intern (countries, "Atlantis", -1);
  nida_dictionary_set_ref (countries, codes[1], "TUR");
  nida_dataset_builder_add_source (builder, &source);
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Refused", -1);
  nida_dataset_builder_begin (builder, 0, 3, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kept", -1);
  nida_dataset_builder_set_list (builder, NIDA_FIELD_COUNTRY, codes, 2);
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);
  countries = nida_dataset_get_dictionary (dataset, NIDA_FIELD_COUNTRY);
  g_assert_cmpuint (nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR)), ==, 1);
  g_assert_cmpuint (nida_dictionary_get_size (countries), ==, 3);
  g_assert_cmpstr (nida_dictionary_get_ref (countries, 2), ==, "TUR");
  assert_text (dataset, 0, NIDA_FIELD_DONOR, "Kept");
  assert_text (dataset, 0, NIDA_FIELD_COUNTRY, "Syria, Turkey");
  g_assert_cmpuint (nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, NIDA_FIELD_KIND)), ==, NIDA_N_KINDS - 1);
}

/* --- one builder, or several that are absorbed --- */

static void
add_random_row (NidaDatasetBuilder *builder,
                guint               number,
                guint               row_source,
                guint               line)
{
  GRand *rand = g_rand_new_with_seed (number);
  g_autofree char *donor = g_strdup_printf ("Donor %d", g_rand_int_range (rand, 0, 300));
  g_autofree char *id = g_strdup_printf ("%s%u", g_rand_boolean (rand) ? "n-" : "", number);
  guint has = g_rand_int (rand);

  nida_dataset_builder_begin (builder, row_source, line, g_rand_int_range (rand, 1, NIDA_N_KINDS));
  if (has & 1)
    nida_dataset_builder_set_id (builder, id, -1);
  if (has & 2)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  if (has & 4)
    nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, number % 2 ? "جهة" : "جهة مانحة", -1);
  if (has & 8)
    nida_dataset_builder_set_amount (builder, g_rand_int (rand));
  if (has & 16)
    nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_year (2000 + number % 30), NIDA_DATE_NONE });
  if (has & 32)
    nida_dataset_builder_set_description (builder, has & 64 ? TRUE : FALSE, donor, -1);
  if (has & 128)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_CATEGORY, number % 3 ? "Health" : "Health, Education", -1);
  if (has & 256)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_CATEGORY, "Education", -1);
  if (has & 512)
    nida_report_add (nida_dataset_builder_get_report (builder), NIDA_PROBLEM_AMOUNT_ZERO, row_source, line, "amount", "0", 1);
  nida_dataset_builder_end_row (builder);
  g_rand_free (rand);
}

static void
assert_same (NidaDataset *a,
             NidaDataset *b)
{
  g_assert_cmpuint (nida_dataset_get_n_rows (a), ==, nida_dataset_get_n_rows (b));
  for (guint row = 0; row < nida_dataset_get_n_rows (a); row++)
    for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
      for (int arabic = 0; arabic < 2; arabic++)
        {
          g_autofree char *x = nida_dataset_dup_text (a, row, field, arabic);
          g_autofree char *y = nida_dataset_dup_text (b, row, field, arabic);

          g_assert_cmpstr (x, ==, y);
        }
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    g_assert_cmpuint (nida_dictionary_get_size (nida_dataset_get_dictionary (a, field)), ==,
                      nida_dictionary_get_size (nida_dataset_get_dictionary (b, field)));
  g_assert_cmpuint (nida_report_get_n_problems (nida_dataset_get_report (a)), ==,
                    nida_report_get_n_problems (nida_dataset_get_report (b)));
  for (guint i = 0; i < nida_report_get_n_sources (nida_dataset_get_report (a)); i++)
    g_assert_cmpuint (nida_report_get_source (nida_dataset_get_report (a), i)->rows_kept, ==,
                      nida_report_get_source (nida_dataset_get_report (b), i)->rows_kept);
}

/* Parts of one file, read by threads that count lines from their own beginning. */
static void
test_absorb_parts (void)
{
  for (guint n_parts = 1; n_parts <= 5; n_parts++)
    {
      g_autoptr (NidaDatasetBuilder) whole = nida_dataset_builder_new ();
      g_autoptr (NidaDatasetBuilder) joined = nida_dataset_builder_new ();
      g_autoptr (NidaDataset) a = NULL;
      g_autoptr (NidaDataset) b = NULL;
      guint n_rows = 4000;

      nida_dataset_builder_add_source (whole, &source);
      nida_dataset_builder_add_source (joined, &source);
      for (guint row = 0; row < n_rows; row++)
        add_random_row (whole, row, 0, row + 1);
      for (guint part = 0; part < n_parts; part++)
        {
          g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
          guint start = n_rows * part / n_parts, end = n_rows * (part + 1) / n_parts;

          for (guint row = start; row < end; row++)
            add_random_row (builder, row, 0, row - start + 1);
          nida_dataset_builder_shift_lines (builder, start);
          nida_dataset_builder_absorb (joined, builder);
        }
      a = nida_dataset_builder_end (whole);
      b = nida_dataset_builder_end (joined);
      g_assert_cmpuint (nida_dataset_get_n_rows (a), ==, n_rows);
      assert_same (a, b);
    }
}

static void
test_absorb_files (void)
{
  g_autoptr (NidaDatasetBuilder) whole = nida_dataset_builder_new ();
  g_autoptr (NidaDatasetBuilder) joined = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) a = NULL;
  g_autoptr (NidaDataset) b = NULL;
  const NidaProblem *problem;

  for (guint file = 0; file < 3; file++)
    {
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();

      nida_dataset_builder_add_source (whole, &source);
      nida_dataset_builder_add_source (builder, &source);
      for (guint row = 0; row < 500; row++)
        {
          add_random_row (whole, file * 400 + row, file, row);
          add_random_row (builder, file * 400 + row, 0, row);
        }
      nida_dataset_builder_absorb (joined, builder);
    }
  a = nida_dataset_builder_end (whole);
  b = nida_dataset_builder_end (joined);
  g_assert_cmpuint (nida_dataset_get_n_rows (a), <, 1500);
  assert_same (a, b);
  problem = nida_report_get_problem (nida_dataset_get_report (b), nida_report_get_n_problems (nida_dataset_get_report (b)) - 1);
  g_assert_cmpuint (problem->source, ==, 2);
}

/* A builder can be used again after its end. */
static void
test_again (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();

  for (int round = 0; round < 3; round++)
    {
      g_autoptr (NidaDataset) dataset = NULL;

      nida_dataset_builder_add_source (builder, &source);
      add_random_row (builder, 6, 0, 1);
      dataset = nida_dataset_builder_end (builder);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      g_assert_cmpuint (nida_report_get_n_sources (nida_dataset_get_report (dataset)), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-builder/nothing-in-nothing-out", test_empty);
  g_test_add_func ("/dataset-builder/every-field-comes-back", test_all_fields);
  g_test_add_func ("/dataset-builder/a-row-that-is-not-ended-is-dropped", test_dropped_rows);
  g_test_add_func ("/dataset-builder/labels-before-after-and-without-the-name", test_labels);
  g_test_add_func ("/dataset-builder/labels-in-any-order", test_labels_in_any_order);
  g_test_add_func ("/dataset-builder/lists-have-members-organisations-have-none", test_lists);
  g_test_add_func ("/dataset-builder/names-that-no-row-has-are-let-go", test_names_without_rows);
  g_test_add_func ("/dataset-builder/absorb/parts-of-a-file-as-the-whole", test_absorb_parts);
  g_test_add_func ("/dataset-builder/absorb/files-as-one-builder", test_absorb_files);
  g_test_add_func ("/dataset-builder/used-again-after-the-end", test_again);
  return g_test_run ();
}
