/* On two monitors it is asked once which of them the audience sees. */
#include "config.h"

#include "heads-support.h"
#include "look.h"
#include "present-window.h"
#include "show-run.h"
#include "show-settings.h"
#include "ui-support.h"

typedef struct {
  GtkWindow         *parent;
  NidaDocument      *document;
  NidaPresentWindow *window;
  guint              begun, destroyed;
} Fixture;

static void
begin_cb (gpointer data)
{
  ((Fixture *) data)->begun++;
}

static void
destroy_cb (gpointer data)
{
  ((Fixture *) data)->destroyed++;
}

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static GSettings *
settings (void)
{
  return nida_look_get_settings (nida_look_get ());
}

static void
open_window (Fixture *fixture)
{
  fixture->window = NIDA_PRESENT_WINDOW (nida_present_window_new (fixture->parent, fixture->document, begin_cb, fixture, destroy_cb));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait (is_mapped, fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_settings_reset (settings (), NIDA_SHOW_RUN_MONITOR);
  fixture->parent = GTK_WINDOW (gtk_application_window_new (ui_test_application ()));
  gtk_window_set_default_size (fixture->parent, 600, 400);
  gtk_window_present (fixture->parent);
  g_assert_true (ui_test_wait (is_mapped, fixture->parent));
  fixture->document = nida_document_new ();
  open_window (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->parent);
  ui_test_run_for (50);
  g_assert_cmpuint (fixture->destroyed, >, 0);
  g_assert_finalize_object (fixture->document);
}

/* Which of the two the window stands on is the window manager's choice. */
static guint
here (Fixture *fixture)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->parent));
  GdkRectangle box;

  gdk_monitor_get_geometry (gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (fixture->parent)), surface), &box);
  return box.x == 0 ? 0 : 1;
}

static gboolean
has_words (GtkWidget  *widget,
           const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), words) != NULL) || has_words (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_chosen (Fixture *fixture,
           guint    index)
{
  return gtk_check_button_get_active (nida_present_window_get_choice (fixture->window, index));
}

static void
test_listed (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *second = GTK_WIDGET (nida_present_window_get_choice (fixture->window, 1));

  g_assert_true (has_words (second, "DUMMY1"));
  g_assert_true (has_words (second, "1280×720"));
  g_assert_nonnull (nida_present_window_get_choice (fixture->window, 2));
  g_assert_null (nida_present_window_get_choice (fixture->window, 3));
  g_assert_true (is_chosen (fixture, 1 - here (fixture)));
  g_assert_true (has_words (GTK_WIDGET (nida_present_window_get_choice (fixture->window, here (fixture))), "this screen"));
  g_assert_false (nida_present_window_is_known (fixture->parent));
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *key = NULL;

  gtk_check_button_set_active (nida_present_window_get_choice (fixture->window, 0), TRUE);
  nida_present_window_confirm (fixture->window);
  key = g_settings_get_string (settings (), NIDA_SHOW_RUN_MONITOR);
  g_assert_cmpstr (key, ==, "/DUMMY0/DUMMY0");
  g_assert_cmpuint (fixture->begun, ==, 1);
  g_assert_true (nida_present_window_is_known (fixture->parent));
  open_window (fixture);
  g_assert_true (is_chosen (fixture, 0));
  g_settings_set_string (settings (), NIDA_SHOW_RUN_MONITOR, "Dell/U2415/HDMI-1");      /* that of another hall */
  g_assert_false (nida_present_window_is_known (fixture->parent));
}

static void
test_a_window (Fixture       *fixture,
               gconstpointer  data)
{
  gtk_check_button_set_active (nida_present_window_get_choice (fixture->window, 2), TRUE);
  nida_present_window_confirm (fixture->window);
  g_assert_true (nida_present_window_is_known (fixture->parent));
  open_window (fixture);
  g_assert_true (is_chosen (fixture, 2));
}

static gboolean
is_one (gpointer data)
{
  return nida_present_window_get_choice (data, 2) == NULL;
}

static gboolean
are_two (gpointer data)
{
  return !is_one (data);
}

static void
test_unplugged (Fixture       *fixture,
                gconstpointer  data)
{
  heads_unplug ();
  g_assert_true (ui_test_wait (is_one, fixture->window));
  g_assert_true (nida_present_window_is_known (fixture->parent));
  g_assert_true (is_chosen (fixture, 0));
  heads_plug ();
  g_assert_true (ui_test_wait (are_two, fixture->window));
}

static gboolean
has_begun (gpointer data)
{
  return ((Fixture *) data)->begun == 1;
}

/* Enter begins: nothing else has to be chosen. */
static void
test_enter (Fixture       *fixture,
            gconstpointer  data)
{
  ui_test_run_for (200);
  heads_key ("Return");
  g_assert_true (ui_test_wait (has_begun, fixture));
  g_assert_cmpuint (nida_show_settings_get (fixture->document, NIDA_SHOW_MINUTES), ==, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *key = NULL;

  gtk_check_button_set_active (nida_present_window_get_choice (fixture->window, 0), TRUE);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_run_for (50);
  key = g_settings_get_string (settings (), NIDA_SHOW_RUN_MONITOR);
  g_assert_cmpstr (key, ==, "");
  g_assert_cmpuint (fixture->begun, ==, 0);
}

static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  ui_test_assert_large_text (GTK_WINDOW (fixture->window));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/present-window/monitors-by-name-and-size", test_listed);
  ADD ("/present-window/remembered-by-what-it-is", test_kept);
  ADD ("/present-window/a-window-for-a-call", test_a_window);
  ADD ("/present-window/follows-what-is-plugged-in", test_unplugged);
  ADD ("/present-window/enter-begins", test_enter);
  ADD ("/present-window/large-text-cuts-nothing", test_large_text);
  ADD ("/present-window/cancelled-keeps-nothing", test_cancelled);
  return g_test_run ();
}
