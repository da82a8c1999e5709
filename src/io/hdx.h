/* What the readers of HDX files share. */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* As nida_sheet_name(), but "Not specified" is not a name. */
void nida_hdx_name      (NidaSheet *sheet, const NidaRecord *record, guint role, NidaField field);
/* A cell of ISO codes: "SYR", "SYR,TUR" or "SYR | TUR". */
void nida_hdx_countries (NidaSheet *sheet, const NidaRecord *record, guint role, NidaField field);
void nida_hdx_set_countries (NidaSheet *sheet, NidaCell cell, NidaField field, gboolean known);
/* FALSE for an empty cell and "Not specified". */
gboolean nida_hdx_is_stated (NidaCell cell);
/* The names of the global clusters, in which a list of clusters may be split. */
extern const char * const nida_hdx_global_clusters[];

G_END_DECLS
