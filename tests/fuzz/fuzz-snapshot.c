/* Any bytes as the snapshot of a source: no crash, no read beyond the end; what is taken makes a dataset whose every cell is text. */
#include "dataset-pack.h"
#include "snapshot.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
read_all (NidaDataset *dataset)
{
  for (guint row = 0; row < MIN (nida_dataset_get_n_rows (dataset), 1000); row++)
    for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
      for (int arabic = 0; arabic < 2; arabic++)
        {
          g_autofree char *text = nida_dataset_dup_text (dataset, row, field, arabic);

          g_assert_true (g_utf8_validate (text, -1, NULL));
        }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "fuzz" };
  g_autoptr (NidaDataset) dataset = NULL;

  if (!nida_snapshot_restore (bytes, "key", builder, &info))
    g_assert_cmpuint (nida_report_get_n_sources (nida_dataset_builder_get_report (builder)), ==, 0);
  dataset = nida_dataset_builder_end (builder);
  read_all (dataset);
  return 0;
}
