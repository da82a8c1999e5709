/* Which charts the donor report has, section by section. Private to document/. */
#pragma once

#include "chart.h"
#include "donor-figures.h"

G_BEGIN_DECLS

#define NIDA_DONOR_MAX_BESIDE 3

/* @share: of the width that charts beside each other have. */
typedef struct { NidaChartSpec *spec; double share; } NidaDonorCell;

/* What stands beside each other between two rules. @weight: of the height that all sections have. */
typedef struct {
  NidaDonorCell cells[NIDA_DONOR_MAX_BESIDE];
  guint         n;
  double        weight;
} NidaDonorSection;

/* (element-type NidaDonorSection): over the years and what is open, by the splits of @figures, among other donors. Empty
 * for a donor of whom there is no money. */
GArray        *nida_donor_charts_sections (const NidaDonorFigures *figures, NidaQuery *question, const char *donor,
                                           NidaLanguage *language);
/* A figure of @donor, or for NULL of all donors. */
NidaChartSpec *nida_donor_charts_figure   (NidaMeasure measure, NidaQuery *question, const char *donor);

G_END_DECLS
