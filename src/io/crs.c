/* The Creditor Reporting System of the OECD, a text with "|" between cells: amounts in millions of US dollars, one row an
 * activity of a year, of which the commitment and the payments are two flows of one id. Names of columns differ by year, in
 * case and in spelling. Of all purposes the humanitarian ones, 720xx to 740xx, are kept. */
#include "config.h"

#include "countries.h"
#include "iati-codes.h"
#include "reader.h"

#include <string.h>

enum { YEAR, DONOR, AGENCY, CRS_ID, PROJECT_NUMBER, RECIPIENT, COMMITMENT, DISBURSEMENT, TITLE, DESCRIPTION, PURPOSE_CODE,
       PURPOSE, CHANNEL, CHANNEL_REPORTED, FLOW };

/* As folded: lower case, "_" for spaces. */
static const NidaColumn columns[] = {
  { YEAR, TRUE, "year" },
  { DONOR, TRUE, "donorname" },
  { DONOR, TRUE, "donor_name" },
  { DONOR, TRUE, "de_donorname" },
  { AGENCY, FALSE, "agencyname" },
  { AGENCY, FALSE, "agency_name" },
  { CRS_ID, FALSE, "crsid" },
  { CRS_ID, FALSE, "crs_id" },
  { CRS_ID, FALSE, "crs_identification_no" },
  { PROJECT_NUMBER, FALSE, "projectnumber" },
  { PROJECT_NUMBER, FALSE, "project_number" },
  { RECIPIENT, TRUE, "recipientname" },
  { RECIPIENT, TRUE, "recipient_name" },
  { RECIPIENT, TRUE, "de_recipientname" },
  { COMMITMENT, TRUE, "usd_commitment" },
  { COMMITMENT, TRUE, "usdcommitment" },
  { DISBURSEMENT, TRUE, "usd_disbursement" },
  { DISBURSEMENT, TRUE, "usddisbursement" },
  { TITLE, FALSE, "projecttitle", NULL, TRUE },
  { TITLE, FALSE, "project_title", NULL, TRUE },
  { DESCRIPTION, FALSE, "longdescription", NULL, TRUE },
  { DESCRIPTION, FALSE, "long_description", NULL, TRUE },
  { PURPOSE_CODE, TRUE, "purposecode" },
  { PURPOSE_CODE, TRUE, "purpose_code" },
  { PURPOSE, FALSE, "purposename" },
  { PURPOSE, FALSE, "purpose_name" },
  { CHANNEL, FALSE, "channelname" },
  { CHANNEL, FALSE, "channel_name" },
  { CHANNEL_REPORTED, FALSE, "channelreportedname" },
  { CHANNEL_REPORTED, FALSE, "channel_reported_name" },
  { FLOW, FALSE, "flowname" },
  { FLOW, FALSE, "flow_name" },
};

/* --- millions --- */

/* A sign, digits with at most one dot, an exponent. */
static gboolean
is_number (NidaCell cell)
{
  guint32 i = cell.text[0] == '-' || cell.text[0] == '+', n_digits = 0, n_points = 0;

  for (; i < cell.length && (g_ascii_isdigit (cell.text[i]) || cell.text[i] == '.'); i++)
    if (cell.text[i] == '.')
      n_points++;
    else
      n_digits++;
  return n_digits > 0 && n_points <= 1 && (i == cell.length || cell.text[i] == 'e' || cell.text[i] == 'E');
}

/* The digits of a decimal number with its mark moved six places: exact, since no arithmetic is done. */
static char *
dup_in_units (NidaCell cell)
{
  GString *out = g_string_sized_new (cell.length + 8);
  const char *text = cell.text, *end = cell.text + cell.length;
  const char *point, *exponent;
  gsize decimals;

  if (text < end && (*text == '-' || *text == '+'))
    g_string_append_c (out, *text++);
  for (exponent = text; exponent < end && *exponent != 'e' && *exponent != 'E'; exponent++)
    continue;
  point = memchr (text, '.', (gsize) (exponent - text));
  decimals = point != NULL ? (gsize) (exponent - point - 1) : 0;
  g_string_append_len (out, text, (point != NULL ? point : exponent) - text);
  if (decimals <= 6)
    {
      if (decimals > 0)
        g_string_append_len (out, point + 1, (gssize) decimals);
      for (gsize i = decimals; i < 6; i++)
        g_string_append_c (out, '0');
    }
  else
    {
      g_string_append_len (out, point + 1, 6);
      g_string_append_c (out, '.');
      g_string_append_len (out, point + 7, (gssize) decimals - 6);
    }
  g_string_append_len (out, exponent, end - exponent);
  return g_string_free (out, FALSE);
}

/* Digits, a dot, an exponent: what the OECD writes. Anything else is not guessed at. */
static NidaCellState
read_millions (NidaSheet        *sheet,
               const NidaRecord *record,
               guint             role,
               NidaMoney        *money)
{
  NidaCell cell = nida_sheet_cell (sheet, record, role);
  g_autofree char *plain = NULL;
  NidaMoneyStatus status;

  *money = NIDA_MONEY_NONE;
  if (cell.length == 0)
    return NIDA_CELL_EMPTY;
  if (!is_number (cell))
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, role, cell);
      return NIDA_CELL_BAD;
    }
  plain = dup_in_units (cell);
  status = nida_money_parse (plain, strlen (plain), NIDA_DECIMAL_DOT, money);
  if (status == NIDA_MONEY_OK)
    return NIDA_CELL_OK;
  if (status == NIDA_MONEY_ROUNDED)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_ROUNDED, role, cell);
      return NIDA_CELL_OK;
    }
  *money = NIDA_MONEY_NONE;
  nida_sheet_report (sheet, status == NIDA_MONEY_OVERFLOW ? NIDA_PROBLEM_AMOUNT_OVERFLOW : NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER,
                     role, cell);
  return NIDA_CELL_BAD;
}

/* --- rows --- */

static gboolean
is_humanitarian (NidaCell code)
{
  return code.length == 5 && code.text[0] == '7' && code.text[1] >= '2' && code.text[1] <= '4';
}

static void
set_purpose (NidaSheet        *sheet,
             const NidaRecord *record)
{
  NidaCell code = nida_sheet_cell (sheet, record, PURPOSE_CODE);
  NidaCell name = nida_sheet_cell (sheet, record, PURPOSE);
  g_autofree char *text = g_strndup (code.text, code.length);
  g_autofree char *key = g_strdup_printf ("sector 1:%s", text);
  g_autofree char *given = name.length > 0 ? g_strndup (name.text, name.length) : NULL;

  nida_dataset_builder_add_spelling (sheet->builder, key, given != NULL ? given : nida_dac_purpose_name (text, FALSE),
                                     nida_dac_purpose_name (text, TRUE));
  nida_dataset_builder_set_reference (sheet->builder, NIDA_FIELD_CATEGORY, key);
}

static void
set_country (NidaSheet *sheet,
             NidaField  field,
             NidaCell   cell,
             gboolean   only_known)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (sheet->builder, field);
  g_autofree char *text = g_strndup (cell.text, cell.length);
  const NidaCountry *country = nida_country_from_name (text);

  if (country != NULL)
    nida_dataset_builder_set_code (sheet->builder, field, nida_country_intern (dictionary, country));
  else if (!only_known && cell.length > 0)
    nida_dataset_builder_set_name (sheet->builder, field, cell.text, cell.length);
}

/* Who carries it out, as the donor calls them, or as the list of channels does. */
static NidaCell
channel_of (NidaSheet        *sheet,
            const NidaRecord *record)
{
  NidaCell reported = nida_sheet_cell (sheet, record, CHANNEL_REPORTED);

  return reported.length > 0 ? reported : nida_sheet_cell (sheet, record, CHANNEL);
}

/* The CRS identifier and the year, and what else tells the rows of an activity apart: who reports it, the project, the place
 * and the purpose. Rows that agree in all of it are numbered once all are read. */
static void
set_id (NidaSheet        *sheet,
        const NidaRecord *record)
{
  static const guint parts[] = { DONOR, AGENCY, PROJECT_NUMBER, RECIPIENT, PURPOSE_CODE };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  NidaCell crs = nida_sheet_cell (sheet, record, CRS_ID);
  NidaCell year = nida_sheet_cell (sheet, record, YEAR);
  g_autofree char *id = NULL;

  if (crs.length == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      NidaCell cell = nida_sheet_cell (sheet, record, parts[i]);

      g_checksum_update (checksum, (const guchar *) cell.text, cell.length);
      g_checksum_update (checksum, (const guchar *) "", 1);
    }
  id = g_strdup_printf ("%.*s:%.*s:%.12s", (int) crs.length, crs.text, (int) year.length, year.text,
                        g_checksum_get_string (checksum));
  nida_dataset_builder_set_id (sheet->builder, id, -1);
}

static void
set_texts (NidaSheet        *sheet,
           const NidaRecord *record)
{
  NidaCell text = nida_sheet_cell (sheet, record, DESCRIPTION);

  if (text.length == 0)
    text = nida_sheet_cell (sheet, record, TITLE);
  if (text.length > 0)
    nida_dataset_builder_set_description (sheet->builder, FALSE, text.text, text.length);
}

static gboolean
add_row (NidaSheet        *sheet,
         const NidaRecord *record,
         NidaKind          kind,
         guint             role,
         NidaMoney         amount,
         NidaDate          year)
{
  NidaCell donor = nida_sheet_cell (sheet, record, DONOR);
  NidaCell channel = channel_of (sheet, record);
  gboolean with_texts = nida_sheet_wants_texts (sheet, record, kind);

  nida_sheet_begin_row (sheet, kind);
  set_id (sheet, record);
  nida_dataset_builder_set_code (sheet->builder, NIDA_FIELD_DIRECTION, NIDA_DIRECTION_OUTGOING);
  nida_sheet_name (sheet, record, DONOR, NIDA_FIELD_DONOR);
  set_country (sheet, NIDA_FIELD_DONOR_COUNTRY, donor, TRUE);
  set_country (sheet, NIDA_FIELD_COUNTRY, nida_sheet_cell (sheet, record, RECIPIENT), FALSE);
  if (channel.length > 0)
    nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_RECIPIENT, channel.text, channel.length);
  nida_sheet_name (sheet, record, AGENCY, NIDA_FIELD_PARTNER);
  nida_sheet_name (sheet, record, FLOW, NIDA_FIELD_FLOW_TYPE);
  set_purpose (sheet, record);
  nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_CURRENCY, "USD", 3);
  nida_dataset_builder_set_amount (sheet->builder, amount);
  nida_dataset_builder_set_amount_usd (sheet->builder, amount);
  nida_sheet_period (sheet, year, NIDA_DATE_NONE);
  nida_sheet_remark_amount (sheet, record, role, amount);
  if (with_texts)
    set_texts (sheet, record);
  return nida_sheet_end_row (sheet);
}

static gboolean
leave_out (NidaSheet        *sheet,
           const NidaRecord *record)
{
  NidaCell name = nida_sheet_cell (sheet, record, PURPOSE);

  nida_sheet_report (sheet, NIDA_PROBLEM_LEFT_OUT, PURPOSE_CODE,
                     name.length > 0 ? name : nida_sheet_cell (sheet, record, PURPOSE_CODE));
  sheet->row_empty = TRUE;
  return FALSE;
}

/* A zero beside an amount says nothing. */
static gboolean
read_row (NidaSheet        *sheet,
          const NidaRecord *record)
{
  NidaMoney committed, paid;
  NidaCellState has_committed, has_paid;
  gboolean kept = FALSE;
  NidaDate year;

  if (!is_humanitarian (nida_sheet_cell (sheet, record, PURPOSE_CODE)))
    return leave_out (sheet, record);
  has_committed = read_millions (sheet, record, COMMITMENT, &committed);
  has_paid = read_millions (sheet, record, DISBURSEMENT, &paid);
  if (has_committed == NIDA_CELL_BAD || has_paid == NIDA_CELL_BAD)
    return FALSE;
  if (has_committed == NIDA_CELL_EMPTY && has_paid == NIDA_CELL_EMPTY)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_MISSING, DISBURSEMENT, (NidaCell) { "", 0, 0 });
      return FALSE;
    }
  year = nida_sheet_date (sheet, record, YEAR);
  if (has_paid == NIDA_CELL_OK && (paid != 0 || has_committed != NIDA_CELL_OK || committed == 0))
    kept |= add_row (sheet, record, NIDA_KIND_PAID, DISBURSEMENT, paid, year);
  if (has_committed == NIDA_CELL_OK && committed != 0)
    kept |= add_row (sheet, record, NIDA_KIND_COMMITMENT, COMMITMENT, committed, year);
  else if (has_paid == NIDA_CELL_EMPTY)
    kept |= add_row (sheet, record, NIDA_KIND_COMMITMENT, COMMITMENT, committed, year);
  return kept;
}

const NidaReader nida_crs_reader = {
  .format = "OECD CRS",
  .family = "crs",
  .ids_repeat = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .read_row = read_row,
};
