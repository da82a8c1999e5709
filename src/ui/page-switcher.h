/* The pages of the window side by side, or, where there is no room for their names, as a menu. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PAGE_SWITCHER (nida_page_switcher_get_type ())
G_DECLARE_FINAL_TYPE (NidaPageSwitcher, nida_page_switcher, NIDA, PAGE_SWITCHER, GtkWidget)

/* The pages to switch between, or NULL. */
void      nida_page_switcher_set_stack (NidaPageSwitcher *self, GtkStack *stack);
GtkStack *nida_page_switcher_get_stack (NidaPageSwitcher *self);

/* Whether the pages are a menu at the size that it has. */
gboolean  nida_page_switcher_is_menu   (NidaPageSwitcher *self);

G_END_DECLS
