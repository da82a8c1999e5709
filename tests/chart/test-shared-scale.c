/* test-shared-scale.c tests shared-scale.c: small charts that are seen together reach as far as the farthest of them. */
#include "recipe-fixture.h"

typedef struct { gint64 min, max; } Reach;

static Reach
share (NidaSharedScale *shared,
       gint64           min,
       gint64           max)
{
  Fixture fixture;
  Reach reach = { min, max };

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 200, 100);
  fixture.context.shared_scale = shared;
  nida_recipe_share_scale (&fixture.recipe, &reach.min, &reach.max);
  fixture_clear (&fixture);
  return reach;
}

static void
test_widens (void)
{
  NidaSharedScale shared;
  Reach reach;

  nida_shared_scale_init (&shared, FALSE);
  share (&shared, 0, 70);
  share (&shared, -5, 20);
  shared.fixed = TRUE;
  reach = share (&shared, 0, 10);
  g_assert_cmpint (reach.min, ==, -5);
  g_assert_cmpint (reach.max, ==, 70);
  /* once all is known one chart changes the others no more */
  reach = share (&shared, 0, 90);
  g_assert_cmpint (reach.max, ==, 90);
  g_assert_cmpint (shared.max, ==, 70);
  nida_shared_scale_clear (&shared);
}

static void
test_own (void)
{
  NidaSharedScale shared;
  Reach reach;

  nida_shared_scale_init (&shared, TRUE);
  share (&shared, 0, 70);
  reach = share (&shared, 0, 10);
  g_assert_cmpint (reach.max, ==, 10);
  reach = share (NULL, 0, 10);
  g_assert_cmpint (reach.max, ==, 10);
  nida_shared_scale_clear (&shared);
}

static void
test_days (void)
{
  NidaSharedScale shared;
  gint32 first = 100, last = 200, none_first = G_MAXINT32, none_last = G_MININT32;

  nida_shared_scale_init (&shared, FALSE);
  nida_shared_scale_days (&shared, &none_first, &none_last);
  g_assert_cmpint (none_first, >, none_last);
  nida_shared_scale_days (&shared, &first, &last);
  first = 150;
  last = 300;
  nida_shared_scale_days (&shared, &first, &last);
  g_assert_cmpint (first, ==, 100);
  g_assert_cmpint (last, ==, 300);
  nida_shared_scale_days (NULL, &first, &last);
  g_assert_cmpint (first, ==, 100);
  nida_shared_scale_clear (&shared);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shared-scale/reaches-as-far-as-the-farthest", test_widens);
  g_test_add_func ("/shared-scale/own/is-each-chart-s", test_own);
  g_test_add_func ("/shared-scale/days/are-those-of-all", test_days);
  return g_test_run ();
}
