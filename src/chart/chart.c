/* The registry of the kinds of charts, and what all of them share: spec + cubes + context → scene. */
#include "config.h"

#include "recipe.h"

#include "chart-traits.h"
#include "chosen.h"
#include "conversion-words.h"
#include "cut-names.h"
#include "describe.h"
#include "news.h"
#include "panels.h"
#include "notes.h"
#include "references.h"
#include "translate.h"

#include <string.h>

typedef struct {
  NidaRecipeFunc  build;
  NidaQueriesFunc queries;
} Kind;

static const Kind kinds[NIDA_N_CHARTS] = {
  [NIDA_CHART_NUMBER] = { nida_number_build, nida_number_queries },
  [NIDA_CHART_COVERAGE] = { nida_coverage_build, nida_coverage_queries },
  [NIDA_CHART_TIMELINE] = { nida_timeline_build, nida_timeline_queries },
  [NIDA_CHART_RANKING] = { nida_ranking_build, nida_ranking_queries },
  [NIDA_CHART_PARTS] = { nida_parts_build, nida_parts_queries },
  [NIDA_CHART_INDICATOR] = { nida_indicator_build, nida_indicator_queries },
  [NIDA_CHART_EVENTS] = { nida_events_build, nida_events_queries },
  [NIDA_CHART_WAFFLE] = { nida_waffle_build, nida_parts_queries },
  [NIDA_CHART_TREEMAP] = { nida_treemap_build, nida_treemap_queries },
  [NIDA_CHART_HEATMAP] = { nida_heatmap_build, nida_cross_queries },
  [NIDA_CHART_LINE] = { nida_line_build, nida_cross_time_queries },
  [NIDA_CHART_AREA] = { nida_area_build, nida_cross_time_queries },
  [NIDA_CHART_DOTPLOT] = { nida_dotplot_build, nida_cross_time_queries },
  [NIDA_CHART_SLOPE] = { nida_slope_build, nida_cross_time_queries },
  [NIDA_CHART_BUMP] = { nida_bump_build, nida_cross_time_queries },
  [NIDA_CHART_WATERFALL] = { nida_waterfall_build, nida_waterfall_queries },
  [NIDA_CHART_SANKEY] = { nida_sankey_build, nida_sankey_queries },
  [NIDA_CHART_TILE_MAP] = { nida_tile_map_build, nida_tile_map_queries },
  [NIDA_CHART_PACE] = { nida_pace_build, nida_pace_queries },
};

static NidaRecipe
recipe_begin (const NidaChartSpec    *spec,
              GPtrArray              *cubes,
              const NidaChartContext *context)
{
  gboolean rtl = nida_language_is_rtl (context->language);

  return (NidaRecipe) {
    .spec = spec,
    .cubes = cubes,
    .context = context,
    .scene = nida_scene_builder_new (context->width, context->height, context->scale, rtl),
    .scale = context->scale,
    .plot = { 0.0, 0.0, context->width, context->height },
  };
}

/* All that the chart is of, of which a selection is a part: only flows add up to one sum. A figure has it as its own mark. */
static NidaMark *
dup_whole (NidaRecipe *recipe)
{
  const NidaChartSpec *spec = recipe->spec;
  const NidaCubeCell *total;

  if (spec == NULL || recipe->cubes == NULL || recipe->cubes->len == 0 || spec->kind == NIDA_CHART_NUMBER || spec->kind == NIDA_CHART_COVERAGE
      || spec->kind == NIDA_CHART_WATERFALL || nida_chart_kind_get_traits (spec->kind)->stock != NIDA_KIND_NONE)
    return NULL;
  if (spec->measure != NIDA_MEASURE_RECEIVED && spec->measure != NIDA_MEASURE_PAID && spec->measure != NIDA_MEASURE_COMMITTED
      && spec->measure != NIDA_MEASURE_PLEDGED)
    return NULL;
  total = nida_cube_get_total (nida_recipe_cube (recipe, 0));
  if (total == NULL || total->values[spec->measure] == NIDA_MONEY_NONE)
    return NULL;
  return nida_recipe_mark (recipe, NULL, spec->measure, total->values[spec->measure]);
}

/* Figures of a description have no currency in Arabic; what their unit is comes before the sources, unless it was said. */
static void
describe_currency (NidaRecipe *recipe)
{
  const NidaChartSpec *spec = recipe->spec;
  NidaKind stock = spec != NULL ? nida_chart_kind_get_traits (spec->kind)->stock : NIDA_KIND_NONE;
  g_autofree char *unit = NULL, *sentence = NULL;

  if (spec == NULL || recipe->cubes == NULL || recipe->cubes->len == 0 || spec->measure == NIDA_MEASURE_COUNT
      || (stock != NIDA_KIND_NONE && stock != NIDA_KIND_REQUIREMENT))      /* events and levels are no money */
    return;
  unit = nida_words_unit (recipe->context->language, nida_cube_get_query (nida_recipe_cube (recipe, 0)));
  if (nida_scene_builder_describes (recipe->scene, unit))
    return;
  /* Translators: a sentence in the description of a chart; %s is a currency, "US$" */
  sentence = g_strdup_printf (_("Amounts in %s."), unit);
  nida_scene_builder_add_description (recipe->scene, sentence);
}

static NidaScene *
recipe_end (NidaRecipe *recipe)
{
  g_autofree char *plans = recipe->spec != NULL && recipe->spec->kind != NIDA_CHART_NUMBER ? nida_describe_plans_sentence (recipe) : NULL;
  NidaScene *scene;

  if (recipe->spec != NULL)
    nida_references_describe (recipe);
  nida_scene_builder_add_description (recipe->scene, plans);
  describe_currency (recipe);
  nida_names_cut (recipe);
  nida_notes_emit (recipe);
  nida_news_mark (recipe);
  nida_scene_builder_set_whole (recipe->scene, dup_whole (recipe));
  if (!recipe->context->unsourced)
    nida_scene_builder_add_description (recipe->scene, recipe->source);
  scene = nida_scene_builder_end (recipe->scene);
  nida_scene_show_chosen (scene, recipe->spec);
  g_clear_object (&recipe->scene);
  g_clear_pointer (&recipe->source, g_free);

  return scene;
}

static void
build_marks (NidaRecipe *recipe)
{
  if (recipe->spec->panels != NIDA_FIELD_NONE)
    nida_panels_build (recipe, nida_chart_build);
  else
    kinds[recipe->spec->kind].build (recipe);
}

/* --- a second currency --- */

static gboolean
has_second (const NidaChartSpec *spec)
{
  return spec->query->second != NULL && g_strcmp0 (spec->query->second, spec->query->currency) != 0 &&
         (spec->query->currency != NULL || strcmp (spec->query->second, "USD") != 0);
}

/* The same questions again. */
static void
add_second_queries (const NidaChartSpec *spec,
                    GPtrArray           *queries)
{
  guint n = has_second (spec) ? queries->len : 0;

  for (guint i = 0; i < n; i++)
    {
      NidaQuery *query = nida_query_copy (queries->pdata[i]);

      g_free (query->currency);
      query->currency = g_strdup (spec->query->second);
      g_ptr_array_add (queries, query);
    }
}

/* The answers from @start on, @n of them. */
static GPtrArray *
slice (GPtrArray *cubes,
       guint      start,
       guint      n)
{
  GPtrArray *part = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = start; i < start + n; i++)
    g_ptr_array_add (part, g_object_ref (cubes->pdata[i]));
  return part;
}

/* Marks get the exact figure of their twin in @second as a line. A card says it itself. */
static void
add_second_lines (NidaScene *scene,
                  NidaScene *second)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (second); i++)
    {
      const NidaNode *twin = nida_scene_get_node (second, i);
      const NidaNode *node = twin->mark == NULL || twin->mark->money == NIDA_MONEY_NONE ? NULL : nida_scene_find (scene, twin->key);

      if (node != NULL && node->mark != NULL)
        nida_mark_set_second (node->mark, twin->mark);
    }
}

static NidaScene *
build_with_second (const NidaChartSpec    *spec,
                   GPtrArray              *cubes,
                   const NidaChartContext *context)
{
  g_autoptr (GPtrArray) first = slice (cubes, 0, cubes->len / 2), again = slice (cubes, cubes->len / 2, cubes->len / 2);
  NidaChartContext both = *context;
  NidaRecipe recipe, twin;
  g_autoptr (NidaScene) second = NULL;
  NidaScene *scene;

  both.second_cubes = again;
  recipe = recipe_begin (spec, first, &both);
  build_marks (&recipe);
  scene = recipe_end (&recipe);
  if (spec->kind == NIDA_CHART_NUMBER && spec->panels == NIDA_FIELD_NONE)
    return scene;
  both.news = NULL;       /* its marks are only read */
  both.second_cubes = NULL;
  twin = recipe_begin (spec, again, &both);
  build_marks (&twin);
  second = recipe_end (&twin);
  add_second_lines (scene, second);
  return scene;
}

/**
 * nida_chart_spec_queries:
 * @spec: what to show
 *
 * Returns: (transfer full) (element-type NidaQuery): the questions whose answers nida_chart_build() takes, in its order
 */
GPtrArray *
nida_chart_spec_queries (const NidaChartSpec *spec)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);

  kinds[spec->kind].queries (spec, queries);
  if (spec->panels != NIDA_FIELD_NONE)
    nida_panels_queries (spec, queries);
  add_second_queries (spec, queries);

  return queries;
}

/* What the person chose of colours comes before what the board has. */
static NidaColorMap *
own_colors (const NidaChartSpec    *spec,
            const NidaChartContext *context)
{
  NidaColorMap *colors;

  if (spec->hues->len == 0)
    return context->colors != NULL ? nida_color_map_ref (context->colors) : NULL;
  colors = nida_color_map_copy (context->colors);
  for (guint i = 0; i < spec->hues->len; i++)
    {
      const NidaHue *hue = spec->hues->pdata[i];

      nida_color_map_set (colors, hue->field, hue->name, hue->color);
    }
  return colors;
}

/**
 * nida_chart_build:
 * @spec: what to show
 * @cubes: (element-type NidaCube): answers to nida_chart_spec_queries()
 * @context: where and for whom
 *
 * Returns: (transfer full): the scene of the chart
 */
NidaScene *
nida_chart_build (const NidaChartSpec    *spec,
                  GPtrArray              *cubes,
                  const NidaChartContext *context)
{
  g_auto (NidaSpeech) speech = nida_language_speak (context->language);
  g_autoptr (NidaColorMap) colors = own_colors (spec, context);
  NidaChartContext own_context = *context;
  NidaChartSpec own = *spec;        /* with the person's words in the reader's language; borrows all else */
  gboolean arabic = nida_language_is_arabic (context->language);
  NidaRecipe recipe;

  own.title = (char *) nida_chart_spec_pick (arabic, spec->title, spec->title_ar);
  own.subtitle = (char *) nida_chart_spec_pick (arabic, spec->subtitle, spec->subtitle_ar);
  own.note = (char *) nida_chart_spec_pick (arabic, spec->note, spec->note_ar);
  own.title_ar = own.subtitle_ar = own.note_ar = NULL;      /* so that panels, which copy it, do not find them again */
  own_context.colors = colors;
  if (spec->own_time)
    own_context.time_direction = spec->time_direction;
  if (has_second (spec) && cubes->len > 0)
    return build_with_second (&own, cubes, &own_context);
  recipe = recipe_begin (&own, cubes, &own_context);
  build_marks (&recipe);

  return recipe_end (&recipe);
}

/**
 * nida_chart_source:
 * @spec: what is shown
 * @cubes: (element-type NidaCube): answers to nida_chart_spec_queries()
 * @context: where and for whom
 * @width: the room in points
 * @most: lines
 *
 * For a page that says once where the figures of all its charts are from.
 *
 * Returns: (transfer full): sentences
 */
char *
nida_chart_source (const NidaChartSpec    *spec,
                   GPtrArray              *cubes,
                   const NidaChartContext *context,
                   double                  width,
                   guint                   most)
{
  g_auto (NidaSpeech) speech = nida_language_speak (context->language);
  NidaRecipe recipe = recipe_begin (spec, cubes, context);
  char *source = nida_recipe_source_in (&recipe, NULL, width, most, G_MAXUINT);

  g_clear_object (&recipe.scene);

  return source;
}

char **
nida_chart_source_sentences (const NidaChartSpec    *spec,
                             GPtrArray              *cubes,
                             const NidaChartContext *context)
{
  g_auto (NidaSpeech) speech = nida_language_speak (context->language);
  NidaRecipe recipe = recipe_begin (spec, cubes, context);
  char **sentences = nida_recipe_source_sentences (&recipe);

  g_clear_object (&recipe.scene);

  return sentences;
}

/**
 * nida_chart_build_message:
 * @title: (nullable): title of the chart that would stand here
 * @message: what to say instead
 * @context: where and for whom
 *
 * Returns: (transfer full): a scene of words
 */
NidaScene *
nida_chart_build_message (const char             *title,
                          const char             *message,
                          const NidaChartContext *context)
{
  g_auto (NidaSpeech) speech = nida_language_speak (context->language);
  NidaRecipe recipe = recipe_begin (NULL, NULL, context);

  nida_recipe_frame (&recipe, title, NULL, NULL);
  nida_recipe_message (&recipe, message);

  return recipe_end (&recipe);
}
