/* The typed name alone is held against the data, as if it came in a table of one row. Who corrects a name is not asked whether the
 * wrong one is meant. */
#include "config.h"

#include "cell-offers.h"

#include "ledger-names.h"
#include "name-offers.h"
#include "translate.h"

/* Which name of an entry a cell is; NIDA_N_ENTRY_NAMES for one that is asked about nothing. */
static NidaEntryName
name_of (const NidaEntry *entry,
         NidaEntryCell    cell)
{
  NidaEntryCell typed = cell == NIDA_ENTRY_CELL_SUBJECT ? nida_entry_get_subject (entry) : cell;

  return typed >= NIDA_ENTRY_CELL_DONOR && typed <= NIDA_ENTRY_CELL_CATEGORY_AR ? (typed - NIDA_ENTRY_CELL_DONOR) / 2
                                                                                 : NIDA_N_ENTRY_NAMES;
}

/* @table: of one row, which counts whatever the entry says of its amount and status. */
static NidaLedgerTable *
table_of (const NidaEntry *entry,
          NidaEntryName    name)
{
  NidaLedgerTable *table = nida_ledger_table_parse ("", 0);
  NidaEntry *row = nida_entry_copy (entry);

  for (guint i = 0; i < NIDA_N_ENTRY_NAMES; i++)
    if (i != name)
      nida_entry_set_name (row, i, NULL, NULL);
  g_array_set_size (row->steps, 0);
  if (row->amount == NIDA_MONEY_NONE)
    row->amount = NIDA_MONEY_UNIT;
  g_ptr_array_add (table->entries, row);
  g_ptr_array_add (table->ids, g_strdup (""));
  return table;
}

/* To look for names like one that is known would only take time. */
static gboolean
is_known (NidaDataset *dataset,
          NidaField    field,
          const char  *name)
{
  const NidaField own[] = { field, NIDA_FIELD_NONE };
  gboolean organisation = field == NIDA_FIELD_DONOR || field == NIDA_FIELD_RECIPIENT;
  const NidaField *fields = organisation ? nida_alias_kind_get_fields (NIDA_ALIAS_ORGANISATION) : own;

  for (; *fields != NIDA_FIELD_NONE; fields++)
    if (nida_dictionary_lookup (nida_dataset_get_dictionary (dataset, *fields), name, -1) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_worth_asking (NidaDataset     *dataset,
                 const NidaEntry *before,
                 const NidaEntry *after,
                 NidaEntryName    name)
{
  const char *typed = name < NIDA_N_ENTRY_NAMES ? after->names[name][after->names[name][0] == NULL] : NULL;

  return dataset != NULL && typed != NULL && g_strcmp0 (typed, before->names[name][0]) != 0
         && !is_known (dataset, nida_entry_name_field (name), typed);
}

GPtrArray *
nida_cell_offers_find (NidaSession     *session,
                       const NidaEntry *before,
                       const NidaEntry *after,
                       NidaEntryCell    cell)
{
  NidaDataset *dataset = nida_session_get_dataset (session);
  NidaEntryName name = name_of (after, cell);
  g_autoptr (NidaLedgerTable) table = NULL;
  GPtrArray *offers;

  if (!is_worth_asking (dataset, before, after, name))
    return g_ptr_array_new ();
  table = table_of (after, name);
  offers = nida_ledger_names_offer (table, dataset, nida_filter_set_get_aliases (nida_session_get_filters (session)));
  for (guint i = offers->len; i > 0; i--)
    if (g_strcmp0 (((NidaNameOffer *) offers->pdata[i - 1])->known, before->names[name][0]) == 0)
      g_ptr_array_remove_index (offers, i - 1);
  return offers;
}

/* --- asking --- */

typedef struct {
  GtkWidget   *parent;
  NidaSession *session;
  char        *id;
  GPtrArray   *offers;
} Asked;

static void
asked_free (gpointer  data,
            GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->parent);
  g_object_unref (asked->session);
  g_free (asked->id);
  g_ptr_array_unref (asked->offers);
  g_free (asked);
}

/* The entry may have gone meanwhile; what was said of organisations holds all the same. */
static void
decided_cb (NidaNameOffers *window,
            Asked          *asked)
{
  NidaDocument *document = nida_session_get_document (asked->session);
  NidaAliases *before = nida_filter_set_get_aliases (nida_session_get_filters (asked->session));
  const NidaLedgerRow *row = nida_ledger_find (nida_session_get_ledger (asked->session), asked->id);
  g_autoptr (NidaAliases) aliases = nida_aliases_copy (before);
  g_autoptr (NidaLedgerTable) table = nida_ledger_table_parse ("", 0);
  g_autoptr (GError) error = NULL;

  if (row != NULL && row->entry != NULL)
    g_ptr_array_add (table->entries, nida_entry_copy (row->entry));
  nida_ledger_names_apply (asked->offers, table, aliases);
  nida_document_begin (document, NC_("undo", "Join Names"), NULL);
  if (table->entries->len > 0)
    nida_ledger_change (document, asked->id, table->entries->pdata[0]);
  if (!nida_aliases_equal (before, aliases) && !nida_session_set_aliases (asked->session, aliases, &error))
    gtk_widget_activate_action (asked->parent, "win.toast", "(ss)", error->message, "");
  nida_document_end (document);
}

void
nida_cell_offers_ask (GtkWidget   *widget,
                      NidaSession *session,
                      const char  *id,
                      GPtrArray   *offers)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window;
  Asked *asked;

  if (offers->len == 0 || !GTK_IS_WINDOW (root))
    return;
  asked = g_new (Asked, 1);
  *asked = (Asked) { GTK_WIDGET (g_object_ref (root)), g_object_ref (session), g_strdup (id), g_ptr_array_ref (offers) };
  /* Translators: of a name that was typed into a cell and may be one of the data: the button that joins no names */
  window = nida_name_offers_new (GTK_WINDOW (root), offers, _("_Apply"), _("_Keep as Written"));
  g_signal_connect_data (window, "decided", G_CALLBACK (decided_cb), asked, asked_free, 0);
  gtk_window_present (GTK_WINDOW (window));
}
