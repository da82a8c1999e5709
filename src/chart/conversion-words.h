/* What was converted, from which currencies, at whose rates and of which days: for source lines and standard error. */
#pragma once

#include "cube.h"
#include "language.h"

G_BEGIN_DECLS

/* "US$ as reported." where nothing was converted, "Amounts in EUR." else. */
char *nida_words_currency     (NidaLanguage *language, NidaCube *cube);
/* "US$", "US$ at 2023 prices": what amounts are counted in, for a subtitle. */
char *nida_words_unit         (NidaLanguage *language, NidaQuery *query);
/* "Converted from EUR at the rates of the European Central Bank, 4 Jan – 12 Apr 2024: 12 rows." "" when nothing was. */
char *nida_words_converted    (NidaLanguage *language, NidaCube *cube);
/* The same for a source line: "Converted from 15 currencies at the rates of the European Central Bank, 4 Jan – 12 Apr 2024." */
char *nida_words_converted_briefly (NidaLanguage *language, NidaCube *cube);
/* Whose rates they were, where there is no room for more: "Rates: European Central Bank and fixed rates." "" without a table. */
char *nida_words_rates        (NidaLanguage *language, NidaCube *cube);
/* "No rate for their date, left out: EUR (2 rows)." "" when every amount had one. */
char *nida_words_unconverted  (NidaLanguage *language, NidaCube *cube);
/* The same for a source line: "No rate for their date, left out: 21 rows in 9 currencies." */
char *nida_words_unconverted_briefly (NidaLanguage *language, NidaCube *cube);
/* Beside the figure of a card, "2 rows left out, no rate", in fewer words where @briefly; NULL where nothing is left out. */
char *nida_words_unconverted_remark (NidaLanguage *language, NidaCube *cube, gboolean briefly);

/* Of one row: "1 KWD = 3.2512 USD". */
char *nida_words_rate         (NidaLanguage *language, const char *from, const char *to, NidaRatio ratio);
/* Whose rate that is, and of which day: "European Central Bank, 4 Jan 2024". */
char *nida_words_rate_source  (NidaLanguage *language, const NidaConversion *conversion);

G_END_DECLS
