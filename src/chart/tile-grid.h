/* Where each country or region stands in a map of equal tiles. Private to chart/. */
#pragma once

#include "chart-spec.h"

G_BEGIN_DECLS

typedef struct _NidaTileGrid NidaTileGrid;

const NidaTileGrid *nida_tile_grid_get         (NidaTileArea area);        /* never AUTO */
const NidaTileGrid *nida_tile_grid_get_regions (void);
guint               nida_tile_grid_get_rows    (const NidaTileGrid *self);
guint               nida_tile_grid_get_columns (const NidaTileGrid *self);
/* Copies the ISO 3166 alpha-3 code of the country, or the number of the region, at a place into @code (4 bytes); FALSE where there
 * is none. */
gboolean            nida_tile_grid_get_code    (const NidaTileGrid *self, guint row, guint column, char *code);

G_END_DECLS
