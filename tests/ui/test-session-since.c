/* session-since.c: the reading before the first change stays what is compared with, until it is seen or another is chosen. */
#include "config.h"

#include "document-sources.h"
#include "session-private.h"
#include "ui-support.h"

#define MORE  "paid,2024,Norway,النرويج,Food,الغذاء,Appeal 2024,,USD,50000,a\n"
#define AGAIN "paid,2025,Norway,النرويج,Food,الغذاء,Appeal 2024,,USD,70000,a\n"

static guint n_changes;

static void
changes_cb (void)
{
  n_changes++;
}

static gboolean
is_reached (gpointer count)
{
  return n_changes >= GPOINTER_TO_UINT (count);
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

  n_changes = 0;
  g_signal_connect (session, "changes", G_CALLBACK (changes_cb), NULL);
  nida_session_open (session, inputs);
  wait_for (1);
  ui_test_run_for (300);
  return session;
}

static guint
count_of (NidaSession    *session,
          NidaChangeKind  kind)
{
  return nida_session_get_changes (session) != NULL ? nida_session_get_changes (session)->counts[kind] : 0;
}

static void
compared_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      done)
{
  g_autoptr (GError) error = NULL;

  nida_session_compare_finish (NIDA_SESSION (session), result, &error);
  *(char **) done = g_strdup (error != NULL ? error->message : "");
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static char *
compare (NidaSession *session,
         gint64       moment)
{
  char *done = NULL;

  nida_session_compare_async (session, moment, NULL, compared_cb, &done);
  g_assert_true (ui_test_wait (is_set, &done));
  return done;
}

static void
test_baseline (void)
{
  g_autofree char *path = ui_test_write ("since.csv", ui_test_csv);
  g_autofree char *second = g_strconcat (ui_test_csv, MORE, NULL);
  g_autofree char *third = g_strconcat (ui_test_csv, MORE, AGAIN, NULL);
  g_autoptr (NidaSession) session = open_session (path);
  g_autofree char *error = NULL;

  g_assert_null (nida_session_get_changes (session));
  nida_session_reload (session);
  wait_for (2);
  g_assert_null (nida_session_get_changes (session));
  ui_test_rewrite (path, second);
  wait_for (3);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 1);
  g_assert_cmpuint (nida_session_get_n_fresh (session), ==, 1);
  ui_test_rewrite (path, third);
  wait_for (4);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 2);
  g_assert_cmpuint (nida_session_get_n_fresh (session), ==, 1);

  error = compare (session, 0);
  g_assert_cmpstr (error, ==, "");
  g_assert_null (nida_session_get_changes (session));
  ui_test_rewrite (path, second);
  wait_for (6);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 0);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_VANISHED), ==, 1);
}

static void
test_chosen (void)
{
  g_autofree char *path = ui_test_write ("chosen.csv", ui_test_csv);
  g_autofree char *second = g_strconcat (ui_test_csv, MORE, NULL);
  g_autoptr (NidaSession) session = open_session (path);
  gint64 before = g_get_real_time ();
  g_autofree char *error = NULL, *too_early = NULL;

  ui_test_rewrite (path, second);
  wait_for (2);
  ui_test_run_for (300);
  error = compare (session, before);
  g_assert_cmpstr (error, ==, "");
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 1);
  g_assert_cmpint (nida_session_get_changes (session)->since, ==, before);
  too_early = compare (session, 1);
  g_assert_cmpstr (too_early, !=, "");
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 1);

  /* data of an earlier moment are compared with nothing; the baseline waits */
  nida_session_set_as_of (session, before);
  wait_for (4);
  g_assert_null (nida_session_get_changes (session));
  nida_session_set_as_of (session, 0);
  wait_for (5);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 1);
}

/* Names that a person joins are no change of the sources. */
static void
test_names_joined (void)
{
  g_autofree char *path = ui_test_write ("joined.csv", ui_test_csv);
  g_autofree char *second = g_strconcat (ui_test_csv, MORE, NULL);
  g_autoptr (NidaSession) session = open_session (path);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();

  ui_test_rewrite (path, second);
  wait_for (2);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 1);
  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "Qatar", "Kuwait", NULL);
  g_assert_true (nida_session_set_aliases (session, aliases, NULL));
  wait_for (3);
  g_assert_null (nida_session_get_changes (session));
  g_assert_cmpuint (nida_session_get_n_fresh (session), ==, 0);
  nida_session_undo (session);
  wait_for (4);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_NEW), ==, 1);
  g_assert_cmpuint (count_of (session, NIDA_CHANGE_CHANGED), ==, 0);
}

/* How many rows of money came with the data that are shown, which pulse. */
static guint
count_came (NidaSession *session)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaRowMarks *came = nida_session_get_shown (session)->sources->came;

  spec->measure = NIDA_MEASURE_RECEIVED;
  return came != NULL ? nida_row_marks_count (came, spec, NULL) : 0;
}

static void
enter (NidaSession *session,
       const char  *donor)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  entry->amount = 4 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, donor, NULL);
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, nida_date_new_day (2024, 1, 9), 1000, "Noura");
  nida_document_begin (nida_session_get_document (session), "Add Entry", NULL);
  g_free (nida_ledger_add (nida_session_get_document (session), entry));
  nida_document_end (nida_session_get_document (session));
}

/* Each reading and each entry brings its own, whatever was new already; what is only looked at otherwise brings nothing. */
static void
test_came (void)
{
  g_autofree char *path = ui_test_write ("came.csv", ui_test_csv);
  g_autofree char *second = g_strconcat (ui_test_csv, MORE, NULL);
  g_autofree char *third = g_strconcat (ui_test_csv, MORE, AGAIN, NULL);
  g_autoptr (NidaSession) session = open_session (path);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();

  g_assert_cmpuint (count_came (session), ==, 0);
  ui_test_rewrite (path, second);
  wait_for (2);
  g_assert_cmpuint (count_came (session), ==, 1);
  ui_test_rewrite (path, third);
  wait_for (3);
  g_assert_cmpuint (count_came (session), ==, 1);
  nida_session_reload (session);
  wait_for (4);
  g_assert_cmpuint (count_came (session), ==, 0);

  enter (session, "Oman");
  wait_for (5);
  g_assert_cmpuint (count_came (session), ==, 1);
  nida_session_undo (session);
  wait_for (6);
  g_assert_cmpuint (count_came (session), ==, 0);

  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "Qatar", "Kuwait", NULL);
  g_assert_true (nida_session_set_aliases (session, aliases, NULL));
  wait_for (7);
  g_assert_cmpuint (count_came (session), ==, 0);
  nida_session_undo (session);      /* names that are one are so in every window */
  wait_for (8);
}

/* With a file that is added its rows come, and those of the others were there before. */
static void
test_added (void)
{
  g_autofree char *path = ui_test_write ("first.csv", ui_test_csv), *row = NULL, *other = NULL;
  const char *end = strchr (ui_test_csv, '\n');
  g_autoptr (NidaSession) session = open_session (path);

  row = g_strdup_printf ("%.*s\n%s", (int) (end - ui_test_csv), ui_test_csv, MORE);
  other = ui_test_write ("second.csv", row);
  nida_document_add_sources (nida_session_get_document (session), (const char *[]) { other, NULL });
  wait_for (2);
  g_assert_cmpuint (g_strv_length ((char **) nida_session_get_inputs (session)), ==, 2);
  g_assert_cmpuint (count_came (session), ==, 1);
}

/* The order that the last chart of the board keeps, or NULL. */
static char *
dup_kept (NidaSession *session)
{
  GPtrArray *charts = nida_session_get_answers (session)->charts;
  const NidaChartAnswer *answer = charts->pdata[charts->len - 1];

  g_assert_cmpint (answer->spec->kind, ==, NIDA_CHART_SANKEY);
  return answer->spec->kept != NULL ? g_strjoinv ("|", answer->spec->kept) : NULL;
}

static gboolean
is_answered (gpointer session)
{
  GPtrArray *charts = nida_session_get_answers (session)->charts;

  return ((NidaChartAnswer *) charts->pdata[charts->len - 1])->spec->kind == NIDA_CHART_SANKEY;
}

/* Readings and entries leave the order of flows; a filter asks something else, and what it lets go of is by size again. */
static void
test_order (void)
{
  g_autofree char *path = ui_test_write ("order.csv", ui_test_csv), *expected = NULL;
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Qatar,قطر,Food,الغذاء,Appeal 2024,,USD,900000,a\n", NULL);
  g_autoptr (NidaSession) session = open_session (path);
  g_autoptr (NidaChartSpec) flows = nida_chart_spec_new (NIDA_CHART_SANKEY);
  g_autofree char *kept = NULL, *entered = NULL, *filtered = NULL, *again = NULL;

  flows->query->by[flows->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  flows->query->by[flows->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  nida_session_add_chart (session, G_MAXUINT, flows);
  g_assert_true (ui_test_wait (is_answered, session));
  g_assert_null (dup_kept (session));
  /* Qatar gives more than Kuwait, and stands behind it as before */
  expected = g_strdup_printf ("%d Kuwait|%d Qatar|%d Food|%d Health", NIDA_FIELD_DONOR, NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_CATEGORY);
  ui_test_rewrite (path, more);
  wait_for (2);
  kept = dup_kept (session);
  g_assert_cmpstr (kept, ==, expected);
  enter (session, "Oman");
  wait_for (3);
  entered = dup_kept (session);
  g_assert_cmpstr (entered, ==, expected);
  nida_session_set_value (session, NIDA_FIELD_CATEGORY, "Food", TRUE);
  filtered = dup_kept (session);
  g_assert_null (filtered);
  nida_session_undo (session);
  again = dup_kept (session);
  g_assert_null (again);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-since/the-reading-before-the-first-change-stays-until-it-is-seen", test_baseline);
  g_test_add_func ("/session-since/a-moment-can-be-chosen", test_chosen);
  g_test_add_func ("/session-since/names-that-are-joined-are-no-change", test_names_joined);
  g_test_add_func ("/session-since/came/with-each-reading-and-each-entry-its-own", test_came);
  g_test_add_func ("/session-since/came/with-a-file-that-is-added-its-rows", test_added);
  g_test_add_func ("/session-since/order/flows-stay-in-theirs-until-something-else-is-asked", test_order);
  return g_test_run ();
}
