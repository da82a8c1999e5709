/* What period axis and day axis share. Private to axis files. */
#pragma once

#include "axis.h"

G_BEGIN_DECLS

char  *nida_time_cue_text (NidaRecipe *recipe, NidaDate latest);
/* Arrow at the newest end of @range on the line @y, and @text with its top at @text_y, aligned there, where @room has room for it. */
void   nida_time_cue_emit (NidaRecipe *recipe, NidaSpan range, NidaSpan room, double y, double text_y, const char *text);

G_END_DECLS
