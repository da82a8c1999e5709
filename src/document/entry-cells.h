/* An entry as cells of a table: what a file, the clipboard and the table in the window have in common. A cell is read as a person
 * writes it and written exactly: ISO dates, decimals with a dot, English words. */
#pragma once

#include "entry.h"
#include "entry-columns.h"
#include "language.h"

G_BEGIN_DECLS

/* Whose money it is, which event, which need, which level: the donor, the note, the appeal or the category. */
NidaEntryCell nida_entry_get_subject  (const NidaEntry *self);
/* Exactly; "" for nothing. Transfer full. The id is not the entry's to say. */
char       *nida_entry_dup_cell       (const NidaEntry *self, NidaEntryCell cell);
/* As it is shown; transfer full. */
char       *nida_entry_dup_shown      (const NidaEntry *self, NidaEntryCell cell, NidaLanguage *language);
/* @mark: of decimals, as the column has it. FALSE with @error, which says what stands there and how it is to be written; then
 * nothing was changed. */
gboolean    nida_entry_set_cell       (NidaEntry *self, NidaEntryCell cell, const char *text, NidaDecimalMark mark, GError **error);
/* Money is pledged, committed or paid on @date. */
void        nida_entry_become         (NidaEntry *self, NidaKind kind, NidaDate date);

G_END_DECLS
