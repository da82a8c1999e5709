/* dataset-append.c: rows behind those of a dataset, as if all had been read together. */
#include "dataset-builder.h"
#include "dataset-overlap.h"

static const char * const donors[] = { "Kuwait", "State of Kuwait", "Qatar", "Oman", "Bahrain", "A newcomer", "Another newcomer" };
static const char * const categories[] = { "Health", "Food", "Health, Food", "Shelter", "Shelter, Water", "Water" };
static const char * const countries[] = { "Syria", "Yemen", "Syria, Yemen", "Sudan" };

static guint
add_source (NidaDatasetBuilder *builder,
            const char         *name,
            const char         *family)
{
  NidaSourceInfo info = { .name = (char *) name, .family = (char *) family, .format = (char *) name, .states_move = TRUE };

  return nida_dataset_builder_add_source (builder, &info);
}

/* @n: how many of the lists may be used: what is appended knows names that the others do not. */
static void
add_row (NidaDatasetBuilder *builder,
         GRand              *rand,
         guint               source,
         guint               line,
         guint               n)
{
  g_autofree char *id = g_strdup_printf ("row-%d", g_rand_int_range (rand, 0, 40));
  const char *donor = donors[g_rand_int_range (rand, 0, 3 + (gint32) n)];

  nida_dataset_builder_begin (builder, source, line, (NidaKind) g_rand_int_range (rand, NIDA_KIND_PLEDGE, NIDA_N_KINDS));
  nida_dataset_builder_set_id (builder, id, -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  if (g_rand_boolean (rand))
    nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, g_rand_boolean (rand) ? "اسم" : "اسم آخر", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CATEGORY, categories[g_rand_int_range (rand, 0, 2 + (gint32) n)], -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_COUNTRY, countries[g_rand_int_range (rand, 0, (gint32) n)], -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, g_rand_boolean (rand) ? "USD" : "KWD", -1);
  nida_dataset_builder_set_amount (builder, g_rand_int (rand));
  if (g_rand_boolean (rand))
    nida_dataset_builder_set_amount_usd (builder, -(NidaMoney) g_rand_int (rand));
  nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_day (g_rand_int_range (rand, 2020, 2026), 3, 1), NIDA_DATE_NONE });
  nida_dataset_builder_set_updated_at (builder, g_rand_int_range (rand, 0, 100));
  if (g_rand_boolean (rand))
    nida_dataset_builder_set_description (builder, g_rand_boolean (rand), id, -1);
  if (n < 4 && g_rand_boolean (rand))
    nida_dataset_builder_set_boundary (builder, NIDA_BOUNDARY_INCOMING, NIDA_ON_BOUNDARY_SHARED);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static void
add_base (NidaDatasetBuilder *builder,
          guint               seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint source = add_source (builder, "public", "fts");

  for (guint line = 2; line < 60; line++)
    add_row (builder, rand, source, line, 3);
}

static void
add_own (NidaDatasetBuilder *builder,
         guint               seed,
         guint               n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 1000);
  guint source = add_source (builder, "own", "desk");

  for (guint line = 1; line <= n_rows; line++)
    add_row (builder, rand, source, line, 4);
}

static NidaAliases *
new_aliases (void)
{
  NidaAliases *aliases = nida_aliases_new ();

  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "State of Kuwait", "Kuwait", "الكويت");
  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "A newcomer", "Oman", NULL);
  return aliases;
}

/* As if all files had been read together. */
static NidaDataset *
build_whole (guint seed,
             guint n_rows)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new (), own = nida_dataset_builder_new ();
  g_autoptr (NidaAliases) aliases = new_aliases ();
  NidaDataset *dataset;

  add_base (builder, seed);
  add_own (own, seed, n_rows);
  nida_dataset_builder_absorb (builder, own);
  nida_dataset_builder_set_aliases (builder, aliases);
  dataset = nida_dataset_builder_end (builder);
  nida_dataset_find_overlaps (dataset, 0);
  return dataset;
}

static NidaDataset *
build_base (guint seed)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaAliases) aliases = new_aliases ();
  NidaDataset *dataset;

  add_base (builder, seed);
  nida_dataset_builder_set_aliases (builder, aliases);
  dataset = nida_dataset_builder_end (builder);
  nida_dataset_find_overlaps (dataset, 0);
  return dataset;
}

static NidaDataset *
append (NidaDataset *base,
        guint        seed,
        guint        n_rows)
{
  g_autoptr (NidaDatasetBuilder) own = nida_dataset_builder_new ();
  g_autoptr (NidaAliases) aliases = new_aliases ();

  add_own (own, seed, n_rows);
  nida_dataset_builder_set_aliases (own, aliases);
  return nida_dataset_builder_append (own, base);
}

static void
assert_same_row (NidaDataset *a,
                 NidaDataset *b,
                 guint        row)
{
  g_autofree char *id_a = nida_dataset_dup_id (a, row), *id_b = nida_dataset_dup_id (b, row);
  guint n_a, n_b;

  g_assert_cmpstr (id_a, ==, id_b);
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_FIELD_DONOR_GROUP; field++)
    for (guint arabic = 0; arabic < 2; arabic++)
      {
        g_autofree char *one = nida_dataset_dup_text (a, row, field, arabic), *other = nida_dataset_dup_text (b, row, field, arabic);

        g_assert_cmpstr (one, ==, other);
      }
  g_assert_cmpstr (nida_dataset_get_written (a, row, NIDA_FIELD_DONOR), ==, nida_dataset_get_written (b, row, NIDA_FIELD_DONOR));
  g_assert_cmpuint (nida_dataset_get_source (a, row), ==, nida_dataset_get_source (b, row));
  nida_dataset_get_merged (a, row, &n_a);
  nida_dataset_get_merged (b, row, &n_b);
  g_assert_cmpuint (n_a, ==, n_b);
}

static void
assert_same_members (NidaDataset *a,
                     NidaDataset *b,
                     NidaField    field)
{
  NidaDictionary *one = nida_dataset_get_dictionary (a, field), *other = nida_dataset_get_dictionary (b, field);

  g_assert_cmpuint (nida_dictionary_get_size (one), ==, nida_dictionary_get_size (other));
  for (guint32 code = 1; code <= nida_dictionary_get_size (one); code++)
    {
      guint32 same = nida_dictionary_lookup (other, nida_dictionary_get_name (one, code), -1);
      guint n_one, n_other;
      const guint32 *members = nida_dictionary_get_members (one, code, &n_one);
      const guint32 *others = nida_dictionary_get_members (other, same, &n_other);

      g_assert_cmpuint (same, !=, 0);
      g_assert_cmpstr (nida_dictionary_get_arabic (one, code), ==, nida_dictionary_get_arabic (other, same));
      g_assert_cmpuint (n_one, ==, n_other);
      for (guint i = 0; i < n_one; i++)
        g_assert_cmpstr (nida_dictionary_get_name (one, members[i]), ==, nida_dictionary_get_name (other, others[i]));
    }
}

static void
assert_same_reports (NidaDataset *a,
                     NidaDataset *b)
{
  NidaReport *one = nida_dataset_get_report (a), *other = nida_dataset_get_report (b);

  g_assert_cmpuint (nida_report_get_n_problems (one), ==, nida_report_get_n_problems (other));
  for (guint kind = 0; kind < NIDA_N_PROBLEMS; kind++)
    g_assert_cmpuint (nida_report_get_count (one, kind), ==, nida_report_get_count (other, kind));
  for (guint i = 0; i < nida_report_get_n_problems (one); i++)
    {
      const NidaProblem *x = nida_report_get_problem (one, i), *y = nida_report_get_problem (other, i);

      g_assert_cmpstr (x->found, ==, y->found);
      g_assert_cmpuint (x->source, ==, y->source);
      g_assert_cmpuint (x->count, ==, y->count);
    }
  for (guint i = 0; i < nida_report_get_n_sources (one); i++)
    {
      g_assert_cmpuint (nida_report_get_source (one, i)->rows_kept, ==, nida_report_get_source (other, i)->rows_kept);
      g_assert_cmpuint (nida_report_get_source (one, i)->rows_merged, ==, nida_report_get_source (other, i)->rows_merged);
    }
}

static void
assert_same (NidaDataset *a,
             NidaDataset *b)
{
  guint n_a, n_b;
  const NidaJoinedName *one = nida_dataset_get_joined (a, &n_a), *other = nida_dataset_get_joined (b, &n_b);

  g_assert_cmpuint (nida_dataset_get_n_rows (a), ==, nida_dataset_get_n_rows (b));
  for (guint row = 0; row < nida_dataset_get_n_rows (a); row++)
    assert_same_row (a, b, row);
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    assert_same_members (a, b, field);
  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpstr (one[i].name, ==, other[i].name);
      g_assert_cmpuint (one[i].n_rows, ==, other[i].n_rows);
    }
  assert_same_reports (a, b);
}

static void
test_whole (void)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (NidaDataset) whole = build_whole (seed, seed % 20);
      g_autoptr (NidaDataset) base = build_base (seed);
      g_autoptr (NidaDataset) appended = append (base, seed, seed % 20);

      assert_same (whole, appended);
    }
}

/* Appending again and again begins with the same base, which nobody sees change. */
static void
test_base (void)
{
  g_autoptr (NidaDataset) base = build_base (3);
  g_autoptr (NidaDataset) before = build_base (3);
  g_autoptr (NidaDataset) first = append (base, 3, 5);
  g_autoptr (NidaDataset) second = append (base, 4, 19);

  assert_same (base, before);
  g_assert_cmpuint (nida_dataset_get_n_rows (first), >, nida_dataset_get_n_rows (base));
  g_assert_cmpuint (nida_dataset_get_n_rows (second), >, nida_dataset_get_n_rows (first));
}

static void
test_outlives (void)
{
  g_autoptr (NidaDataset) base = build_base (8);
  g_autoptr (NidaDataset) appended = append (base, 8, 12);
  g_autoptr (NidaDataset) whole = build_whole (8, 12);

  g_clear_object (&base);
  assert_same (whole, appended);
}

static void
test_empty_base (void)
{
  g_autoptr (NidaDatasetBuilder) nothing = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) base = nida_dataset_builder_end (nothing);
  g_autoptr (NidaDataset) appended = append (base, 1, 10);

  g_assert_cmpuint (nida_dataset_get_n_rows (appended), >, 0);
  g_assert_cmpuint (nida_report_get_n_sources (nida_dataset_get_report (appended)), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-append/whole/is-what-reading-all-together-gives", test_whole);
  g_test_add_func ("/dataset-append/base/stays-what-it-is", test_base);
  g_test_add_func ("/dataset-append/base/may-be-let-go", test_outlives);
  g_test_add_func ("/dataset-append/base/may-be-empty", test_empty_base);
  return g_test_run ();
}
