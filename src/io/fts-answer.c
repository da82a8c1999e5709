/* The envelope of an answer of FTS: {"status": "ok", "data": …, "meta": …}. */
#include "config.h"

#include "fts-answer.h"

#include "json-outline.h"
#include "json-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
nida_fts_answer_has_array (const NidaInput *input,
                           const char      *path)
{
  return nida_json_looks_like (input->head, input->head_length)
         && nida_json_outline_has_array (input->head, input->head_length, path);
}

gboolean
nida_fts_answer_check_status (NidaInput    *input,
                              json_object  *envelope,
                              GError      **error)
{
  const char *status = nida_json_get_text (envelope, "status");
  const char *message = nida_json_get_text (envelope, "message");

  if (status != NULL && strcmp (status, "ok") == 0)
    return TRUE;
  if (message == NULL)
    message = nida_json_get_text (envelope, "data.message");
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED,
               /* Translators: FTS is the Financial Tracking Service; then its own words, in English */
               _("“%s” is an answer of FTS that says “%s”, not the flows. Correct the address and fetch it again."),
               input->info->name, message != NULL ? message : status != NULL ? status : "?");
  return FALSE;
}
