/* Dots on marks behind which something is new: one a filter, in either direction, with a legend and a sentence. */
#include "config.h"

#include "sample.h"

#include <math.h>
#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2026-01-02", .category = "Food", .donor = "Donor 1", .donor_ar = "الجهة 1", .amount = 2330 },
  { NIDA_KIND_PAID, "2026-02-02", .category = "Food", .donor = "Donor 2", .donor_ar = "الجهة 2", .amount = 1010 },
  { NIDA_KIND_PAID, "2026-02-03", .category = "Health", .donor = "Donor 3", .donor_ar = "الجهة 3", .amount = 700 },
};

/* Donor 1 or January is new, Donor 2 changed; the whole is both. */
static void
count_cb (gpointer             data,
          const NidaChartSpec *spec,
          const NidaMark      *mark,
          guint                counts[NIDA_N_NEWS])
{
  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
  if (mark == NULL)
    {
      counts[NIDA_NEWS_NEW] = 1;
      counts[NIDA_NEWS_CHANGED] = 2;
    }
  for (guint i = 0; mark != NULL && i < mark->n_fields; i++)
    {
      counts[NIDA_NEWS_NEW] = MAX (counts[NIDA_NEWS_NEW], strcmp (mark->values[i], "Donor 1") == 0 || strcmp (mark->values[i], "Food") == 0);
      counts[NIDA_NEWS_CHANGED] = MAX (counts[NIDA_NEWS_CHANGED], strcmp (mark->values[i], "Donor 2") == 0);
    }
}

/* Donor 2 is the desk's own. */
static void
own_cb (gpointer             data,
        const NidaChartSpec *spec,
        const NidaMark      *mark,
        guint                counts[NIDA_N_NEWS])
{
  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
  counts[NIDA_NEWS_OWN] = mark == NULL;
  for (guint i = 0; mark != NULL && i < mark->n_fields; i++)
    counts[NIDA_NEWS_OWN] = MAX (counts[NIDA_NEWS_OWN], strcmp (mark->values[i], "Donor 2") == 0);
}

/* What came is Donor 2's. */
static void
came_cb (gpointer             data,
         const NidaChartSpec *spec,
         const NidaMark      *mark,
         guint                counts[NIDA_N_NEWS])
{
  own_cb (data, spec, mark, counts);
  counts[NIDA_NEWS_CAME] = counts[NIDA_NEWS_OWN];
  counts[NIDA_NEWS_OWN] = 0;
}

static void
nothing_cb (gpointer             data,
            const NidaChartSpec *spec,
            const NidaMark      *mark,
            guint                counts[NIDA_N_NEWS])
{
  memset (counts, 0, NIDA_N_NEWS * sizeof *counts);
}

static NidaScene *
build_with (NidaChartSpec *spec,
            gboolean       arabic,
            double         height,
            void         (*count) (gpointer data, const NidaChartSpec *spec, const NidaMark *mark, guint counts[NIDA_N_NEWS]))
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) language = nida_language_new (arabic ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, NULL);
  g_autoptr (NidaColorMap) colors = nida_color_map_new ();
  NidaChartNews counts = { .since = nida_date_local_end (nida_date_new_day (2026, 3, 1)), .serial = 7, .count = count };
  NidaChartContext context = {
    .language = language, .measurer = measurer, .width = 480, .height = height, .scale = 1, .colors = colors, .news = &counts,
  };

  return nida_chart_build (spec, cubes, &context);
}

static NidaScene *
build (NidaChartSpec *spec,
       gboolean       arabic,
       double         height,
       gboolean       news)
{
  return build_with (spec, arabic, height, news ? count_cb : nothing_cb);
}

/* A square at the start of the bar, words in the legend, the tooltip and the description. */
static void
test_own (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) ltr = build_with (spec, FALSE, 356, own_cb), rtl = build_with (spec, TRUE, 356, own_cb);
  const NidaNode *bar = nida_scene_find (ltr, "bar/Donor 2"), *square = nida_scene_find (ltr, "own/bar/Donor 2");
  const NidaNode *mirrored = nida_scene_find (rtl, "own/bar/Donor 2"), *other = nida_scene_find (rtl, "bar/Donor 2");

  g_assert_nonnull (square);
  g_assert_null (nida_scene_find (ltr, "own/bar/Donor 1"));
  g_assert_cmpfloat (square->box.x + square->box.width / 2, ==, bar->box.x);
  g_assert_cmpfloat (fabs (mirrored->box.x + mirrored->box.width / 2 - other->box.x - other->box.width), <, 0.01);
  g_assert_cmpstr (sample_text (ltr, "legend/own/label"), ==, "The desk’s own: 1");
  g_assert_nonnull (strstr (nida_scene_get_description (ltr), "The desk’s own: 1."));
}

/* The table has a last column for it, so that what is copied and exported says it too. */
static void
test_own_column (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) own = build_with (spec, FALSE, 356, own_cb), none = build (spec, FALSE, 356, FALSE);
  const NidaTable *table = nida_scene_get_table (own), *plain = nida_scene_get_table (none);
  guint n = 0;

  g_assert_cmpuint (table->n_columns, ==, plain->n_columns + 1);
  g_assert_cmpuint (table->rows->len, ==, plain->rows->len);
  g_assert_cmpstr (table->headings[plain->n_columns], ==, "The desk’s own");
  g_assert_null (table->headings[table->n_columns]);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const NidaTableRow *row = table->rows->pdata[i];
      gboolean is_own = g_strcmp0 (row->key, "bar/Donor 2") == 0;

      g_assert_cmpstr (row->cells[plain->n_columns], ==, is_own ? "1" : "");
      g_assert_null (row->cells[table->n_columns]);
      n += is_own;
    }
  g_assert_cmpuint (n, ==, 1);
}

static guint
count_dots (NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    n += g_str_has_prefix (nida_scene_get_node (scene, i)->key, "news/");
  return n;
}

static void
test_ranking (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) ltr = build (spec, FALSE, 356, TRUE), rtl = build (spec, TRUE, 356, TRUE);
  const NidaNode *bar = nida_scene_find (ltr, "bar/Donor 1"), *dot = nida_scene_find (ltr, "news/bar/Donor 1");
  const NidaNode *mirrored = nida_scene_find (rtl, "news/bar/Donor 1"), *changed = nida_scene_find (ltr, "news/bar/Donor 2");

  g_assert_cmpuint (count_dots (ltr), ==, 2);
  g_assert_cmpfloat (dot->box.x + dot->box.width / 2, ==, bar->box.x + bar->box.width);
  g_assert_cmpfloat (dot->box.y + dot->box.height / 2, ==, bar->box.y);
  g_assert_cmpint (dot->fill, ==, NIDA_COLOR_TEXT);
  g_assert_cmpint (changed->fill, ==, NIDA_COLOR_CARD);
  g_assert_cmpint (changed->stroke, ==, NIDA_COLOR_TEXT);
  g_assert_cmpfloat (fabs (mirrored->box.x - nida_scene_find (rtl, "bar/Donor 1")->box.x), <, dot->box.width);
  g_assert_cmpstr (sample_text (ltr, "legend/new/label"), ==, "New since 1 Mar 2026: 1");
  g_assert_cmpstr (sample_text (ltr, "legend/changed/label"), ==, "Changed since 1 Mar 2026: 2");
  g_assert_cmpstr (nida_mark_get_lines (bar->mark)[g_strv_length ((char **) nida_mark_get_lines (bar->mark)) - 1], ==, "New since 1 Mar 2026: 1");
  g_assert_nonnull (strstr (nida_scene_get_description (ltr), "Changed since 1 Mar 2026: 2."));
  sample_assert_tidy (ltr, "ltr");
}

/* A donut is not mirrored: its dot must lie in the sector in both directions. */
static void
test_donut (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_PARTS);

  nida_query_unref (spec->query);
  spec->query = nida_query_new ();
  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  spec->query->n_by = 1;
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaScene) scene = build (spec, arabic, 356, TRUE);
      const NidaNode *sector = nida_scene_find (scene, "bar/Food"), *dot = nida_scene_find (scene, "news/bar/Food");
      double x, y, angle, radius;

      g_assert_nonnull (dot);
      if (sector->shape != NIDA_SHAPE_SECTOR)
        continue;
      x = dot->box.x + dot->box.width / 2 - sector->points[0].x;
      y = dot->box.y + dot->box.height / 2 - sector->points[0].y;
      angle = atan2 (x, -y);
      radius = hypot (x, y);
      if (angle < 0)
        angle += 2 * G_PI;
      g_assert_cmpfloat (angle, >, sector->from);
      g_assert_cmpfloat (angle, <, sector->to);
      g_assert_cmpfloat (radius, >, sector->inner);
      g_assert_cmpfloat (radius, <, sector->outer);
    }
}

/* A card has no room for a legend, and one dot for all that it counts. */
static void
test_card (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (NidaScene) scene = NULL;

  spec->measure = NIDA_MEASURE_RECEIVED;
  scene = build (spec, FALSE, 104, TRUE);
  g_assert_cmpuint (count_dots (scene), ==, 1);
  g_assert_null (nida_scene_find (scene, "legend/new/label"));
}

static void
test_nothing (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) scene = build (spec, FALSE, 356, FALSE);

  g_assert_cmpuint (count_dots (scene), ==, 0);
  g_assert_null (nida_scene_find (scene, "legend/new/label"));
}

/* The slot of a column is marked by what stands in it. */
static void
test_columns (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  g_autoptr (NidaScene) scene = NULL;

  spec->measure = NIDA_MEASURE_RECEIVED;
  nida_query_unref (spec->query);
  spec->query = nida_query_new ();
  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_MONTH };
  spec->query->by[1] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->n_by = 2;
  scene = build (spec, FALSE, 356, TRUE);
  g_assert_cmpuint (count_dots (scene), ==, 2);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    g_assert_false (g_str_has_prefix (nida_scene_get_node (scene, i)->key, "news/slot"));
}

/* The keys of all that knows of rows that came. */
static char *
list_came (NidaScene *scene)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->came != 0)
        g_string_append_printf (list, "%s:%u ", node->key, node->came);
    }
  return g_string_free (list, FALSE);
}

/* Its mark knows, whether or not it has a dot already; nothing is drawn or said of it. */
static void
test_came (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) scene = build_with (spec, FALSE, 356, came_cb), none = build (spec, FALSE, 356, FALSE);
  g_autofree char *came = list_came (scene), *nothing = list_came (none), *dump = nida_scene_dump (scene), *plain = nida_scene_dump (none);

  g_assert_cmpstr (came, ==, "bar/Donor 2:7 ");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (dump, ==, plain);
  g_assert_cmpstr (nida_scene_get_description (scene), ==, nida_scene_get_description (none));
}

/* What no bar names has what is left when that of the named ones is taken away: a sign is not on both. */
static void
test_rest (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) news = NULL, came = NULL;
  const NidaNode *dot = NULL;
  g_autofree char *keys = NULL;

  spec->top = 1;
  news = build (spec, FALSE, 356, TRUE);
  came = build_with (spec, FALSE, 356, came_cb);
  keys = list_came (came);
  g_assert_cmpstr (keys, ==, "bar/+other:7 ");
  g_assert_cmpuint (count_dots (news), ==, 2);
  g_assert_cmpint (nida_scene_find (news, "news/bar/Donor 1")->fill, ==, NIDA_COLOR_TEXT);
  /* of the rest some are changed, and what is new is behind the named one */
  dot = nida_scene_find (news, "news/bar/+other");
  g_assert_nonnull (dot);
  g_assert_cmpint (dot->fill, ==, NIDA_COLOR_CARD);
}

/* The slot of a column is there for the pointer: what stands in it pulses. */
static void
test_came_columns (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *came = NULL;

  spec->measure = NIDA_MEASURE_RECEIVED;
  nida_query_unref (spec->query);
  spec->query = nida_query_new ();
  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_MONTH };
  spec->query->by[1] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->n_by = 2;
  scene = build_with (spec, FALSE, 356, came_cb);
  came = list_came (scene);
  g_assert_cmpstr (came, ==, "bar/2026-02/Donor 2:7 ");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/news/ranking/a-dot-on-the-corner-of-each-in-both-directions", test_ranking);
  g_test_add_func ("/news/donut/the-dot-lies-in-its-sector-in-both-directions", test_donut);
  g_test_add_func ("/news/card/one-dot-and-no-legend", test_card);
  g_test_add_func ("/news/columns/no-second-dot-on-the-slot", test_columns);
  g_test_add_func ("/news/nothing/nothing-is-drawn", test_nothing);
  g_test_add_func ("/news/came/the-mark-knows-and-nothing-is-said", test_came);
  g_test_add_func ("/news/came/what-stands-in-a-slot-and-not-the-slot", test_came_columns);
  g_test_add_func ("/news/rest/has-what-is-left-beside-the-named", test_rest);
  g_test_add_func ("/news/own/a-square-and-words", test_own);
  g_test_add_func ("/news/own/is-a-column-of-the-table", test_own_column);
  return g_test_run ();
}
