/* How figures and names stand in tables, CSV and JSON on standard output. */
#pragma once

#include "query.h"

G_BEGIN_DECLS

/* Exact and ungrouped: a ratio has six decimals, a count none, money as many as it needs. */
char *nida_output_figure    (NidaMeasure measure, NidaMoney value);
/* @text as a string of JSON, with its quotes. */
void  nida_output_json_text (GString *out, const char *text);
/* Columns of a terminal that @text takes. */
int   nida_output_width     (const char *text);
/* Prints @text in @width columns: a name with room behind it, a number at the end of its own. */
void  nida_output_padded    (const char *text, int width, gboolean number);

G_END_DECLS
