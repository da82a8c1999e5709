/* A chart under a brush: what is inside against the whole, which stays as a pale ghost. */
#pragma once

#include "brush-index.h"
#include "measurer.h"

G_BEGIN_DECLS

#define NIDA_GHOST 0.28      /* opacity of what is outside, or not chosen */
#define NIDA_LINE_EDGES 2.5  /* points that both lines of a double one have together */

/**
 * NidaBrushable:
 *
 * A figure of a scene that a brush can tell: that of a node, or one that a line or a band follows.
 * @brush: the same for the index; its texts belong to the scene
 */
typedef struct {
  const NidaMark *mark;
  NidaBrushMark   brush;
} NidaBrushable;

/* (element-type NidaBrushable): each mark once, in the order of the nodes, and the whole of the scene; @scene must outlive them. */
GArray    *nida_scene_brushables (NidaScene *scene);
/**
 * NidaSelectionNames:
 *
 * What two selections that are compared are called, for the legend; @measurer: that of the scene
 */
typedef struct {
  const char   *first, *second;
  NidaMeasurer *measurer;
} NidaSelectionNames;

/* @brushables: of @scene; @inside: by brushable, its figure inside the brush, or NIDA_MONEY_NONE where that is not known, and
 * the mark stays as it is; @compared: the same inside a second selection, or NULL. Of two each has half of a mark, the first
 * that nearer to the start or the top, in a colour of its own, the second with an edge; of a line each has one of its own, the
 * second a double one; a legend of the hues that they take names them instead, where they have @names (or NULL). Transfer full:
 * a picture to paint; marks are found in it as in @scene. */
NidaScene *nida_scene_brushed    (NidaScene *scene, GArray *brushables, const NidaMoney *inside, const NidaMoney *compared,
                                  const NidaSelectionNames *names);
/* What two selections are called, in one row at the start of @room, on @picture, which nobody has seen yet. */
void       nida_scene_name_selections (NidaScene *picture, NidaBox room, const NidaSelectionNames *names);
/* @picture, which nobody has seen yet, names two selections that have its colours, where no legend does it: in the lines of its
 * subtitle. */
void       nida_scene_name_in_subtitle (NidaScene *picture, const NidaSelectionNames *names);
/* The colour of the first of two selections; that of the second is NIDA_COLOR_COMPARED. */
#define NIDA_COLOR_SELECTION     NIDA_COLOR_RECEIVED
/* @picture, which nobody has seen yet, says what the subtitle of @words says, there and in its description. */
void       nida_scene_take_words (NidaScene *picture, NidaScene *words);
/* The description of @picture, which nobody has seen yet, begins with @sentence; NULL adds nothing. */
void       nida_scene_say_first  (NidaScene *picture, const char *sentence);
/* What of @mark is inside; NIDA_MONEY_NONE where it is none of them (or NULL), or nothing is known. */
NidaMoney  nida_brushed_mark    (GArray *brushables, const NidaMoney *inside, const NidaMark *mark);
/* What of @node is inside, by the same figures: of its own, or of those that it follows; NIDA_MONEY_NONE where none is known. */
NidaMoney  nida_brushed_figure   (GArray *brushables, const NidaMoney *inside, const NidaNode *node);
/* The share of @whole that is @inside, from 0 to 1. */
double     nida_brushed_share    (NidaMoney inside, NidaMoney whole);

G_END_DECLS
