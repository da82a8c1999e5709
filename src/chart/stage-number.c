/* A number on a slide: in the largest size that its room holds, then what it is, then what is worth knowing beside it. It begins
 * at the start edge and the top, without a margin, so that a slide sets it where it wants to. */
#include "config.h"

#include "stage-number.h"

#include "translate.h"

#define MOST_LINES 3u

/* The figure in one word where it is short, "17.9%"; else the number alone and its unit in a line of its own. */
typedef struct { char *number, *unit; NidaFont font; } Words;

static void
words_clear (Words *self)
{
  g_free (self->number);
  g_free (self->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
fits (NidaFigure *self,
      const char *text,
      NidaFont    font)
{
  return nida_recipe_text_width (self->recipe, text, font) <= self->recipe->context->width;
}

static NidaFont
largest_font (NidaFigure *self,
              const char *text,
              NidaFont    first)
{
  static const NidaFont fonts[] = { NIDA_FONT_SLIDE_NUMBER, NIDA_FONT_HEADLINE, NIDA_FONT_SLIDE_FIGURE, NIDA_FONT_HEADING };
  guint i = first == NIDA_FONT_SLIDE_NUMBER ? 0 : 2;

  while (i + 1 < G_N_ELEMENTS (fonts) && !fits (self, text, fonts[i]))
    i++;
  return fonts[i];
}

static char *
whole_figure (NidaFigure *self)
{
  NidaRecipe *recipe = self->recipe;
  g_autofree char *number = NULL, *unit = NULL;

  if (self->value == NIDA_MONEY_NONE)
    return g_strdup ("—");
  if (self->measure == NIDA_MEASURE_COVERAGE || (self->measure == NIDA_MEASURE_COUNT && recipe->context->inside == NULL))
    return nida_recipe_value (recipe, self->measure, recipe->context->inside != NULL ? *recipe->context->inside : self->value);
  nida_figure_words (self, &number, &unit);
  /* Translators: a figure and its unit on a slide: "5.35" "billion US$" */
  return *unit != '\0' ? g_strdup_printf (C_("figure on a slide", "%1$s %2$s"), number, unit) : g_steal_pointer (&number);
}

/* The largest number is torn from its unit rather than set smaller than the next one, any other rather than cut: a number without
 * its end, or without its currency, says something else. */
static void
words_init (Words      *words,
            NidaFigure *self)
{
  gboolean largest = self->recipe->context->number == NIDA_NUMBER_LARGEST;
  NidaFont font = largest ? NIDA_FONT_SLIDE_NUMBER : NIDA_FONT_SLIDE_FIGURE;
  g_autofree char *whole = whole_figure (self);

  words->unit = NULL;
  if (!fits (self, whole, largest ? font : NIDA_FONT_HEADING) && self->measure != NIDA_MEASURE_COVERAGE && self->measure != NIDA_MEASURE_COUNT)
    nida_figure_words (self, &words->number, &words->unit);
  else
    words->number = g_steal_pointer (&whole);
  words->font = largest_font (self, words->number, font);
}

/* Returns: the y below it */
static double
emit_lines (NidaFigure *self,
            const char *key,
            double      y,
            NidaFont    font,
            NidaColor   color,
            guint       most,
            const char *text)
{
  NidaRecipe *recipe = self->recipe;
  double width = recipe->context->width, line = nida_recipe_line (recipe, font);
  guint lines = MIN (nida_measurer_lines (recipe->context->measurer, text, font, recipe->scale, width), most);

  if (lines > 0)
    nida_scene_builder_paragraph (recipe->scene, key, (NidaBox) { 0, y, width, lines * line }, font, color, NIDA_ANCHOR_START, lines, text);
  return y + lines * line;
}

/* Blue is kept for what came. */
static gboolean
is_received (NidaFigure *self)
{
  return self->measure == NIDA_MEASURE_RECEIVED || self->measure == NIDA_MEASURE_PAID || self->measure == NIDA_MEASURE_COVERAGE;
}

void
nida_stage_number_emit (NidaFigure *self,
                        const char *label)
{
  NidaRecipe *recipe = self->recipe;
  gboolean largest = recipe->context->number == NIDA_NUMBER_LARGEST, bare = recipe->context->number == NIDA_NUMBER_BARE;
  g_auto (Words) words = { NULL };
  g_autofree char *context = NULL;
  NidaColor color = self->value == NIDA_MONEY_NONE ? NIDA_COLOR_TEXT_SECOND : largest && is_received (self) ? NIDA_COLOR_RECEIVED : NIDA_COLOR_TEXT;
  NidaNode *node;
  double y, width;

  words_init (&words, self);
  /* no wider than its words: what the desk adds to it has its sign beside them */
  width = MIN (nida_recipe_text_width (recipe, words.number, words.font) + nida_recipe_px (recipe, 2), recipe->context->width);
  node = nida_recipe_text (recipe, "number", 0, 0, width, words.font, color, NIDA_ANCHOR_START, words.number);
  node->counts = nida_figure_counts (self, label);
  nida_scene_builder_mark (node, nida_figure_mark (self));
  y = nida_recipe_line (recipe, words.font);
  if (words.unit != NULL && *words.unit != '\0')
    y = emit_lines (self, "number/unit", y, largest ? NIDA_FONT_SLIDE_FIGURE : NIDA_FONT_TITLE, color, MOST_LINES, words.unit);
  y = emit_lines (self, "title", y + nida_recipe_px (recipe, 2), NIDA_FONT_SLIDE_TEXT, NIDA_COLOR_TEXT, bare ? 1 : MOST_LINES, label);
  /* the person's own words say all that is to be said, but not of what a part is one, and not that a selection leaves it whole */
  context = !bare && ((recipe->spec->title == NULL && recipe->spec->title_ar == NULL) || recipe->context->inside != NULL
                      || (recipe->spec->whole & NIDA_WHOLE_OUTSIDE) != 0)
              ? nida_figure_context (self, 2 * recipe->context->width) : NULL;
  if (context != NULL)
    emit_lines (self, "context", y, NIDA_FONT_LABEL, NIDA_COLOR_TEXT_SECOND, MOST_LINES, context);
}
