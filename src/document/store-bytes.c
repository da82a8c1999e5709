/* Bytes of sources in a document's file. A chunk is a transaction, so that revisions are written between them and nobody waits for
 * 200 MB; they have a name once all are there. */
#include "config.h"

#include "store-bytes.h"

#include "store-chunks.h"
#include "store-private.h"
#include "store-rows.h"

#include <string.h>

#define UNFINISHED (24 * G_TIME_SPAN_HOUR)     /* after which nobody is still at it */

/* --- what is held --- */

/* The number of the bytes, by name. SQLITE_DONE: they are not held. */
static int
find_held (sqlite3    *db,
           const char *sha256,
           gint64     *id,
           guint64    *size,
           gint64     *at)
{
  int result;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT id, size, at, crc FROM bytes WHERE sha256 = ?1", "s",
                                                    sha256);

  if (!nida_sql_step (row, &result))
    return result == SQLITE_OK ? SQLITE_DONE : result;
  *id = sqlite3_column_int64 (row, 0);
  *size = (guint64) sqlite3_column_int64 (row, 1);
  *at = sqlite3_column_int64 (row, 2);
  return sqlite3_column_int64 (row, 3) == nida_store_check_held (*id, sha256, *size, *at) ? SQLITE_OK : SQLITE_CORRUPT;
}

gboolean
nida_store_holds_bytes (NidaStore  *self,
                        const char *sha256)
{
  guint64 size;
  gint64 id, at;
  gboolean holds;

  if (!nida_store_connect (self, NULL))
    return FALSE;
  nida_store_hold ();
  holds = find_held (self->db, sha256, &id, &size, &at) == SQLITE_OK;
  nida_store_release ();
  return holds;
}

static int
compare_held (gconstpointer a,
              gconstpointer b)
{
  const NidaHeld *one = *(NidaHeld * const *) a, *two = *(NidaHeld * const *) b;

  return strcmp (one->sha256, two->sha256);
}

GPtrArray *
nida_store_list_bytes (NidaStore  *self,
                       GError    **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaStatement) row = NULL;
  int result;

  if (!nida_store_connect (self, error))
    return NULL;
  nida_store_hold ();
  row = nida_sql_prepare (self->db, &result, "SELECT sha256, size, at FROM bytes WHERE sha256 NOT NULL", "");
  while (nida_sql_step (row, &result))
    {
      NidaHeld *held = g_new0 (NidaHeld, 1);

      g_strlcpy (held->sha256, nida_sql_text (row, 0) != NULL ? nida_sql_text (row, 0) : "", sizeof held->sha256);
      held->size = (guint64) sqlite3_column_int64 (row, 1);
      held->at = sqlite3_column_int64 (row, 2);
      g_ptr_array_add (list, held);
    }
  g_clear_pointer (&row, sqlite3_finalize);
  nida_store_release ();
  if (result != SQLITE_OK)
    {
      nida_store_fail (self, result, error);
      return NULL;
    }
  g_ptr_array_sort (list, compare_held);
  return g_steal_pointer (&list);
}

/* --- keeping --- */

static gboolean
do_or_fail (NidaStore  *self,
            int         result,
            GError    **error)
{
  return result == SQLITE_OK || nida_store_fail (self, result, error);
}

/* A number for bytes that come now. */
static gboolean
begin_held (NidaStore  *self,
            gint64     *id,
            GError    **error)
{
  int result;

  if (!nida_store_connect_to_write (self, error))
    return FALSE;
  nida_store_hold ();
  result = nida_sql_do (self->db, "INSERT INTO bytes (at) VALUES (?1)", "i", g_get_real_time ());
  *id = sqlite3_last_insert_rowid (self->db);
  nida_store_release ();
  return do_or_fail (self, result, error);
}

/* All chunks are there: from now on the bytes have a name. */
static gboolean
end_held (NidaStore   *self,
          gint64       id,
          const char  *sha256,
          guint64      size,
          GError     **error)
{
  gint64 at = g_get_real_time (), other_id, other_at;
  guint64 other_size;
  int result;

  nida_store_hold ();
  result = nida_sql_run (self->db, "BEGIN IMMEDIATE");
  if (result == SQLITE_OK)
    result = find_held (self->db, sha256, &other_id, &other_size, &other_at);
  if (result == SQLITE_DONE)
    result = nida_sql_do (self->db, "UPDATE bytes SET sha256 = ?2, size = ?3, at = ?4, crc = ?5 WHERE id = ?1", "isiii", id,
                          sha256, (gint64) size, at, (gint64) nida_store_check_held (id, sha256, size, at));
  if (result == SQLITE_OK && sqlite3_changes (self->db) != 1)
    result = SQLITE_IOERR;
  if (result == SQLITE_OK)
    result = nida_sql_run (self->db, "COMMIT");
  nida_store_release ();
  return do_or_fail (self, result, error);
}

static gboolean
add_chunk (NidaStore      *self,
           gint64          id,
           guint           n,
           gconstpointer   data,
           gsize           size,
           GError        **error)
{
  int result;

  if (!nida_store_connect_to_write (self, error))
    return FALSE;
  nida_store_hold ();
  result = nida_store_put_chunk (self->db, id, n, data, size);
  nida_store_release ();
  return do_or_fail (self, result, error);
}

static gboolean
add_chunks (NidaStore     *self,
            gint64         id,
            NidaBytes     *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree guint8 *buffer = g_malloc (NIDA_STORE_CHUNK);
  guint64 offset = 0, size = nida_bytes_get_size (bytes);

  for (guint n = 0; offset < size; n++)
    {
      gssize length = nida_bytes_read (bytes, offset, buffer, NIDA_STORE_CHUNK, error);

      if (length <= 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!add_chunk (self, id, n, buffer, (gsize) length, error))
        return FALSE;
      offset += (guint64) length;
    }
  return nida_bytes_check (bytes, error);
}

/* What is not whole has no name, and is dropped one day should this fail too. */
static void
forget_held (NidaStore *self,
             gint64     id)
{
  if (!nida_store_connect_to_write (self, NULL))
    return;
  nida_store_hold ();
  if (nida_sql_run (self->db, "BEGIN IMMEDIATE") == SQLITE_OK
      && nida_store_drop_chunks (self->db, id) == SQLITE_OK
      && nida_sql_do (self->db, "DELETE FROM bytes WHERE id = ?1", "i", id) == SQLITE_OK)
    nida_sql_run (self->db, "COMMIT");
  if (!sqlite3_get_autocommit (self->db))
    nida_sql_run (self->db, "ROLLBACK");
  nida_store_release ();
}

/**
 * nida_store_keep_bytes:
 *
 * Returns: (transfer full) (nullable): the SHA-256 of @bytes; %NULL with @error, and nothing is held
 */
char *
nida_store_keep_bytes (NidaStore     *self,
                       NidaBytes     *bytes,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *sha256 = nida_bytes_dup_checksum (bytes, cancellable, error);
  gint64 id;

  if (sha256 == NULL || (self->limit == NULL && nida_store_holds_bytes (self, sha256)))
    return g_steal_pointer (&sha256);
  if (!begin_held (self, &id, error))
    return NULL;
  if (add_chunks (self, id, bytes, cancellable, error)
      && end_held (self, id, sha256, nida_bytes_get_size (bytes), error))
    return g_steal_pointer (&sha256);
  forget_held (self, id);
  return NULL;
}

/* --- dropping --- */

static gboolean
is_named_by (NidaItems  *items,
             const char *sha256)
{
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SOURCE); i++)
    if (strstr (nida_items_get (items, NIDA_ITEM_SOURCE, i)->text, sha256) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_named_by_edit (const NidaItem *item,
                  const char     *sha256)
{
  return item != NULL && item->kind == NIDA_ITEM_SOURCE && strstr (item->text, sha256) != NULL;
}

static gboolean
is_named_by_revisions (GPtrArray  *revisions,
                       const char *sha256)
{
  for (guint i = 0; i < revisions->len; i++)
    {
      const NidaRevision *revision = revisions->pdata[i];

      for (guint j = 0; j < revision->edits->len; j++)
        {
          const NidaEdit *edit = revision->edits->pdata[j];

          if (is_named_by_edit (edit->before, sha256) || is_named_by_edit (edit->after, sha256))
            return TRUE;
        }
    }
  return FALSE;
}

/* A revision that names them may come in between: what is not yet a day old stays. */
static int
drop_held (sqlite3    *db,
           const char *sha256)
{
  gint64 id = 0;
  int result = nida_sql_get (db, &id, "SELECT id FROM bytes WHERE sha256 = ?1", "s", sha256);

  if (result == SQLITE_OK)
    result = nida_store_drop_chunks (db, id);
  return result == SQLITE_OK ? nida_sql_do (db, "DELETE FROM bytes WHERE id = ?1", "i", id)
                             : result == SQLITE_DONE ? SQLITE_OK : result;
}

static int
drop_unfinished (sqlite3 *db,
                 gint64   before)
{
  int result = nida_sql_do (db, "DELETE FROM chunks WHERE id / 65536 IN (SELECT id FROM bytes WHERE sha256 IS NULL AND at < ?1)",
                            "i", before);

  return result == SQLITE_OK ? nida_sql_do (db, "DELETE FROM bytes WHERE sha256 IS NULL AND at < ?1", "i", before) : result;
}

gboolean
nida_store_drop_unnamed (NidaStore  *self,
                         gint64      before,
                         GError    **error)
{
  g_autoptr (GPtrArray) held = NULL, revisions = NULL;
  g_autoptr (NidaItems) items = NULL;
  guint64 serial = self->serial;
  int result;

  if (!nida_store_connect_to_write (self, error))
    return FALSE;
  if ((held = nida_store_list_bytes (self, error)) == NULL || (items = nida_store_read_items (self, error)) == NULL
      || (revisions = nida_store_list_revisions (self, 0, error)) == NULL)
    return FALSE;
  self->serial = serial;      /* what is news to the user is news still */
  nida_store_hold ();
  result = nida_sql_run (self->db, "BEGIN IMMEDIATE");
  if (result == SQLITE_OK)
    result = drop_unfinished (self->db, MIN (before, g_get_real_time () - UNFINISHED));
  for (guint i = 0; i < held->len && result == SQLITE_OK; i++)
    {
      const NidaHeld *one = held->pdata[i];

      if (one->at < before && !is_named_by (items, one->sha256) && !is_named_by_revisions (revisions, one->sha256))
        result = drop_held (self->db, one->sha256);
    }
  if (result == SQLITE_OK)
    result = nida_sql_run (self->db, "COMMIT; PRAGMA incremental_vacuum");
  nida_store_release ();
  return do_or_fail (self, result, error);
}

/* --- opening --- */

/* Where chunks go. */
typedef struct {
  NidaBytes     *bytes;
  GCancellable  *cancellable;
  GError       **error;
} Filling;

static gboolean
chunk_cb (gpointer       user_data,
          gconstpointer  data,
          gsize          size)
{
  const Filling *filling = user_data;

  return !g_cancellable_set_error_if_cancelled (filling->cancellable, filling->error)
         && nida_bytes_append (filling->bytes, data, size, filling->error);
}

static NidaBytes *
open_held (NidaStore     *self,
           const char    *sha256,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (NidaBytes) bytes = NULL;
  guint64 size;
  gint64 id, at;
  int result = find_held (self->db, sha256, &id, &size, &at);

  if (result == SQLITE_OK && (bytes = nida_bytes_new (name, error)) == NULL)
    return NULL;
  if (result == SQLITE_OK)
    result = nida_store_each_chunk (self->db, id, chunk_cb, &(Filling) { bytes, cancellable, error });
  if (result == SQLITE_ABORT)
    return NULL;
  if (result == SQLITE_OK && nida_bytes_get_size (bytes) == size)
    return g_steal_pointer (&bytes);
  nida_store_error_tell (error, self->path, NIDA_STORE_ERROR_NOT_HELD);
  return NULL;
}

NidaBytes *
nida_store_open_bytes (NidaStore     *self,
                       const char    *sha256,
                       const char    *name,
                       GCancellable  *cancellable,
                       GError       **error)
{
  NidaBytes *bytes;

  if (!nida_store_connect (self, error))
    return NULL;
  nida_store_hold ();
  bytes = open_held (self, sha256, name, cancellable, error);
  nida_store_release ();
  return bytes;
}

GBytes *
nida_store_load_bytes (NidaStore  *self,
                       const char *sha256)
{
  GBytes *bytes = NULL;
  guint64 size;
  gint64 id, at;

  if (!nida_store_connect (self, NULL))
    return NULL;
  nida_store_hold ();
  if (find_held (self->db, sha256, &id, &size, &at) == SQLITE_OK)
    bytes = nida_store_load_chunks (self->db, id, size);
  nida_store_release ();
  return bytes;
}

/* --- copying --- */

/* SQLITE_ABORT: @to could not be written; what is damaged in @from is left out. */
static int
copy_held (NidaStore      *from,
           const NidaHeld *held,
           sqlite3        *to,
           gint64          to_id,
           GCancellable   *cancellable)
{
  gint64 id, at;
  guint64 size, copied = 0;
  int result = find_held (from->db, held->sha256, &id, &size, &at);

  if (result == SQLITE_OK)
    result = nida_store_copy_chunks (from->db, id, to, to_id, &copied, cancellable);
  if (result == SQLITE_ABORT || result == SQLITE_INTERRUPT)
    return result;
  if (result != SQLITE_OK || copied != size)
    return nida_store_drop_chunks (to, to_id);
  return nida_sql_do (to, "INSERT INTO bytes VALUES (?1, ?2, ?3, ?4, ?5)", "isiii", to_id, held->sha256, (gint64) size, at,
                      (gint64) nida_store_check_held (to_id, held->sha256, size, at));
}

int
nida_store_copy_bytes (NidaStore    *from,
                       NidaItems    *items,
                       sqlite3      *db,
                       GCancellable *cancellable)
{
  g_autoptr (GPtrArray) list = nida_store_list_bytes (from, NULL);
  int result = SQLITE_OK;
  gint64 id = 1;

  if (list == NULL)
    return SQLITE_IOERR;
  for (guint i = 0; i < list->len && result == SQLITE_OK; i++)
    {
      const NidaHeld *held = list->pdata[i];

      if (!is_named_by (items, held->sha256))
        continue;
      nida_store_hold ();
      result = copy_held (from, held, db, id++, cancellable);
      nida_store_release ();
    }
  return result == SQLITE_ABORT ? sqlite3_extended_errcode (db) : result;
}
