#include "support.h"

#include "cache.h"

typedef struct {
  char      *folder;
  NidaCache *cache;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  self->cache = nida_cache_new (self->folder);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_object_unref (self->cache);
  g_free (self->folder);
}

static NidaBytes *
new_bytes (const char *text)
{
  NidaBytes *bytes = nida_bytes_new ("x.csv", NULL);

  g_assert_true (nida_bytes_append (bytes, text, strlen (text), NULL));
  return bytes;
}

static void
store (Fixture    *self,
       const char *uri,
       const char *text)
{
  g_autoptr (NidaVersion) draft = nida_version_new (uri, "x.csv");
  g_autoptr (NidaBytes) bytes = new_bytes (text);
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_cache_store (self->cache, draft, bytes, NULL, &error));
  g_assert_no_error (error);
}

static char *
dup_held (Fixture    *self,
          const char *uri,
          gint64      as_of)
{
  g_autoptr (NidaVersion) version = nida_cache_find (self->cache, uri, "x.csv", as_of, NULL);
  g_autoptr (NidaBytes) bytes = version != NULL ? nida_cache_open (self->cache, version, NULL, NULL) : NULL;
  char *text;

  if (bytes == NULL)
    return NULL;
  text = g_malloc0 (nida_bytes_get_size (bytes) + 1);
  nida_bytes_read (bytes, 0, text, nida_bytes_get_size (bytes), NULL);
  return text;
}

#define assert_held(self, uri, as_of, expected) G_STMT_START { \
    g_autofree char *held_ = dup_held (self, uri, as_of);      \
    g_assert_cmpstr (held_, ==, expected);                     \
  } G_STMT_END

static guint
count (GPtrArray *versions)
{
  guint n = versions->len;

  g_ptr_array_unref (versions);
  return n;
}

static void
test_versions (Fixture       *self,
               gconstpointer  data)
{
  gint64 after_first;

  assert_held (self, "https://a.org/x", 0, NULL);
  store (self, "https://a.org/x", "one");
  after_first = g_get_real_time ();
  store (self, "https://a.org/x", "one");
  g_assert_cmpuint (count (nida_cache_list_versions (self->cache, "https://a.org/x")), ==, 1);
  store (self, "https://a.org/x", "two");
  store (self, "https://a.org/x", "one");
  g_assert_cmpuint (count (nida_cache_list_versions (self->cache, "https://a.org/x")), ==, 3);
  assert_held (self, "https://a.org/x", 0, "one");
  assert_held (self, "https://a.org/x", after_first, "one");
  assert_held (self, "https://a.org/x", 1, NULL);
  assert_held (self, "https://a.org/y", 0, NULL);
  g_assert_cmpuint (nida_cache_get_size (self->cache), ==, 6);
}

static void
test_private (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *objects = g_build_filename (self->folder, "objects", NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "one", -1);
  g_autofree char *path = g_build_filename (objects, checksum, NULL);
  GStatBuf info;

  store (self, "https://a.org/x", "one");
  g_assert_cmpint (g_stat (objects, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

static void
test_limits (Fixture       *self,
             gconstpointer  data)
{
  nida_cache_set_limits (self->cache, 4, 12);
  store (self, "https://a.org/x", "large");
  store (self, "https://a.org/x", "tiny");
  g_assert_cmpuint (count (nida_cache_list_versions (self->cache, "https://a.org/x")), ==, 1);
  store (self, "https://a.org/x", "2222");
  store (self, "https://b.org/x", "3333");
  g_assert_cmpuint (nida_cache_get_size (self->cache), ==, 12);
  /* earlier versions go first, */
  store (self, "https://c.org/x", "4444");
  g_assert_cmpuint (nida_cache_get_size (self->cache), ==, 12);
  g_assert_cmpuint (count (nida_cache_list_versions (self->cache, "https://a.org/x")), ==, 1);
  assert_held (self, "https://a.org/x", 0, "2222");
  /* then the source that was looked at longest ago, */
  store (self, "https://b.org/x", "3333");
  store (self, "https://d.org/x", "5555");
  assert_held (self, "https://a.org/x", 0, NULL);
  assert_held (self, "https://b.org/x", 0, "3333");
  /* never the newest. */
  store (self, "https://e.org/x", "larger than all");
  assert_held (self, "https://e.org/x", 0, "larger than all");
  g_assert_cmpuint (count (nida_cache_list_sources (self->cache)), ==, 1);
}

static void
test_clear (Fixture       *self,
            gconstpointer  data)
{
  store (self, "https://a.org/x", "same");
  store (self, "https://b.org/x", "same");
  store (self, "https://b.org/x", "other");
  g_assert_true (nida_cache_clear (self->cache, "https://b.org/x", NULL));
  g_assert_cmpuint (nida_cache_get_size (self->cache), ==, 4);
  assert_held (self, "https://a.org/x", 0, "same");
  g_assert_true (nida_cache_clear (self->cache, NULL, NULL));
  g_assert_cmpuint (nida_cache_get_size (self->cache), ==, 0);
  g_assert_cmpuint (count (nida_cache_list_sources (self->cache)), ==, 0);
}

/* What a crash left half written goes with the next version. */
static void
test_leftovers (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "objects", ".nida-1234.tmp", NULL);

  store (self, "https://a.org/x", "one");
  g_assert_true (g_file_set_contents (path, "half", -1, NULL));
  store (self, "https://a.org/x", "two");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_held (self, "https://a.org/x", 0, "two");
}

/* Every byte of the copy in turn. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "content", -1);
  g_autofree char *path = g_build_filename (self->folder, "objects", checksum, NULL);

  for (guint i = 0; i < strlen ("content"); i++)
    {
      char damaged[] = "content";

      store (self, "https://a.org/x", "content");
      assert_held (self, "https://a.org/x", 0, "content");
      damaged[i] ^= 1;
      g_assert_true (g_file_set_contents (path, damaged, -1, NULL));
      assert_held (self, "https://a.org/x", 0, NULL);
    }
}

static void
test_no_folder (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (NidaCache) cache = nida_cache_new ("/proc/nothing");
  g_autoptr (NidaVersion) draft = nida_version_new ("https://a.org/x", "x.csv");
  g_autoptr (NidaBytes) bytes = new_bytes ("one");
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_cache_store (cache, draft, bytes, NULL, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "/proc/nothing"));
}

static gpointer
store_thread (gpointer data)
{
  Fixture *self = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *uri = g_strdup_printf ("https://%p.org/%u", (void *) g_thread_self (), i % 3);
      g_autofree char *text = g_strdup_printf ("%u", i);

      store (self, uri, text);
      assert_held (self, uri, 0, text);
    }
  return NULL;
}

static void
test_threads (Fixture       *self,
              gconstpointer  data)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("store", store_thread, self);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GPtrArray) versions = nida_cache_list_finish (NIDA_CACHE (object), result, NULL);

  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((NidaVersion *) versions->pdata[0])->name, ==, "x.csv");
  g_main_loop_quit (user_data);
}

static void
test_async (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  store (self, "https://a.org/x", "one");
  store (self, "https://a.org/x", "two");
  nida_cache_list_versions_async (self->cache, "https://a.org/x", NULL, listed_cb, loop);
  g_main_loop_run (loop);
  store (self, "https://b.org/x", "two");
  nida_cache_list_sources_async (self->cache, NULL, listed_cb, loop);
  g_main_loop_run (loop);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/cache/versions/only-what-is-new", test_versions);
  add ("/cache/files/are-the-persons-own", test_private);
  add ("/cache/limits/the-oldest-go-first", test_limits);
  add ("/cache/clear/one-source-or-all", test_clear);
  add ("/cache/leftovers/are-removed", test_leftovers);
  add ("/cache/damaged/is-not-held", test_damaged);
  add ("/cache/no-folder/is-an-error-that-names-it", test_no_folder);
  add ("/cache/threads/at-the-same-time", test_threads);
  add ("/cache/async/lists", test_async);
  return g_test_run ();
}
