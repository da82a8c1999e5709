/* Which groups of one dimension a mark or a brush names. Each value is looked up once, whatever the number of marks. Private to
 * query/. */
#pragma once

#include "brush-index.h"
#include "dimension.h"

G_BEGIN_DECLS

typedef struct _NidaBrushSlots NidaBrushSlots;

/* @dimension: borrowed, with all of its slots */
NidaBrushSlots *nida_brush_slots_new     (const NidaDimension *dimension, guint fiscal_start);
void            nida_brush_slots_free    (NidaBrushSlots *self);
/* (element-type guint32), owned by @self: the name, or of a date just this period, else all within it. */
const GArray   *nida_brush_slots_of      (NidaBrushSlots *self, const char *value);
/* What a filter by @value lets pass, as a brush does: cells that list the name among others, and all within the date, too. */
const GArray   *nida_brush_slots_passing (NidaBrushSlots *self, const char *value);
/* The same of what no mark of @chart names; @several: of that only the cells that list several names. */
const GArray   *nida_brush_slots_of_rest (NidaBrushSlots *self, const NidaBrushChart *chart, gboolean several);
const GArray   *nida_brush_slots_all     (NidaBrushSlots *self);
/* The place of @field among those of a mark, and among those of which it is the rest; G_MAXUINT when it has none. */
guint           nida_brush_mark_find      (const NidaBrushMark *mark, NidaField field);
guint           nida_brush_mark_find_rest (const NidaBrushMark *mark, NidaField field);

G_END_DECLS
