/* The ledger as a table for a spreadsheet: an entry a row, and each part that was paid a row of its own below it, so that a reader
 * of Nida's own CSV, and whoever adds up the column, counts what the ledger counts. */
#include "config.h"

#include "ledger-table.h"

#include "cells-write.h"
#include "ledger-held.h"

#include <string.h>

#define MAX_DIGITS 15         /* that a workbook's number keeps */

static NidaSheetCell
written_cell (const NidaEntry *entry,
              const char      *id,
              NidaEntryCell    cell)
{
  NidaSheetCell written = { NIDA_SHEET_TEXT, NULL };

  if (cell == NIDA_ENTRY_CELL_ID)
    written.text = g_strconcat (NIDA_FAMILY_DESK ":", id, NULL);
  else if (cell == NIDA_ENTRY_CELL_AMOUNT && nida_entry_get_n_parts (entry) > 0)
    written.text = nida_money_to_string (nida_entry_get_open (entry));
  else
    written.text = nida_entry_dup_cell (entry, cell);
  if ((cell == NIDA_ENTRY_CELL_AMOUNT || cell == NIDA_ENTRY_CELL_WHOLE) && *written.text != '\0' && strlen (written.text) <= MAX_DIGITS)
    written.kind = NIDA_SHEET_NUMBER;
  return written;
}

static void
write_row (GPtrArray       *rows,
           const NidaEntry *entry,
           const char      *id)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (NidaSheetCell));

  g_array_set_clear_func (cells, nida_sheet_cell_clear);
  for (NidaEntryCell cell = 0; cell < NIDA_N_ENTRY_CELLS; cell++)
    {
      NidaSheetCell written = written_cell (entry, id, cell);

      g_array_append_val (cells, written);
    }
  g_ptr_array_add (rows, cells);
}

/* A payment of the same money; what is to be done about the rest is not its own. */
static NidaEntry *
part_new (const NidaEntry     *entry,
          const NidaEntryStep *step)
{
  NidaEntry *part = nida_entry_copy (entry);

  g_array_set_size (part->steps, 0);
  nida_entry_add_step (part, NIDA_ENTRY_PAID, step->date, step->at, step->who);
  part->amount = step->amount;
  part->period = (NidaPeriod) { step->date, step->date };
  part->due = NIDA_DATE_NONE;
  nida_entry_set_text (&part->next_step, NULL);
  g_ptr_array_set_size (part->links, 0);
  return part;
}

static void
write_entry (GPtrArray           *rows,
             const NidaLedgerRow *row)
{
  guint n = 0;

  write_row (rows, row->entry, row->id);
  for (guint i = 0; i < row->entry->steps->len; i++)
    {
      const NidaEntryStep *step = &g_array_index (row->entry->steps, NidaEntryStep, i);
      g_autoptr (NidaEntry) part = step->status == NIDA_ENTRY_PART ? part_new (row->entry, step) : NULL;
      g_autofree char *id = part != NULL ? nida_ledger_part_id (row->id, ++n) : NULL;

      if (part != NULL)
        write_row (rows, part, id);
    }
}

gboolean
nida_ledger_table_write (NidaLedger  *ledger,
                         gboolean     rtl,
                         GFile       *file,
                         GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const char *headings[NIDA_N_ENTRY_CELLS + 1] = { NULL };

  for (NidaEntryCell cell = 0; cell < NIDA_N_ENTRY_CELLS; cell++)
    headings[cell] = nida_entry_cell_get_name (cell);
  for (guint i = 0; i < nida_ledger_get_n (ledger); i++)
    if (nida_ledger_get (ledger, i)->entry != NULL)
      write_entry (rows, nida_ledger_get (ledger, i));
  return nida_cells_write_file (headings, rows, rtl, file, error);
}
