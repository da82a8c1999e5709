/* Inputs of a session read alone, each once, to be compared. */
#pragma once

#include "session.h"
#include "source-comparison.h"

G_BEGIN_DECLS

typedef struct _NidaCompareLoad NidaCompareLoad;

/* @inputs: two of the session's; @engines: one over each of them, in their order. */
typedef struct {
  char            *inputs[2];
  NidaLocalEngine *engines[2];
} NidaComparedSides;

NidaCompareLoad      *nida_compare_load_new    (NidaSession *session);
/* What was asked for is not told any more. */
void                  nida_compare_load_free   (NidaCompareLoad *self);
/* Forget what was read: the sources may have changed. */
void                  nida_compare_load_forget (NidaCompareLoad *self);
/* Is @input a source of rows? Tables of rates are none. */
gboolean              nida_compare_load_is_source (NidaSession *session, const char *input);
/* The inputs that are being compared and their engines; NULL while they are read. Transfer none. */
const NidaComparedSides *nida_compare_load_get_sides (NidaCompareLoad *self);

/* Takes @comparison; NULL with @error when it cannot be made. */
typedef void (*NidaCompareFunc) (NidaSourceComparison *comparison, const GError *error, gpointer user_data);
/* Compare two inputs by @query; a later call takes the place of an earlier one. */
void                  nida_compare_load_ask    (NidaCompareLoad *self, const char * const inputs[2], NidaQuery *query,
                                                NidaCompareFunc func, gpointer user_data);

G_END_DECLS
