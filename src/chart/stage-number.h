/* A number on a slide: read from the last row. Private to chart/. */
#pragma once

#include "figure.h"

G_BEGIN_DECLS

/* @label: what it is, under it. */
void nida_stage_number_emit (NidaFigure *self, const char *label);

G_END_DECLS
