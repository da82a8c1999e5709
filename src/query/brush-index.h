/* What a brush over one chart leaves of every mark of the other charts, whatever the number of rows: each question is
 * summed once by the brushed field, too (a bin is one of its values); a move of the brush then adds and takes away bins.
 * After Falcon (Moritz, Howe and Heer, CHI 2019), with differences of bins instead of prefix sums, since bins need not have
 * an order. */
#pragma once

#include "local-engine.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NIDA_BRUSH_MOST_FIELDS 2

/**
 * NidaBrushMark:
 *
 * A figure that is drawn: @measure of the flows that pass its filter.
 * @fields, @values: as in a mark; a date covers the periods within it
 * @rests: the fields of which the mark is what no other mark of the chart names
 * @several: of each of them, only the cells that list several names, which are no name's own
 */
typedef struct {
  NidaMeasure measure;
  guint       n_fields;
  NidaField   fields[NIDA_MAX_BY];
  const char *values[NIDA_MAX_BY];
  guint       n_rests;
  NidaField   rests[NIDA_MAX_BY];
  gboolean    several[NIDA_MAX_BY];
} NidaBrushMark;

/* @query: filters, dates, rule, currency; what it groups by and measures does not matter. */
typedef struct {
  NidaQuery           *query;
  NidaStep             step;      /* of the dates of @marks */
  const NidaBrushMark *marks;
  guint                n_marks;
} NidaBrushChart;

/* A brushed field. @names: its marks' values, NULL-terminated, which are the bins (all others are one); NULL for dates. */
typedef struct {
  NidaGroupBy         by;
  const char * const *names;
} NidaBrushAxis;

/* What is inside the brush, of one axis: names, or the days from @first to @last (NULL names). */
typedef struct {
  const char * const *names;
  gint32              first, last;
} NidaBrushRange;

typedef struct _NidaBrushIndex NidaBrushIndex;
typedef struct _NidaSheet      NidaSheet;

/* Takes a pass over the rows, so not in the main thread. Fails with NIDA_QUERY_ERROR, or when cancelled. */
NidaBrushIndex *nida_local_engine_make_brush_index (NidaLocalEngine *engine, const NidaBrushAxis *axes, guint n_axes,
                                                    const NidaBrushChart *charts, guint n_charts, GCancellable *cancellable,
                                                    GError **error);
/* The same of columns; private to query/. */
NidaBrushIndex *nida_brush_index_new    (NidaSheet *sheet, const NidaBrushAxis *axes, guint n_axes,
                                         const NidaBrushChart *charts, guint n_charts, GCancellable *cancellable, GError **error);
void            nida_brush_index_free   (NidaBrushIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaBrushIndex, nida_brush_index_free)

/* Move the brush: one range an axis. One thread at a time. */
void            nida_brush_index_choose (NidaBrushIndex *self, const NidaBrushRange *ranges);
/* The figure of a mark inside the brush, in thousandths; NIDA_MONEY_NONE where the index cannot tell it (requirements and
 * what is reckoned from them, too many groups) and somebody has to ask. */
NidaMoney       nida_brush_index_get    (NidaBrushIndex *self, guint chart, guint mark);

G_END_DECLS
