/* Charts that follow a brush over one of them. Knows scenes and the brush, no widgets: a chart tells what it draws and
 * gets the picture to paint. */
#pragma once

#include "brush.h"
#include "brushed.h"
#include "chart.h"

G_BEGIN_DECLS

/**
 * NidaLinked:
 *
 * Charts are known by a number of their own. The index of a brush is made in a thread once a chart is prepared (when the
 * pointer enters it); the newest brush is answered when it is ready, and until then by scans, each for one brush.
 *
 * Signals:
 * - "changed": other pictures, or none any more
 * - "brush-changed": another brush, or none; its pictures may come later
 * - "stroke" (gboolean begins): the pointer draws or pulls a brush, or has let go of it: meanwhile nothing may move under it
 */
#define NIDA_TYPE_LINKED (nida_linked_get_type ())
G_DECLARE_FINAL_TYPE (NidaLinked, nida_linked, NIDA, LINKED, GObject)

#define NIDA_LINKED_NO_CHART G_MAXUINT

NidaLinked      *nida_linked_new         (void);
/* Other data: pictures go, the brush stays. */
void             nida_linked_set_engine  (NidaLinked *self, NidaLocalEngine *engine);
/* For tests: no index is made as long as it is held back. */
void             nida_linked_hold_index  (NidaLinked *self, gboolean hold);
/* What @chart draws. */
void             nida_linked_set_chart   (NidaLinked *self, guint chart, const NidaChartSpec *spec, NidaScene *scene);
/* @chart no longer draws @scene; where another one has its number and draws something else already, that stays. */
void             nida_linked_leave_chart (NidaLinked *self, guint chart, NidaScene *scene);
/* A brush over @chart may begin. */
void             nida_linked_prepare     (NidaLinked *self, guint chart);
/* The pointer holds a brush from now on, or no longer: tells the others. */
void             nida_linked_stroke      (NidaLinked *self, gboolean begins);
/* @brush: (transfer full): NULL lets go, of what it is compared with, too; of no @chart: a selection that was kept. */
void             nida_linked_set_brush   (NidaLinked *self, guint chart, NidaBrush *brush);
const NidaBrush *nida_linked_get_brush   (NidaLinked *self);
/* A second selection beside the brush; (transfer full), NULL for none. */
void             nida_linked_set_compared (NidaLinked *self, NidaBrush *brush);
const NidaBrush *nida_linked_get_compared (NidaLinked *self);
guint            nida_linked_get_source  (NidaLinked *self);      /* the chart that is brushed, or NO_CHART */
/* The picture of @chart under the brush; (transfer full), NULL while there is none. Not for numbers. @names: of the selections, where
 * two are compared, or NULL. */
NidaScene       *nida_linked_dup_picture (NidaLinked *self, guint chart, const NidaSelectionNames *names);
/* Is @chart about needs, which have nothing of what is brushed (a donor), or are for years? It says so then; bits of NidaWhole. */
guint            nida_linked_find_whole  (NidaLinked *self, guint chart);
/* Does it stay whole for that? Its figures are those of all, then, and not of a selection. */
gboolean         nida_linked_is_whole    (NidaLinked *self, guint chart);
/* The figure of @node, of the chart's scene, inside the brush; NIDA_MONEY_NONE where none is known. */
NidaMoney        nida_linked_get_inside  (NidaLinked *self, guint chart, const NidaNode *node);
/* Were needs of @chart asked about inside the brush? Then a figure that is not known is that of nothing. */
gboolean         nida_linked_is_asked   (NidaLinked *self, guint chart);
/* The same inside the second selection. */
NidaMoney        nida_linked_get_compared_inside (NidaLinked *self, guint chart, const NidaNode *node);
/* The same of the whole of the chart's scene, which no node has; @mark may be NULL. */
NidaMoney        nida_linked_get_inside_mark (NidaLinked *self, guint chart, const NidaMark *mark);
NidaMoney        nida_linked_get_compared_mark (NidaLinked *self, guint chart, const NidaMark *mark);

G_END_DECLS
