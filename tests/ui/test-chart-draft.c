/* chart-draft.c: one undo for what is typed in a row, titles in both languages, the filters of the board. */
#include "config.h"

#include "chart-draft.h"
#include "look.h"
#include "ui-support.h"

#include <string.h>

static NidaChartDraft *
new_draft (NidaWindow *window)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  return nida_chart_draft_new (nida_window_get_session (window), spec);
}

static void
set_title (NidaChartDraft *draft,
           const char     *title,
           const char     *what)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (draft);

  g_free (spec->title);
  spec->title = g_strdup (title);
  nida_chart_draft_take (draft, spec, what);
}

static void
test_undo (void)
{
  g_autofree char *path = ui_test_write ("draft.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaChartDraft) draft = new_draft (window);

  set_title (draft, "K", "title");
  set_title (draft, "Ku", "title");
  set_title (draft, "Kuw", "title");
  set_title (draft, "Kuw", NULL);      /* no change */
  set_title (draft, "Other", NULL);
  nida_chart_draft_undo (draft);
  g_assert_cmpstr (nida_chart_draft_get_spec (draft)->title, ==, "Kuw");
  nida_chart_draft_undo (draft);
  g_assert_null (nida_chart_draft_get_spec (draft)->title);
  g_assert_false (nida_chart_draft_can_undo (draft));
  nida_chart_draft_redo (draft);
  g_assert_cmpstr (nida_chart_draft_get_spec (draft)->title, ==, "Kuw");
  set_title (draft, "Kuwait", "title");      /* after an undo a step of its own */
  nida_chart_draft_undo (draft);
  g_assert_cmpstr (nida_chart_draft_get_spec (draft)->title, ==, "Kuw");
  ui_test_close (window);
}

static void
test_titles (void)
{
  g_autofree char *path = ui_test_write ("titles.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaChartDraft) draft = new_draft (window);
  g_autofree char *english = nida_chart_draft_dup_title (draft, "en"), *arabic = nida_chart_draft_dup_title (draft, "ar");
  g_autofree char *again = nida_chart_draft_dup_title (draft, "en");

  g_assert_cmpstr (english, !=, "");
  g_assert_true (g_unichar_get_script (g_utf8_get_char (english)) == G_UNICODE_SCRIPT_LATIN);
  g_assert_true (g_unichar_get_script (g_utf8_get_char (arabic)) == G_UNICODE_SCRIPT_ARABIC);
  g_assert_cmpstr (english, ==, again);      /* gettext speaks the window's language again */
  set_title (draft, "Mine", NULL);
  g_free (again);
  again = nida_chart_draft_dup_title (draft, "en");
  g_assert_cmpstr (english, ==, again);
  ui_test_close (window);
}

static void
test_filters_of_the_board (void)
{
  g_autofree char *path = ui_test_write ("filtered.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaChartDraft) draft = new_draft (window);
  guint all = nida_chart_draft_get_subject (draft)->n_names[0];
  g_autoptr (NidaScene) scene = NULL;
  g_auto (GStrv) names = nida_chart_draft_dup_names (draft, NIDA_FIELD_DONOR);

  g_assert_cmpuint (all, ==, 2);
  g_assert_cmpuint (g_strv_length (names), >=, 2);
  nida_session_set_value (nida_window_get_session (window), NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpuint (nida_chart_draft_get_subject (draft)->n_names[0], ==, 1);
  scene = nida_chart_draft_build (draft, 640, 400);
  g_assert_nonnull (nida_scene_find (scene, "bar/Kuwait"));
  g_assert_cmpuint (nida_query_get_n_filters (nida_chart_draft_get_spec (draft)->query), ==, 0);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-draft/undo/takes-back-what-was-typed-in-a-row", test_undo);
  g_test_add_func ("/chart-draft/titles/in-both-languages", test_titles);
  g_test_add_func ("/chart-draft/filters/of-the-board-hold", test_filters_of_the_board);
  return g_test_run ();
}
