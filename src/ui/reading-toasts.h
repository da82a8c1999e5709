/* What a window says of its readings: sources that cannot be read, a document that says something else than its data, what a
 * refresh has brought. */
#pragma once

#include "session.h"
#include "toast-overlay.h"

G_BEGIN_DECLS

typedef struct _NidaReadingToasts NidaReadingToasts;

/* Both must live longer. */
NidaReadingToasts *nida_reading_toasts_new     (NidaSession *session, NidaToastOverlay *toasts);
void               nida_reading_toasts_free    (NidaReadingToasts *self);
/* The inputs are read. */
void               nida_reading_toasts_opened  (NidaReadingToasts *self, gboolean reload);
/* They are compared with what was read before. */
void               nida_reading_toasts_changes (NidaReadingToasts *self);
/* They cannot be read. @is_shown: does the window show what was open before? */
void               nida_reading_toasts_failed  (NidaReadingToasts *self, const GError *error, gboolean reload, gboolean is_shown);

G_END_DECLS
