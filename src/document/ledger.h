/* The ledger of a document: its entries, the rows that they become beside those of the public sources, and the changes that are
 * made to it. Also without a window: `nida query X.nida` counts what the desk entered. */
#pragma once

#include "aliases.h"
#include "dataset-builder.h"
#include "document.h"
#include "entry.h"

G_BEGIN_DECLS

/* @entry is NULL, and @problem says why, where the text of the item is none. Immutable. */
typedef struct {
  gatomicrefcount ref_count;
  char      *id;
  char      *text;
  NidaEntry *entry;
  char      *problem;
} NidaLedgerRow;

/**
 * NidaLedger:
 *
 * The entries of a document as they were at one moment, by place. Immutable, so any thread may read it.
 */
typedef struct _NidaLedger NidaLedger;

/* @before: (nullable): the last one, of which what did not change is kept. */
NidaLedger          *nida_ledger_new      (NidaItems *items, NidaLedger *before);
NidaLedger          *nida_ledger_ref      (NidaLedger *self);
void                 nida_ledger_unref    (NidaLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaLedger, nida_ledger_unref)
guint                nida_ledger_get_n    (NidaLedger *self);
const NidaLedgerRow *nida_ledger_get      (NidaLedger *self, guint index);
const NidaLedgerRow *nida_ledger_find     (NidaLedger *self, const char *id);     /* or NULL */
/* The setting of a document by which nothing of it is counted anywhere: not in the window, on slides, on pages or by the commands. */
#define NIDA_LEDGER_OFF "ledger/off"
gboolean             nida_ledger_is_counted (NidaItems *items);
/* Within how many days something is due. */
#define NIDA_LEDGER_DUE_DAYS 30
/* The day of the desk's clock, by which something is due or late; tests choose another one, and G_MININT32 ends that. */
gint32               nida_ledger_today      (void);
NidaDate             nida_ledger_today_date (void);
void                 nida_ledger_set_today  (gint32 day);
/* That on which this ledger was made, by which its rows are due. */
gint32               nida_ledger_get_day    (NidaLedger *self);
/* As data both say the same: nothing that counts has changed, nor has the day. */
gboolean             nida_ledger_equal    (NidaLedger *a, NidaLedger *b);

/* --- as rows of the data --- */

/* What the source of the entries is called, in English; nida_words_source() says it in the language spoken. */
#define NIDA_LEDGER_NAME "The desk’s own figures"

#define NIDA_LEDGER_URI  "nida:ledger"

/* The rows alone, as another file would give them. */
NidaDatasetBuilder *nida_ledger_build (NidaLedger *self, NidaDataset *base, NidaAliases *aliases);
/* A dataset of @base and, behind its rows, those of the ledger; @base itself, or one without rows, where the ledger has none.
 * @base may be NULL: nothing else is open. @aliases: those that @base was built with, or NULL. Any thread; transfer full. */
NidaDataset *nida_ledger_append    (NidaLedger *self, NidaDataset *base, NidaAliases *aliases);
/* Which source of @dataset is the desk's own; G_MAXUINT where there is none. */
guint        nida_ledger_find_source (NidaDataset *dataset);

/* --- changes, each one step for undo --- */

/* Returns: (transfer full): the id of the new entry. */
char        *nida_ledger_add        (NidaDocument *document, NidaEntry *entry);
/* Within a change that somebody else has begun. */
void         nida_ledger_put        (NidaDocument *document, const char *id, NidaEntry *entry);
void         nida_ledger_change     (NidaDocument *document, const char *id, NidaEntry *entry);
void         nida_ledger_remove     (NidaDocument *document, const char * const *ids);
/* A part of the money is paid on @date; with the last part the entry is paid. FALSE where @id is no money, was cancelled, or
 * @amount is none above zero. */
gboolean     nida_ledger_pay        (NidaDocument *document, const char *id, NidaMoney amount, NidaDate date);
/* Money becomes something else from @date on. */
void         nida_ledger_set_status (NidaDocument *document, const char * const *ids, NidaEntryStatus status, NidaDate date);

G_END_DECLS
