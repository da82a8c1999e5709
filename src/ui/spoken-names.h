/* What screen readers call a control. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nida_spoken_names_watch (void);

G_END_DECLS
