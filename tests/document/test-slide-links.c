/* slide-links.c: charts of slides change with those of their board, and stay what they were when those are gone. */
#include "slide-links.h"

#include "spec-text.h"

static NidaArrangement *
new_board (void)
{
  static const NidaChartKind kinds[] = { NIDA_CHART_NUMBER, NIDA_CHART_COVERAGE, NIDA_CHART_RANKING };
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free), none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (charts, nida_chart_spec_new (kinds[i]));
  return nida_arrangement_new (charts, none);
}

static NidaSlideChart *
put (NidaSlide       *slide,
     NidaArrangement *board,
     guint            place)
{
  NidaSlideChart *chart = nida_slide_add (slide, nida_arrangement_get (board, place), NULL);

  chart->board = g_strdup ("b1");
  chart->index = place;
  chart->follows = TRUE;
  return chart;
}

static NidaQuery *
choose (const char *donor)
{
  NidaQuery *choices = nida_query_new ();

  nida_query_add_filter (choices, NIDA_FIELD_DONOR, donor);
  return choices;
}

static void
test_follows (void)
{
  g_autoptr (NidaArrangement) board = new_board (), moved = nida_arrangement_move (board, 2, 1), edited = NULL;
  g_autoptr (NidaChartSpec) shorter = nida_chart_spec_copy (nida_arrangement_get (board, 2));
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaQuery) choices = choose ("Kuwait");
  NidaSlideChart *chart = put (slide, board, 2);

  shorter->top = 3;
  shorter->title = g_strdup ("Three donors");
  edited = nida_arrangement_replace (moved, 1, shorter);
  g_assert_true (nida_slide_links_update (slide, "b1", board, moved, NULL));
  g_assert_cmpuint (chart->index, ==, 1);
  g_assert_false (nida_slide_links_update (slide, "b1", moved, moved, NULL));
  g_assert_true (nida_slide_links_update (slide, "b1", moved, edited, choices));
  g_assert_cmpstr (chart->spec->title, ==, "Three donors");
  g_assert_cmpuint (nida_query_get_n_filters (chart->choices), ==, 1);
  g_assert_true (chart->follows);
}

/* The words of a figure on a slide are the slide's; all else of it is the board's. */
static void
test_words (void)
{
  g_autoptr (NidaArrangement) board = new_board (), edited = NULL;
  g_autoptr (NidaChartSpec) number = nida_chart_spec_copy (nida_arrangement_get (board, 0)), told = NULL;
  g_autoptr (NidaSlide) slide = nida_slide_new (), copy = NULL;
  NidaSlideChart *chart = put (slide, board, 0);

  chart->words = g_strdup ("So far");
  number->title = g_strdup ("Received in 2026");
  number->title_ar = g_strdup ("المستلم");
  edited = nida_arrangement_replace (board, 0, number);
  g_assert_true (nida_slide_links_update (slide, "b1", board, edited, NULL));
  copy = nida_slide_copy (slide);
  chart = copy->figures->pdata[0];
  g_assert_cmpstr (chart->spec->title, ==, "Received in 2026");
  told = nida_slide_chart_tell (chart, chart->spec);
  g_assert_cmpstr (told->title, ==, "So far");
  g_assert_null (told->title_ar);      /* in Arabic the English words are told, not those of the board */
}

/* One that was let go of, one of another board, and one that is gone from its board. */
static void
test_stays (void)
{
  g_autoptr (NidaArrangement) board = new_board (), less = nida_arrangement_remove (board, 1);
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaQuery) choices = choose ("Qatar");
  NidaSlideChart *detached = put (slide, board, 2), *gone = put (slide, board, 1), *other = put (slide, board, 2);

  detached->follows = FALSE;
  g_free (other->board);
  other->board = g_strdup ("b2");
  g_assert_true (nida_slide_links_update (slide, "b1", board, less, choices));
  g_assert_cmpint (gone->spec->kind, ==, NIDA_CHART_COVERAGE);
  g_assert_false (gone->follows);
  for (guint i = 0; i < slide->charts->len; i++)
    g_assert_null (((NidaSlideChart *) slide->charts->pdata[i])->choices);
  g_assert_true (nida_slide_links_update (slide, "b2", board, NULL, NULL));      /* its board was deleted */
  g_assert_false (other->follows);
}

static void
test_kind (void)
{
  g_autoptr (NidaArrangement) board = new_board (), after = NULL;
  g_autoptr (NidaChartSpec) ranking = nida_chart_spec_new (NIDA_CHART_BUMP);
  g_autoptr (NidaSlide) slide = nida_slide_new ();

  put (slide, board, 0);
  after = nida_arrangement_replace (board, 0, ranking);
  g_assert_true (nida_slide_links_update (slide, "b1", board, after, NULL));
  g_assert_cmpuint (slide->figures->len, ==, 0);
  g_assert_cmpuint (slide->charts->len, ==, 1);
  g_assert_true (((NidaSlideChart *) slide->charts->pdata[0])->follows);
}

/* A board composed of other data since: the chart of its kind at its place. */
static void
test_composed (void)
{
  g_autoptr (NidaArrangement) board = new_board (), other = NULL;
  g_autoptr (NidaChartSpec) fewer = nida_chart_spec_copy (nida_arrangement_get (board, 2));
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  NidaSlideChart *chart = put (slide, board, 2);

  fewer->top = 4;
  other = nida_arrangement_replace (board, 2, fewer);
  g_assert_true (nida_slide_links_update (slide, "b1", other, other, NULL));
  g_assert_cmpuint (chart->spec->top, ==, 4);
}

/* A board that the data compose: another year is followed, another question is not, and no step is made of it. */
static void
test_recomposed (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaArrangement) board = new_board (), other = NULL, less = nida_arrangement_remove (board, 1);
  g_autoptr (NidaChartSpec) longer = nida_chart_spec_copy (nida_arrangement_get (board, 2));
  g_autoptr (NidaSlide) slide = nida_slide_new (), after = NULL;
  g_autofree char *text = NULL;

  put (slide, board, 2);
  put (slide, board, 1);
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "New Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "s1", text);
  nida_document_end (document);
  longer->top = 9;
  other = nida_arrangement_replace (less, 1, longer);
  nida_slide_links_recompose (document, "b1", other);
  after = nida_slide_from_text (nida_document_get (document, NIDA_ITEM_SLIDE, "s1"), NULL);
  g_assert_cmpuint (((NidaSlideChart *) after->charts->pdata[0])->spec->top, ==, 9);
  g_assert_cmpint (((NidaSlideChart *) after->charts->pdata[1])->spec->kind, ==, NIDA_CHART_COVERAGE);
  g_assert_true (((NidaSlideChart *) after->charts->pdata[1])->follows);      /* it may come again */
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "New Slide");
}

/* While a show runs: words are taken, what the board says is not. */
static void
test_held (void)
{
  g_autoptr (NidaArrangement) board = new_board ();
  g_autoptr (NidaSlide) shown = nida_slide_new (), slide = NULL, less = NULL;
  g_autoptr (NidaQuery) choices = choose ("Kuwait");
  NidaSlideChart *second;

  put (shown, board, 1);
  put (shown, board, 2);
  slide = nida_slide_copy (shown);
  slide->title = g_strdup ("Another");
  g_assert_false (nida_slide_links_hold (slide, shown));
  g_assert_true (nida_slide_links_update (slide, "b1", board, board, choices));
  g_assert_false (nida_slide_links_ask_same (slide, shown));
  less = nida_slide_copy (slide);
  g_assert_true (nida_slide_links_hold (slide, shown));
  g_assert_cmpstr (slide->title, ==, "Another");
  g_assert_true (nida_slide_links_ask_same (slide, shown));
  /* the first one was taken off: the other is held as itself */
  g_ptr_array_remove_index (less->charts, 0);
  second = less->charts->pdata[0];
  g_assert_true (nida_slide_links_hold (less, shown));
  g_assert_cmpint (second->spec->kind, ==, ((NidaSlideChart *) shown->charts->pdata[1])->spec->kind);
  g_assert_null (second->choices);
  /* one that is let go of is the slide's own */
  second->follows = FALSE;
  second->choices = nida_query_copy (choices);
  g_assert_false (nida_slide_links_hold (less, shown));
}

/* One step for undo, and slides of other boards are not touched. */
static void
test_document (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaArrangement) board = new_board ();
  g_autoptr (NidaSlide) slide = nida_slide_new (), other = nida_slide_new (), after = NULL;
  g_autoptr (NidaQuery) choices = choose ("Kuwait");
  g_autofree char *text = NULL, *other_text = NULL;

  put (slide, board, 1);
  text = nida_slide_to_text (slide);
  other_text = nida_slide_to_text (other);
  nida_document_begin (document, "New Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "s1", text);
  nida_document_set (document, NIDA_ITEM_SLIDE, "s2", other_text);
  nida_document_end (document);
  nida_document_begin (document, "Add Filter", NULL);
  nida_slide_links_follow (document, "b1", board, board, choices);
  nida_document_end (document);
  after = nida_slide_from_text (nida_document_get (document, NIDA_ITEM_SLIDE, "s1"), NULL);
  g_assert_cmpuint (nida_query_get_n_filters (((NidaSlideChart *) after->charts->pdata[0])->choices), ==, 1);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "s2"), ==, other_text);
  nida_document_undo (document);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "s1"), ==, text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-links/follows-its-chart-where-it-goes", test_follows);
  g_test_add_func ("/slide-links/the-words-of-a-figure-are-the-slides", test_words);
  g_test_add_func ("/slide-links/stays-when-let-go-of-or-gone", test_stays);
  g_test_add_func ("/slide-links/a-figure-may-become-a-chart", test_kind);
  g_test_add_func ("/slide-links/a-composed-board-is-followed-by-place", test_composed);
  g_test_add_func ("/slide-links/one-step-for-undo", test_document);
  g_test_add_func ("/slide-links/composed-anew/the-same-question-alone", test_recomposed);
  g_test_add_func ("/slide-links/held-while-shown", test_held);
  return g_test_run ();
}
