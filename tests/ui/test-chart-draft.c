/* chart-draft.c and draft-answer.c: one undo for what is typed in a row, titles in both languages, the filters of the board. */
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
  g_autoptr (NidaScene) scene = NULL;

  g_assert_cmpuint (nida_chart_draft_get_answer (draft)->subject.n_names[0], ==, 2);
  g_assert_cmpuint (nida_cube_get_n_items (nida_chart_draft_get_answer (draft)->names, 0), >=, 2);
  nida_session_set_value (nida_window_get_session (window), NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpuint (nida_chart_draft_get_answer (draft)->subject.n_names[0], ==, 1);
  scene = nida_chart_draft_build (draft, 640, 400);
  g_assert_nonnull (nida_scene_find (scene, "bar/Kuwait"));
  g_assert_cmpuint (nida_query_get_n_filters (nida_chart_draft_get_spec (draft)->query), ==, 0);
  ui_test_close (window);
}

static void
take_kind (NidaChartDraft *draft,
           NidaChartKind   kind,
           NidaMeasure     measure)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (draft);

  spec->kind = kind;
  spec->measure = measure;
  nida_chart_draft_take (draft, spec, NULL);
}

/* The year that the draft asks for, or NULL for all of them. */
static const char *
year_of (NidaChartDraft *draft)
{
  NidaQuery *query = nida_chart_draft_get_spec (draft)->query;
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_DATE)
      return values[0];
  return NULL;
}

/* The year that a waterfall was given stands in the way of no chart that lets go of it; one that a person chose does. */
static void
test_year_and_kinds (void)
{
  g_autofree char *path = ui_test_write ("years.csv", "kind,date,donor,appeal,currency,amount\n"
                                         "requirement,2023,,Appeal 2023,USD,5000000\n"
                                         "requirement,2024,,Appeal 2024,USD,3000000\n"
                                         "paid,2023,Kuwait,Appeal 2023,USD,700000\n"
                                         "paid,2024,Qatar,Appeal 2024,USD,200000\n");
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaChartDraft) draft = new_draft (window);
  g_autofree char *free = NULL, *given = NULL, *chosen = NULL;
  NidaChartSpec *spec;

  take_kind (draft, NIDA_CHART_RANKING, NIDA_MEASURE_RECEIVED);
  free = nida_chart_draft_dup_why_not (draft, NIDA_CHART_LINE);
  g_assert_null (free);
  take_kind (draft, NIDA_CHART_WATERFALL, NIDA_MEASURE_RECEIVED);
  g_assert_cmpstr (year_of (draft), ==, "2024");
  given = nida_chart_draft_dup_why_not (draft, NIDA_CHART_LINE);
  g_assert_null (given);
  take_kind (draft, NIDA_CHART_LINE, NIDA_MEASURE_RECEIVED);
  g_assert_null (year_of (draft));
  spec = nida_chart_draft_dup_spec (draft);
  spec->kind = NIDA_CHART_RANKING;
  nida_query_add_filter (spec->query, NIDA_FIELD_DATE, "2023");
  nida_chart_draft_take (draft, spec, NULL);
  chosen = nida_chart_draft_dup_why_not (draft, NIDA_CHART_LINE);
  g_assert_nonnull (chosen);
  ui_test_close (window);
}

/* Needs are of the year of the board, whichever choice makes a chart one of needs; what was given goes with them, and who wants
 * all years has them. */
static void
test_year_of_needs (void)
{
  g_autofree char *path = ui_test_write ("years.csv", "kind,date,donor,appeal,currency,amount\n"
                                         "requirement,2023,,Appeal 2023,USD,5000000\n"
                                         "requirement,2024,,Appeal 2024,USD,3000000\n"
                                         "paid,2023,Kuwait,Appeal 2023,USD,700000\n"
                                         "paid,2024,Qatar,Appeal 2024,USD,200000\n");
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaChartDraft) draft = new_draft (window), all = NULL;
  g_autoptr (NidaChartSpec) of_all = nida_chart_spec_new (NIDA_CHART_WATERFALL);
  NidaChartSpec *spec;

  take_kind (draft, NIDA_CHART_RANKING, NIDA_MEASURE_PLEDGED);
  g_assert_null (year_of (draft));
  take_kind (draft, NIDA_CHART_WATERFALL, NIDA_MEASURE_PLEDGED);
  g_assert_cmpstr (year_of (draft), ==, "2024");
  take_kind (draft, NIDA_CHART_COVERAGE, NIDA_MEASURE_PLEDGED);
  g_assert_cmpstr (year_of (draft), ==, "2024");
  take_kind (draft, NIDA_CHART_RANKING, NIDA_MEASURE_PLEDGED);
  g_assert_null (year_of (draft));
  take_kind (draft, NIDA_CHART_RANKING, NIDA_MEASURE_GAP);
  g_assert_cmpstr (year_of (draft), ==, "2024");
  spec = nida_chart_draft_dup_spec (draft);
  nida_query_clear_filter (spec->query, NIDA_FIELD_DATE);
  nida_chart_draft_take (draft, spec, NULL);
  take_kind (draft, NIDA_CHART_COVERAGE, NIDA_MEASURE_GAP);
  g_assert_null (year_of (draft));
  all = nida_chart_draft_new (nida_window_get_session (window), of_all);
  set_title (all, "All years", NULL);
  g_assert_null (year_of (all));
  ui_test_close (window);
}

/* --- more rows than are answered at once --- */

#define MANY 60000

static char *
write_many (void)
{
  g_autoptr (GString) text = g_string_new ("kind,date,donor,category,currency,amount,id\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "paid,%u-0%u-01,Donor %u,Sector %u,USD,%u,%u\n", 2020 + i % 5, 1 + i % 9, i % 40, i % 7, 100 + i, i);
  return ui_test_write ("many.csv", text->str);
}

static gboolean
is_answered (gpointer draft)
{
  return !nida_chart_draft_is_waiting (draft);
}

static void
take_top (NidaChartDraft *draft,
          NidaChartKind   kind,
          NidaField       field)
{
  NidaChartSpec *spec = nida_chart_draft_dup_spec (draft);

  spec->kind = kind;
  spec->query->n_by = 1;
  spec->query->by[0] = (NidaGroupBy) { field, NIDA_STEP_NONE };
  nida_chart_draft_take (draft, spec, NULL);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_latest_wins (void)
{
  g_autofree char *path = write_many ();
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaChartDraft) draft = new_draft (window);
  g_autoptr (NidaScene) early = NULL, late = NULL;
  const NidaDraftAnswer *answer;
  guint n_answers = 0;

  g_signal_connect_swapped (draft, "answered", G_CALLBACK (count_cb), &n_answers);
  g_assert_true (nida_chart_draft_is_waiting (draft));
  early = nida_chart_draft_build (draft, 640, 400);
  g_assert_null (early);
  g_assert_null (nida_chart_draft_dup_title (draft, "en"));
  take_top (draft, NIDA_CHART_PARTS, NIDA_FIELD_DONOR);
  take_top (draft, NIDA_CHART_TREEMAP, NIDA_FIELD_DONOR);
  take_top (draft, NIDA_CHART_RANKING, NIDA_FIELD_CATEGORY);
  g_assert_true (ui_test_wait (is_answered, draft));
  /* the first question was on its way; of the others only the last was asked */
  g_assert_cmpuint (n_answers, ==, 2);
  answer = nida_chart_draft_get_answer (draft);
  g_assert_cmpint (answer->spec->kind, ==, NIDA_CHART_RANKING);
  g_assert_cmpint (answer->subject.field[0], ==, NIDA_FIELD_CATEGORY);
  g_assert_cmpuint (answer->subject.n_names[0], ==, 7);
  late = nida_chart_draft_build (draft, 640, 400);
  g_assert_nonnull (nida_scene_find (late, "bar/Sector 3"));
  ui_test_close (window);
}

static void
test_words_ask_nothing (void)
{
  g_autofree char *path = write_many ();
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaChartDraft) draft = new_draft (window);
  g_autoptr (NidaScene) scene = NULL;
  GPtrArray *cubes;

  g_assert_true (ui_test_wait (is_answered, draft));
  cubes = nida_chart_draft_get_answer (draft)->cubes;
  set_title (draft, "Mine", NULL);
  g_assert_false (nida_chart_draft_is_waiting (draft));
  g_assert_true (nida_chart_draft_get_answer (draft)->cubes == cubes);
  scene = nida_chart_draft_build (draft, 640, 400);
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Mine");
  ui_test_close (window);
}

/* Who closes the editor while it asks. */
static void
test_gone_while_asking (void)
{
  g_autofree char *path = write_many ();
  NidaWindow *window = ui_test_open (path);
  NidaChartDraft *draft = new_draft (window);

  g_assert_true (nida_chart_draft_is_waiting (draft));
  g_object_add_weak_pointer (G_OBJECT (draft), (gpointer *) &draft);
  g_object_unref (draft);
  while (draft != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/chart-draft/needs-are-of-the-year-of-the-board", test_year_of_needs);
  g_test_add_func ("/chart-draft/the-year-that-was-given-refuses-no-kind", test_year_and_kinds);
  g_test_add_func ("/chart-draft/undo/takes-back-what-was-typed-in-a-row", test_undo);
  g_test_add_func ("/chart-draft/titles/in-both-languages", test_titles);
  g_test_add_func ("/chart-draft/filters/of-the-board-hold", test_filters_of_the_board);
  g_test_add_func ("/chart-draft/many-rows/the-latest-answer-wins", test_latest_wins);
  g_test_add_func ("/chart-draft/many-rows/words-ask-nothing", test_words_ask_nothing);
  g_test_add_func ("/chart-draft/many-rows/gone-while-asking", test_gone_while_asking);
  return g_test_run ();
}
