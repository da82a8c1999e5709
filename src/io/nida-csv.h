/* Nida's own CSV: what its reader shares with the writer and with corrections of columns. */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* The role of the column called @name ("donor", "donor_ar"), or -1. */
int      nida_csv_find_role    (const char *name);
/* Does a spreadsheet take a cell that begins so for a formula? */
gboolean nida_csv_is_formula   (const char *text, gsize length);
/* Say which columns no field takes. @roles are those of the file, text that is left unread included. */
void     nida_csv_report_columns (NidaSheet *sheet, const gint16 roles[NIDA_MAX_ROLES]);

G_END_DECLS
