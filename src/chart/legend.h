/* Keys of colours and patterns, laid from the start edge and wrapped. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

typedef enum { NIDA_SWATCH_BOX, NIDA_SWATCH_LINE, NIDA_SWATCH_DOUBLE, NIDA_SWATCH_DOT, NIDA_SWATCH_RING, NIDA_SWATCH_SIGN, NIDA_SWATCH_NONE } NidaSwatch;

typedef struct {
  const char *id;            /* key of its nodes is "legend/<id>" */
  const char *label;
  NidaSwatch  swatch;
  NidaColor   fill, stroke;  /* stroke NONE: no outline */
  NidaPattern pattern;
  NidaDash    dash;          /* of LINE */
  gboolean    pale;          /* the swatch, as marks outside of a brush are */
  double      most;          /* points that its words may take; 0: as many as they need */
} NidaLegendItem;

/* The three statuses, as in every chart: solid, tint with outline, blue hatch, grey hatch; and what has no rate. */
NidaLegendItem nida_legend_item_series     (const char *id, const char *label, NidaColor color);
NidaLegendItem nida_legend_item_received   (const char *label);
NidaLegendItem nida_legend_item_pledged    (const char *label);
NidaLegendItem nida_legend_item_gap        (const char *label);
NidaLegendItem nida_legend_item_unknown    (const char *label);
NidaLegendItem nida_legend_item_no_rate    (const char *label);

#define NIDA_MOST_SHADED 4
/* Of a part of a sum that has no hue: the @index-th of at most so many, the largest first. */
NidaColor      nida_legend_shade           (guint index);

/* Style @node (a rect, sector or polygon) as the legend's swatch is. */
void   nida_legend_item_apply  (const NidaLegendItem *item, NidaNode *node);

/* Of items that own their texts. */
NidaLegendItem *nida_legend_item_copy (const NidaLegendItem *item);
void   nida_legend_item_free   (gpointer item);
gboolean nida_legend_share     (NidaRecipe *recipe, const NidaLegendItem *items, guint n);
/* In rows of at most @width points. One of several small charts has none: what it would explain is explained once for all. */
double nida_legend_get_height  (NidaRecipe *recipe, const NidaLegendItem *items, guint n, double width);
/* Returns the height. */
double nida_legend_emit        (NidaRecipe *recipe, const NidaLegendItem *items, guint n, double x, double y, double width);
/* One a line, as inside a plot. Returns the height. */
double nida_legend_emit_column (NidaRecipe *recipe, const NidaLegendItem *items, guint n, double x, double y, double max_width);
double nida_legend_column_width (NidaRecipe *recipe, const NidaLegendItem *items, guint n);

/* The same rows as those of nida_legend_emit(), but only where @draw, and of one chart alone. Returns the height. */
double nida_legend_lay_rows    (NidaRecipe *recipe, const NidaLegendItem *items, guint n, NidaPoint origin, double width, gboolean draw);
/* Square swatches, one a line, of one chart alone. */
void   nida_legend_lay_column  (NidaRecipe *recipe, const NidaLegendItem *items, guint n, NidaPoint origin, double max_width);

G_END_DECLS
