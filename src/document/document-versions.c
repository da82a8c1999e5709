/* Earlier states of a document, from its history. */
#include "config.h"

#include "document-file-private.h"

#include "translate.h"

GPtrArray *
nida_document_file_list_versions (NidaDocumentFile  *self,
                                  GError           **error)
{
  g_autoptr (NidaStore) store = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  GPtrArray *newest_first;

  nida_document_file_flush (self, NULL);
  store = nida_document_file_open_store (self, NIDA_STORE_READ, error);
  revisions = store != NULL ? nida_store_list_revisions (store, 0, error) : NULL;
  if (revisions == NULL)
    return NULL;
  newest_first = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  for (guint i = revisions->len; i > 0; i--)
    g_ptr_array_add (newest_first, nida_revision_ref (revisions->pdata[i - 1]));
  return newest_first;
}

NidaItems *
nida_document_file_dup_items_at (NidaDocumentFile  *self,
                                 guint64            serial,
                                 GError           **error)
{
  g_autoptr (NidaStore) store = NULL;
  g_autoptr (NidaItems) items = NULL;
  g_autoptr (GPtrArray) since = NULL;

  nida_document_file_flush (self, NULL);
  store = nida_document_file_open_store (self, NIDA_STORE_READ, error);
  items = store != NULL ? nida_store_read_items (store, error) : NULL;
  since = items != NULL ? nida_store_list_revisions (store, serial, error) : NULL;
  if (since == NULL)
    return NULL;
  for (guint i = since->len; i > 0; i--)
    {
      g_autoptr (NidaRevision) inverse = nida_revision_invert (since->pdata[i - 1]);

      nida_items_apply (items, inverse);
    }
  return g_steal_pointer (&items);
}

static void
remove_others (NidaDocument *document,
               NidaItemKind  kind,
               NidaItems    *then)
{
  g_autoptr (NidaItems) now = nida_items_copy (nida_document_get_items (document));

  for (guint i = 0; i < nida_items_get_n (now, kind); i++)
    {
      const NidaItem *item = nida_items_get (now, kind, i);

      if (nida_items_find (then, kind, item->id) == NULL)
        nida_document_remove (document, kind, item->id);
    }
}

/* With its time, as nida_undo_words_step() reads it. */
static char *
name_step (NidaDocumentFile *self,
           guint64           serial)
{
  const char *name = NC_ ("undo", "Go Back to Earlier Version");
  g_autoptr (NidaStore) store = nida_document_file_open_store (self, NIDA_STORE_READ, NULL);
  g_autoptr (GPtrArray) list = store != NULL && serial > 0 ? nida_store_list_revisions (store, serial - 1, NULL) : NULL;
  const NidaRevision *version = list != NULL && list->len > 0 ? list->pdata[0] : NULL;

  return version != NULL && version->serial == serial ? g_strdup_printf ("%s\n%" G_GINT64_FORMAT, name, version->at) : g_strdup (name);
}

gboolean
nida_document_file_go_back (NidaDocumentFile  *self,
                            guint64            serial,
                            GError           **error)
{
  g_autoptr (NidaItems) then = nida_document_file_dup_items_at (self, serial, error);
  g_autofree char *name = NULL;

  if (then == NULL)
    return FALSE;
  name = name_step (self, serial);
  nida_document_begin (self->document, name, NULL);
  for (guint kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    {
      remove_others (self->document, kind, then);
      for (guint i = 0; i < nida_items_get_n (then, kind); i++)
        {
          const NidaItem *item = nida_items_get (then, kind, i);

          nida_document_put (self->document, kind, item->id, item->place, item->text);
        }
    }
  nida_document_end (self->document);
  return TRUE;
}
