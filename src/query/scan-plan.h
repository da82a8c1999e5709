/* Many scans of one selection that count alike, in few passes over the rows. Private to query/. */
#pragma once

#include "scan.h"

G_BEGIN_DECLS

/* Look at what came out of a scan; it is cleared afterwards. */
typedef void (*NidaScanTaken) (NidaScan *scan, gpointer data);

/* @fine: the finest groups of each field that any of @wanted asks for. Fails as nida_scans_run() does. */
gboolean nida_scans_run_few (NidaScan **wanted, guint n_wanted, const NidaDimension *fine, guint n_fine, NidaScanTaken taken,
                             gpointer data, GError **error);

G_END_DECLS
