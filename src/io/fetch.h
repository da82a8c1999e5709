/* The bytes behind an https address, in a temporary file. */
#pragma once

#include "bytes.h"
#include "progress.h"

G_BEGIN_DECLS

/* A plain GET that waits; redirects are followed here, at most five, never from https to http. @complete is FALSE when
 * nothing proves that all bytes came: then the text must end properly. */
NidaBytes *nida_fetch      (const char *uri, const char *name, gboolean allow_http, NidaProgress *progress,
                            gboolean *complete, GCancellable *cancellable, GError **error);
/* For tests: seconds of silence, and of less than 1 KiB/s, that are borne; 0 for the default. */
void       nida_fetch_tune (guint idle, guint slow);

G_END_DECLS
