/* tile-map-places.c: each country is one tile of the grid that the data call for, and what has none stands beside. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow world[] = {
  { NIDA_KIND_PAID, "2026", .country = "Sudan", .amount = 370000000 },
  { NIDA_KIND_PAID, "2026", .country = "Yemen", .amount = 185000000 },
  { NIDA_KIND_PAID, "2026", .country = "Ukraine", .amount = 448000000 },
  { NIDA_KIND_PAID, "2026", .country = "Atlantis", .amount = 3000000 },
  { NIDA_KIND_PAID, "2026", .country = "Puerto Rico", .amount = 2000000 },
  { NIDA_KIND_PAID, "2026", .amount = 90000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaTileArea     area)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->tiles = area;
  return sample_scene (dataset, spec, (SampleFrame) { 900, 520, 1, FALSE, NIDA_TIME_LTR });
}

/* Nothing is lost: what has no tile is listed, and the table has it all. */
static void
test_beside (void)
{
  g_autoptr (NidaScene) scene = scene_of (world, G_N_ELEMENTS (world), NIDA_TILES_AUTO);
  g_autoptr (NidaScene) arab = scene_of (world, G_N_ELEMENTS (world), NIDA_TILES_ARAB);

  g_assert_nonnull (strstr (sample_text (scene, "beside/Atlantis"), "Atlantis"));
  g_assert_nonnull (strstr (sample_text (scene, "beside/PR"), "Puerto Rico"));
  g_assert_cmpstr (sample_text (scene, "beside/+not-stated"), ==, "Country not stated");
  g_assert_cmpstr (sample_text (scene, "beside-value/+not-stated"), ==, "$90M");
  g_assert_cmpstr (nida_scene_find (scene, "tile/+not-stated")->mark->values[0], ==, "");
  g_assert_cmpint (sample_table_sum (scene, 1), ==, G_GINT64_CONSTANT (1098000000) * NIDA_MONEY_UNIT);
  /* on the map of the Arab countries Ukraine is beside, too */
  g_assert_null (nida_scene_find (arab, "tile/FR"));
  g_assert_nonnull (strstr (sample_text (arab, "beside/UA"), "Ukraine"));
  g_assert_cmpint (sample_table_sum (arab, 1), ==, G_GINT64_CONSTANT (1098000000) * NIDA_MONEY_UNIT);
}

static void
test_arab (void)
{
  g_autoptr (NidaScene) scene = scene_of (world, 2, NIDA_TILES_AUTO);

  g_assert_null (nida_scene_find (scene, "tile/FR"));
  g_assert_nonnull (nida_scene_find (scene, "tile/KW"));
  g_assert_nonnull (strstr (sample_text (scene, "label/SD"), "Sudan"));
  g_assert_cmpstr (sample_text (scene, "label/KW"), ==, "Kuwait");
}

/* One country that sources call by two names is one tile with the sum, which no filter by one of the names can stand for. */
static void
test_two_names (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .country = "Turkey", .amount = 5000000 },
    { NIDA_KIND_PAID, "2026", .country = "Türkiye", .amount = 7000000 },
    { NIDA_KIND_PAID, "2026", .country = "Ukraine", .amount = 1000000 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_TILES_AUTO);
  const NidaNode *tile = nida_scene_find (scene, "tile/TR");

  g_assert_cmpint (tile->mark->money, ==, 12000000 * NIDA_MONEY_UNIT);
  g_assert_cmpuint (tile->mark->n_fields, ==, 0);
  g_assert_cmpuint (nida_scene_find (scene, "tile/UA")->mark->n_fields, ==, 1);
  g_assert_cmpint (sample_table_sum (scene, 1), ==, 13000000 * NIDA_MONEY_UNIT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-map-places/beside/lists-what-has-no-tile", test_beside);
  g_test_add_func ("/tile-map-places/arab/is-chosen-for-arab-countries", test_arab);
  g_test_add_func ("/tile-map-places/two-names/are-one-tile", test_two_names);
  return g_test_run ();
}
