/* Live sources: each is read again at an interval of its own, which is remembered for it in every window. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* The shortest and the longest interval, in seconds. 0 is off. */
#define NIDA_LIVE_SHORTEST 10u
#define NIDA_LIVE_LONGEST 86400u
/* The sources that are open have different intervals. */
#define NIDA_LIVE_MIXED G_MAXUINT32

typedef struct _NidaLive NidaLive;

/* Follows @session, which must live longer. */
NidaLive *nida_live_new          (NidaSession *session);
void      nida_live_free         (NidaLive *self);
/* That of all sources that are open; 0 when none has one, %NIDA_LIVE_MIXED when they differ. */
guint     nida_live_get_interval (NidaLive *self);
/* The same for all of them, from now on and whenever they are open; other than 0 it is brought between the limits. */
void      nida_live_set_interval (NidaLive *self, guint seconds);
/* Of one source, a path or an address; every window heeds a change at once. */
guint     nida_live_get_source_interval (const char *input);
void      nida_live_set_source_interval (const char *input, guint seconds);

G_END_DECLS
