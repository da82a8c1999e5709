/* Which marks of a chart hold some of a few rows, those that the desk has entered itself or those that have just come: one way
 * for the window, a show, pages and pictures. */
#pragma once

#include "chart.h"
#include "local-engine.h"

G_BEGIN_DECLS

/* Immutable and counted. */
typedef struct _NidaRowMarks NidaRowMarks;

NidaRowMarks *nida_row_marks_new        (NidaDataset *dataset, const GArray *rows);
/* Of all that is the desk's own; NULL where @dataset holds nothing of it. */
NidaRowMarks *nida_row_marks_new_own    (NidaDataset *dataset);
/* Of those that have just come; NULL also where they are so many that nearly every mark would pulse. */
NidaRowMarks *nida_row_marks_new_came   (NidaDataset *dataset, const GArray *rows);
NidaRowMarks *nida_row_marks_ref        (NidaRowMarks *self);
void          nida_row_marks_unref      (NidaRowMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaRowMarks, nida_row_marks_unref)

/* A number that no other has, above those of all that were made before. */
guint         nida_row_marks_get_serial (NidaRowMarks *self);
/* How many of the rows behind @mark, or behind the whole chart where it is NULL, are of them and in its figures: none without a
 * rate, which the line below the chart tells as left out. */
guint         nida_row_marks_count      (NidaRowMarks *self, const NidaChartSpec *spec, const NidaMark *mark);
/* Tells @func each of their amounts that no rate brings into the currency and the prices of @query. */
typedef void (*NidaRowAmountFunc) (NidaMoney amount, const char *currency, gpointer data);
void          nida_row_marks_each_unrated (NidaRowMarks *self, NidaQuery *query, NidaRowAmountFunc func, gpointer data);

G_END_DECLS
