/* Donors have the hues of the board; all other names those that are free after what a person chose. */
#include "config.h"

#include "hues.h"
#include "sample.h"

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2026", .category = "Food", .donor = "Kuwait", .amount = 400 },
  { NIDA_KIND_PAID, "2026", .category = "Health", .donor = "Qatar", .amount = 300 },
  { NIDA_KIND_PAID, "2026", .category = "Water", .donor = "Oman", .amount = 200 },
};

static NidaColorMap *
hues_of (NidaField     field,
         NidaColorMap *board,
         const char   *panel)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (NidaCube) cube = NULL;
  NidaChartContext context = { .language = language, .colors = board, .panel = panel };
  NidaRecipe recipe = { .context = &context };

  query->by[query->n_by++] = (NidaGroupBy) { field, NIDA_STEP_NONE };
  query->measures = 1u << NIDA_MEASURE_RECEIVED;
  cube = nida_local_engine_query (engine, query, NULL);
  groups = nida_groups_new (cube, 0, NIDA_MEASURE_RECEIVED, language);
  return nida_hues_new (&recipe, field, groups);
}

static void
test_donors (void)
{
  g_autoptr (NidaColorMap) board = nida_color_map_new (), hues = NULL, none = NULL;

  nida_color_map_pin (board, NIDA_FIELD_DONOR, "Oman");
  hues = hues_of (NIDA_FIELD_DONOR, board, NULL);
  g_assert_cmpint (nida_color_map_lookup (hues, NIDA_FIELD_DONOR, "Oman"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_color_map_lookup (hues, NIDA_FIELD_DONOR, "Kuwait"), ==, NIDA_COLOR_OTHER);
  none = hues_of (NIDA_FIELD_DONOR, NULL, NULL);
  g_assert_cmpint (nida_color_map_lookup (none, NIDA_FIELD_DONOR, "Kuwait"), ==, NIDA_COLOR_SERIES_1);
}

static void
test_others (void)
{
  g_autoptr (NidaColorMap) board = nida_color_map_new (), hues = NULL;

  nida_color_map_pin (board, NIDA_FIELD_CATEGORY, "Shelter");      /* by another chart */
  nida_color_map_set (board, NIDA_FIELD_CATEGORY, "Water", NIDA_COLOR_SERIES_2);
  hues = hues_of (NIDA_FIELD_CATEGORY, board, NULL);
  g_assert_cmpint (nida_color_map_lookup (hues, NIDA_FIELD_CATEGORY, "Food"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_color_map_lookup (hues, NIDA_FIELD_CATEGORY, "Water"), ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (nida_color_map_lookup (hues, NIDA_FIELD_CATEGORY, "Health"), ==, NIDA_COLOR_SERIES_3);
  g_assert_cmpint (nida_color_map_lookup (board, NIDA_FIELD_CATEGORY, "Food"), ==, NIDA_COLOR_OTHER);
}

/* One of several small charts takes what is said of all of them. */
static void
test_panels (void)
{
  g_autoptr (NidaColorMap) all = nida_color_map_new (), hues = NULL;

  nida_color_map_pin (all, NIDA_FIELD_CATEGORY, "Health");
  hues = hues_of (NIDA_FIELD_CATEGORY, all, "Yemen");
  g_assert_cmpint (nida_color_map_lookup (hues, NIDA_FIELD_CATEGORY, "Health"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_color_map_lookup (hues, NIDA_FIELD_CATEGORY, "Food"), ==, NIDA_COLOR_OTHER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hues/donors/are-those-of-the-board", test_donors);
  g_test_add_func ("/hues/others/are-free-after-what-was-chosen", test_others);
  g_test_add_func ("/hues/panels/have-those-of-all", test_panels);
  return g_test_run ();
}
