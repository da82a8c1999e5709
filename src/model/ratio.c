/* Multiplying amounts by rates, in whole numbers only. */
#include "ratio.h"

#define MOST ((NidaUWide) G_MAXINT64)

/* --- decimals --- */

/* "e-05" at the end of a number; FALSE when there is something else. */
static gboolean
parse_exponent (const char *text,
                gsize       length,
                int        *exponent)
{
  gboolean negative = length > 1 && text[1] == '-';
  gsize at = negative || (length > 1 && text[1] == '+') ? 2 : 1;

  *exponent = 0;
  if (length == 0)
    return TRUE;
  if ((text[0] != 'e' && text[0] != 'E') || at == length || length - at > 3)
    return FALSE;
  for (; at < length; at++)
    {
      if (!g_ascii_isdigit (text[at]))
        return FALSE;
      *exponent = *exponent * 10 + (text[at] - '0');
    }
  if (negative)
    *exponent = -*exponent;
  return TRUE;
}

/* Zeros at the end say nothing, and leave room for exact sums. */
static gboolean
normalise (gint64       mantissa,
           int          decimals,
           NidaDecimal *decimal)
{
  if (mantissa <= 0)
    return FALSE;
  for (; mantissa % 10 == 0 && decimals > 0; decimals--)
    mantissa /= 10;
  for (; decimals < 0; decimals++)
    if (__builtin_mul_overflow (mantissa, (gint64) 10, &mantissa))
      return FALSE;
  if (decimals > NIDA_DECIMAL_MOST_PLACES)
    return FALSE;
  *decimal = (NidaDecimal) { mantissa, (guint) decimals };
  return TRUE;
}

/**
 * nida_decimal_parse:
 * @text: ASCII digits, a dot as the decimal mark, perhaps an exponent
 * @decimal: (out): the exact value
 */
gboolean
nida_decimal_parse (const char  *text,
                    gsize        length,
                    NidaDecimal *decimal)
{
  gint64 mantissa = 0;
  int decimals = 0, exponent;
  guint digits = 0;
  gboolean point = FALSE, any = FALSE;
  gsize at = 0;

  for (; at < length && (g_ascii_isdigit (text[at]) || (text[at] == '.' && !point)); at++)
    {
      if (text[at] == '.')
        {
          point = TRUE;
          continue;
        }
      any = TRUE;
      digits += mantissa > 0 || text[at] != '0' ? 1 : 0;
      decimals += point ? 1 : 0;
      if (digits > NIDA_DECIMAL_MOST_DIGITS)
        return FALSE;
      mantissa = mantissa * 10 + (text[at] - '0');
    }
  if (!any || decimals > 1000 || !parse_exponent (text + at, length - at, &exponent))
    return FALSE;
  return normalise (mantissa, decimals - exponent, decimal);
}

/* --- ratios --- */

static NidaUWide
greatest_divisor (NidaUWide a,
                  NidaUWide b)
{
  while (b != 0)
    {
      NidaUWide rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/**
 * nida_ratio_new:
 *
 * Where both numbers are too long for 63 bits even without their common divisor, they are cut to 63: what real rates are
 * made of never is.
 *
 * Returns: @num / @den; none when one of the two is 0 or the ratio is too far from 1
 */
NidaRatio
nida_ratio_new (NidaUWide num,
                NidaUWide den)
{
  NidaUWide divisor = greatest_divisor (num, den);

  if (num == 0 || den == 0)
    return (NidaRatio) { 0, 0 };
  num /= divisor;
  den /= divisor;
  for (; num > MOST || den > MOST; num >>= 1)
    den >>= 1;
  if (num == 0 || den == 0)
    return (NidaRatio) { 0, 0 };
  return (NidaRatio) { (gint64) num, (gint64) den };
}

NidaRatio
nida_ratio_multiply (NidaRatio a,
                     NidaRatio b)
{
  return nida_ratio_new ((NidaUWide) a.num * (NidaUWide) b.num, (NidaUWide) a.den * (NidaUWide) b.den);
}

NidaRatio
nida_ratio_invert (NidaRatio ratio)
{
  return (NidaRatio) { ratio.den, ratio.num };
}

/* @dividend / @divisor, half to even; neither is negative. */
static NidaUWide
divide_to_even (NidaUWide dividend,
                NidaUWide divisor)
{
  NidaUWide quotient = dividend / divisor, rest = dividend % divisor * 2;

  return rest > divisor || (rest == divisor && quotient % 2 == 1) ? quotient + 1 : quotient;
}

/**
 * nida_ratio_convert:
 * @whole: (out): the thousandths at or below the product
 * @fine: (out): what is above them, 0 to %NIDA_FINE - 1
 *
 * Returns: %FALSE when there is no amount or no ratio, or the product leaves 64-bit thousandths
 */
gboolean
nida_ratio_convert (NidaRatio  ratio,
                    NidaMoney  amount,
                    NidaMoney *whole,
                    guint32   *fine)
{
  NidaUWide product, units, rest;
  NidaWide floor;

  if (amount == NIDA_MONEY_NONE || ratio.den == 0)
    return FALSE;
  product = (NidaUWide) (amount < 0 ? -amount : amount) * (NidaUWide) ratio.num;
  units = product / (NidaUWide) ratio.den;
  rest = divide_to_even (product % (NidaUWide) ratio.den * NIDA_FINE, (NidaUWide) ratio.den);
  if (units > (NidaUWide) G_MAXINT64 - 1)
    return FALSE;
  floor = (NidaWide) units * NIDA_FINE + (NidaWide) rest;
  if (amount < 0)
    floor = -floor;
  *whole = (NidaMoney) (floor / NIDA_FINE - (floor % NIDA_FINE < 0 ? 1 : 0));
  *fine = (guint32) (floor - (NidaWide) *whole * NIDA_FINE);
  return TRUE;
}

gboolean
nida_wide_ratio (NidaWide  part,
                 NidaWide  whole,
                 gint64   *millionths)
{
  NidaUWide quotient;

  if (whole == 0)
    return FALSE;
  quotient = divide_to_even ((NidaUWide) (part < 0 ? -part : part) * 1000000, (NidaUWide) (whole < 0 ? -whole : whole));
  if (quotient > MOST)
    return FALSE;
  *millionths = (part < 0) != (whole < 0) ? -(gint64) quotient : (gint64) quotient;
  return TRUE;
}

gboolean
nida_fine_to_money (NidaWide   fine,
                    NidaMoney *money)
{
  NidaUWide thousandths = divide_to_even ((NidaUWide) (fine < 0 ? -fine : fine), NIDA_FINE);

  if (thousandths > MOST)
    return FALSE;
  *money = fine < 0 ? -(NidaMoney) thousandths : (NidaMoney) thousandths;
  return TRUE;
}
