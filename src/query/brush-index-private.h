/* What a brush index is made of. Private to brush-index.c and brush-sums.c. */
#pragma once

#include "brush-index.h"
#include "brush-slots.h"
#include "rules.h"

G_BEGIN_DECLS

#define NIDA_BRUSH_MOST_DIMENSIONS (NIDA_MAX_BY + NIDA_BRUSH_MOST_FIELDS)

typedef struct {
  guint32 at;           /* group × sums + sum */
  NidaSum sum;
} NidaBrushEntry;

typedef struct {
  gboolean          known;                         /* FALSE: it cannot be told from sums of flows */
  NidaRules         rules;
  const NidaValues *values;
  NidaDimension     dimensions[NIDA_BRUSH_MOST_DIMENSIONS];   /* the chart's, then the axes */
  guint             n_dimensions;
  guint64           n_groups;                      /* of the chart's alone */
  GArray          **entries;                       /* NidaBrushEntry by bin */
  NidaSum          *chosen;                        /* by group and sum */
  GArray          **groups;                        /* guint32 by mark; NULL: not known */
  guint             n_marks;
  NidaMeasure      *measures;                      /* by mark */
} NidaBrushPart;

struct _NidaBrushIndex {
  NidaSheet      *sheet;
  NidaDimension   axes[NIDA_BRUSH_MOST_FIELDS];
  guint           n_axes;
  NidaBrushSlots *axis_slots[NIDA_BRUSH_MOST_FIELDS];
  guint           fiscal_start;                    /* of the values of dates: "2024/25" */
  guint           n_bins;
  guint8         *inside;                          /* by bin: is it chosen? */
  NidaBrushPart  *parts;
  guint           n_parts;
};

/* Fill in the entries of all parts that are known. */
gboolean nida_brush_sums_fill (NidaBrushIndex *self, const NidaBrushAxis *axes, const NidaBrushChart *charts,
                               GCancellable *cancellable, GError **error);
/* The names that marks of a chart have in a field are added to @names (element-type utf8, owned), each once. */
void     nida_brush_chart_take_names (const NidaBrushChart *chart, NidaField field, GHashTable *known, GPtrArray *names);

G_END_DECLS
