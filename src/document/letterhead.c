/* Reading a letterhead: what a person names is a file, or the words to print. */
#include "config.h"

#include "letterhead.h"

#include "picture.h"
#include "translate.h"

#include <string.h>

#define MAX_BYTES (8u << 20)
#define MAX_TEXT  600u

/* Words that mean a file even where there is none: a slip in a path must not be printed on a page. */
static gboolean
names_file (const char *words)
{
  static const char * const endings[] = { ".png", ".svg", ".txt", ".jpg", ".jpeg", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (words, -1);

  if (g_file_test (words, G_FILE_TEST_EXISTS) || g_path_is_absolute (words))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_text (NidaLetterhead  *self,
           const char      *text,
           gsize            length,
           GError         **error)
{
  g_autofree char *copy = g_strndup (text, length);

  g_strstrip (copy);
  /* A drawing (SVG) is text, too, and nothing to print as it is. */
  if (length <= MAX_TEXT && strlen (copy) > 0 && *copy != '<' && memchr (text, '\0', length) == NULL && g_utf8_validate (text, length, NULL))
    {
      self->text = g_steal_pointer (&copy);
      return TRUE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("A letterhead is a PNG picture or a few lines of text."));
  return FALSE;
}

static gboolean
read_file (NidaLetterhead  *self,
           const char      *path,
           GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize length;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("A letterhead is a PNG picture or a few lines of text."));
      return FALSE;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (length < 4 || memcmp (data, "\x89PNG", 4) != 0)
    return read_text (self, data, length, error);
  self->picture = g_bytes_ref (bytes);
  return nida_picture_check (bytes, &self->width, &self->height, error);
}

/**
 * nida_letterhead_read:
 * @words: the path of a PNG or of a text file in UTF-8, or the text itself
 * @error: return location for an error
 *
 * Returns: (transfer full): the letterhead, or %NULL with @error
 */
NidaLetterhead *
nida_letterhead_read (const char  *words,
                      GError     **error)
{
  g_autoptr (NidaLetterhead) self = g_new0 (NidaLetterhead, 1);

  g_return_val_if_fail (words != NULL, NULL);

  if (names_file (words) ? read_file (self, words, error) : read_text (self, words, strlen (words), error))
    return g_steal_pointer (&self);
  return NULL;
}

void
nida_letterhead_free (NidaLetterhead *letterhead)
{
  g_free (letterhead->text);
  g_clear_pointer (&letterhead->picture, g_bytes_unref);
  g_free (letterhead);
}
