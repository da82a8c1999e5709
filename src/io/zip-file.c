/* Zip archives as inputs: a workbook is one, and what else is packed is read as if it lay there unpacked, each entry a source
 * of its own. */
#include "config.h"

#include "format.h"
#include "translate.h"
#include "workbook-file.h"

#include <string.h>

/* Entries that come along with data and hold none. */
static gboolean
is_data (const char *name)
{
  static const char * const others[] = { ".pdf", ".md", ".html", ".htm", ".docx", ".doc", ".png", ".jpg", ".xsd", ".css",
                                         ".js", NULL };
  const char *slash = strrchr (name, '/');
  const char *base = slash != NULL ? slash + 1 : name;
  g_autofree char *lower = g_ascii_strdown (base, -1);

  if (*base == '\0' || *base == '.' || g_str_has_prefix (name, "__MACOSX/") || g_str_has_prefix (lower, "readme") ||
      g_str_has_prefix (lower, "license"))
    return FALSE;
  for (guint i = 0; others[i] != NULL; i++)
    if (g_str_has_suffix (lower, others[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_entry (NidaInput  *outer,
            NidaZip    *zip,
            guint       index,
            GError    **error)
{
  const char *path = nida_zip_get_name (zip, index);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf ("%s (%s)", outer->info->name, base);
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  NidaSourceInfo info = *outer->info;
  const NidaFileFormat *format;
  gboolean ok;

  input->bytes = nida_zip_unpack (zip, index, name, outer->cancellable, error);
  if (input->bytes == NULL)
    return FALSE;
  info.name = name;
  info.entry = (char *) path;
  info.size = nida_bytes_get_size (input->bytes);
  input->info = &info;
  input->builder = outer->builder;
  input->options = outer->options;
  input->progress = outer->progress;
  input->cancellable = outer->cancellable;
  input->packed = TRUE;
  format = nida_input_recognise (input, error);
  ok = format != NULL && format->read (input, error);
  g_clear_pointer (&input->bytes, nida_bytes_unref);
  g_free (input->next_link);
  return ok;
}

static gboolean
read_entries (NidaInput  *input,
              NidaZip    *zip,
              GError    **error)
{
  guint n_read = 0;

  for (guint i = 0; i < nida_zip_get_size (zip); i++)
    {
      if (!is_data (nida_zip_get_name (zip, i)))
        continue;
      if (!read_entry (input, zip, i, error))
        return FALSE;
      n_read++;
    }
  if (n_read > 0)
    return nida_bytes_check (input->bytes, error);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY, _("“%s” is an archive without any data in it."),
               input->info->name);
  return FALSE;
}

static gboolean
read_zip (NidaInput  *input,
          GError    **error)
{
  g_autoptr (NidaZip) zip = nida_zip_open (input->bytes, error);

  if (zip == NULL)
    return FALSE;
  if (nida_workbook_is (zip))
    return nida_workbook_file_read (input, zip, error);
  if (!input->packed)
    return read_entries (input, zip, error);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
               _("“%s” is an archive in an archive. Unpack the outer one yourself if you trust it."), input->info->name);
  return FALSE;
}

static gboolean
accepts_zip (const NidaInput *input)
{
  return nida_zip_is (input->head, input->head_length);
}

const NidaFileFormat nida_zip_format = {
  .name = "zip",
  .flags = NIDA_FORMAT_RAW | NIDA_FORMAT_PROVES_END,
  .accepts = accepts_zip,
  .read = read_zip,
};
