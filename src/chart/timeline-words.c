/* The sentences of a timeline. Whole sentences with ordered arguments, so that each language may turn them; figures and
 * dates come from text/. */
#include "config.h"

#include "timeline-words.h"

#include <glib/gi18n-lib.h>

#include "describe.h"
#include "events-chart.h"
#include "query-words.h"
#include "words.h"

/* Below this share in millionths what remains of a stated total is rounding. */
#define LEAST_REMAINDER 50000

/* --- figures -------------------------------------------------------------------------------------------------------- */

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

/* An amount inside a sentence names its currency, which the short Arabic form leaves to the axis. */
static char *
amount_in_words (NidaRecipe *recipe,
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
  g_autofree char *amount = amount_in_words (recipe, NIDA_MEASURE_RECEIVED, fact->amount);

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

/* --- title and subtitle ------------------------------------------------------------------------------------------------ */

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
      g_autofree char *recipient = nida_words_name (language, NIDA_FIELD_RECIPIENT, fact->recipient, fact->recipient_ar);

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
  g_autofree char *value = amount_in_words (recipe, data->measure, slot->total);
  const NidaTimelineSeries *maker;
  g_autofree char *part = NULL;
  guint index = 0;

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
  part = amount_in_words (recipe, data->measure, slot->parts[index]);
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

  if (recipe->spec->title != NULL)
    return g_strdup (recipe->spec->title);
  if (data->cumulative && n > 0)
    {
      g_autofree char *total = amount_in_words (recipe, data->measure, data->total);
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
  return nida_language_currency_name (recipe->context->language, nida_recipe_currency (recipe));
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

char *
nida_timeline_subtitle (NidaRecipe         *recipe,
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

/* --- note -------------------------------------------------------------------------------------------------------------- */

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
  g_autofree char *amount = amount_in_words (recipe, data->measure, slot->total);
  g_autofree char *flows = nida_language_integer (recipe->context->language, slot->flows);

  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("Without a date: %1$s in %2$s flow.", "Without a date: %1$s in %2$s flows.", slot->flows),
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
  itemised = amount_in_words (recipe, NIDA_MEASURE_RECEIVED, fact->computed);
  if (difference <= 0)
    return g_strdup_printf (_("Stated for %2$s: %1$s; itemised: %3$s."), amount, span, itemised);
  rest = amount_in_words (recipe, NIDA_MEASURE_RECEIVED, difference);
  return g_strdup_printf (_("Stated for %2$s: %1$s, of which %3$s itemised; %4$s has no public date."),
                          amount, span, itemised, rest);
}

static char *
disagreeing_sentence (NidaRecipe     *recipe,
                      const NidaFact *fact)
{
  g_autofree char *amount = nida_timeline_stated (recipe, fact);
  g_autofree char *span = nida_language_period (recipe->context->language, fact->period, NIDA_DATE_MEDIUM);
  g_autofree char *source = fact->source != NULL ? nida_language_isolate (recipe->context->language, fact->source) : NULL;

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

static char *
requirement_sentence (NidaRecipe         *recipe,
                      const NidaTimeline *data)
{
  const NidaTimelineSlot *slot = NULL;
  g_autofree char *amount = NULL, *name = NULL;

  for (guint i = 0; i < nida_timeline_get_n_dated (data); i++)
    if (nida_timeline_get_slot (data, i)->requirement != NIDA_MONEY_NONE)
      slot = nida_timeline_get_slot (data, i);
  if (slot == NULL)
    return NULL;
  amount = amount_in_words (recipe, NIDA_MEASURE_REQUIREMENT, slot->requirement);
  name = nida_timeline_slot_name (recipe, data, slot);
  return g_strdup_printf (_("Required for %1$s, above this scale: %2$s."), name, amount);
}

char *
nida_timeline_note (NidaRecipe         *recipe,
                    const NidaTimeline *data,
                    gboolean            requirement_above)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_caveats (text, recipe, data);
  if (requirement_above)
    add_sentence (text, requirement_sentence (recipe, data));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* --- description ------------------------------------------------------------------------------------------------------- */

static char *
total_sentence (NidaRecipe         *recipe,
                const NidaTimeline *data)
{
  g_autofree char *total = nida_recipe_value_exact (recipe, data->measure, data->total);
  g_autofree char *flows = nida_language_integer (recipe->context->language, data->flows);

  if (!nida_timeline_is_sum (data->measure) || data->measure == NIDA_MEASURE_COUNT)
    return NULL;
  if (data->flows == 0)
    return g_strdup_printf (_("In all: %s."), total);
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("In all: %1$s in %2$s flow.", "In all: %1$s in %2$s flows.", data->flows), total, flows);
}

static char *
largest_sentence (NidaRecipe         *recipe,
                  const NidaTimeline *data)
{
  const NidaTimelineSlot *slot = nida_timeline_get_largest (data);
  g_autofree char *name = slot != NULL ? nida_timeline_slot_name (recipe, data, slot) : NULL;
  g_autofree char *value = slot != NULL ? nida_recipe_value_exact (recipe, data->measure, slot->total) : NULL;

  return slot != NULL ? g_strdup_printf (_("The largest is %1$s with %2$s."), name, value) : NULL;
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
  first = nida_language_date (recipe->context->language, nida_timeline_get_slot (data, 0)->period.start, NIDA_DATE_LONG);
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

/* --- table -------------------------------------------------------------------------------------------------------------- */

typedef struct {
  GPtrArray *cells;     /* (element-type utf8), owned */
  GArray    *sort;      /* NidaMoney */
} Row;

static void
row_add (Row       *row,
         char      *text,
         NidaMoney  sort)
{
  g_ptr_array_add (row->cells, text);
  g_array_append_val (row->sort, sort);
}

static void
row_begin (Row *row)
{
  row->cells = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  row->sort = g_array_new (FALSE, FALSE, sizeof (NidaMoney));
}

static void
row_end (Row              *row,
         NidaSceneBuilder *scene,
         const char       *key)
{
  nida_scene_builder_table_row (scene, key, (const char * const *) row->cells->pdata, (const NidaMoney *) (gpointer) row->sort->data);
  g_ptr_array_unref (row->cells);
  g_array_unref (row->sort);
}

static void
table_head (NidaRecipe         *recipe,
            const NidaTimeline *data)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  g_ptr_array_add (headings, g_strdup (_("Period")));
  for (guint i = 0; i < data->n_series && data->split != NIDA_FIELD_NONE; i++)
    g_ptr_array_add (headings, g_strdup (data->series[i].label));
  g_ptr_array_add (headings, g_strdup (nida_words_measure (data->measure)));
  if (data->cumulative)
    g_ptr_array_add (headings, g_strdup (_("Added up")));
  g_ptr_array_add (headings, g_strdup (_("Flows")));
  nida_scene_builder_table (recipe->scene, (const char * const *) headings->pdata);
}

static void
slot_row (NidaRecipe             *recipe,
          const NidaTimeline     *data,
          const NidaTimelineSlot *slot,
          NidaMoney               running)
{
  g_autofree char *id = nida_timeline_slot_id (slot);
  g_autofree char *key = g_strdup_printf ("slot/%s", id);
  Row row;

  row_begin (&row);
  row_add (&row, nida_timeline_slot_name (recipe, data, slot),
           slot->undated ? G_MAXINT64 : nida_period_first_day (slot->period));
  for (guint i = 0; i < data->n_series && data->split != NIDA_FIELD_NONE; i++)
    row_add (&row, nida_recipe_value_exact (recipe, data->measure, slot->parts[i]), slot->parts[i]);
  row_add (&row, nida_recipe_value_exact (recipe, data->measure, slot->total), slot->total);
  if (data->cumulative)
    row_add (&row, nida_recipe_value_exact (recipe, data->measure, running), running);
  row_add (&row, nida_language_integer (recipe->context->language, slot->flows), slot->flows);
  row_end (&row, recipe->scene, key);
}

static void
band_row (NidaRecipe             *recipe,
          const NidaTimeline     *data,
          const NidaTimelineBand *band)
{
  g_autofree char *id = nida_period_to_string (band->period);
  g_autofree char *key = g_strdup_printf (band->fact != NULL ? "rest/%s" : "band/%s", id);
  g_autofree char *period = nida_language_period (recipe->context->language, band->period, NIDA_DATE_LONG);
  guint empty = (data->split != NIDA_FIELD_NONE ? data->n_series : 0);
  Row row;

  row_begin (&row);
  /* Translators: a row of the table: money of a stated total that no dated flow accounts for */
  row_add (&row, band->fact != NULL ? g_strdup_printf (_("%s: stated, without a public date"), period) : g_steal_pointer (&period),
           nida_period_first_day (band->period));
  for (guint i = 0; i < empty; i++)
    row_add (&row, g_strdup (""), NIDA_MONEY_NONE);
  row_add (&row, nida_recipe_value_exact (recipe, data->measure, band->amount), band->amount);
  if (data->cumulative)
    row_add (&row, g_strdup (""), NIDA_MONEY_NONE);
  row_add (&row, nida_language_integer (recipe->context->language, band->flows), band->flows);
  row_end (&row, recipe->scene, key);
}

static void
event_row (NidaRecipe         *recipe,
           const NidaTimeline *data,
           const NidaFact     *fact)
{
  g_autofree char *key = g_strdup_printf ("event/%u", fact->row);
  guint n = 2 + (data->split != NIDA_FIELD_NONE ? data->n_series : 0) + (data->cumulative ? 1 : 0);
  Row row;

  row_begin (&row);
  row_add (&row, nida_event_words (recipe->context->language, fact), nida_period_first_day (fact->period));
  for (guint i = 0; i < n; i++)
    row_add (&row, g_strdup (""), NIDA_MONEY_NONE);
  row_end (&row, recipe->scene, key);
}

/**
 * nida_timeline_table:
 *
 * One row a column of the chart, then the bands, then what happened. The amounts of the slots and bands that are flows
 * add up to the chart's total.
 */
void
nida_timeline_table (NidaRecipe         *recipe,
                     const NidaTimeline *data)
{
  NidaMoney running = 0;

  table_head (recipe, data);
  for (guint i = 0; i < data->slots->len; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (data, i);

      if (slot->total != NIDA_MONEY_NONE && !slot->undated)
        nida_money_add (running, slot->total, &running);
      slot_row (recipe, data, slot, slot->undated ? NIDA_MONEY_NONE : running);
    }
  for (guint i = 0; i < data->bands->len; i++)
    band_row (recipe, data, nida_timeline_get_band (data, i));
  for (guint i = 0; i < data->events->len; i++)
    event_row (recipe, data, g_ptr_array_index (data->events, i));
}
