/* Which characters only steer the direction of text. Private to the model. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* LRM, RLM, ALM, embeddings, overrides and isolates. */
static inline gboolean
nida_is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

G_END_DECLS
