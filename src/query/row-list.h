/* Some rows of a dataset in some order, as a GListModel of flows: our own permutation, sorted in a thread. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

#define NIDA_TYPE_ROW_LIST (nida_row_list_get_type ())
G_DECLARE_FINAL_TYPE (NidaRowList, nida_row_list, NIDA, ROW_LIST, GObject)

/* Takes @rows (guint); NULL is every row. */
NidaRowList *nida_row_list_new        (NidaDataset *dataset, GArray *rows);
NidaDataset *nida_row_list_get_dataset (NidaRowList *self);
guint        nida_row_list_get_row    (NidaRowList *self, guint position);
/* Order by @field; names by @compare (in the user's language; NULL is code points), descriptions and ids by code points,
 * ties in row order. */
typedef int (*NidaNameCompare) (const char *a, const char *b, gpointer data);
void         nida_row_list_sort_async  (NidaRowList *self, NidaField field, gboolean descending, gboolean arabic,
                                        NidaNameCompare compare, gpointer compare_data, GDestroyNotify destroy,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean     nida_row_list_sort_finish (NidaRowList *self, GAsyncResult *result, GError **error);

G_END_DECLS
