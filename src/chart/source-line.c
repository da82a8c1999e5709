/* The source line of a chart: where the figures come from and how they were counted, in whole sentences that give way one by
 * one where there is no room for all. */
#include "config.h"

#include "recipe.h"

#include "aliases.h"
#include "conversion-words.h"
#include "query-words.h"
#include "translate.h"

/* A sentence of the source line, and how soon it gives way where the line is longer than its room. */
typedef struct {
  char    *words;
  char    *brief;     /* what stays of it, which never gives way; or NULL */
  guint    rank;      /* 0 never gives way; the highest goes first */
  gboolean defines;   /* goes after them, before any other is cut */
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
  guint before;

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
  before = sentences->len;
  add_sentence (sentences, counts_flows (cube) ? RANK_MUST : RANK_BESIDE, nida_words_counting (language, cube));
  for (guint i = before; i < sentences->len; i++)
    g_array_index (sentences, Sentence, i).defines = TRUE;
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
  add_sentence (sentences, RANK_MUST, g_strdup (recipe->context->missing));
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

char **
nida_recipe_source_sentences (NidaRecipe *recipe)
{
  g_autoptr (GArray) sentences = source_sentences (recipe, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < sentences->len; i++)
    g_strv_builder_add (builder, g_array_index (sentences, Sentence, i).words);
  return g_strv_builder_end (builder);
}

/* What the page around the chart says of it already. */
static void
leave_out_said (NidaRecipe *recipe,
                GArray     *sentences)
{
  const char * const *said = recipe->context->said;

  for (guint i = sentences->len; said != NULL && i > 0; i--)
    if (g_strv_contains (said, g_array_index (sentences, Sentence, i - 1).words))
      g_array_remove_index (sentences, i - 1);
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

/* In the smallest pictures what the chart says of itself goes before how flows are counted, which the description has. */
static gboolean
hide_definition (GArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    if (g_array_index (sentences, Sentence, i).defines && !g_array_index (sentences, Sentence, i).hidden)
      return g_array_index (sentences, Sentence, i).hidden = TRUE;
  return FALSE;
}

/**
 * nida_recipe_source_in:
 * @recipe: a recipe
 * @note: (nullable): a sentence of the chart's own
 * @width: the room in points
 * @most: lines
 * @room: lines that sentences which never give way may take
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
                       guint       most,
                       guint       room)
{
  g_autoptr (GArray) sentences = source_sentences (recipe, note);
  g_autofree char *whole = NULL;
  Sentence *least;
  gboolean shorter = FALSE;

  leave_out_said (recipe, sentences);
  for (least = find_least (sentences); least != NULL; least = find_least (sentences))
    {
      g_autofree char *line = join_sentences (sentences);

      if (count_source_lines (recipe, line, width) <= most)
        break;
      shorter |= give_way (least);
    }
  whole = join_sentences (sentences);
  if (count_source_lines (recipe, whole, width) > room)
    shorter |= hide_definition (sentences);
  if (shorter)
    let_back (recipe, sentences, width, most);
  return join_sentences (sentences);
}
