/* The actions of a window that begin a presentation. */
#pragma once

#include "show-run.h"
#include "window.h"

G_BEGIN_DECLS

/* Actions win.present (from the first slide), .present-here (from the one that is being worked on; with one monitor it fills
 * that) and .present-slide (s: the id of a slide); call once from class_init. */
void         nida_present_actions_install (GtkWidgetClass *widget_class);
void         nida_present_actions_update  (NidaWindow *self);
/* @id: of the slide to begin with, or NULL for the first. Transfer none; NULL when there is nothing to show. */
NidaShowRun *nida_present_begin           (NidaWindow *self, const char *id, gboolean here);

G_END_DECLS
