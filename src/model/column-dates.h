/* Dates as codes: a table has millions of rows and a few thousand dates, so a row keeps one byte or two. Private to the model. */
#pragma once

#include "dataset-columns.h"

G_BEGIN_DECLS

/* Codes in place of dates, in the order of the rows, 0 for none; nothing is done where there are too many dates, or they lie too far
 * apart. */
void nida_columns_encode_dates (NidaColumns *self);
/* Dates in place of codes, for those who change one. */
void nida_columns_decode_dates (NidaColumns *self);
/* Make the columns of dates of both alike, that one can be put behind the other. */
void nida_columns_match_dates  (NidaColumns *self, NidaColumns *other);

G_END_DECLS
