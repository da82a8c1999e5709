/* Areas that fill a box, as square as they can be, and words on them. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* @area: in points², all of one box together as large as it */
typedef struct {
  double  area;
  NidaBox box;
} NidaTile;

/* In their order, from the top start corner of @room; the first @named stand apart from what is no name. */
void    nida_tiles_lay_out  (NidaTile *tiles, guint named, guint n, NidaBox room);
/* @box without half of @gap on each side that has a neighbour in @room; one that is hardly wider stays as it is. */
NidaBox nida_tile_shrink    (NidaBox box, NidaBox room, double gap);
/* How many lines @label takes in @width without breaking a word; 0 where a word is wider. */
guint   nida_tile_lines     (NidaRecipe *recipe, const char *label, NidaFont font, double width);

G_END_DECLS
