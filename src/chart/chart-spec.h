/* What a chart is to show: its kind, the question it asks and a few choices. A value, stored in a board or document. */
#pragma once

#include "palette.h"
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
  NIDA_CHART_SANKEY,
  NIDA_CHART_TILE_MAP,
  NIDA_CHART_PACE,
  NIDA_N_CHARTS,
} NidaChartKind;

typedef enum { NIDA_STACK_AUTO, NIDA_STACK_NONE, NIDA_STACK_STACKED, NIDA_STACK_CUMULATIVE } NidaStack;
typedef enum { NIDA_PARTS_AUTO, NIDA_PARTS_BAR, NIDA_PARTS_DONUT } NidaPartsForm;
/* Of coverage: as in the source, by requirement, by gap. Of a ranking: SMALLEST and NAME, and with any other the largest first. */
typedef enum { NIDA_ORDER_SOURCE, NIDA_ORDER_SIZE, NIDA_ORDER_GAP, NIDA_ORDER_SMALLEST, NIDA_ORDER_NAME } NidaOrder;

typedef enum { NIDA_TIME_LTR, NIDA_TIME_RTL, NIDA_TIME_FOLLOW } NidaTimeDirection;

/**
 * NidaReference:
 *
 * A line across the axis of values that a person has drawn: a goal, a ceiling, last year's figure.
 * @value: as a cell of a cube holds it: thousandths of @currency, millionths of a share, a plain number
 * @currency: of an amount: the line is drawn only where amounts are told in it; "" for a share or a number
 */
typedef struct {
  NidaMoney value;
  char      currency[4];
  char     *label, *label_ar;
} NidaReference;

/**
 * NidaNote:
 *
 * Words that a person has written beside a datum. They keep to the datum, wherever a refresh or another size puts it.
 * @fields, @values: the datum, as the filter of its mark has it (@n_fields pairs)
 * @moved: dragged: the start edge of its words stands @dx towards the end edge and @dy down from the datum, in points at scale 1;
 * else a free place is sought
 */
typedef struct {
  guint     n_fields;
  NidaField fields[NIDA_MAX_BY];
  char     *values[NIDA_MAX_BY];
  char     *text, *text_ar;
  gboolean  moved;
  double    dx, dy;
} NidaNote;

/* The role by which a name is coloured in this chart. */
typedef struct {
  NidaField field;
  char     *name;          /* the English one */
  NidaColor color;         /* one of the series, or OTHER */
} NidaHue;

typedef enum { NIDA_TILES_AUTO, NIDA_TILES_WORLD, NIDA_TILES_ARAB } NidaTileArea;   /* AUTO: Arab where all countries are */

/* What a filter leaves whole in a chart about needs: a need has no donor and no kind of money, and is for years. A selection of
 * other years than those of its plans is outside of it. */
typedef enum { NIDA_WHOLE_DONORS = 1 << 0, NIDA_WHOLE_YEARS = 1 << 1, NIDA_WHOLE_OUTSIDE = 1 << 2 } NidaWhole;

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
  char         *title_ar;      /* the same in Arabic; where only one of both is given it stands in either language */
  char         *subtitle, *subtitle_ar;   /* instead of measure, period and unit */
  char         *note, *note_ar;           /* at the end of the source line */
  GPtrArray    *references;    /* NidaReference */
  GPtrArray    *notes;         /* NidaNote */
  GPtrArray    *hues;          /* NidaHue */
  gboolean      own_time;      /* @time_direction holds, whatever the reader's is */
  NidaTimeDirection time_direction;
  char         *pinned;        /* a donor that a ranking always shows, or NULL */
  gboolean      names_above;   /* ranking: names stand over bars that are parts of the whole, for a narrow column */
  guint         whole;         /* bits of NidaWhole, which it says */
  NidaField     chosen_field;  /* its own field, where values of it are chosen and the others stay, pale; else NONE */
  char        **chosen;        /* these values, or NULL; set by a board from the filters, not stored */
  char        **hued;          /* timeline: the names that have the hues of its split, or NULL while any hue is free */
  gboolean      no_projection; /* of a pace: it ends where the data end */
  NidaField     panels;        /* a small chart for each of its names, or NIDA_FIELD_NONE */
  gboolean      own_scales;    /* of small charts: each has a scale of its own, and the subtitle says so */
  NidaTileArea  tiles;         /* of a tile map */
  char        **ordered;       /* sankey: names that come first among those of their field, in this order, or NULL */
  char        **kept;          /* sankey: field and name of all its nodes as the picture before had them, or NULL; not stored */
  char         *category;      /* indicator: which one, or NULL for the only one */
} NidaChartSpec;

NidaChartSpec *nida_chart_spec_new    (NidaChartKind kind);
NidaChartSpec *nida_chart_spec_copy   (const NidaChartSpec *spec);
void           nida_chart_spec_free   (NidaChartSpec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaChartSpec, nida_chart_spec_free)

NidaReference *nida_chart_spec_add_reference (NidaChartSpec *spec, NidaMoney value, const char *currency, const char *label, const char *label_ar);
/* At the datum of no fields; for the caller to fill. */
NidaNote      *nida_chart_spec_add_note      (NidaChartSpec *spec, const char *text, const char *text_ar);
void           nida_note_add_value           (NidaNote *note, NidaField field, const char *value);
/* OTHER, or one of the series; NONE lets the name have the colour that it has on the board. */
void           nida_chart_spec_set_hue       (NidaChartSpec *spec, NidaField field, const char *name, NidaColor color);
/* The person's own words in a language: those of the other where there are none in it; NULL where there are none at all. */
const char    *nida_chart_spec_pick          (gboolean arabic, const char *english, const char *arabic_words);

const char    *nida_chart_kind_get_name  (NidaChartKind kind);    /* "coverage", as --chart takes it */
gboolean       nida_chart_kind_is_along_time (NidaChartKind kind);   /* its marks lie on one axis of time */
gboolean       nida_chart_kind_from_name (const char *name, NidaChartKind *kind);
char          *nida_chart_kind_list      (void);                  /* "number, coverage, timeline": all names */

/* The questions of the chart, in the order in which its recipe takes the cubes. */
GPtrArray     *nida_chart_spec_queries   (const NidaChartSpec *spec);

G_END_DECLS
