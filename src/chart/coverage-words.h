/* What the coverage chart says of itself. Private to chart/. */
#pragma once

#include "coverage-rows.h"
#include "describe.h"

G_BEGIN_DECLS

char *nida_coverage_title    (NidaRecipe *recipe, const NidaCoverageRows *data);
char *nida_coverage_subtitle (NidaRecipe *recipe, const NidaCoverageRows *data);
char *nida_coverage_describe (NidaRecipe *recipe, const NidaCoverageRows *data);
char *nida_coverage_percent  (NidaRecipe *recipe, const NidaCoverageRows *data, const NidaCoverageRow *row);

G_END_DECLS
