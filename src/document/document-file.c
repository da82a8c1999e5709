/* The file belongs to the document: it is the document's writer, and is closed when that is taken from it. On the main thread it
 * knows which revisions are not yet in the file, by which what others wrote is merged: whoever writes last stands. */
#include "config.h"

#include "document-file-private.h"

#include "store-bytes.h"
#include "store-rows.h"

#include <gio/gio.h>
#include <string.h>

#define RECENT (60 * G_TIME_SPAN_SECOND)

enum { PROP_0, PROP_PATH, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { PROBLEM_CHANGED, CONFLICT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaDocumentFile, nida_document_file, G_TYPE_OBJECT)

/* What was written here lately, and when. */
typedef struct {
  NidaRevision *revision;
  gint64        at;
} Recent;

static void
recent_free (gpointer data)
{
  Recent *recent = data;

  nida_revision_unref (recent->revision);
  g_free (recent);
}

/* --- the files that are open in this process: path → NidaDocumentFile, not owned --- */

static GHashTable *
get_open (void)
{
  static GHashTable *open;

  if (open == NULL)
    open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return open;
}

NidaDocumentFile *
nida_document_file_find_open (const char *path)
{
  return g_hash_table_lookup (get_open (), path);
}

/* --- problems --- */

/* Takes @problem. */
static void
set_problem (NidaDocumentFile *self,
             GError           *problem)
{
  gboolean same = self->problem == problem
                  || (self->problem != NULL && problem != NULL && self->problem->code == problem->code
                      && g_str_equal (self->problem->message, problem->message));

  g_clear_error (&self->problem);
  self->problem = problem;
  if (problem != NULL && g_error_matches (problem, NIDA_STORE_ERROR, NIDA_STORE_ERROR_DAMAGED))
    nida_document_set_read_only (self->document, TRUE);
  if (!same)
    g_signal_emit (self, signals[PROBLEM_CHANGED], 0);
}

/* --- what others wrote --- */

static gboolean
is_waiting (NidaDocumentFile *self,
            const NidaItem   *item)
{
  for (GList *l = self->waiting.head; l != NULL; l = l->next)
    if (nida_revision_touches (l->data, item->kind, item->id))
      return TRUE;
  return FALSE;
}

/* Was @item written here, unknown to who made a revision at @at? */
static gboolean
was_crossed (NidaDocumentFile *self,
             const NidaItem   *item,
             gint64            at)
{
  for (GList *l = self->recent.head; l != NULL; l = l->next)
    {
      const Recent *recent = l->data;

      if (recent->at > at && nida_revision_touches (recent->revision, item->kind, item->id))
        return TRUE;
    }
  return FALSE;
}

static void
tell_conflict (NidaDocumentFile *self,
               const NidaItem   *item,
               const char       *who)
{
  g_signal_emit (self, signals[CONFLICT], 0, (guint) item->kind, item->id, who);
}

/* What waits here comes after @foreign in the file, so that its items stay as they are. */
static void
take_foreign (NidaDocumentFile *self,
              NidaRevision     *foreign)
{
  g_autoptr (NidaRevision) taken = nida_revision_new (foreign->name);

  taken->serial = foreign->serial;
  taken->at = foreign->at;
  taken->undoes = foreign->undoes;
  g_free (taken->who);
  taken->who = g_strdup (foreign->who);
  for (guint i = 0; i < foreign->edits->len; i++)
    {
      const NidaEdit *edit = foreign->edits->pdata[i];
      const NidaItem *item = nida_edit_get_item (edit);
      gboolean waiting = is_waiting (self, item);

      if (!waiting)
        nida_store_add_edit (taken, edit->before, edit->after);
      if (waiting || was_crossed (self, item, foreign->at))
        tell_conflict (self, item, foreign->who);
    }
  if (nida_revision_is_empty (taken))
    return;
  if (self->meanwhile != NULL)
    g_ptr_array_add (self->meanwhile, nida_revision_ref (taken));
  nida_document_take_foreign (self->document, taken);
}

static void
forget_old (NidaDocumentFile *self)
{
  gint64 before = g_get_real_time () - RECENT;

  while (self->recent.head != NULL && ((Recent *) self->recent.head->data)->at < before)
    recent_free (g_queue_pop_head (&self->recent));
}

static void
take_own (NidaDocumentFile *self,
          NidaRevision     *revision,
          guint64           serial)
{
  Recent *recent = g_new (Recent, 1);

  revision->serial = serial;
  if (g_queue_remove (&self->waiting, revision))
    nida_revision_unref (revision);
  *recent = (Recent) { nida_revision_ref (revision), g_get_real_time () };
  g_queue_push_tail (&self->recent, recent);
  forget_old (self);
}

/* Take from the writer what happened. */
static void
catch_up (NidaDocumentFile *self)
{
  g_autoptr (GPtrArray) written = NULL;
  GError *failure = NULL;

  if (self->writer == NULL)
    return;
  written = nida_document_writer_take (self->writer, &failure);
  for (guint i = 0; i < written->len; i++)
    {
      const NidaWritten *one = written->pdata[i];

      if (one->own)
        take_own (self, one->revision, one->serial);
      else
        take_foreign (self, one->revision);
    }
  set_problem (self, failure != NULL ? failure : self->limit != NULL ? g_error_copy (self->limit) : NULL);
}

/* --- the writer --- */

static gboolean
catch_up_cb (gpointer data)
{
  g_autoptr (NidaDocumentFile) self = g_weak_ref_get (data);

  if (self != NULL && self->document != NULL)
    catch_up (self);
  return G_SOURCE_REMOVE;
}

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* On the writer's thread, which is joined before its file goes. */
static void
wake_cb (gpointer data)
{
  NidaDocumentFile *self = data;
  GWeakRef *weak = g_new (GWeakRef, 1);
  GSource *source = g_idle_source_new ();

  g_weak_ref_init (weak, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, catch_up_cb, weak, weak_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 NidaDocumentFile  *self)
{
  if (self->writer != NULL)
    nida_document_writer_look (self->writer);
}

static void
watch (NidaDocumentFile *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
}

static void
set_path (NidaDocumentFile *self,
          const char       *path)
{
  g_mutex_lock (&self->lock);
  g_free (self->path);
  self->path = g_strdup (path);
  g_mutex_unlock (&self->lock);
}

/* Go on in @store, which is taken. */
void
nida_document_file_attach (NidaDocumentFile *self,
                           NidaStore        *store)
{
  const GError *limit = nida_store_get_limit (store);

  set_path (self, nida_store_get_path (store));
  g_clear_error (&self->limit);
  self->limit = limit != NULL ? g_error_copy (limit) : NULL;
  g_hash_table_insert (get_open (), g_strdup (self->path), self);
  self->writer = nida_document_writer_new (store, wake_cb, self);
  watch (self);
  nida_document_set_read_only (self->document, self->limit != NULL);
  set_problem (self, self->limit != NULL ? g_error_copy (self->limit) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
}

/* What waits is left to the caller. */
void
nida_document_file_detach (NidaDocumentFile *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->monitor, file_changed_cb, self);
      g_clear_object (&self->monitor);
    }
  g_clear_pointer (&self->writer, nida_document_writer_free);
  if (self->path != NULL && nida_document_file_find_open (self->path) == self)
    g_hash_table_remove (get_open (), self->path);
  g_queue_clear_full (&self->recent, recent_free);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) nida_revision_unref);
}

/* --- the document --- */

static void
write_cb (NidaDocument *document,
          NidaRevision *revision,
          gpointer      data)
{
  NidaDocumentFile *self = data;

  if (self->meanwhile != NULL)
    g_ptr_array_add (self->meanwhile, nida_revision_ref (revision));
  if (self->writer == NULL)
    return;
  g_queue_push_tail (&self->waiting, nida_revision_ref (revision));
  nida_document_writer_push (self->writer, revision);
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("nida-document-file");
}

/* The document is going, or gets another writer. */
static void
left_cb (gpointer data)
{
  NidaDocumentFile *self = data;

  nida_document_file_close (self, NULL, NULL);
  g_object_set_qdata (G_OBJECT (self->document), get_quark (), NULL);
  self->document = NULL;
  g_object_unref (self);
}

/* A file for @document, without a store for now. */
NidaDocumentFile *
nida_document_file_new (NidaDocument *document)
{
  NidaDocumentFile *self = g_object_new (NIDA_TYPE_DOCUMENT_FILE, NULL);

  self->document = document;
  self->context = g_main_context_ref_thread_default ();
  g_object_set_qdata (G_OBJECT (document), get_quark (), self);
  nida_document_set_writer (document, write_cb, self, left_cb);
  return self;
}

NidaDocumentFile *
nida_document_file_peek (NidaDocument *document)
{
  return g_object_get_qdata (G_OBJECT (document), get_quark ());
}

NidaDocumentFile *
nida_document_get_file (NidaDocument *document)
{
  NidaDocumentFile *self = nida_document_file_peek (document);

  return self != NULL && self->path != NULL ? self : NULL;
}

/* --- object --- */

static void
nida_document_file_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_PATH)
    g_value_set_string (value, NIDA_DOCUMENT_FILE (object)->path);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nida_document_file_finalize (GObject *object)
{
  NidaDocumentFile *self = NIDA_DOCUMENT_FILE (object);

  nida_document_file_detach (self);
  g_clear_error (&self->problem);
  g_clear_error (&self->limit);
  g_clear_pointer (&self->meanwhile, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  G_OBJECT_CLASS (nida_document_file_parent_class)->finalize (object);
}

static void
nida_document_file_class_init (NidaDocumentFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = NIDA_TYPE_DOCUMENT_FILE;

  object_class->get_property = nida_document_file_get_property;
  object_class->finalize = nida_document_file_finalize;
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[PROBLEM_CHANGED] = g_signal_new ("problem-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONFLICT] = g_signal_new ("conflict", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT,
                                    G_TYPE_STRING, G_TYPE_STRING);
}

static void
nida_document_file_init (NidaDocumentFile *self)
{
  g_mutex_init (&self->lock);
  g_queue_init (&self->waiting);
  g_queue_init (&self->recent);
}

/* --- public --- */

const char *
nida_document_file_get_path (NidaDocumentFile *self)
{
  return self->path;
}

gboolean
nida_document_file_is_draft (NidaDocumentFile *self)
{
  return nida_document_path_is_draft (self->path);
}

const GError *
nida_document_file_get_problem (NidaDocumentFile *self)
{
  return self->problem;
}

gboolean
nida_document_file_flush (NidaDocumentFile  *self,
                          GError           **error)
{
  gboolean flushed;

  if (self->writer == NULL)
    return TRUE;
  flushed = nida_document_writer_flush (self->writer, error);
  catch_up (self);
  return flushed;
}

gboolean
nida_document_file_close (NidaDocumentFile  *self,
                          char             **rescue,
                          GError           **error)
{
  g_autofree char *draft = NULL;
  gboolean flushed;

  if (rescue != NULL)
    *rescue = NULL;
  if (self->writer == NULL)
    return TRUE;
  flushed = nida_document_file_flush (self, error);
  if (!flushed)
    draft = nida_document_file_rescue (self);
  if (!flushed && draft != NULL)
    g_message ("%s: %s", self->path, draft);
  nida_document_file_detach (self);
  if (rescue != NULL)
    *rescue = g_steal_pointer (&draft);
  return flushed;
}

/* --- in any thread --- */

/* A store of the caller's own on the file. */
NidaStore *
nida_document_file_open_store (NidaDocumentFile  *self,
                               NidaStoreMode      mode,
                               GError           **error)
{
  g_autofree char *path = NULL;

  g_mutex_lock (&self->lock);
  path = g_strdup (self->path);
  g_mutex_unlock (&self->lock);
  return nida_store_open (path, mode, error);
}

char *
nida_document_file_keep_bytes (NidaDocumentFile  *self,
                               NidaBytes         *bytes,
                               GCancellable      *cancellable,
                               GError           **error)
{
  g_autoptr (NidaStore) store = nida_document_file_open_store (self, NIDA_STORE_WRITE, error);

  return store != NULL ? nida_store_keep_bytes (store, bytes, cancellable, error) : NULL;
}

gboolean
nida_document_file_holds_bytes (NidaDocumentFile *self,
                                const char       *sha256)
{
  g_autoptr (NidaStore) store = nida_document_file_open_store (self, NIDA_STORE_READ, NULL);

  return store != NULL && nida_store_holds_bytes (store, sha256);
}

NidaBytes *
nida_document_file_open_bytes (NidaDocumentFile  *self,
                               const char        *sha256,
                               const char        *name,
                               GCancellable      *cancellable,
                               GError           **error)
{
  g_autoptr (NidaStore) store = nida_document_file_open_store (self, NIDA_STORE_READ, error);

  return store != NULL ? nida_store_open_bytes (store, sha256, name, cancellable, error) : NULL;
}

GBytes *
nida_document_file_load_bytes (NidaDocumentFile *self,
                               const char       *sha256)
{
  g_autoptr (NidaStore) store = nida_document_file_open_store (self, NIDA_STORE_READ, NULL);

  return store != NULL ? nida_store_load_bytes (store, sha256) : NULL;
}

GPtrArray *
nida_document_file_list_bytes (NidaDocumentFile  *self,
                               GError           **error)
{
  g_autoptr (NidaStore) store = nida_document_file_open_store (self, NIDA_STORE_READ, error);

  return store != NULL ? nida_store_list_bytes (store, error) : NULL;
}
