/* ledger-held.c: an export that is open beside its document gives way to it, with both figures told; of two documents the one that
 * was changed last holds. */
#include "ledger-held.h"

#include "ledger-table.h"
#include "loader.h"
#include "local-engine.h"

#include <glib/gstdio.h>
#include <string.h>

static NidaLedger *
ledger_new (const char *first,
            ...)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  va_list arguments;
  guint n = 0;

  va_start (arguments, first);
  for (const char *text = first; text != NULL; text = va_arg (arguments, const char *))
    {
      g_autofree char *all = g_strconcat ("[Nida entry]\nkind=money\ncurrency=USD\ndate=2026-01-10\n", text, NULL);
      g_autofree char *id = g_strdup_printf ("entry-%u", ++n);

      nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, n, all));
    }
  va_end (arguments);
  return nida_ledger_new (items, NULL);
}

static NidaMoney
ask (NidaDataset *dataset,
     NidaMeasure  measure)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << measure;
  cube = nida_local_engine_query (engine, query, NULL);
  return nida_cube_get_total (cube)->values[measure];
}

/* The data of an export of @ledger. */
static NidaDataset *
export_and_load (NidaLedger *ledger,
                 const char *ending)
{
  g_autofree char *folder = g_dir_make_tmp ("held-XXXXXX", NULL), *path = g_strconcat (folder, "/own", ending, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_DOT };
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset;

  g_assert_true (nida_ledger_table_write (ledger, FALSE, file, &error));
  g_assert_no_error (error);
  dataset = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return dataset;
}

static const NidaProblem *
find_problem (NidaDataset     *dataset,
              NidaProblemKind  kind)
{
  NidaReport *report = nida_dataset_get_report (dataset);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == kind)
      return nida_report_get_problem (report, i);
  return NULL;
}

#define PLEDGED   "[Step 1]\nstatus=pledged\nat=1000000\n"
#define PARTS     "[Step 2]\nstatus=part\namount=3\ndate=2026-02-01\nat=2000000\n[Step 3]\nstatus=part\namount=4\ndate=2026-03-01\nat=3000000\n"

/* The document's own figures hold, and both are told where they differ. */
static void
check_export (const char *ending)
{
  g_autoptr (NidaLedger) was = ledger_new ("amount=10\ndonor=Kuwait\n" PLEDGED, "amount=20\ndonor=Qatar\n" PLEDGED,
                                           "amount=40\ndonor=Oman\n" PLEDGED, "amount=80\ndonor=Oman\n" PLEDGED PARTS, NULL);
  g_autoptr (NidaLedger) is = ledger_new ("amount=10\ndonor=Kuwait\n" PLEDGED PARTS, "amount=20\ndonor=Qatar\n" PLEDGED,
                                          "amount=40\ndonor=Oman\n" PLEDGED "[Step 2]\nstatus=cancelled\nat=4000000\n",
                                          "amount=80\ndonor=Oman\n" PLEDGED PARTS, NULL);
  g_autoptr (NidaDataset) exported = export_and_load (was, ending), alone = nida_ledger_append (is, NULL, NULL);
  g_autoptr (NidaDataset) beside = nida_ledger_append (is, exported, NULL);
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (beside), 0);
  const NidaSourceInfo *own = nida_report_get_source (nida_dataset_get_report (beside), nida_ledger_find_source (beside));
  const NidaProblem *conflict = find_problem (beside, NIDA_PROBLEM_CONFLICT);

  g_assert_cmpint (ask (exported, NIDA_MEASURE_PLEDGED), ==, (10 + 20 + 40 + 73) * NIDA_MONEY_UNIT);
  g_assert_cmpint (ask (exported, NIDA_MEASURE_PAID), ==, 7 * NIDA_MONEY_UNIT);
  g_assert_cmpint (ask (beside, NIDA_MEASURE_PLEDGED), ==, (3 + 20 + 73) * NIDA_MONEY_UNIT);
  g_assert_cmpint (ask (beside, NIDA_MEASURE_PAID), ==, 14 * NIDA_MONEY_UNIT);
  g_assert_cmpuint (nida_dataset_get_n_rows (beside), ==, nida_dataset_get_n_rows (alone));
  g_assert_cmpuint (info->rows_kept, ==, 0);
  g_assert_cmpuint (info->rows_merged, ==, 6);
  g_assert_cmpuint (own->rows_kept, ==, 3);
  g_assert_cmpuint (own->rows_empty, ==, 1);
  g_assert_cmpuint (own->rows_merged, ==, 0);
  g_assert_nonnull (conflict);
  g_assert_cmpuint (conflict->source, ==, 0);
  g_assert_cmpuint (conflict->rule, ==, NIDA_CONFLICT_LEDGER);
  g_assert_cmpstr (conflict->found, ==, "10 pledge");
  g_assert_cmpstr (conflict->kept, ==, "3 pledge + 3 paid + 4 paid");
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (beside), NIDA_PROBLEM_CONFLICT), ==, 2);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (beside), NIDA_PROBLEM_MERGED), ==, 4);
}

static void
test_csv (void)
{
  check_export (".csv");
}

static void
test_xlsx (void)
{
  check_export (".xlsx");
}

/* The record that gave way stands among those that were merged into the ledger's row, and the other rows know their place. */
static void
test_places (void)
{
  g_autoptr (NidaLedger) was = ledger_new ("amount=10\n" PLEDGED, "amount=20\n" PLEDGED, NULL);
  g_autoptr (NidaLedger) is = ledger_new ("amount=11\n" PLEDGED, NULL);
  g_autoptr (NidaDataset) exported = export_and_load (was, ".csv"), beside = nida_ledger_append (is, exported, NULL);
  const NidaMergedRow *merged;
  guint n;

  g_assert_cmpuint (nida_dataset_get_n_rows (beside), ==, 2);
  g_assert_cmpint (nida_dataset_get_amount (beside, 0), ==, 20 * NIDA_MONEY_UNIT);
  g_assert_cmpuint (nida_dataset_find_base_row (beside, exported, 0), ==, 1);
  g_assert_cmpuint (nida_dataset_find_base_row (beside, exported, 1), ==, G_MAXUINT);
  g_assert_cmpuint (nida_dataset_find_base_row (exported, exported, 1), ==, 1);
  merged = nida_dataset_get_merged (beside, 1, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (merged->source, ==, 0);
  g_assert_cmpuint (merged->line, ==, 2);
}

/* In either order of the two. */
static void
test_documents (void)
{
  g_autoptr (NidaLedger) old = ledger_new ("amount=10\n" PLEDGED, NULL), new = ledger_new ("amount=10\n" PLEDGED PARTS, NULL);
  g_autoptr (NidaDataset) one = nida_ledger_append (old, NULL, NULL), other = nida_ledger_append (new, NULL, NULL);
  g_autoptr (NidaDataset) forth = nida_ledger_append (new, one, NULL), back = nida_ledger_append (old, other, NULL);
  g_autoptr (NidaDataset) twice = nida_ledger_append (new, other, NULL);
  const NidaProblem *conflict = find_problem (back, NIDA_PROBLEM_CONFLICT);

  g_assert_cmpint (ask (forth, NIDA_MEASURE_PLEDGED), ==, 3 * NIDA_MONEY_UNIT);
  g_assert_cmpint (ask (forth, NIDA_MEASURE_PAID), ==, 7 * NIDA_MONEY_UNIT);
  g_assert_cmpint (ask (back, NIDA_MEASURE_PLEDGED), ==, 3 * NIDA_MONEY_UNIT);
  g_assert_cmpint (ask (back, NIDA_MEASURE_PAID), ==, 7 * NIDA_MONEY_UNIT);
  g_assert_cmpstr (conflict->found, ==, "10 pledge");
  g_assert_cmpuint (conflict->rule, ==, NIDA_CONFLICT_NEWER);
  g_assert_null (find_problem (twice, NIDA_PROBLEM_CONFLICT));
  g_assert_cmpuint (nida_dataset_get_n_rows (twice), ==, 3);
}

static void
test_ids (void)
{
  static const char * const wholes[] = { "abc", "abc/", "/3", "abc/0", "abc/x", "abc/-1", "abc/99999999999" };
  g_autofree char *id = nida_ledger_part_id ("abc", 12), *whole = NULL;
  guint part = 0;

  whole = nida_ledger_part_of (id, &part);
  g_assert_cmpstr (whole, ==, "abc");
  g_assert_cmpuint (part, ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    g_assert_null (nida_ledger_part_of (wholes[i], &part));
}

/* A donor that the desk knows by its Arabic name alone is the one whose label that is, in the export as in the ledger: nothing
 * differs, and it stands with the donor's other money. */
static void
test_arabic (void)
{
  g_autofree char *folder = g_dir_make_tmp ("held-XXXXXX", NULL), *flows = g_build_filename (folder, "flows.csv", NULL);
  g_autofree char *own = g_build_filename (folder, "own.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (own);
  g_autoptr (NidaLedger) ledger = ledger_new ("amount=10\ndonor=الكويت\n" PLEDGED, NULL);
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_DOT };
  const char *inputs[] = { flows, own, NULL };
  g_autoptr (NidaDataset) base = NULL, beside = NULL;
  g_autofree char *donor = NULL;

  g_assert_true (g_file_set_contents (flows, "kind,date,donor,donor_ar,amount,currency\npaid,2026-01-01,Kuwait,الكويت,5,USD\n", -1, NULL));
  g_assert_true (nida_ledger_table_write (ledger, FALSE, file, NULL));
  base = nida_load (inputs, &options, NULL, NULL);
  beside = nida_ledger_append (ledger, base, NULL);
  g_unlink (flows);
  g_unlink (own);
  g_rmdir (folder);
  g_assert_null (find_problem (beside, NIDA_PROBLEM_CONFLICT));
  donor = nida_dataset_dup_text (beside, nida_dataset_get_n_rows (beside) - 1, NIDA_FIELD_DONOR, FALSE);
  g_assert_cmpstr (donor, ==, "Kuwait");
  g_assert_cmpint (ask (beside, NIDA_MEASURE_PLEDGED), ==, 10 * NIDA_MONEY_UNIT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-held/csv/gives-way-and-both-figures-are-told", test_csv);
  g_test_add_func ("/ledger-held/xlsx/gives-way-and-both-figures-are-told", test_xlsx);
  g_test_add_func ("/ledger-held/rows/keep-their-places", test_places);
  g_test_add_func ("/ledger-held/documents/the-newer-holds", test_documents);
  g_test_add_func ("/ledger-held/ids/of-parts", test_ids);
  g_test_add_func ("/ledger-held/arabic/a-label-is-no-conflict", test_arabic);
  return g_test_run ();
}
