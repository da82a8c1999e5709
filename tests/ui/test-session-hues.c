/* session-hues.c: a donor has one colour in a document, whoever gives most by the time it is opened again. */
#include "config.h"

#include "document-actions.h"
#include "donor-hues.h"
#include "session-private.h"
#include "ui-support.h"

#define HEAD "kind,date,donor,category,amount_usd\n"
#define SIX(a, g) \
  HEAD "paid,2024,Ada,Food," a "\npaid,2024,Bo,Food,60\npaid,2024,Cy,Food,50\npaid,2024,Di,Food,40\npaid,2024,Ed,Food,30\n" \
       "paid,2024,Gus,Food," g "\n"

static NidaColor
hue_of (NidaWindow *window,
        const char *donor)
{
  return nida_color_map_lookup (nida_session_get_shown (nida_window_get_session (window))->sources->colors, NIDA_FIELD_DONOR, donor);
}

static gboolean
says_hues (gpointer window)
{
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));
  g_autoptr (NidaColorMap) colors = nida_items_dup_donor_hues (nida_document_get_items (document));

  return colors != NULL;
}

static void
test_ranking_changed (void)
{
  g_autofree char *csv = ui_test_write ("hues.csv", SIX ("70", "1")), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "hues.nida", NULL);
  NidaWindow *window = ui_test_open (csv);

  g_assert_cmpint (hue_of (window, "Ada"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (hue_of (window, "Gus"), ==, NIDA_COLOR_OTHER);
  g_assert_false (says_hues (window));          /* who only looks makes no document */
  g_assert_true (nida_document_actions_save (window, path, NULL));
  g_assert_true (ui_test_wait (says_hues, window));
  ui_test_close (window);
  g_assert_true (g_file_set_contents (csv, SIX ("2", "900"), -1, NULL));
  window = ui_test_open (path);
  g_assert_cmpint (hue_of (window, "Ada"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (hue_of (window, "Bo"), ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (hue_of (window, "Ed"), ==, NIDA_COLOR_SERIES_5);
  g_assert_cmpint (hue_of (window, "Gus"), ==, NIDA_COLOR_OTHER);
  g_assert_false (nida_document_can_undo (nida_session_get_document (nida_window_get_session (window))));
  ui_test_close (window);
  /* without a document it is as the data have it now */
  window = ui_test_open (csv);
  g_assert_cmpint (hue_of (window, "Gus"), ==, NIDA_COLOR_SERIES_1);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-hues/document/the-same-when-the-ranking-changed", test_ranking_changed);
  return g_test_run ();
}
