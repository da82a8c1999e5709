/* Nodes come by size, by hand, and after a refresh as they were; in both directions alike. */
#include "config.h"

#include "sample.h"
#include "scene-builder.h"

#include <stdlib.h>
#include <string.h>

static NidaChartSpec *
make_spec (void)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_SANKEY);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  return spec;
}

/* Donors from A on with these millions, 0: it is not there; all for one category. */
static GPtrArray *
answer (const NidaChartSpec *spec,
        const guint         *millions,
        guint                n)
{
  const char * const names[] = { "A", "B", "C", "D", "E" };
  SampleRow rows[G_N_ELEMENTS (names)] = { { 0 } };
  guint n_rows = 0;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);

  for (guint i = 0; i < n; i++)
    if (millions[i] > 0)
      rows[n_rows++] = (SampleRow) { NIDA_KIND_PAID, "2026", .category = "Food", .donor = names[i], .amount = millions[i] * 1000000 };
  dataset = sample_dataset (rows, n_rows);
  engine = nida_local_engine_new (dataset);
  return nida_local_engine_query_all (engine, queries, NULL);
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  double x = (*(const NidaNode * const *) a)->box.y, y = (*(const NidaNode * const *) b)->box.y;

  return x < y ? -1 : x > y;
}

/* The donors from the top down: "ABC". */
static char *
order_of (const NidaChartSpec *spec,
          GPtrArray           *cubes,
          gboolean             arabic,
          double               height)
{
  g_autoptr (NidaLanguage) language = nida_language_new (arabic ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  NidaChartContext context = { .language = language, .measurer = measurer, .width = 648, .height = height, .scale = 1 };
  g_autoptr (NidaScene) scene = nida_chart_build (spec, cubes, &context);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    if (g_str_has_prefix (nida_scene_get_node (scene, i)->key, "node/0/"))
      g_ptr_array_add (nodes, (gpointer) nida_scene_get_node (scene, i));
  g_ptr_array_sort (nodes, compare_tops);
  for (guint i = 0; i < nodes->len; i++)
    g_string_append (order, ((const NidaNode *) nodes->pdata[i])->key + strlen ("node/0/"));
  return g_string_free (order, FALSE);
}

static void
assert_order (const NidaChartSpec *spec,
              GPtrArray           *cubes,
              const char          *expected)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autofree char *order = order_of (spec, cubes, arabic, 400);

      g_assert_cmpstr (order, ==, expected);
    }
}

static void
test_refresh (void)
{
  g_autoptr (NidaChartSpec) first = make_spec (), second = make_spec (), third = make_spec ();
  g_autoptr (GPtrArray) before = answer (first, (const guint[]) { 50, 40, 30, 0, 0 }, 5);
  g_autoptr (GPtrArray) now = answer (second, (const guint[]) { 50, 40, 60, 45, 0 }, 5);
  g_autoptr (GPtrArray) later = answer (third, (const guint[]) { 10, 40, 60, 45, 55 }, 5);

  assert_order (first, before, "ABC");
  assert_order (second, now, "CADB");
  /* C has passed the others and keeps its place; D is new, and less than the last, C */
  g_assert_true (nida_chart_keep_order (second, first, before));
  assert_order (second, now, "ABCD");
  /* E is less than C, and no other that stands behind it is larger */
  g_assert_true (nida_chart_keep_order (third, second, now));
  assert_order (third, later, "ABCED");
}

/* What is drawn is decided by size: a name that came to be small does not keep a larger one out. */
static void
test_small (void)
{
  g_autoptr (NidaChartSpec) first = make_spec (), second = make_spec ();
  g_autoptr (GPtrArray) before = answer (first, (const guint[]) { 50, 40, 30, 20, 0 }, 5);
  g_autoptr (GPtrArray) now = answer (second, (const guint[]) { 1, 1, 300, 200, 0 }, 5);

  g_assert_true (nida_chart_keep_order (second, first, before));
  assert_order (second, now, "CD+other");
}

/* By hand comes first, also when a name passes those that were put in order. */
static void
test_by_hand (void)
{
  g_autoptr (NidaChartSpec) first = make_spec (), second = make_spec ();
  g_autoptr (GPtrArray) before = NULL, now = NULL;

  first->ordered = g_strdupv ((char *[]) { (char *) "B", NULL });
  second->ordered = g_strdupv (first->ordered);
  before = answer (first, (const guint[]) { 50, 40, 30, 0, 0 }, 5);
  now = answer (second, (const guint[]) { 50, 40, 60, 0, 0 }, 5);
  assert_order (first, before, "BAC");
  g_assert_true (nida_chart_keep_order (second, first, before));
  assert_order (second, now, "BAC");
}

/* Another filter, measure or order by hand is another question, and so is another kind: by size. */
static void
test_other_question (void)
{
  g_autoptr (NidaChartSpec) first = make_spec (), filtered = make_spec (), measured = make_spec (), ordered = make_spec ();
  g_autoptr (NidaChartSpec) ranking = nida_chart_spec_new (NIDA_CHART_RANKING), titled = make_spec ();
  g_autoptr (GPtrArray) before = answer (first, (const guint[]) { 50, 40, 30, 0, 0 }, 5);

  nida_query_add_filter (filtered->query, NIDA_FIELD_CATEGORY, "Food");
  measured->measure = NIDA_MEASURE_PLEDGED;
  ordered->ordered = g_strdupv ((char *[]) { (char *) "B", NULL });
  titled->title = g_strdup ("Who gave");
  g_assert_false (nida_chart_keep_order (filtered, first, before));
  g_assert_false (nida_chart_keep_order (measured, first, before));
  g_assert_false (nida_chart_keep_order (ordered, first, before));
  g_assert_false (nida_chart_keep_order (ranking, first, before));
  g_assert_false (nida_chart_keep_order (titled, first, NULL));
  g_assert_null (filtered->kept);
  /* its words are none of it */
  g_assert_true (nida_chart_keep_order (titled, first, before));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sankey-order/refresh/names-stay-and-new-ones-stand-behind-the-last-larger", test_refresh);
  g_test_add_func ("/sankey-order/refresh/what-is-drawn-is-decided-by-size", test_small);
  g_test_add_func ("/sankey-order/by-hand/comes-first", test_by_hand);
  g_test_add_func ("/sankey-order/other-question/is-by-size", test_other_question);
  return g_test_run ();
}
