/* What can be done with one source of the list: read again, compared, counted alone, found in another place, removed. */
#pragma once

#include "source-row.h"

G_BEGIN_DECLS

/* The actions of @row, which must outlive them, for its group "source"; transfer full. */
GActionMap *nida_source_menu_new_actions (NidaSourceRow *row);
/* A menu of those that make sense now, with the interval as another window may have set it; transfer full. */
GMenuModel *nida_source_menu_new         (NidaSourceRow *row, GActionMap *actions);

G_END_DECLS
