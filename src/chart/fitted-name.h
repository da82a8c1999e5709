/* A name beside its mark, in whatever room there is. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* Whole on one line, in @font or else in the smallest? */
gboolean nida_fitted_name_fits (NidaRecipe *recipe, const char *name, NidaFont font, double width);
/* In the middle of @row's height, from its start edge. */
void     nida_fitted_name_emit (NidaRecipe *recipe, const char *key, NidaBox row, NidaFont font, const char *name);
/* The same of @n names in one, "194 other donors", or of a single one (0): in fewer words before they are cut. */
void     nida_fitted_name_emit_others (NidaRecipe *recipe, const char *key, NidaBox row, NidaFont font, const char *name, guint n);

G_END_DECLS
