/* One value in the filter panel: check, name, figure, and behind them a bar as long as the figure. */
#pragma once

#include "filter-list.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_FILTER_ROW (nida_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (NidaFilterRow, nida_filter_row, NIDA, FILTER_ROW, GtkWidget)

GtkWidget *nida_filter_row_new  (NidaSession *session, NidaFilterList *list);
void       nida_filter_row_bind (NidaFilterRow *self, GtkListItem *item);   /* NULL lets go */
/* Menu and Shift+F10 open one. */
gboolean   nida_filter_row_has_menu (NidaFilterRow *self);

G_END_DECLS
