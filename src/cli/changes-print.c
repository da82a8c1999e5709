/* What `check --since` prints: the flows that are new, changed or gone since an earlier reading of the same source. */
#include "config.h"

#include "changes.h"
#include "options.h"
#include "translate.h"
#include "words.h"

/* "Kuwait → WFP", the day and the amount of a row, as far as it states them. */
static char *
describe_row (NidaOptions *options,
              NidaDataset *dataset,
              guint        row)
{
  static const NidaField fields[] = { NIDA_FIELD_DATE, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL };
  NidaMoney usd = nida_dataset_get_amount_usd (dataset, row), amount = nida_dataset_get_amount (dataset, row);
  g_autofree char *currency = nida_dataset_dup_text (dataset, row, NIDA_FIELD_CURRENCY, FALSE);
  g_autofree char *money = usd != NIDA_MONEY_NONE ? nida_language_money_exact (options->language, usd, "USD")
                           : amount != NIDA_MONEY_NONE ? nida_language_money_exact (options->language, amount, currency) : NULL;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = nida_dataset_dup_text (dataset, row, fields[i], nida_language_is_arabic (options->language));
      g_autofree char *name = nida_language_name (options->language, text, NULL);

      if (*text != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", name);
    }
  if (money != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", money);
  return g_string_free (words, FALSE);
}

static char *
place_of (NidaDataset *dataset,
          guint        row)
{
  const NidaSourceInfo *info = nida_report_get_source (nida_dataset_get_report (dataset), nida_dataset_get_source (dataset, row));

  return g_strdup_printf ("%s:%u", info->name, nida_dataset_get_source_row (dataset, row));
}

static char *
value_words (NidaDataset *dataset,
             guint        row,
             NidaField    field)
{
  g_autofree char *text = nida_dataset_dup_text (dataset, row, field, FALSE);

  return g_strdup (field == NIDA_FIELD_KIND ? nida_words_value (field, text) : *text != '\0' ? text : "–");
}

static void
print_change (NidaOptions      *options,
              NidaDataset      *earlier,
              NidaDataset      *later,
              const NidaChange *change)
{
  gboolean gone = change->kind == NIDA_CHANGE_VANISHED;
  g_autofree char *place = gone ? place_of (earlier, change->old_row) : place_of (later, change->new_row);
  g_autofree char *row = gone ? describe_row (options, earlier, change->old_row) : describe_row (options, later, change->new_row);

  if (change->kind == NIDA_CHANGE_CHANGED)
    {
      g_autofree char *before = value_words (earlier, change->old_row, change->field);
      g_autofree char *after = value_words (later, change->new_row, change->field);

      /* Translators: a flow that changed: its place, the field, the value before and after, then the flow:
       * "fts.csv:18: Kind: pledge → paid (4 Feb 2024 · Kuwait · $1,000)" */
      g_print (_("%s: %s: %s → %s (%s)\n"), place, nida_words_field (change->field), before, after, row);
    }
  else if (gone)
    /* Translators: a flow that an earlier reading had and this one has not: its place there, then the flow */
    g_print (_("%s: vanished (%s)\n"), place, row);
  else
    /* Translators: a flow that an earlier reading had not: its place, then the flow */
    g_print (_("%s: new (%s)\n"), place, row);
}

void
nida_print_changes (NidaOptions *options,
                    NidaDataset *earlier,
                    NidaDataset *later)
{
  g_autoptr (GArray) changes = nida_changes_find (earlier, later);
  guint counts[NIDA_CHANGE_VANISHED + 1] = { 0 };
  g_autofree char *fresh = NULL, *changed = NULL, *vanished = NULL;

  for (guint i = 0; i < changes->len; i++)
    counts[g_array_index (changes, NidaChange, i).kind]++;
  fresh = nida_language_integer (options->language, counts[NIDA_CHANGE_NEW]);
  changed = nida_language_integer (options->language, counts[NIDA_CHANGE_CHANGED]);
  vanished = nida_language_integer (options->language, counts[NIDA_CHANGE_VANISHED]);
  /* Translators: %s are the words after --since, and numbers of flows */
  g_print (_("Since %s: %s new, %s changed, %s vanished\n"), options->since, fresh, changed, vanished);
  for (guint i = 0; i < changes->len; i++)
    print_change (options, earlier, later, &g_array_index (changes, NidaChange, i));
}
