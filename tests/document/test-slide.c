/* slide.c: a slide is a value, and what is asked of it is its chart under the choices around it. */
#include "slide.h"

static NidaChartSpec *
new_spec (NidaChartKind kind)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->n_by = 1;
  return spec;
}

static void
test_takes_four_of_each (void)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) ranking = new_spec (NIDA_CHART_RANKING), number = new_spec (NIDA_CHART_NUMBER);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_nonnull (nida_slide_add (slide, ranking, NULL));
      g_assert_nonnull (nida_slide_add (slide, number, NULL));
    }
  g_assert_null (nida_slide_add (slide, ranking, NULL));
  g_assert_null (nida_slide_add (slide, number, NULL));
  g_assert_cmpuint (slide->charts->len, ==, 4);
  g_assert_cmpuint (slide->figures->len, ==, 4);
}

static void
test_copy_is_its_own (void)
{
  g_autoptr (NidaSlide) slide = nida_slide_new (), copy = NULL;
  g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_RANKING);

  slide->title = g_strdup ("One");
  nida_slide_add (slide, spec, NULL)->board = g_strdup ("b1");
  copy = nida_slide_copy (slide);
  g_assert_true (nida_slide_equal (slide, copy));
  ((NidaSlideChart *) copy->charts->pdata[0])->spec->top = 3;
  g_assert_false (nida_slide_equal (slide, copy));
}

static void
test_choices_win (void)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_RANKING), asked = NULL;
  g_autoptr (NidaQuery) choices = nida_query_new ();
  NidaSlideChart *chart;
  const char * const *values;

  choices->currency = g_strdup ("EUR");
  nida_query_add_filter (choices, NIDA_FIELD_CATEGORY, "Food Security");
  chart = nida_slide_add (slide, spec, choices);
  asked = nida_slide_chart_ask (chart);
  g_assert_cmpstr (asked->query->currency, ==, "EUR");
  g_assert_cmpuint (nida_query_get_n_filters (asked->query), ==, 1);
  g_assert_cmpint (nida_query_get_filter (asked->query, 0, &values), ==, NIDA_FIELD_CATEGORY);
  g_assert_cmpstr (values[0], ==, "Food Security");
  g_assert_cmpuint (nida_query_get_n_filters (chart->spec->query), ==, 0);
}

static void
test_words_of_the_other_language_stand_in (void)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();

  g_assert_null (nida_slide_get_title (slide, FALSE));
  slide->title = g_strdup ("Title");
  slide->notes_ar = g_strdup ("ملاحظة");
  g_assert_cmpstr (nida_slide_get_title (slide, TRUE), ==, "Title");
  g_assert_cmpstr (nida_slide_get_notes (slide, FALSE), ==, "ملاحظة");
  g_assert_null (nida_slide_get_text (slide, TRUE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide/takes-four-charts-and-four-figures", test_takes_four_of_each);
  g_test_add_func ("/slide/copy-is-its-own", test_copy_is_its_own);
  g_test_add_func ("/slide/asks-under-its-choices", test_choices_win);
  g_test_add_func ("/slide/words-of-the-other-language-stand-in", test_words_of_the_other_language_stand_in);
  return g_test_run ();
}
