/* Dense or hashed, in one piece or merged: the same sums. */
#include "tally.h"

typedef struct {
  guint64 group;
  guint   sum;
  NidaMoney amount;
} Entry;

static Entry
entry (GRand  *rand,
       guint64 n_groups)
{
  return (Entry) { (guint64) g_rand_int (rand) % n_groups, g_rand_int_range (rand, 0, 2),
                   (gint64) g_rand_int (rand) - G_MAXINT32 };
}

static void
fill (NidaTally *tally,
      guint32    seed,
      guint64    n_groups,
      guint      from,
      guint      to)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < to; i++)
    {
      Entry e = entry (rand, n_groups);

      if (i >= from)
        nida_sum_add (nida_tally_at (tally, e.group) + e.sum, e.amount);
    }
}

static void
assert_same (const NidaTally *one,
             NidaTally       *other)
{
  guint64 groups = 0, others = 0;

  for (guint64 i = 0; i < nida_tally_get_size (one); i++)
    {
      guint64 group;
      const NidaSum *sums;

      if (!nida_tally_get (one, i, &group, &sums))
        continue;
      groups++;
      for (guint s = 0; s < 2; s++)
        {
          g_assert_true (nida_tally_at (other, group)[s].sum == sums[s].sum);
          g_assert_cmpuint (nida_tally_at (other, group)[s].rows, ==, sums[s].rows);
        }
    }
  for (guint64 i = 0; i < nida_tally_get_size (other); i++)
    {
      guint64 group;
      const NidaSum *sums;

      others += nida_tally_get (other, i, &group, &sums);
    }
  g_assert_cmpuint (groups, ==, others);
}

static void
test_dense_is_hashed (void)
{
  NidaTally dense, hashed, merged, part;

  nida_tally_init (&dense, 300, 2, 300);
  nida_tally_init (&hashed, G_MAXUINT64 / 2, 2, 300);
  nida_tally_init (&merged, G_MAXUINT64 / 2, 2, 300);
  nida_tally_init (&part, 300, 2, 300);
  g_assert_true (dense.dense);
  g_assert_false (hashed.dense);
  /* few rows in many groups would leave an array mostly empty */
  g_assert_true (nida_tally_is_dense (300, 2, 75));
  g_assert_false (nida_tally_is_dense (300, 2, 74));
  fill (&dense, 7, 300, 0, 2000);
  fill (&hashed, 7, 300, 0, 2000);
  fill (&merged, 7, 300, 0, 900);
  fill (&part, 7, 300, 900, 2000);
  nida_tally_merge (&merged, &part);
  assert_same (&dense, &hashed);
  assert_same (&hashed, &merged);
  nida_tally_clear (&dense);
  nida_tally_clear (&hashed);
  nida_tally_clear (&merged);
  nida_tally_clear (&part);
}

static void
test_wide (void)
{
  NidaMoney money;

  g_assert_true (nida_wide_to_money (G_MAXINT64, &money));
  g_assert_cmpint (money, ==, G_MAXINT64);
  g_assert_true (nida_wide_to_money ((NidaWide) G_MININT64 + 1, &money));
  g_assert_false (nida_wide_to_money (G_MININT64, &money));
  g_assert_false (nida_wide_to_money ((NidaWide) G_MAXINT64 + 1, &money));
}

static void
test_none (void)
{
  NidaSum sum = { 5, 1 };

  nida_sum_add (&sum, NIDA_MONEY_NONE);
  g_assert_true (sum.sum == 5);
  g_assert_cmpuint (sum.rows, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/dense-or-hashed/gives-the-same", test_dense_is_hashed);
  g_test_add_func ("/tally/wide/refuses-what-money-cannot-hold", test_wide);
  g_test_add_func ("/tally/none/counts-as-a-row-without-an-amount", test_none);
  return g_test_run ();
}
