/* The legend of a chart in which two selections are compared: their colours and names in the room of that of the hues which they
 * take. Private to chart/. */
#pragma once

#include "brushed.h"
#include "legend.h"

G_BEGIN_DECLS

/* The nodes from the one of index @first on are a legend of @items in @room, in one column or in rows. */
void     nida_legend_keep_room       (NidaRecipe *recipe, guint first, NidaBox room, gboolean column, const NidaLegendItem *items, guint n);
/* Is node @index of @scene one of a legend whose hues two selections take? Then that of the selections is added to @picture in its
 * place, and @index is that of its last node. */
gboolean nida_legend_name_selections (NidaScene *picture, NidaScene *scene, guint *index, const NidaSelectionNames *names);

G_END_DECLS
