/* session-boards.c: several boards, each with what is chosen on it. */
#include "config.h"

#include "session.h"
#include "ui-support.h"

static gboolean
has_kuwait (NidaSession *session)
{
  return nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait");
}

static void
test_boards (void)
{
  g_autofree char *path = ui_test_write ("boards.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  g_autofree char *first = nida_session_dup_board_title (session, 0);

  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 1);
  g_assert_cmpstr (first, ==, nida_session_get_board (session)->title);
  nida_session_remove_board (session);
  g_assert_false (nida_session_can_undo (session));

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_add_board (session);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 1);
  g_assert_false (has_kuwait (session));
  nida_session_show_board (session, 0);
  g_assert_true (has_kuwait (session));
  nida_session_duplicate_board (session);
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 1);
  g_assert_true (has_kuwait (session));
  nida_session_move_board (session, 2);
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 2);
  nida_session_remove_board (session);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 1);
  g_assert_false (has_kuwait (session));
  nida_session_undo (session);
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 2);   /* what came back is shown */
  g_assert_true (has_kuwait (session));
}

/* The first board is one of two once there is another, and undo makes it the only one again. */
static void
test_first (void)
{
  g_autofree char *path = ui_test_write ("first.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);

  nida_session_add_board (session);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  g_assert_cmpstr (nida_document_get_undo_name (nida_session_get_document (session)), ==, "New Board");
  nida_session_undo (session);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 1);
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 0);
  g_assert_false (nida_session_can_undo (session));
  nida_session_redo (session);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
}

static void
test_titles (void)
{
  g_autofree char *path = ui_test_write ("titles.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  g_autofree char *composed = g_strdup (nida_session_get_board (session)->title), *second = NULL;
  const char *title, *title_ar;

  nida_session_rename_board (session, " Gulf donors ", "مانحو الخليج");
  g_assert_cmpstr (nida_session_get_board (session)->title, ==, "Gulf donors");
  nida_session_get_board_titles (session, &title, &title_ar);
  g_assert_cmpstr (title_ar, ==, "مانحو الخليج");
  nida_session_add_board (session);
  second = nida_session_dup_board_title (session, 1);
  g_assert_true (g_str_has_prefix (second, composed));
  g_assert_nonnull (strstr (second, "2"));
  nida_session_undo (session);
  nida_session_rename_board (session, NULL, "");
  g_assert_cmpstr (nida_session_get_board (session)->title, ==, composed);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-boards/each-has-its-own-choices", test_boards);
  g_test_add_func ("/session-boards/the-first-becomes-one-of-two", test_first);
  g_test_add_func ("/session-boards/titles-go-before-those-of-the-data", test_titles);
  return g_test_run ();
}
