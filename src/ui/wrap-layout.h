/* Children in lines, each line at the end edge, wrapping like words: the chips beside the board's title. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_WRAP_LAYOUT (nida_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NidaWrapLayout, nida_wrap_layout, NIDA, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
