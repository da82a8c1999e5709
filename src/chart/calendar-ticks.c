/* Ticks at the first days of years, quarters and months: never "every 73 days". */
#include "config.h"

#include "ticks.h"

static const int month_steps[] = { 1, 3, 6 };
static const int year_factors[] = { 1, 2, 5 };

static NidaDate
tick_at (int month_index,
         int months)
{
  int year = month_index / 12;
  int month = month_index % 12 + 1;

  if (months >= 12)
    return nida_date_new_year (year);
  if (months >= 3)
    return nida_date_new_quarter (year, (month - 1) / 3 + 1);

  return nida_date_new_month (year, month);
}

/* The first month index at or after @day that is a multiple of @months. */
static int
first_index (gint32 day,
             int    months)
{
  int year, month, day_of_month, index;

  nida_civil_from_days (day, &year, &month, &day_of_month);
  index = year * 12 + month - 1 + (day_of_month > 1 ? 1 : 0);

  return (index + months - 1) / months * months;
}

static gint32
day_of (int index)
{
  return nida_days_from_civil (index / 12, index % 12 + 1, 1);
}

static guint
count_ticks (gint32 first,
             gint32 last,
             int    months)
{
  guint n = 0;

  for (int i = first_index (first, months); day_of (i) <= last; i += months)
    n++;

  return n;
}

static int
choose_step (gint32 first,
             gint32 last,
             guint  max)
{
  for (guint i = 0; i < G_N_ELEMENTS (month_steps); i++)
    if (count_ticks (first, last, month_steps[i]) <= max)
      return month_steps[i];

  for (int power = 12;; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (year_factors); i++)
      if (count_ticks (first, last, power * year_factors[i]) <= max || power > 12000)
        return power * year_factors[i];
}

/**
 * nida_ticks_calendar:
 * @first: first day of the axis, days since 1970
 * @last: last day, not before @first
 * @max: how many there is room for; at least 1 is taken
 *
 * Months, quarters, half years or years (every 1, 2, 5, 10 …), whichever is the finest with at most @max ticks. A range
 * that holds the first day of none gets its own first day.
 *
 * Returns: (transfer full) (element-type NidaDate): first days, with the precision that names them
 */
GArray *
nida_ticks_calendar (gint32 first,
                     gint32 last,
                     guint  max)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (NidaDate));
  int months;

  g_return_val_if_fail (first <= last, ticks);

  months = choose_step (first, last, MAX (max, 1));
  for (int i = first_index (first, months); day_of (i) <= last; i += months)
    {
      NidaDate tick = tick_at (i, months);

      g_array_append_val (ticks, tick);
    }
  if (ticks->len == 0)
    {
      NidaDate tick = { first, NIDA_PRECISION_DAY };

      g_array_append_val (ticks, tick);
    }

  return ticks;
}
