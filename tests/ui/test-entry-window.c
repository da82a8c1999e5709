/* entry-window.c: a form that is filled in by keyboard; what is not understood is said and nothing is lost. */
#include "config.h"

#include "entry-window.h"
#include "ui-support.h"

static gboolean
is_active (gpointer window)
{
  return gtk_window_get_focus (window) != NULL && gtk_widget_get_mapped (window);
}

static GtkEditable *
focused (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (GTK_IS_EDITABLE (focus));
  return GTK_EDITABLE (focus);
}

/* As the tab key does. */
static void
next (GtkWidget *window)
{
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
}

static void
test_keyboard (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = nida_entry_window_new (NULL, session, NULL);
  const NidaEntry *entry;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  gtk_editable_set_text (focused (window), "Kuwait, Government of");
  next (window);
  gtk_editable_set_text (focused (window), "much");
  g_assert_false (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_nonnull (strstr (nida_entry_window_get_error (NIDA_ENTRY_WINDOW (window)), "much"));
  gtk_editable_set_text (focused (window), "2,500,000");
  next (window);
  gtk_editable_set_text (focused (window), "KWD");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  entry = nida_ledger_get (nida_session_get_ledger (session), 0)->entry;
  g_assert_cmpstr (entry->names[NIDA_ENTRY_DONOR][0], ==, "Kuwait, Government of");
  g_assert_cmpint (entry->amount, ==, 2500000 * NIDA_MONEY_UNIT);
  g_assert_cmpstr (entry->currency, ==, "KWD");
}

static void
test_change (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;
  GtkWidget *window;

  entry->amount = 5000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Qatar", NULL);
  id = nida_ledger_add (nida_session_get_document (session), entry);
  window = nida_entry_window_new (NULL, session, id);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  g_assert_cmpstr (gtk_editable_get_text (focused (window)), ==, "Qatar");
  gtk_editable_set_text (focused (window), "Oman");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_cmpstr (nida_ledger_find (nida_session_get_ledger (session), id)->entry->names[NIDA_ENTRY_DONOR][0], ==, "Oman");
  g_assert_cmpint (nida_ledger_find (nida_session_get_ledger (session), id)->entry->amount, ==, 5000);
  nida_session_undo (session);
  g_assert_cmpstr (nida_ledger_find (nida_session_get_ledger (session), id)->entry->names[NIDA_ENTRY_DONOR][0], ==, "Qatar");
}

/* The drop-down is the first control; kinds in the order of the form. */
static GtkDropDown *
find_kind (GtkWidget *window)
{
  GtkWidget *first = gtk_window_get_focus (GTK_WINDOW (window));

  while (!GTK_IS_DROP_DOWN (first))
    {
      g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
      first = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_DROP_DOWN);
      if (first == NULL)
        first = gtk_window_get_focus (GTK_WINDOW (window));
    }
  return GTK_DROP_DOWN (first);
}

static void
choose_kind (GtkWidget *window,
             guint      index)
{
  gtk_drop_down_set_selected (find_kind (window), index);
}

static const char *
chosen_words (GtkWidget *window)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (find_kind (window)));
}

#define REQUIREMENT 3
#define EVENT 4
#define INDICATOR 5

/* An indicator has a name and a value, and no currency. */
static void
test_indicator (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = nida_entry_window_new (NULL, session, NULL);
  const NidaEntry *entry;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  choose_kind (window, INDICATOR);
  next (window);
  gtk_editable_set_text (focused (window), "42.5");
  g_assert_false (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_nonnull (strstr (nida_entry_window_get_error (NIDA_ENTRY_WINDOW (window)), "which indicator"));
  next (window);
  gtk_editable_set_text (focused (window), "2026-05");
  next (window);
  gtk_editable_set_text (focused (window), "Food insecurity");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  entry = nida_ledger_get (nida_session_get_ledger (session), 0)->entry;
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_INDICATOR);
  g_assert_cmpstr (entry->names[NIDA_ENTRY_CATEGORY][0], ==, "Food insecurity");
  g_assert_cmpint (entry->amount, ==, 425 * NIDA_MONEY_UNIT / 10);
  g_assert_cmpstr (entry->currency, ==, "");
}

/* What was typed before the kind was chosen stays in sight and is kept. */
static void
test_typed (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = nida_entry_window_new (NULL, session, NULL);
  const NidaEntry *entry;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  gtk_editable_set_text (focused (window), "Kuwait, Government of");
  next (window);
  gtk_editable_set_text (focused (window), "7000000");
  choose_kind (window, REQUIREMENT);
  next (window);
  g_assert_cmpstr (gtk_editable_get_text (focused (window)), ==, "Kuwait, Government of");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  entry = nida_ledger_get (nida_session_get_ledger (session), 0)->entry;
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_REQUIREMENT);
  g_assert_cmpstr (entry->names[NIDA_ENTRY_DONOR][0], ==, "Kuwait, Government of");
  g_assert_cmpstr (entry->currency, ==, "USD");
}

/* From the donor to the date by one key; what the event is has to be said. */
static void
test_event (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = nida_entry_window_new (NULL, session, NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  choose_kind (window, EVENT);
  next (window);
  next (window);
  gtk_editable_set_text (focused (window), "2026-06-03");
  g_assert_false (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_nonnull (strstr (nida_entry_window_get_error (NIDA_ENTRY_WINDOW (window)), "note"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The control below @title. */
static GtkEditable *
find_field (GtkWidget  *widget,
            const char *title)
{
  GtkWidget *next_one = GTK_IS_LABEL (widget) ? gtk_widget_get_next_sibling (widget) : NULL;

  if (next_one != NULL && GTK_IS_ENTRY (next_one) && gtk_widget_get_mapped (next_one) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), title))
    return GTK_EDITABLE (next_one);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_field (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
fill (GtkWidget  *window,
      const char *title,
      const char *text)
{
  GtkEditable *field = find_field (window, title);

  g_assert_nonnull (field);
  gtk_editable_set_text (field, text);
}

static GtkWidget *
open_form (NidaSession *session,
           const char  *id)
{
  GtkWidget *window = nida_entry_window_new (NULL, session, id);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  return window;
}

static const NidaLedgerRow *
newest (NidaSession *session)
{
  NidaLedger *ledger = nida_session_get_ledger (session);

  return nida_ledger_get (ledger, nida_ledger_get_n (ledger) - 1);
}

/* An event and a need are saved as they were typed, and stand in the form again when they are changed. */
static void
test_saved (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  GtkWidget *window = open_form (session, NULL);
  const NidaEntry *entry;

  choose_kind (window, EVENT);
  fill (window, "Date", "2026-06-03");
  fill (window, "Note", "Doha pledging conference");
  fill (window, "Note in Arabic", "مؤتمر الدوحة");
  g_assert_null (find_field (window, "Amount"));
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  entry = newest (session)->entry;
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_EVENT);
  g_assert_cmpstr (entry->notes[0], ==, "Doha pledging conference");
  g_assert_cmpstr (entry->notes[1], ==, "مؤتمر الدوحة");
  g_assert_cmpint (entry->amount, ==, NIDA_MONEY_NONE);
  g_assert_cmpint (nida_date_first_day (nida_entry_get_period (entry).start), ==, nida_days_from_civil (2026, 6, 3));

  window = open_form (session, NULL);
  choose_kind (window, REQUIREMENT);
  fill (window, "Amount", "12,500,000.50");
  fill (window, "Currency", "kwd");
  fill (window, "Date", "2026");
  fill (window, "Objective", "Shelter");
  fill (window, "Appeal", "Sudan 2026");
  g_assert_null (find_field (window, "Due"));
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  entry = newest (session)->entry;
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_REQUIREMENT);
  g_assert_cmpint (entry->amount, ==, 12500000 * NIDA_MONEY_UNIT + NIDA_MONEY_UNIT / 2);
  g_assert_cmpstr (entry->currency, ==, "KWD");
  g_assert_cmpstr (entry->names[NIDA_ENTRY_APPEAL][0], ==, "Sudan 2026");
  g_assert_cmpstr (entry->names[NIDA_ENTRY_CATEGORY][0], ==, "Shelter");

  window = open_form (session, newest (session)->id);
  g_assert_cmpstr (chosen_words (window), ==, "Requirement");
  g_assert_cmpstr (gtk_editable_get_text (find_field (window, "Appeal")), ==, "Sudan 2026");
  fill (window, "Amount", "13000000");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_cmpuint (nida_ledger_get_n (nida_session_get_ledger (session)), ==, 2);
  g_assert_cmpint (newest (session)->entry->amount, ==, 13000000 * NIDA_MONEY_UNIT);
}

static void
collect_links (GtkWidget *widget,
               GPtrArray *links)
{
  if (GTK_IS_LINK_BUTTON (widget))
    g_ptr_array_add (links, (gpointer) gtk_link_button_get_uri (GTK_LINK_BUTTON (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_links (child, links);
}

/* Documents are opened from the form, and nothing but what a browser shows. */
static void
test_links (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  GtkWidget *window = open_form (session, NULL);

  fill (window, "Donor", "Kuwait");
  fill (window, "Amount", "5000");
  fill (window, "Due", "2026-12-01");
  fill (window, "Next step", "Call the embassy");
  fill (window, "Links", "https://example.org/letter.pdf  file:///etc/passwd http://example.org/b");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_cmpstr (newest (session)->entry->next_step, ==, "Call the embassy");
  g_assert_cmpuint (newest (session)->entry->links->len, ==, 3);
  g_assert_cmpstr (newest (session)->entry->links->pdata[0], ==, "https://example.org/letter.pdf");

  window = open_form (session, newest (session)->id);
  g_assert_cmpstr (gtk_editable_get_text (find_field (window, "Next step")), ==, "Call the embassy");
  g_assert_cmpstr (gtk_editable_get_text (find_field (window, "Due")), ==, "2026-12-01");
  collect_links (window, links);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpstr (links->pdata[0], ==, "https://example.org/letter.pdf");
  g_assert_cmpstr (links->pdata[1], ==, "http://example.org/b");
  fill (window, "Links", "");
  fill (window, "Next step", "");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_cmpuint (newest (session)->entry->links->len, ==, 0);
  g_assert_null (newest (session)->entry->next_step);
  nida_session_undo (session);
  g_assert_cmpuint (newest (session)->entry->links->len, ==, 3);
}

/* Words that change do not make a pledge of what was cancelled; a kind that is chosen does. */
static void
test_cancelled (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;
  GtkWidget *window;

  entry->amount = 5000;
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Qatar", NULL);
  nida_entry_add_step (entry, NIDA_ENTRY_COMMITTED, NIDA_DATE_NONE, 0, NULL);
  nida_entry_add_step (entry, NIDA_ENTRY_CANCELLED, NIDA_DATE_NONE, 0, NULL);
  id = nida_ledger_add (nida_session_get_document (session), entry);
  window = nida_entry_window_new (NULL, session, id);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  gtk_editable_set_text (focused (window), "Oman");
  g_assert_cmpstr (chosen_words (window), ==, "Cancelled");
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_cmpstr (nida_ledger_find (nida_session_get_ledger (session), id)->entry->names[NIDA_ENTRY_DONOR][0], ==, "Oman");
  g_assert_cmpuint (nida_entry_get_status (nida_ledger_find (nida_session_get_ledger (session), id)->entry), ==, NIDA_ENTRY_CANCELLED);
  window = nida_entry_window_new (NULL, session, id);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  choose_kind (window, 0);
  g_assert_true (nida_entry_window_save (NIDA_ENTRY_WINDOW (window)));
  g_assert_cmpuint (nida_entry_get_kind (nida_ledger_find (nida_session_get_ledger (session), id)->entry), ==, NIDA_KIND_PLEDGE);
  window = nida_entry_window_new (NULL, session, id);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_active, window));
  g_assert_cmpstr (chosen_words (window), ==, "Pledge");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/entry-window/add/by-keyboard", test_keyboard);
  g_test_add_func ("/entry-window/kind/indicator-without-currency", test_indicator);
  g_test_add_func ("/entry-window/kind/keeps-what-was-typed", test_typed);
  g_test_add_func ("/entry-window/kind/event-without-amount", test_event);
  g_test_add_func ("/entry-window/kind/event-and-requirement-are-saved-and-changed", test_saved);
  g_test_add_func ("/entry-window/links/and-the-next-step", test_links);
  g_test_add_func ("/entry-window/change/cancelled-stays-cancelled", test_cancelled);
  g_test_add_func ("/entry-window/change/and-undo", test_change);
  return g_test_run ();
}
