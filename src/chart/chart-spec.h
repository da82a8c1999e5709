/* What a chart is to show: its kind, the question it asks and a few choices. A value, stored in a board or document. */
#pragma once

#include "query.h"

G_BEGIN_DECLS

typedef enum {
  NIDA_CHART_NUMBER,
  NIDA_CHART_COVERAGE,
  NIDA_CHART_TIMELINE,
  NIDA_CHART_RANKING,
  NIDA_CHART_PARTS,
  NIDA_CHART_INDICATOR,
  NIDA_CHART_EVENTS,
  NIDA_CHART_WAFFLE,
  NIDA_CHART_TREEMAP,
  NIDA_CHART_HEATMAP,
  NIDA_CHART_LINE,
  NIDA_CHART_AREA,
  NIDA_CHART_DOTPLOT,
  NIDA_CHART_SLOPE,
  NIDA_CHART_BUMP,
  NIDA_CHART_WATERFALL,
  NIDA_N_CHARTS,
} NidaChartKind;

typedef enum { NIDA_STACK_AUTO, NIDA_STACK_NONE, NIDA_STACK_STACKED, NIDA_STACK_CUMULATIVE } NidaStack;
typedef enum { NIDA_PARTS_AUTO, NIDA_PARTS_BAR, NIDA_PARTS_DONUT } NidaPartsForm;
typedef enum { NIDA_ORDER_SOURCE, NIDA_ORDER_SIZE, NIDA_ORDER_GAP } NidaOrder;

typedef struct {
  NidaChartKind kind;
  NidaQuery    *query;         /* filters, dates, rule, currency, measures; "by" is the split (colours, bars, ranks) */
  NidaMeasure   measure;       /* the one measure of all kinds but coverage, indicator and events */
  NidaStep      step;          /* of timeline; NONE chooses by the extent */
  NidaStack     stack;
  NidaPartsForm parts;
  NidaOrder     order;
  guint         top;           /* groups before "Other"; 0 chooses by the space */
  char         *title;         /* the person's own, or NULL: a message made from the data */
  char         *pinned;        /* a donor that a ranking always shows, or NULL */
  gboolean      all_money;     /* a filter on who gave, or how, was kept off it: a need has no donor; it says so */
  char        **hued;          /* timeline: the names that have the hues of its split, or NULL while any hue is free */
  char         *category;      /* indicator: which one, or NULL for the only one */
} NidaChartSpec;

NidaChartSpec *nida_chart_spec_new    (NidaChartKind kind);
NidaChartSpec *nida_chart_spec_copy   (const NidaChartSpec *spec);
void           nida_chart_spec_free   (NidaChartSpec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaChartSpec, nida_chart_spec_free)

const char    *nida_chart_kind_get_name  (NidaChartKind kind);    /* "coverage", as --chart takes it */
gboolean       nida_chart_kind_is_along_time (NidaChartKind kind);   /* its marks lie on one axis of time */
gboolean       nida_chart_kind_from_name (const char *name, NidaChartKind *kind);
char          *nida_chart_kind_list      (void);                  /* "number, coverage, timeline": all names */

/* The questions of the chart, in the order in which its recipe takes the cubes. */
GPtrArray     *nida_chart_spec_queries   (const NidaChartSpec *spec);

G_END_DECLS
