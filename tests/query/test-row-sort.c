/* A radix sort of many rows is what a stable comparison sort gives. */
#include "fixture.h"

#include "row-sort.h"

enum { N = 20000 };

static int
compare_amounts (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  NidaMoney x = nida_dataset_get_amount (data, one), y = nida_dataset_get_amount (data, other);

  return x != y ? (x < y ? -1 : 1) : (one < other ? -1 : one > other);
}

static void
test_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) expected = NULL;
  NidaRowSort sort = { .field = NIDA_FIELD_AMOUNT };

  for (guint i = 0; i < N; i++)
    {
      /* few values near zero, so that many tie, and some of the largest */
      gint64 money = i % 100 == 0 ? (i % 200 == 0 ? G_MAXINT64 : G_MININT64 + 1) : g_rand_int_range (rand, -500, 500);
      g_autofree char *amount = nida_money_to_string (money);
      TestRow row = { NIDA_KIND_PAID, "2024", amount };

      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  for (guint i = 0; i < N; i++)
    {
      guint row = N - 1 - i;

      g_array_append_val (rows, row);
    }
  expected = g_array_copy (rows);
  g_array_sort_with_data (expected, compare_amounts, dataset);
  sort.dataset = dataset;
  sort.rows = rows;
  nida_row_sort_run (&sort, NULL);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (g_array_index (rows, guint, i), ==, g_array_index (expected, guint, i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-sort/many/is-stable-and-right", test_many);
  return g_test_run ();
}
