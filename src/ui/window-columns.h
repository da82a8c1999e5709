/* What the columns of tables hold, asked in a window. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* What do the columns of @inputs hold? They are read again when the person has said it. @reason may be NULL. */
void nida_window_columns_ask (NidaWindow *self, const char * const *inputs, const char *reason);

G_END_DECLS
