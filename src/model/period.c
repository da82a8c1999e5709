/* Civil dates and spans: exact day counts, the strict ISO forms, groups of a time step.
 *
 * The calendar is the proleptic Gregorian one. Day numbers follow Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (2013): a year begins in March, so that the leap day is its last. Never days / 365.2425. */
#include "period.h"

#include <string.h>

#define FIRST_YEAR 1000
#define LAST_YEAR  2999

#define DAYS_PER_ERA      146097      /* 400 years */
#define DAYS_TO_1970      719468      /* from 0000-03-01 */
#define MAX_DATE_LENGTH   64

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

/* --- reading --- */

static int
read_digits (const char *text,
             int         n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (text[i] < '0' || text[i] > '9')
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/* Is the rest of a timestamp after the day one: "T10:00", "T00:00:00+00:00", " 12:30:01.5Z"? */
static gboolean
is_time (const char *text,
         gsize       length)
{
  if (length < 3 || (text[0] != 'T' && text[0] != ' ') || read_digits (text + 1, 2) < 0)
    return FALSE;
  for (gsize i = 3; i < length; i++)
    if (strchr ("0123456789:.+-Z", text[i]) == NULL || text[i] == '\0')
      return FALSE;
  return TRUE;
}

static NidaDateStatus
finish (int           year,
        int           month,
        int           day,
        NidaPrecision precision,
        NidaDate     *date)
{
  if (!nida_civil_valid (year, month, day))
    return NIDA_DATE_IMPOSSIBLE;
  *date = (NidaDate) { nida_days_from_civil (year, month, day), precision };
  return NIDA_DATE_OK;
}

/* 05/06/2014, 5.6.2014: day or month first? */
static NidaDateStatus
classify_other (const char *text,
                gsize       length)
{
  int parts[2] = { 0, 0 };
  gsize i = 0;
  char mark = 0;

  for (int part = 0; part < 2; part++)
    {
      gsize start = i;

      for (; i < length && i - start < 2 && g_ascii_isdigit (text[i]); i++)
        parts[part] = parts[part] * 10 + (text[i] - '0');
      if (i == start || i == length || strchr ("/.-", text[i]) == NULL || (mark != 0 && text[i] != mark))
        return NIDA_DATE_NOT_A_DATE;
      mark = text[i++];
    }
  if ((length - i != 4 && length - i != 2) || read_digits (text + i, length - i) < 0)
    return NIDA_DATE_NOT_A_DATE;
  return parts[0] >= 1 && parts[0] <= 12 && parts[1] >= 1 && parts[1] <= 12 ? NIDA_DATE_AMBIGUOUS : NIDA_DATE_NOT_A_DATE;
}

static NidaDateStatus
parse_ascii (const char *text,
             gsize       length,
             NidaDate   *date)
{
  int year = length >= 4 ? read_digits (text, 4) : -1;
  int month, day;

  if (year < 0 || (length > 4 && text[4] != '-'))
    return classify_other (text, length);
  if (length == 4)
    return finish (year, 1, 1, NIDA_PRECISION_YEAR, date);
  if (length == 7 && (text[5] == 'Q' || text[5] == 'q'))
    {
      int quarter = read_digits (text + 6, 1);

      if (quarter < 0)
        return NIDA_DATE_NOT_A_DATE;
      return quarter < 1 || quarter > 4 ? NIDA_DATE_IMPOSSIBLE
                                        : finish (year, quarter * 3 - 2, 1, NIDA_PRECISION_QUARTER, date);
    }
  month = length >= 7 ? read_digits (text + 5, 2) : -1;
  if (month < 0)
    return NIDA_DATE_NOT_A_DATE;
  if (length == 7)
    return finish (year, month, 1, NIDA_PRECISION_MONTH, date);
  day = length >= 10 && text[7] == '-' ? read_digits (text + 8, 2) : -1;
  if (day < 0 || (length > 10 && !is_time (text + 10, length - 10)))
    return NIDA_DATE_NOT_A_DATE;
  return finish (year, month, day, NIDA_PRECISION_DAY, date);
}

/* Digits of any script become ASCII, dashes a hyphen; bidi controls are dropped. Returns 0 for a text that is no date. */
static gsize
spell (const char *text,
       gsize       length,
       char        out[MAX_DATE_LENGTH])
{
  const char *end = text + length;
  gsize n = 0;

  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);
      int digit;

      if (c == (gunichar) -1 || c == (gunichar) -2 || c == 0 || n == MAX_DATE_LENGTH)
        return 0;
      text = g_utf8_next_char (text);
      digit = g_unichar_digit_value (c);
      if (digit >= 0)
        out[n++] = (char) ('0' + digit);
      else if (c < 0x80)
        out[n++] = (char) c;
      else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        out[n++] = '-';
      else if (c != 0x061c && c != 0x200e && c != 0x200f && !(c >= 0x202a && c <= 0x202e) &&
               !(c >= 0x2066 && c <= 0x2069))
        return 0;
    }
  return n;
}

/**
 * nida_date_parse:
 * @text: UTF-8, need not end with NUL
 * @date: (out): written for %NIDA_DATE_OK only
 *
 * Read "2024", "2024-Q1", "2024-02", "2024-02-04" or a timestamp that begins so, in the digits of any script. What a
 * timestamp says after the day is not used: the day is the one that the source wrote.
 *
 * Returns: whether it is a date, and if not why
 */
NidaDateStatus
nida_date_parse (const char *text,
                 gsize       length,
                 NidaDate   *date)
{
  char spelled[MAX_DATE_LENGTH];
  NidaDateStatus status;

  while (length > 0 && g_ascii_isspace (text[0]))
    text++, length--;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length == 0)
    return NIDA_DATE_EMPTY;
  status = parse_ascii (text, length, date);
  if (status != NIDA_DATE_NOT_A_DATE)
    return status;
  length = spell (text, length, spelled);
  return length == 0 ? NIDA_DATE_NOT_A_DATE : parse_ascii (spelled, length, date);
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
