/* What the loader asks in its threads is a table of the sources, made on the main thread; what it read well comes back to the
 * main thread as facts, which go into the items without a step of undo. */
#include "config.h"

#include "carried-private.h"

#include "document-sources.h"
#include "layout-items.h"
#include "source.h"
#include "translate.h"

enum { FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaCarried, nida_carried, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_COPIES, nida_carried_copies_init))

static void
entry_free (gpointer data)
{
  NidaCarriedEntry *entry = data;

  g_free (entry->id);
  nida_held_source_free (entry->source);
  g_clear_pointer (&entry->version, nida_version_unref);
  g_free (entry);
}

static void
fact_free (gpointer data)
{
  NidaCarriedFact *fact = data;

  g_free (fact->id);
  g_free (fact->uri);
  nida_version_unref (fact->version);
  g_free (fact->snapshot);
  g_free (fact->snapshot_key);
  g_free (fact);
}

/* --- the table --- */

/* @version as of @uri: a file may be in another place than it was. */
static NidaVersion *
move_version (NidaVersion *version,
              const char  *uri,
              gboolean     carried)
{
  NidaVersion *moved = nida_version_new (uri, version->name);

  moved->final_uri = g_strdup (version->final_uri);
  moved->fetched_at = version->fetched_at;
  moved->checked_at = version->checked_at;
  moved->size = version->size;
  moved->checksum = g_strdup (version->checksum);
  moved->in_document = carried;
  for (guint i = 0; i < version->pages->len; i++)
    {
      const NidaPage *page = version->pages->pdata[i];

      nida_version_add_page (moved, g_str_equal (page->uri, version->uri) ? uri : page->uri, page->etag, page->last_modified,
                             page->offset, page->length);
    }
  return moved;
}

static void
add_entry (GHashTable     *entries,
           const NidaItem *item,
           const char     *folder)
{
  g_autoptr (NidaHeldSource) held = nida_held_source_from_text (item->text, NULL);
  g_autofree char *input = held != NULL ? nida_held_source_dup_input (held, folder) : NULL;
  g_autoptr (NidaSource) source = input != NULL ? nida_source_new (input, TRUE, NULL) : NULL;
  NidaCarriedEntry *entry;

  if (source == NULL)
    return;
  entry = g_new0 (NidaCarriedEntry, 1);
  entry->id = g_strdup (item->id);
  if (held->version != NULL)
    entry->version = move_version (held->version, source->uri, held->carried);
  entry->source = g_steal_pointer (&held);
  g_hash_table_replace (entries, g_strdup (source->uri), entry);
}

static GHashTable *
make_entries (NidaItems  *items,
              const char *folder)
{
  GHashTable *entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SOURCE); i++)
    add_entry (entries, nida_items_get (items, NIDA_ITEM_SOURCE, i), folder);
  return entries;
}

void
nida_carried_update (NidaCarried *self)
{
  g_autofree char *folder = NULL;
  NidaDocumentFile *file;
  g_autoptr (GHashTable) entries = NULL;
  g_autoptr (NidaLayouts) layouts = NULL;

  if (self->document == NULL)
    return;
  nida_carried_settle (self);
  folder = nida_document_dup_folder (self->document);
  if (g_strcmp0 (folder, self->folder) != 0)
    nida_document_move_sources (self->document, self->folder, folder);
  g_free (self->folder);
  self->folder = g_steal_pointer (&folder);
  entries = make_entries (nida_document_get_items (self->document), self->folder);
  layouts = nida_layouts_new (NULL);
  nida_layout_items_apply (nida_document_get_items (self->document), layouts);
  file = nida_document_get_file (self->document);
  g_mutex_lock (&self->lock);
  g_set_object (&self->file, file);
  g_free (self->file_path);
  self->file_path = file != NULL ? g_strdup (nida_document_file_get_path (file)) : NULL;
  g_clear_pointer (&self->layouts, nida_layouts_unref);
  self->layouts = g_steal_pointer (&layouts);
  self->is_read_only = nida_document_is_read_only (self->document);
  g_hash_table_unref (self->entries);
  self->entries = g_steal_pointer (&entries);
  g_mutex_unlock (&self->lock);
}

NidaHeldSource *
nida_carried_find_source (NidaCarried  *self,
             const char   *uri,
             char        **id,
             NidaVersion **version)
{
  NidaHeldSource *source = NULL;
  NidaCarriedEntry *entry;

  g_mutex_lock (&self->lock);
  entry = g_hash_table_lookup (self->entries, uri);
  if (entry != NULL)
    {
      source = nida_held_source_copy (entry->source);
      if (id != NULL)
        *id = g_strdup (entry->id);
      if (version != NULL && entry->version != NULL)
        *version = nida_version_ref (entry->version);
    }
  g_mutex_unlock (&self->lock);
  return source;
}

NidaDocumentFile *
nida_carried_ref_file (NidaCarried *self)
{
  NidaDocumentFile *file;

  g_mutex_lock (&self->lock);
  file = self->file != NULL ? g_object_ref (self->file) : NULL;
  g_mutex_unlock (&self->lock);
  return file;
}

/* --- facts --- */

/* What the bytes were read as is theirs alone. */
static void
apply_bytes (NidaCarried           *self,
             NidaHeldSource        *source,
             const NidaCarriedFact *fact)
{
  gboolean same = source->version != NULL && g_strcmp0 (source->version->checksum, fact->version->checksum) == 0;

  if (nida_held_source_is_file (source))
    {
      g_free (source->uri);
      source->uri = g_strdup (fact->uri);
      nida_held_source_set_folder (source, self->folder);
    }
  if (!same || !fact->carried)
    nida_held_source_set_snapshot (source, NULL, NULL);
  g_clear_pointer (&source->version, nida_version_unref);
  source->version = nida_version_ref (fact->version);
  source->modified_at = fact->modified_at;
  source->carried = fact->carried;
}

static void
apply_snapshot (NidaHeldSource        *source,
                const NidaCarriedFact *fact)
{
  if (source->carried && g_strcmp0 (source->version->checksum, fact->version->checksum) == 0)
    nida_held_source_set_snapshot (source, fact->snapshot, fact->snapshot_key);
}

static void
apply (NidaCarried *self,
       const NidaCarriedFact  *fact)
{
  const char *text = nida_document_get (self->document, NIDA_ITEM_SOURCE, fact->id);
  g_autoptr (NidaHeldSource) source = text != NULL ? nida_held_source_from_text (text, NULL) : NULL;
  g_autofree char *after = NULL;

  if (source == NULL)
    return;     /* it was removed meanwhile */
  if (fact->snapshot != NULL)
    apply_snapshot (source, fact);
  else
    apply_bytes (self, source, fact);
  after = nida_held_source_to_text (source);
  nida_document_set (self->document, NIDA_ITEM_SOURCE, fact->id, after);
}

void
nida_carried_settle (NidaCarried *self)
{
  g_autoptr (GPtrArray) facts = NULL;

  g_mutex_lock (&self->lock);
  facts = g_steal_pointer (&self->facts);
  self->facts = g_ptr_array_new_with_free_func (fact_free);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_mutex_unlock (&self->lock);
  if (facts->len == 0 || self->document == NULL)
    return;
  nida_document_begin_quietly (self->document, NC_("undo", "Read Sources"));
  for (guint i = 0; i < facts->len; i++)
    apply (self, facts->pdata[i]);
  nida_document_end (self->document);
}

static gboolean
settle_cb (gpointer data)
{
  NidaCarried *self = data;

  g_mutex_lock (&self->lock);
  self->settle_id = 0;
  g_mutex_unlock (&self->lock);
  nida_carried_settle (self);
  return G_SOURCE_REMOVE;
}

void
nida_carried_add_fact (NidaCarried *self,
          NidaCarriedFact        *fact)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->facts, fact);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_LOW, settle_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}

/* --- what could not be put into the file --- */

static gboolean
failed_cb (gpointer data)
{
  NidaCarried *self = data;
  g_autoptr (GError) failure = NULL;

  g_mutex_lock (&self->lock);
  self->failed_id = 0;
  failure = self->failure != NULL ? g_error_copy (self->failure) : NULL;
  g_mutex_unlock (&self->lock);
  if (failure != NULL)
    g_signal_emit (self, signals[FAILED], 0, failure);
  return G_SOURCE_REMOVE;
}

void
nida_carried_note (NidaCarried  *self,
                   const GError *failure)
{
  gboolean is_told;

  if (failure != NULL && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_mutex_lock (&self->lock);
  is_told = failure == NULL || (self->failure != NULL && g_str_equal (self->failure->message, failure->message));
  g_clear_error (&self->failure);
  self->failure = failure != NULL ? g_error_copy (failure) : NULL;
  if (!is_told && self->failed_id == 0)
    self->failed_id = g_idle_add_full (G_PRIORITY_DEFAULT, failed_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}

gboolean
nida_carried_has_failed (NidaCarried *self)
{
  gboolean failed;

  g_mutex_lock (&self->lock);
  failed = self->failure != NULL;
  g_mutex_unlock (&self->lock);
  return failed;
}

/* --- object --- */

static void
nida_carried_finalize (GObject *object)
{
  NidaCarried *self = NIDA_CARRIED (object);

  g_clear_object (&self->next);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->facts);
  g_clear_pointer (&self->layouts, nida_layouts_unref);
  g_free (self->folder);
  g_free (self->file_path);
  g_free (self->path);
  g_clear_error (&self->failure);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (nida_carried_parent_class)->finalize (object);
}

static void
nida_carried_class_init (NidaCarriedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_carried_finalize;
  signals[FAILED] = g_signal_new ("failed", NIDA_TYPE_CARRIED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
nida_carried_init (NidaCarried *self)
{
  g_mutex_init (&self->lock);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->facts = g_ptr_array_new_with_free_func (fact_free);
}

NidaCarried *
nida_carried_new (NidaDocument *document,
                  NidaCopies   *next)
{
  NidaCarried *self = g_object_new (NIDA_TYPE_CARRIED, NULL);

  self->document = g_object_ref (document);
  self->next = next != NULL ? g_object_ref (next) : NULL;
  self->folder = nida_document_dup_folder (document);
  nida_document_move_sources (document, self->folder, self->folder);
  nida_carried_update (self);
  return self;
}

NidaCarried *
nida_carried_new_items (NidaItems  *items,
                        const char *path,
                        NidaCopies *next)
{
  NidaCarried *self = g_object_new (NIDA_TYPE_CARRIED, NULL);

  self->next = next != NULL ? g_object_ref (next) : NULL;
  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  g_hash_table_unref (self->entries);
  self->entries = make_entries (items, self->folder);
  return self;
}
