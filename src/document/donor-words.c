/* The words of the donor report, whole sentences in the language that the thread speaks. */
#include "config.h"

#include "donor-words.h"

#include "chart-groups.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

#include <string.h>

#define WORTH_SAYING 100000     /* millionths: a country of less than a tenth is no message */

void
nida_donor_card_clear (NidaDonorCard *card)
{
  g_free (card->label);
  g_free (card->number);
  g_free (card->unit);
  g_free (card->context);
}

static const char *
currency_of (NidaQuery *question)
{
  return question->currency != NULL ? question->currency : "USD";
}

char *
nida_donor_words_name (NidaLanguage           *language,
                       const NidaDonorFigures *figures)
{
  return nida_words_name (language, NIDA_FIELD_DONOR, figures->name, figures->arabic);
}

/* Small shares need the digits that large ones do not. */
static char *
share_words (NidaLanguage *language,
             NidaMoney     part,
             NidaMoney     whole)
{
  gint64 share = nida_money_share (part, whole);

  return nida_language_percent (language, share, share < 10000 ? 2 : share < 100000 ? 1 : 0);
}

static gboolean
has_money (const NidaDonorFigures *figures)
{
  return figures->total != NIDA_MONEY_NONE && figures->total != 0;
}

/* "since 2024" begins a sentence here. */
static char *
dup_capital (const char *words)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words)), first);
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/* What became of the money, as a message: %1$s a donor, %2$s an amount. */
static const char *
plain_message (NidaMeasure measure)
{
  switch ((int) measure)
    {
    case NIDA_MEASURE_PLEDGED:
      return _("%1$s pledged %2$s");
    case NIDA_MEASURE_REPORTED:
      /* Translators: a total that a source states: "Kuwait is reported with $48.5 million" */
      return _("%1$s is reported with %2$s");
    default:
      /* Translators: a donor and an amount that was received: "Kuwait gave $17.1 million" */
      return _("%1$s gave %2$s");
    }
}

static const char *
message_with_country (NidaMeasure measure)
{
  switch ((int) measure)
    {
    case NIDA_MEASURE_PLEDGED:
      return _("%1$s pledged %2$s, %3$s of it for %4$s");
    case NIDA_MEASURE_REPORTED:
      return _("%1$s is reported with %2$s, %3$s of it for %4$s");
    default:
      /* Translators: a donor, an amount, a share, a country: "Kuwait gave $17.1 million, 26% of it for Sudan" */
      return _("%1$s gave %2$s, %3$s of it for %4$s");
    }
}

/* A figure and what it counts are on one line: "11.2 million" and "dollars" on two are read as two. Takes @words. */
static char *
keep_together (char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  g_free (words);
  return g_strjoinv ("\u00a0", parts);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
nida_donor_words_headline (NidaLanguage           *language,
                           const NidaDonorFigures *figures,
                           NidaQuery              *question)
{
  g_autofree char *name = nida_donor_words_name (language, figures);
  g_autofree char *amount = keep_together (nida_language_money_long (language, figures->total, currency_of (question)));
  g_autofree char *period = nida_words_period (language, question);
  g_autofree char *message = NULL, *capital = NULL;

  if (figures->total == NIDA_MONEY_NONE && figures->flows > 0)
    /* Translators: instead of a message: there are gifts of this donor, but no rate to convert them with */
    message = g_strdup_printf (_("What %s gave has no known amount in this currency"), name);
  else if (!has_money (figures))
    /* Translators: instead of a message: nothing is known of this donor */
    message = g_strdup_printf (_("The sources hold no money from %s"), name);
  else if (figures->country != NULL && nida_money_share (figures->country_value, figures->total) >= WORTH_SAYING)
    {
      g_autofree char *share = share_words (language, figures->country_value, figures->total);
      g_autofree char *country = nida_words_name (language, NIDA_FIELD_COUNTRY, figures->country, figures->country_arabic);

      message = g_strdup_printf (message_with_country (figures->measure), name, amount, share, country);
    }
  else
    message = g_strdup_printf (plain_message (figures->measure), name, amount);
  if (period == NULL)
    return g_steal_pointer (&message);
  capital = dup_capital (period);
  /* Translators: a time and what happened in it: "2026: Kuwait gave $17.1 million" */
  return g_strdup_printf (C_("time", "%1$s: %2$s"), capital, message);
}

#pragma GCC diagnostic pop

char *
nida_donor_words_recipient (NidaLanguage           *language,
                            const NidaDonorFigures *figures,
                            NidaQuery              *question)
{
  g_autofree char *name = NULL, *amount = NULL, *share = NULL;

  if (!has_money (figures) || figures->recipient == NULL)
    return NULL;
  name = nida_words_name (language, NIDA_FIELD_RECIPIENT, figures->recipient, figures->recipient_arabic);
  if (figures->recipient_value == figures->total)
    return g_strdup_printf (_("All of it went to %s."), name);
  amount = nida_language_money_long (language, figures->recipient_value, currency_of (question));
  share = share_words (language, figures->recipient_value, figures->total);
  /* Translators: an organisation, an amount and its share */
  return g_strdup_printf (_("The largest recipient is %1$s with %2$s (%3$s)."), name, amount, share);
}

/* --- cards --- */

/* Takes the words. */
static void
add_card (GArray      *cards,
          NidaMeasure  measure,
          const char  *label,
          char        *number,
          char        *unit,
          char        *context)
{
  NidaDonorCard card = {
    g_strdup (label), number, unit != NULL ? unit : g_strdup (""), context != NULL ? context : g_strdup (""), measure,
  };

  g_array_append_val (cards, card);
}

static void
add_total (GArray                 *cards,
           NidaLanguage           *language,
           const NidaDonorFigures *figures,
           const char             *currency)
{
  char *number, *unit, *context;
  g_autofree char *exact = keep_together (nida_language_money_exact (language, figures->total, currency));
  g_autofree char *flows = keep_together (nida_words_count (language, NIDA_FIELD_ID, figures->flows));

  nida_language_money_parts (language, figures->total, currency, &number, &unit);
  if (figures->flows == 0 || figures->measure == NIDA_MEASURE_REPORTED)
    context = g_strdup (exact);
  else
    context = figures->total == NIDA_MONEY_NONE ? g_strdup (flows)
              /* Translators: an exact sum and how many flows it sums: "$17,064,284 in 20 flows" */
              : g_strdup_printf (_("%1$s in %2$s"), exact, flows);
  add_card (cards, figures->measure, nida_words_measure (figures->measure), number, unit, context);
}

static void
add_share (GArray                 *cards,
           NidaLanguage           *language,
           const NidaDonorFigures *figures,
           const char             *currency)
{
  g_autofree char *whole = nida_language_money_long (language, figures->whole, currency);

  if (!has_money (figures) || figures->n_donors < 2)
    return;
  add_card (cards, figures->measure, _("Share of all donors"), share_words (language, figures->total, figures->whole), NULL,
            /* Translators: what a share is a part of: "of $9.24 billion" */
            g_strdup_printf (_("of %s"), whole));
}

static void
add_rank (GArray                 *cards,
          NidaLanguage           *language,
          const NidaDonorFigures *figures)
{
  g_autofree char *n = nida_language_integer (language, figures->n_donors);
  char *context = NULL;

  if (figures->rank == 0 || figures->n_donors < 2)
    return;
  if (figures->group != NULL)
    {
      g_autofree char *rank = nida_language_integer (language, figures->group_rank);
      g_autofree char *peers = nida_language_integer (language, figures->n_group);

      /* Translators: a rank and how many there are: "6 of 12 among its peers" */
      context = g_strdup_printf (_("%1$s of %2$s among its peers"), rank, peers);
    }
  add_card (cards, NIDA_N_MEASURES, _("Rank among donors"), nida_language_integer (language, figures->rank),
            g_strdup_printf (_("of %s"), n), context);
}

static void
add_paid (GArray                 *cards,
          NidaLanguage           *language,
          const NidaDonorFigures *figures,
          const char             *currency)
{
  g_autofree char *paid = NULL, *total = NULL;

  if (figures->paid == NIDA_MONEY_NONE || !has_money (figures))
    return;
  paid = nida_language_money_short (language, figures->paid, currency);
  total = nida_language_money_short (language, figures->total, currency);
  add_card (cards, NIDA_MEASURE_PAID, _("Paid so far"),
            nida_language_percent (language, nida_money_share (figures->paid, figures->total), 1), NULL,
            /* Translators: a part and the whole: "$13.8M of $17.1M" */
            g_strdup_printf (_("%1$s of %2$s"), paid, total));
}

/* Absent is not zero: without a single pledge in the sources there is a dash. */
static void
add_pledged (GArray                 *cards,
             NidaLanguage           *language,
             const NidaDonorFigures *figures,
             const char             *currency)
{
  char *number, *unit;

  if (figures->measure != NIDA_MEASURE_RECEIVED)
    return;
  nida_language_money_parts (language, figures->pledged, currency, &number, &unit);
  add_card (cards, NIDA_MEASURE_PLEDGED, _("Pledges open"), number, unit,
            figures->pledged == NIDA_MONEY_NONE ? g_strdup (_("no pledges in the sources"))
                                                : nida_words_count (language, NIDA_FIELD_ID, figures->pledges));
}

GArray *
nida_donor_words_cards (NidaLanguage           *language,
                        const NidaDonorFigures *figures,
                        NidaQuery              *question)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (NidaDonorCard));
  const char *currency = currency_of (question);

  g_array_set_clear_func (cards, (GDestroyNotify) nida_donor_card_clear);
  add_total (cards, language, figures, currency);
  add_share (cards, language, figures, currency);
  add_rank (cards, language, figures);
  add_paid (cards, language, figures, currency);
  add_pledged (cards, language, figures, currency);
  return cards;
}

/* --- marks and notes --- */

char *
nida_donor_words_mark (NidaLanguage          *language,
                       const NidaDonorReport *report)
{
  g_autofree char *day = NULL, *embargo = NULL;

  if (report->embargo.precision != NIDA_PRECISION_NONE)
    {
      day = nida_language_date (language, report->embargo, NIDA_DATE_LONG);
      /* Translators: a page that must not be published before a day = محظور النشر حتى */
      embargo = g_strdup_printf (_("Embargoed until %s"), day);
    }
  if (report->draft && embargo != NULL)
    return g_strdup_printf ("%s · %s", _("Draft"), embargo);
  /* Translators: a page that is not final = مسودة */
  return report->draft ? g_strdup (_("Draft")) : g_steal_pointer (&embargo);
}

char *
nida_donor_words_method (const NidaDonorFigures *figures)
{
  GString *text = g_string_new (NULL);

  if (figures->n_donors > 1)
    g_string_append (text, _("Share and rank are among all donors that the sources name, under the same dates and filters."));
  if (figures->measure == NIDA_MEASURE_RECEIVED)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", _("Pledges are not added to what was received."));
  if (has_money (figures) && figures->splits != 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            _("The bars of a column are parts of the donor's whole sum."));
  return g_string_free (text, FALSE);
}

/**
 * nida_donor_report_parse_mark:
 * @words: as the command line takes them
 * @draft: (out): whether it is a draft
 * @embargo: (out): the day, NONE for none
 *
 * Returns: whether @words are a mark
 */
gboolean
nida_donor_report_parse_mark (const char *words,
                              gboolean   *draft,
                              NidaDate   *embargo)
{
  const char *day = g_str_has_prefix (words, "embargoed until ") ? words + strlen ("embargoed until ") : words;

  *draft = strcmp (words, "draft") == 0;
  *embargo = NIDA_DATE_NONE;
  return *draft || nida_date_parse (day, strlen (day), embargo) == NIDA_DATE_OK;
}
