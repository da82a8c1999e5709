/* ledger-table.c: what is pasted is understood or told with its place; what is exported comes back the same. */
#include "ledger-table.h"

#include "ledger-fixture.h"

#include <glib/gstdio.h>

static NidaLedgerTable *
parse (const char *text)
{
  return nida_ledger_table_parse (text, strlen (text));
}

static void
assert_cell (NidaLedgerTable *table,
             guint            index,
             NidaEntryCell    cell,
             const char      *expected)
{
  g_autofree char *text = nida_entry_dup_cell (table->entries->pdata[index], cell);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_header (void)
{
  g_autoptr (NidaLedgerTable) table = parse ("Donor\tAmount\tCurrency\tDue\tStatus\n"
                                             "Kuwait, Government of\t1,250,000.50\tKWD\t2026-06-30\tpledged\n"
                                             "\nQatar\t2,000,000\tUSD\t\tpaid\n");

  g_assert_cmpuint (table->problems->len, ==, 0);
  g_assert_cmpuint (table->entries->len, ==, 2);
  assert_cell (table, 0, NIDA_ENTRY_CELL_AMOUNT, "1250000.5");
  assert_cell (table, 0, NIDA_ENTRY_CELL_DUE, "2026-06-30");
  assert_cell (table, 0, NIDA_ENTRY_CELL_KIND, "pledge");
  assert_cell (table, 1, NIDA_ENTRY_CELL_KIND, "paid");
}

static void
test_arabic_header (void)
{
  g_autoptr (NidaLedgerTable) table = parse ("الجهة المانحة\tالمبلغ\tالعملة\nحكومة الكويت\t٥٬٠٠٠٬٠٠٠\tKWD\n");

  g_assert_cmpuint (table->problems->len, ==, 0);
  assert_cell (table, 0, NIDA_ENTRY_CELL_DONOR, "حكومة الكويت");
  assert_cell (table, 0, NIDA_ENTRY_CELL_AMOUNT, "5000000");
}

static void
test_no_header (void)
{
  g_autoptr (NidaLedgerTable) table = parse ("Kuwait Fund\tWFP\t5000000\tUSD\t2026-03-01\tYemen\nOPEC Fund\tIOM\t250000\tUSD\t2026-03-02\tSyria\n");

  g_assert_cmpuint (table->problems->len, ==, 0);
  g_assert_cmpuint (table->entries->len, ==, 2);
  assert_cell (table, 0, NIDA_ENTRY_CELL_DONOR, "Kuwait Fund");
  assert_cell (table, 0, NIDA_ENTRY_CELL_RECIPIENT, "WFP");
  assert_cell (table, 0, NIDA_ENTRY_CELL_AMOUNT, "5000000");
  assert_cell (table, 1, NIDA_ENTRY_CELL_DATE, "2026-03-02");
  assert_cell (table, 1, NIDA_ENTRY_CELL_COUNTRY, "Syria");
}

/* "1,234" is doubtful alone; beside "2.500,75" its mark is known. */
static void
test_mark (void)
{
  g_autoptr (NidaLedgerTable) alone = parse ("donor\tamount\nA\t1,234\n");
  g_autoptr (NidaLedgerTable) beside = parse ("donor\tamount\nA\t1.234\nB\t2.500,75\n");

  g_assert_cmpuint (alone->entries->len, ==, 0);
  g_assert_cmpuint (alone->problems->len, ==, 2);
  g_assert_cmpuint (beside->problems->len, ==, 0);
  assert_cell (beside, 0, NIDA_ENTRY_CELL_AMOUNT, "1234");
  assert_cell (beside, 1, NIDA_ENTRY_CELL_AMOUNT, "2500.75");
}

static void
test_problems (void)
{
  g_autoptr (NidaLedgerTable) table = parse ("donor\tamount\tdate\tweather\nA\t5\tsoon\tfine\nB\t\t2026-01-01\t\n");
  const NidaTableProblem *date = table->problems->pdata[0], *amount = table->problems->pdata[1], *column = table->problems->pdata[2];

  g_assert_cmpuint (table->n_rows, ==, 2);
  g_assert_cmpuint (table->entries->len, ==, 1);
  g_assert_cmpuint (date->row, ==, 2);
  g_assert_cmpstr (date->column, ==, "date");
  g_assert_false (date->refused);
  g_assert_cmpuint (amount->row, ==, 3);
  g_assert_true (amount->refused);
  g_assert_cmpstr (column->column, ==, "weather");
}

/* Levels and goals, with all that an entry can say and texts that a spreadsheet would take for formulas. */
static void
put_levels (NidaDocument *document,
            GRand        *rand)
{
  static const char * const texts[] = { "=1+1", "+965 1", "-5", "@SUM(A1)", "100%", "'quoted", "الكويت، ٢٠٢٦", "a;b,c|d \"e\"" };

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (NidaEntry) entry = nida_entry_new (i % 4 == 0 ? NIDA_ENTRY_GOAL : i % 4 == 1 ? NIDA_ENTRY_REQUIREMENT : NIDA_ENTRY_INDICATOR);
      g_autofree char *id = g_strdup_printf ("level-%02u", i);
      gboolean level = entry->kind != NIDA_ENTRY_REQUIREMENT;

      entry->amount = g_rand_int_range (rand, 1, 5) * NIDA_MONEY_UNIT;
      g_strlcpy (entry->currency, level ? "" : "KWD", sizeof entry->currency);
      entry->qualifier = (NidaQualifier) g_rand_int_range (rand, 0, 4);
      entry->period.start = entry->period.end = nida_date_new_year (2020 + (int) i % 7);
      entry->usage_year = i % 3 == 0 ? 2026 : 0;
      nida_entry_set_name (entry, NIDA_ENTRY_CATEGORY, "Tier", "الفئة");
      nida_entry_set_name (entry, NIDA_ENTRY_COUNTRY, "Kuwait", "الكويت");
      nida_entry_set_text (&entry->notes[0], texts[i % G_N_ELEMENTS (texts)]);
      nida_entry_set_text (&entry->notes[1], texts[(i + 6) % G_N_ELEMENTS (texts)]);
      nida_entry_set_text (&entry->said_by, i % 2 == 0 ? texts[(i + 3) % 4] : NULL);
      nida_entry_set_text (&entry->source, i % 5 == 0 ? "letter of 3 May" : NULL);
      nida_ledger_put (document, id, entry);
    }
}

static NidaLedger *
random_ledger (NidaDocument *document)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (NidaItems) items = nida_items_new ();

  for (guint i = 0; i < 60; i++)
    fixture_add_entry (items, rand, i % 7 == 0 ? "123456789012345.678" : "1250000.5");
  nida_document_begin (document, "Test", NULL);
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_ENTRY); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_ENTRY, i);
      g_autoptr (NidaEntry) entry = nida_entry_from_text (item->text, -1, NULL);

      nida_entry_set_text (&entry->notes[0], i % 5 == 0 ? "=HYPERLINK(\"x\")" : i % 5 == 1 ? "two\nlines; \"quoted\"" : NULL);
      nida_entry_set_text (&entry->next_step, i % 3 == 0 ? "-Call, then write" : NULL);
      if (entry->kind == NIDA_ENTRY_EVENT && entry->notes[0] == NULL)
        nida_entry_set_text (&entry->notes[0], "A conference");
      if (i % 4 == 0)
        entry->due = nida_date_new_month (2026, 7);
      if (i % 6 == 0)
        g_ptr_array_add (entry->links, g_strdup ("https://example.org/letter"));
      nida_ledger_put (document, item->id, entry);
    }
  put_levels (document, rand);
  nida_document_end (document);
  return nida_ledger_new (nida_document_get_items (document), NULL);
}

/* Into a document that knows nothing, and into the one that it came from. */
static void
check_round_trip (const char *ending)
{
  g_autoptr (NidaDocument) document = nida_document_new (), other = nida_document_new ();
  g_autoptr (NidaLedger) ledger = random_ledger (document), again = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ledger-XXXXXX", NULL), *path = g_strconcat (folder, "/own", ending, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaLedgerTable) table = NULL;

  g_assert_true (nida_ledger_table_write (ledger, FALSE, file, &error));
  g_assert_no_error (error);
  table = nida_ledger_table_read (file, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < table->problems->len; i++)
    g_test_message ("%s", ((NidaTableProblem *) table->problems->pdata[i])->message);
  g_assert_cmpuint (table->problems->len, ==, 0);
  nida_ledger_table_apply (table, other, "Import Entries");
  again = nida_ledger_new (nida_document_get_items (other), NULL);
  g_assert_cmpuint (nida_ledger_get_n (again), ==, nida_ledger_get_n (ledger));
  for (guint i = 0; i < nida_ledger_get_n (ledger); i++)
    {
      const NidaLedgerRow *row = nida_ledger_get (ledger, i);

      g_assert_cmpstr (nida_ledger_find (again, row->id)->text, ==, row->text);
    }
  nida_document_forget_undo (document);
  nida_ledger_table_apply (table, document, "Import Entries");
  g_assert_false (nida_document_can_undo (document));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_csv (void)
{
  check_round_trip (".csv");
}

static void
test_xlsx (void)
{
  check_round_trip (".xlsx");
}

static void
test_apply (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaLedgerTable) table = parse ("donor\tamount\nA\t5\nB\t6\n");

  nida_ledger_table_apply (table, document, "Paste Entries");
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_ENTRY), ==, 2);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Paste Entries");
  nida_document_undo (document);
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_ENTRY), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-table/header/names-the-columns", test_header);
  g_test_add_func ("/ledger-table/header/in-arabic", test_arabic_header);
  g_test_add_func ("/ledger-table/no-header/columns-are-what-they-look-like", test_no_header);
  g_test_add_func ("/ledger-table/mark/is-that-of-the-column", test_mark);
  g_test_add_func ("/ledger-table/problems/say-row-column-and-remedy", test_problems);
  g_test_add_func ("/ledger-table/csv/comes-back-the-same", test_csv);
  g_test_add_func ("/ledger-table/xlsx/comes-back-the-same", test_xlsx);
  g_test_add_func ("/ledger-table/apply/is-one-step", test_apply);
  return g_test_run ();
}
