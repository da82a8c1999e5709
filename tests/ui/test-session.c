/* The model of one window: filters with undo, files that change, files that cannot be read. */
#include "config.h"

#include "session.h"
#include "ui-support.h"

#include "loader.h"
#include "look.h"

#include <glib/gstdio.h>

typedef struct { guint opened, answered, failed; gboolean reload; char *message; } Heard;

static void
opened_cb (NidaSession *session, gboolean reload, Heard *heard)
{
  heard->opened++;
  heard->reload = reload;
}

static void
answered_cb (NidaSession *session, Heard *heard)
{
  heard->answered++;
}

static void
failed_cb (NidaSession *session, const GError *error, gboolean reload, Heard *heard)
{
  heard->failed++;
  g_free (heard->message);
  heard->message = g_strdup (error->message);
}

static NidaSession *
listen (Heard *heard)
{
  NidaSession *session = nida_session_new ();

  g_signal_connect (session, "opened", G_CALLBACK (opened_cb), heard);
  g_signal_connect (session, "answered", G_CALLBACK (answered_cb), heard);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), heard);
  return session;
}

static gboolean
was_opened (gpointer data)
{
  return ((Heard *) data)->opened > 0;
}

static gboolean
was_failed (gpointer data)
{
  return ((Heard *) data)->failed > 0;
}

static NidaSession *
open_file (Heard      *heard,
           const char *path)
{
  NidaSession *session = listen (heard);
  const char *inputs[] = { path, NULL };

  nida_session_open (session, inputs);
  g_assert_true (nida_session_is_loading (session));
  g_assert_true (ui_test_wait (was_opened, heard));
  g_assert_false (nida_session_is_loading (session));
  return session;
}

static guint
n_rows (NidaSession *session)
{
  g_autoptr (GArray) rows = nida_session_select_rows (session);

  return rows->len;
}

static void
test_undo_all (void)
{
  static const char * const donors[] = { "Kuwait", "Qatar" };
  g_autofree char *path = ui_test_write ("undo.csv", ui_test_csv);
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = open_file (&heard, path);
  GRand *random = g_rand_new_with_seed (7);
  guint n = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (NidaFilterSet) before = nida_filter_set_copy (nida_session_get_filters (session));

      switch (g_rand_int_range (random, 0, 5))
        {
        case 0: nida_session_set_value (session, NIDA_FIELD_DONOR, donors[g_rand_int_range (random, 0, 2)], g_rand_boolean (random)); break;
        case 1: nida_session_set_value (session, NIDA_FIELD_KIND, "paid", g_rand_boolean (random)); break;
        case 2: nida_session_set_range (session, nida_date_new_year (g_rand_int_range (random, 2021, 2024)), NIDA_DATE_NONE); break;
        case 3: nida_session_set_currency (session, g_rand_boolean (random) ? "SAR" : "USD"); break;
        default: nida_session_set_rule (session, g_rand_boolean (random) ? NIDA_RULE_DISTINCT : NIDA_RULE_AUTO); break;
        }
      n += !nida_filter_set_equal (before, nida_session_get_filters (session));
    }
  g_assert_cmpuint (n, >, 50);
  for (guint i = 0; i < n; i++)
    nida_session_undo (session);
  g_assert_false (nida_session_can_undo (session));
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (session)));
  g_assert_cmpuint (n_rows (session), ==, 6);
  g_rand_free (random);
}

static void
test_every_filter_answers (void)
{
  g_autofree char *path = ui_test_write ("answers.csv", ui_test_csv);
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = open_file (&heard, path);
  guint before = heard.answered;
  const NidaChartAnswer *answer;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpuint (heard.answered, ==, before + 1);
  g_assert_cmpuint (n_rows (session), ==, 2);
  for (guint i = 0; i < nida_session_get_answers (session)->charts->len; i++)
    {
      answer = g_ptr_array_index (nida_session_get_answers (session)->charts, i);
      g_assert_null (answer->error);
      g_assert_nonnull (answer->cubes);
    }
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpuint (heard.answered, ==, before + 1);
}

static void
test_changed_file_reloads (void)
{
  g_autofree char *path = ui_test_write ("change.csv", ui_test_csv);
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Kuwait,الكويت,Food,الغذاء,Appeal 2024,,USD,50000,a\n", NULL);
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = open_file (&heard, path);

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  heard.opened = 0;
  ui_test_rewrite (path, more);
  g_assert_true (ui_test_wait (was_opened, &heard));
  g_assert_true (heard.reload);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_cmpuint (n_rows (session), ==, 3);
}

static void
test_broken_file_keeps_picture (void)
{
  g_autofree char *path = ui_test_write ("broken.csv", ui_test_csv);
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = open_file (&heard, path);
  NidaDataset *before = nida_session_get_dataset (session);

  heard.opened = 0;
  ui_test_rewrite (path, "this is no table of flows\n");
  g_assert_true (ui_test_wait (was_failed, &heard));
  g_assert_true (nida_session_get_dataset (session) == before);
  g_assert_cmpuint (heard.opened, ==, 0);
  g_assert_cmpuint (strlen (heard.message), >, 20);
  /* Mended, it is read again by itself. */
  ui_test_rewrite (path, ui_test_csv);
  g_assert_true (ui_test_wait (was_opened, &heard));
  g_free (heard.message);
}

static void
test_lost_file_keeps_picture (void)
{
  g_autofree char *path = ui_test_write ("lost.csv", ui_test_csv);
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = open_file (&heard, path);

  g_remove (path);
  g_assert_true (ui_test_wait (was_failed, &heard));
  g_assert_nonnull (nida_session_get_dataset (session));
  g_free (heard.message);
}

static void
test_cancel_leaves_state (void)
{
  g_autofree char *path = ui_test_write ("cancel.csv", ui_test_csv);
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = open_file (&heard, path);
  NidaDataset *before = nida_session_get_dataset (session);

  heard.opened = 0;
  nida_session_reload (session);
  nida_session_cancel (session);
  g_assert_false (nida_session_is_loading (session));
  ui_test_run_for (300);
  g_assert_cmpuint (heard.opened + heard.failed, ==, 0);
  g_assert_true (nida_session_get_dataset (session) == before);
}

static void
test_prune_on_reload (void)
{
  g_autofree char *path = ui_test_write ("prune.csv", ui_test_csv);
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = open_file (&heard, path);

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Qatar", TRUE);
  heard.opened = 0;
  ui_test_rewrite (path, "kind,date,donor,currency,amount\npaid,2023,Kuwait,USD,5\n");
  g_assert_true (ui_test_wait (was_opened, &heard));
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (session)));
  g_assert_cmpuint (n_rows (session), ==, 1);
}

/* A source that is switched off is out: what it held twice comes from the other file alone. */
static void
test_switched_off (void)
{
  const char *folder = g_getenv ("NIDA_TEST_DATA");
  g_autofree char *incoming = g_build_filename (folder != NULL ? folder : ".", "fts", "fts_incoming_funding_global.csv", NULL);
  g_autofree char *outgoing = g_build_filename (folder != NULL ? folder : ".", "fts", "fts_outgoing_funding_global.csv", NULL);
  const char *both[] = { incoming, outgoing, NULL }, *one[] = { incoming, NULL };
  Heard heard = { 0 };
  g_autoptr (NidaSession) session = listen (&heard);
  g_autoptr (NidaDataset) alone = NULL;
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (GString) theirs = g_string_new (NULL);
  guint n_both;

  if (!g_file_test (outgoing, G_FILE_TEST_EXISTS))
    {
      g_test_message ("THE REAL FILE %s IS ABSENT: nothing was compared", outgoing);
      g_test_skip ("a real file is absent");
      return;
    }
  nida_session_open (session, both);
  g_assert_true (ui_test_wait (was_opened, &heard));
  n_both = nida_dataset_get_n_rows (nida_session_get_dataset (session));
  alone = nida_load (one, NULL, NULL, NULL);
  g_assert_cmpuint (n_both, >, nida_dataset_get_n_rows (alone));

  heard.opened = 0;
  nida_session_set_input_off (session, outgoing, TRUE);
  g_assert_true (nida_filter_set_is_off (nida_session_get_filters (session), outgoing));
  g_assert_true (ui_test_wait (was_opened, &heard));
  g_assert_true (heard.reload);
  nida_csv_append (ours, nida_session_get_dataset (session), NULL);
  nida_csv_append (theirs, alone, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, 7550);
  g_assert_true (g_str_equal (ours->str, theirs->str));
  g_assert_cmpuint (g_strv_length ((char **) nida_session_get_inputs (session)), ==, 2);

  nida_session_set_input_off (session, incoming, TRUE);    /* the last one stays */
  g_assert_false (nida_filter_set_is_off (nida_session_get_filters (session), incoming));

  heard.opened = 0;
  nida_session_undo (session);
  g_assert_true (ui_test_wait (was_opened, &heard));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, n_both);
  nida_session_cancel (session);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session/undo/200-random-changes-and-back", test_undo_all);
  g_test_add_func ("/session/filters/every-change-answers-once", test_every_filter_answers);
  g_test_add_func ("/session/reload/keeps-filters", test_changed_file_reloads);
  g_test_add_func ("/session/reload/a-broken-file-keeps-the-picture", test_broken_file_keeps_picture);
  g_test_add_func ("/session/reload/a-lost-file-keeps-the-picture", test_lost_file_keeps_picture);
  g_test_add_func ("/session/reload/forgets-values-that-are-gone", test_prune_on_reload);
  g_test_add_func ("/session/cancel/leaves-what-was-there", test_cancel_leaves_state);
  g_test_add_func ("/session/source/switched-off-is-out-and-undo-brings-it-back", test_switched_off);
  return g_test_run ();
}
