/* Any bytes as a file: no crash, no read beyond the end, one thread and two give the same, and what is read is written and
 * read back the same. */
#include "fuzz-file.h"
#include "table-file.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static NidaDataset *
load_bytes (const void  *data,
            gsize        size,
            gsize        block,
            guint64      min_shared,
            GError     **error)
{
  nida_table_file_tune (block, min_shared);
  return nida_fuzz_load (data, size, error);
}

/* All rows but for the file's own name, which is a number here. */
static char *
write_rows (NidaDataset *dataset)
{
  GString *out = g_string_new (NULL);

  nida_csv_append (out, dataset, NULL);
  return g_string_free (out, FALSE);
}

static void
assert_same_report (NidaDataset *a,
                    NidaDataset *b)
{
  NidaReport *x = nida_dataset_get_report (a), *y = nida_dataset_get_report (b);

  for (NidaProblemKind kind = 0; kind < NIDA_N_PROBLEMS; kind++)
    g_assert_cmpuint (nida_report_get_count (x, kind), ==, nida_report_get_count (y, kind));
  g_assert_cmpuint (nida_report_get_source (x, 0)->rows_read, ==, nida_report_get_source (y, 0)->rows_read);
  g_assert_cmpuint (nida_report_get_source (x, 0)->rows_refused, ==, nida_report_get_source (y, 0)->rows_refused);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;
  g_autoptr (NidaDataset) dataset = load_bytes (data, size, 0, G_MAXUINT64, &error);
  g_autoptr (NidaDataset) shared = load_bytes (data, size, 13, 1, &other_error);
  g_autofree char *rows = NULL;
  g_autofree char *shared_rows = NULL;

  g_assert_true ((dataset == NULL) == (error != NULL));
  g_assert_true ((shared == NULL) == (dataset == NULL));
  if (dataset == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  rows = write_rows (dataset);
  shared_rows = write_rows (shared);
  g_assert_true (g_utf8_validate (rows, -1, NULL));
  /* the two files have names of their own when descriptors are handed out anew */
  if (strstr (rows, "/proc") == NULL)
    g_assert_cmpstr (rows, ==, shared_rows);
  assert_same_report (dataset, shared);

  if (nida_dataset_get_n_rows (dataset) > 0)
    {
      g_autoptr (NidaDataset) again = load_bytes (rows, strlen (rows), 0, G_MAXUINT64, &error);
      g_autofree char *again_rows = NULL;

      g_assert_no_error (error);
      again_rows = write_rows (again);
      g_assert_cmpstr (again_rows, ==, rows);
    }
  return 0;
}
