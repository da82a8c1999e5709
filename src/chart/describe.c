/* Sentences about charts, whole, so that each language may order and inflect them. */
#include "config.h"

#include "describe.h"

#include "comparison-words.h"
#include "query-words.h"
#include "conversion-words.h"
#include "translate.h"

#include <string.h>

#define MILLION G_GINT64_CONSTANT (1000000)
#define NARROW    400.0
#define TWO_LINES 200.0

void
nida_describe_sentence (GString *text,
                        char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

void
nida_describe_largest (GString    *text,
                       const char *label,
                       const char *value)
{
  nida_describe_sentence (text, g_strdup_printf (_("Largest: %1$s, %2$s."), label, value));
}

void
nida_describe_smallest (GString    *text,
                        const char *label,
                        const char *value)
{
  nida_describe_sentence (text, g_strdup_printf (_("Smallest: %1$s, %2$s."), label, value));
}

void
nida_describe_latest (GString    *text,
                      const char *label,
                      const char *value)
{
  nida_describe_sentence (text, g_strdup_printf (_("Latest: %1$s, %2$s."), label, value));
}

void
nida_describe_total (GString    *text,
                     const char *value)
{
  nida_describe_sentence (text, g_strdup_printf (_("Total: %s."), value));
}

void
nida_describe_change (GString    *text,
                      NidaRecipe *recipe,
                      NidaMeasure measure,
                      const char *from_label,
                      gint64      from,
                      const char *to_label,
                      gint64      to)
{
  g_autofree char *from_value = NULL, *to_value = NULL, *percent = NULL;
  gint64 change;

  if (from == NIDA_MONEY_NONE || to == NIDA_MONEY_NONE || from <= 0 || !nida_money_ratio (to, from, &change))
    return;
  from_value = nida_recipe_value (recipe, measure, from);
  to_value = nida_recipe_value (recipe, measure, to);
  percent = nida_language_percent (recipe->context->language, ABS (change - MILLION), 0);
  if (from == to)
    nida_describe_sentence (
        text, g_strdup_printf (_ ("From %1$s to %2$s it did not change: %3$s."), from_label, to_label, to_value));
  else if (change >= 10 * MILLION)             /* so many times more that a percentage says nothing */
    nida_describe_sentence (text, g_strdup_printf (_("From %1$s to %2$s it rose from %3$s to %4$s."),
                                                   from_label, to_label, from_value, to_value));
  else if (to > from)
    nida_describe_sentence (text, g_strdup_printf (_("From %1$s to %2$s it rose by %3$s, from %4$s to %5$s."),
                                                   from_label, to_label, percent, from_value, to_value));
  else
    nida_describe_sentence (text, g_strdup_printf (_("From %1$s to %2$s it fell by %3$s, from %4$s to %5$s."),
                                                   from_label, to_label, percent, from_value, to_value));
}

void
nida_describe_tie (NidaRecipe *recipe,
                   guint       others,
                   char      **name,
                   char      **value)
{
  g_autofree char *n = NULL, *alone = NULL, *one = NULL;

  if (others == 0)
    return;
  n = nida_language_integer (recipe->context->language, others);
  if (name != NULL)
    {
      alone = g_steal_pointer (name);
      /* Translators: a name or a period, and how many others have the same figure: "Iraq and 5 others" */
      *name = g_strdup_printf (ngettext ("%1$s and %2$s other", "%1$s and %2$s others", others), alone, n);
    }
  if (value == NULL)
    return;
  one = g_steal_pointer (value);
  /* Translators: the figure of each of several names: "$2M each" */
  *value = g_strdup_printf (_("%s each"), one);
}

/* Names with the same figure as the one at @index, but for it. */
static guint
count_ties (GPtrArray *groups,
            guint      named,
            guint      index)
{
  const NidaGroup *group = g_ptr_array_index (groups, index);
  guint n = 0;

  for (guint i = 0; i < named; i++)
    n += i != index && ((const NidaGroup *) g_ptr_array_index (groups, i))->value == group->value;
  return n;
}

static void
describe_group (GString    *text,
                NidaRecipe *recipe,
                NidaMeasure measure,
                GPtrArray  *groups,
                guint       index,
                void      (*sentence) (GString *text, const char *label, const char *value))
{
  const NidaGroup *group = g_ptr_array_index (groups, index);
  g_autofree char *name = g_strdup (nida_group_get_label (group)), *value = nida_recipe_value (recipe, measure, group->value);

  nida_describe_tie (recipe, count_ties (groups, nida_groups_count (groups, NIDA_GROUP_NAMED), index), &name, &value);
  sentence (text, name, value);
}

void
nida_describe_groups (GString    *text,
                      NidaRecipe *recipe,
                      NidaMeasure measure,
                      GPtrArray  *groups)
{
  guint named = nida_groups_count (groups, NIDA_GROUP_NAMED);
  g_autofree char *total = nida_recipe_value (recipe, measure, nida_groups_total (groups));

  if (named > 0)
    describe_group (text, recipe, measure, groups, 0, nida_describe_largest);
  /* where all are equal that is said already */
  if (named > 1 && count_ties (groups, named, 0) < named - 1)
    describe_group (text, recipe, measure, groups, named - 1, nida_describe_smallest);
  nida_describe_total (text, total);
}

static const char * const *
date_filter (NidaQuery *query)
{
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values = NULL;

      if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_DATE)
        return values;
    }
  return NULL;
}

char *
nida_describe_period (NidaRecipe *recipe,
                      NidaQuery  *query)
{
  return nida_words_period (recipe->context->language, query);
}

int
nida_describe_year (NidaQuery *query)
{
  const char * const *values = date_filter (query);
  int year = nida_date_year (query->from);
  NidaDate date;

  if (query->from.precision != NIDA_PRECISION_NONE && query->to.precision != NIDA_PRECISION_NONE)
    return nida_date_first_day (query->from) == nida_days_from_civil (year, 1, 1)
           && nida_date_last_day (query->to) == nida_days_from_civil (year, 12, 31) ? year : 0;
  if (values == NULL || values[0] == NULL || values[1] != NULL || query->from.precision != query->to.precision)
    return 0;
  if (nida_date_parse (values[0], strlen (values[0]), &date) != NIDA_DATE_OK || date.precision != NIDA_PRECISION_YEAR)
    return 0;
  return nida_date_year (date);
}

/* Is there a time that a question asks for? */
static gboolean
asks_for_time (NidaRecipe *recipe)
{
  NidaQuery *query = recipe->spec->query;

  return date_filter (query) != NULL || query->from.precision != NIDA_PRECISION_NONE
         || query->to.precision != NIDA_PRECISION_NONE;
}

/* The years that the needs are for: those that are asked for, else the plans'. */
static char *
plan_years (NidaRecipe *recipe)
{
  NidaLanguage *language = recipe->context->language;
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  char *asked = nida_describe_period (recipe, nida_cube_get_query (cube));
  const int *years;
  guint n;

  if (asked != NULL)
    return asked;
  years = nida_cube_get_plan_years (cube, &n);
  if (n == 0)
    return NULL;
  return nida_language_period (language, (NidaPeriod) { nida_date_new_year (years[0]), nida_date_new_year (years[n - 1]) }, NIDA_DATE_MEDIUM);
}

static char *
outside_words (NidaRecipe *recipe,
               gboolean    dated)
{
  g_autofree char *years = dated ? NULL : plan_years (recipe);

  if (years == NULL)
    /* Translators: of a requirement for a year: the time that is selected in another chart is not of that year */
    return g_strdup (_("outside the selection"));
  /* Translators: the year, or years, that a requirement is for; what is selected in another chart is of other years */
  return g_strdup_printf (_("%s: outside the selection"), years);
}

char *
nida_describe_whole (NidaRecipe *recipe,
                     gboolean    dated)
{
  guint whole = recipe->spec->whole;
  g_autofree char *donors = NULL, *years = NULL;

  if (whole & NIDA_WHOLE_DONORS)
    /* Translators: a requirement stands beside figures of a few donors, and is not narrowed to them */
    donors = g_strdup (_("all donors"));
  if (whole & NIDA_WHOLE_OUTSIDE)
    years = outside_words (recipe, dated);
  else if (whole & NIDA_WHOLE_YEARS)
    /* Translators: a requirement is for a year, and stands beside figures of a few months of it */
    years = g_strdup (_("whole years"));
  if (donors == NULL || years == NULL)
    return donors != NULL ? g_steal_pointer (&donors) : g_steal_pointer (&years);
  /* Translators: what a requirement stands for beside what is chosen: "all donors, whole years" */
  return g_strdup_printf (_("%1$s, %2$s"), donors, years);
}

static gboolean
shows_years (NidaRecipe *recipe,
             NidaQuery  *query)
{
  gboolean shows = recipe->spec->panels == NIDA_FIELD_DATE;

  for (guint i = 0; i < query->n_by; i++)
    shows |= query->by[i].field == NIDA_FIELD_DATE || query->by[i].field == NIDA_FIELD_USAGE_YEAR;
  return shows;
}

/* The first and the last year of plans that are added up, in words; FALSE where that goes without saying. */
static gboolean
find_plans (NidaRecipe *recipe,
            char      **first,
            char      **last)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  const int *years;
  guint n = 0;

  years = cube != NULL ? nida_cube_get_plan_years (cube, &n) : NULL;
  if (n < 2 || asks_for_time (recipe) || shows_years (recipe, nida_cube_get_query (cube)))
    return FALSE;
  *first = nida_language_date (recipe->context->language, nida_date_new_year (years[0]), NIDA_DATE_MEDIUM);
  *last = nida_language_date (recipe->context->language, nida_date_new_year (years[n - 1]), NIDA_DATE_MEDIUM);
  return TRUE;
}

char *
nida_describe_plans (NidaRecipe *recipe)
{
  g_autofree char *first = NULL, *last = NULL;

  if (!find_plans (recipe, &first, &last))
    return NULL;
  /* Translators: requirements of several years are added up here: the first and the last year of their plans */
  return g_strdup_printf (_("plans of %1$s to %2$s"), first, last);
}

char *
nida_describe_plans_sentence (NidaRecipe *recipe)
{
  g_autofree char *first = NULL, *last = NULL;

  if (!find_plans (recipe, &first, &last))
    return NULL;
  /* Translators: the same in the description of a chart */
  return g_strdup_printf (_("Plans of %1$s to %2$s are added up."), first, last);
}

char *
nida_describe_missing (NidaRecipe *recipe)
{
  return g_strdup (asks_for_time (recipe) ? _("not in the sources for this time") : _("not in the sources"));
}

const char *
nida_describe_no_requirement (NidaRecipe *recipe)
{
  if (asks_for_time (recipe))
    return _("No requirement for this time is in the sources, so there is nothing to cover.");
  if (nida_query_get_n_filters (recipe->spec->query) > 0)
    return _("No requirement of what is chosen is in the sources, so there is nothing to cover.");
  return _("No requirement is in the sources, so there is nothing to cover.");
}

char *
nida_describe_unit (NidaRecipe *recipe,
                    NidaMeasure measure)
{
  if (measure == NIDA_MEASURE_COVERAGE)
    return g_strdup (_("share of requirements"));
  if (measure == NIDA_MEASURE_COUNT)
    return g_strdup (_("number of flows"));
  return nida_words_unit (recipe->context->language, nida_cube_get_query (nida_recipe_cube (recipe, 0)));
}

char *
nida_describe_subtitle_of (NidaRecipe *recipe,
                           const char *what,
                           const char *unit,
                           const char *more)
{
  g_autofree char *asked = nida_describe_period (recipe, nida_cube_get_query (nida_recipe_cube (recipe, 0)));
  g_autofree char *period = asked != NULL ? g_steal_pointer (&asked) : nida_describe_plans (recipe);
  g_autofree char *words = NULL, *both = NULL, *whole = nida_describe_whole (recipe, period != NULL);

  /* Translators: what is shown, when, and the unit: "Received by donor, 2026, US$" */
  words = period != NULL ? g_strdup_printf (_("%1$s, %2$s, %3$s"), what, period, unit)
                         /* Translators: what is shown and the unit: "Received by donor, US$" */
                         : g_strdup_printf (_("%1$s, %2$s"), what, unit);
  if (whole != NULL)
    {
      char *longer = g_strdup_printf (_("%1$s; %2$s"), words, whole);

      g_free (words);
      words = longer;
    }
  if (more == NULL)
    return g_steal_pointer (&words);
  /* Translators: the subtitle of a chart and a further figure: "Received by donor, US$; 201 donors" */
  both = g_strdup_printf (_("%1$s; %2$s"), words, more);
  return nida_recipe_fits_subtitle (recipe, both) ? g_steal_pointer (&both) : g_steal_pointer (&words);
}

char *
nida_describe_subtitle (NidaRecipe *recipe,
                        NidaMeasure measure,
                        NidaNoun    noun,
                        NidaField   field,
                        const char *more)
{
  /* Translators: a measure and a split, "Received" "by donor" */
  g_autofree char *what = g_strdup_printf (_("%1$s %2$s"), nida_words_measure (measure), nida_noun_by (noun, field));
  g_autofree char *unit = nida_describe_unit (recipe, measure);

  return nida_describe_subtitle_of (recipe, what, unit, more);
}

char *
nida_describe_chosen (NidaRecipe *recipe,
                      GPtrArray  *groups,
                      NidaMoney   chosen,
                      gboolean    donors)
{
  const NidaGroup *only = NULL;
  guint n = 0;
  g_autofree char *percent = NULL;

  if (chosen == NIDA_MONEY_NONE)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    if (((NidaGroup *) g_ptr_array_index (groups, i))->chosen)
      {
        only = g_ptr_array_index (groups, i);
        n++;
      }
  percent = nida_describe_percent (recipe, nida_money_share (chosen, nida_groups_total (groups)));
  if (n > 1)
    /* Translators: title of a chart: the share of what is chosen in the filter */
    return g_strdup_printf (_("Chosen: %s of the total"), percent);
  return g_strdup_printf (donors ? _("%1$s gave %2$s of what was received") : _("%1$s makes up %2$s of the total"),
                          nida_group_get_label (only), percent);
}

const char *
nida_describe_choose_title (NidaRecipe         *recipe,
                            const char * const *candidates)
{
  const NidaChartContext *context = recipe->context;
  double room = context->width - nida_recipe_px (recipe, 32) - context->reserve_end;
  const char *title = "";

  /* A narrow chart that is not a card may break its title; the last word of a line leaves a little room. */
  if (context->width < nida_recipe_px (recipe, NARROW) && context->height > nida_recipe_px (recipe, TWO_LINES))
    room *= 1.8;
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      title = candidates[i];
      if (nida_recipe_text_width (recipe, title, NIDA_FONT_TITLE) <= room)
        break;
    }
  return title;
}

char *
nida_describe_title (NidaRecipe *recipe,
                     const char *message,
                     const char *plain)
{
  if (recipe->spec->title != NULL)
    return g_strdup (recipe->spec->title);
  return g_strdup (message != NULL ? nida_describe_choose_title (recipe, (const char *[]) { message, plain, NULL }) : plain);
}

char *
nida_describe_percent (NidaRecipe *recipe,
                       gint64      millionths)
{
  return nida_language_percent (recipe->context->language, millionths, 0);
}

const NidaFact *
nida_describe_only_fact (NidaCube *cube,
                         NidaKind  kind)
{
  if (nida_cube_count_facts (cube, kind) != 1)
    return NULL;
  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    if (nida_cube_get_fact (cube, i)->kind == kind)
      return nida_cube_get_fact (cube, i);
  return NULL;
}

char *
nida_describe_qualified (NidaRecipe *recipe,
                         NidaCube   *cube,
                         NidaKind    kind,
                         const char *value)
{
  const NidaFact *only = nida_describe_only_fact (cube, kind);

  return only != NULL ? nida_language_qualified (recipe->context->language, only->qualifier, value) : g_strdup (value);
}

const NidaFact *
nida_describe_stated (NidaCube *cube)
{
  const NidaFact *stated = NULL;

  /* totals of other kinds may be thousands */
  for (guint i = 0; nida_cube_count_facts (cube, NIDA_KIND_STATED) > 0 && i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);
      gboolean part = fact->category != NULL && *fact->category != '\0';

      if (fact->kind != NIDA_KIND_STATED || fact->amount == NIDA_MONEY_NONE || part)
        continue;
      if (stated != NULL)
        return NULL;
      stated = fact;
    }
  return stated;
}

const NidaFact *
nida_describe_stated_of (NidaCube  *cube,
                         NidaMoney  computed)
{
  const NidaFact *stated = nida_describe_stated (cube);

  return stated != NULL && stated->computed == computed ? stated : NULL;
}

char *
nida_describe_stated_note (NidaRecipe *recipe,
                           NidaCube   *cube,
                           NidaMoney   computed)
{
  const NidaFact *stated = nida_describe_stated_of (cube, computed);
  g_autofree char *amount = NULL, *value = NULL, *apart = NULL;
  NidaMoney difference;

  if (stated == NULL || computed == NIDA_MONEY_NONE || !nida_money_subtract (stated->amount, computed, &difference))
    return NULL;
  amount = nida_recipe_value (recipe, NIDA_MEASURE_REQUIREMENT, stated->amount);
  value = nida_language_qualified (recipe->context->language, stated->qualifier, amount);
  apart = nida_recipe_value (recipe, NIDA_MEASURE_REQUIREMENT, ABS (difference));
  return nida_words_stated (value, apart, difference);
}
