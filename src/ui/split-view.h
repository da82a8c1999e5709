/* A panel beside the content; in a narrow window it lies over the content instead. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaSplitView:
 *
 * Properties: "show-panel" (what the person wants in a wide window; in a narrow one it opens for a while).
 */
#define NIDA_TYPE_SPLIT_VIEW (nida_split_view_get_type ())
G_DECLARE_FINAL_TYPE (NidaSplitView, nida_split_view, NIDA, SPLIT_VIEW, GtkWidget)

GtkWidget *nida_split_view_new            (GtkWidget *panel, GtkWidget *content);
void       nida_split_view_set_show_panel (NidaSplitView *self, gboolean show);
gboolean   nida_split_view_get_show_panel (NidaSplitView *self);
/* What is wanted of the panel stays as it is while the content has no use for it. */
void       nida_split_view_set_without    (NidaSplitView *self, gboolean without);
gboolean   nida_split_view_is_without     (NidaSplitView *self);
gboolean   nida_split_view_is_narrow      (NidaSplitView *self);

G_END_DECLS
