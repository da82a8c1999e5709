/* Opens where a row comes from, with the rate that the session's charts count it by. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @dataset: the session's, or an earlier reading of it, of which no chart counts anything. */
void nida_row_open (NidaSession *session, GtkWindow *parent, NidaDataset *dataset, guint row);

G_END_DECLS
