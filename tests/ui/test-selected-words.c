/* What is selected, in the words that each chart begins with for those who do not see it. */
#include "config.h"

#include "board-view.h"
#include "chart-view.h"
#include "selected-words.h"
#include "ui-support.h"

#include <string.h>

/* What the canvas says; the test's own words make it tell. */
static char *
spoken (NidaChartView *chart)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (nida_chart_view_get_canvas (chart)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                             "something else");
}

static NidaChartView *
find_card (NidaWindow *window,
           NidaMeasure measure)
{
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));

  for (guint i = 0; i < nida_board_view_get_n_views (board); i++)
    {
      NidaChartView *view = nida_board_view_get_view (board, i);

      if (nida_chart_view_is_card (view) && nida_chart_view_get_answer (view)->spec->measure == measure)
        return view;
    }
  g_assert_not_reached ();
}

typedef struct { NidaChartView *chart; const char *words; } Wanted;

static gboolean
says (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *words = spoken (wanted->chart);

  return strstr (words, wanted->words) != NULL;
}

static void
assert_says (NidaChartView *chart,
             const char    *words)
{
  Wanted wanted = { chart, words };

  if (!ui_test_wait (says, &wanted))
    g_error ("“%s” is not in “%s”", words, spoken (chart));
}

static void
select_donor (NidaWindow *window,
              const char *donor)
{
  NidaLinked *linked = nida_session_get_linked (nida_window_get_session (window));
  NidaBrush *brush = g_new0 (NidaBrush, 1);

  brush->n_parts = 1;
  brush->parts[0].field = NIDA_FIELD_DONOR;
  brush->parts[0].values = g_strdupv ((char *[]) { (char *) donor, NULL });
  if (nida_linked_get_brush (linked) == NULL)
    nida_linked_set_brush (linked, NIDA_LINKED_NO_CHART, brush);
  else
    nida_linked_set_compared (linked, brush);
}

static void
test_charts (void)
{
  g_autofree char *path = ui_test_write ("selected-words.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaChartView *timeline = ui_test_find_chart (window, NIDA_CHART_TIMELINE), *ranking = ui_test_find_chart (window, NIDA_CHART_RANKING);
  g_autofree char *before = spoken (timeline), *after = NULL, *nothing = NULL;

  nothing = nida_selected_words_describe (session, 0, nida_chart_view_get_answer (timeline)->spec, nida_chart_view_get_scene (timeline));
  g_assert_null (nothing);
  select_donor (window, "Qatar");
  assert_says (timeline, "Donor: Qatar; selected: $200K of $600K. ");
  assert_says (ranking, "Donor: Qatar; selected: $200K of $600K. ");
  assert_says (find_card (window, NIDA_MEASURE_RECEIVED), "Donor: Qatar; selected. Card, Received, selected: $200,000. Beside it: of $600K");
  select_donor (window, "Kuwait");
  assert_says (timeline, "Donor: Qatar, compared with Donor: Kuwait; selected: $200K of $600K, compared: $400K. ");
  nida_linked_set_brush (nida_session_get_linked (session), NIDA_LINKED_NO_CHART, NULL);
  after = spoken (timeline);
  g_assert_cmpstr (after, ==, before);
  ui_test_close (window);
}

/* A selection that somebody gave a name is called by it. */
static void
test_name (void)
{
  g_autofree char *path = ui_test_write ("selected-name.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaLinked *linked = nida_session_get_linked (session);

  select_donor (window, "Qatar");
  g_assert_null (nida_selected_words_find_name (session, nida_linked_get_brush (linked)));
  g_assert_true (nida_selections_keep (nida_session_get_selections (session), "Neighbours", nida_linked_get_brush (linked)));
  g_assert_cmpstr (nida_selected_words_find_name (session, nida_linked_get_brush (linked)), ==, "Neighbours");
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/selected-words/charts-and-cards/say-what-is-selected-and-of-what", test_charts);
  g_test_add_func ("/selected-words/a-name-is-its-own", test_name);
  return g_test_run ();
}
