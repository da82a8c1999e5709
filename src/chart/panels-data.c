/* What small charts ask, and which names have one: the order is that of the latest figures; years stand the newest first. */
#include "config.h"

#include "panels-private.h"

#include "cube-slice.h"
#include "words.h"

#include <string.h>

/* --- questions --- */

void
nida_panels_queries (const NidaChartSpec *spec,
                     GPtrArray           *queries)
{
  guint n = queries->len;

  for (guint i = 0; i < n; i++)
    {
      NidaQuery *query = queries->pdata[i], *whole = nida_query_copy (query);

      if (query->n_by < NIDA_MAX_BY)
        {
          memmove (&query->by[1], &query->by[0], query->n_by * sizeof query->by[0]);
          query->by[0] = (NidaGroupBy) { spec->panels, spec->panels == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
          query->n_by++;
        }
      whole->by[0] = (NidaGroupBy) { spec->panels, spec->panels == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
      whole->n_by = 1;
      g_clear_pointer (&whole->apart, g_strfreev);
      g_ptr_array_add (queries, whole);
    }
}

NidaCube *
nida_panels_whole (const NidaPanels *self,
                   guint             index)
{
  return nida_recipe_cube (self->recipe, self->n_cubes + index);
}

/* --- which panels --- */

void
nida_panel_free (gpointer data)
{
  NidaPanel *panel = data;

  g_free (panel->name);
  g_free (panel->filter);
  g_free (panel);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return (int) (*(NidaPanel * const *) b)->item - (int) (*(NidaPanel * const *) a)->item;
}

static int
compare_panels (gconstpointer a,
                gconstpointer b)
{
  const NidaPanel *first = *(NidaPanel * const *) a, *second = *(NidaPanel * const *) b;

  if (first->latest != second->latest)
    return first->latest > second->latest ? -1 : 1;
  if (first->whole != second->whole)
    return first->whole > second->whole ? -1 : 1;
  return g_strcmp0 (first->filter, second->filter);
}

/* The dimension of dates of the first answer, or 0 where it has none. */
static guint
date_dimension (NidaCube *cube)
{
  NidaQuery *query = nida_cube_get_query (cube);

  for (guint d = 1; d < query->n_by; d++)
    if (query->by[d].field == NIDA_FIELD_DATE)
      return d;
  return 0;
}

/* The last period that any name has a figure in; items are in order of time. */
static guint
latest_period (const NidaPanels *self,
               NidaCube         *cube,
               guint             dimension)
{
  guint latest = G_MAXUINT;

  for (guint i = 0; dimension > 0 && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      NidaMoney value = cell->values[self->measure];

      if (nida_cube_get_item (cube, dimension, cell->item[dimension])->not_stated || value == NIDA_MONEY_NONE || value == 0)
        continue;
      latest = latest == G_MAXUINT ? cell->item[dimension] : MAX (latest, cell->item[dimension]);
    }
  return latest;
}

static const NidaCubeCell *
find_cell (NidaCube   *cube,
           const char *filter)
{
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      if (!item->not_stated && item->n_members <= 1 && g_str_equal (item->name, filter))
        return cell;
    }
  return NULL;
}

const NidaCubeCell *
nida_panels_whole_cell (const NidaPanels *self,
                        guint             index,
                        const char       *filter)
{
  return find_cell (nida_panels_whole (self, index), filter);
}

GPtrArray *
nida_panels_slice (GPtrArray  *cubes,
                   NidaField   field,
                   const char *filter)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < cubes->len / 2; i++)
    {
      NidaCube *cube = g_ptr_array_index (cubes, i);
      g_autoptr (NidaQuery) query = nida_query_copy (nida_cube_get_query (cube));
      const NidaCubeCell *whole = find_cell (g_ptr_array_index (cubes, cubes->len / 2 + i), filter);
      NidaCubeCell none = { .flows = 0 };
      guint item = 0;

      for (guint m = 0; m < NIDA_N_MEASURES; m++)
        none.values[m] = NIDA_MONEY_NONE;
      query->n_by--;
      memmove (&query->by[0], &query->by[1], query->n_by * sizeof query->by[0]);
      nida_query_clear_filter (query, field);
      nida_query_add_filter (query, field, filter);
      while (item < nida_cube_get_n_items (cube, 0) && !g_str_equal (nida_cube_get_item (cube, 0, item)->name, filter))
        item++;
      g_ptr_array_add (slices, nida_cube_slice (cube, item, whole != NULL ? whole : &none, query));
    }
  return slices;
}

static char *
name_of (const NidaPanels   *self,
         const NidaCubeItem *item)
{
  NidaLanguage *language = self->recipe->context->language;

  if (self->field == NIDA_FIELD_DATE)
    return nida_language_period (language, item->period, NIDA_DATE_MEDIUM);
  return nida_words_name (language, self->field, item->name, item->arabic);
}

static gboolean
is_asked (NidaCube   *cube,
          NidaMeasure measure)
{
  return (nida_cube_get_query (cube)->measures & 1u << measure) != 0;
}

/* Cells that list several names, or none, have no panel; nor has what has no figure. */
void
nida_panels_find (NidaPanels *self)
{
  NidaCube *cube = nida_recipe_cube (self->recipe, 0);
  guint dates = date_dimension (cube), latest = latest_period (self, cube, dates);
  guint n = nida_cube_get_n_items (cube, 0);
  g_autofree NidaMoney *latest_values = g_new (NidaMoney, n + 1);
  g_autofree gboolean *present = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    latest_values[i] = NIDA_MONEY_NONE;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      present[cell->item[0]] = TRUE;
      if (latest != G_MAXUINT && cell->item[dates] == latest)
        latest_values[cell->item[0]] = nida_money_plus (latest_values[cell->item[0]], cell->values[self->measure]);
    }
  for (guint i = 0; i < n; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, i);
      const NidaCubeCell *whole = present[i] && !item->not_stated && item->n_members <= 1 ? nida_panels_whole_cell (self, 0, item->name) : NULL;
      NidaPanel *panel;

      if (whole == NULL || (is_asked (cube, self->measure) && (whole->values[self->measure] == NIDA_MONEY_NONE || whole->values[self->measure] == 0)))
        continue;
      panel = g_new0 (NidaPanel, 1);
      panel->item = i;
      panel->name = name_of (self, item);
      panel->filter = g_strdup (item->name);
      panel->whole = whole->values[self->measure];
      panel->latest = dates > 0 ? latest_values[i] : panel->whole;
      g_ptr_array_add (self->panels, panel);
    }
  g_ptr_array_sort (self->panels, self->field == NIDA_FIELD_DATE ? compare_dates : compare_panels);
}
