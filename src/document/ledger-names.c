/* Organisations are looked for as the window that joins names does, among the names of the data and of the table together; of a
 * set that it finds, what the table brings is offered as what the data have most rows of. */
#include "config.h"

#include "ledger-names.h"

#include "name-forms.h"

#include <string.h>

#define LEAST_LETTERS 6      /* in shorter names one letter makes another */

static void
offer_free (gpointer data)
{
  NidaNameOffer *offer = data;

  g_free (offer->name);
  g_free (offer->known);
  g_free (offer);
}

static void
add_offer (GPtrArray       *offers,
           NidaField        field,
           const char      *name,
           const char      *known,
           NidaAliasReason  reason)
{
  NidaNameOffer *offer = g_new0 (NidaNameOffer, 1);

  *offer = (NidaNameOffer) { field, g_strdup (name), g_strdup (known), reason, FALSE };
  g_ptr_array_add (offers, offer);
}

/* --- organisations --- */

static NidaDataset *
put_beside (NidaLedgerTable *table,
            NidaDataset     *base,
            NidaAliases     *aliases)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaLedger) ledger = NULL;

  for (guint i = 0; i < table->entries->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i), *text = nida_entry_to_text (table->entries->pdata[i]);

      nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, i, text));
    }
  ledger = nida_ledger_new (items, NULL);
  return nida_ledger_append (ledger, base, aliases);
}

/* How many rows of @base have it, as any kind of organisation. */
static guint
count_rows (NidaDataset *base,
            const char  *name)
{
  guint n = 0;

  for (const NidaField *field = nida_alias_kind_get_fields (NIDA_ALIAS_ORGANISATION); *field != NIDA_FIELD_NONE; field++)
    {
      guint32 code = nida_dictionary_lookup (nida_dataset_get_dictionary (base, *field), name, -1);
      NidaCodes codes = nida_dataset_get_codes (base, *field);

      for (guint row = 0; code != 0 && codes.data != NULL && row < nida_dataset_get_n_rows (base); row++)
        n += nida_codes_get (codes, row) == code;
    }
  return n;
}

static const char *
find_known (NidaDataset               *base,
            const NidaAliasSuggestion *suggestion)
{
  const char *known = NULL;
  guint most = 0;

  for (guint i = 0; suggestion->names[i] != NULL; i++)
    {
      guint n = count_rows (base, suggestion->names[i]);

      if (n > most)
        {
          known = suggestion->names[i];
          most = n;
        }
    }
  return known;
}

static void
offer_organisations (GPtrArray       *offers,
                     NidaLedgerTable *table,
                     NidaDataset     *base,
                     NidaAliases     *aliases)
{
  g_autoptr (NidaDataset) both = put_beside (table, base, aliases);
  g_autoptr (GPtrArray) suggestions = nida_aliases_suggest (both, aliases);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const NidaAliasSuggestion *suggestion = suggestions->pdata[i];
      const char *known = find_known (base, suggestion);

      for (guint j = 0; known != NULL && suggestion->names[j] != NULL; j++)
        if (count_rows (base, suggestion->names[j]) == 0)
          add_offer (offers, NIDA_FIELD_DONOR, suggestion->names[j], known, suggestion->reason);
    }
}

/* --- what entries are for --- */

static gboolean
has_same_words (const char *plain,
                const char *other)
{
  g_auto (GStrv) words = nida_name_dup_words (plain), others = nida_name_dup_words (other);

  return g_strv_equal ((const char * const *) words, (const char * const *) others);
}

/* One letter may be wrong, but not in the year of an appeal. */
static gboolean
is_alike (const char *plain,
          const char *known,
          NidaField   field)
{
  g_autofree char *other = nida_name_plain (known);

  return has_same_words (plain, other)
         || (field != NIDA_FIELD_APPEAL && MIN (g_utf8_strlen (plain, -1), g_utf8_strlen (other, -1)) >= LEAST_LETTERS
             && nida_name_is_one_edit (plain, other));
}

static const char *
find_alike (NidaDictionary *dictionary,
            NidaField       field,
            const char     *name)
{
  g_autofree char *plain = nida_name_plain (name);

  for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
    {
      const char *known = nida_dictionary_get_name (dictionary, code), *arabic = nida_dictionary_get_arabic (dictionary, code);

      if (g_strcmp0 (arabic, name) == 0)
        return NULL;        /* known by its label */
      if (is_alike (plain, known, field) || (arabic != NULL && is_alike (plain, arabic, field)))
        return known;
    }
  return NULL;
}

/* The year that @plain ends with, which is cut off; 0 where there is none. */
static int
cut_year (char *plain)
{
  char *space = strrchr (plain, ' ');

  if (space == NULL || strlen (space + 1) != 4 || strspn (space + 1, "0123456789") != 4)
    return 0;
  *space = '\0';
  return atoi (space + 1);
}

/* Charts show appeals of one year without it, and so they are written: the one of @year, or else the newest. */
static const char *
find_of_year (NidaDictionary *dictionary,
              const char     *name,
              int             year)
{
  g_autofree char *plain = nida_name_plain (name);
  const char *found = NULL;
  int best = 0;

  for (guint32 code = 1; code <= nida_dictionary_get_size (dictionary); code++)
    {
      g_autofree char *other = nida_name_plain (nida_dictionary_get_name (dictionary, code));
      int its = cut_year (other);

      if (its == 0 || (best == year && best != 0) || (its != year && its < best) || !has_same_words (plain, other))
        continue;
      found = nida_dictionary_get_name (dictionary, code);
      best = its;
    }
  return found;
}

static const char *
get_name (const NidaEntry *entry,
          NidaField        field)
{
  char * const *names = entry->names[field == NIDA_FIELD_APPEAL ? NIDA_ENTRY_APPEAL : NIDA_ENTRY_CATEGORY];

  return names[0] != NULL ? names[0] : names[1];
}

static void
offer_names (GPtrArray       *offers,
             NidaLedgerTable *table,
             NidaDataset     *base,
             NidaField        field)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (base, field);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->entries->len; i++)
    {
      const NidaEntry *entry = table->entries->pdata[i];
      const char *name = get_name (entry, field), *known;

      if (name == NULL || (field == NIDA_FIELD_CATEGORY && (entry->kind == NIDA_ENTRY_INDICATOR || entry->kind == NIDA_ENTRY_GOAL))
          || nida_dictionary_lookup (dictionary, name, -1) != 0 || !g_hash_table_add (seen, (gpointer) name))
        continue;
      known = find_alike (dictionary, field, name);
      if (known == NULL && field == NIDA_FIELD_APPEAL)
        known = find_of_year (dictionary, name, entry->period.start.precision != NIDA_PRECISION_NONE ? nida_date_year (entry->period.start) : 0);
      if (known != NULL)
        add_offer (offers, field, name, known, NIDA_ALIAS_SAME_SPELLING);
    }
}

/**
 * nida_ledger_names_offer:
 * @table: entries that are to be added
 * @base: (nullable): the data that they will stand beside
 * @aliases: (nullable): what was said of names already: who was said to be two is not offered as one
 *
 * Returns: (transfer full) (element-type NidaNameOffer): what a person may decide
 */
GPtrArray *
nida_ledger_names_offer (NidaLedgerTable *table,
                         NidaDataset     *base,
                         NidaAliases     *aliases)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);

  if (base == NULL || table->entries->len == 0)
    return offers;
  offer_organisations (offers, table, base, aliases);
  offer_names (offers, table, base, NIDA_FIELD_CATEGORY);
  offer_names (offers, table, base, NIDA_FIELD_APPEAL);
  return offers;
}

void
nida_ledger_names_apply (GPtrArray       *offers,
                         NidaLedgerTable *table,
                         NidaAliases     *aliases)
{
  for (guint i = 0; i < offers->len; i++)
    {
      const NidaNameOffer *offer = offers->pdata[i];

      if (!offer->accepted)
        continue;
      if (offer->field == NIDA_FIELD_DONOR)
        nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, offer->name, offer->known, NULL);
      for (guint j = 0; offer->field != NIDA_FIELD_DONOR && j < table->entries->len; j++)
        if (g_strcmp0 (get_name (table->entries->pdata[j], offer->field), offer->name) == 0)
          nida_entry_set_name (table->entries->pdata[j], offer->field == NIDA_FIELD_APPEAL ? NIDA_ENTRY_APPEAL : NIDA_ENTRY_CATEGORY,
                               offer->known, NULL);
    }
}
