/* One request and its answer over libsoup, with the deadlines that libsoup does not have. What an answer means is for
 * fetch.c to say. */
#pragma once

#include "bytes.h"
#include "progress.h"

G_BEGIN_DECLS

typedef struct _NidaWire NidaWire;

typedef struct {
  const char         *uri;       /* as it is sent */
  const char         *name;      /* what people call the source, for messages */
  const char * const *headers;   /* names and values in turn, NULL-terminated */
  gint64              deadline;  /* monotonic microseconds by which all must have come; 0 for none */
} NidaWireRequest;

/* Headers are %NULL when the server did not send them. */
typedef struct {
  guint      status;
  char      *location, *etag, *last_modified, *retry_after;
  NidaBytes *bytes;          /* of status 200, unpacked */
  gboolean   complete;       /* something proves that nothing is missing */
} NidaReply;

void      nida_reply_clear (NidaReply *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaReply, nida_reply_clear)

/* A session with servers: connections are used again. To be used in one thread; waits there, and ends within a tenth of a
 * second when @cancellable is cancelled. */
NidaWire *nida_wire_new    (NidaProgress *progress, GCancellable *cancellable);
void      nida_wire_free   (NidaWire *self);
gboolean  nida_wire_get    (NidaWire *self, const NidaWireRequest *request, NidaReply *reply, GError **error);
/* The caller's, or NULL. */
GCancellable *nida_wire_get_cancellable (NidaWire *self);
/* Wait for @seconds; FALSE with %G_IO_ERROR_CANCELLED. */
gboolean  nida_wire_sleep  (NidaWire *self, guint seconds, GError **error);
/* For tests: how many milliseconds every second of waiting lasts, that of servers too; 0 for 1000. */
void      nida_wire_tune   (guint milliseconds);
/* For tests: take the certificates in this PEM file for good ones; NULL for those of the system. */
void      nida_wire_trust  (const char *authorities);
/* @seconds in microseconds, as tuned. */
gint64    nida_wire_time   (guint seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaWire, nida_wire_free)

G_END_DECLS
