/* Where a JSON value ends, and what is wrong there. Private to the readers of JSON. */
#pragma once

#include "bytes.h"
#include "json-stream.h"

G_BEGIN_DECLS

/* A value while its end is looked for; set @max_depth, at most %NIDA_JSON_MAX_DEPTH. */
typedef struct {
  guint8  closing[NIDA_JSON_MAX_DEPTH];     /* what closes each bracket that is open */
  guint   depth;
  guint   max_depth;
  gboolean in_text;
  gboolean escaped;
  guint64 text_offset;
  guint64 longest;                          /* bytes of the longest text that has ended */
} NidaJsonScan;

/* May @c stand outside of quotes? Brackets, marks, numbers, and the letters of true, false and null. */
gboolean nida_json_is_structural (char c);
/* Take the next bytes of a value, which begin at @offset of the text. Returns how many of them belong to it: all, or fewer
 * with @ended; with @problem the last of them is wrong. */
gsize    nida_json_scan          (NidaJsonScan *scan, const char *bytes, gsize length, guint64 offset, gboolean *ended,
                                  const char **problem);

/* All return FALSE with @error, which names the line and the column (in characters) of the byte at @offset of the text that
 * begins at @start: they are found by reading it anew. @what: a phrase such as "a colon is missing". */
gboolean nida_json_fail      (NidaBytes *bytes, guint64 start, guint64 offset, const char *what, GError **error);
gboolean nida_json_fail_size (NidaBytes *bytes, guint64 start, guint64 offset, const char *what, GError **error);
gboolean nida_json_fail_end  (NidaBytes *bytes, guint64 start, guint64 offset, GError **error);
/* What json-c says is wrong, as such a phrase. */
const char *nida_json_problem_words (enum json_tokener_error problem);

G_END_DECLS
