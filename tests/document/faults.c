/* See faults.h. Only regular files and folders count, so that pipes and terminals do as they always do; nothing is synced
 * really, since no power fails here. */
#include "faults.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
  gboolean  armed, met, half;
  FaultKind kind;
  guint     at, n;
  const char *folder;
} faults;

void
faults_arm (FaultKind kind,
            guint     at)
{
  faults.kind = kind;
  faults.at = at;
  faults.n = 0;
  faults.met = faults.half = FALSE;
  faults.armed = TRUE;
}

void
faults_keep_to (const char *folder)
{
  faults.folder = folder;
}

gboolean
faults_disarm (void)
{
  faults.armed = FALSE;
  return faults.met;
}

static gboolean
is_in_folder (int fd)
{
  char link[64], path[4096];
  gssize length;

  if (faults.folder == NULL)
    return TRUE;
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  path[MAX (length, 0)] = '\0';
  return g_str_has_prefix (path, faults.folder);
}

static gboolean
is_file (int fd)
{
  struct stat info;

  return fd > 2 && fstat (fd, &info) == 0 && (S_ISREG (info.st_mode) || S_ISDIR (info.st_mode)) && is_in_folder (fd);
}

static void
die (void)
{
  kill (getpid (), SIGKILL);
  for (;;)
    pause ();
}

typedef enum { OTHER, SYNC, WRITE } Operation;

/* Does this one fail? */
static gboolean
fails (Operation operation)
{
  gboolean takes_room = operation != OTHER;

  if (!faults.armed)
    return FALSE;
  faults.n++;
  if (faults.half)
    {
      faults.half = FALSE;
      errno = ENOSPC;
      return takes_room;
    }
  if (faults.kind == FAULT_STAYS_FULL ? faults.n < faults.at || !takes_room : faults.n != faults.at)
    return FALSE;
  faults.met = TRUE;
  if (faults.kind == FAULT_KILL || (faults.kind == FAULT_TORN && operation != WRITE))
    die ();
  errno = faults.kind == FAULT_ERROR || !takes_room ? EIO : ENOSPC;
  return TRUE;
}

static gssize
put (int         fd,
     const void *data,
     gsize       length,
     gint64      offset)
{
  return offset >= 0 ? syscall (SYS_pwrite64, fd, data, length, offset) : syscall (SYS_write, fd, data, length);
}

static gssize
write_at (int         fd,
          const void *data,
          gsize       length,
          gint64      offset)
{
  if (!is_file (fd) || !fails (WRITE))
    return put (fd, data, length, offset);
  if ((faults.kind == FAULT_SHORT || faults.kind == FAULT_TORN) && faults.n == faults.at && length > 1)
    {
      gssize n = put (fd, data, length / 2, offset);

      if (faults.kind == FAULT_TORN)
        die ();
      faults.half = TRUE;
      return n;
    }
  if (faults.kind == FAULT_TORN)
    die ();
  return -1;
}

/* --- what is called instead of the library's --- */

ssize_t pwrite64 (int fd, const void *data, size_t length, off64_t offset);
ssize_t pread64 (int fd, void *data, size_t length, off64_t offset);
int     ftruncate64 (int fd, off64_t length);

ssize_t
pwrite64 (int         fd,
          const void *data,
          size_t      length,
          off64_t     offset)
{
  return write_at (fd, data, length, offset);
}

ssize_t
write (int         fd,
       const void *data,
       size_t      length)
{
  return write_at (fd, data, length, -1);
}

ssize_t
pread64 (int      fd,
         void    *data,
         size_t   length,
         off64_t  offset)
{
  return is_file (fd) && fails (OTHER) ? -1 : (ssize_t) syscall (SYS_pread64, fd, data, length, offset);
}

int
ftruncate64 (int     fd,
             off64_t length)
{
  return is_file (fd) && fails (OTHER) ? -1 : (int) syscall (SYS_ftruncate, fd, length);
}

int
fsync (int fd)
{
  return is_file (fd) && fails (SYNC) ? -1 : 0;
}

int
fdatasync (int fd)
{
  return is_file (fd) && fails (SYNC) ? -1 : 0;
}

int
unlink (const char *path)
{
  return fails (OTHER) ? -1 : (int) syscall (SYS_unlink, path);
}

int
rename (const char *from,
        const char *to)
{
  return fails (OTHER) ? -1 : (int) syscall (SYS_rename, from, to);
}
