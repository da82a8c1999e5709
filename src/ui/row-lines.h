/* Lines of "what: text" under headings, as a window about one row shows them, and the same as text to copy. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NidaRowLines NidaRowLines;

/* Appends to @content, which outlives it. */
NidaRowLines *nida_row_lines_new         (GtkBox *content);
void          nida_row_lines_free        (NidaRowLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaRowLines, nida_row_lines_free)

/* The lines that follow stand under @title. */
void          nida_row_lines_begin       (NidaRowLines *self, const char *title);
GtkLabel     *nida_row_lines_add         (NidaRowLines *self, const char *name, const char *text);
/* An address that is opened, shown as @words. */
void          nida_row_lines_add_link    (NidaRowLines *self, const char *name, const char *words, const char *address);
/* Something that is shown beside @name and says nothing to copy yet. */
void          nida_row_lines_add_widget  (NidaRowLines *self, const char *name, GtkWidget *value);
/* Something to copy that is shown elsewhere. */
void          nida_row_lines_add_text    (NidaRowLines *self, const char *name, const char *text);
/* Across the window: under no heading. */
void          nida_row_lines_append      (NidaRowLines *self, GtkWidget *widget);
/* All that is to copy, as lines of "what<TAB>text". */
char         *nida_row_lines_to_text     (NidaRowLines *self);
/* A label that wraps, of @style or NULL. */
GtkLabel     *nida_row_lines_make_label  (const char *text, const char *style);

G_END_DECLS
