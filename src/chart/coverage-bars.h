/* The bars of the coverage chart and its table. Private to chart/. */
#pragma once

#include "coverage-words.h"

G_BEGIN_DECLS

typedef struct _NidaCoverageTold NidaCoverageTold;

/* Where the bars stand: @x maps amounts, @height is that of a bar in points. @told: what the words of their marks are made from,
 * held by @teller */
typedef struct {
  NidaRecipe             *recipe;
  const NidaCoverageRows *data;
  NidaScale               x;
  double                  height;
  NidaCoverageTold       *told;
  NidaTeller             *teller;
} NidaCoverageBars;

void nida_coverage_bars_begin (NidaCoverageBars *self);
void nida_coverage_bars_end   (NidaCoverageBars *self);
void nida_coverage_emit_bar   (const NidaCoverageBars *self, const NidaCoverageRow *row, double y);
void nida_coverage_fill_table (NidaRecipe *recipe, const NidaCoverageRows *data);

G_END_DECLS
