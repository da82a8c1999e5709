/* Reading what should be in the document's file and is not. */
#include "config.h"

#include "carried-private.h"

#include "snapshot.h"
#include "source.h"

/* Of what was not read yet nobody knows how large it is, or what it was. */
static gboolean
lacks_bytes (const NidaCarriedEntry *entry)
{
  return !entry->source->carried && (entry->version == NULL || nida_carried_should_carry (entry->source, entry->version->size));
}

/* Addresses of the sources whose bytes should be in the file and are not. */
static GPtrArray *
list_lacking (NidaCarried *self)
{
  GPtrArray *uris = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer uri, entry;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->entries);
  while (self->file != NULL && g_hash_table_iter_next (&iter, &uri, &entry))
    if (lacks_bytes (entry))
      g_ptr_array_add (uris, g_strdup (uri));
  g_mutex_unlock (&self->lock);
  return uris;
}

/* A file from its place. NULL with @error, or for an address without. */
static NidaBytes *
open_place (const NidaSource  *source,
            NidaVersion      **draft,
            GCancellable      *cancellable,
            GError           **error)
{
  NidaBytes *bytes = source->path != NULL ? nida_bytes_open (source->path, source->name, cancellable, error) : NULL;
  g_autofree char *tag = bytes != NULL ? nida_bytes_dup_tag (bytes) : NULL;

  if (bytes == NULL)
    return NULL;
  *draft = nida_version_new (source->uri, source->name);
  nida_version_add_page (*draft, source->uri, tag, NULL, 0, nida_bytes_get_size (bytes));
  return bytes;
}

/* What the document itself says of tables is what another desk reads it by. */
static gboolean
fill_snapshot (NidaCarried       *self,
               const NidaSource  *source,
               NidaVersion       *version,
               NidaBytes         *bytes,
               GCancellable      *cancellable,
               GError           **error)
{
  g_autoptr (NidaLayouts) layouts = NULL;

  g_mutex_lock (&self->lock);
  layouts = nida_layouts_ref (self->layouts);
  g_mutex_unlock (&self->lock);
  return nida_snapshot_keep (NIDA_COPIES (self), version, bytes, source->name, layouts, cancellable, error);
}

/* From the copies behind, of the time that they have. */
static gboolean
fill_from_copy (NidaCarried       *self,
                const NidaSource  *source,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autoptr (NidaDocumentFile) file = nida_carried_ref_file (self);
  g_autoptr (NidaVersion) version = nida_copies_find (NIDA_COPIES (self), source->uri, source->name, 0, error);
  g_autoptr (NidaBytes) bytes = version != NULL ? nida_copies_open (NIDA_COPIES (self), version, cancellable, error) : NULL;
  g_autofree char *id = NULL;
  g_autoptr (NidaHeldSource) held = nida_carried_find_source (self, source->uri, &id, NULL);
  NidaCarriedFact *fact;

  if (bytes == NULL || held == NULL || !nida_carried_carry (file, bytes, version->checksum, cancellable, error))
    return FALSE;
  fact = g_new0 (NidaCarriedFact, 1);
  *fact = (NidaCarriedFact) { g_steal_pointer (&id), g_strdup (source->uri), nida_version_ref (version), 0, TRUE, NULL, NULL };
  nida_carried_add_fact (self, fact);
  return fill_snapshot (self, source, version, bytes, cancellable, error);
}

static gboolean
fill_from_place (NidaCarried       *self,
                 const NidaSource  *source,
                 NidaVersion       *draft,
                 NidaBytes         *bytes,
                 GCancellable      *cancellable,
                 GError           **error)
{
  return nida_bytes_check (bytes, error) && nida_copies_store (NIDA_COPIES (self), draft, bytes, cancellable, error)
         && fill_snapshot (self, source, draft, bytes, cancellable, error);
}

static gboolean
fill_one (NidaCarried   *self,
          const char    *uri,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (NidaSource) source = nida_source_new (uri, TRUE, error);
  g_autoptr (NidaVersion) draft = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (NidaBytes) bytes = source != NULL ? open_place (source, &draft, cancellable, &failure) : NULL;

  if (bytes != NULL)
    return fill_from_place (self, source, draft, bytes, cancellable, error);
  if (source == NULL || fill_from_copy (self, source, cancellable, failure == NULL ? error : NULL))
    return source != NULL;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
nida_carried_fill (NidaCarried   *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) uris = list_lacking (self);
  gboolean ok = TRUE;

  for (guint i = 0; i < uris->len && !g_cancellable_is_cancelled (cancellable); i++)
    ok &= fill_one (self, uris->pdata[i], cancellable, ok ? error : NULL);
  return ok && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
nida_carried_is_full (NidaCarried *self)
{
  g_autoptr (GPtrArray) uris = list_lacking (self);

  return uris->len == 0;
}
