/* The few things a desktop shell library would give: the desktop's colour scheme, labels in two directions. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { NIDA_SCHEME_NO_PREFERENCE, NIDA_SCHEME_DARK, NIDA_SCHEME_LIGHT } NidaColorScheme;
typedef void (*NidaColorSchemeFunc) (NidaColorScheme scheme, gpointer user_data);

/* Calls @func whenever the settings portal names a colour scheme; never, where there is no portal. For the life of the
 * program. */
void nida_shell_watch_color_scheme (NidaColorSchemeFunc func, gpointer user_data);

/* For dispose: clears the template of @widget, a #GtkWidget with children of its own, and lets go of the children. */
void nida_shell_clear_template      (GtkWidget *widget, GType type);

/* Without a compositor an arrow stands in a black strip: takes it off. */
void nida_shell_fit_popover         (GtkPopover *popover);
/* What in @window has the keys when it is shown, or at once if it is. Set before, GTK 4.8 would tell a screen reader of a box, not
 * of a window. */
void nida_shell_focus_first         (GtkWindow *window, GtkWidget *focus);

/* A title of a page that finds no room is cut, not the window; call it when the pages are there. */
void nida_shell_let_pages_shrink    (GtkStackSwitcher *switcher);

/* Text for a label, which takes the direction of its first letter: a sentence that begins with a name in the other script,
 * and a bare figure, are marked with the direction they are to be read in. */
char *nida_shell_direct             (const char *text);
/* What is written in an entry decides, not the window: an empty one, too, begins at the edge of its language. */
void  nida_shell_direct_entry       (GtkEntry *entry, gboolean arabic);
/* Where a column of figures stands, as an xalign: units stand over units, and digits run left to right in Arabic too, so
 * its figures begin where its words do. */
float nida_shell_figure_align       (void);
/* @words as the label of an item of a menu, which takes "_" for a mnemonic. */
char       *nida_shell_dup_menu_label (const char *words);
/* Puts the title of the newest column, one of figures, over its figures. */
void        nida_shell_align_newest_title (GtkColumnView *view);
/* What a screen reader is told of the row that @cell stands in, and of a table. */
void        nida_shell_name_row     (GtkWidget *cell, const char *words);
void        nida_shell_name_list    (GtkColumnView *view, const char *words);
void  nida_shell_set_label          (GtkLabel *label, const char *text);
/* In lines, a long name anywhere, and without a hyphen, which would be taken for a letter of it. */
void  nida_shell_wrap               (GtkLabel *label);
/* At the start, cut where it finds no room, or in lines. @style: a class of the style sheet, or NULL. */
GtkWidget  *nida_shell_new_label    (const char *text, const char *style);
GtkWidget  *nida_shell_new_words    (const char *text, const char *style);
/* What a page shows as long as it has nothing: what will be here, and how to begin. */
GtkWidget  *nida_shell_new_empty_page (const char *title, const char *words, GtkWidget *first, GtkWidget *second);
void  nida_shell_set_tooltip        (GtkWidget *widget, const char *text);   /* @text may be NULL */

G_END_DECLS
