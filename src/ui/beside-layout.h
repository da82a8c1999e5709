/* Children beside one another or, where the narrowest of them all find no room in one line, one below the other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_BESIDE_LAYOUT (nida_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (NidaBesideLayout, nida_beside_layout, NIDA, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
