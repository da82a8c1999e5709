/* A picture of a slide as large as there is room: what the presenter sees of the audience's. Not for the pointer. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_SHOW_PICTURE (nida_show_picture_get_type ())
G_DECLARE_FINAL_TYPE (NidaShowPicture, nida_show_picture, NIDA, SHOW_PICTURE, GtkWidget)

GtkWidget *nida_show_picture_new       (void);
/* NULL shows that there is none. */
void       nida_show_picture_set_scene (NidaShowPicture *self, NidaScene *scene);
NidaScene *nida_show_picture_get_scene (NidaShowPicture *self);
/* The key of a mark that is drawn as selected, or NULL. */
void       nida_show_picture_set_selected (NidaShowPicture *self, const char *key);
/* Painted instead of the scene, until there is another; @box: around what a stroke has inside, in its points. Either may be NULL. */
void       nida_show_picture_set_brushed  (NidaShowPicture *self, NidaScene *brushed, const NidaBox *box);
/* Where the slide stands in the widget. */
NidaBox    nida_show_picture_get_box   (NidaShowPicture *self);

G_END_DECLS
