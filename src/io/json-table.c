/* The loop around the records of a JSON document. */
#include "config.h"

#include "json-table.h"

static gboolean
read_document (const NidaJsonTable  *self,
               NidaInput            *input,
               NidaJsonStream       *stream,
               NidaJsonRow          *row,
               NidaRecordTable      *table,
               GError              **error)
{
  NidaJsonElement element;
  GError *failure = NULL;

  while (nida_json_stream_next (stream, &element, &failure))
    {
      nida_json_row_clear (row);
      self->fill (row, element.object);
      nida_json_row_read (row, table, &element);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return self->end == NULL || self->end (input, table, nida_json_stream_get_envelope (stream), error);
}

gboolean
nida_json_table_read (const NidaJsonTable  *self,
                      NidaInput            *input,
                      GError              **error)
{
  const char *paths[] = { self->path, NULL };
  g_autoptr (NidaJsonStream) stream = nida_json_stream_new (input->bytes, input->text.start, paths, input->progress,
                                                            input->cancellable);
  g_autoptr (NidaJsonRow) row = nida_json_row_new (self->n_names);
  g_autoptr (NidaRecordTable) table = nida_record_table_new (input, nida_record_header_new (self->names, self->n_names),
                                                             self->reader, self->format, NIDA_UNIT_RECORD, error);

  if (table == NULL)
    return FALSE;
  nida_record_table_get_sheet (table)->list_mark = NIDA_JSON_LIST_MARK;
  nida_record_table_get_sheet (table)->decimal = NIDA_DECIMAL_DOT;
  if (self->several)
    nida_json_stream_set_several (stream);
  do
    if (!read_document (self, input, stream, row, table, error))
      return FALSE;
  while (nida_json_stream_next_document (stream));
  return nida_record_table_end (g_steal_pointer (&table), error);
}
