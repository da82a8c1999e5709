/* record-table.c: records made by a format become rows, with their places. */
#include "record-table.h"

#include <string.h>

static void
test_rows_and_places (void)
{
  const char *names[] = { "date", "donor", "amount" };
  const char *cells[2][3] = { { "2024-02-04", "Kuwait", "12.5" }, { "2024", "Qatar", "many" } };
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("gifts.json", NULL);
  g_autoptr (NidaDataset) dataset = NULL;
  NidaSourceInfo info = { .name = (char *) "gifts.json" };
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  NidaRecordTable *table;
  g_autoptr (GError) error = NULL;
  const NidaSourceInfo *read;
  guint64 offset;
  guint length;

  input->bytes = bytes;
  input->info = &info;
  input->builder = builder;
  input->options = &options;
  input->progress = &progress;
  table = nida_record_table_new (input, nida_record_header_new (names, 3), NULL, "JSON", NIDA_UNIT_RECORD, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      NidaCell row[3];
      NidaRecord record = { .cells = row, .n_cells = 3, .line = i + 1 };

      for (guint c = 0; c < 3; c++)
        row[c] = (NidaCell) { cells[i][c], (guint32) strlen (cells[i][c]), 0 };
      nida_record_table_read (table, &record, 100 * (i + 1), 40);
    }
  g_assert_true (nida_record_table_end (table, &error));
  dataset = nida_dataset_builder_end (builder);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  g_assert_cmpint (nida_dataset_get_amount (dataset, 0), ==, 12500);
  g_assert_true (nida_dataset_get_place (dataset, 0, &offset, &length));
  g_assert_cmpuint (offset, ==, 100);
  g_assert_cmpuint (length, ==, 40);
  read = nida_report_get_source (nida_dataset_get_report (dataset), 0);
  g_assert_cmpstr (read->format, ==, "JSON");
  g_assert_cmpint (read->unit, ==, NIDA_UNIT_RECORD);
  g_assert_cmpuint (read->rows_read, ==, 2);
  g_assert_cmpuint (read->rows_refused, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-table/rows-have-places-and-refused-ones-are-counted", test_rows_and_places);
  return g_test_run ();
}
