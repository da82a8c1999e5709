/* What was read and refused, as a list and as CSV. */
#include "config.h"

#include "load-report.h"
#include "rate-items.h"
#include "report-rows.h"
#include "text-row.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

static NidaLoadReport *
show_report (NidaWindow *window)
{
  NidaWorkspace *workspace = nida_window_get_workspace (window);

  gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), "report");
  ui_test_run_for (100);
  return nida_workspace_get_report (workspace);
}

static void
test_refused_row_is_listed (void)
{
  g_autofree char *text = g_strconcat (ui_test_csv, "paid,2023,Kuwait,الكويت,Food,الغذاء,Appeal 2024,,USD,8ر3,a\n", NULL);
  g_autofree char *path = ui_test_write ("refused.csv", text);
  NidaWindow *window = ui_test_open (path);
  NidaLoadReport *report = show_report (window);
  g_autofree char *csv = nida_load_report_to_csv (report);

  g_assert_cmpuint (nida_load_report_get_n_shown (report), >=, 1);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF"));
  g_assert_nonnull (strstr (csv, "refused.csv"));
  g_assert_nonnull (strstr (csv, "8ر3"));
  g_assert_nonnull (strstr (csv, ",8,"));   /* the line of the file */
  ui_test_close (window);
}

static void
test_made_in_both_languages (void)
{
  g_autofree char *text = g_strconcat (ui_test_csv, "paid,2023-02-30,Kuwait,الكويت,Food,الغذاء,Appeal 2024,,USD,1,a\n", NULL);
  g_autofree char *path = ui_test_write ("both.csv", text);
  NidaWindow *window = ui_test_open (path);
  g_autofree char *english = nida_load_report_to_csv (show_report (window));
  g_autofree char *arabic = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
  ui_test_run_for (200);
  arabic = nida_load_report_to_csv (nida_workspace_get_report (nida_window_get_workspace (window)));
  g_assert_cmpstr (english, !=, "");
  g_assert_nonnull (strstr (arabic, "2023-02-30"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
  ui_test_close (window);
}

static GtkColumnView *
find_view (GtkWidget *widget)
{
  GtkColumnView *found = GTK_IS_COLUMN_VIEW (widget) ? GTK_COLUMN_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

/* Is a screen reader told @words of some row? */
static gboolean
names_row (GtkWidget  *widget,
           const char *words)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_accessible_get_accessible_role (accessible) == GTK_ACCESSIBLE_ROLE_ROW
      && gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      && gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, words) == NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (names_row (child, words))
      return TRUE;
  return FALSE;
}

/* Four corrections are one line that opens into four; the search and the CSV know each of them. */
static void
test_groups_open (void)
{
  g_autofree char *text = g_strconcat (ui_test_csv, "paid,2023,Kuwait,,Food,,Appeal 2024,,USD,-1,a\npaid,2023,Kuwait,,Food,,Appeal 2024,,USD,-22,a\n"
                                       "paid,2023,Kuwait,,Food,,Appeal 2024,,USD,-333,a\npaid,2023,Kuwait,,Food,,Appeal 2024,,USD,-4444,a\n", NULL);
  g_autofree char *path = ui_test_write ("groups.csv", text);
  NidaWindow *window = ui_test_open (path);
  NidaLoadReport *report = show_report (window);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (find_view (GTK_WIDGET (report))));
  g_autoptr (GtkTreeListRow) group = g_list_model_get_item (rows, 0);
  g_autofree char *csv = nida_load_report_to_csv (report);

  g_assert_cmpuint (nida_load_report_get_n_shown (report), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_cmpstr (nida_text_row_get_cell (nida_text_row_of_item (group), NIDA_REPORT_LINE), ==, "4 rows");
  g_assert_cmpstr (nida_text_row_get_cell (nida_text_row_of_item (group), NIDA_REPORT_COLUMN), ==, "amount");
  g_assert_true (gtk_tree_list_row_is_expandable (group));
  g_signal_emit_by_name (find_view (GTK_WIDGET (report)), "activate", 0);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  ui_test_run_for (100);
  g_assert_true (names_row (GTK_WIDGET (report), "groups.csv, 9, amount, -22, The amount is below zero: -22. A correction by the donor. Counted as it stands."));
  g_assert_nonnull (strstr (csv, ",8,amount,'-1,"));
  g_assert_nonnull (strstr (csv, ",11,amount,'-4444,"));
  g_assert_null (strstr (csv, "4 rows"));
  ui_test_close (window);
}

static gboolean
shows_none (gpointer report)
{
  return nida_load_report_get_n_shown (report) == 0;
}

static gboolean
shows_one (gpointer report)
{
  return nida_load_report_get_n_shown (report) == 1;
}

/* A name is found as the filters find it: without its accents and marks. */
static void
test_search (void)
{
  g_autofree char *text = g_strconcat (ui_test_csv, "paid,2023,Kuwait,,Food,,Appeal 2024,,XAU,Côte,a\n", NULL);
  g_autofree char *path = ui_test_write ("search.csv", text);
  NidaWindow *window = ui_test_open (path);
  NidaLoadReport *report = show_report (window);
  GtkEditable *search = GTK_EDITABLE (ui_test_find (GTK_WIDGET (report), GTK_TYPE_SEARCH_ENTRY));

  g_assert_true (shows_one (report));
  gtk_editable_set_text (search, "Kôte");
  g_assert_true (ui_test_wait (shows_none, report));
  gtk_editable_set_text (search, "cote");
  g_assert_true (ui_test_wait (shows_one, report));
  ui_test_close (window);
}

static gboolean
lists_rate (gpointer data)
{
  g_autofree char *csv = nida_load_report_to_csv (data);

  return strstr (csv, "The desk’s own rate: 1 KWD = 3.25 USD (The bank)") != NULL;
}

static gboolean
lists_no_rate (gpointer data)
{
  return !lists_rate (data);
}

/* What is converted by it is not as published: it is said where all that was done is, as long as it holds. */
static void
test_own_rates (void)
{
  g_autofree char *path = ui_test_write ("own-rates.csv", "kind,date,donor,currency,amount\n"
                                          "paid,2024-05-02,Kuwait,KWD,1000\npaid,2024-05-02,Qatar,USD,500\n");
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaLoadReport *report = show_report (window);
  NidaOwnRate rate = { .from = "KWD", .to = "USD", .quote = { 325, 2 }, .note = (char *) "The bank" };
  g_autofree char *csv = NULL;

  g_assert_false (lists_rate (report));
  nida_rate_items_put (nida_session_get_document (session), NULL, &rate);
  g_assert_true (ui_test_wait (lists_rate, report));
  csv = nida_load_report_to_csv (report);
  g_assert_nonnull (strstr (csv, "The desk’s own figures,at any time"));
  nida_session_undo (session);
  g_assert_true (ui_test_wait (lists_no_rate, report));
  ui_test_close (window);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* Through the button and the dialog, what is on the screen: to the last byte. */
static void
test_saved (void)
{
  g_autofree char *path = ui_test_write ("saved.csv", ui_test_csv);
  g_autofree char *folder = g_path_get_dirname (path), *written = NULL, *shown = NULL, *saved = g_build_filename (folder, "report.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (saved);
  NidaWindow *window = ui_test_open (path);
  NidaLoadReport *report = show_report (window);

  g_assert_cmpint (g_chdir (folder), ==, 0);      /* where a dialog begins */
  g_signal_emit_by_name (find_button (GTK_WIDGET (report), "Save as CSV…"), "clicked");
  ui_test_choose_file (file, TRUE);
  g_assert_true (ui_test_wait (ui_test_is_written, file));
  g_assert_true (g_file_get_contents (saved, &written, NULL, NULL));
  shown = nida_load_report_to_csv (report);
  g_assert_cmpstr (written, ==, shown);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/load-report/refused/stands-with-file-line-and-what-was-found", test_refused_row_is_listed);
  g_test_add_func ("/load-report/language/made-again", test_made_in_both_languages);
  g_test_add_func ("/load-report/groups/one-line-opens-into-places", test_groups_open);
  g_test_add_func ("/load-report/own-rates/stand-as-long-as-they-hold", test_own_rates);
  g_test_add_func ("/load-report/saved/by-the-button-as-it-is-shown", test_saved);
  g_test_add_func ("/load-report/search/finds-names-however-they-are-spelled", test_search);
  return g_test_run ();
}
