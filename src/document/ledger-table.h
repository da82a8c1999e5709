/* Entries as a table of somebody's own: pasted from a spreadsheet, imported from a file, exported to one. */
#pragma once

#include "entry-cells.h"
#include "ledger.h"

G_BEGIN_DECLS

/* What was not understood: the row of the table, from 1, the column as it is called there or a letter, and a sentence with the
 * remedy. The rest of the row was taken, unless @refused. */
typedef struct {
  guint    row;
  char    *column;
  char    *message;
  gboolean refused;
} NidaTableProblem;

/**
 * NidaLedgerTable:
 *
 * @entries: (element-type NidaEntry): what was understood
 * @ids: (element-type utf8): of each of them the id that the table gives it; ""
 * @problems: (element-type NidaTableProblem)
 */
typedef struct {
  GPtrArray *entries, *ids, *problems;
  guint      n_rows;
} NidaLedgerTable;

/* Text with tabs, commas or semicolons between its cells, with or without a first row that names the columns. */
NidaLedgerTable *nida_ledger_table_parse (const char *text, gsize length);
/* A file of such text, or the first sheet of a workbook. Blocks. */
NidaLedgerTable *nida_ledger_table_read  (GFile *file, GError **error);
void             nida_ledger_table_free  (NidaLedgerTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaLedgerTable, nida_ledger_table_free)

/* Put the entries into @document as one step; those whose id is there already replace it. */
void             nida_ledger_table_apply (NidaLedgerTable *self, NidaDocument *document, const char *name);
/* All entries, as .csv or .xlsx by the ending of @file; reading that gives the same entries. */
gboolean         nida_ledger_table_write (NidaLedger *ledger, gboolean rtl, GFile *file, GError **error);

G_END_DECLS
