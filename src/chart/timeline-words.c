/* The sentences of a timeline. Whole sentences with ordered arguments, so that each language may turn them; figures and
 * dates come from text/. */
#include "config.h"

#include "timeline-words.h"

#include <string.h>

#include "describe.h"
#include "events-chart.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

/* --- figures ----------------------------------------------------------------------------------------------------- */

char *
nida_timeline_slot_name (NidaRecipe             *recipe,
                         const NidaTimeline     *data,
                         const NidaTimelineSlot *slot)
{
  NidaLanguage *language = recipe->context->language;

  if (slot->undated)
    return g_strdup (_("Without a date"));
  if (slot->gathered)
    {
      const NidaTimelineSlot *next = nida_timeline_get_slot (data, 1);
      g_autofree char *date = nida_language_period (language, next->period, NIDA_DATE_MEDIUM);

      /* Translators: the money of all periods before this date, in one column */
      return g_strdup_printf (_("before %s"), date);
    }
  return nida_language_period (language, slot->period, NIDA_DATE_LONG);
}

/**
 * nida_timeline_amount:
 *
 * Returns: (transfer full): an amount inside a sentence: it names its currency, which the short Arabic form leaves to the axis
 */
char *
nida_timeline_amount (NidaRecipe *recipe,
                      NidaMeasure measure,
                      NidaMoney   value)
{
  NidaLanguage *language = recipe->context->language;

  if (value == NIDA_MONEY_NONE || measure == NIDA_MEASURE_COUNT || measure == NIDA_MEASURE_COVERAGE
      || !nida_language_is_arabic (language))
    return nida_recipe_value (recipe, measure, value);
  return nida_language_money_long (language, value, nida_recipe_currency (recipe));
}

char *
nida_timeline_stated (NidaRecipe     *recipe,
                      const NidaFact *fact)
{
  g_autofree char *amount = nida_timeline_amount (recipe, NIDA_MEASURE_RECEIVED, fact->amount);

  switch (fact->qualifier)
    {
    case NIDA_QUALIFIER_ABOUT:
      return g_strdup_printf (_("about %s"), amount);
    case NIDA_QUALIFIER_AT_LEAST:
      return g_strdup_printf (_("at least %s"), amount);
    case NIDA_QUALIFIER_AT_MOST:
      return g_strdup_printf (_("at most %s"), amount);
    case NIDA_QUALIFIER_NONE:
    case NIDA_QUALIFIER_EXACT:
    default:
      return g_steal_pointer (&amount);
    }
}

/* --- note -------------------------------------------------------------------------------------------------------- */

static void
add_sentence (GString *text,
              char    *sentence)
{
  if (sentence != NULL && text->len > 0)
    g_string_append_c (text, ' ');
  if (sentence != NULL)
    g_string_append (text, sentence);
  g_free (sentence);
}

static char *
undated_sentence (NidaRecipe         *recipe,
                  const NidaTimeline *data)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (data, data->slots->len - 1);
  g_autofree char *amount = nida_timeline_amount (recipe, data->measure, slot->total);
  guint64 n = nida_flows_summed (slot->flows, slot->unvalued);
  g_autofree char *flows = nida_language_integer (recipe->context->language, (gint64) n);

  if (n == 0)
    /* Translators: a sum without a date that a source states without telling the flows */
    return g_strdup_printf (_("Without a date: %s, as stated by the source."), amount);
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("Without a date: %1$s in %2$s flow.", "Without a date: %1$s in %2$s flows.", n),
                          amount, flows);
}

static char *
statement_sentence (NidaRecipe     *recipe,
                    const NidaFact *fact)
{
  NidaLanguage *language = recipe->context->language;
  g_autofree char *amount = nida_timeline_stated (recipe, fact);
  g_autofree char *span = nida_language_period (language, fact->period, NIDA_DATE_MEDIUM);
  g_autofree char *itemised = NULL, *rest = NULL;
  NidaMoney difference;

  if (fact->computed == NIDA_MONEY_NONE || !nida_money_subtract (fact->amount, fact->computed, &difference))
    return g_strdup_printf (_("Stated for %2$s: %1$s, none of it itemised."), amount, span);
  itemised = nida_timeline_amount (recipe, NIDA_MEASURE_RECEIVED, fact->computed);
  if (difference <= 0)
    return g_strdup_printf (_("Stated for %2$s: %1$s; itemised: %3$s."), amount, span, itemised);
  rest = nida_timeline_amount (recipe, NIDA_MEASURE_RECEIVED, difference);
  return g_strdup_printf (_("Stated for %2$s: %1$s, of which %3$s itemised; %4$s has no public date."),
                          amount, span, itemised, rest);
}

/* Of an address the host says enough; the whole stands in the table of rows. A source may name more than the address
 * ("https://… (KUNA)"). */
static char *
address_host (const char *source)
{
  const char *scheme = strstr (source, "://"), *host;
  gsize length;

  if (scheme == NULL)
    return NULL;
  host = scheme + strlen ("://");
  if (g_str_has_prefix (host, "www."))
    host += strlen ("www.");
  length = strcspn (host, "/?#: \t\n,;)");
  return length > 0 ? g_strndup (host, length) : NULL;
}

/* Who said it, else where it stands; NULL when neither is known. */
static char *
source_words (NidaLanguage   *language,
              const NidaFact *fact)
{
  g_autofree char *host = NULL;

  if (fact->said_by != NULL && *fact->said_by != '\0')
    return nida_language_isolate (language, fact->said_by);
  if (fact->source == NULL || *fact->source == '\0')
    return NULL;
  host = address_host (fact->source);
  return nida_language_isolate (language, host != NULL ? host : fact->source);
}

static char *
disagreeing_sentence (NidaRecipe     *recipe,
                      const NidaFact *fact)
{
  g_autofree char *amount = nida_timeline_stated (recipe, fact);
  g_autofree char *span = nida_language_period (recipe->context->language, fact->period, NIDA_DATE_MEDIUM);
  g_autofree char *source = source_words (recipe->context->language, fact);

  if (source == NULL)
    return g_strdup_printf (_("Another statement says %1$s for %2$s."), amount, span);
  return g_strdup_printf (_("Another statement says %1$s for %2$s (%3$s)."), amount, span, source);
}

/* What a reader must know beside the columns; the description ends with the source line and so has it too. */
static void
add_caveats (GString            *text,
             NidaRecipe         *recipe,
             const NidaTimeline *data)
{
  if (data->reported != NULL)
    add_sentence (text, statement_sentence (recipe, data->reported));
  for (guint i = 0; i < data->disagreeing->len; i++)
    add_sentence (text, disagreeing_sentence (recipe, g_ptr_array_index (data->disagreeing, i)));
  if (data->has_undated)
    add_sentence (text, undated_sentence (recipe, data));
}

/* The one that the scale would have to reach; a period that only other rows ask nothing for has none. */
static char *
requirement_sentence (NidaRecipe         *recipe,
                      const NidaTimeline *data)
{
  const NidaTimelineSlot *slot = NULL;
  g_autofree char *amount = NULL, *name = NULL;
  NidaMoney largest = 0;

  for (guint i = 0; i < nida_timeline_get_n_dated (data); i++)
    {
      const NidaTimelineSlot *candidate = nida_timeline_get_slot (data, i);

      if (candidate->requirement == NIDA_MONEY_NONE || candidate->requirement <= largest)
        continue;
      largest = candidate->requirement;
      slot = candidate;
    }
  if (slot == NULL)
    return NULL;
  amount = nida_timeline_amount (recipe, NIDA_MEASURE_REQUIREMENT, slot->requirement);
  name = nida_timeline_slot_name (recipe, data, slot);
  return g_strdup_printf (_("Required for %1$s, above this scale: %2$s."), name, amount);
}

char *
nida_timeline_note (NidaRecipe         *recipe,
                    const NidaTimeline *data,
                    gboolean            requirement_above)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (requirement_above)
    add_sentence (text, requirement_sentence (recipe, data));
  add_caveats (text, recipe, data);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* --- description ------------------------------------------------------------------------------------------------- */

static char *
total_sentence (NidaRecipe         *recipe,
                const NidaTimeline *data)
{
  g_autofree char *total = nida_recipe_value_exact (recipe, data->measure, data->total);
  guint64 n = nida_flows_summed (data->flows, data->unvalued);
  g_autofree char *flows = nida_language_integer (recipe->context->language, (gint64) n);

  if (!nida_timeline_is_sum (data->measure) || data->measure == NIDA_MEASURE_COUNT)
    return NULL;
  if (n == 0)
    return g_strdup_printf (_("In all: %s."), total);
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("In all: %1$s in %2$s flow.", "In all: %1$s in %2$s flows.", n), total, flows);
}

static char *
largest_sentence (NidaRecipe         *recipe,
                  const NidaTimeline *data)
{
  const NidaTimelineSlot *slot = nida_timeline_get_largest (data);
  g_autofree char *name = slot != NULL ? nida_timeline_slot_name (recipe, data, slot) : NULL;
  g_autofree char *value = slot != NULL ? nida_recipe_value_exact (recipe, data->measure, slot->total) : NULL;

  if (slot == NULL)
    return NULL;
  nida_describe_tie (recipe, nida_timeline_count_ties (data, slot), &name, &value);
  return g_strdup_printf (_("The largest is %1$s with %2$s."), name, value);
}

static char *
latest_sentence (NidaRecipe         *recipe,
                 const NidaTimeline *data)
{
  guint n = nida_timeline_get_n_dated (data);
  const NidaTimelineSlot *slot = n > 0 ? nida_timeline_get_slot (data, n - 1) : NULL;
  g_autofree char *name = slot != NULL ? nida_timeline_slot_name (recipe, data, slot) : NULL;
  g_autofree char *value = NULL;

  if (slot == NULL)
    return NULL;
  if (slot->total == NIDA_MONEY_NONE)
    return g_strdup_printf (_("For the latest, %s, nothing is recorded."), name);
  value = nida_recipe_value_exact (recipe, data->measure, slot->total);
  return g_strdup_printf (_("The latest is %1$s with %2$s."), name, value);
}

static char *
extent_sentence (NidaRecipe         *recipe,
                 const NidaTimeline *data)
{
  guint n = nida_timeline_get_n_dated (data);
  g_autofree char *subtitle = nida_timeline_subtitle (recipe, data);
  g_autofree char *first = NULL, *last = NULL;

  if (n < 2)
    return g_strdup_printf (_("%s."), subtitle);
  first = nida_language_date (recipe->context->language, nida_timeline_get_slot (data, 0)->period.start,
                              NIDA_DATE_LONG);
  last = nida_timeline_slot_name (recipe, data, nida_timeline_get_slot (data, n - 1));
  /* Translators: "Received by month, US$, from April 2020 to April 2026." */
  return g_strdup_printf (_("%1$s, from %2$s to %3$s."), subtitle, first, last);
}

static void
add_series_sentences (GString            *text,
                      NidaRecipe         *recipe,
                      const NidaTimeline *data)
{
  for (guint i = 0; i < data->n_series && data->split != NIDA_FIELD_NONE; i++)
    {
      g_autofree char *value = nida_recipe_value_exact (recipe, data->measure, data->series[i].total);

      if (data->series[i].label != NULL)
        add_sentence (text, g_strdup_printf (_("%1$s: %2$s."), data->series[i].label, value));
    }
}

static void
add_band_sentences (GString            *text,
                    NidaRecipe         *recipe,
                    const NidaTimeline *data)
{
  for (guint i = 0; i < data->bands->len; i++)
    {
      const NidaTimelineBand *band = nida_timeline_get_band (data, i);
      g_autofree char *period = nida_language_period (recipe->context->language, band->period, NIDA_DATE_MEDIUM);
      g_autofree char *amount = nida_recipe_value_exact (recipe, data->measure, band->amount);

      if (band->fact == NULL)
        add_sentence (text, g_strdup_printf (_("Dated no more exactly than %1$s: %2$s."), period, amount));
    }
}

/**
 * nida_timeline_description:
 *
 * What a person who does not see the chart is told: what it shows, the total, the largest and the latest period, the
 * parts, and what happened meanwhile. What has no date stands in the source line, which is added to it.
 */
char *
nida_timeline_description (NidaRecipe         *recipe,
                           const NidaTimeline *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_sentence (text, extent_sentence (recipe, data));
  add_sentence (text, total_sentence (recipe, data));
  if (nida_timeline_get_n_dated (data) > 1)
    add_sentence (text, largest_sentence (recipe, data));
  add_sentence (text, latest_sentence (recipe, data));
  add_series_sentences (text, recipe, data);
  add_band_sentences (text, recipe, data);
  for (guint i = 0; i < data->events->len; i++)
    {
      g_autofree char *words = nida_event_words (recipe->context->language, g_ptr_array_index (data->events, i));

      add_sentence (text, g_strdup_printf (_("%s."), words));
    }
  return g_strdup (text->str);
}

