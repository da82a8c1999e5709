/* Small charts on one scale: a dollar is as long in each of them, however long their names and figures are. */
#include "config.h"

#include "follow.h"
#include "sample.h"

#include <math.h>
#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_REQUIREMENT, "2025", "Plan A", NULL, "Food", .amount = 900000000 },
  { NIDA_KIND_REQUIREMENT, "2025", "Plan B", NULL, "Food", .amount = 700000000 },
  { NIDA_KIND_REQUIREMENT, "2025", "Plan C of a much longer name than others", NULL, "Health", .amount = 500000000 },
  { NIDA_KIND_PAID, "2024-03", "Plan A", NULL, "Food", NULL, "UK", NULL, 400000000, "Iraq" },
  { NIDA_KIND_PAID, "2025-03", "Plan A", NULL, "Food", NULL, "UK", NULL, 300000000, "Iraq" },
  { NIDA_KIND_PAID, "2024-05", "Plan B", NULL, "Food", NULL, "EU", NULL, 100000000, "Sudan" },
  { NIDA_KIND_PAID, "2025-05", "Plan B", NULL, "Food", NULL, "EU", NULL, 250000000, "Sudan" },
  { NIDA_KIND_PAID, "2024-03", "Plan C of a much longer name than others", NULL, "Health", NULL, "Organisation for Relief of the Northern Islands", NULL, 90000000, "Yemen" },
  { NIDA_KIND_PAID, "2025-04", "Plan C of a much longer name than others", NULL, "Health", NULL, "Organisation for Relief of the Northern Islands", NULL, 160000000, "Yemen" },
  { NIDA_KIND_PAID, "2024-04", "Plan C of a much longer name than others", NULL, "Health", NULL, "Kuwait", NULL, 220000000, "Chad" },
  { NIDA_KIND_PAID, "2025-04", "Plan C of a much longer name than others", NULL, "Health", NULL, "Kuwait", NULL, 80000000, "Chad" },
  { NIDA_KIND_PAID, "2024-06", NULL, NULL, "Shelter", NULL, "Kuwait Fund", NULL, 120000000, "Chad" },
  { NIDA_KIND_PAID, "2025-06", NULL, NULL, "Shelter", NULL, "Kuwait Fund", NULL, 140000000, "Chad" },
};

/* How long a figure is drawn, and what it is of. */
typedef struct { double least, most; guint n; } Ratios;

static void
add_ratio (Ratios *self,
           double  points,
           double  amount)
{
  double ratio = points / amount;

  self->least = self->n == 0 ? ratio : MIN (self->least, ratio);
  self->most = MAX (self->most, ratio);
  self->n++;
}

/* Of bars their length, of lines what their recipe says that a dollar is. */
static void
add_bars (Ratios    *self,
          NidaScene *scene)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      gboolean along = node->base == NIDA_BASE_START || node->base == NIDA_BASE_END;
      gboolean up = node->base == NIDA_BASE_BOTTOM || node->base == NIDA_BASE_TOP;

      if (!g_str_has_prefix (node->key, "panel/"))
        continue;
      if (node->follow != NULL && node->follow->unit > 0)
        add_ratio (self, node->follow->unit, 1);
      else if (node->mark != NULL && (along || up) && node->mark->money > 0 && (along ? node->box.width : node->box.height) > 20)
        add_ratio (self, along ? node->box.width : node->box.height, (double) node->mark->money);
    }
}

/* Of dots how far two of one panel are from each other. */
static void
add_dots (Ratios    *self,
          NidaScene *scene,
          gboolean   along)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    for (guint k = 0; k < i; k++)
      {
        const NidaNode *one = nida_scene_get_node (scene, i), *other = nida_scene_get_node (scene, k);
        const char *end = one->mark != NULL && g_str_has_prefix (one->key, "panel/") ? strchr (one->key + 6, '/') : NULL;
        double distance;

        if (end == NULL || other->mark == NULL || strncmp (one->key, other->key, end - one->key + 1) != 0
            || one->shape != NIDA_SHAPE_CIRCLE || other->shape != NIDA_SHAPE_CIRCLE || one->mark->money == other->mark->money)
          continue;
        distance = along ? one->box.x - other->box.x : other->box.y - one->box.y;
        if (fabs (distance) > 15)
          add_ratio (self, distance, (double) (one->mark->money - other->mark->money));
      }
}

static NidaScene *
scene_of (NidaChartKind kind,
          NidaMeasure   measure,
          NidaField     panels,
          SampleFrame   frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);

  spec->panels = panels;
  spec->step = NIDA_STEP_YEAR;
  spec->measure = measure;
  return sample_scene (dataset, spec, frame);
}

static void
test_one_dollar (void)
{
  const struct { NidaChartKind kind; NidaMeasure measure; NidaField panels; gboolean dots, along; } charts[] = {
    { NIDA_CHART_RANKING, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY, FALSE, FALSE },
    { NIDA_CHART_RANKING, NIDA_MEASURE_RECEIVED, NIDA_FIELD_DATE, FALSE, FALSE },
    { NIDA_CHART_TIMELINE, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY, FALSE, FALSE },
    { NIDA_CHART_LINE, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY, FALSE, FALSE },
    { NIDA_CHART_AREA, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY, FALSE, FALSE },
    { NIDA_CHART_PACE, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY, FALSE, FALSE },
    { NIDA_CHART_WATERFALL, NIDA_MEASURE_GAP, NIDA_FIELD_CATEGORY, FALSE, FALSE },
    { NIDA_CHART_DOTPLOT, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY, TRUE, TRUE },
    { NIDA_CHART_SLOPE, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY, TRUE, FALSE },
  };
  const SampleFrame frames[] = { { 900, 500, 1, FALSE, NIDA_TIME_LTR }, { 1400, 600, 1, FALSE, NIDA_TIME_LTR } };

  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    for (guint f = 0; f < G_N_ELEMENTS (frames); f++)
      {
        g_autoptr (NidaScene) scene = scene_of (charts[c].kind, charts[c].measure, charts[c].panels, frames[f]);
        Ratios ratios = { 0 };

        if (charts[c].dots)
          add_dots (&ratios, scene, charts[c].along);
        else
          add_bars (&ratios, scene);
        g_test_message ("%s %g: %g to %g of %u", nida_chart_kind_get_name (charts[c].kind), frames[f].width, ratios.least, ratios.most, ratios.n);
        g_assert_cmpuint (ratios.n, >=, 2);
        g_assert_cmpfloat (ratios.least, >, 0);
        g_assert_cmpfloat (ratios.most / ratios.least, <, 1.01);
      }
}

/* The sum of many others has a bar in all panels or in none. */
static void
test_others (void)
{
  enum { DONORS = 40 };
  SampleRow rows[2 * DONORS];
  char names[DONORS][16];
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) scene = NULL;
  const NidaNode *first, *second;

  for (guint i = 0; i < DONORS; i++)
    {
      g_snprintf (names[i], sizeof names[i], "Donor %u", i);
      rows[2 * i] = (SampleRow) { NIDA_KIND_PAID, "2024", .donor = names[i], .category = "Even", .amount = 10 + (i == 0 ? 90 : 0) };
      rows[2 * i + 1] = (SampleRow) { NIDA_KIND_PAID, "2024", .donor = names[i], .category = "Uneven", .amount = 10 };
    }
  dataset = sample_dataset (rows, 2 * DONORS);
  spec->panels = NIDA_FIELD_CATEGORY;
  scene = sample_scene (dataset, spec, (SampleFrame) { 900, 300, 1, FALSE, NIDA_TIME_LTR });
  first = nida_scene_find (scene, "panel/Even/bar/+other");
  second = nida_scene_find (scene, "panel/Uneven/bar/+other");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpint (first->box.width > 0, ==, second->box.width > 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panel-scale/a-dollar/is-as-long-in-each-panel", test_one_dollar);
  g_test_add_func ("/panel-scale/others/have-a-bar-in-all-or-in-none", test_others);
  return g_test_run ();
}
