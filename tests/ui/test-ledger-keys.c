/* The ledger by keys alone, as a person presses them: an entry is added, changed in the table, pasted, marked, deleted, and each
 * step is taken back. */
#include "config.h"

#include "entry-window.h"
#include "heads-support.h"
#include "ledger-page.h"
#include "ui-support.h"

#define MOST_STEPS 60

static NidaLedger *
ledger_of (NidaWindow *window)
{
  return nida_session_get_ledger (nida_window_get_session (window));
}

/* --- what is waited for --- */

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window) && gtk_window_get_focus (window) != NULL;
}

static GtkWindow *
find_form (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (NIDA_IS_ENTRY_WINDOW (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_form (gpointer data)
{
  return find_form () != NULL && is_active (find_form ());
}

typedef struct { GtkWindow *window; GtkWidget *focus; const char *text; } Focus;

static gboolean
has_moved (gpointer data)
{
  const Focus *before = data;
  GtkWidget *focus = gtk_window_get_focus (before->window);

  return focus != NULL && focus != before->focus;
}

static gboolean
has_text (gpointer data)
{
  const Focus *wanted = data;
  GtkWidget *focus = gtk_window_get_focus (wanted->window);

  return GTK_IS_EDITABLE (focus) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (focus)), wanted->text);
}

static gboolean
is_in_table (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW) != NULL;
}

typedef struct { NidaWindow *window; guint n; const char *donor; NidaKind kind; } Wanted;

static gboolean
is_as_wanted (gpointer data)
{
  const Wanted *wanted = data;
  NidaLedger *ledger = ledger_of (wanted->window);
  const NidaEntry *first = nida_ledger_get_n (ledger) > 0 ? nida_ledger_get (ledger, 0)->entry : NULL;

  return nida_ledger_get_n (ledger) == wanted->n
         && (wanted->donor == NULL || g_strcmp0 (first->names[NIDA_ENTRY_DONOR][0], wanted->donor) == 0)
         && (wanted->kind == NIDA_KIND_NONE || nida_entry_get_kind (first) == wanted->kind);
}

static void
wait_for (NidaWindow *window,
          guint       n,
          const char *donor,
          NidaKind    kind)
{
  Wanted wanted = { window, n, donor, kind };

  g_assert_true (ui_test_wait (is_as_wanted, &wanted));
}

/* --- keys --- */

static void
press_on (GtkWindow  *window,
          const char *key)
{
  Focus before = { window, gtk_window_get_focus (window), NULL };

  heads_key (key);
  g_assert_true (ui_test_wait (has_moved, &before));
}

static void
type_into (GtkWindow  *window,
           const char *text)
{
  Focus wanted = { window, NULL, text };

  heads_type (text);
  g_assert_true (ui_test_wait (has_text, &wanted));
}

/* A cell of the table that shows @text. */
static gboolean
is_cell (GtkWidget  *widget,
         const char *text)
{
  return widget != NULL && GTK_IS_EDITABLE_LABEL (widget) && gtk_widget_get_ancestor (widget, NIDA_TYPE_LEDGER_PAGE) != NULL
         && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
}

static void
go_to_cell (NidaWindow *window,
            const char *text)
{
  for (guint i = 0; i < MOST_STEPS && !is_cell (gtk_window_get_focus (GTK_WINDOW (window)), text); i++)
    press_on (GTK_WINDOW (window), "Tab");
  g_assert_true (is_cell (gtk_window_get_focus (GTK_WINDOW (window)), text));
}

static NidaWindow *
open_ledger (void)
{
  g_autofree char *path = ui_test_write ("keys.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  g_assert_true (ui_test_wait (is_active, window));
  heads_key ("alt+5");
  return window;
}

static void
add_by_form (NidaWindow *window,
             const char *donor,
             guint       n)
{
  heads_key ("ctrl+shift+a");
  g_assert_true (ui_test_wait (has_form, NULL));
  type_into (find_form (), donor);
  press_on (find_form (), "Tab");
  type_into (find_form (), "5000");
  heads_key ("Return");
  wait_for (window, n, NULL, NIDA_KIND_NONE);
  g_assert_true (ui_test_wait (is_active, window));
}

/* --- what a person does --- */

static void
test_form (void)
{
  NidaWindow *window = open_ledger ();

  add_by_form (window, "Kuwait", 1);
  wait_for (window, 1, "Kuwait", NIDA_KIND_PLEDGE);
  heads_key ("ctrl+z");
  wait_for (window, 0, NULL, NIDA_KIND_NONE);
  heads_key ("ctrl+shift+z");
  wait_for (window, 1, "Kuwait", NIDA_KIND_PLEDGE);
  ui_test_close (window);
}

static void
test_table (void)
{
  NidaWindow *window = open_ledger ();

  add_by_form (window, "Oman", 1);
  go_to_cell (window, "Oman");
  press_on (GTK_WINDOW (window), "Return");
  heads_key ("ctrl+a");
  type_into (GTK_WINDOW (window), "Jordan");
  press_on (GTK_WINDOW (window), "Escape");
  g_assert_true (is_cell (gtk_window_get_focus (GTK_WINDOW (window)), "Oman"));
  wait_for (window, 1, "Oman", NIDA_KIND_PLEDGE);
  press_on (GTK_WINDOW (window), "Return");
  heads_key ("ctrl+a");
  type_into (GTK_WINDOW (window), "Qatar");
  heads_key ("Return");
  wait_for (window, 1, "Qatar", NIDA_KIND_PLEDGE);
  heads_key ("ctrl+z");
  wait_for (window, 1, "Oman", NIDA_KIND_PLEDGE);
  ui_test_close (window);
}

/* Rows of a spreadsheet are pasted, the row that the keys reach is deleted, and both come back. */
static void
test_paste_and_delete (void)
{
  NidaWindow *window = open_ledger ();

  add_by_form (window, "Oman", 1);
  go_to_cell (window, "Oman");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "Donor\tAmount\nKuwait\t5\nQatar\t6\n");
  heads_key ("ctrl+v");
  wait_for (window, 3, "Oman", NIDA_KIND_NONE);
  go_to_cell (window, "Oman");
  press_on (GTK_WINDOW (window), "Down");
  g_assert_true (is_cell (gtk_window_get_focus (GTK_WINDOW (window)), "Kuwait") ||
                 is_cell (gtk_window_get_focus (GTK_WINDOW (window)), "Qatar"));      /* the donor's column still */
  press_on (GTK_WINDOW (window), "Up");
  g_assert_true (is_cell (gtk_window_get_focus (GTK_WINDOW (window)), "Oman"));
  press_on (GTK_WINDOW (window), "Return");
  heads_key ("ctrl+a");
  type_into (GTK_WINDOW (window), "Jordan");
  press_on (GTK_WINDOW (window), "Down");      /* ends what is typed, and goes on below */
  wait_for (window, 3, "Jordan", NIDA_KIND_NONE);
  g_assert_true (is_cell (gtk_window_get_focus (GTK_WINDOW (window)), "Kuwait") ||
                 is_cell (gtk_window_get_focus (GTK_WINDOW (window)), "Qatar"));
  heads_key ("ctrl+z");
  wait_for (window, 3, "Oman", NIDA_KIND_NONE);
  heads_key ("Delete");
  wait_for (window, 2, "Oman", NIDA_KIND_NONE);
  g_assert_true (ui_test_wait (is_in_table, window));      /* the next row has the focus */
  heads_key ("ctrl+z");
  wait_for (window, 3, "Oman", NIDA_KIND_NONE);
  heads_key ("ctrl+z");
  wait_for (window, 1, "Oman", NIDA_KIND_NONE);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ledger-keys/form/adds-and-takes-back", test_form);
  g_test_add_func ("/ledger-keys/table/changes-a-cell-and-takes-back", test_table);
  g_test_add_func ("/ledger-keys/table/pastes-deletes-and-takes-back", test_paste_and_delete);
  return g_test_run ();
}
