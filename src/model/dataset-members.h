/* Private to the model: cells that list several names. */
#pragma once

#include "dictionary.h"

G_BEGIN_DECLS

/* The entry of @dictionary that stands for all of @codes: one code is itself, none is 0. */
guint32 nida_members_intern (NidaDictionary *dictionary, const guint32 *codes, guint n_codes);
/* Give every entry that lists names which stand alone, or are in @vocabulary (a set of texts, or NULL), its members. */
void    nida_members_split  (NidaDictionary *dictionary, GHashTable *vocabulary);

G_END_DECLS
