/* slide-scene.c and its charts, figures and words: nothing is clipped, overlaps or is lost, in any size, language and step. */
#include "slide-scene.h"

#include "sample.h"
#include "sources.h"

#include <string.h>

static const SampleRow rows[] = {
  { NIDA_KIND_REQUIREMENT, "2026", "Sudan 2026", "السودان 2026", NULL, NULL, NULL, NULL, 2900000000, NULL },
  { NIDA_KIND_REQUIREMENT, "2026", "Yemen 2026", "اليمن 2026", NULL, NULL, NULL, NULL, 2100000000, NULL },
  { NIDA_KIND_PAID, "2026-01-05", "Sudan 2026", NULL, "Food Security", NULL, "Donor 1", NULL, 400000000, NULL },
  { NIDA_KIND_PAID, "2026-02-15", "Sudan 2026", NULL, "Health", NULL, "Donor 2", NULL, 88000000, NULL },
  { NIDA_KIND_PAID, "2026-03-05", "Yemen 2026", NULL, "Health", NULL, "Donor 1", NULL, 259000000, NULL },
  { NIDA_KIND_PLEDGE, "2026-03-15", "Yemen 2026", NULL, NULL, NULL, "Donor 3", NULL, 50000000, NULL },
};

typedef struct {
  NidaLocalEngine *engine;
  NidaLanguage    *languages[2];
  NidaMeasurer    *measurer;
} Stage;

static void
fill (const NidaChartSpec *spec,
      NidaChartContext    *context,
      gpointer             data)
{
  static const char * const names[] = { "sample.csv", NULL };

  context->sources = names;
  context->as_of = nida_date_new_day (2026, 4, 17);
}

static void
stage_init (Stage       *stage,
            NidaDataset *dataset)
{
  stage->engine = nida_local_engine_new (dataset);
  stage->languages[0] = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  stage->languages[1] = nida_language_new ("ar", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  stage->measurer = nida_fixed_measurer_new ();
}

static void
stage_clear (Stage *stage)
{
  g_object_unref (stage->engine);
  g_object_unref (stage->languages[0]);
  g_object_unref (stage->languages[1]);
  g_object_unref (stage->measurer);
}

static NidaSlideContext
context_of (Stage    *stage,
            gboolean  arabic,
            double    width,
            double    height)
{
  return (NidaSlideContext) {
    .languages = { stage->languages[0], stage->languages[1] }, .measurers = { stage->measurer, stage->measurer }, .arabic = arabic,
    .theme = NIDA_THEME_PROJECTOR, .width = width, .height = height, .fill = fill, .number = 3, .n_slides = 8, .live = TRUE,
  };
}

static void
add_chart (NidaSlide     *slide,
           NidaChartKind  kind,
           NidaField      by)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);

  if (by != NIDA_FIELD_NONE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { by, NIDA_STEP_NONE };
  g_assert_nonnull (nida_slide_add (slide, spec, NULL));
}

static void
add_figure (NidaSlide   *slide,
            NidaMeasure  measure)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);

  spec->measure = measure;
  g_assert_nonnull (nida_slide_add (slide, spec, NULL));
}

/* The slide of the mockup. */
static NidaSlide *
coverage_slide (void)
{
  NidaSlide *slide = nida_slide_new ();

  add_chart (slide, NIDA_CHART_COVERAGE, NIDA_FIELD_APPEAL);
  add_figure (slide, NIDA_MEASURE_COVERAGE);
  add_figure (slide, NIDA_MEASURE_RECEIVED);
  add_figure (slide, NIDA_MEASURE_GAP);
  return slide;
}

static NidaScene *
build (Stage           *stage,
       const NidaSlide *slide,
       gboolean         arabic,
       guint            step)
{
  g_autoptr (NidaSlideAnswers) answers = nida_slide_answers_ask (slide, stage->engine, NULL);
  NidaSlideContext context = context_of (stage, arabic, 1920, 1080);

  return nida_slide_build (slide, answers, &context, step);
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = coverage_slide ();
  g_autoptr (NidaScene) ltr = NULL, rtl = NULL, both = NULL;
  Stage stage;

  stage_init (&stage, dataset);
  ltr = build (&stage, slide, FALSE, NIDA_SLIDE_WHOLE);
  rtl = build (&stage, slide, TRUE, NIDA_SLIDE_WHOLE);
  slide->languages = NIDA_SLIDE_SIDE_BY_SIDE;
  both = build (&stage, slide, FALSE, NIDA_SLIDE_WHOLE);
  sample_assert_golden (ltr, "slide-ltr");
  sample_assert_golden (rtl, "slide-rtl");
  sample_assert_golden (both, "slide-both");
  stage_clear (&stage);
}

/* --- random slides --- */

static char *
random_words (GRand *rand)
{
  static const char * const words[] = { "funding", "requirements", "النداء", "Humanitarian", "a", "of", "التمويل", "2026" };
  GString *text = g_string_new (NULL);

  for (gint n = g_rand_int_range (rand, 1, 60); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : g_rand_int_range (rand, 0, 8) == 0 ? "\n- " : " ", words[g_rand_int_range (rand, 0, 8)]);
  return g_string_free (text, FALSE);
}

static NidaSlide *
random_slide (GRand *rand)
{
  static const NidaChartKind kinds[] = { NIDA_CHART_COVERAGE, NIDA_CHART_RANKING, NIDA_CHART_TIMELINE, NIDA_CHART_PARTS };
  static const NidaField fields[] = { NIDA_FIELD_APPEAL, NIDA_FIELD_DONOR, NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY };
  NidaSlide *slide = nida_slide_new ();

  slide->layout = (NidaSlideLayout) g_rand_int_range (rand, 0, NIDA_SLIDE_N_LAYOUTS);
  slide->languages = g_rand_int_range (rand, 0, 4) == 0 ? NIDA_SLIDE_SIDE_BY_SIDE : NIDA_SLIDE_SHOW_LANGUAGE;
  slide->build = (NidaSlideBuild) g_rand_int_range (rand, 0, NIDA_SLIDE_N_BUILDS);
  slide->title = g_rand_boolean (rand) ? random_words (rand) : NULL;
  slide->text = g_rand_boolean (rand) ? random_words (rand) : NULL;
  for (gint n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      gint kind = g_rand_int_range (rand, 0, 4);

      add_chart (slide, kinds[kind], fields[kind]);
    }
  for (gint n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    add_figure (slide, (NidaMeasure) g_rand_int_range (rand, 0, NIDA_N_MEASURES));
  return slide;
}

/* The part of the slide that a text is in: charts and figures are tidy by themselves, which their own tests say. */
static char *
part_of (const NidaNode *node)
{
  const char *key = g_str_has_prefix (node->key, "en/") || g_str_has_prefix (node->key, "ar/") ? node->key + 3 : node->key;
  const char *end = g_str_has_prefix (key, "chart/") || g_str_has_prefix (key, "figure/") ? strchr (strchr (key, '/') + 1, '/') : NULL;

  return end != NULL ? g_strndup (node->key, (gsize) (end - node->key)) : g_strdup (node->key);
}

static gboolean
overlap (NidaBox a,
         NidaBox b)
{
  return a.x + 0.6 < b.x + b.width && b.x + 0.6 < a.x + a.width && a.y + 0.6 < b.y + b.height && b.y + 0.6 < a.y + a.height;
}

static void
assert_tidy (NidaScene *scene,
             guint      seed)
{
  double width = nida_scene_get_width (scene), height = nida_scene_get_height (scene);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *a = nida_scene_get_node (scene, i);
      g_autofree char *of_a = part_of (a);

      if (a->box.x < -0.6 || a->box.y < -0.6 || a->box.x + a->box.width > width + 0.6 || a->box.y + a->box.height > height + 0.6)
        g_error ("%s leaves slide %u of %g × %g", a->key, seed, width, height);
      for (guint j = i + 1; a->shape == NIDA_SHAPE_TEXT && j < nida_scene_get_n_nodes (scene); j++)
        {
          const NidaNode *b = nida_scene_get_node (scene, j);
          g_autofree char *of_b = part_of (b);

          if (b->shape == NIDA_SHAPE_TEXT && g_strcmp0 (of_a, of_b) != 0 && overlap (a->box, b->box))
            g_error ("%s overlaps %s on slide %u of %g × %g", a->key, b->key, seed, width, height);
        }
    }
}

/* The last row reads what is 18 pixels high on a projector of 1080 lines. Not asserted of the one slide that cannot be so: two
 * charts and more in each half of 4:3. */
static void
assert_legible (NidaScene *scene,
                guint      seed)
{
  double lines = nida_scene_get_height (scene) / 1080;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->shape == NIDA_SHAPE_TEXT && nida_font_size (node->font, nida_scene_get_scale (scene) * node->zoom) < 18 * lines)
        g_error ("%s of slide %u has %.1f pixels of 1080 lines", node->key, seed,
                 nida_font_size (node->font, nida_scene_get_scale (scene) * node->zoom) / lines);
    }
}

static void
test_random (void)
{
  static const struct { double width, height; } sizes[] = { { 1920, 1080 }, { 960, 540 }, { 1024, 768 }, { 2560, 1080 }, { 320, 180 } };

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (NidaDataset) dataset = sample_random (seed, TRUE, seed % 3 == 0);
      g_autoptr (NidaSlide) slide = random_slide (rand);
      g_autoptr (NidaSlideAnswers) answers = NULL;
      Stage stage;

      stage_init (&stage, dataset);
      answers = nida_slide_answers_ask (slide, stage.engine, NULL);
      for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
        {
          NidaSlideContext context = context_of (&stage, i % 2, sizes[i / 2].width, sizes[i / 2].height);
          g_autoptr (NidaScene) scene = nida_slide_build (slide, i == 9 ? NULL : answers, &context, seed % 4 == 3 ? seed % 3 : NIDA_SLIDE_WHOLE);

          g_assert_cmpfloat (nida_scene_get_width (scene), ==, sizes[i / 2].width);
          assert_tidy (scene, seed);
          if (sizes[i / 2].width != 1024 || slide->languages != NIDA_SLIDE_SIDE_BY_SIDE || slide->charts->len < 2)
            assert_legible (scene, seed);
        }
      stage_clear (&stage);
    }
}

/* --- what is said and shown --- */

static guint
count_texts (NidaScene  *scene,
             const char *words)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    n += nida_scene_get_node (scene, i)->text != NULL && strstr (nida_scene_get_node (scene, i)->text, words) != NULL;
  return n;
}

/* The foot names all sources once; a chart says only how it was counted where that is not what all say. */
static void
test_sources_are_one_line (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaSlideAnswers) answers = NULL;
  g_autoptr (NidaScene) scene = NULL;
  NidaSlideContext context;
  Stage stage;

  stage_init (&stage, dataset);
  add_chart (slide, NIDA_CHART_COVERAGE, NIDA_FIELD_APPEAL);
  add_chart (slide, NIDA_CHART_RANKING, NIDA_FIELD_DONOR);
  answers = nida_slide_answers_ask (slide, stage.engine, NULL);
  context = context_of (&stage, FALSE, 1920, 1080);
  scene = nida_slide_build (slide, answers, &context, NIDA_SLIDE_WHOLE);
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "sample.csv"));
  g_assert_cmpuint (count_texts (scene, "sample.csv"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "17 Apr 2026"), ==, 1);
  stage_clear (&stage);
}

static void
test_one_chart_is_titled_once (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = coverage_slide ();
  g_autoptr (NidaScene) made = NULL, own = NULL;
  Stage stage;

  stage_init (&stage, dataset);
  made = build (&stage, slide, FALSE, NIDA_SLIDE_WHOLE);
  g_assert_nonnull (nida_scene_find (made, "title"));
  g_assert_nonnull (nida_scene_find (made, "subtitle"));
  g_assert_null (nida_scene_find (made, "chart/coverage-appeal-0/title"));
  g_assert_cmpstr (nida_scene_find (made, "title")->text, ==, nida_scene_get_title (made));
  slide->title = g_strdup ("Our words");
  slide->title_ar = g_strdup ("كلماتنا");
  own = build (&stage, slide, TRUE, NIDA_SLIDE_WHOLE);
  g_assert_cmpstr (nida_scene_find (own, "title")->text, ==, "\u2068كلماتنا\u2069");
  g_assert_cmpstr (nida_scene_get_title (own), ==, "كلماتنا");
  stage_clear (&stage);
}

static void
test_foot (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = coverage_slide ();
  g_autoptr (NidaScene) scene = NULL;
  Stage stage;

  stage_init (&stage, dataset);
  scene = build (&stage, slide, FALSE, NIDA_SLIDE_WHOLE);
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "17 Apr 2026"));
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "sample.csv"));
  g_assert_nonnull (strstr (nida_scene_find (scene, "foot/number")->text, "3 / 8"));
  g_assert_cmpint (nida_scene_find (scene, "foot/live")->fill, ==, NIDA_COLOR_GOOD);
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "sample.csv"));
  stage_clear (&stage);
}

static void
test_marks_are_kept (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = coverage_slide ();
  g_autoptr (NidaScene) scene = NULL;
  const NidaNode *bar;
  Stage stage;

  stage_init (&stage, dataset);
  scene = build (&stage, slide, TRUE, NIDA_SLIDE_WHOLE);
  bar = nida_scene_find (scene, "chart/coverage-appeal-0/bar/Sudan 2026/received");
  g_assert_nonnull (bar);
  g_assert_nonnull (bar->mark);
  g_assert_cmpint (bar->mark->money, ==, 488000000 * NIDA_MONEY_UNIT);
  /* it grows from the right edge */
  g_assert_cmpfloat (bar->box.x + bar->box.width, >, 1800);
  stage_clear (&stage);
}

static void
test_both_languages (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = coverage_slide ();
  g_autoptr (NidaScene) scene = NULL;
  const NidaNode *english, *arabic;
  Stage stage;

  stage_init (&stage, dataset);
  slide->languages = NIDA_SLIDE_SIDE_BY_SIDE;
  slide->title = g_strdup ("Two");
  slide->title_ar = g_strdup ("اثنان");
  scene = build (&stage, slide, TRUE, NIDA_SLIDE_WHOLE);
  english = nida_scene_find (scene, "en/title");
  arabic = nida_scene_find (scene, "ar/title");
  g_assert_false (nida_scene_is_rtl (scene));
  g_assert_false (english->turned);
  g_assert_true (arabic->turned);
  g_assert_cmpfloat (english->box.x + english->box.width, <, 960);
  g_assert_cmpfloat (arabic->box.x, >, 960);
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Two · اثنان");
  stage_clear (&stage);
}

static void
test_steps (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = coverage_slide ();
  g_autoptr (NidaSlideAnswers) answers = NULL;
  g_autoptr (NidaScene) first = NULL, last = NULL, bare = NULL;
  NidaSlideContext context;
  Stage stage;

  stage_init (&stage, dataset);
  context = context_of (&stage, FALSE, 1920, 1080);
  answers = nida_slide_answers_ask (slide, stage.engine, NULL);
  g_assert_cmpuint (nida_slide_count_steps (slide, answers, &context), ==, 1);
  slide->build = NIDA_SLIDE_BY_PART;
  g_assert_cmpuint (nida_slide_count_steps (slide, answers, &context), ==, 3);
  first = nida_slide_build (slide, answers, &context, 0);
  last = nida_slide_build (slide, answers, &context, 2);
  g_assert_null (nida_scene_find (first, "chart/coverage-appeal-0/bar/Sudan 2026/received"));
  g_assert_null (nida_scene_find (first, "figure/coverage-0/number"));
  g_assert_nonnull (nida_scene_find (first, "chart/coverage-appeal-0/bar/Sudan 2026/whole"));
  g_assert_nonnull (nida_scene_find (last, "chart/coverage-appeal-0/bar/Sudan 2026/gap"));
  g_assert_nonnull (nida_scene_find (last, "figure/gap-2/number"));
  slide->build = NIDA_SLIDE_BY_CHART;
  g_assert_cmpuint (nida_slide_count_steps (slide, answers, &context), ==, 2);
  bare = nida_slide_build (slide, answers, &context, 0);
  g_assert_null (nida_scene_find (bare, "chart/coverage-appeal-0/bar/Sudan 2026/gap"));
  g_assert_nonnull (nida_scene_find (bare, "figure/coverage-0/number"));
  stage_clear (&stage);
}

/* A chart on an opening slide is shown all the same. */
static void
test_opening (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaScene) bare = NULL, charted = NULL;
  Stage stage;

  stage_init (&stage, dataset);
  slide->layout = NIDA_SLIDE_TITLE;
  slide->title = g_strdup ("Briefing");
  bare = build (&stage, slide, FALSE, NIDA_SLIDE_WHOLE);
  g_assert_nonnull (nida_scene_find (bare, "opening/rule"));
  add_chart (slide, NIDA_CHART_RANKING, NIDA_FIELD_DONOR);
  charted = build (&stage, slide, FALSE, NIDA_SLIDE_WHOLE);
  g_assert_null (nida_scene_find (charted, "opening/rule"));
  g_assert_nonnull (strstr (nida_scene_get_description (charted), "Donor 1"));
  stage_clear (&stage);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-scene/golden", test_golden);
  g_test_add_func ("/slide-scene/random/nothing-is-clipped-overlaps-or-is-too-small", test_random);
  g_test_add_func ("/slide-scene/one-chart/has-its-title-at-the-head-once", test_one_chart_is_titled_once);
  g_test_add_func ("/slide-scene/foot/sources-are-named-once", test_sources_are_one_line);
  g_test_add_func ("/slide-scene/foot/tells-the-day-the-sources-and-the-page", test_foot);
  g_test_add_func ("/slide-scene/marks-can-be-pointed-at", test_marks_are_kept);
  g_test_add_func ("/slide-scene/both-languages/english-left-arabic-right", test_both_languages);
  g_test_add_func ("/slide-scene/steps/requirement-received-gap", test_steps);
  g_test_add_func ("/slide-scene/opening/loses-no-chart", test_opening);
  return g_test_run ();
}
