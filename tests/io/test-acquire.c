#include "support.h"

#include "acquire.h"
#include "http-server.h"

#include <glib/gstdio.h>

#define BODY "kind,date,donor,amount\npaid,2024,Kuwait,1000\npaid,2025,Qatar,2000\n"
#define NEWER "kind,date,donor,amount\npaid,2024,Kuwait,1000\npaid,2025,Qatar,2000\npaid,2026,Oman,300\n"
#define FLOW "{\"id\":\"%d\",\"amountUSD\":1,\"status\":\"paid\",\"date\":\"2020-01-02T00:00:00Z\"}"

static NidaHttpServer *server;

/* --- pages --- */

/* A page of @n flows that states @count, or nothing, and leads to @next, or nowhere. */
static void
add_page (const char *name,
          int         n,
          int         count,
          const char *next)
{
  g_autoptr (GString) page = g_string_new ("{\"status\":\"ok\",\"data\":{\"flows\":[");

  for (int i = 0; i < n; i++)
    g_string_append_printf (page, "%s" FLOW, i > 0 ? "," : "", (int) name[0] * 1000 + i);
  g_string_append (page, "]},\"meta\":{\"language\":\"en\"");
  if (count >= 0)
    g_string_append_printf (page, ",\"count\":%d", count);
  if (next != NULL)
    g_string_append_printf (page, ",\"nextLink\":\"%s\"", next);
  g_string_append (page, "}}");
  nida_http_server_add (server, name, page->str);
}

static gboolean
acquire (const char             *path,
         const NidaLoadOptions  *options,
         NidaProgress           *progress,
         NidaAcquired           *acquired,
         GError                **error)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, path);
  g_autoptr (NidaSource) source = nida_source_new (uri, FALSE, NULL);
  NidaAcquirer acquirer = { .options = options, .progress = progress };
  gboolean ok = nida_acquire (&acquirer, source, FALSE, acquired, error);

  g_clear_pointer (&acquirer.wire, nida_wire_free);
  return ok;
}

static char *
dup_text (NidaBytes *bytes)
{
  gsize size = nida_bytes_get_size (bytes);
  char *text = g_malloc0 (size + 1);

  g_assert_cmpint (nida_bytes_read (bytes, 0, text, size, NULL), ==, (gssize) size);
  return text;
}

static void
test_chain (void)
{
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_auto (NidaAcquired) acquired = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  add_page ("a", 2, 5, "@ORIGIN@/file/b");
  add_page ("b", 2, 5, "/file/c");
  add_page ("c", 1, 5, NULL);
  g_assert_true (acquire ("/file/a", &options, &progress, &acquired, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.pages, ==, 3);
  g_assert_true (acquired.complete);
  text = dup_text (acquired.bytes);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_nonnull (strstr (lines[0], "97001"));
  g_assert_nonnull (strstr (lines[1], "98001"));
  g_assert_nonnull (strstr (lines[2], "99000"));
  g_assert_cmpstr (lines[3], ==, "");
}

static void
assert_cut_off (const char *path,
                const char *says)
{
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_auto (NidaAcquired) acquired = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (acquire (path, &options, &progress, &acquired, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_count_short (void)
{
  add_page ("a", 2, 5, "/file/b");
  add_page ("b", 2, 5, NULL);
  assert_cut_off ("/file/a", "fewer records");
  add_page ("alone", 2, 3, NULL);
  assert_cut_off ("/file/alone", "fewer records");
}

static void
test_page_twice (void)
{
  add_page ("a", 2, 50, "/file/b");
  add_page ("b", 2, 50, "/file/a");
  assert_cut_off ("/file/a", "read already");
  add_page ("self", 2, 50, "/file/self");
  assert_cut_off ("/file/self", "read already");
}

static void
test_other_origin (void)
{
  g_autoptr (NidaHttpServer) other = nida_http_server_new (BODY);
  g_autofree char *away = nida_http_server_dup_uri (other, "/file/b");

  add_page ("a", 2, 4, away);
  add_page ("b", 2, 4, NULL);
  assert_cut_off ("/file/a", "another server");
  add_page ("a", 2, 4, "/away/b");
  nida_http_server_set_away (server, away);
  nida_http_server_add (other, "b", "{\"data\":{\"flows\":[]},\"meta\":{}}");
  assert_cut_off ("/file/a", "another server");
  add_page ("a", 2, 4, "file:///etc/passwd");
  assert_cut_off ("/file/a", "another server");
}

static void
test_page_fails (void)
{
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_auto (NidaAcquired) acquired = { 0 };
  g_autoptr (GError) error = NULL;

  add_page ("a", 2, 4, "/404/b");
  g_assert_false (acquire ("/file/a", &options, &progress, &acquired, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
  nida_http_server_add (server, "cut", "{\"status\":\"ok\",\"data\":{\"flows\":[{\"id\":\"1\"},{\"id\":");
  g_clear_error (&error);
  g_assert_false (acquire ("/file/cut", &options, &progress, &acquired, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE);
}

/* The next page takes longer than all of it may. */
static void
test_page_late (void)
{
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_auto (NidaAcquired) acquired = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  add_page ("a", 2, 4, "/busy/99/50/b");
  nida_wire_tune (2);
  g_assert_false (acquire ("/file/a", &options, &progress, &acquired, &error));
  nida_wire_tune (0);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_endless (void)
{
  nida_acquire_tune (50);
  assert_cut_off ("/endless/1", "10,000 pages");
  nida_acquire_tune (0);
}

static void
test_keyed_pages (void)
{
  g_autoptr (NidaSecrets) secrets = nida_secrets_new_memory ();
  g_autoptr (NidaSecret) secret = nida_secret_new (NIDA_SECRET_PARAMETER, "key", "s3cret", NULL);
  g_autofree char *origin = nida_http_server_dup_uri (server, "");
  NidaLoadOptions options = { .secrets = secrets };
  NidaProgress progress = { 0 };
  g_auto (NidaAcquired) acquired = { 0 };
  g_autofree char *request = NULL, *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autoptr (NidaCache) cache = nida_cache_new (folder);
  g_autofree char *kept = NULL;

  options.copies = NIDA_COPIES (cache);
  g_assert_true (nida_secrets_store (secrets, origin, secret, NULL, NULL));
  g_assert_true (acquire ("/next-keyed/", &options, &progress, &acquired, NULL));
  request = nida_http_server_dup_request (server);
  g_assert_true (g_str_has_prefix (request, "GET /last-keyed/?key=s3cret "));
  kept = nida_version_to_text (acquired.draft);
  g_assert_nonnull (strstr (kept, "last-keyed"));
  g_assert_null (strstr (kept, "s3cret"));
  g_rmdir (folder);
}

/* The recorded pages of FTS, whose links lead to the server that has them here. */
static void
test_recorded (void)
{
  static const char * const names[] = {
    "custom-search-locationid-1-year-2020", "custom-search-locationid-1-year-2020-page-2",
    "custom-search-locationid-1-year-2020-page-3"
  };
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_auto (NidaAcquired) acquired = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_strdup_printf ("fts-api/%s.json", names[i]);
      g_autofree char *path = real_file (file);
      g_autofree char *text = NULL, *name = g_strdup_printf ("%s.json", names[i]), *here = NULL;
      g_auto (GStrv) parts = NULL;

      if (path == NULL)
        return;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      parts = g_strsplit (text, "https://github.com/OCHA-DAP/hdx-scraper-fts/raw/main/tests/fixtures/input/", -1);
      here = g_strjoinv ("@ORIGIN@/file/", parts);
      nida_http_server_add (server, name, here);
    }
  g_assert_true (acquire ("/file/custom-search-locationid-1-year-2020.json", &options, &progress, &acquired, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.pages, ==, 3);
}

/* --- what is held --- */

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
  nida_http_server_set_body (server, BODY);
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

static NidaDataset *
load_input (Fixture     *self,
            const char  *input,
            NidaPolicy   policy,
            gint64       as_of,
            GError     **error)
{
  const char *inputs[] = { input, NULL };
  NidaLoadOptions options = { .copies = NIDA_COPIES (self->cache), .policy = policy, .as_of = as_of };

  return nida_load (inputs, &options, NULL, error);
}

static guint
count_rows (Fixture    *self,
            const char *path,
            NidaPolicy  policy,
            gint64      as_of)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_input (self, uri, policy, as_of, &error);

  g_assert_no_error (error);
  return nida_dataset_get_n_rows (dataset);
}

static guint
count_versions (Fixture    *self,
                const char *path)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, path);
  g_autoptr (GPtrArray) versions = nida_cache_list_versions (self->cache, uri);

  return versions->len;
}

static void
test_held (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  guint n;

  g_assert_null (load_input (self, uri, NIDA_POLICY_HELD, 0, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD);
  g_clear_error (&error);
  g_assert_cmpuint (count_rows (self, "/plain/data.csv", NIDA_POLICY_NETWORK, 0), ==, 2);
  n = nida_http_server_get_n_requests (server);
  dataset = load_input (self, uri, NIDA_POLICY_HELD, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, n);
  g_assert_true (get_source (dataset, 0)->is_held);
  g_assert_nonnull (find_problem (dataset, NIDA_PROBLEM_HELD));
}

/* A document that carries what is in the folder of copies. */
#define DOCUMENT_TYPE (document_get_type ())
G_DECLARE_FINAL_TYPE (Document, document, TEST, DOCUMENT, GObject)

struct _Document {
  GObject     parent_instance;
  NidaCopies *copies;
};

static void document_copies_init (NidaCopiesInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (Document, document, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (NIDA_TYPE_COPIES, document_copies_init))

static NidaVersion *
document_find (NidaCopies *copies, const char *uri, const char *name, gint64 as_of, GError **error)
{
  NidaVersion *version = nida_copies_find (TEST_DOCUMENT (copies)->copies, uri, name, as_of, error);

  if (version != NULL)
    version->in_document = TRUE;
  return version;
}

static NidaBytes *
document_open (NidaCopies *copies, NidaVersion *version, GCancellable *cancellable, GError **error)
{
  return nida_copies_open (TEST_DOCUMENT (copies)->copies, version, cancellable, error);
}

static gboolean
document_store (NidaCopies *copies, NidaVersion *draft, NidaBytes *bytes, GCancellable *cancellable, GError **error)
{
  return nida_copies_store (TEST_DOCUMENT (copies)->copies, draft, bytes, cancellable, error);
}

static void
document_copies_init (NidaCopiesInterface *iface)
{
  iface->find = document_find;
  iface->open = document_open;
  iface->store = document_store;
}

static void
document_class_init (DocumentClass *klass)
{
}

static void
document_init (Document *self)
{
}

static NidaDataset *
load_carried (NidaCopies  *copies,
              const char  *input,
              GError     **error)
{
  const char *inputs[] = { input, NULL };
  NidaLoadOptions options = { .copies = copies, .policy = NIDA_POLICY_CARRIED };

  return nida_load (inputs, &options, NULL, error);
}

/* What a document carries is read without its server; what is damaged of it is read there, and told. A copy that is nobody's
 * document is not what a figure is made from. */
static void
test_carried (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (Document) document = g_object_new (DOCUMENT_TYPE, NULL);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv");
  g_autofree char *command = g_strdup_printf ("sh -c 'for f in %s/objects/*; do echo damage >> $f; done'", self->folder);
  g_autoptr (NidaDataset) whole = NULL, damaged = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  document->copies = NIDA_COPIES (self->cache);
  /* nothing to carry: nothing to tell */
  whole = load_carried (NIDA_COPIES (document), uri, &error);
  g_assert_no_error (error);
  g_assert_false (get_source (whole, 0)->is_held);
  g_assert_null (find_problem (whole, NIDA_PROBLEM_COPY_DAMAGED));
  g_clear_object (&whole);

  n = nida_http_server_get_n_requests (server);
  whole = load_carried (NIDA_COPIES (self->cache), uri, &error);
  g_assert_false (get_source (whole, 0)->is_held);
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, n + 1);
  g_clear_object (&whole);

  n = nida_http_server_get_n_requests (server);
  whole = load_carried (NIDA_COPIES (document), uri, &error);
  g_assert_no_error (error);
  g_assert_true (get_source (whole, 0)->is_held);
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, n);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  damaged = load_carried (NIDA_COPIES (document), uri, &error);
  g_assert_no_error (error);
  g_assert_false (get_source (damaged, 0)->is_held);
  g_assert_nonnull (find_problem (damaged, NIDA_PROBLEM_COPY_DAMAGED));
  g_assert_cmpuint (nida_dataset_get_n_rows (damaged), ==, nida_dataset_get_n_rows (whole));
}

/* A server that is gone is an error, unless the copy may take its place; then the report says both. */
static void
test_fall_back (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (NidaHttpServer) gone = nida_http_server_new (BODY);
  g_autofree char *uri = nida_http_server_dup_uri (gone, "/plain/data.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) first = load_input (self, uri, NIDA_POLICY_NETWORK, 0, &error), second = NULL;

  g_assert_no_error (error);
  g_assert_false (get_source (first, 0)->is_held);
  g_assert_null (find_problem (first, NIDA_PROBLEM_HELD));
  g_clear_pointer (&gone, nida_http_server_free);
  g_assert_null (load_input (self, uri, NIDA_POLICY_NETWORK, 0, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK);
  g_clear_error (&error);
  second = load_input (self, uri, NIDA_POLICY_FALL_BACK, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (second), ==, 2);
  g_assert_true (get_source (second, 0)->is_held);
  g_assert_nonnull (strstr (find_problem (second, NIDA_PROBLEM_HELD)->kept, "could not be fetched"));
}

/* What was cut off is never kept, and never takes the place of what is. */
static void
test_cut_keeps_the_last_good (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, "/etag/data.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  count_rows (self, "/etag/data.csv", NIDA_POLICY_NETWORK, 0);
  nida_http_server_set_body (server, "kind,date,donor,amount\npaid,2024,Kuwait,1000\npaid,2025,\"open\n");
  dataset = load_input (self, uri, NIDA_POLICY_NETWORK, 0, &error);
  g_clear_object (&dataset);
  g_clear_error (&error);
  nida_http_server_set_body (server, "<html>maintenance</html>");
  g_assert_null (load_input (self, uri, NIDA_POLICY_NETWORK, 0, &error));
  dataset = load_input (self, uri, NIDA_POLICY_FALL_BACK, 0, NULL);
  g_assert_nonnull (dataset);
  g_assert_true (get_source (dataset, 0)->is_held);
}

static void
test_conditional (Fixture       *self,
                  gconstpointer  data)
{
  const char *path = data;
  g_autofree char *request = NULL, *again = NULL;

  g_assert_cmpuint (count_rows (self, path, NIDA_POLICY_NETWORK, 0), ==, 2);
  request = nida_http_server_dup_request (server);
  g_assert_null (strstr (request, "\r\nIf-"));
  g_assert_cmpuint (count_rows (self, path, NIDA_POLICY_NETWORK, 0), ==, 2);
  again = nida_http_server_dup_request (server);
  g_assert_nonnull (strstr (again, "\r\nIf-"));
  g_assert_cmpuint (count_versions (self, path), ==, 1);
}

/* What is damaged on the disk is fetched anew in full. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, "/etag/data.csv");
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *path = NULL, *request = NULL;
  NidaVersion *version;

  count_rows (self, "/etag/data.csv", NIDA_POLICY_NETWORK, 0);
  versions = nida_cache_list_versions (self->cache, uri);
  version = versions->pdata[0];
  path = g_build_filename (self->folder, "objects", version->checksum, NULL);
  g_assert_true (g_file_set_contents (path, "X" NEWER, (gssize) version->size, NULL));
  g_assert_null (load_input (self, uri, NIDA_POLICY_HELD, 0, NULL));
  g_assert_cmpuint (count_rows (self, "/etag/data.csv", NIDA_POLICY_NETWORK, 0), ==, 2);
  request = nida_http_server_dup_request (server);
  g_assert_null (strstr (request, "\r\nIf-"));
  g_assert_cmpuint (count_rows (self, "/etag/data.csv", NIDA_POLICY_HELD, 0), ==, 2);
}

static void
test_as_of (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, "/etag/data.csv");
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_real_time (), between;

  g_assert_cmpuint (count_rows (self, "/etag/data.csv", NIDA_POLICY_NETWORK, 0), ==, 2);
  between = g_get_real_time ();
  nida_http_server_set_body (server, NEWER);
  g_assert_cmpuint (count_rows (self, "/etag/data.csv", NIDA_POLICY_NETWORK, 0), ==, 3);
  g_assert_cmpuint (count_versions (self, "/etag/data.csv"), ==, 2);
  g_assert_cmpuint (count_rows (self, "/etag/data.csv", NIDA_POLICY_NETWORK, between), ==, 2);
  g_assert_cmpuint (count_rows (self, "/etag/data.csv", NIDA_POLICY_NETWORK, g_get_real_time ()), ==, 3);
  g_assert_null (load_input (self, uri, NIDA_POLICY_NETWORK, before, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD);
  g_assert_nonnull (strstr (error->message, "the oldest is of 20"));
}

static void
test_file (Fixture       *self,
           gconstpointer  data)
{
  char *path = write_file (BODY, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (NidaDataset) first = load_input (self, path, NIDA_POLICY_NETWORK, 0, NULL), again = NULL, second = NULL;
  g_autoptr (NidaDataset) then = NULL;
  gint64 between = g_get_real_time ();
  g_autoptr (GPtrArray) versions = NULL;

  again = load_input (self, path, NIDA_POLICY_NETWORK, 0, NULL);
  g_assert_true (g_file_set_contents (path, NEWER, -1, NULL));
  second = load_input (self, path, NIDA_POLICY_NETWORK, 0, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (second), ==, 3);
  versions = nida_cache_list_versions (self->cache, uri);
  g_assert_cmpuint (versions->len, ==, 2);
  then = load_input (self, path, NIDA_POLICY_NETWORK, between, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (then), ==, 2);
  /* Offline a file is still read from the disk. */
  g_clear_object (&then);
  then = load_input (self, path, NIDA_POLICY_HELD, 0, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (then), ==, 3);
  g_assert_false (get_source (then, 0)->is_held);
  remove_file (path);
}

/* One input fails and another is there: both are read, each once. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaHttpServer) gone = nida_http_server_new (NEWER);
  g_autofree char *dead = nida_http_server_dup_uri (gone, "/plain/dead.csv");
  g_autofree char *alive = nida_http_server_dup_uri (server, "/plain/alive.csv");
  const char *inputs[] = { alive, dead, NULL };
  NidaLoadOptions options = { .copies = NIDA_COPIES (self->cache), .policy = NIDA_POLICY_FALL_BACK };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) first = nida_load (inputs, &options, NULL, &error), second = NULL;

  g_assert_no_error (error);
  g_clear_pointer (&gone, nida_http_server_free);
  second = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (first), ==, nida_dataset_get_n_rows (second));
  g_assert_false (get_source (second, 0)->is_held);
  g_assert_true (get_source (second, 1)->is_held);
}

/* What fails keeps its last good data, files too; where nothing could be read anew, that is an error which names them. */
static void
test_last_good (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = write_file (BODY, -1), *alive = nida_http_server_dup_uri (server, "/plain/alive.csv");
  const char *inputs[] = { path, alive, NULL }, *alone[] = { path, NULL };
  NidaLoadOptions options = { .copies = NIDA_COPIES (self->cache), .policy = NIDA_POLICY_LAST_GOOD };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) first = nida_load (inputs, &options, NULL, &error), second = NULL;

  g_assert_no_error (error);
  g_unlink (path);
  second = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (second), ==, nida_dataset_get_n_rows (first));
  g_assert_true (get_source (second, 0)->is_held);
  g_assert_false (get_source (second, 1)->is_held);
  g_assert_null (nida_load (alone, &options, NULL, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
  g_assert_cmpuint (g_hash_table_size (nida_read_error_get_failures (error)), ==, 1);
  g_assert_cmpstr (((NidaFailure *) g_hash_table_lookup (nida_read_error_get_failures (error), path))->words, ==, error->message);
}

/* What is not due is taken from its copy without a request, and says only what it said before. */
static void
test_resting (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *one = nida_http_server_dup_uri (server, "/plain/one.csv"), *two = nida_http_server_dup_uri (server, "/plain/two.csv");
  const char *inputs[] = { one, two, NULL };
  g_autoptr (GHashTable) resting = g_hash_table_new (g_str_hash, g_str_equal);
  NidaLoadOptions options = { .copies = NIDA_COPIES (self->cache), .policy = NIDA_POLICY_LAST_GOOD, .resting = resting };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) first = NULL, quiet = NULL, failing = NULL;
  NidaFailure gone = { (char *) "The server is gone.", NIDA_ABSENCE_SERVER, NULL };
  guint n = nida_http_server_get_n_requests (server);

  g_hash_table_insert (resting, one, NULL);
  first = nida_load (inputs, &options, NULL, &error);       /* there is no copy yet, so it is asked */
  g_assert_no_error (error);
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, n + 2);
  quiet = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, n + 3);
  g_assert_false (get_source (quiet, 0)->is_held);
  g_assert_null (find_problem (quiet, NIDA_PROBLEM_HELD));
  g_hash_table_insert (resting, one, &gone);
  failing = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, n + 4);
  g_assert_true (get_source (failing, 0)->is_held);
  g_assert_cmpstr (find_problem (failing, NIDA_PROBLEM_HELD)->kept, ==, "The server is gone.");
  g_assert_cmpint (find_problem (failing, NIDA_PROBLEM_HELD)->absence, ==, NIDA_ABSENCE_SERVER);
}

static NidaSecrets *
new_secrets (const char *uri)
{
  NidaSecrets *secrets = nida_secrets_new_memory ();
  g_autoptr (NidaSecret) secret = nida_secret_new (NIDA_SECRET_SUBSCRIPTION_KEY, NULL, "s3cret", NULL);

  g_assert_true (nida_secrets_store (secrets, uri, secret, NULL, NULL));
  return secrets;
}

/* Both ways to ask for a key: the copy takes the place of what is not sent, and it is said that a key would do, and for whom. */
static void
test_key_lost (Fixture       *self,
               gconstpointer  data)
{
  static const char * const ways[] = { "/keyed/subscription-key/lost.csv", "/keyed-403/subscription-key/lost.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *uri = nida_http_server_dup_uri (server, ways[i]), *alive = nida_http_server_dup_uri (server, "/plain/alive.csv");
      const char *inputs[] = { alive, uri, NULL };
      g_autoptr (NidaSecrets) secrets = new_secrets (uri);
      NidaLoadOptions options = { .copies = NIDA_COPIES (self->cache), .policy = NIDA_POLICY_LAST_GOOD, .secrets = secrets };
      g_autoptr (NidaDataset) first = nida_load (inputs, &options, NULL, NULL), second = NULL;

      g_assert_null (get_source (first, 1)->wants_key);
      options.secrets = NULL;
      second = nida_load (inputs, &options, NULL, NULL);
      g_assert_true (get_source (second, 1)->is_held);
      g_assert_true (g_str_has_prefix (uri, get_source (second, 1)->wants_key));
      g_assert_null (get_source (second, 0)->wants_key);
      g_assert_cmpint (find_problem (second, NIDA_PROBLEM_HELD)->absence, ==, NIDA_ABSENCE_KEY);
    }
}

/* What lacks nothing but a key is missing beside what can be read; alone it is an error. */
static void
test_keys_lacking (void)
{
  g_autofree char *one = nida_http_server_dup_uri (server, "/keyed/subscription-key/one.csv");
  g_autofree char *two = nida_http_server_dup_uri (server, "/keyed-403/subscription-key/two.csv");
  g_autofree char *alive = nida_http_server_dup_uri (server, "/plain/alive.csv"), *gone = nida_http_server_dup_uri (server, "/404/gone.csv");
  const char *inputs[] = { one, alive, two, NULL }, *keyed[] = { one, two, NULL }, *others[] = { alive, gone, NULL };
  NidaLoadOptions options = { .may_lack_keys = TRUE };
  g_autoptr (GError) error = NULL, none = NULL, missing = NULL, strict = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_MISSING), ==, 2);
  g_assert_cmpint (find_problem (dataset, NIDA_PROBLEM_MISSING)->absence, ==, NIDA_ABSENCE_KEY);
  g_assert_nonnull (get_source (dataset, 0)->wants_key);
  g_assert_false (get_source (dataset, 1)->is_missing);
  g_assert_null (nida_load (keyed, &options, NULL, &none));
  g_assert_error (none, NIDA_READ_ERROR, NIDA_READ_ERROR_KEY_NEEDED);
  g_assert_null (nida_load (others, &options, NULL, &missing));
  g_assert_error (missing, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
  options.may_lack_keys = FALSE;
  g_assert_null (nida_load (inputs, &options, NULL, &strict));
  g_assert_error (strict, NIDA_READ_ERROR, NIDA_READ_ERROR_KEY_NEEDED);
}

static void
test_paged_conditional (Fixture       *self,
                        gconstpointer  data)
{
  NidaLoadOptions options = { .copies = NIDA_COPIES (self->cache) };
  NidaProgress progress = { 0 };
  g_auto (NidaAcquired) first = { 0 }, second = { 0 };
  g_autofree char *one = NULL, *two = NULL, *request = NULL;

  add_page ("z", 2, 3, "/etag/last");
  nida_http_server_set_body (server, "{\"data\":{\"flows\":[{\"id\":\"9\"}]},\"meta\":{\"count\":3}}");
  g_assert_true (acquire ("/file/z", &options, &progress, &first, NULL));
  g_assert_true (nida_cache_store (self->cache, first.draft, first.bytes, NULL, NULL));
  g_assert_true (acquire ("/file/z", &options, &progress, &second, NULL));
  request = nida_http_server_dup_request (server);
  g_assert_nonnull (strstr (request, "If-None-Match"));
  one = dup_text (first.bytes);
  two = dup_text (second.bytes);
  g_assert_cmpstr (one, ==, two);
}

#define add(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  server = nida_http_server_new (BODY);
  g_test_add_func ("/acquire/pages/are-followed-to-the-end", test_chain);
  g_test_add_func ("/acquire/pages/fewer-than-stated-are-cut-off", test_count_short);
  g_test_add_func ("/acquire/pages/none-twice", test_page_twice);
  g_test_add_func ("/acquire/pages/none-of-another-origin", test_other_origin);
  g_test_add_func ("/acquire/pages/one-that-fails-fails-all", test_page_fails);
  g_test_add_func ("/acquire/pages/one-that-is-late-fails-all", test_page_late);
  g_test_add_func ("/acquire/pages/no-more-than-ten-thousand", test_endless);
  g_test_add_func ("/acquire/pages/a-key-is-in-no-address", test_keyed_pages);
  g_test_add_func ("/acquire/pages/recorded-ones-of-fts", test_recorded);
  add ("/acquire/held/at-once-and-without-the-network", NULL, test_held);
  add ("/acquire/carried/without-its-server-unless-it-is-damaged", NULL, test_carried);
  add ("/acquire/last-good/one-that-fails-holds-nothing-up", NULL, test_last_good);
  add ("/acquire/resting/is-not-asked", NULL, test_resting);
  add ("/acquire/held/a-key-would-do", NULL, test_key_lost);
  g_test_add_func ("/acquire/keys/what-lacks-one-is-missing-beside-others", test_keys_lacking);
  add ("/acquire/held/takes-the-place-of-a-dead-server-if-it-may", NULL, test_fall_back);
  add ("/acquire/held/is-not-replaced-by-what-is-bad", NULL, test_cut_keeps_the_last_good);
  add ("/acquire/held/an-etag-saves-the-transfer", "/etag/data.csv", test_conditional);
  add ("/acquire/held/a-date-saves-the-transfer", "/dated/data.csv", test_conditional);
  add ("/acquire/held/damaged-is-fetched-anew", NULL, test_damaged);
  add ("/acquire/held/pages-are-asked-for-one-by-one", NULL, test_paged_conditional);
  add ("/acquire/as-of/is-the-version-of-then", NULL, test_as_of);
  add ("/acquire/as-of/files-too", NULL, test_file);
  add ("/acquire/several/only-the-dead-one-is-a-copy", NULL, test_several);
  status = g_test_run ();
  nida_http_server_free (server);
  return status;
}
