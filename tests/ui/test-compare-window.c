/* compare-window.c: two sources side by side, and the rows behind a figure. */
#include "config.h"

#include "compare-window.h"
#include "ui-support.h"

#include <string.h>

#define ONE "id,kind,date,donor,donor_ar,amount\nfts:1,paid,2024,Kuwait,الكويت,100\nfts:2,paid,2024,Qatar,قطر,5\nfts:3,paid,2023,Oman,عُمان,7\n"
#define TWO "id,kind,date,donor,donor_ar,amount\nfts:1,paid,2024,Kuwait,الكويت,90\nfts:2,paid,2024,Qatar,قطر,5\nfts:9,paid,2024,Sweden,السويد,3\n"

typedef struct { NidaWindow *window; NidaCompareWindow *compare; const char *wanted; } Wanted;

static gboolean
is_open (gpointer data)
{
  Wanted *wanted = data;
  NidaSession *session = nida_window_get_session (wanted->window);

  return !nida_session_is_loading (session) && nida_report_get_n_sources (nida_dataset_get_report (nida_session_get_dataset (session))) == 2;
}

static gboolean
says (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *text = nida_compare_window_to_text (wanted->compare);

  return strstr (text, wanted->wanted) != NULL;
}

/* The lines, once @first stands in them. */
static char *
lines_of (Wanted     *wanted,
          const char *first)
{
  wanted->wanted = first;
  g_assert_true (ui_test_wait (says, wanted));
  return nida_compare_window_to_text (wanted->compare);
}

static Wanted
open_both (char **one,
           char **two)
{
  const char *inputs[3] = { NULL };
  Wanted wanted = { 0 };

  *one = ui_test_write ("desk.csv", ONE);
  *two = ui_test_write ("server.csv", TWO);
  inputs[0] = *one;
  inputs[1] = *two;
  wanted.window = ui_test_open (*one);
  nida_window_open (wanted.window, inputs);
  g_assert_true (ui_test_wait (is_open, &wanted));
  wanted.compare = NIDA_COMPARE_WINDOW (nida_compare_window_new (GTK_WINDOW (wanted.window), nida_window_get_session (wanted.window), *one));
  gtk_window_present (GTK_WINDOW (wanted.compare));
  return wanted;
}

static void
test_lines (void)
{
  g_autofree char *one = NULL, *two = NULL, *text = NULL, *filtered = NULL;
  Wanted wanted = open_both (&one, &two);
  g_auto (GStrv) lines = NULL;

  text = lines_of (&wanted, "Kuwait");
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_nonnull (strstr (lines[0], "Donor\t"));
  g_assert_cmpstr (lines[1], ==, "Kuwait\t100\t90\t10\tdifferent");      /* the largest difference first */
  g_assert_nonnull (strstr (lines[2], "Oman\t7\t\t7\tonly in the first"));
  g_assert_nonnull (strstr (lines[3], "Sweden\t\t3\t-3\t"));
  g_assert_cmpstr (lines[4], ==, "Qatar\t5\t5\t0\tthe same");
  /* the board's filters hold, also a name that one of them has not */
  nida_session_set_value (nida_window_get_session (wanted.window), NIDA_FIELD_DONOR, "Oman", TRUE);
  filtered = lines_of (&wanted, "Oman\t7");
  g_assert_null (strstr (filtered, "Kuwait"));
  ui_test_close (wanted.window);
}

static void
test_rows (void)
{
  g_autofree char *one = NULL, *two = NULL, *text = NULL;
  Wanted wanted = open_both (&one, &two);
  NidaSession *session = nida_window_get_session (wanted.window);
  g_autoptr (GArray) rows = NULL;

  text = lines_of (&wanted, "Kuwait");
  nida_compare_window_show_rows (wanted.compare, 1);
  g_assert_nonnull (nida_session_get_focus (session));
  g_assert_nonnull (strstr (nida_session_get_focus (session), "Kuwait"));
  rows = nida_session_select_rows (session);
  g_assert_cmpuint (rows->len, ==, 1);      /* the flow that both have, merged */
  g_assert_cmpstr (gtk_stack_get_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (wanted.window))), ==, "table");
  ui_test_close (wanted.window);
}

static void
test_arabic (void)
{
  g_autofree char *one = NULL, *two = NULL, *text = NULL;
  Wanted wanted = open_both (&one, &two);

  g_free (lines_of (&wanted, "Kuwait"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (wanted.window), "win.language", NULL));
  ui_test_run_for (200);
  wanted.compare = NIDA_COMPARE_WINDOW (nida_compare_window_new (GTK_WINDOW (wanted.window), nida_window_get_session (wanted.window), one));
  gtk_window_present (GTK_WINDOW (wanted.compare));
  text = lines_of (&wanted, "الكويت");
  g_assert_nonnull (strstr (text, "الكويت\t100\t90\t10\t"));     /* no marks of direction for another program */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (wanted.window), "win.language", NULL));
  ui_test_close (wanted.window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/compare-window/lines/by-difference-and-with-the-filters-of-the-board", test_lines);
  g_test_add_func ("/compare-window/rows/of-a-figure-stand-in-the-table", test_rows);
  g_test_add_func ("/compare-window/speaks-arabic", test_arabic);
  return g_test_run ();
}
