/* Brushing on stage, with slides of a document: what is clicked is told by all charts of the slide, and let go with the slide. */
#include "config.h"

#include "look.h"
#include "show.h"
#include "show-slides.h"
#include "slide.h"
#include "ui-support.h"

typedef struct {
  NidaWindow     *window;
  NidaShowSlides *slides;
  NidaShow       *show;
} Fixture;

/* A ranking of donors, coverage and two numbers on the first slide, nothing on the second. */
static void
put_slide (NidaDocument       *document,
           const char         *id,
           NidaSlideLanguages  languages,
           gboolean            charts)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) ranking = nida_chart_spec_new (NIDA_CHART_RANKING), clusters = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaChartSpec) number = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autofree char *text = NULL;

  ranking->measure = clusters->measure = number->measure = NIDA_MEASURE_RECEIVED;
  ranking->query->measures = clusters->query->measures = number->query->measures = 1u << NIDA_MEASURE_RECEIVED;
  ranking->query->by[ranking->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  clusters->query->by[clusters->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  slide->title = g_strdup (id);
  slide->languages = languages;
  if (charts)
    {
      nida_slide_add (slide, ranking, NULL);
      nida_slide_add (slide, clusters, NULL);
      nida_slide_add (slide, number, NULL);
    }
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
  nida_document_end (document);
}

/* Requirements by objective, and their sum. */
static void
put_needs (NidaDocument *document)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) needs = nida_chart_spec_new (NIDA_CHART_RANKING), number = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autofree char *text = NULL;

  needs->measure = number->measure = NIDA_MEASURE_REQUIREMENT;
  needs->query->measures = number->query->measures = 1u << NIDA_MEASURE_REQUIREMENT;
  needs->query->by[needs->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  slide->title = g_strdup ("four");
  nida_slide_add (slide, needs, NULL);
  nida_slide_add (slide, number, NULL);
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "four", text);
  nida_document_end (document);
}

/* What came in each year, and what is required for one of them; the second figure has words of its own. */
static void
put_years (NidaDocument *document)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) years = nida_chart_spec_new (NIDA_CHART_TIMELINE), number = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (NidaChartSpec) titled = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autofree char *text = NULL;

  years->measure = NIDA_MEASURE_RECEIVED;
  years->step = NIDA_STEP_YEAR;
  number->measure = titled->measure = NIDA_MEASURE_REQUIREMENT;
  titled->title = g_strdup ("What is needed");
  slide->title = g_strdup ("five");
  nida_slide_add (slide, years, NULL);
  nida_slide_add (slide, number, NULL);
  nida_slide_add (slide, titled, NULL);
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "five", text);
  nida_document_end (document);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("stage.csv", ui_test_csv);
  g_autoptr (NidaLanguage) english = nida_look_make_language (nida_look_get (), "en"), arabic = nida_look_make_language (nida_look_get (), "ar");
  NidaDocument *document;

  fixture->window = ui_test_open (path);
  document = nida_session_get_document (nida_window_get_session (fixture->window));
  put_slide (document, "one", NIDA_SLIDE_SHOW_LANGUAGE, TRUE);
  put_slide (document, "two", NIDA_SLIDE_SHOW_LANGUAGE, FALSE);
  put_slide (document, "three", NIDA_SLIDE_SIDE_BY_SIDE, TRUE);
  put_needs (document);
  put_years (document);
  fixture->slides = nida_show_slides_new (nida_window_get_session (fixture->window));
  fixture->show = nida_show_new (NIDA_SHOW_SOURCE (fixture->slides), english, arabic, FALSE);
  nida_show_begin (fixture->show);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->show);
  g_object_unref (fixture->slides);
  ui_test_close (fixture->window);
}

static gboolean
has_picture (gpointer show)
{
  return nida_show_get_picture (show) != NULL;
}

/* The first mark of @field=@value; its key begins with @prefix. */
static const NidaNode *
find_mark (NidaScene  *scene,
           const char *prefix,
           NidaField   field,
           const char *value)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->n_fields == 1 && node->mark->fields[0] == field && g_str_equal (node->mark->values[0], value) &&
          g_str_has_prefix (node->key, prefix) && node->base != NIDA_BASE_NONE)
        return node;
    }
  g_assert_not_reached ();
}

static double
inside_share (Fixture    *fixture,
              const char *prefix,
              NidaField   field,
              const char *value)
{
  const NidaNode *whole = find_mark (nida_show_get_scene (fixture->show), prefix, field, value);
  g_autofree char *key = g_strconcat (whole->key, "/inside", NULL);
  const NidaNode *part = nida_scene_find (nida_show_get_picture (fixture->show), key);

  return part != NULL ? part->box.width / whole->box.width : 0;
}

static gboolean
tells_needs (gpointer show)
{
  NidaScene *picture = nida_show_get_picture (show);
  const NidaNode *number = picture != NULL ? nida_scene_find (picture, "figure/requirement-0/number") : NULL;

  return number != NULL && strstr (number->text, "3") != NULL;
}

/* Kuwait gave 100,000 of 300,000 for food, and all of what came for health. */
static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  const NidaNode *kuwait = find_mark (nida_show_get_scene (fixture->show), "chart/", NIDA_FIELD_DONOR, "Kuwait");
  g_autofree char *key = g_strdup (kuwait->key);

  g_assert_null (nida_show_get_picture (fixture->show));
  nida_show_select (fixture->show, key);
  g_assert_cmpstr (nida_show_get_selected (fixture->show), ==, key);
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_cmpfloat_with_epsilon (inside_share (fixture, "chart/", NIDA_FIELD_CATEGORY, "Food"), 1.0 / 3, 0.001);
  g_assert_cmpfloat_with_epsilon (inside_share (fixture, "chart/", NIDA_FIELD_CATEGORY, "Health"), 1, 0.001);
  g_assert_cmpfloat (inside_share (fixture, "chart/", NIDA_FIELD_DONOR, "Qatar"), ==, 0);
  nida_show_select (fixture->show, key);
  g_assert_null (nida_show_get_selected (fixture->show));
  g_assert_null (nida_show_get_picture (fixture->show));
}

/* A figure tells its part of the whole: 400,000 of 600,000. */
static void
test_figure (Fixture       *fixture,
             gconstpointer  data)
{
  const NidaNode *kuwait = find_mark (nida_show_get_scene (fixture->show), "chart/", NIDA_FIELD_DONOR, "Kuwait");
  const NidaNode *whole = nida_scene_find (nida_show_get_scene (fixture->show), "figure/received-0/number"), *part, *words;

  nida_show_select (fixture->show, kuwait->key);
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  part = nida_scene_find (nida_show_get_picture (fixture->show), "figure/received-0/number");
  words = nida_scene_find (nida_show_get_picture (fixture->show), "figure/received-0/context");
  g_assert_cmpstr (part->text, !=, whole->text);
  g_assert_nonnull (strstr (part->text, "400"));
  g_assert_cmpfloat (part->box.y, ==, whole->box.y);
  g_assert_nonnull (strstr (words->text, "600"));
}

/* Requirements have no row in an index and are asked again: 3 of 4 million are for food, whoever gave for it. */
static void
test_needs (Fixture       *fixture,
            gconstpointer  data)
{
  const NidaNode *food, *part;

  nida_show_go_to (fixture->show, 3);
  food = find_mark (nida_show_get_scene (fixture->show), "chart/ranking-category-0/", NIDA_FIELD_CATEGORY, "Food");
  nida_show_select (fixture->show, food->key);
  g_assert_true (ui_test_wait (tells_needs, fixture->show));
  part = nida_scene_find (nida_show_get_picture (fixture->show), "figure/requirement-0/number");
  g_assert_nonnull (strstr (part->text, "3"));
  g_assert_cmpfloat_with_epsilon (inside_share (fixture, "chart/", NIDA_FIELD_CATEGORY, "Food"), 1, 0.001);
  g_assert_cmpfloat (inside_share (fixture, "chart/", NIDA_FIELD_CATEGORY, "Health"), ==, 0);
}

static const NidaNode *
find_year (NidaScene  *scene,
           const char *year)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      for (guint f = 0; node->mark != NULL && f < node->mark->n_fields && g_str_has_prefix (node->key, "chart/"); f++)
        if (node->mark->fields[f] == NIDA_FIELD_DATE && g_str_equal (node->mark->values[f], year))
          return node;
    }
  g_assert_not_reached ();
}

static gboolean
says_outside (gpointer show)
{
  NidaScene *picture = nida_show_get_picture (show);
  const NidaNode *context = picture != NULL ? nida_scene_find (picture, "figure/requirement-0/context") : NULL;

  return context != NULL && strstr (context->text, "2024: outside the selection") != NULL;
}

/* What is required is for 2024: under a brush over 2022 it stays what it is, and says why, also where somebody wrote its words. */
static void
test_outside (Fixture       *fixture,
              gconstpointer  data)
{
  NidaScene *picture;

  nida_show_go_to (fixture->show, 4);
  g_assert_null (nida_scene_find (nida_show_get_scene (fixture->show), "figure/requirement-1/context"));
  nida_show_select (fixture->show, find_year (nida_show_get_scene (fixture->show), "2022")->key);
  g_assert_true (ui_test_wait (says_outside, fixture->show));
  picture = nida_show_get_picture (fixture->show);
  g_assert_nonnull (strstr (nida_scene_find (picture, "figure/requirement-0/number")->text, "4"));
  g_assert_nonnull (strstr (nida_scene_find (picture, "figure/requirement-1/context")->text, "2024: outside the selection"));
}

/* A stroke over all donors, in points of the slide; another mark by Ctrl and a click. */
static void
test_stroke (Fixture       *fixture,
             gconstpointer  data)
{
  NidaScene *scene = nida_show_get_scene (fixture->show);
  const NidaNode *kuwait = find_mark (scene, "chart/", NIDA_FIELD_DONOR, "Kuwait"), *qatar = find_mark (scene, "chart/", NIDA_FIELD_DONOR, "Qatar");
  NidaBox box;

  g_assert_false (nida_show_begin_stroke (fixture->show, 2, 2));
  g_assert_false (nida_show_pull_stroke (fixture->show, 50, 50));
  g_assert_true (nida_show_begin_stroke (fixture->show, kuwait->box.x + 2, kuwait->box.y + kuwait->box.height / 2));
  g_assert_true (nida_show_pull_stroke (fixture->show, 5, 1));
  g_assert_true (nida_show_get_stroke (fixture->show, &box));
  g_assert_cmpfloat (box.height, ==, kuwait->box.height);
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_cmpfloat (inside_share (fixture, "chart/", NIDA_FIELD_DONOR, "Qatar"), ==, 0);
  nida_show_pick (fixture->show, qatar->key, NULL);
  g_assert_false (nida_show_get_stroke (fixture->show, &box));
  g_assert_cmpfloat_with_epsilon (inside_share (fixture, "chart/", NIDA_FIELD_CATEGORY, "Food"), 1, 0.001);
}

static void
count_cb (guint *n,
          int    command)
{
  *n += command == NIDA_SHOW_END;
}

static void
test_escape (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = 0;

  g_signal_connect_swapped (fixture->show, "command", G_CALLBACK (count_cb), &n);
  nida_show_select (fixture->show, find_mark (nida_show_get_scene (fixture->show), "chart/", NIDA_FIELD_DONOR, "Kuwait")->key);
  nida_show_run (fixture->show, NIDA_SHOW_BACK);
  g_assert_null (nida_show_get_selected (fixture->show));
  g_assert_cmpuint (n, ==, 0);
  nida_show_run (fixture->show, NIDA_SHOW_BACK);
  g_assert_cmpuint (n, ==, 1);
}

/* The language may change under a brush; another slide lets go of it. */
static void
test_followed (Fixture       *fixture,
               gconstpointer  data)
{
  nida_show_select (fixture->show, find_mark (nida_show_get_scene (fixture->show), "chart/", NIDA_FIELD_DONOR, "Kuwait")->key);
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_LANGUAGE);
  g_assert_null (nida_show_get_picture (fixture->show));
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_true (nida_scene_is_rtl (nida_show_get_picture (fixture->show)));
  nida_show_run (fixture->show, NIDA_SHOW_NEXT);
  g_assert_null (nida_show_get_selected (fixture->show));
  g_assert_null (nida_show_get_picture (fixture->show));
}

/* Both halves of a slide in two languages follow. */
static void
test_both (Fixture       *fixture,
           gconstpointer  data)
{
  nida_show_go_to (fixture->show, 2);
  nida_show_select (fixture->show, find_mark (nida_show_get_scene (fixture->show), "ar/chart/", NIDA_FIELD_DONOR, "Kuwait")->key);
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_cmpfloat_with_epsilon (inside_share (fixture, "en/chart/", NIDA_FIELD_CATEGORY, "Food"), 1.0 / 3, 0.001);
  g_assert_cmpfloat_with_epsilon (inside_share (fixture, "ar/chart/", NIDA_FIELD_CATEGORY, "Food"), 1.0 / 3, 0.001);
}

/* Kuwait against Qatar, in the window; the first has a name. */
static void
compare_in_window (Fixture *fixture)
{
  NidaSession *session = nida_window_get_session (fixture->window);
  NidaScene *scene = nida_show_get_scene (fixture->show);
  g_autoptr (NidaBrush) kuwait = nida_brush_toggle (NULL, find_mark (scene, "chart/", NIDA_FIELD_DONOR, "Kuwait")->mark);
  NidaBrush *qatar = nida_brush_toggle (NULL, find_mark (scene, "chart/", NIDA_FIELD_DONOR, "Qatar")->mark);

  nida_selections_keep (nida_session_get_selections (session), "The first", kuwait);
  nida_linked_set_brush (nida_session_get_linked (session), NIDA_LINKED_NO_CHART, g_steal_pointer (&kuwait));
  nida_linked_set_compared (nida_session_get_linked (session), qatar);
}

static gboolean
tells_both (gpointer show)
{
  NidaScene *picture = nida_show_get_picture (show);
  const NidaNode *words = picture != NULL ? nida_scene_find (picture, "figure/received-0/context") : NULL;

  return words != NULL && strstr (words->text, "200") != NULL;
}

static const NidaNode *
find_share (Fixture    *fixture,
            const char *value,
            const char *suffix)
{
  const NidaNode *whole = find_mark (nida_show_get_scene (fixture->show), "chart/", NIDA_FIELD_CATEGORY, value);
  g_autofree char *key = g_strconcat (whole->key, suffix, NULL);

  return nida_scene_find (nida_show_get_picture (fixture->show), key);
}

/* Is the speaker told that something waits? */
static gboolean
is_waiting (Fixture *fixture)
{
  g_autofree char *pending = nida_show_source_dup_pending (NIDA_SHOW_SOURCE (fixture->slides), nida_show_get_language (fixture->show));

  return pending != NULL && strstr (pending, "compared") != NULL;
}

/* What is compared in the window is compared on the slide that comes next, in the same colours and under its names. */
static void
test_compared (Fixture       *fixture,
               gconstpointer  data)
{
  const NidaNode *first, *second;

  nida_show_go_to (fixture->show, 1);
  nida_show_go_to (fixture->show, 0);
  g_assert_false (has_picture (fixture->show));
  compare_in_window (fixture);
  g_assert_false (has_picture (fixture->show));
  g_assert_true (is_waiting (fixture));
  nida_show_go_to (fixture->show, 1);
  nida_show_go_to (fixture->show, 0);
  g_assert_false (is_waiting (fixture));
  g_assert_true (ui_test_wait (tells_both, fixture->show));
  first = find_share (fixture, "Food", "/inside");
  second = find_share (fixture, "Food", "/compared");
  g_assert_cmpint (first->fill, ==, NIDA_COLOR_SELECTION);
  g_assert_cmpint (second->fill, ==, NIDA_COLOR_COMPARED);
  g_assert_cmpfloat_with_epsilon (second->box.width / first->box.width, 2, 0.01);
  g_assert_cmpstr (nida_scene_find (nida_show_get_picture (fixture->show), "legend/inside/label")->text, ==, "The first");
  g_assert_cmpstr (nida_scene_find (nida_show_get_picture (fixture->show), "legend/compared/label")->text, ==, "Donor: Qatar");
}

/* Escape lets go of it on stage alone; what waits is let in with it. */
static void
test_compared_escape (Fixture       *fixture,
                      gconstpointer  data)
{
  guint n = 0;

  g_signal_connect_swapped (fixture->show, "command", G_CALLBACK (count_cb), &n);
  compare_in_window (fixture);
  nida_show_run (fixture->show, NIDA_SHOW_REFRESH);
  g_assert_true (ui_test_wait (tells_both, fixture->show));
  nida_show_run (fixture->show, NIDA_SHOW_TOGGLE_LANGUAGE);
  g_assert_true (ui_test_wait (has_picture, fixture->show));
  g_assert_nonnull (strstr (nida_scene_find (nida_show_get_picture (fixture->show), "legend/compared/label")->text, "الجهة المانحة"));
  nida_show_run (fixture->show, NIDA_SHOW_BACK);
  g_assert_null (nida_show_get_picture (fixture->show));
  g_assert_nonnull (nida_linked_get_compared (nida_session_get_linked (nida_window_get_session (fixture->window))));
  g_assert_cmpuint (n, ==, 0);
  nida_show_run (fixture->show, NIDA_SHOW_BACK);
  g_assert_cmpuint (n, ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/show-brush/outside/figures-of-needs-say-their-year", test_outside);
  ADD ("/show-brush/all-charts-tell-what-is-clicked", test_click);
  ADD ("/show-brush/figures-tell-their-part", test_figure);
  ADD ("/show-brush/needs-are-asked-again", test_needs);
  ADD ("/show-brush/strokes-and-single-marks", test_stroke);
  ADD ("/show-brush/escape-lets-go-and-then-ends", test_escape);
  ADD ("/show-brush/stays-in-the-other-language-and-goes-with-the-slide", test_followed);
  ADD ("/show-brush/both-languages-on-one-slide", test_both);
  ADD ("/show-brush/what-is-compared-in-the-window-is-compared-on-the-next-slide", test_compared);
  ADD ("/show-brush/escape-lets-go-of-what-is-compared", test_compared_escape);
  return g_test_run ();
}
