/* Own figures beside data that stand still: at once, and on a thread. */
#include "config.h"

#include "show-own.h"
#include "ui-support.h"

static void
add_pledge (NidaDocument *document)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;
  NidaDate day = nida_date_local (g_get_real_time ());

  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Bahrain", NULL);
  entry->amount = 2000000000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->period = (NidaPeriod) { day, day };
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, day, g_get_real_time (), "a");
  id = nida_ledger_add (document, entry);
}

static guint
count_rows (NidaLocalEngine *engine)
{
  return nida_dataset_get_n_rows (nida_local_engine_get_dataset (engine));
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_own (void)
{
  g_autofree char *path = ui_test_write ("own.csv", ui_test_csv);
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaLedger) ledger = NULL;
  g_autoptr (NidaLocalEngine) without = NULL, with = NULL, later = NULL;
  g_autoptr (GAsyncResult) result = NULL, stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  NidaDataset *bare;

  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  bare = nida_session_get_dataset (session);
  without = nida_show_own_new_engine (bare, NULL, NULL);
  g_assert_true (nida_local_engine_get_dataset (without) == bare);
  g_object_ref (bare);
  add_pledge (nida_session_get_document (session));
  ledger = nida_ledger_new (nida_document_get_items (nida_session_get_document (session)), NULL);
  with = nida_show_own_new_engine (bare, ledger, NULL);
  g_assert_cmpuint (count_rows (with), ==, count_rows (without) + 1);
  nida_show_own_async (bare, ledger, NULL, NULL, ready_cb, &result);
  later = nida_show_own_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (later), ==, count_rows (with));
  nida_show_own_async (bare, ledger, NULL, cancellable, ready_cb, &stopped);
  g_cancellable_cancel (cancellable);
  g_assert_null (nida_show_own_finish (wait_for (&stopped), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (bare);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-own/beside-data-that-stand-still", test_own);
  return g_test_run ();
}
