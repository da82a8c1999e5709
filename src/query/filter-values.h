/* What a filter's words mean for one column: an answer for each code. Private to query/, but for periods, which a brush reads,
 * too. */
#pragma once

#include "query.h"
#include "sheet.h"

G_BEGIN_DECLS

/* Answers, combined with "and" over the parts of a filter. */
enum {
  NIDA_PASS_NO = 0,
  NIDA_PASS_YES = 1,
  NIDA_PASS_SHARED = 1 | 2,       /* passes by one name of several */
};

/* Each fills @answers by code (@n codes) or fails with NIDA_QUERY_ERROR_UNKNOWN_VALUE. */
gboolean nida_filter_values_names   (NidaSheet *sheet, NidaField field, const char * const *values, guint8 *answers,
                                     GError **error);
gboolean nida_filter_values_ids     (const NidaEncoded *ids, const char * const *values, guint8 *answers, GError **error);
gboolean nida_filter_values_groups  (const char * const *values, guint8 *answers, GError **error);
/* By code of a country. */
gboolean nida_filter_values_regions (NidaSheet *sheet, const char * const *values, guint8 *answers, GError **error);
/* Bits 1 << code of the words of boundary or on_boundary. */
gboolean nida_filter_values_words   (NidaField field, const char * const *values, guint *bits, GError **error);
/* "2024", "2024-Q1", "2024-02", "2024-02-04", "2009..2023", "2024/25" (years begin in month @fiscal_start); a period
 * without a start for "undated" and "". */
gboolean nida_filter_values_period  (const char *value, guint fiscal_start, NidaPeriod *period, GError **error);

G_END_DECLS
