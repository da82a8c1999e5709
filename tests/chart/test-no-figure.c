/* What a chart says where it has no figure: the true reason, and never a zero. */
#include "config.h"

#include "sample.h"

#include <string.h>

#define RATE "no figure in this currency"

static const SampleRow unpriced[] = {
  { NIDA_KIND_PAID, "2023-05-05", .donor = "Kuwait", .country = "Iraq", .amount = 500000 },
  { NIDA_KIND_PAID, "2024-05-05", .donor = "Kuwait", .country = "Iraq", .amount = 2000000, .currency = "KWD" },
  { NIDA_KIND_PAID, "2024-05-05", .donor = "Kuwait", .country = "Yemen", .amount = 2000000 },
  { NIDA_KIND_PAID, "2024-04-05", .donor = "EU", .country = "Yemen", .amount = 2000000, .currency = "EUR" },
  { NIDA_KIND_PAID, "2024-04-05", .donor = "EU", .country = "Sudan", .amount = 9000000 },
  { NIDA_KIND_PAID, "2024-04-05", .donor = "EU", .country = "Lebanon", .amount = 3000000, .currency = "EUR" },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaChartKind    kind,
          const char      *by)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
  g_auto (GStrv) names = g_strsplit (by, ",", -1);

  spec->step = NIDA_STEP_YEAR;
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (nida_group_by_from_name (names[i], NIDA_STEP_YEAR, &spec->query->by[spec->query->n_by++]));
  return sample_scene (dataset, spec, SAMPLE_WIDE);
}

static gboolean
says (NidaScene  *scene,
      const char *words)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    if (nida_scene_get_node (scene, i)->text != NULL && strstr (nida_scene_get_node (scene, i)->text, words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_no_zero (void)
{
  const struct { NidaChartKind kind; const char *by; } charts[] = {
    { NIDA_CHART_HEATMAP, "donor,country" }, { NIDA_CHART_TILE_MAP, "country" }, { NIDA_CHART_SLOPE, "country" },
    { NIDA_CHART_DOTPLOT, "country" }, { NIDA_CHART_LINE, "country" }, { NIDA_CHART_BUMP, "country" },
    { NIDA_CHART_RANKING, "country" }, { NIDA_CHART_TIMELINE, "country" },
  };

  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    {
      g_autoptr (NidaScene) scene = scene_of (unpriced, G_N_ELEMENTS (unpriced), charts[c].kind, charts[c].by);
      guint marks = 0;

      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaMark *mark = nida_scene_get_node (scene, i)->mark;

          marks += mark != NULL;
          g_assert_false (mark != NULL && mark->money == 0);
        }
      g_assert_cmpuint (marks, >, 0);
      g_assert_null (strstr (nida_scene_get_title (scene), "fell"));
      g_assert_false (says (scene, "$0"));
    }
}

static void
test_legend (void)
{
  g_autoptr (NidaScene) grid = scene_of (unpriced, G_N_ELEMENTS (unpriced), NIDA_CHART_HEATMAP, "donor,country");
  g_autoptr (NidaScene) all = scene_of (unpriced, 1, NIDA_CHART_TILE_MAP, "country");
  const NidaNode *cell = nida_scene_find (grid, "cell/EU|Yemen");

  g_assert_true (says (grid, RATE));
  g_assert_true (says (grid, "nothing recorded"));
  g_assert_cmpint (cell->mark->money, ==, NIDA_MONEY_NONE);
  g_assert_cmpint (cell->pattern, ==, NIDA_PATTERN_CROSS);
  g_assert_cmpint (nida_scene_find (grid, "cell/Kuwait|Sudan")->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_true (says (all, "nothing recorded"));
  g_assert_false (says (all, RATE));
}

static gboolean
tells (const NidaNode *node,
       const char     *words)
{
  const char * const *lines = nida_mark_get_lines (node->mark);

  return lines != NULL && g_strv_contains (lines, words);
}

/* Of a share the money or what is asked for may lack a rate, and neither is nothing, nor is it zero. */
static void
test_coverage (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_REQUIREMENT, "2023", .appeal = "Yemen", .amount = 10 },
    { NIDA_KIND_PAID, "2023-05-05", .appeal = "Yemen", .amount = 5 },
    { NIDA_KIND_REQUIREMENT, "2024", .appeal = "Yemen", .amount = 10 },
    { NIDA_KIND_PAID, "2024-05-05", .appeal = "Yemen", .amount = 5, .currency = "EUR" },
    { NIDA_KIND_REQUIREMENT, "2023", .appeal = "Sudan", .amount = 10, .currency = "EUR" },
    { NIDA_KIND_REQUIREMENT, "2024", .appeal = "Sudan", .amount = 9 },
    { NIDA_KIND_PAID, "2024-05-05", .appeal = "Sudan", .amount = 3 },
    { NIDA_KIND_REQUIREMENT, "2023", .appeal = "Libya", .amount = 8 },
    { NIDA_KIND_PAID, "2023-05-05", .appeal = "Libya", .amount = 3 },
    { NIDA_KIND_REQUIREMENT, "2024", .appeal = "Libya", .amount = 8 },
    { NIDA_KIND_REQUIREMENT, "2024", .appeal = "Iraq", .amount = 7 },
    { NIDA_KIND_PAID, "2024-05-05", .appeal = "Iraq", .amount = 3 },
  };
  const struct { const char *key; NidaPattern pattern; const char *line; } cells[] = {
    { "cell/Yemen|2024", NIDA_PATTERN_CROSS, "No figure in this currency." },
    { "cell/Sudan|2023", NIDA_PATTERN_CROSS, "No figure in this currency." },
    { "cell/Iraq|2023", NIDA_PATTERN_HATCH, "Nothing is recorded." },
    { "cell/Libya|2024", NIDA_PATTERN_SOLID, NULL },
  };
  const NidaMeasure measures[] = { NIDA_MEASURE_COVERAGE, NIDA_MEASURE_GAP };

  for (guint m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
      g_autoptr (NidaScene) scene = NULL;

      spec->measure = measures[m];
      spec->step = NIDA_STEP_YEAR;
      scene = sample_scene (dataset, spec, SAMPLE_WIDE);
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        {
          const NidaNode *cell = nida_scene_find (scene, cells[i].key);

          g_test_message ("%s", cells[i].key);
          g_assert_cmpint (cell->pattern, ==, cells[i].pattern);
          g_assert_true (cells[i].line == NULL || tells (cell, cells[i].line));
        }
      g_assert_cmpstr (sample_text (scene, "legend/no-rate/label"), ==, RATE);
      g_assert_cmpstr (sample_text (scene, "legend/unknown/label"), ==, "nothing recorded");
    }
}

/* A tile whose money has no rate is not one of which nothing is recorded. */
static void
test_tiles (void)
{
  g_autoptr (NidaScene) scene = scene_of (unpriced, G_N_ELEMENTS (unpriced), NIDA_CHART_TILE_MAP, "country");

  g_assert_cmpint (nida_scene_find (scene, "tile/LB")->pattern, ==, NIDA_PATTERN_CROSS);
  g_assert_cmpint (nida_scene_find (scene, "tile/EG")->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_true (tells (nida_scene_find (scene, "tile/LB"), "No figure in this currency."));
  g_assert_true (tells (nida_scene_find (scene, "tile/EG"), "Nothing is recorded."));
  g_assert_true (says (scene, RATE));
}

/* Who gave no dollar has no hatched row of his own: his money is said to be left out. */
static void
test_left_out (void)
{
  g_autoptr (NidaScene) scene = scene_of (unpriced, G_N_ELEMENTS (unpriced), NIDA_CHART_HEATMAP, "country,donor");

  g_assert_null (nida_scene_find (scene, "label/Lebanon"));
  g_assert_true (says (scene, "left out: 3 rows"));
}

static void
assert_reason (const SampleRow *rows,
               guint            n,
               NidaChartKind    kind,
               const char      *reason)
{
  g_autoptr (NidaScene) scene = scene_of (rows, n, kind, "donor,country");

  g_test_message ("%s", reason);
  g_assert_true (says (scene, reason));
}

static void
test_pledges (void)
{
  static const SampleRow rows[] = { { NIDA_KIND_PLEDGE, "2024-02-01", .donor = "Japan", .country = "Sudan", .amount = 7 } };
  const NidaChartKind kinds[] = { NIDA_CHART_RANKING, NIDA_CHART_HEATMAP, NIDA_CHART_SANKEY, NIDA_CHART_SLOPE, NIDA_CHART_LINE,
                                  NIDA_CHART_PARTS, NIDA_CHART_BUMP };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_reason (rows, 1, kinds[i], "Only pledges are recorded here");
}

static void
test_reasons (void)
{
  static const SampleRow pounds[] = {
    { NIDA_KIND_PAID, "2024-02-01", .donor = "Japan", .country = "Sudan", .amount = 7, .currency = "GBP" },
    { NIDA_KIND_PAID, "2024-02-01", .donor = "Japan", .country = "Yemen", .amount = 9, .currency = "GBP" },
  };
  static const SampleRow returned[] = {
    { NIDA_KIND_PAID, "2024-02-01", .donor = "Japan", .country = "Sudan", .amount = 7 },
    { NIDA_KIND_PAID, "2024-02-01", .donor = "Japan", .country = "Sudan", .amount = -7 },
  };
  static const SampleRow undated[] = { { NIDA_KIND_PAID, .donor = "Japan", .country = "Sudan", .amount = 7 } };

  assert_reason (pounds, G_N_ELEMENTS (pounds), NIDA_CHART_SANKEY, "none has a rate to it");
  assert_reason (returned, G_N_ELEMENTS (returned), NIDA_CHART_SANKEY, "adds up to zero");
  assert_reason (undated, 1, NIDA_CHART_BUMP, "an amount and a date");
  assert_reason (undated, 0, NIDA_CHART_SANKEY, "The sources hold no such figure.");
}

static void
test_pace_below_zero (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2024-02-01", .donor = "Japan", .amount = 7 }, { NIDA_KIND_PAID, "2024-03-01", .donor = "Japan", .amount = -9 },
  };

  assert_reason (rows, G_N_ELEMENTS (rows), NIDA_CHART_PACE, "no more than zero");
}

/* What is not drawn is no message either. */
static void
test_refused_area (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_REQUIREMENT, "2023", "Sudan", .amount = 100 }, { NIDA_KIND_PAID, "2023", "Sudan", .amount = 40 },
    { NIDA_KIND_REQUIREMENT, "2024", "Sudan", .amount = 100 }, { NIDA_KIND_PAID, "2024", "Sudan", .amount = 60 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_AREA);
  g_autoptr (NidaScene) scene = NULL;

  spec->measure = NIDA_MEASURE_COVERAGE;
  spec->step = NIDA_STEP_YEAR;
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_true (says (scene, "cannot be stacked"));
  g_assert_false (says (scene, "is first"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/no-figure/money-without-a-rate/is-drawn-nowhere-as-zero", test_no_zero);
  g_test_add_func ("/no-figure/money-without-a-rate/is-hatched-and-said", test_legend);
  g_test_add_func ("/no-figure/coverage/tells-no-rate-from-nothing", test_coverage);
  g_test_add_func ("/no-figure/tiles/tell-no-rate-from-nothing", test_tiles);
  g_test_add_func ("/no-figure/money-without-a-rate/alone-is-left-out-and-said", test_left_out);
  g_test_add_func ("/no-figure/only-pledges/are-named", test_pledges);
  g_test_add_func ("/no-figure/reason/is-the-true-one", test_reasons);
  g_test_add_func ("/no-figure/pace/sum-below-zero-is-no-missing-day", test_pace_below_zero);
  g_test_add_func ("/no-figure/refused/has-no-message", test_refused_area);
  return g_test_run ();
}
