/* The donor report: which donor, in which language, under which letterhead; seen, saved, printed. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_DONOR_WINDOW (nida_donor_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaDonorWindow, nida_donor_window, NIDA, DONOR_WINDOW, GtkWindow)

/* @donor: the English name to begin with, or NULL: the one that the filters choose, else the largest. */
GtkWidget *nida_donor_window_new       (GtkWindow *parent, NidaSession *session, const char *donor);
/* The page as it would be saved; NULL where it cannot be made. */
NidaScene *nida_donor_window_get_page  (NidaDonorWindow *self);

G_END_DECLS
