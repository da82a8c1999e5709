/* A look at the beginning of an input, for who has to say how it should be read. */
#include "config.h"

#include "loader-private.h"

#include "acquire.h"
#include "format.h"
#include "workbook-choice.h"

#include <string.h>

void
nida_preview_free (NidaPreview *self)
{
  g_free (self->text);
  g_free (self->encoding);
  g_strfreev (self->sheets);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_free (self);
}

/* The beginning of @bytes, which are taken, as text. */
static NidaPreview *
preview_text (NidaBytes     *bytes,
              const char    *encoding,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  NidaLoadOptions as_detected = { 0 };
  NidaPreview *preview;
  gboolean ok;

  input->bytes = bytes;
  input->options = &as_detected;
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

/* The sheet that would be read, or the one that comes nearest to what can be read. */
static NidaPreview *
preview_workbook (NidaZip                *zip,
                  const char             *name,
                  const NidaLoadOptions  *options,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr (NidaWorkbook) workbook = nida_workbook_open (zip, name, cancellable, error);
  g_autoptr (NidaPreview) preview = g_new0 (NidaPreview, 1);
  g_autoptr (GError) failure = NULL;
  NidaWorkbookChoice choice = { 0 };

  if (workbook == NULL)
    return NULL;
  nida_workbook_choose (workbook, name, options, &choice, &failure);
  preview->text = g_strdup ("");
  preview->sheets = nida_workbook_dup_names (workbook);
  preview->sheet = choice.sheet;
  preview->known = choice.reader != NULL && choice.layout == NULL;
  nida_workbook_choice_clear (&choice);
  /* what cannot be read is what a person is to look at */
  if (failure != NULL && !g_error_matches (failure, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS)
      && !g_error_matches (failure, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  preview->rows = nida_workbook_preview (workbook, preview->sheet, NIDA_LAYOUT_ROWS, &preview->numbers, error);
  return preview->rows != NULL ? g_steal_pointer (&preview) : NULL;
}

/* @bytes are taken. */
static NidaPreview *
preview_bytes (NidaBytes              *bytes,
               const char             *encoding,
               const NidaLoadOptions  *options,
               GCancellable           *cancellable,
               GError                **error)
{
  char head[8];
  gssize n = nida_bytes_read (bytes, 0, head, sizeof head, NULL);
  g_autoptr (NidaZip) zip = n > 0 && nida_zip_is (head, (gsize) n) ? nida_zip_open (bytes, NULL) : NULL;
  NidaPreview *preview;

  if (zip == NULL || !nida_workbook_is (zip))
    return preview_text (bytes, encoding, cancellable, error);
  preview = preview_workbook (zip, nida_bytes_get_name (bytes), options, cancellable, error);
  g_clear_pointer (&zip, nida_zip_free);
  nida_bytes_unref (bytes);
  return preview;
}

NidaPreview *
nida_load_preview (const char             *input,
                   const char             *encoding,
                   const NidaLoadOptions  *options,
                   GCancellable           *cancellable,
                   GError                **error)
{
  static const NidaLoadOptions defaults = { 0 };
  g_autoptr (NidaSource) source = nida_source_new (input, FALSE, error);
  NidaLoadOptions plain = { 0 };
  NidaProgress progress = { 0 };
  NidaAcquirer acquirer = { &plain, &progress, cancellable, NULL };
  g_auto (NidaAcquired) acquired = { 0 };
  NidaBytes *bytes = NULL;
  gboolean complete;

  if (source != NULL && nida_acquire (&acquirer, source, FALSE, &acquired, error))
    bytes = nida_load_unpack (acquired.bytes, &complete, cancellable, error);
  g_clear_pointer (&acquirer.wire, nida_wire_free);
  if (bytes == NULL)
    return NULL;
  return preview_bytes (bytes, encoding, options != NULL ? options : &defaults, cancellable, error);
}
