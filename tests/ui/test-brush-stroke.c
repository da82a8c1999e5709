/* Which marks a stroke covers, and how its box is moved and pulled. */
#include "brush-stroke.h"

#include "scene-builder.h"

typedef struct {
  NidaLinked      *linked;
  NidaChartSpec   *spec;
  NidaScene       *scene;
  NidaBrushStroke *stroke;
} Fixture;

static const char * const donors[] = { "Kuwait", "Qatar", "Oman" };

/* Bars below each other, 20 high, from y 0 on. */
static NidaScene *
make_scene (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (200, 100, 1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (donors); i++)
    {
      NidaMark *mark = nida_mark_new (donors[i], "$1", "$1", 1000);

      nida_mark_add_filter (mark, NIDA_FIELD_DONOR, donors[i]);
      nida_scene_builder_mark (nida_scene_builder_rect (builder, donors[i], (NidaBox) { 0, 30 * i, 100, 20 }, NIDA_COLOR_RECEIVED), mark);
    }
  return nida_scene_builder_end (builder);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->linked = nida_linked_new ();
  fixture->spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  fixture->scene = make_scene ();
  fixture->stroke = nida_brush_stroke_new (fixture->linked, 7);
  nida_brush_stroke_set_chart (fixture->stroke, fixture->spec, fixture->scene);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  nida_brush_stroke_free (fixture->stroke);
  nida_chart_spec_free (fixture->spec);
  g_object_unref (fixture->scene);
  g_assert_finalize_object (fixture->linked);
}

/* @names: as "Kuwait,Qatar", "" for no brush */
static void
assert_inside (Fixture    *fixture,
               const char *names)
{
  const NidaBrush *brush = nida_linked_get_brush (fixture->linked);
  g_autofree char *inside = brush != NULL ? g_strjoinv (",", brush->parts[0].values) : g_strdup ("");

  g_assert_cmpstr (inside, ==, names);
}

static void
test_drawn (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);
  g_autoptr (NidaScene) empty = nida_scene_builder_end (builder);
  NidaBox box;

  nida_brush_stroke_set_chart (fixture->stroke, fixture->spec, empty);
  g_assert_false (nida_brush_stroke_has_marks (fixture->stroke));
  nida_brush_stroke_set_chart (fixture->stroke, fixture->spec, fixture->scene);
  g_assert_true (nida_brush_stroke_has_marks (fixture->stroke));
  nida_brush_stroke_begin (fixture->stroke, 150, 5);
  g_assert_false (nida_brush_stroke_pull (fixture->stroke, 2, 1));      /* an unsteady hand */
  assert_inside (fixture, "");
  g_assert_true (nida_brush_stroke_pull (fixture->stroke, -90, 30));
  assert_inside (fixture, "Kuwait,Qatar");
  g_assert_cmpuint (nida_linked_get_source (fixture->linked), ==, 7);
  box = nida_brush_stroke_get_box (fixture->stroke);
  g_assert_cmpfloat (box.width, ==, 100);
  g_assert_cmpfloat (box.height, ==, 50);
}

static void
test_moved_and_pulled (Fixture       *fixture,
                       gconstpointer  data)
{
  nida_brush_stroke_cover (fixture->stroke, (NidaBox) { 0, 0, 100, 20 });
  nida_brush_stroke_begin (fixture->stroke, 50, 10);
  nida_brush_stroke_pull (fixture->stroke, 0, 30);
  assert_inside (fixture, "Qatar");
  nida_brush_stroke_begin (fixture->stroke, 50, 50);      /* its lower edge */
  nida_brush_stroke_pull (fixture->stroke, 0, 20);
  assert_inside (fixture, "Qatar,Oman");
}

static void
test_picked (Fixture       *fixture,
             gconstpointer  data)
{
  nida_brush_stroke_pick (fixture->stroke, "Kuwait", NULL);
  nida_brush_stroke_pick (fixture->stroke, "Oman", NULL);
  assert_inside (fixture, "Kuwait,Oman");
  g_assert_cmpfloat (nida_brush_stroke_get_box (fixture->stroke).width, ==, 0);
  g_assert_cmpint (nida_brush_stroke_pick (fixture->stroke, "Kuwait", NULL), ==, NIDA_PICK_DONE);
  g_assert_cmpint (nida_brush_stroke_pick (fixture->stroke, "nobody", NULL), ==, NIDA_PICK_NOTHING);
  assert_inside (fixture, "Oman");
  nida_brush_stroke_pick (fixture->stroke, "Oman", NULL);
  nida_brush_stroke_pick (fixture->stroke, "Oman", NULL);
  nida_brush_stroke_pick (fixture->stroke, "Qatar", "Kuwait");      /* from the one that was picked last */
  assert_inside (fixture, "Qatar,Oman");
  nida_brush_stroke_let_go (fixture->stroke);
  assert_inside (fixture, "");
}

/* By keys: the stroke goes on, is moved, and begins elsewhere; at the edge of the chart it stays. */
static void
test_stepped (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_null (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_DOWN, FALSE));
  nida_brush_stroke_pick (fixture->stroke, "Qatar", "Kuwait");
  assert_inside (fixture, "Kuwait,Qatar");
  g_assert_cmpstr (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_DOWN, FALSE), ==, "Oman");
  assert_inside (fixture, "Qatar,Oman");
  g_assert_null (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_DOWN, FALSE));
  g_assert_null (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_RIGHT, FALSE));
  assert_inside (fixture, "Qatar,Oman");
  g_assert_cmpstr (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_DOWN, TRUE), ==, "Oman");
  assert_inside (fixture, "Oman");
  g_assert_cmpstr (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_UP, FALSE), ==, "Qatar");
  assert_inside (fixture, "Qatar");
  /* keys that were elsewhere begin another */
  nida_brush_stroke_pick (fixture->stroke, "Oman", "Qatar");
  assert_inside (fixture, "Qatar,Oman");
  nida_brush_stroke_pick (fixture->stroke, "Qatar", "Kuwait");
  assert_inside (fixture, "Kuwait,Qatar");
}

/* What the pointer drew is moved by keys as well, and what is let go of elsewhere is forgotten. */
static void
test_stepped_after_the_pointer (Fixture       *fixture,
                                gconstpointer  data)
{
  nida_brush_stroke_begin (fixture->stroke, 150, 5);
  nida_brush_stroke_pull (fixture->stroke, -90, 30);
  assert_inside (fixture, "Kuwait,Qatar");
  g_assert_cmpstr (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_DOWN, FALSE), ==, "Oman");
  assert_inside (fixture, "Qatar,Oman");
  nida_linked_set_brush (fixture->linked, NIDA_LINKED_NO_CHART, NULL);
  g_assert_true (nida_brush_stroke_update (fixture->stroke));
  g_assert_null (nida_brush_stroke_step (fixture->stroke, NIDA_MOVE_UP, FALSE));
  nida_brush_stroke_pick (fixture->stroke, "Qatar", "Kuwait");
  assert_inside (fixture, "Kuwait,Qatar");
}

static void
test_of_another (Fixture       *fixture,
                 gconstpointer  data)
{
  NidaBrushStroke *other = nida_brush_stroke_new (fixture->linked, 8);

  nida_brush_stroke_set_chart (other, fixture->spec, fixture->scene);
  nida_brush_stroke_cover (fixture->stroke, (NidaBox) { 0, 0, 100, 20 });
  g_assert_false (nida_brush_stroke_update (fixture->stroke));
  nida_brush_stroke_cover (other, (NidaBox) { 0, 30, 100, 20 });
  g_assert_true (nida_brush_stroke_update (fixture->stroke));
  g_assert_cmpfloat (nida_brush_stroke_get_box (fixture->stroke).width, ==, 0);
  assert_inside (fixture, "Qatar");
  nida_brush_stroke_free (other);
}

/* --- shapes that are no boxes --- */

static NidaNode *
add_mark (NidaNode   *node,
          const char *donor,
          const char *country)
{
  NidaMark *mark = nida_mark_new ("", "$1", "$1", 1000);

  if (donor != NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_DONOR, donor);
  if (country != NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_COUNTRY, country);
  nida_scene_builder_mark (node, mark);
  return node;
}

/* Kuwait's node over Oman's; Oman's ribbon slants up, Kuwait's down, so that the boxes of both reach over both nodes. */
static NidaScene *
make_flows (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (200, 100, 1, FALSE);
  NidaPoint up[] = { { 10, 60 }, { 190, 0 }, { 190, 40 }, { 10, 100 } }, down[] = { { 10, 0 }, { 190, 60 }, { 190, 100 }, { 10, 40 } };

  add_mark (nida_scene_builder_polygon (builder, "flow/Oman", up, 4, NIDA_COLOR_GAP), "Oman", "Sudan");
  add_mark (nida_scene_builder_polygon (builder, "flow/Kuwait", down, 4, NIDA_COLOR_GAP), "Kuwait", "Yemen");
  add_mark (nida_scene_builder_rect (builder, "node/Kuwait", (NidaBox) { 0, 0, 10, 40 }, NIDA_COLOR_RECEIVED), "Kuwait", NULL);
  add_mark (nida_scene_builder_rect (builder, "node/Oman", (NidaBox) { 0, 60, 10, 40 }, NIDA_COLOR_RECEIVED), "Oman", NULL);
  add_mark (nida_scene_builder_rect (builder, "node/Sudan", (NidaBox) { 190, 0, 10, 40 }, NIDA_COLOR_RECEIVED), NULL, "Sudan");
  add_mark (nida_scene_builder_rect (builder, "node/Yemen", (NidaBox) { 190, 60, 10, 40 }, NIDA_COLOR_RECEIVED), NULL, "Yemen");
  return nida_scene_builder_end (builder);
}

static void
test_flows (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (NidaChartSpec) sankey = nida_chart_spec_new (NIDA_CHART_SANKEY);
  g_autoptr (NidaScene) scene = make_flows (), again = make_flows ();
  NidaBox box;

  nida_brush_stroke_set_chart (fixture->stroke, sankey, scene);
  nida_brush_stroke_begin (fixture->stroke, 1, 2);
  nida_brush_stroke_pull (fixture->stroke, 12, 36);
  assert_inside (fixture, "Kuwait");
  g_assert_cmpuint (nida_linked_get_brush (fixture->linked)->n_parts, ==, 1);
  box = nida_brush_stroke_get_box (fixture->stroke);
  g_assert_cmpfloat (box.width, ==, 10);
  g_assert_cmpfloat (box.height, ==, 40);
  /* drawn again: around the node, not around what flows from it */
  nida_brush_stroke_set_chart (fixture->stroke, sankey, again);
  g_assert_cmpfloat (nida_brush_stroke_get_box (fixture->stroke).width, ==, 10);
  /* moved to the other */
  nida_brush_stroke_begin (fixture->stroke, 5, 20);
  nida_brush_stroke_pull (fixture->stroke, 0, 60);
  assert_inside (fixture, "Oman");
  /* beside all nodes the ribbons are meant */
  nida_brush_stroke_cover (fixture->stroke, (NidaBox) { 30, 5, 10, 20 });
  assert_inside (fixture, "Kuwait");
  g_assert_cmpuint (nida_linked_get_brush (fixture->linked)->n_parts, ==, 2);
  g_assert_cmpstr (nida_linked_get_brush (fixture->linked)->parts[1].values[0], ==, "Yemen");
  g_assert_null (nida_linked_get_brush (fixture->linked)->parts[1].values[1]);
}

/* Each sector's own box is that of the whole ring. */
static void
test_ring (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (NidaChartSpec) parts = nida_chart_spec_new (NIDA_CHART_PARTS);
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  NidaBox box;

  for (guint i = 0; i < G_N_ELEMENTS (donors); i++)
    add_mark (nida_scene_builder_sector (builder, donors[i], (NidaPoint) { 50, 50 }, 20, 40, i * G_PI_2, (i + 1) * G_PI_2, NIDA_COLOR_RECEIVED),
              donors[i], NULL);
  scene = nida_scene_builder_end (builder);
  nida_brush_stroke_set_chart (fixture->stroke, parts, scene);
  nida_brush_stroke_cover (fixture->stroke, (NidaBox) { 65, 20, 20, 20 });
  assert_inside (fixture, "Kuwait");
  box = nida_brush_stroke_get_box (fixture->stroke);
  g_assert_cmpfloat (box.x, ==, 65);
  g_assert_cmpfloat (box.y + box.height, <=, 50);
  nida_brush_stroke_cover (fixture->stroke, (NidaBox) { 65, 20, 20, 60 });
  assert_inside (fixture, "Kuwait,Qatar");
  nida_brush_stroke_cover (fixture->stroke, (NidaBox) { 45, 45, 10, 10 });      /* the hole */
  assert_inside (fixture, "Kuwait,Qatar");
  nida_brush_stroke_let_go (fixture->stroke);
  nida_brush_stroke_pick (fixture->stroke, "Oman", "Qatar");
  assert_inside (fixture, "Qatar,Oman");
}

/* The number of an event of 2024 stands under 2020, where there is room for it. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const years[] = { "2020", "2021", "2022" };
  g_autoptr (NidaChartSpec) timeline = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *to = NULL, *event = NULL;
  const NidaBrush *brush;

  for (guint i = 0; i <= G_N_ELEMENTS (years); i++)
    {
      NidaMark *mark = nida_mark_new ("", "$1", "$1", 1000);
      NidaNode *node;

      if (i < G_N_ELEMENTS (years))
        node = nida_scene_builder_rect (builder, years[i], (NidaBox) { 30 * i, 0, 20, 80 }, NIDA_COLOR_RECEIVED);
      else
        node = nida_scene_builder_circle (builder, "note/event", (NidaPoint) { 10, 90 }, 5, NIDA_COLOR_RECEIVED);
      node->note = i == G_N_ELEMENTS (years);
      nida_mark_add_filter (mark, NIDA_FIELD_DATE, i < G_N_ELEMENTS (years) ? years[i] : "2024-02-11");
      nida_scene_builder_mark (node, mark);
    }
  scene = nida_scene_builder_end (builder);
  nida_brush_stroke_set_chart (fixture->stroke, timeline, scene);
  nida_brush_stroke_cover (fixture->stroke, (NidaBox) { 5, 10, 30, 10 });
  brush = nida_linked_get_brush (fixture->linked);
  g_assert_nonnull (brush);
  to = nida_date_to_string (brush->parts[0].to);
  g_assert_cmpstr (to, ==, "2021");
  g_assert_cmpfloat (nida_brush_stroke_get_box (fixture->stroke).width, ==, 50);
  /* alone it is meant */
  nida_brush_stroke_pick (fixture->stroke, "note/event", "note/event");
  event = nida_date_to_string (nida_linked_get_brush (fixture->linked)->parts[0].from);
  g_assert_cmpstr (event, ==, "2024-02-11");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/brush-stroke/covers-marks", test_drawn);
  ADD ("/brush-stroke/its-box-is-moved-and-pulled", test_moved_and_pulled);
  ADD ("/brush-stroke/marks-one-by-one", test_picked);
  ADD ("/brush-stroke/by-keys/goes-on-and-is-moved", test_stepped);
  ADD ("/brush-stroke/by-keys/after-the-pointer", test_stepped_after_the_pointer);
  ADD ("/brush-stroke/one-chart-at-a-time", test_of_another);
  ADD ("/brush-stroke/shapes/a-node-is-meant-before-its-ribbons", test_flows);
  ADD ("/brush-stroke/shapes/parts-of-a-ring", test_ring);
  ADD ("/brush-stroke/time/numbers-of-events-stretch-no-span", test_numbers);
  return g_test_run ();
}
