/* For tests on two monitors (run-heads): plug and unplug the second one, press keys as a person or a remote does. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

void heads_plug   (void);
void heads_unplug (void);
/* As xdotool names it: "Page_Down", "ctrl+z". It comes in when the main loop runs. */
void heads_key    (const char *key);
void heads_type   (const char *text);
/* The pointer, in points of the whole screen; the second monitor begins at 1280. @modifier: a key that is held, or NULL. */
void heads_click  (double x, double y, const char *modifier);
void heads_double_click (double x, double y);
void heads_drag   (double x, double y, double to_x, double to_y);
/* One step after another: where each has to be noticed before the next. */
void heads_point  (double x, double y);
void heads_button (gboolean down);
/* Which of both monitors @window fills: 0 or 1; -1 where it is an ordinary window. */
int  heads_find   (GtkWindow *window);
/* Let @window fill the first one, and wait until it does and the header bar has gone out of the way: points are then those of both. */
void heads_fill   (NidaWindow *window);

G_END_DECLS
