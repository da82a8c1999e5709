/* What a brush has inside: values of one or two fields, or a span of time. A plain value. */
#pragma once

#include "brush-index.h"
#include "filter-set.h"
#include "scene.h"

G_BEGIN_DECLS

/**
 * NidaBrushPart:
 *
 * @values: as marks have them, NULL-terminated; NULL for the time from @from to @to
 */
typedef struct {
  NidaField  field;
  char     **values;
  NidaDate   from, to;
} NidaBrushPart;

typedef struct {
  guint         n_parts;
  NidaBrushPart parts[NIDA_BRUSH_MOST_FIELDS];
} NidaBrush;

/* @nodes: (element-type NidaNode): those that a stroke covers. @along_time: only their time counts, as one span; else the
 * values of the fields that all of them have. @fiscal_start: month. NULL when they have none. */
NidaBrush *nida_brush_new_around (GPtrArray *nodes, gboolean along_time, guint fiscal_start);
/* Can @self (or NULL) hold @mark as well, or all but it, and nothing besides? Of two fields it holds each value of the one with
 * each of the other, so there only within one row of them; and marks of other fields never. */
gboolean   nida_brush_can_toggle (const NidaBrush *self, const NidaMark *mark);
/* @self (or NULL), which can, with the values of @mark, or without them when it has all of them; transfer full, NULL when nothing
 * is left. Where it is of the time alone, only the time of @mark counts. */
NidaBrush *nida_brush_toggle     (const NidaBrush *self, const NidaMark *mark);
/* The time of @self as the values of those @nodes that are inside, where it is a span: marks can be added to it then. Transfer
 * full; a copy where it is none. */
NidaBrush *nida_brush_split      (const NidaBrush *self, GPtrArray *nodes, guint fiscal_start);
NidaBrush *nida_brush_copy       (const NidaBrush *self);
void       nida_brush_free       (NidaBrush *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaBrush, nida_brush_free)
gboolean   nida_brush_equal      (const NidaBrush *a, const NidaBrush *b);   /* either may be NULL */
/* Is @mark inside: are its values among those of the brush, its time within its span? */
gboolean   nida_brush_covers     (const NidaBrush *self, const NidaMark *mark, guint fiscal_start);
/* The same as filters; fields that it does not speak of stay. */
void       nida_brush_apply      (const NidaBrush *self, NidaFilterSet *filters);
/* For an index whose axes are the fields of the brush in order; borrows from @self. */
void       nida_brush_ranges     (const NidaBrush *self, NidaBrushRange *ranges);

G_END_DECLS
