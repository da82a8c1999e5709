/* The pages of a print operation, seen before they are printed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For GtkPrintOperation::preview: shows the pages in a window of Nida's own, so that no other program is needed. */
gboolean nida_print_preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context,
                                GtkWindow *parent, gpointer user_data);

G_END_DECLS
