/* Items in the order in which people read them, and cells in the order of their items. */
#include "ordering.h"

/* The slots of dimension @d that cells have, in the order of their items. */
static guint32 *
find_slots (const NidaDimension *dimension,
            guint                d,
            GArray              *cells,
            guint32             *n_slots)
{
  g_autofree guint8 *has_cells = g_new0 (guint8, dimension->n_slots + 1);
  guint32 *slots = g_new (guint32, MIN (cells->len, dimension->n_slots) + 1);
  guint32 n = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      guint32 slot = g_array_index (cells, NidaCubeCell, i).item[d];

      if (!has_cells[slot] && dimension->order == NULL)
        slots[n++] = slot;
      has_cells[slot] = TRUE;
    }
  for (guint32 i = 0; dimension->order != NULL && i < dimension->n_slots; i++)
    if (has_cells[dimension->order[i]])
      slots[n++] = dimension->order[i];
  if (dimension->order == NULL)
    nida_dimension_sort (dimension, slots, n);
  *n_slots = n;
  return slots;
}

/* Hands the items of dimension @d that have cells to @cube, and turns the slots in the cells into items. */
static void
order_items (NidaCube            *cube,
             const NidaDimension *dimension,
             guint                d,
             GArray              *cells)
{
  guint32 n;
  g_autofree guint32 *slots = find_slots (dimension, d, cells, &n);
  g_autofree guint32 *item_of_slot = g_new (guint32, dimension->n_slots + 1);

  for (guint32 i = 0; i < n; i++)
    {
      NidaCubeItem item;

      item_of_slot[slots[i]] = i;
      nida_dimension_make_item (dimension, slots[i], &item);
      nida_cube_take_item (cube, d, &item);
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
