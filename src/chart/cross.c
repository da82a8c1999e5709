/* From cube to rows and columns: which names have a line, how periods stand without a gap, what is summed or left out. */
#include "config.h"

#include "cross.h"

#include "filter-values.h"
#include "no-figure.h"
#include "teller.h"
#include "timeline-periods.h"
#include "translate.h"
#include "words.h"

#define MOST_PERIODS 400      /* beyond, the oldest are gathered */

/* --- the question --- */

static gboolean
is_date (NidaGroupBy by)
{
  return by.field == NIDA_FIELD_DATE;
}

static NidaField
usual_rows (NidaMeasure measure)
{
  switch (measure)
    {
    case NIDA_MEASURE_REQUIREMENT:
    case NIDA_MEASURE_GAP:
    case NIDA_MEASURE_COVERAGE:
      return NIDA_FIELD_APPEAL;
    default:
      return NIDA_FIELD_DONOR;
    }
}

static void
add_query (const NidaChartSpec *spec,
           GPtrArray           *queries,
           gboolean             timed)
{
  NidaQuery *query = nida_query_copy (spec->query);
  NidaGroupBy names[NIDA_MAX_BY] = { { usual_rows (spec->measure), NIDA_STEP_NONE } };
  NidaGroupBy date = { NIDA_FIELD_DATE, spec->step != NIDA_STEP_NONE ? spec->step : NIDA_STEP_YEAR };
  guint n = 0;

  for (guint i = 0; i < query->n_by; i++)
    if (is_date (query->by[i]))
      {
        timed = TRUE;
        date.step = spec->step != NIDA_STEP_NONE || query->by[i].step == NIDA_STEP_NONE ? date.step : query->by[i].step;
      }
    else
      names[n++] = query->by[i];
  query->by[0] = names[0];
  query->by[1] = timed || n < 2 ? date : names[1];
  query->n_by = 2;
  query->measures = 1u << spec->measure;
  if (spec->measure == NIDA_MEASURE_COVERAGE || spec->measure == NIDA_MEASURE_GAP)      /* and whether one has no rate */
    query->measures |= 1u << NIDA_MEASURE_REQUIREMENT;
  g_ptr_array_add (queries, query);
}

void
nida_cross_queries (const NidaChartSpec *spec,
                    GPtrArray           *queries)
{
  add_query (spec, queries, FALSE);
}

void
nida_cross_time_queries (const NidaChartSpec *spec,
                         GPtrArray           *queries)
{
  add_query (spec, queries, TRUE);
}

/* --- lines --- */

static void
line_clear (gpointer data)
{
  NidaCrossLine *line = data;

  g_free (line->key);
  g_free (line->label);
  g_clear_pointer (&line->filter, g_ref_string_release);
}

/* The marks of a scene keep the lines of a crossing, and may go in any thread. */
static void
line_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, line_clear);
}

GPtrArray *
nida_cross_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_release);
}

NidaCrossLine *
nida_cross_line_new (GPtrArray    *lines,
                     NidaGroupRole role,
                     const char   *key,
                     char         *label)
{
  NidaCrossLine *line = g_atomic_rc_box_new0 (NidaCrossLine);

  line->role = role;
  line->key = g_strdup (key);
  line->label = label;
  line->weight = 0;
  g_ptr_array_add (lines, line);
  return line;
}

static NidaMeasure
weight_of (NidaMeasure measure)
{
  return measure == NIDA_MEASURE_COVERAGE ? NIDA_MEASURE_REQUIREMENT : measure;
}

/* What is known of an item of the cube before lines are chosen. */
typedef struct {
  guint         item;
  NidaGroupRole role;
  NidaMoney     weight;
  gboolean      used;        /* some cell is not zero */
  const char   *name;
} Item;

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *first = a, *second = b;

  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

static Item *
read_items (NidaCube *cube,
            guint     dimension)
{
  guint n = nida_cube_get_n_items (cube, dimension);
  Item *items = g_new0 (Item, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, dimension, i);

      items[i] = (Item) { .item = i, .name = item->name };
      items[i].role = item->not_stated ? NIDA_GROUP_NOT_STATED
                      : item->n_members > 1 ? NIDA_GROUP_SEVERAL : NIDA_GROUP_NAMED;
    }
  return items;
}

static void
weigh (const NidaCross *self,
       NidaCube        *cube,
       Item            *items[2])
{
  NidaMeasure weight = weight_of (self->measure);
  guint n;
  const NidaCubeCell *cells = nida_cube_get_cells (cube, &n);

  for (guint d = 0; d < 2; d++)
    items[d] = read_items (cube, d);
  for (guint i = 0; i < n; i++)
    for (guint d = 0; d < 2; d++)
      {
        Item *item = &items[d][cells[i].item[d]];
        NidaMoney value = cells[i].values[self->measure];

        item->weight = nida_money_plus (item->weight, cells[i].values[weight]);
        item->used = item->used || (value != NIDA_MONEY_NONE && value != 0);
      }
}

/* Names by size, then what names several or none. Sorts @items, fills @line_of for each item; %G_MAXUINT where it has no line. */
static GPtrArray *
name_lines (const NidaCross *self,
            NidaCube        *cube,
            guint            dimension,
            Item            *items,
            guint           *line_of)
{
  NidaField field = nida_cube_get_query (cube)->by[dimension].field;
  NidaLanguage *language = self->recipe->context->language;
  NidaNoun noun = nida_noun_for_cube (cube, dimension);
  guint n = nida_cube_get_n_items (cube, dimension);
  GPtrArray *lines = nida_cross_lines_new ();
  NidaCrossLine *line = NULL;

  qsort (items, n, sizeof *items, compare_items);
  for (guint i = 0; i < n; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, dimension, items[i].item);

      line_of[items[i].item] = G_MAXUINT;
      if (!items[i].used || (!self->additive && items[i].role == NIDA_GROUP_SEVERAL))
        continue;
      if (items[i].role == NIDA_GROUP_NAMED)
        line = nida_cross_line_new (lines, NIDA_GROUP_NAMED, item->name, nida_words_name (language, field, item->name, item->arabic));
      else if (items[i].role == NIDA_GROUP_SEVERAL && (line == NULL || line->role != NIDA_GROUP_SEVERAL))
        line = nida_cross_line_new (lines, NIDA_GROUP_SEVERAL, "+several", g_strdup (nida_noun_several (noun)));
      else if (items[i].role == NIDA_GROUP_NOT_STATED)
        line = nida_cross_line_new (lines, NIDA_GROUP_NOT_STATED, "+not-stated", g_strdup (nida_noun_not_stated (noun)));
      if (items[i].role != NIDA_GROUP_SEVERAL)
        line->filter = g_ref_string_new (nida_recipe_item_filter (item));
      line->field = field;
      line->weight = nida_money_plus (line->weight, items[i].weight);
      line->n++;
      line_of[items[i].item] = lines->len - 1;
    }
  return lines;
}

/* --- periods --- */

NidaCrossLine *
nida_cross_before_new (GPtrArray    *lines,
                       NidaLanguage *language,
                       NidaPeriod    past,
                       NidaPeriod    next)
{
  g_autofree char *date = nida_language_period (language, next, NIDA_DATE_MEDIUM), *span = nida_period_to_string (past);
  NidaCrossLine *line = nida_cross_line_new (lines, NIDA_GROUP_OTHER, "+before", g_strdup_printf (_("before %s"), date));

  line->field = NIDA_FIELD_DATE;
  line->filter = g_ref_string_new (span);
  line->period = past;
  return line;
}

static NidaCrossLine *
period_line (GPtrArray  *lines,
             NidaPeriod  period)
{
  g_autofree char *key = nida_period_to_string (period);
  NidaCrossLine *line = nida_cross_line_new (lines, NIDA_GROUP_NAMED, key, NULL);

  line->field = NIDA_FIELD_DATE;
  line->filter = g_ref_string_new (key);
  line->period = period;
  return line;
}

typedef struct {
  const NidaCross *cross;
  NidaCube        *cube;
  guint            fiscal_start;
  const Item      *items;
  gint32           first, start, last;     /* days: of all figures, of the first column of its own, of the end */
  GPtrArray       *lines;
  NidaCrossLine   *before, *apart;
} Periods;

static gboolean
is_single (const Periods *self,
           guint          item)
{
  return self->items[item].role == NIDA_GROUP_NAMED
         && nida_period_fits_step (nida_cube_get_item (self->cube, 1, item)->period, self->cross->step, self->fiscal_start);
}

static NidaPeriod
period_at (const Periods *self,
           gint32         day)
{
  return nida_period_at (day, self->cross->step, self->fiscal_start);
}

/* Is it one year, quarter or month, whose parts are looked at? */
static gboolean
is_one (NidaPeriod period,
        guint      fiscal_start)
{
  if (period.start.precision == NIDA_PRECISION_NONE)
    return FALSE;
  return !nida_period_is_span (period)
         || nida_period_compare (period, nida_period_of_step (period.start, NIDA_STEP_FISCAL_YEAR, fiscal_start)) == 0;
}

/* Who looks closer at one year or quarter sees all of it that the data reach, also where nothing is recorded at its ends. Other
 * kinds draw no place for nothing: lines begin at their first figure, and two dates that are compared have some. */
static void
widen_to_chosen (Periods *self)
{
  NidaQuery *query = nida_cube_get_query (self->cube);
  NidaDate as_of = self->cross->recipe->context->as_of;
  gint32 newest = as_of.precision != NIDA_PRECISION_NONE ? nida_date_last_day (as_of) : self->last;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaPeriod period;

      if (nida_query_get_filter (query, i, &values) != NIDA_FIELD_DATE || values[0] == NULL || values[1] != NULL
          || !nida_filter_values_period (values[0], self->fiscal_start, &period, NULL) || !is_one (period, self->fiscal_start))
        continue;
      self->first = MIN (self->first, nida_period_first_day (period));
      self->last = MAX (self->last, MIN (nida_period_last_day (period), nida_period_last_day (period_at (self, newest))));
    }
}

/* From the first to the last period that holds a figure, but no more than the newest MOST_PERIODS. */
static void
find_extent (Periods *self)
{
  self->first = G_MAXINT32;
  self->last = G_MININT32;
  for (guint i = 0; i < nida_cube_get_n_items (self->cube, 1); i++)
    if (self->items[i].used && is_single (self, i))
      {
        NidaPeriod period = nida_cube_get_item (self->cube, 1, i)->period;

        self->first = MIN (self->first, nida_period_first_day (period));
        self->last = MAX (self->last, nida_period_last_day (period));
      }
  if (self->first <= self->last && self->cross->recipe->spec->kind == NIDA_CHART_HEATMAP)
    widen_to_chosen (self);
  nida_shared_scale_days (self->cross->recipe->context->shared_scale, &self->first, &self->last);
  if (self->first > self->last)
    return;
  self->start = nida_period_first_day (period_at (self, self->last));
  for (guint i = 1; i < MOST_PERIODS && self->start > self->first; i++)
    self->start = nida_period_first_day (period_at (self, self->start - 1));
}

/* None left out between two others: a year without a figure is a column of its own. */
static void
add_periods (Periods *self)
{
  if (self->first > self->last)
    return;
  if (self->start > self->first && self->cross->additive)
    self->before = nida_cross_before_new (self->lines, self->cross->recipe->context->language,
                                          (NidaPeriod) { period_at (self, self->first).start, period_at (self, self->start - 1).end },
                                          period_at (self, self->start));
  for (gint32 day = self->start; day <= self->last;)
    {
      NidaPeriod period = period_at (self, day);

      period_line (self->lines, period);
      day = nida_period_last_day (period) + 1;
    }
}

/* Columns of periods stand in the order of time. */
static NidaCrossLine *
find_period (const Periods *self,
             gint32         day,
             guint         *index)
{
  guint from = self->before != NULL ? 1 : 0, to = self->apart != NULL ? self->lines->len - 1 : self->lines->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      NidaCrossLine *line = g_ptr_array_index (self->lines, middle);
      gint32 first = nida_period_first_day (line->period);

      *index = middle;
      if (first == day)
        return line;
      if (first < day)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

/* The column of an item, or %NULL where it has none. */
static NidaCrossLine *
line_of_period (Periods *self,
                guint    index,
                guint   *column)
{
  const NidaCubeItem *item = nida_cube_get_item (self->cube, 1, index);

  if (is_single (self, index))
    {
      gint32 day = nida_period_first_day (item->period);

      *column = 0;
      return day < self->start ? self->before : find_period (self, day, column);
    }
  if (!self->cross->additive)
    return NULL;
  if (self->apart == NULL)
    {
      /* Translators: a column of money without a date, or with a span of dates, beside columns of years */
      self->apart = nida_cross_line_new (self->lines, NIDA_GROUP_NOT_STATED, "+apart",
                                         g_strdup (item->not_stated ? _("undated") : _("no single date")));
      self->apart->filter = g_ref_string_new (item->not_stated ? "" : item->name);
    }
  else
    {
      g_clear_pointer (&self->apart->filter, g_ref_string_release);
      g_free (self->apart->label);
      self->apart->label = g_strdup (_("no single date"));
    }
  *column = self->lines->len - 1;
  return self->apart;
}

static GPtrArray *
period_lines (const NidaCross *cross,
              NidaCube        *cube,
              const Item      *items,
              guint           *line_of)
{
  Periods self = { .cross = cross, .cube = cube, .items = items };

  self.fiscal_start = MAX (1, nida_cube_get_query (cube)->fiscal_start);
  self.lines = nida_cross_lines_new ();
  find_extent (&self);
  add_periods (&self);
  for (guint i = 0; i < nida_cube_get_n_items (cube, 1); i++)
    {
      NidaCrossLine *line = items[i].used ? line_of_period (&self, i, &line_of[i]) : NULL;

      if (line == NULL)
        {
          line_of[i] = G_MAXUINT;
          continue;
        }
      line->field = NIDA_FIELD_DATE;
      line->weight = nida_money_plus (line->weight, items[i].weight);
      line->n++;
    }
  return self.lines;
}

/* --- the whole --- */

void
nida_cross_clear_values (NidaCross *self)
{
  gsize n = MAX ((gsize) self->rows->len * self->columns->len, 1);

  self->values = g_new (NidaMoney, n);
  for (gsize i = 0; i < n; i++)
    self->values[i] = NIDA_MONEY_NONE;
  self->unknown = g_atomic_rc_box_alloc0 (n);
}

static void
read_values (NidaCross   *self,
             NidaCube    *cube,
             const guint *row_of,
             const guint *column_of)
{
  guint n_cells;
  const NidaCubeCell *cells = nida_cube_get_cells (cube, &n_cells);

  nida_cross_clear_values (self);
  for (guint i = 0; i < n_cells; i++)
    {
      const NidaCubeCell *cell = &cells[i];
      guint row = row_of[cell->item[0]], column = column_of[cell->item[1]];
      gsize at;

      if (row == G_MAXUINT || column == G_MAXUINT)
        continue;
      at = (gsize) row * self->columns->len + column;
      self->values[at] = nida_money_plus (self->values[at], cell->values[self->measure]);
      self->unknown[at] |= nida_no_figure_is_unknown (cell, self->measure);
    }
}

/**
 * nida_cross_new:
 * @recipe: a recipe whose first cube answers nida_cross_queries()
 *
 * Returns: (transfer full): rows, columns and their exact figures; empty where the answer is
 */
NidaCross *
nida_cross_new (NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  NidaQuery *query = nida_cube_get_query (cube);
  NidaCross *self = g_new0 (NidaCross, 1);
  g_autofree guint *row_of = g_new (guint, MAX (nida_cube_get_n_items (cube, 0), 1));
  g_autofree guint *column_of = g_new (guint, MAX (nida_cube_get_n_items (cube, 1), 1));
  Item *items[2];

  self->recipe = recipe;
  self->measure = recipe->spec->measure;
  self->row_field = query->by[0].field;
  self->column_field = query->by[1].field;
  self->row_noun = nida_noun_for_cube (cube, 0);
  self->column_noun = nida_noun_for_cube (cube, 1);
  self->step = query->by[1].step;
  self->timed = is_date (query->by[1]);
  self->additive = self->measure != NIDA_MEASURE_COVERAGE;
  weigh (self, cube, items);
  self->rows = name_lines (self, cube, 0, items[0], row_of);
  self->columns = self->timed ? period_lines (self, cube, items[1], column_of) : name_lines (self, cube, 1, items[1], column_of);
  read_values (self, cube, row_of, column_of);
  g_free (items[0]);
  g_free (items[1]);
  return self;
}

gboolean
nida_cross_has_period (const NidaCross *self)
{
  for (guint i = 0; i < self->columns->len && self->timed; i++)
    if (nida_cross_column (self, i)->role == NIDA_GROUP_NAMED)
      return TRUE;
  return FALSE;
}

void
nida_cross_free (NidaCross *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->values);
  g_atomic_rc_box_release (self->unknown);
  g_clear_pointer (&self->teller, nida_teller_unref);
  g_free (self);
}

char *
nida_cross_line_words (const NidaCrossLine *self,
                       NidaLanguage        *language)
{
  return self->label != NULL ? g_strdup (self->label) : nida_language_period (language, self->period, NIDA_DATE_MEDIUM);
}

const char *
nida_cross_column_label (const NidaCross *self,
                         guint            index)
{
  NidaCrossLine *line = g_ptr_array_index (self->columns, index);

  if (line->label == NULL)
    line->label = nida_cross_line_words (line, self->recipe->context->language);
  return line->label;
}

guint
nida_cross_n_names (const NidaCross *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += nida_cross_row (self, i)->role == NIDA_GROUP_NAMED;
  return n;
}

NidaMoney
nida_cross_total (const NidaCross *self)
{
  const NidaCubeCell *total = nida_cube_get_total (nida_recipe_cube (self->recipe, 0));

  return total != NULL ? total->values[self->measure] : NIDA_MONEY_NONE;
}

NidaColor
nida_cross_hue (const NidaCross *self,
                guint            row)
{
  NidaColorMap *colors = self->recipe->context->colors;
  const NidaCrossLine *line = nida_cross_row (self, row);

  if (colors == NULL)
    return row < 5 ? NIDA_COLOR_SERIES_1 + row : NIDA_COLOR_OTHER;
  nida_color_map_pin (colors, line->field, line->key);
  return nida_color_map_lookup (colors, line->field, line->key);
}
