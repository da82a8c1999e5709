/* Errors of reading that carry more than words. */
#pragma once

#include "loader.h"

G_BEGIN_DECLS

/* %NIDA_READ_ERROR_KEY_NEEDED for @origin. */
GError *nida_read_error_new_key (const char *origin, const char *message);
/* Lets @error, if it is of this domain, name all inputs that failed with it: input → why. Takes a reference. */
void    nida_read_error_set_failures (GError *error, GHashTable *failures);

G_END_DECLS
