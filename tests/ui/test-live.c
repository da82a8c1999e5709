/* live.c: an interval belongs to a source, is remembered, and reads it again with its filters kept. */
#include "config.h"

#include "live.h"
#include "look.h"
#include "ui-support.h"

#include <glib/gstdio.h>

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_remembered (void)
{
  g_autofree char *path = ui_test_write ("one.csv", ui_test_csv);
  g_autofree char *other = ui_test_write ("two.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaLive *live = nida_live_new (nida_window_get_session (window));
  const char *inputs[] = { other, NULL };

  g_assert_cmpuint (nida_live_get_interval (live), ==, 0);
  nida_live_set_interval (live, 3);
  g_assert_cmpuint (nida_live_get_interval (live), ==, NIDA_LIVE_SHORTEST);
  nida_live_set_interval (live, 600);
  nida_window_open (window, inputs);
  ui_test_run_for (600);
  g_assert_cmpuint (nida_live_get_interval (live), ==, 0);
  inputs[0] = path;
  nida_window_open (window, inputs);
  ui_test_run_for (600);
  g_assert_cmpuint (nida_live_get_interval (live), ==, 600);
  nida_live_set_interval (live, 0);
  g_assert_cmpuint (nida_live_get_interval (live), ==, 0);
  nida_live_free (live);
  ui_test_close (window);
}

static void
test_each_its_own (void)
{
  g_autofree char *path = ui_test_write ("own.csv", ui_test_csv), *other = ui_test_write ("other.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaLive *live = nida_live_new (nida_window_get_session (window));
  const char *inputs[] = { path, other, NULL };

  nida_window_open (window, inputs);
  ui_test_run_for (600);
  nida_live_set_source_interval (path, 60);
  g_assert_cmpuint (nida_live_get_source_interval (path), ==, 60);
  g_assert_cmpuint (nida_live_get_source_interval (other), ==, 0);
  g_assert_cmpuint (nida_live_get_interval (live), ==, NIDA_LIVE_MIXED);
  nida_live_set_source_interval (other, 60);
  g_assert_cmpuint (nida_live_get_interval (live), ==, 60);
  nida_live_set_interval (live, 0);
  g_assert_cmpuint (nida_live_get_source_interval (path), ==, 0);
  nida_live_free (live);
  ui_test_close (window);
}

static void
test_reads_again (void)
{
  g_autofree char *path = ui_test_write ("three.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaLive *live = nida_live_new (session);
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint n = 0;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_live_set_interval (live, NIDA_LIVE_SHORTEST);
  g_signal_connect_swapped (session, "opened", G_CALLBACK (count_cb), &n);
  while (n == 0 && g_get_monotonic_time () < until)
    ui_test_run_for (100);
  g_assert_cmpuint (n, >=, 1);
  g_assert_false (nida_filter_set_is_empty (nida_session_get_filters (session)));

  /* a source that is gone leaves what is shown */
  g_unlink (path);
  ui_test_run_for (100);
  nida_session_reload (session);
  ui_test_run_for (500);
  g_assert_nonnull (nida_session_get_dataset (session));
  nida_live_set_interval (live, 0);
  nida_live_free (live);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/live/an-interval-belongs-to-its-source", test_remembered);
  g_test_add_func ("/live/each-source-has-its-own", test_each_its_own);
  g_test_add_func ("/live/reads-again-and-keeps-filters-and-the-last-good", test_reads_again);
  return g_test_run ();
}
