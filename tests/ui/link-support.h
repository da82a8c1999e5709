/* A board over rows as those of the tests of query/, brushed without widgets: what an index says of each mark is held against what
 * the engine says that is asked for the same rows alone. */
#pragma once

#include "fixture.h"

#include "link-job.h"

G_BEGIN_DECLS

typedef struct {
  NidaLocalEngine *engine;
  NidaRule         rule;
  NidaMeasure      measure;
  NidaMeasurer    *measurer;
  NidaLanguage    *language;
  GPtrArray       *links;      /* NidaLink */
  GPtrArray       *rows;       /* by link: GPtrArray by mark of GHashTable: amounts by the id of a row; NULL before the first check */
  guint            n_marks, n_known;       /* figures that are drawn; those of them that are what the mark's filter says alone */
  guint            n_checked, n_inside;    /* under brushes; those of them that were not nothing */
} LinkBoard;

/* @engine: (transfer full) */
LinkBoard   *link_board_new   (NidaLocalEngine *engine, NidaMeasure measure, NidaRule rule);
void         link_board_free  (LinkBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LinkBoard, link_board_free)
/* @by: names of fields, with commas; NULL for what the kind takes. */
NidaLink    *link_board_add   (LinkBoard *self, NidaChartKind kind, NidaStep step, const char *by, NidaField panels);
/* Of chart @source, or of none (G_MAXUINT); @scan: for @brush alone. Transfer full: with its index. */
NidaLinkJob *link_board_make  (LinkBoard *self, guint source, const NidaBrush *brush, gboolean scan);
/* The figures of all marks under @brush, for which @job has bins. */
void         link_board_check (LinkBoard *self, const NidaLinkJob *job, const NidaBrush *brush);

G_END_DECLS
