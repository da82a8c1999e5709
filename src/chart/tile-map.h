/* Countries or regions and their figures as a tile map's words and its marks see them. Private to chart/. */
#pragma once

#include "describe.h"
#include "shades.h"
#include "tile-grid.h"

G_BEGIN_DECLS

/**
 * NidaTilePlace:
 *
 * A country or region, or what is no single one. @items: of the answer, of which all are this country. @code: ISO 3166
 * alpha-2, or the number of a region; NULL where the name is that of none. @key: stable part of a node's key. @on_map: it has a tile
 */
typedef struct {
  NidaGroupRole       role;
  const NidaCubeItem *item;
  guint               items;
  const char         *code;
  char               *key;
  char               *label;
  NidaMoney           value;
  gboolean            on_map;
} NidaTilePlace;

/**
 * NidaTileMap:
 *
 * @regions: it is of them, not of countries, and @noun says so. @countries, @beside: (element-type NidaTilePlace): those with
 * a tile; those that are listed, the largest first, then several at once and not stated. @unknown: codes of tiles whose money
 * has no rate. @additive: figures sum to @total. @asked: the regions that it is of alone,
 * as bits; @of_world: of all countries. @area: all places that may have a tile, as they are drawn; @seen: codes of those
 * that have a figure, of all small charts where it is one of them; @grid: the tiles, once they are chosen
 */
typedef struct {
  NidaRecipe         *recipe;
  NidaMeasure         measure;
  NidaField           field;
  gboolean            regions;
  NidaNoun            noun;
  gboolean            additive;
  gboolean            of_world;
  guint               asked;
  NidaTileGrid       *area;
  NidaTileGrid       *grid;
  GHashTable         *seen;
  GPtrArray          *countries;
  GPtrArray          *beside;
  GHashTable         *unknown;
  NidaMoney           total;
  NidaShades          shades;
} NidaTileMap;

void  nida_tile_map_init     (NidaTileMap *self, NidaRecipe *recipe);
void  nida_tile_map_clear    (NidaTileMap *self);
/* tile-map-area.c: which area the data are of; @places: their names to NidaTilePlace. */
void        nida_tile_map_choose_area (NidaTileMap *self, GHashTable *places);
/* Codes of all places of @grid, as in NidaTilePlace. */
GHashTable *nida_tile_map_codes       (const NidaTileMap *self, const NidaTileGrid *grid);
/* What has a figure, told to the other small charts. */
void        nida_tile_map_share_tiles (NidaTileMap *self);
/* Tiles and shades for a room of this size, before anything else is asked of them. */
void        nida_tile_map_choose_grid (NidaTileMap *self, double width, double height);
/* Of a tile in such a room, with its gap. */
void        nida_tile_map_tile_size   (const NidaTileMap *self, const NidaTileGrid *grid, double width, double height, double *tile_width,
                                       double *tile_height);
double      nida_tile_gap             (const NidaTileMap *self, double tile_height);
/* What a place of the grid is known by in NidaTilePlace.code; NULL for nothing. */
const char          *nida_tile_map_code (const NidaTileMap *self, const char *in_grid);
/* NULL where a tile of the grid has no figure. */
const NidaTilePlace *nida_tile_map_find (const NidaTileMap *self, const char *code);
/* The name of a place of the grid. */
char                *nida_tile_map_label (const NidaTileMap *self, const char *in_grid);
char *nida_tile_map_title    (const NidaTileMap *self);
char *nida_tile_map_subtitle (const NidaTileMap *self);
char *nida_tile_map_describe (const NidaTileMap *self);
void  nida_tile_map_table    (const NidaTileMap *self);

G_END_DECLS
