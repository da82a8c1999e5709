/* Steps from requirement to gap: figures of the coverage question, places of the bars, above the requirement, silence. */
#include "config.h"

#include "brushed.h"
#include "sample.h"

#include <string.h>

#define MILLION(n) (G_GINT64_CONSTANT (1000000) * (n) * NIDA_MONEY_UNIT)

static const SampleRow plan[] = {
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Sudan", .appeal_ar = "السودان", .amount = 1000000000 },
  { NIDA_KIND_PAID, "2026", .appeal = "Sudan", .donor = "Kuwait", .amount = 300000000 },
  { NIDA_KIND_COMMITMENT, "2026", .appeal = "Sudan", .donor = "Qatar", .amount = 150000000 },
  { NIDA_KIND_PLEDGE, "2026", .appeal = "Sudan", .donor = "Norway", .amount = 100000000 },
};

static const SampleRow over[] = {
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Sudan", .appeal_ar = "السودان", .amount = 1000000000 },
  { NIDA_KIND_PAID, "2026", .appeal = "Sudan", .amount = 800000000 },
  { NIDA_KIND_COMMITMENT, "2026", .appeal = "Sudan", .amount = 320000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);

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

static double
end_of (const NidaNode *node)
{
  return node->box.x + node->box.width;
}

static void
test_steps (void)
{
  g_autoptr (NidaScene) scene = scene_of (plan, G_N_ELEMENTS (plan), SAMPLE_WIDE);
  const NidaNode *requirement = node_at (scene, "bar/requirement"), *paid = node_at (scene, "bar/paid");
  const NidaNode *committed = node_at (scene, "bar/committed"), *pledged = node_at (scene, "bar/pledged"), *gap = node_at (scene, "bar/gap");

  g_assert_cmpint (gap->mark->money, ==, MILLION (550));
  g_assert_cmpint (committed->mark->money, ==, MILLION (150));
  g_assert_cmpfloat_with_epsilon (end_of (paid), end_of (requirement), 0.01);
  g_assert_cmpfloat_with_epsilon (end_of (committed), paid->box.x, 0.01);
  g_assert_cmpfloat_with_epsilon (end_of (pledged), committed->box.x, 0.01);
  g_assert_cmpfloat_with_epsilon (end_of (gap), committed->box.x, 0.01);
  g_assert_cmpfloat_with_epsilon (gap->box.x, requirement->box.x, 0.01);
  g_assert_cmpfloat_with_epsilon (paid->box.width / requirement->box.width, 0.3, 0.001);
  g_assert_cmpint (gap->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpint (node_at (scene, "connector/pledged")->dash, ==, NIDA_DASH_EVEN);
  g_assert_cmpstr (sample_text (scene, "label/committed"), ==, "Committed, not yet paid");
  g_assert_cmpstr (sample_text (scene, "value/gap"), ==, "$550M · 55%");
  g_assert_nonnull (strstr (nida_scene_get_title (scene), "lacks $550M of $1B"));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "Pledged: $100M · 10%."));
  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 5);
}

/* Requirement less all that was received is the gap, whatever the rows. */
static void
test_adds_up (void)
{
  for (guint seed = 0; seed < 150; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed, TRUE, seed % 3 == 0);
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, SAMPLE_WIDE);
      g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
      g_autoptr (NidaQuery) query = nida_query_new ();
      g_autoptr (NidaCube) cube = NULL;
      const char *keys[] = { "bar/paid", "bar/committed", "bar/stated" };
      const NidaNode *node = nida_scene_find (scene, "bar/requirement");
      NidaMoney left = node != NULL ? node->mark->money : 0;

      query->measures = 1u << NIDA_MEASURE_GAP;
      cube = nida_local_engine_query (engine, query, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        if (nida_scene_find (scene, keys[i]) != NULL)
          left -= nida_scene_find (scene, keys[i])->mark->money;
      node = nida_scene_find (scene, "bar/gap");
      g_assert_cmpint (node != NULL ? node->mark->money : NIDA_MONEY_NONE, ==, nida_cube_get_total (cube)->values[NIDA_MEASURE_GAP]);
      if (node != NULL)
        g_assert_cmpint (left, ==, node->mark->money);
    }
}

static void
test_over (void)
{
  g_autoptr (NidaScene) scene = scene_of (over, G_N_ELEMENTS (over), SAMPLE_WIDE);
  const NidaNode *requirement = node_at (scene, "bar/requirement"), *gap = node_at (scene, "bar/gap");
  const NidaNode *beyond = node_at (scene, "bar/committed/over");

  g_assert_cmpint (gap->mark->money, ==, -MILLION (120));
  g_assert_cmpfloat_with_epsilon (end_of (gap), requirement->box.x, 0.01);
  g_assert_cmpfloat_with_epsilon (end_of (beyond), requirement->box.x, 0.01);
  g_assert_cmpfloat_with_epsilon (gap->box.width, beyond->box.width, 0.01);
  g_assert_cmpint (beyond->stroke, ==, NIDA_COLOR_RECEIVED);
  g_assert_null (beyond->mark);
  g_assert_cmpstr (sample_text (scene, "label/gap"), ==, "Above the requirement");
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "$120M more than required was received");
}

/* A plan of which a source states only the total cannot be divided; the plan beside it can. */
static void
test_stated (void)
{
  SampleRow rows[G_N_ELEMENTS (plan) + 3];
  g_autoptr (NidaScene) scene = NULL;

  memcpy (rows, plan, sizeof plan);
  rows[4] = (SampleRow) { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Yemen", .amount = 500000000 };
  rows[5] = (SampleRow) { NIDA_KIND_REPORTED, "2026", .appeal = "Yemen", .amount = 90000000 };
  rows[6] = (SampleRow) { NIDA_KIND_PAID, "2026", .appeal = "Yemen", .amount = 20000000 };
  scene = scene_of (rows, G_N_ELEMENTS (rows), SAMPLE_WIDE);
  g_assert_cmpint (node_at (scene, "bar/paid")->mark->money, ==, MILLION (300));
  g_assert_cmpint (node_at (scene, "bar/committed")->mark->money, ==, MILLION (150));
  g_assert_cmpint (node_at (scene, "bar/stated")->mark->money, ==, MILLION (90));
  g_assert_cmpstr (sample_text (scene, "label/stated"), ==, "Received, stated as a total");
  g_assert_cmpint (node_at (scene, "bar/gap")->mark->money, ==, MILLION (960));
}

static void
test_silent (void)
{
  g_autoptr (NidaScene) scene = scene_of (plan, 1, SAMPLE_WIDE), none = scene_of (plan + 1, 3, SAMPLE_WIDE);

  g_assert_cmpint (node_at (scene, "bar/unknown")->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_null (nida_scene_find (scene, "bar/gap"));
  g_assert_cmpstr (sample_text (scene, "value/unknown"), ==, "not in the sources");
  g_assert_nonnull (nida_scene_find (none, "message"));
}

static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (plan, G_N_ELEMENTS (plan), SAMPLE_WIDE);
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);
  const NidaMark *paid = node_at (scene, "bar/paid")->mark, *gap = node_at (scene, "bar/gap")->mark;

  g_assert_cmpuint (paid->n_fields, ==, 2);
  g_assert_cmpint (paid->fields[0], ==, NIDA_FIELD_KIND);
  g_assert_cmpstr (paid->values[0], ==, "paid");
  g_assert_cmpstr (paid->values[1], ==, "Sudan");
  g_assert_cmpuint (gap->n_fields, ==, 0);
  /* money follows its plan, so a brush over flows cannot tell what a step becomes: it has to ask */
  g_assert_cmpuint (brushables->len, >, 3);
  g_assert_true (paid->need);
  g_assert_cmpint (g_array_index (brushables, NidaBrushable, 0).brush.measure, ==, NIDA_N_MEASURES);
}

static void
test_mirrored (void)
{
  SampleFrame frame = SAMPLE_WIDE;
  g_autoptr (NidaScene) scene = NULL;

  frame.arabic = TRUE;
  scene = scene_of (plan, G_N_ELEMENTS (plan), frame);
  g_assert_cmpfloat (node_at (scene, "label/gap")->box.x, >, end_of (node_at (scene, "bar/gap")));
  g_assert_cmpfloat_with_epsilon (node_at (scene, "bar/paid")->box.x, node_at (scene, "bar/requirement")->box.x, 0.01);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 700, TRUE, seed % 3 == 0);
      g_autofree char *what = g_strdup_printf ("waterfall, seed %u", seed);

      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (plan, G_N_ELEMENTS (plan)), beyond = sample_dataset (over, G_N_ELEMENTS (over));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "waterfall");
  sample_assert_goldens (beyond, spec, SAMPLE_NARROW, "waterfall-over");
}

/* Half of each step is inside, and none of what was pledged. */
static void
test_brushed (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (plan, G_N_ELEMENTS (plan));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);

  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      SampleFrame frame = SAMPLE_WIDE;
      g_autoptr (NidaScene) scene = NULL, brushed = NULL;
      g_autoptr (GArray) brushables = NULL;
      g_autofree NidaMoney *inside = NULL;

      frame.arabic = arabic;
      scene = sample_scene (dataset, spec, frame);
      brushables = nida_scene_brushables (scene);
      g_assert_cmpuint (brushables->len, >=, 3);
      inside = g_new (NidaMoney, brushables->len);
      for (guint i = 0; i < brushables->len; i++)
        {
          const NidaMark *mark = g_array_index (brushables, NidaBrushable, i).mark;

          inside[i] = mark->n_fields > 0 && g_str_equal (mark->values[0], "pledge") ? 0 : mark->money / 2;
        }
      brushed = nida_scene_brushed (scene, brushables, inside, NULL, NULL);
      sample_assert_golden (brushed, arabic ? "brushed-waterfall-rtl" : "brushed-waterfall-ltr");
    }
}

/* In a narrow chart figures stand below names, which stay whole, and the bars keep half of the width. */
static void
test_narrow (void)
{
  static const char * const steps[] = { "requirement", "paid", "committed", "pledged", "gap" };

  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      SampleFrame frame = { 260, 420, 1, arabic, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = scene_of (plan, G_N_ELEMENTS (plan), frame), wide = scene_of (plan, G_N_ELEMENTS (plan), SAMPLE_WIDE);

      sample_assert_tidy (scene, "narrow");
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          g_autofree char *label_key = g_strconcat ("label/", steps[i], NULL), *value_key = g_strconcat ("value/", steps[i], NULL);
          const NidaNode *label = node_at (scene, label_key), *value = node_at (scene, value_key);

          g_assert_cmpfloat (value->box.y, >=, label->box.y + label->box.height - 0.1);
          g_assert_cmpfloat (node_at (wide, value_key)->box.y, <, node_at (wide, label_key)->box.y + 10);
        }
      g_assert_cmpstr (sample_text (scene, "label/requirement"), ==, "Requirements");
      g_assert_cmpfloat (node_at (scene, "bar/requirement")->box.width, >=, 0.4 * (260 - 32));
    }
}

/* What a narrow chart is of takes two lines before it is cut. */
static void
test_subtitle (void)
{
  static const SampleRow plans[] = {
    { NIDA_KIND_REQUIREMENT, "2015", .appeal = "Sudan", .amount = 1000000000 },
    { NIDA_KIND_PAID, "2015", .appeal = "Sudan", .amount = 800000000 },
    { NIDA_KIND_REQUIREMENT, "2024", .appeal = "Sudan", .amount = 1000000000 },
    { NIDA_KIND_PAID, "2024", .appeal = "Sudan", .amount = 800000000 },
  };
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

  for (guint scale = 1; scale <= 2; scale++)
    {
      g_autoptr (NidaScene) scene = scene_of (plans, G_N_ELEMENTS (plans), (SampleFrame) { 320, 300, scale, FALSE, NIDA_TIME_LTR });
      const NidaNode *subtitle = node_at (scene, "subtitle");

      g_assert_nonnull (strstr (subtitle->text, "US$"));
      g_assert_cmpuint (nida_measurer_lines (measurer, subtitle->text, NIDA_FONT_SUBTITLE, scale, subtitle->box.width), ==, 2);
      g_assert_cmpuint (subtitle->max_lines, ==, 2);
      sample_assert_tidy (scene, "two lines of subtitle");
    }
}

static void
test_room (void)
{
  g_autoptr (NidaScene) scene = scene_of (plan, G_N_ELEMENTS (plan), (SampleFrame) { 1000, 560, 1 });
  const NidaNode *requirement = node_at (scene, "bar/requirement"), *gap = node_at (scene, "bar/gap"), *source = node_at (scene, "source");

  g_assert_cmpfloat (gap->box.y + gap->box.height - requirement->box.y, >=, 0.8 * (source->box.y - requirement->box.y));
  g_assert_cmpfloat (gap->box.height, >, 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waterfall/large/steps-take-the-room", test_room);
  g_test_add_func ("/waterfall/narrow/subtitle-takes-two-lines", test_subtitle);
  g_test_add_func ("/waterfall/narrow/figures-stand-below-names", test_narrow);
  g_test_add_func ("/waterfall/steps/each-begins-where-the-last-ends", test_steps);
  g_test_add_func ("/waterfall/gap/is-that-of-the-coverage-question", test_adds_up);
  g_test_add_func ("/waterfall/112-percent/lies-before-zero", test_over);
  g_test_add_func ("/waterfall/stated-total/is-not-divided", test_stated);
  g_test_add_func ("/waterfall/silence/is-not-zero", test_silent);
  g_test_add_func ("/waterfall/mark/filters-by-its-kind", test_marks);
  g_test_add_func ("/waterfall/brush/each-step-keeps-its-share", test_brushed);
  g_test_add_func ("/waterfall/rtl/runs-from-the-right", test_mirrored);
  g_test_add_func ("/waterfall/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/waterfall/golden", test_golden);
  return g_test_run ();
}
