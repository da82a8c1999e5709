/* Rows of a form: a word above its control, both known to a screen reader, that give way where there is little room. */
#pragma once

#include "field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget   *nida_form_new             (void);      /* a column of rows, with margins */
GtkWidget   *nida_form_append          (GtkWidget *form, const char *title, GtkWidget *control);   /* the row */
void         nida_form_set_title       (GtkWidget *row, const char *title);
/* Of two fields for one thing, in English and in Arabic, that of the window's language comes first: is the one at @place, 0 or 1,
 * in Arabic? */
gboolean     nida_form_is_arabic       (guint place);
GtkWidget   *nida_form_append_heading  (GtkWidget *form, const char *title);
GtkWidget   *nida_form_append_words    (GtkWidget *form, const char *words);     /* a remark, in small letters */
/* Words that are longer than their room are cut. @words is copied. */
GtkWidget   *nida_form_drop_down_new   (const char * const *words);
/* The same of one that is there, for strings; where it searches, in words of Nida: the toolkit has none in Arabic. */
void         nida_form_drop_down_dress (GtkDropDown *drop_down);
/* Names that are searched, and found by any part of them, as they are shown and in either language. As many as @shown, NULL for
 * those that have no name in a language; all are copied. */
void         nida_form_drop_down_fill_names (GtkDropDown *drop_down, const char * const *shown, const char * const *english,
                                             const char * const *arabic);
GtkWidget   *nida_form_remove_button   (const char *tooltip);
void         nida_form_clear           (GtkWidget *box);

G_END_DECLS
