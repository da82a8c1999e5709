/* source-list.c: a row for each source that is open, which stays while it is. */
#include "config.h"

#include "source-list.h"
#include "ui-support.h"

static NidaSourceList *
find_list (NidaWindow *window)
{
  NidaWorkspace *workspace = nida_window_get_workspace (window);

  gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), "report");
  ui_test_run_for (100);
  return nida_load_report_get_sources (nida_workspace_get_report (workspace));
}

typedef struct { NidaSession *session; guint n_sources; } Wanted;

static gboolean
has_sources (gpointer data)
{
  Wanted *wanted = data;
  NidaDataset *dataset = nida_session_get_dataset (wanted->session);

  return !nida_session_is_loading (wanted->session) && dataset != NULL
         && nida_report_get_n_sources (nida_dataset_get_report (dataset)) == wanted->n_sources;
}

static void
test_rows (void)
{
  g_autofree char *one = ui_test_write ("one.csv", ui_test_csv);
  g_autofree char *two = ui_test_write ("two.csv", "kind,date,donor,amount\npaid,2024,Oman,5\n");
  const char *inputs[] = { one, two, NULL };
  NidaWindow *window = ui_test_open (one);
  Wanted wanted = { nida_window_get_session (window), 2 };
  NidaSourceList *list;
  NidaSourceRow *row;

  nida_window_open (window, inputs);
  g_assert_true (ui_test_wait (has_sources, &wanted));
  list = find_list (window);
  row = nida_source_list_get_row (list, two);
  g_assert_nonnull (row);
  /* two take all of their line, also where there is room for a third */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (row)) * 5, >, gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (list))) * 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "source.only", NULL));
  wanted.n_sources = 1;
  g_assert_true (ui_test_wait (has_sources, &wanted));
  /* both stand where they stood, and one of them can be switched on again */
  g_assert_true (nida_source_list_get_row (list, two) == row);
  g_assert_nonnull (nida_source_list_get_row (list, one));
  g_assert_true (nida_filter_set_is_off (nida_session_get_filters (wanted.session), one));
  g_assert_cmpuint (nida_session_find_source (wanted.session, one), ==, G_MAXUINT);
  nida_session_undo (wanted.session);
  wanted.n_sources = 2;
  g_assert_true (ui_test_wait (has_sources, &wanted));
  g_assert_true (nida_source_list_get_row (list, two) == row);
  ui_test_close (window);
}

static void
find_cb (char      **name,
         const char *found)
{
  g_free (*name);
  *name = g_strdup (found);
}

static void
test_find (void)
{
  g_autofree char *text = g_strconcat (ui_test_csv, "paid,2023,Kuwait,الكويت,Food,الغذاء,Appeal 2024,,USD,8ر3,a\n", NULL);
  g_autofree char *path = ui_test_write ("refused.csv", text);
  g_autofree char *name = NULL;
  NidaWindow *window = ui_test_open (path);
  NidaSourceList *list = find_list (window);
  NidaLoadReport *report = nida_workspace_get_report (nida_window_get_workspace (window));

  g_signal_connect_swapped (list, "find-problems", G_CALLBACK (find_cb), &name);
  g_signal_emit_by_name (nida_source_list_get_row (list, path), "find-problems");
  g_assert_cmpstr (name, ==, "refused.csv");
  g_assert_cmpuint (nida_load_report_get_n_shown (report), >=, 1);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/source-list/rows-stay-when-sources-are-switched", test_rows);
  g_test_add_func ("/source-list/finds-the-problems-of-one-source", test_find);
  return g_test_run ();
}
