/* What a comparison of two sources says, in the window's language. */
#pragma once

#include "source-comparison.h"

G_BEGIN_DECLS

/* @currency: of the amounts, never NULL; @names: of both sources, as nida_language_name() isolates them. */
typedef struct {
  NidaGroupBy  by;
  NidaMeasure  measure;
  const char  *currency;
  char        *names[2];
} NidaComparedTerms;

/* All are owned by the caller, unless they are constant. */
const char *nida_compare_words_field   (NidaGroupBy by);
char       *nida_compare_words_figure  (const NidaComparedTerms *terms, NidaMoney figure, gboolean with_unit);
char       *nida_compare_words_group   (const NidaComparedTerms *terms, const NidaComparedGroup *group);
/* "the same", "different", "only in the first" */
char       *nida_compare_words_state   (const NidaComparedTerms *terms, const NidaComparedGroup *group);
/* Cells for another program, with tabs between them: figures ungrouped, empty where there is none. */
char       *nida_compare_words_line    (const NidaComparedTerms *terms, const NidaComparedGroup *group);
char       *nida_compare_words_summary (const NidaComparedTerms *terms, const NidaSourceComparison *comparison);
char       *nida_compare_words_total   (const NidaComparedTerms *terms, const NidaSourceComparison *comparison);
/* The unit, what was asked, by which rule. */
char       *nida_compare_words_note    (const NidaComparedTerms *terms, const NidaSourceComparison *comparison);

G_END_DECLS
