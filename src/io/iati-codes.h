/* Code lists of IATI and of the OECD's DAC that rows need in words. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef struct {
  const char    *code;
  const char    *name;            /* as the code list has it */
  NidaKind       kind;            /* NIDA_KIND_NONE: no measure sums it */
  NidaDirection  direction;
} NidaIatiType;

/* NULL for a code that the list does not have. */
const NidaIatiType *nida_iati_type_from_code   (const char *code);
/* The type of an organisation in words, or NULL. */
const char         *nida_iati_org_type_name    (const char *code);
/* The name of a humanitarian purpose of the DAC, 720xx to 740xx, or NULL. */
const char         *nida_dac_purpose_name      (const char *code, gboolean arabic);

G_END_DECLS
