/* A real pointer over the slide on two monitors: clicks and strokes before the audience and before the presenter. */
#include "config.h"

#include "heads-support.h"
#include "look.h"
#include "present-actions.h"
#include "ui-support.h"

typedef struct {
  NidaWindow          *window;
  NidaShow            *show;
  NidaAudienceWindow  *audience;
  NidaPresenterWindow *presenter;
} Fixture;

static gboolean
is_placed (gpointer data)
{
  const Fixture *fixture = data;

  return heads_find (GTK_WINDOW (fixture->audience)) == 1 && heads_find (GTK_WINDOW (fixture->presenter)) == 0 &&
         nida_show_get_width (fixture->show) == 1280;
}

/* The first slide of the board has the coverage of clusters; the one with donors is chosen. */
static gboolean
has_donors (NidaShow *show)
{
  NidaScene *scene = nida_show_get_scene (show);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->n_fields == 1 && node->mark->fields[0] == NIDA_FIELD_DONOR)
        return TRUE;
    }
  return FALSE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("pointed.csv", ui_test_csv);
  NidaShowRun *run;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR, "/DUMMY1/DUMMY1");
  fixture->window = ui_test_open (path);
  run = nida_present_begin (fixture->window, NULL, FALSE);
  fixture->show = nida_show_run_get_show (run);
  fixture->audience = nida_show_run_get_audience (run);
  fixture->presenter = nida_show_run_get_presenter (run);
  g_assert_true (ui_test_wait (is_placed, fixture));
  while (!has_donors (fixture->show))
    nida_show_go_to (fixture->show, nida_show_get_slide (fixture->show) + 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_close (fixture->window);
}

static const NidaNode *
find_donor (Fixture    *fixture,
            const char *name)
{
  NidaScene *scene = nida_show_get_scene (fixture->show);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->n_fields == 1 && node->mark->fields[0] == NIDA_FIELD_DONOR && node->base != NIDA_BASE_NONE &&
          g_str_equal (node->mark->values[0], name))
        return node;
    }
  g_assert_not_reached ();
}

/* Where a point of the slide stands on the presenter's monitor, which its window fills. */
static NidaPoint
at_presenter (Fixture *fixture,
              double   x,
              double   y)
{
  NidaShowPicture *picture = nida_presenter_window_get_picture (fixture->presenter);
  NidaBox box = nida_show_picture_get_box (picture);
  double zoom = box.width / nida_show_get_width (fixture->show);
  NidaPoint point;

  gtk_widget_translate_coordinates (GTK_WIDGET (picture), GTK_WIDGET (fixture->presenter), box.x + x * zoom, box.y + y * zoom, &point.x, &point.y);
  return point;
}

typedef struct {
  Fixture   *fixture;
  NidaPoint  origin;
  gint64     frame;       /* when @origin was seen */
} Place;

/* A frame in which nothing moved: what another slide says beside its picture is laid out. */
static gboolean
is_at_rest (gpointer data)
{
  Place *place = data;
  GtkWidget *widget = GTK_WIDGET (place->fixture->presenter);
  gint64 frame = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (widget));
  NidaPoint origin = at_presenter (place->fixture, 0, 0);
  gboolean rests = frame > place->frame + 1 && origin.x == place->origin.x && origin.y == place->origin.y;

  gtk_widget_queue_draw (widget);
  if (!rests && frame > place->frame + 1)
    {
      place->origin = origin;
      place->frame = frame;
    }
  return rests;
}

static NidaPoint
at_rest (Fixture        *fixture,
         const NidaNode *node)
{
  Place place = { fixture, { -1, -1 }, -2 };

  g_assert_true (ui_test_wait (is_at_rest, &place));
  return at_presenter (fixture, node->box.x + node->box.width / 2, node->box.y + node->box.height / 2);
}

static gboolean
has_picture (gpointer show)
{
  return nida_show_get_picture (show) != NULL;
}

static gboolean
has_stroke (gpointer show)
{
  NidaBox box;

  return nida_show_get_stroke (show, &box);
}

static gboolean
is_selected (gpointer show)
{
  return nida_show_get_selected (show) != NULL;
}

static gboolean
is_free (gpointer show)
{
  return !is_selected (show) && !has_picture (show);
}

static void
test_audience (Fixture       *fixture,
               gconstpointer  data)
{
  const NidaNode *kuwait = find_donor (fixture, "Kuwait");
  double x = 1280 + kuwait->box.x + kuwait->box.width / 2, y = kuwait->box.y + kuwait->box.height / 2;
  guint slide = nida_show_get_slide (fixture->show);

  heads_click (x, y, NULL);
  g_assert_true (ui_test_wait (is_selected, fixture->show));
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_true (nida_chart_canvas_get_picture (nida_audience_window_get_canvas (fixture->audience)) == nida_show_get_picture (fixture->show));
  heads_click (1280 + 4, 4, NULL);       /* the empty slide: nothing */
  ui_test_run_for (200);
  g_assert_true (is_selected (fixture->show));
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, slide);
  heads_key ("Escape");
  g_assert_true (ui_test_wait (is_free, fixture->show));
  g_assert_nonnull (nida_show_run_get_current ());
  heads_drag (x - 4, y, x + 12, y + 2);
  g_assert_true (ui_test_wait (has_stroke, fixture->show));
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_false (is_selected (fixture->show));       /* the end of a stroke is no click */
}

static void
test_presenter (Fixture       *fixture,
                gconstpointer  data)
{
  const NidaNode *kuwait = find_donor (fixture, "Kuwait");
  NidaPoint point = at_rest (fixture, kuwait);

  heads_click (point.x, point.y, NULL);
  g_assert_true (ui_test_wait (is_selected, fixture->show));
  g_assert_cmpstr (nida_show_get_selected (fixture->show), ==, kuwait->key);
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  heads_click (point.x, point.y, NULL);
  g_assert_true (ui_test_wait (is_free, fixture->show));
  heads_drag (point.x - 3, point.y, point.x + 12, point.y + 2);
  g_assert_true (ui_test_wait (has_stroke, fixture->show));
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_false (is_selected (fixture->show));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/show-pointer/before-the-audience", test_audience);
  ADD ("/show-pointer/before-the-presenter", test_presenter);
  return g_test_run ();
}
