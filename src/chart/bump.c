/* Who is first, second, third in each period among all names; drawn are those that are the largest in the newest one.
 * One to three lines stand out, all others are grey; each is named where it begins and where it ends. */
#include "config.h"

#include "axis.h"
#include "cross.h"
#include "end-labels.h"
#include "follow.h"
#include "no-figure.h"
#include "query-words.h"
#include "translate.h"

#include <string.h>

#define MOST_NAMES     12
#define HIGHLIGHTS      3
#define LABEL_SHARE     0.3     /* of the width, at most, on each side */
#define PERIOD_WIDTH   26.0     /* least width of a period, at scale 1 */
#define ROW_MIN        18.0
#define ROW_MAX        60.0
#define FRAME_ROOM    175.0     /* of the height of a chart, for all but the lines */
#define DOT             4.5
#define MOST_PERIODS   60

/* @rank: from 1, ties share it; 0 where nothing is recorded. @place: the row, each its own */
typedef struct { guint rank, place; } Standing;

typedef struct {
  NidaRecipe    *recipe;
  NidaCross     *cross;
  NidaTimeFrame  frame;
  NidaPeriodAxis axis;
  guint          names[MOST_NAMES];        /* rows of the cross, by the newest period */
  guint          n_names;
  guint          periods[MOST_PERIODS];    /* columns of the cross */
  guint          n_periods;
  NidaPeriod     dates[MOST_PERIODS];
  Standing       standings[MOST_NAMES][MOST_PERIODS];
  guint          n_ranked[MOST_PERIODS];   /* names with a figure */
  NidaEndLabel   labels[2][MOST_NAMES];
  char          *texts[2][MOST_NAMES];
  guint          n_labels[2];
  NidaBox        marks;
  double         pitch;
} Bump;

/* --- ranks --- */

static void
find_periods (Bump *self)
{
  guint n = self->cross->columns->len, width = (guint) (self->recipe->context->width / nida_recipe_px (self->recipe, PERIOD_WIDTH) / 2);
  guint most = CLAMP (width, 2, MOST_PERIODS), first = n;

  for (guint i = n; i-- > 0 && self->n_periods < most;)
    if (nida_cross_column (self->cross, i)->role == NIDA_GROUP_NAMED)
      {
        first = i;
        self->n_periods++;
      }
  for (guint i = 0; i < self->n_periods; i++)
    {
      self->periods[i] = first + i;            /* periods stand side by side */
      self->dates[i] = nida_cross_column (self->cross, first + i)->period;
    }
}

static NidaMoney
value_of (const Bump *self,
          guint       row,
          guint       period)
{
  return nida_cross_value (self->cross, row, self->periods[period]);
}

typedef struct { NidaMoney value; guint index; } Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static guint
most_names (NidaRecipe *recipe)
{
  double room = recipe->context->height / recipe->scale - FRAME_ROOM;
  guint names = CLAMP ((guint) (MAX (room, 0) / ROW_MIN), 1, MOST_NAMES);

  return recipe->spec->top > 0 ? MIN (names, recipe->spec->top) : names;
}

/* All names with a figure in the newest period, the largest first; of coverage those of the largest requirement, since
 * the highest is often that of a tiny appeal. */
static GArray *
newest_names (const Bump *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < self->cross->rows->len && self->n_periods > 0; i++)
    {
      Entry entry = { value_of (self, i, self->n_periods - 1), i };

      if (nida_cross_row (self->cross, i)->role == NIDA_GROUP_NAMED && entry.value != NIDA_MONEY_NONE)
        g_array_append_val (entries, entry);
    }
  if (self->cross->additive)
    g_array_sort (entries, compare_entries);
  return entries;
}

/* Of periods in which few of the names had a figure yet, nothing can be ranked: the first that is shown has half of them. */
static void
drop_sparse_periods (Bump *self)
{
  guint drop = 0;

  for (; drop + 2 < self->n_periods; drop++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n_names; i++)
        n += value_of (self, self->names[i], drop) != NIDA_MONEY_NONE;
      if (2 * n >= self->n_names)
        break;
    }
  self->n_periods -= drop;
  memmove (self->periods, self->periods + drop, self->n_periods * sizeof *self->periods);
  memmove (self->dates, self->dates + drop, self->n_periods * sizeof *self->dates);
}

/* A rank is one among all names, drawn or not: so it does not change with the size of the chart. */
static void
rank_period (Bump *self,
             guint period)
{
  Entry entries[MOST_NAMES];
  guint n = 0;

  for (guint i = 0; i < self->n_names; i++)
    if (value_of (self, self->names[i], period) != NIDA_MONEY_NONE)
      {
        entries[n++] = (Entry) { value_of (self, self->names[i], period), i };
        self->standings[i][period].rank = 1;
      }
  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++)
    self->standings[entries[i].index][period].place = i;
  for (guint row = 0; row < self->cross->rows->len; row++)
    {
      NidaMoney value = value_of (self, row, period);

      if (nida_cross_row (self->cross, row)->role != NIDA_GROUP_NAMED || value == NIDA_MONEY_NONE)
        continue;
      self->n_ranked[period]++;
      for (guint i = 0; i < n; i++)
        self->standings[entries[i].index][period].rank += value > entries[i].value;
    }
}

/* Returns how many names the newest period has. */
static guint
read_ranks (Bump *self)
{
  g_autoptr (GArray) entries = NULL;
  guint all;

  find_periods (self);
  entries = newest_names (self);
  all = entries->len;
  self->n_names = MIN (all, most_names (self->recipe));
  g_array_set_size (entries, self->n_names);
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < self->n_names; i++)
    self->names[i] = g_array_index (entries, Entry, i).index;
  drop_sparse_periods (self);
  for (guint i = 0; i < self->n_periods; i++)
    rank_period (self, i);
  return all;
}

/* --- words --- */

static const char *
name_of (const Bump *self,
         guint       index)
{
  return nida_cross_row (self->cross, self->names[index])->label;
}

/* Who gained most places since the first of the periods; G_MAXUINT where nobody did. */
static guint
find_climber (const Bump *self)
{
  guint found = G_MAXUINT, most = 1;

  for (guint i = 0; i < self->n_names && self->n_periods > 1; i++)
    {
      guint from = self->standings[i][0].rank, to = self->standings[i][self->n_periods - 1].rank;

      if (from == 0 || to == 0 || from <= to + most)
        continue;
      found = i;
      most = from - to;
    }
  return found;
}

static char *
date_of (const Bump *self,
         guint       period)
{
  return nida_cross_date (self->cross, self->periods[period]);
}

static char *
climber_words (const Bump *self)
{
  guint climber = find_climber (self);
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *from = NULL, *to = NULL, *first = NULL, *last = NULL;

  if (climber == G_MAXUINT)
    return NULL;
  from = nida_language_integer (language, self->standings[climber][0].rank);
  to = nida_language_integer (language, self->standings[climber][self->n_periods - 1].rank);
  first = date_of (self, 0);
  last = date_of (self, self->n_periods - 1);
  /* Translators: name, rank and period at first and at last: "Japan rose from number 7 (2022) to number 3 (2026, to 17 Apr)" */
  return g_strdup_printf (_("%1$s rose from number %2$s (%3$s) to number %4$s (%5$s)"), name_of (self, climber), from, first, to, last);
}

/* The first of the drawn is number 1, alone. */
static gboolean
has_first (const Bump *self)
{
  return self->n_names > 1 && self->standings[0][self->n_periods - 1].rank == 1 && self->standings[1][self->n_periods - 1].rank > 1;
}

static char *
make_title (const Bump *self)
{
  g_autofree char *plain = nida_cross_what (self->cross), *message = climber_words (self), *date = NULL;

  if (self->recipe->spec->title != NULL)
    return g_strdup (self->recipe->spec->title);
  if (message == NULL && has_first (self))
    {
      date = date_of (self, self->n_periods - 1);
      message = self->cross->step == NIDA_STEP_DAY ? g_strdup_printf (_("%1$s is number 1 on %2$s"), name_of (self, 0), date)
                /* Translators: name, period: "United States is number 1 in 2026" */
                                                   : g_strdup_printf (_("%1$s is number 1 in %2$s"), name_of (self, 0), date);
    }
  if (message == NULL)
    return g_steal_pointer (&plain);
  return g_strdup (nida_describe_choose_title (self->recipe, (const char *[]) { message, plain, NULL }));
}

static char *
make_subtitle (const Bump *self,
               guint       all)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *count = nida_noun_count (language, self->cross->row_noun, all), *n = nida_language_integer (language, self->n_names);
  g_autofree char *names = all > self->n_names ? g_strdup_printf (_("the %1$s largest of %2$s"), n, count) : g_strdup (count);
  g_autofree char *more = NULL, *date = NULL;

  if (self->n_periods == 0)
    return nida_cross_subtitle (self->cross, NULL);
  date = date_of (self, self->n_periods - 1);
  /* Translators: whose ranks are shown and when they were the largest: "ranks among all, of the 12 largest of 194 donors in 2026" */
  more = g_strdup_printf (_("ranks among all, of %1$s in %2$s"), names, date);
  return nida_cross_subtitle (self->cross, more);
}

/* Periods without room, or in which few of the names had a figure; NULL where all are drawn. */
static char *
make_note (const Bump *self)
{
  g_autofree char *date = NULL;

  if (self->n_periods < 2 || self->periods[0] == 0)
    return NULL;
  date = date_of (self, 0);
  /* Translators: %s is the first period that is drawn: "Not drawn: what came before 2022. The table has it." */
  return g_strdup_printf (_("Not drawn: what came before %s. The table has it."), date);
}

static char *
describe (const Bump *self,
          guint       all)
{
  GString *text = g_string_new (NULL);
  g_autofree char *what = nida_cross_what (self->cross);
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->cross->row_noun, all);
  g_autofree char *total = nida_recipe_value (self->recipe, self->cross->measure, nida_cross_total (self->cross));
  char *climber = climber_words (self);

  nida_describe_sentence (text, g_strdup_printf (_("Lines of ranks, %1$s: %2$s."), what, count));
  if (has_first (self))
    {
      g_autofree char *value = nida_recipe_value (self->recipe, self->cross->measure, value_of (self, self->names[0], self->n_periods - 1));
      g_autofree char *date = date_of (self, self->n_periods - 1);

      nida_describe_sentence (text, g_strdup_printf (_("Number 1 in %1$s: %2$s, %3$s."), date, name_of (self, 0), value));
    }
  if (climber != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("%s."), climber));
  g_free (climber);
  nida_describe_total (text, total);
  return g_string_free (text, FALSE);
}

/* --- looks --- */

/* The pinned name and the first of the newest period; all others are grey. */
static gboolean
stands_out (const Bump *self,
            guint       index)
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
color_of (const Bump *self,
          guint       index)
{
  return stands_out (self, index) ? nida_cross_hue (self->cross, self->names[index]) : NIDA_COLOR_OTHER;
}

/* --- places --- */

static NidaPoint
point_of (const Bump *self,
          guint       index,
          guint       period)
{
  double width = self->marks.width / self->n_periods;

  return (NidaPoint) { self->marks.x + (period + 0.5) * width, self->marks.y + (self->standings[index][period].place + 0.5) * self->pitch };
}

static void
add_label (Bump  *self,
           guint  side,
           guint  index,
           guint  period)
{
  guint n = self->n_labels[side]++;
  g_autofree char *rank = nida_language_integer (self->recipe->context->language, self->standings[index][period].rank);

  /* Translators: a rank and a name: "3 Japan" */
  self->texts[side][n] = g_strdup_printf (C_("rank", "%1$s %2$s"), rank, name_of (self, index));
  self->labels[side][n] = (NidaEndLabel) {
    .id = nida_cross_row (self->cross, self->names[index])->key,
    .name = self->texts[side][n],
    .value = side == 1 ? nida_recipe_value (self->recipe, self->cross->measure, value_of (self, self->names[index], period)) : NULL,
    .at = index,
    .color = color_of (self, index),
    .bold = stands_out (self, index),
  };
}

/* Half of the band of a period, so that the outer dots stand at their labels and the outer bands inside the chart: on either
 * side the wider of the two counts. */
static double
half_band (const Bump   *self,
           const double *labels,
           double        width)
{
  guint n = self->n_periods;
  double one_side = (width - MAX (labels[0], labels[1])) / (2 * n - 1);

  return MAX (MIN (MIN ((width - labels[0] - labels[1]) / (2 * (n - 1)), one_side), width / (2 * n)), 0);
}

static gboolean
lay_out (Bump *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaBox area = self->frame.area;
  double widths[2], dot = nida_recipe_px (recipe, DOT), half;

  for (guint i = 0; i < self->n_names; i++)
    {
      if (self->standings[i][0].rank > 0)
        add_label (self, 0, i, 0);
      add_label (self, 1, i, self->n_periods - 1);
    }
  for (guint side = 0; side < 2; side++)
    widths[side] = nida_end_labels_width (recipe, self->labels[side], self->n_labels[side], area.width * LABEL_SHARE);
  half = half_band (self, widths, area.width - 2 * dot);
  self->marks = (NidaBox) { area.x + MAX (widths[0], half) + dot - half, area.y, 2 * half * self->n_periods, 0 };
  nida_period_axis_train (&self->axis, recipe, self->dates, self->n_periods, self->cross->step, self->marks.width,
                          recipe->context->as_of);
  self->marks.height = area.height - self->axis.height;
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

/* A rank is no sum: under a brush the lines only pale, and the dots show what of their figures is inside. */
static void
emit_run (Bump      *self,
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
  nida_node_pale_with (line, marks[from]);
}

/* A period in which nothing is recorded is a gap, not the last place. */
static void
emit_line (Bump      *self,
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
make_mark (Bump *self,
           guint index,
           guint period)
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
emit_dots (Bump      *self,
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
emit_name (Bump *self,
           guint index)
{
  NidaMark *marks[MOST_PERIODS];

  for (guint i = 0; i < self->n_periods; i++)
    marks[i] = make_mark (self, index, i);
  emit_line (self, index, marks);
  emit_dots (self, index, marks);
}

static void
emit_axis (Bump *self)
{
  NidaBox box = nida_time_frame_flip (&self->frame, self->marks);
  NidaBandScale bands = { self->n_periods, { box.x, box.x + box.width }, 0, self->frame.reversed };
  double foot = self->marks.y + self->marks.height;

  /* what the arrow of time stands on */
  if (self->axis.cue)
    nida_time_frame_line (&self->frame, "axis/foot", (NidaPoint) { self->marks.x, foot },
                          (NidaPoint) { self->marks.x + self->marks.width, foot }, NIDA_COLOR_GRID, self->recipe->scale);
  nida_period_axis_emit (&self->axis, self->recipe, &bands, foot);
}

static void
draw (Bump *self)
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
clear (Bump *self)
{
  for (guint side = 0; side < 2; side++)
    {
      nida_end_labels_clear (self->labels[side], self->n_labels[side]);
      for (guint i = 0; i < self->n_labels[side]; i++)
        g_free (self->texts[side][i]);
    }
  nida_time_frame_clear (&self->frame);
  nida_cross_free (self->cross);
}

void
nida_bump_build (NidaRecipe *recipe)
{
  Bump self = { .recipe = recipe, .cross = nida_cross_new (recipe) };
  guint all = read_ranks (&self);
  g_autofree char *title = make_title (&self), *subtitle = make_subtitle (&self, all), *description = describe (&self, all);
  g_autofree char *note = make_note (&self);

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
