/* For tests on two monitors (run-heads): plug and unplug the second one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void heads_plug   (void);
void heads_unplug (void);

G_END_DECLS
