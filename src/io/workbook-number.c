/* Programs of tables keep numbers as binary floating point and write 17 digits of them; people entered, and see, 15. */
#include "config.h"

#include "workbook-number.h"

#include "period.h"

#include <string.h>

#define DIGITS 15

/* --- formats --- */

NidaWorkbookDate
nida_workbook_date_of_builtin (guint id)
{
  if (id == 22)
    return NIDA_WORKBOOK_TIME;
  if (id == 17 || id == 55)
    return NIDA_WORKBOOK_MONTH;
  return (id >= 14 && id <= 16) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || (id >= 57 && id <= 58)
         ? NIDA_WORKBOOK_DAY : NIDA_WORKBOOK_NO_DATE;
}

/* Of the first section of the format: which parts of a date does it show? */
NidaWorkbookDate
nida_workbook_date_of_format (const char *code)
{
  gboolean year = FALSE, month = FALSE, day = FALSE, hour = FALSE;

  if (g_ascii_strncasecmp (code, "general", 7) == 0)
    return NIDA_WORKBOOK_NO_DATE;
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    switch (*p)
      {
      case '"':
      case '[':
        p = strchr (p + 1, *p == '"' ? '"' : ']');
        if (p == NULL)
          return NIDA_WORKBOOK_NO_DATE;
        break;
      case '\\': case '_': case '*':
        if (p[1] != '\0')
          p++;
        break;
      case 'y': case 'Y': case 'e': year |= *p != 'e'; break;
      case 'm': case 'M': month = TRUE; break;
      case 'd': case 'D': day = TRUE; break;
      case 'h': case 'H': hour = TRUE; break;
      default: break;
      }
  if (day || (year && month && hour))
    return hour ? NIDA_WORKBOOK_TIME : NIDA_WORKBOOK_DAY;
  return year ? (month ? NIDA_WORKBOOK_MONTH : NIDA_WORKBOOK_YEAR) : NIDA_WORKBOOK_NO_DATE;
}

/* --- numbers --- */

/* The digits of a number without its mark, and where the mark stands before them; FALSE for what is no plain number. */
static gboolean
take_apart (const char *text,
            gboolean   *negative,
            GString    *digits,
            int        *point)
{
  gboolean seen_point = FALSE, any = FALSE;
  gint64 exponent = 0;
  const char *p = text;

  *negative = *p == '-';
  p += *p == '-' || *p == '+';
  *point = 0;
  for (; g_ascii_isdigit (*p) || (*p == '.' && !seen_point); p++)
    if (*p == '.')
      seen_point = TRUE;
    else
      {
        any = TRUE;
        if (digits->len > 0 || *p != '0')
          g_string_append_c (digits, *p);
        else if (seen_point)
          (*point)--;
        if (!seen_point && digits->len > 0)
          (*point)++;
      }
  if (any && (*p == 'e' || *p == 'E') && p[1] != '\0')
    {
      char *end;

      exponent = g_ascii_strtoll (p + 1, &end, 10);
      if (end == p + 1 || exponent < -400 || exponent > 400)
        return FALSE;
      p = end;
    }
  *point += (int) exponent;
  return any && *p == '\0';
}

/* Half away from zero, as the programs do it. */
static void
round_digits (GString *digits,
              int     *point)
{
  gboolean up;
  gssize i = DIGITS - 1;

  if (digits->len <= DIGITS)
    return;
  up = digits->str[DIGITS] >= '5';
  g_string_truncate (digits, DIGITS);
  for (; up && i >= 0 && digits->str[i] == '9'; i--)
    digits->str[i] = '0';
  if (up && i >= 0)
    digits->str[i]++;
  else if (up)
    {
      g_string_prepend_c (digits, '1');
      (*point)++;
    }
}

static char *
write_plain (gboolean  negative,
             GString  *digits,
             int       point)
{
  GString *out = g_string_new (negative ? "-" : NULL);

  while (digits->len > 0 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (digits->len == 0)
    {
      g_string_assign (out, "0");
      return g_string_free (out, FALSE);
    }
  if (point <= 0)
    g_string_append (out, "0.");
  for (int i = point; i < 0; i++)
    g_string_append_c (out, '0');
  for (int i = 0; i < MAX ((int) digits->len, point); i++)
    {
      if (i == point && i > 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, i < (int) digits->len ? digits->str[i] : '0');
    }
  return g_string_free (out, FALSE);
}

char *
nida_workbook_round (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean negative;
  int point;

  if (!take_apart (text, &negative, digits, &point) || point > 40 || point < -40)
    return g_strdup (text);
  round_digits (digits, &point);
  return write_plain (negative, digits, point);
}

/* --- dates --- */

/* Days since 1970 of a serial. The 1900 base counts a 29 February 1900 that never was. */
static gboolean
day_of_serial (gint64    serial,
               gboolean  base_1904,
               gint32   *day)
{
  if (serial < (base_1904 ? 0 : 1) || serial > 2958465 || (!base_1904 && serial == 60))
    return FALSE;
  *day = (gint32) (serial - (base_1904 ? 24107 : serial < 60 ? 25568 : 25569));
  return TRUE;
}

char *
nida_workbook_date (const char       *serial,
                    NidaWorkbookDate  shown,
                    gboolean          base_1904)
{
  char *end;
  double value = g_ascii_strtod (serial, &end);
  gint64 whole;
  int year, month, date, seconds;
  gint32 day;

  if (end == serial || *end != '\0' || !(value >= 0 && value < 1e7))
    return NULL;
  whole = (gint64) value;
  seconds = (int) ((value - (double) whole) * 86400 + 0.5);
  whole += seconds / 86400;
  seconds %= 86400;
  if (!day_of_serial (whole, base_1904, &day))
    return NULL;
  nida_civil_from_days (day, &year, &month, &date);
  if (shown == NIDA_WORKBOOK_YEAR)
    return g_strdup_printf ("%04d", year);
  if (shown == NIDA_WORKBOOK_MONTH)
    return g_strdup_printf ("%04d-%02d", year, month);
  if (shown == NIDA_WORKBOOK_DAY || seconds == 0)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, date);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", year, month, date, seconds / 3600, seconds / 60 % 60, seconds % 60);
}
