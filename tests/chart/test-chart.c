/* test-chart.c tests chart.c and chart-spec.c. */
#include "sample.h"
#include "translate.h"

#include <string.h>

static void
test_names (void)
{
  NidaChartKind kind;

  for (NidaChartKind k = 0; k < NIDA_N_CHARTS; k++)
    {
      g_assert_true (nida_chart_kind_from_name (nida_chart_kind_get_name (k), &kind));
      g_assert_cmpint (kind, ==, k);
    }
  g_assert_false (nida_chart_kind_from_name ("pie", &kind));
  g_assert_false (nida_chart_kind_from_name (NULL, &kind));
}

static void
test_copy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaChartSpec) copy = NULL;

  spec->title = g_strdup ("Mine");
  spec->top = 7;
  nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "Kuwait");
  copy = nida_chart_spec_copy (spec);
  nida_query_add_filter (copy->query, NIDA_FIELD_COUNTRY, "Yemen");
  g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, 1);
  g_assert_cmpuint (nida_query_get_n_filters (copy->query), ==, 2);
  g_assert_cmpstr (copy->title, ==, "Mine");
  g_assert_true (copy->title != spec->title);
  g_assert_cmpuint (copy->top, ==, 7);
  nida_chart_spec_free (NULL);
}

static void
test_queries (void)
{
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
      g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);

      g_assert_cmpuint (queries->len, >=, 1);
      for (guint i = 0; i < queries->len; i++)
        g_assert_true (g_ptr_array_index (queries, i) != spec->query);
    }
}

static void
test_message (void)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaLanguage) language = nida_language_new (arabic ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
      g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
      NidaChartContext context = { .language = language, .measurer = measurer, .width = 480, .height = 356, .scale = 1.0 };
      g_autoptr (NidaScene) scene = nida_chart_build_message ("A title", "Still loading …", &context);

      g_assert_nonnull (nida_scene_find (scene, "message"));
      g_assert_nonnull (nida_scene_find (scene, "source"));
      g_assert_cmpint (nida_scene_is_rtl (scene), ==, (int) arabic);
      g_assert_cmpstr (nida_scene_get_title (scene), ==, "A title");
      g_assert_nonnull (strstr (nida_scene_get_description (scene), "Still loading …"));
    }
}

/* --- the language of a scene is its context's, whatever the program and other threads speak --- */

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2025", NULL, NULL, "Food", "الغذاء", "Kuwait", "الكويت", 400 },
  { NIDA_KIND_PAID, "2026", NULL, NULL, "Health", "الصحة", "Qatar", "قطر", 250 },
  { NIDA_KIND_PLEDGE, "2026", NULL, NULL, "Food", "الغذاء", "Qatar", "قطر", 100 },
};

static gboolean
skip_without_catalogue (void)
{
  g_auto (NidaSpeech) speech = nida_speech_begin ("ar");

  if (!g_str_equal (_("Donor"), "Donor"))
    return FALSE;
  g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
  return TRUE;
}

static char *
dump_of (NidaChartKind kind,
         gboolean      arabic)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *dump = NULL, *table = NULL;
  SampleFrame frame = SAMPLE_NARROW;

  frame.arabic = arabic;
  scene = sample_scene (dataset, spec, frame);
  dump = nida_scene_dump (scene);
  table = nida_scene_table_to_tsv (scene);
  return g_strconcat (dump, nida_scene_get_description (scene), table, NULL);
}

static void
test_language (void)
{
  const char *before = nida_speech_get_code ();

  if (skip_without_catalogue ())
    return;
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      g_autofree char *arabic = dump_of (kind, TRUE), *english = dump_of (kind, FALSE);

      g_assert_null (strstr (arabic, "Source"));
      g_assert_nonnull (strstr (arabic, "المصدر"));
      g_assert_null (strstr (english, "المصدر"));
      g_assert_cmpstr (nida_speech_get_code (), ==, before);
    }
}

/* The rows of a long table are made after the chart, when its stretch of Arabic is over. */
static void
test_language_of_late_rows (void)
{
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *table = NULL;
  const SampleRow rows[] = { { NIDA_KIND_PAID, "2026", NULL, NULL, "Food", "الغذاء", NULL, NULL, 5 } };
  SampleFrame frame = SAMPLE_NARROW;

  if (skip_without_catalogue ())
    return;
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  frame.arabic = TRUE;
  scene = sample_scene (dataset, spec, frame);
  table = nida_scene_table_to_tsv (scene);
  g_assert_nonnull (strstr (table, "غير مذكور"));
  g_assert_null (strstr (table, "not stated"));
}

typedef struct { gboolean arabic; const char *expected[NIDA_N_CHARTS]; } Speaker;

static gpointer
speaker_thread (gpointer data)
{
  const Speaker *speaker = data;

  for (guint round = 0; round < 5; round++)
    for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
      {
        g_autofree char *dump = dump_of (kind, speaker->arabic);

        g_assert_cmpstr (dump, ==, speaker->expected[kind]);
      }
  return NULL;
}

static void
test_languages_at_once (void)
{
  Speaker speakers[2] = { { FALSE }, { TRUE } };
  GThread *threads[2];

  for (guint i = 0; i < 2; i++)
    for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
      speakers[i].expected[kind] = dump_of (kind, speakers[i].arabic);
  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("speaker", speaker_thread, &speakers[i]);
  for (guint i = 0; i < 2; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < 2; i++)
    for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
      g_free ((char *) speakers[i].expected[kind]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-spec/names/round-trip", test_names);
  g_test_add_func ("/chart-spec/copy/is-deep", test_copy);
  g_test_add_func ("/chart/queries/every-kind-asks", test_queries);
  g_test_add_func ("/chart/message/stands-in-the-frame", test_message);
  g_test_add_func ("/chart/language/is-that-of-the-context", test_language);
  g_test_add_func ("/chart/language/rows-made-later-keep-it", test_language_of_late_rows);
  g_test_add_func ("/chart/language/two-threads-at-once", test_languages_at_once);

  return g_test_run ();
}
