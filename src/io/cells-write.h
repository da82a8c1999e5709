/* A small table of words and figures, as a chart has it, written as CSV or as a workbook. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum { NIDA_SHEET_TEXT, NIDA_SHEET_NUMBER, NIDA_SHEET_PERCENT } NidaSheetCellKind;

/* @text: words; of a number "17064284.5", of a percentage "44.5". */
typedef struct {
  NidaSheetCellKind kind;
  char        *text;
} NidaSheetCell;

void     nida_sheet_cell_clear       (gpointer cell);
/* @headings: NULL-terminated; @rows: GArray of NidaSheetCell. The ending of @file says the format: .csv or .xlsx. No cell is a
 * formula, whatever it begins with. @rtl: the sheet begins at the right. */
gboolean nida_cells_write_file (const char * const *headings, GPtrArray *rows, gboolean rtl, GFile *file, GError **error);

G_END_DECLS
