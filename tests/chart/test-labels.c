/* test-labels.c tests what labels.c places; drawing them is tested with the charts. */
#include "labels.h"

static NidaLabel
make_label (const char *id,
            double      x,
            double      y)
{
  NidaLabel label = { .id = id, .text = "x", .must = TRUE, .target = { x, y } };

  nida_label_add_around (&label, 60, 18, 6);

  return label;
}

static void
assert_disjoint (const NidaLabel *labels,
                 guint            n,
                 const NidaBox   *obstacles,
                 guint            n_obstacles,
                 NidaBox          bounds)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (labels[i].placed != (labels[i].number > 0));
      if (!labels[i].placed)
        continue;

      g_assert_true (nida_box_contains (bounds, labels[i].box));
      for (guint k = 0; k < i; k++)
        g_assert_false (labels[k].placed && nida_box_overlaps (labels[i].box, labels[k].box));
      for (guint k = 0; k < n_obstacles; k++)
        g_assert_false (nida_box_overlaps (labels[i].box, obstacles[k]));
    }
}

static void
test_first_choice (void)
{
  NidaLabel label = make_label ("a", 100, 100);

  nida_labels_place (&label, 1, NULL, 0, (NidaBox) { 0, 0, 400, 200 });
  g_assert_true (label.placed);
  g_assert_cmpfloat (label.box.x, ==, 70.0);
  g_assert_cmpfloat (label.box.y, ==, 76.0);
}

static void
test_moved_in (void)
{
  NidaLabel label = make_label ("a", 2, 100);

  nida_labels_place (&label, 1, NULL, 0, (NidaBox) { 0, 0, 400, 200 });
  g_assert_true (label.placed);
  g_assert_cmpfloat (label.box.x, ==, 0.0);
}

static void
test_numbered (void)
{
  NidaBox wall = { 0, 0, 400, 200 };
  NidaLabel labels[] = { make_label ("a", 100, 100), make_label ("b", 200, 100), make_label ("c", 300, 100) };

  labels[1].must = FALSE;
  nida_labels_place (labels, 3, &wall, 1, wall);
  g_assert_cmpuint (labels[0].number, ==, 1);
  g_assert_cmpuint (labels[1].number, ==, 0);
  g_assert_cmpuint (labels[2].number, ==, 2);
}

/* C6: eight annotations at 400 points: none overlap, none is lost. C15: over 500 random sets. */
static void
test_random (void)
{
  NidaBox bounds = { 0, 0, 400, 200 };

  for (guint round = 0; round < 500; round++)
    {
      NidaLabel labels[8];
      NidaBox bars[12];

      for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
        {
          double height = g_test_rand_double_range (0, 180);

          bars[i] = (NidaBox) { 10 + i * 32, 200 - height, 22, height };
        }
      for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          NidaBox bar = bars[g_test_rand_int_range (0, G_N_ELEMENTS (bars))];

          labels[i] = make_label ("x", bar.x + 11, bar.y);
        }
      nida_labels_place (labels, G_N_ELEMENTS (labels), bars, G_N_ELEMENTS (bars), bounds);
      assert_disjoint (labels, G_N_ELEMENTS (labels), bars, G_N_ELEMENTS (bars), bounds);
    }
}

static void
test_spread (void)
{
  double centres[] = { 50, 52, 53, 150 };
  double heights[] = { 20, 20, 20, 20 };

  g_assert_true (nida_labels_spread (centres, heights, 4, (NidaSpan) { 0, 200 }));
  g_assert_cmpfloat_with_epsilon (centres[1] - centres[0], 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[2] - centres[1], 20, 1e-9);
  /* As little as needed: the mean of the three stays. */
  g_assert_cmpfloat_with_epsilon (centres[0] + centres[1] + centres[2], 155, 1e-9);
  g_assert_cmpfloat (centres[3], ==, 150.0);
}

static void
test_spread_full (void)
{
  double centres[] = { 5, 5, 5 };
  double heights[] = { 20, 20, 20 };

  g_assert_true (nida_labels_spread (centres, heights, 3, (NidaSpan) { 0, 60 }));
  g_assert_cmpfloat_with_epsilon (centres[0], 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[2], 50, 1e-9);
  g_assert_false (nida_labels_spread (centres, heights, 3, (NidaSpan) { 0, 59 }));
  g_assert_true (nida_labels_spread (NULL, NULL, 0, (NidaSpan) { 0, 0 }));
}

static void
test_spread_random (void)
{
  for (guint round = 0; round < 1000; round++)
    {
      double centres[12], heights[12];

      for (guint i = 0; i < 12; i++)
        {
          centres[i] = (i > 0 ? centres[i - 1] : 0.0) + g_test_rand_double_range (0, 30);
          heights[i] = g_test_rand_double_range (8, 22);
        }
      g_assert_true (nida_labels_spread (centres, heights, 12, (NidaSpan) { 0, 300 }));
      g_assert_cmpfloat (centres[0] - heights[0] / 2, >=, -1e-6);
      g_assert_cmpfloat (centres[11] + heights[11] / 2, <=, 300 + 1e-6);
      for (guint i = 1; i < 12; i++)
        g_assert_cmpfloat (centres[i] - centres[i - 1], >=, (heights[i] + heights[i - 1]) / 2 - 1e-6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/free/takes-its-first-choice", test_first_choice);
  g_test_add_func ("/labels/edge/is-moved-in", test_moved_in);
  g_test_add_func ("/labels/no-room/gets-a-number", test_numbered);
  g_test_add_func ("/labels/random/none-overlap-none-lost", test_random);
  g_test_add_func ("/labels/spread/moves-as-little-as-needed", test_spread);
  g_test_add_func ("/labels/spread/says-when-it-does-not-fit", test_spread_full);
  g_test_add_func ("/labels/spread/never-overlaps", test_spread_random);

  return g_test_run ();
}
