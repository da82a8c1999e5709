/* A web server on this machine that misbehaves in named ways: the first part of a path names the way.
 *
 *   /plain        all bytes and their length            /chunked      all bytes in chunks
 *   /cut          chunks, the end missing               /short        fewer bytes than announced
 *   /drip         a byte every 100 ms                   /hang         no answer at all
 *   /gzip         packed, and says so                   /cut-gzip     packed, half of it, in chunks
 *   /false-gzip   says gzip and is not                  /bomb         100 MiB of zeros, packed
 *   /404 /401 /500                                      /redirect/N   N redirects to /plain
 *   /loop         redirects to itself                   /ftp /user /nowhere   redirects that must not be followed
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NidaHttpServer NidaHttpServer;

NidaHttpServer *nida_http_server_new       (const char *body);
void            nida_http_server_free      (NidaHttpServer *self);
/* The address of "/plain/data.csv". */
char           *nida_http_server_dup_uri   (NidaHttpServer *self, const char *path);
/* The head of the last request. */
char           *nida_http_server_dup_request (NidaHttpServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaHttpServer, nida_http_server_free)

G_END_DECLS
