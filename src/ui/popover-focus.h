/* Popovers give the keys back to what had them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nida_popover_focus_watch (void);

G_END_DECLS
