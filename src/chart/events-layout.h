/* The geometry of one chart of events, shared by the files that draw it. Private to chart/. */
#pragma once

#include "annotations.h"
#include "events-chart.h"
#include "legend.h"
#include "time-frame.h"

G_BEGIN_DECLS

#define NIDA_EVENT_MARKER 10.0     /* points across, at scale 1 */

/* Where a marker and its words stand; y is settled once the number of rows is known. */
typedef struct {
  NidaBox marker;
  NidaBox words;
  guint   lines;
  guint   row;
} NidaEventPlace;

typedef struct {
  NidaRecipe      *recipe;
  NidaEvents      *data;
  NidaTimeFrame    frame;
  NidaAnnotations *notes;
  NidaBox          rows;           /* the markers, in points along time */
  double           axis_height;
  gint32           first, last;    /* days of the axis */
  NidaEventPlace  *places;
  NidaLegendItem   legend[3];
  guint            n_legend;
  double           legend_height;
  double           undated_height;
  guint            undated_rows, undated_columns;
  gboolean         numbered;
} NidaEventsChart;

/* In @box, in points along time: a dot, or a bar where the date is coarse. */
NidaNode *nida_events_emit_marker  (NidaEventsChart *self, const NidaFact *fact, NidaBox box);
/* Along time; its top is 0. */
NidaBox   nida_events_marker_box   (NidaEventsChart *self, const NidaFact *fact);
/* Each event in a row, its words in at most @lines beside it. FALSE where there is no room. */
gboolean  nida_events_place_rows   (NidaEventsChart *self, guint lines);
void      nida_events_emit_rows    (NidaEventsChart *self);
void      nida_events_plan_undated (NidaEventsChart *self);
void      nida_events_emit_undated (NidaEventsChart *self);

G_END_DECLS
