/* A slice is what the engine would answer to the question under one more filter, taken from an answer that is there: so that
 * twelve small charts are one pass over the rows. */
#include "config.h"

#include "cube-slice.h"

#include "cube-builder.h"

static void
copy_items (NidaCube *self,
            NidaCube *slice,
            guint     dimension)
{
  for (guint i = 0; i < nida_cube_get_n_items (self, dimension); i++)
    {
      NidaCubeItem item = *nida_cube_get_item (self, dimension, i);

      item.name = g_strdup (item.name);
      item.arabic = g_strdup (item.arabic);
      item.n_names = 0;                        /* of those of all slices */
      nida_cube_take_item (slice, dimension - 1, &item);
    }
}

static const char *
name_in_fact (const NidaFact *fact,
              NidaField       field)
{
  switch ((int) field)
    {
    case NIDA_FIELD_DONOR: return fact->donor;
    case NIDA_FIELD_RECIPIENT: return fact->recipient;
    case NIDA_FIELD_CATEGORY: return fact->category;
    case NIDA_FIELD_APPEAL: return fact->appeal;
    case NIDA_FIELD_PARTNER: return fact->partner;
    default: return NULL;
    }
}

static void
copy_facts (NidaCube *self,
            NidaCube *slice,
            guint     item)
{
  const char *name = item < nida_cube_get_n_items (self, 0) ? nida_cube_get_item (self, 0, item)->name : NULL;
  NidaField field = nida_cube_get_query (self)->by[0].field;

  for (guint i = 0; name != NULL && i < nida_cube_get_n_facts (self); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (self, i);

      if (g_strcmp0 (name_in_fact (fact, field), name) == 0)
        nida_cube_add_fact (slice, fact);
    }
}

static guint
kinds_of (NidaCube *self)
{
  guint kinds = 0;

  for (NidaKind kind = 0; kind < NIDA_N_KINDS; kind++)
    if (nida_cube_has_kind (self, kind))
      kinds |= NIDA_KIND_BIT (kind);
  return kinds;
}

/**
 * nida_cube_slice:
 * @self: an answer by at least one field
 * @item: of its first dimension
 * @total: what is asked of the item as a whole
 * @query: the question with @item as a filter, without the first field
 *
 * Returns: (transfer full): the answer to @query
 */
NidaCube *
nida_cube_slice (NidaCube           *self,
                 guint               item,
                 const NidaCubeCell *total,
                 NidaQuery          *query)
{
  NidaCube *slice = nida_cube_new (query, nida_cube_get_rule (self));
  guint n_by = nida_cube_get_query (self)->n_by;
  gint32 first, last;

  for (guint d = 1; d < n_by; d++)
    copy_items (self, slice, d);
  for (guint i = 0; i < nida_cube_get_n_cells (self); i++)
    {
      NidaCubeCell cell = *nida_cube_get_cell (self, i);

      if (cell.item[0] != item)
        continue;
      for (guint d = 1; d < n_by; d++)
        cell.item[d - 1] = cell.item[d];
      nida_cube_add_cell (slice, &cell);
    }
  nida_cube_set_total (slice, total);
  copy_facts (self, slice, item);
  nida_cube_set_kinds (slice, kinds_of (self));
  if (nida_cube_get_extent (self, &first, &last))
    nida_cube_set_extent (slice, first, last);
  return slice;
}
