/* session-inputs.c: the sources of the document are what is open: added, removed, found again, and all of that undone. */
#include "config.h"

#include "document-sources.h"
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

static void
wait_for_rows (NidaSession *session,
               guint        n_rows)
{
  Wanted wanted = { session, n_rows };

  g_assert_true (ui_test_wait (has_rows, &wanted));
}

static NidaSession *
open_one (const char *path)
{
  NidaSession *session = nida_session_new ();
  const char *inputs[] = { path, NULL };

  nida_session_open (session, inputs);
  wait_for_rows (session, 6);
  return session;
}

static void
test_added (void)
{
  g_autofree char *one = ui_test_write ("added-one.csv", ui_test_csv), *two = ui_test_write ("added-two.csv", OMAN);
  g_autoptr (NidaSession) session = open_one (one);
  const char *more[] = { two, NULL };

  g_assert_false (nida_session_can_remove_input (session));
  nida_session_add_inputs (session, more);
  wait_for_rows (session, 7);
  g_assert_cmpstr (nida_session_get_inputs (session)[1], ==, two);
  nida_session_undo (session);
  wait_for_rows (session, 6);
  g_assert_null (nida_session_get_inputs (session)[1]);
  nida_session_redo (session);
  wait_for_rows (session, 7);
}

static void
test_removed (void)
{
  g_autofree char *one = ui_test_write ("removed-one.csv", ui_test_csv), *two = ui_test_write ("removed-two.csv", OMAN);
  g_autoptr (NidaSession) session = open_one (one);
  const char *more[] = { two, NULL };

  nida_session_add_inputs (session, more);
  wait_for_rows (session, 7);
  g_assert_true (nida_session_can_remove_input (session));
  nida_session_remove_input (session, one);
  wait_for_rows (session, 1);
  g_assert_cmpstr (nida_session_get_inputs (session)[0], ==, two);
  nida_session_undo (session);
  wait_for_rows (session, 7);
}

/* A file that went elsewhere is read from there. */
static void
test_located (void)
{
  g_autofree char *one = ui_test_write ("located.csv", ui_test_csv), *two = ui_test_write ("located-two.csv", OMAN);
  g_autofree char *there = ui_test_write ("there.csv", OMAN "paid,2025,Oman,6\n");
  g_autoptr (NidaSession) session = open_one (one);
  const char *more[] = { two, NULL };

  nida_session_add_inputs (session, more);
  wait_for_rows (session, 7);
  g_unlink (two);
  nida_session_locate_input (session, two, there);
  wait_for_rows (session, 8);
  g_assert_cmpstr (nida_session_get_inputs (session)[1], ==, there);
}

/* A file that came later is read again when it changes, as those of the beginning, and so is one that came back. */
static void
test_watched (void)
{
  g_autofree char *one = ui_test_write ("watched.csv", ui_test_csv), *two = ui_test_write ("watched-two.csv", OMAN);
  g_autoptr (NidaSession) session = open_one (one);
  const char *more[] = { two, NULL };

  nida_session_add_inputs (session, more);
  wait_for_rows (session, 7);
  g_assert_true (g_file_set_contents (two, OMAN "paid,2025,Oman,6\n", -1, NULL));
  wait_for_rows (session, 8);
  nida_session_remove_input (session, two);
  wait_for_rows (session, 6);
  nida_session_undo (session);
  wait_for_rows (session, 8);
  g_assert_true (g_file_set_contents (two, OMAN, -1, NULL));
  wait_for_rows (session, 7);
  g_assert_true (g_file_set_contents (one, OMAN "paid,2026,Oman,7\n", -1, NULL));
  wait_for_rows (session, 3);
}

/* A document whose data are neither carried nor found opens with the rest, and takes them in when they come back. */
static void
test_missing (void)
{
  g_autofree char *one = ui_test_write ("missing-one.csv", ui_test_csv), *two = ui_test_write ("missing-two.csv", OMAN);
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaDocument) document = nida_document_new ();
  const char *inputs[] = { one, two, NULL };

  g_unlink (two);
  nida_document_set_sources (document, inputs);
  nida_session_open_document (session, document, inputs);
  wait_for_rows (session, 6);
  g_assert_true (nida_session_is_missing (session, two));
  g_assert_false (nida_session_is_missing (session, one));
  g_assert_nonnull (nida_session_get_failure (session, two));
  /* what is shown is given up for nothing, what is missing waits */
  g_assert_true (g_file_set_contents (two, OMAN, -1, NULL));
  nida_session_reload (session);
  wait_for_rows (session, 7);
  g_assert_false (nida_session_is_missing (session, two));
  g_assert_null (nida_session_get_changes (session));
}

/* Nothing at all of it can be read: it opens all the same, so that somebody can say where the data are. */
static void
test_all_missing (void)
{
  g_autofree char *gone = ui_test_write ("all-gone.csv", OMAN), *there = ui_test_write ("all-there.csv", OMAN);
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaDocument) document = nida_document_new ();
  const char *inputs[] = { gone, NULL };

  g_unlink (gone);
  nida_document_set_sources (document, inputs);
  nida_session_open_document (session, document, inputs);
  wait_for_rows (session, 0);
  g_assert_true (nida_session_is_missing (session, gone));
  nida_session_locate_input (session, gone, there);
  wait_for_rows (session, 1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-inputs/added/read-at-once-and-undone", test_added);
  g_test_add_func ("/session-inputs/removed/come-back", test_removed);
  g_test_add_func ("/session-inputs/located/is-read-where-it-is", test_located);
  g_test_add_func ("/session-inputs/watched/what-came-later-too", test_watched);
  g_test_add_func ("/session-inputs/missing/the-rest-is-shown-until-it-comes-back", test_missing);
  g_test_add_func ("/session-inputs/missing/all-of-them-and-one-is-located", test_all_missing);
  return g_test_run ();
}
