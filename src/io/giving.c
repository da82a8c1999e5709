/* Grants in the standard of 360Giving (formats.md §6): an award is a commitment, what was disbursed of it a payment of the
 * same id. The standard is British, so a date with slashes has the day first. */
#include "config.h"

#include "hdx.h"
#include "json-outline.h"
#include "json-table.h"

#include <string.h>

#define GRANTS "grants"

enum { ID, CURRENCY, AWARDED, DISBURSED, DATE, DONOR, RECIPIENT, PROGRAMME, COUNTRY, DESCRIPTION, UPDATED, N_CELLS };

static const char * const names[N_CELLS] = {
  "id", "currency", "amountAwarded", "amountDisbursed", "awardDate", "fundingOrganization", "recipientOrganization",
  "grantProgramme", "beneficiaryLocation", "description", "dateModified",
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
};

/* --- rows --- */

static gboolean
add_row (NidaSheet        *sheet,
         const NidaRecord *record,
         NidaKind          kind,
         NidaMoney         amount)
{
  NidaCell id = nida_sheet_cell (sheet, record, ID);
  NidaCell currency = nida_sheet_cell (sheet, record, CURRENCY);
  NidaCell description = nida_sheet_plain (sheet, nida_sheet_raw_cell (sheet, record, DESCRIPTION));

  nida_sheet_begin_row (sheet, kind);
  if (!nida_sheet_currency (sheet, currency))
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_CURRENCY_UNKNOWN, CURRENCY, currency);
      return FALSE;
    }
  if (id.length > 0)
    nida_dataset_builder_set_id (sheet->builder, id.text, id.length);
  nida_hdx_name (sheet, record, DONOR, NIDA_FIELD_DONOR);
  nida_hdx_name (sheet, record, RECIPIENT, NIDA_FIELD_RECIPIENT);
  nida_hdx_name (sheet, record, PROGRAMME, NIDA_FIELD_CATEGORY);
  nida_hdx_countries (sheet, record, COUNTRY, NIDA_FIELD_COUNTRY);
  nida_dataset_builder_set_amount (sheet->builder, amount);
  if (nida_cell_is (currency, "USD"))
    nida_dataset_builder_set_amount_usd (sheet->builder, amount);
  else
    nida_sheet_report (sheet, NIDA_PROBLEM_NO_USD, CURRENCY, currency);
  nida_sheet_period (sheet, nida_sheet_date (sheet, record, DATE), NIDA_DATE_NONE);
  nida_sheet_updated (sheet, record, UPDATED);
  if (description.length > 0)
    nida_dataset_builder_set_description (sheet->builder, FALSE, description.text, description.length);
  return nida_sheet_end_row (sheet);
}

static gboolean
read_row (NidaSheet        *sheet,
          const NidaRecord *record)
{
  NidaMoney awarded, disbursed;
  NidaCellState has_awarded = nida_sheet_money (sheet, record, AWARDED, &awarded);
  NidaCellState has_disbursed = nida_sheet_money (sheet, record, DISBURSED, &disbursed);
  gboolean kept = FALSE;

  if (has_awarded == NIDA_CELL_BAD || has_disbursed == NIDA_CELL_BAD)
    return FALSE;
  if (has_awarded == NIDA_CELL_EMPTY && has_disbursed == NIDA_CELL_EMPTY)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_MISSING, AWARDED, (NidaCell) { "", 0, 0 });
      return FALSE;
    }
  nida_sheet_remark_amount (sheet, record, AWARDED, awarded);
  nida_sheet_remark_amount (sheet, record, DISBURSED, disbursed);
  if (has_awarded == NIDA_CELL_OK)
    kept |= add_row (sheet, record, NIDA_KIND_COMMITMENT, awarded);
  sheet->quiet = kept;            /* what is wrong with the rest of the record was told */
  if (has_disbursed == NIDA_CELL_OK)
    kept |= add_row (sheet, record, NIDA_KIND_PAID, disbursed);
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

/* "05/06/2014" is the fifth of June. */
static void
set_date (NidaJsonRow *row,
          json_object *grant)
{
  const char *date = nida_json_get_text (grant, names[DATE]);
  g_autofree char *iso = NULL;

  if (date == NULL || strlen (date) != 10 || date[2] != '/' || date[5] != '/')
    {
      nida_json_row_set_value (row, DATE, nida_json_get (grant, names[DATE]));
      return;
    }
  iso = g_strdup_printf ("%.4s-%.2s-%.2s", date + 6, date + 3, date);
  nida_json_row_set (row, DATE, iso, strlen (iso));
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
