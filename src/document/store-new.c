/* A fresh file for a document. It is filled beside the one that it replaces; the same items and bytes give the same file, byte
 * for byte, so that who compares two documents compares two files. */
#include "config.h"

#include "store-private.h"

#include "safe-file.h"
#include "store-rows.h"
#include "store-schema.h"

#include <glib/gstdio.h>
#include <stdlib.h>

typedef struct {
  const char   *path;
  NidaItems    *items;
  NidaStore    *from;
  GPtrArray    *revisions;    /* or NULL */
} Fresh;

static int
put_items (sqlite3       *db,
           NidaItems     *items,
           NidaStoreHead *head)
{
  int result = SQLITE_OK;

  for (guint kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < nida_items_get_n (items, kind) && result == SQLITE_OK; i++)
      {
        const NidaItem *item = nida_items_get (items, kind, i);

        head->n_items++;
        head->sum += nida_store_check_item (item, 0);
        result = nida_store_put_item (db, item, 0);
      }
  return result;
}

static int
put_revisions (sqlite3       *db,
               GPtrArray     *revisions,
               NidaStoreHead *head)
{
  int result = SQLITE_OK;

  for (guint i = 0; revisions != NULL && i < revisions->len && result == SQLITE_OK; i++)
    {
      const NidaRevision *revision = revisions->pdata[i];

      if (i == 0)
        head->first = revision->serial;
      head->serial = revision->serial;
      result = nida_store_put_revision (db, revision);
    }
  return result;
}

static int
put_all (sqlite3      *db,
         const Fresh  *fresh,
         GCancellable *cancellable)
{
  NidaStoreHead head = { 0, 1, 0, 0 };
  int result = nida_sql_run (db, "BEGIN");

  if (result == SQLITE_OK)
    result = nida_store_mark (db, NIDA_STORE_VERSION);
  if (result == SQLITE_OK)
    result = nida_store_create_tables (db, NIDA_STORE_ALL_TABLES, NIDA_STORE_N_TABLES);
  if (result == SQLITE_OK)
    result = put_items (db, fresh->items, &head);
  if (result == SQLITE_OK)
    result = put_revisions (db, fresh->revisions, &head);
  if (result == SQLITE_OK && fresh->from != NULL)
    result = nida_store_copy_bytes (fresh->from, fresh->items, db, cancellable);
  if (result == SQLITE_OK)
    result = nida_store_write_head (db, &head);
  return result == SQLITE_OK ? nida_sql_run (db, "COMMIT") : result;
}

/* No journal: the file is nobody's until it is whole, and is synced by who asked for it. */
static gboolean
fill (gpointer       data,
      const char    *temporary,
      GCancellable  *cancellable,
      GError       **error)
{
  const Fresh *fresh = data;
  g_autofree char *path = realpath (temporary, NULL);
  sqlite3 *db = NULL;
  int result = nida_sql_open (path != NULL ? path : temporary, SQLITE_OPEN_READWRITE, &db);
  int system_error;

  if (result == SQLITE_OK)
    result = nida_sql_be_quick (db);
  if (result == SQLITE_OK)
    result = nida_store_prepare_file (db);
  if (result == SQLITE_OK)
    result = put_all (db, fresh, cancellable);
  system_error = db != NULL && result != SQLITE_OK ? sqlite3_system_errno (db) : 0;
  sqlite3_close (db);
  if (result == SQLITE_OK || g_cancellable_set_error_if_cancelled (cancellable, error))
    return result == SQLITE_OK;
  return nida_store_error_set (error, fresh->path, result, system_error);
}

/* A journal beside the file that is replaced belongs to that one: it is rolled back into it, or it would be into the new. */
static void
settle_journal (const char *path)
{
  g_autofree char *resolved = realpath (path, NULL);
  g_autofree char *journal = resolved != NULL ? g_strconcat (resolved, "-journal", NULL) : NULL;
  sqlite3 *db = NULL;

  if (journal == NULL || !g_file_test (journal, G_FILE_TEST_EXISTS))
    return;
  if (nida_sql_open (resolved, SQLITE_OPEN_READWRITE, &db) == SQLITE_OK)
    nida_sql_run (db, "SELECT count(*) FROM sqlite_schema");
  sqlite3_close (db);
  g_unlink (journal);
}

gboolean
nida_store_write_new (const char    *path,
                      NidaItems     *items,
                      NidaStore     *from,
                      gboolean       history,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Fresh fresh = { .path = path, .items = items, .from = from };
  gboolean written;

  if (from != NULL && history)
    fresh.revisions = nida_store_list_revisions (from, 0, error);
  if (from != NULL && history && fresh.revisions == NULL)
    return FALSE;
  settle_journal (path);
  written = nida_safe_file_write_by (path, fill, &fresh, cancellable, error);
  g_clear_pointer (&fresh.revisions, g_ptr_array_unref);
  return written;
}
