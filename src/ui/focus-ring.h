/* Where the keys are stays in sight. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nida_focus_ring_watch    (void);
/* As the toolkit does: where a remote's keys go to a button only as long as somebody chooses it by keys. */
void nida_focus_ring_let_fade (GtkWindow *window);
/* As the pointer does, until the next key. */
void nida_focus_ring_hide     (GtkWindow *window);

G_END_DECLS
