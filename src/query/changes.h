/* What became of the flows of a source between two readings of it: new ones, changed ones, vanished ones. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

typedef enum { NIDA_CHANGE_NEW, NIDA_CHANGE_CHANGED, NIDA_CHANGE_VANISHED } NidaChangeKind;

/**
 * NidaChange:
 *
 * @old_row: of the earlier dataset; %G_MAXUINT of a new flow
 * @new_row: of the later one; %G_MAXUINT of a flow that vanished
 * @field: of a changed flow the most telling field that differs: its kind (pledge → paid), then its amount, …
 */
typedef struct {
  NidaChangeKind kind;
  guint          old_row, new_row;
  NidaField      field;
} NidaChange;

/* Of rows of money and of what is needed; NidaChange, in the order of the later dataset's rows, then those that vanished in
 * the order of the earlier one. Transfer full. */
GArray *nida_changes_find (NidaDataset *earlier, NidaDataset *later);

G_END_DECLS
