/* Nida's own CSV (formats.md §2): any order and subset of the fields of the one table of facts. */
#include "config.h"

#include "nida-csv.h"

#include "countries.h"
#include "formula.h"
#include "hdx.h"

#include <string.h>

/* Names whose cells become words of a dictionary, and their labels in Arabic. */
static const struct {
  NidaField field;
  int       arabic;       /* role, or -1 */
  gboolean  text;         /* stands in a column of long text */
} names[] = {
  { NIDA_FIELD_DONOR, NIDA_CSV_DONOR_AR },
  { NIDA_FIELD_RECIPIENT, NIDA_CSV_RECIPIENT_AR },
  { NIDA_FIELD_CATEGORY, NIDA_CSV_CATEGORY_AR },
  { NIDA_FIELD_APPEAL, NIDA_CSV_APPEAL_AR },
  { NIDA_FIELD_EMERGENCY, NIDA_CSV_EMERGENCY_AR },
  { NIDA_FIELD_PARTNER, NIDA_CSV_PARTNER_AR },
  { NIDA_FIELD_COUNTRY, NIDA_CSV_COUNTRY_AR },
  { NIDA_FIELD_DONOR_COUNTRY, -1 },
  { NIDA_FIELD_DONOR_TYPE, -1 },
  { NIDA_FIELD_FLOW_TYPE, -1 },
  { NIDA_FIELD_EARMARKING, -1 },
  { NIDA_FIELD_METHOD, -1 },
  { NIDA_FIELD_CONTRIBUTION, -1 },
  { NIDA_FIELD_SAID_BY, -1, TRUE },
  { NIDA_FIELD_BASIS, -1, TRUE },
};

static const NidaField words[] = {
  NIDA_FIELD_LEVEL, NIDA_FIELD_DIRECTION, NIDA_FIELD_QUALIFIER, NIDA_FIELD_STATE, NIDA_FIELD_BOUNDARY,
  NIDA_FIELD_ON_BOUNDARY,
};

/* In a file with headers in Arabic the kinds may be Arabic too. */
static const struct {
  const char *word;
  NidaKind    kind;
} arabic_kinds[] = {
  { "مدفوع", NIDA_KIND_PAID },
  { "دفعه", NIDA_KIND_PAID },
  { "التزام", NIDA_KIND_COMMITMENT },
  { "تعهد", NIDA_KIND_PLEDGE },
  { "متطلبات", NIDA_KIND_REQUIREMENT },
  { "متطلبات_التمويل", NIDA_KIND_REQUIREMENT },
  { "مطلوب", NIDA_KIND_REQUIREMENT },
  { "المبلغ_المطلوب", NIDA_KIND_REQUIREMENT },
  { "معلن", NIDA_KIND_STATED },
  { "مبلغ_عنه", NIDA_KIND_REPORTED },
  { "حدث", NIDA_KIND_EVENT },
  { "مؤشر", NIDA_KIND_INDICATOR },
  { "هدف", NIDA_KIND_GOAL },
};

NidaCell
nida_csv_unguard (NidaCell cell)
{
  if (cell.length > 1 && cell.text[0] == '\''
      && (cell.text[1] == '\'' || nida_formula_begins (cell.text + 1, cell.length - 1)))
    cell.text++, cell.length--;
  return cell;
}

/* Money, a kind, or nothing but columns that Nida knows. */
static gboolean
accepts (const gint16      roles[NIDA_MAX_ROLES],
         const NidaHeader *header)
{
  guint n_known = 0;

  if (roles[NIDA_FIELD_AMOUNT] >= 0 || roles[NIDA_FIELD_AMOUNT_USD] >= 0 || roles[NIDA_FIELD_KIND] >= 0
      || roles[NIDA_FIELD_REQUIREMENT] >= 0 || roles[NIDA_FIELD_REPORTED] >= 0)
    return TRUE;
  for (guint role = 0; role < NIDA_MAX_ROLES; role++)
    n_known += roles[role] >= 0;
  return roles[NIDA_FIELD_DATE] >= 0 && n_known == header->n_columns;
}

static void
begin (NidaSheet *sheet)
{
  nida_dataset_builder_set_vocabulary (sheet->builder, NIDA_FIELD_COUNTRY, nida_countries_get_names ());
  nida_dataset_builder_set_vocabulary (sheet->builder, NIDA_FIELD_DONOR_COUNTRY, nida_countries_get_names ());
}

void
nida_csv_report_columns (NidaSheet    *sheet,
                         const gint16  roles[NIDA_MAX_ROLES])
{
  for (guint i = 0; i < sheet->header->n_columns; i++)
    {
      gboolean used = sheet->header->names[i][0] == '\0';

      for (guint role = 0; role < NIDA_MAX_ROLES && !used; role++)
        used = roles[role] == (int) i;
      if (!used)
        nida_report_add (sheet->report, NIDA_PROBLEM_COLUMN_UNUSED, sheet->source, 1, sheet->header->names[i], NULL, 0);
    }
}

static NidaKind
read_arabic_kind (NidaCell cell)
{
  g_autofree char *text = g_strndup (cell.text, cell.length);
  g_autofree char *folded = nida_header_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (arabic_kinds); i++)
    if (strcmp (arabic_kinds[i].word, folded) == 0)
      return arabic_kinds[i].kind;
  return NIDA_KIND_NONE;
}

/* %NIDA_KIND_NONE, reported, when the word is none of the kinds. */
static NidaKind
read_kind (NidaSheet        *sheet,
           const NidaRecord *record)
{
  NidaCell cell = nida_sheet_cell (sheet, record, NIDA_FIELD_KIND);
  const char * const *kinds = nida_field_get_words (NIDA_FIELD_KIND);
  NidaKind kind;

  if (cell.length == 0)
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_KIND_ASSUMED, NIDA_FIELD_KIND, cell);
      return NIDA_KIND_PAID;
    }
  for (guint i = 0; kinds[i] != NULL; i++)
    if (nida_cell_is (cell, kinds[i]))
      return i + 1;
  kind = read_arabic_kind (cell);
  if (kind == NIDA_KIND_NONE)
    nida_sheet_report (sheet, NIDA_PROBLEM_KIND_UNKNOWN, NIDA_FIELD_KIND, cell);
  return kind;
}

typedef struct {
  NidaMoney amount;
  NidaMoney usd;
  gboolean  is_dollars;     /* the currency is the US dollar, stated or not */
  gboolean  has_currency;
} Amounts;

static gboolean
is_money (NidaKind kind)
{
  return kind >= NIDA_KIND_REQUIREMENT && kind <= NIDA_KIND_PAID;
}

/* The currency of the row, or of the column of amounts; empty when neither says one. */
static NidaCell
currency_cell (NidaSheet        *sheet,
               const NidaRecord *record)
{
  NidaCell cell = nida_sheet_cell (sheet, record, NIDA_FIELD_CURRENCY);

  return cell.length > 0 ? cell : (NidaCell) { sheet->currency, (guint32) strlen (sheet->currency), 0 };
}

/* What the two amount columns and the currency mean together; FALSE, reported, when the row is no use. */
static gboolean
read_amounts (NidaSheet        *sheet,
              const NidaRecord *record,
              NidaKind          kind,
              Amounts          *amounts)
{
  NidaCellState state = nida_sheet_money (sheet, record, NIDA_FIELD_AMOUNT, &amounts->amount);
  NidaCellState usd_state = nida_sheet_money (sheet, record, NIDA_FIELD_AMOUNT_USD, &amounts->usd);
  NidaCell currency = currency_cell (sheet, record);

  amounts->has_currency = currency.length > 0;
  amounts->is_dollars = !amounts->has_currency || nida_cell_is (currency, "USD");
  if (state == NIDA_CELL_BAD || usd_state == NIDA_CELL_BAD)
    return FALSE;
  if (state == NIDA_CELL_EMPTY && usd_state == NIDA_CELL_EMPTY && is_money (kind))
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_AMOUNT_MISSING,
                         nida_sheet_has (sheet, NIDA_FIELD_AMOUNT) ? NIDA_FIELD_AMOUNT : NIDA_FIELD_AMOUNT_USD,
                         (NidaCell) { "", 0, 0 });
      return FALSE;
    }
  return TRUE;
}

/* Set amounts and currency of the row that was begun; FALSE, reported, when the currency is none. */
static gboolean
set_amounts (NidaSheet        *sheet,
             const NidaRecord *record,
             NidaKind          kind,
             Amounts           amounts)
{
  NidaCell currency = currency_cell (sheet, record);
  gboolean is_level = kind == NIDA_KIND_INDICATOR || kind == NIDA_KIND_GOAL;
  gboolean any = amounts.amount != NIDA_MONEY_NONE || amounts.usd != NIDA_MONEY_NONE;

  if (any && !is_level && !amounts.has_currency)
    {
      if (amounts.amount != NIDA_MONEY_NONE)
        nida_sheet_report (sheet, NIDA_PROBLEM_CURRENCY_ASSUMED, NIDA_FIELD_CURRENCY, currency);
      currency = (NidaCell) { "USD", 3, 0 };
    }
  if (currency.length > 0 && !nida_sheet_currency (sheet, currency))
    {
      nida_sheet_report (sheet, NIDA_PROBLEM_CURRENCY_UNKNOWN, NIDA_FIELD_CURRENCY, currency);
      return FALSE;
    }
  if (!is_level && amounts.is_dollars && amounts.usd == NIDA_MONEY_NONE)
    amounts.usd = amounts.amount;
  else if (!is_level && amounts.is_dollars && amounts.amount == NIDA_MONEY_NONE)
    amounts.amount = amounts.usd;
  if (is_money (kind) && amounts.usd == NIDA_MONEY_NONE)
    nida_sheet_report (sheet, NIDA_PROBLEM_NO_USD, NIDA_FIELD_CURRENCY, currency);

  nida_dataset_builder_set_amount (sheet->builder, amounts.amount);
  nida_dataset_builder_set_amount_usd (sheet->builder, amounts.usd);
  return TRUE;
}

static gboolean
is_country (NidaField field)
{
  return field == NIDA_FIELD_COUNTRY || field == NIDA_FIELD_DONOR_COUNTRY;
}

/* "KWT", "SYR, TUR": countries may be written as codes. */
static gboolean
may_be_codes (NidaField field,
              NidaCell  cell)
{
  return is_country (field)
         && (cell.length == 3 || (cell.length > 3 && (cell.text[3] == ',' || cell.text[3] == ' ')));
}

/* One country has many names: rows that mean it hold one word. */
static void
set_country (NidaSheet *sheet,
             NidaField  field,
             NidaCell   cell)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (sheet->builder, field);

  if (sheet->list_mark != '\0' || may_be_codes (field, cell))
    nida_hdx_set_countries (sheet, cell, field, TRUE);
  else
    nida_dataset_builder_set_code (sheet->builder, field,
                                   nida_country_intern_name (dictionary, cell.text, cell.length));
}

static void
set_names (NidaSheet        *sheet,
           const NidaRecord *record,
           gboolean          with_texts)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      NidaCell english, arabic = { "", 0, 0 };

      if ((sheet->roles[names[i].field] < 0 && (names[i].arabic < 0 || sheet->roles[names[i].arabic] < 0))
          || (names[i].text && !with_texts))
        continue;
      english = nida_csv_unguard (nida_sheet_cell (sheet, record, names[i].field));
      if (!nida_field_is_list (names[i].field))
        english = nida_sheet_plain (sheet, english);
      if (names[i].arabic >= 0)
        arabic = nida_csv_unguard (nida_sheet_cell (sheet, record, (guint) names[i].arabic));
      if (english.length == 0)
        english = arabic;
      if (english.length == 0)
        continue;
      if (is_country (names[i].field))
        set_country (sheet, names[i].field, english);
      else if (!nida_sheet_list (sheet, english, names[i].field, nida_sheet_intern_name))
        nida_dataset_builder_set_name (sheet->builder, names[i].field, english.text, english.length);
      if (arabic.length > 0)
        nida_dataset_builder_set_arabic (sheet->builder, names[i].field, arabic.text, arabic.length);
    }
}

static void
set_descriptions (NidaSheet        *sheet,
                  const NidaRecord *record)
{
  NidaCell english = nida_sheet_plain (sheet, nida_csv_unguard (nida_sheet_raw_cell (sheet, record, NIDA_FIELD_DESCRIPTION)));
  NidaCell arabic = nida_csv_unguard (nida_sheet_raw_cell (sheet, record, NIDA_CSV_DESCRIPTION_AR));

  if (english.length > 0)
    nida_dataset_builder_set_description (sheet->builder, FALSE, english.text, english.length);
  if (arabic.length > 0)
    nida_dataset_builder_set_description (sheet->builder, TRUE, arabic.text, arabic.length);
}

static void
set_source (NidaSheet        *sheet,
            const NidaRecord *record)
{
  NidaCell source = nida_csv_unguard (nida_sheet_cell (sheet, record, NIDA_FIELD_SOURCE));

  sheet->has_source = source.length > 0;
  if (sheet->has_source)
    nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_SOURCE, source.text, source.length);
}

/* One of the rows that share an id because percentages split the flow. */
static void
set_part (NidaSheet *sheet,
          NidaCell   cell)
{
  guint64 part = 0;

  for (guint32 i = 0; i < cell.length && part <= G_MAXINT32; i++)
    part = g_ascii_isdigit (cell.text[i]) ? part * 10 + (guint64) (cell.text[i] - '0') : G_MAXUINT32;
  if (part > 0 && part <= G_MAXINT32)
    nida_dataset_builder_set_part (sheet->builder, (guint) part);
  else
    nida_sheet_report (sheet, NIDA_PROBLEM_WORD_UNKNOWN, NIDA_FIELD_PART, cell);
}

static void
set_id (NidaSheet        *sheet,
        const NidaRecord *record)
{
  NidaCell id = nida_csv_unguard (nida_sheet_cell (sheet, record, NIDA_FIELD_ID));
  NidaCell part = nida_sheet_cell (sheet, record, NIDA_FIELD_PART);

  if (id.length > 0)
    nida_dataset_builder_set_id (sheet->builder, id.text, id.length);
  if (id.length > 0 && part.length > 0)
    set_part (sheet, part);
}

static guint
count_words (NidaCell cell)
{
  guint n = 1;

  for (guint32 i = 0; i < cell.length; i++)
    n += cell.text[i] == ',';
  return n;
}

/* The word at @index of "incoming, outgoing"; the only one where there is but one. */
static guint32
read_word (NidaSheet        *sheet,
           const NidaRecord *record,
           NidaField         field,
           guint             index)
{
  NidaCell cell = nida_sheet_cell (sheet, record, field);
  const char *from = cell.text, *end = cell.text + cell.length, *comma;

  if (count_words (cell) == 1)
    return nida_sheet_fixed_word (sheet, cell, field, field);
  while ((comma = memchr (from, ',', (gsize) (end - from))) != NULL && index > 0)
    from = comma + 1, index--;
  return nida_sheet_fixed_word (sheet, nida_cell_trim ((NidaCell) { from, (guint32) ((comma != NULL ? comma : end) - from), 0 }),
                                field, field);
}

/* @copy counts the boundaries that the row names. */
static gboolean
add_copy (NidaSheet        *sheet,
          const NidaRecord *record,
          NidaKind          kind,
          Amounts           amounts,
          guint             copy)
{
  gboolean with_texts = nida_sheet_wants_texts (sheet, record, kind);

  nida_sheet_begin_row (sheet, kind);
  if (!set_amounts (sheet, record, kind, amounts))
    return FALSE;
  set_id (sheet, record);
  set_names (sheet, record, with_texts);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (nida_sheet_has (sheet, words[i]))
      nida_dataset_builder_set_code (sheet->builder, words[i], read_word (sheet, record, words[i], copy));
  nida_sheet_period (sheet, nida_sheet_date (sheet, record, NIDA_FIELD_DATE),
                     nida_sheet_date (sheet, record, NIDA_FIELD_DATE_END));
  nida_sheet_value_date (sheet, record, NIDA_FIELD_VALUE_DATE);
  nida_sheet_usage (sheet, record, NIDA_FIELD_USAGE_YEAR, NIDA_FIELD_USAGE_YEAR);
  nida_sheet_updated (sheet, record, NIDA_FIELD_UPDATED_AT);
  if (with_texts)
    set_descriptions (sheet, record);
  set_source (sheet, record);
  return nida_sheet_end_row (sheet);
}

/* A flow that was merged names the boundaries of all its copies, "incoming, outgoing" and "shared, single": it is taken
 * apart again, and its copies merge by their id. */
static gboolean
add_row (NidaSheet        *sheet,
         const NidaRecord *record,
         NidaKind          kind,
         Amounts           amounts)
{
  guint n_copies = MAX (count_words (nida_sheet_cell (sheet, record, NIDA_FIELD_BOUNDARY)),
                        count_words (nida_sheet_cell (sheet, record, NIDA_FIELD_ON_BOUNDARY)));
  gboolean kept;

  if (nida_sheet_cell (sheet, record, NIDA_FIELD_ID).length == 0)
    n_copies = 1;
  kept = add_copy (sheet, record, kind, amounts, 0);
  sheet->quiet = TRUE;
  for (guint copy = 1; kept && copy < MIN (n_copies, 12); copy++)
    kept = add_copy (sheet, record, kind, amounts, copy);
  sheet->quiet = FALSE;
  return kept;
}

/* A column of requirements or reported totals gives rows of its own. */
static gboolean
add_total (NidaSheet        *sheet,
           const NidaRecord *record,
           guint             role,
           NidaKind          kind,
           gboolean         *kept)
{
  NidaCell currency = nida_sheet_cell (sheet, record, NIDA_FIELD_CURRENCY);
  Amounts amounts = { .usd = NIDA_MONEY_NONE };
  NidaCellState state = nida_sheet_money (sheet, record, role, &amounts.amount);

  amounts.has_currency = currency.length > 0;
  amounts.is_dollars = !amounts.has_currency || nida_cell_is (currency, "USD");
  if (state == NIDA_CELL_OK)
    *kept |= add_row (sheet, record, kind, amounts);
  return state != NIDA_CELL_BAD;
}

static gboolean
read_row (NidaSheet        *sheet,
          const NidaRecord *record)
{
  gboolean kept = FALSE;
  Amounts amounts;
  NidaKind kind;

  if (nida_sheet_has (sheet, NIDA_FIELD_REQUIREMENT)
      && !add_total (sheet, record, NIDA_FIELD_REQUIREMENT, NIDA_KIND_REQUIREMENT, &kept))
    return FALSE;
  if (nida_sheet_has (sheet, NIDA_FIELD_REPORTED)
      && !add_total (sheet, record, NIDA_FIELD_REPORTED, NIDA_KIND_REPORTED, &kept))
    return kept;
  if (kept && nida_sheet_cell (sheet, record, NIDA_FIELD_AMOUNT).length == 0
      && nida_sheet_cell (sheet, record, NIDA_FIELD_AMOUNT_USD).length == 0)
    return TRUE;

  kind = read_kind (sheet, record);
  if (kind == NIDA_KIND_NONE || !read_amounts (sheet, record, kind, &amounts))
    return kept;
  nida_sheet_remark_amount (sheet, record, nida_sheet_has (sheet, NIDA_FIELD_AMOUNT) ? NIDA_FIELD_AMOUNT
                                                                                     : NIDA_FIELD_AMOUNT_USD,
                            amounts.amount != NIDA_MONEY_NONE ? amounts.amount : amounts.usd);
  return add_row (sheet, record, kind, amounts) || kept;
}

const NidaReader nida_csv_reader = {
  .format = "Nida CSV",
  .family = NULL,         /* an id such as "fts:376156" brings its family along */
  .states_move = TRUE,
  .columns = nida_csv_columns,
  .n_columns = NIDA_CSV_N_COLUMNS,
  .accepts = accepts,
  .begin = begin,
  .read_row = read_row,
};
