/* All that a builder fills and a dataset holds: columns, names, ids, texts and the report. Private to the model. */
#pragma once

#include "dataset-columns.h"
#include "dictionary.h"
#include "money.h"
#include "period.h"
#include "rates.h"
#include "report.h"
#include "string-pool.h"
#include "text-store.h"

G_BEGIN_DECLS

/* An id in 64 bits: 0 is none. A plain decimal number (no leading zeros) is itself plus one; any other text is its number
 * in the pool, with NIDA_ID_TEXT. Its family is the source's, or the one whose number stands in the family bits ("fts:1"
 * in a file that has no family of its own). */
#define NIDA_ID_TEXT          (G_GUINT64_CONSTANT (1) << 62)
#define NIDA_ID_FAMILY_SHIFT  56
#define NIDA_ID_MAX_FAMILY    63
#define NIDA_ID_PAYLOAD       ((G_GUINT64_CONSTANT (1) << 56) - 1)

typedef struct {
  NidaColumns     columns;
  NidaDictionary *dictionaries[NIDA_N_CODE_FIELDS];    /* [NIDA_FIELD_NONE] is NULL */
  NidaReport     *report;
  NidaRates      *rates;
  NidaStringPool  ids;
  NidaTextStore   texts;
  GArray         *merged;                              /* NidaMergedRow, by row; see dataset.h */
  GPtrArray      *families;                            /* distinct families, [0] is "" */
  GArray         *wholes;                              /* NidaWhole; see dataset-wholes.h */
  GHashTable     *spellings;                           /* see spellings.h */
  GArray         *joined;                              /* NidaJoinedName; see dataset.h */
  GObject        *base;                                /* holds texts that the table has in common with it, or NULL */
  GArray         *gone;                                /* guint, ascending: rows of @base that others stand in place of; or NULL */
} NidaTable;

extern const char * const nida_fixed_families[];

void        nida_table_init          (NidaTable *self);
void        nida_table_clear         (NidaTable *self);
guint64     nida_table_make_id       (NidaTable *self, const char *id, gsize length);
const char *nida_table_get_family    (const NidaTable *self, guint row);
/* Does one id of the row's family move through states, pledge → commitment → paid? */
gboolean    nida_table_states_move   (const NidaTable *self, guint row);
gboolean    nida_table_may_stay      (const NidaTable *self);
char       *nida_table_dup_id        (const NidaTable *self, guint row);
NidaPeriod  nida_table_get_period    (const NidaTable *self, guint row);
char       *nida_table_dup_text      (const NidaTable *self, guint row, NidaField field, gboolean arabic);
/* NidaMergedRow: by row, then source and line. */
int         nida_merged_row_compare  (gconstpointer a, gconstpointer b);

G_END_DECLS
