/* Countries as tiles: each once and in its place, whatever the language; zero, nothing and what has no tile stay apart. */
#include "config.h"

#include "regions.h"
#include "sample.h"
#include "tile-grid.h"
#include "words.h"

#include <string.h>

static const SampleRow world[] = {
  { NIDA_KIND_PAID, "2026", .country = "Sudan", .amount = 370000000 },
  { NIDA_KIND_PAID, "2026", .country = "Yemen", .amount = 185000000 },
  { NIDA_KIND_PAID, "2026", .country = "Ukraine", .amount = 448000000 },
  { NIDA_KIND_PAID, "2026", .country = "Haiti", .amount = 40000000 },
  { NIDA_KIND_PAID, "2026", .country = "Chad", .amount = 0 },
  { NIDA_KIND_PAID, "2026", .country = "Atlantis", .amount = 3000000 },
  { NIDA_KIND_PAID, "2026", .country = "Puerto Rico", .amount = 2000000 },
  { NIDA_KIND_PAID, "2026", .amount = 90000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaTileArea     area,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->tiles = area;
  return sample_scene (dataset, spec, frame);
}

static const NidaNode *
node_at (NidaScene  *scene,
         const char *key)
{
  const NidaNode *node = nida_scene_find (scene, key);

  if (node == NULL)
    g_error ("no node %s", key);
  return node;
}

/* Each code is that of a country and stands once; the Arab countries are all in the world. */
static void
test_grids (void)
{
  const guint counts[] = { [NIDA_TILES_WORLD] = 194, [NIDA_TILES_ARAB] = 22 };
  g_autoptr (GHashTable) world_codes = NULL;

  for (NidaTileArea area = NIDA_TILES_WORLD; area <= NIDA_TILES_ARAB; area++)
    {
      const NidaTileGrid *grid = nida_tile_grid_get (area);
      GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
      char code[4];

      for (guint row = 0; row < nida_tile_grid_get_rows (grid); row++)
        for (guint column = 0; column < nida_tile_grid_get_columns (grid); column++)
          if (nida_tile_grid_get_code (grid, row, column, code))
            {
              const char *known = nida_words_country_code (code);

              if (known == NULL || !g_hash_table_add (codes, (char *) known))
                g_error ("%s is no country, or stands twice", code);
              g_assert_true (world_codes == NULL || g_hash_table_contains (world_codes, known));
            }
      g_assert_cmpuint (g_hash_table_size (codes), ==, counts[area]);
      if (world_codes == NULL)
        world_codes = codes;
      else
        g_hash_table_unref (codes);
    }
}

/* Each region of the world has a place, once. */
static void
test_grid_of_regions (void)
{
  const NidaTileGrid *grid = nida_tile_grid_get_regions ();
  guint seen = 0, n = 0;
  char code[4];

  for (guint row = 0; row < nida_tile_grid_get_rows (grid); row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (grid); column++)
      if (nida_tile_grid_get_code (grid, row, column, code))
        {
          guint region = nida_region_from_name (code);

          g_assert_cmpuint (region, !=, 0);
          seen |= 1u << region;
          n++;
        }
  g_assert_cmpuint (n, ==, NIDA_N_REGIONS);
  g_assert_cmpuint (seen, ==, ((1u << NIDA_N_REGIONS) - 1) << 1);
}

static const SampleRow regions[] = {
  { NIDA_KIND_PAID, "2026", .country = "SYR", .amount = 100 },
  { NIDA_KIND_PAID, "2026", .country = "TUR", .amount = 20 },
  { NIDA_KIND_PAID, "2026", .country = "HTI", .amount = 60 },
  { NIDA_KIND_PAID, "2026", .country = "SYR, TUR", .amount = 5 },
  { NIDA_KIND_PAID, "2026", .country = "HTI, SYR", .amount = 7 },
  { NIDA_KIND_PAID, "2026", .country = "HTI, SYR, SDN", .amount = 11 },
  { NIDA_KIND_PAID, "2026", .country = "SDN", .amount = 50 },
  { NIDA_KIND_PAID, "2026", .country = "Global", .amount = 30 },
  { NIDA_KIND_PAID, "2026", .amount = 3 },
};

static void
assert_off_tiles (NidaScene *scene,
                  NidaBox    box)
{
  for (guint region = 1; region <= NIDA_N_REGIONS; region++)
    {
      g_autofree char *key = g_strconcat ("tile/", nida_region_get_code (region), NULL);
      NidaBox tile = node_at (scene, key)->box;

      g_assert_true (tile.x + tile.width <= box.x || box.x + box.width <= tile.x || tile.y + tile.height <= box.y || box.y + box.height <= tile.y);
    }
}

/* Regions sum up their countries; what lies in none, and what is given to several, is said beside. */
static void
test_regions (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (regions, G_N_ELEMENTS (regions));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_REGION, NIDA_STEP_NONE };
  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { 900, 480, 1, arabic, NIDA_TIME_LTR });
      const NidaNode *asia = node_at (scene, "tile/145"), *caribbean = node_at (scene, "tile/029");

      g_assert_cmpint (asia->mark->money, ==, 125 * NIDA_MONEY_UNIT);
      g_assert_cmpint (asia->mark->fields[0], ==, NIDA_FIELD_REGION);
      g_assert_cmpstr (asia->mark->values[0], ==, "Western Asia");
      g_assert_cmpint (node_at (scene, "tile/+several")->mark->money, ==, 18 * NIDA_MONEY_UNIT);
      g_assert_cmpint (node_at (scene, "tile/+not-stated")->mark->money, ==, 33 * NIDA_MONEY_UNIT);
      g_assert_cmpstr (sample_text (scene, "beside/+not-stated"), ==, "No region");
      g_assert_cmpint (sample_table_sum (scene, 1), ==, 286 * NIDA_MONEY_UNIT);
      assert_off_tiles (scene, node_at (scene, "beside/+several")->box);
      assert_off_tiles (scene, node_at (scene, "beside-value/+not-stated")->box);
      /* west is left */
      g_assert_cmpfloat (caribbean->box.x, <, asia->box.x);
      g_assert_cmpfloat_with_epsilon (caribbean->box.width, asia->box.width, 0.01);
      g_assert_cmpfloat_with_epsilon (caribbean->box.height, asia->box.height, 0.01);
    }
}

static void
test_kinds (void)
{
  g_autoptr (NidaScene) scene = scene_of (world, G_N_ELEMENTS (world), NIDA_TILES_WORLD, SAMPLE_WIDE);
  const NidaNode *zero = node_at (scene, "tile/TD"), *nothing = node_at (scene, "tile/FR");

  g_assert_cmpint (node_at (scene, "tile/UA")->fill, ==, NIDA_COLOR_HEAT_5);
  g_assert_cmpint (node_at (scene, "tile/UA")->pattern, ==, NIDA_PATTERN_SOLID);
  g_assert_cmpint (zero->fill, ==, NIDA_COLOR_CARD);
  g_assert_cmpint (nothing->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpstr (nida_mark_get_label (nothing->mark), !=, "FR");
  g_assert_cmpuint (nothing->mark->n_fields, ==, 0);
  g_assert_nonnull (nida_scene_find (scene, "legend/step/1"));
  g_assert_nonnull (nida_scene_find (scene, "legend/zero"));
  g_assert_nonnull (nida_scene_find (scene, "legend/unknown"));
}

/* West is left in both languages, and the list stands in the free corner of the east. */
static void
test_not_mirrored (void)
{
  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      SampleFrame frame = { 900, 420, 1, arabic, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = scene_of (world, G_N_ELEMENTS (world), NIDA_TILES_WORLD, frame);
      const NidaNode *sudan = node_at (scene, "tile/SD"), *listed = node_at (scene, "tile/+not-stated");

      g_assert_cmpfloat (node_at (scene, "tile/HT")->box.x, <, sudan->box.x);
      g_assert_cmpfloat (sudan->box.x, <, node_at (scene, "tile/YE")->box.x);
      g_assert_cmpfloat (node_at (scene, "tile/UA")->box.y, <, sudan->box.y);
      g_assert_cmpfloat (listed->box.x, >, sudan->box.x);
    }
}

static void
test_equal_tiles (void)
{
  g_autoptr (NidaScene) scene = scene_of (world, G_N_ELEMENTS (world), NIDA_TILES_WORLD, SAMPLE_WIDE);
  const NidaBox first = node_at (scene, "tile/UA")->box;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      const char *code = g_str_has_prefix (node->key, "tile/") ? node->key + strlen ("tile/") : "";

      if (strlen (code) != 2 || strcmp (code, "PR") == 0)
        continue;
      g_assert_cmpfloat_with_epsilon (node->box.width, first.width, 0.01);
      g_assert_cmpfloat_with_epsilon (node->box.height, first.height, 0.01);
    }
  g_assert_cmpfloat (first.width, >=, first.height);
}

static double
map_width (NidaScene *scene)
{
  double first = G_MAXDOUBLE, last = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!g_str_has_prefix (node->key, "tile/"))
        continue;
      first = MIN (first, node->box.x);
      last = MAX (last, node->box.x + node->box.width);
    }
  return last - first;
}

/* The few rows of the list stand in the free corner, so that the map has all of the width, in both languages. */
static void
test_corner (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->tiles = NIDA_TILES_WORLD;
  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { 900, 500, 1, arabic, NIDA_TIME_LTR });

      g_assert_cmpfloat (map_width (scene), >, 820);
      g_assert_cmpfloat (node_at (scene, "tile/+not-stated")->box.y, <, node_at (scene, "tile/UA")->box.y + 3 * node_at (scene, "tile/UA")->box.height);
    }
}

static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (world, G_N_ELEMENTS (world), NIDA_TILES_WORLD, SAMPLE_WIDE);
  const NidaMark *sudan = node_at (scene, "tile/SD")->mark;

  g_assert_cmpint (sudan->fields[0], ==, NIDA_FIELD_COUNTRY);
  g_assert_cmpstr (sudan->values[0], ==, "Sudan");
  g_assert_cmpstr (nida_mark_get_value (sudan), ==, "$370M");
  g_assert_nonnull (strstr (nida_scene_get_title (scene), "Ukraine"));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "Map of equal tiles"));
}

static void
test_refusals (void)
{
  const SampleRow bare[] = { { NIDA_KIND_PAID, "2026", .amount = 1000 } };
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
  g_autoptr (NidaScene) none = scene_of (NULL, 0, NIDA_TILES_AUTO, SAMPLE_WIDE), unnamed = scene_of (bare, 1, NIDA_TILES_AUTO, SAMPLE_WIDE);
  g_autoptr (NidaScene) card = scene_of (world, G_N_ELEMENTS (world), NIDA_TILES_AUTO, SAMPLE_CARD), donors = NULL;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  donors = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_nonnull (strstr (sample_text (none, "message"), "no such figure"));
  g_assert_nonnull (strstr (sample_text (unnamed, "message"), "No source names a country"));
  g_assert_nonnull (strstr (sample_text (card, "message"), "no room"));
  g_assert_nonnull (strstr (sample_text (donors, "message"), "A map needs countries"));
}

static void
test_tidy (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world)), arab = sample_dataset (world, 2);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  sample_assert_tidy_everywhere (dataset, spec, "the world");
  sample_assert_tidy_everywhere (arab, spec, "Arab countries");
  spec->tiles = NIDA_TILES_ARAB;
  sample_assert_tidy_everywhere (dataset, spec, "Arab countries and others");
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world)), arab = sample_dataset (world, 2);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  sample_assert_goldens (dataset, spec, (SampleFrame) { 800, 450, 1, FALSE, NIDA_TIME_LTR }, "tile-map-world");
  sample_assert_goldens (arab, spec, SAMPLE_NARROW, "tile-map-arab");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-map/grids/each-country-stands-once", test_grids);
  g_test_add_func ("/tile-map/grids/each-region-stands-once", test_grid_of_regions);
  g_test_add_func ("/tile-map/regions/add-up-their-countries", test_regions);
  g_test_add_func ("/tile-map/kinds/zero-and-nothing-are-not-alike", test_kinds);
  g_test_add_func ("/tile-map/rtl/west-is-left", test_not_mirrored);
  g_test_add_func ("/tile-map/tiles/are-of-one-size", test_equal_tiles);
  g_test_add_func ("/tile-map/beside/stands-in-the-free-corner", test_corner);
  g_test_add_func ("/tile-map/marks/filter-by-their-country", test_marks);
  g_test_add_func ("/tile-map/refusals/explain-themselves", test_refusals);
  g_test_add_func ("/tile-map/everywhere/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/tile-map/golden", test_golden);
  return g_test_run ();
}
