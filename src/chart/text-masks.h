/* Words of a window as masks, kept from one picture to the next: outlines of letters take most of the time of painting, and a
 * brush, a tooltip or a bar that grows leaves nearly all of them as they were. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NidaTextMasks NidaTextMasks;

NidaTextMasks *nida_text_masks_new   (void);
void           nida_text_masks_free  (NidaTextMasks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaTextMasks, nida_text_masks_free)
/* How many texts are kept; for tests. */
guint          nida_text_masks_count (NidaTextMasks *self);

G_END_DECLS
