/* slide-answers.c: every chart and figure is answered, on a thread as well as at once. */
#include "slide-answers.h"

#include "sample.h"

static const SampleRow rows[] = {
  { NIDA_KIND_PAID, "2026-01-05", NULL, NULL, "Food Security", NULL, "Donor 1", NULL, 400, NULL },
  { NIDA_KIND_PAID, "2026-02-15", NULL, NULL, "Health", NULL, "Donor 2", NULL, 88, NULL },
};

static NidaSlide *
new_slide (void)
{
  NidaSlide *slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) ranking = nida_chart_spec_new (NIDA_CHART_RANKING), number = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (NidaQuery) choices = nida_query_new ();

  ranking->query->by[ranking->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  nida_query_add_filter (choices, NIDA_FIELD_CATEGORY, "Health");
  nida_slide_add (slide, ranking, NULL);
  nida_slide_add (slide, number, choices);
  return slide;
}

static NidaMoney
total_of (const NidaSlideAnswer *answer)
{
  return nida_cube_get_total (answer->cubes->pdata[0])->values[NIDA_MEASURE_RECEIVED];
}

static void
assert_answers (NidaSlideAnswers *answers)
{
  g_assert_cmpuint (answers->charts->len, ==, 1);
  g_assert_cmpuint (answers->figures->len, ==, 1);
  g_assert_cmpint (total_of (answers->charts->pdata[0]), ==, 488 * NIDA_MONEY_UNIT);
  g_assert_cmpint (total_of (answers->figures->pdata[0]), ==, 88 * NIDA_MONEY_UNIT);
}

static void
test_at_once (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaSlide) slide = new_slide ();
  g_autoptr (NidaSlideAnswers) answers = nida_slide_answers_ask (slide, engine, NULL);

  assert_answers (answers);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The slide may change or go while it is asked. */
static void
test_on_a_thread (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  NidaSlide *slide = new_slide ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (NidaSlideAnswers) answers = NULL;
  g_autoptr (GError) error = NULL;

  nida_slide_answers_ask_async (slide, engine, NULL, NULL, answered_cb, &result);
  nida_slide_free (slide);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  answers = nida_slide_answers_ask_finish (result, &error);
  g_assert_no_error (error);
  assert_answers (answers);
}

/* They are asked together; what cannot be answered says why, and takes nothing from the others. */
static void
test_one_fails (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaSlide) slide = new_slide ();
  g_autoptr (NidaChartSpec) constant = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (NidaSlideAnswers) answers = NULL;
  const NidaSlideAnswer *failed;

  constant->query->prices = 2020;
  nida_slide_add (slide, constant, NULL);
  answers = nida_slide_answers_ask (slide, engine, NULL);
  g_assert_cmpuint (answers->figures->len, ==, 2);
  failed = answers->figures->pdata[1];
  g_assert_null (failed->cubes);
  g_assert_nonnull (strstr (failed->error, "deflators"));
  g_assert_cmpint (total_of (answers->charts->pdata[0]), ==, 488 * NIDA_MONEY_UNIT);
  g_assert_cmpint (total_of (answers->figures->pdata[0]), ==, 88 * NIDA_MONEY_UNIT);
}

/* Newer data, the same slide: a diagram of flows keeps the order of its names. */
static void
test_order (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) flows = nida_chart_spec_new (NIDA_CHART_SANKEY);
  g_autoptr (NidaSlideAnswers) before = NULL, now = NULL;

  flows->query->by[flows->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  flows->query->by[flows->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  nida_slide_add (slide, flows, NULL);
  before = nida_slide_answers_ask (slide, engine, NULL);
  now = nida_slide_answers_ask (slide, engine, NULL);
  nida_slide_answers_keep_order (now, before);
  g_assert_cmpuint (g_strv_length (((NidaSlideAnswer *) now->charts->pdata[0])->spec->kept), ==, 4);
  g_assert_null (((NidaSlideAnswer *) before->charts->pdata[0])->spec->kept);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-answers/under-the-choices-of-each", test_at_once);
  g_test_add_func ("/slide-answers/one-that-fails-leaves-the-others", test_one_fails);
  g_test_add_func ("/slide-answers/thread/outlives-the-slide", test_on_a_thread);
  g_test_add_func ("/slide-answers/order/stays-with-newer-data", test_order);
  return g_test_run ();
}
