/* Which tiles a map has: all where their names have room, else fewer and larger ones; a region that is looked at alone fills it. */
#include "config.h"

#include "regions.h"
#include "sample.h"

#include <string.h>

static const SampleRow few[] = {
  { NIDA_KIND_PAID, "2026", .country = "SDN", .amount = 370000000, .donor = "Kuwait" },
  { NIDA_KIND_PAID, "2026", .country = "YEM", .amount = 185000000, .donor = "Qatar" },
  { NIDA_KIND_PAID, "2026", .country = "TCD", .amount = 0, .donor = "Kuwait" },
  { NIDA_KIND_PAID, "2026", .country = "SOM", .amount = 4000000, .donor = "Qatar" },
  { NIDA_KIND_PAID, "2026", .country = "SOM, SDN", .amount = 5000000, .donor = "Qatar" },
};

static guint
count_tiles (NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const char *key = nida_scene_get_node (scene, i)->key;

      n += g_str_has_prefix (key, "tile/") && strlen (key) == strlen ("tile/XX");
    }
  return n;
}

static NidaScene *
scene_of (const char  *region,
          NidaTileArea area,
          double       width,
          double       height,
          gboolean     arabic)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (few, G_N_ELEMENTS (few));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->tiles = area;
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  if (region != NULL)
    nida_query_add_filter (spec->query, NIDA_FIELD_REGION, region);
  return sample_scene (dataset, spec, (SampleFrame) { width, height, 1, arabic, NIDA_TIME_LTR });
}

/* The less room, the fewer tiles without a figure; all that have one stay. */
static void
test_room (void)
{
  const double widths[] = { 2400, 700, 480, 320 };

  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      guint before = G_MAXUINT;

      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          g_autoptr (NidaScene) scene = scene_of (NULL, NIDA_TILES_AUTO, widths[i], widths[i] * 0.6, arabic);
          guint n = count_tiles (scene);

          g_assert_nonnull (nida_scene_find (scene, "tile/SD"));
          g_assert_nonnull (nida_scene_find (scene, "tile/TD"));
          g_assert_cmpuint (n, <=, before);
          before = n;
        }
      g_assert_cmpuint (before, ==, 4);
    }
}

/* A world of which most lies in regions without a figure is these regions; who asked for the world has it, however small. */
static void
test_world (void)
{
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
  g_autoptr (NidaScene) few_regions = NULL, world = scene_of (NULL, NIDA_TILES_WORLD, 480, 320, TRUE);
  const SampleRow rows[] = { few[0], few[1], { NIDA_KIND_PAID, "2026", .country = "UGA", .amount = 5 } };

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  few_regions = sample_scene (dataset, spec, (SampleFrame) { 2400, 1400, 1, FALSE, NIDA_TIME_LTR });
  g_assert_nonnull (nida_scene_find (few_regions, "tile/KE"));
  g_assert_nonnull (nida_scene_find (few_regions, "tile/KW"));
  g_assert_null (nida_scene_find (few_regions, "tile/FR"));
  g_assert_cmpuint (count_tiles (world), ==, 194);
}

static void
test_region (void)
{
  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      g_autoptr (NidaScene) scene = scene_of ("Eastern Africa", NIDA_TILES_AUTO, 900, 500, arabic);
      g_autoptr (NidaScene) world = scene_of ("Eastern Africa", NIDA_TILES_WORLD, 900, 500, arabic);
      const NidaNode *somalia = nida_scene_find (scene, "tile/SO"), *uganda = nida_scene_find (scene, "tile/UG");

      g_assert_cmpuint (count_tiles (scene), ==, count_tiles (world));
      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        g_assert_cmpstr (nida_scene_get_node (scene, i)->key, !=, "tile/YE");
      g_assert_cmpint (somalia->mark->money, ==, 4000000 * NIDA_MONEY_UNIT);
      /* west is left in both languages, and words are in the middle */
      g_assert_cmpfloat (uganda->box.x, <, somalia->box.x);
      g_assert_cmpfloat (somalia->box.width, >, 90);
      g_assert_cmpuint (g_utf8_strlen (sample_text (scene, "label/UG"), -1), >, 2);
      g_assert_nonnull (nida_scene_find (scene, "tile/+several"));
    }
}

/* Small maps are of one grid, though each has figures of its own. */
static void
test_panels (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (few, G_N_ELEMENTS (few));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
  g_autoptr (GHashTable) times = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NidaScene) scene = NULL;
  GHashTableIter iter;
  gpointer n;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  spec->panels = NIDA_FIELD_DONOR;
  scene = sample_scene (dataset, spec, (SampleFrame) { 640, 300, 1, FALSE, NIDA_TIME_LTR });
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const char *tile = strstr (nida_scene_get_node (scene, i)->key, "tile/");

      if (tile != NULL && tile[strlen ("tile/")] != '+')
        g_hash_table_insert (times, (char *) tile, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (times, tile)) + 1));
    }
  g_assert_true (g_hash_table_contains (times, "tile/YE"));
  g_hash_table_iter_init (&iter, times);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-map-area/fewer-tiles-in-less-room", test_room);
  g_test_add_func ("/tile-map-area/the-world-where-it-is-asked-for", test_world);
  g_test_add_func ("/tile-map-area/a-region-fills-the-map", test_region);
  g_test_add_func ("/tile-map-area/small-maps-share-one", test_panels);
  return g_test_run ();
}
