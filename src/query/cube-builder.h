/* How an engine fills a cube. Private to query/: whoever asks sees it finished and never changing. */
#pragma once

#include "cube.h"

G_BEGIN_DECLS

NidaCube *nida_cube_new        (NidaQuery *query, NidaRule rule);
/* Dimensions are filled in item order, and cells in the order of their items. */
void      nida_cube_take_item  (NidaCube *self, guint dimension, NidaCubeItem *item);
void      nida_cube_add_cell   (NidaCube *self, const NidaCubeCell *cell);
/* The cells that stand at the @n @places of @cells, in that order. */
void      nida_cube_add_cells  (NidaCube *self, const NidaCubeCell *cells, const guint32 *places, guint n);
void      nida_cube_set_total  (NidaCube *self, const NidaCubeCell *total);
void      nida_cube_add_aside  (NidaCube *self, const NidaAside *aside);
/* In their order; the texts are copied. */
void      nida_cube_add_conversion (NidaCube *self, const NidaConversion *conversion);
void      nida_cube_set_deflators (NidaCube *self, const char *source);
/* @fact's strings are copied. */
void      nida_cube_add_fact   (NidaCube *self, const NidaFact *fact);
/* Those of @other are its own, too; it must have none. */
void      nida_cube_share_facts (NidaCube *self, NidaCube *other);
void      nida_cube_set_kinds  (NidaCube *self, guint kinds);
void      nida_cube_set_extent (NidaCube *self, gint32 first_day, gint32 last_day);
/* The years that the requirements of the answer are for, in any order, each as often as need be; takes @years (element-type int). */
void      nida_cube_take_plan_years (NidaCube *self, GArray *years);

G_END_DECLS
