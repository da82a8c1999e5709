/* The buttons of the presenter: each says its key. */
#pragma once

#include "show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_PRESENTER_KEYS (nida_presenter_keys_get_type ())
G_DECLARE_FINAL_TYPE (NidaPresenterKeys, nida_presenter_keys, NIDA, PRESENTER_KEYS, GtkWidget)

GtkWidget *nida_presenter_keys_new         (NidaShow *show);
/* While it is active, every movement over the slide points. */
GtkWidget *nida_presenter_keys_get_pointer (NidaPresenterKeys *self);
/* A click on @button does @command. */
void       nida_presenter_keys_connect     (GtkWidget *button, NidaShow *show, NidaShowCommand command);

G_END_DECLS
