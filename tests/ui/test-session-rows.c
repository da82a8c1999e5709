/* session-rows.c: the rows behind the filters, or behind one figure until something else is chosen or read. */
#include "config.h"

#include "session.h"
#include "ui-support.h"

/* The rows that the table shows, as "0 1 5". */
static char *
rows_of (NidaSession *session)
{
  g_autoptr (GArray) rows = nida_session_select_rows (session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, i > 0 ? " %u" : "%u", g_array_index (rows, guint, i));
  return g_string_free (text, FALSE);
}

static void
assert_rows (NidaSession *session,
             const char  *expected)
{
  g_autofree char *rows = rows_of (session);

  g_assert_cmpstr (rows, ==, expected);
}

static void
focus (NidaSession *session,
       guint        row)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (rows, row);
  nida_session_set_focus (session, rows, "Kuwait: $200");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
is_counted (gpointer data)
{
  return *(guint *) data > 0;
}

/* Whoever gets the rows may sort them: those behind the figure stay. */
static void
test_figure (void)
{
  g_autofree char *path = ui_test_write ("figure.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  g_autoptr (GArray) mine = NULL;
  guint n = 0;

  g_signal_connect_swapped (session, "rows-changed", G_CALLBACK (count_cb), &n);
  assert_rows (session, "0 1 2 3 4 5");
  g_assert_null (nida_session_get_focus (session));
  focus (session, 4);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (nida_session_get_focus (session), ==, "Kuwait: $200");
  assert_rows (session, "4");
  mine = nida_session_select_rows (session);
  g_array_set_size (mine, 0);
  assert_rows (session, "4");
  nida_session_set_focus (session, NULL, "nothing");
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (nida_session_get_focus (session));
  assert_rows (session, "0 1 2 3 4 5");
}

/* Another question has other rows. */
static void
test_another_filter (void)
{
  g_autofree char *path = ui_test_write ("filter.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  g_autofree char *kuwait = NULL;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  kuwait = rows_of (session);
  g_assert_cmpstr (kuwait, !=, "0 1 2 3 4 5");
  focus (session, 0);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);      /* as it is */
  g_assert_nonnull (nida_session_get_focus (session));
  nida_session_undo (session);
  g_assert_null (nida_session_get_focus (session));
  assert_rows (session, "0 1 2 3 4 5");
  nida_session_redo (session);
  assert_rows (session, kuwait);
}

/* Rows of other data have other numbers. */
static void
test_read_again (void)
{
  g_autofree char *path = ui_test_write ("again.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  guint n = 0;

  focus (session, 5);
  g_signal_connect_swapped (session, "opened", G_CALLBACK (count_cb), &n);
  ui_test_rewrite (path, "kind,date,donor,currency,amount\npaid,2023,Kuwait,USD,5\n");
  g_assert_true (ui_test_wait (is_counted, &n));
  g_assert_null (nida_session_get_focus (session));
  assert_rows (session, "0");
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-rows/figure/until-it-is-let-go", test_figure);
  g_test_add_func ("/session-rows/another-filter/has-other-rows", test_another_filter);
  g_test_add_func ("/session-rows/read-again/has-other-rows", test_read_again);
  return g_test_run ();
}
