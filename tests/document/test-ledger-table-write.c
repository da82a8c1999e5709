/* ledger-table-write.c: a part that was paid is a row of its own, and comes back to its entry. */
#include "ledger-table.h"

#include <glib/gstdio.h>
#include <string.h>

static NidaLedger *
ledger_new (NidaDocument *document)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;

  entry->amount = 10 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "KWD", sizeof entry->currency);
  entry->period.start = entry->period.end = nida_date_new_day (2026, 1, 10);
  entry->due = nida_date_new_month (2026, 7);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", "الكويت");
  g_ptr_array_add (entry->links, g_strdup ("https://example.org/letter"));
  id = nida_ledger_add (document, entry);
  g_assert_true (nida_ledger_pay (document, id, 3 * NIDA_MONEY_UNIT, nida_date_new_day (2026, 2, 1)));
  g_assert_true (nida_ledger_pay (document, id, 4 * NIDA_MONEY_UNIT, nida_date_new_day (2026, 3, 1)));
  return nida_ledger_new (nida_document_get_items (document), NULL);
}

static char *
write_table (NidaLedger *ledger)
{
  g_autofree char *folder = g_dir_make_tmp ("ledger-XXXXXX", NULL), *path = g_strconcat (folder, "/own.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (nida_ledger_table_write (ledger, FALSE, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

static char *
replace (const char *text,
         const char *before,
         const char *after)
{
  GString *changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, before, after, 1), ==, 1);
  return g_string_free (changed, FALSE);
}

static void
test_rows (void)
{
  g_autoptr (NidaDocument) document = nida_document_new (), other = nida_document_new ();
  g_autoptr (NidaLedger) ledger = ledger_new (document), again = NULL;
  g_autofree char *text = write_table (ledger);
  g_autoptr (NidaLedgerTable) table = nida_ledger_table_parse (text, strlen (text));

  g_assert_nonnull (strstr (text, ",paid,2026-02-01,"));
  g_assert_nonnull (strstr (text, ",3,KWD,"));
  g_assert_cmpuint (table->n_rows, ==, 3);
  g_assert_cmpuint (table->entries->len, ==, 1);
  g_assert_cmpuint (table->problems->len, ==, 0);
  nida_ledger_table_apply (table, other, "Import Entries");
  again = nida_ledger_new (nida_document_get_items (other), NULL);
  g_assert_cmpstr (nida_ledger_get (again, 0)->text, ==, nida_ledger_get (ledger, 0)->text);
}

/* A figure that a person changed in the spreadsheet holds, and that the whole is another is told. */
static void
test_changed (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaLedger) ledger = ledger_new (document);
  g_autofree char *text = write_table (ledger), *changed = replace (text, ",4,KWD,", ",5,KWD,");
  g_autoptr (NidaLedgerTable) table = nida_ledger_table_parse (changed, strlen (changed));
  const NidaEntry *entry = table->entries->pdata[0];

  g_assert_cmpint (nida_entry_get_parts (entry), ==, 8 * NIDA_MONEY_UNIT);
  g_assert_cmpint (entry->amount, ==, 11 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_entry_get_open (entry), ==, 3 * NIDA_MONEY_UNIT);
  g_assert_cmpuint (table->problems->len, ==, 1);
  g_assert_false (((NidaTableProblem *) table->problems->pdata[0])->refused);
}

/* A part alone is money that the ledger has already. */
static void
test_alone (void)
{
  g_autoptr (NidaLedgerTable) table = NULL;
  const char *text = "id,kind,date,amount,currency\ndesk:abc/1,paid,2026-02-01,3,KWD\n";
  const NidaTableProblem *problem;

  table = nida_ledger_table_parse (text, strlen (text));
  g_assert_cmpuint (table->entries->len, ==, 0);
  g_assert_cmpuint (table->problems->len, ==, 1);
  problem = table->problems->pdata[0];
  g_assert_true (problem->refused);
  g_assert_cmpuint (problem->row, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-table-write/parts/are-rows-and-come-back", test_rows);
  g_test_add_func ("/ledger-table-write/parts/changed-in-a-spreadsheet-hold", test_changed);
  g_test_add_func ("/ledger-table-write/parts/alone-are-refused", test_alone);
  return g_test_run ();
}
