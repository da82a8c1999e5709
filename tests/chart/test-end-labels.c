/* test-end-labels.c tests end-labels.c: names at the ends of lines never touch, and keep their order. */
#include "end-labels.h"

#include "recipe-fixture.h"

static NidaEndLabel *
make_labels (GRand *random,
             guint  n,
             char **names)
{
  NidaEndLabel *labels = g_new0 (NidaEndLabel, n);

  for (guint i = 0; i < n; i++)
    {
      names[i] = g_strdup_printf ("Donor number %u", i);
      labels[i] = (NidaEndLabel) { .id = names[i], .name = names[i], .y = g_rand_double_range (random, 0, 300),
                                   .value = g_strdup ("$12M"), .color = NIDA_COLOR_SERIES_1 };
    }
  return labels;
}

static void
test_apart (void)
{
  for (guint seed = 0; seed < 500; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      guint n = g_rand_int_range (random, 1, 13);
      g_auto (GStrv) names = g_new0 (char *, n + 1);
      g_autofree NidaEndLabel *labels = make_labels (random, n, names);
      NidaAnchor side = seed % 2 ? NIDA_ANCHOR_START : NIDA_ANCHOR_END;
      g_autoptr (NidaScene) scene = NULL;
      NidaTimeFrame frame;
      Fixture fixture;

      fixture_init (&fixture, seed % 3 == 0 ? "ar" : "en", NIDA_TIME_LTR, 600, 300);
      nida_time_frame_init (&frame, &fixture.recipe);
      g_assert_true (nida_end_labels_place (&fixture.recipe, labels, n, 0, 300));
      nida_end_labels_emit (&frame, labels, n, side == NIDA_ANCHOR_START ? 300 : 290, 250, side, "end");
      scene = fixture_end (&fixture);
      fixture_assert_no_overlap (scene, "end/");
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *key = g_strconcat ("end/", labels[i].id, NULL);
          const NidaNode *node = nida_scene_find (scene, key);

          g_assert_cmpfloat (node->box.y, >=, -0.01);
          g_assert_cmpfloat (node->box.y + node->box.height, <=, 300.01);
          if (i > 0)
            g_assert_cmpfloat (labels[i - 1].y, <=, labels[i].y);
        }
      nida_end_labels_clear (labels, n);
      nida_time_frame_clear (&frame);
      fixture_clear (&fixture);
    }
}

static void
test_no_room (void)
{
  NidaEndLabel labels[3] = { { .id = "a", .name = "a", .y = 1 }, { .id = "b", .name = "b", .y = 2 }, { .id = "c", .name = "c", .y = 3 } };
  Fixture fixture;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 600, 300);
  g_assert_false (nida_end_labels_place (&fixture.recipe, labels, 3, 0, 40));
  fixture_clear (&fixture);
}

/* The figure gives way before the name does. */
static void
test_narrow (void)
{
  NidaEndLabel label = { .id = "a", .name = "United States", .value = (char *) "$2.18B", .y = 20, .color = NIDA_COLOR_SERIES_1 };
  double room[] = { 300, 110, 60 };
  const char *expected[] = { "United States $2.18B", "United States", "United States" };

  for (guint i = 0; i < G_N_ELEMENTS (room); i++)
    {
      g_autoptr (NidaScene) scene = NULL;
      NidaTimeFrame frame;
      Fixture fixture;

      fixture_init (&fixture, "en", NIDA_TIME_LTR, 600, 300);
      nida_time_frame_init (&frame, &fixture.recipe);
      g_assert_true (nida_end_labels_place (&fixture.recipe, &label, 1, 0, 300));
      nida_end_labels_emit (&frame, &label, 1, 100, room[i], NIDA_ANCHOR_START, "end");
      scene = fixture_end (&fixture);
      g_assert_cmpstr (nida_scene_find (scene, "end/a")->text, ==, expected[i]);
      g_assert_cmpfloat (nida_scene_find (scene, "end/a")->box.width, <=, room[i]);
      nida_time_frame_clear (&frame);
      fixture_clear (&fixture);
    }
}

static NidaEndLabel
label_of (const char *id,
          const char *value,
          double      y)
{
  return (NidaEndLabel) { .id = id, .name = id, .value = g_strdup (value), .y = y, .color = NIDA_COLOR_SERIES_1 };
}

/* What is cut at both ends names nobody at either: the newer end has the names, the older one the figures. */
static void
test_share (void)
{
  const double room[] = { 90, 200 };
  const char *older[] = { "$1M", "United States $1M" }, *newer[] = { "United States", "United States $2M" };

  for (guint i = 0; i < G_N_ELEMENTS (room); i++)
    {
      NidaEndLabel first[] = { label_of ("United States", "$1M", 20), label_of ("Gone", "$3M", 60) };
      NidaEndLabel second[] = { label_of ("United States", "$2M", 20) };
      const guint n[] = { 2, 1 };
      double widths[2];
      g_autofree char *shared = NULL, *gone = NULL;
      Fixture fixture;

      fixture_init (&fixture, "en", NIDA_TIME_LTR, 600, 300);
      nida_end_labels_share (&fixture.recipe, (NidaEndLabel *[]) { first, second }, n, room[i], widths);
      shared = nida_end_label_text (&first[0]);
      gone = nida_end_label_text (&first[1]);
      g_assert_cmpstr (shared, ==, older[i]);
      g_assert_cmpstr (gone, ==, "Gone $3M");            /* named nowhere else */
      g_assert_true (g_str_has_prefix (newer[i], "United States"));
      g_assert_cmpfloat (widths[0] + widths[1], <=, 2 * room[i]);
      g_assert_cmpfloat (widths[1], >=, nida_recipe_text_width (&fixture.recipe, newer[i], NIDA_FONT_VALUE));
      nida_end_labels_clear (first, 2);
      nida_end_labels_clear (second, 1);
      fixture_clear (&fixture);
    }
}

/* A year and a figure are two numbers, also where the year is isolated; and a label keeps its figure in the width that it asked for. */
static void
test_year (void)
{
  const double scales[] = { 1, 1.64, 2.3 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      NidaEndLabel label = { .id = "a", .name = "\u20682022\u2069", .value = g_strdup ("$30.3M"), .y = 20, .color = NIDA_COLOR_SERIES_1 };
      g_autoptr (NidaScene) scene = NULL;
      NidaTimeFrame frame;
      Fixture fixture;
      double width;

      fixture_init (&fixture, "ar", NIDA_TIME_LTR, 900, 300);
      fixture.recipe.scale = scales[i];
      nida_time_frame_init (&frame, &fixture.recipe);
      width = nida_end_labels_width (&fixture.recipe, &label, 1, 900);
      g_assert_true (nida_end_labels_place (&fixture.recipe, &label, 1, 0, 300));
      nida_end_labels_emit (&frame, &label, 1, 100, width, NIDA_ANCHOR_START, "end");
      scene = fixture_end (&fixture);
      g_assert_cmpstr (nida_scene_find (scene, "end/a")->text, ==, "\u20682022\u2069: $30.3M");
      nida_time_frame_clear (&frame);
      fixture_clear (&fixture);
      nida_end_labels_clear (&label, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/end-labels/random/never-touch-and-keep-their-order", test_apart);
  g_test_add_func ("/end-labels/no-room/says-so", test_no_room);
  g_test_add_func ("/end-labels/narrow/figure-gives-way-before-the-name", test_narrow);
  g_test_add_func ("/end-labels/both-ends/names-stand-at-the-newer-alone-where-they-have-too-little-room", test_share);
  g_test_add_func ("/end-labels/year/is-parted-from-its-figure-at-every-scale", test_year);
  return g_test_run ();
}
