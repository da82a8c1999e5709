/* What a person does with the sources of a document: add, find again, remove, pack into the document. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Paths, or addresses where a file has none; %NULL-terminated. */
typedef void (*NidaFilesChosen) (NidaWindow *window, const char * const *inputs, gpointer data);
/* Ask for files that can be read; @chosen is not called when the person thinks better of it. @data is freed with g_free(). */
void     nida_choose_files              (NidaWindow *window, const char *title, gboolean several, NidaFilesChosen chosen,
                                         gpointer data);

/* The menu of the source @input: where it is now is asked, and it goes from the document. */
void     nida_source_actions_locate     (NidaWindow *window, const char *input);
/* The file that was at @input is at @path; where that is another one, it is said once it is read. */
void     nida_source_actions_take_place (NidaWindow *window, const char *input, const char *path);
gboolean nida_source_actions_can_locate (NidaSession *session, const char *input);
/* The server of the source @input wants a key: it is asked for, and what that server has is read then. */
void     nida_source_actions_enter_key  (NidaWindow *window, const char *input);
/* Something was read, anew or again: where no source could be, for want of keys, they are asked for one after the other. */
void     nida_source_actions_ask_first  (NidaWindow *window, gboolean reload);
/* @asked could not be opened at all, since a server wants a key, as @error says: they are opened once there is one. */
void     nida_source_actions_ask_key    (NidaWindow *window, const GError *error, const char * const *asked);
void     nida_source_actions_remove     (NidaWindow *window, const char *input);

/* Actions win.add-data, .pack-data; call once from class_init. */
void     nida_source_actions_install    (GtkWidgetClass *widget_class);
void     nida_source_actions_update     (NidaWindow *window);

G_END_DECLS
