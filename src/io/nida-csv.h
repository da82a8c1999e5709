/* Nida's own CSV: what its reader shares with the writer and with corrections of columns. */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* A role is a field's number, or one of these. */
enum {
  NIDA_CSV_DONOR_AR = NIDA_N_FIELDS,
  NIDA_CSV_RECIPIENT_AR,
  NIDA_CSV_CATEGORY_AR,
  NIDA_CSV_APPEAL_AR,
  NIDA_CSV_COUNTRY_AR,
  NIDA_CSV_EMERGENCY_AR,
  NIDA_CSV_PARTNER_AR,
  NIDA_CSV_DESCRIPTION_AR,
};

#define NIDA_CSV_N_COLUMNS 101
extern const NidaColumn nida_csv_columns[NIDA_CSV_N_COLUMNS];

/* The role of the column called @name ("donor", "donor_ar"), or -1. */
int      nida_csv_find_role    (const char *name);
/* The first name that a column of @role has; NULL for no role. */
const char *nida_csv_role_name (int role);
/* Take off the apostrophe that keeps a spreadsheet from seeing a formula. */
NidaCell nida_csv_unguard      (NidaCell cell);
/* Say which columns no field takes. @roles are those of the file, text that is left unread included. */
void     nida_csv_report_columns (NidaSheet *sheet, const gint16 roles[NIDA_MAX_ROLES]);

G_END_DECLS
