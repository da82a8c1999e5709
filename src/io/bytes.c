/* Files that are read by position, and the temporary ones for input that has none. Never mapped: a mapped file that
 * another program cuts short raises SIGBUS. */
#include "config.h"

#include "bytes.h"

#include "loader.h"
#include "translate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK (64u << 10)

struct _NidaBytes {
  int            n_refs;
  int            fd;
  char          *name;
  gboolean       temporary;
  struct stat    at_open;
  guint64        size;
  NidaBytesRead  read;          /* of bytes that stand elsewhere; fd is -1 then */
  gpointer       read_data;
  GDestroyNotify read_destroy;
};

static void
set_system_error (GError    **error,
                  const char *name,
                  int         errsv)
{
  switch (errsv)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND, _("There is no file “%s”. Check the name and the folder."), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_PERMISSION,
                 _("You are not allowed to read “%s”. Ask its owner for permission, or copy it to your own folder."), name);
      break;
    case EISDIR:
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FOLDER, _("“%s” is a folder. Name the files in it that should be read."), name);
      break;
    default:
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED, _("“%s” could not be read: %s"), name,
                   g_strerror (errsv));
    }
}

static NidaBytes *
new_for_fd (int         fd,
            const char *name)
{
  NidaBytes *self = g_new0 (NidaBytes, 1);

  self->n_refs = 1;
  self->fd = fd;
  self->name = g_strdup (name);
  return self;
}

/* Wait until @fd has something to say, or @cancellable is cancelled. */
static gboolean
wait_for_bytes (int           fd,
                GCancellable *cancellable,
                GError      **error)
{
  GPollFD polls[2] = { { .fd = fd, .events = G_IO_IN | G_IO_HUP | G_IO_ERR } };
  gboolean can_cancel = g_cancellable_make_pollfd (cancellable, &polls[1]);

  while (g_poll (polls, can_cancel ? 2 : 1, -1) < 0 && errno == EINTR)
    continue;
  if (can_cancel)
    g_cancellable_release_fd (cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Take all that comes through the pipe @fd. */
static NidaBytes *
drain (int           fd,
       const char   *name,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr (NidaBytes) self = nida_bytes_new (name, error);
  g_autofree char *buffer = g_malloc (BLOCK);

  if (self == NULL)
    return NULL;
  for (;;)
    {
      gssize n;

      if (!wait_for_bytes (fd, cancellable, error))
        return NULL;
      n = read (fd, buffer, BLOCK);
      if (n == 0)
        return g_steal_pointer (&self);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (n < 0)
        {
          set_system_error (error, name, errno);
          return NULL;
        }
      if (!nida_bytes_append (self, buffer, (gsize) n, error))
        return NULL;
    }
}

static NidaBytes *
open_fd (int           fd,
         const char   *name,
         GCancellable *cancellable,
         GError      **error)
{
  NidaBytes *self;
  struct stat info;

  if (fstat (fd, &info) < 0)
    {
      set_system_error (error, name, errno);
      close (fd);
      return NULL;
    }
  if (S_ISDIR (info.st_mode))
    {
      set_system_error (error, name, EISDIR);
      close (fd);
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      self = drain (fd, name, cancellable, error);
      close (fd);
      return self;
    }

  self = new_for_fd (fd, name);
  self->at_open = info;
  self->size = (guint64) info.st_size;
  return self;
}

/**
 * nida_bytes_open:
 * @name: what people call the file, for messages
 *
 * Open a file, or take all that a pipe gives.
 * Returns: (nullable): %NULL with @error (%NIDA_READ_ERROR or %G_IO_ERROR_CANCELLED)
 */
NidaBytes *
nida_bytes_open (const char   *path,
                 const char   *name,
                 GCancellable *cancellable,
                 GError      **error)
{
  /* Without O_NONBLOCK, opening a pipe that nobody writes to would wait here, where Cancel cannot reach. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    {
      set_system_error (error, name, errno);
      return NULL;
    }
  return open_fd (fd, name, cancellable, error);
}

NidaBytes *
nida_bytes_open_stdin (const char   *name,
                       GCancellable *cancellable,
                       GError      **error)
{
  int fd = fcntl (STDIN_FILENO, F_DUPFD_CLOEXEC, 3);

  if (fd < 0)
    {
      set_system_error (error, name, errno);
      return NULL;
    }
  return open_fd (fd, name, cancellable, error);
}

NidaBytes *
nida_bytes_new (const char  *name,
                GError     **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "nida-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  NidaBytes *self;

  if (fd < 0)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED, _("“%s” needs room in the folder %s: %s"), name,
                   g_get_tmp_dir (), g_strerror (errno));
      return NULL;
    }
  g_unlink (path);
  self = new_for_fd (fd, name);
  self->temporary = TRUE;
  return self;
}

NidaBytes *
nida_bytes_new_reader (const char     *name,
                       guint64         size,
                       NidaBytesRead   read,
                       gpointer        data,
                       GDestroyNotify  destroy)
{
  NidaBytes *self = new_for_fd (-1, name);

  self->temporary = TRUE;
  self->size = size;
  self->read = read;
  self->read_data = data;
  self->read_destroy = destroy;
  return self;
}

gboolean
nida_bytes_append (NidaBytes   *self,
                   const void  *data,
                   gsize        length,
                   GError     **error)
{
  const char *from = data;

  if (self->size + length > NIDA_BYTES_MAX)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                 _("“%s” holds more than 2 GiB. Split it, and name the parts together."), self->name);
      return FALSE;
    }
  while (length > 0)
    {
      gssize n = pwrite (self->fd, from, length, (off_t) self->size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED, _("“%s” needs room in the folder %s: %s"),
                       self->name, g_get_tmp_dir (), g_strerror (errno));
          return FALSE;
        }
      from += n;
      length -= (gsize) n;
      self->size += (guint64) n;
    }
  return TRUE;
}

/* Append @length bytes of @other from @offset on. */
static gboolean
append_range (NidaBytes     *self,
              NidaBytes     *other,
              guint64        offset,
              guint64        length,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *buffer = g_malloc (BLOCK);

  for (guint64 end = offset + length; offset < end;)
    {
      gssize n = nida_bytes_read (other, offset, buffer, MIN (BLOCK, end - offset), error);

      if (n < 0 || g_cancellable_set_error_if_cancelled (cancellable, error)
          || !nida_bytes_append (self, buffer, (gsize) n, error))
        return FALSE;
      if (n == 0)
        return TRUE;
      offset += (guint64) n;
    }
  return TRUE;
}

gboolean
nida_bytes_append_all (NidaBytes     *self,
                       NidaBytes     *other,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return append_range (self, other, 0, other->size, cancellable, error);
}

NidaBytes *
nida_bytes_new_range (NidaBytes     *other,
                      guint64        offset,
                      guint64        length,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (NidaBytes) self = nida_bytes_new (other->name, error);

  return self != NULL && append_range (self, other, offset, length, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

NidaBytes *
nida_bytes_ref (NidaBytes *self)
{
  g_atomic_int_inc (&self->n_refs);
  return self;
}

void
nida_bytes_unref (NidaBytes *self)
{
  if (!g_atomic_int_dec_and_test (&self->n_refs))
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->read_destroy != NULL)
    self->read_destroy (self->read_data);
  g_free (self->name);
  g_free (self);
}

guint64
nida_bytes_get_size (NidaBytes *self)
{
  return self->size;
}

const char *
nida_bytes_get_name (NidaBytes *self)
{
  return self->name;
}

static void
set_changed (NidaBytes  *self,
             GError    **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED,
             _("“%s” changed while it was read. Open it again once the other program has finished writing it."), self->name);
}

gssize
nida_bytes_read (NidaBytes  *self,
                 guint64     offset,
                 void       *buffer,
                 gsize       length,
                 GError    **error)
{
  gsize done = 0;

  length = offset >= self->size ? 0 : MIN (length, self->size - offset);
  if (self->read != NULL)
    return length > 0 ? self->read (self->read_data, offset, buffer, length, error) : 0;
  while (done < length)
    {
      gssize n = pread (self->fd, (char *) buffer + done, length - done, (off_t) (offset + done));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_system_error (error, self->name, errno);
          return -1;
        }
      if (n == 0)
        {
          set_changed (self, error);
          return -1;
        }
      done += (gsize) n;
    }
  return (gssize) done;
}

/**
 * nida_bytes_check:
 *
 * To be asked once all bytes were read: a file that another program wrote meanwhile may be a mixture of old and new.
 */
gboolean
nida_bytes_check (NidaBytes  *self,
                  GError    **error)
{
  struct stat now;

  if (self->temporary)
    return TRUE;
  if (fstat (self->fd, &now) == 0
      && now.st_size == self->at_open.st_size
      && now.st_mtim.tv_sec == self->at_open.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == self->at_open.st_mtim.tv_nsec)
    return TRUE;
  set_changed (self, error);
  return FALSE;
}

gint64
nida_bytes_get_modified (NidaBytes *self)
{
  const struct timespec *time = &self->at_open.st_mtim;

  return self->temporary ? 0 : (gint64) time->tv_sec * G_USEC_PER_SEC + time->tv_nsec / 1000;
}

char *
nida_bytes_dup_tag (NidaBytes *self)
{
  const struct stat *info = &self->at_open;

  if (self->temporary)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT "-%" G_GINT64_FORMAT ".%09ld-%" G_GUINT64_FORMAT, self->size,
                          (gint64) info->st_mtim.tv_sec, info->st_mtim.tv_nsec, (guint64) info->st_ino);
}

/**
 * nida_bytes_dup_checksum:
 *
 * Returns: (nullable): the SHA-256 of all bytes as text, or %NULL with @error
 */
char *
nida_bytes_dup_checksum (NidaBytes     *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (BLOCK);
  guint64 offset = 0;

  for (;;)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = nida_bytes_read (self, offset, buffer, BLOCK, error);
      if (n < 0)
        return NULL;
      if (n == 0)
        return g_strdup (g_checksum_get_string (checksum));
      g_checksum_update (checksum, (const guchar *) buffer, n);
      offset += (guint64) n;
    }
}
