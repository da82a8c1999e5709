/* What a list of changes shows of each, how it is ordered by, and what is copied. */
#pragma once

#include "change-set.h"
#include "text-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  NIDA_CHANGES_WHAT, NIDA_CHANGES_DATE, NIDA_CHANGES_DONOR, NIDA_CHANGES_RECIPIENT, NIDA_CHANGES_APPEAL, NIDA_CHANGES_BEFORE,
  NIDA_CHANGES_NOW, NIDA_N_CHANGES_COLUMNS,
} NidaChangesColumn;

const char   *nida_changes_title   (NidaChangesColumn column);
/* In the present language. */
char         *nida_changes_cell    (NidaChangeSet *changes, guint index, NidaChangesColumn column);
GtkOrdering   nida_changes_compare (NidaChangeSet *changes, guint a, guint b, NidaChangesColumn column);
/* The row of a change and the reading that has it: the later one, but of a flow that vanished. */
NidaDataset  *nida_changes_get_row (NidaChangeSet *changes, guint index, guint *row);
/* Lines of tab-separated values, figures as `convert` writes them. */
void          nida_changes_append_header (GString *out);
void          nida_changes_append_line   (GString *out, NidaChangeSet *changes, guint index);
/* "Since 1 Oct 2026: 3 new, 1 changed, 0 vanished" */
char         *nida_changes_words   (NidaChangeSet *changes);

G_END_DECLS
