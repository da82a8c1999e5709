/* Labels beside marks, so that no two touch: the first free place of each wins, then a number and a key. Private to
 * chart/. Boxes are logical; nothing here draws but nida_labels_emit(). */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

#define NIDA_MAX_CANDIDATES 12

/**
 * NidaLabel:
 *
 * @target: the point of the mark that it speaks of; a leader is drawn to it when the label does not touch it
 * @candidates: boxes to try, best first
 * @must: when no candidate is free it gets a @number to put on the mark, and stands in the key under the chart
 */
typedef struct {
  const char *id;                /* key of its nodes is "label/<id>" */
  const char *text;              /* lines separated by "\n": the first is bold when @bold_first */
  NidaFont    font;
  NidaColor   color;
  NidaAnchor  anchor;
  gboolean    bold_first;
  gboolean    leader;
  gboolean    must;
  NidaPoint   target;
  NidaBox     candidates[NIDA_MAX_CANDIDATES];
  guint       n_candidates;
  /* answers */
  gboolean    placed;
  NidaBox     box;
  guint       number;            /* from 1; 0: none */
} NidaLabel;

gboolean nida_box_overlaps (NidaBox a, NidaBox b);
gboolean nida_box_contains (NidaBox outer, NidaBox inner);

/* The size of the label's text in points, each line unbroken. */
void nida_label_measure (NidaRecipe *recipe, NidaLabel *label, double *width, double *height);
/* Add the usual places for a label of that size around @target, best first: above, end, start, further up and so on. */
void nida_label_add_around (NidaLabel *label, double width, double height, double distance);
/* Greedy, in the order of @labels (the most important first). @obstacles: boxes of marks that must stay visible. */
void nida_labels_place  (NidaLabel *labels, guint n, const NidaBox *obstacles, guint n_obstacles, NidaBox bounds);
/* Draws what has a place, with a halo and leaders, and a numbered dot at the target of what has a number. */
void nida_labels_emit   (NidaRecipe *recipe, const NidaLabel *labels, guint n);
/* Rows "① text" for the numbered ones; 0 when there are none. */
double nida_labels_key_height (NidaRecipe *recipe, const NidaLabel *labels, guint n, double width);
double nida_labels_key_emit   (NidaRecipe *recipe, const NidaLabel *labels, guint n, double x, double y, double width);

/* In one dimension: move @centres (sorted ascending) as little as needed so that boxes of @heights do not touch inside
 * @span. For labels at the ends of lines. FALSE when they cannot fit. */
gboolean nida_labels_spread (double *centres, const double *heights, guint n, NidaSpan span);

G_END_DECLS
