/* Which marks of a chart hold figures that the desk has entered itself: one way for the window, a show, pages and pictures. */
#pragma once

#include "chart.h"
#include "local-engine.h"

G_BEGIN_DECLS

typedef struct _NidaOwnMarks NidaOwnMarks;

/* NULL where @dataset holds nothing of the desk's own. */
NidaOwnMarks        *nida_own_marks_new      (NidaDataset *dataset);
void                 nida_own_marks_free     (NidaOwnMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaOwnMarks, nida_own_marks_free)

/* How many of the rows behind @mark, or behind the whole chart where it is NULL, are the desk's own and in its figures: none
 * without a rate, which the line below the chart tells as left out. */
guint                nida_own_marks_count    (NidaOwnMarks *self, const NidaChartSpec *spec, const NidaMark *mark);
/* Tells @func each of the desk's own amounts that no rate brings into the currency and the prices of @query. */
typedef void (*NidaOwnAmountFunc) (NidaMoney amount, const char *currency, gpointer data);
void                 nida_own_marks_each_unrated (NidaOwnMarks *self, NidaQuery *query, NidaOwnAmountFunc func, gpointer data);
/* For NidaChartContext.news, of any chart of the dataset; belongs to @self. */
const NidaChartNews *nida_own_marks_get_news (NidaOwnMarks *self);

G_END_DECLS
