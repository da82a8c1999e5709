/* A message over the foot of a window, with a button for more of it or for an action. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_TOAST_OVERLAY (nida_toast_overlay_get_type ())
G_DECLARE_FINAL_TYPE (NidaToastOverlay, nida_toast_overlay, NIDA, TOAST_OVERLAY, GtkWidget)

void        nida_toast_overlay_set_child (NidaToastOverlay *self, GtkWidget *child);
/* Show @message; with @details a button opens them in a dialog and the toast stays until it is closed. */
void        nida_toast_overlay_show      (NidaToastOverlay *self, const char *message, const char *details);
/* Show @message and a button that activates @action. */
void        nida_toast_overlay_offer     (NidaToastOverlay *self, const char *message, const char *label, const char *action);
const char *nida_toast_overlay_get_text  (NidaToastOverlay *self);   /* NULL when nothing is shown */
void        nida_toast_overlay_dismiss   (NidaToastOverlay *self);

G_END_DECLS
