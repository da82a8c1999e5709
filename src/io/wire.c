/* libsoup with the features that Nida does not want switched off: no cookies, no cache, no sniffing, no passwords, no
 * unpacking without a limit, no redirect that is not looked at first. */
#include "config.h"

#include "wire.h"

#include "decode.h"
#include "loader.h"
#include "translate.h"

#include <libsoup/soup.h>
#include <string.h>

#define BLOCK         (64u << 10)
#define MAX_IDLE      30        /* seconds without a byte */
#define SLOW_TIME     20        /* seconds below SLOW_RATE */
#define SLOW_RATE     1024      /* bytes a second */
#define TICK          100       /* milliseconds between two looks at the deadlines */

static guint tuned_second;
static const char *tuned_authorities;

struct _NidaWire {
  NidaProgress *progress;
  GMainContext *context;
  SoupSession  *session;
  GCancellable *caller;         /* or NULL */
  gulong        handler;
  GCancellable *inner;          /* cancelled by the caller's, and by the watch */
  GAsyncResult *result;         /* of the operation that is waited for */

  /* of one request */
  const NidaWireRequest *request;
  gint64        last_byte;      /* monotonic microseconds */
  gint64        window_start;   /* 0 until the server answers: it may take its time to think */
  guint64       window_bytes;
  guint64       n_bytes;
  gboolean      too_slow;
};

void
nida_wire_tune (guint milliseconds)
{
  tuned_second = milliseconds;
}

void
nida_wire_trust (const char *authorities)
{
  tuned_authorities = authorities;
}

gint64
nida_wire_time (guint seconds)
{
  return (gint64) seconds * (tuned_second > 0 ? tuned_second : 1000) * 1000;
}

void
nida_reply_clear (NidaReply *self)
{
  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
  g_clear_pointer (&self->retry_after, g_free);
  g_clear_pointer (&self->bytes, nida_bytes_unref);
}

static void
ready_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  NidaWire *self = user_data;

  self->result = g_object_ref (result);
}

/* Wait for the operation that was begun with ready_cb(). */
static GAsyncResult *
wait (NidaWire *self)
{
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);
  return g_steal_pointer (&self->result);
}

static void
count_bytes (NidaWire *self,
             gsize     n)
{
  self->last_byte = g_get_monotonic_time ();
  self->window_bytes += n;
  self->n_bytes += n;
  atomic_fetch_add (&self->progress->bytes, n);
}

/* A server that drips may keep a connection for ever: libsoup's own timeout starts anew with each byte. */
static gboolean
watch_cb (gpointer user_data)
{
  NidaWire *self = user_data;
  gint64 now = g_get_monotonic_time ();

  self->too_slow = now - self->last_byte > nida_wire_time (MAX_IDLE)
                   || (self->request->deadline > 0 && now > self->request->deadline);
  if (self->window_start > 0 && now - self->window_start > nida_wire_time (SLOW_TIME))
    {
      self->too_slow = self->too_slow || self->window_bytes < (guint64) SLOW_TIME * SLOW_RATE;
      self->window_start = now;
      self->window_bytes = 0;
    }
  if (!self->too_slow)
    return G_SOURCE_CONTINUE;
  g_cancellable_cancel (self->inner);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static SoupMessage *
new_message (const NidaWireRequest *request)
{
  SoupMessage *message = soup_message_new ("GET", request->uri);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Accept", "text/csv, application/json, */*;q=0.5");
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip, br");
  for (guint i = 0; request->headers != NULL && request->headers[i] != NULL; i += 2)
    soup_message_headers_replace (headers, request->headers[i], request->headers[i + 1]);
  return message;
}

static void
set_incomplete (NidaWire  *self,
                GError   **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               _("“%s” arrived incomplete: the connection was cut. Fetch it again."), self->request->name);
}

/* What libsoup or the watch says, in words for people. */
static void
propagate (NidaWire *self,
           GError   *failure,
           GError  **error)
{
  const char *name = self->request->name;

  if (self->too_slow)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The server of “%s” does not answer, or too slowly. Try again later."), name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
           || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    set_incomplete (self, error);
  else if (failure->domain == G_TLS_ERROR)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The server of “%s” cannot prove who it is: %s. Nida reads nothing from it; check the address, and tell "
                   "its owner."), name, failure->message);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("“%s” could not be fetched: %s. Check the address and the connection."), name, failure->message);
  g_error_free (failure);
}

static gboolean
read_body (NidaWire      *self,
           GInputStream  *stream,
           NidaDecoder   *decoder,
           NidaBytes     *bytes,
           GError       **error)
{
  g_autofree char *buffer = g_malloc (BLOCK);

  for (;;)
    {
      g_autoptr (GAsyncResult) result = NULL;
      GError *failure = NULL;
      gssize n;

      g_input_stream_read_async (stream, buffer, BLOCK, G_PRIORITY_DEFAULT, self->inner, ready_cb, self);
      result = wait (self);
      n = g_input_stream_read_finish (stream, result, &failure);
      if (n < 0)
        {
          propagate (self, failure, error);
          return FALSE;
        }
      if (n == 0)
        return TRUE;
      count_bytes (self, (gsize) n);
      if (!nida_decoder_push (decoder, buffer, (gsize) n, bytes, error))
        return FALSE;
    }
}

/* libsoup reports a body that ends before its announced length, or between two chunks, as a success. */
static gboolean
check_length (NidaWire     *self,
              SoupMessage  *message,
              gboolean     *complete,
              GError      **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  *complete = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH;
  if (!*complete || (guint64) soup_message_headers_get_content_length (headers) == self->n_bytes)
    return TRUE;
  set_incomplete (self, error);
  return FALSE;
}

static gboolean
take_body (NidaWire      *self,
           SoupMessage   *message,
           GInputStream  *stream,
           NidaReply     *reply,
           GError       **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *encoding = soup_message_headers_get_list (headers, "Content-Encoding");
  g_autoptr (NidaDecoder) decoder = nida_decoder_new (encoding, self->request->name, error);
  g_autoptr (NidaBytes) bytes = nida_bytes_new (self->request->name, error);
  gboolean proves = FALSE;

  if (decoder == NULL || bytes == NULL)
    return FALSE;
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    atomic_fetch_add (&self->progress->total, (guint64) soup_message_headers_get_content_length (headers));
  if (!read_body (self, stream, decoder, bytes, error)
      || !check_length (self, message, &reply->complete, error)
      || !nida_decoder_finish (decoder, bytes, &proves, error))
    return FALSE;
  reply->complete |= proves;
  reply->bytes = g_steal_pointer (&bytes);
  return TRUE;
}

static void
take_head (SoupMessage *message,
           NidaReply   *reply)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  reply->status = soup_message_get_status (message);
  reply->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  reply->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  reply->last_modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  reply->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
}

static gboolean
exchange (NidaWire   *self,
          NidaReply  *reply,
          GError    **error)
{
  g_autoptr (SoupMessage) message = new_message (self->request);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *failure = NULL;

  if (message == NULL)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                   _("“%s” is not an address that Nida can read. Check it for typing mistakes."), self->request->name);
      return FALSE;
    }
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, self->inner, ready_cb, self);
  result = wait (self);
  stream = soup_session_send_finish (self->session, result, &failure);
  if (stream == NULL)
    {
      propagate (self, failure, error);
      return FALSE;
    }
  count_bytes (self, 0);
  self->window_start = self->last_byte;
  take_head (message, reply);
  return reply->status != SOUP_STATUS_OK || take_body (self, message, stream, reply, error);
}

static GSource *
start_watch (NidaWire              *self,
             const NidaWireRequest *request)
{
  GSource *watch = g_timeout_source_new (MIN (TICK, (guint) (nida_wire_time (1) / 1000)));

  self->request = request;
  self->last_byte = g_get_monotonic_time ();
  self->window_start = 0;
  self->window_bytes = self->n_bytes = 0;
  self->too_slow = FALSE;
  g_source_set_callback (watch, watch_cb, self, NULL);
  g_source_attach (watch, self->context);
  return watch;
}

/* A watch that gave up has cancelled for one request only. */
static void
renew_inner (NidaWire *self)
{
  if (!g_cancellable_is_cancelled (self->inner) || g_cancellable_is_cancelled (self->caller))
    return;
  g_cancellable_disconnect (self->caller, self->handler);
  g_object_unref (self->inner);
  self->inner = g_cancellable_new ();
  self->handler = self->caller != NULL
                  ? g_cancellable_connect (self->caller, G_CALLBACK (cancelled_cb), self->inner, NULL) : 0;
}

/**
 * nida_wire_get:
 * @reply: (out): to be cleared by the caller, also after an error
 *
 * Returns: TRUE when the server answered, whatever its answer is; else FALSE with @error (%NIDA_READ_ERROR or
 *   %G_IO_ERROR_CANCELLED)
 */
gboolean
nida_wire_get (NidaWire               *self,
               const NidaWireRequest  *request,
               NidaReply              *reply,
               GError                **error)
{
  g_autoptr (GSource) watch = NULL;
  gboolean ok;

  renew_inner (self);
  g_main_context_push_thread_default (self->context);
  watch = start_watch (self, request);
  ok = exchange (self, reply, error);
  g_source_destroy (watch);
  g_main_context_pop_thread_default (self->context);
  return ok;
}

static gboolean
slept_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
woken_cb (GCancellable *cancellable,
          gpointer      user_data)
{
  return slept_cb (user_data);
}

gboolean
nida_wire_sleep (NidaWire  *self,
                 guint      seconds,
                 GError   **error)
{
  g_autoptr (GSource) timer = g_timeout_source_new ((guint) (nida_wire_time (seconds) / 1000));
  g_autoptr (GSource) alarm = g_cancellable_source_new (self->inner);
  gboolean awake = FALSE;

  g_source_set_callback (timer, slept_cb, &awake, NULL);
  g_source_set_callback (alarm, G_SOURCE_FUNC (woken_cb), &awake, NULL);
  g_source_attach (timer, self->context);
  g_source_attach (alarm, self->context);
  while (!awake)
    g_main_context_iteration (self->context, TRUE);
  g_source_destroy (timer);
  g_source_destroy (alarm);
  return !g_cancellable_set_error_if_cancelled (self->inner, error);
}

GCancellable *
nida_wire_get_cancellable (NidaWire *self)
{
  return self->caller;
}

static SoupSession *
new_session (void)
{
  SoupSession *session = soup_session_new_with_options ("timeout", 0, "idle-timeout", 5,
                                                        "user-agent", "Nida/" NIDA_VERSION, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CACHE);
  if (tuned_authorities != NULL)
    {
      g_autoptr (GTlsDatabase) database = g_tls_file_database_new (tuned_authorities, NULL);

      soup_session_set_tls_database (session, database);
    }
  return session;
}

NidaWire *
nida_wire_new (NidaProgress *progress,
               GCancellable *cancellable)
{
  NidaWire *self = g_new0 (NidaWire, 1);

  self->progress = progress;
  self->context = g_main_context_new ();
  self->inner = g_cancellable_new ();
  g_set_object (&self->caller, cancellable);
  if (cancellable != NULL)
    self->handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self->inner, NULL);
  g_main_context_push_thread_default (self->context);
  self->session = new_session ();
  g_main_context_pop_thread_default (self->context);
  return self;
}

void
nida_wire_free (NidaWire *self)
{
  g_main_context_push_thread_default (self->context);
  soup_session_abort (self->session);
  g_object_unref (self->session);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_pop_thread_default (self->context);
  g_cancellable_disconnect (self->caller, self->handler);
  g_clear_object (&self->caller);
  g_object_unref (self->inner);
  g_main_context_unref (self->context);
  g_free (self);
}
