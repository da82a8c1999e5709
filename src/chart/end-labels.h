/* Names at the ends of lines, moved apart so that none touches another, with a leader to the line where they moved.
 * Private to chart/. Places are in points along time (time-frame.h). */
#pragma once

#include "time-frame.h"

G_BEGIN_DECLS

/**
 * NidaEndLabel:
 *
 * @id: last part of the keys of its nodes
 * @value: stands behind the name where there is room, or %NULL; @rank: stands before it, or %NULL
 * @at: the figure at which its line ends, for whoever turns it into @y, the place; @bold: stands out
 */
typedef struct {
  const char *id;
  const char *name;
  char       *value, *rank;
  gint64      at;
  double      y;
  NidaColor   color;
  gboolean    bold;
  /*< private >*/
  double      centre;
  gboolean    brief;       /* its name stands at the other end alone */
} NidaEndLabel;

char    *nida_end_label_text   (const NidaEndLabel *label);                /* "Japan $593M" */
void     nida_end_labels_clear (NidaEndLabel *labels, guint n);          /* frees values and ranks */
/* Points that the widest label wants with its value, but not more than @most. */
double   nida_end_labels_width (NidaRecipe *recipe, const NidaEndLabel *labels, guint n, double most);
/* The same for both ends, each @most at most: the older one first, the newer one behind. Where names have too little room at both,
 * they stand at the newer one, with the room that it gains, and at the older one their ranks, or else their figures. */
void     nida_end_labels_share (NidaRecipe *recipe, NidaEndLabel *labels[2], const guint n[2], double most, double widths[2]);
/* Sorts @labels by place and moves them apart. FALSE where they do not all fit between @top and @foot. */
gboolean nida_end_labels_place (NidaRecipe *recipe, NidaEndLabel *labels, guint n, double top, double foot);
/* @tip: where the lines end; @side: NIDA_ANCHOR_START writes from there towards the newer side, NIDA_ANCHOR_END towards
 * the past; @width: what they may take from @tip on; @group: before the ids in keys. */
void     nida_end_labels_emit  (NidaTimeFrame *frame, const NidaEndLabel *labels, guint n, double tip, double width,
                                NidaAnchor side, const char *group);

G_END_DECLS
