/* Grants in the standard of 360Giving (formats.md §6): an award is a commitment, what was disbursed of it a payment of the
 * same id, or a payment for each transaction where they are listed. The standard is British, so a date with slashes has the day first. */
#include "config.h"

#include "hdx.h"
#include "json-outline.h"
#include "json-table.h"

#include <string.h>

#define GRANTS "grants"

enum { ID, CURRENCY, AWARDED, DISBURSED, DATE, DONOR, RECIPIENT, PROGRAMME, COUNTRY, DESCRIPTION, UPDATED,
       TRANSACTIONS, VALUE_DATE, N_CELLS };

static const char * const names[N_CELLS] = {
  "id", "currency", "amountAwarded", "amountDisbursed", "awardDate", "fundingOrganization", "recipientOrganization",
  "grantProgramme", "beneficiaryLocation", "description", "dateModified", "disbursementTransaction",
  "valueDate",
};

/* As nida_header_fold() leaves them. */
static const NidaColumn columns[N_CELLS] = {
  { ID, TRUE, "id" },
  { CURRENCY, TRUE, "currency" },
  { AWARDED, TRUE, "amountawarded" },
  { DISBURSED, TRUE, "amountdisbursed" },
  { DATE, TRUE, "awarddate" },
  { DONOR, TRUE, "fundingorganization" },
  { RECIPIENT, TRUE, "recipientorganization" },
  { PROGRAMME, TRUE, "grantprogramme" },
  { COUNTRY, TRUE, "beneficiarylocation" },
  { DESCRIPTION, TRUE, "description", NULL, TRUE },
  { UPDATED, TRUE, "datemodified" },
  { TRANSACTIONS, TRUE, "disbursementtransaction" },
  { VALUE_DATE, TRUE, "valuedate" },
};

/* --- rows --- */

/* @part: 1 for the first of several payments; 0: the only one. */
static gboolean
add_row (NidaSheet        *sheet,
         const NidaRecord *record,
         NidaKind          kind,
         NidaMoney         amount,
         guint             part)
{
  NidaCell id = nida_sheet_cell (sheet, record, ID);
  NidaCell description = nida_sheet_plain (sheet, nida_sheet_raw_cell (sheet, record, DESCRIPTION));

  nida_sheet_begin_row (sheet, kind);
  if (!nida_sheet_amount_in (sheet, record, CURRENCY, amount))
    return FALSE;
  if (id.length > 0)
    nida_dataset_builder_set_id (sheet->builder, id.text, id.length);
  if (part > 0)
    nida_dataset_builder_set_part (sheet->builder, part);
  nida_hdx_name (sheet, record, DONOR, NIDA_FIELD_DONOR);
  nida_hdx_name (sheet, record, RECIPIENT, NIDA_FIELD_RECIPIENT);
  nida_hdx_name (sheet, record, PROGRAMME, NIDA_FIELD_CATEGORY);
  nida_hdx_countries (sheet, record, COUNTRY, NIDA_FIELD_COUNTRY);
  nida_sheet_period (sheet, nida_sheet_date (sheet, record, DATE), NIDA_DATE_NONE);
  nida_sheet_value_date (sheet, record, VALUE_DATE);
  nida_sheet_updated (sheet, record, UPDATED);
  if (description.length > 0)
    nida_dataset_builder_set_description (sheet->builder, FALSE, description.text, description.length);
  return nida_sheet_end_row (sheet);
}

/* --- transactions --- */

/* What stands between the date, the value, the currency and the value's date of a transaction in its cell. */
#define TRANSACTION_MARK '\t'

/* The cell of @text up to @mark or the end; @text goes on behind it. */
static NidaCell
take_until (NidaCell *text,
            char      mark)
{
  const char *end = text->length > 0 ? memchr (text->text, mark, text->length) : NULL;
  guint32 length = end != NULL ? (guint32) (end - text->text) : text->length;
  NidaCell taken = { text->text, length, 0 };

  text->text += end != NULL ? length + 1 : length;
  text->length -= end != NULL ? length + 1 : length;
  return taken;
}

/* A payment, in a record of its own beside the grant's other cells. */
static gboolean
add_transaction (NidaSheet        *sheet,
                 const NidaRecord *record,
                 NidaCell          transaction,
                 guint             part,
                 NidaMoney        *sum)
{
  NidaCell cells[N_CELLS];
  NidaRecord payment = *record;
  NidaCell currency;
  NidaMoney amount;

  memcpy (cells, record->cells, sizeof cells);
  payment.cells = cells;
  cells[DATE] = take_until (&transaction, TRANSACTION_MARK);
  cells[DISBURSED] = take_until (&transaction, TRANSACTION_MARK);
  currency = take_until (&transaction, TRANSACTION_MARK);
  if (currency.length > 0)
    cells[CURRENCY] = currency;
  cells[VALUE_DATE] = take_until (&transaction, TRANSACTION_MARK);
  if (cells[VALUE_DATE].length == cells[DATE].length && strncmp (cells[VALUE_DATE].text, cells[DATE].text, cells[DATE].length) == 0)
    cells[VALUE_DATE].length = 0;         /* it says nothing more */
  if (nida_sheet_money (sheet, &payment, DISBURSED, &amount) != NIDA_CELL_OK)
    {
      *sum = NIDA_MONEY_NONE;
      return FALSE;
    }
  if (*sum != NIDA_MONEY_NONE && !nida_money_add (*sum, amount, sum))
    *sum = NIDA_MONEY_NONE;
  nida_sheet_remark_amount (sheet, &payment, DISBURSED, amount);
  return add_row (sheet, &payment, NIDA_KIND_PAID, amount, part);
}

/* The payments one by one. Their total should be what the grant states; where it is not, the payments count. */
static gboolean
add_transactions (NidaSheet        *sheet,
                  const NidaRecord *record,
                  NidaMoney         stated)
{
  NidaCell list = nida_sheet_raw_cell (sheet, record, TRANSACTIONS);
  NidaMoney sum = 0;
  gboolean kept = FALSE;
  guint part = 0;

  while (list.length > 0)
    kept |= add_transaction (sheet, record, take_until (&list, NIDA_JSON_LIST_MARK), ++part, &sum);
  if (stated != NIDA_MONEY_NONE && sum != stated)
    {
      g_autofree char *found = nida_money_to_string (stated);
      g_autofree char *holds = sum != NIDA_MONEY_NONE ? nida_money_to_string (sum) : NULL;
      NidaProblem problem = {
        .kind = NIDA_PROBLEM_STATES_MORE, .severity = nida_problem_severity (NIDA_PROBLEM_STATES_MORE), .source = sheet->source,
        .source2 = sheet->source, .line = record->line, .column = (char *) names[DISBURSED], .found = found, .kept = holds, .count = 1,
      };

      nida_report_add_problem (sheet->report, &problem);
    }
  return kept;
}

static gboolean
read_row (NidaSheet        *sheet,
          const NidaRecord *record)
{
  gboolean listed = nida_sheet_cell (sheet, record, TRANSACTIONS).length > 0;
  NidaMoney awarded, disbursed;
  NidaCellState has_awarded = nida_sheet_money (sheet, record, AWARDED, &awarded);
  NidaCellState has_disbursed = nida_sheet_money (sheet, record, DISBURSED, &disbursed);
  gboolean kept = FALSE;

  if (has_awarded == NIDA_CELL_BAD || has_disbursed == NIDA_CELL_BAD)
    return FALSE;
  if (has_awarded == NIDA_CELL_EMPTY && has_disbursed == NIDA_CELL_EMPTY && !listed)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_MISSING, AWARDED, (NidaCell) { "", 0, 0 });
      return FALSE;
    }
  nida_sheet_remark_amount (sheet, record, AWARDED, awarded);
  if (has_awarded == NIDA_CELL_OK)
    kept |= add_row (sheet, record, NIDA_KIND_COMMITMENT, awarded, 0);
  sheet->quiet = kept;            /* what is wrong with the rest of the record was told */
  if (listed)
    {
      sheet->quiet = FALSE;       /* a transaction has a date and a value of its own */
      return kept | add_transactions (sheet, record, has_disbursed == NIDA_CELL_OK ? disbursed : NIDA_MONEY_NONE);
    }
  nida_sheet_remark_amount (sheet, record, DISBURSED, disbursed);
  if (has_disbursed == NIDA_CELL_OK)
    kept |= add_row (sheet, record, NIDA_KIND_PAID, disbursed, 0);
  sheet->quiet = FALSE;
  return kept;
}

static const NidaReader reader = {
  .format = "360Giving",
  .family = "360giving",
  .states_move = FALSE,
  .columns = columns,
  .n_columns = N_CELLS,
  .read_row = read_row,
};

/* --- cells --- */

/* The texts of @member in an array of objects, or in one object. */
static void
add_texts (NidaJsonRow *row,
           guint        cell,
           json_object *value,
           const char  *member)
{
  if (!json_object_is_type (value, json_type_array))
    {
      nida_json_row_add_value (row, cell, nida_json_get (value, member));
      return;
    }
  for (gsize i = 0; i < json_object_array_length (value); i++)
    nida_json_row_add_value (row, cell, nida_json_get (json_object_array_get_idx (value, i), member));
}

/* "05/06/2014" is the fifth of June; NULL when it is no such date. */
static char *
dup_iso (const char *date)
{
  if (date == NULL || strlen (date) != 10 || date[2] != '/' || date[5] != '/')
    return NULL;
  return g_strdup_printf ("%.4s-%.2s-%.2s", date + 6, date + 3, date);
}

static void
set_date (NidaJsonRow *row,
          json_object *grant)
{
  g_autofree char *iso = dup_iso (nida_json_get_text (grant, names[DATE]));

  if (iso == NULL)
    nida_json_row_set_value (row, DATE, nida_json_get (grant, names[DATE]));
  else
    nida_json_row_set (row, DATE, iso, strlen (iso));
}

static void
append_value (GString     *text,
              json_object *object,
              const char  *member)
{
  json_object *value = nida_json_get (object, member);
  g_autofree char *iso = dup_iso (nida_json_get_text (object, member));

  if (iso != NULL)
    g_string_append (text, iso);
  else if (value != NULL && !json_object_is_type (value, json_type_object) && !json_object_is_type (value, json_type_array))
    g_string_append (text, json_object_get_string (value));
}

/* A transaction without a value says nothing. */
static void
set_transactions (NidaJsonRow *row,
                  json_object *list)
{
  for (gsize i = 0; json_object_is_type (list, json_type_array) && i < json_object_array_length (list); i++)
    {
      json_object *transaction = json_object_array_get_idx (list, i);
      g_autoptr (GString) text = g_string_new (NULL);

      if (nida_json_get (transaction, "value") == NULL)
        continue;
      append_value (text, transaction, "transactionDate");
      g_string_append_c (text, TRANSACTION_MARK);
      append_value (text, transaction, "value");
      g_string_append_c (text, TRANSACTION_MARK);
      append_value (text, transaction, "currency");
      g_string_append_c (text, TRANSACTION_MARK);
      append_value (text, transaction, "valueDate");
      nida_json_row_add (row, TRANSACTIONS, text->str, text->len);
    }
}

static void
fill_row (NidaJsonRow *row,
          json_object *grant)
{
  static const guint plain[] = { ID, CURRENCY, AWARDED, DISBURSED, DESCRIPTION, UPDATED };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    nida_json_row_set_value (row, plain[i], nida_json_get (grant, names[plain[i]]));
  if (nida_json_row_is_empty (row, DESCRIPTION))
    nida_json_row_set_value (row, DESCRIPTION, nida_json_get (grant, "title"));
  set_date (row, grant);
  add_texts (row, DONOR, nida_json_get (grant, names[DONOR]), "name");
  add_texts (row, RECIPIENT, nida_json_get (grant, names[RECIPIENT]), "name");
  if (nida_json_row_is_empty (row, RECIPIENT))
    add_texts (row, RECIPIENT, nida_json_get (grant, "recipientIndividual"), "name");
  add_texts (row, PROGRAMME, nida_json_get (grant, names[PROGRAMME]), "title");
  set_transactions (row, nida_json_get (grant, names[TRANSACTIONS]));
  add_texts (row, COUNTRY, nida_json_get (grant, names[COUNTRY]), "countryCode");
}

static gboolean
accepts (const NidaInput *input)
{
  return nida_json_looks_like (input->head, input->head_length)
         && nida_json_outline_has_array (input->head, input->head_length, GRANTS);
}

static gboolean
read_grants (NidaInput  *input,
             GError    **error)
{
  NidaJsonTable table = {
    .path = GRANTS, .format = reader.format, .reader = &reader, .names = names, .n_names = N_CELLS, .fill = fill_row,
  };

  return nida_json_table_read (&table, input, error);
}

const NidaFileFormat nida_giving_format = {
  .name = "360giving",
  .flags = NIDA_FORMAT_PROVES_END,
  .accepts = accepts,
  .read = read_grants,
};
