/* Entries as rows of the one table of facts: a source of its own, with ids that no public source has, behind the rows of all
 * others. A pledge that was paid is one row, paid; of one that was paid in parts each part is a row, paid, and what is open
 * another, so that their sum is the pledge. What was cancelled is none. */
#include "ledger.h"

#include "countries.h"
#include "ledger-held.h"
#include "name-forms.h"

#include <string.h>

typedef struct {
  NidaDatasetBuilder *builder;
  NidaDataset        *base;             /* or NULL */
  NidaReport         *report;
  guint               line;
  guint32            *donor_countries;  /* by code of a donor of @base: the country of all its rows, 0: none or several */
  NidaLedgerHeld     *held;             /* entries that @base has rows of already, or NULL */
  guint               source;
  gint32              today;
  guint               n_rows;           /* that were added */
} Rows;

/* --- names --- */

/* The name by which the data know what a person may have called by its Arabic label. */
static const char *
known_name (const Rows *self,
            NidaField   field,
            const char *name)
{
  NidaDictionary *dictionary = self->base != NULL ? nida_dataset_get_dictionary (self->base, field) : NULL;
  guint32 code;

  /* an export of the ledger that is open beside it may have the label for a name */
  if (dictionary == NULL || (nida_dictionary_lookup (dictionary, name, -1) != 0 && !nida_name_is_arabic (name)))
    return name;
  code = nida_dictionary_find_labelled (dictionary, name);
  return code != 0 ? nida_dictionary_get_name (dictionary, code) : name;
}

static void
set_country (Rows       *self,
             NidaField   field,
             const char *name)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (self->builder, field);

  nida_dataset_builder_set_code (self->builder, field, nida_country_intern_name (dictionary, name, strlen (name)));
}

static void
set_names (Rows            *self,
           const NidaEntry *entry)
{
  for (guint name = 0; name < NIDA_N_ENTRY_NAMES; name++)
    {
      NidaField field = nida_entry_name_field (name);
      const char *english = entry->names[name][0] != NULL ? entry->names[name][0] : entry->names[name][1];

      if (english == NULL)
        continue;
      english = known_name (self, field, english);
      if (field == NIDA_FIELD_COUNTRY || field == NIDA_FIELD_DONOR_COUNTRY)
        set_country (self, field, english);
      else
        nida_dataset_builder_set_name (self->builder, field, english, -1);
      if (entry->names[name][1] != NULL && entry->names[name][0] != NULL)
        nida_dataset_builder_set_arabic (self->builder, field, entry->names[name][1], -1);
    }
}

/* --- the donor's country, by which groups such as the GCC and sources that overlap are found --- */

#define SEVERAL G_MAXUINT32

/* Where every row of a donor says one country, that is the donor's. */
static guint32 *
list_donor_countries (NidaDataset *base)
{
  NidaCodes donors = nida_dataset_get_codes (base, NIDA_FIELD_DONOR);
  NidaCodes countries = nida_dataset_get_codes (base, NIDA_FIELD_DONOR_COUNTRY);
  guint32 size = nida_dictionary_get_size (nida_dataset_get_dictionary (base, NIDA_FIELD_DONOR));
  guint32 *of = g_new0 (guint32, size + 1);
  guint n_rows = donors.data != NULL && countries.data != NULL ? nida_dataset_get_n_rows (base) : 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint32 donor = nida_codes_get (donors, row), country = nida_codes_get (countries, row);

      if (country != 0 && of[donor] != country)
        of[donor] = of[donor] == 0 ? country : SEVERAL;
    }
  of[0] = 0;
  for (guint32 code = 1; code <= size; code++)
    of[code] = of[code] == SEVERAL ? 0 : of[code];
  return of;
}

static void
set_donor_country (Rows            *self,
                   const NidaEntry *entry)
{
  const char *donor = entry->names[NIDA_ENTRY_DONOR][0];
  const NidaCountry *country;
  guint32 code;

  if (donor == NULL || entry->names[NIDA_ENTRY_DONOR_COUNTRY][0] != NULL)
    return;
  donor = known_name (self, NIDA_FIELD_DONOR, donor);
  code = self->base != NULL ? nida_dictionary_lookup (nida_dataset_get_dictionary (self->base, NIDA_FIELD_DONOR), donor, -1) : 0;
  if (code != 0 && self->donor_countries[code] != 0)
    {
      NidaDictionary *countries = nida_dataset_get_dictionary (self->base, NIDA_FIELD_DONOR_COUNTRY);

      nida_dataset_builder_set_name (self->builder, NIDA_FIELD_DONOR_COUNTRY,
                                     nida_dictionary_get_name (countries, self->donor_countries[code]), -1);
      return;
    }
  country = nida_name_find_country (donor);
  if (country != NULL)
    nida_dataset_builder_set_code (self->builder, NIDA_FIELD_DONOR_COUNTRY,
                                   nida_country_intern (nida_dataset_builder_get_dictionary (self->builder, NIDA_FIELD_DONOR_COUNTRY),
                                                        country));
}

/* --- one row --- */

static gboolean
is_level (NidaKind kind)
{
  return kind == NIDA_KIND_INDICATOR || kind == NIDA_KIND_GOAL;
}

static void
note (Rows            *self,
      NidaProblemKind  kind,
      NidaField        field,
      const char      *found)
{
  nida_report_add (self->report, kind, 0, self->line, nida_field_get_name (field), found, -1);
}

static void
set_amount (Rows            *self,
            const NidaEntry *entry,
            NidaKind         kind,
            NidaMoney        amount)
{
  const char *currency = entry->currency;

  if (amount == NIDA_MONEY_NONE)
    return;
  nida_dataset_builder_set_amount (self->builder, amount);
  if (is_level (kind))
    return;
  if (*currency == '\0')
    {
      note (self, NIDA_PROBLEM_CURRENCY_ASSUMED, NIDA_FIELD_CURRENCY, "");
      currency = "USD";
    }
  nida_dataset_builder_set_name (self->builder, NIDA_FIELD_CURRENCY, currency, -1);
  if (g_str_equal (currency, "USD"))
    nida_dataset_builder_set_amount_usd (self->builder, amount);
  else if (kind != NIDA_KIND_EVENT)
    note (self, NIDA_PROBLEM_NO_USD, NIDA_FIELD_CURRENCY, currency);
}

static void
set_texts (Rows            *self,
           const NidaEntry *entry)
{
  for (guint arabic = 0; arabic < 2; arabic++)
    if (entry->notes[arabic] != NULL)
      nida_dataset_builder_set_description (self->builder, (gboolean) arabic, entry->notes[arabic], -1);
  if (entry->said_by != NULL)
    nida_dataset_builder_set_name (self->builder, NIDA_FIELD_SAID_BY, entry->said_by, -1);
  if (entry->source != NULL)
    nida_dataset_builder_set_name (self->builder, NIDA_FIELD_SOURCE, entry->source, -1);
}

/* A plan's requirement stands whole or by what it is for. */
static void
set_words (Rows            *self,
           const NidaEntry *entry,
           NidaKind         kind)
{
  if (entry->qualifier != NIDA_QUALIFIER_NONE)
    nida_dataset_builder_set_code (self->builder, NIDA_FIELD_QUALIFIER, entry->qualifier);
  if (entry->usage_year > 0)
    nida_dataset_builder_set_usage (self->builder, entry->usage_year, entry->usage_year);
  if (kind == NIDA_KIND_REQUIREMENT)
    nida_dataset_builder_set_code (self->builder, NIDA_FIELD_LEVEL,
                                   entry->names[NIDA_ENTRY_CATEGORY][0] != NULL ? NIDA_LEVEL_OBJECTIVE : NIDA_LEVEL_APPEAL);
}

static gboolean
is_refused (Rows                *self,
            const NidaLedgerRow *row)
{
  NidaKind kind;

  if (row->entry == NULL)
    {
      note (self, NIDA_PROBLEM_KIND_UNKNOWN, NIDA_FIELD_KIND, row->problem);
      return TRUE;
    }
  kind = nida_entry_get_kind (row->entry);
  if (row->entry->amount != NIDA_MONEY_NONE || kind == NIDA_KIND_NONE || kind == NIDA_KIND_EVENT || is_level (kind))
    return FALSE;
  note (self, NIDA_PROBLEM_AMOUNT_MISSING, NIDA_FIELD_AMOUNT, "");
  return TRUE;
}

static NidaDue
find_due (const NidaEntry *entry,
          gint32           today)
{
  if (!nida_entry_is_open (entry))
    return NIDA_DUE_NONE;
  return nida_entry_is_overdue (entry, today) ? NIDA_DUE_OVERDUE
         : nida_entry_is_due (entry, today, NIDA_LEDGER_DUE_DAYS) ? NIDA_DUE_SOON : NIDA_DUE_LATER;
}

/* @id: of the entry, or of a part of it. */
static void
add_row (Rows            *self,
         const NidaEntry *entry,
         const char      *id,
         NidaKind         kind,
         NidaMoney        amount,
         NidaPeriod       period,
         NidaDue          due,
         gint64           at)
{
  nida_dataset_builder_begin (self->builder, self->source, self->line, kind);
  nida_dataset_builder_set_id (self->builder, id, -1);
  set_names (self, entry);
  set_donor_country (self, entry);
  set_amount (self, entry, kind, amount);
  set_texts (self, entry);
  set_words (self, entry, kind);
  nida_dataset_builder_set_period (self->builder, period);
  if (due != NIDA_DUE_NONE)
    nida_dataset_builder_set_code (self->builder, NIDA_FIELD_DUE, due);
  if (period.start.precision == NIDA_PRECISION_NONE)
    note (self, NIDA_PROBLEM_DATE_MISSING, NIDA_FIELD_DATE, "");
  if (at != 0)
    nida_dataset_builder_set_updated_at (self->builder, at / G_USEC_PER_SEC);
  nida_dataset_builder_end_row (self->builder);
  self->n_rows++;
}

/* Each part on its own day. */
static void
add_parts (Rows                *self,
           const NidaLedgerRow *row)
{
  const NidaEntry *entry = row->entry;
  guint n = 0;

  for (guint i = 0; i < entry->steps->len; i++)
    {
      const NidaEntryStep *step = &g_array_index (entry->steps, NidaEntryStep, i);
      g_autofree char *id = NULL;

      if (step->status != NIDA_ENTRY_PART)
        continue;
      id = nida_ledger_part_id (row->id, ++n);
      add_row (self, entry, id, NIDA_KIND_PAID, step->amount, (NidaPeriod) { step->date, step->date }, NIDA_DUE_NONE, step->at);
    }
}

/* What is open is what the entry is now; nothing is left of one that was paid in parts. */
static void
add_entry (Rows                *self,
           const NidaLedgerRow *row)
{
  const NidaEntry *entry = row->entry;
  NidaKind kind = nida_entry_get_kind (entry);
  NidaMoney open = nida_entry_get_open (entry);

  if (kind != NIDA_KIND_NONE && (open != 0 || nida_entry_get_n_parts (entry) == 0))
    add_row (self, entry, row->id, kind, open, nida_entry_get_period (entry), find_due (entry, self->today), nida_entry_get_said_at (entry));
  add_parts (self, row);
}

/* --- all rows --- */

static guint
add_source (NidaDatasetBuilder *builder,
            guint               n_rows)
{
  NidaSourceInfo info = {
    .name = (char *) NIDA_LEDGER_NAME, .uri = (char *) NIDA_LEDGER_URI, .format = (char *) "Ledger",
    .family = (char *) NIDA_FAMILY_DESK, .rows_read = n_rows, .unit = NIDA_UNIT_ROW, .states_move = TRUE,
  };
  NidaDictionary *sources = nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_SOURCE);

  nida_dictionary_set_arabic (sources, nida_dictionary_intern (sources, NIDA_LEDGER_NAME, -1), "أرقام المكتب");
  return nida_dataset_builder_add_source (builder, &info);
}

/* Nothing of it counts, and that is as it should be. */
static gboolean
is_empty (const NidaEntry *entry)
{
  return nida_entry_get_kind (entry) == NIDA_KIND_NONE && nida_entry_get_n_parts (entry) == 0;
}

static void
take_entry (Rows                *self,
            const NidaLedgerRow *row)
{
  NidaSourceInfo *info = nida_report_get_source (self->report, self->source);
  guint first = self->n_rows;
  gboolean refused = is_refused (self, row);

  if (refused)
    info->rows_refused++;
  else if (is_empty (row->entry))
    info->rows_empty++;
  else if (self->held == NULL || nida_ledger_held_gives_way (self->held, row))
    add_entry (self, row);
  if (self->held != NULL && !refused)
    nida_ledger_held_replace (self->held, row, self->line, first, self->n_rows - first);
}

static void
add_rows (NidaLedger         *self,
          NidaDataset        *base,
          NidaDatasetBuilder *builder,
          NidaLedgerHeld     *held)
{
  g_autofree guint32 *countries = base != NULL ? list_donor_countries (base) : NULL;
  Rows rows = { builder, base, nida_dataset_builder_get_report (builder), 0, countries, held };

  rows.today = nida_ledger_get_day (self);
  rows.source = add_source (builder, nida_ledger_get_n (self));
  for (guint i = 0; i < nida_ledger_get_n (self); i++)
    {
      rows.line = i + 1;
      take_entry (&rows, nida_ledger_get (self, i));
    }
  nida_countries_label (nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_COUNTRY));
}

/**
 * nida_ledger_build:
 * @base: (nullable): the data whose names entries use
 * @aliases: (nullable): names that are one
 *
 * Returns: (transfer full): the rows of the ledger, all of them, also where @base has some
 */
NidaDatasetBuilder *
nida_ledger_build (NidaLedger  *self,
                   NidaDataset *base,
                   NidaAliases *aliases)
{
  NidaDatasetBuilder *builder = nida_dataset_builder_new ();

  nida_dataset_builder_set_aliases (builder, aliases);
  if (nida_ledger_get_n (self) > 0)
    add_rows (self, base, builder, NULL);
  return builder;
}

/**
 * nida_ledger_append:
 * @base: (nullable): what the public sources hold
 * @aliases: (nullable): names that are one
 *
 * Nothing of @base is read again, so that an entry is on the board within a frame. An entry that @base has already is not
 * counted again: where an export of this ledger is open too, its rows give way; where another document has it, the one that
 * was changed last holds.
 *
 * Returns: (transfer full): both
 */
NidaDataset *
nida_ledger_append (NidaLedger  *self,
                    NidaDataset *base,
                    NidaAliases *aliases)
{
  g_autoptr (NidaDatasetBuilder) builder = NULL;
  g_autoptr (NidaLedgerHeld) held = NULL;
  NidaDataset *dataset;

  if (nida_ledger_get_n (self) == 0 && base != NULL)
    return g_object_ref (base);
  builder = nida_dataset_builder_new ();
  nida_dataset_builder_set_aliases (builder, aliases);
  held = base != NULL ? nida_ledger_held_new (self, base) : NULL;
  if (nida_ledger_get_n (self) > 0)
    add_rows (self, base, builder, held);
  if (base == NULL)
    return nida_dataset_builder_end (builder);
  dataset = nida_dataset_builder_append_instead (builder, base, nida_ledger_held_get_replaced (held));
  nida_ledger_held_tell (held, dataset, aliases);
  return dataset;
}

guint
nida_ledger_find_source (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);

  for (guint i = nida_report_get_n_sources (report); i > 0; i--)
    if (g_strcmp0 (nida_report_get_source (report, i - 1)->family, NIDA_FAMILY_DESK) == 0)
      return i - 1;
  return G_MAXUINT;
}
