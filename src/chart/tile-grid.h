/* Where each country or region stands in a map of equal tiles. Private to chart/. */
#pragma once

#include "chart-spec.h"

G_BEGIN_DECLS

typedef struct _NidaTileGrid NidaTileGrid;
/* Has what is at @code in a grid a place? */
typedef gboolean (*NidaTileFunc) (const char *code, gpointer data);

const NidaTileGrid *nida_tile_grid_get         (NidaTileArea area);        /* never AUTO */
const NidaTileGrid *nida_tile_grid_get_regions (void);
guint               nida_tile_grid_get_rows    (const NidaTileGrid *self);
guint               nida_tile_grid_get_columns (const NidaTileGrid *self);
/* Copies the ISO 3166 alpha-3 code of the country, or the number of the region, at a place into @code (4 bytes); FALSE where there
 * is none. */
gboolean            nida_tile_grid_get_code    (const NidaTileGrid *self, guint row, guint column, char *code);

/* @rows: (transfer full): as tile-grid.c writes them: a code or three dots for each column, and a space between. */
NidaTileGrid       *nida_tile_grid_new         (char **rows);
void                nida_tile_grid_free        (NidaTileGrid *self);          /* of one that was made */
char              **nida_tile_grid_dup_rows    (const NidaTileGrid *self);
/* The same with what @keeps lets stay. */
NidaTileGrid       *nida_tile_grid_keep        (const NidaTileGrid *self, NidaTileFunc keeps, gpointer data);
/* tile-carve.c: the same nearer together, for a room that is @ratio times as wide as high: no tile loses its neighbours where it
 * can be helped, and none passes another of its row or column. */
NidaTileGrid       *nida_tile_grid_carve       (const NidaTileGrid *self, double ratio);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaTileGrid, nida_tile_grid_free)

G_END_DECLS
