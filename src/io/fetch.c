/* A plain GET through libsoup, with the features that Nida does not want switched off: no cookies, no cache, no sniffing,
 * no passwords, no unpacking without a limit, no redirect that is not looked at first. */
#include "config.h"

#include "fetch.h"

#include "loader.h"
#include "source.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define BLOCK         (64u << 10)
#define MAX_REDIRECTS 5
#define MAX_IDLE      30        /* seconds without a byte */
#define SLOW_TIME     20        /* seconds below SLOW_RATE */
#define SLOW_RATE     1024      /* bytes a second */
#define TICK          100       /* milliseconds */

static guint tuned_idle, tuned_slow;

typedef struct {
  const char   *name;
  gboolean      allow_http;
  NidaProgress *progress;
  GMainContext *context;
  SoupSession  *session;
  GCancellable *inner;          /* cancelled by the caller's, and by the watch */
  GAsyncResult *result;         /* of the operation that is waited for */
  NidaBytes    *bytes;
  gboolean      complete;
  gint64        last_byte;      /* monotonic microseconds */
  gint64        window_start;   /* 0 until the server answers: it may take its time to think */
  guint64       window_bytes;
  gboolean      too_slow;
} Fetch;

void
nida_fetch_tune (guint idle,
                 guint slow)
{
  tuned_idle = idle;
  tuned_slow = slow;
}

static void
ready_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fetch *self = user_data;

  self->result = g_object_ref (result);
}

/* Wait for the operation that was begun with ready_cb(). */
static GAsyncResult *
wait (Fetch *self)
{
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);
  return g_steal_pointer (&self->result);
}

static void
count_bytes (Fetch *self,
             gsize  n)
{
  self->last_byte = g_get_monotonic_time ();
  self->window_bytes += n;
  atomic_fetch_add (&self->progress->bytes, n);
}

/* A server that drips may keep a connection for ever: libsoup's own timeout starts anew with each byte. */
static gboolean
watch_cb (gpointer user_data)
{
  Fetch *self = user_data;
  gint64 now = g_get_monotonic_time ();
  gint64 slow_time = (tuned_slow > 0 ? tuned_slow : SLOW_TIME) * G_USEC_PER_SEC;

  self->too_slow = now - self->last_byte > (tuned_idle > 0 ? tuned_idle : MAX_IDLE) * G_USEC_PER_SEC;
  if (self->window_start > 0 && now - self->window_start > slow_time)
    {
      self->too_slow = self->too_slow || self->window_bytes < (guint64) slow_time / G_USEC_PER_SEC * SLOW_RATE;
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
  return session;
}

static SoupMessage *
new_message (const char *uri)
{
  SoupMessage *message = soup_message_new ("GET", uri);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Accept", "text/csv, */*;q=0.5");
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip");
  return message;
}

static gboolean
check_status (Fetch        *self,
              SoupMessage  *message,
              GError      **error)
{
  guint status = soup_message_get_status (message);

  if (status == SOUP_STATUS_OK)
    return TRUE;
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND,
                 _("The server has no “%s” (%u). Check the address."), self->name, status);
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_PERMISSION,
                 _("The server does not give “%s” to everybody (%u). Fetch it with a browser and open the file."),
                 self->name, status);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The server could not send “%s” (%u). Try again later."), self->name, status);
  return FALSE;
}

/* What libsoup or the watch says, in words for people. */
static void
propagate (Fetch   *self,
           GError  *failure,
           GError **error)
{
  if (self->too_slow)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The server of “%s” does not answer, or too slowly. Try again later."), self->name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
           || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
                 _("“%s” arrived incomplete: the connection was cut. Fetch it again."), self->name);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("“%s” could not be fetched: %s. Check the address and the connection."), self->name, failure->message);
  g_error_free (failure);
}

static gboolean
read_body (Fetch         *self,
           GInputStream  *stream,
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
      if (!nida_bytes_append (self->bytes, buffer, (gsize) n, error))
        return FALSE;
    }
}

/* libsoup reports a body that ends before its announced length, or between two chunks, as a success. */
static gboolean
check_length (Fetch        *self,
              SoupMessage  *message,
              GError      **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  self->complete = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH;
  if (!self->complete
      || (guint64) soup_message_headers_get_content_length (headers) == nida_bytes_get_size (self->bytes))
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               _("“%s” arrived incomplete: the connection was cut. Fetch it again."), self->name);
  return FALSE;
}

/* One request. @next is set when the server sends elsewhere. */
static gboolean
get (Fetch       *self,
     const char  *uri,
     char       **next,
     GError     **error)
{
  g_autoptr (SoupMessage) message = new_message (uri);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *failure = NULL;

  if (message == NULL)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                   _("“%s” is not an address that Nida can read. Check it for typing mistakes."), uri);
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
  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message)))
    {
      *next = nida_source_redirect (uri, soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                                       "Location"), self->allow_http, error);
      return *next != NULL;
    }
  if (!check_status (self, message, error))
    return FALSE;
  if (soup_message_headers_get_encoding (soup_message_get_response_headers (message)) == SOUP_ENCODING_CONTENT_LENGTH)
    atomic_fetch_add (&self->progress->total,
                      (guint64) soup_message_headers_get_content_length (soup_message_get_response_headers (message)));
  return read_body (self, stream, error) && check_length (self, message, error);
}

static gboolean
get_following (Fetch       *self,
               const char  *uri,
               GError     **error)
{
  g_autofree char *place = g_strdup (uri);

  for (guint i = 0; i <= MAX_REDIRECTS; i++)
    {
      g_autofree char *next = NULL;

      if (!get (self, place, &next, error))
        return FALSE;
      if (next == NULL)
        return TRUE;
      g_free (place);
      place = g_steal_pointer (&next);
    }
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
               _("“%s”: the server sends from one address to the next without end. Check the address."), self->name);
  return FALSE;
}

/**
 * nida_fetch:
 * @complete: (out): whether all bytes came for certain
 *
 * Returns: (transfer full) (nullable): the bytes as the server sent them, still packed; %NULL with @error
 *   (%NIDA_READ_ERROR or %G_IO_ERROR_CANCELLED)
 */
NidaBytes *
nida_fetch (const char    *uri,
            const char    *name,
            gboolean       allow_http,
            NidaProgress  *progress,
            gboolean      *complete,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GCancellable) inner = g_cancellable_new ();
  g_autoptr (GSource) watch = g_timeout_source_new (TICK);
  g_autoptr (NidaBytes) bytes = nida_bytes_new (name, error);
  Fetch self = { .name = name, .allow_http = allow_http, .progress = progress, .context = context, .inner = inner };
  gulong handler = 0;
  gboolean ok;

  if (bytes == NULL)
    return NULL;
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), inner, NULL);
  g_main_context_push_thread_default (context);
  self.bytes = bytes;
  self.last_byte = g_get_monotonic_time ();
  self.session = new_session ();
  g_source_set_callback (watch, watch_cb, &self, NULL);
  g_source_attach (watch, context);

  ok = get_following (&self, uri, error);
  *complete = self.complete;
  soup_session_abort (self.session);
  g_source_destroy (watch);
  g_object_unref (self.session);
  while (g_main_context_iteration (context, FALSE))
    continue;
  g_main_context_pop_thread_default (context);
  g_cancellable_disconnect (cancellable, handler);
  return ok ? g_steal_pointer (&bytes) : NULL;
}
