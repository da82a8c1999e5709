/* An ordinal level by year, as steps: the best level on top, gaps left as gaps, implied years hollow, the goal a dashed
 * line. */
#include "config.h"

#include "indicator-data.h"

#include <math.h>

#include "axis.h"
#include "time-frame.h"
#include "translate.h"

typedef struct {
  NidaRecipe    *recipe;
  NidaIndicator *data;
  NidaTimeFrame  frame;
  NidaPeriodAxis axis;
  NidaPeriod    *periods;
  NidaBox        marks;        /* in points along time */
  double         names;        /* width of the names of levels */
  double         head;         /* from the top of the marks to the best level */
  double         rung;         /* from one level to the next */
} Chart;

/* --- layout ------------------------------------------------------------------------------------------------------ */

static double
widest_name (Chart *self)
{
  double widest = 0;

  for (guint i = 0; i < self->data->levels->len; i++)
    {
      g_autofree char *name = nida_indicator_name (self->data,
                                                   g_array_index (self->data->levels, NidaIndicatorLevel, i).level);

      widest = MAX (widest, nida_time_frame_width (&self->frame, name, NIDA_FONT_VALUE));
    }
  return widest;
}

static double
y_of (Chart    *self,
      NidaMoney level)
{
  return self->marks.y + self->head + nida_indicator_rank (self->data, level) * self->rung;
}

static double
x_of (Chart *self,
      double year)
{
  return self->marks.x + year * self->marks.width / self->data->years->len;
}

static void
layout (Chart *self)
{
  NidaBox area = self->frame.area;
  double gap = 8 * self->frame.scale;
  guint n = self->data->years->len, levels = self->data->levels->len;

  self->names = MIN (widest_name (self), area.width * 0.34);
  self->marks = area;
  self->marks.x += self->names + gap;
  self->marks.width -= self->names + gap + (self->frame.cue ? gap : 0);
  for (guint i = 0; i < n; i++)
    {
      NidaDate year = nida_date_new_year (nida_indicator_get_year (self->data, i)->year);

      self->periods[i] = (NidaPeriod) { year, year };
    }
  nida_period_axis_train (&self->axis, self->recipe, self->periods, n, NIDA_STEP_YEAR, self->marks.width,
                          NIDA_DATE_NONE);
  self->marks.height = MAX (8, area.height - self->axis.height);
  self->head = 0.7 * nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE);
  if (levels > 1)
    self->rung = (self->marks.height - 2 * self->head) / (levels - 1);
  else
    self->head = self->marks.height / 2;
}

/* --- drawing ----------------------------------------------------------------------------------------------------- */

/* One name a rung, wrapped; it reads from the start edge of the text, on the side of the past. */
static void
emit_level (Chart *self,
            guint  index)
{
  const NidaIndicatorLevel *level = &g_array_index (self->data->levels, NidaIndicatorLevel, index);
  gboolean goal = self->data->goal != NULL && self->data->goal->amount == level->level;
  NidaFont font = goal ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;
  double line = nida_time_frame_line_height (&self->frame, font), y = y_of (self, level->level);
  g_autofree char *name = nida_indicator_name (self->data, level->level);
  guint lines = nida_measurer_lines (self->recipe->context->measurer, name, font, self->frame.scale, self->names);
  NidaBox box = { self->frame.area.x, 0, self->names, 0 };
  g_autofree char *key = g_strdup_printf ("axis/level/%u", index);
  g_autofree char *grid = g_strdup_printf ("grid/level/%u", index);

  lines = CLAMP (lines, 1, self->rung >= 2 * line || self->data->levels->len == 1 ? 2 : 1);
  box.height = lines * line;
  box.y = y - box.height / 2;
  if (!goal)
    nida_time_frame_line (&self->frame, grid, (NidaPoint) { self->marks.x, y },
                          (NidaPoint) { self->marks.x + self->marks.width, y }, NIDA_COLOR_GRID, self->frame.scale);
  if (!nida_placer_try (&self->frame.placer, box))
    return;
  nida_scene_builder_text (self->recipe->scene, key, nida_time_frame_flip (&self->frame, box), font, NIDA_COLOR_TEXT,
                           NIDA_ANCHOR_START, name)->max_lines = lines;
}

static gboolean
touches_gap (Chart  *self,
             NidaBox box)
{
  for (guint i = 0; i < self->data->years->len; i++)
    if (nida_indicator_get_year (self->data, i)->fact == NULL && box.x < x_of (self, i + 1)
        && x_of (self, i) < box.x + box.width)
      return TRUE;
  return FALSE;
}

/* Under the line or over it, as far in the past as neither a gap nor another label is in the way; on a gap at worst. */
static gboolean
place_goal (Chart   *self,
            double   y,
            NidaBox *box)
{
  double air = 2 * self->frame.scale, step = 6 * self->frame.scale;

  for (guint attempt = 0; attempt < 3; attempt++)
    for (box->x = self->marks.x + step; box->x + box->width <= self->marks.x + self->marks.width; box->x += step)
      {
        box->y = attempt == 1 ? y - box->height - air : y + air;
        if ((attempt > 0 || !touches_gap (self, *box)) && nida_placer_try (&self->frame.placer, *box))
          return TRUE;
      }
  return FALSE;
}

static void
emit_goal (Chart *self)
{
  g_autofree char *level = NULL, *words = NULL;
  NidaMark *mark;
  NidaNode *node;
  NidaBox box;
  double y;

  if (self->data->goal == NULL)
    return;
  y = y_of (self, self->data->goal->amount);
  level = nida_indicator_name (self->data, self->data->goal->amount);
  words = g_strdup_printf (_("Goal: %s"), level);
  node = nida_time_frame_line (&self->frame, "goal", (NidaPoint) { self->marks.x, y },
                               (NidaPoint) { self->marks.x + self->marks.width, y }, NIDA_COLOR_GOOD, 2 * self->frame.scale);
  nida_node_across (node);
  mark = nida_mark_new (_("Goal"), level, NULL, self->data->goal->amount);
  nida_scene_builder_mark (node, mark);
  box = (NidaBox) { 0, 0, nida_time_frame_width (&self->frame, words, NIDA_FONT_VALUE_BOLD),
                    nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE_BOLD) };
  if (!place_goal (self, y, &box))
    return;
  if (box.y > y && touches_gap (self, box))
    nida_time_frame_rect (&self->frame, "label/goal/back", box, NIDA_COLOR_CARD);
  nida_time_frame_text (&self->frame, "label/goal", box, NIDA_FONT_VALUE_BOLD, NIDA_COLOR_GOOD, NIDA_ANCHOR_START,
                        words)->halo = TRUE;
}

static void
emit_gap_words (Chart      *self,
                const char *key,
                NidaBox     gap)
{
  const char *words = _("not in the sources");
  double limit = gap.width - 6 * self->frame.scale, line = nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE);
  double width = nida_time_frame_width (&self->frame, words, NIDA_FONT_SOURCE);
  guint lines = 1;
  NidaBox box, back;
  g_autofree char *behind = g_strdup_printf ("%s/back", key);

  if (width > limit)
    {
      lines = 3;
      width = limit;
      if (limit < 44 * self->frame.scale
          || nida_measurer_lines (self->recipe->context->measurer, words, NIDA_FONT_SOURCE, self->frame.scale, limit) > 3)
        return;
      lines = nida_measurer_lines (self->recipe->context->measurer, words, NIDA_FONT_SOURCE, self->frame.scale, limit);
    }
  box = (NidaBox) { gap.x + (gap.width - width) / 2, gap.y + (gap.height - lines * line) / 2, width, lines * line };
  back = (NidaBox) { box.x - 2, box.y, box.width + 4, box.height };
  if (!nida_placer_try (&self->frame.placer, box))
    return;
  nida_time_frame_rect (&self->frame, behind, back, NIDA_COLOR_CARD);
  nida_time_frame_text (&self->frame, key, box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT, NIDA_ANCHOR_MIDDLE,
                        words)->max_lines = lines;
}

static void
emit_gap (Chart *self,
          guint  first,
          guint  end)
{
  int from = nida_indicator_get_year (self->data, first)->year, to = nida_indicator_get_year (self->data, end - 1)->year;
  NidaBox box = { x_of (self, first), self->marks.y, x_of (self, end) - x_of (self, first), self->marks.height };
  NidaPeriod period = { nida_date_new_year (from), nida_date_new_year (to) };
  g_autofree char *span = nida_period_to_string (period);
  g_autofree char *words = nida_language_period (self->data->language, period, NIDA_DATE_MEDIUM);
  g_autofree char *key = g_strdup_printf ("gap/%s", span);
  g_autofree char *label = g_strdup_printf ("label/gap/%s", span);
  NidaNode *node;

  if (self->data->goal != NULL && nida_indicator_rank (self->data, self->data->goal->amount) == 0)
    {
      box.y += self->head + 6 * self->frame.scale;
      box.height -= self->head + 6 * self->frame.scale;
    }
  node = nida_time_frame_hatch (&self->frame, key, box, NIDA_COLOR_UNKNOWN, NIDA_COLOR_NONE);
  nida_scene_builder_mark (node, nida_mark_new (words, _("not in the sources"), NULL, NIDA_MONEY_NONE));
  emit_gap_words (self, label, box);
}

static void
emit_gaps (Chart *self)
{
  for (guint i = 0, end; i < self->data->years->len; i = end)
    {
      end = i + 1;
      if (nida_indicator_get_year (self->data, i)->fact != NULL)
        continue;
      while (end < self->data->years->len && nida_indicator_get_year (self->data, end)->fact == NULL)
        end++;
      emit_gap (self, i, end);
    }
}

/* One line a run of years on one level, then the riser to the next. */
static void
emit_tread (Chart *self,
            guint  first,
            guint  end)
{
  const NidaIndicatorYear *year = nida_indicator_get_year (self->data, first);
  const NidaFact *next = end < self->data->years->len ? nida_indicator_get_year (self->data, end)->fact : NULL;
  double y = y_of (self, year->fact->amount), x = x_of (self, end);
  g_autofree char *tread = g_strdup_printf ("tread/%d", year->year);
  g_autofree char *riser = g_strdup_printf ("riser/%d", year->year);

  nida_time_frame_line (&self->frame, tread, (NidaPoint) { x_of (self, first), y }, (NidaPoint) { x, y },
                        NIDA_COLOR_RECEIVED, 3 * self->frame.scale);
  if (next != NULL)
    nida_time_frame_line (&self->frame, riser, (NidaPoint) { x, y }, (NidaPoint) { x, y_of (self, next->amount) },
                          NIDA_COLOR_RECEIVED, 1.5 * self->frame.scale);
}

static void
emit_treads (Chart *self)
{
  for (guint i = 0, end; i < self->data->years->len; i = end)
    {
      const NidaFact *fact = nida_indicator_get_year (self->data, i)->fact;

      for (end = i + 1; fact != NULL && end < self->data->years->len; end++)
        {
          const NidaFact *next = nida_indicator_get_year (self->data, end)->fact;

          if (next == NULL || next->amount != fact->amount)
            break;
        }
      if (fact != NULL)
        emit_tread (self, i, end);
    }
}

static NidaMark *
year_mark (Chart                   *self,
           const NidaIndicatorYear *year)
{
  NidaLanguage *language = self->data->language;
  g_autofree char *label = nida_language_date (language, nida_date_new_year (year->year), NIDA_DATE_LONG);
  g_autofree char *level = nida_indicator_name (self->data, year->fact->amount);
  NidaMark *mark = nida_mark_new (label, level, NULL, year->fact->amount);

  mark->row = year->fact->row + 1;
  if (year->fact->implied)
    nida_mark_add_line (mark, _("Implied by a later report"));
  if (year->fact->said_by != NULL)
    {
      g_autofree char *said = nida_language_isolate (language, year->fact->said_by);
      g_autofree char *line = g_strdup_printf (_("Said by %s"), said);

      nida_mark_add_line (mark, line);
    }
  if (year->fact->source != NULL)
    {
      g_autofree char *source = nida_language_isolate (language, year->fact->source);
      g_autofree char *line = g_strdup_printf (_("Source: %s"), source);

      nida_mark_add_line (mark, line);
    }
  return mark;
}

static void
emit_dot (Chart *self,
          guint  index)
{
  const NidaIndicatorYear *year = nida_indicator_get_year (self->data, index);
  NidaPoint centre = { x_of (self, index + 0.5), y_of (self, year->fact->amount) };
  double radius = MIN (5 * self->frame.scale, self->marks.width / self->data->years->len * 0.4);
  g_autofree char *key = g_strdup_printf ("step/%d", year->year);
  NidaNode *node;

  node = nida_time_frame_circle (&self->frame, key, centre, radius,
                                 year->fact->implied ? NIDA_COLOR_CARD : NIDA_COLOR_RECEIVED);
  if (year->fact->implied)
    {
      node->stroke = NIDA_COLOR_RECEIVED;
      node->line_width = 1.8 * self->frame.scale;
    }
  nida_scene_builder_mark (node, year_mark (self, year));
}

/* "2025: Tier 2" beside the last point: above it, or below where that is taken. */
static void
place_last (Chart   *self,
            NidaBox *box,
            char   **words)
{
  const NidaFact *last = nida_indicator_get_last (self->data);
  g_autofree char *year = NULL, *level = NULL;
  double y;

  if (last == NULL)
    return;
  year = nida_language_date (self->data->language, nida_date_new_year (nida_date_year (last->period.start)),
                             NIDA_DATE_SHORT);
  level = nida_indicator_name (self->data, last->amount);
  *words = g_strdup_printf (_("%1$s: %2$s"), year, level);
  y = y_of (self, last->amount);
  *box = (NidaBox) { 0, 0, nida_time_frame_width (&self->frame, *words, NIDA_FONT_VALUE_BOLD),
                     nida_time_frame_line_height (&self->frame, NIDA_FONT_VALUE_BOLD) };
  box->x = MAX (self->marks.x, self->marks.x + self->marks.width - box->width);
  box->y = y - box->height - 6 * self->frame.scale;
  if (nida_placer_try (&self->frame.placer, *box))
    return;
  box->y = y + 7 * self->frame.scale;
  if (!nida_placer_try (&self->frame.placer, *box))
    g_clear_pointer (words, g_free);
}

static void
draw (Chart *self)
{
  g_autofree char *words = NULL;
  NidaBox last = { 0 };
  NidaBandScale bands = { self->data->years->len, { 0, 0 }, 0, self->frame.reversed };
  NidaBox span = nida_time_frame_flip (&self->frame, self->marks);

  bands.range = (NidaSpan) { span.x, span.x + span.width };
  for (guint i = 0; i < self->data->levels->len; i++)
    emit_level (self, i);
  nida_placer_take (&self->frame.placer, (NidaBox) { self->frame.area.x, self->marks.y + self->marks.height,
                                                     self->frame.area.width, self->axis.height });
  if (self->data->goal != NULL)
    nida_placer_take (&self->frame.placer, (NidaBox) { self->marks.x, y_of (self, self->data->goal->amount) - self->frame.scale,
                                                       self->marks.width, 2 * self->frame.scale });
  place_last (self, &last, &words);
  emit_gaps (self);
  emit_goal (self);
  emit_treads (self);
  for (guint i = 0; i < self->data->years->len; i++)
    if (nida_indicator_get_year (self->data, i)->fact != NULL)
      emit_dot (self, i);
  if (words != NULL)
    nida_time_frame_text (&self->frame, "label/last", last, NIDA_FONT_VALUE_BOLD, NIDA_COLOR_TEXT, NIDA_ANCHOR_END,
                          words)->halo = TRUE;
  if (self->frame.cue)
    nida_time_frame_line (&self->frame, "axis/line", (NidaPoint) { self->marks.x, self->marks.y + self->marks.height },
                          (NidaPoint) { self->marks.x + self->marks.width, self->marks.y + self->marks.height },
                          NIDA_COLOR_AXIS, 1.5 * self->frame.scale);
  nida_period_axis_emit (&self->axis, self->recipe, &bands, self->marks.y + self->marks.height);
}

void
nida_indicator_queries (const NidaChartSpec *spec,
                        GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);

  query->n_by = 0;
  query->measures = 1u << NIDA_MEASURE_COUNT;
  query->fact_kinds |= NIDA_KIND_BIT (NIDA_KIND_INDICATOR) | NIDA_KIND_BIT (NIDA_KIND_GOAL);
  g_ptr_array_add (queries, query);
}

/**
 * nida_indicator_build:
 *
 * Shows on which level an indicator stood in each year that a source speaks of.
 */
void
nida_indicator_build (NidaRecipe *recipe)
{
  g_autoptr (NidaIndicator) data = nida_indicator_new (recipe);
  g_autofree char *title = nida_indicator_title (recipe, data);
  g_autofree char *subtitle = nida_indicator_subtitle (data);
  g_autofree char *note = nida_indicator_note (data);
  g_autofree char *description = nida_indicator_description (data);
  g_autofree NidaPeriod *periods = g_new0 (NidaPeriod, data->years->len + 1);
  Chart chart = { .recipe = recipe, .data = data, .periods = periods };

  nida_recipe_frame (recipe, title, subtitle, note);
  nida_time_frame_init (&chart.frame, recipe);
  if (data->years->len == 0)
    {
      nida_recipe_message (recipe, _("No indicator with a date is loaded."));
    }
  else
    {
      layout (&chart);
      draw (&chart);
    }
  nida_indicator_table (recipe, data);
  nida_scene_builder_set_words (recipe->scene, title, description);
  nida_time_frame_clear (&chart.frame);
}
