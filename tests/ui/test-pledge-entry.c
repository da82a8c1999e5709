/* pledge-entry.c: one line, and it is in the ledger; what is missing is said. */
#include "config.h"

#include "pledge-entry.h"
#include "ui-support.h"

static void
test_add (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  NidaPledgeEntry *line = g_object_ref_sink (NIDA_PLEDGE_ENTRY (nida_pledge_entry_new (session)));
  const NidaEntry *entry;

  nida_pledge_entry_set (line, "Kuwait, Government of", "1,250,000.5", "kwd");
  g_assert_true (nida_pledge_entry_add (line));
  entry = nida_ledger_get (nida_session_get_ledger (session), 0)->entry;
  g_assert_cmpint (entry->amount, ==, 1250000500);
  g_assert_cmpstr (entry->currency, ==, "KWD");
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_PLEDGE);
  g_assert_cmpuint (entry->period.start.precision, ==, NIDA_PRECISION_DAY);
  nida_session_undo (session);
  g_assert_cmpuint (nida_ledger_get_n (nida_session_get_ledger (session)), ==, 0);
  g_object_unref (line);
}

static void
test_missing (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  NidaPledgeEntry *line = g_object_ref_sink (NIDA_PLEDGE_ENTRY (nida_pledge_entry_new (session)));

  nida_pledge_entry_set (line, "", "5", "USD");
  g_assert_false (nida_pledge_entry_add (line));
  g_assert_nonnull (nida_pledge_entry_get_error (line));
  nida_pledge_entry_set (line, "Qatar", "five", "USD");
  g_assert_false (nida_pledge_entry_add (line));
  g_assert_nonnull (strstr (nida_pledge_entry_get_error (line), "five"));
  nida_pledge_entry_set (line, "Qatar", "5", "USD");
  g_assert_true (nida_pledge_entry_add (line));
  g_assert_null (nida_pledge_entry_get_error (line));
  g_object_unref (line);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/pledge-entry/add/is-a-pledge-of-today", test_add);
  g_test_add_func ("/pledge-entry/missing/is-said", test_missing);
  return g_test_run ();
}
