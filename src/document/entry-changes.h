/* What was changed of an entry, by whom and when: read from the revisions of its document, cell by cell. What became of money (a
 * status, a part that was paid) is told by the steps of the entry itself and not once more here. */
#pragma once

#include "entry-cells.h"
#include "revision.h"

G_BEGIN_DECLS

/**
 * NidaEntryChange:
 * @at: microseconds since 1970
 * @cell: %NIDA_ENTRY_CELL_ID: the entry was made, and nothing is said of its cells
 * @before: as it is shown, on one line and isolated; "" for nothing
 * @after: the same
 */
typedef struct {
  gint64        at;
  char         *who;
  NidaEntryCell cell;
  char         *before, *after;
} NidaEntryChange;

/* (element-type NidaEntryChange): the oldest first. @newest_first: (element-type NidaRevision): as a file lists its versions. */
GPtrArray *nida_entry_changes_list (GPtrArray *newest_first, const char *id, NidaLanguage *language);

G_END_DECLS
