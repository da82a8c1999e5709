/* test-classes.c tests classes.c: round limits, no empty class at an end, every value in one. */
#include "classes.h"

#include "money.h"

#include <math.h>
#include <stdlib.h>

static void
test_round (void)
{
  gint64 values[] = { 1100, 2300, 4100, 9000, 17000, 35000, 71000, 130000, 290000, 510000 };
  NidaClasses classes = nida_classes_new (values, G_N_ELEMENTS (values), NIDA_MEASURE_RECEIVED);

  g_assert_cmpuint (classes.n_classes, ==, 5);
  g_assert_cmpint (classes.breaks[0], ==, 5000);
  g_assert_cmpint (classes.breaks[1], ==, 20000);
  g_assert_cmpint (classes.breaks[2], ==, 100000);
  g_assert_cmpint (classes.breaks[3], ==, 200000);
}

static void
test_few (void)
{
  gint64 same[] = { 7, 7, 7 }, none[] = { 0, NIDA_MONEY_NONE, -4 };

  g_assert_cmpuint (nida_classes_new (same, 3, NIDA_MEASURE_COUNT).n_classes, ==, 1);
  g_assert_cmpuint (nida_classes_new (none, 3, NIDA_MEASURE_COUNT).n_classes, ==, 1);
  g_assert_cmpuint (nida_classes_new (none, 0, NIDA_MEASURE_COUNT).n_classes, ==, 1);
}

static void
test_coverage (void)
{
  gint64 values[] = { 100000, 300000, 500000, 790000, 1120000 };
  NidaClasses classes = nida_classes_new (values, G_N_ELEMENTS (values), NIDA_MEASURE_COVERAGE);

  g_assert_cmpuint (classes.n_classes, ==, 5);
  g_assert_cmpint (classes.breaks[3], ==, 800000);
  g_assert_cmpuint (nida_classes_find (&classes, 799999), ==, 3);
  g_assert_cmpuint (nida_classes_find (&classes, 800000), ==, 4);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 1000; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n = g_rand_int_range (random, 1, 60), used[NIDA_MAX_CLASSES] = { 0 };
      gint64 values[60];
      NidaClasses classes;

      for (guint i = 0; i < n; i++)
        values[i] = 1 + (gint64) (g_rand_double (random) * ((gint64) 1 << g_rand_int_range (random, 0, 61)));
      classes = nida_classes_new (values, n, NIDA_MEASURE_RECEIVED);
      g_assert_cmpuint (classes.n_classes, <=, NIDA_MAX_CLASSES);
      for (guint i = 0; i + 2 < classes.n_classes; i++)
        g_assert_cmpint (classes.breaks[i], <, classes.breaks[i + 1]);
      for (guint i = 0; i < n; i++)
        {
          guint found = nida_classes_find (&classes, values[i]);

          used[found]++;
          if (found > 0)
            g_assert_cmpint (values[i], >=, classes.breaks[found - 1]);
          if (found + 1 < classes.n_classes)
            g_assert_cmpint (values[i], <, classes.breaks[found]);
        }
      g_assert_cmpuint (used[0], >, 0);
      g_assert_cmpuint (used[classes.n_classes - 1], >, 0);
    }
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Sorted figures, those from the largest down and those with many alike have the limits that any order has. */
static void
test_order (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n = g_rand_int_range (random, 1, 400), different = g_rand_int_range (random, 1, 400);
      gint64 mixed[400], rising[400], falling[400];
      NidaClasses any, up, down;

      for (guint i = 0; i < n; i++)
        rising[i] = mixed[i] = 1000 * (gint64) g_rand_int_range (random, 1, 1 + different) * g_rand_int_range (random, 1, 1 + different);
      qsort (rising, n, sizeof *rising, compare_values);
      for (guint i = 0; i < n; i++)
        falling[i] = rising[n - 1 - i];
      any = nida_classes_new (mixed, n, NIDA_MEASURE_RECEIVED);
      up = nida_classes_new (rising, n, NIDA_MEASURE_RECEIVED);
      down = nida_classes_new (falling, n, NIDA_MEASURE_RECEIVED);
      g_assert_cmpmem (any.breaks, (any.n_classes - 1) * sizeof *any.breaks, up.breaks, (up.n_classes - 1) * sizeof *up.breaks);
      g_assert_cmpmem (any.breaks, (any.n_classes - 1) * sizeof *any.breaks, down.breaks, (down.n_classes - 1) * sizeof *down.breaks);
    }
}

/* Of 1, 2 and 5 times the powers of ten the nearest by ratio. */
static gint64
nearest_round (gint64 value)
{
  static const gint64 leading[] = { 1, 2, 5 };
  long double least = INFINITY;
  gint64 best = 0, power = G_GINT64_CONSTANT (1000000000000000000);

  for (; power > 0; power /= 10)
    for (guint i = 0; i < G_N_ELEMENTS (leading); i++)
      {
        long double ratio = (long double) leading[i] * (long double) power / (long double) value;

        ratio = ratio < 1 ? 1 / ratio : ratio;
        if (ratio < least)
          {
            least = ratio;
            best = leading[i] * power;
          }
      }
  return best;
}

/* Five figures alike but for the largest and the least: each limit is the round number that is nearest to them. */
static void
check_round (gint64 value)
{
  gint64 values[] = { 1, value, value, value, G_MAXINT64 }, expected = nearest_round (value);
  NidaClasses classes = nida_classes_new (values, G_N_ELEMENTS (values), NIDA_MEASURE_RECEIVED);

  if (expected == 1)                        /* no figure is below it */
    g_assert_cmpint (classes.n_classes > 1 ? classes.breaks[0] : 0, !=, 1);
  else
    g_assert_cmpint (classes.breaks[0], ==, expected);
}

static void
test_nearest (void)
{
  gint64 power = 1;

  for (gint64 value = 1; value < 20000; value++)
    check_round (value);
  for (guint decade = 0; decade < 18; decade++, power *= 10)
    for (gint64 part = 1001; part < 9990; part += 7)
      check_round (MAX (power / 1000 * part, 1));
  check_round (G_MAXINT64 - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classes/limits/are-round-quintiles", test_round);
  g_test_add_func ("/classes/few-values/are-few-classes", test_few);
  g_test_add_func ("/classes/coverage/is-in-fifths", test_coverage);
  g_test_add_func ("/classes/limits/do-not-depend-on-order", test_order);
  g_test_add_func ("/classes/limits/are-the-nearest-by-ratio", test_nearest);
  g_test_add_func ("/classes/random/every-value-is-in-its-class", test_random);
  return g_test_run ();
}
