/* The envelope of an answer of FTS: {"status": "ok", "data": …, "meta": …}. */
#include "config.h"

#include "fts-answer.h"

#include "json-outline.h"
#include "json-row.h"
#include "translate.h"

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

void
nida_fts_answer_add_stated (NidaRecordTable *table,
                            json_object     *envelope,
                            const char      *path,
                            NidaStatedKind   kind,
                            const char      *set)
{
  json_object *value = nida_json_get (envelope, path);
  const char *text = json_object_is_type (value, json_type_int) || json_object_is_type (value, json_type_double)
                     ? json_object_get_string (value) : NULL;
  NidaStated stated = {
    .kind = kind, .source = nida_record_table_get_source (table), .where = (char *) path, .set = (char *) set,
    .computed = NIDA_MONEY_NONE,
  };

  if (text == NULL || nida_money_parse (text, strlen (text), NIDA_DECIMAL_DOT, &stated.stated) != NIDA_MONEY_OK)
    return;
  if (kind == NIDA_STATED_RECORDS)
    stated.stated /= NIDA_MONEY_UNIT;
  nida_report_add_stated (nida_record_table_get_sheet (table)->report, &stated);
}
