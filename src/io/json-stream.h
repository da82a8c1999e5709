/* A JSON document taken apart while it is read: the elements of its large arrays one by one, and what stands around them
 * as one object. A file of any size needs the memory of its largest record. Knows nothing of what the elements mean. */
#pragma once

#include "bytes.h"
#include "progress.h"

#include <json-c/json.h>

G_BEGIN_DECLS

#define NIDA_JSON_MAX_DEPTH  64
#define NIDA_JSON_MAX_FIELD  (1u << 20)
#define NIDA_JSON_MAX_RECORD (16u << 20)

typedef struct {
  json_object *object;        /* of any type; NULL is null; lives until the next element is asked for */
  const char  *path;          /* of its array: "data.flows"; "" for the root */
  guint64      offset;        /* of its first byte */
  guint32      length;
  guint        number;        /* in its array; 1 is the first */
} NidaJsonElement;

typedef struct _NidaJsonStream NidaJsonStream;

/* @paths: the arrays to take apart, keys joined by dots and "" for the root; NULL for every array whose first element is an
 * object. @start: where the text begins. */
NidaJsonStream *nida_json_stream_new          (NidaBytes *bytes, guint64 start, const char * const *paths,
                                               NidaProgress *progress, GCancellable *cancellable);
void            nida_json_stream_free         (NidaJsonStream *self);
/* FALSE at the end of the document, or with @error set. */
gboolean        nida_json_stream_next         (NidaJsonStream *self, NidaJsonElement *element, GError **error);
/* After the end of a document: does another one follow, as the pages of an address do? Then go on with it; numbers go on too.
 * What follows is an error when this is not asked. */
void            nida_json_stream_set_several  (NidaJsonStream *self);
gboolean        nida_json_stream_next_document (NidaJsonStream *self);
/* Once the end was met: the document without the elements. */
json_object    *nida_json_stream_get_envelope (NidaJsonStream *self);

/* Does a text that begins so look like JSON, and not like a table? */
gboolean        nida_json_looks_like          (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaJsonStream, nida_json_stream_free)

G_END_DECLS
