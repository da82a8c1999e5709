/* What moves, comes and goes between two scenes. */
#include "tween.h"

#include "scene-builder.h"

#include <string.h>

static NidaScene *
scene (double      width,
       const char *extra,
       const char *words)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);
  NidaPoint points[] = { { 0, 0 }, { width, 10 }, { 2 * width, 0 } };

  nida_scene_builder_mark (nida_scene_builder_rect (builder, "bar/a", (NidaBox) { 10, 20, width, 30 }, NIDA_COLOR_RECEIVED),
                           nida_mark_new ("A", "1", "1", 1000));
  nida_scene_builder_polyline (builder, "line", points, 3, NIDA_COLOR_TEXT, 1);
  nida_scene_builder_text (builder, "label/a", (NidaBox) { 10, 60, width, 20 }, NIDA_FONT_VALUE, NIDA_COLOR_TEXT,
                           NIDA_ANCHOR_START, words);
  if (extra != NULL)
    nida_scene_builder_rect (builder, extra, (NidaBox) { 100, 100, 10, 10 }, NIDA_COLOR_GAP)->opacity = 0.5;
  return nida_scene_builder_end (builder);
}

static NidaScene *
directed_scene (gboolean    rtl,
                const char *words)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, rtl);

  nida_scene_builder_text (builder, "title", (NidaBox) { 10, 60, 200, 20 }, NIDA_FONT_VALUE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, words);
  return nida_scene_builder_end (builder);
}

static const NidaNode *
find_going (NidaScene  *between,
            const char *key)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (between); i++)
    if (g_strcmp0 (nida_scene_get_node (between, i)->key, key) == 0)
      return nida_scene_get_node (between, i);
  return NULL;
}

static void
test_ends (void)
{
  g_autoptr (NidaScene) from = scene (100, "old", "1"), to = scene (200, "new", "1");
  g_autoptr (NidaTween) tween = nida_tween_new (from, to);
  const char *keys[] = { "bar/a", "line", "label/a" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const NidaNode *node = nida_scene_find (nida_tween_at (tween, 0), keys[i]);

      g_assert_cmpfloat (node->box.width, ==, nida_scene_find (from, keys[i])->box.width);
      g_assert_cmpfloat (node->opacity, ==, 1);
      node = nida_scene_find (nida_tween_at (tween, 1), keys[i]);
      g_assert_cmpfloat (node->box.width, ==, nida_scene_find (to, keys[i])->box.width);
      g_assert_cmpfloat (node->opacity, ==, 1);
    }
  /* a moment outside is the nearest end */
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (tween, 7), "bar/a")->box.width, ==, 200);
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (tween, -7), "bar/a")->box.width, ==, 100);
}

static void
test_moves (void)
{
  g_autoptr (NidaScene) from = scene (100, NULL, "1"), to = scene (200, NULL, "1");
  g_autoptr (NidaTween) tween = nida_tween_new (from, to);
  NidaScene *half = nida_tween_at (tween, 0.5);

  g_assert_cmpuint (nida_scene_get_n_nodes (half), ==, nida_scene_get_n_nodes (to));
  g_assert_cmpfloat (nida_scene_find (half, "bar/a")->box.width, ==, 150);
  g_assert_cmpfloat (nida_scene_find (half, "bar/a")->box.height, ==, 30);
  g_assert_cmpfloat (nida_scene_find (half, "line")->points[2].x, ==, 300);
  /* neither scene has changed */
  g_assert_cmpfloat (nida_scene_find (from, "line")->points[2].x, ==, 200);
  g_assert_cmpfloat (nida_scene_find (to, "line")->points[2].x, ==, 400);
}

static void
test_fades (void)
{
  g_autoptr (NidaScene) from = scene (100, "old", "1"), to = scene (100, "new", "1");
  g_autoptr (NidaTween) tween = nida_tween_new (from, to);
  NidaScene *between = nida_tween_at (tween, 0.25);

  g_assert_cmpfloat (nida_scene_find (between, "new")->opacity, ==, 0.125);
  g_assert_null (nida_scene_find (between, "old"));
  g_assert_cmpfloat (find_going (between, "old")->opacity, ==, 0.375);
}

static NidaScene *
bar_of (NidaField   field,
        NidaMeasure measure,
        double      width)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);
  NidaMark *mark = nida_mark_new ("UNICEF", "1", "1", 1000);

  mark->measure = measure;
  nida_mark_add_filter (mark, field, "UNICEF");
  nida_scene_builder_mark (nida_scene_builder_rect (builder, "bar/UNICEF", (NidaBox) { 10, 20, width, 30 }, NIDA_COLOR_RECEIVED), mark);
  return nida_scene_builder_end (builder);
}

/* One who gave and one who got, or what was pledged and what was paid, are two bars, whatever they are called. */
static void
test_other_question (void)
{
  g_autoptr (NidaScene) from = bar_of (NIDA_FIELD_DONOR, NIDA_MEASURE_RECEIVED, 100), same = bar_of (NIDA_FIELD_DONOR, NIDA_MEASURE_RECEIVED, 200);
  g_autoptr (NidaScene) field = bar_of (NIDA_FIELD_RECIPIENT, NIDA_MEASURE_RECEIVED, 200), measure = bar_of (NIDA_FIELD_DONOR, NIDA_MEASURE_PLEDGED, 200);
  g_autoptr (NidaTween) moves = nida_tween_new (from, same), first = nida_tween_new (from, field), second = nida_tween_new (from, measure);

  g_assert_cmpuint (nida_scene_get_n_nodes (nida_tween_at (moves, 0.5)), ==, 1);
  g_assert_cmpuint (nida_scene_get_n_nodes (nida_tween_at (first, 0.5)), ==, 2);
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (first, 0.5), "bar/UNICEF")->box.width, ==, 200);
  g_assert_cmpuint (nida_scene_get_n_nodes (nida_tween_at (second, 0.5)), ==, 2);
}

/* No figure is made up in between. */
static void
test_words (void)
{
  g_autoptr (NidaScene) from = scene (100, NULL, "1 million"), to = scene (200, NULL, "2 million");
  g_autoptr (NidaTween) tween = nida_tween_new (from, to);
  NidaScene *between = nida_tween_at (tween, 0.25);
  const NidaNode *new = nida_scene_find (between, "label/a"), *old = find_going (between, "label/a");

  g_assert_cmpstr (new->text, ==, "2 million");
  g_assert_cmpfloat (new->opacity, ==, 0.25);
  /* neither is cut: each has the room that it needs where it stands */
  g_assert_cmpfloat (new->box.width, ==, 200);
  g_assert_cmpfloat (old->box.width, ==, 100);
  g_assert_true (old != new);
  g_assert_cmpstr (old->text, ==, "1 million");
  g_assert_cmpfloat (old->opacity, ==, 0.75);
}

static NidaScene *
stage (const char *words,
       const char *label,
       double      width,
       gboolean    rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, rtl);
  NidaNode *node = nida_scene_builder_text (builder, "number", (NidaBox) { 10, 60, width, 20 }, NIDA_FONT_SLIDE_NUMBER, NIDA_COLOR_TEXT,
                                            NIDA_ANCHOR_START, words);

  node->counts = g_strdup (label);
  nida_scene_builder_mark (node, nida_mark_new (label, words, words, 1000));
  return nida_scene_builder_end (builder);
}

/* A total grows as the bar beside it does; the figure at its place on another slide does not. */
static void
test_counts (void)
{
  g_autoptr (NidaScene) from = stage ("2.5 million", "Pledged", 100, FALSE), to = stage ("3.5 million", "Pledged", 120, FALSE);
  g_autoptr (NidaScene) other = stage ("3.5 million", "Received", 120, FALSE);
  g_autoptr (NidaTween) tween = nida_tween_new (from, to), no = nida_tween_new (from, other);
  NidaScene *half = nida_tween_at (tween, 0.5);

  g_assert_cmpuint (nida_scene_get_n_nodes (half), ==, 1);
  g_assert_cmpstr (nida_scene_find (half, "number")->text, ==, "3.0 million");
  g_assert_cmpfloat (nida_scene_find (half, "number")->opacity, ==, 1);
  g_assert_cmpfloat (nida_scene_find (half, "number")->box.width, ==, 120);
  g_assert_cmpstr (nida_scene_find (nida_tween_at (tween, 1), "number")->text, ==, "3.5 million");
  g_assert_cmpstr (nida_scene_find (to, "number")->text, ==, "3.5 million");
  half = nida_tween_at (no, 0.5);
  g_assert_cmpuint (nida_scene_get_n_nodes (half), ==, 2);
  g_assert_cmpstr (nida_scene_find (half, "number")->text, ==, "3.5 million");
}

static NidaScene *
card (const char *number,
      const char *unit,
      gboolean    rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, rtl);
  double width = 10.0 * strlen (number);

  nida_scene_builder_text (builder, "number", (NidaBox) { 10, 60, width, 36 }, NIDA_FONT_NUMBER, NIDA_COLOR_TEXT, NIDA_ANCHOR_START,
                           number)->counts = g_strdup (unit);
  nida_scene_builder_text (builder, "number/unit", (NidaBox) { 16 + width, 70, 100, 20 }, NIDA_FONT_UNIT, NIDA_COLOR_TEXT_SECOND,
                           NIDA_ANCHOR_START, unit);
  return nida_scene_builder_end (builder);
}

static double
find_start (NidaScene *scene)
{
  const NidaNode *unit = nida_scene_find (scene, "number/unit");

  return nida_scene_is_rtl (scene) ? 400 - unit->box.x - unit->box.width : unit->box.x;
}

/* The unit stands behind as many digits as the number has, from before it has them until after it had them. */
static void
test_unit (void)
{
  for (gboolean rtl = FALSE; rtl <= TRUE; rtl++)
    {
      g_autoptr (NidaScene) small = card ("98", "million", rtl), large = card ("103", "million", rtl), more = card ("1.2", "billion", rtl);
      g_autoptr (NidaTween) up = nida_tween_new (small, large), down = nida_tween_new (large, small), other = nida_tween_new (large, more);

      g_assert_cmpfloat (find_start (nida_tween_at (up, 0)), ==, 36);
      g_assert_cmpfloat (find_start (nida_tween_at (up, 0.2)), ==, 46);
      g_assert_cmpstr (nida_scene_find (nida_tween_at (up, 0.5), "number")->text, ==, "101");
      g_assert_cmpfloat (find_start (nida_tween_at (down, 0.8)), ==, 46);
      g_assert_cmpfloat (find_start (nida_tween_at (down, 1)), ==, 36);
      /* never from one unit to another */
      g_assert_cmpstr (nida_scene_find (nida_tween_at (other, 0.5), "number")->text, ==, "1.2");
    }
}

/* Words of another width keep to the edge that they are read from, where both scenes have it. */
static void
test_room (void)
{
  for (gboolean rtl = FALSE; rtl <= TRUE; rtl++)
    {
      g_autoptr (NidaScene) from = stage ("—", "Pledged", 40, rtl), to = stage ("3.5 million", "Pledged", 240, rtl);
      g_autoptr (NidaTween) tween = nida_tween_new (from, to);
      const NidaNode *coming = nida_scene_find (nida_tween_at (tween, 0.25), "number"), *last = nida_scene_find (to, "number");
      double edge = rtl ? last->box.x + last->box.width : last->box.x;

      g_assert_cmpfloat (coming->box.width, ==, 240);
      g_assert_cmpfloat (rtl ? coming->box.x + coming->box.width : coming->box.x, ==, edge);
    }
}

static NidaScene *
slide (const char *title)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);

  nida_scene_builder_rect (builder, "slide", (NidaBox) { 0, 0, 400, 300 }, NIDA_COLOR_CARD);
  nida_scene_builder_text (builder, "title", (NidaBox) { 10, 10, 200, 20 }, NIDA_FONT_HEADING, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, title);
  return nida_scene_builder_end (builder);
}

/* The paper of a slide would hide what goes, and the room would see an empty slide between two. */
static void
test_paper (void)
{
  g_autoptr (NidaScene) from = slide ("Pledges"), to = slide ("What Is Missing");
  g_autoptr (NidaTween) tween = nida_tween_new (from, to);
  NidaScene *between = nida_tween_at (tween, 0.25);

  g_assert_cmpuint (nida_scene_get_n_nodes (between), ==, 3);
  g_assert_cmpstr (nida_scene_get_node (between, 0)->key, ==, "slide");
  g_assert_cmpstr (nida_scene_get_node (between, 1)->text, ==, "Pledges");
  g_assert_cmpfloat (nida_scene_get_node (between, 1)->opacity, ==, 0.75);
  g_assert_cmpstr (nida_scene_get_node (between, 2)->text, ==, "What Is Missing");
}

/* A change in the middle of another goes on from what is seen, and the picture survives what it was made from. */
static void
test_interrupted (void)
{
  g_autoptr (NidaScene) last = scene (400, NULL, "3"), seen = NULL;
  g_autoptr (NidaTween) second = NULL;

  {
    g_autoptr (NidaScene) from = scene (100, "old", "1"), to = scene (200, "new", "2");
    g_autoptr (NidaTween) first = nida_tween_new (from, to);

    seen = g_object_ref (nida_tween_at (first, 0.5));
    second = nida_tween_new (seen, last);
  }
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (second, 0), "bar/a")->box.width, ==, 150);
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (second, 0.5), "bar/a")->box.width, ==, 275);
}

/* One that was going alone, since the filter that took it away is changed before all has moved, is not gone for a moment. */
static void
test_alone_turned_back (void)
{
  g_autoptr (NidaScene) from = scene (100, "old", "1"), to = scene (200, NULL, "1"), back = scene (300, "old", "1"), seen = NULL;
  g_autoptr (NidaTween) first = nida_tween_new (from, to), second = NULL;
  double whole = nida_scene_find (from, "old")->opacity;

  seen = g_object_ref (nida_tween_at (first, 0.25));
  second = nida_tween_new (seen, back);
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (second, 0), "old")->opacity, ==, 0.75 * whole);
  g_assert_cmpuint (nida_scene_get_n_nodes (nida_tween_at (second, 0)), ==, nida_scene_get_n_nodes (back));
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (second, 1), "old")->opacity, ==, whole);
}

/* Words that were going when it turned back are as far there as they were, and come back; none begin at nothing. */
static void
test_turned_back (void)
{
  g_autoptr (NidaScene) from = scene (100, NULL, "1 million"), to = scene (200, NULL, "2 million");
  g_autoptr (NidaTween) first = nida_tween_new (from, to), back = NULL;
  g_autoptr (NidaScene) seen = g_object_ref (nida_tween_at (first, 0.25));
  NidaScene *between;
  double shown[2] = { 0 };

  back = nida_tween_new (seen, from);
  between = nida_tween_at (back, 0);
  for (guint i = 0; i < nida_scene_get_n_nodes (between); i++)
    {
      const NidaNode *node = nida_scene_get_node (between, i);

      if (g_strcmp0 (node->key, "label/a") == 0)
        shown[g_str_equal (node->text, "2 million")] += node->opacity;
    }
  g_assert_cmpfloat (shown[0], ==, 0.75);
  g_assert_cmpfloat (shown[1], ==, 0.25);
  g_assert_cmpfloat (nida_scene_find (nida_tween_at (back, 0.5), "label/a")->opacity, ==, 0.875);
  g_assert_cmpstr (nida_scene_find (nida_tween_at (back, 1), "label/a")->text, ==, "1 million");
}

static void
test_ease (void)
{
  double before = 0;

  g_assert_cmpfloat (nida_tween_ease (0), ==, 0);
  g_assert_cmpfloat (nida_tween_ease (0.5), ==, 0.5);
  g_assert_cmpfloat (nida_tween_ease (1), ==, 1);
  for (guint i = 1; i <= 100; i++)
    {
      double now = nida_tween_ease (i / 100.0);

      g_assert_cmpfloat (now, >, before);
      before = now;
    }
}

/* Words that go stay at their edge while the others come from the other side. */
static void
test_mirrored (void)
{
  g_autoptr (NidaScene) from = directed_scene (FALSE, "Received"), to = directed_scene (TRUE, "المستلم");
  g_autoptr (NidaTween) tween = nida_tween_new (from, to);
  const NidaNode *going = find_going (nida_tween_at (tween, 0), "title");

  g_assert_cmpstr (going->text, ==, "Received");
  g_assert_true (going->turned);
  g_assert_cmpfloat (going->box.x, ==, 10);
  g_assert_false (nida_scene_find (nida_tween_at (tween, 0), "title")->turned);
  g_assert_true (nida_scene_is_rtl (nida_tween_at (tween, 0.5)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tween/ends/are-the-two-scenes", test_ends);
  g_test_add_func ("/tween/moves/what-both-have", test_moves);
  g_test_add_func ("/tween/fades/what-one-has-alone", test_fades);
  g_test_add_func ("/tween/fades/what-is-of-another-question", test_other_question);
  g_test_add_func ("/tween/words/fade-and-are-never-in-between", test_words);
  g_test_add_func ("/tween/words/a-total-counts", test_counts);
  g_test_add_func ("/tween/words/the-unit-is-out-of-its-way", test_unit);
  g_test_add_func ("/tween/words/keep-the-room-that-they-need", test_room);
  g_test_add_func ("/tween/fades/over-the-paper-that-both-lie-on", test_paper);
  g_test_add_func ("/tween/interrupted/goes-on-from-what-is-seen", test_interrupted);
  g_test_add_func ("/tween/interrupted/what-was-going-comes-back", test_turned_back);
  g_test_add_func ("/tween/interrupted/what-was-going-alone-comes-back", test_alone_turned_back);
  g_test_add_func ("/tween/mirrored/what-goes-keeps-its-place", test_mirrored);
  g_test_add_func ("/tween/ease/begins-and-ends-slowly", test_ease);
  return g_test_run ();
}
