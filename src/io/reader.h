/* What a table format must provide, and what it may use: a list of columns and a function that reads one row. Which
 * reader takes a file is decided by the columns that it has, never by its name. */
#pragma once

#include "columns.h"
#include "dataset-builder.h"
#include "loader.h"

G_BEGIN_DECLS

typedef struct _NidaSheet NidaSheet;

typedef struct {
  const char       *format;        /* for `check`: "HDX CSV (FTS flows)" */
  const char       *family;        /* the prefix of its ids, or NULL */
  gboolean          states_move;
  gboolean          ids_repeat;    /* rows of one file that share an id are distinct */
  const NidaColumn *columns;
  guint             n_columns;
  /* Further than the required columns; may be NULL. */
  gboolean        (*accepts)  (const gint16 roles[NIDA_MAX_ROLES], const NidaHeader *header);
  /* Vocabularies and the like, once a table; may be NULL. */
  void            (*begin)    (NidaSheet *sheet);
  /* FALSE when the record gave no row; the reason was reported. */
  gboolean        (*read_row) (NidaSheet *sheet, const NidaRecord *record);
} NidaReader;

extern const NidaReader nida_hdx_flows_reader;
extern const NidaReader nida_hdx_requirements_reader;
extern const NidaReader nida_hdx_clusters_reader;
extern const NidaReader nida_hdx_hapi_reader;
extern const NidaReader nida_hdx_plans_reader;
extern const NidaReader nida_pooled_funds_reader;
extern const NidaReader nida_crs_reader;
extern const NidaReader nida_csv_reader;

/**
 * NidaSheet:
 *
 * One file on its way into one builder, in one thread.
 */
struct _NidaSheet {
  const NidaReader   *reader;
  const NidaHeader   *header;
  NidaDatasetBuilder *builder;
  NidaReport         *report;
  guint               source;
  guint32             source_code;   /* the file's name as a word of NIDA_FIELD_SOURCE */
  gboolean            has_source;    /* the row says itself where it comes from */
  gboolean            quiet;         /* the row is a copy; what is wrong with it has been told */
  gboolean            date_told;     /* a date of the row was none, and that was reported */
  guint               line;          /* of the record being read */
  gint16              roles[NIDA_MAX_ROLES];
  NidaDecimalMark     decimal;
  char                currency[4];   /* of amounts that no cell gives one; "": US dollars, assumed */
  guint               textless;      /* kinds of rows whose texts stay unread */
  guint64             rows_read;
  guint64             rows_refused;
  guint64             rows_empty;
  NidaKind            kind;              /* of the row that was begun last */
  gboolean            row_empty;         /* the reader found no figure in the row: it is not refused */
  guint64             repaired;      /* cells whose bytes were not text */
  gboolean            seen_text;     /* a cell held text outside ASCII that was valid */
  guint16            *used;          /* the columns that roles name, each once */
  guint               n_used;
  guint16            *texts;         /* columns of long text that only some kinds of rows need: checked when they do */
  guint               n_texts;
  gboolean            unchecked;     /* the texts of this record are yet to be checked */
  struct {
    char    name[4];
    guint32 code;
  }                   currencies[64];  /* codes met before, by a hash of the name */
  char                list_mark;     /* stands between the names of a cell that lists several; NUL where commas may */
  guint64             place_offset;  /* where the bytes of the record are, when a line does not say it */
  guint32             place_length;
  gpointer            data;          /* of a format that makes its records itself: what its reader needs beside the cells */
  GPtrArray          *repairs;       /* the text of repaired cells, for one record */
};

void      nida_sheet_init      (NidaSheet *self, const NidaReader *reader, const NidaHeader *header,
                                NidaDatasetBuilder *builder, guint source, const char *source_name,
                                const NidaLoadOptions *options);
void      nida_sheet_begin     (NidaSheet *self);
/* Check the shape and the bytes of @record, then let the reader have it. */
void      nida_sheet_read      (NidaSheet *self, NidaRecord *record);
void      nida_sheet_clear     (NidaSheet *self);

/* For readers. A cell is trimmed of white space; it is empty when the file has no such column. */
static inline gboolean
nida_sheet_has (const NidaSheet *self,
                guint            role)
{
  return self->roles[role] >= 0;
}

static inline NidaCell
nida_sheet_raw_cell (const NidaSheet  *self,
                     const NidaRecord *record,
                     guint             role)
{
  return self->roles[role] < 0 ? (NidaCell) { "", 0, 0 } : record->cells[self->roles[role]];
}

/* White space of ASCII, which no locale changes. */
static inline gboolean
nida_is_space (char c)
{
  return c == ' ' || ((guint8) c >= '\t' && (guint8) c <= '\r' && c != '\v');
}

static inline NidaCell
nida_cell_trim (NidaCell cell)
{
  while (cell.length > 0 && nida_is_space (cell.text[0]))
    cell.text++, cell.length--;
  while (cell.length > 0 && nida_is_space (cell.text[cell.length - 1]))
    cell.length--;
  return cell;
}

static inline NidaCell
nida_sheet_cell (const NidaSheet  *self,
                 const NidaRecord *record,
                 guint             role)
{
  return nida_cell_trim (nida_sheet_raw_cell (self, record, role));
}

/* Without regard to the case of ASCII letters. */
static inline gboolean
nida_cell_is (NidaCell    cell,
              const char *text)
{
  guint32 i = 0;

  while (i < cell.length && text[i] != '\0' && (cell.text[i] == text[i] || g_ascii_tolower (cell.text[i]) == g_ascii_tolower (text[i])))
    i++;
  return i == cell.length && text[i] == '\0';
}

/* Report a problem of the cell of @role. */
void      nida_sheet_report    (NidaSheet *self, NidaProblemKind kind, guint role, NidaCell cell);
/* Are the long texts of a row of @kind wanted? Then they are checked, like other cells before. */
gboolean  nida_sheet_wants_texts (NidaSheet *self, const NidaRecord *record, NidaKind kind);
/* Begin a row of this record. */
void      nida_sheet_begin_row (NidaSheet *self, NidaKind kind);
/* Keep the row; FALSE, reported, when the dataset is full. */
gboolean  nida_sheet_end_row   (NidaSheet *self);

typedef enum { NIDA_CELL_EMPTY, NIDA_CELL_OK, NIDA_CELL_BAD } NidaCellState;
NidaCellState nida_sheet_money (NidaSheet *self, const NidaRecord *record, guint role, NidaMoney *money);
/* Report that it is negative or zero. */
void      nida_sheet_remark_amount (NidaSheet *self, const NidaRecord *record, guint role, NidaMoney money);
/* The percentage in the cell, if there is one, against what the row's own figures make. */
void      nida_sheet_compare_share (NidaSheet *self, const NidaRecord *record, guint role, NidaMoney required,
                                    NidaMoney funding, NidaCell subject);
/* A date that is none is reported, and then undated. */
NidaDate  nida_sheet_date      (NidaSheet *self, const NidaRecord *record, guint role);
/* The code of the fixed word in the cell; 0, reported, when it is another. */
guint32   nida_sheet_fixed_word (NidaSheet *self, NidaCell cell, guint role, NidaField field);
guint32   nida_sheet_word      (NidaSheet *self, const NidaRecord *record, guint role, NidaField field);
/* The word for the currency whose ISO 4217 code is in @cell; 0 when it is none. */
guint32   nida_sheet_currency_code (NidaSheet *self, NidaCell cell);
/* Is @cell an ISO 4217 code? Then set it as the row's currency. */
gboolean  nida_sheet_currency  (NidaSheet *self, NidaCell cell);
/* The amount of the row, in the currency that the cell of @role names. FALSE for one that is unknown, which the report says. */
gboolean  nida_sheet_amount_in (NidaSheet *self, const NidaRecord *record, guint role, NidaMoney amount);
/* Set a name field unless the cell is empty. */
void      nida_sheet_name      (NidaSheet *self, const NidaRecord *record, guint role, NidaField field);
/* The cell as text: where it lists several, with semicolons. */
NidaCell  nida_sheet_plain     (NidaSheet *self, NidaCell cell);
/* The code of the name in a list. */
typedef guint32 (*NidaSheetIntern) (NidaDictionary *dictionary, const char *name, gsize length);
guint32   nida_sheet_intern_name (NidaDictionary *dictionary, const char *name, gsize length);
/* Where the format says which names a cell lists: set them, and never take a name apart. FALSE where it does not. */
gboolean  nida_sheet_list      (NidaSheet *self, NidaCell cell, NidaField field, NidaSheetIntern intern);
/* A row without a date is counted here. */
void      nida_sheet_period    (NidaSheet *self, NidaDate start, NidaDate end);
/* The day whose exchange rate holds. What is no date is reported, and then the row's own date is that day. */
void      nida_sheet_value_date (NidaSheet *self, const NidaRecord *record, guint role);
void      nida_sheet_usage     (NidaSheet *self, const NidaRecord *record, guint first_role, guint last_role);
void      nida_sheet_updated   (NidaSheet *self, const NidaRecord *record, guint role);

G_END_DECLS
