/* The data of a show stand still while the session reads on: from a file that changes, from a server that dies. */
#include "config.h"

#include "http-server.h"
#include "session-private.h"
#include "show-hold.h"
#include "ui-support.h"

static gboolean
has_counted (gpointer data)
{
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *words = nida_show_hold_dup_pending (data, english);

  return words != NULL && strstr (words, "new flow") != NULL;
}

static gboolean
has_nothing (gpointer data)
{
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *words = nida_show_hold_dup_pending (data, english);

  return words == NULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* How many rows of money the room sees for the first time. */
static guint
count_came (NidaShowHold *hold)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaChartContext context = { .language = english };
  guint counts[NIDA_N_NEWS] = { 0 };

  spec->measure = NIDA_MEASURE_RECEIVED;
  nida_show_hold_fill (spec, &context, hold);
  if (context.news != NULL)
    context.news->count (context.news->data, spec, NULL, counts);
  return counts[NIDA_NEWS_CAME];
}

static void
test_wait (void)
{
  g_autofree char *path = ui_test_write ("hold.csv", ui_test_csv);
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Oman,عمان,Food,الغذاء,Appeal 2024,,USD,500000,a\n", NULL);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowHold) hold = nida_show_hold_new (session);
  NidaLocalEngine *engine = nida_show_hold_get_engine (hold);
  guint changes = 0;

  g_signal_connect_swapped (hold, "changed", G_CALLBACK (count_cb), &changes);
  ui_test_rewrite (path, more);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (has_counted, hold));
  g_assert_true (nida_show_hold_get_engine (hold) == engine);
  g_assert_true (nida_session_get_engine (session) != engine);
  g_assert_cmpuint (changes, ==, 0);
  g_assert_cmpuint (count_came (hold), ==, 0);
  nida_show_hold_take (hold);
  g_assert_cmpuint (count_came (hold), ==, 1);
  g_assert_true (nida_show_hold_get_engine (hold) == nida_session_get_engine (session));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_true (has_nothing (hold));
  ui_test_close (window);
}

/* What the desk entered is as old as its entry; the public figures keep their day. */
static void
test_ages (void)
{
  g_autofree char *path = ui_test_write ("ages.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowHold) hold = nida_show_hold_new (session);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (GPtrArray) specs = g_ptr_array_new (), ages = NULL;
  const gint64 at = 1768000000000000;
  g_autofree char *day = nida_language_time (english, at);
  guint n_own = 0;

  entry->amount = 4 * NIDA_MONEY_UNIT;
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", NULL);
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, nida_date_new_day (2026, 1, 9), at, "Noura");
  nida_document_begin (nida_session_get_document (session), "Add Entry", NULL);
  nida_ledger_put (nida_session_get_document (session), "one", entry);
  nida_document_end (nida_session_get_document (session));
  g_ptr_array_add (specs, spec);
  ages = nida_show_hold_dup_ages (hold, specs, english);
  g_assert_cmpuint (ages->len, >, 1);
  for (guint i = 0; i < ages->len; i++)
    n_own += g_str_equal (((NidaShowAge *) ages->pdata[i])->words, day);
  g_assert_cmpuint (n_own, ==, 1);
  ui_test_close (window);
}

/* Read again, and nothing is different: nobody is bothered. */
static void
test_same (void)
{
  g_autofree char *path = ui_test_write ("same.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowHold) hold = nida_show_hold_new (session);
  guint changes = 0, opened = 0;

  g_signal_connect_swapped (hold, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect_swapped (session, "opened", G_CALLBACK (count_cb), &opened);
  nida_session_reload (session);
  for (guint i = 0; opened == 0 && i < 100; i++)
    ui_test_run_for (50);
  g_assert_cmpuint (opened, ==, 1);
  g_assert_true (ui_test_wait (has_nothing, hold));
  g_assert_cmpuint (changes, ==, 0);
  ui_test_close (window);
}

static gboolean
is_late (gpointer data)
{
  return nida_show_hold_is_late (data);
}

static void
test_server (void)
{
  NidaHttpServer *server = nida_http_server_new (ui_test_csv);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv");
  NidaWindow *window = ui_test_open (uri);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowHold) hold = nida_show_hold_new (session);
  NidaLocalEngine *engine = nida_show_hold_get_engine (hold);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *stamp = nida_show_hold_dup_stamp (hold, english);
  g_autoptr (GPtrArray) specs = g_ptr_array_new (), ages = NULL;
  gboolean told = FALSE;

  g_assert_true (nida_show_hold_is_live (hold));
  g_assert_true (g_str_has_prefix (stamp, "as of "));
  nida_http_server_free (server);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_late, hold));
  g_assert_true (nida_show_hold_get_engine (hold) == engine);
  g_ptr_array_add (specs, nida_session_get_board (session)->charts->pdata[0]);
  ages = nida_show_hold_dup_ages (hold, specs, english);
  for (guint i = 0; i < ages->len; i++)
    told |= ((NidaShowAge *) ages->pdata[i])->late;
  g_assert_true (told);
  ui_test_close (window);
}

static guint
count_rows (NidaLocalEngine *engine)
{
  return nida_dataset_get_n_rows (nida_local_engine_get_dataset (engine));
}

static gboolean
has_caught_up (gpointer session)
{
  return count_rows (nida_session_get_engine (session)) == 1 + nida_dataset_get_n_rows (nida_session_get_shown (session)->bare);
}

/* What is entered is before the room when the next line runs; the window's board follows. */
static void
test_entry (void)
{
  g_autofree char *path = ui_test_write ("entry.csv", ui_test_csv), *id = NULL;
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaShowHold *hold = nida_show_hold_new (session);
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  guint n = count_rows (nida_show_hold_get_engine (hold)), changes = 0;

  g_signal_connect_swapped (hold, "changed", G_CALLBACK (count_cb), &changes);
  entry->amount = 4 * NIDA_MONEY_UNIT;
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", NULL);
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, nida_date_new_day (2026, 1, 9), 1000, "Noura");
  g_assert_cmpuint (count_came (hold), ==, 0);
  id = nida_ledger_add (nida_session_get_document (session), entry);
  g_assert_cmpuint (count_rows (nida_show_hold_get_engine (hold)), ==, n + 1);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (count_came (hold), ==, 1);
  g_assert_cmpuint (count_rows (nida_session_get_engine (session)), ==, n);
  g_assert_true (ui_test_wait (has_caught_up, session));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_finalize_object (hold);
  nida_session_undo (session);
  g_assert_cmpuint (count_rows (nida_session_get_engine (session)), ==, n);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-hold/newer-data-wait", test_wait);
  g_test_add_func ("/show-hold/the-same-data-do-not", test_same);
  g_test_add_func ("/show-hold/a-server-that-dies-leaves-the-last-good", test_server);
  g_test_add_func ("/show-hold/an-entry-is-shown-before-the-board-has-it", test_entry);
  g_test_add_func ("/show-hold/ages/own-figures-are-as-old-as-their-last-entry", test_ages);
  return g_test_run ();
}
