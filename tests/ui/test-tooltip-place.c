/* Where a tooltip stands: inside its room, beside its mark, in both directions. */
#include "tooltip-place.h"

static gboolean
is_inside (NidaBox box,
           NidaBox room)
{
  return box.x >= room.x - 1e-9 && box.y >= room.y - 1e-9 && box.x + box.width <= room.x + room.width + 1e-9
         && box.y + box.height <= room.y + room.height + 1e-9;
}

static gboolean
covers (NidaBox a,
        NidaBox b)
{
  return a.x + a.width > b.x + 1e-9 && b.x + b.width > a.x + 1e-9 && a.y + a.height > b.y + 1e-9 && b.y + b.height > a.y + 1e-9;
}

static void
test_sides (void)
{
  NidaBox room = { 0, 0, 800, 600 };
  NidaTooltipPlace place = nida_tooltip_place ((NidaBox) { 390, 300, 20, 20 }, 100, 60, 10, room, GTK_POS_TOP, FALSE);

  g_assert_cmpint (place.side, ==, GTK_POS_TOP);
  g_assert_cmpfloat (place.box.x, ==, 350);
  g_assert_cmpfloat (place.box.y, ==, 230);
  place = nida_tooltip_place ((NidaBox) { 390, 300, 20, 20 }, 100, 60, 10, room, GTK_POS_BOTTOM, FALSE);
  g_assert_cmpint (place.side, ==, GTK_POS_BOTTOM);
  g_assert_cmpfloat (place.box.y, ==, 330);
  /* no space above */
  place = nida_tooltip_place ((NidaBox) { 390, 69, 20, 20 }, 100, 60, 10, room, GTK_POS_TOP, FALSE);
  g_assert_cmpint (place.side, ==, GTK_POS_BOTTOM);
  /* as high as the room: beside it, at the end */
  place = nida_tooltip_place ((NidaBox) { 390, 0, 20, 600 }, 100, 60, 10, room, GTK_POS_TOP, FALSE);
  g_assert_cmpint (place.side, ==, GTK_POS_RIGHT);
  g_assert_cmpfloat (place.box.x, ==, 420);
  g_assert_cmpfloat (place.box.y, ==, 270);
  place = nida_tooltip_place ((NidaBox) { 390, 0, 20, 600 }, 100, 60, 10, room, GTK_POS_TOP, TRUE);
  g_assert_cmpint (place.side, ==, GTK_POS_LEFT);
  g_assert_cmpfloat (place.box.x, ==, 280);
  /* at the end's edge the start is left */
  place = nida_tooltip_place ((NidaBox) { 20, 0, 20, 600 }, 100, 60, 10, room, GTK_POS_TOP, TRUE);
  g_assert_cmpint (place.side, ==, GTK_POS_RIGHT);
}

static void
test_edges (void)
{
  NidaBox room = { 4, 4, 792, 592 };
  NidaTooltipPlace place = nida_tooltip_place ((NidaBox) { 4, 300, 6, 6 }, 200, 80, 12, room, GTK_POS_TOP, FALSE);

  g_assert_cmpfloat (place.box.x, ==, 4);
  g_assert_cmpint (place.side, ==, GTK_POS_TOP);
  place = nida_tooltip_place ((NidaBox) { 780, 300, 40, 6 }, 200, 80, 12, room, GTK_POS_TOP, FALSE);
  g_assert_cmpfloat (place.box.x, ==, 596);
  g_assert_cmpfloat (place.mark.width, ==, 16);
  /* a mark that is scrolled away: at the edge that it left by */
  place = nida_tooltip_place ((NidaBox) { 100, 900, 40, 40 }, 200, 80, 12, room, GTK_POS_TOP, FALSE);
  g_assert_cmpfloat (place.box.y, ==, 596 - 92);
  g_assert_cmpint (place.side, ==, GTK_POS_TOP);
}

static void
test_no_space (void)
{
  NidaBox room = { 0, 0, 800, 600 };
  NidaTooltipPlace place = nida_tooltip_place ((NidaBox) { 20, 50, 760, 500 }, 200, 80, 12, room, GTK_POS_TOP, FALSE);

  /* 50 points are free above and below; the first is taken, and 42 of the mark's 500 are covered */
  g_assert_cmpint (place.side, ==, GTK_POS_TOP);
  g_assert_cmpfloat (place.box.y, ==, 0);
  place = nida_tooltip_place (room, 200, 80, 12, room, GTK_POS_TOP, FALSE);
  g_assert_true (is_inside (place.box, room));
  /* a room that is too small: its start is seen */
  place = nida_tooltip_place ((NidaBox) { 20, 20, 10, 10 }, 900, 80, 12, room, GTK_POS_TOP, FALSE);
  g_assert_cmpfloat (place.box.x, ==, 0);
}

static void
test_any_boxes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  for (guint i = 0; i < 20000; i++)
    {
      NidaBox room = { g_rand_int_range (random, -20, 20), g_rand_int_range (random, -20, 20),
                       g_rand_int_range (random, 300, 1500), g_rand_int_range (random, 200, 900) };
      NidaBox mark = { g_rand_int_range (random, -100, 1500), g_rand_int_range (random, -100, 900),
                       g_rand_int_range (random, 0, 900), g_rand_int_range (random, 0, 600) };
      double width = g_rand_int_range (random, 40, 300), height = g_rand_int_range (random, 20, 200), gap = g_rand_int_range (random, 0, 14);
      gboolean rtl = g_rand_boolean (random);
      NidaTooltipPlace place = nida_tooltip_place (mark, width, height, gap, room, g_rand_boolean (random) ? GTK_POS_TOP : GTK_POS_BOTTOM, rtl);
      gboolean has_space = place.mark.y - room.y >= height + gap || room.y + room.height - place.mark.y - place.mark.height >= height + gap
                           || place.mark.x - room.x >= width + gap || room.x + room.width - place.mark.x - place.mark.width >= width + gap;

      g_assert_true (is_inside (place.mark, room));
      g_assert_true (is_inside (place.box, room));
      if (has_space)
        g_assert_false (covers (place.box, place.mark));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tooltip-place/side/with-space-end-before-start", test_sides);
  g_test_add_func ("/tooltip-place/edges/stays-inside", test_edges);
  g_test_add_func ("/tooltip-place/no-space/covers-least", test_no_space);
  g_test_add_func ("/tooltip-place/any-boxes/inside-and-beside", test_any_boxes);
  return g_test_run ();
}
