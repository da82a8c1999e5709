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

/* Order @places, which names cells, by item of dimension @d; cells of one item keep their order. */
static void
order_places (GArray        *cells,
              guint          d,
              guint          n_items,
              const guint32 *places,
              guint32       *ordered)
{
  g_autofree guint32 *next = g_new0 (guint32, n_items + 1);

  for (guint i = 0; i < cells->len; i++)
    next[g_array_index (cells, NidaCubeCell, i).item[d] + 1]++;
  for (guint item = 0; item < n_items; item++)
    next[item + 1] += next[item];
  for (guint i = 0; i < cells->len; i++)
    ordered[next[g_array_index (cells, NidaCubeCell, places[i]).item[d]]++] = places[i];
}

/* Items are numbers from 0 on, so cells are counted into their places: by the last dimension first. */
void
nida_ordering_add_cells (NidaCube            *cube,
                         const NidaDimension *dimensions,
                         guint                n_dimensions,
                         GArray              *cells)
{
  g_autofree guint32 *places = g_new (guint32, cells->len + 1);
  g_autofree guint32 *ordered = g_new (guint32, cells->len + 1);

  for (guint i = 0; i < cells->len; i++)
    places[i] = i;
  for (guint d = 0; d < n_dimensions; d++)
    order_items (cube, &dimensions[d], d, cells);
  for (guint d = n_dimensions; d > 0; d--)
    {
      guint32 *before = places;

      order_places (cells, d - 1, nida_cube_get_n_items (cube, d - 1), before, ordered);
      places = ordered;
      ordered = before;
    }
  nida_cube_add_cells (cube, &g_array_index (cells, NidaCubeCell, 0), places, cells->len);
}
