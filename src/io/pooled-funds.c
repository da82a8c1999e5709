/* Contributions to the country-based pooled funds: year, donor, what was paid and what is still pledged, in US dollars. */
#include "config.h"

#include "countries.h"
#include "hdx.h"

enum { YEAR, DONOR, DONOR_TYPE, PAID, PLEDGED, TOTAL };

static const NidaColumn columns[] = {
  { YEAR, TRUE, "year", "#date+year" },
  { DONOR, TRUE, "donor", "#org+donor+name" },
  { DONOR_TYPE, FALSE, "donor_type", "#org+donor+type" },
  { PAID, TRUE, "paid", "#value+paid+usd" },
  { PLEDGED, TRUE, "pledged", "#value+pledged+usd" },
  { TOTAL, FALSE, "total", "#value+total+usd" },
};

/* A member state gives as its country, which is also how it is called in Arabic. */
static void
set_donor_country (NidaSheet        *sheet,
                   const NidaRecord *record)
{
  NidaCell donor = nida_sheet_cell (sheet, record, DONOR);
  g_autofree char *name = NULL;
  const NidaCountry *country;

  if (!nida_cell_is (nida_sheet_cell (sheet, record, DONOR_TYPE), "Member State"))
    return;
  name = g_strndup (donor.text, donor.length);
  country = nida_country_from_name (name);
  if (country == NULL)
    return;
  nida_dataset_builder_set_code (sheet->builder, NIDA_FIELD_DONOR_COUNTRY,
                                 nida_country_intern (nida_dataset_builder_get_dictionary (sheet->builder,
                                                                                           NIDA_FIELD_DONOR_COUNTRY),
                                                      country));
  nida_dataset_builder_set_arabic (sheet->builder, NIDA_FIELD_DONOR, country->arabic, -1);
}

static gboolean
add_row (NidaSheet        *sheet,
         const NidaRecord *record,
         NidaKind          kind,
         guint             role,
         NidaMoney         amount,
         NidaDate          year)
{
  nida_sheet_begin_row (sheet, kind);
  nida_hdx_name (sheet, record, DONOR, NIDA_FIELD_DONOR);
  nida_hdx_name (sheet, record, DONOR_TYPE, NIDA_FIELD_DONOR_TYPE);
  set_donor_country (sheet, record);
  nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_CURRENCY, "USD", 3);
  nida_dataset_builder_set_amount (sheet->builder, amount);
  nida_dataset_builder_set_amount_usd (sheet->builder, amount);
  nida_sheet_period (sheet, year, NIDA_DATE_NONE);
  nida_sheet_remark_amount (sheet, record, role, amount);
  return nida_sheet_end_row (sheet);
}

/* The total is stated, never counted; it must be what its parts add up to. */
static void
compare_total (NidaSheet        *sheet,
               const NidaRecord *record,
               NidaMoney         paid,
               NidaMoney         pledged)
{
  NidaMoney total, sum;

  if (nida_sheet_money (sheet, record, TOTAL, &total) != NIDA_CELL_OK
      || !nida_money_add (paid == NIDA_MONEY_NONE ? 0 : paid, pledged == NIDA_MONEY_NONE ? 0 : pledged, &sum))
    return;
  if (sum != total)
    nida_sheet_report (sheet, NIDA_PROBLEM_STATES_MORE, TOTAL, nida_sheet_cell (sheet, record, TOTAL));
}

/* A zero beside an amount says nothing; a row of zeros is kept as a payment of nothing, and counted in the report. */
static gboolean
read_row (NidaSheet        *sheet,
          const NidaRecord *record)
{
  NidaMoney paid, pledged;
  NidaCellState has_paid = nida_sheet_money (sheet, record, PAID, &paid);
  NidaCellState has_pledged = nida_sheet_money (sheet, record, PLEDGED, &pledged);
  gboolean owes = has_pledged == NIDA_CELL_OK && pledged != 0;
  gboolean kept = FALSE;
  NidaDate year;

  if (has_paid == NIDA_CELL_BAD || has_pledged == NIDA_CELL_BAD)
    return FALSE;
  if (has_paid == NIDA_CELL_EMPTY && has_pledged == NIDA_CELL_EMPTY)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_MISSING, PAID, (NidaCell) { "", 0, 0 });
      return FALSE;
    }

  year = nida_sheet_date (sheet, record, YEAR);
  if (has_paid == NIDA_CELL_OK && (paid != 0 || !owes))
    kept |= add_row (sheet, record, NIDA_KIND_PAID, PAID, paid, year);
  if (owes || has_paid == NIDA_CELL_EMPTY)
    kept |= add_row (sheet, record, NIDA_KIND_PLEDGE, PLEDGED, pledged, year);
  compare_total (sheet, record, paid, pledged);
  return kept;
}

const NidaReader nida_pooled_funds_reader = {
  .format = "Pooled funds CSV (contributions)",
  .family = "cbpf",
  .states_move = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .read_row = read_row,
};
