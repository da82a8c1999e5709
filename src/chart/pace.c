/* The pace of a year: what had come by each of its days, beside earlier years by the same days, as steps, since money comes
 * on days. Behind the last day a dashed, lighter line with a band says where the year may end, and that it is a
 * projection. */
#include "config.h"

#include "axis.h"
#include "end-labels.h"
#include "follow.h"
#include "pace.h"

#include "query-words.h"
#include "translate.h"

#include <math.h>

#define LABEL_SHARE     0.4     /* of the width, at most, for the names at the ends */
#define NAME_SHARE      0.55    /* of it, for the name of a projection, which is always told */
#define LEAST_HEIGHT   70.0     /* a lower plot has no axes and no names */
#define LEAST_WIDTH   180.0
#define WIDTH_NOW       2.5
#define WIDTH_BEFORE    1.25
#define BAND_OPACITY    0.16
#define LINE_OPACITY    0.6
#define DOT             4.0
#define TODAY_AIR       4.0

typedef struct {
  NidaPace      pace;
  NidaRecipe   *recipe;
  NidaTimeFrame frame;
  NidaValueAxis axis;
  NidaScale     amounts;
  NidaBox       grid, marks;    /* in points along time */
  NidaEndLabel  labels[NIDA_PACE_MOST_YEARS];
  char         *names[NIDA_PACE_MOST_YEARS];
  GPtrArray    *gifts[NIDA_PACE_MOST_YEARS];     /* NidaMark, by year and gift */
  guint         n_labels;
  double        label_width;
  gboolean      bare;
  guint         points;         /* of the projection; none where nothing could say that it is one */
} Drawing;

static const NidaPaceYear *
year_at (const Drawing *self,
         guint          index)
{
  return g_ptr_array_index (self->pace.years, index);
}

static gboolean
is_current (const Drawing *self,
            guint          index)
{
  return index + 1 == self->pace.years->len;
}

static NidaColor
color_now (const Drawing *self)
{
  return self->pace.measure == NIDA_MEASURE_PLEDGED ? NIDA_COLOR_PLEDGED_LINE : NIDA_COLOR_RECEIVED;
}

/* --- places --- */

static double
x_along (const Drawing *self,
         double         day)
{
  return self->marks.x + self->marks.width * day / NIDA_PACE_DAYS;
}

static double
x_of (const Drawing *self,
      double         day)
{
  return nida_time_frame_x (&self->frame, x_along (self, day));
}

static double
y_of (const Drawing *self,
      NidaMoney      value)
{
  return nida_scale_map (&self->amounts, value);
}

static void
find_range (const Drawing *self,
            NidaMoney     *min,
            NidaMoney     *max)
{
  *min = *max = 0;
  for (guint i = 0; i < self->pace.years->len; i++)
    for (guint day = 0; day < NIDA_PACE_DAYS; day++)
      {
        *min = MIN (*min, year_at (self, i)->sums[day]);
        *max = MAX (*max, year_at (self, i)->sums[day]);
      }
  for (guint i = 0; i < self->points; i++)
    *max = MAX (*max, self->pace.points[i].high);
}

static void
add_label (Drawing    *self,
           const char *id,
           char       *name,
           char       *value,
           NidaMoney   at,
           NidaColor   color,
           gboolean    bold)
{
  self->names[self->n_labels] = name;
  self->labels[self->n_labels++] = (NidaEndLabel) { .id = id, .name = name, .value = value, .at = at, .color = color, .bold = bold };
}

/* A year that goes on and has no projection ends inside the plot, and is named there. */
static gboolean
ends_today (const Drawing *self,
            guint          index)
{
  return is_current (self, index) && self->points == 0 && !self->pace.complete;
}

/* Where its band finds no room, only how much it may be, then only that it is one. */
static void
shorten_projection (Drawing      *self,
                    NidaEndLabel *label,
                    double        most)
{
  g_autofree char *middle = NULL;

  if (nida_end_labels_width (self->recipe, label, 1, G_MAXDOUBLE) <= most)
    return;
  middle = nida_recipe_value (self->recipe, self->pace.measure, label->at);
  g_free (label->value);
  label->value = nida_language_qualified (self->recipe->context->language, NIDA_QUALIFIER_ABOUT, middle);
  if (nida_end_labels_width (self->recipe, label, 1, G_MAXDOUBLE) > most)
    g_clear_pointer (&label->value, g_free);
  self->label_width = MIN (nida_end_labels_width (self->recipe, label, 1, G_MAXDOUBLE), self->frame.area.width * NAME_SHARE);
}

/* The year that is looked at is named where it may end. @first: earlier years have no name; @most: points of a label */
static void
make_labels (Drawing *self,
             guint    first,
             double   most)
{
  static const char * const ids[] = { "1", "2", "3", "4", "5", "6" };

  for (guint i = first; i < self->pace.years->len; i++)
    {
      const NidaPaceYear *year = year_at (self, i);
      gboolean projected = is_current (self, i) && self->points > 0;
      NidaMoney at = projected ? self->pace.points[self->points - 1].middle : nida_pace_whole (year);
      char *value, *name;

      if (ends_today (self, i))
        continue;
      value = projected ? nida_pace_projection (&self->pace) : nida_recipe_value (self->recipe, self->pace.measure, at);
      /* Translators: the name of a dashed line: a year, and that it is a projection */
      name = projected ? g_strdup_printf (_("%s, projection"), year->name) : g_strdup (year->name);
      add_label (self, ids[i], name, value, at, is_current (self, i) ? color_now (self) : NIDA_COLOR_TEXT_SECOND, is_current (self, i));
      if (projected)
        shorten_projection (self, &self->labels[self->n_labels - 1], most);
    }
}

static void
drop_labels (Drawing *self)
{
  nida_end_labels_clear (self->labels, self->n_labels);
  for (guint i = 0; i < self->n_labels; i++)
    g_clear_pointer (&self->names[i], g_free);
  self->n_labels = 0;
  self->label_width = 0;
}

static void
lay_boxes (Drawing *self)
{
  NidaBox area = self->frame.area;
  double foot = self->bare ? 0 : nida_day_axis_get_height (self->recipe), head = self->bare ? 0 : self->axis.head;
  double gutter = self->bare ? 0 : self->axis.gutter + nida_recipe_px (self->recipe, 4);

  self->grid = (NidaBox) { area.x, area.y + head, MAX (area.width - self->label_width, 1), MAX (area.height - head - foot, 1) };
  self->marks = self->grid;
  self->marks.x += gutter;
  self->marks.width = MAX (self->marks.width - gutter - nida_recipe_px (self->recipe, self->label_width > 0 ? 0 : 12), 1);
  self->amounts = nida_value_axis_scale (&self->axis, self->grid);
}

/* FALSE where the names of all years from @first on find no room one above the other. */
static gboolean
place_labels (Drawing *self,
              guint    first)
{
  double most = self->frame.area.width * LABEL_SHARE, half = nida_recipe_line (self->recipe, NIDA_FONT_VALUE) / 2;

  drop_labels (self);
  make_labels (self, first, most);
  self->label_width = MAX (self->label_width, nida_end_labels_width (self->recipe, self->labels, self->n_labels, most));
  lay_boxes (self);
  for (guint i = 0; i < self->n_labels; i++)
    self->labels[i].y = y_of (self, self->labels[i].at);
  return nida_end_labels_place (self->recipe, self->labels, self->n_labels, self->grid.y - MIN (half, self->axis.head),
                                self->grid.y + self->grid.height + half);
}

static void
lay_out (Drawing *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaMoney min, max;

  self->bare = self->frame.area.height < nida_recipe_px (recipe, LEAST_HEIGHT) || self->frame.area.width < nida_recipe_px (recipe, LEAST_WIDTH);
  self->points = self->bare ? 0 : self->pace.n_points;
  find_range (self, &min, &max);
  nida_value_axis_train (&self->axis, recipe, self->pace.measure, min, max);
  lay_boxes (self);
  /* the earliest names give way: the tooltips and the table have them */
  for (guint first = 0; !self->bare && !place_labels (self, first); first++)
    ;
  if (!self->bare)
    nida_value_axis_thin (&self->axis, recipe, self->grid);
}

/* --- marks --- */

static NidaMark *
year_mark (const Drawing      *self,
           const NidaPaceYear *year)
{
  NidaLanguage *language = self->recipe->context->language;
  NidaMoney then = year->sums[self->pace.today];
  NidaMark *mark = nida_recipe_mark (self->recipe, year->name, self->pace.measure, nida_pace_whole (year));
  g_autofree char *day = nida_language_date (language, nida_pace_date (&self->pace, self->pace.today), NIDA_DATE_SHORT);
  g_autofree char *by_then = g_strdup_printf (_("By %s"), day), *value = nida_recipe_value (self->recipe, self->pace.measure, then);
  g_autofree char *line = g_strdup_printf (_("%1$s: %2$s"), by_then, value), *filter = g_strdup_printf ("%d", year->year);

  mark->measure = NIDA_N_MEASURES;             /* without what has no day */
  nida_mark_add_line (mark, line);
  nida_mark_add_filter (mark, NIDA_FIELD_DATE, filter);
  return mark;
}

/* What came on one day, as a figure that a brush can tell. */
static NidaMark *
gift_mark (const Drawing      *self,
           const NidaPaceGift *gift)
{
  NidaMark *mark = nida_mark_new (NULL, NULL, NULL, gift->value);

  mark->measure = self->pace.measure;
  nida_mark_add_filter (mark, NIDA_FIELD_DATE, nida_recipe_item_filter (gift->item));
  return mark;
}

static void
make_gift_marks (Drawing *self)
{
  for (guint i = 0; i < self->pace.years->len; i++)
    {
      const GArray *gifts = year_at (self, i)->gifts;

      self->gifts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_mark_free);
      for (guint g = 0; g < gifts->len; g++)
        g_ptr_array_add (self->gifts[i], gift_mark (self, &g_array_index (gifts, NidaPaceGift, g)));
    }
}

/* Under a brush a corner stands for all that had come by its day. @days: by corner how many days of the year it counts. */
static void
follow_gifts (const Drawing *self,
              guint          index,
              NidaNode      *node,
              const guint   *days,
              guint          n)
{
  const NidaPaceYear *year = year_at (self, index);
  NidaFollow *follow = nida_node_follow (node, nida_scale_unit (&self->amounts));
  guint by_then = 0;

  for (guint i = 0; i < n; i++)
    {
      for (; by_then < year->gifts->len && g_array_index (year->gifts, NidaPaceGift, by_then).day < days[i]; by_then++)
        nida_follow_mark (follow, g_ptr_array_index (self->gifts[index], by_then));
      nida_follow_point (follow, y_of (self, 0), 0, by_then);
    }
}

/* Steps: money comes on days, and nothing is drawn between them. */
static void
emit_year (Drawing *self,
           guint    index)
{
  const NidaPaceYear *year = year_at (self, index);
  gboolean now = is_current (self, index);
  guint last = now ? self->pace.today : NIDA_PACE_DAYS - 1;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NidaPoint)), days = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *key = g_strdup_printf ("year/%d", year->year);
  NidaPoint point = { x_of (self, 0), y_of (self, 0) };
  NidaNode *node;
  guint by_then = 0;

  g_array_append_val (points, point);
  g_array_append_val (days, by_then);
  for (guint day = 0; day <= last; day++)
    if (year->sums[day] != (day > 0 ? year->sums[day - 1] : 0))
      {
        point.x = x_of (self, day);
        g_array_append_val (points, point);
        g_array_append_val (days, by_then);
        by_then = day + 1;
        point.y = y_of (self, year->sums[day]);
        g_array_append_val (points, point);
        g_array_append_val (days, by_then);
      }
  point.x = x_of (self, last + (now && !self->pace.complete ? 0 : 1));
  g_array_append_val (points, point);
  by_then = last + 1;
  g_array_append_val (days, by_then);
  node = nida_scene_builder_polyline (self->recipe->scene, key, (const NidaPoint *) (gpointer) points->data, points->len,
                                      now ? color_now (self) : NIDA_COLOR_OTHER, nida_recipe_px (self->recipe, now ? WIDTH_NOW : WIDTH_BEFORE));
  nida_scene_builder_mark (node, year_mark (self, year));
  follow_gifts (self, index, node, (const guint *) (gpointer) days->data, days->len);
}

/* Nobody knows what of a projection a brush would have. */
static void
emit_projection (Drawing *self)
{
  GPtrArray *gifts = self->gifts[self->pace.years->len - 1];
  NidaMark *gift;
  guint n = self->points;
  NidaPoint middle[G_N_ELEMENTS (self->pace.points)], band[2 * G_N_ELEMENTS (self->pace.points)];
  g_autofree char *words = nida_pace_projection (&self->pace), *name = NULL;
  NidaMark *mark;
  NidaNode *node;

  if (n == 0)
    return;
  gift = g_ptr_array_index (gifts, 0);
  for (guint i = 0; i < n; i++)
    {
      const NidaPacePoint *point = &self->pace.points[i];
      double x = x_of (self, point->day + (i > 0));

      middle[i] = (NidaPoint) { x, y_of (self, point->middle) };
      band[i] = (NidaPoint) { x, y_of (self, point->high) };
      band[2 * n - 1 - i] = (NidaPoint) { x, y_of (self, point->low) };
    }
  node = nida_scene_builder_polygon (self->recipe->scene, "projection/band", band, 2 * n, color_now (self));
  node->opacity = BAND_OPACITY;
  nida_node_pale_with (node, gift);
  node = nida_scene_builder_polyline (self->recipe->scene, "projection/line", middle, n, color_now (self), nida_recipe_px (self->recipe, WIDTH_NOW - 1));
  node->dash = NIDA_DASH_EVEN;
  node->opacity = LINE_OPACITY;
  nida_node_pale_with (node, gift);
  name = g_strdup_printf (_("%s, projection"), nida_pace_current (&self->pace)->name);
  /* no figure: a projection is in no sum */
  mark = nida_mark_new (name, words, words, NIDA_MONEY_NONE);
  nida_scene_builder_mark (node, mark);
}

/* In January the dot may stand at the figures of the axis. */
static gboolean
is_free (const Drawing *self,
         NidaBox        box)
{
  NidaBox seen = nida_time_frame_flip (&self->frame, box);

  for (guint i = 0; i < nida_scene_builder_get_n_nodes (self->recipe->scene); i++)
    {
      const NidaNode *node = nida_scene_builder_get_node (self->recipe->scene, i);

      if (node->shape == NIDA_SHAPE_TEXT && nida_boxes_overlap (node->box, seen))
        return FALSE;
    }
  return TRUE;
}

/* Behind the dot, or before it where the year is nearly over. */
static void
emit_today_words (Drawing *self)
{
  guint index = self->pace.years->len - 1;
  NidaMoney now = nida_pace_now (&self->pace);
  g_autofree char *value = nida_recipe_value (self->recipe, self->pace.measure, now);
  g_autofree char *words = nida_end_label_text (&(NidaEndLabel) { .name = year_at (self, index)->name, .value = value });
  double air = nida_recipe_px (self->recipe, DOT + TODAY_AIR), height = nida_recipe_line (self->recipe, NIDA_FONT_VALUE_BOLD);
  double x = x_along (self, self->pace.today), width = ceil (nida_recipe_text_width (self->recipe, words, NIDA_FONT_VALUE_BOLD)) + 1;
  gboolean behind = x + air + width <= self->marks.x + self->marks.width;
  NidaBox box = { behind ? x + air : x - air - width, y_of (self, now) - height / 2, width, height };

  if (ends_today (self, index) && !self->bare && box.x >= self->marks.x && is_free (self, box))
    nida_time_frame_text (&self->frame, "today/words", box, NIDA_FONT_VALUE_BOLD, NIDA_COLOR_TEXT,
                          behind ? NIDA_ANCHOR_START : NIDA_ANCHOR_END, words)->halo = TRUE;
}

static void
emit_today (Drawing *self)
{
  NidaMoney now = nida_pace_now (&self->pace);
  NidaDate date = nida_pace_date (&self->pace, self->pace.today);
  g_autofree char *label = nida_language_date (self->recipe->context->language, date, NIDA_DATE_MEDIUM);
  const guint days = self->pace.today + 1;
  NidaMark *mark;
  NidaNode *dot;

  if (self->pace.complete)
    return;
  mark = nida_recipe_mark (self->recipe, label, self->pace.measure, now);
  mark->measure = NIDA_N_MEASURES;
  dot = nida_scene_builder_circle (self->recipe->scene, "today", (NidaPoint) { x_of (self, self->pace.today), y_of (self, now) },
                                   nida_recipe_px (self->recipe, DOT), color_now (self));
  nida_scene_builder_mark (dot, mark);
  follow_gifts (self, self->pace.years->len - 1, dot, &days, 1);
}

static void
draw (Drawing *self)
{
  NidaRecipe *recipe = self->recipe;

  lay_out (self);
  make_gift_marks (self);
  if (!self->bare)
    nida_value_axis_grid (&self->axis, recipe, nida_time_frame_flip (&self->frame, self->grid));
  for (guint i = 0; i < self->pace.years->len; i++)
    {
      if (is_current (self, i))
        emit_projection (self);
      emit_year (self, i);
    }
  emit_today (self);
  if (!self->bare)
    {
      NidaBox box = nida_time_frame_flip (&self->frame, self->marks);
      NidaScale days = { nida_days_from_civil (self->pace.year, 1, 1), nida_days_from_civil (self->pace.year, 12, 31), { box.x, box.x + box.width }, self->frame.reversed };

      nida_value_axis_labels (&self->axis, recipe, nida_time_frame_flip (&self->frame, self->grid), self->frame.reversed);
      nida_day_axis_emit (recipe, &days, self->grid.y + self->grid.height, nida_pace_date (&self->pace, self->pace.today));
      emit_today_words (self);
      nida_end_labels_emit (&self->frame, self->labels, self->n_labels, self->marks.x + self->marks.width, self->label_width, NIDA_ANCHOR_START, "end");
    }
}

static gboolean
comes_on_days (NidaMeasure measure)
{
  return measure == NIDA_MEASURE_RECEIVED || measure == NIDA_MEASURE_PAID || measure == NIDA_MEASURE_COMMITTED
         || measure == NIDA_MEASURE_PLEDGED || measure == NIDA_MEASURE_COUNT;
}

void
nida_pace_build (NidaRecipe *recipe)
{
  Drawing self = { .recipe = recipe };
  g_autofree char *title = NULL, *subtitle = NULL, *note = NULL, *description = NULL;

  nida_pace_read (&self.pace, recipe);
  title = nida_pace_title (&self.pace);
  subtitle = nida_pace_subtitle (&self.pace);
  note = nida_pace_note (&self.pace);
  nida_recipe_frame (recipe, title, subtitle, note);
  nida_time_frame_init (&self.frame, recipe);
  if (!comes_on_days (recipe->spec->measure))
    nida_recipe_message (recipe, _("Only what comes on days has a pace: received, paid, committed, pledged."));
  else if (nida_pace_current (&self.pace) == NULL)
    nida_recipe_message (recipe, self.pace.not_above_zero ? _("The amounts of this year add up to no more than zero, so there is no pace.")
                                                          : _("No amount has a day in this year, so there is no pace."));
  else
    {
      draw (&self);
      description = nida_pace_describe (&self.pace);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_pace_table (&self.pace);
  drop_labels (&self);
  for (guint i = 0; i < G_N_ELEMENTS (self.gifts); i++)
    g_clear_pointer (&self.gifts[i], g_ptr_array_unref);
  nida_time_frame_clear (&self.frame);
  nida_pace_clear (&self.pace);
}
