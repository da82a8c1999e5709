/* What a reader made of one source, as one value that can be kept beside the source's bytes, and back. What comes back is checked
 * as what anybody may have written. */
#pragma once

#include "dataset-builder.h"

G_BEGIN_DECLS

/* rows; columns: which, bytes a value, values; by field: names, Arabic labels, references, members; ids; texts; wholes; spellings;
 * vocabularies; the source; problems; what it states. In the byte order of the machine. */
#define NIDA_PACKED_COLUMN   "(yyay)"
#define NIDA_PACKED_NAMES    "(yasa(us)a(us)a(uau))"
#define NIDA_PACKED_WHOLE    "(uuxuu)"
#define NIDA_PACKED_SPELLING "(sa(st)a(st))"
#define NIDA_PACKED_WORDS    "(yas)"
#define NIDA_PACKED_SOURCE   "(sssmsmstttuubb)"
#define NIDA_PACKED_PROBLEM  "(uuumsmsmstumau)"
#define NIDA_PACKED_STATED   "(uumsmsmsxxubt)"
#define NIDA_PACKED_TYPE \
  "(ua" NIDA_PACKED_COLUMN "a" NIDA_PACKED_NAMES "ayay" "a" NIDA_PACKED_WHOLE "a" NIDA_PACKED_SPELLING "a" NIDA_PACKED_WORDS \
  NIDA_PACKED_SOURCE "a" NIDA_PACKED_PROBLEM "a" NIDA_PACKED_STATED ")"

/* Of a builder that holds one source and nothing else. NULL: it holds rates, or several sources. */
GVariant *nida_dataset_builder_pack   (NidaDatasetBuilder *self);
/* Into a builder that is as new; @info: what is known of the source besides. FALSE: @packed is not what a builder was packed as,
 * and the builder is as new. */
gboolean  nida_dataset_builder_unpack (NidaDatasetBuilder *self, GVariant *packed, const NidaSourceInfo *info);

G_END_DECLS
