/* Who is first, second, third in each period among all names; drawn are those that are the largest in the newest one.
 * One to three lines stand out, all others are grey; each is named where it begins and where it ends. */
#include "config.h"

#include "bump.h"

#include "follow.h"
#include "no-figure.h"
#include "translate.h"

#define HIGHLIGHTS      3
#define LABEL_SHARE     0.3     /* of the width, on each side, where the lines need all the rest */
#define LABEL_MOST      0.38
#define PERIOD_EASY    48.0     /* a width of periods beyond which names gain more from what is left */
#define ROW_MAX        60.0
#define DOT             4.5
#define ARROW_ROOM      5.0

/* --- looks --- */

/* The pinned name and the first of the newest period; all others are grey. */
static gboolean
stands_out (const NidaBump *self,
            guint           index)
{
  const char *pinned = self->recipe->spec->pinned;
  gboolean has_pinned = FALSE;

  for (guint i = 0; i < self->n_names; i++)
    has_pinned |= g_strcmp0 (pinned, nida_cross_row (self->cross, self->names[i])->key) == 0;
  if (g_strcmp0 (pinned, nida_cross_row (self->cross, self->names[index])->key) == 0)
    return TRUE;
  return index < HIGHLIGHTS - (has_pinned ? 1 : 0);
}

static NidaColor
color_of (const NidaBump *self,
          guint           index)
{
  return stands_out (self, index) ? nida_cross_hue (self->cross, self->names[index]) : NIDA_COLOR_OTHER;
}

/* --- places --- */

static NidaPoint
point_of (const NidaBump *self,
          guint           index,
          guint           period)
{
  double width = self->marks.width / self->n_periods;

  return (NidaPoint) { self->marks.x + (period + 0.5) * width, self->marks.y + (self->standings[index][period].place + 0.5) * self->pitch };
}

static void
add_label (NidaBump *self,
           guint     side,
           guint     index,
           guint     period)
{
  self->labels[side][self->n_labels[side]++] = (NidaEndLabel) {
    .id = nida_cross_row (self->cross, self->names[index])->key,
    .rank = nida_language_integer (self->recipe->context->language, self->standings[index][period].rank),
    .name = nida_bump_name (self, index),
    .value = side == 1 ? nida_recipe_value (self->recipe, self->cross->measure, nida_bump_value (self, self->names[index], period)) : NULL,
    .at = index,
    .color = color_of (self, index),
    .bold = stands_out (self, index),
  };
}

/* Half of the band of a period, so that the outer dots stand at their labels and the outer bands inside the chart: on either
 * side the wider of the two counts. */
static double
half_band (const NidaBump *self,
           const double   *labels,
           double          width)
{
  guint n = self->n_periods;
  double one_side = (width - MAX (labels[0], labels[1])) / (2 * n - 1);

  return MAX (MIN (MIN ((width - labels[0] - labels[1]) / (2 * (n - 1)), one_side), width / (2 * n)), 0);
}

/* The arrow of time reaches below the names at the newer end. */
static double
arrow_room (const NidaBump *self)
{
  return self->axis.cue ? nida_recipe_px (self->recipe, ARROW_ROOM) : 0;
}

static gboolean
lay_out (NidaBump *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaBox area = self->frame.area;
  double widths[2], dot = nida_recipe_px (recipe, DOT), half;
  /* few periods leave more of a wide chart to the names */
  double lines = (self->n_periods - 1) * nida_recipe_px (recipe, PERIOD_EASY), most = MIN (area.width * LABEL_MOST, (area.width - lines) / 2);

  for (guint i = 0; i < self->n_names; i++)
    {
      if (self->standings[i][0].rank > 0)
        add_label (self, 0, i, 0);
      add_label (self, 1, i, self->n_periods - 1);
    }
  nida_end_labels_share (recipe, (NidaEndLabel *[]) { self->labels[0], self->labels[1] }, self->n_labels, MAX (area.width * LABEL_SHARE, most), widths);
  half = half_band (self, widths, area.width - 2 * dot);
  self->marks = (NidaBox) { area.x + MAX (widths[0], half) + dot - half, area.y, 2 * half * self->n_periods, 0 };
  nida_period_axis_train (&self->axis, recipe, self->dates, self->n_periods, self->cross->step, self->marks.width,
                          recipe->context->as_of);
  self->marks.height = area.height - self->axis.height - arrow_room (self);
  self->pitch = MIN (self->marks.height / self->n_names, nida_recipe_px (recipe, ROW_MAX));
  if (self->pitch < nida_recipe_line (recipe, NIDA_FONT_VALUE) - 0.01 || half < nida_recipe_px (recipe, 6))
    return FALSE;
  self->marks.height = self->pitch * self->n_names;
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->n_labels[side]; i++)
        self->labels[side][i].y = point_of (self, (guint) self->labels[side][i].at, side == 0 ? 0 : self->n_periods - 1).y;
      if (!nida_end_labels_place (recipe, self->labels[side], self->n_labels[side], self->marks.y, self->marks.y + self->marks.height))
        return FALSE;
    }
  return TRUE;
}

/* --- marks --- */

/* A rank is no sum: under a brush a line only pales, where not all of its name is inside, and the dots show what of their figures
 * is. */
static void
emit_run (NidaBump  *self,
          guint      index,
          NidaMark **marks,
          guint      from,
          guint      to)
{
  g_autofree NidaPoint *points = g_new (NidaPoint, to - from);
  g_autofree char *key = g_strconcat ("line/", nida_cross_row (self->cross, self->names[index])->key, "|",
                                      nida_cross_column (self->cross, self->periods[from])->key, NULL);
  NidaNode *line;

  if (to - from < 2)
    return;
  for (guint i = from; i < to; i++)
    {
      points[i - from] = point_of (self, index, i);
      points[i - from].x = nida_time_frame_x (&self->frame, points[i - from].x);
    }
  line = nida_scene_builder_polyline (self->recipe->scene, key, points, to - from, color_of (self, index),
                                      nida_recipe_px (self->recipe, stands_out (self, index) ? 3 : 1.5));
  for (guint i = from; i < to; i++)
    nida_node_pale_with (line, marks[i]);
}

/* A period in which nothing is recorded is a gap, not the last place. */
static void
emit_line (NidaBump  *self,
           guint      index,
           NidaMark **marks)
{
  for (guint i = 0; i < self->n_periods;)
    {
      guint end = i;

      while (end < self->n_periods && marks[end] != NULL)
        end++;
      emit_run (self, index, marks, i, end);
      i = end + 1;
    }
}

/* NULL where nothing is recorded. */
static NidaMark *
make_mark (NidaBump *self,
           guint     index,
           guint     period)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *rank = nida_language_integer (language, self->standings[index][period].rank);
  g_autofree char *n = nida_language_integer (language, self->n_ranked[period]);
  g_autofree char *line = g_strdup_printf (_("Number %1$s of %2$s"), rank, n);
  NidaMark *mark;

  if (self->standings[index][period].rank == 0)
    return NULL;
  mark = nida_cross_mark (self->cross, self->names[index], self->periods[period]);
  nida_mark_add_line (mark, line);
  return mark;
}

/* Takes @marks. */
static void
emit_dots (NidaBump  *self,
           guint      index,
           NidaMark **marks)
{
  for (guint i = 0; i < self->n_periods; i++)
    {
      g_autofree char *key = g_strconcat ("cell/", nida_cross_row (self->cross, self->names[index])->key, "|",
                                          nida_cross_column (self->cross, self->periods[i])->key, NULL);
      NidaNode *dot;

      if (marks[i] == NULL)
        continue;
      dot = nida_time_frame_circle (&self->frame, key, point_of (self, index, i), nida_recipe_px (self->recipe, DOT),
                                    color_of (self, index));
      dot->base = NIDA_BASE_ANGLE;
      nida_scene_builder_mark (dot, marks[i]);
    }
}

static void
emit_name (NidaBump *self,
           guint     index)
{
  NidaMark *marks[NIDA_BUMP_MOST_PERIODS];

  for (guint i = 0; i < self->n_periods; i++)
    marks[i] = make_mark (self, index, i);
  emit_line (self, index, marks);
  emit_dots (self, index, marks);
}

static void
emit_axis (NidaBump *self)
{
  NidaBox box = nida_time_frame_flip (&self->frame, self->marks);
  NidaBandScale bands = { self->n_periods, { box.x, box.x + box.width }, 0, self->frame.reversed };
  double foot = self->marks.y + self->marks.height + arrow_room (self);

  /* what the arrow of time stands on */
  if (self->axis.cue)
    nida_time_frame_line (&self->frame, "axis/foot", (NidaPoint) { self->marks.x, foot },
                          (NidaPoint) { self->marks.x + self->marks.width, foot }, NIDA_COLOR_GRID, self->recipe->scale);
  self->axis.alone = TRUE;
  nida_period_axis_emit (&self->axis, self->recipe, &bands, foot);
}

static void
draw (NidaBump *self)
{
  double dot = nida_recipe_px (self->recipe, DOT), half = self->marks.width / self->n_periods / 2;

  for (int out = FALSE; out <= TRUE; out++)
    for (guint i = self->n_names; i-- > 0;)
      if (stands_out (self, i) == out)
        emit_name (self, i);
  emit_axis (self);
  nida_end_labels_emit (&self->frame, self->labels[0], self->n_labels[0], self->marks.x + half - dot,
                        self->marks.x + half - dot - self->frame.area.x, NIDA_ANCHOR_END, "start");
  nida_end_labels_emit (&self->frame, self->labels[1], self->n_labels[1], self->marks.x + self->marks.width - half + dot,
                        self->frame.area.x + self->frame.area.width - (self->marks.x + self->marks.width - half + dot),
                        NIDA_ANCHOR_START, "end");
}

static void
clear (NidaBump *self)
{
  for (guint side = 0; side < 2; side++)
    nida_end_labels_clear (self->labels[side], self->n_labels[side]);
  nida_time_frame_clear (&self->frame);
  nida_cross_free (self->cross);
}

void
nida_bump_build (NidaRecipe *recipe)
{
  NidaBump self = { .recipe = recipe, .cross = nida_cross_new (recipe) };
  guint all = nida_bump_read_ranks (&self);
  g_autofree char *title = nida_bump_title (&self), *subtitle = nida_bump_subtitle (&self, all), *description = nida_bump_describe (&self, all);
  g_autofree char *note = nida_bump_note (&self);

  nida_recipe_frame (recipe, title, subtitle, note);
  nida_time_frame_init (&self.frame, recipe);
  if (self.n_names == 0)
    nida_recipe_message (recipe, nida_no_figure_dated_reason (recipe));
  else if (self.n_periods < 2)
    nida_recipe_message (recipe, _("Ranks need two dates or more; this selection holds figures of one. The table shows them."));
  else if (!lay_out (&self))
    nida_recipe_no_room (recipe, _("There is no room here for names at both ends. The table shows all figures."));
  else
    {
      draw (&self);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_cross_table (recipe);
  clear (&self);
}
