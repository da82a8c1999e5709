/* Numbers as text: exact decimal strings go to ICU for grouping and digits; signs, percent and isolation are ours, so
 * that they do not change with ICU's version. No double anywhere. */
#include "config.h"

#include "language-private.h"

#include <string.h>
#include <unicode/ustring.h>

#define MOST_RATIO_UNITS    G_GUINT64_CONSTANT (10000000)   /* from here on there are eight digits */
#define MOST_RATIO_DECIMALS 18

void
nida_language_close_numbers (NidaLanguage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->decimal); i++)
    g_clear_pointer (&self->decimal[i], unumf_close);
  g_clear_pointer (&self->decimal_mark, g_free);
}

static UNumberFormatter *
open_formatter (NidaLanguage *self,
                guint         decimals)
{
  g_autoptr (GString) skeleton = g_string_new (decimals == 0 ? "precision-integer" : ".");
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[NIDA_MAX_DECIMALS + 32];
  UNumberFormatter *formatter;

  for (guint i = 0; i < decimals; i++)
    g_string_append_c (skeleton, '0');
  u_uastrcpy (wide, skeleton->str);
  formatter = unumf_openForSkeletonAndLocale (wide, -1, self->locale, &status);
  return U_SUCCESS (status) ? formatter : NULL;
}

static UNumberFormatter *
get_formatter (NidaLanguage *self,
               guint         decimals)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  decimals = MIN (decimals, NIDA_MAX_DECIMALS);
  if (self->decimal[decimals] == NULL)
    self->decimal[decimals] = open_formatter (self, decimals);
  return self->decimal[decimals];
}

static char *
format_by_icu (NidaLanguage *self,
               const char   *decimal)
{
  const char *mark = strchr (decimal, '.');
  UNumberFormatter *formatter = get_formatter (self, mark != NULL ? (guint) strlen (mark + 1) : 0);
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult (&status);
  UChar buffer[128];
  char *text = NULL;

  unumf_formatDecimal (formatter, decimal, -1, result, &status);
  if (U_SUCCESS (status))
    {
      int32_t length = unumf_resultToString (result, buffer, G_N_ELEMENTS (buffer), &status);

      if (U_SUCCESS (status))
        text = nida_utf8_from_icu (buffer, length);
    }
  unumf_closeResult (result);
  return text != NULL ? text : nida_language_digits (self, decimal);
}

/* What ICU writes between two of the language's digits, learned from it once. */
static const char *
get_decimal_mark (NidaLanguage *self)
{
  const char *known = g_atomic_pointer_get (&self->decimal_mark);
  g_autofree char *zero = NULL, *decimal = NULL, *mark = NULL;

  if (known != NULL)
    return known;
  zero = format_by_icu (self, "0");
  decimal = format_by_icu (self, "0.0");
  mark = g_strndup (decimal + strlen (zero), strlen (decimal) - 2 * strlen (zero));
  if (g_atomic_pointer_compare_and_exchange (&self->decimal_mark, NULL, mark))
    mark = NULL;                                 /* of two threads that learn it at once, the first */
  return g_atomic_pointer_get (&self->decimal_mark);
}

/* Below a thousand nothing is grouped, and ICU is not needed: what is written on marks is that small, in thousands or millions. */
static gboolean
is_plain (const char *decimal)
{
  gsize whole = strspn (decimal, "0123456789");
  const char *rest = decimal + whole;

  if (whole == 0 || whole > 3 || (whole > 1 && *decimal == '0'))
    return FALSE;
  return *rest == '\0' || (*rest == '.' && rest[1] != '\0' && rest[1 + strspn (rest + 1, "0123456789")] == '\0');
}

char *
nida_language_format_digits (NidaLanguage *self,
                             const char   *decimal)
{
  g_autofree char *digits = NULL;
  char *point;

  if (!is_plain (decimal))
    return format_by_icu (self, decimal);
  digits = nida_language_digits (self, decimal);
  point = strchr (digits, '.');
  if (point == NULL)
    return g_steal_pointer (&digits);
  *point = '\0';
  return g_strconcat (digits, get_decimal_mark (self), point + 1, NULL);
}

/* Digit by digit, from the last one on: of all that charts write, this is written most. */
char *
nida_decimal_to_string (guint64 units,
                        guint   decimals)
{
  char text[24 + NIDA_MAX_DECIMALS], *start = &text[sizeof text - 1];
  gboolean point = FALSE;

  while (decimals > 0 && units % 10 == 0)
    {
      units /= 10;
      decimals--;
    }
  *start = '\0';
  for (; decimals > 0; decimals--, units /= 10)
    {
      *--start = (char) ('0' + units % 10);
      point = TRUE;
    }
  if (point)
    *--start = '.';
  do
    *--start = (char) ('0' + units % 10);
  while ((units /= 10) > 0);
  return g_strdup (start);
}

/* The whole number nearest to @number / @step, of two equally near the even one. */
guint64
nida_divide_half_even (guint64 number,
                       guint64 step)
{
  guint64 quotient = number / step;
  guint64 rest = number % step;

  if (rest > step - rest || (rest == step - rest && quotient % 2 == 1))
    quotient++;
  return quotient;
}

/* In Arabic, 0-9 go into an isolate; ٠-٩ keep right-to-left order, where ALM holds the sign to the number's start. */
char *
nida_language_finish_number (NidaLanguage *self,
                             gboolean      negative,
                             const char   *prefix,
                             char         *digits,
                             const char   *suffix)
{
  g_autofree char *owned = digits;
  const char *sign = negative ? NIDA_MINUS : "";

  if (!self->arabic)
    return g_strconcat (sign, prefix, digits, suffix, NULL);
  if (self->arab_digits)
    return g_strconcat (negative ? NIDA_ALM : "", sign, prefix, digits, suffix, NULL);
  return g_strconcat (NIDA_LRI, sign, prefix, digits, suffix, NIDA_PDI, NULL);
}

/* @ratio in units of 10^-@decimals, half to even; @exact where nothing is left. */
static guint64
ratio_units (NidaRatio  ratio,
             guint      decimals,
             gboolean  *exact)
{
  NidaUWide product = (NidaUWide) ratio.num, quotient, rest;

  for (guint i = 0; i < decimals; i++)
    product *= 10;
  quotient = product / (NidaUWide) ratio.den;
  rest = product % (NidaUWide) ratio.den;
  *exact = rest == 0;
  if (2 * rest > (NidaUWide) ratio.den || (2 * rest == (NidaUWide) ratio.den && quotient % 2 == 1))
    quotient++;
  return (guint64) MIN (quotient, (NidaUWide) G_MAXINT64);
}

/**
 * nida_language_ratio:
 * @ratio: positive
 * @exact: (out): whether eight digits that count are enough for it; where they are not, it is about that much
 *
 * Returns: (transfer full): the ratio as a decimal
 */
char *
nida_language_ratio (NidaLanguage *self,
                     NidaRatio     ratio,
                     gboolean     *exact)
{
  guint decimals = 0;
  guint64 units;
  g_autofree char *text = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (exact != NULL, NULL);
  g_return_val_if_fail (ratio.num > 0 && ratio.den > 0, NULL);

  units = ratio_units (ratio, decimals, exact);
  while (!*exact && units < MOST_RATIO_UNITS && decimals < MOST_RATIO_DECIMALS)
    units = ratio_units (ratio, ++decimals, exact);
  text = nida_decimal_to_string (units, decimals);
  return nida_language_finish_number (self, FALSE, "", nida_language_format_digits (self, text), "");
}

/**
 * nida_language_integer:
 *
 * Returns: (transfer full): "11,189" / "١١٬١٨٩"
 */
char *
nida_language_integer (NidaLanguage *self,
                       gint64        number)
{
  guint64 magnitude = number < 0 ? -(guint64) number : (guint64) number;
  g_autofree char *decimal = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  return nida_language_finish_number (self, number < 0, "", nida_language_format_digits (self, decimal), "");
}

static const char *
percent_sign (NidaLanguage *self)
{
  if (!self->arab_digits)
    return "%";
  return self->arabic ? "٪" NIDA_ALM : "٪";
}

/* Digits of @millionths as a percentage; @units counts 10^-@decimals percent. */
static char *
percent_digits (NidaLanguage *self,
                guint64       millionths,
                guint         max_decimals,
                guint64      *units)
{
  static const guint64 steps[] = { 10000, 1000, 100, 10, 1 };
  guint decimals = MIN (max_decimals, (guint) G_N_ELEMENTS (steps) - 1);
  g_autofree char *decimal = NULL;

  *units = nida_divide_half_even (millionths, steps[decimals]);
  decimal = nida_decimal_to_string (*units, decimals);
  return nida_language_format_digits (self, decimal);
}

/* "<1%": a share that is there but would be rounded to nothing. */
static char *
percent_below (NidaLanguage *self,
               guint         max_decimals)
{
  g_autofree char *least = nida_decimal_to_string (1, MIN (max_decimals, 4));
  char *digits = nida_language_format_digits (self, least);
  g_autofree char *percent = NULL;

  if (!self->arabic)
    return nida_language_finish_number (self, FALSE, "<", digits, percent_sign (self));
  percent = nida_language_finish_number (self, FALSE, "", digits, percent_sign (self));
  return g_strconcat ("أقل من ", percent, NULL);
}

/**
 * nida_language_percent:
 * @millionths: the ratio in millionths: 450000 is 45 %
 * @max_decimals: how many decimals at most, 0 to 4; zeros at the end are left out
 *
 * Returns: (transfer full): "45%", "17.9%"; "<1%" for what is above zero but would round to it
 */
char *
nida_language_percent (NidaLanguage *self,
                       gint64        millionths,
                       guint         max_decimals)
{
  guint64 magnitude = millionths < 0 ? -(guint64) millionths : (guint64) millionths;
  guint64 units;
  char *digits;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  digits = percent_digits (self, magnitude, max_decimals, &units);
  if (units == 0 && millionths > 0)
    {
      g_free (digits);
      return percent_below (self, max_decimals);
    }
  return nida_language_finish_number (self, millionths < 0 && units > 0, "", digits, percent_sign (self));
}

/**
 * nida_language_percent_parts:
 * @number: (out) (transfer full): "17.9"
 * @unit: (out) (transfer full): "%"
 *
 * A percentage with at most one decimal whose sign a card draws smaller than its digits.
 */
void
nida_language_percent_parts (NidaLanguage  *self,
                             gint64         millionths,
                             char         **number,
                             char         **unit)
{
  guint64 magnitude = millionths < 0 ? -(guint64) millionths : (guint64) millionths;
  guint64 units;
  char *digits;

  g_return_if_fail (NIDA_IS_LANGUAGE (self));

  digits = percent_digits (self, magnitude, 1, &units);
  *number = nida_language_finish_number (self, millionths < 0 && units > 0, "", digits, "");
  *unit = g_strdup (self->arab_digits ? "٪" : "%");
}

/**
 * nida_language_bytes:
 *
 * Returns: (transfer full): "1.5 MB" / «1.5 ميغابايت», a megabyte being a million bytes
 */
char *
nida_language_bytes (NidaLanguage *self,
                     guint64       bytes)
{
  static const char * const units[][2] = {
    { "bytes", "بايت" }, { "kB", "كيلوبايت" }, { "MB", "ميغابايت" }, { "GB", "غيغابايت" }, { "TB", "تيرابايت" },
  };
  guint64 size = 1;
  guint unit = 0;
  g_autofree char *decimal = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  /* 999,950 bytes would be "1,000 kB": the next unit begins where rounding to tenths reaches it. */
  while (unit + 1 < G_N_ELEMENTS (units) && bytes >= size * 1000 - (unit == 0 ? 0 : size / 20))
    {
      size *= 1000;
      unit++;
    }
  decimal = unit == 0 ? nida_decimal_to_string (bytes, 0)
                      : nida_decimal_to_string (nida_divide_half_even (bytes, size / 10), 1);
  number = nida_language_finish_number (self, FALSE, "", nida_language_format_digits (self, decimal), "");
  return g_strconcat (number, " ", units[unit][self->arabic], NULL);
}

/**
 * nida_language_digits:
 *
 * Returns: (transfer full): @ascii with its digits 0-9 as the language writes them; nothing else is changed
 */
char *
nida_language_digits (NidaLanguage *self,
                      const char   *ascii)
{
  GString *text;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (ascii != NULL, NULL);

  if (!self->arab_digits)
    return g_strdup (ascii);
  text = g_string_sized_new (strlen (ascii) * 2);
  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (text, 0x0660 + (gunichar) (*p - '0'));
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}
