/* Which countries or regions of an answer have a tile, which have none, and of which only money without a rate is recorded. */
#include "config.h"

#include "tile-map.h"

#include "no-figure.h"
#include "regions.h"
#include "words.h"

#include <string.h>

const char *
nida_tile_map_code (const NidaTileMap *self,
                    const char        *in_grid)
{
  guint region = self->regions ? nida_region_from_name (in_grid) : 0;

  if (self->regions)
    return region != 0 ? nida_region_get_code (region) : NULL;
  return nida_words_country_code (in_grid);
}

static void
place_free (gpointer data)
{
  NidaTilePlace *place = data;

  g_free (place->key);
  g_free (place->label);
  g_free (place);
}

static NidaTilePlace *
place_new (const NidaTileMap  *self,
           const NidaCubeItem *item)
{
  NidaTilePlace *place = g_new0 (NidaTilePlace, 1);

  place->item = item;
  place->role = item->not_stated ? NIDA_GROUP_NOT_STATED : item->n_members > 1 ? NIDA_GROUP_SEVERAL : NIDA_GROUP_NAMED;
  place->value = NIDA_MONEY_NONE;
  if (place->role == NIDA_GROUP_NOT_STATED)
    place->label = g_strdup (nida_noun_not_stated (self->noun));
  else if (place->role == NIDA_GROUP_SEVERAL)
    place->label = g_strdup (nida_noun_several (self->noun));
  else
    place->label = nida_words_name (self->recipe->context->language, self->field, item->name, item->arabic);
  place->code = place->role == NIDA_GROUP_NAMED ? nida_tile_map_code (self, item->name) : NULL;
  place->key = g_strdup (place->role == NIDA_GROUP_NAMED ? (place->code != NULL ? place->code : item->name)
                         : place->role == NIDA_GROUP_SEVERAL ? "+several" : "+not-stated");
  return place;
}

/* Two names of one country are one tile, and all that name several are one row. Of coverage there is no sum: the first stays. */
static void
add_cell (NidaTileMap        *self,
          GHashTable         *by_key,
          const NidaCubeItem *item,
          NidaMoney           value)
{
  NidaTilePlace *place = place_new (self, item), *before = g_hash_table_lookup (by_key, place->key);

  if (before == NULL)
    g_hash_table_insert (by_key, place->key, place);
  else
    {
      place_free (place);
      place = before;
    }
  place->items++;
  place->value = place->items == 1 || self->additive ? nida_money_plus (place->value, value) : place->value;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const NidaTilePlace *first = *(NidaTilePlace * const *) a, *second = *(NidaTilePlace * const *) b;

  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return strcmp (first->key, second->key);
}

/* The tiles of which the sources hold only money that has no amount in this currency. */
static void
find_unknown (NidaTileMap *self,
              NidaCube    *cube,
              GHashTable  *codes)
{
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);
      const char *code = item->not_stated || item->n_members > 1 ? NULL : nida_tile_map_code (self, item->name);

      if (code != NULL && nida_no_figure_is_unknown (cell, self->measure) && g_hash_table_contains (codes, code)
          && nida_tile_map_find (self, code) == NULL)
        g_hash_table_add (self->unknown, (char *) code);
    }
}

void
nida_tile_map_init (NidaTileMap *self,
                    NidaRecipe  *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal), codes = NULL;
  GHashTableIter iter;
  gpointer value;

  *self = (NidaTileMap) { .recipe = recipe, .measure = recipe->spec->measure, .field = nida_cube_get_query (cube)->by[0].field };
  self->regions = self->field == NIDA_FIELD_REGION;
  self->noun = self->regions ? NIDA_NOUN_REGION : NIDA_NOUN_COUNTRY;
  self->additive = self->measure != NIDA_MEASURE_COVERAGE;
  self->countries = g_ptr_array_new_with_free_func (place_free);
  self->beside = g_ptr_array_new_with_free_func (place_free);
  self->unknown = g_hash_table_new (g_str_hash, g_str_equal);
  self->total = nida_cube_get_total (cube)->values[self->measure];
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (cell->values[self->measure] != NIDA_MONEY_NONE)
        add_cell (self, places, nida_cube_get_item (cube, 0, cell->item[0]), cell->values[self->measure]);
    }
  nida_tile_map_choose_area (self, places);
  codes = nida_tile_map_codes (self, self->area);
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      NidaTilePlace *place = value;

      place->on_map = place->code != NULL && g_hash_table_contains (codes, place->code);
      g_ptr_array_add (place->on_map ? self->countries : self->beside, place);
    }
  g_ptr_array_sort (self->countries, compare_places);
  g_ptr_array_sort (self->beside, compare_places);
  find_unknown (self, cube, codes);
  nida_tile_map_share_tiles (self);
}

void
nida_tile_map_clear (NidaTileMap *self)
{
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_clear_pointer (&self->beside, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->area, nida_tile_grid_free);
  g_clear_pointer (&self->grid, nida_tile_grid_free);
}

const NidaTilePlace *
nida_tile_map_find (const NidaTileMap *self,
                    const char        *code)
{
  for (guint i = 0; i < self->countries->len; i++)
    {
      const NidaTilePlace *place = g_ptr_array_index (self->countries, i);

      if (g_strcmp0 (place->code, code) == 0)
        return place;
    }
  return NULL;
}

char *
nida_tile_map_label (const NidaTileMap *self,
                     const char        *in_grid)
{
  const NidaTilePlace *place = nida_tile_map_find (self, nida_tile_map_code (self, in_grid));

  return place != NULL ? g_strdup (place->label)
                       : nida_words_name (self->recipe->context->language, self->regions ? NIDA_FIELD_REGION : NIDA_FIELD_COUNTRY, in_grid, NULL);
}
