/* Writing a file whole or not at all. g_file_set_contents_full() ignores an error of the folder's sync, and a GFile's own
 * replace() does not sync; both leave the choice of the temporary file to others. */
#include "config.h"

#include "safe-file.h"

#include "translate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK         (1024 * 1024)
#define MAX_ATTEMPTS  100
#define PREFIX        ".nida-"
#define SUFFIX        ".tmp"
#define MAX_LINKS     40

static gboolean
fail (GError     **error,
      const char  *path,
      int          code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               /* Translators: a file name, then the reason that the system gives */
               _("“%s” could not be written: %s"), name, g_strerror (code));
  return FALSE;
}

/* Where the contents come from: @read, or @fill. */
typedef struct {
  NidaSafeFileRead read;
  NidaSafeFileFill fill;
  gpointer         data;
  mode_t           mode;      /* of a file that is not there yet */
} Contents;

static gssize
read_bytes (gpointer   data,
            guint64    offset,
            void      *buffer,
            gsize      length,
            GError   **error)
{
  gsize size;
  const char *from = g_bytes_get_data (data, &size);

  length = MIN (length, size - MIN (offset, size));
  if (length > 0)
    memcpy (buffer, from + offset, length);
  return (gssize) length;
}

static gboolean
write_block (int          fd,
             const char  *data,
             gsize        length,
             const char  *path,
             GError     **error)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return fail (error, path, errno);
      if (n > 0)
        data += n, length -= n;
    }
  return TRUE;
}

static gboolean
write_all (int              fd,
           const Contents  *contents,
           const char      *path,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  guint64 offset = 0;

  for (;;)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = contents->read (contents->data, offset, buffer, CHUNK, error);
      if (n <= 0)
        return n == 0;
      if (!write_block (fd, buffer, (gsize) n, path, error))
        return FALSE;
      offset += (guint64) n;
    }
}

/* Close @fd and tell the first error of the file. */
static gboolean
finish_fd (int         fd,
           gboolean    ok,
           const char *path,
           GError    **error)
{
  if (close (fd) != 0 && ok && errno != EINTR)
    return fail (error, path, errno);
  return ok;
}

/* Devices and pipes are written through: nothing can be put in their place. */
static gboolean
write_through (const char    *path,
               const Contents *contents,
               GCancellable  *cancellable,
               GError       **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

  if (fd < 0)
    return fail (error, path, errno);
  return finish_fd (fd, write_all (fd, contents, path, cancellable, error), path, error);
}

/* Whoever holds the lock is writing; what nobody holds was left by a crash. The lock goes with the process. Is @path, which
 * is open as @fd, now ours and still there? */
static gboolean
claim (int         fd,
       const char *path)
{
  struct stat opened, named;

  return flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &opened) == 0 && lstat (path, &named) == 0
         && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

static int
open_temporary (const char  *folder,
                mode_t       mode,
                char       **temporary)
{
  for (int i = 0; i < MAX_ATTEMPTS; i++)
    {
      g_autofree char *name = g_strdup_printf (PREFIX "%08x" SUFFIX, g_random_int ());
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);

      if (fd < 0 && errno != EEXIST)
        return fd;
      if (fd < 0)
        continue;
      /* ENOLCK and the like: a file system without locks, where nothing is cleaned either */
      if (claim (fd, path) || errno != EWOULDBLOCK)
        {
          *temporary = g_steal_pointer (&path);
          return fd;
        }
      close (fd);
    }
  return -1;
}

static gboolean
sync_folder (const char  *folder,
             const char  *path,
             GError     **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean ok;

  if (fd < 0)
    return fail (error, path, errno);
  /* EINVAL: a file system that has no such thing */
  ok = fsync (fd) == 0 || errno == EINVAL || errno == EROFS;
  if (!ok)
    fail (error, path, errno);
  return finish_fd (fd, ok, path, error);
}

/* Who filled the temporary file may have renamed another one over it: that is the one to be synced then, with the mode of ours
 * and held as ours was. */
static gboolean
hold_filled (int         *fd,
             const char  *temporary,
             const char  *path,
             GError     **error)
{
  struct stat ours, filled;
  int other;

  if (fstat (*fd, &ours) != 0 || lstat (temporary, &filled) != 0)
    return fail (error, path, errno);
  if (ours.st_dev == filled.st_dev && ours.st_ino == filled.st_ino)
    return TRUE;
  other = open (temporary, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (other < 0)
    return fail (error, path, errno);
  close (*fd);
  *fd = other;
  flock (other, LOCK_EX | LOCK_NB);
  return fchmod (other, ours.st_mode & 07777) == 0 || errno == EPERM || fail (error, path, errno);
}

static gboolean
fill_by (int            *fd,
         const char     *temporary,
         const Contents *contents,
         const char     *path,
         GCancellable   *cancellable,
         GError        **error)
{
  return contents->fill (contents->data, temporary, cancellable, error) && hold_filled (fd, temporary, path, error);
}

/* Fill the temporary file and put it on the disk. */
static gboolean
fill_temporary (int            fd,
                const char    *temporary,
                const mode_t  *mode,
                const Contents *contents,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  gboolean ok = contents->fill != NULL ? fill_by (&fd, temporary, contents, path, cancellable, error)
                                       : write_all (fd, contents, path, cancellable, error);

  if (ok && mode != NULL && fchmod (fd, *mode & 07777) != 0 && errno != EPERM)
    ok = fail (error, path, errno);
  if (ok && fsync (fd) != 0)
    ok = fail (error, path, errno);
  return finish_fd (fd, ok, path, error);
}

static gboolean
replace (const char    *path,
         const mode_t  *mode,
         const Contents *contents,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = NULL;
  int fd = open_temporary (folder, contents->mode, &temporary);
  gboolean ok;

  if (fd < 0)
    return fail (error, path, errno);
  ok = fill_temporary (fd, temporary, mode, contents, path, cancellable, error);
  if (ok && rename (temporary, path) != 0)
    ok = fail (error, path, errno);
  if (!ok)
    {
      unlink (temporary);
      return FALSE;
    }
  return sync_folder (folder, path, error);
}

/* The file that @path stands for when it is a link, also one that leads to nothing yet. */
static char *
resolve (const char  *path,
         GError     **error)
{
  g_autofree char *current = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&current);
      folder = g_path_get_dirname (current);
      g_free (current);
      current = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
    }
  fail (error, path, ELOOP);
  return NULL;
}

static gboolean
write_path (const char    *path,
            const Contents *contents,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *target = NULL;
  struct stat info;
  gboolean exists = stat (path, &info) == 0;

  if (!exists && errno != ENOENT)
    return fail (error, path, errno);
  if (exists && S_ISDIR (info.st_mode))
    return fail (error, path, EISDIR);
  if (exists && !S_ISREG (info.st_mode))
    return write_through (path, contents, cancellable, error);
  if (exists && access (path, W_OK) != 0)
    return fail (error, path, errno);
  target = resolve (path, error);
  return target != NULL && replace (target, exists ? &info.st_mode : NULL, contents, cancellable, error);
}

/**
 * nida_safe_file_write:
 * @file: where to; a device or pipe is written through, a file that is no local one is left to its own file system
 * @bytes: the whole contents
 *
 * Returns: %FALSE with @error (#GIOErrorEnum) when any step failed. Until the rename the old file stays as it was, and no
 *   temporary file is left behind; only the folder's sync comes after it.
 */
gboolean
nida_safe_file_write (GFile         *file,
                      GBytes        *bytes,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  path = g_file_peek_path (file);
  if (path == NULL)
    {
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
    }
  return write_path (path, &(Contents) { .read = read_bytes, .data = bytes, .mode = 0666 }, cancellable, error);
}

/**
 * nida_safe_file_write_from:
 * @read: called with growing offsets
 *
 * Returns: as nida_safe_file_write()
 */
gboolean
nida_safe_file_write_from (const char        *path,
                           NidaSafeFileRead   read,
                           gpointer           data,
                           GCancellable      *cancellable,
                           GError           **error)
{
  return write_path (path, &(Contents) { .read = read, .data = data, .mode = 0600 }, cancellable, error);
}

/**
 * nida_safe_file_write_by:
 * @fill: leaves nothing open
 *
 * Returns: as nida_safe_file_write(); a device or pipe is refused
 */
gboolean
nida_safe_file_write_by (const char        *path,
                         NidaSafeFileFill   fill,
                         gpointer           data,
                         GCancellable      *cancellable,
                         GError           **error)
{
  struct stat info;

  if (stat (path, &info) == 0 && !S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode))
    return fail (error, path, EINVAL);
  return write_path (path, &(Contents) { .fill = fill, .data = data, .mode = 0666 }, cancellable, error);
}

/* Is @name one that open_temporary() gives? */
static gboolean
is_temporary (const char *name)
{
  gsize length = strlen (PREFIX) + 8 + strlen (SUFFIX);

  return strlen (name) == length && g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX)
         && strspn (name + strlen (PREFIX), "0123456789abcdef") == 8;
}

void
nida_safe_file_clean (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int fd = is_temporary (name) ? open (path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;

      if (fd >= 0 && claim (fd, path))
        unlink (path);
      if (fd >= 0)
        close (fd);
    }
}
