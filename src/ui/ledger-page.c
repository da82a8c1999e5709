/* A row an entry. The list follows the session's ledger, so undo and other windows change it too. Which of the entries are listed
 * is the page's own choice and changes no figure. */
#include "config.h"

#include "ledger-page.h"

#include "entry-window.h"
#include "ledger-columns.h"
#include "ledger-exchange.h"
#include "ledger-menu.h"
#include "ledger-sums.h"
#include "look.h"
#include "payment-window.h"
#include "session-private.h"
#include "translate.h"
#include "table-scroll.h"
#include "ui-shell.h"
#include "wrap-layout.h"

#define LEAST_HEIGHT 140     /* of the table, in points at text scale 1 */

struct _NidaLedgerPage
{
  GtkWidget          parent_instance;

  NidaSession       *session;
  GtkWidget         *scroller;
  GtkWidget         *table, *empty;     /* one of both: what to do where there are no entries */
  GtkLabel          *summary;
  GtkLabel          *unrated;           /* what no rate brings into the charts, beside the way to say one */
  GtkWidget         *shows[3];
  GtkWidget         *add;
  GtkMenuButton     *entries;           /* the menu of what is done with them */
  NidaLedgerMenu    *menu;              /* the same, where a row is */
  GtkSwitch         *on;
  GtkColumnView     *view;
  GListStore        *rows;              /* GtkStringObject: ids */
  GtkMultiSelection *selection;
  NidaLedgerShow     show;
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (NidaLedgerPage, nida_ledger_page, GTK_TYPE_WIDGET)

/* --- filling --- */

static gboolean
is_listed (NidaLedgerPage  *self,
           const NidaEntry *entry,
           gint32           today)
{
  switch (self->show)
    {
    case NIDA_LEDGER_DUE: return entry != NULL && nida_entry_is_due (entry, today, NIDA_LEDGER_DUE_DAYS);
    case NIDA_LEDGER_OVERDUE: return entry != NULL && nida_entry_is_overdue (entry, today);
    case NIDA_LEDGER_ALL:
    default: return TRUE;
    }
}

static gboolean
is_same (NidaLedgerPage *self,
         guint           position,
         gpointer        row)
{
  g_autoptr (GtkStringObject) shown = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return g_str_equal (gtk_string_object_get_string (shown), gtk_string_object_get_string (row));
}

/* Rows that stay are left alone, so that the focus and what is selected stay, too. */
static void
take_rows (NidaLedgerPage *self,
           GPtrArray      *rows)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), start = 0, end = 0;

  while (start < MIN (before, rows->len) && is_same (self, start, rows->pdata[start]))
    start++;
  while (end < MIN (before, rows->len) - start && is_same (self, before - end - 1, rows->pdata[rows->len - end - 1]))
    end++;
  if (start + end < MAX (before, rows->len))
    g_list_store_splice (self->rows, start, before - start - end, rows->pdata + start, rows->len - start - end);
}

/* Their figures would be missing without a word where no chart is looked at. */
static void
fill_unrated (NidaLedgerPage *self)
{
  NidaLoaded *loaded = nida_session_get_shown (self->session);
  NidaRowMarks *own = loaded != NULL ? loaded->sources->own : NULL;
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autofree char *words = NULL;

  nida_filter_set_apply (nida_session_get_filters (self->session), query, NIDA_FIELD_NONE);
  words = own != NULL ? nida_ledger_sums_unrated_words (own, query, nida_look_get_language (nida_look_get ())) : g_strdup ("");
  nida_shell_set_label (self->unrated, words);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->unrated)), *words != '\0');
}

static gboolean
has_focus (NidaLedgerPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
fill (NidaLedgerPage *self)
{
  NidaLedger *ledger = nida_session_get_ledger (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint32 today = nida_ledger_today ();
  gboolean focused = has_focus (self);
  g_autofree char *summary = nida_ledger_sums_words (ledger, today, nida_look_get_language (nida_look_get ()));

  for (guint i = 0; i < nida_ledger_get_n (ledger); i++)
    if (is_listed (self, nida_ledger_get (ledger, i)->entry, today))
      g_ptr_array_add (rows, gtk_string_object_new (nida_ledger_get (ledger, i)->id));
  take_rows (self, rows);
  nida_shell_set_label (self->summary, summary);
  gtk_widget_set_visible (self->table, nida_ledger_get_n (ledger) > 0);
  gtk_widget_set_visible (self->empty, nida_ledger_get_n (ledger) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), nida_ledger_get_n (ledger) > 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    gtk_widget_set_visible (self->shows[i], nida_ledger_get_n (ledger) > 0);
  /* with the last entry goes what had the focus, and the keys of the page with it */
  if (focused && nida_ledger_get_n (ledger) == 0)
    gtk_widget_grab_focus (self->add);
  self->filling = TRUE;
  gtk_switch_set_active (self->on, nida_session_is_ledger_on (self->session));
  self->filling = FALSE;
  fill_unrated (self);
}

void
nida_ledger_page_set_show (NidaLedgerPage *self,
                           NidaLedgerShow  show)
{
  self->show = show;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->shows[show]), TRUE);
  fill (self);
}

guint
nida_ledger_page_get_n_shown (NidaLedgerPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

const char *
nida_ledger_page_get_summary (NidaLedgerPage *self)
{
  return gtk_label_get_text (self->summary);
}

const char *
nida_ledger_page_get_unrated (NidaLedgerPage *self)
{
  return gtk_label_get_text (self->unrated);
}

void
nida_ledger_page_select_all (NidaLedgerPage *self)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

/* --- what is done --- */

/* Nothing can be done with entries that nobody has chosen. */
static void
enable_actions (NidaLedgerPage *self)
{
  static const char * const names[] = { "ledger.edit", "ledger.delete", "ledger.status", "ledger.pay" };
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], !gtk_bitset_is_empty (selected));
}

/* Of the selected rows; NULL-terminated. */
static GPtrArray *
selected_ids (NidaLedgerPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (GtkStringObject) id = g_list_model_get_item (G_LIST_MODEL (self->rows), gtk_bitset_get_nth (selected, (guint) i));

      g_ptr_array_add (ids, g_strdup (gtk_string_object_get_string (id)));
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static void
open_form (NidaLedgerPage *self,
           const char     *id)
{
  gtk_window_present (GTK_WINDOW (nida_entry_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, id)));
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  open_form (NIDA_LEDGER_PAGE (widget), NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autoptr (GPtrArray) ids = selected_ids (NIDA_LEDGER_PAGE (widget));

  if (ids->len > 1)
    open_form (NIDA_LEDGER_PAGE (widget), ids->pdata[0]);
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (widget);
  g_autoptr (GPtrArray) ids = selected_ids (self);

  if (ids->len > 1)
    nida_ledger_remove (nida_session_get_document (self->session), (const char * const *) ids->pdata);
}

static void
status_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (widget);
  g_autoptr (GPtrArray) ids = selected_ids (self);

  if (ids->len > 1)
    nida_ledger_set_status (nida_session_get_document (self->session), (const char * const *) ids->pdata,
                            (NidaEntryStatus) g_variant_get_uint32 (parameter), nida_ledger_today_date ());
}

static void
pay_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (widget);
  g_autoptr (GPtrArray) ids = selected_ids (self);

  if (ids->len > 1)
    nida_payment_window_open (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, ids->pdata[0]);
}

static void
activate_cb (NidaLedgerPage *self,
             guint           position)
{
  g_autoptr (GtkStringObject) id = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (id != NULL)
    open_form (self, gtk_string_object_get_string (id));
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  nida_ledger_exchange_paste (widget, NIDA_LEDGER_PAGE (widget)->session);
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  nida_ledger_exchange_import (widget, NIDA_LEDGER_PAGE (widget)->session);
}

static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_ledger_menu_popup (NIDA_LEDGER_PAGE (widget)->menu);
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  nida_ledger_exchange_export (widget, NIDA_LEDGER_PAGE (widget)->session);
}

/* --- making it --- */

static void
mark_shown (NidaLedgerPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->shows[i])))
      gtk_widget_add_css_class (self->shows[i], "selected");
    else
      gtk_widget_remove_css_class (self->shows[i], "selected");
}

static void
show_cb (NidaLedgerPage  *self,
         GtkToggleButton *button)
{
  mark_shown (self);
  for (NidaLedgerShow show = 0; show < G_N_ELEMENTS (self->shows); show++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->shows[show])) && self->show != show)
      nida_ledger_page_set_show (self, show);
}

static void
on_cb (NidaLedgerPage *self)
{
  if (!self->filling)
    nida_session_set_ledger_on (self->session, gtk_switch_get_active (self->on));
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "nida-raised");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
new_status_button (NidaLedgerPage *self)
{
  static const char * const labels[] = { N_("Mark as _Pledged"), N_("Mark as _Committed"), N_("Mark as P_aid"), N_("_Cancel the Pledge") };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), statuses = g_menu_new (), more = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(labels[i]), NULL);

      g_menu_item_set_action_and_target (item, "ledger.status", "u", i);
      g_menu_append_item (statuses, item);
    }
  /* Translators: a part of a pledge was paid */
  g_menu_append (more, _("_Record Payment…"), "ledger.pay");
  g_menu_append (more, _("_Edit…"), "ledger.edit");
  g_menu_append (more, _("_Delete"), "ledger.delete");
  g_menu_append (more, _("_Paste Rows"), "ledger.paste");
  g_menu_append (more, _("_Import…"), "ledger.import");
  g_menu_append (more, _("E_xport…"), "ledger.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (statuses));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  /* Translators: a menu of what can be done with the selected entries */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Entries"));
  gtk_widget_add_css_class (button, "nida-raised");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  nida_shell_fit_popover (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  self->entries = GTK_MENU_BUTTON (button);
  return button;
}

static GtkWidget *
new_switch (NidaLedgerPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (_("C_ounted in the charts"));

  self->on = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->on), GTK_ALIGN_CENTER);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->on));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->on), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Count the desk’s own figures in the charts"), -1);
  g_signal_connect_object (self->on, "notify::active", G_CALLBACK (on_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->on));
  return box;
}

static GtkWidget *
new_bar (NidaLedgerPage *self)
{
  static const char * const labels[] = { N_("All entries"), N_("Due within 30 days"), N_("Overdue") };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  NidaWrapLayout *layout = g_object_new (NIDA_TYPE_WRAP_LAYOUT, NULL);

  nida_wrap_layout_set_at_start (layout, TRUE);
  gtk_widget_set_layout_manager (bar, GTK_LAYOUT_MANAGER (layout));

  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    {
      self->shows[i] = gtk_toggle_button_new_with_label (_(labels[i]));
      gtk_widget_add_css_class (self->shows[i], "nida-chip");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->shows[i]), i > 0 ? GTK_TOGGLE_BUTTON (self->shows[0]) : NULL);
      gtk_box_append (GTK_BOX (bar), self->shows[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->shows[0]), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    g_signal_connect_object (self->shows[i], "toggled", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  self->add = new_button (_("_Add Entry…"), "ledger.add");
  gtk_box_append (GTK_BOX (bar), self->add);
  gtk_box_append (GTK_BOX (bar), new_status_button (self));
  gtk_box_append (GTK_BOX (bar), new_switch (self));
  mark_shown (self);
  return bar;
}

static GtkWidget *
new_unrated (NidaLedgerPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *rates = new_button (_("Own Exchange _Rates…"), "win.own-rates");
  NidaWrapLayout *layout = g_object_new (NIDA_TYPE_WRAP_LAYOUT, NULL);

  nida_wrap_layout_set_at_start (layout, TRUE);
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  self->unrated = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0f, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->unrated), "nida-warning");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unrated));
  gtk_box_append (GTK_BOX (box), rates);
  return box;
}

static GtkWidget *
new_table (NidaLedgerPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  nida_shell_name_list (self->view, _("The desk’s own figures"));
  nida_ledger_columns_append (self->view, self->session);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (enable_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (enable_actions), self, G_CONNECT_SWAPPED);
  enable_actions (self);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), (int) (LEAST_HEIGHT * nida_look_get_text_scale (nida_look_get ())));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "nida-framed");
  nida_table_scroll_install (GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Entry…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "ledger.add");
  gtk_widget_add_css_class (button, "suggested-action");
  return nida_shell_new_empty_page (_("No Entries Yet"),
                                    _("Pledges, payments and needs that your desk knows of stand here and in every chart, marked as the desk’s own. "
                                      "They never leave this document. Add one, or paste rows from a spreadsheet."),
                                    button, NULL);
}

static void
nida_ledger_page_dispose (GObject *object)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (object);

  g_clear_pointer (&self->menu, nida_ledger_menu_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_ledger_page_parent_class)->dispose (object);
}

static void
nida_ledger_page_class_init (NidaLedgerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_ledger_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "ledger.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "ledger.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "ledger.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "ledger.status", "u", status_cb);
  gtk_widget_class_install_action (widget_class, "ledger.pay", NULL, pay_cb);
  gtk_widget_class_install_action (widget_class, "ledger.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "ledger.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "ledger.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "ledger.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "ledger.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "ledger.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "ledger.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "ledger.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "ledger.add", NULL);
}

static void
nida_ledger_page_init (NidaLedgerPage *self)
{
}

GtkWidget *
nida_ledger_page_new (NidaSession *session)
{
  NidaLedgerPage *self = g_object_new (NIDA_TYPE_LEDGER_PAGE, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-ledger");
  self->session = g_object_ref (session);
  gtk_widget_set_margin_start (content, 16);
  gtk_widget_set_margin_end (content, 16);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 16);
  /* in a small window with large text the words over the table leave it no room */
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->summary = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0f, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "nida-heading");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (content), new_unrated (self));
  gtk_box_append (GTK_BOX (content), new_bar (self));
  self->table = new_table (self);
  self->empty = new_empty ();
  gtk_box_append (GTK_BOX (content), self->table);
  gtk_box_append (GTK_BOX (content), self->empty);
  self->menu = nida_ledger_menu_new (GTK_WIDGET (self), gtk_menu_button_get_menu_model (self->entries), GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (session, "ledger-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  /* other rates, another currency, and data that come later than their entry */
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (fill_unrated), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
