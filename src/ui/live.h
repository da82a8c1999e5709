/* Keeps what a window shows fresh: reads its sources again after an interval that is remembered for each of them. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* The shortest and the longest interval, in seconds. 0 is off. */
#define NIDA_LIVE_SHORTEST 10u
#define NIDA_LIVE_LONGEST 86400u

typedef struct _NidaLive NidaLive;

/* Follows @session, which must live longer. */
NidaLive *nida_live_new          (NidaSession *session);
void      nida_live_free         (NidaLive *self);
/* Of what is open: the shortest of its sources' intervals; 0 when none has one. */
guint     nida_live_get_interval (NidaLive *self);
/* From now on, and whenever the same sources are open; other than 0 it is brought between the limits. */
void      nida_live_set_interval (NidaLive *self, guint seconds);

G_END_DECLS
