/* Names in a table of entries that may be ones that the data know under another spelling: found, and joined where a person says
 * that they are. */
#pragma once

#include "alias-suggestions.h"
#include "ledger-table.h"

G_BEGIN_DECLS

/**
 * NidaNameOffer:
 * @field: %NIDA_FIELD_DONOR for any organisation: it is one in all fields; else %NIDA_FIELD_CATEGORY or %NIDA_FIELD_APPEAL
 * @name: as the table has it; @known: as the data have it
 * @accepted: a person says that they are one; nobody else does
 */
typedef struct {
  NidaField       field;
  char           *name, *known;
  NidaAliasReason reason;
  gboolean        accepted;
} NidaNameOffer;

/* (element-type NidaNameOffer), each name once; empty where the data know all names, or none that is like them. @base: or NULL. */
GPtrArray *nida_ledger_names_offer (NidaLedgerTable *table, NidaDataset *base, NidaAliases *aliases);
/* What was accepted: organisations count as the known ones by @aliases, which keep what was written; what an entry is for has no
 * aliases and is written as it is known. */
void       nida_ledger_names_apply (GPtrArray *offers, NidaLedgerTable *table, NidaAliases *aliases);

G_END_DECLS
