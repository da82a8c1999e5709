/* What the groups of a chart are called: "194 other donors", "by cluster", "Several objectives". The words of a chart and of the window. */
#pragma once

#include "cube.h"
#include "language.h"

G_BEGIN_DECLS

/* A category is a cluster where the data name the humanitarian clusters, an objective where it splits one appeal. */
typedef enum {
  NIDA_NOUN_GROUP,
  NIDA_NOUN_DONOR,
  NIDA_NOUN_RECIPIENT,
  NIDA_NOUN_CATEGORY,
  NIDA_NOUN_CLUSTER,
  NIDA_NOUN_OBJECTIVE,
  NIDA_NOUN_APPEAL,
  NIDA_NOUN_COUNTRY,
  NIDA_NOUN_REGION,
  NIDA_N_NOUNS,
} NidaNoun;

NidaNoun    nida_noun_for_field  (NidaField field);
NidaNoun    nida_noun_for_cube   (NidaCube *cube, guint dimension);
/* By all names that the data have; @cube: what was asked of the field, which knows more, or NULL. */
NidaNoun    nida_noun_for_data   (NidaDataset *dataset, NidaField field, NidaCube *cube);
const char *nida_noun_name       (NidaNoun noun);                                     /* "Donor": a heading */
const char *nida_noun_by         (NidaNoun noun, NidaField field);                    /* "by donor" */
const char *nida_noun_several    (NidaNoun noun);                                     /* "Several clusters" */
const char *nida_noun_not_stated (NidaNoun noun);                                     /* "Cluster not stated" */
char       *nida_noun_count      (NidaLanguage *language, NidaNoun noun, guint64 n);  /* "201 donors" */
char       *nida_noun_other      (NidaLanguage *language, NidaNoun noun, guint64 n);  /* "194 other donors" */
char       *nida_noun_other_brief (NidaLanguage *language, guint64 n);                /* "194 others" */
char       *nida_noun_more       (NidaLanguage *language, NidaNoun noun, guint64 n);  /* "and 23 more appeals" */

G_END_DECLS
