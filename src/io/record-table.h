/* Records that a format makes itself, of a JSON array or a sheet of a workbook, into rows: the same readers as for CSV. */
#pragma once

#include "format.h"
#include "layout.h"
#include "reader.h"

G_BEGIN_DECLS

typedef struct _NidaRecordTable NidaRecordTable;

/* A table with @header (taken), as one more source of @input. @reader NULL: the one that the header calls for, and an error
 * when there is none. @format NULL: the reader's own. NULL with @error. */
NidaRecordTable *nida_record_table_new    (NidaInput *input, NidaHeader *header, const NidaReader *reader, const char *format,
                                           NidaRowUnit unit, GError **error);
/* The same where a layout says which column is which; @header_row is where the header stands. NULL: the names do. */
NidaRecordTable *nida_record_table_new_laid_out (NidaInput *input, NidaHeader *header, const NidaReader *reader,
                                                 const NidaLayout *layout, const char *format, NidaRowUnit unit,
                                                 guint header_row, GError **error);
/* A header of @names, for formats that know their columns. */
NidaHeader      *nida_record_header_new   (const char * const *names, guint n_names);
/* record->line is the number of the row in the table's unit. @offset and @length say where its bytes are; 0: not known. */
void             nida_record_table_read   (NidaRecordTable *self, NidaRecord *record, guint64 offset, guint32 length);
/* A record that cannot be a row: say so, and count it. @column: of the header, or -1. */
void             nida_record_table_refuse (NidaRecordTable *self, guint number, NidaProblemKind kind, int column,
                                           const char *found);
guint            nida_record_table_get_source (NidaRecordTable *self);
NidaSheet       *nida_record_table_get_sheet  (NidaRecordTable *self);
/* Keep the counts; the table is freed. FALSE when the bytes changed meanwhile. */
gboolean         nida_record_table_end    (NidaRecordTable *self, GError **error);
/* Give up after an error. */
void             nida_record_table_free   (NidaRecordTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaRecordTable, nida_record_table_free)

G_END_DECLS
