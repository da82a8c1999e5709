/* The names that this person said are one: the same in every window, kept in a file of their own. */
#pragma once

#include "aliases.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is said cannot be kept; the message says why. */
#define NIDA_ALIAS_STORE_ERROR (nida_alias_store_error_quark ())
GQuark nida_alias_store_error_quark (void);

typedef enum {
  NIDA_ALIAS_STORE_ERROR_FAILED,
  NIDA_ALIAS_STORE_ERROR_CHANGED,     /* somebody else wrote the file, which was read again */
  NIDA_ALIAS_STORE_ERROR_DAMAGED,     /* the file is not understood, and not overwritten */
} NidaAliasStoreError;

/**
 * NidaAliasStore:
 *
 * Signals:
 * - "changed": the aliases are others
 */
#define NIDA_TYPE_ALIAS_STORE (nida_alias_store_get_type ())
G_DECLARE_FINAL_TYPE (NidaAliasStore, nida_alias_store, NIDA, ALIAS_STORE, GObject)

/* The one of this process; transfer none. */
NidaAliasStore *nida_alias_store_get         (void);
/* For tests: that of another file. */
NidaAliasStore *nida_alias_store_new         (const char *path);
/* Never NULL; transfer none. */
NidaAliases    *nida_alias_store_get_aliases (NidaAliasStore *self);
/* Why the file could not be read, so that nothing is joined and nothing kept; NULL when it could. */
const char     *nida_alias_store_get_problem (NidaAliasStore *self);
/* Keep @aliases at once; FALSE with @error, and all stays, when they cannot be. */
gboolean        nida_alias_store_set         (NidaAliasStore *self, NidaAliases *aliases, GError **error);

G_END_DECLS
