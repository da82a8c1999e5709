/* All keys in groups, in a list that scrolls and is searched: GTK's own window is wider than many screens. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_SHORTCUTS_WINDOW (nida_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaShortcutsWindow, nida_shortcuts_window, NIDA, SHORTCUTS_WINDOW, GtkWindow)

/* In the present language and direction. */
GtkWidget *nida_shortcuts_window_new        (void);
/* Shows only what has @words in its title or its keys. */
void       nida_shortcuts_window_set_search (NidaShortcutsWindow *self, const char *words);

G_END_DECLS
