/* One child in the middle, as wide as there is room up to a width that can be read at a glance. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_CLAMP_LAYOUT (nida_clamp_layout_get_type ())
G_DECLARE_FINAL_TYPE (NidaClampLayout, nida_clamp_layout, NIDA, CLAMP_LAYOUT, GtkLayoutManager)

G_END_DECLS
