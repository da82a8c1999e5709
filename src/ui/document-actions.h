/* The document of a window as a thing of the desktop: opened, saved under another name, duplicated, given a title. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Is @input the path of a document, going by its name? */
gboolean nida_document_actions_is_document (const char *input);
/* Open the document at @path in @window; what is wrong with it is told. */
void     nida_document_actions_open        (NidaWindow *window, const char *path);
/* Save it as @path and go on there. FALSE with @error when that failed and all is as before. */
gboolean nida_document_actions_save        (NidaWindow *window, const char *path, GError **error);
/* The data that belong in its file, which is new, follow: reading them takes its time. */
void     nida_document_actions_fill        (NidaWindow *window);
/* What was read could not be put into the document, as @error says. */
void     nida_document_actions_tell_unkept (NidaWindow *window, const GError *error);
/* The person's title of the document in the window's language, or its file's name; NULL for what has neither. Transfer full. */
char    *nida_document_actions_dup_title   (NidaDocument *document);

/* Actions win.save-as, .duplicate, .document-title, .versions; call once from class_init. */
void     nida_document_actions_install     (GtkWidgetClass *widget_class);
void     nida_document_actions_update      (NidaWindow *self);

G_END_DECLS
