/* What is open stands there already, so that Enter alone records the last payment. Both are read as the cells of the table are. */
#include "config.h"

#include "payment-window.h"

#include "entry-cells.h"
#include "form.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaPaymentWindow
{
  GtkWindow    parent_instance;

  NidaSession *session;
  char        *id;
  GtkEntry    *amount, *date;
  GtkLabel    *status;
};

G_DEFINE_FINAL_TYPE (NidaPaymentWindow, nida_payment_window, GTK_TYPE_WINDOW)

static void
say (NidaPaymentWindow *self,
     const char        *words)
{
  nida_shell_set_label (self->status, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), words != NULL);
}

static gboolean
read_payment (NidaPaymentWindow  *self,
              NidaEntry          *payment,
              GError            **error)
{
  GtkEntry *wrong = self->amount;

  if (nida_entry_set_cell (payment, NIDA_ENTRY_CELL_AMOUNT, gtk_editable_get_text (GTK_EDITABLE (self->amount)), NIDA_DECIMAL_DOT, error))
    {
      if (payment->amount == NIDA_MONEY_NONE || payment->amount <= 0)
        g_set_error_literal (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE, _("Enter how much was paid, above zero."));
      else if (nida_entry_set_cell (payment, NIDA_ENTRY_CELL_DATE, gtk_editable_get_text (GTK_EDITABLE (self->date)), NIDA_DECIMAL_DOT, error))
        return TRUE;
      else
        wrong = self->date;
    }
  gtk_widget_grab_focus (GTK_WIDGET (wrong));
  return FALSE;
}

gboolean
nida_payment_window_save (NidaPaymentWindow *self)
{
  g_autoptr (NidaEntry) payment = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autoptr (GError) error = NULL;

  if (!read_payment (self, payment, &error))
    {
      say (self, error->message);
      return FALSE;
    }
  if (!nida_ledger_pay (nida_session_get_document (self->session), self->id, payment->amount, payment->period.start))
    {
      say (self, _("The entry was deleted or cancelled meanwhile, or the sum cannot be counted."));
      return FALSE;
    }
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

const char *
nida_payment_window_get_error (NidaPaymentWindow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->status)) ? gtk_label_get_text (self->status) : NULL;
}

static void
save_cb (NidaPaymentWindow *self)
{
  nida_payment_window_save (self);
}

/* --- making it --- */

static GtkWidget *
new_header (NidaPaymentWindow *self)
{
  GtkWidget *bar = gtk_header_bar_new (), *title = gtk_label_new (_("Record Payment"));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel")), *save = gtk_button_new_with_mnemonic (_("_Record"));

  gtk_widget_add_css_class (title, "title");      /* of its own: that of the window is cut in large text */
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (bar), title);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), save);
  gtk_window_set_default_widget (GTK_WINDOW (self), save);
  return bar;
}

static GtkEntry *
append_entry (GtkWidget  *form,
              const char *title,
              const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  nida_form_append (form, title, entry);
  return GTK_ENTRY (entry);
}

/* "Kuwait: 10,000,000 KWD, of which 3,000,000 are open": amounts by their currency. */
static char *
entry_words (const NidaEntry *entry)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  const char *currency = *entry->currency != '\0' ? entry->currency : "USD";
  g_autofree char *donor = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_DONOR, language);
  g_autofree char *whole = nida_language_money_exact (language, entry->amount, currency);
  g_autofree char *open = nida_language_money_exact (language, nida_entry_get_open (entry), currency);
  /* Translators: a pledge, and how much of it is not paid yet: "$10,000,000, of which $3,000,000 are still open" */
  g_autofree char *amounts = g_strdup_printf (_("%1$s, of which %2$s are still open"), whole, open);

  /* Translators: a donor and what it pledged */
  return *donor != '\0' ? g_strdup_printf (_("%1$s: %2$s"), donor, amounts) : g_steal_pointer (&amounts);
}

static void
fill (NidaPaymentWindow *self,
      const NidaEntry   *entry)
{
  GtkWidget *form = nida_form_new ();
  g_autofree char *words = entry_words (entry), *open = nida_money_to_string (nida_entry_get_open (entry));
  g_autofree char *title = *entry->currency != '\0' ? g_strdup_printf ("%s (%s)", nida_entry_cell_get_title (NIDA_ENTRY_CELL_AMOUNT), entry->currency)
                                                    : g_strdup (nida_entry_cell_get_title (NIDA_ENTRY_CELL_AMOUNT));
  g_autofree char *today = nida_date_to_string (nida_ledger_today_date ());

  nida_form_append_words (form, words);
  self->amount = append_entry (form, title, open);
  self->date = append_entry (form, nida_entry_cell_get_title (NIDA_ENTRY_CELL_DATE), today);
  self->status = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0f, "wrap", TRUE,
                                          "visible", FALSE, NULL));
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->status));
  gtk_window_set_child (GTK_WINDOW (self), form);
  nida_shell_focus_first (GTK_WINDOW (self), GTK_WIDGET (self->amount));
}

static void
nida_payment_window_finalize (GObject *object)
{
  NidaPaymentWindow *self = NIDA_PAYMENT_WINDOW (object);

  g_clear_object (&self->session);
  g_free (self->id);
  G_OBJECT_CLASS (nida_payment_window_parent_class)->finalize (object);
}

static void
nida_payment_window_class_init (NidaPaymentWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_payment_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_payment_window_init (NidaPaymentWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 400, -1);
  gtk_window_set_title (GTK_WINDOW (self), _("Record Payment"));
  gtk_window_set_titlebar (GTK_WINDOW (self), new_header (self));
}

GtkWidget *
nida_payment_window_new (GtkWindow   *parent,
                         NidaSession *session,
                         const char  *id)
{
  const NidaLedgerRow *row = nida_ledger_find (nida_session_get_ledger (session), id);
  NidaPaymentWindow *self;

  if (row == NULL || row->entry == NULL || !nida_entry_may_be_paid (row->entry))
    return NULL;
  self = g_object_new (NIDA_TYPE_PAYMENT_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  fill (self, row->entry);
  return GTK_WIDGET (self);
}

void
nida_payment_window_open (GtkWindow   *parent,
                          NidaSession *session,
                          const char  *id)
{
  GtkWidget *window = nida_payment_window_new (parent, session, id);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "(ss)", _("Choose a pledge or commitment first."), "");
}
