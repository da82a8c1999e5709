/* cache-folder.c: what lies where, what is swept away, and which version goes first. */
#include "support.h"

#include "cache-folder.h"

#include <unistd.h>

static char *
make_folder (void)
{
  return g_dir_make_tmp ("nida-test-XXXXXX", NULL);
}

static void
remove_folder (const char *folder)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* As the cache writes it, met at @time. */
static NidaVersion *
keep (const char *folder,
      const char *uri,
      const char *text,
      gint64      time)
{
  NidaVersion *version = nida_version_new (uri, "x.csv");
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("x.csv", NULL);

  g_assert_true (nida_bytes_append (bytes, text, strlen (text), NULL));
  version->size = strlen (text);
  version->checksum = nida_bytes_dup_checksum (bytes, NULL, NULL);
  version->fetched_at = version->checked_at = time;
  g_assert_true (nida_cache_folder_write_object (folder, version, bytes, NULL, NULL));
  g_assert_true (nida_cache_folder_write_version (folder, version, NULL, NULL));
  return version;
}

static void
test_newest_first (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (NidaVersion) one = keep (folder, "file:///a", "one", 10), two = keep (folder, "file:///a", "two", 20);
  g_autoptr (GPtrArray) versions = nida_cache_folder_list (folder, "file:///a");

  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((NidaVersion *) versions->pdata[0])->checksum, ==, two->checksum);
  g_assert_cmpstr (((NidaVersion *) versions->pdata[1])->checksum, ==, one->checksum);
  remove_folder (folder);
}

static void
test_sweep (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (NidaVersion) named = keep (folder, "file:///a", "12345", 10), nameless = keep (folder, "file:///b", "1", 10);
  g_autofree char *path = nida_cache_folder_dup_object (folder, nameless->checksum);
  g_autoptr (GPtrArray) lists = NULL;

  nida_cache_folder_forget (folder, nameless);
  lists = nida_cache_folder_list_all (folder);
  g_assert_cmpuint (nida_cache_folder_sweep (folder, lists), ==, 5);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

/* Earlier versions go before the last good one of a source that nobody looked at for long; never the one that just came. */
static void
test_shrink (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (NidaVersion) old = keep (folder, "file:///a", "aaaaa", 10), last = keep (folder, "file:///a", "bbbbb", 20);
  g_autoptr (NidaVersion) other = keep (folder, "file:///b", "ccccc", 5), fresh = keep (folder, "file:///c", "ddddd", 30);
  g_autoptr (GPtrArray) a = NULL, b = NULL, c = NULL;

  nida_cache_folder_shrink (folder, 15, fresh);
  a = nida_cache_folder_list (folder, "file:///a");
  g_assert_cmpuint (a->len, ==, 1);
  g_assert_cmpstr (((NidaVersion *) a->pdata[0])->checksum, ==, last->checksum);
  g_clear_pointer (&a, g_ptr_array_unref);
  nida_cache_folder_shrink (folder, 10, fresh);
  a = nida_cache_folder_list (folder, "file:///a");
  b = nida_cache_folder_list (folder, "file:///b");
  c = nida_cache_folder_list (folder, "file:///c");
  g_assert_cmpuint (a->len, ==, 1);
  g_assert_cmpuint (b->len, ==, 0);
  g_assert_cmpuint (c->len, ==, 1);
  g_assert_cmpstr (old->uri, ==, last->uri);
  g_assert_cmpint (other->checked_at, <, last->checked_at);
  remove_folder (folder);
}

static void
test_lock (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  int fd = nida_cache_folder_lock (folder, NULL, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (nida_cache_folder_lock (folder, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  close (fd);
  fd = nida_cache_folder_lock (folder, NULL, NULL);
  g_assert_cmpint (fd, >=, 0);
  close (fd);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cache-folder/versions/the-newest-first", test_newest_first);
  g_test_add_func ("/cache-folder/sweep/what-no-version-names-is-gone", test_sweep);
  g_test_add_func ("/cache-folder/shrink/earlier-versions-first", test_shrink);
  g_test_add_func ("/cache-folder/lock/one-at-a-time", test_lock);
  return g_test_run ();
}
