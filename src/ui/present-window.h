/* Before a show: on which monitor the audience sees it, how long it is meant to take, and whether slides go on by themselves. */
#pragma once

#include "document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PRESENT_WINDOW (nida_present_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaPresentWindow, nida_present_window, NIDA, PRESENT_WINDOW, GtkWindow)

typedef void (*NidaPresentFunc) (gpointer data);

/* @begin: what follows when the person says so; what was chosen is kept by then. */
GtkWidget      *nida_present_window_new      (GtkWindow *parent, NidaDocument *document, NidaPresentFunc begin, gpointer data, GDestroyNotify destroy);
/* One for each monitor in their order, then one for a window; transfer none, NULL behind the last. */
GtkCheckButton *nida_present_window_get_choice (NidaPresentWindow *self, guint index);
/* Keep what was chosen and begin. */
void            nida_present_window_confirm  (NidaPresentWindow *self);
/* Is it known where the audience sees a show that begins at @parent? Then nobody needs to be asked. */
gboolean        nida_present_window_is_known (GtkWindow *parent);

G_END_DECLS
