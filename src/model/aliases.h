/* Names that are one: "State of Kuwait" is "Kuwait", because somebody said so. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

/* What a name is a name of. An organisation gives, receives and passes on, and is one in all three fields. */
typedef enum {
  NIDA_ALIAS_ORGANISATION,
  NIDA_N_ALIAS_KINDS,
} NidaAliasKind;

/**
 * NidaAliases:
 *
 * Which names count as another name, and which look alike and are said not to be one. Names are compared exactly. It is
 * filled by one thread and read-only once it is shared, so a change is made to a copy.
 */
typedef struct _NidaAliases NidaAliases;

NidaAliases *nida_aliases_new       (void);
NidaAliases *nida_aliases_ref       (NidaAliases *self);
void         nida_aliases_unref     (NidaAliases *self);
NidaAliases *nida_aliases_copy      (NidaAliases *self);           /* NULL is an empty set, here and below */
gboolean     nida_aliases_equal     (NidaAliases *a, NidaAliases *b);
gboolean     nida_aliases_is_empty  (NidaAliases *self);

void         nida_aliases_add       (NidaAliases *self, NidaAliasKind kind, const char *name, const char *is, const char *arabic);
void         nida_aliases_join      (NidaAliases *self, NidaAliasKind kind, const char * const *names, const char *keep);
void         nida_aliases_remove    (NidaAliases *self, NidaAliasKind kind, const char *name);
const char  *nida_aliases_get       (NidaAliases *self, NidaAliasKind kind, const char *name);
const char  *nida_aliases_resolve   (NidaAliases *self, NidaAliasKind kind, const char *name);
const char  *nida_aliases_get_said_arabic (NidaAliases *self, NidaAliasKind kind, const char *name);
const char  *nida_aliases_get_arabic (NidaAliases *self, NidaAliasKind kind, const char *name);
char       **nida_aliases_dup_names (NidaAliases *self, NidaAliasKind kind);

/* Two names that look alike and are two. */
typedef struct { const char *one, *other; } NidaApart;
void         nida_aliases_set_apart (NidaAliases *self, NidaAliasKind kind, const char *one, const char *other);
void         nida_aliases_unset_apart (NidaAliases *self, NidaAliasKind kind, const char *one, const char *other);
gboolean     nida_aliases_are_apart (NidaAliases *self, NidaAliasKind kind, const char *one, const char *other);
GArray      *nida_aliases_list_apart (NidaAliases *self, NidaAliasKind kind);

/* The word of a kind in files: "organisation". */
const char  *nida_alias_kind_get_word  (NidaAliasKind kind);
gboolean     nida_alias_kind_from_word (const char *word, NidaAliasKind *kind);
/* The fields whose names are of this kind, NIDA_FIELD_NONE at the end. */
const NidaField *nida_alias_kind_get_fields (NidaAliasKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaAliases, nida_aliases_unref)

G_END_DECLS
