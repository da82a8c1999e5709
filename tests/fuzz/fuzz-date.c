/* Any bytes as a date: no crash, no read beyond the end, and what is read is written and read back the same. */
#include "period.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_memdup2 (data, size);
  NidaDate date = NIDA_DATE_NONE, back = NIDA_DATE_NONE;
  g_autofree char *written = NULL;

  if (nida_date_parse (text, size, &date) != NIDA_DATE_OK)
    {
      g_assert_true (date.precision == NIDA_PRECISION_NONE);
      return 0;
    }
  g_assert_true (nida_date_year (date) >= 1000 && nida_date_year (date) <= 2999);
  g_assert_true (nida_date_first_day (date) <= nida_date_last_day (date));
  written = nida_date_to_string (date);
  g_assert_true (nida_date_parse (written, strlen (written), &back) == NIDA_DATE_OK);
  g_assert_true (nida_date_compare (date, back) == 0);
  return 0;
}
