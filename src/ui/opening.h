/* What is opened together, and in which windows: a document has one of its own, tables are one dataset. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* @window: (nullable): shows the first of them; the others, or all, get new ones. A document that is open is presented where
 * it is. */
void nida_opening_open (GtkApplication *application, NidaWindow *window, const char * const *inputs);

G_END_DECLS
