/* Civil dates and spans: exact day counts, their written forms, groups of a time step; date-parse.c reads them.
 *
 * The calendar is the proleptic Gregorian one. Day numbers follow Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (2013): a year begins in March, so that the leap day is its last. Never days / 365.2425. */
#include "period.h"

#define FIRST_YEAR 1000
#define LAST_YEAR  2999

#define DAYS_PER_ERA      146097      /* 400 years */
#define DAYS_TO_1970      719468      /* from 0000-03-01 */

static gint32
floor_divide (gint32 a,
              gint32 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/**
 * nida_days_from_civil:
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: days since 1970-01-01
 */
gint32
nida_days_from_civil (int year,
                      int month,
                      int day)
{
  gint32 y = month <= 2 ? year - 1 : year;
  gint32 era = floor_divide (y, 400);
  gint32 year_of_era = y - era * 400;
  gint32 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  gint32 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

/**
 * nida_civil_from_days:
 * @days: days since 1970-01-01
 * @year: (out) (optional): the year
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 */
void
nida_civil_from_days (gint32  days,
                      int    *year,
                      int    *month,
                      int    *day)
{
  gint32 shifted = days + DAYS_TO_1970;
  gint32 era = floor_divide (shifted, DAYS_PER_ERA);
  gint32 day_of_era = shifted - era * DAYS_PER_ERA;
  gint32 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint32 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint32 march_month = (5 * day_of_year + 2) / 153;
  int m = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2);
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = day_of_year - (153 * march_month + 2) / 5 + 1;
}

static int
days_in_month (int year,
               int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return lengths[month - 1] + (month == 2 && leap);
}

/**
 * nida_civil_valid:
 *
 * Returns: whether the day exists, in a year from 1000 to 2999
 */
gboolean
nida_civil_valid (int year,
                  int month,
                  int day)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month (year, month);
}

NidaDate
nida_date_new_day (int year,
                   int month,
                   int day)
{
  return (NidaDate) { nida_days_from_civil (year, month, day), NIDA_PRECISION_DAY };
}

NidaDate
nida_date_new_month (int year,
                     int month)
{
  return (NidaDate) { nida_days_from_civil (year, month, 1), NIDA_PRECISION_MONTH };
}

NidaDate
nida_date_new_quarter (int year,
                       int quarter)
{
  return (NidaDate) { nida_days_from_civil (year, quarter * 3 - 2, 1), NIDA_PRECISION_QUARTER };
}

NidaDate
nida_date_new_year (int year)
{
  return (NidaDate) { nida_days_from_civil (year, 1, 1), NIDA_PRECISION_YEAR };
}

/**
 * nida_date_first_day:
 *
 * Returns: the first day of @date, counted from 1970-01-01; 0 when undated
 */
gint32
nida_date_first_day (NidaDate date)
{
  return date.precision == NIDA_PRECISION_NONE ? 0 : date.day;
}

/* The day before the one @months after the first of the month of @day. */
static gint32
last_day_after_months (gint32 day,
                       int    months)
{
  int year, month;

  nida_civil_from_days (day, &year, &month, NULL);
  month += months;
  return nida_days_from_civil (year + (month - 1) / 12, (month - 1) % 12 + 1, 1) - 1;
}

/**
 * nida_date_last_day:
 *
 * Returns: the last day of @date, counted from 1970-01-01; 0 when undated
 */
gint32
nida_date_last_day (NidaDate date)
{
  switch (date.precision)
    {
    case NIDA_PRECISION_DAY: return date.day;
    case NIDA_PRECISION_MONTH: return last_day_after_months (date.day, 1);
    case NIDA_PRECISION_QUARTER: return last_day_after_months (date.day, 3);
    case NIDA_PRECISION_YEAR: return last_day_after_months (date.day, 12);
    case NIDA_PRECISION_NONE:
    default: return 0;
    }
}

/**
 * nida_date_year:
 *
 * Returns: the year of @date; 0 when undated
 */
int
nida_date_year (NidaDate date)
{
  int year;

  if (date.precision == NIDA_PRECISION_NONE)
    return 0;
  nida_civil_from_days (date.day, &year, NULL, NULL);
  return year;
}

/**
 * nida_date_compare:
 *
 * Returns: below, equal to or above 0: by first day, the coarser date first ("2024" before "2024-01"), undated last
 */
int
nida_date_compare (NidaDate a,
                   NidaDate b)
{
  if (a.precision == NIDA_PRECISION_NONE || b.precision == NIDA_PRECISION_NONE)
    return (a.precision == NIDA_PRECISION_NONE) - (b.precision == NIDA_PRECISION_NONE);
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  return (a.precision < b.precision) - (a.precision > b.precision);
}

gint32
nida_date_pack (NidaDate date)
{
  return date.precision == NIDA_PRECISION_NONE ? 0 : date.day * 8 + (gint32) date.precision;
}

NidaDate
nida_date_unpack (gint32 packed)
{
  return (NidaDate) { packed >> 3, (NidaPrecision) (packed & 7) };
}

/**
 * nida_date_to_string:
 *
 * Returns: (transfer full): "2024", "2024-Q1", "2024-02", "2024-02-04", as nida_date_parse() reads it; "" when undated
 */
char *
nida_date_to_string (NidaDate date)
{
  int year, month, day;

  if (date.precision == NIDA_PRECISION_NONE)
    return g_strdup ("");
  nida_civil_from_days (date.day, &year, &month, &day);
  switch (date.precision)
    {
    case NIDA_PRECISION_YEAR: return g_strdup_printf ("%04d", year);
    case NIDA_PRECISION_QUARTER: return g_strdup_printf ("%04d-Q%d", year, (month + 2) / 3);
    case NIDA_PRECISION_MONTH: return g_strdup_printf ("%04d-%02d", year, month);
    case NIDA_PRECISION_DAY:
    case NIDA_PRECISION_NONE:
    default: return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }
}

/* --- periods --- */

/**
 * nida_period_is_span:
 *
 * Returns: whether @period reaches over two different dates ("2009..2023"); a single coarse date is not a span
 */
gboolean
nida_period_is_span (NidaPeriod period)
{
  return period.start.precision != NIDA_PRECISION_NONE && period.end.precision != NIDA_PRECISION_NONE &&
         (period.start.day != period.end.day || period.start.precision != period.end.precision);
}

static NidaPeriod
single (NidaDate date)
{
  return (NidaPeriod) { date, date };
}

/* The group of one day. */
static NidaPeriod
group_of_day (gint32   days,
              NidaStep step,
              guint    fiscal_start)
{
  int year, month, day;

  nida_civil_from_days (days, &year, &month, &day);
  switch (step)
    {
    case NIDA_STEP_MONTH: return single (nida_date_new_month (year, month));
    case NIDA_STEP_QUARTER: return single (nida_date_new_quarter (year, (month + 2) / 3));
    case NIDA_STEP_YEAR: return single (nida_date_new_year (year));
    case NIDA_STEP_FISCAL_YEAR:
      if (fiscal_start == 1)
        return single (nida_date_new_year (year));
      if (month < (int) fiscal_start)
        year--;
      return (NidaPeriod) { nida_date_new_month (year, fiscal_start), nida_date_new_month (year + 1, fiscal_start - 1) };
    case NIDA_STEP_NONE:
    case NIDA_STEP_DAY:
    default: return single (nida_date_new_day (year, month, day));
    }
}

/**
 * nida_period_of_step:
 * @step: %NIDA_STEP_NONE leaves @date as it is
 * @fiscal_start: the first month of a fiscal year, 1 to 12 (Kuwait: 4)
 *
 * Returns: the group that @date belongs to; @date itself when it does not lie wholly in one ("2015" under months, or
 *   under fiscal years that begin in April), and undated for an undated one
 */
NidaPeriod
nida_period_of_step (NidaDate date,
                     NidaStep step,
                     guint    fiscal_start)
{
  NidaPeriod first, last;

  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= 12, single (date));

  if (date.precision == NIDA_PRECISION_NONE || step == NIDA_STEP_NONE)
    return single (date);
  first = group_of_day (date.day, step, fiscal_start);
  if (date.precision == NIDA_PRECISION_DAY)
    return first;
  last = group_of_day (nida_date_last_day (date), step, fiscal_start);
  return first.start.day == last.start.day ? first : single (date);
}

/* Twelve whole months that do not begin in January. */
static gboolean
is_fiscal_year (NidaPeriod period)
{
  int month;

  if (period.start.precision != NIDA_PRECISION_MONTH || period.end.precision != NIDA_PRECISION_MONTH)
    return FALSE;
  nida_civil_from_days (period.start.day, NULL, &month, NULL);
  return month != 1 && last_day_after_months (period.start.day, 12) == nida_date_last_day (period.end);
}

/**
 * nida_period_to_string:
 *
 * Returns: (transfer full): "2024", "2024-Q1", "2024-02", "2024-02-04", "2009..2023", "2024/25" for a fiscal year,
 *   "undated"
 */
char *
nida_period_to_string (NidaPeriod period)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (period.start.precision == NIDA_PRECISION_NONE)
    return g_strdup ("undated");
  if (!nida_period_is_span (period))
    return nida_date_to_string (period.start);
  if (is_fiscal_year (period))
    return g_strdup_printf ("%04d/%02d", nida_date_year (period.start), nida_date_year (period.end) % 100);
  start = nida_date_to_string (period.start);
  end = nida_date_to_string (period.end);
  return g_strdup_printf ("%s..%s", start, end);
}

/**
 * nida_period_compare:
 *
 * Returns: below, equal to or above 0: by start, then by end, undated last
 */
int
nida_period_compare (NidaPeriod a,
                     NidaPeriod b)
{
  int order = nida_date_compare (a.start, b.start);

  return order != 0 ? order : nida_date_compare (a.end, b.end);
}

/**
 * nida_period_within:
 *
 * Returns: whether every day of @inner lies from @first_day to @last_day; %FALSE when it is undated
 */
gboolean
nida_period_within (NidaPeriod inner,
                    gint32     first_day,
                    gint32     last_day)
{
  NidaDate end = inner.end.precision == NIDA_PRECISION_NONE ? inner.start : inner.end;

  return inner.start.precision != NIDA_PRECISION_NONE && nida_date_first_day (inner.start) >= first_day &&
         nida_date_last_day (end) <= last_day;
}
