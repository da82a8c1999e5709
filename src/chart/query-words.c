/* What a question and its answer are called: measures, rules, steps, what stands beside the sums, filters as chips. All
 * in the language that the thread speaks, whole sentences. */
#include "config.h"

#include "query-words.h"

#include "translate.h"
#include "words.h"

#include <string.h>

#define MAX_CHIP_VALUES 3

static const char * const measures[NIDA_N_MEASURES] = {
  /* Translators: money received for an appeal = المستلم */
  [NIDA_MEASURE_RECEIVED] = N_("Received"),
  [NIDA_MEASURE_REQUIREMENT] = N_("Requirements"),
  [NIDA_MEASURE_REPORTED] = N_("Reported funding"),
  [NIDA_MEASURE_PLEDGED] = N_("Pledged"),
  [NIDA_MEASURE_COMMITTED] = N_("Committed"),
  [NIDA_MEASURE_PAID] = N_("Paid"),
  /* Translators: what is required and not received = فجوة التمويل */
  [NIDA_MEASURE_GAP] = N_("Gap"),
  /* Translators: the share of the requirements that is received = نسبة التمويل */
  [NIDA_MEASURE_COVERAGE] = N_("Coverage"),
  [NIDA_MEASURE_COUNT] = N_("Flows"),
};

/**
 * nida_words_measure:
 *
 * Returns: (transfer none): the heading of a measure
 */
const char *
nida_words_measure (NidaMeasure measure)
{
  g_return_val_if_fail (measure < NIDA_N_MEASURES, "");

  return _(measures[measure]);
}

/**
 * nida_words_rule:
 *
 * Returns: (transfer none): what a counting rule does, to follow "Counting:"
 */
const char *
nida_words_rule (NidaRule rule)
{
  switch (rule)
    {
    case NIDA_RULE_DISTINCT:
      return _("each flow once");
    case NIDA_RULE_BOUNDARY:
      /* Translators: money that comes into one place or plan alone, without pledges */
      return _("incoming, not shared, without pledges");
    case NIDA_RULE_AUTO:
    default:
      return _("as the question needs");
    }
}

/**
 * nida_words_step:
 *
 * Returns: (transfer none): the name of a step of time
 */
const char *
nida_words_step (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return _("Day");
    case NIDA_STEP_MONTH:
      return _("Month");
    case NIDA_STEP_QUARTER:
      return _("Quarter");
    case NIDA_STEP_YEAR:
      return _("Year");
    case NIDA_STEP_FISCAL_YEAR:
      return _("Fiscal year");
    case NIDA_STEP_NONE:
    default:
      /* Translators: the step of time is chosen by the program */
      return _("Automatic");
    }
}

/* %s is "12 flows, $3.4M". */
static const struct { const char *left_out, *counted; } asides[NIDA_N_ASIDES] = {
  /* Translators: %s is a count and an amount, "12 flows, $3.4M", in all of these */
  [NIDA_ASIDE_INTERNAL] = { N_("Internal flows, left out: %s."), N_("Internal flows, counted: %s.") },
  [NIDA_ASIDE_SHARED] = { N_("Shared with other places or plans, not counted: %s."),
                          N_("Shared with other places or plans, counted: %s.") },
  [NIDA_ASIDE_INTERNAL_BESIDE] = { N_("Internal money, not counted: %s."), N_("Internal money, counted: %s.") },
  [NIDA_ASIDE_OUTGOING] = { N_("Outgoing money, not counted: %s."), N_("Outgoing money, counted: %s.") },
  [NIDA_ASIDE_PLEDGES] = { N_("Pledges still open, not counted: %s."), N_("Pledges still open, counted: %s.") },
  [NIDA_ASIDE_OUTSIDE_APPEALS] = { N_("Outside appeals, not counted: %s."), N_("Outside appeals, counted: %s.") },
  [NIDA_ASIDE_NOT_SPECIFIED] = { N_("Without a category, not counted in any: %s."),
                                 N_("Without a category, counted in the total: %s.") },
  [NIDA_ASIDE_UNDATED] = { N_("Undated, left out: %s."), N_("Undated, counted: %s.") },
  [NIDA_ASIDE_SPAN_OUTSIDE] = { N_("Reaching beyond the dates asked for, left out: %s."),
                                N_("Reaching beyond the dates asked for, counted: %s.") },
  [NIDA_ASIDE_NO_AMOUNT] = { N_("Without an amount in this currency, left out: %s."),
                             N_("Without an amount in this currency: %s.") },
  [NIDA_ASIDE_OTHER_DIRECTION] = { N_("Going in the other direction, not added: %s."),
                                   N_("Going in the other direction, counted: %s.") },
  [NIDA_ASIDE_COMMITMENT_OF_PAID] = { N_("Commitments that were paid since, not added again: %s."),
                                      N_("Committed money counted, since no payments are stated: %s.") },
  [NIDA_ASIDE_SHARED_FILTER] = { N_("Given to several names together, left out: %s."),
                                 N_("Given to several names together, counted whole: %s.") },
  [NIDA_ASIDE_PASSED_ON_MOST] = { N_("Passed on and left out, at most: %s."),
                                  N_("Passed on and so counted twice, at most: %s.") },
  /* Translators: money of one donor in one year that, say, FTS and the pooled funds both hold: perhaps the same gifts */
  [NIDA_ASIDE_OVERLAP] = { N_("Sources overlap; left out, at most: %s."),
                           N_("Sources overlap; counted twice, at most: %s.") },
  [NIDA_ASIDE_OTHER_LEVEL] = { N_("Figures of a finer or second breakdown, not added: %s."),
                               N_("Figures of a finer or second breakdown, counted: %s.") },
  [NIDA_ASIDE_OTHER_STATEMENT] = { N_("Totals reported for a part of the same time, not added: %s."),
                                   N_("Totals reported for a part of the same time, counted: %s.") },
  [NIDA_ASIDE_NO_REQUIREMENT] = { N_("Without a requirement of its own group, not counted: %s."),
                                  N_("Without a requirement of its own group, counted in the total alone: %s.") },
};

/* Arabic names the currency where English has its sign. */
static char *
aside_amount (NidaLanguage *language,
              NidaMoney     amount,
              const char   *currency)
{
  return nida_language_is_arabic (language) ? nida_language_money_long (language, amount, currency)
                                            : nida_language_money_short (language, amount, currency);
}

static char *
aside_detail (NidaLanguage    *language,
              const NidaAside *aside,
              const char      *currency,
              gboolean         exact)
{
  int counted = aside->of_totals ? NIDA_FIELD_SOURCE_ROW : NIDA_FIELD_ID;
  g_autofree char *count = nida_words_count (language, counted, aside->rows);
  g_autofree char *amount = NULL;

  /* flows that add up to nothing may have no amount in this currency: a zero would be a figure */
  if (aside->amount == NIDA_MONEY_NONE || (aside->amount == 0 && aside->rows > 0))
    return g_steal_pointer (&count);
  amount = exact ? nida_language_money_exact (language, aside->amount, currency)
                 : aside_amount (language, aside->amount, currency);
  /* Only the bound of money that is passed on has no flows of its own; on a chart a bound is told in the fewest words. */
  if (aside->rows == 0 || (aside->kind == NIDA_ASIDE_OVERLAP && !exact))
    return g_steal_pointer (&amount);
  /* Translators: a count and an amount: "12 flows, $3.4M" */
  return g_strdup_printf (_("%1$s, %2$s"), count, amount);
}

static char *
aside_sentence (NidaLanguage    *language,
                const NidaAside *aside,
                const char      *currency,
                gboolean         exact)
{
  g_autofree char *detail = NULL;
  const char *format;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);
  g_return_val_if_fail (aside != NULL && aside->kind < NIDA_N_ASIDES, NULL);

  detail = aside_detail (language, aside, currency, exact);
  format = aside->left_out ? asides[aside->kind].left_out : asides[aside->kind].counted;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(format), detail);
#pragma GCC diagnostic pop
}

/**
 * nida_words_aside:
 * @currency: (nullable): of the amount; %NULL is USD
 *
 * Returns: (transfer full): "Internal flows, left out: 12 flows, $3.4M."
 */
char *
nida_words_aside (NidaLanguage    *language,
                  const NidaAside *aside,
                  const char      *currency)
{
  return aside_sentence (language, aside, currency, FALSE);
}

/**
 * nida_words_aside_exact:
 * @currency: (nullable): of the amount; %NULL is USD
 *
 * Returns: (transfer full): the same with every digit: "Internal flows, left out: 12 flows, $3,400,512."
 */
char *
nida_words_aside_exact (NidaLanguage    *language,
                        const NidaAside *aside,
                        const char      *currency)
{
  return aside_sentence (language, aside, currency, TRUE);
}

/**
 * nida_words_overlap:
 * @briefly: in the fewest words
 *
 * Returns: (transfer full) (nullable): a remark beside a figure that overlapping sources may make too large: "at most $3.4M of
 *   it perhaps twice"; %NULL where none do
 */
char *
nida_words_overlap (NidaLanguage *language,
                    NidaCube     *cube,
                    gboolean      briefly)
{
  g_return_val_if_fail (NIDA_IS_CUBE (cube), NULL);

  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    {
      const NidaAside *aside = nida_cube_get_aside (cube, i);
      g_autofree char *amount = NULL;

      if (aside->kind != NIDA_ASIDE_OVERLAP || aside->amount == NIDA_MONEY_NONE || aside->amount == 0)
        continue;
      amount = aside_amount (language, aside->amount, nida_cube_get_query (cube)->currency);
      /* Translators: on a card: an amount of its figure may stand twice, since two kinds of sources hold it */
      return g_strdup_printf (briefly ? _("perhaps %s twice") : _("at most %s of it perhaps twice"), amount);
    }
  return NULL;
}

static gboolean
leaves_out (NidaCube      *cube,
            NidaAsideKind  kind)
{
  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    if (nida_cube_get_aside (cube, i)->kind == kind && nida_cube_get_aside (cube, i)->left_out)
      return TRUE;
  return FALSE;
}

/* What "received" is made of, "" when nobody asked for it. */
static const char *
received_words (NidaCube *cube)
{
  const guint with_received = 1u << NIDA_MEASURE_RECEIVED | 1u << NIDA_MEASURE_GAP | 1u << NIDA_MEASURE_COVERAGE;

  if ((nida_cube_get_query (cube)->measures & with_received) == 0)
    return "";
  return leaves_out (cube, NIDA_ASIDE_COMMITMENT_OF_PAID) ? _("Received = paid.") : _("Received = paid + committed.");
}

static gboolean
is_filtered (NidaCube  *cube,
             NidaField  field)
{
  NidaQuery *query = nida_cube_get_query (cube);
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == field)
      return TRUE;
  return FALSE;
}

/* A filter on the boundary replaces that part of the rule. */
static const char *
rule_words (NidaCube *cube)
{
  gboolean boundary = is_filtered (cube, NIDA_FIELD_BOUNDARY), on_boundary = is_filtered (cube, NIDA_FIELD_ON_BOUNDARY);

  if (nida_cube_get_rule (cube) != NIDA_RULE_BOUNDARY)
    return boundary ? _("Counting: each flow once, as the filter on the boundary says.")
                    : _("Counting: each flow once, internal flows left out.");
  if (boundary && on_boundary)
    return _("Counting: as the filters on the boundary say, without pledges.");
  if (boundary)
    return _("Counting: as the filter on the boundary says, money of one place or plan alone, without pledges.");
  if (on_boundary)
    return _("Counting: incoming money, shared or not as the filter says, without pledges.");
  return _("Counting: incoming money of one place or plan alone, without pledges.");
}

/**
 * nida_words_counting:
 *
 * Returns: (transfer full): "Counting: each flow once, internal flows left out. Received = paid + committed."
 */
char *
nida_words_counting (NidaLanguage *language,
                     NidaCube     *cube)
{
  const char *rule;
  const char *received;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);
  g_return_val_if_fail (NIDA_IS_CUBE (cube), NULL);

  rule = rule_words (cube);
  received = received_words (cube);
  return g_strconcat (rule, *received != '\0' ? " " : "", received, NULL);
}

/* A period as nida_period_to_string() writes it: a date, "2009..2023", "2024/25" or "undated". */
static char *
period_words (NidaLanguage *language,
              const char   *text)
{
  const char *dots = strstr (text, "..");
  gsize length = dots != NULL ? (gsize) (dots - text) : strlen (text);
  NidaPeriod period = { NIDA_DATE_NONE, NIDA_DATE_NONE };

  if (nida_date_parse (text, length, &period.start) == NIDA_DATE_OK)
    {
      period.end = period.start;
      if (dots == NULL || nida_date_parse (dots + 2, strlen (dots + 2), &period.end) == NIDA_DATE_OK)
        return nida_language_period (language, period, NIDA_DATE_MEDIUM);
    }
  if (strcmp (text, "undated") == 0 || *text == '\0')
    return nida_language_date (language, NIDA_DATE_NONE, NIDA_DATE_MEDIUM);
  {
    g_autofree char *digits = nida_language_digits (language, text);

    return nida_language_isolate (language, digits);
  }
}

/**
 * nida_words_filter_value:
 * @language: of the words
 * @field: what is filtered
 * @value: (nullable): a name, or a period as nida_period_to_string() writes it
 *
 * Returns: (transfer full): the value as a person reads it: "Kuwait", "March 2026"
 */
char *
nida_words_filter_value (NidaLanguage *language,
                         NidaField     field,
                         const char   *value)
{
  if (field == NIDA_FIELD_DATE || field == NIDA_FIELD_DATE_END || field == NIDA_FIELD_USAGE_YEAR)
    return period_words (language, value != NULL ? value : "");
  return nida_words_name (language, field, value, NULL);
}

/* The first values in full, the rest as a number: a chip has one line. */
static char *
values_words (NidaLanguage       *language,
              NidaField           field,
              const char * const *values,
              guint               n)
{
  const char *comma = nida_language_is_arabic (language) ? "، " : ", ";
  guint n_shown = n > MAX_CHIP_VALUES + 1 ? MAX_CHIP_VALUES : n;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *more = NULL;

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *words = nida_words_filter_value (language, field, values[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? comma : "", words);
    }
  if (n_shown == n)
    return g_strdup (text->str);
  more = nida_language_integer (language, n - n_shown);
  /* Translators: names, then how many more there are: "Kuwait, Qatar, Sweden and 4 more" */
  return g_strdup_printf (_("%1$s and %2$s more"), text->str, more);
}

/**
 * nida_words_filter:
 * @language: of the words
 * @noun: what the data call the field's names, "cluster"; %NIDA_NOUN_GROUP where that does not matter
 * @field: what is filtered
 * @values: (array zero-terminated=1): as nida_query_get_filter() hands them out; "" is "not stated"
 *
 * Returns: (transfer full): a filter as a chip says it: "Donor: Kuwait, Qatar"
 */
char *
nida_words_filter (NidaLanguage       *language,
                   NidaNoun            noun,
                   NidaField           field,
                   const char * const *values)
{
  guint n = values != NULL ? g_strv_length ((char **) values) : 0;
  g_autofree char *text = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);

  text = n > 0 ? values_words (language, field, values, n) : nida_words_name (language, field, NULL, NULL);
  /* Translators: the name of a field and its values: "Donor: Kuwait, Qatar" */
  return g_strdup_printf (_("%1$s: %2$s"), field == NIDA_FIELD_CATEGORY && noun != NIDA_NOUN_GROUP ? nida_noun_name (noun) : nida_words_field (field),
                          text);
}

static char *
describe_range (NidaLanguage *language,
                NidaDate      from,
                NidaDate      to)
{
  g_autofree char *day = NULL;

  if (from.precision != NIDA_PRECISION_NONE && to.precision != NIDA_PRECISION_NONE)
    return nida_language_period (language, (NidaPeriod) { from, to }, NIDA_DATE_MEDIUM);
  if (from.precision != NIDA_PRECISION_NONE)
    {
      day = nida_language_date (language, from, NIDA_DATE_MEDIUM);
      return g_strdup_printf (_("since %s"), day);
    }
  day = nida_language_date (language, to, NIDA_DATE_MEDIUM);
  return g_strdup_printf (_("until %s"), day);
}

/**
 * nida_words_period:
 *
 * Returns: (transfer full) (nullable): the dates that @query asks for: "2026", "since 2024"; %NULL when it asks for none
 */
char *
nida_words_period (NidaLanguage *language,
                   NidaQuery    *query)
{
  const char * const *values = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *of_field;

      if (nida_query_get_filter (query, i, &of_field) == NIDA_FIELD_DATE)
        values = of_field;
    }
  if (query->from.precision != NIDA_PRECISION_NONE || query->to.precision != NIDA_PRECISION_NONE)
    return describe_range (language, query->from, query->to);
  if (values == NULL || values[0] == NULL || g_strv_length ((char **) values) > 4)
    return NULL;
  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add (words, nida_words_filter_value (language, NIDA_FIELD_DATE, values[i]));
  g_ptr_array_add (words, NULL);
  return nida_language_list (language, (const char * const *) words->pdata);
}
