/* What a person has chosen to see, in a key file that a person can read. */
#pragma once

#include "filter-set.h"

G_BEGIN_DECLS

#define NIDA_FILTER_ERROR (nida_filter_error_quark ())
typedef enum {
  NIDA_FILTER_ERROR_UNKNOWN,      /* a newer Nida wrote it: a field, step or rule is not known */
} NidaFilterError;
GQuark nida_filter_error_quark (void);

/* Into the group @group of @file, and one group a field; the charts too. Names that are one belong to no board. */
void           nida_filter_set_put  (const NidaFilterSet *self, GKeyFile *file, const char *group);
/* What was put, or NULL with @error. Keys that are not known are passed over. */
NidaFilterSet *nida_filter_set_take (GKeyFile *file, const char *group, GError **error);

G_END_DECLS
