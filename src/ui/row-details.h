/* Where one row comes from: all its fields, its source and record there, and what was merged into it. */
#pragma once

#include "copies.h"
#include "entry.h"
#include "local-engine.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_ROW_DETAILS (nida_row_details_get_type ())
G_DECLARE_FINAL_TYPE (NidaRowDetails, nida_row_details, NIDA, ROW_DETAILS, GtkWindow)

/* @copies: (nullable): where the bytes of its source are held. With @engine, the one of @dataset, it also tells the rate by
 * which the charts of @query count the row; both may be NULL. */
GtkWidget *nida_row_details_new          (GtkWindow *parent, NidaDataset *dataset, guint row, NidaCopies *copies,
                                          NidaLocalEngine *engine, NidaQuery *query);
/* What the ledger says beside the row: when it is due, what comes next, what is open, its attachments. */
void       nida_row_details_add_entry    (NidaRowDetails *self, const NidaEntry *entry);
/* All that is shown, as lines of "what<TAB>text". */
char      *nida_row_details_to_text      (NidaRowDetails *self);
/* NULL until it was read. */
const char *nida_row_details_get_record  (NidaRowDetails *self);
const char *nida_row_details_get_checksum (NidaRowDetails *self);
void       nida_row_details_ask_checksum (NidaRowDetails *self);

G_END_DECLS
