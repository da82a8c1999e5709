/* Sentences about totals, counts and percentages that a source states. */
#include "config.h"

#include "comparison-words.h"

#include "translate.h"
#include "words.h"

/* What is stated: whole sentences, since each agrees with its own noun. */
typedef struct { const char *same, *other, *unknown; } Words;

static const Words words[] = {
  [NIDA_STATED_RECEIVED] = {
    /* Translators: a total that a source states of itself, beside the sum of its rows; received = paid and committed */
    N_("The source states %1$s received, and Nida sums the same."),
    N_("The source states %1$s received; Nida sums %2$s, which differs by %3$s."),
    N_("The source states %1$s received; not compared, since rows were merged with those of other sources.") },
  [NIDA_STATED_PLEDGED] = {
    N_("The source states pledges of %1$s, and Nida sums the same."),
    N_("The source states pledges of %1$s; Nida sums %2$s, which differs by %3$s."),
    N_("The source states pledges of %1$s; not compared, since rows were merged with those of other sources.") },
  [NIDA_STATED_REQUIREMENT] = {
    N_("The source states requirements of %1$s, and Nida sums the same."),
    N_("The source states requirements of %1$s; Nida sums %2$s, which differs by %3$s."),
    N_("The source states requirements of %1$s; not compared, since rows were merged with those of other sources.") },
  [NIDA_STATED_REPORTED] = {
    N_("The source states funding of %1$s, and Nida sums the same."),
    N_("The source states funding of %1$s; Nida sums %2$s, which differs by %3$s."),
    N_("The source states funding of %1$s; not compared, since rows were merged with those of other sources.") },
  [NIDA_STATED_RECORDS] = {
    N_("Records that the source states: %1$s, and as many were read."),
    N_("Records that the source states: %1$s; read: %2$s, which differs by %3$s."),
    N_("Records that the source states: %1$s; not compared, since rows were merged with those of other sources.") },
};

static char *
value_words (NidaLanguage         *language,
             const NidaComparison *comparison,
             NidaMoney             value)
{
  return comparison->stated->kind == NIDA_STATED_RECORDS ? nida_language_integer (language, value)
                                                         : nida_language_money_exact (language, value, "USD");
}

/* Percentages that are as computed are counted; one that is not is told with its plan. */
static char *
share_words (NidaLanguage     *language,
             const NidaStated *stated)
{
  g_autofree char *printed = NULL, *computed = NULL, *clean = NULL, *name = NULL;

  if (!stated->differs)
    {
      g_autofree char *count = nida_language_integer (language, (gint64) stated->count);

      /* Translators: percentages that a source states of plans, "45%", are what their own figures make */
      /* xgettext:c-format */
      return g_strdup_printf (ngettext ("%s stated percentage is as computed.", "%s stated percentages are as computed.",
                                        stated->count), count);
    }
  printed = nida_language_percent (language, stated->stated * 10, stated->decimals);
  computed = nida_language_percent (language, stated->computed * 10, stated->decimals + 2);
  clean = nida_words_visible (stated->subject != NULL ? stated->subject : "");
  name = nida_language_name (language, clean, NULL);
  /* Translators: a plan's name, its percentage as the source prints it, and the one that its own figures make */
  return g_strdup_printf (_("The source states %2$s for %1$s; its own figures make %3$s."), name, printed, computed);
}

char *
nida_words_comparison (NidaLanguage         *language,
                       const NidaComparison *comparison)
{
  const NidaStated *stated = comparison->stated;
  g_autofree char *value = NULL, *computed = NULL, *apart = NULL;
  NidaMoney difference;

  if (stated->kind == NIDA_STATED_SHARE)
    return share_words (language, stated);
  value = value_words (language, comparison, stated->stated);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (comparison->computed == NIDA_MONEY_NONE || !nida_money_subtract (stated->stated, comparison->computed, &difference))
    return g_strdup_printf (_(words[stated->kind].unknown), value);
  if (difference == 0)
    return g_strdup_printf (_(words[stated->kind].same), value);
  computed = value_words (language, comparison, comparison->computed);
  apart = value_words (language, comparison, ABS (difference));
  return g_strdup_printf (_(words[stated->kind].other), value, computed, apart);
#pragma GCC diagnostic pop
}

char *
nida_words_stated (const char *value,
                   const char *apart,
                   NidaMoney   difference)
{
  if (difference == 0)
    return g_strdup_printf (_("Stated total: %s, as computed."), value);
  if (difference > 0)
    return g_strdup_printf (_("Stated total: %1$s, which is %2$s more than computed."), value, apart);
  return g_strdup_printf (_("Stated total: %1$s, which is %2$s less than computed."), value, apart);
}

char *
nida_words_stated_total (NidaLanguage   *language,
                         const NidaFact *fact,
                         const char     *currency)
{
  g_autofree char *amount = NULL, *value = NULL, *apart = NULL;
  NidaMoney difference;

  if (fact->amount == NIDA_MONEY_NONE || fact->computed == NIDA_MONEY_NONE
      || !nida_money_subtract (fact->amount, fact->computed, &difference))
    return NULL;
  amount = nida_language_money_exact (language, fact->amount, currency);
  value = nida_language_qualified (language, fact->qualifier, amount);
  apart = nida_language_money_exact (language, ABS (difference), currency);
  return nida_words_stated (value, apart, difference);
}

/* One percentage is told with its plan; of several, how many there are. */
static char *
differing_shares (NidaLanguage *language,
                  GArray       *comparisons)
{
  const NidaComparison *only = NULL;
  g_autofree char *number = NULL;
  guint64 n = 0;

  for (guint i = 0; i < comparisons->len; i++)
    {
      const NidaComparison *comparison = &g_array_index (comparisons, NidaComparison, i);

      if (comparison->stated->kind != NIDA_STATED_SHARE || !nida_comparison_differs (comparison))
        continue;
      only = comparison;
      n += comparison->stated->count;
    }
  if (n == 0)
    return NULL;
  if (n == 1)
    return nida_words_comparison (language, only);
  number = nida_language_integer (language, (gint64) n);
  /* Translators: percentages that a source states of plans, "45%", are not what their own figures make */
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%s stated percentage is not what its own figures make.",
                                       "%s stated percentages are not what their own figures make.", n), number);
}

void
nida_words_differences (NidaLanguage *language,
                        NidaDataset  *dataset,
                        char         *sentences[NIDA_N_STATED])
{
  g_autoptr (GArray) comparisons = nida_comparisons_new (dataset);

  for (guint kind = 0; kind < NIDA_N_STATED; kind++)
    sentences[kind] = NULL;
  for (guint i = 0; i < comparisons->len; i++)
    {
      const NidaComparison *comparison = &g_array_index (comparisons, NidaComparison, i);
      NidaStatedKind kind = comparison->stated->kind;
      g_autofree char *sentence = NULL, *before = sentences[kind];

      if (kind == NIDA_STATED_SHARE || !nida_comparison_differs (comparison))
        {
          before = NULL;
          continue;
        }
      sentence = nida_words_comparison (language, comparison);
      sentences[kind] = before != NULL ? g_strconcat (before, " ", sentence, NULL) : g_steal_pointer (&sentence);
    }
  sentences[NIDA_STATED_SHARE] = differing_shares (language, comparisons);
}
