/* From an activity to rows: which way money goes, whose it is, and what it is divided into. */
#include "config.h"

#include "iati.h"

#include "countries.h"
#include "iati-codes.h"
#include "iati-split.h"

#include <string.h>

#define MAX_PARTS 65536u

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
  guint                      position;       /* in the activity, from 1 */
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
  g_array_set_size (self->sectors, 0);
  self->id = self->currency = self->updated = NULL;
  self->title = self->emergency = self->appeal = (NidaIatiText) { NULL, NULL, FALSE };
  self->n_emergencies = self->n_appeals = 0;
  self->reporter = (NidaIatiOrg) { .ref = NULL };
  self->elsewhere = 0;
}

void
nida_iati_activity_clear (NidaIatiActivity *self)
{
  free_transactions (self);
  g_ptr_array_unref (self->transactions);
  g_array_unref (self->orgs);
  g_array_unref (self->countries);
  g_array_unref (self->sectors);
  g_string_chunk_free (self->strings);
}

NidaIatiTransaction *
nida_iati_activity_add_transaction (NidaIatiActivity *self)
{
  NidaIatiTransaction *transaction = g_new0 (NidaIatiTransaction, 1);

  transaction->countries = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  transaction->sectors = g_array_new (FALSE, FALSE, sizeof (NidaIatiShare));
  g_ptr_array_add (self->transactions, transaction);
  return transaction;
}

/* --- organisations --- */

/* A reference that names somebody: what stands for "none" is none. NULL then. */
static char *
dup_org_key (const NidaIatiOrg *org)
{
  static const char * const none[] = { "", "N/A", "NA", "NONE", "NULL", "UNKNOWN", "0", "-", NULL };
  g_autofree char *ref = org->ref != NULL ? g_strstrip (g_ascii_strup (org->ref, -1)) : NULL;

  return ref == NULL || g_strv_contains (none, ref) ? NULL : g_strconcat ("org:", ref, NULL);
}

static void
add_spelling (NidaDatasetBuilder *builder,
              const NidaIatiOrg  *org)
{
  g_autofree char *key = dup_org_key (org);

  if (key != NULL)
    nida_dataset_builder_add_spelling (builder, key, org->text.name, org->text.arabic);
}

static gboolean
is_named (const NidaIatiOrg *org)
{
  g_autofree char *key = dup_org_key (org);

  return key != NULL || org->text.name != NULL || org->text.arabic != NULL;
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
  g_autofree char *key = dup_org_key (org);

  if (key != NULL)
    nida_dataset_builder_set_reference (sheet->builder, field, key);
  else
    {
      nida_dataset_builder_set_name (sheet->builder, field, name.text, name.length);
      nida_dataset_builder_set_arabic (sheet->builder, field, arabic.text, arabic.length);
    }
}

/* --- shares --- */

/* What a flow's amount is divided by: places of @shares, and what none of them has. */
typedef struct {
  GArray  *members;       /* guint: index into the shares */
  GArray  *weights;       /* guint64, one more than members where something is left for none of them */
  gboolean listed;        /* no percentages: the whole amount goes to all of them */
} Division;

static void
division_clear (Division *self)
{
  g_array_unref (self->members);
  g_array_unref (self->weights);
}

static gboolean
same_vocabulary (const NidaIatiShare *share,
                 const char          *vocabulary)
{
  return g_strcmp0 (share->vocabulary, vocabulary) == 0;
}

/* Each vocabulary divides the whole amount anew, so one of them is taken: the DAC's, or the first. */
static const char *
choose_vocabulary (GArray *shares)
{
  static const char * const preferred[] = { "1", "2" };

  for (guint p = 0; p < G_N_ELEMENTS (preferred); p++)
    for (guint i = 0; i < shares->len; i++)
      if (same_vocabulary (&g_array_index (shares, NidaIatiShare, i), preferred[p]))
        return preferred[p];
  return shares->len > 0 ? g_array_index (shares, NidaIatiShare, 0).vocabulary : NULL;
}

/* Percentages that miss 100 by no more than their rounding are the whole; else what is missing belongs to none. */
static void
divide (Division *self,
        GArray   *shares,
        gint64    elsewhere)
{
  const char *vocabulary = choose_vocabulary (shares);
  gint64 total = 0;

  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weights = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->listed = FALSE;
  for (guint i = 0; i < shares->len && self->members->len < MAX_PARTS / 2; i++)
    {
      const NidaIatiShare *share = &g_array_index (shares, NidaIatiShare, i);
      guint64 weight = share->percent == NIDA_PERCENT_NONE ? 0 : (guint64) share->percent;

      if (!same_vocabulary (share, vocabulary) || share->percent == 0)
        continue;
      self->listed |= share->percent == NIDA_PERCENT_NONE;
      total += (gint64) weight;
      g_array_append_val (self->members, i);
      g_array_append_val (self->weights, weight);
    }
  if (self->members->len == 1 && self->listed && elsewhere == 0)
    {
      g_array_index (self->weights, guint64, 0) = NIDA_PERCENT_WHOLE;
      self->listed = FALSE;
    }
  else if (self->members->len > 0 && !self->listed && total < NIDA_PERCENT_WHOLE / 100 * 99)
    {
      guint64 rest = (guint64) (NIDA_PERCENT_WHOLE - total);

      g_array_append_val (self->weights, rest);
    }
}

static guint
count_parts (const Division *self)
{
  return self->listed || self->members->len == 0 ? 1 : self->weights->len;
}

static guint64
weight_of (const Division *self,
           guint           part)
{
  return self->listed || self->members->len == 0 ? 1 : g_array_index (self->weights, guint64, part);
}

static void
set_country (NidaSheet *sheet,
             GArray    *shares,
             guint      index,
             GArray    *codes)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (sheet->builder, NIDA_FIELD_COUNTRY);
  const NidaIatiShare *share = &g_array_index (shares, NidaIatiShare, index);
  const NidaCountry *country = share->code != NULL ? nida_country_from_name (share->code) : NULL;
  const char *name = share->text.name != NULL ? share->text.name : share->code;
  guint32 code = country != NULL ? nida_country_intern (dictionary, country)
                                 : name != NULL ? nida_country_intern_name (dictionary, name, strlen (name)) : 0;

  if (code != 0)
    g_array_append_val (codes, code);
}

/* A sector is known by its code, in its vocabulary. */
static char *
dup_sector_key (const NidaIatiShare *share)
{
  return share->code == NULL ? NULL : g_strdup_printf ("sector %s:%s", share->vocabulary, share->code);
}

static void
add_sector (NidaSheet *sheet,
            GArray    *shares,
            guint      index,
            GArray    *codes)
{
  const NidaIatiShare *share = &g_array_index (shares, NidaIatiShare, index);
  g_autofree char *key = dup_sector_key (share);
  guint32 code;

  if (key == NULL)
    return;
  code = nida_dataset_builder_intern_reference (sheet->builder, NIDA_FIELD_CATEGORY, key);
  g_array_append_val (codes, code);
}

static void
set_shares (NidaSheet      *sheet,
            NidaField       field,
            GArray         *shares,
            const Division *division,
            guint           part)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < division->members->len; i++)
    {
      guint index = g_array_index (division->members, guint, i);

      if (!division->listed && i != part)
        continue;
      if (field == NIDA_FIELD_COUNTRY)
        set_country (sheet, shares, index, codes);
      else
        add_sector (sheet, shares, index, codes);
    }
  nida_dataset_builder_set_list (sheet->builder, field, (const guint32 *) codes->data, codes->len);
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
  NidaCell currency = nida_sheet_cell (sheet, record, CURRENCY);
  g_autofree char *id = context->activity->id != NULL
                        ? g_strdup_printf ("%s:%u", context->activity->id, context->position) : NULL;
  gboolean with_texts = nida_sheet_wants_texts (sheet, record, type->kind);

  nida_sheet_begin_row (sheet, type->kind);
  if (!nida_sheet_currency (sheet, currency))
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_CURRENCY_UNKNOWN, CURRENCY, currency);
      return FALSE;
    }
  if (id != NULL)
    nida_dataset_builder_set_id (sheet->builder, id, -1);
  if (part > 0)
    nida_dataset_builder_set_part (sheet->builder, part);
  nida_dataset_builder_set_code (sheet->builder, NIDA_FIELD_DIRECTION, type->direction);
  nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_FLOW_TYPE, type->name, -1);
  set_parties (sheet, record, context, type);
  nida_sheet_name (sheet, record, EMERGENCY, NIDA_FIELD_EMERGENCY);
  nida_sheet_name (sheet, record, APPEAL, NIDA_FIELD_APPEAL);
  nida_dataset_builder_set_amount (sheet->builder, amount);
  if (nida_cell_is (currency, "USD"))
    nida_dataset_builder_set_amount_usd (sheet->builder, amount);
  else
    nida_sheet_report (sheet, NIDA_PROBLEM_NO_USD, CURRENCY, currency);
  nida_sheet_period (sheet, nida_sheet_date (sheet, record, DATE), NIDA_DATE_NONE);
  nida_sheet_value_date (sheet, record, VALUE_DATE);
  nida_dataset_builder_set_updated_at (sheet->builder, context->updated_at);
  if (with_texts)
    set_texts (sheet, record);
  return TRUE;
}

/* One flow, divided by countries and by sectors. */
static gboolean
add_parts (NidaSheet          *sheet,
           const NidaRecord   *record,
           const Context      *context,
           const NidaIatiType *type,
           NidaMoney           amount)
{
  const NidaIatiActivity *activity = context->activity;
  const NidaIatiTransaction *transaction = context->transaction;
  gboolean own_place = transaction->countries->len > 0 || transaction->elsewhere > 0;
  GArray *countries = own_place ? transaction->countries : activity->countries;
  GArray *sectors = transaction->sectors->len > 0 ? transaction->sectors : activity->sectors;
  Division by_country, by_sector;
  guint n;
  g_autofree guint64 *weights = NULL;
  g_autofree NidaMoney *parts = NULL;
  gboolean kept = TRUE;

  divide (&by_country, countries, own_place ? transaction->elsewhere : activity->elsewhere);
  divide (&by_sector, sectors, 0);
  if ((guint64) count_parts (&by_country) * count_parts (&by_sector) > MAX_PARTS)
    by_sector.listed = TRUE;
  n = count_parts (&by_country) * count_parts (&by_sector);
  weights = g_new (guint64, n);
  parts = g_new (NidaMoney, n);
  for (guint i = 0; i < n; i++)
    weights[i] = weight_of (&by_country, i / count_parts (&by_sector)) * weight_of (&by_sector, i % count_parts (&by_sector));
  nida_split_money (amount, weights, n, parts);
  for (guint i = 0; kept && i < n; i++)
    {
      kept = add_part (sheet, record, context, type, parts[i], n > 1 ? i + 1 : 0);
      if (!kept)
        break;
      set_shares (sheet, NIDA_FIELD_COUNTRY, countries, &by_country, i / count_parts (&by_sector));
      set_shares (sheet, NIDA_FIELD_CATEGORY, sectors, &by_sector, i % count_parts (&by_sector));
      kept = nida_sheet_end_row (sheet);
      sheet->quiet = TRUE;
    }
  sheet->quiet = FALSE;
  division_clear (&by_country);
  division_clear (&by_sector);
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
      g_autofree char *key = dup_sector_key (share);
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
  Context context = { activity, NULL, 0, parse_moment (activity->updated) };

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

      context.transaction = transaction;
      context.position = i + 1;
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
