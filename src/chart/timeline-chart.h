/* The geometry of one timeline, shared by the files that draw it. Private to chart/. All boxes are in points along time
 * (time-frame.h). */
#pragma once

#include "annotations.h"
#include "axis.h"
#include "legend.h"
#include "timeline-data.h"

G_BEGIN_DECLS

/**
 * NidaTimelineChart:
 *
 * @grid: the box of the amounts, as wide as the plot; @marks: the part of it that columns stand in
 * @spans: (element-type NidaSpan): where each slot lies · @bars: of each slot, its column from top to foot (NidaBox)
 * @legend_top: the legend stands above the marks, not among them
 * @numbered: events have numbers and a key, not words
 */
typedef struct {
  NidaRecipe      *recipe;
  NidaTimeline    *data;
  NidaTeller      *teller;          /* says the words of the marks */
  NidaTimeFrame    frame;
  NidaAnnotations *notes;
  NidaValueAxis    axis;
  NidaScale        amounts;
  NidaBox          grid;
  NidaBox          marks;
  NidaBox          legend;
  GArray          *spans;
  GArray          *bars;
  double           pitch;           /* points of one plain slot */
  double           indent;          /* points between gutter and marks that the unit of the axis needs */
  guint            tick_lines;
  guint            every;           /* one tick label in so many periods */
  gboolean         short_years;
  guint            n_band_rows;
  guint           *band_rows;       /* by band; G_MAXUINT: not drawn */
  double           foot;            /* y below the tick labels */
  double           key_y;
  gboolean         legend_top;
  guint            lean;            /* how much gave way to the columns: 1 the legend, 2 the key of events, 3 bands */
  gboolean         numbered;
  gboolean         requirement_drawn;
  gboolean         requirement_above;
  NidaLegendItem   legend_items[NIDA_TIMELINE_MAX_SERIES];
  guint            n_legend_items;
  NidaBox         *labels;          /* by slot: where its total stands; width 0: nowhere */
} NidaTimelineChart;

void    nida_timeline_chart_train  (NidaTimelineChart *self);
void    nida_timeline_chart_layout (NidaTimelineChart *self);
double  nida_timeline_chart_y      (const NidaTimelineChart *self, NidaMoney value);
NidaSpan nida_timeline_chart_span  (const NidaTimelineChart *self, guint slot);
double  nida_timeline_chart_along  (const NidaTimelineChart *self, gint32 day);
NidaMoney nida_timeline_chart_level (const NidaTimelineChart *self, guint slot);   /* running total up to a slot */

/* timeline-labels.c */
NidaBox nida_timeline_labels_unit_box     (NidaTimelineChart *self);
gboolean nida_timeline_labels_hides_unit  (NidaTimelineChart *self);
void    nida_timeline_labels_take_marks   (NidaTimelineChart *self);
void    nida_timeline_labels_place_totals (NidaTimelineChart *self);
void    nida_timeline_labels_place_level  (NidaTimelineChart *self);
gboolean nida_timeline_labels_place_legend (NidaTimelineChart *self);
void    nida_timeline_labels_locate_notes (NidaTimelineChart *self);

/* timeline-axis.c */
void    nida_timeline_axis_train   (NidaTimelineChart *self);
void    nida_timeline_axis_emit    (NidaTimelineChart *self);

/* timeline-tips.c */
NidaTeller *nida_timeline_teller_new (NidaRecipe *recipe, NidaTimeline *data);
/* @id: of the slot, the value of its filter, which all marks of a column share */
NidaMark *nida_timeline_slot_mark  (NidaTimelineChart *self, GRefString *id, guint slot);
NidaMark *nida_timeline_level_mark (NidaTimelineChart *self, GRefString *id, guint slot);
NidaMark *nida_timeline_part_mark  (NidaTimelineChart *self, GRefString *id, guint slot, guint series);
NidaMark *nida_timeline_band_mark  (NidaTimelineChart *self, const char *id, guint band);

/* timeline-marks.c, timeline-bands.c */
void    nida_timeline_marks_emit   (NidaTimelineChart *self);
void    nida_timeline_bands_emit   (NidaTimelineChart *self);
/* @form: 0 are the fullest words of a band, 2 its bare amount */
char   *nida_timeline_band_words   (NidaRecipe *recipe, const NidaTimeline *data, const NidaTimelineBand *band, guint form);

#define NIDA_BAND_HEIGHT 16.0
#define NIDA_BAND_PITCH  20.0

G_END_DECLS
