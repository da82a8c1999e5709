/* A GET that follows redirects by itself, at most five and never from https to http; that tries again when a server is
 * busy; and that tells a key to the origin it was given for and to no other. */
#include "config.h"

#include "fetch.h"

#include "read-error.h"
#include "source.h"
#include "translate.h"

#include <libsoup/soup.h>
#include <string.h>

#define MAX_REDIRECTS 5
#define MAX_RETRIES   4         /* after 1, 2, 4 and 8 seconds */
#define MAX_WAIT      60        /* seconds that a server may ask for */
#define STATUS_BUSY   429       /* which libsoup has no name for */

typedef struct {
  NidaWire               *wire;
  const NidaFetchRequest *request;
  GCancellable           *cancellable;
  char                   *origin;
  NidaSecret             *secret;     /* of @origin */
  gboolean                unlocked;   /* the keyring was asked in earnest */
  gint64                  deadline;
} Fetch;

void
nida_fetched_clear (NidaFetched *self)
{
  g_clear_pointer (&self->bytes, nida_bytes_unref);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
  g_clear_pointer (&self->parameter, g_free);
}

/* --- keys --- */

static void
look_up_secret (Fetch    *self,
                gboolean  unlock)
{
  g_clear_pointer (&self->secret, nida_secret_free);
  self->unlocked |= unlock;
  /* Without a keyring there is no key; a server that wants one says so. */
  if (self->request->secrets != NULL && self->origin != NULL && nida_source_is_private (self->origin))
    self->secret = nida_secrets_lookup (self->request->secrets, self->origin, unlock, self->cancellable, NULL);
}

/* An address that the server names may repeat the key. */
static char *
without_secret (Fetch      *self,
                const char *uri)
{
  return self->secret != NULL && self->secret->parameter != NULL
         ? nida_source_remove_parameter (uri, self->secret->parameter) : g_strdup (uri);
}

static gboolean
is_refused (guint status)
{
  return status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN;
}

static void
set_key_needed (Fetch   *self,
                guint    status,
                GError **error)
{
  g_autofree char *message = NULL;

  if (self->secret != NULL)
    message = g_strdup_printf (_("%s does not accept the key that is kept for it (%u), and does not send “%s”. "
                                 "Store another key with “nida key %s”."),
                               self->origin, status, self->request->name, self->origin);
  else
    message = g_strdup_printf (_("%s wants a key for “%s” (%u). Ask its owner for one and store it with “nida key %s”."),
                               self->origin, self->request->name, status, self->origin);
  g_propagate_error (error, nida_read_error_new_key (self->origin, message));
}

/* --- what an answer means --- */

static gboolean
check_status (Fetch            *self,
              const NidaReply  *reply,
              gboolean          own_origin,
              GError          **error)
{
  const char *name = self->request->name;
  guint status = reply->status;

  if (status == SOUP_STATUS_OK || (status == SOUP_STATUS_NOT_MODIFIED && (self->request->etag != NULL
                                                                          || self->request->last_modified != NULL)))
    return TRUE;
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND,
                 _("The server has no “%s” (%u). Check the address."), name, status);
  else if (is_refused (status) && own_origin && nida_source_is_private (self->origin))
    set_key_needed (self, status, error);
  else if (is_refused (status))
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_PERMISSION,
                 _("The server does not give “%s” to everybody (%u). Fetch it with a browser and open the file."),
                 name, status);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
                 _("The server could not send “%s” (%u). Try again later."), name, status);
  return FALSE;
}

/* --- one chain of redirects --- */

static gboolean
get (Fetch       *self,
     const char  *place,
     gboolean     own_origin,
     NidaReply   *reply,
     GError     **error)
{
  const char *headers[8] = { NULL };
  g_autofree char *uri = g_strdup (place);
  NidaWireRequest request = { .name = self->request->name, .headers = headers, .deadline = self->deadline };
  guint n = 0;

  if (self->request->etag != NULL)
    {
      headers[n++] = "If-None-Match";
      headers[n++] = self->request->etag;
    }
  if (self->request->last_modified != NULL)
    {
      headers[n++] = "If-Modified-Since";
      headers[n++] = self->request->last_modified;
    }
  if (self->secret != NULL && own_origin && self->secret->method == NIDA_SECRET_PARAMETER)
    {
      g_free (uri);
      uri = nida_source_add_parameter (place, self->secret->parameter, self->secret->value);
    }
  else if (self->secret != NULL && own_origin)
    {
      headers[n++] = self->secret->method == NIDA_SECRET_AUTHORIZATION ? "Authorization" : "Ocp-Apim-Subscription-Key";
      headers[n++] = self->secret->value;
    }
  request.uri = uri;
  return nida_wire_get (self->wire, &request, reply, error);
}

static gboolean
is_redirect (const NidaReply *reply)
{
  return SOUP_STATUS_IS_REDIRECTION (reply->status) && reply->status != SOUP_STATUS_NOT_MODIFIED;
}

/* Once the way has led to another origin no key is told any more, not even when it leads back. */
static gboolean
get_following (Fetch      *self,
               char      **place,
               gboolean   *own_origin,
               NidaReply  *reply,
               GError    **error)
{
  *own_origin = TRUE;
  for (guint i = 0; i <= MAX_REDIRECTS; i++)
    {
      g_autofree char *next = NULL;

      nida_reply_clear (reply);
      if (!get (self, *place, *own_origin, reply, error))
        return FALSE;
      if (!is_redirect (reply))
        return TRUE;
      next = nida_source_redirect (*place, reply->location, self->request->allow_http, error);
      if (next == NULL)
        return FALSE;
      g_free (*place);
      *place = without_secret (self, next);
      *own_origin = *own_origin && nida_source_same_origin (*place, self->request->uri);
    }
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
               _("“%s”: the server sends from one address to the next without end. Check the address."),
               self->request->name);
  return FALSE;
}

/* --- trying again --- */

/* Seconds that a Retry-After asks for; -1 when it says nothing sensible. */
static gint64
parse_retry_after (const char *text)
{
  g_autoptr (GDateTime) when = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return (gint64) seconds;
  when = soup_date_time_new_from_http_string (text);
  return when != NULL ? MAX (g_date_time_to_unix (when) - g_get_real_time () / G_USEC_PER_SEC, 0) : -1;
}

static void
set_come_back (Fetch   *self,
               gint64   seconds,
               GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) when = g_date_time_add_seconds (now, (double) seconds);
  g_autofree char *text = g_date_time_format (when, "%Y-%m-%d %H:%M");

  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK,
               /* Translators: the name of a source, then a date and a time */
               _("The server of “%s” is busy and asks to come back at %s. Try again then."), self->request->name, text);
}

/* Should the request be made again? Waits until then. */
static gboolean
wants_retry (Fetch            *self,
             guint             n_done,
             const NidaReply  *reply,
             gboolean         *again,
             GError          **error)
{
  gint64 asked = parse_retry_after (reply->retry_after);

  *again = FALSE;
  if (reply->status != STATUS_BUSY && !SOUP_STATUS_IS_SERVER_ERROR (reply->status))
    return TRUE;
  if (asked > MAX_WAIT)
    {
      set_come_back (self, asked, error);
      return FALSE;
    }
  if (n_done >= MAX_RETRIES)
    return TRUE;
  *again = TRUE;
  return nida_wire_sleep (self->wire, asked >= 0 ? (guint) asked : 1u << n_done, error);
}

/* A key that lies in a locked keyring is worth a question once the server wants it. */
static gboolean
wants_key (Fetch           *self,
           const NidaReply *reply,
           gboolean         own_origin)
{
  if (!is_refused (reply->status) || !own_origin || self->secret != NULL || self->unlocked)
    return FALSE;
  look_up_secret (self, TRUE);
  return self->secret != NULL;
}

static gboolean
fetch (Fetch        *self,
       NidaFetched  *fetched,
       GError      **error)
{
  for (guint n = 0;;)
    {
      g_autofree char *place = g_strdup (self->request->uri);
      g_auto (NidaReply) reply = { 0 };
      gboolean own_origin, again;

      if (!get_following (self, &place, &own_origin, &reply, error)
          || !wants_retry (self, n, &reply, &again, error))
        return FALSE;
      n += again;
      if (again || wants_key (self, &reply, own_origin))
        continue;
      if (!check_status (self, &reply, own_origin, error))
        return FALSE;
      fetched->bytes = g_steal_pointer (&reply.bytes);
      fetched->complete = reply.complete;
      fetched->uri = g_steal_pointer (&place);
      fetched->parameter = self->secret != NULL ? g_strdup (self->secret->parameter) : NULL;
      fetched->etag = g_steal_pointer (&reply.etag);
      fetched->last_modified = g_steal_pointer (&reply.last_modified);
      return TRUE;
    }
}

/**
 * nida_fetch:
 * @wire: waits in its thread
 * @fetched: (out): to be cleared by the caller
 *
 * 429 and 5xx are tried again after 1, 2, 4 and 8 seconds, or after what the server asks for.
 */
gboolean
nida_fetch (NidaWire                *wire,
            const NidaFetchRequest  *request,
            NidaFetched             *fetched,
            GError                 **error)
{
  Fetch self = { .wire = wire, .request = request, .cancellable = nida_wire_get_cancellable (wire) };
  gboolean ok;

  if (request->deadline > 0)
    self.deadline = g_get_monotonic_time () + nida_wire_time (request->deadline);
  self.origin = nida_source_dup_origin (request->uri);
  look_up_secret (&self, FALSE);
  ok = fetch (&self, fetched, error);
  g_clear_pointer (&self.secret, nida_secret_free);
  g_free (self.origin);
  return ok;
}
