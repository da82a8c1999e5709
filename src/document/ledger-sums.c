/* Amounts are added of each currency by itself, so that what is said is exact without any rate. */
#include "config.h"

#include "ledger-sums.h"

#include "translate.h"

typedef struct {
  guint       n;
  GHashTable *sums;       /* currency → NidaMoney *; NIDA_MONEY_NONE: too large */
} Sums;

static void
add (Sums       *self,
     NidaMoney   amount,
     const char *currency)
{
  NidaMoney *sum = g_hash_table_lookup (self->sums, currency);

  self->n++;
  if (sum == NULL)
    {
      sum = g_new0 (NidaMoney, 1);
      g_hash_table_insert (self->sums, (gpointer) currency, sum);
    }
  if (amount != NIDA_MONEY_NONE && *sum != NIDA_MONEY_NONE && !nida_money_add (*sum, amount, sum))
    *sum = NIDA_MONEY_NONE;
}

static void
add_open (Sums            *self,
          const NidaEntry *entry)
{
  add (self, nida_entry_get_open (entry), *entry->currency != '\0' ? entry->currency : "USD");
}

static int
compare_currencies (gconstpointer a,
                    gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static char *
amount_words (Sums         *self,
              NidaLanguage *language)
{
  g_autofree const char **currencies = (const char **) g_hash_table_get_keys_as_array (self->sums, NULL);
  guint n = g_hash_table_size (self->sums);
  GString *words = g_string_new (NULL);

  qsort (currencies, n, sizeof *currencies, compare_currencies);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *amount = nida_language_money_exact (language, *(NidaMoney *) g_hash_table_lookup (self->sums, currencies[i]),
                                                           currencies[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? " + " : "", amount);
    }
  return g_string_free (words, FALSE);
}

static char *
due_words (Sums         *self,
           NidaLanguage *language,
           gboolean      overdue)
{
  g_autofree char *n = nida_language_integer (language, self->n), *amount = amount_words (self, language);
  /* xgettext:c-format */
  g_autofree char *pledges = g_strdup_printf (ngettext ("%s pledge", "%s pledges", self->n), n);

  /* Translators: how many pledges are late, and how much that is: "Overdue: 2 pledges, $5,000,000" */
  return overdue ? g_strdup_printf (_("Overdue: %1$s, %2$s"), pledges, amount)
  /* Translators: how many pledges should come soon, and how much that is */
                 : g_strdup_printf (_("Due within 30 days: %1$s, %2$s"), pledges, amount);
}

char *
nida_ledger_sums_words (NidaLedger   *ledger,
                        gint32        today,
                        NidaLanguage *language)
{
  Sums late = { 0, g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free) };
  Sums soon = { 0, g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free) };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < nida_ledger_get_n (ledger); i++)
    {
      const NidaEntry *entry = nida_ledger_get (ledger, i)->entry;

      if (entry != NULL && nida_entry_is_overdue (entry, today))
        add_open (&late, entry);
      else if (entry != NULL && nida_entry_is_due (entry, today, NIDA_LEDGER_DUE_DAYS))
        add_open (&soon, entry);
    }
  for (guint i = 0; i < 2; i++)
    {
      Sums *sums = i == 0 ? &late : &soon;
      g_autofree char *one = sums->n > 0 ? due_words (sums, language, i == 0) : NULL;

      if (one != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", one);
      g_hash_table_unref (sums->sums);
    }
  if (words->len == 0)
    {
      g_autofree char *n = nida_language_integer (language, nida_ledger_get_n (ledger));

      /* xgettext:c-format */
      g_string_append_printf (words, ngettext ("%s entry, none due", "%s entries, none due", nida_ledger_get_n (ledger)), n);
    }
  return g_string_free (words, FALSE);
}

static void
add_cb (NidaMoney   amount,
        const char *currency,
        gpointer    sums)
{
  add (sums, amount, currency);
}

char *
nida_ledger_sums_unrated_words (NidaRowMarks *own,
                                NidaQuery    *query,
                                NidaLanguage *language)
{
  Sums sums = { 0, g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free) };
  g_autofree char *n = NULL, *amounts = NULL, *count = NULL;

  nida_row_marks_each_unrated (own, query, add_cb, &sums);
  n = nida_language_integer (language, sums.n);
  amounts = amount_words (&sums, language);
  g_hash_table_unref (sums.sums);
  if (sums.n == 0)
    return g_strdup ("");
  /* Translators: sums of money = مبالغ
   * xgettext:c-format */
  count = g_strdup_printf (ngettext ("%s amount", "%s amounts", sums.n), n);
  /* Translators: amounts of the desk's own that there is no exchange rate for, how many and how much: "2 amounts, ETB 5,000" */
  return g_strdup_printf (_("Not in the charts, no rate for their date: %1$s, %2$s"), count, amounts);
}
