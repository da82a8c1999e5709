/* The question of the charts is that of the session's choices. */
#include "config.h"

#include "row-opener.h"

#include "ledger-held.h"
#include "row-details.h"

void
nida_row_open (NidaSession *session,
               GtkWindow   *parent,
               NidaDataset *dataset,
               guint        row)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  const NidaLedgerRow *own = nida_ledger_find_of_row (nida_session_get_ledger (session), dataset, row);
  GtkWidget *details;
  NidaLocalEngine *engine = dataset == nida_session_get_dataset (session) ? nida_session_get_engine (session) : NULL;

  nida_filter_set_apply (nida_session_get_filters (session), query, NIDA_FIELD_NONE);
  details = nida_row_details_new (parent, dataset, row, nida_session_get_load_options (session).copies, engine, query);
  if (own != NULL && own->entry != NULL)
    nida_row_details_add_entry (NIDA_ROW_DETAILS (details), own->entry);
  gtk_window_present (GTK_WINDOW (details));
}
