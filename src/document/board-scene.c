/* A whole board as one scene: the picture that needs no window. */
#include "config.h"

#include "board.h"

#define TITLE_HEIGHT 68.0
#define MARGIN 16.0
#define CARD_RADIUS 8.0

static GPtrArray *
all_specs (const NidaBoard *board)
{
  GPtrArray *specs = g_ptr_array_new ();

  for (guint i = 0; i < board->cards->len; i++)
    g_ptr_array_add (specs, board->cards->pdata[i]);
  for (guint i = 0; i < board->charts->len; i++)
    g_ptr_array_add (specs, board->charts->pdata[i]);
  return specs;
}

static NidaScene *
build_one (const NidaChartSpec    *spec,
           NidaLocalEngine        *engine,
           const NidaChartContext *context,
           GError                **error)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, error);

  return cubes == NULL ? NULL : nida_chart_build (spec, cubes, context);
}

/* A white card with a border, and the chart, which keeps its own margin. */
static void
add_card (NidaSceneBuilder *scene,
          NidaScene        *chart,
          guint             index,
          NidaBox           box,
          double            scale)
{
  g_autofree char *key = g_strdup_printf ("card/%u", index);
  g_autofree char *prefix = g_strdup_printf ("chart/%u/", index);
  NidaNode *node = nida_scene_builder_rect (scene, key, box, NIDA_COLOR_CARD);

  node->stroke = NIDA_COLOR_BORDER;
  node->line_width = scale;
  node->radius = CARD_RADIUS * scale;
  nida_scene_builder_append (scene, chart, prefix, box.x, box.y);
}

static void
add_title (NidaSceneBuilder *scene,
           const NidaBoard  *board,
           double            width,
           double            scale)
{
  double inner = width - 2 * MARGIN * scale;

  nida_scene_builder_text (scene, "board/title", (NidaBox) { MARGIN * scale, 12 * scale, inner, 28 * scale },
                           NIDA_FONT_HEADING, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, board->title);
  nida_scene_builder_text (scene, "board/subtitle", (NidaBox) { MARGIN * scale, 38 * scale, inner, 18 * scale },
                           NIDA_FONT_SUBTITLE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, board->subtitle);
}

/**
 * nida_board_build:
 *
 * Returns: (transfer full): the scene, or %NULL with @error
 */
NidaScene *
nida_board_build (const NidaBoard         *board,
                  NidaLocalEngine         *engine,
                  NidaSources             *sources,
                  const NidaChartContext  *context,
                  GError                 **error)
{
  g_autoptr (GPtrArray) specs = all_specs (board);
  g_autofree NidaBox *boxes = g_new0 (NidaBox, specs->len);
  g_autoptr (NidaSceneBuilder) scene = NULL;
  g_autoptr (GString) description = g_string_new (board->title);
  gboolean rtl = nida_language_is_rtl (context->language);
  double scale = context->scale;
  double height = nida_board_layout (board, context->width, TITLE_HEIGHT * scale, scale, boxes);

  scene = nida_scene_builder_new (context->width, height, scale, rtl);
  nida_scene_builder_rect (scene, "board/canvas", (NidaBox) { 0, 0, context->width, height }, NIDA_COLOR_CANVAS);
  add_title (scene, board, context->width, scale);
  for (guint i = 0; i < specs->len; i++)
    {
      NidaChartContext inner = *context;
      g_autoptr (NidaScene) chart = NULL;

      inner.width = boxes[i].width;
      inner.height = boxes[i].height;
      inner.sources = nida_sources_get_names (sources, specs->pdata[i]);
      inner.differences = nida_sources_get_differences (sources, specs->pdata[i]);
      chart = build_one (specs->pdata[i], engine, &inner, error);
      if (chart == NULL)
        return NULL;
      add_card (scene, chart, i, boxes[i], scale);
      g_string_append_printf (description, "\n%s", nida_scene_get_description (chart));
    }
  nida_scene_builder_set_words (scene, board->title, description->str);
  return nida_scene_builder_end (scene);
}
