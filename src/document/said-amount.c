/* The one place that knows the words behind a number, for the form, the table and the pledge that is typed in a show. */
#include "said-amount.h"

#include <string.h>

/* The longer of two that end alike first. */
static const struct { const char *word; gint64 factor; } powers[] = {
  { "billion", 1000000000 }, { "bn", 1000000000 }, { "b", 1000000000 }, { "مليارات", 1000000000 }, { "مليار", 1000000000 },
  { "million", 1000000 }, { "mn", 1000000 }, { "m", 1000000 }, { "ملايين", 1000000 }, { "مليون", 1000000 },
  { "thousand", 1000 }, { "k", 1000 }, { "آلاف", 1000 }, { "ألف", 1000 },
};

NidaMoneyStatus
nida_said_amount_parse (const char      *text,
                        NidaDecimalMark  mark,
                        NidaMoney       *money)
{
  g_autofree char *lower = g_utf8_strdown (text, -1), *number = g_strdup (g_strstrip (lower));
  gint64 factor = 1;
  NidaMoney amount;
  NidaMoneyStatus status;

  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    if (g_str_has_suffix (number, powers[i].word))
      {
        number[strlen (number) - strlen (powers[i].word)] = '\0';
        factor = powers[i].factor;
        break;
      }
  g_strstrip (number);
  status = nida_money_parse (number, strlen (number), mark, &amount);
  /* a number that had to be rounded is not what was said */
  if (status == NIDA_MONEY_OK && __builtin_mul_overflow (amount, factor, &amount))
    status = NIDA_MONEY_OVERFLOW;
  if (status == NIDA_MONEY_OK)
    *money = amount;
  return status;
}
