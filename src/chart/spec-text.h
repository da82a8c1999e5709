/* A spec as text and back: for the clipboard between windows, and for documents. */
#pragma once

#include "chart-spec.h"

G_BEGIN_DECLS

#define NIDA_SPEC_ERROR (nida_spec_error_quark ())
typedef enum {
  NIDA_SPEC_ERROR_NOT_A_CHART,      /* the text is no chart of Nida */
  NIDA_SPEC_ERROR_UNKNOWN,          /* a newer Nida wrote it: a kind, field or measure is not known */
} NidaSpecError;
GQuark nida_spec_error_quark (void);

/* What the clipboard calls it. */
#define NIDA_SPEC_MIME_TYPE "application/x-nida-chart"

char          *nida_chart_spec_to_text   (const NidaChartSpec *spec);
/* @length may be -1. NULL with @error when it is not a chart. */
NidaChartSpec *nida_chart_spec_from_text (const char *text, gssize length, GError **error);
/* Do both show the same? What the board adds (hues that are taken, filters) does not matter. */
gboolean       nida_chart_spec_equal     (const NidaChartSpec *a, const NidaChartSpec *b);

G_END_DECLS
