/* Greedy label placing: in order of importance, the first candidate that touches nothing. What finds no place and must
 * be said gets a number on the mark and a line in a key. */
#include "config.h"

#include "labels.h"

/**
 * nida_box_overlaps:
 * @a: a box
 * @b: a box
 *
 * Returns: whether they share more than an edge
 */
gboolean
nida_box_overlaps (NidaBox a,
                   NidaBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * nida_box_contains:
 * @outer: a box
 * @inner: a box
 *
 * Returns: whether @inner lies inside @outer, up to rounding
 */
gboolean
nida_box_contains (NidaBox outer,
                   NidaBox inner)
{
  const double slack = 1e-6;

  return inner.x >= outer.x - slack && inner.y >= outer.y - slack
         && inner.x + inner.width <= outer.x + outer.width + slack
         && inner.y + inner.height <= outer.y + outer.height + slack;
}

/**
 * nida_label_add_around:
 * @label: a label with its target
 * @width: of its text
 * @height: of its text
 * @distance: from the target in points
 *
 * Add places: above, beside, further up, below.
 */
void
nida_label_add_around (NidaLabel *label,
                       double     width,
                       double     height,
                       double     distance)
{
  double x = label->target.x, y = label->target.y;
  double middle = x - width / 2.0;
  NidaBox boxes[] = {
    { middle, y - distance - height, width, height },
    { x + distance, y - height / 2.0, width, height },
    { x - distance - width, y - height / 2.0, width, height },
    { x + distance, y - distance - height, width, height },
    { x - distance - width, y - distance - height, width, height },
    { middle, y - 2.0 * distance - 2.0 * height, width, height },
    { x + 2.0 * distance, y - 2.0 * distance - 2.0 * height, width, height },
    { x - 2.0 * distance - width, y - 2.0 * distance - 2.0 * height, width, height },
    { middle, y - 3.0 * distance - 3.0 * height, width, height },
    { middle, y + distance, width, height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes) && label->n_candidates < NIDA_MAX_CANDIDATES; i++)
    label->candidates[label->n_candidates++] = boxes[i];
}

/* A label that sticks out is moved in rather than given up. */
static NidaBox
move_inside (NidaBox box,
             NidaBox bounds)
{
  box.x = CLAMP (box.x, bounds.x, MAX (bounds.x, bounds.x + bounds.width - box.width));
  box.y = CLAMP (box.y, bounds.y, MAX (bounds.y, bounds.y + bounds.height - box.height));

  return box;
}

static gboolean
is_free (NidaBox          box,
         const NidaLabel *labels,
         guint            n,
         const NidaBox   *obstacles,
         guint            n_obstacles,
         NidaBox          bounds)
{
  if (!nida_box_contains (bounds, box))
    return FALSE;

  for (guint i = 0; i < n_obstacles; i++)
    if (nida_box_overlaps (box, obstacles[i]))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (labels[i].placed && nida_box_overlaps (box, labels[i].box))
      return FALSE;

  return TRUE;
}

/**
 * nida_labels_place:
 * @labels: (array length=n): with candidates, the most important first
 * @n: how many
 * @obstacles: (array length=n_obstacles) (nullable): what must stay visible
 * @n_obstacles: how many
 * @bounds: where labels may lie
 *
 * Fill in @placed, @box and @number. Placed labels touch neither each other nor an obstacle.
 */
void
nida_labels_place (NidaLabel     *labels,
                   guint          n,
                   const NidaBox *obstacles,
                   guint          n_obstacles,
                   NidaBox        bounds)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    {
      NidaLabel *label = &labels[i];

      label->placed = FALSE;
      label->number = 0;
      for (guint c = 0; c < label->n_candidates && !label->placed; c++)
        {
          NidaBox box = move_inside (label->candidates[c], bounds);

          if (is_free (box, labels, i, obstacles, n_obstacles, bounds))
            {
              label->box = box;
              label->placed = TRUE;
            }
        }
      if (!label->placed && label->must)
        label->number = ++number;
    }
}

/**
 * nida_labels_spread:
 * @centres: (array length=n) (inout): wanted places, ascending; answered with free ones
 * @heights: (array length=n): of the labels
 * @n: how many
 * @span: where they may lie
 *
 * The least squares of all moves: isotonic regression (pool adjacent violators) of the places with the heights of the
 * labels before them taken off.
 *
 * Returns: %FALSE when they do not fit; @centres is then unchanged
 */
gboolean
nida_labels_spread (double       *centres,
                    const double *heights,
                    guint         n,
                    NidaSpan      span)
{
  g_autofree double *offsets = g_new0 (double, MAX (n, 1));
  g_autofree double *means = g_new0 (double, MAX (n, 1));
  g_autofree guint *counts = g_new0 (guint, MAX (n, 1));
  double lowest, highest;
  guint blocks = 0;

  if (n == 0)
    return TRUE;

  for (guint i = 1; i < n; i++)
    offsets[i] = offsets[i - 1] + (heights[i - 1] + heights[i]) / 2.0;
  lowest = span.start + heights[0] / 2.0;
  highest = span.end - heights[n - 1] / 2.0 - offsets[n - 1];
  if (highest < lowest - 1e-6)        /* they may fill it to the point */
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      means[blocks] = centres[i] - offsets[i];
      counts[blocks] = 1;
      for (blocks++; blocks > 1 && means[blocks - 2] > means[blocks - 1]; blocks--)
        {
          guint sum = counts[blocks - 2] + counts[blocks - 1];

          means[blocks - 2] = (means[blocks - 2] * counts[blocks - 2] + means[blocks - 1] * counts[blocks - 1]) / sum;
          counts[blocks - 2] = sum;
        }
    }

  for (guint block = 0, i = 0; block < blocks; block++)
    for (guint k = 0; k < counts[block]; k++, i++)
      centres[i] = CLAMP (means[block], lowest, highest) + offsets[i];

  return TRUE;
}
