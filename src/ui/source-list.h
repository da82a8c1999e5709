/* The sources that are open, side by side. */
#pragma once

#include "source-row.h"

G_BEGIN_DECLS

/**
 * NidaSourceList:
 *
 * Signals:
 * - "find-problems" (const char *name): the person wants to see what is to look at in the source of this name
 */
#define NIDA_TYPE_SOURCE_LIST (nida_source_list_get_type ())
G_DECLARE_FINAL_TYPE (NidaSourceList, nida_source_list, NIDA, SOURCE_LIST, GtkWidget)

GtkWidget     *nida_source_list_new     (NidaSession *session);
/* That of @input; NULL when it is not open. */
NidaSourceRow *nida_source_list_get_row (NidaSourceList *self, const char *input);

G_END_DECLS
