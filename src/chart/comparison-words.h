/* What a source states and what Nida makes of it, in words. */
#pragma once

#include "comparisons.h"
#include "cube.h"
#include "language.h"

G_BEGIN_DECLS

/* A whole sentence, exact: "The source states $725,591,299 received; Nida sums the same." */
char *nida_words_comparison       (NidaLanguage *language, const NidaComparison *comparison);
/* A total that a row states beside what its parts add up to, exact; NULL where there is nothing to compare. */
char *nida_words_stated_total     (NidaLanguage *language, const NidaFact *fact, const char *currency);
/* The same of words that were made before: @apart is the distance, the sign of @difference says in which direction. */
char *nida_words_stated           (const char *value, const char *apart, NidaMoney difference);
/* What differs, by NidaStatedKind, for the source lines of charts; NULL where nothing does. The texts are the caller's. */
void  nida_words_differences      (NidaLanguage *language, NidaDataset *dataset, char *sentences[NIDA_N_STATED]);

G_END_DECLS
