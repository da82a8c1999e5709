/* Small charts: each what the chart is under a filter, all on one scale, the latest largest first. */
#include "config.h"

#include "sample.h"

#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2024", NULL, NULL, "Food", "الغذاء", "Donor 1", NULL, 400000000 },
  { NIDA_KIND_PAID, "2025", NULL, NULL, "Food", "الغذاء", "Donor 2", NULL, 250000000 },
  { NIDA_KIND_PAID, "2026", NULL, NULL, "Food", "الغذاء", "Donor 1", NULL, 30000000 },
  { NIDA_KIND_PAID, "2024", NULL, NULL, "Health", "الصحة", "Donor 2", NULL, 20000000 },
  { NIDA_KIND_PAID, "2026", NULL, NULL, "Health", "الصحة", "Donor 3", NULL, 80000000 },
  { NIDA_KIND_PAID, "2025", NULL, NULL, "Shelter", "المأوى", "Donor 3", NULL, 5000000 },
  { NIDA_KIND_PAID, "2026", NULL, NULL, "Shelter", "المأوى", "Donor 1", NULL, 1000000 },
  { NIDA_KIND_PAID, "2026", NULL, NULL, NULL, NULL, "Donor 1", NULL, 7000000 },
};

static const SampleFrame large = { 900, 420, 1, FALSE, NIDA_TIME_LTR };

static NidaChartSpec *
make_spec (NidaChartKind kind,
           gboolean      own_scales)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->panels = NIDA_FIELD_CATEGORY;
  spec->own_scales = own_scales;
  spec->step = NIDA_STEP_YEAR;
  return spec;
}

static NidaScene *
scene_of (NidaChartKind kind,
          gboolean      own_scales,
          SampleFrame   frame)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec (kind, own_scales);

  return sample_scene (dataset, spec, frame);
}

/* The words of the ticks of one panel, from zero on. */
static char *
ticks_of (NidaScene  *scene,
          const char *panel)
{
  GString *ticks = g_string_new (NULL);

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *key = g_strdup_printf ("panel/%s/axis/%u", panel, i);

      if (sample_text (scene, key) != NULL)
        g_string_append_printf (ticks, "%s|", sample_text (scene, key));
    }
  return g_string_free (ticks, FALSE);
}

static void
test_same_ticks (void)
{
  const NidaChartKind kinds[] = { NIDA_CHART_TIMELINE, NIDA_CHART_LINE, NIDA_CHART_AREA };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (NidaScene) same = scene_of (kinds[i], FALSE, large), own = scene_of (kinds[i], TRUE, large);
      g_autofree char *food = ticks_of (same, "Food"), *health = ticks_of (same, "Health"), *shelter = ticks_of (same, "Shelter");
      g_autofree char *own_food = ticks_of (own, "Food"), *own_shelter = ticks_of (own, "Shelter");

      g_assert_cmpstr (food, !=, "");
      g_assert_cmpstr (food, ==, health);
      g_assert_cmpstr (food, ==, shelter);
      g_assert_cmpstr (own_food, !=, own_shelter);
      g_assert_nonnull (strstr (sample_text (same, "subtitle"), "all on one scale"));
      g_assert_nonnull (strstr (sample_text (own, "subtitle"), "each on a scale of its own"));
    }
}

/* Bars of all panels are as long as their figures. */
static void
test_same_bars (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_RANKING, FALSE, large);
  const NidaNode *food = nida_scene_find (scene, "panel/Food/bar/Donor 1"), *health = nida_scene_find (scene, "panel/Health/bar/Donor 3");

  g_assert_cmpfloat (health->box.width, <, food->box.width / 2);
}

static void
test_order (void)
{
  g_autoptr (NidaScene) time = scene_of (NIDA_CHART_TIMELINE, FALSE, large), whole = scene_of (NIDA_CHART_RANKING, FALSE, large);

  /* Food was most in all, and Health in 2026 */
  g_assert_cmpfloat (nida_scene_find (time, "panel/Health/title")->box.x, <, nida_scene_find (time, "panel/Food/title")->box.x);
  g_assert_cmpfloat (nida_scene_find (whole, "panel/Health/title")->box.x, >, nida_scene_find (whole, "panel/Food/title")->box.x);
}

static void
test_filtered (void)
{
  const NidaChartKind kinds[] = { NIDA_CHART_TIMELINE, NIDA_CHART_RANKING, NIDA_CHART_PARTS, NIDA_CHART_LINE };
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (NidaChartSpec) spec = make_spec (kinds[k], FALSE), alone = make_spec (kinds[k], FALSE);
      g_autoptr (NidaScene) scene = NULL, one = NULL;
      guint compared = 0;

      spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
      alone->query->by[alone->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
      alone->panels = NIDA_FIELD_NONE;
      nida_query_add_filter (alone->query, NIDA_FIELD_CATEGORY, "Food");
      scene = sample_scene (dataset, spec, large);
      one = sample_scene (dataset, alone, large);
      for (guint i = 0; i < nida_scene_get_n_nodes (one); i++)
        {
          const NidaNode *node = nida_scene_get_node (one, i), *twin;
          g_autofree char *key = g_strconcat ("panel/Food/", node->key, NULL);

          twin = nida_scene_find (scene, key);
          if (node->mark == NULL || node->mark->money == NIDA_MONEY_NONE || twin == NULL)
            continue;
          compared++;
          g_assert_cmpint (twin->mark->money, ==, node->mark->money);
          g_assert_cmpuint (twin->mark->n_fields, ==, node->mark->n_fields + 1);
          g_assert_cmpstr (twin->mark->values[node->mark->n_fields], ==, "Food");
        }
      g_assert_cmpuint (compared, >, 0);
    }
}

/* A year without a requirement has no panel of coverage, and what the bars mean is said. */
static void
test_nothing_to_show (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_REQUIREMENT, "2025", .appeal = "Sudan", .amount = 1000 }, { NIDA_KIND_REPORTED, "2025", .appeal = "Sudan", .amount = 300 },
    { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Sudan", .amount = 2000 }, { NIDA_KIND_REPORTED, "2027", .appeal = "Sudan", .amount = 300 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_COVERAGE, FALSE);
  g_autoptr (NidaScene) scene = NULL;

  spec->panels = NIDA_FIELD_DATE;
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_APPEAL, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, large);
  g_assert_nonnull (nida_scene_find (scene, "panel/2026/title"));
  g_assert_null (nida_scene_find (scene, "panel/2027/title"));
  g_assert_nonnull (nida_scene_find (scene, "legend/received"));
}

static void
test_words (void)
{
  g_autoptr (NidaScene) scene = scene_of (NIDA_CHART_RANKING, FALSE, large);

  g_assert_nonnull (strstr (sample_text (scene, "panel/Food/title"), "Food"));
  g_assert_nonnull (strstr (sample_text (scene, "source"), "Without a chart of its own: $7M."));
  g_assert_nonnull (strstr (nida_scene_get_description (scene), "Small charts side by side"));
  g_assert_null (nida_scene_find (scene, "panel/Food/source"));
  g_assert_cmpint (sample_table_sum (scene, 3), ==, G_GINT64_CONSTANT (786000000) * NIDA_MONEY_UNIT);
}

/* Columns of one panel that another lacks are there once, and empty in the other. */
static void
test_table_of_names (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_TIMELINE, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  const NidaTable *table;
  guint donors = 0, found = 0;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, large);
  table = nida_scene_get_table (scene);
  for (guint c = 0; c < table->n_columns; c++)
    donors += strstr (table->headings[c], "Donor 1") != NULL;
  g_assert_cmpuint (donors, ==, 1);
  /* and the colours are told once for all, so that all plots are as high */
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      found += g_str_has_prefix (node->key, "legend/") && node->shape == NIDA_SHAPE_TEXT && strstr (node->text, "Donor 1") != NULL;
      g_assert_false (g_str_has_prefix (node->key, "panel/") && strstr (node->key, "/legend/") != NULL);
    }
  g_assert_cmpuint (found, ==, 1);
}

static void
test_years (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_RANKING, FALSE);
  g_autoptr (NidaScene) scene = NULL;

  spec->panels = NIDA_FIELD_DATE;
  scene = sample_scene (dataset, spec, large);
  g_assert_cmpfloat (nida_scene_find (scene, "panel/2026/title")->box.x, <, nida_scene_find (scene, "panel/2025/title")->box.x);
}

/* Years that have no room are not passed over in silence. */
static void
test_latest_years (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_RANKING, FALSE);

  spec->panels = NIDA_FIELD_DATE;
  for (guint top = 0; top <= 2; top += 2)
    {
      g_autoptr (NidaScene) scene = NULL;

      spec->top = top;
      scene = sample_scene (dataset, spec, large);
      g_assert_nonnull (nida_scene_find (scene, "panel/2026/title"));
      g_assert_true ((nida_scene_find (scene, "panel/2024/title") != NULL) == (top == 0));
      g_assert_true ((strstr (sample_text (scene, "subtitle"), "the latest only") != NULL) == (top > 0));
    }
}

static const SampleRow needs[] = {
  { NIDA_KIND_REQUIREMENT, "2025", .appeal = "Sudan 2025", .amount = 900000000 },
  { NIDA_KIND_PAID, "2025", .appeal = "Sudan 2025", .amount = 200000000 },
  { NIDA_KIND_COMMITMENT, "2025", .appeal = "Sudan 2025", .amount = 50000000 },
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Sudan 2026", .amount = 1000000000 },
  { NIDA_KIND_PAID, "2026", .appeal = "Sudan 2026", .amount = 300000000 },
  { NIDA_KIND_REQUIREMENT, "2026", .appeal = "Yemen 2026", .amount = 100000000 },
  { NIDA_KIND_COMMITMENT, "2026", .appeal = "Yemen 2026", .amount = 40000000 },
};

/* The steps of each year are those of a waterfall under a filter on it. */
static void
test_needs_by_year (void)
{
  static const char * const steps[] = { "requirement", "paid", "committed", "gap" };
  g_autoptr (NidaDataset) dataset = sample_dataset (needs, G_N_ELEMENTS (needs));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);
  g_autoptr (NidaScene) scene = NULL;

  spec->panels = NIDA_FIELD_DATE;
  scene = sample_scene (dataset, spec, large);
  sample_assert_tidy (scene, "needs by year");
  for (int year = 2025; year <= 2026; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);
      g_autoptr (NidaChartSpec) alone = nida_chart_spec_new (NIDA_CHART_WATERFALL);
      g_autoptr (NidaScene) whole = NULL;

      nida_query_add_filter (alone->query, NIDA_FIELD_DATE, name);
      whole = sample_scene (dataset, alone, SAMPLE_WIDE);
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          g_autofree char *key = g_strdup_printf ("bar/%s", steps[i]), *panel_key = g_strdup_printf ("panel/%d/bar/%s", year, steps[i]);
          const NidaNode *expected = nida_scene_find (whole, key), *node = nida_scene_find (scene, panel_key);

          g_assert_nonnull (expected);
          g_assert_nonnull (node);
          g_assert_cmpint (node->mark->money, ==, expected->mark->money);
        }
    }
}

/* One scale is one length: a bar of twice the money is twice as long, in whichever small chart, however long the words beside are. */
static void
test_one_length (gconstpointer data)
{
  const struct { double width, height; } sizes[] = { { 480, 400 }, { 800, 600 }, { 1200, 700 } };
  g_autoptr (NidaDataset) dataset = sample_dataset (needs, G_N_ELEMENTS (needs));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (GPOINTER_TO_UINT (data));
  guint compared = 0;

  spec->panels = NIDA_FIELD_APPEAL;
  spec->query->by[0].field = NIDA_FIELD_KIND;
  spec->query->n_by = spec->kind == NIDA_CHART_RANKING;
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 2; i++)
    {
      SampleFrame frame = { sizes[i / 2].width, sizes[i / 2].height, 1, i % 2, NIDA_TIME_LTR };
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, frame);
      double unit = 0;

      sample_assert_tidy (scene, "one length");
      for (guint k = 0; k < nida_scene_get_n_nodes (scene); k++)
        {
          const NidaNode *node = nida_scene_get_node (scene, k);

          if (node->mark == NULL || node->shape != NIDA_SHAPE_RECT || strstr (node->key, "/bar/") == NULL || node->mark->money <= 0)
            continue;
          if (unit == 0)
            unit = node->box.width / (double) node->mark->money;
          g_assert_cmpfloat_with_epsilon (node->box.width, unit * (double) node->mark->money, 1.01);
          compared++;
        }
    }
  g_assert_cmpuint (compared, >, 20);
}

/* The appeals are what a waterfall asks for anyway: each in a panel has the steps that it has alone. */
static void
test_needs_by_appeal (void)
{
  static const char * const steps[] = { "requirement", "paid", "committed", "gap" };
  static const char * const appeals[] = { "Sudan 2025", "Sudan 2026", "Yemen 2026" };
  g_autoptr (NidaDataset) dataset = sample_dataset (needs, G_N_ELEMENTS (needs));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);
  g_autoptr (NidaScene) scene = NULL;
  guint compared = 0;

  spec->panels = NIDA_FIELD_APPEAL;
  scene = sample_scene (dataset, spec, large);
  g_assert_null (nida_scene_find (scene, "message"));
  for (guint a = 0; a < G_N_ELEMENTS (appeals); a++)
    {
      g_autoptr (NidaChartSpec) alone = nida_chart_spec_new (NIDA_CHART_WATERFALL);
      g_autoptr (NidaScene) whole = NULL;

      nida_query_add_filter (alone->query, NIDA_FIELD_APPEAL, appeals[a]);
      whole = sample_scene (dataset, alone, SAMPLE_WIDE);
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          g_autofree char *key = g_strdup_printf ("bar/%s", steps[i]), *panel_key = g_strdup_printf ("panel/%s/bar/%s", appeals[a], steps[i]);
          const NidaNode *expected = nida_scene_find (whole, key), *node = nida_scene_find (scene, panel_key);

          g_assert_true ((expected != NULL) == (node != NULL));
          if (node == NULL)
            continue;
          g_assert_cmpint (node->mark->money, ==, expected->mark->money);
          compared++;
        }
    }
  g_assert_cmpuint (compared, ==, 3 + 3 + 3 + 1);       /* Sudan 2025 has both kinds of money */
}

static guint
count_panels_with (NidaScene  *scene,
                   const char *suffix)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      n += g_str_has_prefix (node->key, "panel/") && g_str_has_suffix (node->key, suffix);
    }
  return n;
}

/* Twelve fit as panels, and the steps of some do not fit into theirs: there are as many as all have room for, and the words
 * say that there are more. */
static void
test_fewer_and_larger (void)
{
  SampleRow rows[12 * 4];
  char names[12][16];
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      static const NidaKind kinds[] = { NIDA_KIND_REQUIREMENT, NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE };
      guint n = i / 4;

      g_snprintf (names[n], sizeof names[n], "Country %02u", n + 1);
      /* half of them have fewer steps */
      rows[i] = (SampleRow) { kinds[n % 2 == 0 ? i % 4 : i % 2], "2026", .country = names[n], .appeal = names[n], .amount = (i % 4 == 0 ? 900 : 100) - (int) n };
    }
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  spec->panels = NIDA_FIELD_COUNTRY;
  for (int height = 380; height <= 900; height += 130)
    for (gboolean arabic = FALSE; arabic <= TRUE; arabic++)
      {
        g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { 900, height, 1, arabic, NIDA_TIME_LTR });
        guint n = count_panels_with (scene, "/bar/requirement");

        sample_assert_tidy (scene, "fewer and larger");
        g_assert_cmpuint (n, >, 0);
        g_assert_cmpuint (count_panels_with (scene, "/message"), ==, 0);
        if (!arabic)
          g_assert_true ((strstr (sample_text (scene, "subtitle"), "largest of 12") != NULL) == (n < 12));
        g_assert_true (height < 900 || n == 12);
      }
}

/* Twelve clusters, each with what four donors gave in four years. */
static NidaDataset *
twelve_clusters (void)
{
  static const char * const donors[] = { "Donor 1", "Donor 2", "Donor 3", "A donor of a name that is longer than any room here" };
  static const char * const years[] = { "2023", "2024", "2025", "2026" };
  SampleRow rows[12 * G_N_ELEMENTS (donors) * G_N_ELEMENTS (years)];
  char names[12][16];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = i % 12, donor = i / 12 % G_N_ELEMENTS (donors), year = i / 12 / G_N_ELEMENTS (donors);

      g_snprintf (names[n], sizeof names[n], "Cluster %02u", n + 1);
      rows[i] = (SampleRow) { NIDA_KIND_PAID, years[year], .category = names[n], .donor = donors[donor], .amount = (20 - n) * (5 - donor) * (year + 1) };
    }
  return sample_dataset (rows, G_N_ELEMENTS (rows));
}

/* Marks that nobody can read are no charts: there are fewer panels where each of them has axes or a key. */
static void
test_fewer_to_be_read (void)
{
  const struct { NidaChartKind kind; const char *suffix; } read_by[] = {
    { NIDA_CHART_LINE, "/axis/latest" }, { NIDA_CHART_AREA, "/axis/latest" }, { NIDA_CHART_WAFFLE, "/key/name/Donor 2" },
  };
  g_autoptr (NidaDataset) dataset = twelve_clusters ();

  for (guint k = 0; k < G_N_ELEMENTS (read_by); k++)
    for (int height = 360; height <= 960; height += 120)
      for (gboolean arabic = FALSE; arabic <= TRUE; arabic++)
        {
          g_autoptr (NidaChartSpec) spec = make_spec (read_by[k].kind, FALSE);
          g_autoptr (NidaScene) scene = NULL;
          guint n;

          spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
          scene = sample_scene (dataset, spec, (SampleFrame) { 900, height, 1, arabic, NIDA_TIME_LTR });
          n = count_panels_with (scene, "/title");
          sample_assert_tidy (scene, "fewer to be read");
          g_assert_cmpuint (n, >, 1);
          g_assert_cmpuint (count_panels_with (scene, read_by[k].suffix), ==, n);
        }
}

/* A bar that is a hair says nothing of a requirement. */
static void
test_lengths_to_be_read (void)
{
  SampleRow rows[12 * 2];
  char names[12][16];
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_WATERFALL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = i / 2;

      g_snprintf (names[n], sizeof names[n], "Country %02u", n + 1);
      rows[i] = (SampleRow) { i % 2 == 0 ? NIDA_KIND_REQUIREMENT : NIDA_KIND_PAID, "2026", .country = names[n], .appeal = names[n],
                              .amount = i % 2 == 0 ? 900 : 100 };
    }
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  spec->panels = NIDA_FIELD_COUNTRY;
  for (int height = 420; height <= 900; height += 120)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { 760, height, 1, FALSE, NIDA_TIME_LTR });
      const NidaNode *bar = nida_scene_find (scene, "panel/Country 01/bar/requirement"), *title = nida_scene_find (scene, "panel/Country 01/title");

      g_assert_cmpfloat (bar->box.width, >=, title->box.width / 4 - 1);
    }
}

/* The shades of all panels are those of one legend above them, however small the panels are. */
static void
test_one_legend_of_shades (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_HEATMAP, FALSE);
  const guint heights[] = { 300, 420, 700 };

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { 900, heights[i], 1, FALSE, NIDA_TIME_LTR });
      guint explained = 0, cells = 0;

      sample_assert_tidy (scene, "shades");
      for (guint n = 0; n < nida_scene_get_n_nodes (scene); n++)
        {
          const NidaNode *node = nida_scene_get_node (scene, n);

          g_assert_false (g_str_has_prefix (node->key, "panel/") && strstr (node->key, "/legend/") != NULL);
          if (g_str_has_prefix (node->key, "legend/step/"))
            explained |= 1u << (node->fill - NIDA_COLOR_HEAT_1);
        }
      for (guint n = 0; n < nida_scene_get_n_nodes (scene); n++)
        {
          const NidaNode *node = nida_scene_get_node (scene, n);

          if (!g_str_has_prefix (node->key, "panel/") || node->mark == NULL || node->mark->money <= 0)
            continue;
          g_assert_true (explained >> (node->fill - NIDA_COLOR_HEAT_1) & 1);
          cells++;
        }
      g_assert_cmpuint (cells, >, 0);
    }
}

/* Health goes to Arab countries alone and Food to others, too: all are maps of the world. */
static void
test_one_area (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "Food", .amount = 900, .country = "Ukraine" },
    { NIDA_KIND_PAID, "2026", .category = "Food", .amount = 300, .country = "Yemen" },
    { NIDA_KIND_PAID, "2026", .category = "Health", .amount = 100, .country = "Yemen" },
    { NIDA_KIND_PAID, "2026", .category = "Health", .amount = 80, .country = "Sudan" },
  };
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_TILE_MAP, FALSE);

  for (guint first = 0; first <= 1; first++)
    {
      g_autoptr (NidaDataset) dataset = sample_dataset (rows + first, G_N_ELEMENTS (rows) - first);
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, large);
      const NidaNode *food = nida_scene_find (scene, "panel/Food/tile/YE"), *health = nida_scene_find (scene, "panel/Health/tile/YE");

      g_assert_nonnull (food);
      g_assert_nonnull (health);
      g_assert_cmpfloat_with_epsilon (food->box.width, health->box.width, 1e-6);
      g_assert_true ((nida_scene_find (scene, "panel/Health/tile/UA") != NULL) == (first == 0));
    }
}

/* Food is the largest in one country and the smallest in the other. */
static void
test_one_hue_a_name (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "Food", .amount = 900, .country = "Yemen" },
    { NIDA_KIND_PAID, "2026", .category = "Health", .amount = 300, .country = "Yemen" },
    { NIDA_KIND_PAID, "2026", .category = "Water", .amount = 100, .country = "Yemen" },
    { NIDA_KIND_PAID, "2026", .category = "Water", .amount = 800, .country = "Sudan" },
    { NIDA_KIND_PAID, "2026", .category = "Health", .amount = 200, .country = "Sudan" },
    { NIDA_KIND_PAID, "2026", .category = "Food", .amount = 150, .country = "Sudan" },
  };
  static const char * const names[] = { "Food", "Health", "Water" };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PARTS);
  g_autoptr (NidaScene) scene = NULL;
  guint seen = 0;

  spec->panels = NIDA_FIELD_COUNTRY;
  spec->parts = NIDA_PARTS_DONUT;
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, large);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *yemen = g_strdup_printf ("panel/Yemen/bar/%s", names[i]), *sudan = g_strdup_printf ("panel/Sudan/bar/%s", names[i]);
      const NidaNode *a = nida_scene_find (scene, yemen), *b = nida_scene_find (scene, sudan);

      g_assert_nonnull (a);
      g_assert_nonnull (b);
      g_assert_cmpint (a->fill, ==, b->fill);
      g_assert_false (seen >> a->fill & 1);
      seen |= 1u << a->fill;
    }
}

/* Names of lines are told once for all; grey is many names, so that the legend calls it none of them. */
static void
test_one_legend (void)
{
  SampleRow rows[2 * 8];
  char names[8][16];
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_LINE, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  guint n_others = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_snprintf (names[i / 2], sizeof names[i / 2], "Donor %u", i / 2 + 1);
      rows[i] = (SampleRow) { NIDA_KIND_PAID, i % 2 == 0 ? "2025" : "2026", .category = i / 2 % 2 == 0 ? "Food" : "Health", .donor = names[i / 2],
                              .amount = (900 - 50 * i) * 1000000 };
    }
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, large);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      g_assert_null (strstr (node->key, "/end/"));
      if (g_str_has_prefix (node->key, "legend/") && node->text != NULL)
        {
          n_others += g_str_equal (node->text, "The rest");
          g_assert_null (strstr (node->text, "Donor 6"));
        }
    }
  g_assert_cmpuint (n_others, ==, 1);
}

static void
test_refusals (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts)), empty = sample_dataset (NULL, 0);
  g_autoptr (NidaChartSpec) flows = make_spec (NIDA_CHART_SANKEY, FALSE), twice = make_spec (NIDA_CHART_RANKING, FALSE);
  g_autoptr (NidaChartSpec) ranking = make_spec (NIDA_CHART_RANKING, FALSE);
  g_autoptr (NidaScene) three = sample_scene (dataset, flows, large), same = NULL;
  g_autoptr (NidaScene) none = sample_scene (empty, ranking, large), card = sample_scene (dataset, ranking, SAMPLE_CARD);

  twice->query->by[twice->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  same = sample_scene (dataset, twice, large);
  g_assert_nonnull (nida_scene_find (three, "message"));
  g_assert_nonnull (nida_scene_find (same, "message"));
  g_assert_nonnull (nida_scene_find (none, "message"));
  g_assert_nonnull (nida_scene_find (card, "message"));
}

/* Of every kind there is. */
static void
test_tidy (void)
{
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    for (guint seed = 0; seed < 3; seed++)
      {
        g_autoptr (NidaDataset) dataset = seed == 0 ? sample_dataset (gifts, G_N_ELEMENTS (gifts)) : sample_random (seed, TRUE, seed == 2);
        g_autoptr (NidaChartSpec) spec = make_spec (kind, seed == 1);
        g_autofree char *what = g_strdup_printf ("panels of %s, seed %u", nida_chart_kind_get_name (kind), seed);

        sample_assert_tidy_everywhere (dataset, spec, what);
      }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_TIMELINE, FALSE);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "panels");
}

/* A long name takes a second line before it is cut, and all marks begin below it. */
static void
test_long_names (void)
{
  static const SampleRow facts[] = {
    { NIDA_KIND_PAID, "2025", .category = "Water, sanitation and hygiene in camps and in places of refuge far from home", .donor = "Donor 1", .amount = 4000000 },
    { NIDA_KIND_PAID, "2025", .category = "Food", .donor = "Donor 1", .amount = 3000000 },
    { NIDA_KIND_PAID, "2025", .category = "Health", .donor = "Donor 2", .amount = 2000000 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (facts, G_N_ELEMENTS (facts));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_LINE, FALSE);
  g_autoptr (NidaScene) high = sample_scene (dataset, spec, (SampleFrame) { 760, 560, 1, FALSE, NIDA_TIME_LTR });
  g_autoptr (NidaScene) low = sample_scene (dataset, spec, (SampleFrame) { 760, 250, 1, FALSE, NIDA_TIME_LTR });

  g_assert_cmpstr (sample_text (high, "panel/Water, sanitation and hygiene in camps and in places of refuge far from home/title"), ==, "Water, sanitation and hygiene in camps and in places of refuge far from home");
  g_assert_cmpuint (nida_scene_find (high, "panel/Food/title")->max_lines, ==, 2);
  g_assert_cmpuint (nida_scene_find (low, "panel/Food/title")->max_lines, ==, 1);
  g_assert_true (g_str_has_prefix (sample_text (low, "panel/Water, sanitation and hygiene in camps and in places of refuge far from home/title"), "Water"));
}

/* Names that begin alike are cut where they differ. */
static void
test_names_alike (void)
{
  static const char * const names[] = { "Syrian Arab Republic Humanitarian Response Plan 2021", "Syrian Arab Republic Humanitarian Response Plan 2022" };
  static const SampleRow facts[] = {
    { NIDA_KIND_PAID, "2025", .category = "Syrian Arab Republic Humanitarian Response Plan 2021", .donor = "Donor 1", .amount = 4000000 },
    { NIDA_KIND_PAID, "2025", .category = "Syrian Arab Republic Humanitarian Response Plan 2022", .donor = "Donor 1", .amount = 3000000 },
    { NIDA_KIND_PAID, "2025", .category = "Health", .donor = "Donor 2", .amount = 2000000 },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (facts, G_N_ELEMENTS (facts));
  g_autoptr (NidaChartSpec) spec = make_spec (NIDA_CHART_LINE, FALSE);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaScene) scene = sample_scene (dataset, spec, (SampleFrame) { 760, 250, 1, rtl, NIDA_TIME_LTR });
      const char *titles[G_N_ELEMENTS (names)];

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *key = g_strconcat ("panel/", names[i], "/title", NULL);

          titles[i] = sample_text (scene, key);
          g_assert_nonnull (strstr (titles[i], "…"));
        }
      g_assert_cmpstr (titles[0], !=, titles[1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/panels/waterfall/one-scale-is-one-length", GUINT_TO_POINTER (NIDA_CHART_WATERFALL), test_one_length);
  g_test_add_data_func ("/panels/ranking/one-scale-is-one-length", GUINT_TO_POINTER (NIDA_CHART_RANKING), test_one_length);
  g_test_add_func ("/panels/names/that-begin-alike-are-told-apart", test_names_alike);
  g_test_add_func ("/panels/scale/all-have-the-same-ticks", test_same_ticks);
  g_test_add_func ("/panels/scale/bars-can-be-compared", test_same_bars);
  g_test_add_func ("/panels/order/the-latest-largest-first", test_order);
  g_test_add_func ("/panels/figures/are-those-of-the-chart-under-a-filter", test_filtered);
  g_test_add_func ("/panels/nothing-to-show/has-no-panel", test_nothing_to_show);
  g_test_add_func ("/panels/words/say-what-has-no-panel", test_words);
  g_test_add_func ("/panels/table/has-each-name-once", test_table_of_names);
  g_test_add_func ("/panels/years/the-newest-first", test_years);
  g_test_add_func ("/panels/years/the-latest-only-is-said", test_latest_years);
  g_test_add_func ("/panels/years/steps-of-needs", test_needs_by_year);
  g_test_add_func ("/panels/colours/one-hue-is-one-name", test_one_hue_a_name);
  g_test_add_func ("/panels/legend/one-for-all-lines", test_one_legend);
  g_test_add_func ("/panels/appeals/steps-of-needs", test_needs_by_appeal);
  g_test_add_func ("/panels/room/fewer-and-larger", test_fewer_and_larger);
  g_test_add_func ("/panels/room/fewer-where-axes-or-keys-find-none", test_fewer_to_be_read);
  g_test_add_func ("/panels/room/bars-have-a-length", test_lengths_to_be_read);
  g_test_add_func ("/panels/legend/one-for-all-shades", test_one_legend_of_shades);
  g_test_add_func ("/panels/maps/of-one-area", test_one_area);
  g_test_add_func ("/panels/refusals/explain-themselves", test_refusals);
  g_test_add_func ("/panels/every-kind/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/panels/names/take-two-lines-before-they-are-cut", test_long_names);
  g_test_add_func ("/panels/golden", test_golden);
  return g_test_run ();
}
