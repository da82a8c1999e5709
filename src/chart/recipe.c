/* The frame that every chart stands in (title, subtitle, room for the source line) and small helps for the recipes of marks. */
#include "config.h"

#include "recipe.h"

#include "cut-names.h"
#include "describe.h"
#include "news.h"
#include "translate.h"

#include <math.h>

/* Distances of the mockups, in points at scale 1. */
#define MARGIN        16.0
#define MARGIN_TOP    14.0
#define MARGIN_BOTTOM 10.0
#define GAP            8.0
#define TWO_LINES   150.0     /* least height of a small chart whose name may take two lines */
#define PANEL_GAP      6.0     /* under the name of a small chart */
#define MAX_TITLE_LINES  2
#define TALL           240.0     /* a chart as high as this lets its subtitle take two lines before it is cut */
#define MAX_SOURCE_LINES 3
#define MAX_MUST_LINES   4         /* of sentences that never give way */
#define LEAST_PLOT     120.0       /* what such sentences leave of the height */
#define ROOM_A_SOURCE_LINE 100.0   /* a chart under twice this height has one line of source, and so on */
#define MIN_HEIGHT_WITH_SOURCE 150.0
#define WORDS        130.0     /* title, subtitle and source line, about */

/* Logical x grows with the reading direction; the margins are the same on both sides. */
static double
inner_width (NidaRecipe *recipe)
{
  return MAX (recipe->context->width - 2.0 * nida_recipe_px (recipe, MARGIN), 1.0);
}

gboolean
nida_recipe_fits_subtitle (NidaRecipe *recipe,
                           const char *text)
{
  return recipe->context->panel != NULL || nida_recipe_text_width (recipe, text, NIDA_FONT_SUBTITLE) <= inner_width (recipe);
}

static double
add_title (NidaRecipe *recipe,
           const char *title,
           double      y)
{
  double width = MAX (inner_width (recipe) - recipe->context->reserve_end, 1.0);
  guint lines = nida_measurer_lines (recipe->context->measurer, title, NIDA_FONT_TITLE, recipe->scale, width);
  double height;

  if (lines == 0)
    return y;

  lines = MIN (lines, MAX_TITLE_LINES);
  height = lines * nida_recipe_line (recipe, NIDA_FONT_TITLE);
  nida_scene_builder_paragraph (recipe->scene, "title",
                                (NidaBox) { nida_recipe_px (recipe, MARGIN), y, width, height },
                                NIDA_FONT_TITLE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, lines, title);

  return y + height;
}

static double
add_subtitle (NidaRecipe *recipe,
              const char *subtitle,
              double      y)
{
  guint most = recipe->context->height >= nida_recipe_px (recipe, TALL) ? 2 : 1, lines;
  double height;

  if (subtitle == NULL || *subtitle == '\0')
    return y;

  lines = nida_measurer_lines (recipe->context->measurer, subtitle, NIDA_FONT_SUBTITLE, recipe->scale, inner_width (recipe));
  lines = CLAMP (lines, 1, most);
  height = lines * nida_recipe_line (recipe, NIDA_FONT_SUBTITLE);
  nida_scene_builder_paragraph (recipe->scene, "subtitle", (NidaBox) { nida_recipe_px (recipe, MARGIN), y, inner_width (recipe), height },
                                NIDA_FONT_SUBTITLE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, lines, subtitle);

  return y + height;
}

/* Returns the top of the source line. @top: of the plot. Sentences that never give way take a further line where the plot
 * stays high enough. */
static double
add_source (NidaRecipe *recipe,
            const char *note,
            double      top)
{
  double bottom = recipe->context->height - nida_recipe_px (recipe, MARGIN_BOTTOM);
  guint most = CLAMP (recipe->context->height / nida_recipe_px (recipe, ROOM_A_SOURCE_LINE), 1, MAX_SOURCE_LINES);
  double spare = bottom - top - nida_recipe_px (recipe, GAP + LEAST_PLOT);
  guint room = CLAMP (spare / nida_recipe_line (recipe, NIDA_FONT_SOURCE), most, MAX_MUST_LINES);
  g_autofree char *line = NULL;
  guint lines;
  double height;

  if (recipe->context->unsourced || recipe->context->height < nida_recipe_px (recipe, MIN_HEIGHT_WITH_SOURCE))
    return bottom;

  line = nida_recipe_source_in (recipe, note, inner_width (recipe), most, room);
  if (*line == '\0')
    return bottom;
  lines = MIN (nida_measurer_lines (recipe->context->measurer, line, NIDA_FONT_SOURCE, recipe->scale, inner_width (recipe)), room);
  height = lines * nida_recipe_line (recipe, NIDA_FONT_SOURCE);
  nida_scene_builder_paragraph (recipe->scene, "source",
                                (NidaBox) { nida_recipe_px (recipe, MARGIN), bottom - height, inner_width (recipe), height },
                                NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE, NIDA_ANCHOR_START, lines, line);

  return bottom - height;
}

/* What a recipe says of itself when it does not call nida_scene_builder_set_words(). */
static void
set_default_words (NidaRecipe *recipe,
                   const char *title,
                   const char *subtitle)
{
  g_autofree char *sentence = NULL;

  if (subtitle != NULL && *subtitle != '\0')
    /* Translators: a subtitle made a sentence of the description */
    sentence = g_strdup_printf (_("%s."), subtitle);
  nida_scene_builder_set_words (recipe->scene, title != NULL ? title : "", sentence);
}

/* Of the names of all small charts, so that their marks begin at one height: two where one is long and the charts are high enough. */
static guint
panel_lines (NidaRecipe *recipe)
{
  NidaSharedScale *shared = recipe->context->shared_scale;
  guint lines = nida_measurer_lines (recipe->context->measurer, recipe->context->panel, NIDA_FONT_LABEL_BOLD, recipe->scale, recipe->context->width);

  if (shared == NULL || recipe->context->height < nida_recipe_px (recipe, TWO_LINES))
    return 1;
  if (!shared->fixed)
    shared->title_lines = MAX (shared->title_lines, CLAMP (lines, 1, 2));
  return MAX (shared->title_lines, 1);
}

/* One of several small charts has its name inside the top, and leaves all other words to what is around them. */
static void
frame_panel (NidaRecipe *recipe,
             const char *subtitle)
{
  const char *name = recipe->context->panel;
  double width = recipe->context->width, line = nida_recipe_line (recipe, NIDA_FONT_LABEL_BOLD), top;
  guint lines = panel_lines (recipe);

  set_default_words (recipe, name, subtitle);
  nida_node_name (nida_scene_builder_paragraph (recipe->scene, "title", (NidaBox) { 0, 0, width, lines * line }, NIDA_FONT_LABEL_BOLD,
                                                NIDA_COLOR_TEXT, NIDA_ANCHOR_START, lines, name),
                  name);
  top = lines * line + nida_recipe_px (recipe, PANEL_GAP);
  recipe->plot = (NidaBox) { 0, top, width, MAX (recipe->context->height - top, 0) };
}

/**
 * nida_recipe_foresee:
 * @recipe: a recipe without its frame
 *
 * Returns: the height in points that nida_recipe_frame() will leave for marks, about: a title of two lines, a subtitle and a long
 *   source line are reckoned with; a small chart among others has its name alone
 */
double
nida_recipe_foresee (NidaRecipe *recipe)
{
  double words = nida_recipe_px (recipe, WORDS);

  if (recipe->context->panel != NULL)
    words = panel_lines (recipe) * nida_recipe_line (recipe, NIDA_FONT_LABEL_BOLD) + nida_recipe_px (recipe, PANEL_GAP);
  return MAX (recipe->context->height - words, 0);
}

/**
 * nida_recipe_frame:
 * @recipe: a recipe
 * @title: (nullable): the message of the chart, at most two lines
 * @subtitle: (nullable): measure, unit and period; the person's own comes before it
 * @note: (nullable): a sentence for the end of the source line
 *
 * Put the words around the chart and say in @recipe->plot what room is left. A card too low for a source line has it in
 * its description only.
 */
void
nida_recipe_frame (NidaRecipe *recipe,
                   const char *title,
                   const char *subtitle,
                   const char *note)
{
  double top = nida_recipe_px (recipe, MARGIN_TOP);
  double gap = nida_recipe_px (recipe, GAP);
  double bottom;

  if (recipe->spec != NULL && recipe->spec->subtitle != NULL)
    subtitle = recipe->spec->subtitle;
  nida_scene_builder_set_subtitle (recipe->scene, subtitle);
  if (recipe->context->panel != NULL)
    {
      frame_panel (recipe, subtitle);
      return;
    }
  g_free (recipe->source);
  recipe->source = nida_recipe_source (recipe, note);
  set_default_words (recipe, title, subtitle);

  if (recipe->context->untitled)
    top = 0;
  else
    top = add_subtitle (recipe, subtitle, add_title (recipe, title, top)) + gap;
  bottom = add_source (recipe, note, top) - gap;
  if (!recipe->context->signs_told && recipe->context->height >= nida_recipe_px (recipe, MIN_HEIGHT_WITH_SOURCE))
    bottom = nida_news_legend (recipe, nida_recipe_px (recipe, MARGIN), bottom, inner_width (recipe));
  recipe->plot = (NidaBox) { nida_recipe_px (recipe, MARGIN), top, inner_width (recipe), MAX (bottom - top, 0.0) };
}

/**
 * nida_recipe_message:
 * @recipe: a recipe with its frame
 * @message: why there are no marks, and what to do
 */
void
nida_recipe_message (NidaRecipe *recipe,
                     const char *message)
{
  NidaBox plot = recipe->plot;
  double line = nida_recipe_line (recipe, NIDA_FONT_LABEL);
  guint room = MAX ((guint) (plot.height / line), 1);
  guint lines = nida_measurer_lines (recipe->context->measurer, message, NIDA_FONT_LABEL, recipe->scale, plot.width);
  double height;

  lines = CLAMP (lines, 1, room);
  height = lines * line;
  nida_scene_builder_paragraph (recipe->scene, "message",
                                (NidaBox) { plot.x, plot.y + (plot.height - height) / 2.0, plot.width, height },
                                NIDA_FONT_LABEL, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_MIDDLE, lines, message);
  nida_scene_builder_add_description (recipe->scene, message);
}

/**
 * nida_recipe_no_room:
 * @recipe: a recipe with its frame
 * @message: that there is no room for the marks
 *
 * Say it, and let small charts know that they are too many.
 */
void
nida_recipe_no_room (NidaRecipe *recipe,
                     const char *message)
{
  if (recipe->context->shared_scale != NULL)
    recipe->context->shared_scale->room = NIDA_ROOM_NONE;
  nida_recipe_message (recipe, message);
}

/**
 * nida_recipe_bare:
 * @recipe: a recipe with its frame
 *
 * Let small charts know that they are too many for the axes, names or lengths that their marks are read by. A chart on its own
 * is drawn as well as its room lets it.
 */
void
nida_recipe_bare (NidaRecipe *recipe)
{
  NidaSharedScale *scale = recipe->context->shared_scale;

  if (scale != NULL)
    scale->room = MAX (scale->room, NIDA_ROOM_BARE);
}

/**
 * nida_recipe_cube:
 * @recipe: a recipe
 * @index: of the query
 *
 * Returns: (transfer none) (nullable): its answer
 */
NidaCube *
nida_recipe_cube (NidaRecipe *recipe,
                  guint       index)
{
  return recipe->cubes != NULL && index < recipe->cubes->len ? g_ptr_array_index (recipe->cubes, index) : NULL;
}

typedef struct {
  NidaRecipe       recipe;
  NidaChartContext context;
} Kept;

/**
 * nida_recipe_keep:
 * @recipe: a recipe
 *
 * Returns: (transfer full): what words are made from when @recipe is gone: language, currency and answers; for
 *   nida_recipe_let_go()
 */
NidaRecipe *
nida_recipe_keep (NidaRecipe *recipe)
{
  Kept *self = g_new0 (Kept, 1);

  self->context.language = g_object_ref (recipe->context->language);
  self->recipe.context = &self->context;
  self->recipe.cubes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; recipe->cubes != NULL && i < recipe->cubes->len; i++)
    g_ptr_array_add (self->recipe.cubes, g_object_ref (nida_recipe_cube (recipe, i)));
  return &self->recipe;
}

void
nida_recipe_let_go (NidaRecipe *kept)
{
  Kept *self = (Kept *) (gpointer) kept;

  g_object_unref (self->context.language);
  g_ptr_array_unref (self->recipe.cubes);
  g_free (self);
}

/**
 * nida_recipe_cuts:
 * @recipe: a recipe
 * @period: a year, a month
 *
 * Returns: whether the last day of the data lies in @period, and before its end, so that its sum is not that of a whole one
 */
gboolean
nida_recipe_cuts (NidaRecipe *recipe,
                  NidaPeriod  period)
{
  NidaDate last = recipe->context->as_of;

  return period.start.precision != NIDA_PRECISION_NONE && last.precision == NIDA_PRECISION_DAY
         && last.day >= nida_date_first_day (period.start) && last.day < nida_date_last_day (period.end)
         && recipe->spec->kind != NIDA_CHART_INDICATOR;      /* a level is no sum of days: it holds from when it is told */
}

/**
 * nida_recipe_text_width:
 * @recipe: a recipe
 * @text: one line
 * @font: its font
 *
 * Returns: its width in points
 */
double
nida_recipe_text_width (NidaRecipe *recipe,
                        const char *text,
                        NidaFont    font)
{
  return nida_measurer_width (recipe->context->measurer, text, font, recipe->scale);
}

/**
 * nida_recipe_line:
 * @recipe: a recipe
 * @font: a font
 *
 * Returns: its line height in points
 */
double
nida_recipe_line (NidaRecipe *recipe,
                  NidaFont    font)
{
  return nida_font_line_height (font, recipe->scale);
}

/**
 * nida_recipe_px:
 * @recipe: a recipe
 * @at_scale_1: a distance of the mockups
 *
 * Returns: the distance in points of this scene
 */
double
nida_recipe_px (NidaRecipe *recipe,
                double      at_scale_1)
{
  return at_scale_1 * recipe->scale;
}

/**
 * nida_recipe_may_be_small:
 * @recipe: a recipe
 *
 * Returns: whether %NIDA_FONT_TILE may be used: not on a projector, nor for who enlarges letters
 */
gboolean
nida_recipe_may_be_small (NidaRecipe *recipe)
{
  return recipe->scale <= 1.001 * MAX (recipe->context->growth, 1);
}

/**
 * nida_recipe_usual_zoom:
 * @recipe: a recipe
 *
 * Returns: what letters are written at to be as large as for readers who enlarge none; 1 on a projector
 */
double
nida_recipe_usual_zoom (NidaRecipe *recipe)
{
  return recipe->context->growth > 0 ? MIN (recipe->context->growth / recipe->scale, 1) : 1;
}

/**
 * nida_recipe_least_zoom:
 * @recipe: a recipe
 *
 * Returns: what %NIDA_FONT_TILE is written at to be as small as in a picture of the usual size, where it may be
 */
double
nida_recipe_least_zoom (NidaRecipe *recipe)
{
  return nida_recipe_may_be_small (recipe) ? 1 / MAX (recipe->context->growth, 1) : 1;
}

/**
 * nida_recipe_is_rtl:
 * @recipe: a recipe
 *
 * Returns: whether the finished scene is mirrored; marks need not ask
 */
gboolean
nida_recipe_is_rtl (NidaRecipe *recipe)
{
  return nida_language_is_rtl (recipe->context->language);
}

/**
 * nida_recipe_time_reversed:
 * @recipe: a recipe
 *
 * Returns: whether time runs from the end edge to the start edge, against the text
 */
gboolean
nida_recipe_time_reversed (NidaRecipe *recipe)
{
  gboolean rtl = nida_recipe_is_rtl (recipe);

  switch (recipe->context->time_direction)
    {
    case NIDA_TIME_LTR: return rtl;
    case NIDA_TIME_RTL: return !rtl;
    default: return FALSE;
    }
}

/**
 * nida_recipe_currency:
 * @recipe: a recipe
 *
 * Returns: (transfer none): ISO code of the display currency
 */
const char *
nida_recipe_currency (NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  const char *currency = cube != NULL ? nida_cube_get_query (cube)->currency : NULL;

  return currency != NULL ? currency : "USD";
}

char *
nida_recipe_counts (NidaRecipe  *recipe,
                    NidaMeasure  measure,
                    gint64       value)
{
  gboolean money = measure != NIDA_MEASURE_COVERAGE && measure != NIDA_MEASURE_COUNT;

  return g_strdup_printf ("%s %d %s %d", nida_language_get_code (recipe->context->language), measure,
                          money ? nida_recipe_currency (recipe) : "", money ? (int) nida_magnitude_of (value) : 0);
}

/**
 * nida_recipe_text:
 * @recipe: a recipe
 * @key: of the node
 * @x: start edge in points
 * @y: top in points
 * @width: room in points
 * @font: one of the fixed sizes
 * @color: a role
 * @anchor: the edge it keeps to
 * @text: one line
 *
 * Returns: (transfer none): the node
 */
NidaNode *
nida_recipe_text (NidaRecipe *recipe,
                  const char *key,
                  double      x,
                  double      y,
                  double      width,
                  NidaFont    font,
                  NidaColor   color,
                  NidaAnchor  anchor,
                  const char *text)
{
  return nida_scene_builder_text (recipe->scene, key, (NidaBox) { x, y, width, nida_recipe_line (recipe, font) },
                                  font, color, anchor, text);
}

/**
 * nida_recipe_sector_middle:
 * @recipe: a recipe
 * @node: a sector
 *
 * The middle of the ring, which no direction mirrors: the scene will mirror what is put there, so its angle is turned round
 * before.
 *
 * Returns: logical points
 */
NidaPoint
nida_recipe_sector_middle (NidaRecipe     *recipe,
                           const NidaNode *node)
{
  double angle = (node->from + node->to) / 2.0, radius = (node->inner + node->outer) / 2.0;
  double sign = nida_recipe_is_rtl (recipe) ? -1.0 : 1.0;

  return (NidaPoint) { node->points[0].x + sign * radius * sin (angle), node->points[0].y - radius * cos (angle) };
}
