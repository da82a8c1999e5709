/* Why a source is not read from its own place. */
#pragma once

#include "problem.h"

G_BEGIN_DECLS

typedef struct {
  char        *words;         /* of the error, with its remedy */
  NidaAbsence  absence;
  char        *wants_key;     /* the server that wants a key for it, "https://api.example.org"; else NULL */
} NidaFailure;

/* What @error (of NIDA_READ_ERROR or another) says of @input, a path or an address. */
NidaFailure *nida_failure_new  (const char *input, const GError *error);
NidaFailure *nida_failure_copy (const NidaFailure *self);
void         nida_failure_free (gpointer self);      /* or NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaFailure, nida_failure_free)

G_END_DECLS
