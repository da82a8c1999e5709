/* slide-text.c: a slide comes back as it went, and no text does harm. */
#include "slide.h"

#include "spec-text.h"

#include <string.h>

static NidaSlide *
full_slide (void)
{
  NidaSlide *slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) ranking = nida_chart_spec_new (NIDA_CHART_RANKING), number = nida_chart_spec_new (NIDA_CHART_NUMBER);
  g_autoptr (NidaQuery) choices = nida_query_new ();
  NidaSlideChart *chart;

  slide->layout = NIDA_SLIDE_ROW;
  slide->languages = NIDA_SLIDE_SIDE_BY_SIDE;
  slide->build = NIDA_SLIDE_BY_PART;
  slide->title = g_strdup ("  Line\none; \\ = [x] #");
  slide->title_ar = g_strdup ("كلٌّ منها ممول بأقل من الثلث");
  slide->text = g_strdup ("A paragraph\n- a point\n- another");
  slide->notes_ar = g_strdup ("ابدأ بالرقم");
  slide->seconds = 20;
  slide->minutes = 2.5;
  slide->cut = TRUE;
  ranking->title = g_strdup ("Donors;\n[Chart 2]\nspec=x");
  number->title_ar = g_strdup ("من المطلوب");
  choices->rule = NIDA_RULE_BOUNDARY;
  choices->currency = g_strdup ("KWD");
  choices->prices = 2020;
  choices->fiscal_start = 4;
  choices->from = nida_date_new_month (2024, 3);
  nida_query_add_filter (choices, NIDA_FIELD_DONOR, "a;b");
  nida_query_add_filter (choices, NIDA_FIELD_DONOR, "");
  choices->alone = NIDA_ALONE_BIT (NIDA_FIELD_DONOR);
  chart = nida_slide_add (slide, ranking, choices);
  chart->board = g_strdup ("board-1");
  chart->index = 6;
  chart->follows = TRUE;
  chart = nida_slide_add (slide, number, NULL);
  chart->words = g_strdup ("of what\nis asked;");
  chart->words_ar = g_strdup ("من المطلوب");
  return slide;
}

static void
test_round_trip (void)
{
  g_autoptr (NidaSlide) slide = full_slide (), read = NULL;
  g_autofree char *text = nida_slide_to_text (slide);
  g_autoptr (GError) error = NULL;
  const NidaSlideChart *chart;
  const char * const *values;

  read = nida_slide_from_text (text, &error);
  g_assert_no_error (error);
  g_assert_true (nida_slide_equal (slide, read));
  g_assert_cmpuint (((NidaSlideChart *) read->charts->pdata[0])->choices->alone, ==, NIDA_ALONE_BIT (NIDA_FIELD_DONOR));
  g_assert_cmpint (read->layout, ==, NIDA_SLIDE_ROW);
  g_assert_cmpint (read->languages, ==, NIDA_SLIDE_SIDE_BY_SIDE);
  g_assert_cmpint (read->build, ==, NIDA_SLIDE_BY_PART);
  g_assert_cmpstr (read->title, ==, slide->title);
  g_assert_cmpstr (read->title_ar, ==, slide->title_ar);
  g_assert_cmpstr (read->text, ==, slide->text);
  g_assert_cmpuint (read->seconds, ==, 20);
  g_assert_cmpfloat (read->minutes, ==, 2.5);
  g_assert_true (read->cut);
  g_assert_cmpuint (read->charts->len, ==, 1);
  chart = read->figures->pdata[0];
  g_assert_cmpstr (chart->words, ==, "of what\nis asked;");
  g_assert_cmpstr (chart->words_ar, ==, "من المطلوب");
  chart = read->charts->pdata[0];
  g_assert_cmpstr (chart->spec->title, ==, "Donors;\n[Chart 2]\nspec=x");
  g_assert_cmpstr (chart->board, ==, "board-1");
  g_assert_cmpuint (chart->index, ==, 6);
  g_assert_true (chart->follows);
  g_assert_cmpstr (chart->choices->currency, ==, "KWD");
  g_assert_cmpint (chart->choices->prices, ==, 2020);
  g_assert_cmpuint (chart->choices->fiscal_start, ==, 4);
  g_assert_cmpint (chart->choices->rule, ==, NIDA_RULE_BOUNDARY);
  g_assert_cmpint (nida_query_get_filter (chart->choices, 0, &values), ==, NIDA_FIELD_DONOR);
  g_assert_cmpstr (values[0], ==, "a;b");
  g_assert_cmpstr (values[1], ==, "");
  chart = read->figures->pdata[0];
  g_assert_null (chart->choices);
  g_assert_cmpstr (chart->spec->title_ar, ==, "من المطلوب");
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", "hello", "[Other]\na=1\n", "[Nida slide]\nlayout=cube\n", "[Nida slide]\nbuild=slowly\n", "[Nida slide]\n[Chart 1]\n",
    "[Nida slide]\n[Chart 1]\nspec=[Nida chart]\\nkind=number\\nmeasure=received\n",
    "[Nida slide]\n[Chart 1]\nspec=[Nida chart]\\nkind=ranking\\nmeasure=received\ncount=auto\nfilter-shoe=a;\n",
    "[Nida slide]\n[Chart 1]\nspec=[Nida chart]\\nkind=ranking\\nmeasure=received\ncount=auto\ncurrency=DOLLARS\n", "[Nida slide]\ntitle=\xff\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_slide_from_text (texts[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == NIDA_SLIDE_ERROR || error->domain == NIDA_SPEC_ERROR);
    }
}

static void
test_unknown_keys (void)
{
  g_autoptr (NidaSlide) read = nida_slide_from_text ("[Nida slide]\nversion=9\nsparkle=yes\nseconds=-5\nminutes=nan\n[Sound 1]\na=b\n", NULL);

  g_assert_nonnull (read);
  g_assert_cmpuint (read->seconds, ==, 0);
  g_assert_cmpfloat (read->minutes, ==, 0);
}

/* A chart of a slide that an older version wrote is a copy: its board is known, and not followed. */
static void
test_older (void)
{
  g_autoptr (NidaSlide) written = nida_slide_new (), slide = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autofree char *text = NULL, *older = NULL;
  g_auto (GStrv) parts = NULL;
  NidaSlideChart *chart = nida_slide_add (written, spec, NULL);

  chart->board = g_strdup ("b1");
  chart->index = 4;
  chart->follows = TRUE;
  text = nida_slide_to_text (written);
  parts = g_strsplit (text, "follows=true\n", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  older = g_strjoinv ("", parts);
  slide = nida_slide_from_text (older, NULL);
  g_assert_nonnull (slide);
  chart = slide->charts->pdata[0];
  g_assert_cmpstr (chart->board, ==, "b1");
  g_assert_cmpuint (chart->index, ==, 4);
  g_assert_false (chart->follows);
}

/* What is read is written and read again as the same. */
static void
test_damaged (void)
{
  g_autoptr (NidaSlide) slide = full_slide ();
  g_autofree char *text = nida_slide_to_text (slide);
  gsize length = strlen (text);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_read = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      g_autoptr (NidaSlide) read = NULL;

      for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        damaged[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 1, 128);
      damaged[g_rand_int_range (rand, 0, (gint32) length + 1)] = '\0';
      read = nida_slide_from_text (damaged, NULL);
      if (read != NULL)
        {
          g_autofree char *again = nida_slide_to_text (read);
          g_autoptr (NidaSlide) twice = nida_slide_from_text (again, NULL);

          g_assert_nonnull (twice);
          g_assert_true (nida_slide_equal (read, twice));
          n_read++;
        }
    }
  g_assert_cmpuint (n_read, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-text/round-trip/every-choice", test_round_trip);
  g_test_add_func ("/slide-text/refused/what-is-no-slide-or-not-known", test_refused);
  g_test_add_func ("/slide-text/unknown-keys-are-passed-over", test_unknown_keys);
  g_test_add_func ("/slide-text/older/a-chart-is-a-copy", test_older);
  g_test_add_func ("/slide-text/damaged/what-is-read-is-whole", test_damaged);
  return g_test_run ();
}
