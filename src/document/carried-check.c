/* What a document says was read of its bytes, held against them: as long a work as reading them, so nobody who opens it waits. */
#include "config.h"

#include "carried-private.h"

#include "snapshot.h"
#include "source.h"

/* Addresses of the sources of which it says so. */
static GPtrArray *
list_read (NidaCarried *self)
{
  GPtrArray *uris = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer uri, entry;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &uri, &entry))
    if (((NidaCarriedEntry *) entry)->source->snapshot != NULL && ((NidaCarriedEntry *) entry)->version != NULL)
      g_ptr_array_add (uris, g_strdup (uri));
  g_mutex_unlock (&self->lock);
  return uris;
}

/* What is damaged is told where it is read. */
static gboolean
is_true (NidaCarried  *self,
         const char   *uri,
         GCancellable *cancellable)
{
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (NidaHeldSource) held = nida_carried_find_source (self, uri, NULL, &version);
  g_autoptr (NidaSource) source = nida_source_new (uri, TRUE, NULL);
  g_autoptr (GBytes) snapshot = held != NULL && version != NULL
                                ? nida_copies_open_snapshot (NIDA_COPIES (self), version, held->snapshot_key) : NULL;
  g_autoptr (NidaBytes) bytes = snapshot != NULL ? nida_copies_open (NIDA_COPIES (self), version, cancellable, NULL) : NULL;

  return bytes == NULL || source == NULL || g_cancellable_is_cancelled (cancellable)
         || nida_snapshot_is_true (snapshot, held->snapshot_key, bytes, source->name, NULL, cancellable)
         || g_cancellable_is_cancelled (cancellable);
}

gboolean
nida_carried_is_read (NidaCarried *self)
{
  g_autoptr (GPtrArray) uris = list_read (self);

  return uris->len > 0;
}

char *
nida_carried_find_false (NidaCarried  *self,
                         GCancellable *cancellable)
{
  g_autoptr (GPtrArray) uris = list_read (self);

  for (guint i = 0; i < uris->len; i++)
    if (!is_true (self, uris->pdata[i], cancellable))
      return g_strdup (uris->pdata[i]);
  return NULL;
}
