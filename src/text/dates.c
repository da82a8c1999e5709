/* Dates, spans and times as text: always Gregorian, in the order day, month, year, with the month names that the reader
 * chose («يناير», «كانون الثاني» or both as the UN writes). A year stays a year. */
#include "config.h"

#include "language-private.h"

#include <unicode/udat.h>
#include <unicode/ustring.h>

void
nida_language_close_dates (NidaLanguage *self)
{
  for (guint style = 0; style < NIDA_N_MONTH_NAMES; style++)
    for (guint month = 0; month < 12; month++)
      g_clear_pointer (&self->month_names[style][month], g_free);
  for (guint quarter = 0; quarter < 4; quarter++)
    g_clear_pointer (&self->quarter_names[quarter], g_free);
  g_clear_pointer (&self->relative, ureldatefmt_close);
}

static UDateFormat *
open_symbols (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;

  return udat_open (UDAT_NONE, UDAT_NONE, locale, u"UTC", 3, NULL, 0, &status);
}

/* A name of ICU's; its number where ICU was built without the language. */
static char *
get_symbol (UDateFormat          *format,
            UDateFormatSymbolType type,
            int32_t               index)
{
  UErrorCode status = format != NULL ? U_ZERO_ERROR : U_MISSING_RESOURCE_ERROR;
  UChar buffer[64];
  int32_t length = udat_getSymbols (format, type, index, buffer, G_N_ELEMENTS (buffer), &status);

  return U_SUCCESS (status) ? nida_utf8_from_icu (buffer, length) : g_strdup_printf ("%d", index + 1);
}

/* Arabic never abbreviates a month: «مار» and «مارس» are one letter apart. */
static void
fill_english (NidaLanguage *self)
{
  UDateFormat *format = open_symbols (self->locale);

  for (int month = 0; month < 12; month++)
    {
      self->month_names[NIDA_MONTH_NAME_SHORT][month] = get_symbol (format, UDAT_STANDALONE_SHORT_MONTHS, month);
      self->month_names[NIDA_MONTH_NAME_LONG][month] = get_symbol (format, UDAT_STANDALONE_MONTHS, month);
    }
  udat_close (format);
}

static char *
arabic_month (NidaMonths   months,
              UDateFormat *gulf,
              UDateFormat *levant,
              int          month)
{
  g_autofree char *western = get_symbol (gulf, UDAT_STANDALONE_MONTHS, month);
  g_autofree char *eastern = get_symbol (levant, UDAT_STANDALONE_MONTHS, month);

  switch (months)
    {
    case NIDA_MONTHS_LEVANT:
      return g_steal_pointer (&eastern);
    case NIDA_MONTHS_BOTH:
      return g_strconcat (eastern, "/", western, NULL);
    case NIDA_MONTHS_GULF:
    default:
      return g_steal_pointer (&western);
    }
}

static void
fill_arabic (NidaLanguage *self)
{
  UDateFormat *gulf = open_symbols ("ar-KW-u-ca-gregory");
  UDateFormat *levant = open_symbols ("ar-LB-u-ca-gregory");

  for (int month = 0; month < 12; month++)
    {
      self->month_names[NIDA_MONTH_NAME_LONG][month] = arabic_month (self->months, gulf, levant, month);
      self->month_names[NIDA_MONTH_NAME_SHORT][month] = g_strdup (self->month_names[NIDA_MONTH_NAME_LONG][month]);
    }
  udat_close (gulf);
  udat_close (levant);
}

static void
ensure_names (NidaLanguage *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  UDateFormat *format;

  if (self->month_names[NIDA_MONTH_NAME_LONG][0] != NULL)
    return;
  if (self->arabic)
    fill_arabic (self);
  else
    fill_english (self);
  format = open_symbols (self->locale);
  for (int quarter = 0; quarter < 4; quarter++)
    self->quarter_names[quarter] = get_symbol (format, UDAT_STANDALONE_SHORT_QUARTERS, quarter);
  udat_close (format);
}

/* @text holds digits and perhaps a mark between them; a year is never grouped. */
static char *
plain_digits (NidaLanguage *self,
              const char   *text)
{
  return nida_language_finish_number (self, FALSE, "", nida_language_digits (self, text), "");
}

static char *
plain_number (NidaLanguage *self,
              int           number)
{
  g_autofree char *ascii = g_strdup_printf ("%d", number);

  return plain_digits (self, ascii);
}

static const char *
month_name (NidaLanguage *self,
            int           month,
            NidaDateStyle style)
{
  ensure_names (self);
  return self->month_names[style == NIDA_DATE_LONG ? NIDA_MONTH_NAME_LONG : NIDA_MONTH_NAME_SHORT][month - 1];
}

/* "9 Mar" or, with @with_year, "9 Mar 2026". */
static char *
compose_date (NidaLanguage *self,
              NidaDate      date,
              NidaDateStyle style,
              gboolean      with_year)
{
  g_autofree char *year_text = NULL;
  g_autofree char *day_text = NULL;
  const char *middle;
  int year, month, day;

  nida_civil_from_days (date.day, &year, &month, &day);
  year_text = plain_number (self, year);
  if (date.precision == NIDA_PRECISION_YEAR)
    return g_steal_pointer (&year_text);
  if (date.precision == NIDA_PRECISION_DAY)
    day_text = plain_number (self, day);
  ensure_names (self);
  middle = date.precision == NIDA_PRECISION_QUARTER ? self->quarter_names[(month - 1) / 3]
                                                    : month_name (self, month, style);
  return g_strconcat (day_text != NULL ? day_text : "", day_text != NULL ? " " : "", middle,
                      with_year ? " " : "", with_year ? year_text : "", NULL);
}

/**
 * nida_language_date:
 *
 * Say as much of the date as is known. The short style leaves the year of a month or day to the axis.
 *
 * Returns: (transfer full): "2024", "Q1 2026", "Mar 2026", "9 March 2026"; "Undated" for none
 */
char *
nida_language_date (NidaLanguage *self,
                    NidaDate      date,
                    NidaDateStyle style)
{
  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  if (date.precision == NIDA_PRECISION_NONE)
    return g_strdup (self->arabic ? "بلا تاريخ" : "Undated");
  return compose_date (self, date, style, style != NIDA_DATE_SHORT);
}

/* Twelve whole months that begin after January are a fiscal year: "2024/25". */
static gboolean
is_fiscal_year (NidaPeriod period,
                int       *first_year)
{
  int year, month, day, next_year, next_month, next_day;

  if (period.start.precision == NIDA_PRECISION_YEAR || period.end.precision == NIDA_PRECISION_YEAR)
    return FALSE;
  nida_civil_from_days (nida_date_first_day (period.start), &year, &month, &day);
  nida_civil_from_days (nida_date_last_day (period.end) + 1, &next_year, &next_month, &next_day);
  *first_year = year;
  return month > 1 && day == 1 && next_day == 1 && next_month == month && next_year == year + 1;
}

static gboolean
is_single (NidaPeriod period)
{
  return period.end.precision == NIDA_PRECISION_NONE ||
         (period.start.precision == period.end.precision && period.start.day == period.end.day);
}

/* Two years are one number with a dash inside, in one isolate: 0-9 read from the start even in Arabic. */
static char *
year_span (NidaLanguage *self,
           NidaPeriod    period)
{
  g_autofree char *ascii = g_strdup_printf ("%d–%d", nida_date_year (period.start), nida_date_year (period.end));

  return plain_digits (self, ascii);
}

/**
 * nida_language_period:
 *
 * Returns: (transfer full): "2009–2023", "Apr 2020 – Apr 2026", "Jan – Mar 2026", "2024/25", or the one date
 */
char *
nida_language_period (NidaLanguage *self,
                      NidaPeriod    period,
                      NidaDateStyle style)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  gboolean one_year;
  int year;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  if (period.start.precision == NIDA_PRECISION_NONE || is_single (period))
    return nida_language_date (self, period.start, style);
  if (is_fiscal_year (period, &year))
    {
      g_autofree char *ascii = g_strdup_printf ("%d/%02d", year, (year + 1) % 100);

      return plain_digits (self, ascii);
    }
  if (period.start.precision == NIDA_PRECISION_YEAR && period.end.precision == NIDA_PRECISION_YEAR)
    return year_span (self, period);

  /* A span says its year at least once: an axis cannot. */
  one_year = nida_date_year (period.start) == nida_date_year (period.end) &&
             period.start.precision != NIDA_PRECISION_YEAR && period.end.precision != NIDA_PRECISION_YEAR;
  start = compose_date (self, period.start, style, !one_year);
  end = compose_date (self, period.end, style, TRUE);
  return g_strconcat (start, " – ", end, NULL);
}

static char *
format_time (NidaLanguage *self,
             gint64        unix_microseconds,
             gboolean      seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *clock = NULL;
  g_autofree char *clock_text = NULL;
  g_autofree char *date = NULL;

  if (local == NULL)
    return nida_language_date (self, NIDA_DATE_NONE, NIDA_DATE_MEDIUM);
  clock = g_date_time_format (local, seconds ? "%H:%M:%S" : "%H:%M");
  clock_text = plain_digits (self, clock);
  date = nida_language_date (self, nida_date_new_day (g_date_time_get_year (local), g_date_time_get_month (local),
                                                      g_date_time_get_day_of_month (local)), NIDA_DATE_MEDIUM);
  return g_strconcat (date, self->arabic ? "، " : ", ", clock_text, NULL);
}

/**
 * nida_language_time:
 * @unix_microseconds: microseconds since 1970, UTC
 *
 * Returns: (transfer full): local date and time: "17 Apr 2026, 14:05"
 */
char *
nida_language_time (NidaLanguage *self,
                    gint64        unix_microseconds)
{
  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  return format_time (self, unix_microseconds, FALSE);
}

gint64
nida_date_local_end (NidaDate date)
{
  g_autoptr (GDateTime) midnight = NULL;
  int year, month, day;

  if (date.precision == NIDA_PRECISION_NONE)
    return 0;
  nida_civil_from_days (nida_date_last_day (date) + 1, &year, &month, &day);
  midnight = g_date_time_new_local (year, month, day, 0, 0, 0);
  return midnight != NULL ? g_date_time_to_unix (midnight) * G_USEC_PER_SEC - 1 : 0;
}

NidaDate
nida_date_local (gint64 unix_microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local == NULL ? NIDA_DATE_NONE
         : nida_date_new_day (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

/**
 * nida_language_moment:
 * @unix_microseconds: microseconds since 1970, UTC
 * @seconds: where two moments in one minute are to be told apart
 *
 * Returns: (transfer full): "17 Apr 2026" for the end of that day, as nida_date_local_end() has it; else "17 Apr 2026, 14:05" or "…:09"
 */
char *
nida_language_moment (NidaLanguage *self,
                      gint64        unix_microseconds,
                      gboolean      seconds)
{
  NidaDate day = nida_date_local (unix_microseconds);

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  return day.precision == NIDA_PRECISION_NONE || unix_microseconds == nida_date_local_end (day)
         ? nida_language_date (self, day, NIDA_DATE_MEDIUM) : format_time (self, unix_microseconds, seconds);
}

static char *
format_ago (NidaLanguage          *self,
            gint64                 count,
            URelativeDateTimeUnit  unit)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[128];
  int32_t length;

  if (self->relative == NULL)
    self->relative = ureldatefmt_open (self->locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &status);
  length = ureldatefmt_formatNumeric (self->relative, (double) -count, unit, buffer, G_N_ELEMENTS (buffer), &status);
  return U_SUCCESS (status) ? nida_utf8_from_icu (buffer, length) : g_strdup ("");
}

/**
 * nida_language_ago:
 * @seconds: seconds that have passed
 *
 * Returns: (transfer full): "5 minutes ago" / «قبل 5 دقائق», "just now" below a minute
 */
char *
nida_language_ago (NidaLanguage *self,
                   gint64        seconds)
{
  static const struct { gint64 seconds; URelativeDateTimeUnit unit; } units[] = {
    { 365 * 86400, UDAT_REL_UNIT_YEAR }, { 30 * 86400, UDAT_REL_UNIT_MONTH }, { 7 * 86400, UDAT_REL_UNIT_WEEK },
    { 86400, UDAT_REL_UNIT_DAY }, { 3600, UDAT_REL_UNIT_HOUR }, { 60, UDAT_REL_UNIT_MINUTE },
  };

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (seconds >= units[i].seconds)
      return format_ago (self, seconds / units[i].seconds, units[i].unit);
  return g_strdup (self->arabic ? "الآن" : "just now");
}
