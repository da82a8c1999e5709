/* The bytes behind an http address: redirects, retries, keys, and what an answer means. */
#pragma once

#include "secrets.h"
#include "wire.h"

G_BEGIN_DECLS

typedef struct {
  const char  *uri;             /* without a key */
  const char  *name;            /* what people call the source, for messages */
  gboolean     allow_http;
  const char  *etag;            /* of the bytes that are held, or NULL */
  const char  *last_modified;
  guint        deadline;        /* seconds for all of it, retries too; 0 for none */
  NidaSecrets *secrets;         /* or NULL */
} NidaFetchRequest;

typedef struct {
  NidaBytes *bytes;             /* NULL when those that are held are still good */
  gboolean   complete;          /* FALSE when nothing proves that all came: then the text must end properly */
  char      *uri;               /* where they came from in the end, without a key */
  char      *etag;
  char      *last_modified;
  char      *parameter;         /* the query parameter that told the key, or NULL */
} NidaFetched;

void     nida_fetched_clear (NidaFetched *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaFetched, nida_fetched_clear)

/* Waits. FALSE with @error (%NIDA_READ_ERROR or %G_IO_ERROR_CANCELLED). */
gboolean nida_fetch         (NidaWire *wire, const NidaFetchRequest *request, NidaFetched *fetched, GError **error);

G_END_DECLS
