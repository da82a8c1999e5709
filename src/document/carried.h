/* The copies of sources that a document carries, for the loader: what is in it is read from there, what was read well goes into
 * it. What it does not carry is asked of the copies behind it. */
#pragma once

#include "copies.h"
#include "document.h"

G_BEGIN_DECLS

#define NIDA_TYPE_CARRIED (nida_carried_get_type ())
G_DECLARE_FINAL_TYPE (NidaCarried, nida_carried, NIDA, CARRIED, GObject)

/* Signals: "failed" (GError*): what was read could not be put into the document; once for all times that it is so for one reason.
 * @next: (nullable): the copies behind it. Main thread, as all of these. */
NidaCarried *nida_carried_new       (NidaDocument *document, NidaCopies *next);
/* Of @items, whose bytes are in the file at @path; nothing is written into it. */
NidaCarried *nida_carried_new_items (NidaItems *items, const char *path, NidaCopies *next);
/* Before each reading: the document as it is now. */
void         nida_carried_update    (NidaCarried *self);
/* Put what was read since into the document at once, without waiting for the main loop. */
void         nida_carried_settle    (NidaCarried *self);
/* Read what should be in the document's file and is not, from its place or from the copies behind. In any thread. FALSE with
 * @error, of the first that failed, when something is missing. */
gboolean     nida_carried_fill      (NidaCarried *self, GCancellable *cancellable, GError **error);
/* Does it say of any bytes what they were read as? */
gboolean     nida_carried_is_read    (NidaCarried *self);
/* The address of a source whose bytes do not say that, or NULL; transfer full. In any thread; takes as long as reading them. */
char        *nida_carried_find_false (NidaCarried *self, GCancellable *cancellable);
/* Could not all be put into the document that was read last? */
gboolean     nida_carried_has_failed (NidaCarried *self);
/* Is everything in the file that should be? */
gboolean     nida_carried_is_full   (NidaCarried *self);

G_END_DECLS
