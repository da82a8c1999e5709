#include "support.h"

#include "fetch.h"
#include "http-server.h"

#define BODY "kind,date,donor,amount\npaid,2024,Kuwait,1000\npaid,2025,Qatar,2000\npledge,2026,Oman,300\n"

static NidaHttpServer *server;

static NidaDataset *
load_path (const char  *path,
           GError     **error)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, path);

  return load_file (uri, error);
}

static void
assert_loads (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_path (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  assert_cell (dataset, 2, NIDA_FIELD_DONOR, "Oman");
  assert_cell (dataset, 2, NIDA_FIELD_SOURCE, "data.csv");
}

static void
assert_fails (const char    *path,
              NidaReadError  code,
              const char    *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_path (path, &error);

  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, (int) code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
  g_assert_null (strstr (error->message, "secret"));
}

static void
test_good (void)
{
  assert_loads ("/plain/data.csv");
  assert_loads ("/chunked/data.csv");
  assert_loads ("/gzip/data.csv");
  assert_loads ("/false-gzip/data.csv");
}

static void
test_cut (void)
{
  assert_fails ("/cut/data.csv", NIDA_READ_ERROR_INCOMPLETE, "incomplete");
  assert_fails ("/short/data.csv", NIDA_READ_ERROR_INCOMPLETE, "incomplete");
  assert_fails ("/cut-gzip/data.csv", NIDA_READ_ERROR_INCOMPLETE, "cut off");
}

/* The cut leaves a line end, but inside of quotes. */
static void
test_cut_in_quotes (void)
{
  g_autoptr (NidaHttpServer) other = nida_http_server_new ("kind,date,donor,amount\npaid,2024,Kuwait,1\npaid,2024,\"a\nx\"\n");
  g_autofree char *uri = nida_http_server_dup_uri (other, "/cut/data.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (uri, &error);

  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE);
}

static void
test_bomb (void)
{
  assert_fails ("/bomb/data.csv", NIDA_READ_ERROR_TOO_LARGE, "200 times");
}

static void
test_status (void)
{
  assert_fails ("/404/data.csv", NIDA_READ_ERROR_NOT_FOUND, "404");
  assert_fails ("/401/data.csv", NIDA_READ_ERROR_PERMISSION, "401");
  assert_fails ("/500/data.csv", NIDA_READ_ERROR_NETWORK, "500");
}

static void
test_redirects (void)
{
  assert_loads ("/redirect/1/data.csv");
  assert_loads ("/redirect/5/data.csv");
  assert_fails ("/redirect/6/data.csv", NIDA_READ_ERROR_NETWORK, "without end");
  assert_fails ("/loop/data.csv", NIDA_READ_ERROR_NETWORK, "without end");
  assert_fails ("/ftp/data.csv", NIDA_READ_ERROR_NETWORK, "https");
  assert_fails ("/user/data.csv", NIDA_READ_ERROR_NETWORK, "user name");
  assert_fails ("/nowhere/data.csv", NIDA_READ_ERROR_NETWORK, "does not say where");
}

static void
test_refused (void)
{
  g_autoptr (NidaHttpServer) gone = nida_http_server_new ("");
  g_autofree char *uri = nida_http_server_dup_uri (gone, "/plain/data.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  g_clear_pointer (&gone, nida_http_server_free);
  dataset = load_file (uri, &error);
  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK);
  g_assert_nonnull (strstr (error->message, "data.csv"));
}

/* What libsoup would do by itself is left off. */
static void
test_request (void)
{
  g_autofree char *request = NULL;

  assert_loads ("/plain/data.csv");
  request = nida_http_server_dup_request (server);
  g_assert_true (g_str_has_prefix (request, "GET /plain/data.csv HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (request, "Accept-Encoding: gzip\r\n"));
  g_assert_nonnull (strstr (request, "User-Agent: Nida/"));
  g_assert_null (strstr (request, "Cookie"));
  g_assert_null (strstr (request, "Authorization"));
}

static void
test_slow (void)
{
  nida_fetch_tune (0, 1);
  assert_fails ("/drip/data.csv", NIDA_READ_ERROR_NETWORK, "too slowly");
  nida_fetch_tune (1, 0);
  assert_fails ("/hang/data.csv", NIDA_READ_ERROR_NETWORK, "does not answer");
  nida_fetch_tune (0, 0);
}

/* --- cancel --- */

typedef struct {
  GMainLoop    *loop;
  GCancellable *cancellable;
  gint64        cancelled_at;
  gint64        answered_at;
  GError       *error;
} Cancel;

static gboolean
cancel_cb (gpointer user_data)
{
  Cancel *cancel = user_data;

  cancel->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (cancel->cancellable);
  return G_SOURCE_REMOVE;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Cancel *cancel = user_data;
  g_autoptr (NidaDataset) dataset = nida_load_finish (result, &cancel->error);

  g_assert_null (dataset);
  cancel->answered_at = g_get_monotonic_time ();
  g_main_loop_quit (cancel->loop);
}

static void
cancel_path (const char *path)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *uri = nida_http_server_dup_uri (server, path);
  const char *inputs[] = { uri, NULL };
  Cancel cancel = { loop, cancellable };

  nida_load_async (inputs, NULL, NULL, NULL, cancellable, loaded_cb, &cancel);
  g_timeout_add (200, cancel_cb, &cancel);
  g_main_loop_run (loop);
  g_assert_error (cancel.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_test_message ("%s: Cancel answered after %d ms", path, (int) ((cancel.answered_at - cancel.cancelled_at) / 1000));
  g_clear_error (&cancel.error);
}

static void
test_cancel (void)
{
  cancel_path ("/drip/data.csv");
  cancel_path ("/hang/data.csv");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  server = nida_http_server_new (BODY);
  g_test_add_func ("/fetch/good/with-length-in-chunks-and-packed", test_good);
  g_test_add_func ("/fetch/cut/is-incomplete", test_cut);
  g_test_add_func ("/fetch/cut/in-quotes-is-incomplete", test_cut_in_quotes);
  g_test_add_func ("/fetch/bomb/is-refused", test_bomb);
  g_test_add_func ("/fetch/status/is-told", test_status);
  g_test_add_func ("/fetch/redirects/at-most-five-and-only-to-good-places", test_redirects);
  g_test_add_func ("/fetch/refused/names-the-file", test_refused);
  g_test_add_func ("/fetch/request/says-no-more-than-it-must", test_request);
  g_test_add_func ("/fetch/slow/is-given-up", test_slow);
  g_test_add_func ("/fetch/cancel/is-answered", test_cancel);
  status = g_test_run ();
  nida_http_server_free (server);
  return status;
}
