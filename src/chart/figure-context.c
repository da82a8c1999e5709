/* The remarks under a card's figure: of what it is a part, against what, since when, how many. Each is added while there is room;
 * one that does not fit takes fewer words or stays away. */
#include "config.h"

#include "conversion-words.h"
#include "figure.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

#define MILLION G_GINT64_CONSTANT (1000000)

/* A remark beside the figure, and fewer words for it where there is no room; NULL where there are none. */
typedef struct { char *words, *brief; } Clause;

static void
clause_clear (gpointer data)
{
  Clause *clause = data;

  g_free (clause->words);
  g_free (clause->brief);
}

/* Takes both; a remark that is NULL is none. */
static void
add_clause (GArray *clauses,
            char   *words,
            char   *brief)
{
  Clause clause = { words, brief };

  if (words != NULL)
    g_array_append_val (clauses, clause);
}

static gboolean
has_value (NidaFigure         *self,
           const NidaCubeCell *cell)
{
  return cell->values[self->measure] != NIDA_MONEY_NONE && cell->values[self->measure] != 0;
}

/* Names with a value other than zero, and the flows in the sum. */
static guint
count_who (NidaFigure *self,
           guint64    *flows)
{
  NidaCube *cube = nida_figure_cube (self->recipe, NIDA_FIGURE_WHO);
  const NidaCubeCell *total = cube != NULL ? nida_cube_get_total (cube) : NULL;
  guint n = 0;

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      n += !item->not_stated && item->n_members <= 1 && has_value (self, cell);
    }
  *flows = total != NULL ? nida_flows_summed (total->flows, total->unvalued) : 0;
  return n;
}

/* The name of the one donor that all of the money is from; NULL where there are several or some of it names none. */
static char *
only_donor (NidaFigure *self)
{
  NidaCube *cube = nida_figure_cube (self->recipe, NIDA_FIGURE_WHO);
  const NidaCubeItem *only = NULL;

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (!has_value (self, cell))
        continue;
      if (only != NULL)
        return NULL;
      only = nida_cube_get_item (cube, 0, cell->item[0]);
    }
  if (only == NULL || only->not_stated || only->n_members > 1)
    return NULL;
  return nida_words_name (self->recipe->context->language, NIDA_FIELD_DONOR, only->name, only->arabic);
}

/* "2025: $45.3B", the year before the one that is asked for. */
static char *
year_before (NidaFigure *self)
{
  for (guint i = 0; self->year > 0 && i < self->years->len; i++)
    {
      const NidaYearValue *point = &g_array_index (self->years, NidaYearValue, i);
      g_autofree char *year = NULL, *value = NULL;

      if (point->year != self->year - 1)
        continue;
      year = nida_figure_year (self, point->year);
      value = nida_recipe_value (self->recipe, self->measure, point->value);
      /* Translators: a year and its figure: "2025: $45.3B" */
      return g_strdup_printf (_("%1$s: %2$s"), year, value);
    }
  return NULL;
}

/* 29 February has no day of its own the year before. */
static NidaDate
a_year_before (NidaDate date)
{
  int year, month, day;

  nida_civil_from_days (date.day, &year, &month, &day);
  return nida_date_new_day (year - 1, month, month == 2 ? MIN (day, 28) : day);
}

/* What stood on the same day a year before; NONE where the data do not reach back over that whole time. */
static gint64
same_day_last_year (NidaFigure *self)
{
  NidaCube *cube = nida_figure_cube (self->recipe, NIDA_FIGURE_LAST_YEAR),
           *all = nida_figure_cube (self->recipe, NIDA_FIGURE_YEARS);
  NidaDate as_of = self->recipe->context->as_of;
  gint32 first_day, last_day;
  gint64 sum = 0;

  if (cube == NULL || all == NULL || as_of.precision != NIDA_PRECISION_DAY
      || !nida_cube_get_extent (all, &first_day, &last_day)
      || first_day > nida_date_first_day (nida_cube_get_query (cube)->from))
    return NIDA_MONEY_NONE;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      if (!item->not_stated && nida_date_last_day (item->period.end) <= a_year_before (as_of).day)
        sum = nida_money_plus (sum, cell->values[self->measure]);
    }
  return sum;
}

/* Said with a word, never by colour alone. More than ten times as much is no change of one thing but another thing. */
static char *
change_words (NidaFigure *self)
{
  gint64 before = same_day_last_year (self), change;
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *percent = NULL, *day = NULL;

  if (before == NIDA_MONEY_NONE || before <= 0 || self->year == 0 || !nida_money_ratio (self->value, before, &change)
      || change < 0 || change >= 10 * MILLION)
    return NULL;
  percent = nida_language_percent (language, ABS (change - MILLION), 0);
  day = nida_language_date (language, a_year_before (self->recipe->context->as_of), NIDA_DATE_MEDIUM);
  if (ABS (change - MILLION) < MILLION / 200)
    /* Translators: compared with the same day of the year before */
    return g_strdup_printf (_("as on %s"), day);
  if (change > MILLION)
    return g_strdup_printf (_("up %1$s on %2$s"), percent, day);
  return g_strdup_printf (_("down %1$s on %2$s"), percent, day);
}

static char *
flows_words (NidaFigure *self,
             guint64     flows)
{
  g_autofree char *number = nida_language_integer (self->recipe->context->language, (gint64) flows);

  if (flows == 0)
    return NULL;
  if (self->measure == NIDA_MEASURE_PLEDGED)
    /* xgettext:c-format */
    return g_strdup_printf (ngettext ("%s pledge", "%s pledges", (gulong) flows), number);
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%s flow", "%s flows", (gulong) flows), number);
}

/* Whose money it is comes first: a gift of one donor stands beside what an appeal needs from all. */
static void
context_of_flows (NidaFigure *self,
                  GArray     *clauses)
{
  guint64 flows;
  guint who = count_who (self, &flows);
  char *change = self->measure != NIDA_MEASURE_PLEDGED ? change_words (self) : NULL;
  char *name = only_donor (self);

  add_clause (clauses, name, NULL);
  add_clause (clauses, change != NULL ? change : flows_words (self, flows), NULL);
  if (change == NULL && name == NULL && who > 0)
    add_clause (clauses, nida_noun_count (self->recipe->context->language, NIDA_NOUN_DONOR, who), NULL);
}

static void
add_appeals (NidaFigure *self,
             GArray     *clauses)
{
  guint64 flows;
  guint who = count_who (self, &flows);

  if (who > 0)
    add_clause (clauses, nida_noun_count (self->recipe->context->language, NIDA_NOUN_APPEAL, who), NULL);
  add_clause (clauses, year_before (self), NULL);
}

static void
context_of_requirement (NidaFigure *self,
                        GArray     *clauses)
{
  g_autofree char *computed = NULL;

  if (self->stated == NULL)
    {
      add_appeals (self, clauses);
      return;
    }
  if (self->computed == NIDA_MONEY_NONE)
    {
      add_clause (clauses, g_strdup (_("its parts are not in the sources")), NULL);
      return;
    }
  computed = nida_recipe_value (self->recipe, self->measure, self->computed);
  add_clause (clauses, g_strdup_printf (_("its parts add up to %s"), computed), NULL);
}

/* "82% of requirements" */
static void
context_of_gap (NidaFigure *self,
                GArray     *clauses)
{
  NidaMoney requirement = nida_figure_total_of (nida_recipe_cube (self->recipe, NIDA_FIGURE_TOTAL), NIDA_MEASURE_REQUIREMENT);
  g_autofree char *percent = NULL;

  if (requirement == NIDA_MONEY_NONE || requirement <= 0)
    return;
  percent = nida_describe_percent (self->recipe, nida_money_share (self->value, requirement));
  add_clause (clauses, g_strdup_printf (_("%s of requirements"), percent), g_strdup_printf (_("%s of need"), percent));
}

/* "2009–2023 · Kuwait" of the one total that a source states, else how many appeals have one. */
static void
context_of_reported (NidaFigure *self,
                     GArray     *clauses)
{
  NidaLanguage *language = self->recipe->context->language;
  const NidaFact *only =
      nida_describe_only_fact (nida_recipe_cube (self->recipe, NIDA_FIGURE_TOTAL), NIDA_KIND_REPORTED);

  if (only == NULL)
    {
      add_appeals (self, clauses);
      return;
    }
  if (only->period.start.precision != NIDA_PRECISION_NONE)
    add_clause (clauses, nida_language_period (language, only->period, NIDA_DATE_MEDIUM), NULL);
  if (only->donor != NULL && *only->donor != '\0')
    add_clause (clauses, nida_words_name (language, NIDA_FIELD_DONOR, only->donor, only->donor_ar), NULL);
}

static void
context_of_coverage (NidaFigure *self,
                     GArray     *clauses)
{
  NidaMoney requirement = nida_figure_total_of (nida_recipe_cube (self->recipe, NIDA_FIGURE_TOTAL), NIDA_MEASURE_REQUIREMENT);
  g_autofree char *value = NULL;
  char *before = year_before (self);

  add_clause (clauses, before, NULL);
  if (before != NULL || requirement == NIDA_MONEY_NONE)
    return;
  value = nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, requirement);
  /* Translators: what a percentage is of: "of $29.9B required" */
  add_clause (clauses, g_strdup_printf (_("of %s required"), value), NULL);
}

/**
 * nida_figure_unrated:
 * @briefly: in the fewest words
 *
 * Returns: (transfer full) (nullable): what no rate brings into the figure: a card has no source line to say it
 */
char *
nida_figure_unrated (NidaFigure *self,
                     gboolean    briefly)
{
  NidaCube *cube = nida_recipe_cube (self->recipe, NIDA_FIGURE_TOTAL);

  return cube != NULL && self->measure != NIDA_MEASURE_COUNT
           ? nida_words_unconverted_remark (self->recipe->context->language, cube, briefly) : NULL;
}

static void
context_of_measure (NidaFigure *self,
                    GArray     *clauses)
{
  guint n = clauses->len;

  if (self->value == NIDA_MONEY_NONE)
    {
      g_autofree char *without = nida_figure_unrated (self, FALSE);

      if (without == NULL)
        add_clause (clauses, nida_describe_missing (self->recipe), g_strdup (_("not in the sources")));
      return;
    }
  switch (self->measure)
    {
    case NIDA_MEASURE_RECEIVED:
    case NIDA_MEASURE_PAID:
    case NIDA_MEASURE_COMMITTED:
    case NIDA_MEASURE_PLEDGED:
      context_of_flows (self, clauses);
      break;
    case NIDA_MEASURE_REQUIREMENT:
      context_of_requirement (self, clauses);
      break;
    case NIDA_MEASURE_GAP:
      context_of_gap (self, clauses);
      break;
    case NIDA_MEASURE_REPORTED:
      context_of_reported (self, clauses);
      break;
    case NIDA_MEASURE_COVERAGE:
      context_of_coverage (self, clauses);
      break;
    case NIDA_MEASURE_COUNT:
    case NIDA_N_MEASURES:
    default:
      break;
    }
  if (clauses->len == n && self->recipe->context->read_as_of == 0)
    add_clause (clauses, nida_figure_as_of (self), NULL);
}

/* The same figure in the second currency, or NULL. */
static char *
second_value (NidaFigure *self)
{
  NidaRecipe recipe = *self->recipe;
  NidaFigure second;
  char *value = NULL;

  if (recipe.context->second_cubes == NULL || self->measure == NIDA_MEASURE_COUNT || self->measure == NIDA_MEASURE_COVERAGE)
    return NULL;
  recipe.cubes = recipe.context->second_cubes;
  nida_figure_init (&second, &recipe);
  if (second.value != NIDA_MONEY_NONE)
    /* Arabic names the currency where English has its sign */
    value = nida_language_is_arabic (recipe.context->language)
              ? nida_language_money_long (recipe.context->language, second.value, nida_recipe_currency (&recipe))
              : nida_recipe_value (&recipe, self->measure, second.value);
  nida_figure_clear (&second);
  return value;
}

/* Under a brush: what the number is a part of. A ratio is no part of another, and neither is more than all, where some of the rest is
 * below zero: they stand beside it. */
static char *
whole_words (NidaFigure *self)
{
  NidaLanguage *language = self->recipe->context->language;
  const NidaMoney *inside = self->recipe->context->inside;
  g_autofree char *value = NULL, *whole = NULL;

  if (inside == NULL)
    return NULL;
  if (self->measure == NIDA_MEASURE_COVERAGE)
    {
      whole = nida_language_percent (language, self->value, 1);
      if (*inside == NIDA_MONEY_NONE)
        /* Translators: on a card of the share of requirements, where what is selected has none: "nothing required; all: 17.9%" */
        return g_strdup_printf (_("nothing required; all: %s"), whole);
      /* Translators: on a card, after the figure of what is selected: that of everything: "all: 17.9%" */
      return g_strdup_printf (_("all: %s"), whole);
    }
  value = nida_recipe_value (self->recipe, self->measure, self->value);
  whole = self->stated != NULL ? nida_language_qualified (language, self->stated->qualifier, value) : g_strdup (value);
  if (*inside > self->value)
    return g_strdup_printf (_("all: %s"), whole);
  /* Translators: under a large number that is a part of another: "of $75.9M" */
  return g_strdup_printf (_("of %s"), whole);
}

/* Beside it: how much a second selection has. */
static char *
compared_words (NidaFigure *self)
{
  g_autofree char *value = NULL;

  if (self->recipe->context->inside == NULL || self->recipe->context->compared == NULL)
    return NULL;
  value = nida_recipe_value (self->recipe, self->measure, *self->recipe->context->compared);
  /* Translators: on a card, after the figure of a selection: that of another selection it is compared with: "against $1.2B" */
  return g_strdup_printf (_("against %s"), value);
}

/* Earlier data say so first, since a card has no source line; NULL for the newest. */
static char *
moment_words (NidaFigure *self)
{
  const NidaChartContext *context = self->recipe->context;
  g_autofree char *day = context->read_as_of != 0
                         ? nida_language_date (context->language, nida_date_local (context->read_as_of), NIDA_DATE_MEDIUM) : NULL;

  /* Translators: on a card that shows earlier data: the day whose data these are */
  return day != NULL ? g_strdup_printf (_("known on %s"), day) : NULL;
}

/**
 * nida_figure_context:
 * @width: what the line may take, in points
 *
 * Whole remarks give way where they find no room, the least needed first; only a first one that is alone too long is left
 * for the painter to cut.
 *
 * Returns: (transfer full) (nullable): the remarks beside the figure, in the order in which they are needed
 */
/* A card's unit has no room for the year of its prices. */
static char *
prices_words (NidaFigure *self)
{
  NidaCube *cube = nida_recipe_cube (self->recipe, 0);
  int year = cube != NULL ? nida_cube_get_query (cube)->prices : 0;
  g_autofree char *words = NULL;

  if (year == 0 || self->measure == NIDA_MEASURE_COUNT || self->measure == NIDA_MEASURE_COVERAGE)
    return NULL;
  words = nida_language_date (self->recipe->context->language, nida_date_new_year (year), NIDA_DATE_MEDIUM);
  /* Translators: on a card: amounts are told in the prices of a year */
  return g_strdup_printf (_("at %s prices"), words);
}

char *
nida_figure_context (NidaFigure *self,
                     double      width)
{
  g_autoptr (GArray) clauses = g_array_new (FALSE, FALSE, sizeof (Clause));
  NidaCube *cube = nida_recipe_cube (self->recipe, 0);
  char *context = NULL;

  g_array_set_clear_func (clauses, clause_clear);
  add_clause (clauses, whole_words (self), NULL);
  if (self->recipe->spec->whole & NIDA_WHOLE_OUTSIDE)      /* under a brush this says why the figure stays what it is */
    add_clause (clauses, nida_describe_whole (self->recipe, FALSE), nida_describe_whole (self->recipe, TRUE));
  add_clause (clauses, compared_words (self), NULL);
  add_clause (clauses, moment_words (self), NULL);
  add_clause (clauses, prices_words (self), NULL);
  if (!(self->recipe->spec->whole & NIDA_WHOLE_OUTSIDE))
    add_clause (clauses, nida_describe_whole (self->recipe, FALSE), NULL);
  add_clause (clauses, nida_describe_plans (self->recipe), NULL);
  add_clause (clauses, second_value (self), NULL);
  add_clause (clauses, nida_figure_unrated (self, FALSE), nida_figure_unrated (self, TRUE));
  if (cube != NULL)
    add_clause (clauses, nida_words_overlap (self->recipe->context->language, cube, FALSE),
                nida_words_overlap (self->recipe->context->language, cube, TRUE));
  /* what is counted beside a figure is counted of all: beside that of a selection it would be taken for the selection's */
  if (self->recipe->context->inside == NULL || self->value == NIDA_MONEY_NONE || self->recipe->spec->whole & NIDA_WHOLE_OUTSIDE)
    context_of_measure (self, clauses);

  for (guint i = 0; i < clauses->len; i++)
    {
      const Clause *clause = &g_array_index (clauses, Clause, i);
      const char *ways[] = { clause->words, clause->brief };

      for (guint j = 0; j < G_N_ELEMENTS (ways) && ways[j] != NULL; j++)
        {
          /* Translators: two short remarks beside each other: "31 appeals · 2025: $45.3B" */
          g_autofree char *longer =
              context != NULL ? g_strdup_printf (_("%1$s · %2$s"), context, ways[j]) : g_strdup (ways[j]);

          if (nida_recipe_text_width (self->recipe, longer, NIDA_FONT_VALUE) > width)
            continue;
          g_free (context);
          context = g_steal_pointer (&longer);
          break;
        }
    }
  if (context == NULL && clauses->len > 0)
    context = g_strdup (g_array_index (clauses, Clause, 0).words);
  return context;
}
