/* Private to the model: what a report says of one source, as values. */
#pragma once

#include "report.h"

G_BEGIN_DECLS

GVariant *nida_report_pack_source     (NidaReport *self);
GVariant *nida_report_pack_problems   (NidaReport *self);
GVariant *nida_report_pack_stated     (NidaReport *self);
/* Add the source as @info and @packed have it. FALSE: it says what cannot be, as of the next two. */
gboolean  nida_report_unpack_source   (NidaReport *self, GVariant *packed, const NidaSourceInfo *info);
gboolean  nida_report_unpack_problems (NidaReport *self, GVariant *packed);
gboolean  nida_report_unpack_stated   (NidaReport *self, GVariant *packed);

G_END_DECLS
