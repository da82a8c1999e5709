/* What the loader asks in its threads is a table of the sources, made on the main thread; what it read well comes back to the
 * main thread as facts, which go into the items without a step of undo. */
#include "config.h"

#include "carried.h"

#include "document-file.h"
#include "document-sources.h"
#include "loader.h"
#include "source.h"
#include "store-bytes.h"
#include "translate.h"


#define SAME_FOR G_TIME_SPAN_HOUR   /* that a source was met again unchanged is written down no more often */

/* A source as it stood when the table was made. */
typedef struct {
  char           *id;
  NidaHeldSource *source;
  NidaVersion    *version;      /* that of @source under the address that it has here, or NULL */
} Entry;

/* What was read well of a source. */
typedef struct {
  char        *id;
  char        *uri;
  NidaVersion *version;
  gint64       modified_at;
  gboolean     carried;
} Fact;

struct _NidaCarried
{
  GObject           parent_instance;

  NidaCopies       *next;       /* or NULL */
  NidaDocument     *document;   /* NULL: of items that nothing is written into */
  char             *folder;     /* of the document when the table was made, or NULL */
  GMutex            lock;       /* over what follows */
  GHashTable       *entries;    /* address → Entry */
  NidaDocumentFile *file;       /* or NULL */
  char             *path;       /* of the file that is only read, or NULL */
  GPtrArray        *facts;      /* Fact */
  guint             settle_id;
};

static void nida_carried_copies_init (NidaCopiesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaCarried, nida_carried, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_COPIES, nida_carried_copies_init))

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  nida_held_source_free (entry->source);
  g_clear_pointer (&entry->version, nida_version_unref);
  g_free (entry);
}

static void
fact_free (gpointer data)
{
  Fact *fact = data;

  g_free (fact->id);
  g_free (fact->uri);
  nida_version_unref (fact->version);
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
  Entry *entry;

  if (source == NULL)
    return;
  entry = g_new0 (Entry, 1);
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

  if (self->document == NULL)
    return;
  nida_carried_settle (self);
  folder = nida_document_dup_folder (self->document);
  if (g_strcmp0 (folder, self->folder) != 0)
    nida_document_move_sources (self->document, self->folder, folder);
  g_free (self->folder);
  self->folder = g_steal_pointer (&folder);
  entries = make_entries (nida_document_get_items (self->document), self->folder);
  file = nida_document_get_file (self->document);
  g_mutex_lock (&self->lock);
  g_set_object (&self->file, file);
  g_hash_table_unref (self->entries);
  self->entries = g_steal_pointer (&entries);
  g_mutex_unlock (&self->lock);
}

/* The source at @uri, as the table has it; the caller's. */
static NidaHeldSource *
find_source (NidaCarried  *self,
             const char   *uri,
             char        **id,
             NidaVersion **version)
{
  NidaHeldSource *source = NULL;
  Entry *entry;

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

static NidaDocumentFile *
ref_file (NidaCarried *self)
{
  NidaDocumentFile *file;

  g_mutex_lock (&self->lock);
  file = self->file != NULL ? g_object_ref (self->file) : NULL;
  g_mutex_unlock (&self->lock);
  return file;
}

/* --- facts --- */

static void
apply (NidaCarried *self,
       const Fact  *fact)
{
  const char *text = nida_document_get (self->document, NIDA_ITEM_SOURCE, fact->id);
  g_autoptr (NidaHeldSource) source = text != NULL ? nida_held_source_from_text (text, NULL) : NULL;
  g_autofree char *after = NULL;

  if (source == NULL)
    return;     /* it was removed meanwhile */
  if (nida_held_source_is_file (source))
    {
      g_free (source->uri);
      source->uri = g_strdup (fact->uri);
      nida_held_source_set_folder (source, self->folder);
    }
  g_clear_pointer (&source->version, nida_version_unref);
  source->version = nida_version_ref (fact->version);
  source->modified_at = fact->modified_at;
  source->carried = fact->carried;
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

/* Takes @fact. */
static void
add_fact (NidaCarried *self,
          Fact        *fact)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->facts, fact);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_LOW, settle_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}

/* --- as copies --- */

static NidaVersion *
find_copy (NidaCopies  *copies,
           const char  *uri,
           const char  *name,
           gint64       as_of,
           GError     **error)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (NidaHeldSource) source = find_source (self, uri, NULL, &version);
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

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const NidaVersion *one = *(NidaVersion * const *) a, *two = *(NidaVersion * const *) b;

  return (one->fetched_at < two->fetched_at) - (one->fetched_at > two->fetched_at);
}

static GPtrArray *
list_copies (NidaCopies *copies,
             const char *uri)
{
  NidaCarried *self = NIDA_CARRIED (copies);
  GPtrArray *list = self->next != NULL ? nida_copies_list (self->next, uri)
                                       : g_ptr_array_new_with_free_func ((GDestroyNotify) nida_version_unref);
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (NidaHeldSource) source = find_source (self, uri, NULL, &version);

  if (version == NULL || !version->in_document)
    return list;
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((NidaVersion *) list->pdata[i])->checksum, version->checksum) == 0)
      return list;
  g_ptr_array_add (list, g_steal_pointer (&version));
  g_ptr_array_sort (list, compare_times);
  return list;
}

static NidaBytes *
open_carried (NidaCarried   *self,
              NidaVersion   *version,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (NidaDocumentFile) file = ref_file (self);
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
  g_autoptr (NidaHeldSource) source = find_source (self, version->uri, NULL, &own);
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
  g_autoptr (NidaHeldSource) source = find_source (self, uri, NULL, NULL);

  return source != NULL || (self->next != NULL && nida_copies_wants (self->next, uri, size));
}

static gboolean
should_carry (const NidaHeldSource *source,
              guint64               size)
{
  return source->pack || size <= NIDA_SOURCE_SMALL || !nida_held_source_is_file (source);
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

static gboolean
carry (NidaDocumentFile  *file,
       NidaBytes         *bytes,
       GCancellable      *cancellable,
       GError           **error)
{
  g_autofree char *checksum = nida_document_file_keep_bytes (file, bytes, cancellable, error);

  return checksum != NULL;
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

  if (checksum == NULL)
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
  g_autoptr (NidaHeldSource) source = find_source (self, draft->uri, &id, &known);
  g_autoptr (NidaDocumentFile) file = ref_file (self);
  gboolean wanted = source != NULL && file != NULL && should_carry (source, nida_bytes_get_size (bytes));
  gboolean ok = store_next (self, draft, bytes, cancellable, error);
  gboolean carried;
  Fact *fact;

  if (source == NULL || self->document == NULL)
    return ok;
  if (!date_draft (draft, known, bytes, cancellable, ok ? error : NULL))
    return FALSE;
  if (is_known (source, known, draft, wanted))
    return ok;
  carried = wanted && carry (file, bytes, cancellable, ok ? error : NULL);
  fact = g_new0 (Fact, 1);
  *fact = (Fact) { g_steal_pointer (&id), g_strdup (draft->uri), nida_version_ref (draft),
                   nida_bytes_get_modified (bytes), carried };
  add_fact (self, fact);
  return ok && (carried || !wanted);
}

/* Size and time say it mostly; only a file that was written anew in the same length has to be read. */
static gboolean
differs_from_copy (NidaCopies *copies,
                   const char *uri,
                   NidaBytes  *bytes,
                   gint64     *since)
{
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (NidaHeldSource) source = find_source (NIDA_CARRIED (copies), uri, NULL, &version);
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

static void
nida_carried_copies_init (NidaCopiesInterface *iface)
{
  iface->find = find_copy;
  iface->list = list_copies;
  iface->open = open_copy;
  iface->wants = wants_copy;
  iface->store = store_copy;
  iface->differs = differs_from_copy;
}

/* --- filling --- */

/* Of what was not read yet nobody knows how large it is, or what it was. */
static gboolean
lacks_bytes (const Entry *entry)
{
  return !entry->source->carried && (entry->version == NULL || should_carry (entry->source, entry->version->size));
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

/* From the copies behind, of the time that they have. */
static gboolean
fill_from_copy (NidaCarried       *self,
                const NidaSource  *source,
                GCancellable      *cancellable,
                GError           **error)
{
  g_autoptr (NidaDocumentFile) file = ref_file (self);
  g_autoptr (NidaVersion) version = find_copy (NIDA_COPIES (self), source->uri, source->name, 0, error);
  g_autoptr (NidaBytes) bytes = version != NULL ? open_copy (NIDA_COPIES (self), version, cancellable, error) : NULL;
  g_autofree char *id = NULL;
  g_autoptr (NidaHeldSource) held = find_source (self, source->uri, &id, NULL);
  Fact *fact;

  if (bytes == NULL || held == NULL || !carry (file, bytes, cancellable, error))
    return FALSE;
  fact = g_new0 (Fact, 1);
  *fact = (Fact) { g_steal_pointer (&id), g_strdup (source->uri), g_steal_pointer (&version), 0, TRUE };
  add_fact (self, fact);
  return TRUE;
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
    return nida_bytes_check (bytes, error) && store_copy (NIDA_COPIES (self), draft, bytes, cancellable, error);
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
  g_free (self->folder);
  g_free (self->path);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (nida_carried_parent_class)->finalize (object);
}

static void
nida_carried_class_init (NidaCarriedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_carried_finalize;
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
