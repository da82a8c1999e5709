/* What stands over the board: its title and subtitle, the chips beside them or, where the title has no room for its line, below. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_HEADING_LAYOUT (nida_heading_layout_get_type ())
G_DECLARE_FINAL_TYPE (NidaHeadingLayout, nida_heading_layout, NIDA, HEADING_LAYOUT, GtkLayoutManager)

void nida_heading_layout_set_title (NidaHeadingLayout *self, GtkWidget *title);
/* Its height stays what it is, whatever chips come: those without room are cut off as long as it is held. */
void nida_heading_layout_set_held  (NidaHeadingLayout *self, gboolean held);

G_END_DECLS
