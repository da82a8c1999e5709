/* Written on bare sockets, since a proper server refuses to misbehave. One thread a connection. */
#include "http-server.h"

#include <string.h>
#include <zlib.h>

struct _NidaHttpServer {
  GSocketService *service;
  GMainContext   *context;
  GThread        *thread;
  guint16         port;
  char           *body;
  GMutex          mutex;
  char           *request;
  int             stopping;
};

typedef struct {
  NidaHttpServer *server;
  GOutputStream  *out;
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
  const char *body = reply->server->body;

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
  const char *body = reply->server->body;
  gsize length = strlen (body);
  g_autoptr (GByteArray) packed = gzip (body, length);

  if (strcmp (way, "plain") == 0)
    send_with_length (reply, "", length, body, length);
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
  else
    send_status (reply, "404 Not Found", "");
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
  else if (strcmp (way, "redirect") == 0)
    send_count_down (reply, path);
  else if (strcmp (way, "loop") == 0)
    send_redirect (reply, path);
  else if (strcmp (way, "ftp") == 0)
    send_redirect (reply, "ftp://127.0.0.1/data.csv");
  else if (strcmp (way, "user") == 0)
    send_redirect (reply, "http://me:secret@127.0.0.1/data.csv");
  else if (strcmp (way, "nowhere") == 0)
    send_redirect (reply, NULL);
  else
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

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  NidaHttpServer *self = user_data;
  Reply reply = { self, g_io_stream_get_output_stream (G_IO_STREAM (connection)) };
  g_autofree char *request = read_request (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_auto (GStrv) words = g_strsplit (request, " ", 3);

  g_mutex_lock (&self->mutex);
  g_free (self->request);
  self->request = g_strdup (request);
  g_mutex_unlock (&self->mutex);
  if (g_strv_length (words) == 3)
    answer (&reply, words[1]);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
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

NidaHttpServer *
nida_http_server_new (const char *body)
{
  NidaHttpServer *self = g_new0 (NidaHttpServer, 1);
  g_autoptr (GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (address, 0);
  g_autoptr (GSocketAddress) effective = NULL;

  self->body = g_strdup (body);
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
  g_free (self->request);
  g_free (self->body);
  g_free (self);
}

char *
nida_http_server_dup_uri (NidaHttpServer *self,
                          const char     *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
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
