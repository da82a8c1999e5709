/* How many rows each source of a dataset has of what, and to which day its money reaches. Private to the document layer. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

#define NIDA_TALLY_KINDS (NIDA_KIND_GOAL + 1)
/* A need is covered by what was given to an appeal, so money that names one has slots of its own. */
#define NIDA_TALLY_SLOTS (2 * NIDA_TALLY_KINDS)

typedef struct {
  guint    n_files, n_codes;
  guint   *by_file;           /* slots of file 0 to @n_files, the last for rows without */
  guint   *by_code;           /* slots by code of the source that a row cites, of rows in files that publish nothing */
  NidaDate latest, coarse;    /* of money dated to the day, and of what is dated no better */
  gint32   latest_packed;
} NidaSourceTally;

/* @publishers: by file, whether its rows are all its own. The days are those of all but the rows of the file @except (G_MAXUINT: of all).
 * What rows behind others begin with is counted once. */
NidaSourceTally *nida_source_tally_new  (NidaDataset *dataset, const guint8 *publishers, guint except);
void             nida_source_tally_free (NidaSourceTally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSourceTally, nida_source_tally_free)
/* The last day of money that is dated to the day; the month or year of money that is dated no better, where that begins later. */
NidaDate         nida_source_tally_day  (const NidaSourceTally *self);

G_END_DECLS
