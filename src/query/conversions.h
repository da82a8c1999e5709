/* Hands out what an answer was converted from and by which rates. Private to query/. */
#pragma once

#include "cube-builder.h"
#include "selection.h"

G_BEGIN_DECLS

/* @converted: by way of @values. */
void nida_conversions_hand_out (NidaSheet *sheet, NidaSelection *selection, const NidaValues *values,
                                const NidaConverted *converted, NidaCube *cube);

G_END_DECLS
