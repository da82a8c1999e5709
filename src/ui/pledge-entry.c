/* Donor, amount and currency beside each other; Enter in any of them adds. The currency stays for the next one. */
#include "config.h"

#include "pledge-entry.h"

#include "entry-cells.h"
#include "look.h"
#include "name-entry.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaPledgeEntry
{
  GtkWidget    parent_instance;

  NidaSession *session;
  GtkWidget   *content;
  GtkEntry    *donor, *amount, *currency;
  GtkLabel    *status;
};

enum { ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaPledgeEntry, nida_pledge_entry, GTK_TYPE_WIDGET)

static void
say (NidaPledgeEntry *self,
     const char      *words)
{
  nida_shell_set_label (self->status, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), words != NULL);
}

/* Of today, by the clock of the desk. */
static void
set_today (NidaEntry *entry)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  entry->period.start = entry->period.end = nida_date_new_day (g_date_time_get_year (now), g_date_time_get_month (now),
                                                               g_date_time_get_day_of_month (now));
}

static NidaEntry *
read_entry (NidaPledgeEntry  *self,
            GError          **error)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *donor = nida_name_entry_dup (self->donor);

  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, donor, NULL);
  if (!nida_entry_set_cell (entry, NIDA_ENTRY_CELL_AMOUNT, gtk_editable_get_text (GTK_EDITABLE (self->amount)), NIDA_DECIMAL_DOT, error)
      || !nida_entry_set_cell (entry, NIDA_ENTRY_CELL_CURRENCY, gtk_editable_get_text (GTK_EDITABLE (self->currency)), NIDA_DECIMAL_DOT, error))
    return NULL;
  if (entry->names[NIDA_ENTRY_DONOR][0] == NULL || entry->amount == NIDA_MONEY_NONE || *entry->currency == '\0')
    {
      g_set_error_literal (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE, _("Enter a donor, an amount and a currency."));
      return NULL;
    }
  set_today (entry);
  return g_steal_pointer (&entry);
}

gboolean
nida_pledge_entry_add (NidaPledgeEntry *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaEntry) entry = read_entry (self, &error);
  g_autofree char *id = NULL;

  say (self, error != NULL ? error->message : NULL);
  if (entry == NULL)
    return FALSE;
  id = nida_ledger_add (nida_session_get_document (self->session), entry);
  gtk_editable_set_text (GTK_EDITABLE (self->donor), "");
  gtk_editable_set_text (GTK_EDITABLE (self->amount), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->donor));
  g_signal_emit (self, signals[ADDED], 0, id);
  return TRUE;
}

const char *
nida_pledge_entry_get_error (NidaPledgeEntry *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->status)) ? gtk_label_get_text (self->status) : NULL;
}

void
nida_pledge_entry_set (NidaPledgeEntry *self,
                       const char      *donor,
                       const char      *amount,
                       const char      *currency)
{
  gtk_editable_set_text (GTK_EDITABLE (self->donor), donor);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), currency);
}

static void
add_cb (NidaPledgeEntry *self)
{
  nida_pledge_entry_add (self);
}

static GtkEntry *
append (NidaPledgeEntry *self,
        GtkWidget       *row,
        GtkWidget       *entry,
        const char      *title,
        int              width)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_hexpand (entry, width > 12);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (row), entry);
  return GTK_ENTRY (entry);
}

static void
nida_pledge_entry_dispose (GObject *object)
{
  NidaPledgeEntry *self = NIDA_PLEDGE_ENTRY (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_pledge_entry_parent_class)->dispose (object);
}

static void
nida_pledge_entry_class_init (NidaPledgeEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_pledge_entry_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nida_pledge_entry_init (NidaPledgeEntry *self)
{
}

GtkWidget *
nida_pledge_entry_new (NidaSession *session)
{
  NidaPledgeEntry *self = g_object_new (NIDA_TYPE_PLEDGE_ENTRY, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Pledge"));

  self->session = g_object_ref (session);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->content), row);
  self->donor = append (self, row, nida_name_entry_new (session, NIDA_FIELD_DONOR), nida_entry_cell_get_title (NIDA_ENTRY_CELL_DONOR), 20);
  self->amount = append (self, row, gtk_entry_new (), nida_entry_cell_get_title (NIDA_ENTRY_CELL_AMOUNT), 12);
  self->currency = append (self, row, gtk_entry_new (), nida_entry_cell_get_title (NIDA_ENTRY_CELL_CURRENCY), 5);
  gtk_entry_set_input_purpose (self->amount, GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), "USD");
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->currency), 5);
  gtk_widget_add_css_class (button, "nida-raised");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (row), button);
  self->status = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "xalign", 0.0f, "wrap", TRUE,
                                          "visible", FALSE, NULL));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->status));
  return GTK_WIDGET (self);
}
