/* ledger-columns.c: a cell is typed as it is written and shown in words; what is not understood changes nothing. */
#include "config.h"

#include "ledger-columns.h"
#include "ledger-exchange.h"
#include "look.h"
#include "ui-support.h"

static NidaLedger *
ledger_of (NidaSession *session)
{
  return nida_session_get_ledger (session);
}

static void
test_edit (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = gtk_window_new ();
  g_autofree char *id = NULL;

  nida_ledger_exchange_take (window, session, "Donor\tAmount\tCurrency\nKuwait\t5000\tKWD\n");
  id = g_strdup (nida_ledger_get (ledger_of (session), 0)->id);
  g_assert_true (nida_ledger_columns_edit (window, session, id, NIDA_ENTRY_CELL_AMOUNT, "7,500"));
  g_assert_cmpint (nida_ledger_find (ledger_of (session), id)->entry->amount, ==, 7500 * NIDA_MONEY_UNIT);
  g_assert_false (nida_ledger_columns_edit (window, session, id, NIDA_ENTRY_CELL_AMOUNT, "much"));
  g_assert_false (nida_ledger_columns_edit (window, session, "nobody", NIDA_ENTRY_CELL_AMOUNT, "5"));
  g_assert_cmpint (nida_ledger_find (ledger_of (session), id)->entry->amount, ==, 7500 * NIDA_MONEY_UNIT);
  nida_session_undo (session);
  g_assert_cmpint (nida_ledger_find (ledger_of (session), id)->entry->amount, ==, 5000 * NIDA_MONEY_UNIT);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text,
            gboolean    editable)
{
  if (GTK_IS_EDITABLE_LABEL (widget) && strstr (gtk_editable_get_text (GTK_EDITABLE (widget)), text) != NULL
      && gtk_editable_get_editable (GTK_EDITABLE (widget)) == editable)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text, editable);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_filled (gpointer view)
{
  return find_label (view, "5,000", TRUE) != NULL;
}

/* "5,000" is typed as "5000"; what is still open cannot be typed. */
static void
test_cells (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = gtk_window_new (), *view;
  g_autoptr (GtkStringList) ids = gtk_string_list_new (NULL);
  GtkWidget *amount;
  const char *id;

  nida_ledger_exchange_take (window, session, "Donor\tAmount\tCurrency\nKuwait\t5000\tKWD\n");
  id = nida_ledger_get (ledger_of (session), 0)->id;
  gtk_string_list_append (ids, id);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (ids)))));
  nida_ledger_columns_append (GTK_COLUMN_VIEW (view), session);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 400);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_filled, view));
  g_assert_nonnull (find_label (view, "5,000", FALSE));
  amount = find_label (view, "5,000", TRUE);
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (amount));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (amount)), ==, "5000");
  gtk_editable_set_text (GTK_EDITABLE (amount), "6000");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (amount), TRUE);
  g_assert_cmpint (nida_ledger_get (ledger_of (session), 0)->entry->amount, ==, 6000 * NIDA_MONEY_UNIT);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_late (gpointer view)
{
  return find_label (view, "overdue: ", TRUE) != NULL;
}

/* To a screen reader, which is told no marks of direction. */
static void
assert_told (GtkWidget  *widget,
             const char *words)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  g_assert_cmpstr (wrong, ==, NULL);
}

/* By a word as well as a colour; what is typed is the day alone. */
static void
test_late (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = gtk_window_new (), *view, *late;
  g_autoptr (GtkStringList) ids = gtk_string_list_new (NULL);

  nida_ledger_set_today (nida_date_first_day (nida_date_new_day (2026, 3, 10)));
  nida_ledger_exchange_take (window, session, "Donor\tAmount\tDue\nKuwait\t5000\t2026-03-09\nQatar\t6000\t2026-03-11\n");
  for (guint i = 0; i < nida_ledger_get_n (ledger_of (session)); i++)
    gtk_string_list_append (ids, nida_ledger_get (ledger_of (session), i)->id);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ids)), ==, 2);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (ids)))));
  nida_ledger_columns_append (GTK_COLUMN_VIEW (view), session);
  gtk_window_set_default_size (GTK_WINDOW (window), 1800, 400);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_late, view));
  late = find_label (view, "overdue: ", TRUE);
  g_assert_nonnull (strstr (gtk_editable_get_text (GTK_EDITABLE (late)), "9 Mar 2026"));
  g_assert_true (gtk_widget_has_css_class (late, "nida-warning"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_label (view, "11 Mar 2026", TRUE))), ==, "11 Mar 2026");
  assert_told (late, "Due: overdue: 9 Mar 2026");
  assert_told (gtk_widget_get_parent (gtk_widget_get_parent (late)), "Pledge, Kuwait, 5,000, overdue: 9 Mar 2026");
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (late));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (late)), ==, "2026-03-09");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (late), FALSE);
  nida_ledger_set_today (0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (GSimpleAction *action,
          GVariant      *words,
          gpointer       n)
{
  ++*(guint *) n;
}

typedef struct { GtkWidget *view; const char *text; } Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *shown = data;

  return find_label (shown->view, shown->text, TRUE) != NULL;
}

/* What is shown is not what is written: "9 Mar 2026" is no date to be typed, and an Arabic name not the English one. */
static void
test_escape (void)
{
  static const struct { const char *language, *rows, *text; } cells[] = {
    { "en", "Donor\tAmount\tDate\nKuwait\t5000\t2026-03-09\n", "9 Mar 2026" },
    { "en", "Donor\tAmount\tDue\nKuwait\t5000\t2026-03-09\n", "overdue: " },
    { "en", "Donor\tAmount\tNext step\nKuwait\t5000\tاتصل بالسفارة\n", "اتصل" },
    { "ar", "donor\tdonor_ar\tamount\nKuwait\tالكويت\t5000\n", "الكويت" },
  };

  nida_ledger_set_today (nida_date_first_day (nida_date_new_day (2026, 3, 10)));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (NidaSession) session = nida_session_new ();
      g_autoptr (GtkStringList) ids = gtk_string_list_new (NULL);
      g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
      g_autoptr (GSimpleAction) toast = g_simple_action_new ("toast", G_VARIANT_TYPE ("(ss)"));
      GtkWidget *window = gtk_window_new (), *view, *cell;
      g_autofree char *before = NULL, *after = NULL;
      guint n_toasts = 0;

      nida_look_set_own (nida_look_get (), "language", cells[i].language);
      nida_ledger_exchange_take (window, session, cells[i].rows);
      g_signal_connect (toast, "activate", G_CALLBACK (count_cb), &n_toasts);
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (toast));
      gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
      gtk_string_list_append (ids, nida_ledger_get (ledger_of (session), 0)->id);
      view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (ids)))));
      nida_ledger_columns_append (GTK_COLUMN_VIEW (view), session);
      gtk_window_set_default_size (GTK_WINDOW (window), 1800, 400);
      gtk_window_set_child (GTK_WINDOW (window), view);
      gtk_window_present (GTK_WINDOW (window));
      g_assert_true (ui_test_wait (is_shown, &(Shown) { view, cells[i].text }));
      cell = find_label (view, cells[i].text, TRUE);
      before = nida_entry_to_text (nida_ledger_get (ledger_of (session), 0)->entry);
      gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (cell));
      gtk_editable_set_text (GTK_EDITABLE (cell), "something else");
      gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), FALSE);
      after = nida_entry_to_text (nida_ledger_get (ledger_of (session), 0)->entry);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpuint (n_toasts, ==, 0);
      g_assert_nonnull (strstr (gtk_editable_get_text (GTK_EDITABLE (cell)), cells[i].text));
      gtk_window_destroy (GTK_WINDOW (window));
    }
  nida_look_set_own (nida_look_get (), "language", NULL);
  nida_ledger_set_today (0);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ledger-columns/edit/a-cell-or-says-why-not", test_edit);
  g_test_add_func ("/ledger-columns/cells/are-shown-in-words-and-typed-exactly", test_cells);
  g_test_add_func ("/ledger-columns/due/what-is-late-says-so", test_late);
  g_test_add_func ("/ledger-columns/edit/escape-changes-nothing", test_escape);
  return g_test_run ();
}
