/* What happened, written on a time chart: as words with a leader where they all fit, else as numbers with a key below.
 * Private to chart/. Boxes are in points along time. */
#pragma once

#include "time-frame.h"

G_BEGIN_DECLS

/**
 * NidaAnnotation:
 *
 * @along: where on the time axis · @top: highest point of the marks there, the foot of the leader
 * @words: "Feb 2023: earthquakes", owned · @brief: the same up to the end of its first clause, owned · @mark: taken by the first node that is emitted
 * @box: where its words stand, once placed · @number: from 1
 * @coarse: its time is no day and no month; where not all find room, it gives way first
 */
typedef struct {
  char     *id;
  char     *words;
  char     *brief;
  NidaMark *mark;
  gpointer  data;          /* of the chart that has it */
  NidaColor fill, ink;     /* of the numbered dot */
  double    along;
  double    top;
  NidaBox   box;
  guint     lines;
  gboolean  coarse;
  gboolean  listed;        /* in the key */
} NidaAnnotation;

typedef struct {
  GArray *items;          /* NidaAnnotation, by time */
  guint   n_numbered;     /* as many as have a number at their time */
  guint   n_listed;       /* of these, as many as have a line of the key; the others say their words when they are asked */
  guint   rows;           /* of the key */
  gboolean in_lines;      /* its entries follow one another; else they stand in columns */
  gboolean brief;         /* the key says no more than the first clauses */
  guint   outside;        /* events that are not on this axis */
} NidaAnnotations;

NidaAnnotations *nida_annotations_new         (void);
void             nida_annotations_free        (NidaAnnotations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaAnnotations, nida_annotations_free)
/* Takes @mark. */
void             nida_annotations_add         (NidaAnnotations *self, const char *id, const char *words,
                                               const char *brief, NidaMark *mark, NidaPrecision precision, gpointer data);

static inline NidaAnnotation *
nida_annotations_get (NidaAnnotations *self,
                      guint            index)
{
  return &g_array_index (self->items, NidaAnnotation, index);
}

/* Finds room for the words of all of them inside @area; takes it from the frame's placer. FALSE: not all fit. */
gboolean         nida_annotations_place_words (NidaAnnotations *self, NidaTimeFrame *frame, NidaBox area);
void             nida_annotations_emit_words  (NidaAnnotations *self, NidaTimeFrame *frame);

/* annotations-key.c: the height of markers in a lane of that width, and key, when at most @max_height may be spent on them. */
double           nida_annotations_plan_key    (NidaAnnotations *self, NidaTimeFrame *frame, double lane, double max_height);
/* The height of markers and one line of key. */
double           nida_annotations_get_least_key (NidaTimeFrame *frame);
/* Markers in a lane at @y between @start and @end along time, the key under it. */
void             nida_annotations_emit_key    (NidaAnnotations *self, NidaTimeFrame *frame, double start, double end,
                                               double y);

G_END_DECLS
