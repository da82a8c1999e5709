/* A note that a real pointer drags on the board: it stands where it was let go, kept from its datum, in both directions. */
#include "config.h"

#include "heads-support.h"
#include "look.h"
#include "notes.h"
#include "ui-support.h"

#define DOWN 40.0       /* points that the note is dragged */
#define ALONG 30.0      /* towards the end */

typedef struct {
  NidaWindow    *window;
  NidaChartView *chart;
  const char    *language;
} Fixture;

static const NidaNode *
find_words (const Fixture *self)
{
  NidaScene *scene = nida_chart_view_get_scene (self->chart);

  return scene != NULL ? nida_scene_find (scene, NIDA_NOTE_KEY "0") : NULL;
}

static gboolean
has_note (gpointer data)
{
  return find_words (data) != NULL;
}

/* The ranking is alone on the board, with a note at its largest bar. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("noted.csv", ui_test_csv);
  g_autoptr (NidaChartSpec) spec = NULL;
  NidaSession *session;

  self->language = data;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "language", self->language);
  self->window = ui_test_open (path);
  session = nida_window_get_session (self->window);
  heads_fill (self->window);
  spec = nida_chart_spec_copy (nida_session_get_chart (session, nida_chart_view_get_place (ui_test_find_chart (self->window, NIDA_CHART_RANKING))));
  nida_note_add_value (nida_chart_spec_add_note (spec, "Agreed in May", "اتُّفق عليه في مايو"), NIDA_FIELD_DONOR, "Kuwait");
  for (guint n = nida_session_get_n_charts (session); n > 0; n--)
    nida_session_remove_chart (session, n - 1);
  nida_session_add_chart (session, 0, spec);
  ui_test_wait_drawn (self->window);
  self->chart = ui_test_find_chart (self->window, NIDA_CHART_RANKING);
  g_assert_true (ui_test_wait (has_note, self));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ui_test_close (self->window);
  g_settings_reset (nida_look_get_settings (nida_look_get ()), "language");
}

static const NidaNote *
get_note (const Fixture *self)
{
  return nida_session_get_chart (nida_window_get_session (self->window), 0)->notes->pdata[0];
}

static gboolean
is_moved (gpointer data)
{
  return get_note (data)->moved;
}

static gboolean
is_back (gpointer data)
{
  return !get_note (data)->moved;
}

/* Where the reading of the words begins, from their datum towards the end and down. */
static NidaPoint
get_offset (const Fixture *self)
{
  NidaScene *scene = nida_chart_view_get_scene (self->chart);
  const NidaNode *words = find_words (self);
  NidaPoint datum;

  g_assert_true (nida_note_get_datum (scene, 0, &datum));
  return (NidaPoint) { nida_scene_is_rtl (scene) ? datum.x - words->box.x - words->box.width : words->box.x - datum.x, words->box.y - datum.y };
}

static void
test_dragged (Fixture       *self,
              gconstpointer  data)
{
  NidaScene *scene = nida_chart_view_get_scene (self->chart);
  NidaSession *session = nida_window_get_session (self->window);
  NidaPoint before = get_offset (self), at;
  const NidaBox *box = &find_words (self)->box;
  double along = nida_scene_is_rtl (scene) ? -ALONG : ALONG, scale = nida_scene_get_scale (scene);

  g_assert_cmpint (nida_scene_is_rtl (scene), ==, g_str_equal (self->language, "ar"));
  gtk_widget_translate_coordinates (GTK_WIDGET (nida_chart_view_get_canvas (self->chart)), GTK_WIDGET (self->window),
                                    box->x + box->width / 2, box->y + box->height / 2, &at.x, &at.y);
  heads_drag (at.x, at.y, (int) at.x + along, (int) at.y + DOWN);
  g_assert_true (ui_test_wait (is_moved, self));
  g_assert_cmpfloat_with_epsilon (get_note (self)->dx, (before.x + ALONG) / scale, 1.01);
  g_assert_cmpfloat_with_epsilon (get_note (self)->dy, (before.y + DOWN) / scale, 1.01);
  /* nothing was brushed, filtered or carried away, and one step takes it back */
  g_assert_null (nida_linked_get_brush (nida_session_get_linked (session)));
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (session)));
  ui_test_wait_drawn (self->window);
  g_assert_cmpfloat_with_epsilon (get_offset (self).y, before.y + DOWN, 1.01);
  nida_session_undo (session);
  g_assert_true (ui_test_wait (is_back, self));
}

static gboolean
is_at_offset (const Fixture *self,
              NidaPoint      offset)
{
  NidaPoint now;

  if (!has_note ((gpointer) self))
    return FALSE;
  now = get_offset (self);
  return ABS (now.x - offset.x) < 1.01 && ABS (now.y - offset.y) < 1.01;
}

/* Ctrl and the arrows, again and again; and it stands where it was put when the board is filtered, and when the window is another size. */
static void
test_keys (Fixture       *self,
           gconstpointer  data)
{
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (self->chart);
  NidaScene *scene = nida_chart_view_get_scene (self->chart);
  NidaSession *session = nida_window_get_session (self->window);
  double step = 8 * nida_scene_get_scale (scene), along = nida_scene_is_rtl (scene) ? -step : step;
  NidaPoint offset = get_offset (self);

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  nida_chart_canvas_set_current (canvas, NIDA_NOTE_KEY "0", TRUE);
  for (guint i = 0; i < 3; i++)
    {
      heads_key (i < 2 ? "ctrl+Right" : "ctrl+Down");
      offset.x += i < 2 ? along : 0;
      offset.y += i < 2 ? 0 : step;
      for (guint n = 0; n < 100 && !is_at_offset (self, offset); n++)
        ui_test_run_for (50);
      g_assert_true (is_at_offset (self, offset));
      g_assert_nonnull (nida_chart_canvas_get_current (canvas));
    }
  g_assert_null (nida_linked_get_brush (nida_session_get_linked (session)));

  nida_session_set_value (session, NIDA_FIELD_CATEGORY, "Food", TRUE);
  ui_test_wait_drawn (self->window);
  g_assert_true (is_at_offset (self, offset));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  ui_test_run_for (200);
  ui_test_wait_drawn (self->window);
  g_assert_true (is_at_offset (self, offset));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/note-drag/pointer/in-english", Fixture, "en", set_up, test_dragged, tear_down);
  g_test_add ("/note-drag/pointer/in-arabic", Fixture, "ar", set_up, test_dragged, tear_down);
  g_test_add ("/note-drag/keys/in-english", Fixture, "en", set_up, test_keys, tear_down);
  g_test_add ("/note-drag/keys/in-arabic", Fixture, "ar", set_up, test_keys, tear_down);
  return g_test_run ();
}
