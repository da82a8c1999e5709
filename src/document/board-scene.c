/* A whole board as one scene: the picture that needs no window. */
#include "config.h"

#include "board.h"

#include "translate.h"

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

  nida_scene_builder_text (scene, "board/title", (NidaBox) { MARGIN * scale, 8 * scale, inner, 28 * scale },
                           NIDA_FONT_HEADING, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, board->title);
  nida_scene_builder_text (scene, "board/subtitle", (NidaBox) { MARGIN * scale, 40 * scale, inner, 18 * scale },
                           NIDA_FONT_SUBTITLE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, board->subtitle);
}

/**
 * nida_board_compose:
 * @board: which cards and charts, and the title
 * @context: for whom, and the width and scale of the whole; its height is not heeded
 * @build: makes the scene of each card and chart
 * @data: for @build
 * @error: return location for an error
 *
 * Returns: (transfer full): one scene with all of them, or %NULL with @error
 */
NidaScene *
nida_board_compose (const NidaBoard         *board,
                    const NidaChartContext  *context,
                    NidaBoardChartFunc       build,
                    gpointer                 data,
                    GError                 **error)
{
  g_auto (NidaSpeech) speech = nida_language_speak (context->language);
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
      chart = build (i, specs->pdata[i], &inner, data, error);
      if (chart == NULL)
        return NULL;
      add_card (scene, chart, i, boxes[i], scale);
      g_string_append_printf (description, "\n%s", nida_scene_get_description (chart));
    }
  nida_scene_builder_set_words (scene, board->title, description->str);
  return nida_scene_builder_end (scene);
}

/* Who answers for the board, and what is known of its sources. */
typedef struct { NidaLocalEngine *engine; NidaSources *sources; } Answers;

static NidaScene *
build_one (guint                    index,
           const NidaChartSpec     *spec,
           const NidaChartContext  *context,
           gpointer                 data,
           GError                 **error)
{
  const Answers *answers = data;
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GError) unanswered = NULL;
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (answers->engine, queries, &unanswered);
  NidaChartContext inner = *context;

  nida_sources_fill (answers->sources, spec, &inner);
  if (cubes == NULL)
    return nida_chart_build_message (_("This chart could not be drawn"), unanswered->message, &inner);
  return nida_chart_build (spec, cubes, &inner);
}

/**
 * nida_board_build:
 *
 * Returns: (transfer full): the scene; a chart whose question has no answer says why in its place, and the others are drawn
 */
NidaScene *
nida_board_build (const NidaBoard        *board,
                  NidaLocalEngine        *engine,
                  NidaSources            *sources,
                  const NidaChartContext *context)
{
  Answers answers = { engine, sources };

  return nida_board_compose (board, context, build_one, &answers, NULL);
}
