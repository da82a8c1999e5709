/* The second level of a treemap: each area divided by another field. Private to chart/. */
#pragma once

#include "cross.h"
#include "parts.h"

G_BEGIN_DECLS

/* @recipe: the treemap's, but with the answer by both fields in front */
typedef struct {
  NidaRecipe  recipe;
  GPtrArray  *cubes;
  NidaCross  *cross;
} NidaTreemapInner;

/* Does the question of the recipe name a second field to divide by? */
gboolean          nida_treemap_has_inner    (NidaRecipe *recipe);
NidaTreemapInner *nida_treemap_inner_new    (NidaRecipe *recipe);
void              nida_treemap_inner_free   (NidaTreemapInner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaTreemapInner, nida_treemap_inner_free)
/* Divides @room of the part at @index; FALSE where it is too small, or its parts are no whole. */
gboolean          nida_treemap_inner_emit   (NidaTreemapInner *self, NidaParts *parts, guint index, NidaBox room);
/* "each divided by cluster" */
char             *nida_treemap_inner_remark (NidaRecipe *recipe);
void              nida_treemap_inner_table  (NidaRecipe *recipe);

G_END_DECLS
