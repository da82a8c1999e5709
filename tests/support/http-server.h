/* A web server on this machine that misbehaves in named ways: the first part of a path names the way.
 *
 *   /plain        all bytes and their length            /chunked      all bytes in chunks
 *   /cut          chunks, the end missing               /short        fewer bytes than announced
 *   /drip         a byte every 100 ms                   /hang         no answer at all
 *   /slow         some bytes at once, a few at a time   /thinks       nothing for a while, then all
 *   /stalls       many bytes, then none                 /cookie       a cookie and a redirect to /plain
 *   /gzip         packed, and says so                   /cut-gzip     packed, half of it, in chunks
 *   /false-gzip   says gzip and is not                  /bomb         100 MiB of zeros, packed
 *   /brotli /cut-brotli                                 /unpackable   says that it is packed in an unknown way
 *   /404 /401 /403 /500                                 /flaky/N      500 to the first N requests, then /plain
 *   /busy/N/S     429 with Retry-After: S to the first N requests, then /plain
 *   /busy-until   429 with a Retry-After in an hour, as a date
 *   /redirect/N   N redirects to /plain                 /loop         redirects to itself
 *   /ftp /user /nowhere   redirects that must not be followed
 *   /away /back   redirect to the other server, which may send back
 *   /etag /dated  say 304 to who holds the body          /keyed/WAY   wants the key "s3cret" as WAY: authorization,
 *   /endless/N    page N of pages without end                         subscription-key or parameter, else 401;
 *                                                                   /keyed-403 says 403
 *   /next-keyed   a first page that repeats the query in the link to /last-keyed
 *   /file/NAME    what was given to nida_http_server_add()
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NidaHttpServer NidaHttpServer;

NidaHttpServer *nida_http_server_new       (const char *body);
/* One that speaks https; @certificate is a PEM file with its key. */
NidaHttpServer *nida_http_server_new_tls   (const char *body, const char *certificate);
void            nida_http_server_free      (NidaHttpServer *self);
void            nida_http_server_set_body  (NidaHttpServer *self, const char *body);
/* Where /away and /back lead. */
void            nida_http_server_set_away  (NidaHttpServer *self, const char *uri);
/* "/file/NAME" gives @text, in which "@ORIGIN@" stands for the address of the server. */
void            nida_http_server_add       (NidaHttpServer *self, const char *name, const char *text);
/* The address of "/plain/data.csv". */
char           *nida_http_server_dup_uri   (NidaHttpServer *self, const char *path);
/* The head of the last request, and how many there were. */
char           *nida_http_server_dup_request    (NidaHttpServer *self);
guint           nida_http_server_get_n_requests (NidaHttpServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaHttpServer, nida_http_server_free)

G_END_DECLS
