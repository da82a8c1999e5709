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
 * has no rate. @additive: figures sum to @total
 */
typedef struct {
  NidaRecipe         *recipe;
  NidaMeasure         measure;
  NidaField           field;
  gboolean            regions;
  NidaNoun            noun;
  gboolean            additive;
  const NidaTileGrid *grid;
  GPtrArray          *countries;
  GPtrArray          *beside;
  GHashTable         *unknown;
  NidaMoney           total;
  NidaShades          shades;
} NidaTileMap;

void  nida_tile_map_init     (NidaTileMap *self, NidaRecipe *recipe);
void  nida_tile_map_clear    (NidaTileMap *self);
/* What a place of the grid is known by in NidaTilePlace.code; NULL for nothing. */
const char          *nida_tile_map_code (const NidaTileMap *self, const char *in_grid);
/* NULL where a tile of the grid has no figure. */
const NidaTilePlace *nida_tile_map_find (const NidaTileMap *self, const char *code);
char *nida_tile_map_title    (const NidaTileMap *self);
char *nida_tile_map_subtitle (const NidaTileMap *self);
char *nida_tile_map_describe (const NidaTileMap *self);
void  nida_tile_map_table    (const NidaTileMap *self);

G_END_DECLS
