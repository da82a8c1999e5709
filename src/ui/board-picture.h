/* The board as one scene: for paper, for a file. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* As the person has it, with its filters in words; @width in points. @scale of its words. NULL with @error. */
NidaScene *nida_board_picture_new (NidaSession *session, double width, double scale, NidaTheme theme, GError **error);

G_END_DECLS
