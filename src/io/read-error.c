/* The error domain of reading. */
#include "config.h"

#include "read-error.h"

typedef struct {
  char       *origin;
  GHashTable *failures;
} NidaReadErrorPrivate;

static void
nida_read_error_private_init (NidaReadErrorPrivate *self)
{
  self->origin = NULL;
  self->failures = NULL;
}

static void
nida_read_error_private_copy (const NidaReadErrorPrivate *from,
                              NidaReadErrorPrivate       *to)
{
  to->origin = g_strdup (from->origin);
  to->failures = from->failures != NULL ? g_hash_table_ref (from->failures) : NULL;
}

static void
nida_read_error_private_clear (NidaReadErrorPrivate *self)
{
  g_free (self->origin);
  g_clear_pointer (&self->failures, g_hash_table_unref);
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

void
nida_read_error_set_failures (GError     *error,
                              GHashTable *failures)
{
  if (error->domain == NIDA_READ_ERROR)
    nida_read_error_get_private (error)->failures = g_hash_table_ref (failures);
}

GHashTable *
nida_read_error_get_failures (const GError *error)
{
  return error->domain == NIDA_READ_ERROR ? nida_read_error_get_private (error)->failures : NULL;
}
