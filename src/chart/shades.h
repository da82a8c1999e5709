/* Figures as shades: at most five classes, a zero and what is not recorded, with a legend. Private to chart/. */
#pragma once

#include "classes.h"
#include "legend.h"

G_BEGIN_DECLS

/* @has_zero, @has_none, @has_unknown, @has_negative: there are figures that have no shade */
typedef struct {
  NidaRecipe *recipe;
  NidaMeasure measure;
  NidaClasses classes;
  gboolean    has_zero, has_none, has_unknown, has_negative;
  guint       less;            /* of the legend: 1 without the steps, 2 nothing */
} NidaShades;

/* @values: at least one place, even where @n is 0; @unknown: (nullable): which of those that are %NIDA_MONEY_NONE lack only a rate */
void           nida_shades_init   (NidaShades *self, NidaRecipe *recipe, NidaMeasure measure, const gint64 *values, const guint8 *unknown, gsize n);
/* How a positive figure looks, and any other. */
NidaLegendItem nida_shades_style  (const NidaShades *self, NidaMoney value, gboolean unknown);
/* Of the legend, at the top of the plot: where there is little room, only what is no shade (nobody knows a hatch by himself); 0 where there is no room for it, or small charts have one above them all, and nothing is
 * drawn. */
double         nida_shades_height (const NidaShades *self);
void           nida_shades_emit   (const NidaShades *self);

G_END_DECLS
