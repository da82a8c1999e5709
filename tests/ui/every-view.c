/* Every page, window and dialog of the program by its name, with something in each of them: for what has to hold of all. */
#include "config.h"

#include "every-view.h"

#include "chart-editor.h"
#include "compare-window.h"
#include "key-window.h"
#include "look.h"
#include "payment-window.h"
#include "presenter-window.h"
#include "row-details.h"
#include "ui-support.h"

/* Names are Arabic where the program is, so that what is left in English is the program's. */
static const char more[] =
  "kind,date,donor,donor_ar,category,category_ar,appeal,level,currency,amount,source\n"
  "paid,2024,Kuwait,الكويت,Food,الغذاء,نداء 2024,,USD,120000,b\n"
  "paid,2023,Kuwait,الكويت,Health,الصحة,نداء 2024,,USD,310000,b\n";

/* --- views that need more than an action --- */

static const char *
first_entry (NidaWindow *window)
{
  return nida_ledger_get (nida_session_get_ledger (nida_window_get_session (window)), 0)->id;
}

static GtkWidget *
new_payment (NidaWindow *window)
{
  return nida_payment_window_new (GTK_WINDOW (window), nida_window_get_session (window), first_entry (window));
}

static GtkWidget *
new_compare (NidaWindow *window)
{
  NidaSession *session = nida_window_get_session (window);

  return nida_compare_window_new (GTK_WINDOW (window), session, nida_session_get_inputs (session)[0]);
}

static GtkWidget *
new_row_details (NidaWindow *window)
{
  NidaSession *session = nida_window_get_session (window);

  return nida_row_details_new (GTK_WINDOW (window), nida_session_get_dataset (session), 2, nida_session_get_load_options (session).copies, NULL, NULL);
}

static GtkWidget *
new_key (NidaWindow *window)
{
  g_autoptr (NidaSecrets) secrets = nida_secrets_new_memory ();

  return nida_key_window_new (GTK_WINDOW (window), secrets, "https://flows.example");
}

typedef GtkWidget *(*New) (NidaWindow *window);
static const struct { const char *name; New make; } made[] = {
  { "payment", new_payment }, { "compare", new_compare }, { "row-details", new_row_details }, { "key", new_key },
};

/* Pages of the window and of the chart editor, actions of it and of the program, and those above. */
const char * const every_view[] = {
  "page:board", "page:table", "page:report", "page:slides", "page:ledger",
  "win.as-of", "win.changes", "win.address", "win.names", "win.own-rates", "win.columns", "win.add-entry", "win.donor-report",
  "win.present-options", "editor:kind", "editor:data", "editor:words", "editor:marks", "win.document-title", "win.board-rename", "win.versions", "win.shortcuts",
  "app.preferences", "app.new-document", "app.about",
  "payment", "compare", "row-details", "key", "show", NULL
};

/* --- showing --- */

/* All pages, since those that were never shown have no names yet. */
static void
show_editor_page (GtkWindow  *editor,
                  const char *page)
{
  static const char * const pages[] = { "kind", "data", "words", "marks" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      nida_chart_editor_show_page (NIDA_CHART_EDITOR (editor), pages[i]);
      ui_test_run_for (100);
    }
  nida_chart_editor_show_page (NIDA_CHART_EDITOR (editor), page);
}

/* The newest of the windows that are shown over @window; the presenter's goes before the audience's. */
static GtkWindow *
find_top (NidaWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *found = NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != (gpointer) window && gtk_widget_get_mapped (link->data)
        && (found == NULL || NIDA_IS_PRESENTER_WINDOW (link->data)))
      found = link->data;
  return found;
}

static gboolean
has_top (gpointer window)
{
  return find_top (window) != NULL;
}

static gboolean
has_none (gpointer window)
{
  return find_top (window) == NULL;
}

static gboolean
has_presenter (gpointer window)
{
  return find_top (window) != NULL && NIDA_IS_PRESENTER_WINDOW (find_top (window));
}

/* What is asked before a show is answered as it stands. */
static GtkWindow *
begin_show (NidaWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present-options", NULL);
  g_assert_true (ui_test_wait (has_top, window));
  ui_test_run_for (300);
  g_signal_emit_by_name (find_top (window), "activate-default");
  g_assert_true (ui_test_wait (has_presenter, window));
  ui_test_run_for (1000);
  return find_top (window);
}

GtkWindow *
every_view_show (NidaWindow *window,
                 const char *name)
{
  if (g_str_has_prefix (name, "page:"))
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", name + strlen ("page:"));
      ui_test_run_for (300);
      return GTK_WINDOW (window);
    }
  if (g_str_equal (name, "show"))
    return begin_show (window);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    if (g_str_equal (made[i].name, name))
      gtk_window_present (GTK_WINDOW (made[i].make (window)));
  if (g_str_has_prefix (name, "editor:"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.add-chart", NULL);
  else if (g_str_has_prefix (name, "win."))
    gtk_widget_activate_action (GTK_WIDGET (window), name, NULL);
  else if (g_str_has_prefix (name, "app."))
    g_action_group_activate_action (G_ACTION_GROUP (ui_test_application ()), name + strlen ("app."), NULL);
  if (!ui_test_wait (has_top, window))
    g_error ("%s opened no window", name);
  if (g_str_has_prefix (name, "editor:"))
    show_editor_page (find_top (window), name + strlen ("editor:"));
  ui_test_run_for (500);
  return find_top (window);
}

void
every_view_leave (NidaWindow *window)
{
  GtkWindow *top;

  while ((top = find_top (window)) != NULL)
    {
      gtk_window_close (top);
      ui_test_run_for (100);
      if (find_top (window) == top)
        gtk_window_destroy (top);
    }
  g_assert_true (ui_test_wait (has_none, window));
}

/* --- what is in them --- */

static void
fill (NidaDocument *document)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;

  entry->amount = 5000 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", "الكويت");
  id = nida_ledger_add (document, entry);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NidaSlide) slide = nida_slide_new ();
      g_autofree char *text = NULL, *name = g_strdup_printf ("slide-%u", i);

      slide->title = g_strdup ("2024");
      text = nida_slide_to_text (slide);
      nida_document_begin (document, "Move Slide", NULL);
      nida_document_set (document, NIDA_ITEM_SLIDE, name, text);
      nida_document_end (document);
    }
}

NidaWindow *
every_view_begin (const char *language)
{
  g_auto (GStrv) parts = g_strsplit (ui_test_csv, "Appeal 2024", -1);
  g_autofree char *text = g_strjoinv ("نداء 2024", parts), *one = ui_test_write ("one.csv", text), *two = ui_test_write ("two.csv", more);
  const char *inputs[] = { one, two, NULL };
  NidaWindow *window;

  if (!g_str_equal (nida_language_get_code (nida_look_get_language (nida_look_get ())), language))
    nida_look_switch_language (nida_look_get ());
  window = nida_window_new (ui_test_application (), inputs);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_drawn (window);
  fill (nida_session_get_document (nida_window_get_session (window)));
  ui_test_run_for (500);
  return window;
}
