/* Figures under a brush, by mark. Private to chart/. */
#pragma once

#include "brushed.h"
#include "follow.h"

G_BEGIN_DECLS

/* @places: NidaMark → its place among the brushables + 1; @inside: by place */
typedef struct {
  GHashTable      *places;
  const NidaMoney *inside;
} NidaInside;

GHashTable *nida_brushed_places_new (GArray *brushables);
/* NIDA_MONEY_NONE where it is not known. */
NidaMoney   nida_inside_of_mark     (const NidaInside *self, const NidaMark *mark);
/* Of @n figures from @first on; NIDA_MONEY_NONE where one of them is not known. */
NidaMoney   nida_inside_of_sum      (const NidaInside *self, const NidaFollow *follow, guint first, guint n);
/* The sum of all figures, with nothing outside. */
NidaMoney   nida_follow_whole       (const NidaFollow *follow);

G_END_DECLS
