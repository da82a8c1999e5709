/* session-choices.c: an earlier moment is read again from the copies, undone as a filter is, and left alone by changes. */
#include "config.h"

#include "session.h"
#include "ui-support.h"

static guint n_opened, n_failed;

static void
opened_cb (NidaSession *session)
{
  n_opened++;
}

static void
failed_cb (NidaSession *session)
{
  n_failed++;
}

static gboolean
is_reached (gpointer count)
{
  return n_opened >= GPOINTER_TO_UINT (count);
}

static gboolean
is_failed (gpointer data)
{
  return n_failed > 0;
}

static void
wait_for (guint n)
{
  g_assert_true (ui_test_wait (is_reached, GUINT_TO_POINTER (n)));
}

static NidaSession *
open_session (const char *path)
{
  const char *inputs[] = { path, NULL };
  NidaSession *session = nida_session_new ();

  n_opened = n_failed = 0;
  g_signal_connect (session, "opened", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), NULL);
  nida_session_open (session, inputs);
  wait_for (1);
  ui_test_run_for (300);      /* until the copy is kept */
  return session;
}

static guint
n_rows (NidaSession *session)
{
  return nida_dataset_get_n_rows (nida_session_get_dataset (session));
}

static void
test_as_of (void)
{
  g_autofree char *path = ui_test_write ("kept.csv", ui_test_csv);
  g_autofree char *longer = g_strconcat (ui_test_csv, "paid,2024,Norway,النرويج,Food,الغذاء,Appeal 2024,,USD,50000,a\n", NULL);
  g_autoptr (NidaSession) session = open_session (path);
  gint64 before = g_get_real_time ();
  guint rows = n_rows (session);
  NidaChartContext context = { 0 };

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_rewrite (path, longer);
  wait_for (2);
  g_assert_cmpuint (n_rows (session), ==, rows + 1);
  ui_test_run_for (300);

  nida_session_set_as_of (session, before);
  wait_for (3);
  g_assert_cmpuint (n_rows (session), ==, rows);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  nida_session_fill_context (session, nida_session_get_board (session)->charts->pdata[0], &context);
  g_assert_cmpint (context.read_as_of, ==, before);
  nida_session_refresh (session);
  g_assert_false (nida_session_is_loading (session));

  nida_session_undo (session);
  wait_for (4);
  g_assert_cmpuint (n_rows (session), ==, rows + 1);
  g_assert_cmpint (nida_filter_set_get_as_of (nida_session_get_filters (session)), ==, 0);
  nida_session_redo (session);
  wait_for (5);
  g_assert_cmpuint (n_rows (session), ==, rows);
}

static void
test_not_held (void)
{
  g_autofree char *path = ui_test_write ("young.csv", ui_test_csv);
  g_autoptr (NidaSession) session = open_session (path);
  guint rows = n_rows (session);

  nida_session_set_as_of (session, 1);
  g_assert_true (ui_test_wait (is_failed, NULL));
  g_assert_cmpuint (n_rows (session), ==, rows);
  g_assert_cmpint (nida_filter_set_get_as_of (nida_session_get_filters (session)), ==, 0);
}

/* A year whose prices nobody loaded is forgotten, and undone as any choice. */
static void
test_prices (void)
{
  g_autofree char *path = ui_test_write ("prices.csv", "kind,date,donor,donor_country,currency,amount,source\n"
                                         "paid,2021,Kuwait,KWT,USD,1000,a\n");
  g_autofree char *deflators = ui_test_write ("deflators.csv", "ISO,year,base_year,currency,source,ver,gdp_defl\n"
                                              "KWT,2021,2023,USD,WEO,Apr2024,0.5\nKWT,2023,2023,USD,WEO,Apr2024,1\n");
  const char *inputs[] = { path, deflators, NULL };
  g_autoptr (NidaSession) session = open_session (path);
  const NidaChartAnswer *answer;

  nida_session_open (session, inputs);
  wait_for (2);
  nida_session_set_prices (session, 2023);
  g_assert_cmpint (nida_filter_set_get_prices (nida_session_get_filters (session)), ==, 2023);
  answer = nida_session_get_answers (session)->charts->pdata[0];
  g_assert_nonnull (answer->cubes);
  g_assert_cmpint (nida_cube_get_total (answer->cubes->pdata[0])->values[NIDA_MEASURE_RECEIVED], ==, 2000 * NIDA_MONEY_UNIT);
  nida_session_undo (session);
  g_assert_cmpint (nida_filter_set_get_prices (nida_session_get_filters (session)), ==, 0);
  nida_session_redo (session);
  nida_session_set_input_off (session, deflators, TRUE);
  wait_for (3);
  g_assert_cmpint (nida_filter_set_get_prices (nida_session_get_filters (session)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-choices/as-of/reads-the-copies-and-is-undone", test_as_of);
  g_test_add_func ("/session-choices/as-of/what-is-not-held-leaves-what-is-shown", test_not_held);
  g_test_add_func ("/session-choices/prices/are-those-of-a-year-that-is-known", test_prices);
  return g_test_run ();
}
