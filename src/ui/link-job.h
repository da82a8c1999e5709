/* What the index of a brush is made from: the charts as they are drawn, and the fields of the brush. Between linked.c and
 * link-job.c. */
#pragma once

#include "brush.h"
#include "brushed.h"
#include "chart.h"

G_BEGIN_DECLS

#define NIDA_LINK_STROKES 2      /* the brush, and what it is compared with */

typedef struct {
  guint          chart;
  NidaChartSpec *spec;
  NidaScene     *scene;
  GArray        *brushables;      /* NidaBrushable of @scene */
  NidaMoney     *told[NIDA_LINK_STROKES];         /* by stroke and brushable, of an index; NULL while there is none */
  NidaMoney     *asked[NIDA_LINK_STROKES];        /* the same of needs, which no index has */
  NidaMoney     *inside[NIDA_LINK_STROKES];       /* of both */
  gboolean       outside[NIDA_LINK_STROKES];      /* the stroke is of other years than its needs, which stay whole */
} NidaLink;

/* All that an index depends on, and what came of it; immutable once the thread has it. */
typedef struct {
  NidaLocalEngine *engine;
  guint            source;
  guint            n_axes;
  NidaBrushAxis    axes[NIDA_BRUSH_MOST_FIELDS];
  char           **names[NIDA_BRUSH_MOST_FIELDS];
  guint            fiscal_start;
  GPtrArray       *scenes;        /* NidaScene, whose marks' texts are borrowed */
  GPtrArray       *queries;       /* NidaQuery */
  GArray          *charts;        /* NidaBrushChart */
  GPtrArray       *marks;         /* GArray of NidaBrushMark, by chart */
  GArray          *ids;           /* guint: the number of each chart */
  NidaBrushIndex  *index;
} NidaLinkJob;

/* @links: (element-type NidaLink); NULL when none is of @chart. */
NidaLink    *nida_links_find          (GPtrArray *links, guint chart);
void         nida_link_clear          (NidaLink *link);
/* What is told and what was asked of a stroke, as one; or that nothing is known any more. */
void         nida_link_join           (NidaLink *link, guint which);
void         nida_link_forget         (NidaLink *link, guint which);
void         nida_link_forget_needs   (NidaLink *link, guint which);
void         nida_link_free           (gpointer link);
/* For @brush, or where it is NULL for the one that chart @source may get; NULL when there is nothing to brush. */
NidaLinkJob *nida_link_job_new        (NidaLocalEngine *engine, GPtrArray *links, guint source, const NidaBrush *brush);
/* For @brush alone, so that there is less to sum: whatever is not in it is one. */
NidaLinkJob *nida_link_job_new_scan   (NidaLocalEngine *engine, GPtrArray *links, guint source, const NidaBrush *brush);
void         nida_link_job_free       (NidaLinkJob *job);
/* Are the axes of the job the fields of @brush, and has it bins that are wholly inside or outside? */
gboolean     nida_link_job_has_fields (const NidaLinkJob *job, const NidaBrush *brush);

G_END_DECLS
