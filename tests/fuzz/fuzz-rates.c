/* Any bytes as a table of rates: no crash, no read beyond the end, and every rate that is found converts within the range. */
#include "loader.h"

#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_rate (NidaRates  *rates,
            const char *from,
            const char *to,
            NidaPeriod  when)
{
  NidaRate rate;
  NidaMoney whole;
  guint32 fine;

  if (!nida_rates_find (rates, from, to, when, &rate))
    return;
  g_assert_true (rate.ratio.num > 0 && rate.ratio.den > 0);
  g_assert_true (rate.first <= rate.last);
  if (nida_ratio_convert (rate.ratio, -123456789012345, &whole, &fine))
    g_assert_true (whole <= 0 && fine < NIDA_FINE);
}

static void
check_all (NidaRates *rates)
{
  g_auto (GStrv) codes = nida_rates_dup_currencies (rates);
  guint n = MIN (g_strv_length (codes), 12);
  const NidaDate dates[] = { nida_date_new_day (2026, 4, 13), nida_date_new_year (2026), nida_date_new_month (1994, 1) };
  NidaRatio ratio;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      for (guint d = 0; d < G_N_ELEMENTS (dates) && i != j; d++)
        check_rate (rates, codes[i], codes[j], (NidaPeriod) { dates[d], dates[d] });
  if (nida_rates_find_deflator (rates, "KWT", (NidaPeriod) { nida_date_new_year (2015), nida_date_new_year (2015) }, 2023, &ratio))
    g_assert_true (ratio.num > 0 && ratio.den > 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  dataset = nida_load (inputs, NULL, NULL, &error);
  close (fd);
  g_assert_true ((dataset == NULL) == (error != NULL));
  if (dataset != NULL)
    check_all (nida_dataset_get_rates (dataset));
  return 0;
}
