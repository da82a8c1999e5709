/* Figures are numbers in a workbook, so that they can be added up; words are words, never formulas. */
#include "config.h"

#include "cells-write.h"

#include "loader.h"
#include "safe-file.h"
#include "workbook-write.h"

#include <string.h>

#define MAX_DIGITS 15      /* that a spreadsheet keeps of a number */
#define MIN_WIDTH 9        /* of a column, in characters … */
#define MAX_WIDTH 48       /* … a longer text goes on below the next cell or is read in the line of the formula */

/* What is written. */
typedef struct {
  const char * const *headings;
  GPtrArray          *rows;
  gboolean            rtl;
} Cells;

void
nida_sheet_cell_clear (gpointer cell)
{
  g_free (((NidaSheetCell *) cell)->text);
}

/* --- CSV --- */

static GBytes *
to_csv (const Cells *cells)
{
  GString *out = g_string_new ("\xEF\xBB\xBF");      /* spreadsheets know UTF-8 by it */

  for (guint i = 0; cells->headings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      nida_csv_append_cell (out, cells->headings[i]);
    }
  g_string_append (out, "\r\n");
  for (guint r = 0; r < cells->rows->len; r++)
    {
      const GArray *row = cells->rows->pdata[r];

      for (guint i = 0; i < row->len; i++)
        {
          const NidaSheetCell *cell = &g_array_index (row, NidaSheetCell, i);

          if (i > 0)
            g_string_append_c (out, ',');
          /* A negative figure begins like a formula, and is none. */
          if (cell->kind == NIDA_SHEET_TEXT)
            nida_csv_append_cell (out, cell->text);
          else
            g_string_append_printf (out, "%s%s", cell->text, cell->kind == NIDA_SHEET_PERCENT ? "%" : "");
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free_to_bytes (out);
}

/* --- workbook --- */

static gboolean
fits_number (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) ? 1 : 0;
  return n > 0 && n <= MAX_DIGITS;
}

static lxw_format *
add_format (lxw_workbook *workbook,
            const char   *code)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_num_format (format, code);
  return format;
}

static void
write_text (lxw_worksheet *sheet,
            guint          row,
            guint          column,
            const char    *text,
            lxw_format    *format)
{
  g_autofree char *escaped = nida_workbook_escape (text);

  if (*text != '\0')
    worksheet_write_string (sheet, row, (lxw_col_t) column, escaped, format);
}

/* A figure that has no room is "####" in a spreadsheet. */
static void
widen (const Cells   *cells,
       lxw_worksheet *sheet)
{
  for (guint i = 0; cells->headings[i] != NULL; i++)
    {
      glong width = g_utf8_strlen (cells->headings[i], -1);

      for (guint r = 0; r < cells->rows->len; r++)
        {
          const GArray *row = cells->rows->pdata[r];
          const NidaSheetCell *cell = i < row->len ? &g_array_index (row, NidaSheetCell, i) : NULL;
          glong length = cell != NULL ? g_utf8_strlen (cell->text, -1) : 0;

          /* thousands are parted when it is shown */
          width = MAX (width, cell != NULL && cell->kind != NIDA_SHEET_TEXT ? length + length / 3 : length);
        }
      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, (double) CLAMP (width + 1, MIN_WIDTH, MAX_WIDTH), NULL);
    }
}

static gboolean
fill (lxw_workbook  *workbook,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Cells *cells = data;
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *header = workbook_add_format (workbook);
  lxw_format *number = add_format (workbook, "#,##0.###"), *whole = add_format (workbook, "#,##0");
  lxw_format *percent = add_format (workbook, "0.0##%");

  format_set_bold (header);
  if (cells->rtl)
    worksheet_right_to_left (sheet);
  for (guint i = 0; cells->headings[i] != NULL; i++)
    write_text (sheet, 0, i, cells->headings[i], header);
  worksheet_freeze_panes (sheet, 1, 0);
  widen (cells, sheet);
  for (guint r = 0; r < cells->rows->len; r++)
    {
      const GArray *row = cells->rows->pdata[r];

      for (guint i = 0; i < row->len; i++)
        {
          const NidaSheetCell *cell = &g_array_index (row, NidaSheetCell, i);
          gboolean numeric = cell->kind != NIDA_SHEET_TEXT && fits_number (cell->text);
          double value = numeric ? g_ascii_strtod (cell->text, NULL) : 0;

          if (!numeric)
            write_text (sheet, r + 1, i, cell->text, NULL);
          else if (cell->kind == NIDA_SHEET_PERCENT)
            worksheet_write_number (sheet, r + 1, (lxw_col_t) i, value / 100, percent);
          else
            worksheet_write_number (sheet, r + 1, (lxw_col_t) i, value, strchr (cell->text, '.') != NULL ? number : whole);
        }
    }
  return TRUE;
}

/**
 * nida_cells_write_file:
 * @headings: (array zero-terminated=1): of the columns
 * @rows: (element-type GArray): of NidaSheetCell
 * @rtl: whether a sheet begins at the right
 * @file: where to; its ending says the format
 * @error: return location for an error
 *
 * Returns: %FALSE when nothing was written
 */
gboolean
nida_cells_write_file (const char * const  *headings,
                       GPtrArray           *rows,
                       gboolean             rtl,
                       GFile               *file,
                       GError             **error)
{
  Cells cells = { headings, rows, rtl };
  g_autofree char *name = g_file_get_basename (file), *lower = g_ascii_strdown (name, -1);
  g_autoptr (GBytes) csv = NULL;

  if (g_str_has_suffix (lower, ".xlsx"))
    return nida_workbook_write (file, fill, &cells, NULL, error);
  csv = to_csv (&cells);
  return nida_safe_file_write (file, csv, NULL, error);
}
