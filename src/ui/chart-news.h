/* How many of the rows behind each mark of a chart are new or changed, have just come, or are the desk's own. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* What one chart's marks were found to hold, kept until its answers change: a chart is built again at every change of size. */
typedef struct _NidaChartNewsCounts NidaChartNewsCounts;

/* NULL where nothing is to be marked: no changes, nothing that came and nothing of the desk's own. */
NidaChartNewsCounts *nida_chart_news_counts_new  (NidaSession *session, const NidaChartAnswer *answer);
void                 nida_chart_news_counts_free (NidaChartNewsCounts *self);
/* For NidaChartContext.news; belongs to @self. */
const NidaChartNews *nida_chart_news_counts_get  (NidaChartNewsCounts *self);

G_END_DECLS
