/* What a timeline draws: one slot a period, the series inside it, and the money that has no single period. Sums stay
 * exact; nothing here knows of points. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

#define NIDA_TIMELINE_MAX_SERIES 8
#define NIDA_TIMELINE_MULTIPLE "multiple"     /* id of the series of cells that list several names */

/**
 * NidaTimelineSeries:
 *
 * One colour. @name: the English name that a filter takes, NULL for what several names share (Other, Multiple).
 */
typedef struct {
  char       *id;             /* "kuwait", part of keys */
  const char *name;           /* borrowed from the cube */
  char       *label;
  NidaColor   color;
  gboolean    not_stated;     /* hatched grey */
  NidaMoney   total;
} NidaTimelineSeries;

/**
 * NidaTimelineSlot:
 *
 * One column. @total is NIDA_MONEY_NONE where nothing can be said (coverage without a requirement).
 * @gathered: everything before the next slot, in one column before an axis break
 */
typedef struct {
  NidaPeriod period;
  gboolean   gathered;
  gboolean   undated;
  NidaMoney  total;
  NidaMoney  parts[NIDA_TIMELINE_MAX_SERIES];
  NidaMoney  requirement;
  guint64    flows, unvalued;
  gboolean   unknown;       /* some of it has no amount in this currency; all, where there is no total */
} NidaTimelineSlot;

/**
 * NidaTimelineBand:
 *
 * Money over a span or a date coarser than the step, or what remains of a reported total (@fact): one hatched band.
 */
typedef struct {
  NidaPeriod      period;
  NidaMoney       amount;
  guint64         flows, unvalued;
  const NidaFact *fact;
} NidaTimelineBand;

typedef struct {
  gatomicrefcount ref_count;
  NidaMeasure measure;
  NidaStep    step;
  guint       fiscal_start;
  NidaField   split;            /* NIDA_FIELD_NONE without one */
  gboolean    cumulative;
  GArray     *slots;            /* NidaTimelineSlot by time; the undated one last */
  GArray     *bands;            /* NidaTimelineBand */
  GPtrArray  *events;           /* const NidaFact *, dated ones by time */
  GPtrArray  *disagreeing;      /* const NidaFact *: reported totals that are named, not drawn */
  const NidaFact *reported;     /* the statement whose remainder is drawn first, or NULL */
  NidaTimelineSeries series[NIDA_TIMELINE_MAX_SERIES];
  guint       n_series;
  gboolean    has_undated;
  NidaMoney   total;            /* of slots and bands of the cube, remainders of statements not among them */
  guint64     flows, unvalued;
  const NidaChartSpec *narrowed_to;   /* only the dates that it has chosen are read; NULL: all */
} NidaTimeline;

/* @max_slots: as many columns as there is room for. */
NidaTimeline     *nida_timeline_new         (NidaRecipe *recipe, guint max_slots);
NidaTimeline     *nida_timeline_ref         (NidaTimeline *self);
void              nida_timeline_unref       (NidaTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaTimeline, nida_timeline_unref)

/* A timeline and what its words are made from, for who reads them when the chart stands. */
typedef struct {
  NidaRecipe   *recipe;     /* kept: it has the answers that @data borrows from */
  NidaTimeline *data;
} NidaTimelineKept;

NidaTimelineKept *nida_timeline_keep        (NidaTimeline *self, NidaRecipe *recipe);
void              nida_timeline_let_go      (gpointer kept);
NidaTimelineSlot *nida_timeline_get_slot    (const NidaTimeline *self, guint index);
NidaTimelineBand *nida_timeline_get_band    (const NidaTimeline *self, guint index);
/* Slots with a period, the gathered one among them. */
guint             nida_timeline_get_n_dated (const NidaTimeline *self);
/* The slot with the largest total, or NULL when all are empty; a gathered or undated one does not count. */
NidaTimelineSlot *nida_timeline_get_largest (const NidaTimeline *self);
/* How many other periods have the same sum. */
guint             nida_timeline_count_ties  (const NidaTimeline *self, const NidaTimelineSlot *slot);
/* Where a day lies, in slots from the past edge: 2.5 is the middle of the third. */
double            nida_timeline_locate      (const NidaTimeline *self, gint32 day);
/* The period as a filter and a key write it. */
char             *nida_timeline_slot_id     (const NidaTimelineSlot *slot);
NidaField         nida_timeline_split_field (const NidaChartSpec *spec);
gboolean          nida_timeline_is_sum      (NidaMeasure measure);
gboolean          nida_timeline_is_funding  (NidaMeasure measure);
NidaMoney         nida_money_join           (NidaMoney a, NidaMoney b);
gint32            nida_period_first_day     (NidaPeriod period);
gint32            nida_period_last_day      (NidaPeriod period);

/* timeline-facts.c */
void              nida_timeline_read_facts  (NidaTimeline *self, NidaCube *cube);

/* timeline-chosen.c */
gboolean          nida_timeline_shows         (const NidaTimeline *self, NidaPeriod period);
gboolean          nida_timeline_misses_chosen (const NidaTimeline *self, const NidaChartSpec *spec);

/* timeline-series.c */
guint             nida_timeline_add_series  (NidaTimeline *self, const char *id, char *label, NidaColor color);
guint            *nida_timeline_find_series (NidaTimeline *timeline, NidaCube *cube, NidaLanguage *language,
                                             NidaColorMap *colors, gboolean shaded);
void              nida_timeline_uncount_rest  (NidaTimeline *self);

G_END_DECLS
