/* Two dates as two upright axes, a line a name between them; names and figures at both ends, moved apart where they would
 * touch. The first date stands on the side of the past, whichever that is. */
#include "config.h"

#include "axis.h"
#include "end-labels.h"
#include "follow.h"
#include "pairs.h"
#include "translate.h"

#define LABEL_SHARE  0.36      /* of the width, at most, on each side */
#define MOST_LINES  10
#define DATES_ROOM  35.0
#define DOT          4.0
#define LINE_WIDTH   2.0

typedef struct {
  NidaRecipe    *recipe;
  NidaPairs     *pairs;
  NidaTimeFrame  frame;
  NidaEndLabel   labels[2][MOST_LINES];
  guint          n_labels[2];
  NidaScale      y;
  double         along[2];     /* of the two axes */
  NidaBox        box;          /* from the tops of the axes to their feet */
} Slope;

static guint
most_lines (NidaRecipe *recipe)
{
  double room = nida_recipe_foresee (recipe) - nida_recipe_px (recipe, DATES_ROOM);
  guint lines = CLAMP ((guint) (MAX (room, 0) / nida_recipe_line (recipe, NIDA_FONT_VALUE)), 1, MOST_LINES);

  return recipe->spec->top > 0 ? MIN (lines, recipe->spec->top) : lines;
}

static NidaMoney
value_of (const NidaPair *pair,
          guint           side)
{
  return side == 0 ? pair->from : pair->to;
}

static void
add_label (Slope *self,
           guint  index,
           guint  side)
{
  const NidaPair *pair = nida_pairs_get (self->pairs, index);
  const NidaCrossLine *line = nida_cross_row (self->pairs->cross, pair->row);

  self->labels[side][self->n_labels[side]++] = (NidaEndLabel) {
    .id = line->key,
    .name = line->label,
    .value = nida_recipe_value (self->recipe, self->pairs->cross->measure, value_of (pair, side)),
    .at = value_of (pair, side),
    .color = nida_cross_hue (self->pairs->cross, pair->row),
    .bold = g_strcmp0 (self->recipe->spec->pinned, line->key) == 0,
  };
}

static void
train (Slope *self)
{
  NidaMoney min = 0, max = 0;

  for (guint i = 0; i < self->pairs->pairs->len; i++)
    for (guint side = 0; side < 2; side++)
      {
        NidaMoney value = value_of (nida_pairs_get (self->pairs, i), side);

        if (value == NIDA_MONEY_NONE)
          continue;
        min = MIN (min, value);
        max = MAX (max, value);
        add_label (self, i, side);
      }
  if (min == max)
    max = min + 1;
  nida_recipe_share_scale (self->recipe, &min, &max);
  self->y = (NidaScale) { min, max, { 0 }, TRUE };
}

/* Of its shortest words. */
static double
date_width (const Slope *self,
            guint        side)
{
  const char *label = nida_cross_column_label (self->pairs->cross, side == 1 ? self->pairs->second : self->pairs->first);

  return nida_time_frame_width (&self->frame, label, NIDA_FONT_VALUE_BOLD);
}

/* FALSE where the names do not fit. */
static gboolean
lay_out (Slope *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaBox area = self->frame.area;
  double head = nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD) + nida_recipe_px (recipe, 4), half = nida_recipe_line (recipe, NIDA_FONT_VALUE) / 2;
  double widths[2], dot = nida_recipe_px (recipe, DOT);

  nida_end_labels_share (recipe, (NidaEndLabel *[]) { self->labels[0], self->labels[1] }, self->n_labels, area.width * LABEL_SHARE, widths);
  self->along[0] = area.x + MAX (MAX (widths[0], dot), date_width (self, 0) / 2);
  self->along[1] = area.x + area.width - MAX (MIN (widths[1], 2 * LABEL_SHARE * area.width - (self->along[0] - area.x)), dot);
  self->box = (NidaBox) { self->along[0], area.y + head + half, self->along[1] - self->along[0], area.height - head - 2 * half };
  if (self->box.height < half || self->box.width < nida_recipe_px (recipe, 24))
    return FALSE;
  self->y.range = (NidaSpan) { self->box.y, self->box.y + self->box.height };
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->n_labels[side]; i++)
        self->labels[side][i].y = nida_scale_map (&self->y, self->labels[side][i].at);
      if (!nida_end_labels_place (recipe, self->labels[side], self->n_labels[side], self->box.y - half,
                                  self->box.y + self->box.height + half))
        return FALSE;
    }
  return TRUE;
}

/* Where the last day has no room, the subtitle and the description have it. */
static const char *
date_words (const Slope *self,
            guint        side)
{
  const char *words = nida_pairs_date (self->pairs, side == 1);
  double most = MIN (self->frame.area.x + self->frame.area.width - self->along[1], self->along[0] - self->frame.area.x) + self->box.width / 2;

  if (nida_time_frame_width (&self->frame, words, NIDA_FONT_VALUE_BOLD) <= most)
    return words;
  return nida_cross_column_label (self->pairs->cross, side == 1 ? self->pairs->second : self->pairs->first);
}

/* The date of an axis stands above it, on its own half, so that two dates never touch. */
static NidaSpan
date_span (const Slope *self,
           guint        side)
{
  double width = MIN (nida_time_frame_width (&self->frame, date_words (self, side), NIDA_FONT_VALUE_BOLD),
                      self->frame.area.width / 2);
  double x = self->along[side] - width / 2, middle = self->box.x + self->box.width / 2;

  x = side == 0 ? CLAMP (x, self->frame.area.x, MAX (middle - width, self->frame.area.x))
                : CLAMP (x, middle, MAX (self->frame.area.x + self->frame.area.width - width, middle));
  return (NidaSpan) { x, x + width };
}

static void
emit_axis (Slope *self,
           guint  side)
{
  NidaRecipe *recipe = self->recipe;
  const char *key = side == 0 ? "axis/first" : "axis/second";
  g_autofree char *date_key = g_strconcat (key, "/date", NULL);
  NidaSpan span = date_span (self, side);

  nida_time_frame_line (&self->frame, key, (NidaPoint) { self->along[side], self->box.y },
                        (NidaPoint) { self->along[side], self->box.y + self->box.height }, NIDA_COLOR_AXIS, recipe->scale);
  nida_time_frame_text (&self->frame, date_key,
                        (NidaBox) { span.start, self->frame.area.y, span.end - span.start, nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD) },
                        NIDA_FONT_VALUE_BOLD, NIDA_COLOR_TEXT, NIDA_ANCHOR_MIDDLE, date_words (self, side));
}

/* From the first date to the second, where the direction of time may be doubted. */
static void
emit_cue (Slope *self)
{
  double gap = nida_recipe_px (self->recipe, 8), from = date_span (self, 0).end + gap, to = date_span (self, 1).start - gap;
  double y = self->frame.area.y + nida_recipe_line (self->recipe, NIDA_FONT_VALUE_BOLD) / 2;

  if (!self->frame.cue || to - from < 2 * gap)
    return;
  nida_time_frame_line (&self->frame, "axis/time", (NidaPoint) { from, y }, (NidaPoint) { to, y }, NIDA_COLOR_AXIS, self->recipe->scale);
  nida_time_frame_arrow (&self->frame, to, y);
}

static void
emit_line (Slope     *self,
           guint      index,
           NidaMark **marks)
{
  const NidaPair *pair = nida_pairs_get (self->pairs, index);
  const NidaCrossLine *line = nida_cross_row (self->pairs->cross, pair->row);
  NidaColor color = nida_cross_hue (self->pairs->cross, pair->row);
  g_autofree char *key = g_strconcat ("line/", line->key, NULL);
  NidaFollow *follow;

  if (marks[0] == NULL || marks[1] == NULL)
    return;
  follow = nida_node_follow (nida_time_frame_line (&self->frame, key, (NidaPoint) { self->along[0], nida_scale_map (&self->y, pair->from) },
                                                   (NidaPoint) { self->along[1], nida_scale_map (&self->y, pair->to) }, color,
                                                   nida_recipe_px (self->recipe, LINE_WIDTH)),
                             nida_scale_unit (&self->y));
  for (guint side = 0; side < 2; side++)
    {
      nida_follow_mark (follow, marks[side]);
      nida_follow_point (follow, nida_scale_map (&self->y, 0), side, 1);
    }
}

/* Takes @marks. */
static void
emit_dots (Slope     *self,
           guint      index,
           NidaMark **marks)
{
  const NidaPair *pair = nida_pairs_get (self->pairs, index);
  const NidaCrossLine *line = nida_cross_row (self->pairs->cross, pair->row);

  for (guint side = 0; side < 2; side++)
    {
      const char *date = nida_cross_column (self->pairs->cross, side == 1 ? self->pairs->second : self->pairs->first)->key;
      g_autofree char *key = g_strconcat ("cell/", line->key, "|", date, NULL);
      NidaFollow *follow;
      NidaNode *node;

      if (marks[side] == NULL)
        continue;
      node = nida_time_frame_circle (&self->frame, key, (NidaPoint) { self->along[side], nida_scale_map (&self->y, value_of (pair, side)) },
                                     nida_recipe_px (self->recipe, DOT), nida_cross_hue (self->pairs->cross, pair->row));
      node->stroke = NIDA_COLOR_CARD;          /* a hair around dots of nearly one figure */
      node->line_width = nida_recipe_px (self->recipe, 0.75);
      follow = nida_node_follow (node, nida_scale_unit (&self->y));
      nida_follow_mark (follow, marks[side]);
      nida_follow_point (follow, nida_scale_map (&self->y, 0), 0, 1);
      nida_scene_builder_mark (node, marks[side]);
    }
}

/* By name and side; NULL where nothing is recorded. */
static NidaMark **
make_marks (const Slope *self)
{
  NidaMark **marks = g_new0 (NidaMark *, 2 * self->pairs->pairs->len + 1);

  for (guint i = 0; i < self->pairs->pairs->len; i++)
    for (guint side = 0; side < 2; side++)
      if (value_of (nida_pairs_get (self->pairs, i), side) != NIDA_MONEY_NONE)
        marks[2 * i + side] = nida_pairs_mark (self->pairs, i, side == 1);
  return marks;
}

/* The largest last, on top. */
static void
draw (Slope *self)
{
  guint n = self->pairs->pairs->len;
  g_autofree NidaMark **marks = NULL;

  train (self);
  if (!lay_out (self))
    {
      nida_recipe_no_room (self->recipe, _("There is no room here for names at both ends. The table shows all figures."));
      return;
    }
  emit_axis (self, 0);
  emit_axis (self, 1);
  emit_cue (self);
  marks = make_marks (self);
  for (guint i = n; i-- > 0;)
    emit_line (self, i, marks + 2 * i);
  for (guint i = n; i-- > 0;)
    emit_dots (self, i, marks + 2 * i);
  nida_end_labels_emit (&self->frame, self->labels[0], self->n_labels[0], self->along[0], self->along[0] - self->frame.area.x,
                        NIDA_ANCHOR_END, "start");
  nida_end_labels_emit (&self->frame, self->labels[1], self->n_labels[1], self->along[1],
                        self->frame.area.x + self->frame.area.width - self->along[1], NIDA_ANCHOR_START, "end");
}

void
nida_slope_build (NidaRecipe *recipe)
{
  g_autoptr (NidaPairs) pairs = nida_pairs_new (recipe);
  Slope self = { .recipe = recipe, .pairs = pairs };
  g_autofree char *title = nida_pairs_title (pairs), *subtitle = nida_pairs_subtitle (pairs, most_lines (recipe));
  g_autofree char *note = nida_pairs_note (pairs);
  g_autofree char *description = pairs->comparable ? nida_pairs_describe (pairs, _("Slopes between two dates, %1$s, %2$s and %3$s: %4$s.")) : NULL;

  nida_recipe_frame (recipe, title, subtitle, note);
  nida_time_frame_init (&self.frame, recipe);
  if (nida_pairs_refusal (pairs) != NULL)
    nida_recipe_message (recipe, nida_pairs_refusal (pairs));
  else
    {
      nida_pairs_keep (pairs, most_lines (recipe), FALSE);
      draw (&self);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  for (guint side = 0; side < 2; side++)
    nida_end_labels_clear (self.labels[side], self.n_labels[side]);
  nida_cross_table (recipe);
  nida_time_frame_clear (&self.frame);
}
