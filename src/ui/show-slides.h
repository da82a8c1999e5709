/* The slides of a document over the data of a window: what a show of it shows. */
#pragma once

#include "session.h"
#include "show-source.h"

G_BEGIN_DECLS

/**
 * NidaShowSlides:
 *
 * Holds the data as they were when it was made; what the session reads later waits. Own figures, which somebody in the room has
 * just entered, do not.
 */
#define NIDA_TYPE_SHOW_SLIDES (nida_show_slides_get_type ())
G_DECLARE_FINAL_TYPE (NidaShowSlides, nida_show_slides, NIDA, SHOW_SLIDES, GObject)

NidaShowSlides *nida_show_slides_new       (NidaSession *session);
/* The place of the slide with @id; 0 where there is none. */
guint           nida_show_slides_find      (NidaShowSlides *self, const char *id);

G_END_DECLS
