/* The frame that every chart stands in (title, subtitle, source line) and small helps for the recipes of marks. */
#include "config.h"

#include "query-words.h"
#include "recipe.h"

#include "aliases.h"
#include "conversion-words.h"
#include "describe.h"
#include "legend.h"
#include "news.h"
#include "translate.h"

#include <math.h>

/* Distances of the mockups, in points at scale 1. */
#define MARGIN        16.0
#define MARGIN_TOP    14.0
#define MARGIN_BOTTOM 10.0
#define GAP            8.0
#define PANEL_GAP      6.0     /* under the name of a small chart */
#define MAX_TITLE_LINES  2
#define MAX_SOURCE_LINES 3
#define MAX_MUST_LINES   4         /* of sentences that never give way */
#define LEAST_PLOT     120.0       /* what such sentences leave of the height */
#define ROOM_A_SOURCE_LINE 100.0   /* a chart under twice this height has one line of source, and so on */
#define MIN_HEIGHT_WITH_SOURCE 150.0

/* Logical x grows with the reading direction; the margins are the same on both sides. */
static double
inner_width (NidaRecipe *recipe)
{
  return MAX (recipe->context->width - 2.0 * nida_recipe_px (recipe, MARGIN), 1.0);
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
  if (subtitle == NULL || *subtitle == '\0')
    return y;

  nida_recipe_text (recipe, "subtitle", nida_recipe_px (recipe, MARGIN), y, inner_width (recipe), NIDA_FONT_SUBTITLE,
                    NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, subtitle);

  return y + nida_recipe_line (recipe, NIDA_FONT_SUBTITLE);
}

/* A sentence of the source line, and how soon it gives way where the line is longer than its room. */
typedef struct {
  char    *words;
  char    *brief;     /* what stays of it, which never gives way; or NULL */
  guint    rank;      /* 0 never gives way; the highest goes first */
  gboolean hidden;
} Sentence;

enum { RANK_MUST, RANK_CONVERTED, RANK_LEFT_OUT, RANK_AS_OF, RANK_CURRENCY, RANK_BESIDE, RANK_RETRIEVED };

static void
sentence_clear (gpointer data)
{
  g_free (((Sentence *) data)->words);
  g_free (((Sentence *) data)->brief);
}

/* Takes @words. */
static void
add_sentence (GArray *sentences,
              guint   rank,
              char   *words)
{
  Sentence sentence = { .words = words, .rank = rank };

  if (words == NULL || *words == '\0')
    g_free (words);
  else
    g_array_append_val (sentences, sentence);
}

static char *
join_sentences (GArray *sentences)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    if (!g_array_index (sentences, Sentence, i).hidden)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", g_array_index (sentences, Sentence, i).words);
  return g_string_free (line, FALSE);
}

static void
add_source_names (GArray                 *sentences,
                  const NidaChartContext *context)
{
  NidaLanguage *language = context->language;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; context->sources != NULL && context->sources[i] != NULL; i++)
    g_ptr_array_add (names, nida_language_name (language, context->sources[i], NULL));
  if (names->len == 0)
    {
      add_sentence (sentences, RANK_MUST, g_strdup (_("Source: not stated.")));
      return;
    }

  g_ptr_array_add (names, NULL);
  list = nida_language_list (language, (const char * const *) names->pdata);
  /* Translators: the names of the files or sites that a chart is made from */
  add_sentence (sentences, RANK_MUST, g_strdup_printf (ngettext ("Source: %s.", "Sources: %s.", names->len - 1), list));
}

static void
add_dates (GArray                 *sentences,
           const NidaChartContext *context)
{
  if (context->read_as_of != 0)
    {
      g_autofree char *moment = nida_language_moment (context->language, context->read_as_of, TRUE);

      /* Translators: the day whose data a chart shows, where they are not the newest: "As the sources stood on 1 Oct 2026." */
      add_sentence (sentences, RANK_MUST, g_strdup_printf (_("As the sources stood on %s."), moment));
    }
  if (context->as_of.precision != NIDA_PRECISION_NONE)
    {
      g_autofree char *date = nida_language_date (context->language, context->as_of, NIDA_DATE_MEDIUM);

      /* Translators: the last day of the data: "Data to 17 Apr 2026." */
      add_sentence (sentences, RANK_AS_OF, g_strdup_printf (_("Data to %s."), date));
    }
  if (context->retrieved != 0)
    {
      g_autofree char *time = nida_language_time (context->language, context->retrieved);

      /* Translators: when the file was fetched */
      add_sentence (sentences, RANK_RETRIEVED, g_strdup_printf (_("Retrieved %s."), time));
    }
}

/* Levels and events are not counted in money. */
static gboolean
shows_money (NidaRecipe *recipe)
{
  return recipe->spec == NULL || (recipe->spec->kind != NIDA_CHART_INDICATOR && recipe->spec->kind != NIDA_CHART_EVENTS);
}

/* Requirements and stated totals are not counted flow by flow, so the rule is less needed under them. */
static gboolean
counts_flows (NidaCube *cube)
{
  const guint stated = 1u << NIDA_MEASURE_REQUIREMENT | 1u << NIDA_MEASURE_REPORTED;

  return (nida_cube_get_query (cube)->measures & ~stated) != 0;
}

/* A chart of organisations must say that names of them are one; one that is only filtered by them may leave it out. */
static void
add_joined (GArray     *sentences,
            NidaRecipe *recipe,
            NidaCube   *cube)
{
  NidaQuery *query = nida_cube_get_query (cube);
  const char * const *values;
  gboolean shown = FALSE, chosen = FALSE;

  for (const NidaField *field = nida_alias_kind_get_fields (NIDA_ALIAS_ORGANISATION); *field != NIDA_FIELD_NONE; field++)
    {
      for (guint i = 0; i < query->n_by; i++)
        shown |= query->by[i].field == *field;
      for (guint i = 0; i < nida_query_get_n_filters (query); i++)
        chosen |= nida_query_get_filter (query, i, &values) == *field;
    }
  if (shown || chosen)
    add_sentence (sentences, shown ? RANK_MUST : RANK_CONVERTED, g_strdup (recipe->context->joined));
}

/* What may be wrong with a figure is said as long as there is room for anything. */
static guint
rank_of (const NidaAside *aside)
{
  return aside->kind == NIDA_ASIDE_OVERLAP ? RANK_MUST : aside->left_out ? RANK_LEFT_OUT : RANK_BESIDE;
}

/* Whose rates they are stays where there is no room for more. */
static void
add_converted (GArray       *sentences,
               NidaLanguage *language,
               NidaCube     *cube)
{
  g_autofree char *rates = nida_words_rates (language, cube);

  add_sentence (sentences, RANK_CONVERTED, nida_words_converted_briefly (language, cube));
  if (*rates != '\0')
    g_array_index (sentences, Sentence, sentences->len - 1).brief = g_steal_pointer (&rates);
}

static void
add_counting (GArray     *sentences,
              NidaRecipe *recipe)
{
  NidaLanguage *language = recipe->context->language;
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  const char *currency = nida_recipe_currency (recipe);
  g_autofree char *unconverted = NULL;

  if (!shows_money (recipe))
    return;
  if (cube == NULL)
    return;

  unconverted = nida_words_unconverted_briefly (language, cube);
  add_sentence (sentences, RANK_CURRENCY, nida_words_currency (language, cube));
  add_joined (sentences, recipe, cube);
  add_converted (sentences, language, cube);
  add_sentence (sentences, RANK_MUST, g_strdup (unconverted));
  add_sentence (sentences, RANK_LEFT_OUT, g_strdup (recipe->context->differences));
  add_sentence (sentences, counts_flows (cube) ? RANK_MUST : RANK_BESIDE, nida_words_counting (language, cube));
  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    {
      const NidaAside *aside = nida_cube_get_aside (cube, i);

      /* said by currency already */
      if (aside->kind == NIDA_ASIDE_NO_AMOUNT && *unconverted != '\0')
        continue;
      add_sentence (sentences, rank_of (aside), nida_words_aside (language, aside, currency));
    }
}

static GArray *
source_sentences (NidaRecipe *recipe,
                  const char *note)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));

  g_array_set_clear_func (sentences, sentence_clear);
  add_source_names (sentences, recipe->context);
  add_dates (sentences, recipe->context);
  if (recipe->cubes != NULL && recipe->cubes->len > 0)
    add_counting (sentences, recipe);
  add_sentence (sentences, RANK_MUST, g_strdup (note));
  if (recipe->spec != NULL && recipe->spec->note != NULL)
    add_sentence (sentences, RANK_MUST, nida_language_isolate (recipe->context->language, recipe->spec->note));
  return sentences;
}

/**
 * nida_recipe_source:
 * @recipe: a recipe
 * @note: (nullable): a sentence of the chart's own
 *
 * Where the figures come from and how they were counted: sources, last day, time of retrieval, currency, rule, what was
 * left out. Never empty.
 *
 * Returns: (transfer full): sentences
 */
char *
nida_recipe_source (NidaRecipe *recipe,
                    const char *note)
{
  g_autoptr (GArray) sentences = source_sentences (recipe, note);

  return join_sentences (sentences);
}

static guint
count_source_lines (NidaRecipe *recipe,
                    const char *line,
                    double      width)
{
  return nida_measurer_lines (recipe->context->measurer, line, NIDA_FONT_SOURCE, recipe->scale, width);
}

/* The sentence that is to give way next: the least needed, of equals the last; NULL when none is to. */
static Sentence *
find_least (GArray *sentences)
{
  Sentence *least = NULL;

  for (guint i = 0; i < sentences->len; i++)
    {
      Sentence *sentence = &g_array_index (sentences, Sentence, i);

      if (!sentence->hidden && sentence->rank != RANK_MUST && (least == NULL || sentence->rank >= least->rank))
        least = sentence;
    }
  return least;
}

/* TRUE when it was only made shorter. */
static gboolean
give_way (Sentence *sentence)
{
  if (sentence->brief == NULL)
    {
      sentence->hidden = TRUE;
      return FALSE;
    }
  g_free (sentence->words);
  sentence->words = g_steal_pointer (&sentence->brief);
  sentence->rank = RANK_MUST;
  return TRUE;
}

/* A long sentence that was made shorter may leave room for those that gave way before it, the most needed first. */
static void
let_back (NidaRecipe *recipe,
          GArray     *sentences,
          double      width,
          guint       most)
{
  for (guint rank = RANK_MUST + 1; rank <= RANK_RETRIEVED; rank++)
    for (guint i = 0; i < sentences->len; i++)
      {
        Sentence *sentence = &g_array_index (sentences, Sentence, i);
        g_autofree char *line = NULL;

        if (!sentence->hidden || sentence->rank != rank)
          continue;
        sentence->hidden = FALSE;
        line = join_sentences (sentences);
        sentence->hidden = count_source_lines (recipe, line, width) > most;
      }
}

/**
 * nida_recipe_source_in:
 * @recipe: a recipe
 * @note: (nullable): a sentence of the chart's own
 * @width: the room in points
 * @most: lines
 *
 * Whole sentences give way, the least needed first and of equals the last, until the line has at most @most lines: a
 * sentence cut in the middle says something else. The description has all of them.
 *
 * Returns: (transfer full): sentences
 */
char *
nida_recipe_source_in (NidaRecipe *recipe,
                       const char *note,
                       double      width,
                       guint       most)
{
  g_autoptr (GArray) sentences = source_sentences (recipe, note);
  Sentence *least = find_least (sentences);
  gboolean shorter = FALSE;

  for (; least != NULL; least = find_least (sentences))
    {
      g_autofree char *line = join_sentences (sentences);

      if (count_source_lines (recipe, line, width) <= most)
        break;
      shorter |= give_way (least);
    }
  if (shorter)
    let_back (recipe, sentences, width, most);
  return join_sentences (sentences);
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

  line = nida_recipe_source_in (recipe, note, inner_width (recipe), most);
  lines = MIN (count_source_lines (recipe, line, inner_width (recipe)), room);
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

/* One of several small charts has its name inside the top, and leaves all other words to what is around them. */
static void
frame_panel (NidaRecipe *recipe,
             const char *subtitle)
{
  const char *name = recipe->context->panel;
  double width = recipe->context->width, top = nida_recipe_line (recipe, NIDA_FONT_LABEL_BOLD) + nida_recipe_px (recipe, PANEL_GAP);
  g_autofree char *fitted = nida_describe_fit (recipe, name, NIDA_FONT_LABEL_BOLD, width);

  set_default_words (recipe, name, subtitle);
  nida_recipe_text (recipe, "title", 0, 0, width, NIDA_FONT_LABEL_BOLD, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, fitted);
  recipe->plot = (NidaBox) { 0, top, width, MAX (recipe->context->height - top, 0) };
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
  if (recipe->context->height >= nida_recipe_px (recipe, MIN_HEIGHT_WITH_SOURCE))
    bottom = nida_news_legend (recipe, nida_recipe_px (recipe, MARGIN), bottom, inner_width (recipe));
  recipe->plot = (NidaBox) { nida_recipe_px (recipe, MARGIN), top, inner_width (recipe), MAX (bottom - top, 0.0) };
}

void
nida_shared_scale_init (NidaSharedScale *self,
                        gboolean         own)
{
  *self = (NidaSharedScale) { .first_day = G_MAXINT32, .last_day = G_MININT32, .own = own };
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->legend = g_ptr_array_new_with_free_func (nida_legend_item_free);
}

void
nida_shared_scale_clear (NidaSharedScale *self)
{
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->legend, g_ptr_array_unref);
}

/**
 * nida_recipe_share_scale:
 * @recipe: a recipe
 * @min: (inout): the lowest figure that its scale holds
 * @max: (inout): the highest
 */
void
nida_recipe_share_scale (NidaRecipe *recipe,
                         gint64     *min,
                         gint64     *max)
{
  NidaSharedScale *shared = recipe->context->shared_scale;

  if (shared == NULL || shared->own)
    return;
  if (!shared->fixed)
    {
      shared->min = MIN (shared->min, *min);
      shared->max = MAX (shared->max, *max);
    }
  *min = MIN (*min, shared->min);
  *max = MAX (*max, shared->max);
}

/**
 * nida_shared_scale_days:
 * @self: (nullable): a scale
 * @first: (inout): the first day that an axis of time holds
 * @last: (inout): the last
 */
void
nida_shared_scale_days (NidaSharedScale *self,
                        gint32          *first,
                        gint32          *last)
{
  if (self == NULL || self->own)
    return;
  if (!self->fixed)
    {
      self->first_day = MIN (self->first_day, *first);
      self->last_day = MAX (self->last_day, *last);
    }
  *first = MIN (*first, self->first_day);
  *last = MAX (*last, self->last_day);
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
