/* A selection in words: what it holds, and how much of a figure that is. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* "Donor: Kuwait": values of a filter or a selection, in the language of the window. */
char       *nida_selected_words_field     (NidaSession *session, NidaField field, const char * const *values);
/* "Date: 2007 – 2026"; one of the ends may be NIDA_DATE_NONE. */
char       *nida_selected_words_range     (NidaDate from, NidaDate to);
/* One part of @brush, by its index. */
char       *nida_selected_words_part      (NidaSession *session, const NidaBrush *brush, guint index);
/* The name that somebody gave to the selection, or NULL. */
const char *nida_selected_words_find_name (NidaSession *session, const NidaBrush *brush);
/* "Donor: Kuwait, Date: 2026", or the name that somebody gave to the selection. */
char       *nida_selected_words_selection (NidaSession *session, const NidaBrush *brush);
/* The same in the language of a show. */
char       *nida_selected_words_selection_in (NidaSession *session, NidaLanguage *language, const NidaBrush *brush);
/* "selected: $4.5M of $7.3M, compared: $2M". @value, @other: @inside and @compared in words, @other NULL where nothing is compared. */
char       *nida_selected_words_of_whole  (const NidaMark *mark, NidaMoney inside, NidaMoney compared, const char *value, const char *other);
/* What is selected, and how much that is of all that @chart is of; for those who do not see it. NULL while nothing is. */
char       *nida_selected_words_describe  (NidaSession *session, guint chart, const NidaChartSpec *spec, NidaScene *scene);

G_END_DECLS
