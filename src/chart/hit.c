/* Which mark is under the pointer. Works on the finished scene, so that what is hit is what is seen. */
#include "config.h"

#include "hit.h"

#include "translate.h"

#include <math.h>

#define ARC_STEPS 64     /* straight pieces of an arc, which even of a whole ring are within a thousandth of its radius */

static double
distance_to_box (NidaBox box,
                 double  x,
                 double  y)
{
  double dx = MAX (MAX (box.x - x, x - box.x - box.width), 0.0);
  double dy = MAX (MAX (box.y - y, y - box.y - box.height), 0.0);

  return hypot (dx, dy);
}

static double
distance_to_segment (NidaPoint a,
                     NidaPoint b,
                     double    x,
                     double    y)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0.0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0) : 0.0;

  return hypot (x - a.x - t * dx, y - a.y - t * dy);
}

static double
distance_to_edges (const NidaNode *node,
                   double          x,
                   double          y,
                   gboolean        closed)
{
  double nearest = INFINITY;
  guint n = closed ? node->n_points : node->n_points - 1;

  for (guint i = 0; node->n_points > 1 && i < n; i++)
    nearest = MIN (nearest, distance_to_segment (node->points[i], node->points[(i + 1) % node->n_points], x, y));

  return nearest;
}

/* The even-odd rule. */
static gboolean
polygon_contains (const NidaNode *node,
                  double          x,
                  double          y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = node->n_points - 1; i < node->n_points; j = i++)
    {
      NidaPoint a = node->points[i], b = node->points[j];

      if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }

  return inside;
}

static double
distance_to_sector (const NidaNode *node,
                    double          x,
                    double          y)
{
  double dx = x - node->points[0].x, dy = y - node->points[0].y;
  double radius = hypot (dx, dy);
  double angle = atan2 (dx, -dy);      /* clockwise from 12 */
  double from = fmod (node->from, 2.0 * G_PI);
  double turn = fmod (angle - from + 4.0 * G_PI, 2.0 * G_PI);

  if (turn > node->to - node->from)
    return INFINITY;

  return MAX (MAX (node->inner - radius, radius - node->outer), 0.0);
}

static double
distance_to_node (const NidaNode *node,
                  double          x,
                  double          y)
{
  switch (node->shape)
    {
    case NIDA_SHAPE_LINE:
      return distance_to_edges (node, x, y, FALSE);
    case NIDA_SHAPE_POLYGON:
      return polygon_contains (node, x, y) ? 0.0 : distance_to_edges (node, x, y, TRUE);
    case NIDA_SHAPE_CIRCLE:
      return MAX (hypot (x - node->box.x - node->box.width / 2.0, y - node->box.y - node->box.height / 2.0)
                  - node->box.width / 2.0, 0.0);
    case NIDA_SHAPE_SECTOR:
      return distance_to_sector (node, x, y);
    default:
      return distance_to_box (node->box, x, y);
    }
}

/**
 * nida_scene_hit:
 * @scene: a scene
 * @x: in points
 * @y: in points
 * @slack: how far beside a mark still counts, for small marks and fingers
 *
 * Returns: (transfer none) (nullable): the topmost mark at the point, else the nearest within @slack
 */
const NidaNode *
nida_scene_hit (NidaScene *scene,
                double     x,
                double     y,
                double     slack)
{
  const NidaNode *nearest = NULL;
  double best = slack;

  for (guint i = nida_scene_get_n_nodes (scene); i > 0; i--)
    {
      const NidaNode *node = nida_scene_get_node (scene, i - 1);
      double distance;

      if (node->mark == NULL)
        continue;

      distance = distance_to_node (node, x, y);
      if (distance == 0.0)
        return node;
      if (distance <= best && (nearest == NULL || distance < best))
        {
          best = distance;
          nearest = node;
        }
    }

  return nearest;
}

/* --- a box --- */

/* The part of a ring as a polygon: along the rim, and back along the hole. */
static GArray *
sector_outline (const NidaNode *node)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (NidaPoint));

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i <= ARC_STEPS; i++)
      {
        double part = (side == 0 ? i : ARC_STEPS - i) / (double) ARC_STEPS;
        double angle = node->from + part * (node->to - node->from), radius = side == 0 ? node->outer : node->inner;
        NidaPoint point = { node->points[0].x + radius * sin (angle), node->points[0].y - radius * cos (angle) };

        g_array_append_val (outline, point);
      }

  return outline;
}

/* Narrows @enter to @leave, of a way along one axis, to what lies between 0 and @size from @offset on. */
static gboolean
clip_way (double  offset,
          double  delta,
          double  size,
          double *enter,
          double *leave)
{
  double near, far;

  if (delta == 0.0)
    return offset >= 0.0 && offset <= size;
  near = MIN (-offset / delta, (size - offset) / delta);
  far = MAX (-offset / delta, (size - offset) / delta);
  *enter = MAX (*enter, near);
  *leave = MIN (*leave, far);

  return *enter <= *leave;
}

static gboolean
segment_touches (NidaPoint a,
                 NidaPoint b,
                 NidaBox   box)
{
  double enter = 0.0, leave = 1.0;

  return clip_way (a.x - box.x, b.x - a.x, box.width, &enter, &leave)
         && clip_way (a.y - box.y, b.y - a.y, box.height, &enter, &leave);
}

static gboolean
edges_touch (const NidaPoint *points,
             guint            n_points,
             gboolean         closed,
             NidaBox          box)
{
  for (guint i = 0; i + (closed ? 0 : 1) < n_points; i++)
    if (segment_touches (points[i], points[(i + 1) % n_points], box))
      return TRUE;

  return FALSE;
}

/* An edge crosses the box, or all of it is inside. */
static gboolean
polygon_touches (const NidaPoint *points,
                 guint            n_points,
                 NidaBox          box)
{
  const NidaNode polygon = { .points = (NidaPoint *) points, .n_points = n_points };

  return edges_touch (points, n_points, TRUE, box) || polygon_contains (&polygon, box.x, box.y);
}

static gboolean
sector_touches (const NidaNode *node,
                NidaBox         box)
{
  g_autoptr (GArray) outline = sector_outline (node);

  return polygon_touches ((const NidaPoint *) (gpointer) outline->data, outline->len, box);
}

gboolean
nida_node_touches (const NidaNode *node,
                   NidaBox         box)
{
  NidaBox own = node->box;

  switch (node->shape)
    {
    case NIDA_SHAPE_LINE:
      return edges_touch (node->points, node->n_points, FALSE, box);
    case NIDA_SHAPE_POLYGON:
      return polygon_touches (node->points, node->n_points, box);
    case NIDA_SHAPE_SECTOR:
      return sector_touches (node, box);
    case NIDA_SHAPE_CIRCLE:
      return distance_to_box (box, own.x + own.width / 2.0, own.y + own.height / 2.0) <= own.width / 2.0;
    default:
      return own.x <= box.x + box.width && box.x <= own.x + own.width && own.y <= box.y + box.height && box.y <= own.y + own.height;
    }
}

/* The box of a sector is that of its whole ring. */
NidaBox
nida_node_get_bounds (const NidaNode *node)
{
  g_autoptr (GArray) outline = NULL;
  NidaPoint first, last;

  if (node->shape != NIDA_SHAPE_SECTOR)
    return node->box;
  outline = sector_outline (node);
  first = last = g_array_index (outline, NidaPoint, 0);
  for (guint i = 1; i < outline->len; i++)
    {
      NidaPoint point = g_array_index (outline, NidaPoint, i);

      first = (NidaPoint) { MIN (first.x, point.x), MIN (first.y, point.y) };
      last = (NidaPoint) { MAX (last.x, point.x), MAX (last.y, point.y) };
    }

  return (NidaBox) { first.x, first.y, last.x - first.x, last.y - first.y };
}

/**
 * nida_mark_words:
 * @scene: a scene
 * @node: a mark of it
 * @state: (nullable): what has been done with it, in words: "selected: $4.5M of $17.1M"
 *
 * Returns: (transfer full): "Kuwait, Government of, $17.1M, 3 of 12", in the language that the thread speaks
 */
char *
nida_mark_words (NidaScene      *scene,
                 const NidaNode *node,
                 const char     *state)
{
  guint n = 0, place = 0;
  g_autofree char *position = NULL, *figure = NULL;
  const char *label, *value;

  g_return_val_if_fail (node != NULL && node->mark != NULL, NULL);

  label = nida_mark_get_label (node->mark);
  value = nida_mark_get_value (node->mark);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *other = nida_scene_get_node (scene, i);

      if (other->mark != NULL)
        n++;
      if (other == node)
        place = n;
    }

  /* Translators: place of a mark among all marks of a chart: "3 of 12" */
  position = g_strdup_printf (_("%u of %u"), place, n);
  if (state != NULL && *value != '\0')
    figure = g_strdup_printf (_("%s, %s"), value, state);
  else
    figure = g_strdup (state != NULL ? state : value);
  if (*figure == '\0')
    /* Translators: what a screen reader says of a mark without a figure: name, place */
    return g_strdup_printf (_("%s, %s"), label, position);

  /* Translators: what a screen reader says of a mark: name, figure, place */
  return g_strdup_printf (_("%s, %s, %s"), label, figure, position);
}
