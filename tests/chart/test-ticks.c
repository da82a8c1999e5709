/* test-ticks.c tests ticks.c: the vectors of charts.md 2.2, and what holds for every range. */
#include "ticks.h"

#include <math.h>

static void
assert_ticks (double        min,
              double        max,
              gboolean      money,
              guint         n,
              const double *expected)
{
  NidaTicks ticks = nida_ticks_extended (min, max, money);

  g_assert_cmpuint (ticks.n, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (ticks.values[i], expected[i], 1e-9 * (max - min));
}

#define ASSERT_TICKS(min, max, money, ...) \
  assert_ticks (min, max, money, G_N_ELEMENTS (((double[]) { __VA_ARGS__ })), (double[]) { __VA_ARGS__ })

static void
test_vectors (void)
{
  ASSERT_TICKS (0, 3.4e9, TRUE, 0, 1e9, 2e9, 3e9, 4e9);
  ASSERT_TICKS (0, 1.254e9, TRUE, 0, 0.25e9, 0.5e9, 0.75e9, 1e9, 1.25e9);
  ASSERT_TICKS (0, 87.3e6, TRUE, 0, 20e6, 40e6, 60e6, 80e6);
  ASSERT_TICKS (0, 137.7e6, TRUE, 0, 50e6, 100e6, 150e6);
  ASSERT_TICKS (-12e6, 31e6, TRUE, -10e6, 0, 10e6, 20e6, 30e6);
  ASSERT_TICKS (0, 1, FALSE, 0, 0.25, 0.5, 0.75, 1);
  ASSERT_TICKS (0, 0.63, FALSE, 0, 0.2, 0.4, 0.6);
  ASSERT_TICKS (0, 7, FALSE, 0, 2, 4, 6, 8);
}

static void
test_thousandths (void)
{
  ASSERT_TICKS (0, 3.4e12, TRUE, 0, 1e12, 2e12, 3e12, 4e12);
  ASSERT_TICKS (0, 9.2e18, TRUE, 0, 2.5e18, 5e18, 7.5e18, 10e18);
}

static void
test_all_negative (void)
{
  NidaTicks ticks = nida_ticks_extended (-87.3e6, 0, TRUE);

  g_assert_cmpfloat (ticks.values[ticks.n - 1], ==, 0.0);
  g_assert_cmpfloat (ticks.values[0], <=, -80e6);
}

static void
test_one_value (void)
{
  NidaTicks nothing = nida_ticks_extended (0, 0, TRUE);
  NidaTicks one = nida_ticks_extended (42e6, 42e6, TRUE);
  NidaTicks debt = nida_ticks_extended (-5, -5, TRUE);

  g_assert_cmpuint (nothing.n, >=, 3);
  g_assert_cmpfloat (nothing.values[0], ==, 0.0);
  g_assert_cmpfloat (one.values[0], ==, 0.0);
  g_assert_cmpfloat (debt.values[debt.n - 1], ==, 0.0);
}

static gboolean
holds_zero (const NidaTicks *ticks)
{
  for (guint i = 0; i < ticks->n; i++)
    if (ticks->values[i] == 0.0)
      return TRUE;

  return FALSE;
}

static void
check_range (double   min,
             double   max,
             gboolean money)
{
  NidaTicks ticks = nida_ticks_extended (min, max, money);
  double step = ticks.values[1] - ticks.values[0];

  g_assert_cmpuint (ticks.n, >=, 3);
  g_assert_cmpuint (ticks.n, <=, 6);
  g_assert_cmpfloat (step, >, 0.0);
  for (guint i = 2; i < ticks.n; i++)
    g_assert_cmpfloat_with_epsilon (ticks.values[i] - ticks.values[i - 1], step, 1e-6 * step);
  if (min <= 0.0 && max >= 0.0)
    g_assert_true (holds_zero (&ticks));
  if (min == 0.0)
    g_assert_cmpfloat (ticks.values[0], ==, 0.0);
  if (max == 0.0)
    g_assert_cmpfloat (ticks.values[ticks.n - 1], ==, 0.0);
  /* No bar ends far from the last tick, and no axis is mostly empty. */
  if (ticks.n < 6)
    g_assert_cmpfloat (max - ticks.values[ticks.n - 1], <=, 0.34 * (ticks.values[ticks.n - 1] - ticks.values[0]));
  g_assert_cmpfloat (ticks.values[ticks.n - 1] - ticks.values[0], <, 2.5 * (max - min));
}

static void
test_random (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      double size = pow (10.0, g_test_rand_double_range (-3.0, 18.0));
      double max = size * g_test_rand_double_range (0.1, 1.0);
      double min = i % 4 == 0 ? -size * g_test_rand_double_range (0.0, 1.0) : 0.0;

      switch (i % 8)
        {
        case 5: check_range (-max, 0.0, i % 3 != 0); break;
        case 6: check_range (max, max + size, i % 3 != 0); break;
        default: check_range (min, max, i % 3 != 0); break;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticks/vectors/as-in-charts-2.2", test_vectors);
  g_test_add_func ("/ticks/thousandths/as-dollars", test_thousandths);
  g_test_add_func ("/ticks/all-negative/zero-is-on-the-axis", test_all_negative);
  g_test_add_func ("/ticks/one-value/begins-at-zero", test_one_value);
  g_test_add_func ("/ticks/any-range/three-to-six-with-zero", test_random);

  return g_test_run ();
}
