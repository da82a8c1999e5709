/* What can be done about a failure depends on where the source is, and on what kept it from being read. */
#include "config.h"

#include "failure.h"

#include "loader.h"
#include "source.h"

static NidaAbsence
find_absence (const char   *input,
              const GError *error)
{
  g_autoptr (NidaSource) source = nida_source_new (input, TRUE, NULL);

  if (nida_read_error_get_origin (error) != NULL)
    return NIDA_ABSENCE_KEY;
  if (source == NULL || source->type != NIDA_SOURCE_WEB)
    return NIDA_ABSENCE_FILE;
  return g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND)
         || g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_PERMISSION) ? NIDA_ABSENCE_ADDRESS : NIDA_ABSENCE_SERVER;
}

NidaFailure *
nida_failure_new (const char   *input,
                  const GError *error)
{
  NidaFailure *self = g_new (NidaFailure, 1);

  self->words = g_strdup (error->message);
  self->absence = find_absence (input, error);
  self->wants_key = g_strdup (nida_read_error_get_origin (error));
  return self;
}

NidaFailure *
nida_failure_copy (const NidaFailure *self)
{
  NidaFailure *copy = g_new (NidaFailure, 1);

  copy->words = g_strdup (self->words);
  copy->absence = self->absence;
  copy->wants_key = g_strdup (self->wants_key);
  return copy;
}

void
nida_failure_free (gpointer data)
{
  NidaFailure *self = data;

  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->wants_key);
  g_free (self);
}
