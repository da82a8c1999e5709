/* Parts of a sum over time, one on the other: the five largest names, the others, what names several or none. Each period
 * is a flat step, since nothing is known of the days between two sums. Corrections, which are below zero, hang from the foot as they
 * do in stacked columns. What cannot be stacked says so. */
#include "config.h"

#include "follow.h"
#include "no-figure.h"
#include "time-plot.h"
#include "translate.h"

#define MOST_NAMES 5
#define EDGE_ROOM  5.0     /* points of a period: in narrower ones the hairs at both sides would take most of the hue */

static gboolean
is_below (NidaMoney value)
{
  return value != NIDA_MONEY_NONE && value < 0;
}

/* The foot, which is the end nearer to zero, and the top of a part in the stack of its period, or in what hangs below that. */
static void
stack (const NidaTimePlot *self,
       guint               row,
       guint               period,
       NidaMoney          *foot,
       NidaMoney          *top)
{
  gboolean below = is_below (nida_time_plot_value (self, row, period));

  *foot = 0;
  for (guint i = 0; i < row; i++)
    if (is_below (nida_time_plot_value (self, i, period)) == below)
      *foot = nida_money_plus (*foot, nida_time_plot_value (self, i, period));
  *top = nida_money_plus (*foot, nida_time_plot_value (self, row, period));
}

/* The upper edge follows the figures of the periods; where nothing is recorded it lies on the lower one. */
static void
follow_marks (NidaTimePlot  *self,
              NidaNode      *area,
              NidaMark     **marks)
{
  NidaFollow *follow = nida_node_follow (area, nida_time_plot_unit (self));

  for (guint i = 0; i < self->n; i++)
    {
      if (marks[i] != NULL)
        nida_follow_mark (follow, marks[i]);
      for (guint corner = 0; corner < 2; corner++)
        nida_follow_point (follow, area->points[area->n_points - 1 - 2 * i - corner].y,
                           follow->marks->len - (marks[i] != NULL), marks[i] != NULL);
    }
}

/* All periods are as wide as the first. */
static gboolean
has_room_for_edges (const NidaTimePlot *self)
{
  NidaSpan span = nida_time_plot_span (self, 0);

  return !self->bare && span.end - span.start >= nida_recipe_px (self->recipe, EDGE_ROOM);
}

/* A staircase there and back. */
static void
emit_area (NidaTimePlot  *self,
           guint          row,
           NidaMark     **marks)
{
  g_autofree NidaPoint *points = g_new (NidaPoint, 4 * self->n);
  g_autofree char *key = g_strconcat ("area/", nida_cross_row (self->cross, row)->key, NULL);
  NidaNode *node;

  for (guint i = 0; i < self->n; i++)
    {
      NidaSpan span = nida_time_plot_span (self, i);
      NidaMoney foot, top;
      NidaPoint *back = &points[4 * self->n - 2 - 2 * i];

      stack (self, row, i, &foot, &top);
      points[2 * i] = (NidaPoint) { span.start, nida_time_plot_y (self, top) };
      points[2 * i + 1] = (NidaPoint) { span.end, nida_time_plot_y (self, top) };
      back[1] = (NidaPoint) { span.start, nida_time_plot_y (self, foot) };
      back[0] = (NidaPoint) { span.end, nida_time_plot_y (self, foot) };
    }
  nida_time_plot_flip (self, points, 4 * self->n);
  node = nida_scene_builder_polygon (self->recipe->scene, key, points, 4 * self->n, self->styles[row].fill);
  nida_legend_item_apply (&self->styles[row], node);
  follow_marks (self, node, marks);
  if (!has_room_for_edges (self) && node->pattern == NIDA_PATTERN_SOLID)
    node->stroke = NIDA_COLOR_NONE;
  else if (self->styles[row].stroke == NIDA_COLOR_NONE)
    {
      node->stroke = NIDA_COLOR_CARD;          /* a hair between neighbours */
      node->line_width = nida_recipe_px (self->recipe, 0.75);
    }
}

/* The hair around areas of no height would cover the line of zero. */
static void
emit_foot (NidaTimePlot *self)
{
  double y = nida_time_plot_y (self, 0);

  nida_time_frame_line (&self->frame, "axis/foot", (NidaPoint) { self->grid.x, y },
                        (NidaPoint) { self->grid.x + self->grid.width, y }, NIDA_COLOR_AXIS, nida_recipe_px (self->recipe, 1.5));
}

/* Takes @marks. */
static void
emit_marks (NidaTimePlot  *self,
            guint          row,
            NidaMark     **marks)
{
  for (guint i = 0; i < self->n; i++)
    {
      NidaSpan span = nida_time_plot_span (self, i);
      g_autofree char *key = nida_time_plot_key (self, "cell", row, i);
      NidaMoney foot, top;
      double y, height;

      if (marks[i] == NULL)
        continue;
      stack (self, row, i, &foot, &top);
      y = nida_time_plot_y (self, MAX (foot, top));
      height = nida_time_plot_y (self, MIN (foot, top)) - y;
      nida_scene_builder_mark (nida_time_frame_rect (&self->frame, key, (NidaBox) { span.start, y, span.end - span.start, height }, NIDA_COLOR_NONE),
                               marks[i]);
    }
}

/* By row and period; NULL where nothing is recorded. */
static NidaMark **
make_marks (const NidaTimePlot *self)
{
  NidaMark **marks = g_new0 (NidaMark *, self->cross->rows->len * self->n + 1);

  for (guint row = 0; row < self->cross->rows->len; row++)
    for (guint i = 0; i < self->n; i++)
      if (nida_time_plot_value (self, row, i) != NIDA_MONEY_NONE)
        marks[row * self->n + i] = nida_cross_mark (self->cross, row, self->first + i);
  return marks;
}

/* The middle of the part at the newest end; how far the stacks reach. */
static void
train (NidaTimePlot *self,
       NidaMoney    *min,
       NidaMoney    *max)
{
  NidaMoney foot, top;

  *min = *max = 0;
  for (guint i = 0; i < self->n; i++)
    for (guint row = 0; row < self->cross->rows->len; row++)
      {
        stack (self, row, i, &foot, &top);
        *min = MIN (*min, top);
        *max = MAX (*max, top);
      }
  for (guint row = 0; row < self->cross->rows->len; row++)
    {
      stack (self, row, self->n - 1, &foot, &top);
      nida_time_plot_add_label (self, row, nida_time_plot_value (self, row, self->n - 1), foot + (top - foot) / 2);
    }
}

static void
draw (NidaRecipe *recipe,
      NidaCross  *cross)
{
  g_autofree NidaMark **marks = NULL;
  NidaTimePlot self;
  NidaMoney min, max;

  nida_time_plot_init (&self, recipe, cross, NIDA_SWATCH_BOX);
  marks = make_marks (&self);
  train (&self, &min, &max);
  nida_time_plot_lay_out (&self, min, max);
  nida_time_plot_emit_back (&self);
  for (guint row = 0; row < cross->rows->len; row++)
    emit_area (&self, row, marks + row * self.n);
  emit_foot (&self);
  for (guint row = 0; row < cross->rows->len; row++)
    emit_marks (&self, row, marks + row * self.n);
  nida_time_plot_emit_front (&self);
  nida_time_plot_clear (&self);
}

static const char *
refusal (const NidaCross *cross)
{
  if (cross->rows->len == 0 || !nida_cross_has_period (cross))
    return nida_no_figure_dated_reason (cross->recipe);
  if (!cross->additive)
    return _("Shares do not add up to a whole, so they cannot be stacked. Lines show them.");
  return NULL;
}

/* In a small chart the others, what names several and what names none need a label each, too. */
static guint
usual_names (NidaRecipe *recipe)
{
  guint lines = nida_time_plot_usual_names (recipe);

  return lines < MOST_NAMES ? lines - 1 : MOST_NAMES;
}

void
nida_area_build (NidaRecipe *recipe)
{
  guint most = CLAMP (recipe->spec->top > 0 ? recipe->spec->top : usual_names (recipe), 1, MOST_NAMES);
  g_autoptr (NidaCross) whole = nida_cross_new (recipe);
  g_autoptr (NidaCross) shown = nida_cross_fold (whole, most, G_MAXUINT);
  gboolean refused = refusal (shown) != NULL;
  g_autofree char *title = nida_time_plot_title (whole, !refused), *note = nida_time_plot_note (whole);
  g_autofree char *count = nida_noun_count (recipe->context->language, whole->row_noun, nida_cross_n_names (whole));
  g_autofree char *subtitle = nida_cross_subtitle (whole, count);
  g_autofree char *description = nida_time_plot_describe (whole, _("Stacked areas over time, %1$s: %2$s."));

  nida_recipe_frame (recipe, title, subtitle, note);
  if (refused)
    nida_recipe_message (recipe, refusal (shown));
  else
    {
      draw (recipe, shown);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_cross_table (recipe);
}
