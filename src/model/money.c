/* Sums, ratios and the written form of exact amounts; money-parse.c reads them. */
#include "money.h"

#include "ratio.h"

/**
 * nida_money_add:
 * @sum: (out): @a + @b
 *
 * Returns: %FALSE, and @sum is untouched, when the sum leaves the range or one of the two is %NIDA_MONEY_NONE
 */
gboolean
nida_money_add (NidaMoney  a,
                NidaMoney  b,
                NidaMoney *sum)
{
  NidaMoney result;

  if (a == NIDA_MONEY_NONE || b == NIDA_MONEY_NONE)
    return FALSE;
  if (__builtin_add_overflow (a, b, &result) || result == NIDA_MONEY_NONE)
    return FALSE;
  *sum = result;
  return TRUE;
}

/**
 * nida_money_subtract:
 * @difference: (out): @a - @b
 *
 * Returns: as nida_money_add()
 */
gboolean
nida_money_subtract (NidaMoney  a,
                     NidaMoney  b,
                     NidaMoney *difference)
{
  if (b == NIDA_MONEY_NONE)
    return FALSE;
  return nida_money_add (a, -b, difference);
}

/**
 * nida_money_ratio:
 * @millionths: (out): @part / @whole in millionths, half to even
 *
 * Returns: %FALSE when @whole is zero, one of the two is not known, or the ratio leaves the range
 */
gboolean
nida_money_ratio (NidaMoney  part,
                  NidaMoney  whole,
                  gint64    *millionths)
{
  return part != NIDA_MONEY_NONE && whole != NIDA_MONEY_NONE && nida_wide_ratio (part, whole, millionths);
}

/**
 * nida_money_to_string:
 *
 * Returns: (transfer full): the exact decimal in ASCII digits, a dot as the decimal mark, no group marks and no
 *   trailing zeros: "500000", "1.5", "-0.001"; "" for %NIDA_MONEY_NONE
 */
char *
nida_money_to_string (NidaMoney money)
{
  guint64 size = money < 0 ? -(guint64) money : (guint64) money;
  guint64 units = size / 1000;
  guint decimals = size % 1000;
  int places = 3;

  if (money == NIDA_MONEY_NONE)
    return g_strdup ("");
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, money < 0 ? "-" : "", units);
  for (; decimals % 10 == 0; places--)
    decimals /= 10;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*u", money < 0 ? "-" : "", units, places, decimals);
}
