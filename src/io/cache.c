/* sources/KEY/TIME holds a version, objects/SHA256 its bytes; KEY is the SHA-256 of the source's address, which a path
 * cannot hold. Whoever writes holds the lock, so that nobody's fresh bytes are taken for left-over ones. */
#include "config.h"

#include "cache.h"

#include "loader.h"
#include "safe-file.h"
#include "translate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MAX_EACH     (G_GUINT64_CONSTANT (64) << 20)
#define MAX_ALL      (G_GUINT64_CONSTANT (1) << 30)
#define MAX_VERSION  (16u << 20)   /* bytes of one description */
#define LOCK_POLL    20000         /* microseconds */

struct _NidaCache
{
  GObject  parent_instance;
  char    *folder;
  guint64  max_each, max_all;
};

static void nida_cache_copies_init (NidaCopiesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaCache, nida_cache, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_COPIES, nida_cache_copies_init))

/* --- names --- */

static char *
dup_source_folder (NidaCache  *self,
                   const char *uri)
{
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_build_filename (self->folder, "sources", key, NULL);
}

static char *
dup_object_path (NidaCache  *self,
                 const char *checksum)
{
  return g_build_filename (self->folder, "objects", checksum, NULL);
}

static char *
dup_version_path (NidaCache         *self,
                  const NidaVersion *version)
{
  g_autofree char *folder = dup_source_folder (self, version->uri);
  g_autofree char *name = g_strdup_printf ("%020" G_GINT64_FORMAT, version->fetched_at);

  return g_build_filename (folder, name, NULL);
}

/* --- the lock --- */

static int
lock (NidaCache     *self,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *path = g_build_filename (self->folder, "lock", NULL);
  int fd = g_mkdir_with_parents (self->folder, 0700) == 0
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
                 _("No copies can be kept in the folder %s: %s"), self->folder, g_strerror (errno));
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

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const NidaVersion *one = *(NidaVersion * const *) a, *two = *(NidaVersion * const *) b;

  return (one->fetched_at < two->fetched_at) - (one->fetched_at > two->fetched_at);
}

static int
compare_checks (gconstpointer a,
                gconstpointer b)
{
  const NidaVersion *one = *(NidaVersion * const *) a, *two = *(NidaVersion * const *) b;

  return (one->checked_at < two->checked_at) - (one->checked_at > two->checked_at);
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
  g_ptr_array_sort (versions, compare_times);
  return versions;
}

GPtrArray *
nida_cache_list_versions (NidaCache  *self,
                          const char *uri)
{
  g_autofree char *folder = dup_source_folder (self, uri);

  return list_folder (folder);
}

/* All versions of all sources, one list a source. */
static GPtrArray *
list_all (NidaCache *self)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *sources = g_build_filename (self->folder, "sources", NULL);
  g_autoptr (GDir) dir = g_dir_open (sources, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (sources, name, NULL);

      g_ptr_array_add (lists, list_folder (folder));
    }
  return lists;
}

GPtrArray *
nida_cache_list_sources (NidaCache *self)
{
  g_autoptr (GPtrArray) lists = list_all (self);
  GPtrArray *newest = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_version_unref);

  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *versions = lists->pdata[i];

      if (versions->len > 0)
        g_ptr_array_add (newest, nida_version_ref (versions->pdata[0]));
    }
  g_ptr_array_sort (newest, compare_checks);
  return newest;
}

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

/**
 * nida_cache_find:
 * @name: what people call the source, for messages
 *
 * Returns: (transfer full) (nullable)
 */
NidaVersion *
nida_cache_find (NidaCache   *self,
                 const char  *uri,
                 const char  *name,
                 gint64       as_of,
                 GError     **error)
{
  g_autoptr (GPtrArray) versions = nida_cache_list_versions (self, uri);
  g_autofree char *oldest = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      NidaVersion *version = versions->pdata[i];

      if (as_of == 0 || version->fetched_at <= as_of)
        return nida_version_ref (version);
    }
  if (versions->len == 0)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD,
                   _("No copy of “%s” is held. One is kept each time that Nida reads it from its place."), name);
      return NULL;
    }
  oldest = format_time (((NidaVersion *) versions->pdata[versions->len - 1])->fetched_at);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD,
               /* Translators: the name of a source, then a date and a time */
               _("No copy of “%s” is as old as that; the oldest is of %s. Name a later date."), name, oldest);
  return NULL;
}

NidaBytes *
nida_cache_open (NidaCache     *self,
                 NidaVersion   *version,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *path = dup_object_path (self, version->checksum);
  g_autoptr (NidaBytes) bytes = nida_bytes_open (path, version->name, cancellable, NULL);
  g_autofree char *checksum = NULL;

  if (bytes != NULL && nida_bytes_get_size (bytes) == version->size)
    checksum = nida_bytes_dup_checksum (bytes, cancellable, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_strcmp0 (checksum, version->checksum) == 0)
    return g_steal_pointer (&bytes);
  /* What is damaged must not stand in the way of the same bytes when they come again. */
  g_unlink (path);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD,
               _("The copy of “%s” is damaged or gone. Open the source itself again."), version->name);
  return NULL;
}

/* --- forgetting --- */

static void
forget_version (NidaCache         *self,
                const NidaVersion *version)
{
  g_autofree char *path = dup_version_path (self, version);
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);     /* fails while others are in it */
}

/* Remove the objects that no version names, and what a crash left half written. Returns the bytes that remain. */
static guint64
sweep (NidaCache *self,
       GPtrArray *lists)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *objects = g_build_filename (self->folder, "objects", NULL);
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

static void
shrink (NidaCache         *self,
        const NidaVersion *keep)
{
  g_autoptr (GPtrArray) lists = list_all (self);
  guint list, index;

  while (sweep (self, lists) > self->max_all && find_victim (lists, keep, &list, &index))
    {
      GPtrArray *versions = lists->pdata[list];

      forget_version (self, versions->pdata[index]);
      g_ptr_array_remove_index (versions, index);
    }
}

guint64
nida_cache_get_size (NidaCache *self)
{
  g_autofree char *objects = g_build_filename (self->folder, "objects", NULL);
  g_autoptr (GDir) dir = g_dir_open (objects, 0, NULL);
  const char *name;
  guint64 size = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (objects, name, NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0)
        size += (guint64) info.st_size;
    }
  return size;
}

gboolean
nida_cache_clear (NidaCache   *self,
                  const char  *uri,
                  GError     **error)
{
  int fd = lock (self, NULL, error);
  g_autoptr (GPtrArray) lists = NULL;

  if (fd < 0)
    return FALSE;
  lists = list_all (self);
  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *versions = lists->pdata[i];

      for (guint j = versions->len; j-- > 0;)
        if (uri == NULL || strcmp (((NidaVersion *) versions->pdata[j])->uri, uri) == 0)
          {
            forget_version (self, versions->pdata[j]);
            g_ptr_array_remove_index (versions, j);
          }
    }
  sweep (self, lists);
  close (fd);
  return TRUE;
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

static gboolean
write_object (NidaCache          *self,
              const NidaVersion  *version,
              NidaBytes          *bytes,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autofree char *path = dup_object_path (self, version->checksum);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  g_mkdir_with_parents (folder, 0700);
  if (g_stat (path, &info) == 0 && (guint64) info.st_size == version->size)
    return TRUE;
  return nida_safe_file_write_from (path, read_cb, bytes, cancellable, error);
}

static gboolean
write_version (NidaCache          *self,
               NidaVersion        *version,
               GCancellable       *cancellable,
               GError            **error)
{
  g_autofree char *path = dup_version_path (self, version);
  g_autofree char *folder = g_path_get_dirname (path);
  char *text = nida_version_to_text (version);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (folder, 0700);
  return nida_safe_file_write (file, bytes, cancellable, error);
}

static gboolean
store_locked (NidaCache     *self,
              NidaVersion   *draft,
              NidaBytes     *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) versions = nida_cache_list_versions (self, draft->uri);
  NidaVersion *newest = versions->len > 0 ? versions->pdata[0] : NULL;
  gboolean same = newest != NULL && strcmp (newest->checksum, draft->checksum) == 0;

  draft->checked_at = MAX (g_get_real_time (), newest != NULL ? newest->fetched_at + 1 : 0);
  draft->fetched_at = same ? newest->fetched_at : draft->checked_at;
  if (!write_object (self, draft, bytes, cancellable, error) || !write_version (self, draft, cancellable, error))
    return FALSE;
  if (same)
    return TRUE;
  if (newest != NULL && newest->size > self->max_each)
    forget_version (self, newest);
  shrink (self, draft);
  return TRUE;
}

gboolean
nida_cache_store (NidaCache     *self,
                  NidaVersion   *draft,
                  NidaBytes     *bytes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gboolean ok;
  int fd;

  draft->size = nida_bytes_get_size (bytes);
  g_free (draft->checksum);
  draft->checksum = nida_bytes_dup_checksum (bytes, cancellable, error);
  if (draft->checksum == NULL)
    return FALSE;
  fd = lock (self, cancellable, error);
  if (fd < 0)
    return FALSE;
  ok = store_locked (self, draft, bytes, cancellable, error);
  close (fd);
  return ok;
}

/* --- as copies --- */

static NidaVersion *
find_copy (NidaCopies  *copies,
           const char  *uri,
           const char  *name,
           gint64       as_of,
           GError     **error)
{
  return nida_cache_find (NIDA_CACHE (copies), uri, name, as_of, error);
}

static GPtrArray *
list_copies (NidaCopies *copies,
             const char *uri)
{
  return nida_cache_list_versions (NIDA_CACHE (copies), uri);
}

static NidaBytes *
open_copy (NidaCopies    *copies,
           NidaVersion   *version,
           GCancellable  *cancellable,
           GError       **error)
{
  return nida_cache_open (NIDA_CACHE (copies), version, cancellable, error);
}

/* Few enough to be kept as an earlier version. */
static gboolean
wants_copy (NidaCopies *copies,
            const char *uri,
            guint64     size)
{
  return size <= NIDA_CACHE (copies)->max_each;
}

static gboolean
store_copy (NidaCopies    *copies,
            NidaVersion   *draft,
            NidaBytes     *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  return nida_cache_store (NIDA_CACHE (copies), draft, bytes, cancellable, error);
}

static void
nida_cache_copies_init (NidaCopiesInterface *iface)
{
  iface->find = find_copy;
  iface->list = list_copies;
  iface->open = open_copy;
  iface->wants = wants_copy;
  iface->store = store_copy;
}

/* --- the object --- */

static void
nida_cache_finalize (GObject *object)
{
  g_free (NIDA_CACHE (object)->folder);
  G_OBJECT_CLASS (nida_cache_parent_class)->finalize (object);
}

static void
nida_cache_class_init (NidaCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_cache_finalize;
}

static void
nida_cache_init (NidaCache *self)
{
  nida_cache_set_limits (self, 0, 0);
}

NidaCache *
nida_cache_new (const char *folder)
{
  NidaCache *self = g_object_new (NIDA_TYPE_CACHE, NULL);

  self->folder = g_strdup (folder);
  return self;
}

/**
 * nida_cache_get_default:
 *
 * Returns: (transfer none): the same object in every thread
 */
NidaCache *
nida_cache_get_default (void)
{
  static NidaCache *cache;

  if (g_once_init_enter (&cache))
    {
      g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "nida", NULL);

      g_once_init_leave (&cache, nida_cache_new (folder));
    }
  return cache;
}

void
nida_cache_set_limits (NidaCache *self,
                       guint64    each,
                       guint64    all)
{
  self->max_each = each > 0 ? each : MAX_EACH;
  self->max_all = all > 0 ? all : MAX_ALL;
}

/* --- without waiting --- */

static void
list_thread (GTask        *task,
             gpointer      self,
             gpointer      uri,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, uri != NULL ? nida_cache_list_versions (self, uri) : nida_cache_list_sources (self),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
nida_cache_list_versions_async (NidaCache           *self,
                                const char          *uri,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, nida_cache_list_versions_async);
  g_task_set_task_data (task, g_strdup (uri), g_free);
  g_task_run_in_thread (task, list_thread);
}

void
nida_cache_list_sources_async (NidaCache           *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, nida_cache_list_sources_async);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
nida_cache_list_finish (NidaCache     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
