/* The header bar: filters, Open, undo, the pages, search, the other language, the menu. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_HEADER_BAR (nida_header_bar_get_type ())
G_DECLARE_FINAL_TYPE (NidaHeaderBar, nida_header_bar, NIDA, HEADER_BAR, GtkWidget)

GtkWidget *nida_header_bar_new       (void);
/* The pages to switch between; NULL shows the program's name alone. */
void       nida_header_bar_set_stack (NidaHeaderBar *self, GtkStack *stack);

/* What the currencies of the charts are chosen for. */
void       nida_header_bar_set_session (NidaHeaderBar *self, NidaSession *session);
void       nida_header_bar_set_narrow (NidaHeaderBar *self, gboolean narrow);   /* the window is */

G_END_DECLS
