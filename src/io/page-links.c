/* The envelope of the FTS API: data.flows[], meta.count, meta.nextLink. The records themselves are for the format to read. */
#include "config.h"

#include "page-links.h"

#include "json-outline.h"
#include "json-stream.h"
#include "loader.h"

#define HEAD (64u << 10)

static gboolean
is_page (NidaBytes  *bytes,
         gboolean   *answer,
         GError    **error)
{
  g_autofree char *head = g_malloc (HEAD);
  gssize n = nida_bytes_read (bytes, 0, head, HEAD, error);

  *answer = n > 0 && nida_json_looks_like (head, (gsize) n)
            && nida_json_outline_has_array (head, (gsize) n, "data.flows");
  return n >= 0;
}

static void
read_meta (json_object   *envelope,
           NidaPageLinks *links)
{
  json_object *meta, *value;

  if (!json_object_object_get_ex (envelope, "meta", &meta) || !json_object_is_type (meta, json_type_object))
    return;
  if (json_object_object_get_ex (meta, "count", &value) && json_object_is_type (value, json_type_int))
    links->stated = (guint64) MAX (json_object_get_int64 (value), 0);
  if (json_object_object_get_ex (meta, "nextLink", &value) && json_object_is_type (value, json_type_string)
      && json_object_get_string_len (value) > 0)
    links->next = g_strdup (json_object_get_string (value));
}

gboolean
nida_page_links_read (NidaBytes      *bytes,
                      NidaPageLinks  *links,
                      GCancellable   *cancellable,
                      GError        **error)
{
  static const char * const paths[] = { "data.flows", NULL };
  NidaProgress progress = { 0 };
  g_autoptr (NidaJsonStream) stream = NULL;
  g_autoptr (GError) failure = NULL;
  NidaJsonElement element;

  *links = (NidaPageLinks) { 0 };
  if (!is_page (bytes, &links->is_page, error))
    return FALSE;
  if (!links->is_page)
    return TRUE;
  stream = nida_json_stream_new (bytes, 0, paths, &progress, cancellable);
  while (nida_json_stream_next (stream, &element, &failure))
    links->held++;
  if (failure == NULL)
    {
      read_meta (nida_json_stream_get_envelope (stream), links);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
nida_page_links_clear (NidaPageLinks *self)
{
  g_clear_pointer (&self->next, g_free);
}
