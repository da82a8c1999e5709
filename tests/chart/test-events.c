/* Tests of events.c: markers, words, numbers and the lane without dates. */
#include "config.h"

#include "time-fixture.h"

#include <string.h>

#include <math.h>

#define EVENT(date, how, words, words_arabic) \
  { .kind = NIDA_KIND_EVENT, .period = date, .state = NIDA_STATE_##how, .text = words, .text_ar = words_arabic, \
    .amount = -1, .computed = -1 }

static const FixtureFact events[] = {
  EVENT ("2015", HELD, "A shelter opens; IOM trains its managers", "افتتاح مركز إيواء وتدريب القائمين عليه"),
  EVENT ("2023-02-06", HELD, "Earthquakes in Türkiye and Syria", "زلازل تركيا وسورية"),
  EVENT ("2023-09", HELD, "Kuwait presents its voluntary national review on sustainable development in New York, with a part on what "
         "nationalities contribute (health, construction, services)", "الكويت تقدّم تقريرها الطوعي للتنمية المستدامة في نيويورك"),
  EVENT ("2024-02-11", PLANNED, "Workshop on countering trafficking in persons", "ورشة عمل عن مكافحة الاتجار بالأشخاص"),
  EVENT ("2024", PLANNED, "Shelter for men under consideration", "مركز إيواء للرجال قيد الدراسة"),
  EVENT ("2024", STATED, "Decision on joining a family provider welcomed", "ترحيب بقرار الالتحاق بعائل"),
  EVENT ("2024", STATED, "Field visits see better treatment in the shelter", "زيارات ميدانية تلمس تحسن المعاملة في دار الإيواء"),
  EVENT ("undated", PLANNED, "Referral system and identification of victims", "نظام الإحالة وتحديد ضحايا الاتجار"),
};

static NidaScene *
scene_of (const FixtureFact *facts,
          guint              n,
          const char        *language,
          NidaTimeDirection  direction,
          double             width,
          double             height,
          double             scale)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_EVENTS);
  g_autoptr (NidaCube) cube = NULL;

  if (spec->query == NULL)
    spec->query = nida_query_new ();
  cube = fixture_cube (spec, NULL, 0, facts, n);
  return fixture_scene (spec, cube, language, direction, width, height, scale);
}

static void
test_state_is_seen (void)
{
  g_autoptr (NidaScene) scene = scene_of (events, G_N_ELEMENTS (events), "en", NIDA_TIME_LTR, 1200, 700, 1);

  g_assert_cmpint (nida_scene_find (scene, "event/1")->fill, ==, NIDA_COLOR_TEXT);
  g_assert_cmpint (nida_scene_find (scene, "event/3")->fill, ==, NIDA_COLOR_CARD);
  /* A number in the colour of text stands on what was only stated, in every theme. */
  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      NidaRgba stated = nida_palette_get (theme, nida_scene_find (scene, "event/5")->fill);

      g_assert_cmpfloat (fabs (stated.green - nida_palette_get (theme, NIDA_COLOR_TEXT).green), >, 0.5);
      g_assert_cmpfloat (fabs (stated.green - nida_palette_get (theme, NIDA_COLOR_CARD).green), >, 0.1);
    }
  g_assert_cmpstr (nida_mark_get_lines (nida_scene_find (scene, "event/3")->mark)[0], ==, "Planned");
}

static void
test_coarse_date_is_a_bar (void)
{
  g_autoptr (NidaScene) scene = scene_of (events, G_N_ELEMENTS (events), "en", NIDA_TIME_LTR, 1200, 700, 1);
  const NidaNode *year = nida_scene_find (scene, "event/4"), *day = nida_scene_find (scene, "event/3");

  g_assert_cmpint (year->shape, ==, NIDA_SHAPE_RECT);
  g_assert_cmpint (day->shape, ==, NIDA_SHAPE_CIRCLE);
  g_assert_cmpfloat (year->box.width, >, 4 * day->box.width);
}

static void
test_undated_has_its_lane (void)
{
  g_autoptr (NidaScene) scene = scene_of (events, G_N_ELEMENTS (events), "en", NIDA_TIME_LTR, 648, 356, 1);
  g_autoptr (NidaScene) only = scene_of (events + 7, 1, "en", NIDA_TIME_LTR, 648, 356, 1);

  g_assert_cmpfloat (nida_scene_find (scene, "event/7")->box.y, >, nida_scene_find (scene, "axis/line")->points[0].y);
  g_assert_nonnull (nida_scene_find (only, "event/0"));
  g_assert_cmpstr (nida_scene_get_title (only), ==, "Still planned: 1 of 1 event");
}

static void
test_nothing_is_lost (void)
{
  static const struct { double width, height; } sizes[] = { { 320, 240 }, { 400, 300 }, { 648, 280 } };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      FixtureFact many[60];
      g_autoptr (NidaScene) scene = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (many); i++)
        many[i] = events[i % G_N_ELEMENTS (events)];
      scene = scene_of (many, G_N_ELEMENTS (many), "en", NIDA_TIME_LTR, sizes[size].width, sizes[size].height, 1);
      fixture_assert_texts (scene);
      g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, G_N_ELEMENTS (many));
      g_assert_nonnull (nida_scene_find (scene, "key/more"));
    }
}

static void
test_direction (void)
{
  static const char * const languages[] = { "en", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (NidaTimeDirection direction = NIDA_TIME_LTR; direction <= NIDA_TIME_RTL; direction++)
      {
        g_autoptr (NidaScene) scene = scene_of (events, G_N_ELEMENTS (events), languages[i], direction, 648, 356, 1);
        double early = nida_scene_find (scene, "event/0")->box.x, late = nida_scene_find (scene, "event/3")->box.x;

        g_assert_cmpint (late > early, ==, direction == NIDA_TIME_LTR);
      }
}

static void
test_words_stay_apart (void)
{
  static const struct { double width, height; } sizes[] = { { 320, 240 }, { 400, 300 }, { 480, 356 }, { 648, 280 },
                                                            { 1200, 700 } };
  static const char * const languages[] = { "en", "ar" };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint language = 0; language < 2; language++)
      for (NidaTimeDirection direction = NIDA_TIME_LTR; direction <= NIDA_TIME_FOLLOW; direction++)
        for (double scale = 1; scale <= 2; scale += 0.5)
          for (guint first = 0; first < G_N_ELEMENTS (events); first++)
            {
              g_autoptr (NidaScene) scene = scene_of (events + first, G_N_ELEMENTS (events) - first,
                                                      languages[language], direction,
                                                      sizes[size].width, sizes[size].height, scale);

              fixture_assert_texts (scene);
            }
}

static void
test_none (void)
{
  g_autoptr (NidaScene) scene = scene_of (NULL, 0, "en", NIDA_TIME_LTR, 648, 356, 1);

  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 0);
  g_assert_null (nida_scene_find (scene, "axis/line"));
}

static void
test_golden (void)
{
  g_autoptr (NidaScene) ltr = scene_of (events, G_N_ELEMENTS (events), "en", NIDA_TIME_LTR, 648, 356, 1);
  g_autoptr (NidaScene) rtl = scene_of (events, G_N_ELEMENTS (events), "en", NIDA_TIME_RTL, 648, 280, 1);

  fixture_assert_golden (ltr, "events-ltr");
  fixture_assert_golden (rtl, "events-rtl");
}

/* One long text alone in its row, in one line and in two. */
static void
test_whole_words (void)
{
  static const FixtureFact facts[] = {
    EVENT ("2015", HELD, "A shelter opens", "افتتاح مركز إيواء"),
    EVENT ("2024-02-11", PLANNED, "Kuwait presents its voluntary national review on sustainable development in New York, with what nationalities add",
           "الكويت تقدّم تقريرها الطوعي للتنمية المستدامة"),
  };
  const struct { double width, height; } sizes[] = { { 1000, 170 }, { 1000, 500 } };
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NidaScene) scene = scene_of (facts, 2, "en", NIDA_TIME_LTR, sizes[i].width, sizes[i].height, 1);
      const NidaNode *words = nida_scene_find (scene, "label/event/1");

      g_assert_nonnull (words);
      g_assert_cmpuint (nida_measurer_lines (measurer, words->text, words->font, 1, words->box.width + 0.5), <=, MAX (words->max_lines, 1));
    }
}

/* From a marker down to the axis, through the rows of others. */
static void
test_leaders (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (NidaScene) scene = scene_of (events, G_N_ELEMENTS (events), i % 2 ? "ar" : "en", NIDA_TIME_LTR, i < 2 ? 900 : 1300, 500, 1);
      guint n = nida_scene_get_n_nodes (scene), leaders = 0;

      for (guint l = 0; l < n; l++)
        for (guint t = 0; t < n; t++)
          {
            const NidaNode *leader = nida_scene_get_node (scene, l), *text = nida_scene_get_node (scene, t);

            if (!g_str_has_prefix (leader->key, "leader/event/") || !g_str_has_prefix (text->key, "label/event/"))
              continue;
            leaders++;
            if (leader->box.x > text->box.x && leader->box.x < text->box.x + text->box.width && leader->box.y < text->box.y + text->box.height
                && leader->box.y + leader->box.height > text->box.y)
              g_error ("%s crosses %s", leader->key, text->text);
          }
      g_assert_cmpuint (leaders, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/state/is-seen", test_state_is_seen);
  g_test_add_func ("/events/coarse-date/is-a-bar", test_coarse_date_is_a_bar);
  g_test_add_func ("/events/undated/has-its-lane", test_undated_has_its_lane);
  g_test_add_func ("/events/many/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/events/direction/is-the-persons", test_direction);
  g_test_add_func ("/events/words/stay-apart", test_words_stay_apart);
  g_test_add_func ("/events/none/has-an-answer", test_none);
  g_test_add_func ("/events/words/are-whole-where-their-row-is-free", test_whole_words);
  g_test_add_func ("/events/leaders/cross-no-words", test_leaders);
  g_test_add_func ("/events/golden", test_golden);
  return g_test_run ();
}
