/* test-legend.c tests legend.c. */
#include "legend.h"
#include "recipe-fixture.h"

static void
test_wraps (void)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      Fixture fixture;
      NidaLegendItem items[] = {
        nida_legend_item_received ("Received"), nida_legend_item_pledged ("Pledged"), nida_legend_item_gap ("Gap"),
        nida_legend_item_unknown ("Not stated"), nida_legend_item_series ("a", "A donor of a very long name that is long", NIDA_COLOR_SERIES_1),
      };
      g_autoptr (NidaScene) scene = NULL;
      double height;

      fixture_init (&fixture, arabic ? "ar" : "en", NIDA_TIME_LTR, 240, 200);
      height = nida_legend_emit (&fixture.recipe, items, G_N_ELEMENTS (items), 10, 10, 200);
      g_assert_cmpfloat (height, ==, nida_legend_get_height (&fixture.recipe, items, G_N_ELEMENTS (items), 200));
      scene = fixture_end (&fixture);
      g_assert_cmpfloat (height, >=, 2 * 18.0);
      fixture_assert_no_overlap (scene, "legend/");
      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i);

          g_assert_cmpfloat (node->box.x, >=, (arabic ? 30.0 : 10.0) - 1e-6);
          g_assert_cmpfloat (node->box.x + node->box.width, <=, (arabic ? 230.0 : 210.0) + 1e-6);
        }
      fixture_clear (&fixture);
    }
}

/* L12: the swatch stands at the start of its words. */
static void
test_start_side (void)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      Fixture fixture;
      NidaLegendItem items[] = { nida_legend_item_gap ("Gap"), { .id = "l", .label = "Line", .swatch = NIDA_SWATCH_LINE, .stroke = NIDA_COLOR_GOOD },
                                 { .id = "d", .label = "Dot", .swatch = NIDA_SWATCH_DOT, .fill = NIDA_COLOR_CARD, .stroke = NIDA_COLOR_RECEIVED } };
      g_autoptr (NidaScene) scene = NULL;

      fixture_init (&fixture, arabic ? "ar" : "en", NIDA_TIME_LTR, 300, 200);
      g_assert_cmpfloat (nida_legend_emit_column (&fixture.recipe, items, 3, 0, 0, 300), ==, 3 * 18.0);
      scene = fixture_end (&fixture);
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *swatch = g_strdup_printf ("legend/%s", items[i].id);
          g_autofree char *label = g_strdup_printf ("legend/%s/label", items[i].id);
          double from = nida_scene_find (scene, swatch)->box.x;
          double to = nida_scene_find (scene, label)->box.x;

          g_assert_true (arabic ? from > to : from < to);
        }
      fixture_clear (&fixture);
    }
}

static void
test_looks (void)
{
  NidaLegendItem gap = nida_legend_item_gap ("Gap");
  NidaNode node = { 0 };

  nida_legend_item_apply (&gap, &node);
  g_assert_cmpint (node.pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpint (node.fill, ==, NIDA_COLOR_GAP);
  g_assert_cmpint (node.stroke, ==, NIDA_COLOR_GAP_LINE);
}

static void
test_none (void)
{
  Fixture fixture;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 300, 200);
  g_assert_cmpfloat (nida_legend_get_height (&fixture.recipe, NULL, 0, 300), ==, 0.0);
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend/narrow/wraps-and-stays-inside", test_wraps);
  g_test_add_func ("/legend/swatch/is-at-the-start-of-its-words", test_start_side);
  g_test_add_func ("/legend/apply/marks-look-as-the-legend-says", test_looks);
  g_test_add_func ("/legend/nothing/takes-no-room", test_none);

  return g_test_run ();
}
