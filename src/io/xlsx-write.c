/* The rows of a dataset as a workbook, with libxlsxwriter: texts are texts, never formulas; amounts are numbers where a
 * program of tables keeps all their digits, else texts; dates are dates, shown as precise as they are. */
#include "config.h"

#include "loader.h"

#include "translate.h"
#include "workbook-write.h"
#include "written.h"

#define MAX_ROWS   1048575u                               /* below the header */
#define MAX_TEXT   32767                                  /* characters of a cell */
#define MAX_DIGITS G_GINT64_CONSTANT (999999999999999)    /* 15 digits of thousandths */

typedef struct {
  NidaDataset   *dataset;
  GArray        *columns;
  lxw_workbook  *workbook;
  lxw_worksheet *sheet;
  lxw_format    *header, *whole, *amount, *dates[NIDA_PRECISION_YEAR + 1];
} Book;

static gboolean
write_text (Book        *self,
            guint        row,
            guint        column,
            const char  *text,
            GError     **error)
{
  g_autofree char *escaped = nida_workbook_escape (text);

  if (*text == '\0' || worksheet_write_string (self->sheet, row, (lxw_col_t) column, escaped, NULL) == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
               _("Row %u has a text of more than %d characters, which no cell of a workbook holds. Write a CSV file."), row + 1,
               MAX_TEXT);
  return FALSE;
}

/* A spreadsheet keeps 15 digits of a number. */
static gboolean
write_amount (Book        *self,
              guint        row,
              guint        column,
              NidaMoney    amount,
              const char  *text,
              GError     **error)
{
  if (amount == NIDA_MONEY_NONE)
    return TRUE;
  if (amount > MAX_DIGITS || amount < -MAX_DIGITS)
    return write_text (self, row, column, text, error);
  worksheet_write_number (self->sheet, row, (lxw_col_t) column, g_ascii_strtod (text, NULL),
                          amount % NIDA_MONEY_UNIT == 0 ? self->whole : self->amount);
  return TRUE;
}

static gboolean
write_date (Book        *self,
            guint        row,
            guint        column,
            NidaDate     date,
            const char  *text,
            GError     **error)
{
  int year, month, day;
  lxw_datetime moment = { 0 };

  if (*text == '\0')
    return TRUE;
  nida_civil_from_days (nida_date_first_day (date), &year, &month, &day);
  if (self->dates[date.precision] == NULL || year < 1901 || year > 9999)
    return write_text (self, row, column, text, error);
  moment.year = year;
  moment.month = month;
  moment.day = day;
  worksheet_write_datetime (self->sheet, row, (lxw_col_t) column, &moment, self->dates[date.precision]);
  return TRUE;
}

static gboolean
write_cell (Book        *self,
            guint        row,
            guint        line,
            guint        column,
            GError     **error)
{
  NidaWrittenColumn written = g_array_index (self->columns, NidaWrittenColumn, column);
  g_autofree char *text = nida_written_dup (self->dataset, row, written);
  NidaPeriod period = nida_dataset_get_period (self->dataset, row);

  switch ((int) written.field)
    {
    case NIDA_FIELD_AMOUNT:
      return write_amount (self, line, column, nida_dataset_get_amount (self->dataset, row), text, error);
    case NIDA_FIELD_AMOUNT_USD:
      return write_amount (self, line, column, nida_dataset_get_amount_usd (self->dataset, row), text, error);
    case NIDA_FIELD_DATE:
      return write_date (self, line, column, period.start, text, error);
    case NIDA_FIELD_DATE_END:
      return write_date (self, line, column, period.end, text, error);
    default:
      return write_text (self, line, column, text, error);
    }
}

/* A figure or a date that has no room is "####" in a spreadsheet; texts would hide one another. */
static double
width_of (NidaField field)
{
  switch ((int) field)
    {
    case NIDA_FIELD_AMOUNT:
    case NIDA_FIELD_AMOUNT_USD:
      return 18;
    case NIDA_FIELD_DATE:
    case NIDA_FIELD_DATE_END:
      return 12;
    default:
      return 22;
    }
}

static void
write_header (Book *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      NidaWrittenColumn column = g_array_index (self->columns, NidaWrittenColumn, i);
      g_autofree char *name = g_strconcat (nida_field_get_name (column.field), column.arabic ? "_ar" : "", NULL);

      worksheet_write_string (self->sheet, 0, (lxw_col_t) i, name, self->header);
      worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, width_of (column.field), NULL);
    }
  worksheet_freeze_panes (self->sheet, 1, 0);
}

static lxw_format *
add_format (Book       *self,
            const char *code)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_num_format (format, code);
  return format;
}

static gboolean
fill (Book          *self,
      const GArray  *rows,
      guint          n,
      GCancellable  *cancellable,
      GError       **error)
{
  self->sheet = workbook_add_worksheet (self->workbook, NULL);
  self->header = workbook_add_format (self->workbook);
  format_set_bold (self->header);
  self->whole = add_format (self, "#,##0");
  self->amount = add_format (self, "#,##0.00#");
  self->dates[NIDA_PRECISION_YEAR] = add_format (self, "yyyy");
  self->dates[NIDA_PRECISION_MONTH] = add_format (self, "yyyy-mm");
  self->dates[NIDA_PRECISION_DAY] = add_format (self, "yyyy-mm-dd");
  write_header (self);
  for (guint i = 0; i < n; i++)
    {
      guint row = rows != NULL ? g_array_index (rows, guint, i) : i;

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint c = 0; c < self->columns->len; c++)
        if (!write_cell (self, row, i + 1, c, error))
          return FALSE;
    }
  return TRUE;
}

/* What is written, and from which rows. */
typedef struct { NidaDataset *dataset; const GArray *rows; } Written;

static gboolean
fill_book (lxw_workbook  *workbook,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Written *written = data;
  guint n = written->rows != NULL ? written->rows->len : nida_dataset_get_n_rows (written->dataset);
  g_autoptr (GArray) columns = nida_written_columns (written->dataset, written->rows);
  Book book = { .dataset = written->dataset, .columns = columns, .workbook = workbook };

  return fill (&book, written->rows, n, cancellable, error);
}

/**
 * nida_xlsx_write:
 * @rows: (nullable) (element-type guint): the rows in their order, or %NULL for all
 *
 * Write a workbook of one sheet with the columns of Nida's own CSV. An error of any step keeps the old @file whole.
 * Returns: FALSE with @error
 */
gboolean
nida_xlsx_write (NidaDataset   *dataset,
                 const GArray  *rows,
                 GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Written written = { dataset, rows };
  guint n;

  g_return_val_if_fail (NIDA_IS_DATASET (dataset) && G_IS_FILE (file), FALSE);

  n = rows != NULL ? rows->len : nida_dataset_get_n_rows (dataset);
  if (n > MAX_ROWS)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                   _("A sheet holds %u rows, and these are %u. Write a CSV file, or filter the rows."), MAX_ROWS, n);
      return FALSE;
    }
  return nida_workbook_write (file, fill_book, &written, cancellable, error);
}
