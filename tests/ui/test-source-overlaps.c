/* source-overlaps.c: two kinds of sources with money of one donor in one year are pointed out, and one of them chosen. */
#include "config.h"

#include "source-overlaps.h"
#include "ui-support.h"

#define FUNDS "Year,Donor,Donor type,Paid,Pledged,Total\n2023,Kuwait,Member State,50000,0,50000\n2021,Oman,Member State,7,0,7\n"

typedef struct { NidaSession *session; guint n_sources; } Wanted;

static gboolean
has_sources (gpointer data)
{
  Wanted *wanted = data;
  NidaDataset *dataset = nida_session_get_dataset (wanted->session);

  return !nida_session_is_loading (wanted->session) && dataset != NULL
         && nida_report_get_n_sources (nida_dataset_get_report (dataset)) == wanted->n_sources;
}

static void
test_choose (void)
{
  g_autofree char *desk = ui_test_write ("desk.csv", ui_test_csv), *funds = ui_test_write ("funds.csv", FUNDS);
  const char *inputs[] = { desk, funds, NULL };
  NidaWindow *window = ui_test_open (desk);
  Wanted wanted = { nida_window_get_session (window), 2 };
  NidaSourceOverlaps *overlaps;

  nida_window_open (window, inputs);
  g_assert_true (ui_test_wait (has_sources, &wanted));
  overlaps = NIDA_SOURCE_OVERLAPS (g_object_ref_sink (nida_source_overlaps_new (wanted.session)));
  g_assert_cmpuint (nida_source_overlaps_get_n (overlaps), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (overlaps)));
  nida_source_overlaps_choose (overlaps, 0, 0);
  wanted.n_sources = 1;
  g_assert_true (ui_test_wait (has_sources, &wanted));
  g_assert_true (nida_filter_set_is_off (nida_session_get_filters (wanted.session), funds));
  g_assert_cmpuint (nida_source_overlaps_get_n (overlaps), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (overlaps)));
  nida_session_undo (wanted.session);
  wanted.n_sources = 2;
  g_assert_true (ui_test_wait (has_sources, &wanted));
  g_assert_cmpuint (nida_source_overlaps_get_n (overlaps), ==, 1);
  g_object_unref (overlaps);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/source-overlaps/one-kind-is-counted-alone-and-undone", test_choose);
  return g_test_run ();
}
