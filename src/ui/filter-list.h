/* The values of one field that may be filtered by, largest first: a lazy list, an item only where a row is shown. */
#pragma once

#include "cube.h"
#include "filter-set.h"
#include "language.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NIDA_TYPE_FILTER_ITEM (nida_filter_item_get_type ())
G_DECLARE_FINAL_TYPE (NidaFilterItem, nida_filter_item, NIDA, FILTER_ITEM, GObject)

const char *nida_filter_item_get_value (NidaFilterItem *self);   /* the English name, as a filter takes it */

/**
 * NidaFilterList:
 *
 * Signal "refreshed": the values stand in the same places, but their figures changed.
 */
#define NIDA_TYPE_FILTER_LIST (nida_filter_list_get_type ())
G_DECLARE_FINAL_TYPE (NidaFilterList, nida_filter_list, NIDA, FILTER_LIST, GObject)

NidaFilterList *nida_filter_list_new        (NidaField field);
NidaField       nida_filter_list_get_field  (NidaFilterList *self);
/* New figures; @language names and sorts. */
void            nida_filter_list_set_cube   (NidaFilterList *self, NidaCube *cube, NidaLanguage *language);
/* Only names that have the words of @text, in either language, whole or in part; "" is all. */
void            nida_filter_list_set_search (NidaFilterList *self, const char *text);
guint           nida_filter_list_get_n_all  (NidaFilterList *self);
/* Has it been told any values yet, also none? */
gboolean        nida_filter_list_is_filled  (NidaFilterList *self);
/* What the row at @position shows. */
char           *nida_filter_list_dup_name   (NidaFilterList *self, guint position);
char           *nida_filter_list_dup_figure (NidaFilterList *self, guint position);
double          nida_filter_list_get_share  (NidaFilterList *self, guint position);   /* of the largest, 0 to 1 */

G_END_DECLS
