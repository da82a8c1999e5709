/* What each year had by each of its days, and what this one may come to: its sum by today grows as earlier years grew after
 * that day. A projection is nobody's figure: it is in no sum, and is told apart wherever it stands. */
#include "config.h"

#include "pace.h"

#include <stdlib.h>

#define LONGEST   31     /* days of a date that still has a place in the year: a month */
#define LEAST      2     /* earlier years that a projection needs */
#define COMPARABLE 10    /* an earlier year has at least one part in so many of this year's sum by the same day */
#define QUARTILES  4     /* years from which the middle half says more than the extremes */

void
nida_pace_queries (const NidaChartSpec *spec,
                   GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);

  nida_query_clear_filter (query, NIDA_FIELD_DATE);
  query->from = query->to = NIDA_DATE_NONE;
  query->by[0] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_DAY };
  query->n_by = 1;
  query->measures = 1u << spec->measure;
  g_ptr_array_add (queries, query);
}

/* --- days --- */

static int
year_of (gint32 day)
{
  return nida_date_year ((NidaDate) { day, NIDA_PRECISION_DAY });
}

/* The place of a day in a leap year. */
static guint
place_of (gint32 day)
{
  int year, month, month_day;

  nida_civil_from_days (day, &year, &month, &month_day);
  return (guint) (nida_days_from_civil (2000, month, month_day) - nida_days_from_civil (2000, 1, 1));
}

NidaDate
nida_pace_date (const NidaPace *self,
                guint           day)
{
  int year, month, month_day;

  nida_civil_from_days (nida_days_from_civil (2000, 1, 1) + (gint32) day, &year, &month, &month_day);
  if (!nida_civil_valid (self->year, month, month_day))
    month_day--;
  return nida_date_new_day (self->year, month, month_day);
}

/* A date that lies in one year and has a place there. */
static gboolean
has_place (const NidaCubeItem *item)
{
  gint32 first, last;

  if (item->not_stated || item->period.start.precision == NIDA_PRECISION_NONE)
    return FALSE;
  first = nida_date_first_day (item->period.start);
  last = nida_date_last_day (item->period.end);
  return year_of (first) == year_of (last) && last - first < LONGEST;
}

/* --- years --- */

static void
year_free (gpointer data)
{
  NidaPaceYear *year = data;

  g_free (year->name);
  g_array_unref (year->gifts);
  g_free (year);
}

static void
choose_year (NidaPace *self,
             NidaCube *cube)
{
  NidaDate as_of = self->recipe->context->as_of;
  int newest = 0;
  gint32 last = G_MININT32;

  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      if (has_place (item) && cell->values[self->measure] != NIDA_MONEY_NONE && cell->values[self->measure] != 0)
        newest = MAX (newest, nida_date_year (item->period.start));
    }
  self->year = nida_describe_year (self->recipe->spec->query);
  if (self->year == 0)
    self->year = newest;
  if (as_of.precision == NIDA_PRECISION_DAY)
    last = as_of.day;
  else
    for (guint i = 0; i < nida_cube_get_n_items (cube, 0); i++)
      if (has_place (nida_cube_get_item (cube, 0, i)))
        last = MAX (last, nida_date_last_day (nida_cube_get_item (cube, 0, i)->period.end));
  self->complete = last >= nida_days_from_civil (self->year, 12, 31);
  self->today = self->complete || year_of (last) != self->year ? NIDA_PACE_DAYS - 1 : place_of (last);
}

static NidaPaceYear *
year_at (NidaPace *self,
         int       year)
{
  return g_ptr_array_index (self->years, year - (self->year - NIDA_PACE_MOST_YEARS + 1));
}

static void
add_cell (NidaPace           *self,
          const NidaCubeItem *item,
          NidaMoney           value)
{
  NidaPaceYear *year;
  NidaPaceGift gift;
  gint32 last;
  guint place;

  if (!has_place (item))
    {
      gboolean dated = !item->not_stated && item->period.start.precision != NIDA_PRECISION_NONE;

      if (dated && nida_date_year (item->period.end) > self->year - NIDA_PACE_MOST_YEARS && nida_date_year (item->period.start) <= self->year)
        self->apart = nida_money_plus (self->apart, value);
      return;
    }
  last = nida_date_last_day (item->period.end);
  if (year_of (last) > self->year || year_of (last) <= self->year - NIDA_PACE_MOST_YEARS)
    return;
  year = year_at (self, year_of (last));
  /* what has only a month is counted when the month is over, at the latest today */
  place = year->year == self->year ? MIN (place_of (last), self->today) : place_of (last);
  year->sums[place] = nida_money_plus (year->sums[place], value);
  gift = (NidaPaceGift) { place, item, value };
  g_array_append_val (year->gifts, gift);
}

static int
compare_gifts (gconstpointer a,
               gconstpointer b)
{
  const NidaPaceGift *x = a, *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

static void
add_up (NidaPaceYear *year)
{
  g_array_sort (year->gifts, compare_gifts);
  for (guint day = 1; day < NIDA_PACE_DAYS; day++)
    year->sums[day] = nida_money_plus (year->sums[day], year->sums[day - 1]);
}

/* Years in which nothing came say nothing of a pace. */
static void
keep_years (NidaPace *self)
{
  for (guint i = self->years->len; i-- > 0;)
    {
      const NidaPaceYear *year = self->years->pdata[i];

      if (nida_pace_whole (year) > 0)
        continue;
      self->not_above_zero |= year->year == self->year && year->gifts->len > 0;
      g_ptr_array_remove_index (self->years, i);
    }
}

NidaMoney
nida_pace_whole (const NidaPaceYear *year)
{
  return year->sums[NIDA_PACE_DAYS - 1];
}

const NidaPaceYear *
nida_pace_current (const NidaPace *self)
{
  const NidaPaceYear *last = self->years->len > 0 ? g_ptr_array_index (self->years, self->years->len - 1) : NULL;

  return last != NULL && last->year == self->year ? last : NULL;
}

NidaMoney
nida_pace_now (const NidaPace *self)
{
  const NidaPaceYear *current = nida_pace_current (self);

  return current != NULL ? current->sums[self->today] : 0;
}

/* --- the projection --- */

static int
compare_money (gconstpointer a,
               gconstpointer b)
{
  const NidaMoney x = *(const NidaMoney *) a, y = *(const NidaMoney *) b;

  return (x > y) - (x < y);
}

/* The value at @quarters of the way through @values, which are sorted. */
static NidaMoney
quantile (const NidaMoney *values,
          guint            n,
          guint            quarters)
{
  guint at = (n - 1) * quarters;
  NidaMoney below = values[at / 4], above = values[MIN (at / 4 + 1, n - 1)];

  return below + (above - below) / 4 * (NidaMoney) (at % 4);
}

static void
add_point (NidaPace *self,
           guint     day)
{
  NidaMoney values[NIDA_PACE_MOST_YEARS], now = nida_pace_now (self);
  NidaPacePoint point = { .day = day };
  guint n = 0;

  for (guint i = 0; i + 1 < self->years->len; i++)
    {
      const NidaPaceYear *year = g_ptr_array_index (self->years, i);
      __int128 grown;

      /* a file of this year's plans has crumbs of the years before, which say nothing of a pace */
      if (year->sums[self->today] <= 0 || year->sums[self->today] < now / COMPARABLE)
        continue;
      grown = (__int128) now * year->sums[day] / year->sums[self->today];
      values[n++] = (NidaMoney) CLAMP (grown, 0, G_MAXINT64 / 4);
    }
  self->basis = n;
  if (n < LEAST)
    return;
  qsort (values, n, sizeof *values, compare_money);
  self->quartiles = n >= QUARTILES;
  point.low = self->quartiles ? quantile (values, n, 1) : values[0];
  point.middle = quantile (values, n, 2);
  point.high = self->quartiles ? quantile (values, n, 3) : values[n - 1];
  self->points[self->n_points++] = point;
}

/* From today to the end of each month. */
static void
project (NidaPace *self)
{
  if (self->recipe->spec->no_projection || self->complete || self->today + 1 >= NIDA_PACE_DAYS || nida_pace_now (self) <= 0)
    return;
  add_point (self, self->today);
  for (int month = 1; month <= 12 && self->n_points > 0; month++)
    {
      guint end = place_of (nida_date_last_day (nida_date_new_month (2000, month)));

      if (end > self->today)
        add_point (self, end);
    }
}

void
nida_pace_read (NidaPace   *self,
                NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);

  *self = (NidaPace) { .recipe = recipe, .measure = recipe->spec->measure, .apart = NIDA_MONEY_NONE };
  self->years = g_ptr_array_new_with_free_func (year_free);
  choose_year (self, cube);
  if (self->year == 0)
    return;
  for (int year = self->year - NIDA_PACE_MOST_YEARS + 1; year <= self->year; year++)
    {
      NidaPaceYear *one = g_new0 (NidaPaceYear, 1);

      one->year = year;
      one->gifts = g_array_new (FALSE, FALSE, sizeof (NidaPaceGift));
      one->name = nida_language_date (recipe->context->language, nida_date_new_year (year), NIDA_DATE_MEDIUM);
      g_ptr_array_add (self->years, one);
    }
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (cell->values[self->measure] != NIDA_MONEY_NONE)
        add_cell (self, nida_cube_get_item (cube, 0, cell->item[0]), cell->values[self->measure]);
    }
  for (guint i = 0; i < self->years->len; i++)
    add_up (self->years->pdata[i]);
  keep_years (self);
  if (nida_pace_current (self) != NULL)
    project (self);
}

void
nida_pace_clear (NidaPace *self)
{
  g_clear_pointer (&self->years, g_ptr_array_unref);
}
