/* coverage-labels.c: figures stand whole or not at all, names have what is left. */
#include "coverage-labels.h"
#include "recipe-fixture.h"

/* @width: of the plot */
static void
labels_init (Fixture            *fixture,
             NidaCoverageRows   *data,
             NidaCoverageLabels *labels,
             double              width)
{
  fixture_init (fixture, "en", NIDA_TIME_LTR, width, 100);
  *data = (NidaCoverageRows) { .known = TRUE };
  *labels = (NidaCoverageLabels) { &fixture->recipe, data, NIDA_FONT_LABEL, FALSE };
}

static void
test_whole (void)
{
  static const struct { double width; const char *expected; } cases[] = { { 600, "$452M of $4.06B ·" }, { 140, "$452M ·" }, { 40, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      NidaCoverageRows data;
      NidaCoverageLabels labels;
      g_autofree char *value = NULL;

      labels_init (&fixture, &data, &labels, cases[i].width);
      value = nida_coverage_whole_value (&labels, g_strdup ("$452M of $4.06B ·"), g_strdup ("$452M ·"), "11%");
      g_assert_cmpstr (value, ==, cases[i].expected);
      fixture_clear (&fixture);
    }
}

/* A share that is wider than the plot takes no room, since it is not written. */
static void
test_room (void)
{
  Fixture fixture;
  NidaCoverageRows data;
  NidaCoverageLabels labels;
  double share;

  labels_init (&fixture, &data, &labels, 300);
  share = nida_coverage_percent_width (&labels, "11%");
  g_assert_cmpfloat (share, >, 0);
  g_assert_cmpfloat (nida_coverage_value_end (&labels, NULL), ==, 300);
  g_assert_cmpfloat (nida_coverage_value_end (&labels, "11%"), <=, 300 - share);
  g_assert_cmpfloat (nida_coverage_label_room (&labels, "$452M ·", "11%"), <, nida_coverage_label_room (&labels, NULL, "11%"));
  fixture_clear (&fixture);
  labels_init (&fixture, &data, &labels, 4);
  g_assert_cmpfloat (nida_coverage_percent_width (&labels, "11%"), ==, 0);
  g_assert_cmpfloat (nida_coverage_value_end (&labels, "11%"), ==, 4);
  fixture_clear (&fixture);
}

/* Where received is not known of a row there is no share of it, unless nothing is known and shares are of the whole. */
static void
test_share (void)
{
  Fixture fixture;
  NidaCoverageRows data;
  NidaCoverageLabels labels;
  const NidaCoverageRow row = { .requirement = 100 * NIDA_MONEY_UNIT, .funding = NIDA_MONEY_NONE };
  g_autofree char *share = NULL, *value = NULL;

  labels_init (&fixture, &data, &labels, 600);
  share = nida_coverage_row_percent (&labels, &row);
  value = nida_coverage_row_value (&labels, &row, share);
  g_assert_null (share);
  g_assert_nonnull (strstr (value, "received is not in the sources"));
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage-labels/figures/stand-whole-or-not-at-all", test_whole);
  g_test_add_func ("/coverage-labels/room/is-what-figures-leave", test_room);
  g_test_add_func ("/coverage-labels/silence/has-no-share", test_share);
  return g_test_run ();
}
