/* One source: what it holds, how old that is and what became of it the last time; whether it counts, and when it is read
 * again. */
#pragma once

#include "session.h"
#include "source-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaSourceRow:
 *
 * Signals:
 * - "find-problems": the person wants to see what is to look at in it
 */
#define NIDA_TYPE_SOURCE_ROW (nida_source_row_get_type ())
G_DECLARE_FINAL_TYPE (NidaSourceRow, nida_source_row, NIDA, SOURCE_ROW, GtkWidget)

/* @input: one of the session's, or NIDA_LEDGER_URI for the desk's own figures. */
GtkWidget  *nida_source_row_new       (NidaSession *session, const char *input);
NidaSession *nida_source_row_get_session (NidaSourceRow *self);
const char *nida_source_row_get_input (NidaSourceRow *self);
/* Its name as the report says it; transfer full. */
char       *nida_source_row_dup_name  (NidaSourceRow *self);
/* Another dataset is shown; @summaries and @problems (as nida_report_groups_count() makes them) have one of each of its
 * sources. */
void        nida_source_row_show      (NidaSourceRow *self, const GArray *summaries, const GArray *problems);
/* Time has passed, or a reading began or ended. */
void        nida_source_row_show_state (NidaSourceRow *self);

G_END_DECLS
