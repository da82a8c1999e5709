/* A long reading ends: a notification for who is at something else, and silence in a show. Against services of the test's own. */
#include "config.h"

#include "desktop-support.h"
#include "look.h"
#include "present-actions.h"
#include "ui-support.h"

typedef struct {
  NidaWindow  *window;
  NidaSession *session;
  GtkWindow   *other;
  char        *path;
  TestDesktop  before;
} Fixture;

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static gboolean
is_idle (gpointer session)
{
  return !nida_session_is_loading (session);
}

/* Something else has the focus. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_setenv ("GNOTIFICATION_BACKEND", "freedesktop", TRUE);
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR, "/DUMMY1/DUMMY1");
  fixture->path = ui_test_write ("notice.csv", ui_test_csv);
  fixture->window = ui_test_open (fixture->path);
  fixture->session = nida_window_get_session (fixture->window);
  nida_notice_set_patience (nida_window_get_notice (fixture->window), 0);
  fixture->other = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->other);
  g_assert_true (ui_test_wait (is_active, fixture->other));
  fixture->before = test_desktop_get ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->other);
  ui_test_close (fixture->window);
  g_free (fixture->path);
}

static gboolean
is_told (gpointer data)
{
  return test_desktop_get ().notified > ((Fixture *) data)->before.notified;
}

static void
read_again (Fixture *fixture)
{
  nida_session_reload (fixture->session);
  g_assert_true (ui_test_wait (is_idle, fixture->session));
}

static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  read_again (fixture);
  g_assert_true (ui_test_wait (is_told, fixture));
  g_assert_cmpstr (test_desktop_get ().summary, ==, "The sources were read again");
  ui_test_run_for (100);
  g_assert_cmpuint (test_desktop_get ().notified, ==, fixture->before.notified + 1);
}

/* What follows is told, so that the silence before it is no delay. */
static void
assert_silent_until_told (Fixture *fixture)
{
  g_assert_cmpuint (test_desktop_get ().notified, ==, fixture->before.notified);
  nida_notice_set_patience (nida_window_get_notice (fixture->window), 0);
  gtk_window_present (fixture->other);
  g_assert_true (ui_test_wait (is_active, fixture->other));
  read_again (fixture);
  g_assert_true (ui_test_wait (is_told, fixture));
  g_assert_cmpuint (test_desktop_get ().notified, ==, fixture->before.notified + 1);
}

static void
test_short (Fixture       *fixture,
            gconstpointer  data)
{
  nida_notice_set_patience (nida_window_get_notice (fixture->window), 60000);
  read_again (fixture);
  assert_silent_until_told (fixture);
}

static void
test_focused (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait (is_active, fixture->window));
  read_again (fixture);
  assert_silent_until_told (fixture);
}

static void
test_presenting (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_nonnull (nida_present_begin (fixture->window, NULL, FALSE));
  read_again (fixture);
  ui_test_rewrite (fixture->path, "nothing that can be read\n");
  read_again (fixture);
  g_assert_cmpuint (test_desktop_get ().notified, ==, fixture->before.notified);
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_rewrite (fixture->path, ui_test_csv);
  assert_silent_until_told (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  test_desktop_start ();
  ui_test_init (&argc, &argv);
  ADD ("/notice/who-is-at-something-else-is-told-once", test_told);
  ADD ("/notice/a-short-reading-is-none", test_short);
  ADD ("/notice/who-looks-at-it-sees-it", test_focused);
  ADD ("/notice/silent-while-presenting", test_presenting);
  return g_test_run ();
}
