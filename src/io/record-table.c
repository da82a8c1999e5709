/* A sheet over records that somebody else makes. */
#include "config.h"

#include "record-table.h"

#include "nida-csv.h"
#include "readers.h"

#include <string.h>

struct _NidaRecordTable {
  NidaInput        *input;
  NidaHeader       *header;
  NidaSheet         sheet;
  guint64           rows_told;
};

NidaHeader *
nida_record_header_new (const char * const *names,
                        guint               n_names)
{
  g_autofree NidaCell *cells = g_new0 (NidaCell, n_names + 1);
  NidaRecord record = { .cells = cells, .n_cells = n_names, .line = 1 };

  for (guint i = 0; i < n_names; i++)
    cells[i] = (NidaCell) { names[i], (guint32) strlen (names[i]), 0 };
  return nida_header_new (&record);
}

/* What the names and contents of a table of somebody's own, or a person, say. */
static void
use_layout (NidaSheet         *sheet,
            const NidaLayout  *layout,
            NidaDecimalMark    decimal,
            guint              header_row)
{
  if (decimal == NIDA_DECIMAL_AUTO && layout->decimal != NIDA_DECIMAL_AUTO)
    sheet->decimal = layout->decimal;
  memcpy (sheet->currency, layout->currency, sizeof sheet->currency);
  nida_readers_report_layout (layout, sheet, header_row);
}

NidaRecordTable *
nida_record_table_new (NidaInput         *input,
                       NidaHeader        *header,
                       const NidaReader  *reader,
                       const char        *format,
                       NidaRowUnit        unit,
                       GError           **error)
{
  return nida_record_table_new_laid_out (input, header, reader, NULL, format, unit, 1, error);
}

NidaRecordTable *
nida_record_table_new_laid_out (NidaInput         *input,
                                NidaHeader        *header,
                                const NidaReader  *reader,
                                const NidaLayout  *layout,
                                const char        *format,
                                NidaRowUnit        unit,
                                guint              header_row,
                                GError           **error)
{
  g_autoptr (NidaRecordTable) self = g_new0 (NidaRecordTable, 1);
  NidaSourceInfo info = *input->info;
  gint16 roles[NIDA_MAX_ROLES];

  self->input = input;
  self->header = header;
  if (layout != NULL)
    nida_layout_get_roles (layout, roles);
  else if (reader != NULL)
    nida_header_match (header, reader->columns, reader->n_columns, roles);
  else if (!nida_readers_choose (header, info.name, input->options, roles, &reader, error))
    return NULL;
  if (reader == NULL)
    {
      nida_readers_set_error (header, info.name, error);
      return NULL;
    }
  info.format = (char *) (format != NULL ? format : reader->format);
  info.family = (char *) reader->family;
  info.states_move = reader->states_move;
  info.ids_repeat = reader->ids_repeat;
  info.unit = unit;
  nida_sheet_init (&self->sheet, reader, header, input->builder, nida_dataset_builder_add_source (input->builder, &info),
                   info.name, input->options);
  memcpy (self->sheet.roles, roles, sizeof roles);
  if (reader == &nida_csv_reader)
    nida_csv_report_columns (&self->sheet, roles);
  if (layout != NULL)
    use_layout (&self->sheet, layout, input->options->decimal, header_row);
  nida_sheet_begin (&self->sheet);
  return g_steal_pointer (&self);
}

void
nida_record_table_read (NidaRecordTable *self,
                        NidaRecord      *record,
                        guint64          offset,
                        guint32          length)
{
  self->sheet.place_offset = offset;
  self->sheet.place_length = length;
  nida_sheet_read (&self->sheet, record);
  if (self->sheet.rows_read % 1024 == 0)
    {
      atomic_fetch_add (&self->input->progress->rows, self->sheet.rows_read - self->rows_told);
      self->rows_told = self->sheet.rows_read;
    }
}

void
nida_record_table_refuse (NidaRecordTable *self,
                          guint            number,
                          NidaProblemKind  kind,
                          int              column,
                          const char      *found)
{
  self->sheet.rows_read++;
  self->sheet.rows_refused++;
  nida_report_add (self->sheet.report, kind, self->sheet.source, number,
                   column >= 0 ? self->header->names[column] : NULL, found, -1);
}

guint
nida_record_table_get_source (NidaRecordTable *self)
{
  return self->sheet.source;
}

NidaSheet *
nida_record_table_get_sheet (NidaRecordTable *self)
{
  return &self->sheet;
}

gboolean
nida_record_table_end (NidaRecordTable  *self,
                       GError          **error)
{
  NidaSourceInfo *info = nida_report_get_source (self->sheet.report, self->sheet.source);
  gboolean unchanged = nida_bytes_check (self->input->bytes, error);

  info->rows_read = self->sheet.rows_read;
  info->rows_refused = self->sheet.rows_refused;
  info->rows_empty = self->sheet.rows_empty;
  nida_record_table_free (self);
  return unchanged;
}

void
nida_record_table_free (NidaRecordTable *self)
{
  if (self->sheet.repairs != NULL)
    nida_sheet_clear (&self->sheet);
  nida_header_free (self->header);
  g_free (self);
}
