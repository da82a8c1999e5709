/* boards-menu.c, titles-window.c, undo-words.c: boards are made, named and left by hand, and the menu says what undo does. */
#include "config.h"

#include "boards-menu.h"
#include "titles-window.h"
#include "ui-support.h"
#include "undo-words.h"

static void
activate (NidaWindow *window,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static GtkWidget *
titles_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (NIDA_IS_TITLES_WINDOW (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
test_actions (void)
{
  g_autofree char *path = ui_test_write ("menu.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));
  guint n = nida_board_view_get_n_views (board);

  nida_session_remove_chart (session, 0);
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n - 1);
  activate (window, "win.board-new");
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n);
  activate (window, "win.board-next");       /* round */
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 0);
  g_assert_cmpuint (nida_board_view_get_n_views (board), ==, n - 1);
  activate (window, "win.board-later");
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 1);
  activate (window, "win.board-previous");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "board", g_variant_new_uint32 (1));
  g_assert_cmpuint (nida_session_get_board_index (session), ==, 1);
  activate (window, "win.board-delete");
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 1);
  activate (window, "win.undo");
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  ui_test_close (window);
}

/* The heading is called what the menu calls the board that is shown. */
static void
test_heading (void)
{
  g_autofree char *path = ui_test_write ("heading.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  GtkWidget *board = GTK_WIDGET (nida_workspace_get_board (nida_window_get_workspace (window)));
  GtkLabel *heading = GTK_LABEL (ui_test_find (ui_test_find (board, GTK_TYPE_MENU_BUTTON), GTK_TYPE_LABEL));
  g_autofree char *first = nida_session_dup_board_title (session, 0), *second = NULL;

  g_assert_cmpstr (gtk_label_get_text (heading), ==, first);
  activate (window, "win.board-new");
  second = nida_session_dup_board_title (session, 1);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (gtk_label_get_text (heading), ==, second);
  activate (window, "win.board-next");
  g_assert_cmpstr (gtk_label_get_text (heading), ==, first);
  ui_test_close (window);
}

static void
test_rename (void)
{
  g_autofree char *path = ui_test_write ("rename.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaTitlesWindow *titles;

  activate (window, "win.board-rename");
  titles = NIDA_TITLES_WINDOW (titles_window ());
  gtk_editable_set_text (GTK_EDITABLE (nida_titles_window_get_entry (titles, FALSE)), " Gulf donors ");
  gtk_editable_set_text (GTK_EDITABLE (nida_titles_window_get_entry (titles, TRUE)), "مانحو الخليج");
  nida_titles_window_confirm (titles);
  g_assert_cmpstr (nida_session_get_board (session)->title, ==, "Gulf donors");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "Gulf donors"));
  activate (window, "win.board-rename");
  titles = NIDA_TITLES_WINDOW (titles_window ());
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nida_titles_window_get_entry (titles, TRUE))), ==, "مانحو الخليج");
  gtk_window_close (GTK_WINDOW (titles));
  ui_test_close (window);
}

static void
test_words (void)
{
  g_autofree char *path = ui_test_write ("words.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autofree char *none = nida_undo_words_undo (nida_session_get_document (session)), *undo = NULL, *redo = NULL;

  g_assert_cmpstr (none, ==, "Undo");
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  undo = nida_undo_words_undo (nida_session_get_document (session));
  g_assert_cmpstr (undo, ==, "Undo: Filter by Donor");
  nida_session_undo (session);
  redo = nida_undo_words_redo (nida_session_get_document (session));
  g_assert_cmpstr (redo, ==, "Redo: Filter by Donor");
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/boards-menu/actions/make-show-and-delete", test_actions);
  g_test_add_func ("/boards-menu/heading/is-called-as-in-the-menu", test_heading);
  g_test_add_func ("/titles-window/rename/in-both-languages", test_rename);
  g_test_add_func ("/undo-words/say-what-is-taken-back", test_words);
  return g_test_run ();
}
