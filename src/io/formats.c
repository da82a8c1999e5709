/* The table of file formats, asked in order. Formats that are sure of what they see come first; a table of text takes what
 * is left. */
#include "config.h"

#include "format.h"

static const NidaFileFormat * const formats[] = {
  &nida_fts_flows_format,
  &nida_fts_plans_format,
  &nida_fts_groups_format,
  &nida_giving_format,
  &nida_rates_json_format,
  &nida_json_format,
  &nida_zip_format,
  &nida_iati_format,
  &nida_rates_table_format,
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

/* The encoding that a person chose for a table that looks like this; NULL when nobody did. */
static char *
remembered_encoding (const NidaInput *self)
{
  g_autoptr (NidaLayout) detected = NULL, layout = NULL;
  gboolean cut = nida_bytes_get_size (self->bytes) > self->text.start + self->head_length;

  if (self->options->layouts == NULL || nida_layouts_is_empty (self->options->layouts))
    return NULL;
  detected = nida_layout_detect_text (self->head, self->head_length, cut, NULL);
  layout = nida_layouts_find (self->options->layouts, detected);
  return layout != NULL ? g_strdup (layout->encoding) : NULL;
}

/* Decode @raw, which is taken, as @encoding or as what is detected. */
static gboolean
decode_as (NidaInput   *self,
           NidaBytes   *raw,
           const char  *encoding,
           GError     **error)
{
  self->bytes = encoding != NULL ? nida_unpack_as (raw, encoding, &self->text, self->cancellable, error)
                : nida_unpack_encoding (raw, &self->text, self->cancellable, error);
  return self->bytes != NULL && nida_input_read_head (self, error);
}

gboolean
nida_input_decode (NidaInput  *self,
                   GError    **error)
{
  g_autoptr (NidaBytes) raw = NULL;
  g_autofree char *encoding = NULL;

  if (!nida_unpack_check (self->bytes, error))
    return FALSE;
  raw = nida_bytes_ref (self->bytes);
  if (!decode_as (self, g_steal_pointer (&self->bytes), NULL, error))
    return FALSE;
  encoding = remembered_encoding (self);
  if (encoding == NULL || g_strcmp0 (encoding, self->text.encoding) == 0)
    return TRUE;
  g_clear_pointer (&self->bytes, nida_bytes_unref);
  return decode_as (self, g_steal_pointer (&raw), encoding, error);
}

const NidaFileFormat *
nida_input_recognise (NidaInput  *self,
                      GError    **error)
{
  const NidaFileFormat *format;

  if (!nida_input_read_head (self, error))
    return NULL;
  format = nida_formats_find (self, TRUE);
  if (format != NULL)
    return format;
  return nida_input_decode (self, error) ? nida_formats_find (self, FALSE) : NULL;
}
