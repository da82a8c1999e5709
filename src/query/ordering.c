/* Items in the order in which people read them, and cells in the order of their items. */
#include "ordering.h"

typedef struct {
  NidaCubeItem item;
  guint32      slot;
} NidaSlotItem;

static int
compare_slot_items (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const NidaSlotItem *one = a, *other = b;
  int order = nida_dimension_compare (data, &one->item, &other->item);

  return order != 0 ? order : one->slot < other->slot ? -1 : one->slot > other->slot;
}

/* Hands the items of dimension @d that have cells to @cube, and turns the slots in the cells into items. */
static void
order_items (NidaCube            *cube,
             const NidaDimension *dimension,
             guint                d,
             GArray              *cells)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (NidaSlotItem));
  g_autofree guint32 *item_of_slot = g_new0 (guint32, dimension->n_slots);

  for (guint i = 0; i < cells->len; i++)
    {
      NidaSlotItem item = { .slot = g_array_index (cells, NidaCubeCell, i).item[d] };

      if (item_of_slot[item.slot]++ > 0)
        continue;
      nida_dimension_make_item (dimension, item.slot, &item.item);
      g_array_append_val (items, item);
    }
  g_array_sort_with_data (items, compare_slot_items, (gpointer) dimension);
  for (guint i = 0; i < items->len; i++)
    {
      NidaSlotItem *item = &g_array_index (items, NidaSlotItem, i);

      item_of_slot[item->slot] = i;
      nida_cube_take_item (cube, d, &item->item);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      NidaCubeCell *cell = &g_array_index (cells, NidaCubeCell, i);

      cell->item[d] = item_of_slot[cell->item[d]];
    }
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const NidaCubeCell *one = a, *other = b;

  for (guint d = 0; d < NIDA_MAX_BY; d++)
    if (one->item[d] != other->item[d])
      return one->item[d] < other->item[d] ? -1 : 1;
  return 0;
}

void
nida_ordering_add_cells (NidaCube            *cube,
                         const NidaDimension *dimensions,
                         guint                n_dimensions,
                         GArray              *cells)
{
  for (guint d = 0; d < n_dimensions; d++)
    order_items (cube, &dimensions[d], d, cells);
  g_array_sort (cells, compare_cells);
  for (guint i = 0; i < cells->len; i++)
    nida_cube_add_cell (cube, &g_array_index (cells, NidaCubeCell, i));
}
