/* A workbook as an input. */
#pragma once

#include "format.h"
#include "workbook.h"

G_BEGIN_DECLS

gboolean nida_workbook_file_read (NidaInput *input, NidaZip *zip, GError **error);

G_END_DECLS
