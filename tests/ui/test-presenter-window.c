/* What the presenter is told, in both languages. */
#include "config.h"

#include "look.h"
#include "presenter-window.h"
#include "show-picture.h"
#include "show-support.h"
#include "ui-support.h"

typedef struct {
  TestSlides          *slides;
  NidaShow            *show;
  NidaPresenterWindow *window;
  gint64               clock;
} Fixture;

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->slides = test_slides_new ();
  fixture->show = test_show_new (fixture->slides, &fixture->clock);
  fixture->window = NIDA_PRESENTER_WINDOW (nida_presenter_window_new (fixture->show));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait (is_mapped, fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "language", "en");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_run_for (20);
  g_object_unref (fixture->show);
  g_object_unref (fixture->slides);
}

/* Every text of @widget, one a line. */
static void
collect (GtkWidget *widget,
         GString   *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      collect (child, text);
}

static void
assert_says (Fixture    *fixture,
             const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  collect (GTK_WIDGET (fixture->window), text);
  if (strstr (text->str, words) == NULL)
    g_error ("“%s” is not said:\n%s", words, text->str);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (nida_presenter_window_get_notes (fixture->window), ==, "Note 1");
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_cmpstr (nida_presenter_window_get_notes (fixture->window), ==, "Note 2");
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_LANGUAGE);
  g_assert_cmpstr (nida_presenter_window_get_notes (fixture->window), ==, "ملاحظة 2");
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  assert_says (fixture, "1 / 4");
  assert_says (fixture, "2 / 4");
  nida_show_run (fixture->show, NIDA_SHOW_LAST);
  assert_says (fixture, "4 / 4");
  assert_says (fixture, "The end");
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  nida_show_type (fixture->show, 3);
  assert_says (fixture, "Slide 3, then Enter");
}

static void
test_audience (Fixture       *fixture,
               gconstpointer  data)
{
  assert_says (fixture, "Audience: a window");
  nida_presenter_window_set_audience (fixture->window, "HDMI-1", TRUE);
  assert_says (fixture, "Audience: HDMI-1");
}

/* The window speaks the language of the program, the slide that of the show. */
static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "language", "ar");
  assert_says (fixture, "الشريحة الحالية");
  assert_says (fixture, "الوقت المنقضي");
  g_assert_cmpstr (nida_presenter_window_get_notes (fixture->window), ==, "Note 1");
}

static gboolean
has_next (gpointer data)
{
  Fixture *fixture = data;

  return fixture->slides->builds == 2;
}

/* The room waits for its slide, which is made at once; the next one is made after that. */
static void
test_next_later (Fixture       *fixture,
                 gconstpointer  data)
{
  fixture->slides->builds = 0;
  g_signal_emit_by_name (fixture->slides, "data-changed");
  g_assert_cmpuint (fixture->slides->builds, ==, 1);
  g_assert_true (ui_test_wait (has_next, fixture));
}

/* The space bar goes on, whatever had the focus when the window came: no button is pressed by accident. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (NIDA_IS_SHOW_PICTURE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static GtkWidget *
make_extra (gpointer data)
{
  return gtk_label_new (data);
}

static void
test_extra (Fixture       *fixture,
            gconstpointer  data)
{
  nida_presenter_window_set_extra (fixture->window, make_extra, (gpointer) "A pledge");
  assert_says (fixture, "A pledge");
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "language", "ar");
  assert_says (fixture, "A pledge");
}

/* With text of twice the size everything is still said to its end, in both languages: late, a screen that may sleep, an update. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const languages[] = { "en", "ar" };

  nida_presenter_window_set_audience (fixture->window, "HDMI-1", TRUE);
  nida_show_set_plan (fixture->show, 400);
  fixture->clock = (gint64) 4000 * G_USEC_PER_SEC;
  nida_show_tick (fixture->show);
  fixture->slides->pending = "587 new flows";
  g_signal_emit_by_name (fixture->slides, "pending-changed");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_settings_set_string (nida_look_get_settings (nida_look_get ()), "language", languages[i]);
      ui_test_assert_large_text (GTK_WINDOW (fixture->window));
    }
}

/* Twice the size of text on a screen of 800 by 600: what has no room beside the slide stands below it, and scrolls. */
static void
test_small_screen (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const languages[] = { "en", "ar" };
  int dpi, width, height;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  nida_presenter_window_set_audience (fixture->window, "HDMI-1", FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_settings_set_string (nida_look_get_settings (nida_look_get ()), "language", languages[i]);
      ui_test_run_for (300);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 800);
      g_assert_cmpstr (ui_test_find_cut (GTK_WIDGET (fixture->window)), ==, NULL);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_VERTICAL, 800, &height, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 800);
      g_assert_cmpint (height, <=, 600);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/presenter-window/notes-in-the-language-of-the-show", test_notes);
  ADD ("/presenter-window/this-slide-the-next-and-the-end", test_place);
  ADD ("/presenter-window/the-number-that-is-typed", test_number);
  ADD ("/presenter-window/where-the-audience-looks", test_audience);
  ADD ("/presenter-window/speaks-the-language-of-the-program", test_language);
  ADD ("/presenter-window/an-entry-is-drawn-before-the-next-slide", test_next_later);
  ADD ("/presenter-window/no-button-has-the-focus", test_focus);
  ADD ("/presenter-window/a-place-for-more", test_extra);
  ADD ("/presenter-window/large-text-cuts-nothing", test_large_text);
  ADD ("/presenter-window/large-text-fits-a-small-screen", test_small_screen);
  return g_test_run ();
}
