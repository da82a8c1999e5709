/* How old the figures of the present slide are, and what waits to come in. */
#pragma once

#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PRESENTER_DATA (nida_presenter_data_get_type ())
G_DECLARE_FINAL_TYPE (NidaPresenterData, nida_presenter_data, NIDA, PRESENTER_DATA, GtkWidget)

GtkWidget  *nida_presenter_data_new         (NidaShow *show);
/* The words of what waits, or NULL; for tests. */
const char *nida_presenter_data_get_pending (NidaPresenterData *self);

G_END_DECLS
