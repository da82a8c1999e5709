/* The field's terms and whole sentences about data: what a measure, field, kind, rule, aside or problem is called. */
#pragma once

#include "language.h"
#include "report.h"

G_BEGIN_DECLS

/* Column and filter headings: "Donor" / «الجهة المانحة». @field is a NidaField. Static, in gettext's language. */
const char *nida_words_field      (int field);
/* "Donors" as a plural heading; "%s donors" counts through nida_words_count. */
const char *nida_words_fields     (int field);
char       *nida_words_count      (NidaLanguage *language, int field, guint64 n);   /* "3 donors" */
/* A word of a fixed vocabulary: nida_words_value (NIDA_FIELD_KIND, "pledge"). The word itself when it is unknown. */
const char *nida_words_value      (int field, const char *word);
/* What went wrong and what to do about it, as whole sentences in gettext's language. */
char       *nida_words_problem    (NidaLanguage *language, const NidaProblem *problem);
char       *nida_words_remedy     (NidaLanguage *language, const NidaProblem *problem);

G_END_DECLS
