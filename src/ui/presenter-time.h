/* The presenter's time: how long the talk has lasted, whether it is late, the clock, and whether the screen stays awake. */
#pragma once

#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PRESENTER_TIME (nida_presenter_time_get_type ())
G_DECLARE_FINAL_TYPE (NidaPresenterTime, nida_presenter_time, NIDA, PRESENTER_TIME, GtkWidget)

GtkWidget  *nida_presenter_time_new       (NidaShow *show);
/* What it says: for tests and screen readers. */
const char *nida_presenter_time_get_pace  (NidaPresenterTime *self);

G_END_DECLS
