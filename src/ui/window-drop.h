/* Files and addresses that are dropped on a window are opened. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Let @self take them. */
void nida_window_drop_add (NidaWindow *self);

G_END_DECLS
