/* Asking for a title in both languages: of a board, of a document. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts without letters are %NULL: there is no title of that language. */
typedef void (*NidaTitlesFunc) (const char *title, const char *title_ar, gpointer data);

/* @heading: of the window, "Rename Board"; @usual: what it is called without a title. Either of @title, @title_ar may be NULL.
 * @func is called when it is confirmed. */
#define NIDA_TYPE_TITLES_WINDOW (nida_titles_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaTitlesWindow, nida_titles_window, NIDA, TITLES_WINDOW, GtkWindow)

GtkWidget *nida_titles_window_new     (GtkWindow *parent, const char *heading, const char *usual, const char *title,
                                       const char *title_ar, NidaTitlesFunc func, gpointer data, GDestroyNotify destroy);
/* For tests: the entries, and the button. */
GtkEntry  *nida_titles_window_get_entry (NidaTitlesWindow *self, gboolean arabic);
void       nida_titles_window_confirm   (NidaTitlesWindow *self);

G_END_DECLS
