/* What a document carries of its sources, as copies for the loader. */
#include "config.h"

#include "carried-private.h"

#include "carried-ahead.h"
#include "document-sources.h"
#include "loader.h"
#include "snapshot.h"
#include "store-bytes.h"
#include "translate.h"

#include <string.h>

#define SAME_FOR G_TIME_SPAN_HOUR   /* that a source was met again unchanged is written down no more often */

static NidaVersion *
find_copy (NidaCopies  *copies,
           const char  *uri,
           const char  *name,
           gint64       as_of,
           GError     **error)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, uri, NULL, &version);
  g_autoptr (GError) failure = NULL;
  NidaVersion *other;

  if (as_of == 0 && version != NULL && version->in_document)
    return g_steal_pointer (&version);
  other = self->next != NULL ? nida_copies_find (self->next, uri, name, as_of, &failure) : NULL;
  if (other == NULL && version != NULL && version->in_document && version->fetched_at <= as_of)
    return g_steal_pointer (&version);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (other == NULL)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD,
                 _("The document does not carry “%s”. Open it where the data is, and pack the data into it."), name);
  return other;
}

static GPtrArray *
list_copies (NidaCopies *copies,
             const char *uri)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  GPtrArray *list = self->next != NULL ? nida_copies_list (self->next, uri)
                                       : g_ptr_array_new_with_free_func ((GDestroyNotify) nida_version_unref);
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, uri, NULL, &version);

  if (version == NULL || !version->in_document)
    return list;
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((NidaVersion *) list->pdata[i])->checksum, version->checksum) == 0)
      return list;
  g_ptr_array_add (list, g_steal_pointer (&version));
  g_ptr_array_sort (list, nida_version_compare_times);
  return list;
}

static NidaBytes *
open_carried (NidaCarried   *self,
              NidaVersion   *version,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (NidaDocumentFile) file = nida_carried_ref_file (self);
  g_autoptr (NidaStore) store = self->path != NULL ? nida_store_open (self->path, NIDA_STORE_READ, error) : NULL;

  if (file != NULL)
    return nida_document_file_open_bytes (file, version->checksum, version->name, cancellable, error);
  return store != NULL ? nida_store_open_bytes (store, version->checksum, version->name, cancellable, error) : NULL;
}

static NidaBytes *
open_copy (NidaCopies    *copies,
           NidaVersion   *version,
           GCancellable  *cancellable,
           GError       **error)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autoptr (NidaVersion) own = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, version->uri, NULL, &own);
  NidaBytes *bytes;

  /* the copies behind may be another document */
  if (self->next != NULL && (own == NULL || !own->in_document || g_strcmp0 (own->checksum, version->checksum) != 0))
    return nida_copies_open (self->next, version, cancellable, error);
  bytes = open_carried (self, version, cancellable, NULL);
  if (bytes == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD,
                 _("The copy of “%s” in the document is damaged. Open the source itself again."), version->name);
  return bytes;
}

/* Also of those that are too large: what they are is kept in mind, that a change can be told. */
static gboolean
wants_copy (NidaCopies *copies,
            const char *uri,
            guint64     size)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, uri, NULL, NULL);

  return source != NULL || (self->next != NULL && nida_copies_wants (self->next, uri, size));
}

gboolean
nida_carried_should_carry (const NidaHeldSource *source,
              guint64               size)
{
  return source->pack || size <= NIDA_SOURCE_SMALL || !nida_held_source_is_file (source);
}

/* What could not be put into the file before is tried again with each reading. */
static gboolean
lacks_copy (NidaCopies *copies,
            const char *uri,
            guint64     size)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, uri, NULL, NULL);
  g_autoptr (NidaDocumentFile) file = nida_carried_ref_file (self);

  return self->document != NULL && file != NULL && source != NULL && !source->carried && nida_carried_should_carry (source, size);
}

/* Is @draft what is known already? */
static gboolean
is_known (const NidaHeldSource *source,
          NidaVersion          *known,
          NidaVersion          *draft,
          gboolean              carry)
{
  gboolean same = known != NULL && g_strcmp0 (known->checksum, draft->checksum) == 0 && (source->carried || !carry);

  return same && draft->checked_at - known->checked_at < SAME_FOR;
}

gboolean
nida_carried_carry (NidaDocumentFile  *file,
                    NidaBytes         *bytes,
                    const char        *checksum,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autofree char *kept = nida_document_file_keep_bytes (file, bytes, cancellable, error);

  if (kept == NULL || g_strcmp0 (kept, checksum) == 0)
    return kept != NULL;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED,
               _("“%s” changed while it was read. Open it again once the other program has finished writing it."),
               nida_bytes_get_name (bytes));
  return FALSE;
}

/* What the folder of copies fills in where there is none. */
static gboolean
date_draft (NidaVersion   *draft,
            NidaVersion   *known,
            NidaBytes     *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *checksum = nida_bytes_dup_checksum (bytes, cancellable, error);
  gboolean same = known != NULL && g_strcmp0 (known->checksum, checksum) == 0;

  if (checksum == NULL || !nida_bytes_check (bytes, error))
    return FALSE;
  g_free (draft->checksum);
  draft->checksum = g_steal_pointer (&checksum);
  draft->size = nida_bytes_get_size (bytes);
  draft->checked_at = g_get_real_time ();
  draft->fetched_at = same ? known->fetched_at : draft->checked_at;
  return TRUE;
}

static gboolean
store_next (NidaCarried   *self,
            NidaVersion   *draft,
            NidaBytes     *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  gboolean is_file = g_str_has_prefix (draft->uri, "file:");

  if (self->next == NULL || (is_file && !nida_copies_wants (self->next, draft->uri, nida_bytes_get_size (bytes))))
    return TRUE;
  return nida_copies_store (self->next, draft, bytes, cancellable, error);
}

static gboolean
store_copy (NidaCopies    *copies,
            NidaVersion   *draft,
            NidaBytes     *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autofree char *id = NULL;
  g_autoptr (NidaVersion) known = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, draft->uri, &id, &known);
  g_autoptr (NidaDocumentFile) file = nida_carried_ref_file (self);
  gboolean wanted = source != NULL && file != NULL && nida_carried_should_carry (source, nida_bytes_get_size (bytes));
  gboolean ok = store_next (self, draft, bytes, cancellable, error);
  g_autoptr (GError) failure = NULL;
  gboolean carried;
  NidaCarriedFact *fact;

  if (source == NULL || self->document == NULL)
    return ok;
  if (!date_draft (draft, known, bytes, cancellable, ok ? error : NULL))
    return FALSE;
  if (is_known (source, known, draft, wanted))
    return ok;
  carried = wanted && nida_carried_carry (file, bytes, draft->checksum, cancellable, &failure);
  if (wanted)
    nida_carried_note (self, failure);
  /* what is carried already stays until there is something in its place */
  if (wanted && !carried)
    {
      g_propagate_error (ok ? error : NULL, g_steal_pointer (&failure));
      return FALSE;
    }
  fact = g_new0 (NidaCarriedFact, 1);
  *fact = (NidaCarriedFact) { g_steal_pointer (&id), g_strdup (draft->uri), nida_version_ref (draft),
                   nida_bytes_get_modified (bytes), carried, NULL, NULL };
  nida_carried_add_fact (self, fact);
  return ok;
}

/* Size and time say it mostly; only a file that was written anew in the same length has to be read. */
static gboolean
differs_from_copy (NidaCopies *copies,
                   const char *uri,
                   NidaBytes  *bytes,
                   gint64     *since)
{
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (NIDA_CARRIED (copies), uri, NULL, &version);
  g_autofree char *checksum = NULL;

  if (version == NULL)
    return FALSE;
  *since = version->checked_at;
  if (nida_bytes_get_size (bytes) != version->size)
    return TRUE;
  if (source->modified_at != 0 && nida_bytes_get_modified (bytes) == source->modified_at)
    return FALSE;
  checksum = nida_bytes_dup_checksum (bytes, NULL, NULL);
  return checksum != NULL && g_strcmp0 (checksum, version->checksum) != 0;
}

/* --- what they were read as --- */

/* Is it of the bytes that the document carries of @source? */
static gboolean
is_own (const NidaHeldSource *source,
        NidaVersion          *own,
        const NidaVersion    *version)
{
  return source != NULL && source->carried && own != NULL && g_strcmp0 (own->checksum, version->checksum) == 0;
}

/* It may have been taken out of the file while the toolkit started. */
static GBytes *
load_held (NidaCarried      *self,
           NidaDocumentFile *file,
           const char       *snapshot,
           const char       *key)
{
  g_autofree char *path = NULL;
  GBytes *ahead;

  g_mutex_lock (&self->lock);
  path = g_strdup (self->file_path);
  g_mutex_unlock (&self->lock);
  ahead = path != NULL ? nida_carried_take_ahead (path, key) : NULL;
  return ahead != NULL ? ahead : nida_document_file_load_bytes (file, snapshot);
}

static GBytes *
open_snapshot (NidaCopies  *copies,
               NidaVersion *version,
               const char  *key)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autoptr (NidaVersion) own = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, version->uri, NULL, &own);
  g_autoptr (NidaDocumentFile) file = nida_carried_ref_file (self);
  g_autoptr (NidaStore) store = NULL;

  if (!is_own (source, own, version))
    return self->next != NULL ? nida_copies_open_snapshot (self->next, version, key) : NULL;
  if (source->snapshot == NULL || g_strcmp0 (source->snapshot_key, key) != 0)
    return NULL;
  if (file != NULL)
    return load_held (self, file, source->snapshot, key);
  store = self->path != NULL ? nida_store_open (self->path, NIDA_STORE_READ, NULL) : NULL;
  return store != NULL ? nida_store_load_bytes (store, source->snapshot) : NULL;
}

/* Once the bytes are there, whose truth it is. */
static gboolean
wants_snapshot (NidaCopies  *copies,
                NidaVersion *version,
                const char  *key)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autoptr (NidaVersion) own = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, version->uri, NULL, &own);
  g_autoptr (NidaDocumentFile) file = nida_carried_ref_file (self);

  if (source == NULL || file == NULL || self->is_read_only || version->size < nida_snapshot_get_min ()
      || !nida_carried_should_carry (source, version->size))
    return FALSE;
  if (is_own (source, own, version) && g_strcmp0 (source->snapshot_key, key) == 0
      && nida_document_file_holds_bytes (file, source->snapshot))
    return FALSE;
  return nida_document_file_holds_bytes (file, version->checksum);
}

static gssize
read_snapshot (gpointer   data,
               guint64    offset,
               void      *buffer,
               gsize      length,
               GError   **error)
{
  memcpy (buffer, (const char *) g_bytes_get_data (data, NULL) + offset, length);
  return (gssize) length;
}

static gboolean
store_snapshot (NidaCopies    *copies,
                NidaVersion   *version,
                const char    *key,
                GBytes        *snapshot,
                GCancellable  *cancellable,
                GError       **error)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autofree char *id = NULL;
  g_autoptr (NidaHeldSource) source = nida_carried_find_source (self, version->uri, &id, NULL);
  g_autoptr (NidaDocumentFile) file = nida_carried_ref_file (self);
  g_autoptr (NidaBytes) bytes = nida_bytes_new_reader (version->name, g_bytes_get_size (snapshot), read_snapshot,
                                                       g_bytes_ref (snapshot), (GDestroyNotify) g_bytes_unref);
  g_autofree char *checksum = source != NULL && file != NULL ? nida_document_file_keep_bytes (file, bytes, cancellable, error) : NULL;
  NidaCarriedFact *fact;

  if (checksum == NULL)
    return source == NULL || file == NULL;
  fact = g_new0 (NidaCarriedFact, 1);
  *fact = (NidaCarriedFact) { g_steal_pointer (&id), g_strdup (version->uri), nida_version_ref (version), 0, TRUE,
                              g_steal_pointer (&checksum), g_strdup (key) };
  nida_carried_add_fact (self, fact);
  return TRUE;
}

void
nida_carried_copies_init (NidaCopiesInterface *iface)
{
  iface->find = find_copy;
  iface->list = list_copies;
  iface->open = open_copy;
  iface->wants = wants_copy;
  iface->store = store_copy;
  iface->differs = differs_from_copy;
  iface->lacks = lacks_copy;
  iface->open_snapshot = open_snapshot;
  iface->wants_snapshot = wants_snapshot;
  iface->store_snapshot = store_snapshot;
}
