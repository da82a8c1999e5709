/* Passes over the rows that questions with the same filters share. Private to query/. */
#pragma once

#include "scan.h"

G_BEGIN_DECLS

/* As nida_scans_run() of one, unless the selection has made that pass, or a finer one, before. One thread at a time. */
gboolean nida_scan_share        (NidaScan *self, GError **error);
gboolean nida_scans_share_ahead (GPtrArray *wanted, GError **error);

G_END_DECLS
