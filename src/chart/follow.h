/* How a shape that is no bar follows figures under a brush: the corners of a line, the edge of an area, one of the squares of
 * a part. Brushed.c draws it; a recipe says it, and nothing of it is seen without a brush. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* A corner that stands for the sum of @n figures from @first on; @foot: the height at which a sum of zero stands. */
typedef struct {
  double foot;
  guint  first, n;
} NidaFollowPoint;

/**
 * NidaFollow:
 *
 * @marks: (element-type NidaMark): the figures; they may be those of other nodes, or of none
 * @points: (element-type NidaFollowPoint): of a line or a circle each of its points; of a polygon those of its first half,
 * over which the second half runs back along their feet. Without any, the shape is cut from its base like a bar
 * @unit: points in height of a thousandth
 * @from, @to: what part of the sum of all figures the shape stands for, from 0 to 1; the third of four squares: 0.5 to 0.75.
 * With both at 1 it only pales, where not all of the figures is inside
 */
struct _NidaFollow {
  GPtrArray *marks;
  GArray    *points;
  double     unit;
  double     from, to;
};

/* Replaces what @node has followed; valid until another node is added. */
NidaFollow *nida_node_follow       (NidaNode *node, double unit);
void        nida_follow_mark       (NidaFollow *self, NidaMark *mark);          /* refs @mark */
void        nida_follow_point      (NidaFollow *self, double foot, guint first, guint n);
/* @part: of @n equal ones */
void        nida_follow_part       (NidaFollow *self, guint part, guint n);
/* Nothing of the shape is any figure: it pales with @mark, or those of several calls, unless all of them is inside. */
void        nida_node_pale_with    (NidaNode *node, NidaMark *mark);
NidaFollow *nida_follow_copy_moved (const NidaFollow *self, double down);
void        nida_follow_free       (NidaFollow *self);

G_END_DECLS
