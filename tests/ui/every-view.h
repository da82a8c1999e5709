/* Every page, window and dialog of the program by its name, with something in each of them: for what has to hold of all. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

extern const char * const every_view[];       /* names, NULL at the end */

/* A window with two sources, a ledger and slides, in the language "en" or "ar", all charts drawn. */
NidaWindow *every_view_begin (const char *language);
/* Shows the view @name and waits for it. What has the keys then: @window itself, or what stands over it. */
GtkWindow  *every_view_show  (NidaWindow *window, const char *name);
/* Closes what stands over @window. */
void        every_view_leave (NidaWindow *window);

G_END_DECLS
