/* The columns of a ledger as a table, and the words by which people name them and the kinds of entries. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

typedef enum {
  NIDA_ENTRY_CELL_ID,
  NIDA_ENTRY_CELL_KIND,         /* what it counts as: "pledge", "paid", "requirement", "cancelled" */
  NIDA_ENTRY_CELL_DATE,         /* since when it is so */
  NIDA_ENTRY_CELL_DATE_END,
  NIDA_ENTRY_CELL_DONOR,
  NIDA_ENTRY_CELL_DONOR_AR,
  NIDA_ENTRY_CELL_RECIPIENT,
  NIDA_ENTRY_CELL_RECIPIENT_AR,
  NIDA_ENTRY_CELL_APPEAL,
  NIDA_ENTRY_CELL_APPEAL_AR,
  NIDA_ENTRY_CELL_CATEGORY,
  NIDA_ENTRY_CELL_CATEGORY_AR,
  NIDA_ENTRY_CELL_COUNTRY,
  NIDA_ENTRY_CELL_COUNTRY_AR,
  NIDA_ENTRY_CELL_PARTNER,
  NIDA_ENTRY_CELL_PARTNER_AR,
  NIDA_ENTRY_CELL_EMERGENCY,
  NIDA_ENTRY_CELL_EMERGENCY_AR,
  NIDA_ENTRY_CELL_DONOR_COUNTRY,
  NIDA_ENTRY_CELL_AMOUNT,
  NIDA_ENTRY_CELL_CURRENCY,
  NIDA_ENTRY_CELL_QUALIFIER,
  NIDA_ENTRY_CELL_USAGE_YEAR,
  NIDA_ENTRY_CELL_DUE,
  NIDA_ENTRY_CELL_NEXT_STEP,
  NIDA_ENTRY_CELL_NOTE,
  NIDA_ENTRY_CELL_NOTE_AR,
  NIDA_ENTRY_CELL_SAID_BY,
  NIDA_ENTRY_CELL_SOURCE,
  NIDA_ENTRY_CELL_LINKS,        /* by spaces */
  NIDA_ENTRY_CELL_WHOLE,        /* the amount, where parts of it were paid */
  NIDA_ENTRY_CELL_FIRST_DATE,   /* of the first status, where the present one has a day of its own */
  NIDA_ENTRY_CELL_HISTORY,      /* "pledged 2026-01-10 1768000000000000 Noura; part:3000000 …; paid …" */
  NIDA_N_ENTRY_CELLS,
  NIDA_ENTRY_CELL_OPEN = NIDA_N_ENTRY_CELLS,   /* what no part was paid of yet: shown, never written or read */
  NIDA_ENTRY_CELL_SUBJECT,      /* that which says what the entry is, nida_entry_get_subject(): no column of a file */
} NidaEntryCell;

/* "donor_ar", as the first row of a file has it: the names of Nida's own CSV, which reads such a file as data. */
const char *nida_entry_cell_get_name  (NidaEntryCell cell);
/* What a person, or a file in either language, calls the column; FALSE for any other. */
gboolean    nida_entry_cell_from_name (const char *name, NidaEntryCell *cell);
/* What the column is called in the language spoken. */
const char *nida_entry_cell_get_title (NidaEntryCell cell);
/* A word for a kind or a status, in English or Arabic, or as it is shown; NIDA_KIND_NONE for any other, and for "cancelled". */
NidaKind    nida_entry_kind_from_word (const char *word, gboolean *cancelled);

G_END_DECLS
