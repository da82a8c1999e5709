/* A small world of donors, for tests of the donor report. */
#pragma once

#include "donor-report.h"
#include "loader.h"

#include <glib/gstdio.h>

#define DONOR_ROWS                                                                                                          \
  "kind,date,donor,donor_ar,recipient,recipient_ar,country,category,amount,currency,source\n"                              \
  "paid,2024-03-01,Kuwait,الكويت,Relief Agency,وكالة الإغاثة,SDN,Health,6000000,USD,Ledger\n"                                \
  "commitment,2025-02-01,Kuwait,الكويت,Relief Agency,وكالة الإغاثة,SDN,Education,3000000,USD,Ledger\n"                      \
  "paid,2025-05-01,Kuwait,الكويت,Water Fund,صندوق المياه,YEM,,1000000,USD,Ledger\n"                                          \
  "pledge,2025-06-01,Kuwait,الكويت,Water Fund,صندوق المياه,YEM,,2500000,USD,Ledger\n"                                        \
  "paid,2025-01-10,Qatar,قطر,Relief Agency,وكالة الإغاثة,YEM,Health,20000000,USD,Ledger\n"                                   \
  "paid,2025-01-11,Sweden,السويد,Relief Agency,وكالة الإغاثة,SYR,Health,70000000,USD,Ledger\n"                               \
  "paid,2024-01-11,Norway,النرويج,Relief Agency,وكالة الإغاثة,SYR,Health,5000000,USD,Ledger\n"                               \
  "pledge,2025-01-12,Finland,فنلندا,Relief Agency,وكالة الإغاثة,SYR,Health,900000,USD,Ledger\n"

static inline NidaLocalEngine *
donor_engine (const char *rows)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "nida-donors-XXXXXX.csv", NULL);
  int fd = g_mkstemp (path);
  const char *inputs[] = { path, NULL };
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, rows, -1, &error);
  g_assert_no_error (error);
  dataset = nida_load (inputs, &options, NULL, &error);
  g_unlink (path);
  g_assert_no_error (error);
  return nida_local_engine_new (dataset);
}
