/* One "by" of a question: which group each row is in, and what the groups are called. Private to query/. */
#pragma once

#include "cube.h"
#include "sheet.h"

G_BEGIN_DECLS

/* A group before the answer is put in order. */
typedef struct {
  guint32    code;          /* of the column, for a name */
  guint      n_members;     /* above 1: any cell that lists so many names */
  gboolean   others;        /* any name that is not kept apart */
  guint32    n_names;       /* of them: how many have money; 0 where nobody has counted them */
  NidaPeriod period;
} NidaSlot;

typedef struct {
  NidaGroupBy  by;
  NidaSheet   *sheet;          /* borrowed */
  NidaCodes    codes;
  guint32     *slot_of_code;
  guint32      n_codes;
  GArray      *slots;          /* NidaSlot */
  guint32      n_slots;
  guint32     *order;          /* slots in the order of their items; NULL: not known */
  gboolean     shared;         /* the arrays belong to the sheet */
} NidaDimension;

/* FALSE for a field that cannot be grouped by. What does not depend on the rows asked for is made once a sheet. */
gboolean nida_dimension_init      (NidaDimension *self, NidaSheet *sheet, NidaGroupBy by, guint fiscal_start);
/* Make one group of all names but @apart and what is not one name; with @totals also but those of requirements and reported
 * totals, whose levels go by name. */
void     nida_dimension_join      (NidaDimension *self, const char * const *apart, gboolean totals);
void     nida_dimension_clear     (NidaDimension *self);
/* The slot of each of @rows, or (NULL) of @n rows from @first on, times @stride. */
void     nida_dimension_fill      (const NidaDimension *self, const guint32 *rows, guint32 first, guint n, guint32 stride,
                                   guint32 *slots);
void     nida_dimension_make_item (const NidaDimension *self, guint32 slot, NidaCubeItem *item);
/* Put slots in the order of their items. */
void     nida_dimension_sort      (const NidaDimension *self, guint32 *slots, guint32 n);
int      nida_dimension_compare   (const NidaDimension *self, const NidaCubeItem *a, const NidaCubeItem *b);

static inline guint32
nida_dimension_slot (const NidaDimension *self,
                     guint32              row)
{
  return self->slot_of_code[nida_codes_get (self->codes, row)];
}

/* Which group a row is in, over all dimensions; 0 when there is none. */
guint64  nida_dimensions_group   (const NidaDimension *dimensions, guint n, guint32 row);
/* FALSE when there are more combinations than a group number can tell apart. */
gboolean nida_dimensions_product (const NidaDimension *dimensions, guint n, guint64 *n_groups);

G_END_DECLS
