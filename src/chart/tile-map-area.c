/* Which places have a tile, and how near they stand together. All of the world or of the Arab countries as they are drawn, where
 * there is room for their names; else, or where these are a small part of the world, those of the regions that have a figure, or at
 * last only what has one itself, without the seas between them. What is filtered by regions is a map of these. */
#include "config.h"

#include "tile-map.h"

#include "regions.h"
#include "tile-names.h"
#include "words.h"

#define MOST_TILE   176.0      /* the width of a tile, at scale 1 */
#define TILE_RATIO    2.4      /* of its sides, at most */
#define GAP_SHARE     0.07     /* of the height of a tile, between two */
#define LEGEND       40.0      /* above the map, about */
#define FEW_SHARE     0.4      /* of the world, at most, of which the rest has no place on the map */
#define ENOUGH        0.8      /* of the countries with a figure, that bear names */

/* --- the area --- */

GHashTable *
nida_tile_map_codes (const NidaTileMap  *self,
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
  g_autoptr (GHashTable) codes = nida_tile_map_codes (self, nida_tile_grid_get (NIDA_TILES_ARAB));
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

/* The regions that the question asks of, as bits; 0 for all. */
static guint
regions_asked (const NidaTileMap *self)
{
  NidaQuery *query = nida_cube_get_query (nida_recipe_cube (self->recipe, 0));
  guint regions = 0;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;

      if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_REGION)
        for (guint v = 0; values[v] != NULL; v++)
          regions |= 1u << nida_region_from_name (values[v]);
    }
  return regions & ~1u;
}

static gboolean
lies_in (const char *code,
         gpointer    regions)
{
  return (GPOINTER_TO_UINT (regions) >> nida_region_of_country (code) & 1) != 0;
}

static gboolean
has_figure (const char *code,
            gpointer    map)
{
  return g_hash_table_contains (((NidaTileMap *) map)->seen, nida_tile_map_code (map, code));
}

static gboolean
is_any (const char *code,
        gpointer    data)
{
  return TRUE;
}

/* Small maps are all of one area, so that a place on one is the same place on the next. */
void
nida_tile_map_choose_area (NidaTileMap *self,
                           GHashTable  *places)
{
  NidaSharedScale *shared = self->recipe->context->shared_scale;
  NidaTileArea area = self->recipe->spec->tiles;

  if (self->regions)
    {
      self->area = nida_tile_grid_keep (nida_tile_grid_get_regions (), is_any, NULL);
      return;
    }
  self->asked = self->field == NIDA_FIELD_COUNTRY ? regions_asked (self) : 0;
  if (self->asked != 0)
    {
      self->area = nida_tile_grid_keep (nida_tile_grid_get (NIDA_TILES_WORLD), lies_in, GUINT_TO_POINTER (self->asked));
      return;
    }
  if (area == NIDA_TILES_AUTO)
    area = area_of (self, places);
  if (shared != NULL && !shared->fixed && area != NIDA_TILES_AUTO && shared->tiles != NIDA_TILES_WORLD)
    shared->tiles = area;
  if (shared != NULL && shared->fixed)
    area = shared->tiles;
  self->of_world = area != NIDA_TILES_ARAB;
  self->area = nida_tile_grid_keep (nida_tile_grid_get (area == NIDA_TILES_ARAB ? NIDA_TILES_ARAB : NIDA_TILES_WORLD), is_any, NULL);
}

void
nida_tile_map_share_tiles (NidaTileMap *self)
{
  NidaSharedScale *shared = self->recipe->context->shared_scale;
  GHashTableIter iter;
  gpointer code;

  self->seen = shared != NULL ? g_hash_table_ref (shared->tiled) : g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->countries->len; i++)
    g_hash_table_add (self->seen, (char *) ((const NidaTilePlace *) g_ptr_array_index (self->countries, i))->code);
  g_hash_table_iter_init (&iter, self->unknown);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_hash_table_add (self->seen, code);
}

/* --- the tiles --- */

static guint
count_tiles (const NidaTileGrid *grid)
{
  guint n = 0;
  char code[4];

  for (guint row = 0; row < nida_tile_grid_get_rows (grid); row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (grid); column++)
      n += nida_tile_grid_get_code (grid, row, column, code);
  return n;
}

/* Wider than high where the room is: a name is. */
void
nida_tile_map_tile_size (const NidaTileMap  *self,
                         const NidaTileGrid *grid,
                         double              width,
                         double              height,
                         double             *tile_width,
                         double             *tile_height)
{
  *tile_width = CLAMP (width / MAX (nida_tile_grid_get_columns (grid), 1), 0, nida_recipe_px (self->recipe, MOST_TILE));
  *tile_height = CLAMP (height / MAX (nida_tile_grid_get_rows (grid), 1), 0, *tile_width);
  *tile_width = MIN (*tile_width, *tile_height * TILE_RATIO);
}

double
nida_tile_gap (const NidaTileMap *self,
               double             tile_height)
{
  return MAX (tile_height * GAP_SHARE, nida_recipe_px (self->recipe, 1));
}

/* The regions of all that has a figure, as bits. */
static guint
regions_seen (const NidaTileMap *self)
{
  guint regions = 0;
  char code[4];

  for (guint row = 0; row < nida_tile_grid_get_rows (self->area); row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (self->area); column++)
      if (nida_tile_grid_get_code (self->area, row, column, code) && has_figure (code, (gpointer) self))
        regions |= 1u << nida_region_of_country (code);
  return regions;
}

/* Is @grid to be taken, since more names stand on it than on the ones before? @most: how many do. */
static gboolean
names_more (NidaTileMap        *self,
            const NidaTileGrid *grid,
            double              width,
            double              height,
            double             *most)
{
  double tile_width, tile_height, gap, share;

  nida_tile_map_tile_size (self, grid, width, height, &tile_width, &tile_height);
  gap = nida_tile_gap (self, tile_height);
  share = nida_tile_names_share (self, grid, tile_width - gap, tile_height - gap);
  if (share <= *most)
    return FALSE;
  *most = share;
  return TRUE;
}

static void
take (NidaTileMap  *self,
      NidaTileGrid *grid)
{
  g_clear_pointer (&self->grid, nida_tile_grid_free);
  self->grid = grid;
}

/* A world of which most has nothing would leave little room for what has. */
static gboolean
is_of_few_regions (const NidaTileMap *self,
                   guint              regions)
{
  g_autoptr (NidaTileGrid) kept = nida_tile_grid_keep (self->area, lies_in, GUINT_TO_POINTER (regions));

  return self->of_world && count_tiles (kept) <= FEW_SHARE * count_tiles (self->area);
}

/* The first way that names enough of them; else the one that names most. */
static void
find_grid (NidaTileMap *self,
           double       width,
           double       height)
{
  guint regions = regions_seen (self);
  const struct { NidaTileFunc keeps; gpointer data; } ways[] = {
    { is_any, NULL }, { lies_in, GUINT_TO_POINTER (regions) }, { has_figure, self }
  };
  gboolean few = is_of_few_regions (self, regions);
  double most = 0, ratio = height > 0 ? width / height : 1;

  if (!few)
    names_more (self, self->grid, width, height, &most);
  for (guint i = few; i < G_N_ELEMENTS (ways) && most < ENOUGH; i++)
    {
      g_autoptr (NidaTileGrid) kept = nida_tile_grid_keep (self->area, ways[i].keeps, ways[i].data);
      NidaTileGrid *grid = nida_tile_grid_carve (kept, ratio);

      if (names_more (self, grid, width, height, &most))
        take (self, grid);
      else
        nida_tile_grid_free (grid);
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
nida_tile_map_choose_grid (NidaTileMap *self,
                           double       width,
                           double       height)
{
  const NidaSharedScale *shared = self->recipe->context->shared_scale;
  gboolean free = self->recipe->spec->tiles == NIDA_TILES_AUTO && (shared == NULL || shared->fixed);

  height -= shared == NULL ? nida_recipe_px (self->recipe, LEGEND) : 0;
  /* until all small charts are known, whatever one of them may need is reckoned with */
  take (self, self->asked != 0 ? nida_tile_grid_carve (self->area, height > 0 ? width / height : 1)
                               : nida_tile_grid_keep (self->area, is_any, NULL));
  if (!self->regions && self->asked == 0 && free && g_hash_table_size (self->seen) > 0)
    find_grid (self, width, height);
  find_shades (self, count_tiles (self->grid));
}
