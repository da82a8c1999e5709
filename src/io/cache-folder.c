/* sources/KEY/TIME holds a version, objects/SHA256 its bytes; KEY is the SHA-256 of the source's address, which a path
 * cannot hold. Whoever writes holds the lock, so that nobody's fresh bytes are taken for left-over ones. */
#include "config.h"

#include "cache-folder.h"

#include "read-error.h"
#include "safe-file.h"
#include "translate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MAX_VERSION  (16u << 20)   /* bytes of one description */
#define LOCK_POLL    20000         /* microseconds */

static char *
dup_source_folder (const char *root,
                   const char *uri)
{
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_build_filename (root, "sources", key, NULL);
}

char *
nida_cache_folder_dup_object (const char *root,
                              const char *checksum)
{
  return g_build_filename (root, "objects", checksum, NULL);
}

static char *
dup_version_path (const char        *root,
                  const NidaVersion *version)
{
  g_autofree char *folder = dup_source_folder (root, version->uri);
  g_autofree char *name = g_strdup_printf ("%020" G_GINT64_FORMAT, version->fetched_at);

  return g_build_filename (folder, name, NULL);
}

/* --- the lock --- */

int
nida_cache_folder_lock (const char    *root,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *path = g_build_filename (root, "lock", NULL);
  int fd = g_mkdir_with_parents (root, 0700) == 0
           ? open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;

  while (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (fd);
          return -1;
        }
      g_usleep (LOCK_POLL);
    }
  if (fd < 0)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED,
                 _("No copies can be kept in the folder %s: %s"), root, g_strerror (errno));
  return fd;
}

/* --- reading --- */

static NidaVersion *
read_version (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) && length <= MAX_VERSION ? nida_version_from_text (text, length)
                                                                                  : NULL;
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_version_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      NidaVersion *version = g_ascii_isdigit (name[0]) ? read_version (path) : NULL;

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }
  g_ptr_array_sort (versions, nida_version_compare_times);
  return versions;
}

GPtrArray *
nida_cache_folder_list (const char *root,
                        const char *uri)
{
  g_autofree char *folder = dup_source_folder (root, uri);

  return list_folder (folder);
}

GPtrArray *
nida_cache_folder_list_all (const char *root)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *sources = g_build_filename (root, "sources", NULL);
  g_autoptr (GDir) dir = g_dir_open (sources, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (sources, name, NULL);

      g_ptr_array_add (lists, list_folder (folder));
    }
  return lists;
}

/* --- forgetting --- */

void
nida_cache_folder_forget (const char        *root,
                          const NidaVersion *version)
{
  g_autofree char *path = dup_version_path (root, version);
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);     /* fails while others are in it */
}

guint64
nida_cache_folder_sweep (const char *root,
                         GPtrArray *lists)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *objects = g_build_filename (root, "objects", NULL);
  g_autoptr (GDir) dir = g_dir_open (objects, 0, NULL);
  const char *name;
  guint64 size = 0;

  for (guint i = 0; i < lists->len; i++)
    for (guint j = 0; j < ((GPtrArray *) lists->pdata[i])->len; j++)
      g_hash_table_add (named, ((NidaVersion *) ((GPtrArray *) lists->pdata[i])->pdata[j])->checksum);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (objects, name, NULL);
      GStatBuf info;

      if (!g_hash_table_contains (named, name))
        g_unlink (path);
      else if (g_stat (path, &info) == 0)
        size += (guint64) info.st_size;
    }
  return size;
}

/* The version to go first: the oldest that is not the last good one of its source; then the last good one that was not
 * looked at for longest; never @keep. */
static gboolean
find_victim (GPtrArray         *lists,
             const NidaVersion *keep,
             guint             *list,
             guint             *index)
{
  const NidaVersion *victim = NULL;
  gboolean is_earlier = FALSE;

  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *versions = lists->pdata[i];
      const NidaVersion *oldest = versions->len > 0 ? versions->pdata[versions->len - 1] : NULL;
      gboolean earlier = versions->len > 1;

      if (oldest == NULL || (!earlier && is_earlier) || (!earlier && strcmp (oldest->uri, keep->uri) == 0))
        continue;
      if (victim != NULL && earlier == is_earlier && oldest->checked_at >= victim->checked_at)
        continue;
      victim = oldest;
      is_earlier = earlier;
      *list = i;
      *index = versions->len - 1;
    }
  return victim != NULL;
}

void
nida_cache_folder_shrink (const char        *root,
                          guint64            max_all,
                          const NidaVersion *keep)
{
  g_autoptr (GPtrArray) lists = nida_cache_folder_list_all (root);
  guint list, index;

  while (nida_cache_folder_sweep (root, lists) > max_all && find_victim (lists, keep, &list, &index))
    {
      GPtrArray *versions = lists->pdata[list];

      nida_cache_folder_forget (root, versions->pdata[index]);
      g_ptr_array_remove_index (versions, index);
    }
}

/* --- keeping --- */

static gssize
read_cb (gpointer   data,
         guint64    offset,
         void      *buffer,
         gsize      length,
         GError   **error)
{
  return nida_bytes_read (data, offset, buffer, length, error);
}

gboolean
nida_cache_folder_write_object (const char         *root,
                                const NidaVersion  *version,
                                NidaBytes          *bytes,
                                GCancellable       *cancellable,
                                GError            **error)
{
  g_autofree char *path = nida_cache_folder_dup_object (root, version->checksum);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  g_mkdir_with_parents (folder, 0700);
  if (g_stat (path, &info) == 0 && (guint64) info.st_size == version->size)
    return TRUE;
  return nida_safe_file_write_from (path, read_cb, bytes, cancellable, error);
}

gboolean
nida_cache_folder_write_version (const char         *root,
                                 NidaVersion        *version,
                                 GCancellable       *cancellable,
                                 GError            **error)
{
  g_autofree char *path = dup_version_path (root, version);
  g_autofree char *folder = g_path_get_dirname (path);
  char *text = nida_version_to_text (version);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (folder, 0700);
  return nida_safe_file_write (file, bytes, cancellable, error);
}
