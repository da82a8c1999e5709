/* Words that a spreadsheet would take for a formula. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nida_formula_begins      (const char *text, gsize length);
void     nida_formula_append_cell (GString *out, const char *text);

G_END_DECLS
