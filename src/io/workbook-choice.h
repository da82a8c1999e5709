/* Which sheet of a workbook is read, which of its rows is the header, and what takes its rows. */
#pragma once

#include "layout.h"
#include "loader.h"
#include "reader.h"
#include "workbook.h"

G_BEGIN_DECLS

/**
 * NidaWorkbookChoice:
 * @header_number: the row of the sheet
 * @reader: what takes its rows; %NULL when nothing does
 * @layout: of a table that no reader knows, or that a person laid out; else %NULL
 * @unread: the other sheets that hold a table, for the report; %NULL when there is none
 */
typedef struct {
  guint             sheet;
  guint             header_number;
  NidaHeader       *header;
  const NidaReader *reader;
  NidaLayout       *layout;
  char             *unread;
} NidaWorkbookChoice;

/* FALSE with @error when no sheet can be read; @choice->sheet is then the one that comes nearest. Clear it in any case. */
gboolean nida_workbook_choose       (NidaWorkbook *workbook, const char *name, const NidaLoadOptions *options,
                                     NidaWorkbookChoice *choice, GError **error);
void     nida_workbook_choice_clear (NidaWorkbookChoice *self);
/* The names of all sheets. */
GStrv    nida_workbook_dup_names    (NidaWorkbook *workbook);

G_END_DECLS
