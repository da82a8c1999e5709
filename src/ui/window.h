/* One window: its session, and the contents that are made anew when the language changes. */
#pragma once

#include "live.h"
#include "notice.h"
#include "session.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_WINDOW (nida_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaWindow, nida_window, NIDA, WINDOW, GtkApplicationWindow)

NidaWindow    *nida_window_new             (GtkApplication *application, const char * const *inputs);
NidaSession   *nida_window_get_session     (NidaWindow *self);
NidaLive      *nida_window_get_live        (NidaWindow *self);
NidaNotice    *nida_window_get_notice      (NidaWindow *self);
/* Paths or addresses; what is shown stays until they are read. */
void           nida_window_open            (NidaWindow *self, const char * const *inputs);
/* Nothing is open and nothing is being read: another file may use this window. */
gboolean       nida_window_is_empty        (NidaWindow *self);
/* A document is being opened for this window. */
void           nida_window_set_opening     (NidaWindow *self, gboolean is_opening);
/* Its document has a file of another name. */
void           nida_window_document_saved  (NidaWindow *self);
NidaWorkspace *nida_window_get_workspace   (NidaWindow *self);   /* NULL on the start page */
void           nida_window_show_start_page (NidaWindow *self);
void           nida_window_toast           (NidaWindow *self, const char *message, const char *details);
const char    *nida_window_get_toast       (NidaWindow *self);   /* NULL when none is shown */

G_END_DECLS
