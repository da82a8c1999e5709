/* The error domain of reading. */
#include "config.h"

#include "read-error.h"

typedef struct {
  char *origin;
} NidaReadErrorPrivate;

static void
nida_read_error_private_init (NidaReadErrorPrivate *self)
{
  self->origin = NULL;
}

static void
nida_read_error_private_copy (const NidaReadErrorPrivate *from,
                              NidaReadErrorPrivate       *to)
{
  to->origin = g_strdup (from->origin);
}

static void
nida_read_error_private_clear (NidaReadErrorPrivate *self)
{
  g_free (self->origin);
}

G_DEFINE_EXTENDED_ERROR (NidaReadError, nida_read_error)

/**
 * nida_read_error_new_key:
 * @origin: as nida_source_dup_origin() gives it
 * @message: translated
 */
GError *
nida_read_error_new_key (const char *origin,
                         const char *message)
{
  GError *error = g_error_new_literal (NIDA_READ_ERROR, NIDA_READ_ERROR_KEY_NEEDED, message);

  nida_read_error_get_private (error)->origin = g_strdup (origin);
  return error;
}

const char *
nida_read_error_get_origin (const GError *error)
{
  return error->domain == NIDA_READ_ERROR ? nida_read_error_get_private (error)->origin : NULL;
}
