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

/* All countries of the world, in Arabic: names where most have room, written smaller and nearer together; else codes alone. */
static void
test_countries (void)
{
  const struct { double width, height; NidaTileArea area; gboolean named; } sizes[] = {
    { 1600, 900, NIDA_TILES_WORLD, TRUE }, { 1200, 450, NIDA_TILES_AUTO, TRUE }, { 800, 450, NIDA_TILES_WORLD, FALSE }
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NidaScene) scene = NULL;
      const char *sudan, *kuwait;

      spec->tiles = sizes[i].area;
      scene = sample_scene (dataset, spec, (SampleFrame) { sizes[i].width, sizes[i].height, 1, TRUE, NIDA_TIME_LTR });
      sudan = sample_text (scene, "label/SD");
      kuwait = sample_text (scene, "label/KW");

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

  for (guint i = 0; i < 4 * 18; i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
      g_autoptr (NidaScene) scene = NULL;
      double width = 240 + i / 4 * 80;

      spec->tiles = NIDA_TILES_WORLD;
      spec->query->by[spec->query->n_by++] = (NidaGroupBy) { fields[i / 2 % 2], NIDA_STEP_NONE };
      scene = sample_scene (dataset, spec, (SampleFrame) { width, width * 9 / 16, scales[i % 2], TRUE, NIDA_TIME_LTR });
      for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
        small[i % 2] |= nida_scene_get_node (scene, k)->font == NIDA_FONT_TILE;
    }
  g_assert_true (small[0]);
  g_assert_false (small[1]);
}

/* Every tile that has a figure has a name or code, whole, inside of the tile; returns how many have more than a code. */
static guint
assert_named (NidaScene *scene)
{
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  guint named = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *tile = nida_scene_get_node (scene, i), *label;
      const char *code = g_str_has_prefix (tile->key, "tile/") ? tile->key + strlen ("tile/") : "";
      g_autofree char *key = g_strconcat ("label/", code, NULL);
      double scale = nida_scene_get_scale (scene), width;

      if (strlen (code) != 2)
        continue;
      label = nida_scene_find (scene, key);
      if (label == NULL && tile->mark->n_fields == 0)
        continue;
      if (label == NULL)
        g_error ("no name on %s", tile->key);
      scale *= label->zoom;
      width = label->max_lines > 1 ? label->box.width : nida_measurer_width (measurer, label->text, label->font, scale);
      g_assert_cmpuint (nida_measurer_lines (measurer, label->text, label->font, scale, label->box.width + 0.01), <=, label->max_lines);
      g_assert_cmpfloat (width, <=, label->box.width + 0.01);
      g_assert_cmpfloat (label->box.height, >=, label->max_lines * nida_font_line_height (label->font, scale) - 0.01);
      g_assert_cmpfloat (label->box.height, <=, tile->box.height + 2.01 * nida_scene_get_scale (scene));
      g_assert_cmpfloat (width, <=, tile->box.width + 1.01 * nida_scene_get_scale (scene));
      named += strcmp (label->text, code) != 0;
    }
  return named;
}

/* No line of a hatch runs through a name: it stands on a plate, which is no larger than its tile. */
static void
assert_on_plates (NidaScene *scene)
{
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *label = nida_scene_get_node (scene, i), *plate, *tile;
      const char *code = g_str_has_prefix (label->key, "label/") ? label->key + strlen ("label/") : "";
      g_autofree char *plate_key = g_strconcat ("plate/", code, NULL), *tile_key = g_strconcat ("tile/", code, NULL);

      if (*code == '\0')
        continue;
      plate = nida_scene_find (scene, plate_key);
      tile = nida_scene_find (scene, tile_key);
      g_assert_cmpint (plate != NULL, ==, tile->pattern != NIDA_PATTERN_SOLID);
      if (plate == NULL)
        continue;
      g_assert_cmpint (plate->fill, ==, NIDA_COLOR_CARD);
      g_assert_null (plate->mark);
      g_assert_cmpfloat (plate->box.x, >=, tile->box.x);
      g_assert_cmpfloat (plate->box.x + plate->box.width, <=, tile->box.x + tile->box.width + 0.01);
      g_assert_cmpfloat (plate->box.y, >=, tile->box.y);
      if (label->max_lines == 1 && strlen (code) != strlen (label->text))
        g_assert_cmpfloat (plate->box.width, >=, nida_measurer_width (measurer, label->text, label->font, nida_scene_get_scale (scene) * label->zoom) - 0.01);
    }
}

/* The sizes of a slide, an export and a card, whose words grow with them. */
static void
test_whole (void)
{
  static const char * const more[] = { "NGA", "NER", "MLI", "BFA", "CAF", "COD", "COG", "SSD", "ETH", "SOM", "KEN", "UGA", "AFG", "PAK", "BGD", "IRN",
                                       "IRQ", "LBN", "JOR", "PSE", "ARE", "SAU", "BIH", "MDA", "COL", "VEN", "PER", "ECU", "HND", "GTM", "SLV", "PHL" };
  const struct { double width, height; guint least; } sizes[] = { { 600, 400, 30 }, { 900, 500, 30 }, { 1280, 720, 36 }, { 320, 240, 0 } };

  for (guint data = 0; data < 2; data++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
      {
        SampleRow rows[G_N_ELEMENTS (world) + G_N_ELEMENTS (more)];
        double width = sizes[i / 2].width, height = sizes[i / 2].height, growth = CLAMP (MIN (width / 648, height / 400), 1, 1.6);
        g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
        g_autoptr (NidaDataset) dataset = NULL;
        g_autoptr (NidaScene) scene = NULL;
        guint n = G_N_ELEMENTS (world);

        memcpy (rows, world, sizeof world);
        for (guint k = 0; data == 1 && k < G_N_ELEMENTS (more); k++)
          rows[n++] = (SampleRow) { NIDA_KIND_PAID, "2026", .country = more[k], .amount = 1000000 * (k + 1) };
        dataset = sample_dataset (rows, n);
        spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
        scene = sample_scene (dataset, spec, (SampleFrame) { width, height, 1, i % 2, NIDA_TIME_LTR, growth });
        sample_assert_tidy (scene, "names on tiles");
        assert_on_plates (scene);
        if (nida_scene_find (scene, "message") == NULL)
          g_assert_cmpuint (assert_named (scene), >=, data == 1 ? sizes[i / 2].least : sizes[i / 2].least > 0 ? 6 : 0);
      }
}

/* Who enlarges letters has codes at least, as large as others have them; a projector shows no letters that are too small. */
static void
test_enlarged (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
  g_autoptr (NidaScene) enlarged = NULL, projected = NULL;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  spec->tiles = NIDA_TILES_WORLD;
  enlarged = sample_scene (dataset, spec, (SampleFrame) { 560, 330, 2, TRUE, NIDA_TIME_LTR, 1 });
  projected = sample_scene (dataset, spec, (SampleFrame) { 560, 330, 2, TRUE, NIDA_TIME_LTR });
  g_assert_cmpstr (sample_text (enlarged, "label/SD"), ==, "SD");
  g_assert_cmpfloat (nida_font_size (nida_scene_find (enlarged, "label/SD")->font, 2 * nida_scene_find (enlarged, "label/SD")->zoom), >=,
                     nida_font_size (NIDA_FONT_SOURCE, 1) - 0.01);
  g_assert_null (nida_scene_find (projected, "label/SD"));
  sample_assert_tidy (enlarged, "enlarged codes");
}

/* A picture that grows does not make its letters larger for somebody; who wants larger letters has none that are small. */
static void
test_growth (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (world, G_N_ELEMENTS (world));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TILE_MAP);
  g_autoptr (NidaScene) grown = NULL, enlarged = NULL;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  spec->tiles = NIDA_TILES_WORLD;
  grown = sample_scene (dataset, spec, (SampleFrame) { 1280, 720, 1, TRUE, NIDA_TIME_LTR, 1.6 });
  enlarged = sample_scene (dataset, spec, (SampleFrame) { 800, 450, 1.6, TRUE, NIDA_TIME_LTR });
  g_assert_cmpint (nida_scene_find (grown, "label/SD")->font, ==, NIDA_FONT_TILE);
  g_assert_cmpstr (sample_text (grown, "label/SD"), !=, "SD");
  /* as small as in a picture of the usual size, no smaller */
  g_assert_cmpfloat (nida_scene_find (grown, "label/SD")->zoom * 1.6, >=, 0.999);
  g_assert_cmpstr (sample_text (enlarged, "label/SD"), ==, "SD");
  g_assert_cmpint (nida_scene_find (enlarged, "label/SD")->font, ==, NIDA_FONT_SOURCE);
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
  g_test_add_func ("/tile-names/countries/are-whole-and-inside", test_whole);
  g_test_add_func ("/tile-names/countries/are-small-in-large-pictures", test_growth);
  g_test_add_func ("/tile-names/countries/have-codes-for-who-enlarges-letters", test_enlarged);
  g_test_add_func ("/tile-names/projector/writes-none-smaller", test_projector);
  g_test_add_func ("/tile-names/regions/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/tile-names/golden", test_golden);
  return g_test_run ();
}
