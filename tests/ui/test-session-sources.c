/* session-sources.c: a source that fails does not hold up the others, and says so until it is read again. */
#include "config.h"

#include "cache.h"
#include "ui-support.h"

#include <glib/gstdio.h>

#define OMAN "kind,date,donor,amount\npaid,2024,Oman,5\n"

typedef struct { NidaSession *session; guint n_rows; } Wanted;

static gboolean
has_rows (gpointer data)
{
  Wanted *wanted = data;
  NidaDataset *dataset = nida_session_get_dataset (wanted->session);

  return !nida_session_is_loading (wanted->session) && dataset != NULL
         && nida_dataset_get_n_rows (dataset) == wanted->n_rows;
}

static gboolean
is_kept (gpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GPtrArray) versions = nida_cache_list_versions (nida_cache_get_default (), uri);

  return versions->len > 0;
}

static NidaSession *
open_two (const char *one,
          const char *two)
{
  NidaSession *session = nida_session_new ();
  const char *inputs[] = { one, two, NULL };
  Wanted wanted = { session, 7 };

  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (has_rows, &wanted));
  g_assert_true (ui_test_wait (is_kept, (gpointer) one));
  g_assert_true (ui_test_wait (is_kept, (gpointer) two));
  return session;
}

static void
test_one_fails (void)
{
  g_autofree char *one = ui_test_write ("fails-one.csv", ui_test_csv), *two = ui_test_write ("fails-two.csv", OMAN);
  g_autoptr (NidaSession) session = open_two (one, two);
  const char *due[] = { one, NULL };
  Wanted wanted = { session, 8 };

  g_assert_null (nida_session_get_failure (session, one));
  g_unlink (one);
  ui_test_rewrite (two, OMAN "paid,2025,Oman,6\n");
  nida_session_reload (session);
  g_assert_true (nida_session_is_reading (session, one));
  g_assert_true (ui_test_wait (has_rows, &wanted));        /* the last good rows of one, the new ones of the other */
  g_assert_nonnull (nida_session_get_failure (session, one));
  g_assert_null (nida_session_get_failure (session, two));
  /* read again, it has nothing to say */
  ui_test_rewrite (one, "kind,date,donor,amount\npaid,2024,Qatar,9\n");
  nida_session_reload_inputs (session, due);
  g_assert_true (nida_session_is_reading (session, one));
  g_assert_false (nida_session_is_reading (session, two));
  wanted.n_rows = 3;
  g_assert_true (ui_test_wait (has_rows, &wanted));
  g_assert_null (nida_session_get_failure (session, one));
}

static void
test_only (void)
{
  g_autofree char *one = ui_test_write ("only-one.csv", ui_test_csv), *two = ui_test_write ("only-two.csv", OMAN);
  g_autoptr (NidaSession) session = open_two (one, two);
  const char *on[] = { two, NULL }, *none[] = { NULL };
  Wanted wanted = { session, 1 };

  nida_session_set_inputs_on (session, none);               /* one stays at least */
  g_assert_false (nida_filter_set_is_off (nida_session_get_filters (session), one));
  nida_session_set_inputs_on (session, on);
  g_assert_true (ui_test_wait (has_rows, &wanted));
  g_assert_cmpuint (nida_session_find_source (session, two), ==, 0);
  g_assert_cmpuint (nida_session_find_source (session, one), ==, G_MAXUINT);
  nida_session_undo (session);
  wanted.n_rows = 7;
  g_assert_true (ui_test_wait (has_rows, &wanted));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-cache-XXXXXX", NULL);

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-sources/failure/keeps-the-last-good-of-one-and-shows-what-is-new-of-the-other", test_one_fails);
  g_test_add_func ("/session-sources/only/others-are-switched-off-in-one-step", test_only);
  return g_test_run ();
}
