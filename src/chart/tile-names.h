/* What stands on the tiles of a map. Private to chart/. */
#pragma once

#include "tile-map.h"

G_BEGIN_DECLS

/* How a map writes its names: @font, @zoom of its size, in fewer letters (@brief; countries where the whole name has no room), as codes
 * alone (@coded), with the figure below (@valued), @padding points from the edges. */
typedef struct {
  const NidaTileMap *map;
  NidaFont           font;
  double             zoom;
  gboolean           brief, coded, valued;
  double             padding;
} NidaTileNames;

/* For tiles of this size, in points; FALSE where no way of writing the names fits, and they have no codes that say anything. */
gboolean nida_tile_names_choose (NidaTileNames *self, const NidaTileMap *map, double width, double height);
/* Of the countries of @grid that have a figure, the share that tiles of this size name in more than a code. */
double   nida_tile_names_share  (const NidaTileMap *map, const NidaTileGrid *grid, double width, double height);
/* @place: or NULL where nothing is recorded; @label: its name; @code: as in NidaTilePlace; @hatched: the tile is. */
void     nida_tile_names_emit   (const NidaTileNames *self, const NidaTilePlace *place, const char *label, const char *code, NidaBox box,
                                 NidaColor ink, gboolean hatched);

G_END_DECLS
