/* Slides for who has made none: what stands on the board. */
#pragma once

#include "session.h"
#include "slide.h"

G_BEGIN_DECLS

/* (element-type NidaSlide): the cards with the first chart, then a slide for each other chart, as the person has filtered
 * them; empty when nothing is open. Transfer full. */
GPtrArray *nida_show_deck_new (NidaSession *session);

G_END_DECLS
