/* From an activity to rows: which way money goes, whose it is, and what it is divided into. */
#include "config.h"

#include "iati.h"

#include "countries.h"
#include "iati-codes.h"
#include "iati-shares.h"
#include "iati-split.h"

#include <string.h>

enum { TYPE, DATE, VALUE, CURRENCY, DESCRIPTION, DESCRIPTION_AR, PROVIDER, PROVIDER_AR, RECEIVER, RECEIVER_AR, EMERGENCY,
       APPEAL, VALUE_DATE, N_ROLES };

static const NidaColumn columns[] = {
  { TYPE, TRUE, "transaction_type" },
  { DATE, TRUE, "transaction_date" },
  { VALUE, TRUE, "value" },
  { CURRENCY, TRUE, "currency" },
  { DESCRIPTION, TRUE, "description", NULL, TRUE },
  { DESCRIPTION_AR, TRUE, "description_ar", NULL, TRUE },
  { PROVIDER, TRUE, "provider_org" },
  { PROVIDER_AR, TRUE, "provider_org_ar" },
  { RECEIVER, TRUE, "receiver_org" },
  { RECEIVER_AR, TRUE, "receiver_org_ar" },
  { EMERGENCY, TRUE, "emergency" },
  { APPEAL, TRUE, "appeal" },
  { VALUE_DATE, TRUE, "value_date" },
};

/* What the reader needs of the record beside its cells. */
typedef struct {
  const NidaIatiActivity    *activity;
  const NidaIatiTransaction *transaction;
  GArray                    *places;         /* those of the activity, for its transactions that name none */
  char                      *id;             /* of the transaction; NULL where the activity has none */
  gint64                     updated_at;
} Context;

NidaHeader *
nida_iati_header_new (void)
{
  const char *names[N_ROLES];

  for (guint i = 0; i < N_ROLES; i++)
    names[columns[i].role] = columns[i].name;
  return nida_record_header_new (names, N_ROLES);
}

/* --- activities --- */

void
nida_iati_activity_init (NidaIatiActivity *self)
{
  *self = (NidaIatiActivity) { .strings = g_string_chunk_new (8192) };
  self->orgs = g_array_new (FALSE, FALSE, sizeof (NidaIatiOrg));
  self->countries = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  self->regions = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  self->sectors = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  self->transactions = g_ptr_array_new ();
}

static void
free_transactions (NidaIatiActivity *self)
{
  for (guint i = 0; i < self->transactions->len; i++)
    {
      NidaIatiTransaction *transaction = self->transactions->pdata[i];

      g_array_unref (transaction->countries);
      g_array_unref (transaction->regions);
      g_array_unref (transaction->sectors);
      g_free (transaction);
    }
  g_ptr_array_set_size (self->transactions, 0);
}

void
nida_iati_activity_reset (NidaIatiActivity *self)
{
  free_transactions (self);
  g_string_chunk_clear (self->strings);
  g_array_set_size (self->orgs, 0);
  g_array_set_size (self->countries, 0);
  g_array_set_size (self->regions, 0);
  g_array_set_size (self->sectors, 0);
  self->id = self->currency = self->updated = NULL;
  self->title = self->emergency = self->appeal = (NidaIatiText) { NULL, NULL, FALSE };
  self->n_emergencies = self->n_appeals = 0;
  self->reporter = (NidaIatiOrg) { .ref = NULL };
}

void
nida_iati_activity_clear (NidaIatiActivity *self)
{
  free_transactions (self);
  g_ptr_array_unref (self->transactions);
  g_array_unref (self->orgs);
  g_array_unref (self->countries);
  g_array_unref (self->regions);
  g_array_unref (self->sectors);
  g_string_chunk_free (self->strings);
}

NidaIatiTransaction *
nida_iati_activity_add_transaction (NidaIatiActivity *self)
{
  NidaIatiTransaction *transaction = g_new0 (NidaIatiTransaction, 1);

  transaction->countries = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  transaction->regions = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  transaction->sectors = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  g_ptr_array_add (self->transactions, transaction);
  return transaction;
}

/* --- organisations --- */

/**
 * nida_iati_dup_org_key:
 * @ref: (nullable): as the file has it
 *
 * Returns: (transfer full) (nullable): a key for spellings; %NULL for what stands for nobody
 */
char *
nida_iati_dup_org_key (const char *ref)
{
  static const char * const none[] = { "", "N/A", "NA", "NONE", "NULL", "UNKNOWN", "0", "-", NULL };
  g_autofree char *upper = ref != NULL ? g_strstrip (g_ascii_strup (ref, -1)) : NULL;

  return upper == NULL || g_strv_contains (none, upper) ? NULL : g_strconcat ("org:", upper, NULL);
}

static void
add_spelling (NidaDatasetBuilder *builder,
              const NidaIatiOrg  *org)
{
  if (org->key != NULL)
    nida_dataset_builder_add_spelling (builder, org->key, org->text.name, org->text.arabic);
}

static gboolean
is_named (const NidaIatiOrg *org)
{
  return org->key != NULL || org->text.name != NULL || org->text.arabic != NULL;
}

/* Identifiers begin with the country where the organisation is registered, or with X. */
static void
set_donor_country (NidaSheet         *sheet,
                   const NidaIatiOrg *org)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (sheet->builder, NIDA_FIELD_DONOR_COUNTRY);
  char code[3] = { 0 };
  const NidaCountry *country;

  if (org->ref == NULL || strlen (org->ref) < 4 || org->ref[2] != '-' || org->ref[0] == 'X')
    return;
  memcpy (code, org->ref, 2);
  country = g_ascii_isalpha (code[0]) && g_ascii_isalpha (code[1]) ? nida_country_from_name (code) : NULL;
  if (country != NULL)
    nida_dataset_builder_set_code (sheet->builder, NIDA_FIELD_DONOR_COUNTRY, nida_country_intern (dictionary, country));
}

/* The names come from the cells, where they were checked. */
static void
set_org (NidaSheet         *sheet,
         const NidaRecord  *record,
         NidaField          field,
         const NidaIatiOrg *org,
         guint              role)
{
  NidaCell name = nida_sheet_cell (sheet, record, role);
  NidaCell arabic = nida_sheet_cell (sheet, record, role + 1);

  if (org->key != NULL)
    nida_dataset_builder_set_reference (sheet->builder, field, org->key);
  else
    {
      nida_dataset_builder_set_name (sheet->builder, field, name.text, name.length);
      nida_dataset_builder_set_arabic (sheet->builder, field, arabic.text, arabic.length);
    }
}

/* --- a row --- */

static void
set_texts (NidaSheet        *sheet,
           const NidaRecord *record)
{
  NidaCell english = nida_sheet_cell (sheet, record, DESCRIPTION);
  NidaCell arabic = nida_sheet_cell (sheet, record, DESCRIPTION_AR);

  if (english.length > 0)
    nida_dataset_builder_set_description (sheet->builder, FALSE, english.text, english.length);
  if (arabic.length > 0)
    nida_dataset_builder_set_description (sheet->builder, TRUE, arabic.text, arabic.length);
}

static void
set_parties (NidaSheet          *sheet,
             const NidaRecord   *record,
             const Context      *context,
             const NidaIatiType *type)
{
  const NidaIatiTransaction *transaction = context->transaction;
  const NidaIatiOrg *reporter = &context->activity->reporter;
  /* whoever is left out is the reporter, by the standard */
  const NidaIatiOrg *donor = !is_named (&transaction->provider) && type->direction == NIDA_DIRECTION_OUTGOING
                             ? reporter : &transaction->provider;
  const NidaIatiOrg *recipient = !is_named (&transaction->receiver) && type->direction == NIDA_DIRECTION_INCOMING
                                 ? reporter : &transaction->receiver;
  const char *org_type = donor->type != NULL ? nida_iati_org_type_name (donor->type) : NULL;

  set_org (sheet, record, NIDA_FIELD_DONOR, donor, PROVIDER);
  set_org (sheet, record, NIDA_FIELD_RECIPIENT, recipient, RECEIVER);
  set_donor_country (sheet, donor);
  if (org_type != NULL)
    nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_DONOR_TYPE, org_type, -1);
}

static gboolean
add_part (NidaSheet          *sheet,
          const NidaRecord   *record,
          const Context      *context,
          const NidaIatiType *type,
          NidaMoney           amount,
          guint               part)
{
  gboolean with_texts = nida_sheet_wants_texts (sheet, record, type->kind);

  nida_sheet_begin_row (sheet, type->kind);
  if (!nida_sheet_amount_in (sheet, record, CURRENCY, amount))
    return FALSE;
  if (context->id != NULL)
    nida_dataset_builder_set_id (sheet->builder, context->id, -1);
  if (part > 0)
    nida_dataset_builder_set_part (sheet->builder, part);
  nida_dataset_builder_set_code (sheet->builder, NIDA_FIELD_DIRECTION, type->direction);
  nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_FLOW_TYPE, type->name, -1);
  set_parties (sheet, record, context, type);
  nida_sheet_name (sheet, record, EMERGENCY, NIDA_FIELD_EMERGENCY);
  nida_sheet_name (sheet, record, APPEAL, NIDA_FIELD_APPEAL);
  nida_sheet_period (sheet, nida_sheet_date (sheet, record, DATE), NIDA_DATE_NONE);
  nida_sheet_value_date (sheet, record, VALUE_DATE);
  nida_dataset_builder_set_updated_at (sheet->builder, context->updated_at);
  if (with_texts)
    set_texts (sheet, record);
  return TRUE;
}

/* One flow, divided by places and by sectors. */
static gboolean
add_parts (NidaSheet          *sheet,
           const NidaRecord   *record,
           const Context      *context,
           const NidaIatiType *type,
           NidaMoney           amount)
{
  const NidaIatiActivity *activity = context->activity;
  const NidaIatiTransaction *transaction = context->transaction;
  gboolean own_place = transaction->countries->len > 0 || transaction->regions->len > 0;
  g_autoptr (GArray) places = own_place ? nida_iati_make_places (transaction->countries, transaction->regions) : g_array_ref (context->places);
  GArray *sectors = transaction->sectors->len > 0 ? transaction->sectors : activity->sectors;
  NidaDivision by_place, by_sector;
  guint n;
  g_autofree guint64 *weights = NULL;
  g_autofree NidaMoney *parts = NULL;
  gboolean kept = TRUE;

  nida_division_init (&by_place, places);
  nida_division_init (&by_sector, sectors);
  if ((guint64) nida_division_count (&by_place) * nida_division_count (&by_sector) > NIDA_IATI_MAX_PARTS)
    by_sector.listed = TRUE;
  n = nida_division_count (&by_place) * nida_division_count (&by_sector);
  weights = g_new (guint64, n);
  parts = g_new (NidaMoney, n);
  for (guint i = 0; i < n; i++)
    weights[i] = nida_division_get_weight (&by_place, i / nida_division_count (&by_sector))
                 * nida_division_get_weight (&by_sector, i % nida_division_count (&by_sector));
  nida_split_money (amount, weights, n, parts);
  for (guint i = 0; kept && i < n; i++)
    {
      kept = add_part (sheet, record, context, type, parts[i], n > 1 ? i + 1 : 0);
      if (!kept)
        break;
      nida_division_set (&by_place, sheet, NIDA_FIELD_COUNTRY, places, i / nida_division_count (&by_sector));
      nida_division_set (&by_sector, sheet, NIDA_FIELD_CATEGORY, sectors, i % nida_division_count (&by_sector));
      kept = nida_sheet_end_row (sheet);
      sheet->quiet = TRUE;
    }
  sheet->quiet = FALSE;
  nida_division_clear (&by_place);
  nida_division_clear (&by_sector);
  return kept;
}

static gboolean
read_row (NidaSheet        *sheet,
          const NidaRecord *record)
{
  const Context *context = sheet->data;
  NidaCell code = nida_sheet_cell (sheet, record, TYPE);
  g_autofree char *text = g_strndup (code.text, code.length);
  const NidaIatiType *type = nida_iati_type_from_code (text);
  NidaMoney amount;

  if (type == NULL)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_KIND_UNKNOWN, TYPE, code);
      return FALSE;
    }
  if (type->kind == NIDA_KIND_NONE)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_LEFT_OUT, TYPE, (NidaCell) { type->name, (guint32) strlen (type->name), 0 });
      sheet->row_empty = TRUE;
      return FALSE;
    }
  switch (nida_sheet_money (sheet, record, VALUE, &amount))
    {
    case NIDA_CELL_OK:
      nida_sheet_remark_amount (sheet, record, VALUE, amount);
      return add_parts (sheet, record, context, type, amount);
    case NIDA_CELL_EMPTY:
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_MISSING, VALUE, (NidaCell) { "", 0, 0 });
      return FALSE;
    default:
      return FALSE;
    }
}

const NidaReader nida_iati_reader = {
  .format = "IATI XML",
  .family = "iati",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .read_row = read_row,
};

/* --- all rows of an activity --- */

static gint64
parse_moment (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;
  NidaDate date;

  if (moment != NULL)
    return g_date_time_to_unix (moment);
  if (text != NULL && nida_date_parse (text, strlen (text), &date) == NIDA_DATE_OK)
    return (gint64) nida_date_first_day (date) * 86400;
  return G_MININT64;
}

/* Names of the activity's own organisations and sectors, once. */
static void
add_spellings (NidaDatasetBuilder     *builder,
               const NidaIatiActivity *activity)
{
  add_spelling (builder, &activity->reporter);
  for (guint i = 0; i < activity->orgs->len; i++)
    add_spelling (builder, &g_array_index (activity->orgs, NidaIatiOrg, i));
}

static void
add_sector_spellings (NidaDatasetBuilder *builder,
                      GArray             *sectors)
{
  for (guint i = 0; i < sectors->len; i++)
    {
      const NidaIatiShare *share = &g_array_index (sectors, NidaIatiShare, i);
      g_autofree char *key = nida_iati_dup_sector_key (share);
      gboolean dac = key != NULL && strcmp (share->vocabulary, "1") == 0;
      const char *name = dac ? nida_dac_purpose_name (share->code, FALSE) : NULL;
      const char *arabic = dac ? nida_dac_purpose_name (share->code, TRUE) : NULL;

      if (key != NULL)
        nida_dataset_builder_add_spelling (builder, key, share->text.name != NULL ? share->text.name : name,
                                           share->text.arabic != NULL ? share->text.arabic : arabic);
    }
}

static void
set_cell (NidaCell   *cell,
          const char *text)
{
  *cell = (NidaCell) { text != NULL ? text : "", text != NULL ? (guint32) strlen (text) : 0, 0 };
}

static void
fill_cells (NidaCell                  *cells,
            const NidaIatiActivity    *activity,
            const NidaIatiTransaction *transaction)
{
  const NidaIatiText *description = transaction->description.name != NULL || transaction->description.arabic != NULL
                                    ? &transaction->description : &activity->title;
  const NidaIatiOrg *provider = is_named (&transaction->provider) ? &transaction->provider : &activity->reporter;
  const NidaIatiOrg *receiver = is_named (&transaction->receiver) ? &transaction->receiver : &activity->reporter;
  const NidaIatiType *type = transaction->type != NULL ? nida_iati_type_from_code (transaction->type) : NULL;

  if (type != NULL && type->direction == NIDA_DIRECTION_INCOMING)
    provider = &transaction->provider;
  else
    receiver = &transaction->receiver;
  set_cell (&cells[TYPE], transaction->type);
  set_cell (&cells[DATE], transaction->date);
  set_cell (&cells[VALUE], transaction->value);
  /* most are those of the transaction, and say nothing more */
  set_cell (&cells[VALUE_DATE], g_strcmp0 (transaction->value_date, transaction->date) != 0 ? transaction->value_date : NULL);
  set_cell (&cells[CURRENCY], transaction->currency != NULL ? transaction->currency : activity->currency);
  set_cell (&cells[DESCRIPTION], description->name);
  set_cell (&cells[DESCRIPTION_AR], description->arabic);
  set_cell (&cells[PROVIDER], provider->text.name);
  set_cell (&cells[PROVIDER_AR], provider->text.arabic);
  set_cell (&cells[RECEIVER], receiver->text.name);
  set_cell (&cells[RECEIVER_AR], receiver->text.arabic);
  /* of several emergencies or appeals none is said to have the money */
  set_cell (&cells[EMERGENCY], activity->n_emergencies == 1 ? activity->emergency.name : NULL);
  set_cell (&cells[APPEAL], activity->n_appeals == 1 ? activity->appeal.name : NULL);
}

void
nida_iati_add_rows (NidaRecordTable        *table,
                    const NidaIatiActivity *activity,
                    guint                  *record_number)
{
  NidaSheet *sheet = nida_record_table_get_sheet (table);
  g_autoptr (GArray) places = nida_iati_make_places (activity->countries, activity->regions);
  Context context = { activity, NULL, places, NULL, parse_moment (activity->updated) };

  add_spellings (sheet->builder, activity);
  add_sector_spellings (sheet->builder, activity->sectors);
  if (activity->id != NULL)
    nida_dataset_builder_begin_whole (sheet->builder, sheet->source, *record_number + 1, activity->id, context.updated_at);
  sheet->data = &context;
  for (guint i = 0; i < activity->transactions->len; i++)
    {
      NidaIatiTransaction *transaction = activity->transactions->pdata[i];
      NidaCell cells[N_ROLES];
      NidaRecord record = { .cells = cells, .n_cells = N_ROLES, .line = ++*record_number };

      /* by its place: references repeat */
      g_autofree char *id = activity->id != NULL ? g_strdup_printf ("%s:%u", activity->id, i + 1) : NULL;

      context.transaction = transaction;
      context.id = id;
      add_spelling (sheet->builder, &transaction->provider);
      add_spelling (sheet->builder, &transaction->receiver);
      add_sector_spellings (sheet->builder, transaction->sectors);
      fill_cells (cells, activity, transaction);
      nida_record_table_read (table, &record, transaction->offset, transaction->length);
    }
  sheet->data = NULL;
  if (activity->id != NULL)
    nida_dataset_builder_end_whole (sheet->builder);
}
