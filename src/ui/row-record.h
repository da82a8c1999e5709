/* What is read of a row's source once more: its record there, and the checksum of the bytes. */
#pragma once

#include "copies.h"
#include "dataset.h"
#include "row-lines.h"

G_BEGIN_DECLS

typedef struct _NidaRowRecord NidaRowRecord;

/* @lines outlive it; @copies: (nullable): where the bytes of the source are held. */
NidaRowRecord *nida_row_record_new          (NidaRowLines *lines, NidaDataset *dataset, guint row, NidaCopies *copies);
/* Nothing that is still being read is heard of any more. */
void           nida_row_record_free         (NidaRowRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaRowRecord, nida_row_record_free)

/* A button of its own: a large file takes a while. */
void           nida_row_record_add_checksum (NidaRowRecord *self);
/* Begins to read it. */
void           nida_row_record_add_view     (NidaRowRecord *self);
void           nida_row_record_ask_checksum (NidaRowRecord *self);
/* NULL until it was read. */
const char    *nida_row_record_get_text     (NidaRowRecord *self);
const char    *nida_row_record_get_checksum (NidaRowRecord *self);

G_END_DECLS
