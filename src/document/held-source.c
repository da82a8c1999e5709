/* Sources as values, and as key files: the source's own group, then the description of the version as io/version.c writes it. */
#include "config.h"

#include "held-source.h"

#include "source.h"
#include "translate.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUP    "Nida source"
#define MAX_TEXT (16 * 1024 * 1024)    /* bytes: of a source with ten thousand pages */

G_DEFINE_QUARK (nida-held-source-error-quark, nida_held_source_error)

NidaHeldSource *
nida_held_source_new (const char *uri)
{
  NidaHeldSource *self = g_new0 (NidaHeldSource, 1);

  self->uri = g_strdup (uri);
  return self;
}

NidaHeldSource *
nida_held_source_copy (const NidaHeldSource *self)
{
  NidaHeldSource *copy = nida_held_source_new (self->uri);

  copy->relative = g_strdup (self->relative);
  copy->pack = self->pack;
  copy->carried = self->carried;
  copy->modified_at = self->modified_at;
  nida_held_source_set_snapshot (copy, self->snapshot, self->snapshot_key);
  copy->format = g_strdup (self->format);
  copy->version = self->version != NULL ? nida_version_ref (self->version) : NULL;
  return copy;
}

void
nida_held_source_free (NidaHeldSource *self)
{
  if (self == NULL)
    return;
  g_free (self->uri);
  g_free (self->relative);
  g_free (self->snapshot);
  g_free (self->snapshot_key);
  g_free (self->format);
  g_clear_pointer (&self->version, nida_version_unref);
  g_free (self);
}

void
nida_held_source_set_snapshot (NidaHeldSource *self,
                               const char     *snapshot,
                               const char     *key)
{
  char *old = self->snapshot, *old_key = self->snapshot_key;

  self->snapshot = g_strdup (snapshot);
  self->snapshot_key = g_strdup (key);
  g_free (old);
  g_free (old_key);
}

/* --- where it is --- */

gboolean
nida_held_source_is_file (const NidaHeldSource *self)
{
  return g_str_has_prefix (self->uri, "file:");
}

/* From @folder to @path, both absolute: up to what they share, then down. */
static char *
make_relative (const char *folder,
               const char *path)
{
  g_auto (GStrv) from = g_strsplit (folder, "/", -1), to = g_strsplit (path, "/", -1);
  g_autoptr (GString) way = g_string_new (NULL);
  guint same = 0;

  while (from[same] != NULL && to[same] != NULL && to[same + 1] != NULL && g_str_equal (from[same], to[same]))
    same++;
  for (guint i = same; from[i] != NULL; i++)
    if (*from[i] != '\0')
      g_string_append (way, "../");
  for (guint i = same; to[i] != NULL; i++)
    g_string_append_printf (way, "%s%s", to[i], to[i + 1] != NULL ? "/" : "");
  return g_string_free (g_steal_pointer (&way), FALSE);
}

void
nida_held_source_set_folder (NidaHeldSource *self,
                             const char     *folder)
{
  g_autofree char *path = nida_held_source_is_file (self) ? g_filename_from_uri (self->uri, NULL, NULL) : NULL;
  g_autofree char *clean = folder != NULL ? g_canonicalize_filename (folder, NULL) : NULL;
  g_autofree char *relative = path != NULL && clean != NULL ? make_relative (clean, path) : NULL;

  g_clear_pointer (&self->relative, g_free);
  if (relative != NULL)
    self->relative = g_uri_escape_string (relative, "/ ", TRUE);
}

/* Is what stands at @path as it was when it was read, as far as one can say without reading it? */
static gboolean
is_as_known (const NidaHeldSource *self,
             const char           *path)
{
  GStatBuf info;

  return self->version != NULL && g_stat (path, &info) == 0 && (guint64) info.st_size == self->version->size;
}

/* Another file of the same name may stand beside a document that was sent on: where the document carries the bytes, only one
 * that may be the same file is taken for it. */
char *
nida_held_source_dup_input (const NidaHeldSource *self,
                            const char           *folder)
{
  g_autofree char *was = nida_held_source_is_file (self) ? g_filename_from_uri (self->uri, NULL, NULL) : NULL;
  g_autofree char *way = self->relative != NULL ? g_uri_unescape_string (self->relative, NULL) : NULL;
  g_autofree char *beside = NULL;

  if (was == NULL)
    return g_strdup (self->uri);
  if (way == NULL || folder == NULL || g_path_is_absolute (way))
    return g_steal_pointer (&was);
  beside = g_canonicalize_filename (way, folder);
  if (g_file_test (beside, G_FILE_TEST_IS_REGULAR)
      && (g_str_equal (beside, was) || !self->carried || is_as_known (self, beside)))
    return g_steal_pointer (&beside);
  return g_steal_pointer (&was);
}

/* --- text --- */

static void
put (GKeyFile   *file,
     const char *key,
     const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, GROUP, key, text);
}

char *
nida_held_source_to_text (const NidaHeldSource *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *own = NULL, *version = NULL;

  put (file, "uri", self->uri);
  put (file, "relative", self->relative);
  put (file, "format", self->format);
  put (file, "snapshot", self->snapshot);
  put (file, "snapshot-key", self->snapshot_key);
  if (self->pack)
    g_key_file_set_boolean (file, GROUP, "pack", TRUE);
  if (self->carried)
    g_key_file_set_boolean (file, GROUP, "carried", TRUE);
  if (self->modified_at != 0)
    g_key_file_set_int64 (file, GROUP, "modified-at", self->modified_at);
  own = g_key_file_to_data (file, NULL, NULL);
  version = self->version != NULL ? nida_version_to_text (self->version) : g_strdup ("");
  return g_strconcat (own, *version != '\0' ? "\n" : "", version, NULL);
}

static gboolean
is_uri (const char *uri)
{
  g_autofree char *path = NULL;

  if (uri == NULL)
    return FALSE;
  if (!g_str_has_prefix (uri, "file:"))
    return nida_source_check_web (uri, TRUE, NULL);
  path = g_filename_from_uri (uri, NULL, NULL);
  return path != NULL && g_path_is_absolute (path);
}

NidaHeldSource *
nida_held_source_from_text (const char  *text,
                            GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NidaHeldSource) self = g_new0 (NidaHeldSource, 1);
  gsize size = strlen (text);

  if (size > 0 && size <= MAX_TEXT && g_utf8_validate (text, (gssize) size, NULL)
      && g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL))
    self->uri = g_key_file_get_string (file, GROUP, "uri", NULL);
  if (!is_uri (self->uri))
    {
      g_set_error_literal (error, NIDA_HELD_SOURCE_ERROR, NIDA_HELD_SOURCE_ERROR_NOT_A_SOURCE,
                           _("A source of this document is damaged. Add its data again."));
      return NULL;
    }
  self->relative = g_key_file_get_string (file, GROUP, "relative", NULL);
  self->format = g_key_file_get_string (file, GROUP, "format", NULL);
  self->pack = g_key_file_get_boolean (file, GROUP, "pack", NULL);
  self->snapshot = g_key_file_get_string (file, GROUP, "snapshot", NULL);
  self->snapshot_key = g_key_file_get_string (file, GROUP, "snapshot-key", NULL);
  self->modified_at = g_key_file_get_int64 (file, GROUP, "modified-at", NULL);
  self->version = nida_version_from_text (text, size);
  /* without a version there is no name to find bytes by */
  self->carried = self->version != NULL && g_key_file_get_boolean (file, GROUP, "carried", NULL);
  return g_steal_pointer (&self);
}
