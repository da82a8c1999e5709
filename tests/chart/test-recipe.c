/* test-recipe.c tests recipe.c and recipe-words.c. */
#include "recipe-fixture.h"

static void
test_frame (void)
{
  Fixture fixture;
  static const char * const sources[] = { "OCHA FTS", NULL };
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *source = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 480, 356);
  fixture.context.sources = sources;
  fixture.context.as_of = nida_date_new_day (2026, 4, 17);
  nida_recipe_frame (&fixture.recipe, "Five donors", "Received by donor, US$", "A note.");
  g_assert_cmpfloat (fixture.recipe.plot.x, ==, 16.0);
  g_assert_cmpfloat (fixture.recipe.plot.width, ==, 448.0);
  g_assert_cmpfloat (fixture.recipe.plot.y, ==, 14 + 20 + 18 + 8);
  g_assert_cmpfloat (fixture.recipe.plot.y + fixture.recipe.plot.height, ==, 356 - 10 - 16 - 8);
  scene = fixture_end (&fixture);
  source = fixture_texts (scene, "source");
  g_assert_cmpstr (source, ==, "Source: OCHA FTS. Data to 17 Apr 2026. A note.");
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Five donors");
  fixture_clear (&fixture);
}

static void
test_long_title (void)
{
  Fixture fixture;
  g_autoptr (NidaScene) scene = NULL;
  const NidaNode *title;

  fixture_init (&fixture, "ar", NIDA_TIME_LTR, 320, 356);
  fixture.context.reserve_end = 72;
  nida_recipe_frame (&fixture.recipe, "A message of many words that goes on and on and would take four lines and more of the card if it were let", NULL, NULL);
  scene = fixture_end (&fixture);
  title = nida_scene_find (scene, "title");
  g_assert_cmpuint (title->max_lines, ==, 2);
  g_assert_cmpfloat (title->box.width, ==, 320 - 32 - 72);
  g_assert_cmpfloat (title->box.height, ==, 40.0);
  /* Mirrored: the buttons' room is at the end, on the left. */
  g_assert_cmpfloat (title->box.x, ==, 16 + 72);
  g_assert_null (nida_scene_find (scene, "subtitle"));
  fixture_clear (&fixture);
}

static void
test_long_source (void)
{
  Fixture fixture;
  static const double heights[] = { 104, 180, 280, 356 };
  /* sentences that never give way take more than one a hundred points where the plot stays high enough */
  static const guint lines[] = { 0, 1, 4, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (NidaScene) scene = NULL;
      g_autofree char *note = g_strnfill (2000, 'x');
      const NidaNode *source;

      for (guint k = 5; k < 2000; k += 6)
        note[k] = ' ';
      fixture_init (&fixture, "en", NIDA_TIME_LTR, 320, heights[i]);
      nida_recipe_frame (&fixture.recipe, "Title", "Subtitle", note);
      nida_scene_builder_add_description (fixture.recipe.scene, fixture.recipe.source);
      scene = fixture_end (&fixture);
      source = nida_scene_find (scene, "source");
      g_assert_cmpuint (source != NULL ? source->max_lines : 0, ==, lines[i]);
      /* Whole in the description, whatever the room. */
      g_assert_nonnull (strstr (nida_scene_get_description (scene), note));
      fixture_clear (&fixture);
    }
}

static void
test_message (void)
{
  Fixture fixture;
  g_autoptr (NidaScene) scene = NULL;
  const NidaNode *message;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 320, 200);
  nida_recipe_frame (&fixture.recipe, "Title", NULL, NULL);
  nida_recipe_message (&fixture.recipe, "No flow has a date. Open a file with dates, or take the date filter away.");
  scene = fixture_end (&fixture);
  message = nida_scene_find (scene, "message");
  g_assert_cmpint (message->anchor, ==, NIDA_ANCHOR_MIDDLE);
  g_assert_cmpuint (message->max_lines, ==, 2);
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "No flow has a date."));
  fixture_clear (&fixture);
}

static void
test_tiny (void)
{
  Fixture fixture;
  g_autoptr (NidaScene) scene = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 20, 12);
  fixture.context.reserve_end = 100;
  nida_recipe_frame (&fixture.recipe, "Title", "Subtitle", NULL);
  nida_recipe_message (&fixture.recipe, "Nothing");
  g_assert_cmpfloat (fixture.recipe.plot.width, >, 0.0);
  g_assert_cmpfloat (fixture.recipe.plot.height, >=, 0.0);
  scene = fixture_end (&fixture);
  g_assert_nonnull (nida_scene_find (scene, "message"));
  fixture_clear (&fixture);
}

static void
test_values (void)
{
  Fixture fixture;
  g_autofree char *none = NULL, *money = NULL, *share = NULL, *count = NULL, *exact = NULL;
  NidaMark *mark;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 320, 200);
  none = nida_recipe_value (&fixture.recipe, NIDA_MEASURE_RECEIVED, NIDA_MONEY_NONE);
  money = nida_recipe_value (&fixture.recipe, NIDA_MEASURE_RECEIVED, 17064284000);
  exact = nida_recipe_value_exact (&fixture.recipe, NIDA_MEASURE_RECEIVED, 17064284000);
  share = nida_recipe_value (&fixture.recipe, NIDA_MEASURE_COVERAGE, 449600);
  count = nida_recipe_value (&fixture.recipe, NIDA_MEASURE_COUNT, 1204);
  g_assert_cmpstr (none, ==, "–");
  g_assert_cmpstr (money, ==, "$17.1M");
  g_assert_cmpstr (exact, ==, "$17,064,284");
  g_assert_cmpstr (share, ==, "45%");
  g_assert_cmpstr (count, ==, "1,204");
  mark = nida_recipe_mark (&fixture.recipe, "Kuwait", NIDA_MEASURE_RECEIVED, 17064284000);
  g_assert_cmpstr (nida_mark_get_exact (mark), ==, "$17,064,284");
  g_assert_cmpint (mark->money, ==, 17064284000);
  nida_mark_free (mark);
  fixture_clear (&fixture);
}

static void
test_items (void)
{
  Fixture fixture;
  NidaCubeItem several = { .name = (char *) "Multiple (2)", .n_members = 2 };
  NidaCubeItem nobody = { .name = (char *) "", .not_stated = TRUE };
  NidaCubeItem kuwait = { .name = (char *) "Kuwait", .arabic = (char *) "الكويت", .n_members = 1 };
  g_autofree char *a = NULL, *b = NULL, *c = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 320, 200);
  a = nida_recipe_item_name (&fixture.recipe, &several, NIDA_DATE_SHORT);
  b = nida_recipe_item_name (&fixture.recipe, &nobody, NIDA_DATE_SHORT);
  c = nida_recipe_item_name (&fixture.recipe, &kuwait, NIDA_DATE_SHORT);
  g_assert_cmpstr (a, ==, "Multiple (2)");
  g_assert_cmpstr (b, ==, "not stated");
  g_assert_nonnull (strstr (c, "Kuwait"));
  g_assert_cmpstr (nida_recipe_item_filter (&nobody), ==, "");
  g_assert_cmpstr (nida_recipe_item_filter (&kuwait), ==, "Kuwait");
  fixture_clear (&fixture);
}

static void
test_time (void)
{
  static const struct { const char *code; NidaTimeDirection direction; gboolean reversed; } cases[] = {
    { "en", NIDA_TIME_LTR, FALSE }, { "en", NIDA_TIME_RTL, TRUE }, { "en", NIDA_TIME_FOLLOW, FALSE },
    { "ar", NIDA_TIME_LTR, TRUE }, { "ar", NIDA_TIME_RTL, FALSE }, { "ar", NIDA_TIME_FOLLOW, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;

      fixture_init (&fixture, cases[i].code, cases[i].direction, 320, 200);
      g_assert_cmpint (nida_recipe_time_reversed (&fixture.recipe), ==, cases[i].reversed);
      fixture_clear (&fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recipe/frame/leaves-the-plot", test_frame);
  g_test_add_func ("/recipe/source/takes-lines-by-height", test_long_source);
  g_test_add_func ("/recipe/title/two-lines-beside-the-buttons", test_long_title);
  g_test_add_func ("/recipe/message/stands-in-place", test_message);
  g_test_add_func ("/recipe/tiny/has-a-plot", test_tiny);
  g_test_add_func ("/recipe/values/in-the-words-of-the-measure", test_values);
  g_test_add_func ("/recipe/items/names-and-filters", test_items);
  g_test_add_func ("/recipe/time/reversed-when-against-the-text", test_time);

  return g_test_run ();
}
