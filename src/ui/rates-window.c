/* The form above adds a rate, or changes the one whose button was pressed; the list below follows the document, so that undo and
 * other windows are seen at once. */
#include "config.h"

#include "rates-window.h"

#include "conversion-words.h"
#include "form.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaRatesWindow
{
  GtkWindow     parent_instance;

  NidaSession  *session;
  NidaDocument *document;
  char         *id;            /* of the rate that is being changed, or NULL */
  GtkWidget    *form;
  GtkEntry     *entries[NIDA_N_RATE_CELLS];
  GtkWidget    *confirm, *cancel;
  GtkLabel     *status;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (NidaRatesWindow, nida_rates_window, GTK_TYPE_WINDOW)

static NidaLanguage *
language (void)
{
  return nida_look_get_language (nida_look_get ());
}

static void
say (NidaRatesWindow *self,
     const char      *words)
{
  nida_shell_set_label (self->status, words);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *words != '\0');
}

/* --- the form --- */

static const char *
cell_title (NidaRateCell cell)
{
  switch (cell)
    {
    case NIDA_RATE_CELL_FROM: return _("Currency");
    /* Translators: an exchange rate: how many units of the other currency one unit is */
    case NIDA_RATE_CELL_QUOTE: return _("One unit is");
    /* Translators: the other currency of an exchange rate */
    case NIDA_RATE_CELL_TO: return _("In currency");
    case NIDA_RATE_CELL_START: return _("First day");
    case NIDA_RATE_CELL_END: return _("Last day");
    case NIDA_RATE_CELL_NOTE:
    case NIDA_N_RATE_CELLS:
    /* Translators: where an exchange rate was taken from */
    default: return _("Where it is from");
    }
}

/* @rate NULL: a new one, in dollars. */
static void
fill_form (NidaRatesWindow   *self,
           const char        *id,
           const NidaOwnRate *rate)
{
  static const NidaOwnRate fresh = { .to = "USD" };

  g_free (self->id);
  self->id = g_strdup (id);
  for (NidaRateCell cell = 0; cell < NIDA_N_RATE_CELLS; cell++)
    {
      g_autofree char *text = rate == NULL && cell == NIDA_RATE_CELL_QUOTE ? g_strdup ("")
                              : nida_rate_dup_cell (rate != NULL ? rate : &fresh, cell);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[cell]), text);
    }
  gtk_button_set_label (GTK_BUTTON (self->confirm), id != NULL ? _("_Save") : _("_Add"));
  gtk_widget_set_visible (self->cancel, id != NULL);
  say (self, "");
}

gboolean
nida_rates_window_confirm (NidaRatesWindow *self)
{
  const char *cells[NIDA_N_RATE_CELLS];
  g_autofree char *id = g_strdup (self->id);
  g_autoptr (GError) error = NULL;
  NidaRateCell wrong;
  NidaOwnRate rate;

  for (NidaRateCell cell = 0; cell < NIDA_N_RATE_CELLS; cell++)
    cells[cell] = gtk_editable_get_text (GTK_EDITABLE (self->entries[cell]));
  if (!nida_rate_from_cells (cells, &rate, &wrong, &error))
    {
      say (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->entries[wrong]));
      return FALSE;
    }
  fill_form (self, NULL, NULL);
  nida_rate_items_put (self->document, id, &rate);
  nida_own_rate_clear (&rate);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[NIDA_RATE_CELL_FROM]));
  return TRUE;
}

static void
cancel_cb (NidaRatesWindow *self)
{
  fill_form (self, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[NIDA_RATE_CELL_FROM]));
}

static void
append_entry (NidaRatesWindow *self,
              GtkWidget       *place,
              NidaRateCell     cell)
{
  gboolean is_code = cell == NIDA_RATE_CELL_FROM || cell == NIDA_RATE_CELL_TO;
  GtkWidget *entry = gtk_entry_new ();

  self->entries[cell] = GTK_ENTRY (entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), is_code ? 5 : 10);
  if (cell == NIDA_RATE_CELL_START || cell == NIDA_RATE_CELL_END)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "2026-05-31");
  else if (cell != NIDA_RATE_CELL_NOTE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), cell == NIDA_RATE_CELL_QUOTE ? "3.2512" : cell == NIDA_RATE_CELL_FROM ? "KWD" : "USD");
  gtk_widget_set_hexpand (nida_form_append (place, cell_title (cell), entry), !is_code);
}

static GtkWidget *
append_place (GtkWidget *form)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (form), place);
  return place;
}

static GtkWidget *
new_buttons (NidaRatesWindow *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->confirm = gtk_button_new_with_mnemonic (_("_Add"));
  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  gtk_widget_add_css_class (self->confirm, "suggested-action");
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (nida_rates_window_confirm), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->cancel);
  gtk_box_append (GTK_BOX (buttons), self->confirm);
  return buttons;
}

static GtkWidget *
new_form (NidaRatesWindow *self)
{
  GtkWidget *form = nida_form_new (), *place = append_place (form);

  append_entry (self, place, NIDA_RATE_CELL_FROM);
  append_entry (self, place, NIDA_RATE_CELL_QUOTE);
  append_entry (self, place, NIDA_RATE_CELL_TO);
  place = append_place (form);
  append_entry (self, place, NIDA_RATE_CELL_START);
  append_entry (self, place, NIDA_RATE_CELL_END);
  append_entry (self, form, NIDA_RATE_CELL_NOTE);
  nida_form_append_words (form, _("These rates go before all others. Without a first or a last day they hold before or after it too; of two rates the one of the shorter time holds."));
  self->status = GTK_LABEL (nida_form_append_words (form, ""));
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "nida-warning");
  gtk_box_append (GTK_BOX (form), new_buttons (self));
  return form;
}

/* --- the list --- */

static NidaOwnRate *
read_row (NidaRatesWindow *self,
          const char      *id)
{
  const char *text = nida_document_get (self->document, NIDA_ITEM_RATE, id);
  g_autofree NidaOwnRate *rate = g_new0 (NidaOwnRate, 1);

  return text != NULL && nida_rate_from_text (text, rate, NULL) ? g_steal_pointer (&rate) : NULL;
}

static void
rate_free (gpointer rate)
{
  nida_own_rate_clear (rate);
  g_free (rate);
}

static const char *
id_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "nida-id");
}

static void
change_cb (NidaRatesWindow *self,
           GtkWidget       *button)
{
  NidaOwnRate *rate = read_row (self, id_of (button));

  if (rate == NULL)
    return;
  fill_form (self, id_of (button), rate);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[NIDA_RATE_CELL_QUOTE]));
  rate_free (rate);
}

static void
delete_cb (NidaRatesWindow *self,
           GtkWidget       *button)
{
  g_autofree char *id = g_strdup (id_of (button));

  if (g_strcmp0 (self->id, id) == 0)
    fill_form (self, NULL, NULL);
  nida_rate_items_remove (self->document, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[NIDA_RATE_CELL_FROM]));
}

static GtkWidget *
new_row_button (NidaRatesWindow *self,
                const char      *words,
                const char      *spoken,
                const char      *id,
                GCallback        callback)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !nida_document_is_read_only (self->document));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "nida-id", g_strdup (id), g_free);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

char *
nida_rates_window_dup_time_words (NidaPeriod when)
{
  g_autofree char *start = when.start.precision != NIDA_PRECISION_NONE ? nida_language_date (language (), when.start, NIDA_DATE_MEDIUM) : NULL;
  g_autofree char *end = when.end.precision != NIDA_PRECISION_NONE ? nida_language_date (language (), when.end, NIDA_DATE_MEDIUM) : NULL;

  if (start != NULL && end != NULL)
    return nida_language_period (language (), when, NIDA_DATE_MEDIUM);
  /* Translators: the first day of an exchange rate */
  return start != NULL ? g_strdup_printf (_("from %s on"), start)
         /* Translators: the last day of an exchange rate */
         : end != NULL ? g_strdup_printf (_("until %s"), end) : g_strdup (_("at any time"));
}

static void
append_words (GtkWidget  *box,
              const char *text,
              const char *style)
{
  GtkWidget *label = nida_form_append_words (box, text);

  gtk_widget_remove_css_class (label, "nida-subtitle");
  gtk_widget_add_css_class (label, style);
}

/* @rate NULL: what stands there cannot be read, and can only be deleted. */
static GtkWidget *
new_row (NidaRatesWindow   *self,
         const char        *id,
         const NidaOwnRate *rate)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *quote = rate != NULL ? nida_words_rate (language (), rate->from, rate->to, nida_own_rate_get_ratio (rate, rate->from))
                                        : g_strdup (_("This rate cannot be read, and is not used"));
  g_autofree char *time = rate != NULL ? nida_rates_window_dup_time_words (rate->when) : g_strdup (id);
  g_autofree char *change = g_strdup_printf (_("Change the rate %s"), quote), *delete = g_strdup_printf (_("Delete the rate %s"), quote);

  append_words (words, quote, "nida-strong");
  append_words (words, time, "nida-subtitle");
  if (rate != NULL && rate->note != NULL)
    append_words (words, rate->note, "nida-subtitle");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), words);
  if (rate != NULL)
    gtk_box_append (GTK_BOX (box), new_row_button (self, C_("rate", "Change"), change, id, G_CALLBACK (change_cb)));
  gtk_box_append (GTK_BOX (box), new_row_button (self, _("Delete"), delete, id, G_CALLBACK (delete_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, quote, -1);
  return row;
}

static void
show_list (NidaRatesWindow *self)
{
  NidaItems *items = nida_document_get_items (self->document);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_RATE); i++)
    {
      const char *id = nida_items_get (items, NIDA_ITEM_RATE, i)->id;
      NidaOwnRate *rate = read_row (self, id);

      gtk_list_box_append (self->list, new_row (self, id, rate));
      g_clear_pointer (&rate, rate_free);
    }
  gtk_widget_set_sensitive (self->form, !nida_document_is_read_only (self->document));
}

static void
take_document (NidaRatesWindow *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, nida_session_get_document (self->session));
  g_signal_connect_object (self->document, "item-changed::rate", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  fill_form (self, NULL, NULL);
  show_list (self);
}

/* --- the window --- */

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_session_undo (NIDA_RATES_WINDOW (widget)->session);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_session_redo (NIDA_RATES_WINDOW (widget)->session);
}

static void
nida_rates_window_dispose (GObject *object)
{
  NidaRatesWindow *self = NIDA_RATES_WINDOW (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (nida_rates_window_parent_class)->dispose (object);
}

static void
nida_rates_window_class_init (NidaRatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_rates_window_dispose;
  gtk_widget_class_install_action (widget_class, "rates.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "rates.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "rates.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rates.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_list (NidaRatesWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *none = gtk_label_new (NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  nida_shell_set_label (GTK_LABEL (none), _("No rate of your own yet"));
  gtk_widget_add_css_class (none, "nida-subtitle");
  gtk_widget_set_margin_top (none, 16);
  gtk_widget_set_margin_bottom (none, 16);
  gtk_list_box_set_placeholder (self->list, none);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rates of one’s own"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
nida_rates_window_init (NidaRatesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *bar = gtk_header_bar_new (), *undo = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_title (GTK_WINDOW (self), _("Rates of One’s Own"));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 560);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (undo), "rates.undo");
  nida_shell_set_tooltip (undo, _("Undo"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (undo), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Undo"), -1);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), undo);
  gtk_window_set_titlebar (GTK_WINDOW (self), bar);
  self->form = new_form (self);
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_window_set_child (GTK_WINDOW (self), scrolled);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->confirm);
}

GtkWidget *
nida_rates_window_new (GtkWindow   *parent,
                       NidaSession *session)
{
  NidaRatesWindow *self = g_object_new (NIDA_TYPE_RATES_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "document-changed", G_CALLBACK (take_document), self, G_CONNECT_SWAPPED);
  take_document (self);
  return GTK_WIDGET (self);
}

GtkEntry *
nida_rates_window_get_entry (NidaRatesWindow *self,
                             NidaRateCell     cell)
{
  return self->entries[cell];
}

GtkListBox *
nida_rates_window_get_list (NidaRatesWindow *self)
{
  return self->list;
}

const char *
nida_rates_window_get_status (NidaRatesWindow *self)
{
  return gtk_label_get_text (self->status);
}
