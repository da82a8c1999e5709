/* Passes over the rows that questions with the same filters share. Private to query/. */
#pragma once

#include "scan.h"

G_BEGIN_DECLS

/* As nida_scan_run(), unless the selection has made that pass, or a finer one, before. One thread at a time. */
gboolean nida_scan_share (NidaScan *self, GError **error);

G_END_DECLS
