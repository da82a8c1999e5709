/* test-scale.c tests scale.c. */
#include "scale.h"

static void
test_ends (void)
{
  NidaScale scale = { 0, 4000, { 10, 110 }, FALSE };
  NidaScale upwards = { 0, 4000, { 10, 110 }, TRUE };

  g_assert_cmpfloat (nida_scale_map (&scale, 0), ==, 10.0);
  g_assert_cmpfloat (nida_scale_map (&scale, 1000), ==, 35.0);
  g_assert_cmpfloat (nida_scale_map (&scale, 4000), ==, 110.0);
  g_assert_cmpfloat (nida_scale_map (&upwards, 0), ==, 110.0);
  g_assert_cmpfloat (nida_scale_map (&upwards, 4000), ==, 10.0);
}

static void
test_empty (void)
{
  NidaScale scale = { 7, 7, { 10, 110 }, FALSE };

  g_assert_cmpfloat (nida_scale_map (&scale, 7), ==, 60.0);
  g_assert_cmpint (nida_scale_invert (&scale, 33), ==, 7);
}

static void
test_extremes (void)
{
  NidaScale scale = { -G_MAXINT64, G_MAXINT64, { 0, 100 }, FALSE };

  g_assert_cmpfloat_with_epsilon (nida_scale_map (&scale, 0), 50.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (nida_scale_map (&scale, G_MAXINT64), 100.0, 1e-9);
  g_assert_cmpint (nida_scale_invert (&scale, 100), ==, G_MAXINT64);
}

static void
test_invert (void)
{
  NidaScale days = { 19000, 20000, { 40, 640 }, FALSE };
  NidaScale back = { 19000, 20000, { 40, 640 }, TRUE };

  for (gint64 day = 19000; day <= 20000; day++)
    {
      g_assert_cmpint (nida_scale_invert (&days, nida_scale_map (&days, day)), ==, day);
      g_assert_cmpint (nida_scale_invert (&back, nida_scale_map (&back, day)), ==, day);
    }
  g_assert_cmpint (nida_scale_invert (&days, -5), ==, 19000);
  g_assert_cmpint (nida_scale_invert (&back, -5), ==, 20000);
}

static void
test_bands (void)
{
  NidaBandScale bands = { 4, { 100, 500 }, 0.2, FALSE };
  NidaBandScale back = { 4, { 100, 500 }, 0.2, TRUE };
  NidaSpan first = nida_band_scale_map (&bands, 0);

  g_assert_cmpfloat_with_epsilon (first.start, 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (first.end, 190, 1e-9);
  g_assert_cmpfloat (nida_band_scale_centre (&bands, 3), ==, nida_band_scale_centre (&back, 0));
  g_assert_cmpfloat (nida_band_scale_step (&bands), ==, 100.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/ends/map-to-the-range", test_ends);
  g_test_add_func ("/scale/empty-domain/maps-to-the-middle", test_empty);
  g_test_add_func ("/scale/extremes/do-not-overflow", test_extremes);
  g_test_add_func ("/scale/invert/undoes-map", test_invert);
  g_test_add_func ("/scale/bands/leave-the-gap-and-reverse", test_bands);

  return g_test_run ();
}
