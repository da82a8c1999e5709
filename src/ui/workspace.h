/* What a window shows of open data: the filter panel beside the board, the table, the load report and the slides. */
#pragma once

#include "board-view.h"
#include "data-table.h"
#include "load-report.h"
#include "slides-view.h"
#include "split-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_WORKSPACE (nida_workspace_get_type ())
G_DECLARE_FINAL_TYPE (NidaWorkspace, nida_workspace, NIDA, WORKSPACE, GtkWidget)

GtkWidget      *nida_workspace_new          (NidaSession *session);
GtkStack       *nida_workspace_get_stack    (NidaWorkspace *self);   /* pages "board", "table", "report", "slides" */
NidaSplitView  *nida_workspace_get_split    (NidaWorkspace *self);
NidaBoardView  *nida_workspace_get_board    (NidaWorkspace *self);
NidaDataTable  *nida_workspace_get_table    (NidaWorkspace *self);   /* NULL until it was shown */
NidaLoadReport *nida_workspace_get_report   (NidaWorkspace *self);   /* NULL until it was shown */
NidaSlidesView *nida_workspace_get_slides   (NidaWorkspace *self);   /* NULL until it was shown */
void            nida_workspace_find         (NidaWorkspace *self);   /* opens the panel, to type in its search */

G_END_DECLS
