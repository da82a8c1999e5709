/* Names that are one, or may be, in words. */
#pragma once

#include "alias-suggestions.h"
#include "language.h"

G_BEGIN_DECLS

/* Why names may be one, as the end of a line: "governments of one country". */
const char *nida_words_alias_reason (NidaAliasReason reason);
/* "“Kuwait” and “State of Kuwait”"; transfer full. */
char       *nida_words_alias_names  (NidaLanguage *language, const NidaAliasSuggestion *suggestion);
/* "Names counted as one: Kuwait (2)." for a source line; NULL where no two names are. Transfer full. */
char       *nida_words_joined       (NidaLanguage *language, NidaDataset *dataset);

G_END_DECLS
