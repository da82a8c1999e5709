/* A workbook: its sheets by name, and the rows of a sheet as texts, whatever program wrote it. Numbers are texts too,
 * exactly as they were meant; dates are ISO 8601. */
#pragma once

#include "csv-tokenizer.h"
#include "zip-archive.h"

G_BEGIN_DECLS

typedef struct _NidaWorkbook NidaWorkbook;

/* NidaCell.doubled of a workbook's cell. */
typedef enum { NIDA_WORKBOOK_TEXT, NIDA_WORKBOOK_NUMBER } NidaWorkbookCell;

/* @number counts rows of the sheet from 1; rows without any text are passed over. FALSE ends the reading without error. */
typedef gboolean (*NidaWorkbookRow) (guint number, const NidaCell *cells, guint n_cells, gpointer data);

/* NULL when @zip is no workbook. Takes it then not. */
gboolean      nida_workbook_is             (NidaZip *zip);
NidaWorkbook *nida_workbook_open           (NidaZip *zip, const char *name, GCancellable *cancellable, GError **error);
void          nida_workbook_free           (NidaWorkbook *self);
const char   *nida_workbook_get_format     (NidaWorkbook *self);      /* "XLSX" or "ODS" */
guint         nida_workbook_get_n_sheets   (NidaWorkbook *self);
const char   *nida_workbook_get_sheet_name (NidaWorkbook *self, guint sheet);
gboolean      nida_workbook_read           (NidaWorkbook *self, guint sheet, NidaWorkbookRow row, gpointer data, GError **error);
/* The first @n_rows rows with any text: (element-type GStrv). */
GPtrArray    *nida_workbook_preview        (NidaWorkbook *self, guint sheet, guint n_rows, GArray **numbers, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaWorkbook, nida_workbook_free)

G_END_DECLS
