/* What a row of the source list says: how much its source holds, how old it is, what becomes of it. In the window's language;
 * every text is the caller's, and NULL where there is nothing to say. */
#pragma once

#include "session.h"
#include "source-summary.h"

G_BEGIN_DECLS

char *nida_source_words_rows        (const NidaSourceInfo *info);
char *nida_source_words_span        (const NidaSourceSummary *summary);
char *nida_source_words_age         (const NidaSourceInfo *info, gboolean is_address);
char *nida_source_words_age_details (const NidaSourceInfo *info);
/* @info: NULL while the source is switched off; @failure: why it could not be read again, or NULL. */
char *nida_source_words_state       (NidaSession *session, const char *input, const NidaSourceInfo *info, const char *failure);

G_END_DECLS
