/* Names of one field, interned: a row holds a code, the dictionary what it is called in English and Arabic. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NidaDictionary:
 *
 * Codes count from 1; 0 is "not stated". An entry has an English name, perhaps an Arabic one and a reference (an ISO
 * 3166 alpha-3 code). An entry may stand for several others ("SYR, TUR"); its members are codes of the same dictionary.
 * Not thread-safe while it is filled, and read-only once its dataset is built.
 */
#define NIDA_TYPE_DICTIONARY (nida_dictionary_get_type ())
G_DECLARE_FINAL_TYPE (NidaDictionary, nida_dictionary, NIDA, DICTIONARY, GObject)

NidaDictionary *nida_dictionary_new         (void);
/* What both hold is kept once; the codes are those of @base, and what is added to the copy is not in it. */
NidaDictionary *nida_dictionary_copy        (NidaDictionary *base);
gboolean        nida_dictionary_continues   (NidaDictionary *self, NidaDictionary *base);
guint32         nida_dictionary_intern      (NidaDictionary *self, const char *name, gssize length);
guint32         nida_dictionary_lookup      (NidaDictionary *self, const char *name, gssize length);
void            nida_dictionary_set_arabic  (NidaDictionary *self, guint32 code, const char *name);
void            nida_dictionary_set_ref     (NidaDictionary *self, guint32 code, const char *ref);
void            nida_dictionary_set_members (NidaDictionary *self, guint32 code, const guint32 *members, guint n_members);

guint32         nida_dictionary_get_size    (NidaDictionary *self);  /* the highest code */
const char     *nida_dictionary_get_name    (NidaDictionary *self, guint32 code);
const char     *nida_dictionary_get_arabic  (NidaDictionary *self, guint32 code);  /* NULL when there is none */
/* The entry of another name whose Arabic one @arabic is; 0: none. */
guint32         nida_dictionary_find_labelled (NidaDictionary *self, const char *arabic);
const char     *nida_dictionary_get_ref     (NidaDictionary *self, guint32 code);  /* NULL when there is none */
const guint32  *nida_dictionary_get_members (NidaDictionary *self, guint32 code, guint *n_members);
/* Case-folded, NFKC, bidi controls and white space at the ends removed: what two spellings of one name share. */
char           *nida_name_fold              (const char *name);
/* A newly allocated copy of @name that may be shown: stray bidi controls and control characters removed. */
char           *nida_name_clean             (const char *name);

G_END_DECLS
