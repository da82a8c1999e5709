/* Names of a dataset that may be one organisation, and why. */
#pragma once

#include "aliases.h"
#include "dataset.h"

G_BEGIN_DECLS

/* The strongest reason first. */
typedef enum {
  NIDA_ALIAS_SAME_COUNTRY,      /* governments of one country */
  NIDA_ALIAS_SAME_REFERENCE,    /* known by one reference, such as IATI's */
  NIDA_ALIAS_SAME_SPELLING,     /* written alike */
} NidaAliasReason;

/**
 * NidaAliasSuggestion:
 * @names: %NULL-terminated, two or more, in the order of their code points
 * @keep: one of them: in Latin letters before Arabic, which becomes its label; simply a country before its government; then
 *   the one that most rows have
 */
typedef struct {
  NidaAliasReason reason;
  char          **names;
  const char     *keep;
} NidaAliasSuggestion;

/* Transfer full (element-type NidaAliasSuggestion). @aliases (or NULL) says which names are known to be two. */
GPtrArray *nida_aliases_suggest (NidaDataset *dataset, NidaAliases *aliases);

G_END_DECLS
