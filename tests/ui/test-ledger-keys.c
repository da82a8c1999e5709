/* The ledger by keys alone, as a person presses them: an entry is added, changed in the table, pasted, marked, deleted, and each
 * step is taken back. */
#include "config.h"

#include "entry-window.h"
#include "heads-support.h"
#include "ledger-page.h"
#include "look.h"
#include "name-offers.h"
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

/* Letters that the keyboard of the tests has not are pasted. */
static void
enter_into (GtkWindow  *window,
            const char *text)
{
  Focus wanted = { window, NULL, text };

  if (g_str_is_ascii (text))
    {
      type_into (window, text);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  heads_key ("ctrl+v");
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

static GtkWindow *
find_offers (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (NIDA_IS_NAME_OFFERS (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_offers (gpointer data)
{
  return find_offers () != NULL && is_active (find_offers ());
}

static gboolean
is_chosen (gpointer check)
{
  return gtk_check_button_get_active (check);
}

static gboolean
is_joined (gpointer window)
{
  NidaAliases *aliases = nida_filter_set_get_aliases (nida_session_get_filters (nida_window_get_session (window)));

  return g_strcmp0 (nida_aliases_resolve (aliases, NIDA_ALIAS_ORGANISATION, "State of Kuwait"), "Kuwait") == 0;
}

/* A name that is typed into a cell and is like one of the data: asked, and left as it is by Escape; asked again and joined. */
static void
test_offers (void)
{
  NidaWindow *window = open_ledger ();

  add_by_form (window, "Oman", 1);
  for (guint i = 0; i < 2; i++)
    {
      go_to_cell (window, "Oman");
      press_on (GTK_WINDOW (window), "Return");
      heads_key ("ctrl+a");
      type_into (GTK_WINDOW (window), "State of Kuwait");
      heads_key ("Return");
      g_assert_true (ui_test_wait (has_offers, NULL));
      wait_for (window, 1, "State of Kuwait", NIDA_KIND_PLEDGE);
      if (i > 0)
        break;
      heads_key ("Escape");
      g_assert_true (ui_test_wait (is_active, window));
      g_assert_true (ui_test_wait (is_in_table, window));      /* the work goes on where it was */
      g_assert_false (is_joined (window));
      heads_key ("ctrl+z");
      wait_for (window, 1, "Oman", NIDA_KIND_PLEDGE);
    }
  heads_key ("space");
  g_assert_true (ui_test_wait (is_chosen, nida_name_offers_get_check (NIDA_NAME_OFFERS (find_offers ()), 0)));
  heads_key ("alt+a");
  g_assert_true (ui_test_wait (is_joined, window));
  g_assert_true (ui_test_wait (is_active, window));
  g_assert_true (ui_test_wait (is_in_table, window));
  wait_for (window, 1, "State of Kuwait", NIDA_KIND_PLEDGE);
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

/* --- every kind, and its status --- */

static const NidaEntry *
last_entry (NidaWindow *window)
{
  NidaLedger *ledger = ledger_of (window);

  return nida_ledger_get (ledger, nida_ledger_get_n (ledger) - 1)->entry;
}

static gboolean
is_in_list (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL && gtk_widget_get_mapped (focus);
}

static gboolean
is_in_form (gpointer window)
{
  return !is_in_list (window) && gtk_window_get_focus (window) != NULL;
}

/* What the focus is in is called so. */
static gboolean
is_field (GtkWidget  *focus,
          const char *title)
{
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) : NULL;
  GtkWidget *label = entry != NULL ? gtk_widget_get_prev_sibling (entry) : NULL;

  return GTK_IS_LABEL (label) && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), title);
}

static void
type_field (const char *title,
            const char *text)
{
  GtkWindow *form = find_form ();

  for (guint i = 0; i < MOST_STEPS && !is_field (gtk_window_get_focus (form), title); i++)
    press_on (form, "Tab");
  g_assert_true (is_field (gtk_window_get_focus (form), title));
  heads_key ("ctrl+a");
  type_into (form, text);
}

/* From a new form's first field back to its kind, and @steps down. */
static void
begin_kind (NidaWindow *window,
            guint       steps)
{
  heads_key ("ctrl+shift+a");
  g_assert_true (ui_test_wait (has_form, NULL));
  press_on (find_form (), "shift+Tab");
  heads_key ("space");
  g_assert_true (ui_test_wait (is_in_list, find_form ()));
  for (guint i = 0; i < steps; i++)
    press_on (find_form (), "Down");
  heads_key ("Return");
  g_assert_true (ui_test_wait (is_in_form, find_form ()));
}

static void
end_form (NidaWindow *window,
          guint       n)
{
  heads_key ("Return");
  wait_for (window, n, NULL, NIDA_KIND_NONE);
  g_assert_true (ui_test_wait (is_active, window));
}

#define REQUIREMENT 3
#define EVENT       4
#define INDICATOR   5

static void
add_kinds (NidaWindow *window,
           const char *amount,
           const char *date,
           const char *appeal,
           const char *note,
           const char *value,
           const char *indicator)
{
  begin_kind (window, REQUIREMENT);
  type_field (amount, "7000000");
  type_field (date, "2026");
  type_field (appeal, "Drought");
  end_form (window, 1);
  g_assert_cmpuint (nida_entry_get_kind (last_entry (window)), ==, NIDA_KIND_REQUIREMENT);
  g_assert_cmpstr (last_entry (window)->names[NIDA_ENTRY_APPEAL][0], ==, "Drought");
  g_assert_cmpint (last_entry (window)->amount, ==, 7000000 * NIDA_MONEY_UNIT);
  begin_kind (window, EVENT);
  type_field (date, "2026-03-05");
  type_field (note, "Conference");
  end_form (window, 2);
  g_assert_cmpuint (nida_entry_get_kind (last_entry (window)), ==, NIDA_KIND_EVENT);
  g_assert_cmpstr (last_entry (window)->notes[0], ==, "Conference");
  begin_kind (window, INDICATOR);
  type_field (value, "42.5");
  type_field (date, "2026-03");
  type_field (indicator, "Hunger");
  end_form (window, 3);
  g_assert_cmpuint (nida_entry_get_kind (last_entry (window)), ==, NIDA_KIND_INDICATOR);
  g_assert_cmpstr (last_entry (window)->names[NIDA_ENTRY_CATEGORY][0], ==, "Hunger");
  g_assert_cmpint (last_entry (window)->amount, ==, 425 * NIDA_MONEY_UNIT / 10);
}

static void
test_kinds (void)
{
  NidaWindow *window = open_ledger ();

  add_kinds (window, "Amount", "Date", "Appeal", "Note", "Value", "Indicator");
  go_to_cell (window, "Conference");      /* in the first columns: the event is called so */
  heads_key ("Delete");
  wait_for (window, 2, NULL, NIDA_KIND_NONE);
  g_assert_true (ui_test_wait (is_in_table, window));
  for (guint n = 3; n > 0; n--)
    {
      heads_key ("ctrl+z");
      wait_for (window, n, NULL, NIDA_KIND_NONE);
      g_assert_true (ui_test_wait (is_in_table, window));
    }
  ui_test_close (window);
}

static gboolean
is_in_cell (gpointer window)
{
  return !is_in_list (window) && is_in_table (window);
}

/* By the menu of the row, and by its word in the table; who marked it when is kept. */
static void
change_status (NidaWindow *window,
               const char *pledge,
               const char *paid)
{
  go_to_cell (window, pledge);
  heads_key ("shift+F10");
  g_assert_true (ui_test_wait (is_in_list, window));
  press_on (GTK_WINDOW (window), "Down");
  heads_key ("Return");
  wait_for (window, 1, NULL, NIDA_KIND_COMMITMENT);
  g_assert_true (ui_test_wait (is_in_cell, window));      /* which it had left */
  g_assert_cmpuint (last_entry (window)->steps->len, ==, 2);
  g_assert_true (g_array_index (last_entry (window)->steps, NidaEntryStep, 1).at > 0);
  heads_key ("ctrl+z");
  wait_for (window, 1, NULL, NIDA_KIND_PLEDGE);
  g_assert_true (ui_test_wait (is_in_table, window));
  go_to_cell (window, pledge);
  press_on (GTK_WINDOW (window), "Return");
  heads_key ("ctrl+a");
  enter_into (GTK_WINDOW (window), paid);
  heads_key ("Return");
  wait_for (window, 1, NULL, NIDA_KIND_PAID);
  heads_key ("ctrl+z");
  wait_for (window, 1, NULL, NIDA_KIND_PLEDGE);
}

static void
test_status (void)
{
  NidaWindow *window = open_ledger ();

  add_by_form (window, "Oman", 1);
  change_status (window, "Pledge", "paid");
  ui_test_close (window);
}

/* Words of the window and of its cells, and the keys that are the same. */
static void
test_arabic (void)
{
  NidaWindow *window;

  nida_look_set_own (nida_look_get (), "language", "ar");
  window = open_ledger ();
  add_kinds (window, "المبلغ", "التاريخ", "النداء", "ملاحظة", "القيمة", "مؤشر");
  for (guint n = 3; n > 0; n--)
    {
      heads_key ("ctrl+z");
      wait_for (window, n - 1, NULL, NIDA_KIND_NONE);
    }
  add_by_form (window, "Oman", 1);
  change_status (window, "تعهّد", "مدفوع");
  heads_key ("ctrl+z");
  wait_for (window, 0, NULL, NIDA_KIND_NONE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "الجهة المانحة\tالمبلغ\tالنوع\nالكويت\t٥٠٠٠٫٥\tتعهّد\n");
  heads_key ("ctrl+v");
  wait_for (window, 1, NULL, NIDA_KIND_PLEDGE);
  g_assert_cmpint (last_entry (window)->amount, ==, 5000 * NIDA_MONEY_UNIT + NIDA_MONEY_UNIT / 2);
  ui_test_close (window);
  nida_look_set_own (nida_look_get (), "language", NULL);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ledger-keys/form/adds-and-takes-back", test_form);
  g_test_add_func ("/ledger-keys/table/changes-a-cell-and-takes-back", test_table);
  g_test_add_func ("/ledger-keys/table/asks-which-name-is-meant", test_offers);
  g_test_add_func ("/ledger-keys/table/pastes-deletes-and-takes-back", test_paste_and_delete);
  g_test_add_func ("/ledger-keys/form/needs-events-and-levels", test_kinds);
  g_test_add_func ("/ledger-keys/status/by-menu-and-by-word", test_status);
  g_test_add_func ("/ledger-keys/arabic/all-of-it", test_arabic);
  return g_test_run ();
}
