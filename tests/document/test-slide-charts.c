/* slide-charts.c: where charts stand on a slide. What they look like there is in test-slide-scene.c. */
#include "slide-page.h"

static void
test_grid_fills_the_room (void)
{
  static const NidaBox rooms[] = { { 48, 100, 864, 380 }, { 48, 100, 520, 380 }, { 10, 20, 300, 600 } };

  for (guint r = 0; r < G_N_ELEMENTS (rooms); r++)
    for (guint n = 1; n <= NIDA_SLIDE_MAX_CHARTS; n++)
      {
        NidaBox boxes[NIDA_SLIDE_MAX_CHARTS];
        double end = 0, bottom = 0;

        nida_slide_grid (n, rooms[r], boxes);
        for (guint i = 0; i < n; i++)
          {
            end = MAX (end, boxes[i].x + boxes[i].width);
            bottom = MAX (bottom, boxes[i].y + boxes[i].height);
            for (guint j = 0; j < i; j++)
              g_assert_true (boxes[j].x + boxes[j].width < boxes[i].x + 0.01 || boxes[i].x + boxes[i].width < boxes[j].x + 0.01
                             || boxes[j].y + boxes[j].height < boxes[i].y + 0.01 || boxes[i].y + boxes[i].height < boxes[j].y + 0.01);
          }
        g_assert_cmpfloat_with_epsilon (end, rooms[r].x + rooms[r].width, 0.01);
        g_assert_cmpfloat_with_epsilon (bottom, rooms[r].y + rooms[r].height, 0.01);
      }
}

static void
test_two_stand_as_they_are_wider (void)
{
  NidaBox boxes[2];

  nida_slide_grid (2, (NidaBox) { 0, 0, 864, 380 }, boxes);
  g_assert_cmpfloat (boxes[0].y, ==, boxes[1].y);
  nida_slide_grid (2, (NidaBox) { 0, 0, 400, 380 }, boxes);
  g_assert_cmpfloat (boxes[0].x, ==, boxes[1].x);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-charts/grid/fills-the-room-without-overlap", test_grid_fills_the_room);
  g_test_add_func ("/slide-charts/grid/two-are-beside-or-below", test_two_stand_as_they_are_wider);
  return g_test_run ();
}
