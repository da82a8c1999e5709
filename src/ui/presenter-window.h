/* What the presenter sees: this slide and the next, notes, time, the age of the figures, and a button for each key. */
#pragma once

#include "show-picture.h"
#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PRESENTER_WINDOW (nida_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (NidaPresenterWindow, nida_presenter_window, NIDA, PRESENTER_WINDOW, GtkWindow)

GtkWidget  *nida_presenter_window_new          (NidaShow *show);
/* What the show is called. */
void        nida_presenter_window_set_title    (NidaPresenterWindow *self, const char *title);
/* Which monitor the audience sees, in words; NULL where it is a window. @can_swap: there are two. */
void        nida_presenter_window_set_audience (NidaPresenterWindow *self, const char *words, gboolean can_swap);
const char *nida_presenter_window_get_audience (NidaPresenterWindow *self);
/* Of the present slide. */
NidaShowPicture *nida_presenter_window_get_picture (NidaPresenterWindow *self);
const char *nida_presenter_window_get_notes    (NidaPresenterWindow *self);
const char *nida_presenter_window_get_pending  (NidaPresenterWindow *self);
/* Something below the buttons that is put there anew when the language changes: @make makes it, or returns NULL. */
typedef GtkWidget *(*NidaPresenterFunc) (gpointer data);
void        nida_presenter_window_set_extra    (NidaPresenterWindow *self, NidaPresenterFunc make, gpointer data);

G_END_DECLS
