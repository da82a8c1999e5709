/* The ready-made donor groups: GCC, DAC, EU. Private to query/. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

#define NIDA_N_DONOR_GROUPS 3

/* A set of groups: bit 1 << index. A donor may be in several. */
typedef guint8 NidaDonorGroups;

const char      *nida_donor_group_get_name (guint index);                           /* "GCC" */
const char      *nida_donor_group_get_arabic (guint index);
int              nida_donor_group_from_name (const char *name);                     /* -1 when there is none */
/* Of a country by its ISO 3166 alpha-3 code or name, or of a donor like "Kuwait, Government of"; each may be NULL. */
NidaDonorGroups  nida_donor_groups_of      (const char *ref, const char *name);

G_END_DECLS
