/* Greedy label placing: in order of importance, the first candidate that touches nothing. What finds no place and must
 * be said gets a number on the mark and a line in a key. */
#include "config.h"

#include "labels.h"

#include <math.h>

#define DOT_RADIUS 8.0      /* of a number, at scale 1 */
#define KEY_GAP   18.0

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

static NidaFont
bold_of (NidaFont font)
{
  switch (font)
    {
    case NIDA_FONT_LABEL: return NIDA_FONT_LABEL_BOLD;
    case NIDA_FONT_VALUE: return NIDA_FONT_VALUE_BOLD;
    default: return font;
    }
}

static NidaFont
line_font (const NidaLabel *label,
           guint            line)
{
  return label->bold_first && line == 0 ? bold_of (label->font) : label->font;
}

/**
 * nida_label_measure:
 * @recipe: a recipe
 * @label: a label with its text
 * @width: (out): in points
 * @height: (out): in points
 */
void
nida_label_measure (NidaRecipe *recipe,
                    NidaLabel  *label,
                    double     *width,
                    double     *height)
{
  g_auto (GStrv) lines = g_strsplit (label->text, "\n", -1);

  *width = 0.0;
  for (guint i = 0; lines[i] != NULL; i++)
    *width = MAX (*width, nida_recipe_text_width (recipe, lines[i], line_font (label, i)));
  *height = g_strv_length (lines) * nida_recipe_line (recipe, label->font);
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

static void
emit_leader (NidaRecipe      *recipe,
             const NidaLabel *label)
{
  NidaBox box = label->box;
  double gap = nida_recipe_px (recipe, 3.0);
  NidaPoint near = { CLAMP (label->target.x, box.x - gap, box.x + box.width + gap),
                     CLAMP (label->target.y, box.y, box.y + box.height) };
  g_autofree char *key = g_strdup_printf ("label/%s/leader", label->id);

  if (hypot (near.x - label->target.x, near.y - label->target.y) < 2.0 * gap)
    return;

  nida_scene_builder_line (recipe->scene, key, near, label->target, NIDA_COLOR_AXIS, nida_recipe_px (recipe, 1.0));
}

static void
emit_text (NidaRecipe      *recipe,
           const NidaLabel *label)
{
  g_auto (GStrv) lines = g_strsplit (label->text, "\n", -1);
  double line = nida_recipe_line (recipe, label->font);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *key = i == 0 ? g_strdup_printf ("label/%s", label->id)
                                    : g_strdup_printf ("label/%s/%u", label->id, i + 1);

      nida_recipe_text (recipe, key, label->box.x, label->box.y + i * line, label->box.width, line_font (label, i),
                        label->color, label->anchor, lines[i])->halo = TRUE;
    }
}

static void
emit_number (NidaRecipe *recipe,
             const char *id,
             guint       number,
             NidaPoint   centre)
{
  double radius = nida_recipe_px (recipe, DOT_RADIUS);
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD);
  g_autofree char *dot_key = g_strdup_printf ("note/%s/dot", id);
  g_autofree char *key = g_strdup_printf ("note/%s/number", id);
  g_autofree char *digits = nida_language_integer (recipe->context->language, number);

  nida_scene_builder_circle (recipe->scene, dot_key, centre, radius, NIDA_COLOR_TEXT);
  nida_recipe_text (recipe, key, centre.x - radius, centre.y - line / 2.0, 2.0 * radius, NIDA_FONT_VALUE_BOLD,
                    NIDA_COLOR_CARD, NIDA_ANCHOR_MIDDLE, digits);
}

/**
 * nida_labels_emit:
 * @recipe: a recipe
 * @labels: (array length=n): placed
 * @n: how many
 */
void
nida_labels_emit (NidaRecipe      *recipe,
                  const NidaLabel *labels,
                  guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      if (labels[i].placed && labels[i].leader)
        emit_leader (recipe, &labels[i]);
      if (labels[i].placed)
        emit_text (recipe, &labels[i]);
      else if (labels[i].number > 0)
        emit_number (recipe, labels[i].id, labels[i].number, labels[i].target);
    }
}

/* The text of a label on one line. */
static char *
key_text (const NidaLabel *label)
{
  return g_strdelimit (g_strdup (label->text), "\n", ' ');
}

/* Walks the rows of the key; draws when @draw. Returns the height. */
static double
lay_key (NidaRecipe      *recipe,
         const NidaLabel *labels,
         guint            n,
         NidaPoint        origin,
         double           width,
         gboolean         draw)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_LABEL);
  double dot = nida_recipe_px (recipe, 2.0 * DOT_RADIUS + 4.0);
  double x = 0.0, y = 0.0;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = key_text (&labels[i]);
      double wanted = MIN (dot + nida_recipe_text_width (recipe, text, NIDA_FONT_SOURCE), width);

      if (labels[i].number == 0)
        continue;

      if (x > 0.0 && x + wanted > width)
        {
          x = 0.0;
          y += line;
        }
      if (draw)
        {
          g_autofree char *id = g_strdup_printf ("%s/key", labels[i].id);
          g_autofree char *key = g_strdup_printf ("note/%s/text", id);
          NidaPoint centre = { origin.x + x + nida_recipe_px (recipe, DOT_RADIUS), origin.y + y + line / 2.0 };

          emit_number (recipe, id, labels[i].number, centre);
          nida_recipe_text (recipe, key, origin.x + x + dot, centre.y - nida_recipe_line (recipe, NIDA_FONT_SOURCE) / 2.0,
                            wanted - dot, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, text);
        }
      x += wanted + nida_recipe_px (recipe, KEY_GAP);
      any = TRUE;
    }

  return any ? y + line : 0.0;
}

/**
 * nida_labels_key_height:
 * @recipe: a recipe
 * @labels: (array length=n): placed
 * @n: how many
 * @width: room in points
 *
 * Returns: points that the key of the numbered labels takes, 0 when there are none
 */
double
nida_labels_key_height (NidaRecipe      *recipe,
                        const NidaLabel *labels,
                        guint            n,
                        double           width)
{
  return lay_key (recipe, labels, n, (NidaPoint) { 0 }, width, FALSE);
}

/**
 * nida_labels_key_emit:
 * @recipe: a recipe
 * @labels: (array length=n): placed
 * @n: how many
 * @x: start edge
 * @y: top
 * @width: room in points
 *
 * Returns: its height in points
 */
double
nida_labels_key_emit (NidaRecipe      *recipe,
                      const NidaLabel *labels,
                      guint            n,
                      double           x,
                      double           y,
                      double           width)
{
  return lay_key (recipe, labels, n, (NidaPoint) { x, y }, width, TRUE);
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
  if (highest < lowest)
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
