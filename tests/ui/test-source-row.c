/* source-row.c: its words, its age and its menu. */
#include "config.h"

#include "live.h"
#include "source-list.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* All that the labels and buttons under @widget say. */
static void
gather_words (GtkWidget *widget,
              GString   *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather_words (child, words);
}

static char *
words_of (NidaSourceRow *row)
{
  GString *words = g_string_new (NULL);

  gather_words (GTK_WIDGET (row), words);
  return g_string_free (words, FALSE);
}

static NidaSourceRow *
find_row (NidaWindow *window,
          const char *input)
{
  NidaWorkspace *workspace = nida_window_get_workspace (window);

  gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), "report");
  ui_test_run_for (100);
  return nida_source_list_get_row (nida_load_report_get_sources (nida_workspace_get_report (workspace)), input);
}

static void
test_words (void)
{
  g_autofree char *text = g_strconcat (ui_test_csv, "paid,2023,Kuwait,الكويت,Food,الغذاء,Appeal 2024,,USD,8ر3,a\n", NULL);
  g_autofree char *path = ui_test_write ("words.csv", text);
  NidaWindow *window = ui_test_open (path);
  g_autofree char *words = words_of (find_row (window, path));

  g_assert_nonnull (strstr (words, "words.csv"));
  g_assert_nonnull (strstr (words, "7 rows"));
  g_assert_nonnull (strstr (words, "1 refused"));
  g_assert_nonnull (strstr (words, "2022"));
  g_assert_nonnull (strstr (words, "2024"));
  g_assert_nonnull (strstr (words, "changed just now"));
  g_assert_nonnull (strstr (words, "1 problem"));
  ui_test_close (window);
}

static void
test_interval (void)
{
  g_autofree char *path = ui_test_write ("interval.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSourceRow *row = find_row (window, path);
  g_autofree char *words = NULL, *after = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "source.interval", "u", 3600));
  g_assert_cmpuint (nida_live_get_source_interval (path), ==, 3600);
  words = words_of (row);
  g_assert_nonnull (strstr (words, "read again every hour"));
  nida_live_set_source_interval (path, 0);      /* as another window would */
  after = words_of (row);
  g_assert_null (strstr (after, "read again every"));
  ui_test_close (window);
}

static gboolean
has_failed (gpointer data)
{
  g_autofree char *words = words_of (data);

  return strstr (words, "Not read again: shown as of") != NULL;
}

static void
test_failure (void)
{
  g_autofree char *path = ui_test_write ("gone.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSourceRow *row = find_row (window, path);

  g_assert_false (has_failed (row));
  g_unlink (path);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "source.read", NULL));
  g_assert_true (ui_test_wait (has_failed, row));
  g_assert_nonnull (nida_session_get_failure (nida_window_get_session (window), path));
  ui_test_close (window);
}

static void
add_pledge (NidaSession *session)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;

  entry->amount = 5000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->period.start = entry->period.end = nida_date_new_day (2024, 5, 1);
  id = nida_ledger_add (nida_session_get_document (session), entry);
}

/* The desk's own figures are the last of the sources, from the first entry on, and are switched off there. */
static void
test_own (void)
{
  g_autofree char *path = ui_test_write ("own.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autofree char *words = NULL, *off = NULL;
  NidaSourceRow *row;

  g_assert_null (find_row (window, NIDA_LEDGER_URI));
  add_pledge (session);
  row = find_row (window, NIDA_LEDGER_URI);
  g_assert_nonnull (row);
  words = words_of (row);
  g_assert_nonnull (strstr (words, "The desk’s own figures"));
  g_assert_nonnull (strstr (words, "1 row"));
  g_assert_nonnull (strstr (words, "2024"));
  g_assert_nonnull (strstr (words, "never uploaded"));
  nida_session_set_ledger_on (session, FALSE);
  row = find_row (window, NIDA_LEDGER_URI);
  off = words_of (row);
  g_assert_nonnull (strstr (off, "switched off"));
  g_assert_null (strstr (off, "1 row"));
  nida_session_undo (session);
  nida_session_undo (session);
  g_assert_null (find_row (window, NIDA_LEDGER_URI));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/source-row/says-rows-span-age-and-problems", test_words);
  g_test_add_func ("/source-row/interval/chosen-in-its-menu-and-said", test_interval);
  g_test_add_func ("/source-row/failure/is-said-with-the-time-of-the-last-good-data", test_failure);
  g_test_add_func ("/source-row/own/stands-last-and-is-switched-off", test_own);
  return g_test_run ();
}
