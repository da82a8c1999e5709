/* Any bytes as a JSON document: no crash, no read beyond the end, errors that name a place, and rows that are written are
 * read back the same. */
#include "fuzz-file.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* All rows but for the file's own name, which is a number here. */
static char *
write_rows (NidaDataset *dataset)
{
  GString *out = g_string_new (NULL);

  nida_csv_append (out, dataset, NULL);
  return g_string_free (out, FALSE);
}

/* A percentage, a place and a count say nothing impossible. */
static void
check_report (NidaDataset *dataset,
              gsize        size)
{
  NidaReport *report = nida_dataset_get_report (dataset);
  const NidaSourceInfo *info = nida_report_get_source (report, 0);

  g_assert_cmpuint (info->rows_refused + info->rows_empty, <=, info->rows_read);
  for (guint i = 0; i < nida_report_get_n_stated (report); i++)
    g_assert_cmpuint (nida_report_get_stated (report, i)->decimals, <=, 3);
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      guint64 offset;
      guint length;

      if (nida_dataset_get_place (dataset, row, &offset, &length))
        g_assert_cmpuint (offset + length, <=, size * 3);      /* of the text, which may have been UTF-16 */
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_fuzz_load (data, size, &error);
  g_autoptr (NidaDataset) again = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *again_rows = NULL;

  g_assert_true ((dataset == NULL) == (error != NULL));
  if (dataset == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  check_report (dataset, size);
  rows = write_rows (dataset);
  g_assert_true (g_utf8_validate (rows, -1, NULL));
  if (nida_dataset_get_n_rows (dataset) == 0)
    return 0;
  again = nida_fuzz_load (rows, strlen (rows), &error);
  g_assert_no_error (error);
  again_rows = write_rows (again);
  g_assert_cmpstr (again_rows, ==, rows);
  return 0;
}
