/* One scene on screen: paints it, finds the mark under the pointer, moves between marks by keys. Speaks as an image
 * with a title and a description, which gives way to the words of the current mark. What a mark does is for chart-view.c. */
#pragma once

#include "hit.h"
#include "mark-move.h"
#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaChartCanvas:
 *
 * Signals:
 * - "resized": the scene does not fit the size any more; set another
 * - "current-changed" (gboolean by_key): the mark under the pointer or the keys changed
 * - "mark-activated" (const char *key, gboolean add)
 * - "mark-picked" (const char *key, const char *from): into a brush or out of it; with @from, all from there to here
 * - "mark-drilled" (NidaMark *mark): a double click
 * - "menu" (double x, double y): a menu is asked for there
 */
#define NIDA_TYPE_CHART_CANVAS (nida_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (NidaChartCanvas, nida_chart_canvas, NIDA, CHART_CANVAS, GtkWidget)

GtkWidget      *nida_chart_canvas_new          (void);
void            nida_chart_canvas_set_scene    (NidaChartCanvas *self, NidaScene *scene);
NidaScene      *nida_chart_canvas_get_scene    (NidaChartCanvas *self);
/* A card: all of it stands for the one figure that can be activated, if there is one. */
void            nida_chart_canvas_set_card     (NidaChartCanvas *self, gboolean card);
const NidaNode *nida_chart_canvas_find_figure  (NidaChartCanvas *self);      /* NULL but on such a card */
/* Is it on its way from one scene to the next? nida_chart_canvas_get_scene() is where it goes. */
gboolean        nida_chart_canvas_is_moving   (NidaChartCanvas *self);
/* Do marks point out that rows have just come behind them? */
gboolean        nida_chart_canvas_is_pulsing  (NidaChartCanvas *self);
/* The scene under a brush, painted instead of it; NULL paints the scene. */
void            nida_chart_canvas_set_picture  (NidaChartCanvas *self, NidaScene *picture);
NidaScene      *nida_chart_canvas_get_picture  (NidaChartCanvas *self);      /* transfer none, or NULL */
/* What a stroke has inside, drawn above all; NULL for none. */
void            nida_chart_canvas_set_brush_box (NidaChartCanvas *self, const NidaBox *box);
/* While a stroke is drawn the pointer points at no mark. */
void            nida_chart_canvas_set_quiet    (NidaChartCanvas *self, gboolean quiet);
/* While a menu speaks of the current mark it stays the current one, wherever the pointer goes. */
void            nida_chart_canvas_set_held     (NidaChartCanvas *self, gboolean held);
/* What is said of it now instead of the scene's description; NULL says that. */
void            nida_chart_canvas_set_spoken   (NidaChartCanvas *self, const char *words);
void            nida_chart_canvas_set_selected (NidaChartCanvas *self, const char *key);
const char     *nida_chart_canvas_get_selected (NidaChartCanvas *self);      /* NULL for none */
const NidaNode *nida_chart_canvas_get_current  (NidaChartCanvas *self);
void            nida_chart_canvas_set_current  (NidaChartCanvas *self, const char *key, gboolean by_key);
/* Did the keys choose it? Then the pointer's leaving does not take it away. */
gboolean        nida_chart_canvas_is_by_key    (NidaChartCanvas *self);
gboolean        nida_chart_canvas_move         (NidaChartCanvas *self, NidaMove move);
gboolean        nida_chart_canvas_activate     (NidaChartCanvas *self, gboolean add);
/* The rest of the signals, for what points at marks. */
void            nida_chart_canvas_pick         (NidaChartCanvas *self, const char *key, const char *from);
void            nida_chart_canvas_drill        (NidaChartCanvas *self, NidaMark *mark);
void            nida_chart_canvas_open_menu    (NidaChartCanvas *self, double x, double y);

G_END_DECLS
