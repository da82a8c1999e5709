/* Telling a person who is at something else meanwhile that a long reading has ended. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_NOTICE (nida_notice_get_type ())
G_DECLARE_FINAL_TYPE (NidaNotice, nida_notice, NIDA, NOTICE, GObject)

/* @window, which shows @session and owns this: a notification of the desktop, unless the window has the focus or a show is
 * running. It goes when the window gets the focus; a click on it brings the window. */
NidaNotice *nida_notice_new          (GtkApplicationWindow *window, NidaSession *session);
/* From how many milliseconds on a reading is a long one. */
void        nida_notice_set_patience (NidaNotice *self, guint milliseconds);

G_END_DECLS
