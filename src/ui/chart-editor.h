/* The chart editor: choices at the start, the picture at the end, and nothing on the board until it is applied. */
#pragma once

#include "chart-canvas.h"
#include "chart-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_CHART_EDITOR (nida_chart_editor_get_type ())
G_DECLARE_FINAL_TYPE (NidaChartEditor, nida_chart_editor, NIDA, CHART_EDITOR, GtkWindow)

/* @place: of the chart that is changed, as nida_session_get_chart() counts, or G_MAXUINT for a new one. @spec is copied. */
GtkWidget       *nida_chart_editor_new        (GtkWindow *parent, NidaSession *session, const NidaChartSpec *spec, guint place);
NidaChartDraft  *nida_chart_editor_get_draft  (NidaChartEditor *self);
NidaChartCanvas *nida_chart_editor_get_canvas (NidaChartEditor *self);
/* "kind", "data", "words", "marks" */
void             nida_chart_editor_show_page  (NidaChartEditor *self, const char *page);
/* A note at the datum of @mark, ready to be written. */
void             nida_chart_editor_add_note   (NidaChartEditor *self, const NidaMark *mark);
/* Put the chart on the board and close. */
void             nida_chart_editor_apply      (NidaChartEditor *self);

G_END_DECLS
