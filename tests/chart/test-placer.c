/* Tests of placer.c: what is taken stays taken. */
#include "config.h"

#include "placer.h"

static void
test_taken (void)
{
  g_auto (NidaPlacer) placer = { 0 };

  nida_placer_init (&placer, (NidaBox) { 0, 0, 100, 100 });
  g_assert_true (nida_placer_try (&placer, (NidaBox) { 10, 10, 20, 20 }));
  g_assert_false (nida_placer_try (&placer, (NidaBox) { 25, 25, 20, 20 }));
  g_assert_true (nida_placer_try (&placer, (NidaBox) { 30, 10, 20, 20 }));
}

static void
test_bounds (void)
{
  g_auto (NidaPlacer) placer = { 0 };

  nida_placer_init (&placer, (NidaBox) { 0, 0, 100, 100 });
  g_assert_false (nida_placer_is_free (&placer, (NidaBox) { 90, 10, 20, 20 }));
  g_assert_false (nida_placer_is_free (&placer, (NidaBox) { 10, -1, 20, 20 }));
  g_assert_true (nida_placer_is_free (&placer, (NidaBox) { 80, 80, 20, 20 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placer/taken/stays-taken", test_taken);
  g_test_add_func ("/placer/bounds/are-kept", test_bounds);
  return g_test_run ();
}
