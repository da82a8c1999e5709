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

static GHashTable *
codes_of (const NidaTileMap  *self,
          const NidaTileGrid *grid)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
  char code[4];

  for (guint row = 0; row < nida_tile_grid_get_rows (grid); row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (grid); column++)
      if (nida_tile_grid_get_code (grid, row, column, code))
        g_hash_table_add (codes, (char *) nida_tile_map_code (self, code));
  return codes;
}

/* The Arab map is for data of that region alone; AUTO where no country says which. */
static NidaTileArea
area_of (const NidaTileMap *self,
         GHashTable        *places)
{
  g_autoptr (GHashTable) codes = codes_of (self, nida_tile_grid_get (NIDA_TILES_ARAB));
  NidaTileArea area = NIDA_TILES_AUTO;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, places);
  while (area != NIDA_TILES_WORLD && g_hash_table_iter_next (&iter, NULL, &value))
    {
      const NidaTilePlace *place = value;

      if (place->code != NULL)
        area = g_hash_table_contains (codes, place->code) ? NIDA_TILES_ARAB : NIDA_TILES_WORLD;
    }
  return area;
}

/* Small maps are all of one area, so that a place on one is the same place on the next. */
static const NidaTileGrid *
choose_grid (const NidaTileMap *self,
             GHashTable        *places)
{
  NidaSharedScale *shared = self->recipe->context->shared_scale;
  NidaTileArea area = self->recipe->spec->tiles;

  if (self->regions)
    return nida_tile_grid_get_regions ();
  if (area == NIDA_TILES_AUTO)
    area = area_of (self, places);
  if (shared != NULL && !shared->fixed && area != NIDA_TILES_AUTO && shared->tiles != NIDA_TILES_WORLD)
    shared->tiles = area;
  if (shared != NULL && shared->fixed)
    area = shared->tiles;
  return nida_tile_grid_get (area == NIDA_TILES_ARAB ? NIDA_TILES_ARAB : NIDA_TILES_WORLD);
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

static void
find_shades (NidaTileMap *self,
             guint        tiles)
{
  guint n = self->countries->len, n_unknown = g_hash_table_size (self->unknown);
  g_autofree gint64 *values = g_new (gint64, n + 2);
  g_autofree guint8 *unknown = g_new0 (guint8, n + 2);

  for (guint i = 0; i < n; i++)
    values[i] = ((const NidaTilePlace *) g_ptr_array_index (self->countries, i))->value;
  if (n_unknown > 0)
    {
      values[n] = NIDA_MONEY_NONE;
      unknown[n++] = TRUE;
    }
  if (self->countries->len + n_unknown < tiles)
    values[n++] = NIDA_MONEY_NONE;
  nida_shades_init (&self->shades, self->recipe, self->measure, values, unknown, n);
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
  self->grid = choose_grid (self, places);
  codes = codes_of (self, self->grid);
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
  find_shades (self, g_hash_table_size (codes));
}

void
nida_tile_map_clear (NidaTileMap *self)
{
  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_clear_pointer (&self->beside, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_hash_table_unref);
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
