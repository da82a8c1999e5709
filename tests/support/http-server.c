/* Bare sockets, one thread a connection; what is answered is for http-reply.c. */
#include "http-server.h"

#include "http-reply.h"

#include <string.h>

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
             NidaHttpReply  *reply,
             const char     *path)
{
  g_mutex_lock (&self->mutex);
  g_free (self->request);
  self->request = g_strdup (reply->request);
  self->n_requests++;
  reply->body = g_strdup (self->body);
  reply->away = g_strdup (self->away);
  if (g_str_has_prefix (path, "/file/"))
    reply->file = g_strdup (g_hash_table_lookup (self->files, path + strlen ("/file/")));
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
  NidaHttpReply reply = { .out = g_io_stream_get_output_stream (stream), .request = request,
                          .stopping = &self->stopping };

  if (g_strv_length (words) == 3)
    {
      begin_reply (self, &reply, words[1]);
      nida_http_reply_answer (&reply, words[1]);
    }
  g_io_stream_close (stream, NULL, NULL);
  g_free (reply.body);
  g_free (reply.away);
  g_free (reply.file);
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
