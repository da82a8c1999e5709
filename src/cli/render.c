/* nida render: one chart, or the whole board, to PNG, SVG or PDF; needs no display. */
#include "config.h"

#include "chart-traits.h"
#include "export.h"
#include "fit.h"
#include "items.h"
#include "local-engine.h"
#include "options.h"
#include "render-board.h"
#include "sources.h"
#include "translate.h"
#include "view.h"

#include <string.h>

#define NORMAL_WIDTH  800.0
#define NORMAL_HEIGHT 450.0
#define MAX_GROWTH      1.6

/* The size of a chart that nobody sized: the wide chart of a board, a slide, a card, a page. */
static void
default_size (NidaOptions *options,
              gboolean     board)
{
  if (options->width > 0)
    return;
  if (options->theme == NIDA_THEME_PROJECTOR)
    options->width = 1920, options->height = 1080;
  else if (board)
    options->width = 1136, options->height = 0;
  else if (g_strcmp0 (options->chart, "number") == 0)
    options->width = 216, options->height = 104;
  else
    options->width = NORMAL_WIDTH, options->height = NORMAL_HEIGHT;
}

/* A large chart grows its words with its size, as one that is maximised in the window. A board has a size for each of its charts. */
static double
find_scale (const NidaOptions *options,
            gboolean           board)
{
  if (options->theme == NIDA_THEME_PROJECTOR)
    return options->height / 1080 * 1.64;
  return board ? 1 : CLAMP (MIN (options->width / NORMAL_WIDTH, options->height / NORMAL_HEIGHT), 1.0, MAX_GROWTH);
}

static gboolean
is_text (NidaField field)
{
  return field == NIDA_FIELD_DESCRIPTION || field == NIDA_FIELD_SAID_BY || field == NIDA_FIELD_BASIS;
}

static gboolean
asks_for_texts (NidaQuery *query)
{
  const char * const *values;

  for (guint i = 0; i < query->n_by; i++)
    if (is_text (query->by[i].field))
      return TRUE;
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (is_text (nida_query_get_filter (query, i, &values)))
      return TRUE;
  return FALSE;
}

/* The kinds of rows whose texts may stay unread: of flows no chart says more than the sums, and some charts say no text
 * at all. */
static guint
find_textless (NidaOptions   *options,
               gboolean       board,
               NidaChartKind  kind)
{
  if (asks_for_texts (options->query))
    return 0;
  if (board || kind == NIDA_CHART_EVENTS || kind == NIDA_CHART_INDICATOR || kind == NIDA_CHART_TIMELINE)
    return NIDA_KINDS_MONEY | NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT);
  return NIDA_KINDS_ALL;
}

static NidaChartContext
make_context (NidaOptions  *options,
              NidaMeasurer *measurer,
              NidaSources  *sources,
              gboolean      board)
{
  NidaChartContext context = {
    .language = options->language,
    .measurer = measurer,
    .theme = options->theme,
    .time_direction = options->time_direction,
    .width = options->width,
    .height = options->height,
    .scale = find_scale (options, board),
    .growth = options->theme != NIDA_THEME_PROJECTOR ? find_scale (options, board) : 0,
    .colors = sources->colors,
    .as_of = sources->as_of,
    .read_as_of = sources->read_as_of,
    .retrieved = sources->retrieved,
    .missing = sources->missing,
    .joined = sources->joined,
  };

  return context;
}

static NidaChartSpec *
make_spec (NidaOptions   *options,
           NidaChartKind  kind)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  nida_query_unref (spec->query);
  spec->query = nida_query_copy (options->query);
  spec->measure = options->measure;
  spec->step = options->step;
  spec->top = options->top;
  spec->order = options->order;
  spec->panels = options->panels;
  spec->own_scales = options->own_scales;
  spec->no_projection = options->no_projection;
  spec->title = g_strdup (options->title);
  return spec;
}

static gboolean
shows_donors (GPtrArray *queries)
{
  for (guint i = 0; i < queries->len; i++)
    {
      const NidaQuery *query = queries->pdata[i];

      for (guint d = 0; d < query->n_by; d++)
        if (query->by[d].field == NIDA_FIELD_DONOR)
          return TRUE;
    }
  return FALSE;
}

/* A chart of words instead of marks says so to who cannot see it. */
static void
tell_why_not (NidaChartKind        kind,
              NidaLocalEngine     *engine,
              const NidaChartSpec *spec)
{
  NidaSubject subject;
  g_autofree char *why = NULL;

  nida_subject_init (&subject, engine, spec);
  why = nida_chart_kind_fits (kind, spec, &subject);
  if (why != NULL)
    nida_say ("%s", why);
}

/* The colours that hold on the whole of a board of the documents, the first that has some; NULL: none. */
static NidaArrangement *
find_colors (NidaOptions *options)
{
  for (guint i = 0; options->items != NULL && i < options->items->len; i++)
    for (guint b = 0; b < nida_items_get_n (options->items->pdata[i], NIDA_ITEM_BOARD); b++)
      {
        g_autoptr (NidaView) view = nida_view_from_text (nida_items_get (options->items->pdata[i], NIDA_ITEM_BOARD, b)->text, NULL);
        NidaArrangement *arrangement = view != NULL ? nida_filter_set_get_arrangement (view->filters) : NULL;

        if (arrangement != NULL && nida_arrangement_get_colors (arrangement) != NULL)
          return nida_arrangement_ref (arrangement);
      }
  return NULL;
}

static NidaChartSpec *
color_spec (NidaOptions         *options,
            const NidaChartSpec *spec)
{
  g_autoptr (NidaArrangement) colors = find_colors (options), none = NULL, plain = NULL, colored = NULL;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  if (colors == NULL)
    return nida_chart_spec_copy (spec);
  none = nida_arrangement_new (nothing, nothing);
  plain = nida_arrangement_add (none, 0, spec);
  colored = nida_arrangement_color (plain, nida_arrangement_get_colors (colors));
  return nida_chart_spec_copy (nida_arrangement_get (colored, 0));
}

static NidaScene *
build_chart (NidaOptions            *options,
             NidaChartKind           kind,
             NidaLocalEngine        *engine,
             NidaSources            *sources,
             NidaChartContext        context,
             GError                **error)
{
  g_autoptr (NidaChartSpec) asked = make_spec (options, kind), spec = color_spec (options, asked);
  g_autoptr (NidaColorMap) hues = nida_options_dup_donor_hues (options);
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, error);
  NidaScene *scene;

  if (cubes == NULL)
    return NULL;
  if (shows_donors (queries))
    nida_sources_keep_donors (sources, engine, hues);
  nida_sources_fill (sources, spec, &context);
  scene = nida_chart_build (spec, cubes, &context);
  if (nida_scene_find (scene, "message") != NULL)
    tell_why_not (kind, engine, spec);
  return scene;
}

int
nida_cli_render (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (NidaMeasurer) measurer = NULL;
  g_autoptr (NidaSources) sources = NULL;
  g_autoptr (NidaScene) scene = NULL;
  g_autoptr (NidaView) view = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  NidaChartContext context;
  NidaChartKind kind = NIDA_CHART_COVERAGE;
  NidaExportFormat format;
  gboolean board = g_strcmp0 (options->chart, "board") == 0 || (options->chart == NULL && options->board != NULL);

  if (options->board != NULL && (!board || options->slides))
    {
      nida_say ("%s", _("--board says which board is drawn; it does not go with slides or a single chart."));
      return NIDA_EXIT_USAGE;
    }
  if (options->slides && !options->is_order_said)
    return nida_cli_render_slides (options);
  if (options->output == NULL || !nida_export_format_from_name (options->output, &format))
    {
      nida_say ("%s", _("render wants -o OUT.png, OUT.svg or OUT.pdf."));
      return NIDA_EXIT_USAGE;
    }
  if (!board && (options->chart == NULL || !nida_chart_kind_from_name (options->chart, &kind)))
    {
      g_autofree char *kinds = nida_chart_kind_list (), *all = g_strconcat ("board, ", kinds, NULL);

      if (options->chart != NULL)
        nida_say (_("%s does not take “%s”. Choose one of: %s."), "--chart", options->chart, all);
      else
        /* Translators: the words that --chart takes: "board" for all of it, or one kind of chart */
        nida_say (_("render wants --chart board, or one of: %s."), kinds);
      return NIDA_EXIT_USAGE;
    }
  if (options->is_order_said && (board || options->slides || !nida_chart_kind_has_order (kind, options->order)))
    {
      nida_say ("%s", _("--order goes with --chart ranking (largest, smallest, name) and --chart coverage (source, largest, gap)."));
      return NIDA_EXIT_USAGE;
    }

  default_size (options, board);
  if (board && !nida_render_open_board (options, &view, &status))
    return status;
  /* what a person has put on a board may ask for any text */
  options->load.textless = view != NULL ? 0 : find_textless (options, board, kind);
  dataset = nida_options_load (options, &status);
  if (dataset == NULL)
    return status;
  engine = nida_local_engine_new (dataset);
  measurer = nida_pango_measurer_new (nida_language_is_arabic (options->language));
  sources = nida_sources_new (dataset, options->language);
  context = make_context (options, measurer, sources, board);
  scene = board ? nida_render_board (options, view, engine, sources, &context, &error)
                : build_chart (options, kind, engine, sources, context, &error);
  if (scene == NULL)
    {
      nida_say ("%s", error->message);
      return nida_exit_for (error);
    }

  file = g_file_new_for_commandline_arg (options->output);
  if (!nida_scene_export_file (scene, options->theme, file, MAX (options->scale, 1), nida_language_get_code (options->language), &error))
    {
      nida_say ("%s", error->message);
      return NIDA_EXIT_INPUT;
    }
  return nida_look_rates (options, dataset, engine);
}
