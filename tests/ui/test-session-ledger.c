/* session-ledger.c: an entry is on the board at once, and goes with undo; switched off, none of them counts. */
#include "config.h"

#include "http-server.h"
#include "session-private.h"
#include "ui-support.h"

#include "look.h"

static gboolean
is_open (gpointer session)
{
  return nida_session_get_dataset (session) != NULL;
}

static NidaSession *
open_sample (const char *name)
{
  NidaSession *session = nida_session_new ();
  g_autofree char *path = g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), name, NULL);
  const char *inputs[] = { path, NULL };

  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (is_open, session));
  return session;
}

static void
opened_cb (NidaSession *session,
           gboolean     reload,
           guint       *count)
{
  ++*count;
}

static void
count_cb (NidaSession *session,
          guint       *count)
{
  ++*count;
}

static char *
add_pledge (NidaSession *session,
            NidaMoney    amount)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  entry->amount = amount;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->period.start = entry->period.end = nida_date_new_day (2024, 5, 1);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "A newcomer", NULL);
  return nida_ledger_add (nida_session_get_document (session), entry);
}

static NidaMoney
pledged (NidaSession *session)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_PLEDGED;
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "A newcomer");
  cube = nida_local_engine_query (nida_session_get_engine (session), query, NULL);
  return cube != NULL ? nida_cube_get_total (cube)->values[NIDA_MEASURE_PLEDGED] : 0;
}

static void
test_at_once (void)
{
  g_autoptr (NidaSession) session = open_sample ("iom-global-appeal-2024.csv");
  guint before = nida_dataset_get_n_rows (nida_session_get_dataset (session)), answered = 0, told = 0;
  g_autofree char *id = NULL;

  g_signal_connect (session, "answered", G_CALLBACK (count_cb), &answered);
  g_signal_connect (session, "ledger-changed", G_CALLBACK (count_cb), &told);
  id = add_pledge (session, 5000);
  g_assert_cmpuint (answered, ==, 1);
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, before + 1);
  g_assert_cmpint (pledged (session), ==, 5000);
  nida_session_undo (session);
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, before);
  nida_session_redo (session);
  g_assert_cmpint (pledged (session), ==, 5000);
  g_assert_cmpuint (nida_ledger_get_n (nida_session_get_ledger (session)), ==, 1);
}

static gboolean
has_pledge (gpointer session)
{
  return pledged (session) == 5000;
}

/* The room comes first: the board has it a moment later, and at once again when the show is over. */
static void
test_show (void)
{
  g_autoptr (NidaSession) session = open_sample ("iom-global-appeal-2024.csv");
  g_autofree char *id = NULL;

  nida_session_ledger_begin_show (nida_session_get_own (session));
  id = add_pledge (session, 5000);
  g_assert_cmpint (pledged (session), ==, 0);
  g_assert_cmpuint (nida_ledger_get_n (nida_session_get_ledger (session)), ==, 1);
  g_assert_true (ui_test_wait (has_pledge, session));
  nida_session_ledger_end_show (nida_session_get_own (session));
  nida_session_undo (session);
  g_assert_cmpint (pledged (session), ==, 0);
}

static void
test_off (void)
{
  g_autoptr (NidaSession) session = open_sample ("iom-global-appeal-2024.csv");
  guint before = nida_dataset_get_n_rows (nida_session_get_dataset (session));
  g_autofree char *id = add_pledge (session, 5000);

  nida_session_set_ledger_on (session, FALSE);
  g_assert_false (nida_session_is_ledger_on (session));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, before);
  nida_session_undo (session);
  g_assert_true (nida_session_is_ledger_on (session));
  g_assert_cmpint (pledged (session), ==, 5000);
}

/* Reading the inputs again keeps the entries, and is no change of the sources. */
static gboolean
is_read (gpointer session)
{
  return !nida_session_is_loading (session);
}

static void
test_reload (void)
{
  g_autoptr (NidaSession) session = open_sample ("iom-global-appeal-2024.csv");
  g_autofree char *id = add_pledge (session, 5000);

  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_read, session));
  g_assert_cmpint (pledged (session), ==, 5000);
  g_assert_null (nida_session_get_changes (session));
}

/* A conference begins with nothing but what is pledged there. */
static void
test_alone (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autofree char *id = add_pledge (session, 5000);

  g_assert_nonnull (nida_session_get_dataset (session));
  g_assert_cmpint (pledged (session), ==, 5000);
  nida_session_reload (session);
  g_assert_false (nida_session_is_loading (session));
  g_assert_cmpint (pledged (session), ==, 5000);
}

static guint64
count_overdue (NidaSession *session)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_PLEDGED;
  nida_query_add_filter (query, NIDA_FIELD_DUE, "overdue");
  cube = nida_local_engine_query (nida_session_get_engine (session), query, NULL);
  return nida_cube_get_total (cube)->flows;
}

/* A window that is open over night counts by the new day. */
static void
test_midnight (void)
{
  g_autoptr (NidaSession) session = NULL;
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;
  guint told = 0;

  nida_ledger_set_today (nida_days_from_civil (2026, 6, 30));
  session = open_sample ("iom-global-appeal-2024.csv");
  entry->amount = 5000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->due = nida_date_new_day (2026, 6, 30);
  id = nida_ledger_add (nida_session_get_document (session), entry);
  g_assert_cmpuint (count_overdue (session), ==, 0);
  g_signal_connect (session, "ledger-changed", G_CALLBACK (count_cb), &told);
  nida_session_ledger_check_day (nida_session_get_own (session));
  g_assert_cmpuint (told, ==, 0);
  nida_ledger_set_today (nida_days_from_civil (2026, 7, 1));
  nida_session_ledger_check_day (nida_session_get_own (session));
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (count_overdue (session), ==, 1);
  nida_ledger_set_today (G_MININT32);
}

#define SECRET "Quietly promised to nobody else"

static gboolean
is_loaded_twice (gpointer opened)
{
  return *(guint *) opened == 2;
}

/* A reading asks for its bytes, and has nothing else to say. */
static void
assert_silent (NidaHttpServer *server)
{
  g_autofree char *request = nida_http_server_dup_request (server), *lower = g_ascii_strdown (request, -1);

  g_assert_true (g_str_has_prefix (request, "GET /plain/data.csv HTTP/"));
  g_assert_null (strstr (request, "Quietly"));
  g_assert_null (strstr (request, "newcomer"));
  g_assert_null (strstr (request, "4711"));
  g_assert_null (strstr (lower, "content-length:"));
  g_assert_null (strstr (lower, "transfer-encoding:"));
  g_assert_null (strstr (lower, "cookie:"));
}

/* Nobody is told what the desk enters, neither when it is entered nor when the sources are read again. */
static void
test_private (void)
{
  g_autoptr (NidaHttpServer) server = nida_http_server_new (ui_test_csv);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv"), *id = NULL;
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaEntry) changed = NULL;
  const char *inputs[] = { uri, NULL };
  guint opened = 0, n_requests;

  g_signal_connect (session, "opened", G_CALLBACK (opened_cb), &opened);
  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (is_open, session));
  assert_silent (server);
  n_requests = nida_http_server_get_n_requests (server);
  g_assert_cmpuint (n_requests, >=, 1);
  id = add_pledge (session, 4711);
  changed = nida_entry_copy (nida_ledger_find (nida_session_get_ledger (session), id)->entry);
  nida_entry_set_text (&changed->next_step, SECRET);
  g_ptr_array_add (changed->links, g_strdup_printf ("%s?Quietly", uri));
  nida_ledger_change (nida_session_get_document (session), id, changed);
  g_assert_cmpint (pledged (session), ==, 4711);
  ui_test_run_for (500);
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, n_requests);
  opened = 1;
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_loaded_twice, &opened));
  g_assert_cmpuint (nida_http_server_get_n_requests (server), >, n_requests);
  assert_silent (server);
  g_assert_cmpint (pledged (session), ==, 4711);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-ledger/entry/is-counted-at-once-and-undone", test_at_once);
  g_test_add_func ("/session-ledger/show/has-it-before-the-board", test_show);
  g_test_add_func ("/session-ledger/off/counts-none", test_off);
  g_test_add_func ("/session-ledger/reload/keeps-them", test_reload);
  g_test_add_func ("/session-ledger/alone/without-other-data", test_alone);
  g_test_add_func ("/session-ledger/midnight/counts-by-the-new-day", test_midnight);
  g_test_add_func ("/session-ledger/private/no-request-says-anything-of-it", test_private);
  return g_test_run ();
}
