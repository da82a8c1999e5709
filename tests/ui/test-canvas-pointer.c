/* A real pointer over a chart's canvas: what it asks for. */
#include "config.h"

#include "chart-canvas.h"
#include "heads-support.h"
#include "scene-builder.h"
#include "ui-support.h"

typedef struct {
  GtkWidget       *window;
  NidaChartCanvas *canvas;
  GString         *asked;       /* what the canvas was asked for since it was read last */
  const char      *wanted;
} Fixture;

static void
activated_cb (Fixture    *self,
              const char *key,
              gboolean    add)
{
  g_string_append_printf (self->asked, "%s %s;", add ? "add" : "choose", key);
}

static void
picked_cb (Fixture    *self,
           const char *key,
           const char *from)
{
  g_string_append_printf (self->asked, "pick %s %s;", key, from != NULL ? from : "-");
}

static void
drilled_cb (Fixture  *self,
            NidaMark *mark)
{
  g_string_append_printf (self->asked, "drill %s;", nida_mark_get_label (mark));
}

/* Three bars beside each other. */
static NidaScene *
create_scene (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (300, 200, 1, FALSE);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *key = g_strdup_printf ("%c", 'a' + i);
      NidaNode *node = nida_scene_builder_rect (builder, key, (NidaBox) { 20 + 80 * i, 20, 60, 100 }, NIDA_COLOR_RECEIVED);
      NidaMark *mark = nida_mark_new (key, "1", "1", NIDA_MONEY_NONE);

      nida_mark_add_filter (mark, NIDA_FIELD_DONOR, key);
      nida_scene_builder_mark (node, mark);
    }
  return nida_scene_builder_end (builder);
}

static gboolean
is_placed (gpointer window)
{
  return heads_find (window) == 0;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (NidaScene) scene = create_scene ();
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);

  self->window = gtk_window_new ();
  self->canvas = NIDA_CHART_CANVAS (nida_chart_canvas_new ());
  self->asked = g_string_new (NULL);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  nida_chart_canvas_set_scene (self->canvas, scene);
  g_signal_connect_swapped (self->canvas, "mark-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->canvas, "mark-picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->canvas, "mark-drilled", G_CALLBACK (drilled_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->window), monitor);
  g_assert_true (ui_test_wait (is_placed, self->window));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_test_run_for (50);
  g_string_free (self->asked, TRUE);
}

static gboolean
was_asked (gpointer data)
{
  const Fixture *self = data;

  return g_str_equal (self->asked->str, self->wanted);
}

static void
click (Fixture    *self,
       double      x,
       const char *modifier,
       const char *wanted)
{
  g_string_truncate (self->asked, 0);
  self->wanted = wanted;
  heads_click (x, 60, modifier);
  if (!ui_test_wait (was_asked, self))
    g_error ("a click at %.0f asks for “%s”, not “%s”", x, self->asked->str, wanted);
}

static gboolean
points_at (gpointer data)
{
  const Fixture *self = data;
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);

  return g_strcmp0 (node != NULL ? node->key : NULL, self->wanted) == 0;
}

/* The second click at one place looks closer, one elsewhere chooses again. */
static void
test_clicks (Fixture       *self,
             gconstpointer  data)
{
  click (self, 50, NULL, "choose a;");
  click (self, 50, NULL, "drill a;");
  click (self, 130, NULL, "choose b;");
  click (self, 210, NULL, "choose c;");
}

static void
test_picks (Fixture       *self,
            gconstpointer  data)
{
  click (self, 50, "ctrl", "pick a -;");
  /* the pointer was over it before: where the row begins is for the stroke to know */
  click (self, 210, "shift", "pick c c;");
}

/* What the keys chose stays when the pointer leaves the marks; while a stroke is drawn there is none. */
static void
test_current (Fixture       *self,
              gconstpointer  data)
{
  self->wanted = "b";
  heads_click (130, 60, NULL);
  g_assert_true (ui_test_wait (points_at, self));
  g_assert_false (nida_chart_canvas_is_by_key (self->canvas));
  nida_chart_canvas_set_quiet (self->canvas, TRUE);
  g_assert_null (nida_chart_canvas_get_current (self->canvas));
  nida_chart_canvas_set_quiet (self->canvas, FALSE);
  self->wanted = NULL;
  heads_click (600, 600, NULL);
  g_assert_true (ui_test_wait (points_at, self));
  ui_test_run_for (100);
  g_assert_true (nida_chart_canvas_move (self->canvas, NIDA_MOVE_FIRST));
  heads_click (610, 610, NULL);
  ui_test_run_for (100);
  self->wanted = "a";
  g_assert_true (points_at (self));
}

/* A menu stands over the chart, and the pointer goes over marks on the way to its items. */
static void
test_held (Fixture       *self,
           gconstpointer  data)
{
  self->wanted = "b";
  heads_click (130, 60, NULL);
  g_assert_true (ui_test_wait (points_at, self));
  nida_chart_canvas_set_held (self->canvas, TRUE);
  heads_point (210, 60);
  ui_test_run_for (150);
  g_assert_true (points_at (self));
  heads_point (600, 600);
  ui_test_run_for (150);
  g_assert_true (points_at (self));
  nida_chart_canvas_set_held (self->canvas, FALSE);
  heads_point (50, 60);
  self->wanted = "a";
  g_assert_true (ui_test_wait (points_at, self));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/canvas-pointer/clicks/choose-and-look-closer", test_clicks);
  ADD ("/canvas-pointer/clicks/with-ctrl-and-shift-brush", test_picks);
  ADD ("/canvas-pointer/current/follows-the-pointer-unless-by-key", test_current);
  ADD ("/canvas-pointer/current/stays-under-a-menu", test_held);
  return g_test_run ();
}
