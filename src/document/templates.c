/* Each template is a table: the first board is the one that the data call for, since only they know what is worth seeing; the
 * others ask what the occasion asks. Titles are given in both languages, whichever the window speaks. */
#include "config.h"

#include "templates.h"

#include "language.h"
#include "slide-links.h"
#include "slide.h"
#include "translate.h"
#include "view.h"

#define MAX_CHARTS 8
#define MAX_PAGES  5

#define KEY    "template"    /* setting: which one a document is made of, while it waits for its data … */
#define LINKED "linked"      /* … and then for data of several years */

typedef struct {
  NidaChartKind kind;
  NidaMeasure   measure;
  NidaField     by;
} Chart;

/* A board, or a slide; without charts a board as the data call for, a slide with its title alone. */
typedef struct {
  const char    *title;
  NidaSlideBuild build;
  Chart          charts[MAX_CHARTS];
  guint          n_charts;
} Page;

typedef struct {
  NidaTemplate about;
  Page         boards[MAX_PAGES], slides[MAX_PAGES];
  guint        n_boards, n_slides;
} Template;

#define NUMBER(Measure)            { NIDA_CHART_NUMBER, NIDA_MEASURE_##Measure, NIDA_FIELD_NONE }
#define CHART(Kind, Measure, Field) { NIDA_CHART_##Kind, NIDA_MEASURE_##Measure, NIDA_FIELD_##Field }

static const Template templates[] = {
  {
    .about = { "appeal", N_("Appeal"), N_("what is required, received and missing") },
    .n_boards = 2,
    .boards = {
      { N_("Overview") },
      { N_("What Is Missing"), .n_charts = 7, .charts = {
          NUMBER (REQUIREMENT), NUMBER (GAP), NUMBER (COVERAGE), CHART (COVERAGE, COVERAGE, CATEGORY), CHART (RANKING, GAP, CATEGORY),
          CHART (COVERAGE, COVERAGE, APPEAL), CHART (RANKING, RECEIVED, DONOR) } },
    },
    .n_slides = 4,
    .slides = {
      { N_("The Appeal") },
      { N_("What Is Missing"), NIDA_SLIDE_BY_PART, .n_charts = 3, .charts = {
          NUMBER (GAP), NUMBER (COVERAGE), CHART (COVERAGE, COVERAGE, CATEGORY) } },
      { N_("When the Money Came"), .n_charts = 1, .charts = { CHART (TIMELINE, RECEIVED, DONOR) } },
      { N_("Who Gave"), .n_charts = 2, .charts = { NUMBER (RECEIVED), CHART (RANKING, RECEIVED, DONOR) } },
    },
  },
  {
    .about = { "donor", N_("Donor"), N_("what one donor gave, to whom and for what") },
    .n_boards = 2,
    .boards = {
      { N_("Overview") },
      { N_("Where It Went"), .n_charts = 7, .charts = {
          NUMBER (RECEIVED), NUMBER (PLEDGED), NUMBER (PAID), CHART (TIMELINE, RECEIVED, RECIPIENT), CHART (RANKING, RECEIVED, RECIPIENT),
          CHART (PARTS, RECEIVED, CATEGORY), CHART (RANKING, RECEIVED, COUNTRY) } },
    },
    .n_slides = 3,
    .slides = {
      { N_("The Donor") },
      { N_("When It Gave"), .n_charts = 2, .charts = { NUMBER (RECEIVED), CHART (TIMELINE, RECEIVED, RECIPIENT) } },
      { N_("Where It Went"), .n_charts = 2, .charts = { CHART (RANKING, RECEIVED, RECIPIENT), CHART (PARTS, RECEIVED, CATEGORY) } },
    },
  },
  {
    .about = { "briefing", N_("Briefing"), N_("the state of funding in five slides") },
    .n_boards = 1,
    .boards = { { N_("Overview") } },
    .n_slides = 5,
    .slides = {
      { N_("Briefing") },
      { N_("Where We Stand"), NIDA_SLIDE_BY_CHART, .n_charts = 3, .charts = { NUMBER (REQUIREMENT), NUMBER (RECEIVED), NUMBER (GAP) } },
      { N_("What Is Missing"), NIDA_SLIDE_BY_PART, .n_charts = 1, .charts = { CHART (COVERAGE, COVERAGE, APPEAL) } },
      { N_("Who Gave"), .n_charts = 1, .charts = { CHART (RANKING, RECEIVED, DONOR) } },
      { N_("What It Is For"), .n_charts = 1, .charts = { CHART (PARTS, RECEIVED, CATEGORY) } },
    },
  },
  {
    .about = { "conference", N_("Pledging Conference"), N_("pledges as they are made, and what is still missing") },
    .n_boards = 2,
    .boards = {
      { N_("Overview") },
      { N_("Pledges"), .n_charts = 6, .charts = {
          NUMBER (PLEDGED), NUMBER (RECEIVED), NUMBER (GAP), CHART (RANKING, PLEDGED, DONOR), CHART (PARTS, PLEDGED, CATEGORY),
          CHART (COVERAGE, COVERAGE, CATEGORY) } },
    },
    .n_slides = 4,
    .slides = {
      { N_("Pledging Conference") },
      { N_("What Is Required"), NIDA_SLIDE_BY_PART, .n_charts = 2, .charts = { NUMBER (REQUIREMENT), CHART (COVERAGE, COVERAGE, CATEGORY) } },
      { N_("Pledges"), .n_charts = 2, .charts = { NUMBER (PLEDGED), CHART (RANKING, PLEDGED, DONOR) } },
      { N_("What Is Missing"), .n_charts = 2, .charts = { NUMBER (GAP), CHART (COVERAGE, COVERAGE, APPEAL) } },
    },
  },
};

static NidaChartSpec *
new_spec (const Chart *chart)
{
  NidaChartSpec *spec = nida_chart_spec_new (chart->kind);

  spec->measure = chart->measure;
  if (chart->by != NIDA_FIELD_NONE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { chart->by, NIDA_STEP_NONE };
  return spec;
}

/* In both languages, whichever this thread speaks. */
static void
dup_titles (const char  *msgid,
            char       **english,
            char       **arabic)
{
  {
    g_auto (NidaSpeech) speech = nida_speech_begin ("ar");

    *arabic = g_strdup (_(msgid));
  }
  *english = g_strdup (msgid);
}

static NidaArrangement *
new_arrangement (const Page *page)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free), none = g_ptr_array_new ();

  for (guint i = 0; i < page->n_charts; i++)
    g_ptr_array_add (specs, new_spec (&page->charts[i]));
  return nida_arrangement_new (none, specs);
}

static void
put_board (NidaDocument *document,
           const Page   *page)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autoptr (NidaArrangement) arrangement = page->n_charts > 0 ? new_arrangement (page) : NULL;
  g_autofree char *title = NULL, *title_ar = NULL, *text = NULL, *id = nida_document_new_id ();
  g_autoptr (NidaView) view = NULL;

  dup_titles (page->title, &title, &title_ar);
  nida_filter_set_set_arrangement (filters, arrangement);
  view = nida_view_new (filters, title, title_ar);
  text = nida_view_to_text (view);
  nida_document_set (document, NIDA_ITEM_BOARD, id, text);
}

static void
put_slide (NidaDocument *document,
           const Page   *page)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autofree char *text = NULL, *id = nida_document_new_id ();

  dup_titles (page->title, &slide->title, &slide->title_ar);
  slide->layout = page->n_charts == 0 ? NIDA_SLIDE_TITLE : NIDA_SLIDE_ROW;
  slide->build = page->build;
  for (guint i = 0; i < page->n_charts; i++)
    {
      g_autoptr (NidaChartSpec) spec = new_spec (&page->charts[i]);

      nida_slide_add (slide, spec, NULL);
    }
  text = nida_slide_to_text (slide);
  nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
}

static void
apply (const Template *template,
       NidaDocument   *document)
{
  nida_document_begin (document, NC_("undo", "New Document"), NULL);
  for (guint i = 0; i < template->n_boards; i++)
    put_board (document, &template->boards[i]);
  for (guint i = 0; i < template->n_slides; i++)
    put_slide (document, &template->slides[i]);
  nida_document_set (document, NIDA_ITEM_SETTING, KEY, template->about.id);
  nida_document_end (document);
  nida_document_forget_undo (document);
}

gboolean
nida_template_apply (const char   *id,
                     NidaDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].about.id, id))
      {
        apply (&templates[i], document);
        return TRUE;
      }
  return FALSE;
}

/* --- the data are there --- */

static void
settle_board (NidaDocument    *document,
              const char      *id,
              const NidaBoard *composed)
{
  g_autoptr (NidaView) view = nida_view_from_text (nida_document_get (document, NIDA_ITEM_BOARD, id), NULL);
  NidaArrangement *before = view != NULL ? nida_filter_set_get_arrangement (view->filters) : NULL;
  g_autoptr (NidaArrangement) after = before != NULL ? nida_arrangement_ref (before) : NULL;
  g_autofree char *text = NULL;

  if (before == NULL)
    return;
  for (guint i = 0; i < nida_arrangement_get_n (before); i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (nida_arrangement_get (before, i));
      NidaArrangement *next;

      if (!nida_board_keep_year (composed, spec))
        continue;
      next = nida_arrangement_replace (after, i, spec);
      nida_arrangement_unref (after);
      after = next;
    }
  if (nida_arrangement_equal (before, after))
    return;
  nida_filter_set_set_arrangement (view->filters, after);
  text = nida_view_to_text (view);
  nida_document_set (document, NIDA_ITEM_BOARD, id, text);
}

static void
settle_slide (NidaDocument    *document,
              const char      *id,
              const NidaBoard *composed)
{
  g_autoptr (NidaSlide) slide = nida_slide_from_text (nida_document_get (document, NIDA_ITEM_SLIDE, id), NULL);
  g_autofree char *text = NULL;
  gboolean changed = FALSE;

  if (slide == NULL)
    return;
  for (guint i = 0; i < slide->figures->len; i++)
    changed |= nida_board_keep_year (composed, ((NidaSlideChart *) slide->figures->pdata[i])->spec);
  for (guint i = 0; i < slide->charts->len; i++)
    changed |= nida_board_keep_year (composed, ((NidaSlideChart *) slide->charts->pdata[i])->spec);
  if (!changed)
    return;
  text = nida_slide_to_text (slide);
  nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
}

/* The ids of all items of a kind: they move as their texts are set. */
static char **
dup_ids (NidaDocument *document,
         NidaItemKind  kind)
{
  NidaItems *items = nida_document_get_items (document);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < nida_items_get_n (items, kind); i++)
    g_strv_builder_add (ids, nida_items_get (items, kind, i)->id);
  return g_strv_builder_end (ids);
}

static void
settle_years (NidaDocument       *document,
              const char * const *boards,
              const char * const *slides,
              const NidaBoard    *composed)
{
  for (guint i = 0; boards[i] != NULL; i++)
    settle_board (document, boards[i], composed);
  for (guint i = 0; slides[i] != NULL; i++)
    settle_slide (document, slides[i], composed);
}

/* --- slides follow the first board, so that a filter there reaches them --- */

/* Takes @board: with those of @charts that it lacks. */
static NidaArrangement *
add_lacking (NidaArrangement *board,
             GPtrArray       *charts)
{
  for (guint i = 0; i < charts->len; i++)
    {
      const NidaSlideChart *chart = charts->pdata[i];
      g_autoptr (NidaArrangement) before = board;

      board = nida_slide_links_find (before, chart) == G_MAXUINT ? nida_arrangement_add (before, G_MAXUINT, chart->spec)
                                                                 : nida_arrangement_ref (before);
    }
  return board;
}

static void
follow (GPtrArray       *charts,
        const char      *board,
        NidaArrangement *on_board,
        NidaQuery       *choices)
{
  for (guint i = 0; i < charts->len; i++)
    {
      NidaSlideChart *chart = charts->pdata[i];

      chart->index = nida_slide_links_find (on_board, chart);
      chart->board = g_strdup (board);
      chart->follows = TRUE;
      chart->choices = choices != NULL ? nida_query_copy (choices) : NULL;
      nida_chart_spec_free (chart->spec);
      chart->spec = nida_chart_spec_copy (nida_arrangement_get (on_board, chart->index));
    }
}

static void
put_arrangement (NidaDocument    *document,
                 const char      *board,
                 NidaArrangement *arrangement)
{
  g_autoptr (NidaView) view = nida_view_from_text (nida_document_get (document, NIDA_ITEM_BOARD, board), NULL);
  g_autofree char *text = NULL;

  nida_filter_set_set_arrangement (view->filters, arrangement);
  text = nida_view_to_text (view);
  nida_document_set (document, NIDA_ITEM_BOARD, board, text);
}

static NidaArrangement *
dup_arrangement (NidaDocument    *document,
                 const char      *board,
                 const NidaBoard *composed)
{
  g_autoptr (NidaView) view = nida_view_from_text (nida_document_get (document, NIDA_ITEM_BOARD, board), NULL);
  NidaArrangement *own = view != NULL ? nida_filter_set_get_arrangement (view->filters) : NULL;

  if (view == NULL)
    return NULL;
  return own != NULL ? nida_arrangement_ref (own) : nida_arrangement_new (composed->cards, composed->charts);
}

static void
link_slides (NidaDocument       *document,
             const char         *board,
             const char * const *ids,
             const NidaBoard    *composed,
             NidaQuery          *choices)
{
  g_autoptr (GPtrArray) slides = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_slide_free), known = g_ptr_array_new ();
  g_autoptr (NidaArrangement) before = dup_arrangement (document, board, composed), after = NULL;

  if (before == NULL)
    return;
  after = nida_arrangement_ref (before);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      NidaSlide *slide = nida_slide_from_text (nida_document_get (document, NIDA_ITEM_SLIDE, ids[i]), NULL);

      if (slide == NULL)
        continue;
      g_ptr_array_add (slides, slide);
      g_ptr_array_add (known, (gpointer) ids[i]);
      after = add_lacking (add_lacking (after, slide->figures), slide->charts);
    }
  if (!nida_arrangement_equal (before, after))
    put_arrangement (document, board, after);
  for (guint i = 0; i < slides->len; i++)
    {
      NidaSlide *slide = slides->pdata[i];
      g_autofree char *text = NULL;

      follow (slide->figures, board, after, choices);
      follow (slide->charts, board, after, choices);
      text = nida_slide_to_text (slide);
      nida_document_set (document, NIDA_ITEM_SLIDE, known->pdata[i], text);
    }
}

void
nida_template_settle (NidaDocument    *document,
                      const NidaBoard *composed,
                      NidaQuery       *choices)
{
  const char *waits = nida_document_get (document, NIDA_ITEM_SETTING, KEY);
  gboolean linked = g_strcmp0 (waits, LINKED) == 0;
  g_auto (GStrv) boards = NULL, slides = NULL;

  if (waits == NULL || (linked && composed->year == NULL))
    return;
  boards = dup_ids (document, NIDA_ITEM_BOARD);
  slides = dup_ids (document, NIDA_ITEM_SLIDE);
  nida_document_begin_quietly (document, NC_("undo", "Read Sources"));
  settle_years (document, (const char * const *) boards, (const char * const *) slides, composed);
  if (!linked && boards[0] != NULL)
    link_slides (document, boards[0], (const char * const *) slides, composed, choices);
  if (composed->year != NULL)
    nida_document_remove (document, NIDA_ITEM_SETTING, KEY);
  else
    nida_document_set (document, NIDA_ITEM_SETTING, KEY, LINKED);
  nida_document_end (document);
}

const NidaTemplate *
nida_templates_get (guint *n_templates)
{
  static NidaTemplate list[G_N_ELEMENTS (templates)];

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    list[i] = templates[i].about;
  *n_templates = G_N_ELEMENTS (templates);
  return list;
}
