/* A show on its screens: the windows, which monitor each is on, and what the desktop is asked for meanwhile. */
#pragma once

#include "audience-window.h"
#include "monitors.h"
#include "presenter-window.h"

G_BEGIN_DECLS

/* The setting of the monitor that the audience sees, by nida_monitor_dup_key(), and its value where it sees a window. */
#define NIDA_SHOW_RUN_MONITOR "show-monitor"
#define NIDA_SHOW_RUN_WINDOW  "window"

/**
 * NidaShowRun:
 *
 * Lives while the show does; holds a reference on itself until it has ended.
 *
 * Signals:
 * - "ended": the windows are gone
 */
#define NIDA_TYPE_SHOW_RUN (nida_show_run_get_type ())
G_DECLARE_FINAL_TYPE (NidaShowRun, nida_show_run, NIDA, SHOW_RUN, GObject)

/* Begin @show from the window @parent. @here: the audience sees it on the monitor of that window and there is no presenter
 * (Shift+F5). Transfer none. */
NidaShowRun         *nida_show_run_begin         (NidaShow *show, GtkWindow *parent, const char *title, gboolean here);
void                 nida_show_run_end           (NidaShowRun *self);
NidaShow            *nida_show_run_get_show      (NidaShowRun *self);
NidaAudienceWindow  *nida_show_run_get_audience  (NidaShowRun *self);
NidaPresenterWindow *nida_show_run_get_presenter (NidaShowRun *self);      /* NULL without one */
/* Is a show running? Then nothing disturbs it: no notifications, no questions. Transfer none. */
NidaShowRun         *nida_show_run_get_current   (void);

G_END_DECLS
