/* dataset-overlap.c: the same donor in the same year, from two kinds of sources, is pointed out. */
#include "dataset-builder.h"
#include "dataset-overlap.h"

static guint
add_source (NidaDatasetBuilder *builder,
            const char         *name,
            const char         *family)
{
  NidaSourceInfo info = { .name = (char *) name, .family = (char *) family, .format = (char *) name };

  return nida_dataset_builder_add_source (builder, &info);
}

static void
add_gift (NidaDatasetBuilder *builder,
          guint               source,
          guint               line,
          const char         *donor,
          const char         *country,
          int                 year)
{
  nida_dataset_builder_begin (builder, source, line, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  if (country != NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR_COUNTRY, country, -1);
  nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_year (year), NIDA_DATE_NONE });
  nida_dataset_builder_set_amount_usd (builder, 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static const NidaProblem *
find_overlap (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);

  nida_dataset_find_overlaps (dataset, 0);
  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == NIDA_PROBLEM_OVERLAP)
      return nida_report_get_problem (report, i);
  return NULL;
}

static void
test_two_families (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  guint fts = add_source (builder, "flows.csv", "fts"), funds = add_source (builder, "funds.csv", "cbpf");
  g_autoptr (NidaDataset) dataset = NULL;
  const NidaProblem *problem;

  add_gift (builder, fts, 2, "Kuwait, Government of", "Kuwait", 2024);
  add_gift (builder, fts, 3, "Qatar, Government of", "Qatar", 2024);
  add_gift (builder, funds, 2, "Kuwait", NULL, 2024);       /* the same donor by its country */
  add_gift (builder, funds, 3, "Kuwait", NULL, 2023);       /* another year */
  add_gift (builder, funds, 4, "Oman", NULL, 2024);
  dataset = nida_dataset_builder_end (builder);
  problem = find_overlap (dataset);
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->source, ==, funds);
  g_assert_cmpuint (problem->source2, ==, fts);
  g_assert_cmpuint (problem->count, ==, 1);
  g_assert_cmpstr (problem->found, ==, "Kuwait");
  g_assert_cmpstr (problem->kept, ==, "flows.csv");
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 5);
}

static void
test_one_family (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  guint incoming = add_source (builder, "in.csv", "fts"), outgoing = add_source (builder, "out.csv", "fts");
  g_autoptr (NidaDataset) dataset = NULL;

  add_gift (builder, incoming, 2, "Kuwait", NULL, 2024);
  add_gift (builder, outgoing, 2, "Kuwait", NULL, 2024);
  dataset = nida_dataset_builder_end (builder);
  g_assert_null (find_overlap (dataset));
}

/* --- rows behind others --- */

static void
add_gifts (NidaDatasetBuilder *builder,
           GRand              *random,
           guint               first_source,
           guint               n_sources,
           guint               n,
           guint               n_donors)
{
  static const char * const donors[] = { "Kuwait", "Qatar", "Oman", "Fund", "A", "B", "Late" };
  static const char * const countries[] = { NULL, NULL, "Kuwait", "Oman", "Jordan" };

  for (guint line = 2; line < n + 2; line++)
    {
      guint source = first_source + (guint) g_rand_int_range (random, 0, (gint32) n_sources);
      const char *donor = donors[g_rand_int_range (random, 0, (gint32) n_donors)];
      const char *country = countries[g_rand_int_range (random, 0, n_donors > 5 ? 5 : 4)];

      add_gift (builder, source, line, donor, country, g_rand_int_range (random, 2019, n_donors > 5 ? 2027 : 2024));
    }
}

static void
assert_same_problems (NidaDataset *one,
                      NidaDataset *other)
{
  NidaReport *a = nida_dataset_get_report (one), *b = nida_dataset_get_report (other);

  g_assert_cmpuint (nida_report_get_n_problems (a), ==, nida_report_get_n_problems (b));
  for (guint i = 0; i < nida_report_get_n_problems (a); i++)
    {
      const NidaProblem *x = nida_report_get_problem (a, i), *y = nida_report_get_problem (b, i);

      g_assert_cmpuint (x->source, ==, y->source);
      g_assert_cmpuint (x->source2, ==, y->source2);
      g_assert_cmpuint (x->count, ==, y->count);
      g_assert_cmpstr (x->found, ==, y->found);
    }
}

/* The numbers may differ, the rows that have one number do not. */
static guint
assert_same_keys (NidaDataset *one,
                  NidaDataset *other)
{
  g_autoptr (NidaOverlaps) a = nida_overlaps_new (one), b = nida_overlaps_new (other);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  guint n = 0;

  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return 0;
  g_assert_cmpuint (a->n_keys, ==, b->n_keys);
  for (guint row = 0; row < nida_dataset_get_n_rows (one); row++)
    {
      guint32 x = nida_overlaps_get_key (a, row), y = nida_overlaps_get_key (b, row);
      gpointer known;

      if (g_hash_table_lookup_extended (pairs, GUINT_TO_POINTER (x), NULL, &known))
        g_assert_cmpuint (GPOINTER_TO_UINT (known), ==, y);
      g_hash_table_insert (pairs, GUINT_TO_POINTER (x), GUINT_TO_POINTER (y));
      g_assert_true ((x == 0) == (y == 0));
      n += x != 0;
    }
  return n;
}

static void
add_families (NidaDatasetBuilder *builder,
              guint               n)
{
  static const char * const families[] = { "fts", "cbpf", "fts" };

  for (guint i = 0; i < n; i++)
    add_source (builder, families[i], families[i]);
}

/* One base, of one family or of several, and always other rows behind it. */
static void
test_behind (void)
{
  guint n_met = 0;

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NidaDataset) base = NULL;
      guint n_sources = 1 + seed % 3;

      add_families (builder, n_sources);
      add_gifts (builder, random, 0, n_sources, 30, 4);
      base = nida_dataset_builder_end (builder);
      nida_dataset_find_overlaps (base, 0);
      for (guint n = 1; n < 8; n++)
        {
          g_autoptr (NidaDatasetBuilder) more = nida_dataset_builder_new (), all = nida_dataset_builder_new ();
          g_autoptr (GRand) again = g_rand_new_with_seed (seed), first = g_rand_new_with_seed (n), second = g_rand_new_with_seed (n);
          g_autoptr (NidaDataset) behind = NULL, together = NULL;

          add_gifts (more, first, add_source (more, "desk", "desk"), 1, n, 7);
          behind = nida_dataset_builder_append (more, base);
          add_families (all, n_sources);
          add_gifts (all, again, 0, n_sources, 30, 4);
          add_gifts (all, second, add_source (all, "desk", "desk"), 1, n, 7);
          together = nida_dataset_builder_end (all);
          nida_dataset_find_overlaps (together, 0);
          assert_same_problems (behind, together);
          n_met += assert_same_keys (behind, together);
        }
    }
  g_assert_cmpuint (n_met, >, 500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-overlap/two-families-with-one-donor-in-one-year", test_two_families);
  g_test_add_func ("/dataset-overlap/one-family-merges-by-its-ids", test_one_family);
  g_test_add_func ("/dataset-overlap/rows-behind-others-as-read-together", test_behind);
  return g_test_run ();
}
