/* Shades: classes that can be read, zero that is not nothing, what is left when there is no room. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2022", .category = "Health", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 4000000 },
  { NIDA_KIND_PAID, "2023", .category = "Food", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 23000000 },
  { NIDA_KIND_PAID, "2025", .category = "Food", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 150000000 },
  { NIDA_KIND_PAID, "2023", .category = "Food", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 0 },
  { NIDA_KIND_PAID, "2025", .category = "Health", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 600000 },
  { NIDA_KIND_PAID, "2024", .category = "Health", .donor = "Donor 3", .donor_ar = "المانح 3", .amount = -2000 },
  { NIDA_KIND_PAID, "2025", .category = "Health", .donor = "Donor 3", .donor_ar = "المانح 3", .amount = 70000 },
  { NIDA_KIND_PAID, "2025", .donor = "Donor 4", .amount = 900000 },
};

static NidaScene *
scene_of (SampleFrame frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);

  return sample_scene (dataset, spec, frame);
}

static void
test_ink (void)
{
  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      for (NidaColor heat = NIDA_COLOR_HEAT_1; heat <= NIDA_COLOR_HEAT_5; heat++)
        g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, heat),
                                               nida_palette_get (theme, nida_palette_ink (theme, heat))), >=, 4.5);
      g_assert_cmpfloat (nida_rgba_contrast (nida_palette_get (theme, NIDA_COLOR_CARD),
                                             nida_palette_get (theme, NIDA_COLOR_REFUSED)), >=, 4.5);
    }
}

static void
test_kinds (void)
{
  g_autoptr (NidaScene) scene = scene_of (SAMPLE_WIDE);
  const NidaNode *none = nida_scene_find (scene, "cell/Donor 2|2022"), *zero = nida_scene_find (scene, "cell/Donor 2|2023");
  const NidaNode *most = nida_scene_find (scene, "cell/Donor 1|2025"), *least = nida_scene_find (scene, "cell/Donor 3|2025");
  const NidaNode *below = nida_scene_find (scene, "cell/Donor 3|2024");

  g_assert_cmpint (none->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_null (sample_text (scene, "value/Donor 2|2022"));
  g_assert_cmpint (zero->fill, ==, NIDA_COLOR_CARD);
  g_assert_cmpstr (sample_text (scene, "value/Donor 2|2023"), ==, "0");
  g_assert_cmpint (most->fill, ==, NIDA_COLOR_HEAT_5);
  g_assert_cmpstr (sample_text (scene, "value/Donor 1|2025"), ==, "$150M");
  g_assert_cmpint (least->fill, ==, NIDA_COLOR_HEAT_1);
  g_assert_cmpint (below->stroke, ==, NIDA_COLOR_REFUSED);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (nida_scene_find (scene, ((const char *[]) { "legend/negative", "legend/zero", "legend/unknown" })[i]));
  g_assert_nonnull (nida_scene_find (scene, "legend/step/1"));
}

static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (SAMPLE_WIDE);
  const NidaMark *mark = nida_scene_find (scene, "cell/Donor 1|2025")->mark;

  g_assert_cmpuint (mark->n_fields, ==, 2);
  g_assert_cmpint (mark->fields[0], ==, NIDA_FIELD_DONOR);
  g_assert_cmpstr (mark->values[0], ==, "Donor 1");
  g_assert_cmpint (mark->fields[1], ==, NIDA_FIELD_DATE);
  g_assert_cmpstr (mark->values[1], ==, "2025");
  g_assert_cmpstr (nida_mark_get_exact (mark), ==, "$150,000,000");
  g_assert_cmpstr (nida_mark_get_lines (nida_scene_find (scene, "cell/Donor 2|2022")->mark)[0], ==, "Nothing is recorded.");
  g_assert_cmpint (sample_table_sum (scene, 2), ==, G_GINT64_CONSTANT (178568000) * NIDA_MONEY_UNIT);
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "4 donors by 2022"));
}

/* Names stand at the right, years still run from left to right unless somebody wants it otherwise. */
static void
test_directions (void)
{
  SampleFrame frame = SAMPLE_WIDE;

  for (NidaTimeDirection time = NIDA_TIME_LTR; time <= NIDA_TIME_FOLLOW; time++)
    {
      g_autoptr (NidaScene) scene = NULL;
      double first, last;

      frame.arabic = TRUE;
      frame.time = time;
      scene = scene_of (frame);
      first = nida_scene_find (scene, "cell/Donor 1|2022")->box.x;
      last = nida_scene_find (scene, "cell/Donor 1|2025")->box.x;
      g_assert_true (time == NIDA_TIME_LTR ? first < last : first > last);
      g_assert_cmpfloat (nida_scene_find (scene, "label/Donor 1")->box.x, >, MAX (first, last));
    }
}

static void
test_names (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
  g_autoptr (NidaScene) scene = NULL;

  spec->query->by[0].field = NIDA_FIELD_DONOR;
  spec->query->by[1].field = NIDA_FIELD_CATEGORY;
  spec->query->n_by = 2;
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_nonnull (nida_scene_find (scene, "cell/Donor 1|Food"));
  g_assert_cmpstr (sample_text (scene, "head/Food"), ==, "Food");
  g_assert_nonnull (nida_scene_find (scene, "head/+not-stated"));
  g_assert_nonnull (strstr (sample_text (scene, "subtitle"), "Received by donor and by cluster"));
}

static void
test_empty (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, 0);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
  g_autoptr (NidaScene) scene = sample_scene (dataset, spec, SAMPLE_WIDE);

  g_assert_nonnull (nida_scene_find (scene, "message"));
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);

  spec->query->by[0].field = NIDA_FIELD_DONOR;
  spec->query->by[1].field = NIDA_FIELD_CATEGORY;
  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 6000, seed % 3 == 0, seed % 4 == 0);
      g_autofree char *what = g_strdup_printf ("heatmap, seed %u", seed);

      spec->query->n_by = seed % 2 * 2;
      spec->measure = seed % 3 == 0 ? NIDA_MEASURE_COVERAGE : NIDA_MEASURE_RECEIVED;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static guint
count_figures (NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    n += g_str_has_prefix (nida_scene_get_node (scene, i)->key, "value/");
  return n;
}

/* Names become smaller before cells that are a little too narrow lose their figures. */
static void
test_small_names (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2024", .donor = "Donor of a long name 1", .amount = 26900000 },
    { NIDA_KIND_PAID, "2025", .donor = "Donor of a long name 1", .amount = 26900000 },
    { NIDA_KIND_PAID, "2026", .donor = "Donor of a long name 2", .amount = 26900000 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
  gboolean small = FALSE;

  for (double width = 420; width >= 200; width -= 4)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { width, 240, 1, FALSE, NIDA_TIME_LTR });
      const NidaNode *label = nida_scene_find (scene, "label/Donor of a long name 1");

      sample_assert_tidy (scene, "small names");
      if (label != NULL && label->font == NIDA_FONT_SOURCE && label->text[strlen (label->text) - 1] == '1')
        small |= count_figures (scene) == 3;
    }
  g_assert_true (small);
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "heatmap");
}

/* What has little room keeps the key of what nobody knows by himself, before that of the shades. */
static void
test_small (void)
{
  const struct { double width, height; gboolean steps; } sizes[] = { { 400, 200, FALSE }, { 480, 210, FALSE }, { 640, 420, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NidaScene) scene = scene_of ((SampleFrame) { sizes[i].width, sizes[i].height, 1, FALSE, NIDA_TIME_LTR });
      gboolean hatched = FALSE;

      for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
        hatched |= nida_scene_get_node (scene, k)->pattern == NIDA_PATTERN_HATCH && g_str_has_prefix (nida_scene_get_node (scene, k)->key, "cell/");
      g_assert_true (hatched);
      g_assert_nonnull (nida_scene_find (scene, "legend/unknown/label"));
      g_assert_cmpint (nida_scene_find (scene, "legend/step/1") != NULL, ==, sizes[i].steps);
    }
}

/* In narrow cells figures are written smaller before they go, but for those who see or show everything larger. */
static void
test_narrow_cells (void)
{
  const struct { double scale, growth; } letters[] = { { 1, 1 }, { 1.64, 1 }, { 1, 1.6 } };      /* the last of a large picture */
  guint small[] = { 0, 0, 0 };

  for (double width = 300; width < 900; width += 20)
    for (guint i = 0; i < 3; i++)
      {
        g_autoptr (NidaScene) scene = scene_of ((SampleFrame) { width, 400, letters[i].scale, TRUE, NIDA_TIME_LTR, letters[i].growth });

        for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
          small[i] += nida_scene_get_node (scene, k)->font == NIDA_FONT_TILE;
        sample_assert_tidy (scene, "narrow cells");
      }
  g_assert_cmpuint (small[0], >, 0);
  g_assert_cmpuint (small[1], ==, 0);
  g_assert_cmpuint (small[2], >, 0);
}

/* Where words of amounts have no room, the figures share a unit, which stands once; no figure is nothing then that is not. */
static void
test_in_unit (void)
{
  guint shared = 0;

  for (double width = 240; width < 700; width += 8)
    {
      g_autoptr (NidaScene) scene = scene_of ((SampleFrame) { width, 200, 1, TRUE, NIDA_TIME_LTR });
      gboolean in_unit = nida_scene_find (scene, "unit") != NULL;

      shared += in_unit;
      g_assert_true (!in_unit || strstr (sample_text (scene, "unit"), "دولار") != NULL);
      for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
        {
          const NidaNode *node = nida_scene_get_node (scene, k);
          g_autofree char *cell = g_str_has_prefix (node->key, "value/") ? g_strconcat ("cell/", node->key + strlen ("value/"), NULL) : NULL;
          const NidaNode *of = cell != NULL ? nida_scene_find (scene, cell) : NULL;

          if (of == NULL || of->mark->money == 0)
            continue;
          g_assert_cmpstr (node->text, !=, "0");
          g_assert_true (!in_unit || (strstr (node->text, "مليون") == NULL && strstr (node->text, "ألف") == NULL));
        }
    }
  g_assert_cmpuint (shared, >, 0);
}

/* One year or quarter is there with all of its parts that the data (to April 2026) reach. */
static void
test_chosen_period (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2025-08-02", .donor = "Donor 1", .amount = 5 },
    { NIDA_KIND_PAID, "2026-02-02", .donor = "Donor 1", .amount = 7 },
  };
  const struct { const char *chosen; NidaStep step; const char *first, *last, *beyond; } cases[] = {
    { "2025", NIDA_STEP_QUARTER, "2025-Q1", "2025-Q4", "2026-Q1" },
    { "2025-Q3", NIDA_STEP_MONTH, "2025-07", "2025-09", "2025-10" },
    { "2026", NIDA_STEP_QUARTER, "2026-Q1", "2026-Q2", "2026-Q3" },
    { "2026", NIDA_STEP_YEAR, "2026", "2026", "2025" },
    { "2025..2026", NIDA_STEP_MONTH, "2025-08", "2026-02", "2026-03" },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
      g_autofree char *first = g_strconcat ("cell/Donor 1|", cases[i].first, NULL), *last = g_strconcat ("cell/Donor 1|", cases[i].last, NULL);
      g_autofree char *beyond = g_strconcat ("cell/Donor 1|", cases[i].beyond, NULL);
      g_autoptr (NidaScene) scene = NULL;

      spec->step = cases[i].step;
      nida_query_add_filter (spec->query, NIDA_FIELD_DATE, cases[i].chosen);
      scene = sample_scene (dataset, spec, SAMPLE_WIDE);
      g_assert_nonnull (nida_scene_find (scene, first));
      g_assert_nonnull (nida_scene_find (scene, last));
      g_assert_null (nida_scene_find (scene, beyond));
    }
}

/* What stands for others is said in fewer words before it is cut. */
static void
test_others (void)
{
  SampleRow rows[60] = { { 0 } };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
  g_autoptr (NidaScene) wide = NULL, narrow = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Name %u", i));
      rows[i] = (SampleRow) { NIDA_KIND_PAID, "2024", .donor = names->pdata[i], .amount = 1000 + i };
    }
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  spec->top = 3;
  wide = sample_scene (dataset, spec, (SampleFrame) { 640, 300, 1, FALSE, NIDA_TIME_LTR });
  narrow = sample_scene (dataset, spec, (SampleFrame) { 260, 300, 1, FALSE, NIDA_TIME_LTR });
  g_assert_cmpstr (sample_text (wide, "label/+other"), ==, "57 other donors");
  g_assert_cmpstr (sample_text (narrow, "label/+other"), ==, "57 others");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap/names/become-small-before-figures-go", test_small_names);
  g_test_add_func ("/heatmap/ink/can-be-read-on-every-class", test_ink);
  g_test_add_func ("/heatmap/zero/is-not-nothing-recorded", test_kinds);
  g_test_add_func ("/heatmap/marks/filter-by-both-fields", test_marks);
  g_test_add_func ("/heatmap/rtl/names-at-the-right-and-time-as-chosen", test_directions);
  g_test_add_func ("/heatmap/two-names/stand-down-and-across", test_names);
  g_test_add_func ("/heatmap/empty/says-so", test_empty);
  g_test_add_func ("/heatmap/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/heatmap/small/a-hatch-keeps-its-key", test_small);
  g_test_add_func ("/heatmap/narrow-cells/have-small-figures-before-none", test_narrow_cells);
  g_test_add_func ("/heatmap/cells/share-a-unit-at-last", test_in_unit);
  g_test_add_func ("/heatmap/time/all-of-a-chosen-period", test_chosen_period);
  g_test_add_func ("/heatmap/others/are-named-in-fewer-words", test_others);
  g_test_add_func ("/heatmap/golden", test_golden);
  return g_test_run ();
}
