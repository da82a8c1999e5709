/* The field's terms and whole sentences about data: what a measure, field, kind, rule, aside or problem is called. */
#pragma once

#include "field.h"
#include "language.h"
#include "report.h"

G_BEGIN_DECLS

/* Column and filter headings: "Donor" / «الجهة المانحة». @field is a NidaField. Static, in the language that the
 * thread speaks. */
const char *nida_words_field      (int field);
/* "Donors" as a plural heading; "%s donors" counts through nida_words_count. */
const char *nida_words_fields     (int field);
/* "3 donors"; NIDA_FIELD_ID counts flows, NIDA_FIELD_SOURCE_ROW rows, NIDA_FIELD_SOURCE files. */
char       *nida_words_count      (NidaLanguage *language, int field, guint64 n);
/* A word of a fixed vocabulary: nida_words_value (NIDA_FIELD_KIND, "pledge"). The word itself when it is unknown. */
const char *nida_words_value      (int field, const char *word);
/* The name to show for a value of @field, isolated: its label, the word of a vocabulary, a country for its code, "Kuwait"
 * for "Kuwait, Government of", "Not stated" for none. Filters and files keep the exact name. */
char       *nida_words_name       (NidaLanguage *language, int field, const char *english, const char *arabic);
/* The same without isolation, for sorting and searching; owned by the caller. */
char       *nida_words_plain_name (NidaLanguage *language, int field, const char *english, const char *arabic);
/* The ISO 3166 alpha-2 code of the country that @english, a name or an alpha-3 code, means; NULL when it means none. */
const char *nida_words_country_code (const char *english);
/* In a few letters, for narrow places, by that code: "CAR"; NULL where the name is as short as it gets. Not isolated. */
const char *nida_words_country_brief (NidaLanguage *language, const char *code);
/* What a source is called, to be shown; not isolated. */
char       *nida_words_source       (const NidaSourceInfo *info);
/* What went wrong and what to do about it, as whole sentences in the language that the thread speaks. */
char       *nida_words_problem    (NidaLanguage *language, const NidaProblem *problem);
char       *nida_words_found      (NidaLanguage *language, const NidaProblem *problem);
char       *nida_words_remedy     (NidaLanguage *language, const NidaProblem *problem);
/* Where in its source a row stands: "18" for a line, "record 18", "row 18". */
char       *nida_words_place      (NidaLanguage *language, NidaRowUnit unit, guint number);
/* Raw text of a file for a person: hidden characters spelt out ("<U+202E>"), invalid bytes repaired; not isolated. */
char       *nida_words_visible    (const char *raw);

G_END_DECLS
