/* Reading dates: the strict ISO forms in the digits of any script. What has two readings is refused as such; day-first
 * forms with a known order are for io/columns. */
#include "period.h"

#include "bidi.h"

#include <string.h>

#define MAX_DATE_LENGTH 64

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
      else if (!nida_is_bidi_control (c))
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
