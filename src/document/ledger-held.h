/* Entries that other data hold too: this ledger's export that is open beside its document, or another document that has them.
 * Nothing is counted twice, and where the figures differ both are told. */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

typedef struct _NidaLedgerHeld NidaLedgerHeld;

/* The rows of @base that are entries of @ledger. */
NidaLedgerHeld *nida_ledger_held_new          (NidaLedger *ledger, NidaDataset *base);
void            nida_ledger_held_free         (NidaLedgerHeld *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaLedgerHeld, nida_ledger_held_free)

/* Do the rows that @base has of the entry, if any, give way to the ledger's own? */
gboolean        nida_ledger_held_gives_way    (NidaLedgerHeld *self, const NidaLedgerRow *row);
/* @n_rows rows of the ledger, from @first, are of the entry on @line. None may be: it was cancelled, or does not count. */
void            nida_ledger_held_replace      (NidaLedgerHeld *self, const NidaLedgerRow *row, guint line, guint first, guint n_rows);
/* (element-type NidaReplacedRow): of @base, ascending; transfer none. */
const GArray   *nida_ledger_held_get_replaced (NidaLedgerHeld *self);
/* Say in the report of @dataset, which has both, what was counted once and what differed. @aliases: as for nida_ledger_append(). */
void            nida_ledger_held_tell         (NidaLedgerHeld *self, NidaDataset *dataset, NidaAliases *aliases);

/* The entry that @row of the data is of, or a part of; NULL for any other row, and for an entry that is gone. */
const NidaLedgerRow *nida_ledger_find_of_row  (NidaLedger *ledger, NidaDataset *dataset, guint row);

/* The id of a part of an entry, from 1; transfer full. */
char           *nida_ledger_part_id           (const char *id, guint part);
/* The id of the entry that @id is a part of, and which; NULL for an id of an entry. Transfer full. */
char           *nida_ledger_part_of           (const char *id, guint *part);

G_END_DECLS
