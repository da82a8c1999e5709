/* Any bytes as an amount: no crash, no read beyond the end, and what is read is written and read back the same. */
#include "money.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  /* an exact copy, so that a sanitizer sees the byte behind it */
  g_autofree char *text = g_memdup2 (data, size);

  for (NidaDecimalMark mark = NIDA_DECIMAL_AUTO; mark <= NIDA_DECIMAL_COMMA; mark++)
    {
      NidaMoney money = NIDA_MONEY_NONE, back = NIDA_MONEY_NONE;
      NidaMoneyStatus status = nida_money_parse (text, size, mark, &money);
      g_autofree char *written = NULL;

      if (status != NIDA_MONEY_OK && status != NIDA_MONEY_ROUNDED)
        {
          g_assert_true (money == NIDA_MONEY_NONE);
          continue;
        }
      g_assert_true (money != NIDA_MONEY_NONE);
      written = nida_money_to_string (money);
      g_assert_true (nida_money_parse (written, strlen (written), NIDA_DECIMAL_DOT, &back) == NIDA_MONEY_OK);
      g_assert_true (back == money);
    }
  return 0;
}
