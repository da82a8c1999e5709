/* source-tally.c: counted behind a base as if all had been counted together. */
#include "source-tally.h"

#include "dataset-builder.h"

#include <string.h>

static const char * const cited[] = { "https://one.example/a", "Two", "Three", "Four" };
static const char * const appeals[] = { "Syria 2024", "Yemen 2024", NULL };

static guint
add_source (NidaDatasetBuilder *builder,
            const char         *name,
            const char         *family)
{
  NidaSourceInfo info = { .name = (char *) name, .family = (char *) family, .format = (char *) "test", .states_move = TRUE };

  return nida_dataset_builder_add_source (builder, &info);
}

/* @n_cited: what is put behind cites names that the base does not know. */
static void
add_rows (NidaDatasetBuilder *builder,
          GRand              *random,
          guint               first_source,
          guint               n_sources,
          guint               n,
          guint               n_cited)
{
  for (guint line = 2; line < n + 2; line++)
    {
      NidaDate date = g_rand_boolean (random) ? nida_date_new_day (g_rand_int_range (random, 2020, 2026), g_rand_int_range (random, 1, 13), 5)
                                              : nida_date_new_year (g_rand_int_range (random, 2020, 2027));
      const char *appeal = appeals[g_rand_int_range (random, 0, 3)];

      nida_dataset_builder_begin (builder, first_source + (guint) g_rand_int_range (random, 0, (gint32) n_sources), line,
                                  (NidaKind) g_rand_int_range (random, NIDA_KIND_PLEDGE, NIDA_N_KINDS));
      if (g_rand_int_range (random, 0, 5) > 0)
        nida_dataset_builder_set_period (builder, (NidaPeriod) { date, date });
      if (appeal != NULL)
        nida_dataset_builder_set_name (builder, NIDA_FIELD_APPEAL, appeal, -1);
      if (g_rand_boolean (random))
        nida_dataset_builder_set_name (builder, NIDA_FIELD_SOURCE, cited[g_rand_int_range (random, 0, (gint32) n_cited)], -1);
      nida_dataset_builder_set_amount_usd (builder, 1000);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
}

static void
add_base (NidaDatasetBuilder *builder,
          guint32             seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  add_source (builder, "public", "fts");
  add_source (builder, "plain", NULL);
  add_rows (builder, random, 0, 2, 80, 2);
}

static void
add_desk (NidaDatasetBuilder *builder,
          guint32             seed,
          guint               n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint desk = add_source (builder, "desk", "desk");

  add_rows (builder, random, desk, 1, n, 4);
}

static void
assert_same (NidaDataset *behind,
             NidaDataset *together,
             guint        except)
{
  static const guint8 publishers[4] = { TRUE, FALSE, TRUE };
  g_autoptr (NidaSourceTally) a = nida_source_tally_new (behind, publishers, except);
  g_autoptr (NidaSourceTally) b = nida_source_tally_new (together, publishers, except);

  g_assert_cmpuint (a->n_files, ==, b->n_files);
  g_assert_cmpuint (a->n_codes, ==, b->n_codes);
  g_assert_cmpmem (a->by_file, (a->n_files + 1) * NIDA_TALLY_SLOTS * sizeof (guint), b->by_file, (b->n_files + 1) * NIDA_TALLY_SLOTS * sizeof (guint));
  for (guint32 code = 0; code <= a->n_codes; code++)
    {
      NidaDictionary *names = nida_dataset_get_dictionary (behind, NIDA_FIELD_SOURCE);
      guint32 other = code == 0 ? 0 : nida_dictionary_lookup (nida_dataset_get_dictionary (together, NIDA_FIELD_SOURCE),
                                                             nida_dictionary_get_name (names, code), -1);

      g_assert_cmpmem (a->by_code + code * NIDA_TALLY_SLOTS, NIDA_TALLY_SLOTS * sizeof (guint),
                       b->by_code + other * NIDA_TALLY_SLOTS, NIDA_TALLY_SLOTS * sizeof (guint));
    }
  g_assert_cmpint (nida_date_pack (nida_source_tally_day (a)), ==, nida_date_pack (nida_source_tally_day (b)));
}

static void
test_behind (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
      g_autoptr (NidaDataset) base = NULL;

      add_base (builder, seed);
      base = nida_dataset_builder_end (builder);
      for (guint n = 1; n < 6; n++)
        {
          g_autoptr (NidaDatasetBuilder) more = nida_dataset_builder_new (), all = nida_dataset_builder_new ();
          g_autoptr (NidaDataset) behind = NULL, together = NULL;

          add_desk (more, seed + n, n);
          behind = nida_dataset_builder_append (more, base);
          add_base (all, seed);
          add_desk (all, seed + n, n);
          together = nida_dataset_builder_end (all);
          assert_same (behind, together, G_MAXUINT);
          assert_same (behind, together, 2);      /* the desk's own */
          assert_same (behind, together, 0);      /* one of the base: counted anew */
        }
    }
}

static void
test_day (void)
{
  NidaSourceTally tally = { .latest = nida_date_new_day (2024, 3, 5), .coarse = nida_date_new_year (2024) };

  g_assert_cmpint (nida_source_tally_day (&tally).precision, ==, NIDA_PRECISION_DAY);
  tally.coarse = nida_date_new_year (2025);
  g_assert_cmpint (nida_date_year (nida_source_tally_day (&tally)), ==, 2025);
  tally.coarse = NIDA_DATE_NONE;
  g_assert_cmpint (nida_date_year (nida_source_tally_day (&tally)), ==, 2024);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-tally/behind-a-base-as-together", test_behind);
  g_test_add_func ("/source-tally/day/a-later-year-goes-before-an-earlier-day", test_day);
  return g_test_run ();
}
