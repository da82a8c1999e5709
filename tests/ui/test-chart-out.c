/* A chart dragged by its title into another program, with a real pointer: what that program gets. */
#include "config.h"

#include "chart-copy.h"
#include "chart-out.h"
#include "export.h"
#include "heads-support.h"
#include "look.h"
#include "spec-text.h"
#include "ui-support.h"

#include <string.h>

#define STEP_US 60000        /* between two steps of the pointer */
#define N_TRIES 5            /* a busy machine may lose a grab */
#define TARGET_X 1900        /* on the second monitor */
#define TARGET_Y 400

typedef struct {
  NidaWindow    *window;
  NidaChartView *chart;
  char          *folder;     /* of what the other program got */
  GSubprocess   *target;
  double         x, y;       /* of the chart's title on the screen */
  guint          n_steps, n_refused;
  gint64         stepped;
} Fixture;

static GtkDragSource *
get_source (Fixture *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (nida_chart_view_get_canvas (self->chart)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        return GTK_DRAG_SOURCE (controller);
    }
  g_assert_not_reached ();
}

static gboolean
has_file (Fixture    *self,
          const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_dropped (gpointer data)
{
  return has_file (data, "dropped");
}

/* The pointer trembles around (@x, @y) until it is noticed, as that of a hand does. */
static void
tremble (Fixture *self,
         double   x,
         double   y)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->stepped < STEP_US)
    return;
  self->stepped = now;
  self->n_steps++;
  heads_point (x + self->n_steps % 2 * 20, y + self->n_steps % 2 * 4);
}

static gboolean
is_dragged (gpointer data)
{
  Fixture *self = data;

  if (gtk_drag_source_get_drag (get_source (self)) != NULL)
    return TRUE;
  tremble (self, self->x, self->y);
  return FALSE;
}

/* The other program has said that it takes it, or the drag is over. */
static gboolean
is_accepted (gpointer data)
{
  Fixture *self = data;
  GdkDrag *drag = gtk_drag_source_get_drag (get_source (self));

  if (drag == NULL || gdk_drag_get_selected_action (drag) == GDK_ACTION_COPY)
    return TRUE;
  tremble (self, TARGET_X, TARGET_Y);
  return FALSE;
}

/* Nida takes nothing that is dragged out of it; what comes between two windows is passed over. */
static gboolean
is_refused (gpointer data)
{
  Fixture *self = data;
  GdkDrag *drag = gtk_drag_source_get_drag (get_source (self));
  guint before = self->n_steps;

  if (drag == NULL)
    return TRUE;
  tremble (self, self->x, self->y + 150);
  if (self->n_steps != before)
    self->n_refused = gdk_drag_get_selected_action (drag) == 0 ? self->n_refused + 1 : 0;
  return self->n_refused > 5;
}

static gboolean
is_over (gpointer data)
{
  return is_dropped (data) || gtk_drag_source_get_drag (get_source (data)) == NULL;
}

static void
drag (Fixture *self)
{
  for (guint i = 0; i < N_TRIES && !is_dropped (self); i++)
    {
      gboolean accepted;

      heads_point (self->x, self->y);
      heads_button (TRUE);
      accepted = ui_test_wait (is_dragged, self) && ui_test_wait (is_accepted, self);
      heads_button (FALSE);
      if (accepted && ui_test_wait (is_over, self))
        ui_test_wait (is_dropped, self);
    }
  g_assert_true (is_dropped (self));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("dragged.csv", ui_test_csv), *program = g_test_build_filename (G_TEST_BUILT, "ui", "drop-target", NULL);
  g_autoptr (GError) error = NULL;
  const NidaNode *title;
  NidaScene *scene;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->folder = g_dir_make_tmp ("nida-dropped-XXXXXX", &error);
  g_assert_no_error (error);
  self->target = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, self->folder, NULL);
  g_assert_no_error (error);
  self->window = ui_test_open (path);
  heads_fill (self->window);
  ui_test_wait_drawn (self->window);
  self->chart = ui_test_find_chart (self->window, NIDA_N_CHARTS);
  scene = nida_chart_view_get_scene (self->chart);
  title = nida_scene_find (scene, "title");
  g_assert_nonnull (title);
  gtk_widget_translate_coordinates (GTK_WIDGET (nida_chart_view_get_canvas (self->chart)), GTK_WIDGET (self->window),
                                    title->box.x + title->box.width / 2, title->box.y + title->box.height / 2, &self->x, &self->y);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_subprocess_force_exit (self->target);
  g_subprocess_wait (self->target, NULL, NULL);
  g_object_unref (self->target);
  ui_test_close (self->window);
  g_free (self->folder);
}

/* What the other program got as @form; NULL where it was not offered. */
static GBytes *
get_dropped (Fixture    *self,
             const char *form)
{
  g_autofree char *path = g_build_filename (self->folder, "forms", NULL), *text = NULL;
  g_auto (GStrv) forms = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  forms = g_strsplit (text, "\n", -1);
  for (guint i = 0; forms[i] != NULL; i++)
    if (g_str_equal (forms[i], form))
      {
        g_autofree char *number = g_strdup_printf ("%u", i), *one = g_build_filename (self->folder, number, NULL);
        char *bytes;
        gsize length;

        g_assert_true (g_file_get_contents (one, &bytes, &length, NULL));
        return g_bytes_new_take (bytes, length);
      }
  g_test_message ("%s is not among %s", form, text);
  return NULL;
}

static void
assert_dropped (Fixture    *self,
                const char *form,
                GBytes     *expected)
{
  g_autoptr (GBytes) bytes = get_dropped (self, form);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* The first address of a list, CR LF after each. */
static GFile *
get_dropped_file (Fixture *self)
{
  g_autoptr (GBytes) bytes = get_dropped (self, "text/uri-list");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "file:///"));
  return g_file_new_for_uri (lines[0]);
}

static GBytes *
export (Fixture          *self,
        NidaExportFormat  format)
{
  g_autoptr (GError) error = NULL;
  NidaLook *look = nida_look_get ();
  g_autoptr (NidaScene) scene = nida_chart_view_build_out (self->chart);
  GBytes *bytes = nida_scene_export (scene, nida_look_get_theme (look), format,
                                     g_settings_get_int (nida_look_get_settings (look), "png-scale"),
                                     nida_language_get_code (nida_look_get_language (look)), &error);

  g_assert_no_error (error);
  return bytes;
}

/* A picture for a program that paints, a drawing, a table for a sheet, the chart itself for another window, and a file. */
static void
test_dragged (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaScene) scene = nida_chart_view_build_out (self->chart);
  g_autofree char *tsv = nida_scene_table_to_tsv (scene), *name = nida_chart_copy_file_name (scene, "png"), *basename = NULL, *drawing = NULL;
  g_autofree char *title = g_markup_printf_escaped ("%s</title>", nida_scene_get_title (scene));
  g_autoptr (GBytes) png = NULL, svg = NULL, table = g_bytes_new (tsv, strlen (tsv)), spec = NULL, in_file = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  drag (self);
  png = export (self, NIDA_EXPORT_PNG);
  svg = export (self, NIDA_EXPORT_SVG);
  assert_dropped (self, "image/svg+xml", svg);
  drawing = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (drawing, title));
  assert_dropped (self, "text/tab-separated-values", table);
  assert_dropped (self, "text/plain;charset=utf-8", table);
  spec = get_dropped (self, NIDA_SPEC_MIME_TYPE);
  g_assert_nonnull (spec);

  /* Our own bytes, which say their resolution, not those that GTK makes of a picture. */
  assert_dropped (self, "image/png", png);
  texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, (int) (nida_scene_get_width (scene) * 2));

  file = get_dropped_file (self);
  basename = g_file_get_basename (file);
  g_assert_cmpstr (basename, ==, name);
  in_file = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (in_file, NULL), g_bytes_get_size (in_file), g_bytes_get_data (png, NULL), g_bytes_get_size (png));
}

/* Over the window that it comes from, a chart is let go of without anything being opened. */
static void
test_own_window (Fixture       *self,
                 gconstpointer  data)
{
  heads_point (self->x, self->y);
  heads_button (TRUE);
  g_assert_true (ui_test_wait (is_dragged, self));
  g_assert_true (ui_test_wait (is_accepted, self));
  g_assert_true (ui_test_wait (is_refused, self));
  g_assert_nonnull (gtk_drag_source_get_drag (get_source (self)));
  heads_button (FALSE);
  g_assert_true (ui_test_wait (is_over, self));
  g_assert_false (is_dropped (self));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/chart-out/drag/into-another-program", Fixture, NULL, set_up, test_dragged, tear_down);
  g_test_add ("/chart-out/drag/over-its-own-window-opens-nothing", Fixture, NULL, set_up, test_own_window, tear_down);
  return g_test_run ();
}
