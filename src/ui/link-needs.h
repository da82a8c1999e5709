/* Figures of requirements and coverage under a brush, and of totals that sources report: no index has them, since money follows its
 * plan and totals overlap, so they are asked again with the brush as a filter. Between linked.c and link-needs.c. */
#pragma once

#include "condensed.h"
#include "link-job.h"

G_BEGIN_DECLS

/* All that an answer depends on, and what came of it; immutable once the thread has it. */
typedef struct _NidaNeedsJob NidaNeedsJob;

/* @few (nullable): fewer rows of @engine. NULL where no chart has a need, or a reported total, that @brush narrows. */
NidaNeedsJob *nida_needs_job_new  (NidaLocalEngine *engine, NidaCondensed *few, GPtrArray *links, const NidaBrush *brush);
void          nida_needs_job_free (NidaNeedsJob *job);
/* Is it of these data and this brush? */
gboolean      nida_needs_job_is_of (const NidaNeedsJob *job, NidaLocalEngine *engine, const NidaBrush *brush);
/* In a thread. */
void          nida_needs_job_run  (NidaNeedsJob *job);
/* What came of it into the links whose scenes are still drawn: NidaLink.asked and .outside of stroke @which. */
void          nida_needs_job_take (const NidaNeedsJob *job, GPtrArray *links, guint which);
/* Bits of NidaWhole: what of @brush the needs of @spec have not, or only of whole years. */
guint         nida_link_find_whole (const NidaChartSpec *spec, const NidaBrush *brush);
/* Has a need any of the fields of @brush? */
gboolean      nida_link_narrows_needs (const NidaBrush *brush);

G_END_DECLS
