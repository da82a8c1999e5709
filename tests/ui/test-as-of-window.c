/* as-of-window.c: kept readings are offered, and a day that is typed wins. */
#include "config.h"

#include "as-of-window.h"
#include "ui-support.h"

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (NIDA_IS_AS_OF_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
has_second_row (gpointer list)
{
  return gtk_list_box_get_row_at_index (list, 1) != NULL;
}

static gboolean
is_earlier (gpointer session)
{
  return nida_report_get_as_of (nida_dataset_get_report (nida_session_get_dataset (session))) != 0;
}

static void
test_choose (void)
{
  g_autofree char *path = ui_test_write ("asof.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  GtkWidget *dialog;
  GtkListBox *list;
  GtkWidget *show, *day;

  ui_test_run_for (800);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.as-of", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  list = GTK_LIST_BOX (ui_test_find (dialog, GTK_TYPE_LIST_BOX));
  show = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  day = ui_test_find (dialog, GTK_TYPE_ENTRY);
  g_assert_true (ui_test_wait (has_second_row, list));
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (gtk_widget_get_sensitive (show));

  gtk_editable_set_text (GTK_EDITABLE (day), "2026-13");
  g_assert_null (gtk_list_box_get_selected_row (list));
  g_assert_false (gtk_widget_get_sensitive (show));
  gtk_editable_set_text (GTK_EDITABLE (day), "2999-12-31");
  g_assert_true (gtk_widget_get_sensitive (show));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "");
  g_signal_emit_by_name (show, "clicked");
  g_assert_true (ui_test_wait (is_earlier, session));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/as-of-window/a-kept-reading-or-a-day-that-is-typed", test_choose);
  return g_test_run ();
}
