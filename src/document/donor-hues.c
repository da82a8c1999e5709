/* Which donors have a hue of their own: the five that gave most. What was on the screen before goes first, so that a reading or a
 * pledge gives no donor the colour of another under somebody's eyes. */
#include "config.h"

#include "donor-hues.h"

#define N_HUES 5

static int
compare_largest (gconstpointer a,
                 gconstpointer b,
                 gpointer      cube)
{
  const NidaCubeCell *first = nida_cube_get_cell (cube, *(const guint *) a);
  const NidaCubeCell *second = nida_cube_get_cell (cube, *(const guint *) b);
  NidaMoney x = MAX (first->values[NIDA_MEASURE_RECEIVED], first->values[NIDA_MEASURE_REPORTED]);
  NidaMoney y = MAX (second->values[NIDA_MEASURE_RECEIVED], second->values[NIDA_MEASURE_REPORTED]);

  return x == y ? (int) *(const guint *) a - (int) *(const guint *) b : x < y ? 1 : -1;
}

/* (transfer container): the donors of all the data, the largest first; the names belong to @cube. */
static GPtrArray *
list_donors (NidaCube *cube)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    if (!nida_cube_get_item (cube, 0, nida_cube_get_cell (cube, i)->item[0])->not_stated)
      g_array_append_val (order, i);
  if (order->len > 0)
    g_qsort_with_data (order->data, order->len, sizeof (guint), compare_largest, cube);
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (names, (char *) nida_cube_get_item (cube, 0, nida_cube_get_cell (cube, g_array_index (order, guint, i))->item[0])->name);
  return names;
}

/* A hue that is free, or else that of a donor who is no longer in the data; N_HUES for none. */
static guint
find_free (const char * const *names,
           GPtrArray          *donors)
{
  for (guint i = 0; i < N_HUES; i++)
    if (names[i] == NULL)
      return i;
  for (guint i = 0; i < N_HUES; i++)
    if (!g_ptr_array_find_with_equal_func (donors, names[i], g_str_equal, NULL))
      return i;
  return N_HUES;
}

/**
 * nida_donor_hues_pin:
 * @engine: knows all the data, whatever is filtered
 * @colors: gets the hues of the five largest donors
 * @before: (nullable): who had them in the picture before, and keeps them
 *
 * A donor of @before gives a hue away only when he is gone from the data and another has none.
 */
void
nida_donor_hues_pin (NidaLocalEngine *engine,
                     NidaColorMap    *colors,
                     NidaColorMap    *before)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GPtrArray) donors = NULL;
  const char *names[N_HUES] = { NULL };
  guint hue;

  query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  query->measures = (1u << NIDA_MEASURE_RECEIVED) | (1u << NIDA_MEASURE_REPORTED);
  cube = nida_local_engine_query (engine, query, NULL);
  donors = list_donors (cube);
  for (guint i = 0; before != NULL && i < N_HUES; i++)
    names[i] = nida_color_map_get_pinned (before, NIDA_FIELD_DONOR, i);
  for (guint i = 0; i < donors->len && (hue = find_free (names, donors)) < N_HUES; i++)
    {
      const char *donor = donors->pdata[i];
      gboolean has_one = FALSE;

      for (guint j = 0; j < N_HUES; j++)
        has_one |= g_strcmp0 (names[j], donor) == 0;
      if (!has_one)
        names[hue] = donor;
    }
  for (guint i = 0; i < N_HUES && names[i] != NULL; i++)
    nida_color_map_pin (colors, NIDA_FIELD_DONOR, names[i]);
}
