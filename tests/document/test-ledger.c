/* ledger.c: entries as items; each change is one step with a name. */
#include "ledger.h"

static NidaEntry *
new_pledge (const char *donor,
            NidaMoney   amount)
{
  NidaEntry *entry = nida_entry_new (NIDA_ENTRY_MONEY);

  entry->amount = amount;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, donor, NULL);
  entry->period.start = entry->period.end = nida_date_new_day (2026, 2, 3);
  return entry;
}

static NidaLedger *
ledger_of (NidaDocument *document)
{
  return nida_ledger_new (nida_document_get_items (document), NULL);
}

static void
test_add (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaEntry) entry = new_pledge ("Kuwait", 1000);
  g_autofree char *id = nida_ledger_add (document, entry);
  g_autoptr (NidaLedger) ledger = ledger_of (document);
  const NidaLedgerRow *row = nida_ledger_find (ledger, id);

  g_assert_cmpuint (nida_ledger_get_n (ledger), ==, 1);
  g_assert_true (row == nida_ledger_get (ledger, 0));
  g_assert_cmpint (row->entry->amount, ==, 1000);
  g_assert_cmpuint (row->entry->steps->len, ==, 1);
  g_assert_cmpstr (g_array_index (row->entry->steps, NidaEntryStep, 0).who, ==, g_get_real_name ());
  g_assert_cmpint (g_array_index (row->entry->steps, NidaEntryStep, 0).at, >, 0);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Add Pledge");
  nida_document_undo (document);
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_ENTRY), ==, 0);
}

static void
test_status (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaEntry) entry = new_pledge ("Kuwait", 1000);
  g_autofree char *id = nida_ledger_add (document, entry);
  const char *ids[] = { id, "nobody", NULL };
  g_autoptr (NidaLedger) ledger = NULL;
  const NidaLedgerRow *row;

  nida_ledger_set_status (document, ids, NIDA_ENTRY_PAID, nida_date_new_day (2026, 5, 3));
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Mark as Paid");
  ledger = ledger_of (document);
  row = nida_ledger_find (ledger, id);
  g_assert_cmpuint (nida_entry_get_kind (row->entry), ==, NIDA_KIND_PAID);
  g_assert_cmpuint (row->entry->steps->len, ==, 2);
}

static void
test_pay (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaEntry) entry = new_pledge ("Kuwait", 1000);
  g_autofree char *id = nida_ledger_add (document, entry);
  const char *ids[] = { id, NULL };
  g_autoptr (NidaLedger) ledger = NULL, paid = NULL;
  const NidaEntryStep *step;

  g_assert_true (nida_ledger_pay (document, id, 300, nida_date_new_day (2026, 5, 3)));
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Record Payment");
  ledger = ledger_of (document);
  step = &g_array_index (nida_ledger_find (ledger, id)->entry->steps, NidaEntryStep, 1);
  g_assert_cmpuint (step->status, ==, NIDA_ENTRY_PART);
  g_assert_cmpint (step->amount, ==, 300);
  g_assert_cmpint (step->at, >, 0);
  g_assert_cmpstr (step->who, ==, g_get_real_name ());
  g_assert_cmpuint (nida_entry_get_kind (nida_ledger_find (ledger, id)->entry), ==, NIDA_KIND_PLEDGE);
  g_assert_true (nida_ledger_pay (document, id, 700, nida_date_new_day (2026, 6, 3)));
  paid = ledger_of (document);
  g_assert_cmpuint (nida_entry_get_kind (nida_ledger_find (paid, id)->entry), ==, NIDA_KIND_PAID);
  g_assert_false (nida_ledger_pay (document, id, 0, nida_date_new_day (2026, 6, 3)));
  g_assert_false (nida_ledger_pay (document, "nobody", 5, nida_date_new_day (2026, 6, 3)));
  nida_ledger_set_status (document, ids, NIDA_ENTRY_CANCELLED, nida_date_new_day (2026, 7, 3));
  g_assert_false (nida_ledger_pay (document, id, 5, nida_date_new_day (2026, 7, 4)));
}

static void
test_change_and_remove (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaEntry) entry = new_pledge ("Kuwait", 1000);
  g_autofree char *first = nida_ledger_add (document, entry), *second = nida_ledger_add (document, entry);
  const char *both[] = { first, second, NULL };

  nida_ledger_change (document, first, entry);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Add Pledge");    /* nothing changed */
  entry->amount = 2000;
  nida_ledger_change (document, first, entry);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Edit Pledge");
  nida_ledger_remove (document, both);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Delete Entries");
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_ENTRY), ==, 0);
  nida_document_undo (document);
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_ENTRY), ==, 2);
}

static void
test_kept (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaEntry) entry = new_pledge ("Kuwait", 1000);
  g_autofree char *first = nida_ledger_add (document, entry), *second = nida_ledger_add (document, entry);
  g_autoptr (NidaLedger) before = ledger_of (document);
  g_autoptr (NidaLedger) same = nida_ledger_new (nida_document_get_items (document), before);
  g_autoptr (NidaLedger) after = NULL;

  g_assert_true (nida_ledger_equal (before, same));
  entry->amount = 5;
  nida_ledger_change (document, first, entry);
  after = nida_ledger_new (nida_document_get_items (document), before);
  g_assert_false (nida_ledger_equal (before, after));
  g_assert_true (nida_ledger_find (before, second) == nida_ledger_find (after, second));
  g_assert_true (nida_ledger_find (before, first) != nida_ledger_find (after, first));
}

static void
test_unreadable (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaLedger) ledger = NULL;

  nida_document_begin (document, "Test", NULL);
  nida_document_set (document, NIDA_ITEM_ENTRY, "a", "[Nida entry]\nkind=dream\n");
  nida_document_end (document);
  ledger = ledger_of (document);
  g_assert_null (nida_ledger_get (ledger, 0)->entry);
  g_assert_nonnull (nida_ledger_get (ledger, 0)->problem);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/add/is-one-step-with-a-name-and-says-who", test_add);
  g_test_add_func ("/ledger/status/keeps-what-it-was", test_status);
  g_test_add_func ("/ledger/pay/parts-until-it-is-paid", test_pay);
  g_test_add_func ("/ledger/change/and-remove-are-undone", test_change_and_remove);
  g_test_add_func ("/ledger/kept/what-did-not-change", test_kept);
  g_test_add_func ("/ledger/unreadable/is-kept-and-says-why", test_unreadable);
  return g_test_run ();
}
