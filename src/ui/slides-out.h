/* The slides of a session as a PDF, made on a thread. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many of @n slides are done. */
typedef void (*NidaSlidesOutProgress) (guint done, guint n, gpointer data);

/* As they are at this moment, in the language of the window. @file is whole afterwards, or as it was before. */
void     nida_slides_out_async  (NidaSession *session, gboolean notes, GFile *file, GCancellable *cancellable, NidaSlidesOutProgress progress,
                                 GAsyncReadyCallback callback, gpointer data);
gboolean nida_slides_out_finish (GAsyncResult *result, GError **error);

/* Asks where to, then does it; what takes longer than a moment is told by a window, which can stop it. @widget: in the window of
 * the session. */
void     nida_slides_out_ask    (GtkWidget *widget, NidaSession *session, gboolean notes);

G_END_DECLS
