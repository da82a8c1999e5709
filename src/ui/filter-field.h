/* One field of the filter panel: a heading that opens to its values, largest first, with a search where they are many. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_FILTER_FIELD (nida_filter_field_get_type ())
G_DECLARE_FINAL_TYPE (NidaFilterField, nida_filter_field, NIDA, FILTER_FIELD, GtkWidget)

GtkWidget *nida_filter_field_new        (NidaSession *session, NidaField field, gboolean expanded);
/* How many names the data have in @field. */
guint      nida_filter_field_count_names (NidaDataset *dataset, NidaField field);
NidaField  nida_filter_field_get_field  (NidaFilterField *self);
/* Search from above: opens where something is found, hides where nothing is. "" shows all. */
void       nida_filter_field_set_search (NidaFilterField *self, const char *text);
/* Is it certain that the search finds nothing here? Not while the names are still asked for. */
gboolean   nida_filter_field_is_empty   (NidaFilterField *self);

G_END_DECLS
