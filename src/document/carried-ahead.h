/* Snapshots of the sources of a document that is opened next, taken out of its file while other things are made ready. */
#pragma once

#include "layouts.h"

G_BEGIN_DECLS

/* Begin with the document at @path, in a thread; once a process. @layouts: what a person says of tables, and what the document
 * says is heeded before it. */
void    nida_carried_read_ahead (const char *path, NidaLayouts *layouts);
/* What was taken out of the file at @path by @key, once, waiting for it; or NULL. In any thread. */
GBytes *nida_carried_take_ahead (const char *path, const char *key);
/* Nobody will ask any more. */
void    nida_carried_drop_ahead (void);

G_END_DECLS
