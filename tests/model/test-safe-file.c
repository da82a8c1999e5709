/* A file is written whole or stays as it was; nothing is left beside it. */
#include "safe-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
} Fixture;

/* The regular file that was put on the disk last. */
static struct stat synced;
/* What is cleaned while it is being put there. */
static const char *meanwhile;

/* In front of that of the C library. */
int
fsync (int fd)
{
  struct stat info;

  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    {
      synced = info;
      if (meanwhile != NULL)
        nida_safe_file_clean (meanwhile);
    }
  return (int) syscall (SYS_fsync, fd);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("nida-safe-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "board.csv", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
write_text (const char  *path,
            const char  *text,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return nida_safe_file_write (file, bytes, NULL, error);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_new_and_old (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (write_text (fixture->path, "one", &error));
  assert_contents (fixture->path, "one");
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (write_text (fixture->path, "", &error));
  assert_contents (fixture->path, "");
  g_stat (fixture->path, &info);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_no_error (error);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autoptr (GError) error = NULL;

  /* a link to a link to nothing yet */
  g_assert_cmpint (symlink ("board.csv", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_true (write_text (second, "through", &error));
  assert_contents (fixture->path, "through");
  g_assert_true (write_text (second, "again", &error));
  assert_contents (fixture->path, "again");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (write_text (loop, "x", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  g_assert_cmpuint (count_files (fixture), ==, 4);
}

static void
test_impossible (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "board.csv", NULL);
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (GError) nowhere_error = NULL;

  g_assert_false (write_text (fixture->folder, "x", &folder_error));
  g_assert_error (folder_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_false (write_text (nowhere, "x", &nowhere_error));
  g_assert_error (nowhere_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (nowhere_error->message, "board.csv"));
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  struct rlimit old, small = { 4096, 4096 };
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  void (*handler) (int);
  gboolean ok;

  g_assert_true (write_text (fixture->path, "old", NULL));
  getrlimit (RLIMIT_FSIZE, &old);
  small.rlim_max = old.rlim_max;
  handler = signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  ok = write_text (fixture->path, large, &error);
  setrlimit (RLIMIT_FSIZE, &old);
  signal (SIGXFSZ, handler);
  g_assert_false (ok);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, G_IO_ERROR);
  assert_contents (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }
  g_assert_false (write_text ("/dev/full", "x", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (write_text ("/dev/null", "x", NULL));
  /* still a device */
  g_stat ("/dev/null", &info);
  g_assert_true (S_ISCHR (info.st_mode));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture->path, "old", NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (nida_safe_file_write (file, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture->path, "old");
}

/* Two megabytes of letters by their places, which fails after *@data bytes. */
static gssize
read_cb (gpointer   data,
         guint64    offset,
         void      *buffer,
         gsize      length,
         GError   **error)
{
  guint64 limit = *(guint64 *) data;

  if (offset >= limit)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the source is gone");
      return -1;
    }
  length = MIN (length, (1u << 21) - MIN (offset, 1u << 21));
  for (gsize i = 0; i < length; i++)
    ((char *) buffer)[i] = (char) ('a' + (offset + i) % 26);
  return (gssize) length;
}

static void
test_from (Fixture       *fixture,
           gconstpointer  data)
{
  guint64 limit = G_MAXUINT64;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *kept = NULL;
  gsize length;
  GStatBuf info;

  g_assert_true (nida_safe_file_write_from (fixture->path, read_cb, &limit, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_cmpuint (length, ==, 1u << 21);
  for (gsize i = 0; i < length; i++)
    g_assert_cmpint (text[i], ==, 'a' + (int) (i % 26));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  limit = 1u << 20;
  g_assert_false (nida_safe_file_write_from (fixture->path, read_cb, &limit, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
}

/* What a crash left goes; what is still being written, and what is somebody's own, stays. */
static gboolean
fill_cb (gpointer       data,
         const char    *temporary,
         GCancellable  *cancellable,
         GError       **error)
{
  Fixture *fixture = data;

  nida_safe_file_clean (fixture->folder);
  g_assert_true (g_file_test (temporary, G_FILE_TEST_EXISTS));
  return g_file_set_contents_full (temporary, "whole", -1, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static void
test_clean (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *left = g_build_filename (fixture->folder, ".nida-0123abcd.tmp", NULL);
  g_autofree char *own = g_build_filename (fixture->folder, ".nida-notes.tmp", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (left, "half", -1, NULL));
  g_assert_true (g_file_set_contents (own, "own", -1, NULL));
  g_assert_true (nida_safe_file_write_by (fixture->path, fill_cb, fixture, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "whole");
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  assert_contents (own, "own");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

/* A writer that renames a file of its own over the one that it was given. */
static gboolean
rename_over_cb (gpointer       data,
                const char    *temporary,
                GCancellable  *cancellable,
                GError       **error)
{
  return g_file_set_contents_full (temporary, data, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
assert_synced (const char *path,
               guint       mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_ino, ==, synced.st_ino);
  g_assert_cmpuint (info.st_dev, ==, synced.st_dev);
  g_assert_cmpuint (info.st_mode & 07777, ==, mode);
}

static void
test_renamed_over (Fixture       *fixture,
                   gconstpointer  data)
{
  mode_t mask = umask (0027);
  g_autoptr (GError) error = NULL;

  meanwhile = fixture->folder;
  g_assert_true (nida_safe_file_write_by (fixture->path, rename_over_cb, (gpointer) "new", NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "new");
  assert_synced (fixture->path, 0640);
  g_assert_cmpint (g_chmod (fixture->path, 0604), ==, 0);
  g_assert_true (nida_safe_file_write_by (fixture->path, rename_over_cb, (gpointer) "newer", NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "newer");
  assert_synced (fixture->path, 0604);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  meanwhile = NULL;
  umask (mask);
}

/* A writer that leaves nothing behind. */
static gboolean
remove_cb (gpointer       data,
           const char    *temporary,
           GCancellable  *cancellable,
           GError       **error)
{
  return g_remove (temporary) == 0;
}

static void
test_filled_by_nobody (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture->path, "old", NULL));
  g_assert_false (nida_safe_file_write_by (fixture->path, remove_cb, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_contents (fixture->path, "old");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/safe-file/new-and-replaced-with-its-mode", Fixture, NULL, set_up, test_new_and_old, tear_down);
  g_test_add ("/safe-file/links-are-followed-and-stay", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/safe-file/impossible-places-are-told", Fixture, NULL, set_up, test_impossible, tear_down);
  g_test_add ("/safe-file/full-disk-keeps-the-old-file", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/safe-file/a-device-is-never-replaced", Fixture, NULL, set_up, test_device, tear_down);
  g_test_add ("/safe-file/cancelled-keeps-the-old-file", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/safe-file/leftovers-are-cleaned", Fixture, NULL, set_up, test_clean, tear_down);
  g_test_add ("/safe-file/a-file-renamed-over-the-temporary-one-is-synced", Fixture, NULL, set_up, test_renamed_over, tear_down);
  g_test_add ("/safe-file/filled-by-nobody-keeps-the-old-file", Fixture, NULL, set_up, test_filled_by_nobody, tear_down);
  g_test_add ("/safe-file/from-a-source-that-may-fail", Fixture, NULL, set_up, test_from, tear_down);
  return g_test_run ();
}
