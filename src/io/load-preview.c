/* A look at the beginning of an input, for who has to say how it should be read. */
#include "config.h"

#include "loader-private.h"

#include "acquire.h"
#include "format.h"

#include <string.h>

void
nida_preview_free (NidaPreview *self)
{
  g_free (self->text);
  g_free (self->encoding);
  g_free (self);
}

/* The beginning of @bytes, which are taken, as text. */
static NidaPreview *
preview_bytes (NidaBytes     *bytes,
               const char    *encoding,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  NidaLoadOptions options = { 0 };
  NidaPreview *preview;
  gboolean ok;

  input->bytes = bytes;
  input->options = &options;
  input->cancellable = cancellable;
  if (encoding == NULL)
    ok = nida_input_decode (input, error);
  else
    {
      input->bytes = nida_unpack_as (bytes, encoding, &input->text, cancellable, error);
      ok = input->bytes != NULL && nida_input_read_head (input, error);
    }
  if (!ok)
    {
      g_clear_pointer (&input->bytes, nida_bytes_unref);
      return NULL;
    }
  preview = g_new0 (NidaPreview, 1);
  preview->text = g_utf8_make_valid (input->head, (gssize) input->head_length);
  preview->length = strlen (preview->text);
  preview->cut = nida_bytes_get_size (input->bytes) > input->text.start + input->head_length;
  preview->encoding = g_strdup (input->text.encoding != NULL ? input->text.encoding : "UTF-8");
  nida_bytes_unref (input->bytes);
  return preview;
}

NidaPreview *
nida_load_preview (const char    *input,
                   const char    *encoding,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (NidaSource) source = nida_source_new (input, FALSE, error);
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  NidaAcquirer acquirer = { &options, &progress, cancellable, NULL };
  g_auto (NidaAcquired) acquired = { 0 };
  NidaBytes *bytes = NULL;
  gboolean complete;

  if (source != NULL && nida_acquire (&acquirer, source, FALSE, &acquired, error))
    bytes = nida_load_unpack (acquired.bytes, &complete, cancellable, error);
  g_clear_pointer (&acquirer.wire, nida_wire_free);
  return bytes != NULL ? preview_bytes (bytes, encoding, cancellable, error) : NULL;
}
