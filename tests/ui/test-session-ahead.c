/* session-ahead.c: what was read ahead is taken once by who opens the same, and kept as a copy afterwards. */
#include "config.h"

#include "look.h"
#include "session.h"
#include "ui-support.h"

static gboolean
is_kept (gpointer uri)
{
  g_autoptr (GPtrArray) versions = nida_cache_list_versions (nida_cache_get_default (), uri);

  return versions->len == 1;
}

static void
test_taken_and_kept (void)
{
  g_autofree char *path = ui_test_write ("ahead.csv", ui_test_csv);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  const char *inputs[] = { path, NULL };
  g_autoptr (NidaSession) session = nida_session_new ();

  nida_session_read_ahead (inputs, nida_look_get_settings (nida_look_get ()), 0);
  nida_session_open (session, inputs);
  g_assert_nonnull (nida_session_get_dataset (session));      /* at once */
  g_assert_false (nida_session_is_loading (session));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, 6);
  g_assert_false (is_kept (uri));
  g_assert_true (ui_test_wait (is_kept, uri));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-ahead/is-taken-at-once-and-kept-afterwards", test_taken_and_kept);
  return g_test_run ();
}
