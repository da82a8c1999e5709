/* The message of a timeline and what stands under it: made from the data, whole sentences with ordered arguments. */
#include "config.h"

#include "timeline-words.h"

#include "describe.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"
#include "conversion-words.h"

/* Below this share in millionths what remains of a stated total is rounding. */
#define LEAST_REMAINDER 50000

/* What part of a stated total has no public date, as one says it: a clause of its own after the amount. */
static const char *
remainder_words (gint64 millionths)
{
  if (millionths >= 220000 && millionths < 290000)
    return _("a quarter of it has no public date");
  if (millionths >= 290000 && millionths < 380000)
    return _("a third of it has no public date");
  if (millionths >= 450000 && millionths < 550000)
    return _("half of it has no public date");
  if (millionths >= 620000 && millionths < 710000)
    return _("two thirds of it have no public date");
  return NULL;
}

static char *
span_words (NidaLanguage *language,
            NidaPeriod    period)
{
  guint years = nida_date_year (period.end) - nida_date_year (period.start) + 1;
  g_autofree char *number = nida_language_integer (language, years);

  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%s year", "%s years", years), number);
}

static char *
remainder_clause (NidaRecipe     *recipe,
                  const NidaFact *fact)
{
  g_autofree char *share = NULL;
  NidaMoney rest = fact->amount;
  gint64 millionths;

  if (fact->computed != NIDA_MONEY_NONE && !nida_money_subtract (fact->amount, fact->computed, &rest))
    return NULL;
  if (!nida_money_ratio (rest, fact->amount, &millionths) || millionths < LEAST_REMAINDER)
    return NULL;
  if (remainder_words (millionths) != NULL)
    return g_strdup (remainder_words (millionths));
  share = nida_language_percent (recipe->context->language, millionths, 0);
  return g_strdup_printf (_("%s of it has no public date"), share);
}

static char *
statement_title (NidaRecipe     *recipe,
                 const NidaFact *fact,
                 gboolean        brief)
{
  NidaLanguage *language = recipe->context->language;
  g_autofree char *donor = nida_words_name (language, NIDA_FIELD_DONOR, fact->donor, fact->donor_ar);
  g_autofree char *amount = nida_timeline_stated (recipe, fact);
  g_autofree char *span = span_words (language, fact->period);
  g_autofree char *clause = remainder_clause (recipe, fact);
  g_autofree char *sentence = NULL;

  if (fact->recipient != NULL && !brief)
    {
      g_autofree char *recipient = nida_words_name (language, NIDA_FIELD_RECIPIENT, fact->recipient,
                                                    fact->recipient_ar);

      /* Translators: donor, recipient, "about $70M", "15 years" */
      sentence = g_strdup_printf (_("%1$s gave %2$s %3$s in %4$s"), donor, recipient, amount, span);
    }
  else
    {
      /* Translators: donor, "about $70M", "15 years" */
      sentence = g_strdup_printf (_("%1$s gave %2$s in %3$s"), donor, amount, span);
    }
  /* Translators: a sentence and what must be said with it: "Kuwait gave about $70M in 15 years; a third of it has no public date" */
  return clause != NULL ? g_strdup_printf (_("%1$s; %2$s"), sentence, clause) : g_steal_pointer (&sentence);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static const char *
largest_format (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return _("%1$s was the largest day: %2$s");
    case NIDA_STEP_MONTH:
      return _("%1$s was the largest month: %2$s");
    case NIDA_STEP_QUARTER:
      return _("%1$s was the largest quarter: %2$s");
    case NIDA_STEP_FISCAL_YEAR:
      return _("%1$s was the largest fiscal year: %2$s");
    case NIDA_STEP_YEAR:
    case NIDA_STEP_NONE:
    default:
      return _("%1$s was the largest year: %2$s");
    }
}

static const char *
made_by_format (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return _("%1$s from %2$s made %3$s the largest day");
    case NIDA_STEP_MONTH:
      return _("%1$s from %2$s made %3$s the largest month");
    case NIDA_STEP_QUARTER:
      return _("%1$s from %2$s made %3$s the largest quarter");
    case NIDA_STEP_FISCAL_YEAR:
      return _("%1$s from %2$s made %3$s the largest fiscal year");
    case NIDA_STEP_YEAR:
    case NIDA_STEP_NONE:
    default:
      return _("%1$s from %2$s made %3$s the largest year");
    }
}

/* The series that made a column large: at least half of it, and one name. */
static const NidaTimelineSeries *
maker_of (const NidaTimeline     *data,
          const NidaTimelineSlot *slot,
          guint                  *index)
{
  for (guint i = 0; i < data->n_series && data->split == NIDA_FIELD_DONOR; i++)
    if (data->series[i].name != NULL && data->series[i].name[0] != '\0' && slot->parts[i] >= slot->total / 2)
      {
        *index = i;
        return &data->series[i];
      }
  return NULL;
}

static guint
count_filled (const NidaTimeline *data)
{
  guint n = 0;

  for (guint i = 0; i < nida_timeline_get_n_dated (data); i++)
    {
      NidaMoney total = nida_timeline_get_slot (data, i)->total;

      n += total != NIDA_MONEY_NONE && total != 0;
    }
  return n;
}

static char *
largest_title (NidaRecipe             *recipe,
               const NidaTimeline     *data,
               const NidaTimelineSlot *slot)
{
  g_autofree char *name = nida_timeline_slot_name (recipe, data, slot);
  g_autofree char *value = nida_timeline_amount (recipe, data->measure, slot->total);
  const NidaTimelineSeries *maker;
  g_autofree char *part = NULL;
  guint index = 0, ties = nida_timeline_count_ties (data, slot);

  if (ties > 0)
    {
      nida_describe_tie (recipe, ties, &name, &value);
      /* Translators: measure, periods, amount: "Received: most in Q1 2020 and 2 others, $5M each" */
      return g_strdup_printf (_("%1$s: most in %2$s, %3$s"), nida_words_measure (data->measure), name, value);
    }
  if (count_filled (data) == 1)
    /* Translators: measure, amount, period: "Received: $20M in 2015" */
    return g_strdup_printf (_("%1$s: %2$s in %3$s"), nida_words_measure (data->measure), value, name);
  if (data->measure == NIDA_MEASURE_COUNT)
    return g_strdup_printf (_("%1$s had the most flows: %2$s"), name, value);
  if (data->measure == NIDA_MEASURE_COVERAGE)
    return g_strdup_printf (_("Coverage was highest in %1$s: %2$s"), name, value);
  if (data->measure == NIDA_MEASURE_GAP)
    return g_strdup_printf (_("The gap was largest in %1$s: %2$s"), name, value);
  maker = data->measure == NIDA_MEASURE_RECEIVED ? maker_of (data, slot, &index) : NULL;
  if (maker == NULL)
    return g_strdup_printf (largest_format (data->step), name, value);
  part = nida_timeline_amount (recipe, data->measure, slot->parts[index]);
  return g_strdup_printf (made_by_format (data->step), part, maker->label, name);
}

#pragma GCC diagnostic pop

/**
 * nida_timeline_title:
 *
 * A message made from the data; the person's own title goes before it.
 */
char *
nida_timeline_title (NidaRecipe         *recipe,
                     const NidaTimeline *data)
{
  const NidaTimelineSlot *largest = nida_timeline_get_largest (data);
  guint n = nida_timeline_get_n_dated (data);

  g_autofree char *chosen = nida_timeline_chosen_title (recipe, data);

  if (recipe->spec->title != NULL)
    return g_strdup (recipe->spec->title);
  if (chosen != NULL)
    return g_steal_pointer (&chosen);
  if (data->cumulative && n > 0)
    {
      g_autofree char *total = nida_timeline_amount (recipe, data->measure, data->total);
      g_autofree char *date = nida_timeline_slot_name (recipe, data, nida_timeline_get_slot (data, n - 1));

      /* Translators: measure, amount, period: "Received by April 2026: $9.24B in all" */
      return g_strdup_printf (_("%1$s by %3$s: %2$s in all"), nida_words_measure (data->measure), total, date);
    }
  if (data->reported != NULL)
    {
      g_autofree char *full = statement_title (recipe, data->reported, FALSE);
      g_autofree char *brief = statement_title (recipe, data->reported, TRUE);
      const char * const candidates[] = { full, brief, NULL };

      return g_strdup (nida_describe_choose_title (recipe, candidates));
    }
  if (largest != NULL)
    return largest_title (recipe, data, largest);
  return nida_timeline_subtitle (recipe, data);
}

static char *
split_name (NidaLanguage *language,
            NidaField     field)
{
  const char *name = nida_words_field (field);

  /* Arabic has no capitals: this only touches the English heading */
  return nida_language_is_arabic (language) ? g_strdup (name) : g_utf8_strdown (name, -1);
}

static char *
unit_of (NidaRecipe *recipe,
         NidaMeasure measure)
{
  if (measure == NIDA_MEASURE_COUNT)
    return g_strdup (_("number of flows"));
  if (measure == NIDA_MEASURE_COVERAGE)
    return g_strdup (_("share of the requirement"));
  return nida_words_unit (recipe->context->language, nida_cube_get_query (nida_recipe_cube (recipe, 0)));
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static const char *
plain_format (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return _("%1$s by day, %2$s");
    case NIDA_STEP_MONTH:
      return _("%1$s by month, %2$s");
    case NIDA_STEP_QUARTER:
      return _("%1$s by quarter, %2$s");
    case NIDA_STEP_FISCAL_YEAR:
      return _("%1$s by fiscal year, %2$s");
    case NIDA_STEP_YEAR:
    case NIDA_STEP_NONE:
    default:
      return _("%1$s by year, %2$s");
    }
}

static const char *
split_format (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return _("%1$s by day and %2$s, %3$s");
    case NIDA_STEP_MONTH:
      return _("%1$s by month and %2$s, %3$s");
    case NIDA_STEP_QUARTER:
      return _("%1$s by quarter and %2$s, %3$s");
    case NIDA_STEP_FISCAL_YEAR:
      return _("%1$s by fiscal year and %2$s, %3$s");
    case NIDA_STEP_YEAR:
    case NIDA_STEP_NONE:
    default:
      return _("%1$s by year and %2$s, %3$s");
    }
}

static const char *
cumulative_format (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return _("%1$s, added up day by day, %2$s");
    case NIDA_STEP_MONTH:
      return _("%1$s, added up month by month, %2$s");
    case NIDA_STEP_QUARTER:
      return _("%1$s, added up quarter by quarter, %2$s");
    case NIDA_STEP_YEAR:
    case NIDA_STEP_FISCAL_YEAR:
    case NIDA_STEP_NONE:
    default:
      return _("%1$s, added up year by year, %2$s");
    }
}

static char *
what_words (NidaRecipe         *recipe,
            const NidaTimeline *data)
{
  const char *measure = nida_words_measure (data->measure);
  g_autofree char *unit = unit_of (recipe, data->measure);
  g_autofree char *field = NULL;

  if (data->cumulative)
    return g_strdup_printf (cumulative_format (data->step), measure, unit);
  if (data->split == NIDA_FIELD_NONE)
    return g_strdup_printf (plain_format (data->step), measure, unit);
  field = split_name (recipe->context->language, data->split);
  return g_strdup_printf (split_format (data->step), measure, field, unit);
}

#pragma GCC diagnostic pop

char *
nida_timeline_subtitle (NidaRecipe         *recipe,
                        const NidaTimeline *data)
{
  g_autofree char *words = what_words (recipe, data), *whole = nida_describe_whole (recipe, FALSE);

  return whole != NULL ? g_strdup_printf (_("%1$s; %2$s"), words, whole) : g_steal_pointer (&words);
}
