/* Coverage bars: parts of a bar, overflow, what is not known, what does not fit. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow appeals[] = {
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Syria", .appeal_ar = "سوريا", .amount = 2000000000 },
  { NIDA_KIND_REPORTED, "2026", .appeal = "Syria", .amount = 900000000 },
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Sudan", .appeal_ar = "السودان", .amount = 1000000000 },
  { NIDA_KIND_REPORTED, "2026", .appeal = "Sudan", .amount = 1120000000 },
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Yemen", .appeal_ar = "اليمن", .amount = 500000000 },
  { NIDA_KIND_REPORTED, "2026", .appeal = "Yemen", .amount = 500000000 },
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Haiti", .appeal_ar = "هايتي", .amount = 300000000 },
  { NIDA_KIND_REPORTED, "2026", .appeal = "Haiti", .amount = 0 },
  { NIDA_KIND_REPORTED, "2026", .appeal = "No plan", .appeal_ar = "بلا خطة", .amount = 7000000 },
};

static const SampleRow years[] = {
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Syria 2026", .appeal_ar = "سوريا 2026", .amount = 2000000000 },
  { NIDA_KIND_REPORTED, "2026", .appeal = "Syria 2026", .amount = 900000000 },
  { NIDA_KIND_REQUIREMENT, "2025", .appeal = "Syria 2025", .appeal_ar = "سوريا 2025", .amount = 1000000000 },
  { NIDA_KIND_REPORTED, "2025", .appeal = "Syria 2025", .amount = 600000000 },
  { NIDA_KIND_REQUIREMENT, "2019", .appeal = "Yemen 2019", .appeal_ar = "اليمن 2019", .amount = 500000000 },
  { NIDA_KIND_REPORTED, "2019", .appeal = "Yemen 2019", .amount = 500000000 },
};

static const SampleRow objectives[] = {
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Saving lives", "إنقاذ الأرواح", .amount = 3400000000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Solutions", "حلول", .amount = 2700000000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Pathways", "المسارات", .amount = 1600000000 },
  { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", "Better services", "خدمات أفضل", .amount = 163000000 },
  { NIDA_KIND_STATED, "2024", "Appeal 2024", "نداء 2024", .amount = 7900000000 },
};

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaOrder        order,
          SampleFrame      frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);

  spec->order = order;
  return sample_scene (dataset, spec, frame);
}

static NidaBox
box_of (NidaScene  *scene,
        const char *key)
{
  const NidaNode *node = nida_scene_find (scene, key);

  if (node == NULL)
    g_error ("no node %s", key);
  return node->box;
}

static void
test_parts_add_up (void)
{
  g_autoptr (NidaScene) scene = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, SAMPLE_NARROW);
  NidaBox received = box_of (scene, "bar/Syria/received"), gap = box_of (scene, "bar/Syria/gap");

  g_assert_cmpfloat_with_epsilon (received.x + received.width, gap.x, 0.01);
  g_assert_cmpfloat_with_epsilon (received.width / (received.width + gap.width), 0.45, 0.005);
  g_assert_cmpstr (sample_text (scene, "percent/Syria"), ==, "45%");
  g_assert_cmpstr (sample_text (scene, "value/Syria"), ==, "$900M of $2B ·");
}

static void
test_zero_and_full (void)
{
  g_autoptr (NidaScene) scene = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, SAMPLE_NARROW);

  g_assert_null (nida_scene_find (scene, "bar/Haiti/received"));
  g_assert_cmpstr (sample_text (scene, "percent/Haiti"), ==, "0%");
  g_assert_null (nida_scene_find (scene, "bar/Yemen/gap"));
  g_assert_null (nida_scene_find (scene, "tick/Yemen"));
  g_assert_cmpstr (sample_text (scene, "percent/Yemen"), ==, "100%");
}

static void
test_overflow (void)
{
  g_autoptr (NidaScene) scene = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, SAMPLE_NARROW);
  NidaBox received = box_of (scene, "bar/Sudan/received"), over = box_of (scene, "bar/Sudan/over"),
          tick = box_of (scene, "tick/Sudan");

  g_assert_cmpfloat_with_epsilon (over.width / received.width, 0.12, 0.005);
  g_assert_cmpfloat_with_epsilon (tick.x + tick.width / 2, over.x, 1.5);
  g_assert_cmpint (nida_scene_find (scene, "bar/Sudan/over")->stroke, ==, NIDA_COLOR_RECEIVED);
  g_assert_cmpstr (sample_text (scene, "percent/Sudan"), ==, "112%");
  g_assert_nonnull (nida_scene_find (scene, "legend/over"));
}

static void
test_without_requirement (void)
{
  g_autoptr (NidaScene) scene = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, SAMPLE_NARROW);

  g_assert_null (nida_scene_find (scene, "bar/No plan/received"));
  g_assert_cmpstr (sample_text (scene, "label/+without"), ==, "No plan");
  g_assert_cmpstr (sample_text (scene, "value/+without"), ==, "no requirement; received $7M");
}

static void
test_silent (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Syria", .amount = 2000000000 },
    { NIDA_KIND_REPORTED, "2026", .appeal = "Syria", .amount = 900000000 },
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Silent", .amount = 1000000000 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_ORDER_SIZE, SAMPLE_NARROW);

  g_assert_nonnull (nida_scene_find (scene, "bar/Silent/required"));
  g_assert_null (nida_scene_find (scene, "percent/Silent"));
  g_assert_cmpstr (sample_text (scene, "value/Silent"), ==, "of $1B; received is not in the sources");
  g_assert_nonnull (nida_scene_find (scene, "legend/unknown"));
}

/* What was received for an appeal says nothing of its objectives. */
static void
test_whole_only (void)
{
  SampleRow rows[G_N_ELEMENTS (objectives) + 1];
  g_autoptr (NidaScene) scene = NULL;

  memcpy (rows, objectives, sizeof objectives);
  rows[G_N_ELEMENTS (objectives)] = (SampleRow) { NIDA_KIND_REPORTED, "2024", "Appeal 2024", .amount = 1300000000 };
  scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_ORDER_SOURCE, SAMPLE_NARROW);
  g_assert_nonnull (nida_scene_find (scene, "bar/Saving lives/required"));
  g_assert_cmpstr (sample_text (scene, "percent/Saving lives"), ==, "43%");
}

static void
test_order (void)
{
  g_autoptr (NidaScene) by_gap = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_GAP, SAMPLE_NARROW);
  g_autoptr (NidaScene) by_size = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, SAMPLE_NARROW);
  g_autoptr (NidaScene) by_source = scene_of (objectives, G_N_ELEMENTS (objectives), NIDA_ORDER_SOURCE, SAMPLE_NARROW);

  g_assert_cmpfloat (box_of (by_gap, "label/Haiti").y, <, box_of (by_gap, "label/Sudan").y);
  g_assert_cmpfloat (box_of (by_size, "label/Haiti").y, >, box_of (by_size, "label/Sudan").y);
  g_assert_cmpfloat (box_of (by_source, "label/Saving lives").y, <, box_of (by_source, "label/Better services").y);
}

/* Where some stay out, those that are shown are the largest, whatever their names or places in a file. */
static void
test_order_of_some (void)
{
  SampleRow rows[30];
  char names[30][16];
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_snprintf (names[i], sizeof names[i], "Objective %02u", i);
      rows[i] = (SampleRow) { NIDA_KIND_REQUIREMENT, "2024", "Appeal 2024", "نداء 2024", names[i], names[i],
                              .amount = 1000000 * (i + 1) };
    }
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  spec->top = 3;
  scene = sample_scene (dataset, spec, SAMPLE_NARROW);
  g_assert_nonnull (nida_scene_find (scene, "bar/Objective 29/required"));
  g_assert_nonnull (nida_scene_find (scene, "bar/Objective 27/required"));
  g_assert_null (nida_scene_find (scene, "bar/Objective 00/required"));
}

static void
test_not_in_the_sources (void)
{
  g_autoptr (NidaScene) scene = scene_of (objectives, G_N_ELEMENTS (objectives), NIDA_ORDER_SOURCE, SAMPLE_NARROW);
  const NidaNode *bar = nida_scene_find (scene, "bar/Saving lives/required");

  g_assert_nonnull (bar);
  g_assert_cmpint (bar->fill, ==, NIDA_COLOR_UNKNOWN);
  g_assert_cmpint (bar->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpint (bar->stroke, ==, NIDA_COLOR_PLEDGED_LINE);
  g_assert_cmpstr (sample_text (scene, "legend/required/label"), ==, "Required; received is not in the sources");
  g_assert_cmpstr (sample_text (scene, "percent/Saving lives"), ==, "43%");
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Saving lives is 43% of the requirements");
}

static void
test_stated_beside_computed (void)
{
  g_autoptr (NidaScene) scene = scene_of (objectives, G_N_ELEMENTS (objectives), NIDA_ORDER_SOURCE, SAMPLE_NARROW);

  g_assert_cmpstr (sample_text (scene, "label/+total"), ==, "4 objectives, computed");
  g_assert_cmpstr (sample_text (scene, "percent/+total"), ==, "$7.86B");
  g_assert_cmpstr (sample_text (scene, "value/+total"), ==, "stated: $7.9B ·");
  g_assert_nonnull (strstr (sample_text (scene, "source"), "$37M more than computed"));
}

/* What one appeal states is not compared with the sum of two. */
static void
test_stated_of_one_appeal (void)
{
  SampleRow rows[G_N_ELEMENTS (objectives) + 1];
  g_autoptr (NidaScene) scene = NULL;

  memcpy (rows, objectives, sizeof objectives);
  rows[G_N_ELEMENTS (objectives)] = (SampleRow) { NIDA_KIND_REQUIREMENT, "2024", .appeal = "UN-coordinated appeals 2024", .amount = 49500000000 };
  scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_ORDER_SOURCE, SAMPLE_NARROW);
  g_assert_null (strstr (sample_text (scene, "source"), "than computed"));
  g_assert_null (nida_scene_find (scene, "value/+total"));
}

static void
test_more (void)
{
  SampleRow rows[60];
  char names[30][16];
  NidaScene *scene;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_snprintf (names[i], sizeof names[i], "Appeal %u", i);
      rows[2 * i] = (SampleRow) { NIDA_KIND_REQUIREMENT, "2026", .appeal = names[i], .amount = 1000000 * (i + 1) };
      rows[2 * i + 1] = (SampleRow) { NIDA_KIND_REPORTED, "2026", .appeal = names[i], .amount = 100000 };
    }
  scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_ORDER_SIZE, SAMPLE_NARROW);
  g_assert_true (g_str_has_prefix (sample_text (scene, "label/+more"), "and 2"));
  g_assert_cmpint (sample_table_sum (scene, 1), ==, G_GINT64_CONSTANT (465000000) * NIDA_MONEY_UNIT);
  g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 30);
  g_object_unref (scene);
}

static void
test_table (void)
{
  g_autoptr (NidaScene) scene = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, SAMPLE_NARROW);
  const NidaTableRow *first = g_ptr_array_index (nida_scene_get_table (scene)->rows, 0);

  g_assert_cmpint (sample_table_sum (scene, 1), ==, G_GINT64_CONSTANT (3800000000) * NIDA_MONEY_UNIT);
  g_assert_cmpint (sample_table_sum (scene, 2), ==, G_GINT64_CONSTANT (2527000000) * NIDA_MONEY_UNIT);
  g_assert_cmpstr (first->cells[1], ==, "2,000,000,000");
  g_assert_cmpstr (nida_scene_get_table (scene)->headings[1], ==, "Requirements, US$");
  g_assert_cmpstr (nida_scene_get_table (scene)->headings[5], ==, "Coverage");
  g_assert_nonnull (nida_scene_find (scene, first->key));
}

static void
test_marks (void)
{
  g_autoptr (NidaScene) scene = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, SAMPLE_NARROW);
  const NidaMark *mark = nida_scene_find (scene, "bar/Syria/received")->mark;

  g_assert_nonnull (mark);
  g_assert_cmpuint (mark->n_fields, ==, 1);
  g_assert_cmpint (mark->fields[0], ==, NIDA_FIELD_APPEAL);
  g_assert_cmpstr (mark->values[0], ==, "Syria");
  g_assert_cmpstr (nida_mark_get_label (mark), ==, "Syria: Received");
  g_assert_cmpstr (nida_mark_get_exact (mark), ==, "$900,000,000");
  g_assert_cmpint (mark->money, ==, G_GINT64_CONSTANT (900000000) * NIDA_MONEY_UNIT);
}

static void
test_empty (void)
{
  g_autoptr (NidaScene) scene = scene_of (NULL, 0, NIDA_ORDER_SIZE, SAMPLE_NARROW);

  g_assert_nonnull (nida_scene_find (scene, "message"));
}

/* What the row of the others says is never cut: smaller, in fewer words, on a second line, at last without those that have no
 * requirement, of which the description speaks anyway. */
static void
test_more_is_whole (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (appeals, G_N_ELEMENTS (appeals));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  guint n_two = 0, n_without = 0, n_dropped = 0;

  spec->top = 2;
  for (int rtl = FALSE; rtl <= TRUE; rtl++)
    for (double width = 260; width <= 700; width += 5)
      {
        g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { width, 300, 1, rtl, NIDA_TIME_LTR });
        const NidaNode *node = nida_scene_find (scene, "label/+more");
        g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

        g_test_message ("%g %s", width, rtl ? "rtl" : "ltr");
        g_assert_nonnull (strstr (nida_scene_get_description (scene), "no requirement."));
        if (node == NULL)
          continue;
        g_assert_cmpuint (nida_measurer_lines (measurer, node->text, node->font, 1, node->box.width + 0.4), <=, node->max_lines);
        g_assert_null (strstr (node->text, "…"));
        n_two += node->max_lines > 1;
        n_without += strstr (node->text, "without") != NULL;
        n_dropped += strstr (node->text, "without") == NULL;
      }
  g_assert_cmpuint (n_two, >, 0);
  g_assert_cmpuint (n_without, >, 0);
  g_assert_cmpuint (n_dropped, >, 0);
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed, TRUE, seed % 3 == 0);
      g_autofree char *what = g_strdup_printf ("coverage, seed %u", seed);

      spec->order = seed % 3;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) known = sample_dataset (appeals, G_N_ELEMENTS (appeals));
  g_autoptr (NidaDataset) unknown = sample_dataset (objectives, G_N_ELEMENTS (objectives));
  g_autoptr (NidaDataset) several = sample_dataset (years, G_N_ELEMENTS (years));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);

  spec->order = NIDA_ORDER_SIZE;
  sample_assert_goldens (known, spec, SAMPLE_NARROW, "coverage");
  sample_assert_goldens (unknown, spec, SAMPLE_NARROW, "coverage-required");
  sample_assert_goldens (several, spec, SAMPLE_NARROW, "coverage-years");
}

/* Where figures leave names no room all go without the year of the chart, then one takes a second line; none is cut. */
static void
test_long_names (void)
{
  static const SampleRow plans[] = {
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Humanitarian plan of the north 2026", .amount = 2000000000 },
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Escalation of hostilities flash appeal of the coast 2026", .amount = 1000000000 },
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Short 2026", .amount = 500000000 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (plans, G_N_ELEMENTS (plans));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (NidaScene) scene = NULL;
  const SampleFrame frame = { 290, 356, 1, FALSE, NIDA_TIME_LTR };
  const NidaNode *brief, *two, *short_one;

  nida_query_add_filter (spec->query, NIDA_FIELD_DATE, "2026");
  scene = sample_scene (dataset, spec, frame);
  brief = nida_scene_find (scene, "label/Humanitarian plan of the north 2026");
  two = nida_scene_find (scene, "label/Escalation of hostilities flash appeal of the coast 2026");
  short_one = nida_scene_find (scene, "label/Short 2026");
  g_assert_nonnull (strstr (brief->text, "Humanitarian plan of the north"));
  g_assert_null (strstr (brief->text, "2026"));
  g_assert_nonnull (strstr (two->text, "of the coast"));
  g_assert_cmpuint (two->max_lines, ==, 2);
  g_assert_null (strstr (short_one->text, "2026"));
  g_assert_cmpuint (short_one->max_lines, ==, 1);
  /* the bar keeps clear of the second line */
  g_assert_cmpfloat (box_of (scene, "bar/Escalation of hostilities flash appeal of the coast 2026/required").y, >=,
                     two->box.y + two->box.height);
}

static void
test_narrow (void)
{
  g_autoptr (NidaScene) scene = scene_of (appeals, G_N_ELEMENTS (appeals), NIDA_ORDER_SIZE, (SampleFrame) { 160, 300, 1, FALSE, NIDA_TIME_LTR });

  g_assert_cmpstr (sample_text (scene, "value/Syria"), ==, "$900M ·");
  g_assert_cmpstr (sample_text (scene, "percent/Syria"), ==, "45%");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/names/long-ones-are-not-cut", test_long_names);
  g_test_add_func ("/coverage/45-percent/parts-add-up-to-the-requirement", test_parts_add_up);
  g_test_add_func ("/coverage/0-and-100-percent/have-one-part", test_zero_and_full);
  g_test_add_func ("/coverage/112-percent/goes-on-as-an-outline-past-a-tick", test_overflow);
  g_test_add_func ("/coverage/no-requirement/has-no-bar-and-says-so", test_without_requirement);
  g_test_add_func ("/coverage/silence/is-not-zero", test_silent);
  g_test_add_func ("/coverage/silence/of-objectives-when-the-appeal-has-money", test_whole_only);
  g_test_add_func ("/coverage/order/source-size-or-gap", test_order);
  g_test_add_func ("/coverage/order/some-are-the-largest", test_order_of_some);
  g_test_add_func ("/coverage/no-funding/is-hatched-and-shows-shares", test_not_in_the_sources);
  g_test_add_func ("/coverage/stated-total/of-one-appeal-is-not-that-of-two", test_stated_of_one_appeal);
  g_test_add_func ("/coverage/stated-total/stands-beside-the-computed-one", test_stated_beside_computed);
  g_test_add_func ("/coverage/many/the-rest-is-named", test_more);
  g_test_add_func ("/coverage/many/the-rest-is-not-cut", test_more_is_whole);
  g_test_add_func ("/coverage/table/sums-to-the-chart", test_table);
  g_test_add_func ("/coverage/mark/filters-by-its-appeal", test_marks);
  g_test_add_func ("/coverage/empty/says-why", test_empty);
  g_test_add_func ("/coverage/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/coverage/narrow/the-second-figure-goes-whole", test_narrow);
  g_test_add_func ("/coverage/golden", test_golden);
  return g_test_run ();
}
