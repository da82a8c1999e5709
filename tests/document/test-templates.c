/* templates.c: each makes boards and slides that are read again, in both languages, and whose figures are those of the board that
 * the data call for. */
#include "templates.h"

#include "arrangement.h"
#include "loader.h"
#include "slide.h"
#include "spec-text.h"
#include "view.h"

#include <glib/gstdio.h>

/* The requirement of each year stands beside that of the other: a need that lasts is in both. */
#define TWO_YEARS \
  "kind,date,donor,category,appeal,currency,amount\n" \
  "requirement,2023,,Food,Appeal 2023,USD,5000000\n" \
  "requirement,2024,,Food,Appeal 2024,USD,3000000\n" \
  "requirement,2024,,Health,Appeal 2024,USD,1000000\n" \
  "paid,2023,Kuwait,Food,Appeal 2023,USD,700000\n" \
  "paid,2024,Qatar,Health,Appeal 2024,USD,200000\n"
#define ONE_YEAR \
  "kind,date,donor,category,appeal,currency,amount\n" \
  "requirement,2024,,Food,Appeal 2024,USD,3000000\n" \
  "paid,2024,Qatar,Food,Appeal 2024,USD,200000\n"

static NidaLocalEngine *
load (const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-XXXXXX", NULL), *path = g_build_filename (folder, "years.csv", NULL);
  const char *inputs[] = { path, NULL };
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  dataset = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return nida_local_engine_new (dataset);
}

static NidaBoard *
compose (NidaLocalEngine *engine)
{
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  return nida_board_new_for (engine, language);
}

static NidaMoney
ask (NidaLocalEngine     *engine,
     const NidaChartSpec *spec,
     NidaMeasure          measure)
{
  g_autoptr (NidaQuery) query = nida_query_copy (spec->query);
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << measure;
  cube = nida_local_engine_query (engine, query, NULL);
  return nida_cube_get_total (cube)->values[measure];
}

static const NidaChartSpec *
find_card (const NidaBoard *board,
           NidaMeasure      measure)
{
  for (guint i = 0; i < board->cards->len; i++)
    if (((NidaChartSpec *) board->cards->pdata[i])->measure == measure)
      return board->cards->pdata[i];
  g_assert_not_reached ();
}

/* Is what @spec says of needs what the cards say? Returns whether it says something of them. */
static gboolean
check_spec (NidaLocalEngine     *engine,
            const NidaBoard     *composed,
            const NidaChartSpec *spec)
{
  NidaMeasure measures[] = { NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_GAP, NIDA_MEASURE_COVERAGE };

  if (!nida_board_is_about_needs (spec))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    g_assert_cmpint (ask (engine, spec, measures[i]), ==, ask (engine, find_card (composed, measures[i]), measures[i]));
  return TRUE;
}

static guint
check_list (NidaLocalEngine *engine,
            const NidaBoard *composed,
            GPtrArray       *charts)
{
  guint n = 0;

  for (guint i = 0; i < charts->len; i++)
    n += check_spec (engine, composed, ((NidaSlideChart *) charts->pdata[i])->spec);
  return n;
}

/* Returns: how many charts of boards and slides are about needs */
static guint
check_needs (NidaDocument    *document,
             NidaLocalEngine *engine,
             const NidaBoard *composed)
{
  NidaItems *items = nida_document_get_items (document);
  guint n = 0;

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_BOARD); i++)
    {
      g_autoptr (NidaView) view = nida_view_from_text (nida_items_get (items, NIDA_ITEM_BOARD, i)->text, NULL);
      NidaArrangement *charts = nida_filter_set_get_arrangement (view->filters);

      for (guint j = 0; charts != NULL && j < nida_arrangement_get_n (charts); j++)
        n += check_spec (engine, composed, nida_arrangement_get (charts, j));
    }
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SLIDE); i++)
    {
      g_autoptr (NidaSlide) slide = nida_slide_from_text (nida_items_get (items, NIDA_ITEM_SLIDE, i)->text, NULL);

      n += check_list (engine, composed, slide->charts) + check_list (engine, composed, slide->figures);
    }
  return n;
}

/* What is required is not required again each year, on no board and no slide. */
static void
test_one_year (void)
{
  g_autoptr (NidaLocalEngine) engine = load (TWO_YEARS);
  g_autoptr (NidaBoard) composed = compose (engine);
  guint n, found = 0;
  const NidaTemplate *templates = nida_templates_get (&n);

  g_assert_cmpint (ask (engine, find_card (composed, NIDA_MEASURE_REQUIREMENT), NIDA_MEASURE_REQUIREMENT), ==,
                   4000000 * NIDA_MONEY_UNIT);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NidaDocument) document = nida_document_new ();

      nida_template_apply (templates[i].id, document);
      nida_template_settle (document, composed, NULL);
      found += check_needs (document, engine, composed);
      g_assert_false (nida_document_can_undo (document));
    }
  g_assert_cmpuint (found, >=, 3);
}

static void
check_follows (GPtrArray       *charts,
               const char      *board,
               NidaArrangement *on_board,
               NidaQuery       *choices)
{
  for (guint i = 0; i < charts->len; i++)
    {
      const NidaSlideChart *chart = charts->pdata[i];

      g_assert_true (chart->follows);
      g_assert_cmpstr (chart->board, ==, board);
      g_assert_true (nida_chart_spec_equal (chart->spec, nida_arrangement_get (on_board, chart->index)));
      g_assert_true (nida_query_equal (chart->choices, choices));
    }
}

/* What a slide shows stands on the first board, which keeps what the data call for: a filter there reaches all slides. */
static void
test_slides_follow (void)
{
  g_autoptr (NidaLocalEngine) engine = load (TWO_YEARS);
  g_autoptr (NidaBoard) composed = compose (engine);
  g_autoptr (NidaQuery) choices = nida_query_new ();
  guint n, lacking = 0;
  const NidaTemplate *templates = nida_templates_get (&n);

  nida_query_add_filter (choices, NIDA_FIELD_DONOR, "Kuwait");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NidaDocument) document = nida_document_new ();
      NidaItems *items;
      g_autoptr (NidaView) view = NULL;
      g_autoptr (NidaArrangement) on_board = NULL;

      nida_template_apply (templates[i].id, document);
      nida_template_settle (document, composed, choices);
      items = nida_document_get_items (document);
      view = nida_view_from_text (nida_items_get (items, NIDA_ITEM_BOARD, 0)->text, NULL);
      lacking += nida_filter_set_get_arrangement (view->filters) != NULL;
      on_board = nida_filter_set_get_arrangement (view->filters) != NULL
                 ? nida_arrangement_ref (nida_filter_set_get_arrangement (view->filters))
                 : nida_arrangement_new (composed->cards, composed->charts);
      for (guint j = 0; j < composed->cards->len; j++)
        g_assert_true (nida_chart_spec_equal (nida_arrangement_get (on_board, j), composed->cards->pdata[j]));
      for (guint j = 0; j < nida_items_get_n (items, NIDA_ITEM_SLIDE); j++)
        {
          g_autoptr (NidaSlide) slide = nida_slide_from_text (nida_items_get (items, NIDA_ITEM_SLIDE, j)->text, NULL);

          check_follows (slide->figures, nida_items_get (items, NIDA_ITEM_BOARD, 0)->id, on_board, choices);
          check_follows (slide->charts, nida_items_get (items, NIDA_ITEM_BOARD, 0)->id, on_board, choices);
        }
    }
  g_assert_cmpuint (lacking, >, 0);
}

/* Data of one year leave the template to those of several that come later; once settled, a person's own choice stays. */
static void
test_years_later (void)
{
  g_autoptr (NidaLocalEngine) one = load (ONE_YEAR), two = load (TWO_YEARS);
  g_autoptr (NidaBoard) first = compose (one), later = compose (two);
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) all = nida_chart_spec_new (NIDA_CHART_WATERFALL);
  g_autofree char *text = NULL;

  nida_template_apply ("briefing", document);
  nida_template_settle (document, first, NULL);
  g_assert_cmpuint (check_needs (document, one, first), >, 0);
  nida_template_settle (document, later, NULL);
  g_assert_cmpuint (check_needs (document, two, later), >, 0);
  nida_slide_add (slide, all, NULL);
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "Add Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "own", text);
  nida_document_end (document);
  nida_template_settle (document, later, NULL);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "own"), ==, text);
}

static void
test_all (void)
{
  guint n;
  const NidaTemplate *templates = nida_templates_get (&n);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NidaDocument) document = nida_document_new ();
      NidaItems *items;

      g_assert_true (nida_template_apply (templates[i].id, document));
      g_assert_false (nida_document_can_undo (document));
      items = nida_document_get_items (document);
      g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_BOARD), >, 0);
      g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_SLIDE), >=, 3);
      for (guint j = 0; j < nida_items_get_n (items, NIDA_ITEM_BOARD); j++)
        {
          g_autoptr (NidaView) view = nida_view_from_text (nida_items_get (items, NIDA_ITEM_BOARD, j)->text, NULL);

          g_assert_nonnull (view);
          g_assert_cmpstr (view->title, !=, NULL);
          g_assert_cmpstr (view->title_ar, !=, view->title);
          /* the first is what the data call for */
          g_assert_cmpint (nida_filter_set_get_arrangement (view->filters) == NULL, ==, j == 0);
        }
      for (guint j = 0; j < nida_items_get_n (items, NIDA_ITEM_SLIDE); j++)
        {
          g_autoptr (NidaSlide) slide = nida_slide_from_text (nida_items_get (items, NIDA_ITEM_SLIDE, j)->text, NULL);

          g_assert_nonnull (slide);
          g_assert_cmpstr (slide->title_ar, !=, slide->title);
          g_assert_cmpint (slide->charts->len + slide->figures->len == 0, ==, slide->layout == NIDA_SLIDE_TITLE);
        }
    }
}

static void
test_unknown (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  g_assert_false (nida_template_apply ("wedding", document));
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_BOARD), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/each-has-boards-and-slides", test_all);
  g_test_add_func ("/templates/unknown-makes-nothing", test_unknown);
  g_test_add_func ("/templates/needs-are-of-the-year-of-the-board", test_one_year);
  g_test_add_func ("/templates/slides-follow-the-first-board", test_slides_follow);
  g_test_add_func ("/templates/needs-of-several-years-may-come-later", test_years_later);
  return g_test_run ();
}
