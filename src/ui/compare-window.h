/* Two sources side by side: what each of them says of every donor, appeal or year, and where they differ. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_COMPARE_WINDOW (nida_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaCompareWindow, nida_compare_window, NIDA, COMPARE_WINDOW, GtkWindow)

/* @input against another one that is open in @session, whose rows @parent shows. It closes when other files are opened. */
GtkWidget *nida_compare_window_new     (GtkWindow *parent, NidaSession *session, const char *input);
/* The lines as they stand, tabs between their cells, headings first; "" while they are being made. Transfer full. */
char      *nida_compare_window_to_text (NidaCompareWindow *self);
/* Show the rows behind a figure of the chosen line: 0 of the first source, 1 of the second. */
void       nida_compare_window_show_rows (NidaCompareWindow *self, guint side);

G_END_DECLS
