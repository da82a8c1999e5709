/* What the audience sees: one slide, as large as its screen, and nothing else. */
#pragma once

#include "chart-canvas.h"
#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaAudienceWindow:
 *
 * Closing it ends the show (command %NIDA_SHOW_END).
 */
#define NIDA_TYPE_AUDIENCE_WINDOW (nida_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaAudienceWindow, nida_audience_window, NIDA, AUDIENCE_WINDOW, GtkWindow)

GtkWidget       *nida_audience_window_new         (NidaShow *show);
/* Full on @monitor, or with NULL an ordinary window. */
void             nida_audience_window_set_monitor (NidaAudienceWindow *self, GdkMonitor *monitor);
GdkMonitor      *nida_audience_window_get_monitor (NidaAudienceWindow *self);
/* The small pictures are for the audience's screen where there is no other. */
void             nida_audience_window_set_alone   (NidaAudienceWindow *self, gboolean alone);
NidaChartCanvas *nida_audience_window_get_canvas  (NidaAudienceWindow *self);
/* What lies over the slide of who has just pledged, or NULL. */
const char      *nida_audience_window_get_announced (NidaAudienceWindow *self);
/* For the windows of a show: its keys, unless a text field has the focus; Ctrl points. */
void             nida_show_listen                 (NidaShow *show, GtkWindow *window);

G_END_DECLS
