/* The table of file formats, asked in order. Formats that are sure of what they see come first; a table of text takes what
 * is left. */
#include "config.h"

#include "format.h"

static const NidaFileFormat * const formats[] = {
  &nida_fts_flows_format,
  &nida_json_format,
  &nida_iati_format,
  &nida_table_format,
};

/**
 * nida_formats_find:
 * @input: with its head
 * @raw: ask the formats that take bytes as they are, else those that take text in UTF-8
 *
 * Returns: (nullable): the format of @input
 */
const NidaFileFormat *
nida_formats_find (const NidaInput *input,
                   gboolean         raw)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (((formats[i]->flags & NIDA_FORMAT_RAW) != 0) == raw && formats[i]->accepts (input))
      return formats[i];
  return NULL;
}

gboolean
nida_input_read_head (NidaInput  *self,
                      GError    **error)
{
  gssize n = nida_bytes_read (self->bytes, self->text.start, self->head, NIDA_INPUT_HEAD, error);

  if (n < 0)
    return FALSE;
  self->head_length = (gsize) n;
  self->head[n] = '\0';
  return TRUE;
}
