/* Lines over time, one a name. What is a level of each period (a requirement, a share, a gap) is a point a period, joined
 * to the next; money that came is a step, since nothing is known of the days between two sums. What nobody recorded is a
 * gap in the line, not a zero. */
#include "config.h"

#include "chart-traits.h"
#include "follow.h"
#include "no-figure.h"
#include "time-plot.h"
#include "translate.h"

#define LINE_WIDTH  2.0
#define DOT         3.5
#define HIT         7.0       /* of a mark around a step, in points at scale 1 */

static NidaColor
stroke_of (const NidaTimePlot *self,
           guint               row)
{
  const NidaLegendItem *style = &self->styles[row];

  return style->stroke != NIDA_COLOR_NONE ? style->stroke : style->fill;
}

/* Each corner stands for the figure of its period. */
static void
follow_marks (NidaTimePlot  *self,
              NidaNode      *line,
              NidaMark     **marks,
              guint          n)
{
  NidaFollow *follow = nida_node_follow (line, nida_time_plot_unit (self));
  double zero = nida_time_plot_y (self, 0);

  for (guint i = 0; i < n; i++)
    {
      nida_follow_mark (follow, marks[i]);
      for (guint corner = 0; corner < line->n_points / n; corner++)
        nida_follow_point (follow, zero, i, 1);
    }
}

/* The line from period @from up to @to, all of them recorded. */
static void
emit_run (NidaTimePlot  *self,
          guint          row,
          NidaMark     **marks,
          guint          from,
          guint          to)
{
  gboolean level = nida_measure_is_of_needs (self->cross->measure);
  guint n = to - from, n_points = 0;
  g_autofree NidaPoint *points = g_new (NidaPoint, 2 * n);
  g_autofree char *key = nida_time_plot_key (self, "line", row, from);
  NidaNode *node;

  for (guint i = from; i < to; i++)
    {
      NidaSpan span = nida_time_plot_span (self, i);
      double y = nida_time_plot_y (self, nida_time_plot_value (self, row, i));

      if (level)
        points[n_points++] = (NidaPoint) { (span.start + span.end) / 2, y };
      else
        {
          points[n_points++] = (NidaPoint) { span.start, y };
          points[n_points++] = (NidaPoint) { span.end, y };
        }
    }
  if (n_points < 2)
    return;
  nida_time_plot_flip (self, points, n_points);
  node = nida_scene_builder_polyline (self->recipe->scene, key, points, n_points, stroke_of (self, row),
                                      nida_recipe_px (self->recipe, LINE_WIDTH));
  node->dash = self->styles[row].dash;
  follow_marks (self, node, marks + from, n);
}

/* What the pointer and the keyboard find: a dot on a level, the place around a step. */
static void
emit_mark (NidaTimePlot *self,
           guint         row,
           guint         period,
           NidaMark     *mark)
{
  NidaSpan span = nida_time_plot_span (self, period);
  double y = nida_time_plot_y (self, nida_time_plot_value (self, row, period)), hit = nida_recipe_px (self->recipe, HIT);
  g_autofree char *key = nida_time_plot_key (self, "cell", row, period);
  NidaNode *node;

  if (nida_measure_is_of_needs (self->cross->measure))
    {
      NidaFollow *follow;

      node = nida_time_frame_circle (&self->frame, key, (NidaPoint) { (span.start + span.end) / 2, y },
                                     MIN (nida_recipe_px (self->recipe, DOT), (span.end - span.start) / 2), stroke_of (self, row));
      follow = nida_node_follow (node, nida_time_plot_unit (self));
      nida_follow_mark (follow, mark);
      nida_follow_point (follow, nida_time_plot_y (self, 0), 0, 1);
    }
  else
    node = nida_time_frame_rect (&self->frame, key, (NidaBox) { span.start, y - hit / 2, span.end - span.start, hit },
                                 NIDA_COLOR_NONE);
  nida_scene_builder_mark (node, mark);
}

static void
emit_row (NidaTimePlot *self,
          guint         row)
{
  g_autofree NidaMark **marks = g_new0 (NidaMark *, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    if (nida_time_plot_value (self, row, i) != NIDA_MONEY_NONE)
      marks[i] = nida_cross_mark (self->cross, row, self->first + i);
  for (guint i = 0; i < self->n;)
    {
      guint end = i;

      while (end < self->n && nida_time_plot_value (self, row, end) != NIDA_MONEY_NONE)
        end++;
      if (end > i)
        emit_run (self, row, marks, i, end);
      i = end + 1;
    }
  for (guint i = 0; i < self->n; i++)
    if (marks[i] != NULL)
      emit_mark (self, row, i, marks[i]);
}

/* Adds the labels and returns what the axis must hold. */
static void
train (NidaTimePlot *self,
       NidaMoney    *min,
       NidaMoney    *max)
{
  *min = *max = 0;
  for (guint row = 0; row < self->cross->rows->len; row++)
    {
      NidaMoney last = NIDA_MONEY_NONE;

      for (guint i = 0; i < self->n; i++)
        {
          NidaMoney value = nida_time_plot_value (self, row, i);

          if (value == NIDA_MONEY_NONE)
            continue;
          *min = MIN (*min, value);
          *max = MAX (*max, value);
          last = value;
        }
      /* a line that ended earlier is named at the height where it ended, without a figure of now */
      if (last != NIDA_MONEY_NONE)
        nida_time_plot_add_label (self, row, nida_time_plot_value (self, row, self->n - 1), last);
    }
}

static void
draw (NidaRecipe *recipe,
      NidaCross  *cross)
{
  NidaTimePlot self;
  NidaMoney min, max;

  nida_time_plot_init (&self, recipe, cross, NIDA_SWATCH_LINE);
  train (&self, &min, &max);
  nida_time_plot_lay_out (&self, min, max);
  nida_time_plot_emit_back (&self);
  for (guint row = cross->rows->len; row-- > 0;)
    emit_row (&self, row);
  nida_time_plot_emit_front (&self);
  nida_time_plot_clear (&self);
}

/* The largest names; what is no name has no line of its own, which the subtitle says. */
static char *
make_subtitle (const NidaCross *cross,
               guint            shown)
{
  NidaLanguage *language = cross->recipe->context->language;
  guint names = nida_cross_n_names (cross);
  g_autofree char *count = nida_noun_count (language, cross->row_noun, names);
  g_autofree char *n = nida_language_integer (language, shown);
  /* Translators: how many lines of how many names: "the 5 largest of 194 donors" */
  g_autofree char *some = g_strdup_printf (_("the %1$s largest of %2$s"), n, count);

  return nida_cross_subtitle (cross, shown < names ? some : count);
}

void
nida_line_build (NidaRecipe *recipe)
{
  guint most = CLAMP (recipe->spec->top > 0 ? recipe->spec->top : nida_time_plot_usual_names (recipe), 1, NIDA_PLOT_MAX_SERIES);
  g_autoptr (NidaCross) whole = nida_cross_new (recipe);
  g_autoptr (NidaCross) shown = nida_cross_names (whole, most);
  g_autofree char *title = nida_time_plot_title (whole, TRUE), *note = nida_time_plot_note (whole);
  g_autofree char *subtitle = make_subtitle (whole, nida_cross_n_names (shown));
  g_autofree char *description = nida_time_plot_describe (whole, _("Lines over time, %1$s: %2$s."));

  nida_recipe_frame (recipe, title, subtitle, note);
  if (shown->rows->len == 0 || !nida_cross_has_period (shown))
    nida_recipe_message (recipe, nida_no_figure_dated_reason (recipe));
  else
    {
      draw (recipe, shown);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_cross_table (recipe);
}
