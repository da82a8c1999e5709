/* versions-window.c: what was done is listed, and going back is a step like any other. */
#include "config.h"

#include "document-actions.h"
#include "ui-support.h"
#include "undo-words.h"
#include "versions-window.h"

static guint
n_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static void
test_go_back (void)
{
  g_autofree char *csv = ui_test_write ("versions.csv", ui_test_csv), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "versions.nida", NULL);
  NidaWindow *window = ui_test_open (csv);
  NidaSession *session = nida_window_get_session (window);
  NidaVersionsWindow *versions;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint n;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_true (nida_document_actions_save (window, path, &error));
  nida_session_add_board (session);
  nida_session_rename_board (session, "Second", NULL);
  versions = NIDA_VERSIONS_WINDOW (nida_versions_window_new (window));
  gtk_window_present (GTK_WINDOW (versions));
  n = n_rows (nida_versions_window_get_list (versions));
  ui_test_assert_large_text (GTK_WINDOW (versions));
  g_assert_cmpuint (n, ==, 3);      /* and the one before them */
  /* after the second board was made */
  gtk_list_box_select_row (nida_versions_window_get_list (versions),
                           gtk_list_box_get_row_at_index (nida_versions_window_get_list (versions), 1));
  g_assert_nonnull (strstr (nida_versions_window_get_words (versions), "boards"));
  gtk_list_box_select_row (nida_versions_window_get_list (versions),
                           gtk_list_box_get_row_at_index (nida_versions_window_get_list (versions), (int) n - 1));
  nida_versions_window_go_back (versions);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 1);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  nida_session_undo (session);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  /* the name of the step has the time of the version */
  versions = NIDA_VERSIONS_WINDOW (nida_versions_window_new (window));
  gtk_window_present (GTK_WINDOW (versions));
  gtk_list_box_select_row (nida_versions_window_get_list (versions),
                           gtk_list_box_get_row_at_index (nida_versions_window_get_list (versions), 3));
  nida_versions_window_go_back (versions);
  words = nida_undo_words_undo (nida_session_get_document (session));
  g_assert_true (g_str_has_prefix (words, "Undo: Go Back to Earlier Version: "));
  g_assert_nonnull (strstr (words, " 20"));
  g_assert_null (strchr (words, '\n'));
  nida_session_undo (session);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/versions-window/going-back-is-a-step", test_go_back);
  return g_test_run ();
}
