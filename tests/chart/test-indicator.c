/* Tests of indicator.c: levels, gaps, implied years and the goal. */
#include "config.h"

#include "time-fixture.h"

#include <string.h>

#define TIER "Trafficking in Persons Report tier"
#define LEVEL(year, level, hollow, name, name_arabic) \
  { .kind = NIDA_KIND_INDICATOR, .period = year, .amount = level, .implied = hollow, .text = name, \
    .text_ar = name_arabic, \
    .category = TIER, .category_ar = "تصنيف تقرير الاتجار بالأشخاص", .computed = -1 }
#define GOAL { .kind = NIDA_KIND_GOAL, .period = "undated", .amount = 1, .text = "Tier 1", .text_ar = "المرتبة الأولى", .category = TIER, .computed = -1 }

static const FixtureFact tiers[] = {
  LEVEL ("2007", 4, TRUE, "Tier 3", "المرتبة الثالثة"), LEVEL ("2008", 4, FALSE, "Tier 3", "المرتبة الثالثة"),
  LEVEL ("2009", 4, FALSE, "Tier 3", "المرتبة الثالثة"), LEVEL ("2014", 4, FALSE, "Tier 3", "المرتبة الثالثة"),
  LEVEL ("2016", 3, FALSE, "Tier 2 Watch List", "المرتبة الثانية (قائمة المراقبة)"), LEVEL ("2019", 2, FALSE, "Tier 2", "المرتبة الثانية"),
  LEVEL ("2020", 2, TRUE, "Tier 2", "المرتبة الثانية"), LEVEL ("2022", 3, FALSE, "Tier 2 Watch List", "المرتبة الثانية (قائمة المراقبة)"),
  LEVEL ("2024", 3, TRUE, "Tier 2 Watch List", NULL), LEVEL ("2025", 2, FALSE, "Tier 2", "المرتبة الثانية"), GOAL,
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
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_INDICATOR);
  g_autoptr (NidaCube) cube = NULL;

  if (spec->query == NULL)
    spec->query = nida_query_new ();
  cube = fixture_cube (spec, NULL, 0, facts, n);
  return fixture_scene (spec, cube, language, direction, width, height, scale);
}

static void
test_best_on_top (void)
{
  g_autoptr (NidaScene) scene = scene_of (tiers, G_N_ELEMENTS (tiers), "en", NIDA_TIME_LTR, 648, 280, 1);
  const NidaNode *goal = nida_scene_find (scene, "goal"), *best = nida_scene_find (scene, "step/2025");
  const NidaNode *worst = nida_scene_find (scene, "step/2009");

  g_assert_cmpfloat (goal->points[0].y, <, best->box.y);
  g_assert_cmpfloat (best->box.y, <, worst->box.y);
  g_assert_cmpint (goal->dash, ==, NIDA_DASH_EVEN);
  g_assert_cmpstr (nida_scene_find (scene, "label/goal")->text, ==, "Goal: Tier 1");
  g_assert_cmpstr (nida_scene_find (scene, "label/last")->text, ==, "2025: Tier 2");
}

static void
test_higher_goal_turns_the_ladder (void)
{
  static const FixtureFact index[] = {
    { .kind = NIDA_KIND_INDICATOR, .period = "2020", .amount = 2, .category = "Score", .computed = -1 },
    { .kind = NIDA_KIND_INDICATOR, .period = "2021", .amount = 4, .category = "Score", .computed = -1 },
    { .kind = NIDA_KIND_GOAL, .period = "undated", .amount = 5, .category = "Score", .computed = -1 },
  };
  g_autoptr (NidaScene) scene = scene_of (index, G_N_ELEMENTS (index), "en", NIDA_TIME_LTR, 648, 280, 1);

  g_assert_cmpfloat (nida_scene_find (scene, "step/2021")->box.y, <, nida_scene_find (scene, "step/2020")->box.y);
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Up to 4 in 2021; the goal is 5");
}

static void
test_gap_stays_a_gap (void)
{
  g_autoptr (NidaScene) scene = scene_of (tiers, G_N_ELEMENTS (tiers), "en", NIDA_TIME_LTR, 648, 280, 1);
  const NidaNode *gap = nida_scene_find (scene, "gap/2010..2013");

  g_assert_cmpint (gap->fill, ==, NIDA_COLOR_UNKNOWN);
  g_assert_cmpint (gap->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_null (nida_scene_find (scene, "step/2011"));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "2010 to 2013: not in the sources."));
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "10 of 19 years are in the sources."));
}

static void
test_implied_is_hollow (void)
{
  g_autoptr (NidaScene) scene = scene_of (tiers, G_N_ELEMENTS (tiers), "en", NIDA_TIME_LTR, 648, 280, 1);

  g_assert_cmpint (nida_scene_find (scene, "step/2020")->fill, ==, NIDA_COLOR_CARD);
  g_assert_cmpint (nida_scene_find (scene, "step/2019")->fill, ==, NIDA_COLOR_RECEIVED);
}

static void
test_message (void)
{
  g_autoptr (NidaScene) back = scene_of (tiers, G_N_ELEMENTS (tiers), "en", NIDA_TIME_LTR, 648, 280, 1);
  g_autoptr (NidaScene) one = scene_of (tiers, 1, "en", NIDA_TIME_LTR, 648, 280, 1);
  g_autoptr (NidaScene) none = scene_of (NULL, 0, "en", NIDA_TIME_LTR, 648, 280, 1);

  g_assert_cmpstr (nida_scene_get_title (back), ==, "Back on Tier 2 in 2025; the goal is Tier 1");
  g_assert_cmpstr (nida_scene_get_title (one), ==, "Tier 3 in 2007");
  g_assert_null (nida_scene_find (none, "goal"));
}

static void
test_table_has_every_year (void)
{
  g_autoptr (NidaScene) scene = scene_of (tiers, G_N_ELEMENTS (tiers), "en", NIDA_TIME_LTR, 648, 280, 1);
  const NidaTable *table = nida_scene_get_table (scene);
  const NidaTableRow *row = g_ptr_array_index (table->rows, 3);

  g_assert_cmpuint (table->rows->len, ==, 19);
  g_assert_cmpstr (row->cells[0], ==, "2010");
  g_assert_cmpstr (row->cells[1], ==, "not in the sources");
}

static void
test_direction (void)
{
  static const char * const languages[] = { "en", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (NidaTimeDirection direction = NIDA_TIME_LTR; direction <= NIDA_TIME_RTL; direction++)
      {
        g_autoptr (NidaScene) scene = scene_of (tiers, G_N_ELEMENTS (tiers), languages[i], direction, 648, 280, 1);
        double early = nida_scene_find (scene, "step/2007")->box.x, late = nida_scene_find (scene, "step/2025")->box.x;

        g_assert_cmpint (late > early, ==, direction == NIDA_TIME_LTR);
      }
}

static void
test_labels_stay_apart (void)
{
  static const struct { double width, height; } sizes[] = { { 320, 240 }, { 400, 300 }, { 480, 356 }, { 648, 280 },
                                                            { 1200, 700 } };
  static const char * const languages[] = { "en", "ar" };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint language = 0; language < 2; language++)
      for (NidaTimeDirection direction = NIDA_TIME_LTR; direction <= NIDA_TIME_FOLLOW; direction++)
        for (double scale = 1; scale <= 2; scale += 0.5)
          for (guint first = 0; first < G_N_ELEMENTS (tiers); first++)
            {
              g_autoptr (NidaScene) scene = scene_of (tiers + first, G_N_ELEMENTS (tiers) - first, languages[language],
                                                      direction,
                                                      sizes[size].width, sizes[size].height, scale);

              fixture_assert_texts (scene);
            }
}

static void
test_golden (void)
{
  g_autoptr (NidaScene) ltr = scene_of (tiers, G_N_ELEMENTS (tiers), "en", NIDA_TIME_LTR, 648, 280, 1);
  g_autoptr (NidaScene) rtl = scene_of (tiers, G_N_ELEMENTS (tiers), "en", NIDA_TIME_RTL, 648, 280, 1);

  fixture_assert_golden (ltr, "indicator-ltr");
  fixture_assert_golden (rtl, "indicator-rtl");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/levels/best-on-top", test_best_on_top);
  g_test_add_func ("/indicator/levels/a-higher-goal-turns-the-ladder", test_higher_goal_turns_the_ladder);
  g_test_add_func ("/indicator/gap/stays-a-gap", test_gap_stays_a_gap);
  g_test_add_func ("/indicator/implied/is-hollow", test_implied_is_hollow);
  g_test_add_func ("/indicator/title/says-the-change", test_message);
  g_test_add_func ("/indicator/table/has-every-year", test_table_has_every_year);
  g_test_add_func ("/indicator/direction/is-the-persons", test_direction);
  g_test_add_func ("/indicator/labels/stay-apart", test_labels_stay_apart);
  g_test_add_func ("/indicator/golden", test_golden);
  return g_test_run ();
}
