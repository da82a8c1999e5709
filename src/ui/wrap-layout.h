/* Children in lines, wrapping like words, each line at the end edge (the chips beside the board's title) or at the start. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_WRAP_LAYOUT (nida_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NidaWrapLayout, nida_wrap_layout, NIDA, WRAP_LAYOUT, GtkLayoutManager)

void nida_wrap_layout_set_at_start (NidaWrapLayout *self, gboolean at_start);

G_END_DECLS
