/* Fewer rows to ask of needs under a brush: made in a thread once there is an index. Between linked.c and link-condense.c. */
#pragma once

#include "condensed.h"
#include "link-job.h"

G_BEGIN_DECLS

/* What the rows depend on; immutable once the thread has it. */
typedef struct _NidaCondenseJob NidaCondenseJob;

/* For brushes over the fields of @index; NULL where no chart has a need, or a reported total, that these narrow. */
NidaCondenseJob *nida_condense_job_new  (NidaLocalEngine *engine, GPtrArray *links, const NidaLinkJob *index);
void             nida_condense_job_free (NidaCondenseJob *job);
/* In a thread. Transfer full; NULL where all rows are asked as well. */
NidaCondensed   *nida_condense_job_run  (const NidaCondenseJob *job, GCancellable *cancellable);

G_END_DECLS
