/* Where a tooltip stands beside what it speaks of. Boxes only, no widgets. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaTooltipPlace:
 *
 * @box: where it stands
 * @mark: what of the mark is seen
 * @side: of the mark, as it is seen: LEFT is left in either direction
 */
typedef struct {
  NidaBox         box;
  NidaBox         mark;
  GtkPositionType side;
} NidaTooltipPlace;

/* @gap: between both, for an arrow; @room: that it must not leave; @wanted: the side that is tried first, TOP or BOTTOM. */
NidaTooltipPlace nida_tooltip_place (NidaBox mark, double width, double height, double gap, NidaBox room, GtkPositionType wanted, gboolean rtl);

G_END_DECLS
