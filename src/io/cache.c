/* Which copies are kept and which are found; where they lie is cache-folder.c. */
#include "config.h"

#include "cache.h"

#include "cache-folder.h"
#include "loader.h"
#include "translate.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_EACH     (G_GUINT64_CONSTANT (64) << 20)
#define MAX_ALL      (G_GUINT64_CONSTANT (1) << 30)

struct _NidaCache
{
  GObject  parent_instance;
  char    *folder;
  guint64  max_each, max_all;
};

static void nida_cache_copies_init (NidaCopiesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaCache, nida_cache, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_COPIES, nida_cache_copies_init))

/* --- reading --- */

static int
compare_checks (gconstpointer a,
                gconstpointer b)
{
  const NidaVersion *one = *(NidaVersion * const *) a, *two = *(NidaVersion * const *) b;

  return (one->checked_at < two->checked_at) - (one->checked_at > two->checked_at);
}

GPtrArray *
nida_cache_list_versions (NidaCache  *self,
                          const char *uri)
{
  return nida_cache_folder_list (self->folder, uri);
}

GPtrArray *
nida_cache_list_sources (NidaCache *self)
{
  g_autoptr (GPtrArray) lists = nida_cache_folder_list_all (self->folder);
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
  g_autofree char *path = nida_cache_folder_dup_object (self->folder, version->checksum);
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
  int fd = nida_cache_folder_lock (self->folder, NULL, error);
  g_autoptr (GPtrArray) lists = NULL;

  if (fd < 0)
    return FALSE;
  lists = nida_cache_folder_list_all (self->folder);
  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *versions = lists->pdata[i];

      for (guint j = versions->len; j-- > 0;)
        if (uri == NULL || strcmp (((NidaVersion *) versions->pdata[j])->uri, uri) == 0)
          {
            nida_cache_folder_forget (self->folder, versions->pdata[j]);
            g_ptr_array_remove_index (versions, j);
          }
    }
  nida_cache_folder_sweep (self->folder, lists);
  close (fd);
  return TRUE;
}

/* --- keeping --- */

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
  if (!nida_cache_folder_write_object (self->folder, draft, bytes, cancellable, error) || !nida_cache_folder_write_version (self->folder, draft, cancellable, error))
    return FALSE;
  if (same)
    return TRUE;
  if (newest != NULL && newest->size > self->max_each)
    nida_cache_folder_forget (self->folder, newest);
  nida_cache_folder_shrink (self->folder, self->max_all, draft);
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
  fd = nida_cache_folder_lock (self->folder, cancellable, error);
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
