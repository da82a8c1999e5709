/* Real keys on a chart's canvas: what each of them asks for. */
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
menu_cb (Fixture *self,
         double   x,
         double   y)
{
  g_string_append_printf (self->asked, "menu %.0f;", x);
}

static void
current_cb (Fixture *self,
            gboolean by_key)
{
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);

  g_string_append_printf (self->asked, "at %s;", node != NULL ? node->key : "-");
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

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (NidaScene) scene = create_scene ();

  self->window = gtk_window_new ();
  self->canvas = NIDA_CHART_CANVAS (nida_chart_canvas_new ());
  self->asked = g_string_new (NULL);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->canvas));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 300, 200);
  nida_chart_canvas_set_scene (self->canvas, scene);
  g_signal_connect_swapped (self->canvas, "mark-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->canvas, "mark-picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->canvas, "menu", G_CALLBACK (menu_cb), self);
  g_signal_connect_swapped (self->canvas, "current-changed", G_CALLBACK (current_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
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
is_ready (gpointer data)
{
  return gtk_window_is_active (data) && gtk_widget_get_width (data) > 0;
}

static gboolean
was_asked (gpointer data)
{
  const Fixture *self = data;

  return g_str_equal (self->asked->str, self->wanted);
}

static void
press (Fixture    *self,
       const char *key,
       const char *wanted)
{
  g_assert_true (ui_test_wait (is_ready, self->window));
  g_string_truncate (self->asked, 0);
  self->wanted = wanted;
  heads_key (key);
  if (!ui_test_wait (was_asked, self))
    g_error ("%s asks for “%s”, not “%s”", key, self->asked->str, wanted);
}

static void
test_moves_and_chooses (Fixture       *self,
                        gconstpointer  data)
{
  press (self, "Right", "at a;");
  press (self, "Right", "at b;");
  press (self, "End", "at c;");
  press (self, "Home", "at a;");
  press (self, "Return", "choose a;");
  press (self, "ctrl+Return", "add a;");
  press (self, "space", "choose a;");
  press (self, "shift+F10", "menu 50;");
  press (self, "Escape", "at -;");
  press (self, "shift+F10", "menu 150;");
}

static void
test_picks (Fixture       *self,
            gconstpointer  data)
{
  press (self, "Right", "at a;");
  press (self, "ctrl+space", "pick a -;");
  press (self, "shift+Right", "at b;pick b a;");
  press (self, "shift+Right", "at c;pick c b;");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/canvas-keys/marks/moves-chooses-and-opens-menus", test_moves_and_chooses);
  ADD ("/canvas-keys/brush/marks-one-by-one-and-in-a-row", test_picks);
  return g_test_run ();
}
