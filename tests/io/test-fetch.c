#include "support.h"

#include "http-server.h"
#include "wire.h"

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
  assert_loads ("/brotli/data.csv");
  assert_loads ("/thinks/data.csv");
}

static void
test_cut (void)
{
  assert_fails ("/cut/data.csv", NIDA_READ_ERROR_INCOMPLETE, "incomplete");
  assert_fails ("/short/data.csv", NIDA_READ_ERROR_INCOMPLETE, "incomplete");
  assert_fails ("/cut-gzip/data.csv", NIDA_READ_ERROR_INCOMPLETE, "cut off");
  assert_fails ("/cut-brotli/data.csv", NIDA_READ_ERROR_INCOMPLETE, "cut off");
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

/* Every format knows its own end, since the connection does not tell it. */
static void
test_cut_formats (void)
{
  static const char * const bodies[] = {
    "[{\"kind\": \"paid\", \"date\": \"2024\", \"amount\": 1}]",
    "{\"status\": \"ok\", \"data\": {\"flows\": [{\"id\": \"1\", \"amountUSD\": 1, \"status\": \"paid\", \"date\": "
    "\"2020-01-02T00:00:00Z\"}]}, \"meta\": {\"count\": 1}}",
    "{\"grants\": [{\"id\": \"360G-a-1\", \"currency\": \"GBP\", \"amountAwarded\": 1, \"awardDate\": \"2020-01-02\"}]}",
    "<iati-activities version=\"2.03\"><iati-activity default-currency=\"USD\"><iati-identifier>A</iati-identifier><transaction>"
    "<transaction-type code=\"3\"/><transaction-date iso-date=\"2020-01-02\"/><value>1</value></transaction></iati-activity>"
    "</iati-activities>",
  };
  static const char * const cuts[] = { "/cut/data", "/short/data", "/cut-gzip/data", "/cut-brotli/data" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (NidaHttpServer) other = nida_http_server_new (bodies[i]);
      g_autofree char *whole = nida_http_server_dup_uri (other, "/chunked/data");
      g_autoptr (GError) problem = NULL;
      g_autoptr (NidaDataset) good = load_file (whole, &problem);

      g_assert_no_error (problem);
      g_assert_cmpuint (nida_dataset_get_n_rows (good), ==, 1);
      for (guint j = 0; j < G_N_ELEMENTS (cuts); j++)
        {
          g_autofree char *uri = nida_http_server_dup_uri (other, cuts[j]);
          g_autoptr (GError) error = NULL;
          g_autoptr (NidaDataset) none = load_file (uri, &error);

          g_test_message ("%u%s: %s", i, cuts[j], error != NULL ? error->message : "loaded");
          g_assert_null (none);
          g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE);
        }
    }
}

static void
test_bomb (void)
{
  assert_fails ("/bomb/data.csv", NIDA_READ_ERROR_TOO_LARGE, "200 times");
  assert_fails ("/unpackable/data.csv", NIDA_READ_ERROR_FORMAT, "zstd");
}

static void
test_status (void)
{
  assert_fails ("/404/data.csv", NIDA_READ_ERROR_NOT_FOUND, "404");
  assert_fails ("/401/data.csv", NIDA_READ_ERROR_KEY_NEEDED, "401");
  assert_fails ("/403/data.csv", NIDA_READ_ERROR_KEY_NEEDED, "403");
  nida_wire_tune (10);
  assert_fails ("/500/data.csv", NIDA_READ_ERROR_NETWORK, "500");
  nida_wire_tune (0);
}

/* --- trying again --- */

static guint
count_requests (const char *path,
                gboolean    loads,
                const char *says)
{
  guint before = nida_http_server_get_n_requests (server);

  nida_wire_tune (10);
  if (loads)
    assert_loads (path);
  else
    assert_fails (path, NIDA_READ_ERROR_NETWORK, says);
  nida_wire_tune (0);
  return nida_http_server_get_n_requests (server) - before;
}

static void
test_flaky (void)
{
  g_assert_cmpuint (count_requests ("/flaky/1/data.csv", TRUE, NULL), ==, 2);
  g_assert_cmpuint (count_requests ("/flaky/4/data.csv", TRUE, NULL), ==, 5);
  g_assert_cmpuint (count_requests ("/flaky/5/data.csv", FALSE, "503"), ==, 5);
}

/* The waits double: 1 + 2 + 4 + 8 tuned seconds. */
static void
test_backoff (void)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (count_requests ("/flaky/9/data.csv", FALSE, "503"), ==, 5);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 150000);
}

static void
test_retry_after (void)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (count_requests ("/busy/1/60/data.csv", TRUE, NULL), ==, 2);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 600000);
  g_assert_cmpuint (count_requests ("/busy/2/0/data.csv", TRUE, NULL), ==, 3);
  g_assert_cmpuint (count_requests ("/busy/9/1/data.csv", FALSE, "429"), ==, 5);
}

static void
test_retry_later (void)
{
  g_assert_cmpuint (count_requests ("/busy/9/61/data.csv", FALSE, "come back at 20"), ==, 1);
  g_assert_cmpuint (count_requests ("/busy-until/data.csv", FALSE, "come back at 20"), ==, 1);
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
  g_assert_nonnull (strstr (request, "Accept-Encoding: gzip, br\r\n"));
  g_assert_nonnull (strstr (request, "User-Agent: Nida/"));
  g_assert_null (strstr (request, "Cookie"));
  g_assert_null (strstr (request, "Authorization"));
}

/* Not even those that a server asks for. */
static void
test_cookie (void)
{
  guint before = nida_http_server_get_n_requests (server);
  g_autofree char *second = NULL, *refused = NULL;

  assert_loads ("/cookie/data.csv");
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, before + 2);
  second = nida_http_server_dup_request (server);
  g_assert_true (g_str_has_prefix (second, "GET /plain/data.csv HTTP/1.1\r\n"));
  g_assert_null (strstr (second, "n0body"));

  assert_fails ("/401/data.csv", NIDA_READ_ERROR_KEY_NEEDED, "401");
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, before + 3);
  refused = nida_http_server_dup_request (server);
  g_assert_null (strstr (refused, "Authorization"));
}

static void
test_slow (void)
{
  nida_wire_tune (20);
  assert_fails ("/drip/data.csv", NIDA_READ_ERROR_NETWORK, "too slowly");
  assert_fails ("/slow/data.csv", NIDA_READ_ERROR_NETWORK, "too slowly");
  assert_fails ("/stalls/data.csv", NIDA_READ_ERROR_NETWORK, "too slowly");
  assert_fails ("/hang/data.csv", NIDA_READ_ERROR_NETWORK, "does not answer");
  nida_wire_tune (0);
}

/* --- who it is --- */

static char *
dup_certificate (void)
{
  return g_test_build_filename (G_TEST_DIST, "support", "certificate.pem", NULL);
}

static void
check_certificate (void)
{
  g_autofree char *path = dup_certificate ();
  g_autoptr (NidaHttpServer) other = nida_http_server_new_tls (BODY, path);
  g_autofree char *uri = nida_http_server_dup_uri (other, "/plain/data.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (uri, &error);

  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK);
  g_assert_nonnull (strstr (error->message, "cannot prove who it is"));
  g_assert_cmpuint (nida_http_server_get_n_requests (other), ==, 0);
}

static void
check_downgrade (void)
{
  g_autofree char *path = dup_certificate ();
  g_autoptr (NidaHttpServer) other = nida_http_server_new_tls (BODY, path);
  g_autofree char *good = nida_http_server_dup_uri (other, "/plain/data.csv");
  g_autofree char *uri = nida_http_server_dup_uri (other, "/away/data.csv");
  g_autofree char *away = nida_http_server_dup_uri (server, "/plain/data.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = NULL, none = NULL;
  guint before = nida_http_server_get_n_requests (server);

  nida_wire_trust (path);
  nida_http_server_set_away (other, away);
  dataset = load_file (good, &error);
  g_assert_no_error (error);
  none = load_file (uri, &error);
  nida_wire_trust (NULL);
  g_assert_null (none);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK);
  g_assert_nonnull (strstr (error->message, "not protected"));
  g_assert_cmpuint (nida_http_server_get_n_requests (server), ==, before);
}

static void
test_certificate (void)
{
  if (g_test_subprocess ())
    check_certificate ();
  else
    run_apart ();
}

static void
test_downgrade (void)
{
  if (g_test_subprocess ())
    check_downgrade ();
  else
    run_apart ();
}

/* --- keys --- */

static NidaSecrets *
new_secrets (const char       *uri,
             NidaSecretMethod  method,
             const char       *value)
{
  NidaSecrets *secrets = nida_secrets_new_memory ();
  g_autoptr (NidaSecret) secret = nida_secret_new (method, "key", value, NULL);

  g_assert_true (nida_secrets_store (secrets, uri, secret, NULL, NULL));
  return secrets;
}

static NidaDataset *
load_with (const char   *uri,
           NidaSecrets  *secrets,
           GError      **error)
{
  const char *inputs[] = { uri, NULL };
  NidaLoadOptions options = { .secrets = secrets };

  return nida_load (inputs, &options, NULL, error);
}

static void
assert_key_opens (const char       *path,
                  NidaSecretMethod  method,
                  const char       *value)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, path);
  g_autoptr (NidaSecrets) secrets = new_secrets (uri, method, value);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_with (uri, secrets, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (get_source (dataset, 0)->uri, ==, uri);
}

static void
test_keys (void)
{
  assert_key_opens ("/keyed/authorization/data.csv", NIDA_SECRET_AUTHORIZATION, "Bearer s3cret");
  assert_key_opens ("/keyed/subscription-key/data.csv", NIDA_SECRET_SUBSCRIPTION_KEY, "s3cret");
  assert_key_opens ("/keyed/parameter/data.csv", NIDA_SECRET_PARAMETER, "s3cret");
  assert_key_opens ("/keyed/parameter/data.csv?year=2024", NIDA_SECRET_PARAMETER, "s3cret");
}

static void
test_key_needed (void)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, "/keyed/authorization/data.csv");
  g_autofree char *origin = nida_http_server_dup_uri (server, "");
  g_autoptr (NidaSecrets) none = nida_secrets_new_memory ();
  g_autoptr (NidaSecrets) wrong = new_secrets (uri, NIDA_SECRET_AUTHORIZATION, "Bearer n0ne");
  g_autoptr (GError) missing = NULL, refused = NULL, copy = NULL;

  g_assert_null (load_with (uri, none, &missing));
  g_assert_error (missing, NIDA_READ_ERROR, NIDA_READ_ERROR_KEY_NEEDED);
  g_assert_cmpstr (nida_read_error_get_origin (missing), ==, origin);
  g_assert_nonnull (strstr (missing->message, "wants a key"));
  copy = g_error_copy (missing);
  g_assert_cmpstr (nida_read_error_get_origin (copy), ==, origin);

  g_assert_null (load_with (uri, wrong, &refused));
  g_assert_error (refused, NIDA_READ_ERROR, NIDA_READ_ERROR_KEY_NEEDED);
  g_assert_nonnull (strstr (refused->message, "does not accept the key"));
  g_assert_null (strstr (refused->message, "n0ne"));
}

/* The key goes to its own origin, also over a redirect, and to no other. */
static void
assert_key_stays (NidaSecretMethod method)
{
  g_autoptr (NidaHttpServer) other = nida_http_server_new (BODY);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/away/data.csv");
  g_autofree char *away = nida_http_server_dup_uri (other, method == NIDA_SECRET_PARAMETER
                                                           ? "/plain/data.csv?key=s3cret&x=1" : "/plain/data.csv");
  g_autoptr (NidaSecrets) secrets = new_secrets (uri, method, "s3cret");
  g_autoptr (NidaDataset) dataset = NULL;
  g_autofree char *here = NULL, *there = NULL;

  /* a server that repeats the query it was asked with */
  nida_http_server_set_away (server, away);
  dataset = load_with (uri, secrets, NULL);
  here = nida_http_server_dup_request (server);
  there = nida_http_server_dup_request (other);
  g_assert_nonnull (strstr (here, "s3cret"));
  g_assert_null (strstr (there, "s3cret"));
  g_assert_true (g_str_has_prefix (there, "GET /"));
}

static void
test_key_away (void)
{
  assert_key_stays (NIDA_SECRET_AUTHORIZATION);
  assert_key_stays (NIDA_SECRET_SUBSCRIPTION_KEY);
  assert_key_stays (NIDA_SECRET_PARAMETER);
}

/* Over another origin and back again the key is lost too. */
static void
test_key_back (void)
{
  g_autoptr (NidaHttpServer) other = nida_http_server_new (BODY);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/away/data.csv");
  g_autofree char *back = nida_http_server_dup_uri (other, "/back/data.csv");
  g_autofree char *home = nida_http_server_dup_uri (server, "/plain/data.csv");
  g_autoptr (NidaSecrets) secrets = new_secrets (uri, NIDA_SECRET_AUTHORIZATION, "Bearer s3cret");
  g_autoptr (NidaDataset) dataset = NULL;
  g_autofree char *last = NULL;

  nida_http_server_set_away (server, back);
  nida_http_server_set_away (other, home);
  dataset = load_with (uri, secrets, NULL);
  g_assert_nonnull (dataset);
  last = nida_http_server_dup_request (server);
  g_assert_true (g_str_has_prefix (last, "GET /plain/data.csv"));
  g_assert_null (strstr (last, "s3cret"));
}

static void
test_key_redirect (void)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, "/away/data.csv");
  g_autofree char *home = nida_http_server_dup_uri (server, "/keyed/authorization/data.csv");
  g_autoptr (NidaSecrets) secrets = new_secrets (uri, NIDA_SECRET_AUTHORIZATION, "Bearer s3cret");
  g_autoptr (NidaDataset) dataset = NULL;

  nida_http_server_set_away (server, home);
  dataset = load_with (uri, secrets, NULL);
  g_assert_nonnull (dataset);
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
  /* The bar is 100 ms; a machine that runs eight tests at once is given more. */
  g_assert_cmpint (cancel.answered_at - cancel.cancelled_at, <, G_USEC_PER_SEC);
  g_clear_error (&cancel.error);
}

static void
test_cancel (void)
{
  cancel_path ("/drip/data.csv");
  cancel_path ("/hang/data.csv");
  cancel_path ("/flaky/9/cancelled.csv");
  cancel_path ("/busy/9/60/cancelled.csv");
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
  g_test_add_func ("/fetch/cut/is-incomplete-in-every-format", test_cut_formats);
  g_test_add_func ("/fetch/bomb/is-refused", test_bomb);
  g_test_add_func ("/fetch/status/is-told", test_status);
  g_test_add_func ("/fetch/redirects/at-most-five-and-only-to-good-places", test_redirects);
  g_test_add_func ("/fetch/refused/names-the-file", test_refused);
  g_test_add_func ("/fetch/request/says-no-more-than-it-must", test_request);
  g_test_add_func ("/fetch/request/brings-no-cookie-and-answers-no-challenge", test_cookie);
  g_test_add_func ("/fetch/slow/is-given-up", test_slow);
  g_test_add_func ("/fetch/busy/is-tried-four-times-more", test_flaky);
  g_test_add_func ("/fetch/busy/waits-double", test_backoff);
  g_test_add_func ("/fetch/busy/retry-after-is-honoured", test_retry_after);
  g_test_add_func ("/fetch/busy/long-waits-are-told", test_retry_later);
  g_test_add_func ("/fetch/certificate/a-bad-one-fails", test_certificate);
  g_test_add_func ("/fetch/redirects/https-never-becomes-http", test_downgrade);
  g_test_add_func ("/fetch/keys/in-each-way", test_keys);
  g_test_add_func ("/fetch/keys/missing-or-wrong-names-the-server", test_key_needed);
  g_test_add_func ("/fetch/keys/stay-with-their-origin", test_key_away);
  g_test_add_func ("/fetch/keys/are-lost-on-the-way-back", test_key_back);
  g_test_add_func ("/fetch/keys/survive-a-redirect-of-the-same-origin", test_key_redirect);
  g_test_add_func ("/fetch/cancel/is-answered", test_cancel);
  status = g_test_run ();
  nida_http_server_free (server);
  return status;
}
