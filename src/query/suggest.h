/* Names that are near to what somebody typed. Private to query/. */
#pragma once

#include "local-engine.h"
#include "sheet.h"

G_BEGIN_DECLS

/* Codes of the names of @field that stand in rows, best first, at most @max. */
GArray *nida_suggest_codes   (NidaSheet *sheet, NidaField field, const char *text, guint max);
/* Names of any of @fields, NIDA_FIELD_NONE behind the last, that leave little doubt, best first: NidaNearName, none where nothing is
 * near. */
GArray *nida_suggest_near    (NidaSheet *sheet, const NidaField *fields, const char *text, guint max);
/* The same as nida_suggest_codes() of plain words, NULL-terminated. */
char  **nida_suggest_words   (const char * const *words, const char *text, guint max);
/* The names of nida_suggest_codes(), NULL-terminated. */
char  **nida_suggest_names   (NidaSheet *sheet, NidaField field, const char *text, guint max);
/* The same of regions of the world and of what the data call "regional", in either language. */
char  **nida_suggest_places  (const NidaPlaces *places, const char *text, guint max);
/* Fail with NIDA_QUERY_ERROR_UNKNOWN_VALUE: "No donor is called “Kuwayt”. The nearest: “Kuwait, Government of”." */
void    nida_suggest_error   (GError **error, NidaField field, const char *text, const char * const *nearest);

G_END_DECLS
