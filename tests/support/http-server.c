/* Written on bare sockets, since a proper server refuses to misbehave. One thread a connection. */
#include "http-server.h"

#include <brotli/encode.h>
#include <string.h>
#include <zlib.h>

struct _NidaHttpServer {
  GSocketService *service;
  GMainContext   *context;
  GThread        *thread;
  guint16         port;
  GTlsCertificate *certificate;   /* or NULL */
  GMutex          mutex;
  char           *body;           /* this and the next under the mutex */
  char           *away;
  char           *request;
  guint           n_requests;
  GHashTable     *files;
  GHashTable     *counts;         /* of requests by path */
  int             stopping;
};

typedef struct {
  NidaHttpServer *server;
  GOutputStream  *out;
  const char     *request;
  char           *body;           /* of the server, when the request came */
  char           *away;
  guint           count;          /* how often the path was asked for before */
} Reply;

static gboolean
send_bytes (Reply      *reply,
            const void *data,
            gsize       length)
{
  return g_output_stream_write_all (reply->out, data, length, NULL, NULL, NULL);
}

static gboolean
send_text (Reply      *reply,
           const char *text)
{
  return send_bytes (reply, text, strlen (text));
}

static void
send_status (Reply      *reply,
             const char *status,
             const char *headers)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %s\r\n%sConnection: close\r\nContent-Length: 0\r\n\r\n", status,
                                           headers);

  send_text (reply, head);
}

static void
send_with_length (Reply      *reply,
                  const char *headers,
                  gsize       announced,
                  const void *data,
                  gsize       length)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\n%sConnection: close\r\nContent-Length: %" G_GSIZE_FORMAT
                                           "\r\n\r\n", headers, announced);

  send_text (reply, head);
  send_bytes (reply, data, length);
}

/* Chunks of at most 64 bytes, and the end unless it is cut. */
static void
send_chunked (Reply      *reply,
              const char *headers,
              const char *data,
              gsize       length,
              gboolean    end)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\n%sConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
                                           headers);

  send_text (reply, head);
  for (gsize i = 0; i < length; i += 64)
    {
      gsize n = MIN (64, length - i);
      g_autofree char *size = g_strdup_printf ("%x\r\n", (guint) n);

      send_text (reply, size);
      send_bytes (reply, data + i, n);
      send_text (reply, "\r\n");
    }
  if (end)
    send_text (reply, "0\r\n\r\n");
}

static gboolean
pause_for (Reply *reply,
           guint  milliseconds)
{
  for (guint i = 0; i < milliseconds; i += 20)
    {
      if (g_atomic_int_get (&reply->server->stopping))
        return FALSE;
      g_usleep (20000);
    }
  return TRUE;
}

static void
send_drip (Reply *reply)
{
  const char *body = reply->body;

  send_text (reply, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n");
  for (gsize i = 0; pause_for (reply, 100); i = (i + 1) % strlen (body))
    if (!send_bytes (reply, body + i, 1))
      return;
}

static GByteArray *
gzip (const void *data,
      gsize       length)
{
  GByteArray *out = g_byte_array_new ();
  z_stream stream = { 0 };

  deflateInit2 (&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  g_byte_array_set_size (out, (guint) deflateBound (&stream, length) + 64);
  stream.next_in = (Bytef *) data;
  stream.avail_in = (uInt) length;
  stream.next_out = out->data;
  stream.avail_out = out->len;
  deflate (&stream, Z_FINISH);
  g_byte_array_set_size (out, (guint) stream.total_out);
  deflateEnd (&stream);
  return out;
}

static void
send_brotli (Reply    *reply,
             gboolean  cut)
{
  gsize length = strlen (reply->body);
  gsize size = BrotliEncoderMaxCompressedSize (length);
  g_autofree char *packed = g_malloc (size);

  BrotliEncoderCompress (5, 22, BROTLI_MODE_TEXT, length, (const guint8 *) reply->body, &size, (guint8 *) packed);
  send_chunked (reply, "Content-Encoding: br\r\n", packed, cut ? size / 2 : size, TRUE);
}

static void
send_bomb (Reply *reply)
{
  gsize length = 100 << 20;
  g_autofree char *zeros = g_malloc0 (length);
  g_autoptr (GByteArray) packed = gzip (zeros, length);

  send_with_length (reply, "Content-Encoding: gzip\r\n", packed->len, packed->data, packed->len);
}

static void
send_redirect (Reply      *reply,
               const char *location)
{
  g_autofree char *header = location == NULL ? g_strdup ("") : g_strdup_printf ("Location: %s\r\n", location);

  send_status (reply, "302 Found", header);
}

/* The value of the header @name, which ends with ": ". */
static gboolean
has_header (Reply      *reply,
            const char *name,
            const char *value)
{
  g_autofree char *line = g_strdup_printf ("\r\n%s%s\r\n", name, value);

  return strstr (reply->request, line) != NULL;
}

static void
send_plain (Reply      *reply,
            const char *headers)
{
  send_with_length (reply, headers, strlen (reply->body), reply->body, strlen (reply->body));
}

/* Fewer bytes a second than anybody should wait for, but never silence. */
static void
send_slowly (Reply *reply)
{
  send_text (reply, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n");
  while (pause_for (reply, 20))
    if (!send_text (reply, "paid,2024,Kuwait,1\n"))
      return;
}

/* The number after the first part of the path. */
static guint
get_number (const char *path,
            guint       index)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  return g_strv_length (parts) > index ? (guint) g_ascii_strtoull (parts[index], NULL, 10) : 0;
}

static void
send_busy (Reply      *reply,
           const char *path)
{
  g_autofree char *after = g_strdup_printf ("Retry-After: %u\r\n", get_number (path, 3));

  if (reply->count < get_number (path, 2))
    send_status (reply, "429 Too Many Requests", after);
  else
    send_plain (reply, "");
}

static void
send_busy_until (Reply *reply)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 1);
  g_autofree char *after = g_date_time_format (later, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n");

  send_status (reply, "429 Too Many Requests", after);
}

static void
send_flaky (Reply      *reply,
            const char *path)
{
  if (reply->count < get_number (path, 2))
    send_status (reply, "503 Service Unavailable", "");
  else
    send_plain (reply, "");
}

static void
send_unless_held (Reply      *reply,
                  const char *header,
                  const char *condition,
                  const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s%s\r\n", header, value);

  if (has_header (reply, condition, value))
    send_status (reply, "304 Not Modified", line);
  else
    send_plain (reply, line);
}

static void
send_tagged (Reply *reply)
{
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_MD5, reply->body, -1);
  g_autofree char *tag = g_strdup_printf ("\"%s\"", checksum);

  send_unless_held (reply, "ETag: ", "If-None-Match: ", tag);
}

static gboolean
has_key (Reply      *reply,
         const char *path)
{
  if (strstr (path, "/authorization") != NULL)
    return has_header (reply, "Authorization: ", "Bearer s3cret");
  if (strstr (path, "/subscription-key") != NULL)
    return has_header (reply, "Ocp-Apim-Subscription-Key: ", "s3cret");
  return strstr (path, "key=s3cret") != NULL;
}

static void
send_keyed (Reply      *reply,
            const char *path)
{
  if (has_key (reply, path))
    send_plain (reply, "");
  else
    send_status (reply, "401 Unauthorized", "");
}

static void
send_page (Reply      *reply,
           const char *next)
{
  g_autofree char *link = next != NULL ? g_strdup_printf (",\"nextLink\":\"%s\"", next) : g_strdup ("");
  g_autofree char *page = g_strdup_printf ("{\"status\":\"ok\",\"data\":{\"flows\":[{\"id\":\"%u\",\"amountUSD\":1,"
                                           "\"status\":\"paid\",\"date\":\"2020-01-02T00:00:00Z\"}]},\"meta\":{\"x\":1%s}}",
                                           g_random_int (), link);

  send_with_length (reply, "", strlen (page), page, strlen (page));
}

static void
send_endless (Reply      *reply,
              const char *path)
{
  g_autofree char *next = g_strdup_printf ("/endless/%u", get_number (path, 2) + 1);

  send_page (reply, next);
}

static void
send_file (Reply      *reply,
           const char *path)
{
  char *text;

  g_mutex_lock (&reply->server->mutex);
  text = g_strdup (g_hash_table_lookup (reply->server->files, path + strlen ("/file/")));
  g_mutex_unlock (&reply->server->mutex);
  if (text != NULL)
    send_with_length (reply, "", strlen (text), text, strlen (text));
  else
    send_status (reply, "404 Not Found", "");
  g_free (text);
}

/* "/redirect/3/data.csv" leads to "/redirect/2/data.csv", and 0 to "/plain/data.csv". */
static void
send_count_down (Reply      *reply,
                 const char *path)
{
  guint n = (guint) g_ascii_strtoull (path + strlen ("/redirect/"), NULL, 10);
  g_autofree char *next = n > 1 ? g_strdup_printf ("/redirect/%u/data.csv", n - 1) : g_strdup ("/plain/data.csv");

  send_redirect (reply, next);
}

static void
answer_with_body (Reply      *reply,
                  const char *way)
{
  const char *body = reply->body;
  gsize length = strlen (body);
  g_autoptr (GByteArray) packed = gzip (body, length);

  if (strcmp (way, "plain") == 0)
    send_plain (reply, "");
  else if (strcmp (way, "chunked") == 0)
    send_chunked (reply, "", body, length, TRUE);
  else if (strcmp (way, "cut") == 0)
    send_chunked (reply, "", body, length - 3, FALSE);
  else if (strcmp (way, "short") == 0)
    send_with_length (reply, "", length, body, length - 3);
  else if (strcmp (way, "gzip") == 0)
    send_chunked (reply, "Content-Encoding: gzip\r\n", (const char *) packed->data, packed->len, TRUE);
  else if (strcmp (way, "cut-gzip") == 0)
    send_chunked (reply, "Content-Encoding: gzip\r\n", (const char *) packed->data, packed->len / 2, FALSE);
  else if (strcmp (way, "false-gzip") == 0)
    send_with_length (reply, "Content-Encoding: gzip\r\n", length, body, length);
  else if (strcmp (way, "brotli") == 0 || strcmp (way, "cut-brotli") == 0)
    send_brotli (reply, *way == 'c');
  else if (strcmp (way, "unpackable") == 0)
    send_plain (reply, "Content-Encoding: zstd\r\n");
  else
    send_status (reply, "404 Not Found", "");
}

static gboolean
answer_with_redirect (Reply      *reply,
                      const char *way,
                      const char *path)
{
  if (strcmp (way, "redirect") == 0)
    send_count_down (reply, path);
  else if (strcmp (way, "loop") == 0)
    send_redirect (reply, path);
  else if (strcmp (way, "ftp") == 0)
    send_redirect (reply, "ftp://127.0.0.1/data.csv");
  else if (strcmp (way, "user") == 0)
    send_redirect (reply, "http://me:secret@127.0.0.1/data.csv");
  else if (strcmp (way, "nowhere") == 0)
    send_redirect (reply, NULL);
  else if (strcmp (way, "away") == 0 || strcmp (way, "back") == 0)
    send_redirect (reply, reply->away);
  else
    return FALSE;
  return TRUE;
}

/* The ways of servers that are busy, that want a key or that know what is held. */
static gboolean
answer_with_state (Reply      *reply,
                   const char *way,
                   const char *path)
{
  if (strcmp (way, "busy") == 0)
    send_busy (reply, path);
  else if (strcmp (way, "busy-until") == 0)
    send_busy_until (reply);
  else if (strcmp (way, "flaky") == 0)
    send_flaky (reply, path);
  else if (strcmp (way, "etag") == 0)
    send_tagged (reply);
  else if (strcmp (way, "dated") == 0)
    send_unless_held (reply, "Last-Modified: ", "If-Modified-Since: ", "Mon, 05 Oct 2026 10:00:00 GMT");
  else if (strcmp (way, "keyed") == 0)
    send_keyed (reply, path);
  else if (strcmp (way, "endless") == 0)
    send_endless (reply, path);
  else if (strcmp (way, "next-keyed") == 0)
    send_page (reply, "/last-keyed/?key=s3cret");
  else if (strcmp (way, "last-keyed") == 0)
    send_page (reply, NULL);
  else if (strcmp (way, "file") == 0)
    send_file (reply, path);
  else
    return FALSE;
  return TRUE;
}

static void
answer (Reply      *reply,
        const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 3);
  const char *way = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";

  if (strcmp (way, "drip") == 0)
    send_drip (reply);
  else if (strcmp (way, "hang") == 0)
    pause_for (reply, 60000);
  else if (strcmp (way, "bomb") == 0)
    send_bomb (reply);
  else if (strcmp (way, "401") == 0)
    send_status (reply, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n");
  else if (strcmp (way, "500") == 0)
    send_status (reply, "500 Internal Server Error", "");
  else if (strcmp (way, "403") == 0)
    send_status (reply, "403 Forbidden", "");
  else if (strcmp (way, "slow") == 0)
    send_slowly (reply);
  else if (strcmp (way, "thinks") == 0 && pause_for (reply, 500))
    send_plain (reply, "");
  else if (!answer_with_redirect (reply, way, path) && !answer_with_state (reply, way, path))
    answer_with_body (reply, way);
}

/* The request up to its empty line. */
static char *
read_request (GInputStream *in)
{
  GString *head = g_string_new (NULL);
  char byte;

  while (strstr (head->str, "\r\n\r\n") == NULL && g_input_stream_read (in, &byte, 1, NULL, NULL) == 1)
    g_string_append_c (head, byte);
  return g_string_free (head, FALSE);
}

/* What the request needs of the server, which others may change meanwhile. */
static void
begin_reply (NidaHttpServer *self,
             Reply          *reply,
             const char     *path)
{
  g_mutex_lock (&self->mutex);
  g_free (self->request);
  self->request = g_strdup (reply->request);
  self->n_requests++;
  reply->body = g_strdup (self->body);
  reply->away = g_strdup (self->away);
  reply->count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, path));
  g_hash_table_insert (self->counts, g_strdup (path), GUINT_TO_POINTER (reply->count + 1));
  g_mutex_unlock (&self->mutex);
}

static void
serve (NidaHttpServer *self,
       GIOStream      *stream)
{
  g_autofree char *request = read_request (g_io_stream_get_input_stream (stream));
  g_auto (GStrv) words = g_strsplit (request, " ", 3);
  Reply reply = { .server = self, .out = g_io_stream_get_output_stream (stream), .request = request };

  if (g_strv_length (words) == 3)
    {
      begin_reply (self, &reply, words[1]);
      answer (&reply, words[1]);
    }
  g_io_stream_close (stream, NULL, NULL);
  g_free (reply.body);
  g_free (reply.away);
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  NidaHttpServer *self = user_data;
  g_autoptr (GIOStream) tls = NULL;

  if (self->certificate != NULL)
    tls = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
  serve (self, tls != NULL ? tls : G_IO_STREAM (connection));
  return TRUE;
}

static gpointer
serve_thread (gpointer data)
{
  NidaHttpServer *self = data;

  g_main_context_push_thread_default (self->context);
  while (!g_atomic_int_get (&self->stopping))
    g_main_context_iteration (self->context, TRUE);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static NidaHttpServer *
new_server (const char      *body,
            GTlsCertificate *certificate)
{
  NidaHttpServer *self = g_new0 (NidaHttpServer, 1);
  g_autoptr (GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (address, 0);
  g_autoptr (GSocketAddress) effective = NULL;

  self->body = g_strdup (body);
  self->certificate = certificate;
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->mutex);
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->service = g_threaded_socket_service_new (16);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &effective, NULL));
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  g_socket_service_start (self->service);
  g_main_context_pop_thread_default (self->context);
  self->thread = g_thread_new ("http-server", serve_thread, self);
  return self;
}

NidaHttpServer *
nida_http_server_new (const char *body)
{
  return new_server (body, NULL);
}

NidaHttpServer *
nida_http_server_new_tls (const char *body,
                          const char *certificate)
{
  g_autoptr (GError) error = NULL;
  GTlsCertificate *loaded = g_tls_certificate_new_from_file (certificate, &error);

  g_assert_no_error (error);
  return new_server (body, loaded);
}

void
nida_http_server_free (NidaHttpServer *self)
{
  g_atomic_int_set (&self->stopping, TRUE);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  /* A connection's thread may still look at the server while it ends. */
  g_usleep (100000);
  g_object_unref (self->service);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_clear_object (&self->certificate);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->counts);
  g_free (self->request);
  g_free (self->body);
  g_free (self->away);
  g_free (self);
}

char *
nida_http_server_dup_uri (NidaHttpServer *self,
                          const char     *path)
{
  return g_strdup_printf ("%s://127.0.0.1:%u%s", self->certificate != NULL ? "https" : "http", self->port, path);
}

void
nida_http_server_set_body (NidaHttpServer *self,
                           const char     *body)
{
  g_mutex_lock (&self->mutex);
  g_free (self->body);
  self->body = g_strdup (body);
  g_mutex_unlock (&self->mutex);
}

void
nida_http_server_set_away (NidaHttpServer *self,
                           const char     *uri)
{
  g_mutex_lock (&self->mutex);
  g_free (self->away);
  self->away = g_strdup (uri);
  g_mutex_unlock (&self->mutex);
}

void
nida_http_server_add (NidaHttpServer *self,
                      const char     *name,
                      const char     *text)
{
  g_autofree char *origin = nida_http_server_dup_uri (self, "");
  g_auto (GStrv) parts = g_strsplit (text, "@ORIGIN@", -1);

  g_mutex_lock (&self->mutex);
  g_hash_table_insert (self->files, g_strdup (name), g_strjoinv (origin, parts));
  g_mutex_unlock (&self->mutex);
}

guint
nida_http_server_get_n_requests (NidaHttpServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_requests;
  g_mutex_unlock (&self->mutex);
  return n;
}

char *
nida_http_server_dup_request (NidaHttpServer *self)
{
  char *request;

  g_mutex_lock (&self->mutex);
  request = g_strdup (self->request);
  g_mutex_unlock (&self->mutex);
  return request;
}
