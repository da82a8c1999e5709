/* The cards and charts of a board in a key file: groups of their own, "Chart 1/Note 2", each as spec-text.c writes it. */
#pragma once

#include "arrangement.h"

G_BEGIN_DECLS

/* Into @file; NULL, a board as it is composed from data, writes nothing. */
void     nida_arrangement_put  (NidaArrangement *arrangement, GKeyFile *file);
/* What was put: NULL in @arrangement for a board as it is composed. FALSE with @error for a chart that this version does not
 * know, or where one is missing. */
gboolean nida_arrangement_take (GKeyFile *file, NidaArrangement **arrangement, GError **error);

G_END_DECLS
