/* Ranks, folding and whole percentages of groups. */
#include "config.h"

#include "chart-groups.h"
#include "sample.h"

static GPtrArray *
groups_of (const SampleRow *rows,
           guint            n,
           NidaField        field)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (GError) error = NULL;
  NidaCube *cube;
  GPtrArray *groups;

  query->by[0] = (NidaGroupBy) { field, NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << NIDA_MEASURE_RECEIVED;
  cube = nida_local_engine_query (engine, query, &error);
  g_assert_no_error (error);
  groups = nida_groups_new (cube, 0, NIDA_MEASURE_RECEIVED, language);
  /* Names are the cube's own. */
  g_test_queue_unref (cube);
  return groups;
}

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2024", .donor = "B", .amount = 5 },
  { NIDA_KIND_PAID, "2024", .donor = "A", .amount = 5 },
  { NIDA_KIND_COMMITMENT, "2024", .donor = "C", .amount = 7 },
  { NIDA_KIND_PAID, "2024", .donor = "D", .amount = 1 },
  { NIDA_KIND_PAID, "2025", .donor = "D", .amount = 1 },
  { NIDA_KIND_PAID, "2025", .amount = 3 },
  { NIDA_KIND_PLEDGE, "2025", .donor = "E", .amount = 100 },
};

static const NidaGroup *
at (GPtrArray *groups,
    guint      index)
{
  g_assert_cmpuint (index, <, groups->len);
  return g_ptr_array_index (groups, index);
}

static void
test_ranks (void)
{
  g_autoptr (GPtrArray) groups = groups_of (gifts, G_N_ELEMENTS (gifts), NIDA_FIELD_DONOR);

  g_assert_cmpuint (groups->len, ==, 5);
  g_assert_cmpstr (at (groups, 0)->name, ==, "C");
  g_assert_cmpuint (at (groups, 0)->rank, ==, 1);
  g_assert_cmpstr (at (groups, 1)->name, ==, "A");
  g_assert_cmpuint (at (groups, 1)->rank, ==, 2);
  g_assert_cmpuint (at (groups, 2)->rank, ==, 2);
  g_assert_cmpuint (at (groups, 3)->rank, ==, 4);
  g_assert_cmpint (at (groups, 4)->role, ==, NIDA_GROUP_NOT_STATED);
  g_assert_cmpint (nida_groups_total (groups), ==, 22 * NIDA_MONEY_UNIT);
}

static void
test_fold (void)
{
  g_autoptr (GPtrArray) groups = groups_of (gifts, G_N_ELEMENTS (gifts), NIDA_FIELD_DONOR);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  g_autoptr (GPtrArray) three = nida_groups_fold (groups, 3, NIDA_NOUN_DONOR, language);
  g_autoptr (GPtrArray) one = nida_groups_fold (groups, 1, NIDA_NOUN_DONOR, language);

  g_assert_cmpuint (three->len, ==, 5);             /* a single other stays itself */
  g_assert_cmpuint (one->len, ==, 3);
  g_assert_cmpint (at (one, 1)->role, ==, NIDA_GROUP_OTHER);
  g_assert_cmpstr (nida_group_get_label (at (one, 1)), ==, "3 other donors");
  g_assert_cmpint (nida_groups_total (one), ==, 22 * NIDA_MONEY_UNIT);
  g_assert_cmpuint (groups->len, ==, 5);
}

/* What is chosen is never among the others, and keeps its rank. */
static void
test_chosen (void)
{
  g_autoptr (GPtrArray) groups = groups_of (gifts, G_N_ELEMENTS (gifts), NIDA_FIELD_DONOR);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  const NidaGroup *smallest = at (groups, 3);
  char *values[] = { (char *) smallest->name, (char *) "nobody", NULL };
  g_autoptr (GPtrArray) one = NULL;

  g_assert_cmpint (nida_groups_choose (groups, NULL), ==, NIDA_MONEY_NONE);
  g_assert_cmpint (nida_groups_choose (groups, values), ==, smallest->value);
  one = nida_groups_fold (groups, 1, NIDA_NOUN_DONOR, language);
  g_assert_cmpuint (one->len, ==, 3);
  g_assert_true (at (one, 0) == smallest);
  g_assert_cmpuint (at (one, 0)->rank, ==, 4);
  g_assert_cmpint (nida_groups_total (one), ==, 22 * NIDA_MONEY_UNIT);
}

static void
test_shares_sum (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint run = 0; run < 1000; run++)
    {
      NidaMoney values[12];
      guint shares[12], n = g_rand_int_range (random, 1, 12), sum = 0;
      gboolean any = FALSE;

      for (guint i = 0; i < n; i++)
        {
          values[i] = g_rand_int_range (random, 0, 5) == 0 ? 0 : (gint64) ((guint64) g_rand_int (random) * g_rand_int (random) / 48);
          any |= values[i] > 0;
        }
      nida_shares_round (values, n, 100, shares);
      for (guint i = 0; i < n; i++)
        sum += shares[i];
      g_assert_cmpuint (sum, ==, any ? 100 : 0);
    }
}

static void
test_shares_of_thirds (void)
{
  const NidaMoney values[] = { 1, 1, 1 };
  guint shares[3];

  nida_shares_round (values, 3, 100, shares);
  g_assert_cmpuint (shares[0], ==, 34);
  g_assert_cmpuint (shares[1], ==, 33);
  g_assert_cmpuint (shares[2], ==, 33);
}

static void
test_shares_negative (void)
{
  const NidaMoney values[] = { 100, -1, 50 };
  guint shares[3];

  nida_shares_round (values, 3, 100, shares);
  g_assert_cmpuint (shares[0] + shares[1] + shares[2], ==, 0);
}

static void
test_plus_holds (void)
{
  g_assert_cmpint (nida_money_plus (G_MAXINT64, 1), ==, G_MAXINT64);
  g_assert_cmpint (nida_money_plus (NIDA_MONEY_NONE, 5), ==, 5);
  g_assert_cmpint (nida_money_plus (5, NIDA_MONEY_NONE), ==, 5);
  g_assert_cmpint (nida_money_plus (NIDA_MONEY_NONE, NIDA_MONEY_NONE), ==, NIDA_MONEY_NONE);
  g_assert_cmpint (nida_money_share (1, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-groups/ties/share-a-rank", test_ranks);
  g_test_add_func ("/chart-groups/fold/keeps-the-total", test_fold);
  g_test_add_func ("/chart-groups/chosen/is-kept-apart-with-its-rank", test_chosen);
  g_test_add_func ("/chart-groups/shares/sum-to-100", test_shares_sum);
  g_test_add_func ("/chart-groups/shares/thirds-give-the-rest-to-the-first", test_shares_of_thirds);
  g_test_add_func ("/chart-groups/shares/none-of-negative-parts", test_shares_negative);
  g_test_add_func ("/chart-groups/plus/holds-at-the-ends", test_plus_holds);
  return g_test_run ();
}
