/* The names of a map of regions: all are written in one way, the largest that fits each of them, and never run into each other. */
#include "config.h"

#include "regions.h"
#include "sample.h"

#include <string.h>

static const SampleRow world[] = {
  { NIDA_KIND_PAID, "2026", .country = "SDN", .amount = 370000000 },
  { NIDA_KIND_PAID, "2026", .country = "YEM", .amount = 185000000 },
  { NIDA_KIND_PAID, "2026", .country = "SYR", .amount = 100000000 },
  { NIDA_KIND_PAID, "2026", .country = "UKR", .amount = 448000000 },
  { NIDA_KIND_PAID, "2026", .country = "HTI", .amount = 40000000 },
  { NIDA_KIND_PAID, "2026", .country = "TCD", .amount = 0 },
  { NIDA_KIND_PAID, "2026", .country = "MMR", .amount = 61000000 },
  { NIDA_KIND_PAID, "2026", .country = "Atlantis", .amount = 3000000 },
  { NIDA_KIND_PAID, "2026", .amount = 90000000 },
};

static NidaChartSpec *
spec_new (void)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_REGION, NIDA_STEP_NONE };
  return spec;
}

static NidaScene *
scene_of (double   width,
          double   height,
          gboolean arabic)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = spec_new ();

  return sample_scene (dataset, spec, (SampleFrame) { width, height, 1, arabic, NIDA_TIME_LTR });
}

static const char *
label_of (NidaScene  *scene,
          const char *region)
{
  g_autofree char *key = g_strconcat ("label/", nida_region_get_code (nida_region_from_name (region)), NULL);

  return sample_text (scene, key);
}

static void
test_ways (void)
{
  g_autoptr (NidaScene) wide = scene_of (1200, 700, FALSE), narrow = scene_of (560, 420, FALSE);
  g_autoptr (NidaScene) half = scene_of (480, 356, FALSE), small = scene_of (300, 200, FALSE);

  g_assert_cmpstr (label_of (wide, "South-eastern Asia"), ==, "South-eastern Asia");
  g_assert_cmpstr (sample_text (wide, "value/145"), ==, "$285M");
  g_assert_cmpint (nida_scene_find (wide, "label/145")->font, ==, NIDA_FONT_LABEL);
  g_assert_cmpstr (label_of (narrow, "South-eastern Asia"), ==, "SE Asia");
  g_assert_cmpstr (label_of (narrow, "Western Asia"), ==, "W. Asia");
  g_assert_nonnull (strstr (sample_text (small, "message"), "no room"));
  g_assert_cmpstr (label_of (half, "Northern America"), ==, "N. Am.");
}

/* Every region has a tile with its name, whatever the language; those of which nothing is recorded have no figure. */
static void
test_all_named (void)
{
  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    for (double width = 420; width < 1500; width *= 1.3)
      {
        g_autoptr (NidaScene) scene = scene_of (width, width * 0.6, arabic);
        NidaFont font = NIDA_FONT_SOURCE;

        if (nida_scene_find (scene, "message") != NULL)
          continue;
        for (guint region = 1; region <= NIDA_N_REGIONS; region++)
          {
            const char *code = nida_region_get_code (region);
            g_autofree char *key = g_strconcat ("label/", code, NULL), *tile = g_strconcat ("tile/", code, NULL);
            const NidaNode *label = nida_scene_find (scene, key);

            g_assert_nonnull (label);
            g_assert_true (region == 1 || label->font == font);
            font = label->font;
            if (strcmp (label->text, arabic ? nida_region_get_arabic (region) : nida_region_get_name (region)) != 0)
              g_assert_cmpstr (label->text, ==, nida_region_get_brief (region, arabic));
            g_assert_cmpfloat (label->box.height, <=, nida_scene_find (scene, tile)->box.height + 2.01);
          }
        g_assert_null (nida_scene_find (scene, "value/061"));
      }
}

/* Countries of the world, in Arabic: names where most have room, written smaller; else codes alone. */
static void
test_countries (void)
{
  const struct { double width, height; gboolean named; } sizes[] = { { 1600, 900, TRUE }, { 800, 450, FALSE } };
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { sizes[i].width, sizes[i].height, 1, TRUE, NIDA_TIME_LTR });
      const char *sudan = sample_text (scene, "label/SD"), *kuwait = sample_text (scene, "label/KW");

      g_assert_nonnull (sudan);
      g_assert_cmpint (strcmp (sudan, "SD") != 0, ==, sizes[i].named);
      /* also of which nothing is recorded */
      g_assert_cmpint (strcmp (kuwait, "KW") != 0, ==, sizes[i].named);
    }
}

static void
test_projector (void)
{
  const NidaField fields[] = { NIDA_FIELD_COUNTRY, NIDA_FIELD_REGION };
  const double scales[] = { 1, 1.64 };
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  gboolean small[] = { FALSE, FALSE };

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
      g_autoptr (NidaScene) scene = NULL;
      double width = i / 4 == 0 ? 480 : i / 4 == 1 ? 1300 : 1600;

      spec->query->by[spec->query->n_by++] = (NidaGroupBy) { fields[i / 2 % 2], NIDA_STEP_NONE };
      scene = sample_scene (dataset, spec, (SampleFrame) { width, width * 9 / 16, scales[i % 2], TRUE, NIDA_TIME_LTR });
      for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
        small[i % 2] |= nida_scene_get_node (scene, k)->font == NIDA_FONT_TILE;
    }
  g_assert_true (small[0]);
  g_assert_false (small[1]);
}

static void
test_tidy (void)
{
  static const char * const places[] = { "SDN", "SYR", "TUR", "UKR", "HTI", "TCD", "FJI", "AUS", "SYR, TUR", "SDN, SYR", "Global", NULL };
  g_autoptr (NidaChartSpec) spec = spec_new ();

  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NidaDataset) dataset = NULL;
      SampleRow rows[40];
      guint n = g_rand_int_range (random, 1, G_N_ELEMENTS (rows));

      for (guint i = 0; i < n; i++)
        rows[i] = (SampleRow) { NIDA_KIND_PAID, "2026", .country = places[g_rand_int_range (random, 0, G_N_ELEMENTS (places))],
                                .amount = (gint64) g_rand_int_range (random, 0, 2000) * g_rand_int_range (random, 1, 900000) };
      dataset = sample_dataset (rows, n);
      sample_assert_tidy_everywhere (dataset, spec, "regions");
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = spec_new ();

  sample_assert_goldens (dataset, spec, (SampleFrame) { 800, 450, 1, FALSE, NIDA_TIME_LTR }, "tile-map-regions");
  sample_assert_goldens (dataset, spec, SAMPLE_NARROW, "tile-map-regions-narrow");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-names/regions/are-written-smaller-and-in-fewer-letters", test_ways);
  g_test_add_func ("/tile-names/regions/all-are-named-in-one-way", test_all_named);
  g_test_add_func ("/tile-names/countries/are-named-where-most-have-room", test_countries);
  g_test_add_func ("/tile-names/projector/writes-none-smaller", test_projector);
  g_test_add_func ("/tile-names/regions/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/tile-names/golden", test_golden);
  return g_test_run ();
}
