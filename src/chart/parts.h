/* The parts of a whole, ready to be drawn: their groups, whole percentages that add up, and colours. Private to chart/. */
#pragma once

#include "describe.h"
#include "legend.h"

G_BEGIN_DECLS

/**
 * NidaParts:
 *
 * @groups: folded to what fits; @percents and @styles: one each
 */
typedef struct {
  NidaRecipe     *recipe;
  NidaMeasure     measure;
  NidaField       field;
  NidaNoun        noun;
  GPtrArray      *all;
  GPtrArray      *groups;
  guint          *percents;
  NidaLegendItem *styles;
} NidaParts;

char     *nida_parts_percent_text (NidaParts *self, guint index);
NidaMark *nida_parts_mark         (NidaParts *self, guint index);
/* Draws all of it into the plot of the recipe. */
void      nida_parts_draw_bar     (NidaParts *self);
void      nida_parts_draw_donut   (NidaParts *self);
/* How many parts the key of a bar has room for; how many the key beside a ring has, 0 when a ring has no room. */
guint     nida_parts_bar_room     (NidaRecipe *recipe);
guint     nida_parts_donut_room   (NidaRecipe *recipe);

G_END_DECLS
