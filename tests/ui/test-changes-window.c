/* changes-window.c, changes-list.c and chart-news.c: what changed is listed, copied, marked on charts, and told. */
#include "config.h"

#include "changes-window.h"
#include "ui-support.h"

#include <string.h>

static const char before[] =
  "id,kind,date,donor,recipient,appeal,currency,amount,source\n"
  "f1,paid,2026-01-10,Kuwait,WFP,Appeal 2026,USD,100000,a\n"
  "f2,paid,2026-02-11,Kuwait,WHO,Appeal 2026,USD,300000,a\n"
  "f3,pledge,2026-04-13,Qatar,WFP,Appeal 2026,USD,400000,a\n"
  "f4,paid,2026-05-14,Sweden,WHO,Appeal 2026,USD,150000,a\n";
static const char after[] =
  "id,kind,date,donor,recipient,appeal,currency,amount,source\n"
  "f1,paid,2026-01-10,Kuwait,WFP,Appeal 2026,USD,100000,a\n"
  "f2,paid,2026-02-11,Kuwait,WHO,Appeal 2026,USD,350000,a\n"
  "f3,paid,2026-04-13,Qatar,WFP,Appeal 2026,USD,400000,a\n"
  "f5,paid,2026-06-15,Norway,WFP,Appeal 2026,USD,500000,a\n";

static gboolean
has_changes (gpointer session)
{
  return nida_session_get_changes (session) != NULL;
}

static gboolean
has_dot (NidaWindow *window,
         const char *part)
{
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));

  for (guint i = 0; i < nida_board_view_get_n_views (board); i++)
    {
      NidaScene *scene = nida_chart_view_get_scene (nida_board_view_get_view (board, i));

      for (guint n = 0; scene != NULL && n < nida_scene_get_n_nodes (scene); n++)
        {
          const char *key = nida_scene_get_node (scene, n)->key;

          if (g_str_has_prefix (key, "news/") && strstr (key, part) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

static const char *
first_column (NidaWindow *window)
{
  GtkWidget *table = GTK_WIDGET (nida_workspace_get_table (nida_window_get_workspace (window)));
  GtkColumnView *view = GTK_COLUMN_VIEW (ui_test_find (table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), 0);

  return gtk_column_view_column_get_title (column);
}

static void
test_list (void)
{
  g_autofree char *path = ui_test_write ("flows.csv", before);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  GtkWidget *list;
  NidaChangeSet *changes;
  g_autofree char *tsv = NULL, *kind = NULL, *amount = NULL, *old = NULL, *now = NULL;
  guint row;

  g_assert_false (has_dot (window, ""));
  ui_test_rewrite (path, after);
  g_assert_true (ui_test_wait (has_changes, session));
  ui_test_wait_drawn (window);
  g_assert_nonnull (nida_window_get_toast (window));
  g_assert_nonnull (strstr (nida_window_get_toast (window), "1 new, 2 changed, 1 vanished"));
  g_assert_true (has_dot (window, "Norway"));
  g_assert_false (has_dot (window, "Sweden"));

  changes = nida_session_get_changes (session);
  amount = nida_changes_cell (changes, 0, NIDA_CHANGES_WHAT);
  kind = nida_changes_cell (changes, 1, NIDA_CHANGES_WHAT);
  old = nida_changes_cell (changes, 0, NIDA_CHANGES_BEFORE);
  now = nida_changes_cell (changes, 0, NIDA_CHANGES_NOW);
  g_assert_cmpstr (amount, ==, "Amount revised");
  g_assert_nonnull (strstr (kind, "Pledge → Paid"));
  g_assert_nonnull (strstr (old, "300,000"));
  g_assert_nonnull (strstr (now, "350,000"));
  g_assert_cmpint (nida_changes_compare (changes, 0, 1, NIDA_CHANGES_BEFORE), ==, GTK_ORDERING_SMALLER);
  g_assert_cmpint (nida_changes_compare (changes, 2, 0, NIDA_CHANGES_WHAT), ==, GTK_ORDERING_SMALLER);
  g_assert_cmpint (nida_changes_compare (changes, 2, 3, NIDA_CHANGES_DATE), ==, GTK_ORDERING_LARGER);
  g_assert_cmpint (nida_changes_compare (changes, 0, 1, NIDA_CHANGES_DONOR), ==, GTK_ORDERING_SMALLER);
  g_assert_true (nida_changes_get_row (changes, 3, &row) == changes->earlier);

  /* the table says it too, and only while there is anything to say */
  gtk_stack_set_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (window)), "table");
  ui_test_run_for (100);
  g_assert_cmpstr (first_column (window), ==, "Change");

  list = nida_changes_window_new (GTK_WINDOW (window), session);
  gtk_window_present (GTK_WINDOW (list));
  ui_test_run_for (200);
  g_assert_cmpuint (nida_changes_window_get_n (NIDA_CHANGES_WINDOW (list)), ==, 4);
  tsv = nida_changes_window_to_tsv (NIDA_CHANGES_WINDOW (list));
  g_assert_nonnull (strstr (tsv, "changed\tkind\tpledge\tpaid\tpaid\t2026-04-13\tQatar\tWFP"));
  g_assert_nonnull (strstr (tsv, "\t300000\t350000\t"));

  /* another refresh fills the list anew */
  ui_test_rewrite (path, before);
  ui_test_run_for (1500);
  g_assert_cmpuint (nida_changes_window_get_n (NIDA_CHANGES_WINDOW (list)), ==, 0);
  g_assert_cmpstr (first_column (window), !=, "Change");
  gtk_window_destroy (GTK_WINDOW (list));
  ui_test_close (window);
}

static gboolean
has_rows (gpointer list)
{
  return nida_changes_window_get_n (list) > 0;
}

/* What changed while the window was closed. */
static void
test_last_time (void)
{
  g_autofree char *path = ui_test_write ("last.csv", before);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *list;

  ui_test_run_for (6000);      /* copies within five seconds are one reading */
  ui_test_close (window);
  ui_test_rewrite (path, after);
  window = ui_test_open (path);
  ui_test_run_for (1000);
  list = nida_changes_window_new (GTK_WINDOW (window), nida_window_get_session (window));
  gtk_window_present (GTK_WINDOW (list));
  g_assert_true (ui_test_wait (has_rows, list));
  g_assert_cmpuint (nida_changes_window_get_n (NIDA_CHANGES_WINDOW (list)), ==, 4);
  g_assert_true (has_dot (window, "Norway"));
  gtk_window_destroy (GTK_WINDOW (list));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/changes-window/a-refresh/is-told-marked-listed-and-copied", test_list);
  g_test_add_func ("/changes-window/last-time/is-found-among-the-copies", test_last_time);
  return g_test_run ();
}
