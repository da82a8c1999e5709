/* What a question and its answer are called: measures, rules, steps, what stands beside the sums. */
#pragma once

#include "cube.h"
#include "language.h"
#include "nouns.h"

G_BEGIN_DECLS

const char *nida_words_measure    (NidaMeasure measure);                    /* "Received" */
const char *nida_words_rule       (NidaRule rule);                          /* "each flow once" */
const char *nida_words_step       (NidaStep step);
/* "Internal flows, left out: 12 flows, $3.4M" */
char       *nida_words_aside      (NidaLanguage *language, const NidaAside *aside, const char *currency);
char       *nida_words_aside_exact (NidaLanguage *language, const NidaAside *aside, const char *currency);   /* every digit */
/* Beside a figure: "at most $3.4M of it perhaps twice"; NULL where no sources overlap. */
char       *nida_words_overlap    (NidaLanguage *language, NidaCube *cube, gboolean briefly);
/* "Counting: each flow once, internal flows left out. Received = paid + committed." */
char       *nida_words_counting   (NidaLanguage *language, NidaCube *cube);
/* "2026", "1 Feb 2026 – 31 Mar 2026", "since 2024" from the dates that @query asks for; NULL when it asks for none. */
char       *nida_words_period      (NidaLanguage *language, NidaQuery *query);
/* One value of a filter: "Kuwait", "March 2026". */
char       *nida_words_filter_value (NidaLanguage *language, NidaField field, const char *value);
/* A filter as a chip says it: "Donor: Kuwait, Qatar" */
char       *nida_words_filter     (NidaLanguage *language, NidaNoun noun, NidaField field, const char * const *values);

G_END_DECLS
