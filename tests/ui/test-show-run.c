/* A show on two real monitors, by keys: who sees what where, what happens when one is unplugged, and what the desktop is asked. */
#include "config.h"

#include "heads-support.h"
#include "look.h"
#include "show-run.h"
#include "show-support.h"
#include "ui-support.h"

typedef struct {
  GtkWindow   *parent;
  TestSlides  *slides;
  NidaShow    *show;
  NidaShowRun *run;
} Fixture;

typedef struct {
  Fixture *fixture;
  int      audience, presenter;
} Place;

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

/* Both windows stand where they should, and the slide is drawn in the size of its screen. */
static gboolean
is_placed (gpointer data)
{
  Place *place = data;
  NidaAudienceWindow *audience = nida_show_run_get_audience (place->fixture->run);
  NidaPresenterWindow *presenter = nida_show_run_get_presenter (place->fixture->run);

  return heads_find (GTK_WINDOW (audience)) == place->audience &&
         (presenter == NULL || heads_find (GTK_WINDOW (presenter)) == place->presenter);
}

static void
assert_placed (Fixture *fixture,
               int      audience,
               int      presenter)
{
  Place place = { fixture, audience, presenter };

  ui_test_wait (is_placed, &place);
  g_assert_cmpint (heads_find (GTK_WINDOW (nida_show_run_get_audience (fixture->run))), ==, audience);
  if (nida_show_run_get_presenter (fixture->run) != NULL)
    g_assert_cmpint (heads_find (GTK_WINDOW (nida_show_run_get_presenter (fixture->run))), ==, presenter);
}

static void
begin (Fixture  *fixture,
       gboolean  here)
{
  NidaLook *look = nida_look_get ();
  g_autoptr (NidaLanguage) english = nida_look_make_language (look, "en"), arabic = nida_look_make_language (look, "ar");

  fixture->show = nida_show_new (NIDA_SHOW_SOURCE (fixture->slides), english, arabic, FALSE);
  fixture->run = nida_show_run_begin (fixture->show, fixture->parent, "Donor briefing", here);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  /* the window manager may put the window on either monitor */
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR, "/DUMMY1/DUMMY1");
  fixture->parent = GTK_WINDOW (gtk_application_window_new (ui_test_application ()));
  gtk_window_set_default_size (fixture->parent, 600, 400);
  gtk_window_present (fixture->parent);
  g_assert_true (ui_test_wait (is_mapped, fixture->parent));
  fixture->slides = test_slides_new ();
  begin (fixture, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (nida_show_run_get_current () != NULL)
    nida_show_run_end (fixture->run);
  gtk_window_destroy (fixture->parent);
  ui_test_run_for (50);
  g_assert_null (nida_show_run_get_current ());
  g_assert_finalize_object (fixture->show);
  g_assert_finalize_object (fixture->slides);
}

typedef struct { NidaShow *show; guint slide, step; } Step;

static gboolean
is_at (gpointer data)
{
  Step *step = data;

  return nida_show_get_slide (step->show) == step->slide && nida_show_get_step (step->show) == step->step;
}

static void
press (Fixture    *fixture,
       const char *key,
       guint       slide,
       guint       step)
{
  Step wanted = { fixture->show, slide, step };

  heads_key (key);
  ui_test_wait (is_at, &wanted);
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, slide);
  g_assert_cmpuint (nida_show_get_step (fixture->show), ==, step);
}

static const char *
shown_title (Fixture *fixture)
{
  return nida_scene_get_title (nida_chart_canvas_get_scene (nida_audience_window_get_canvas (nida_show_run_get_audience (fixture->run))));
}

/* From the start to the end in one language, as a remote sends it. */
static void
run_through (Fixture    *fixture,
             const char *forth,
             const char *back)
{
  press (fixture, "Home", 0, 0);
  press (fixture, "Page_Down", 1, 0);
  press (fixture, "space", 1, 1);
  press (fixture, forth, 1, 2);
  press (fixture, back, 1, 1);
  press (fixture, "Page_Down", 1, 2);
  press (fixture, "n", 2, 0);
  press (fixture, "Return", 3, 0);
  press (fixture, "Page_Down", 3, 0);
  press (fixture, "BackSpace", 2, 0);
  press (fixture, "4", 2, 0);
  press (fixture, "Return", 3, 0);
}

static gboolean
is_rtl (gpointer data)
{
  return nida_language_is_rtl (nida_show_get_language (data));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  assert_placed (fixture, 1, 0);
  run_through (fixture, "Right", "Left");
  g_assert_cmpstr (shown_title (fixture), ==, "Slide 4");
  g_assert_cmpstr (nida_presenter_window_get_notes (nida_show_run_get_presenter (fixture->run)), ==, "Note 4");
  heads_key ("l");
  g_assert_true (ui_test_wait (is_rtl, fixture->show));
  g_assert_cmpstr (shown_title (fixture), ==, "شريحة 4");
  run_through (fixture, "Left", "Right");
  g_assert_cmpstr (shown_title (fixture), ==, "شريحة 4");
}

static gboolean
is_over (gpointer data)
{
  return nida_show_run_get_current () == NULL;
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  assert_placed (fixture, 1, 0);
  heads_key ("Escape");
  g_assert_true (ui_test_wait (is_over, NULL));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->parent)));
}

static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  assert_placed (fixture, 1, 0);
  ui_test_run_for (100);
  g_assert_cmpfloat (nida_scene_get_width (nida_show_get_scene (fixture->show)), ==, 1280);
  g_assert_cmpfloat (nida_scene_get_height (nida_show_get_scene (fixture->show)), ==, 720);
}

/* The other way round, and remembered for the next time. */
static void
test_swap (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *key = NULL;

  assert_placed (fixture, 1, 0);
  heads_key ("s");
  assert_placed (fixture, 0, 1);
  key = g_settings_get_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR);
  g_assert_cmpstr (key, ==, "/DUMMY0/DUMMY0");
  nida_show_run_end (fixture->run);
  g_assert_finalize_object (fixture->show);
  begin (fixture, FALSE);
  assert_placed (fixture, 0, 1);
  heads_key ("s");
  assert_placed (fixture, 1, 0);
}

static gboolean
is_window (gpointer window)
{
  return !gtk_window_is_fullscreen (window) && gtk_widget_get_mapped (window);
}

static void
test_unplug (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *audience = GTK_WINDOW (nida_show_run_get_audience (fixture->run));

  assert_placed (fixture, 1, 0);
  press (fixture, "Page_Down", 1, 0);
  heads_unplug ();
  g_assert_true (ui_test_wait (is_window, audience));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (nida_show_run_get_presenter (fixture->run))));
  g_assert_null (nida_presenter_window_get_audience (nida_show_run_get_presenter (fixture->run)));
  gtk_window_present (GTK_WINDOW (nida_show_run_get_presenter (fixture->run)));
  ui_test_run_for (100);
  press (fixture, "Page_Down", 1, 1);
  heads_plug ();
  assert_placed (fixture, 1, 0);
  press (fixture, "Page_Down", 1, 2);
}

static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  assert_placed (fixture, 1, 0);
  heads_key ("f");
  assert_placed (fixture, -1, 0);
  gtk_window_present (GTK_WINDOW (nida_show_run_get_presenter (fixture->run)));
  ui_test_run_for (100);
  heads_key ("f");
  assert_placed (fixture, 1, 0);
}

static void
test_here (Fixture       *fixture,
           gconstpointer  data)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->parent));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (fixture->parent)), surface);
  GdkRectangle box;

  gdk_monitor_get_geometry (monitor, &box);
  g_assert_null (nida_show_run_get_presenter (fixture->run));
  assert_placed (fixture, box.x == 0 ? 0 : 1, 0);
  press (fixture, "Page_Down", 1, 0);
}

/* Who shares a window in a call has both as windows from the beginning, and the whole screen with a key. */
static void
test_begins_as_window (Fixture       *fixture,
                       gconstpointer  data)
{
  nida_show_run_end (fixture->run);
  g_assert_finalize_object (fixture->show);
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR, NIDA_SHOW_RUN_WINDOW);
  begin (fixture, FALSE);
  g_assert_true (ui_test_wait (is_window, nida_show_run_get_audience (fixture->run)));
  g_assert_true (ui_test_wait (is_window, nida_show_run_get_presenter (fixture->run)));
  nida_show_run (fixture->show, NIDA_SHOW_FULLSCREEN);
  g_assert_nonnull (nida_audience_window_get_monitor (nida_show_run_get_audience (fixture->run)));
}

static gboolean
is_black (gpointer data)
{
  return nida_show_get_screen (data) == NIDA_SHOW_BLACK;
}

static gboolean
is_overview (gpointer data)
{
  return nida_show_get_screen (data) == NIDA_SHOW_ALL_SLIDES;
}

static void
test_screens (Fixture       *fixture,
              gconstpointer  data)
{
  assert_placed (fixture, 1, 0);
  heads_key ("period");
  g_assert_true (ui_test_wait (is_black, fixture->show));
  press (fixture, "Page_Down", 1, 0);
  heads_key ("o");
  g_assert_true (ui_test_wait (is_overview, fixture->show));
  heads_key ("End");
  heads_key ("Return");
  press (fixture, "Home", 0, 0);
}

static void
test_pending (Fixture       *fixture,
              gconstpointer  data)
{
  NidaScene *before;

  assert_placed (fixture, 1, 0);
  before = nida_show_get_scene (fixture->show);
  fixture->slides->pending = "587 new flows";
  g_signal_emit_by_name (fixture->slides, "pending-changed");
  g_assert_cmpstr (nida_presenter_window_get_pending (nida_show_run_get_presenter (fixture->run)), ==, "587 new flows");
  g_assert_true (nida_chart_canvas_get_scene (nida_audience_window_get_canvas (nida_show_run_get_audience (fixture->run))) == before);
  press (fixture, "Page_Down", 1, 0);
  g_assert_cmpuint (fixture->slides->taken, ==, 1);
  g_assert_null (nida_presenter_window_get_pending (nida_show_run_get_presenter (fixture->run)));
}

/* Many rounds of slides, languages and new figures leave nothing behind. */
static void
test_soak (Fixture       *fixture,
           gconstpointer  data)
{
  static const NidaShowCommand commands[] = { NIDA_SHOW_NEXT, NIDA_SHOW_TOGGLE_LANGUAGE, NIDA_SHOW_NEXT, NIDA_SHOW_PREVIOUS,
                                              NIDA_SHOW_TOGGLE_OVERVIEW, NIDA_SHOW_BACK, NIDA_SHOW_FIRST };
  GWeakRef first;

  assert_placed (fixture, 1, 0);
  g_weak_ref_init (&first, nida_show_get_scene (fixture->show));
  for (guint i = 0; i < 300; i++)
    {
      fixture->slides->value = 100 + i;
      fixture->slides->pending = "1 new flow";
      g_signal_emit_by_name (fixture->slides, "pending-changed");
      nida_show_run (fixture->show, commands[i % G_N_ELEMENTS (commands)]);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  ui_test_run_for (1000);      /* until nothing moves any more */
  g_assert_null (g_weak_ref_get (&first));
  g_weak_ref_clear (&first);
}

#define ADD(path, here, func) g_test_add (path, Fixture, GINT_TO_POINTER (here), set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/show-run/from-start-to-end-by-keys-in-both-languages", FALSE, test_keys);
  ADD ("/show-run/escape-ends", FALSE, test_escape);
  ADD ("/show-run/the-slide-has-the-size-of-its-screen", FALSE, test_sizes);
  ADD ("/show-run/screens-are-swapped-and-remembered", FALSE, test_swap);
  ADD ("/show-run/the-projector-is-unplugged-and-comes-back", FALSE, test_unplug);
  ADD ("/show-run/a-window-for-a-call", FALSE, test_window);
  ADD ("/show-run/begins-as-a-window-where-it-was-chosen", FALSE, test_begins_as_window);
  ADD ("/show-run/here-without-a-presenter", TRUE, test_here);
  ADD ("/show-run/black-and-all-slides", FALSE, test_screens);
  ADD ("/show-run/new-figures-wait-for-the-next-slide", FALSE, test_pending);
  ADD ("/show-run/many-rounds-leave-nothing-behind", FALSE, test_soak);
  return g_test_run ();
}
