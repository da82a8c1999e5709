/* Opening a document, saving it under another name, and drafts. Files are read and written on another thread; what is changed
 * meanwhile is put into the new file before it takes the place of the old one. */
#include "config.h"

#include "document-file-private.h"

#include "store-rows.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* --- opening --- */

/* What a file holds, on its way to the document's thread. */
typedef struct {
  NidaStore *store;
  NidaItems *items;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->store, nida_store_free);
  g_clear_pointer (&opened->items, nida_items_free);
  g_free (opened);
}

static Opened *
read_file (const char  *path,
           GError     **error)
{
  Opened *opened = g_new0 (Opened, 1);

  opened->store = nida_store_open (path, NIDA_STORE_WRITE, error);
  if (opened->store != NULL)
    opened->items = nida_store_read_items (opened->store, error);
  if (opened->items != NULL)
    return opened;
  opened_free (opened);
  return NULL;
}

static void
take_items (NidaDocument *document,
            NidaItems    *items)
{
  g_autoptr (NidaRevision) all = nida_revision_new ("");

  for (guint kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < nida_items_get_n (items, kind); i++)
      nida_store_add_edit (all, NULL, nida_items_get (items, kind, i));
  nida_document_take_foreign (document, all);
}

static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *resolved = g_strdup (real);

  free (real);
  return resolved;
}

/* The one that is open already, or NULL. */
static NidaDocument *
find_open (const char *path)
{
  g_autofree char *resolved = resolve (path);
  NidaDocumentFile *file = resolved != NULL ? nida_document_file_find_open (resolved) : NULL;

  return file != NULL ? g_object_ref (file->document) : NULL;
}

/* Takes @opened. */
static NidaDocument *
make_document (Opened *opened)
{
  NidaDocument *document = find_open (nida_store_get_path (opened->store));
  NidaDocumentFile *file;

  if (document == NULL)
    {
      document = nida_document_new ();
      file = nida_document_file_new (document);
      take_items (document, opened->items);
      nida_document_file_attach (file, g_steal_pointer (&opened->store));
    }
  opened_free (opened);
  return document;
}

NidaDocument *
nida_document_open (const char  *path,
                    GError     **error)
{
  NidaDocument *document = find_open (path);
  Opened *opened;

  if (document != NULL)
    return document;
  opened = read_file (path, error);
  return opened != NULL ? make_document (opened) : NULL;
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      path,
             GCancellable *cancellable)
{
  GError *error = NULL;
  Opened *opened = read_file (path, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, opened_free);
  else
    g_task_return_error (task, error);
}

void
nida_document_open_async (const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, nida_document_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_thread);
}

NidaDocument *
nida_document_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  Opened *opened;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  opened = g_task_propagate_pointer (G_TASK (result), error);
  return opened != NULL ? make_document (opened) : NULL;
}

/* --- saving under another name --- */

typedef struct {
  char      *path, *from;     /* from: NULL in memory */
  NidaItems *items;
  gboolean   history;
  NidaStore *store;           /* of the new file */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->path);
  g_free (save->from);
  nida_items_free (save->items);
  nida_store_free (save->store);
  g_free (save);
}

/* The state of @document as it is now. */
static Save *
save_new (NidaDocument *document,
          const char   *path)
{
  NidaDocumentFile *file = nida_document_get_file (document);
  Save *save = g_new0 (Save, 1);

  if (file != NULL)
    nida_document_file_flush (file, NULL);
  save->path = g_strdup (path);
  save->from = file != NULL ? g_strdup (file->path) : NULL;
  save->history = file != NULL && nida_document_file_is_draft (file);
  save->items = nida_items_copy (nida_document_get_items (document));
  return save;
}

/* A document that was moved or removed has no bytes to give any more; its items are saved nevertheless. */
static gboolean
write_file (const Save    *save,
            gboolean       history,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (NidaStore) from = save->from != NULL ? nida_store_open (save->from, NIDA_STORE_READ, NULL) : NULL;

  return nida_store_write_new (save->path, save->items, from, history && from != NULL, cancellable, error);
}

static gboolean
check_free (const char  *path,
            GError     **error)
{
  g_autofree char *resolved = resolve (path);

  if (resolved == NULL || nida_document_file_find_open (resolved) == NULL)
    return TRUE;
  return nida_store_error_tell (error, path, NIDA_STORE_ERROR_BUSY);
}

gboolean
nida_document_save_copy (NidaDocument  *document,
                         const char    *path,
                         GError       **error)
{
  Save *save;
  gboolean saved;

  if (!check_free (path, error))
    return FALSE;
  save = save_new (document, path);
  saved = write_file (save, FALSE, NULL, error);
  save_free (save);
  return saved;
}

static gboolean
do_save (Save          *save,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (NidaItems) items = NULL;

  if (!write_file (save, save->history, cancellable, error))
    return FALSE;
  save->store = nida_store_open (save->path, NIDA_STORE_WRITE, error);
  items = save->store != NULL ? nida_store_read_items (save->store, error) : NULL;
  return items != NULL;
}

/* The file of @document, made for it where it has none. From now on it remembers what is changed. */
static NidaDocumentFile *
begin_save (NidaDocument *document)
{
  NidaDocumentFile *file = nida_document_get_file (document);

  if (file == NULL)
    file = nida_document_file_new (document);
  g_clear_pointer (&file->meanwhile, g_ptr_array_unref);
  file->meanwhile = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  return file;
}

static void
remove_draft (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

/* Go on in the new file, and put into it what was changed meanwhile. */
static void
end_save (NidaDocumentFile *file,
          Save             *save)
{
  g_autoptr (GPtrArray) meanwhile = g_steal_pointer (&file->meanwhile);

  nida_document_file_detach (file);
  if (!save->history)
    nida_document_forget_serials (file->document);
  nida_document_file_attach (file, g_steal_pointer (&save->store));
  for (guint i = 0; i < meanwhile->len; i++)
    {
      g_queue_push_tail (&file->waiting, nida_revision_ref (meanwhile->pdata[i]));
      nida_document_writer_push (file->writer, meanwhile->pdata[i]);
    }
  if (save->from != NULL && nida_document_path_is_draft (save->from) && !g_str_equal (save->from, file->path))
    remove_draft (save->from);
}

static void
fail_save (NidaDocument *document)
{
  NidaDocumentFile *file = nida_document_file_peek (document);

  g_clear_pointer (&file->meanwhile, g_ptr_array_unref);
  if (file->path == NULL)
    nida_document_set_writer (document, NULL, NULL, NULL);
}

/* Saving a document as itself. */
static gboolean
is_own (NidaDocument *document,
        const char   *path)
{
  NidaDocumentFile *file = nida_document_get_file (document);
  g_autofree char *resolved = resolve (path);

  return file != NULL && resolved != NULL && g_str_equal (file->path, resolved);
}

gboolean
nida_document_save_as (NidaDocument  *document,
                       const char    *path,
                       GError       **error)
{
  NidaDocumentFile *file;
  Save *save;
  gboolean saved;

  if (is_own (document, path))
    return nida_document_file_flush (nida_document_get_file (document), error);
  if (!check_free (path, error))
    return FALSE;
  save = save_new (document, path);
  file = begin_save (document);
  saved = do_save (save, NULL, error);
  if (saved)
    end_save (file, save);
  else
    fail_save (document);
  save_free (save);
  return saved;
}

static void
save_thread (GTask        *task,
             gpointer      document,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (do_save (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
nida_document_save_as_async (NidaDocument        *document,
                             const char          *path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, nida_document_save_as_async);
  /* Once the file is there, it is gone on in: what is cancelled then came too late. */
  g_task_set_check_cancellable (task, FALSE);
  if (is_own (document, path))
    {
      if (nida_document_file_flush (nida_document_get_file (document), &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      return;
    }
  if (!check_free (path, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, save_new (document, path), save_free);
  begin_save (document);
  g_task_run_in_thread (task, save_thread);
}

gboolean
nida_document_save_as_finish (NidaDocument  *document,
                              GAsyncResult  *result,
                              GError       **error)
{
  Save *save;
  gboolean saved;

  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);
  saved = g_task_propagate_boolean (G_TASK (result), error);
  save = g_task_get_task_data (G_TASK (result));
  if (save == NULL)
    return saved;
  if (saved)
    end_save (nida_document_file_peek (document), save);
  else
    fail_save (document);
  return saved;
}

/* --- drafts --- */

static char *
get_drafts_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "nida", "drafts", NULL);
}

/* A path for a draft that is not there yet. */
static char *
new_draft_path (GError **error)
{
  g_autofree char *folder = get_drafts_folder ();
  g_autofree char *id = nida_document_new_id ();
  g_autofree char *name = g_strconcat (id, NIDA_STORE_SUFFIX, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      nida_store_error_set (error, folder, 0, errno);
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

gboolean
nida_document_path_is_draft (const char *path)
{
  g_autofree char *folder = get_drafts_folder ();
  g_autofree char *resolved = resolve (folder);
  g_autofree char *parent = g_path_get_dirname (path);

  return g_str_equal (parent, resolved != NULL ? resolved : folder);
}

gboolean
nida_document_make_draft (NidaDocument  *document,
                          GError       **error)
{
  g_autofree char *path = NULL;

  if (nida_document_get_file (document) != NULL)
    return TRUE;
  path = new_draft_path (error);
  return path != NULL && nida_document_save_as (document, path, error);
}

NidaDocument *
nida_document_duplicate (NidaDocument  *document,
                         GError       **error)
{
  g_autofree char *path = new_draft_path (error);

  return path != NULL && nida_document_save_copy (document, path, error) ? nida_document_open (path, error) : NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  GStatBuf one, two;

  if (g_stat (*(char * const *) a, &one) != 0 || g_stat (*(char * const *) b, &two) != 0)
    return 0;
  return (one.st_mtime < two.st_mtime) - (one.st_mtime > two.st_mtime);
}

/**
 * nida_document_list_drafts:
 *
 * Returns: (element-type filename) (transfer full): paths, the one changed last first
 */
GPtrArray *
nida_document_list_drafts (void)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_drafts_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, NIDA_STORE_SUFFIX))
      g_ptr_array_add (drafts, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (drafts, compare_times);
  return drafts;
}

/* The bytes of sources may be what cannot be read; the items are a person's work. */
char *
nida_document_file_rescue (NidaDocumentFile *self)
{
  g_autofree char *path = new_draft_path (NULL);

  if (path == NULL)
    return NULL;
  if (nida_document_save_copy (self->document, path, NULL)
      || nida_store_write_new (path, nida_document_get_items (self->document), NULL, FALSE, NULL, NULL))
    return g_steal_pointer (&path);
  return NULL;
}
