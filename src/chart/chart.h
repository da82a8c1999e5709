/* The recipe: spec + cubes + context → scene. One file of marks a kind, one line each in the registry of chart.c. */
#pragma once

#include "chart-spec.h"
#include "language.h"
#include "measurer.h"
#include "scene-builder.h"

G_BEGIN_DECLS

/* What can be said of some of the rows behind a mark. */
typedef enum {
  NIDA_NEWS_NEW,           /* an earlier reading of the sources had them not */
  NIDA_NEWS_CHANGED,       /* it had them otherwise */
  NIDA_NEWS_OWN,           /* the desk has entered them itself */
  NIDA_N_NEWS_SIGNS,       /* these have a sign and are told; */
  NIDA_NEWS_CAME = NIDA_N_NEWS_SIGNS,   /* the data shown before had them not, or otherwise: their mark pulses once */
  NIDA_N_NEWS,
} NidaNewsKind;

/**
 * NidaChartNews:
 *
 * What is new or changed since an earlier reading of the sources, and what is the desk's own, for dots on marks; and what has
 * just come.
 * @since: when that was, microseconds since 1970
 * @serial: of what has just come: another, larger one for what comes next; 0 where nothing has
 * @count: how many of the rows behind a mark of the chart are; behind the whole chart where the mark is %NULL
 */
typedef struct {
  gint64    since;
  guint     serial;
  void    (*count) (gpointer data, const NidaChartSpec *spec, const NidaMark *mark, guint counts[NIDA_N_NEWS]);
  gpointer  data;
} NidaChartNews;

/**
 * NidaChartContext:
 *
 * The scene is the whole card: it keeps a margin of 16 points, so the card around it needs none.
 * Where a chart is drawn and for whom. @scale multiplies every font and distance (1 on a board; height / 1080 × 1.64 on a
 * projector, so that nothing is under 18 px at 1080); @growth: how much of that only follows the size of the picture, 1 for
 * nothing, 0 on a projector: a reader's wish for larger letters is the rest, and letters may be small again where there is
 * little room. @reserve_end keeps room at the end of the title line for buttons.
 * @sources: display names of the sources for the source line; @as_of: last day of the data, NONE when it has none;
 * @read_as_of: the moment whose data were asked for, microseconds since 1970, 0 for the newest.
 * @retrieved: microseconds since 1970, 0 when not known. @second_cubes: set by nida_chart_build() alone: the same answers in
 * the second currency that the question names, or NULL.
 */
typedef struct _NidaSharedScale NidaSharedScale;

/* On a slide a number has no card around it: it begins at the top of the scene, as tall as its words need; bare: no more than its name. */
typedef enum { NIDA_NUMBER_CARD, NIDA_NUMBER_LARGEST, NIDA_NUMBER_LARGE, NIDA_NUMBER_BARE } NidaNumberForm;

typedef struct {
  NidaLanguage      *language;
  NidaMeasurer      *measurer;
  NidaTheme          theme;        /* only for ink on fills and line widths; the scene names roles */
  NidaTimeDirection  time_direction;
  double             width, height, scale;
  double             growth;
  double             reserve_end;
  gboolean           unsourced;    /* the page around it says where all of its figures are from: no source line */
  const char * const *said;        /* sentences that the page says of all its charts: the source line has the others; or NULL */
  gboolean           signs_told;   /* the page around it says what its signs (new, changed, the desk's own) mean: no legend of them */
  gboolean           untitled;     /* the page around it has its title and subtitle: neither is drawn */
  NidaColorMap      *colors;
  const char * const *sources;
  NidaDate           as_of;
  gint64             read_as_of;
  gint64             retrieved;
  const char        *differences;  /* what the sources state and Nida does not make of their rows, as sentences; NULL: none */
  const char        *missing;      /* sources that could not be read, as a sentence; NULL: none */
  const char        *joined;       /* names that are counted as one, as a sentence; NULL: none */
  NidaNumberForm     number;       /* of a number */
  const NidaMoney   *inside;       /* of a number: how much of it a brush has inside, NIDA_MONEY_NONE of a share of nothing; NULL: nothing is brushed */
  const NidaMoney   *compared;     /* the same of a second selection, or NULL */
  GPtrArray         *second_cubes;
  const NidaChartNews *news;       /* NULL: nothing is to be marked */
  const char        *panel;        /* its name, of one of several small charts: no words of its own around it; NULL: it has them */
  NidaSharedScale   *shared_scale; /* with the other small charts; NULL: it has a scale of its own */
} NidaChartContext;

/* @cubes: as many NidaCube as nida_chart_spec_queries() asked, in that order. Never NULL: a chart that has nothing to
 * show says so in its place. */
NidaScene *nida_chart_build      (const NidaChartSpec *spec, GPtrArray *cubes, const NidaChartContext *context);
/* What the source line of such a chart says, in at most @most lines of @width points: whole sentences, of which the least
 * needed give way. */
char      *nida_chart_source     (const NidaChartSpec *spec, GPtrArray *cubes, const NidaChartContext *context,
                                  double width, guint most);
/* All of those sentences, one each; transfer full. */
char     **nida_chart_source_sentences (const NidaChartSpec *spec, GPtrArray *cubes, const NidaChartContext *context);
/* A figure as labels have it, "$17.1M", and with every digit, as marks have it: "$17,064,284". */
char      *nida_value_short      (NidaLanguage *language, const char *currency, NidaMeasure measure, gint64 value);
char      *nida_value_exact      (NidaLanguage *language, const char *currency, NidaMeasure measure, gint64 value);
/* The scene of a message in place of a chart: no data, an error, loading. */
NidaScene *nida_chart_build_message (const char *title, const char *message, const NidaChartContext *context);

/* @spec is drawn after @before, which @cubes answered: where both ask the same, and it is of a kind whose order a refresh keeps, it
 * keeps that. FALSE where it does not. */
gboolean       nida_chart_keep_order      (NidaChartSpec *spec, const NidaChartSpec *before, GPtrArray *cubes);
/* Of a number: do the sources say it? @cubes: the answers to its questions. */
gboolean       nida_chart_number_is_known (const NidaChartSpec *spec, GPtrArray *cubes);

G_END_DECLS
