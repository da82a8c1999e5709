/* FTS flows as HDX publishes them: incoming, outgoing and internal, with and without a row of hashtags. */
#include "config.h"

#include "hdx.h"

#include "countries.h"

enum {
  DATE, BUDGET_YEAR, DESCRIPTION, AMOUNT_USD, DONOR, DONOR_TYPE, DONOR_COUNTRY, APPEAL, RECIPIENT, CLUSTERS, COUNTRY,
  EMERGENCY, USAGE_START, USAGE_END, CONTRIBUTION, FLOW_TYPE, METHOD, BOUNDARY, ON_BOUNDARY, STATUS, AMOUNT, CURRENCY,
  ID, UPDATED_AT,
};

static const NidaColumn columns[] = {
  { DATE, TRUE, "date", "#date" },
  { BUDGET_YEAR, FALSE, "budgetyear", "#date+budget+year" },
  { DESCRIPTION, FALSE, "description", "#description+notes", TRUE },
  { AMOUNT_USD, TRUE, "amountusd", "#value+funding+total+usd" },
  { DONOR, TRUE, "srcorganization", "#org+funder+name" },
  { DONOR_TYPE, FALSE, "srcorganizationtypes", "#org+funder+list+type" },
  { DONOR_COUNTRY, FALSE, "srclocations", "#country+funder+iso3+list" },
  { APPEAL, FALSE, "destplan", "#activity+appeal+name" },
  { RECIPIENT, TRUE, "destorganization", "#org+impl+name" },
  { CLUSTERS, FALSE, "destglobalclusters", "#sector+cluster+list+name" },
  { COUNTRY, FALSE, "destlocations", "#country+impl+iso3+list" },
  { EMERGENCY, FALSE, "destemergency", "#crisis+name" },
  { USAGE_START, FALSE, "destusageyearstart", "#date+impl+start+year" },
  { USAGE_END, FALSE, "destusageyearend", "#date+end+impl+year" },
  { CONTRIBUTION, FALSE, "contributiontype", "#financial+contribution+type" },
  { FLOW_TYPE, FALSE, "flowtype", "#financial+flow+type" },
  { FLOW_TYPE, FALSE, "flowtype", "#financial+contribution+type" },
  { METHOD, FALSE, "method", "#financial+method" },
  { BOUNDARY, FALSE, "boundary", "#financial+direction" },
  { ON_BOUNDARY, FALSE, "onboundary", "#financial+direction+type" },
  { STATUS, TRUE, "status", "#status+text" },
  { AMOUNT, FALSE, "originalamount", "#value+funding+total" },
  { CURRENCY, FALSE, "originalcurrency", "#value+currency+funding+total" },
  { ID, FALSE, "id", "#activity+fts_internal+id" },
  { UPDATED_AT, FALSE, "updatedat", "#date+updated" },
};

static void
begin (NidaSheet *sheet)
{
  nida_dataset_builder_set_vocabulary (sheet->builder, NIDA_FIELD_CATEGORY, nida_hdx_global_clusters);
  nida_dataset_builder_set_vocabulary (sheet->builder, NIDA_FIELD_COUNTRY, nida_countries_get_names ());
  nida_dataset_builder_set_vocabulary (sheet->builder, NIDA_FIELD_DONOR_COUNTRY, nida_countries_get_names ());
}

static NidaKind
read_kind (NidaSheet        *sheet,
           const NidaRecord *record)
{
  NidaCell status = nida_sheet_cell (sheet, record, STATUS);

  if (nida_cell_is (status, "paid"))
    return NIDA_KIND_PAID;
  if (nida_cell_is (status, "commitment"))
    return NIDA_KIND_COMMITMENT;
  if (nida_cell_is (status, "pledge"))
    return NIDA_KIND_PLEDGE;
  nida_sheet_report (sheet, NIDA_PROBLEM_KIND_UNKNOWN, STATUS, status);
  return NIDA_KIND_NONE;
}

typedef struct {
  NidaMoney amount;
  NidaMoney usd;
  guint32   currency;
} Amounts;

/* The amount as the donor reported it where the file has it, else the dollars. */
static gboolean
read_amounts (NidaSheet        *sheet,
              const NidaRecord *record,
              Amounts          *amounts)
{
  NidaCellState usd = nida_sheet_money (sheet, record, AMOUNT_USD, &amounts->usd);
  NidaCellState original = nida_sheet_money (sheet, record, AMOUNT, &amounts->amount);
  NidaCell currency = nida_sheet_cell (sheet, record, CURRENCY);

  amounts->currency = nida_sheet_currency_code (sheet, currency);
  if (usd == NIDA_CELL_BAD || original == NIDA_CELL_BAD)
    return FALSE;
  if (usd == NIDA_CELL_EMPTY && original == NIDA_CELL_EMPTY)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_MISSING, AMOUNT_USD, (NidaCell) { "", 0, 0 });
      return FALSE;
    }
  if (usd == NIDA_CELL_EMPTY && amounts->currency == 0)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_CURRENCY_UNKNOWN, CURRENCY, currency);
      return FALSE;
    }
  if (original == NIDA_CELL_OK && currency.length > 0 && amounts->currency == 0)
    nida_sheet_report (sheet, NIDA_PROBLEM_WORD_UNKNOWN, CURRENCY, currency);
  if (original == NIDA_CELL_EMPTY || amounts->currency == 0)
    {
      amounts->amount = amounts->usd;
      amounts->currency = nida_sheet_currency_code (sheet, (NidaCell) { "USD", 3, 0 });
    }
  if (amounts->usd == NIDA_MONEY_NONE)
    nida_sheet_report (sheet, NIDA_PROBLEM_NO_USD, AMOUNT, nida_sheet_cell (sheet, record, AMOUNT));
  nida_sheet_remark_amount (sheet, record, AMOUNT_USD, amounts->usd);
  return TRUE;
}

/* No appeal was older; such a year is a slip or an empty field of the source. */
static void
remark_budget_year (NidaSheet        *sheet,
                    const NidaRecord *record)
{
  NidaCell cell = nida_sheet_cell (sheet, record, BUDGET_YEAR);
  NidaDate year;

  if (cell.length > 0 && nida_date_parse (cell.text, cell.length, &year) == NIDA_DATE_OK && nida_date_year (year) < 1990)
    nida_sheet_report (sheet, NIDA_PROBLEM_YEAR_UNLIKELY, BUDGET_YEAR, cell);
}

static void
read_names (NidaSheet        *sheet,
            const NidaRecord *record)
{
  nida_hdx_name (sheet, record, DONOR, NIDA_FIELD_DONOR);
  nida_hdx_name (sheet, record, DONOR_TYPE, NIDA_FIELD_DONOR_TYPE);
  nida_hdx_countries (sheet, record, DONOR_COUNTRY, NIDA_FIELD_DONOR_COUNTRY);
  nida_hdx_name (sheet, record, APPEAL, NIDA_FIELD_APPEAL);
  nida_hdx_name (sheet, record, RECIPIENT, NIDA_FIELD_RECIPIENT);
  nida_hdx_name (sheet, record, CLUSTERS, NIDA_FIELD_CATEGORY);
  nida_hdx_countries (sheet, record, COUNTRY, NIDA_FIELD_COUNTRY);
  nida_hdx_name (sheet, record, EMERGENCY, NIDA_FIELD_EMERGENCY);
  nida_hdx_name (sheet, record, CONTRIBUTION, NIDA_FIELD_CONTRIBUTION);
  nida_hdx_name (sheet, record, FLOW_TYPE, NIDA_FIELD_FLOW_TYPE);
  nida_hdx_name (sheet, record, METHOD, NIDA_FIELD_METHOD);
}

static gboolean
read_row (NidaSheet        *sheet,
          const NidaRecord *record)
{
  NidaKind kind = read_kind (sheet, record);
  Amounts amounts;
  NidaCell id, description;

  if (kind == NIDA_KIND_NONE || !read_amounts (sheet, record, &amounts))
    return FALSE;

  nida_sheet_begin_row (sheet, kind);
  id = nida_sheet_cell (sheet, record, ID);
  if (id.length > 0)
    nida_dataset_builder_set_id (sheet->builder, id.text, id.length);
  read_names (sheet, record);
  nida_dataset_builder_set_code (sheet->builder, NIDA_FIELD_CURRENCY, amounts.currency);
  nida_dataset_builder_set_amount (sheet->builder, amounts.amount);
  nida_dataset_builder_set_amount_usd (sheet->builder, amounts.usd);
  nida_dataset_builder_set_boundary (sheet->builder,
                                     nida_sheet_word (sheet, record, BOUNDARY, NIDA_FIELD_BOUNDARY),
                                     nida_sheet_word (sheet, record, ON_BOUNDARY, NIDA_FIELD_ON_BOUNDARY));
  nida_sheet_period (sheet, nida_sheet_date (sheet, record, DATE), NIDA_DATE_NONE);
  nida_sheet_usage (sheet, record, USAGE_START, nida_sheet_has (sheet, USAGE_END) ? USAGE_END : USAGE_START);
  nida_sheet_updated (sheet, record, UPDATED_AT);
  remark_budget_year (sheet, record);
  description = nida_sheet_raw_cell (sheet, record, DESCRIPTION);
  if (description.length > 0)
    nida_dataset_builder_set_description (sheet->builder, FALSE, description.text, description.length);
  return nida_sheet_end_row (sheet);
}

const NidaReader nida_hdx_flows_reader = {
  .format = "HDX CSV (FTS flows)",
  .family = "fts",
  .states_move = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .begin = begin,
  .read_row = read_row,
};
