/* Items and revisions in a document's file. Each row has its checksum, and one row counts and sums up all others, so that
 * neither a changed figure nor a missing one goes unnoticed. */
#include "config.h"

#include "store-private.h"

#include "store-rows.h"

#include <string.h>

/* --- head --- */

int
nida_store_read_head (sqlite3       *db,
                      NidaStoreHead *head)
{
  int result;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT serial, first, n_items, sum, crc FROM head", "");

  if (!nida_sql_step (row, &result))
    return result == SQLITE_OK ? SQLITE_CORRUPT : result;
  head->serial = (guint64) sqlite3_column_int64 (row, 0);
  head->first = (guint64) sqlite3_column_int64 (row, 1);
  head->n_items = (guint64) sqlite3_column_int64 (row, 2);
  head->sum = (guint64) sqlite3_column_int64 (row, 3);
  return sqlite3_column_int64 (row, 4) == nida_store_check_head (head->serial, head->first, head->n_items, head->sum)
         ? SQLITE_OK : SQLITE_CORRUPT;
}

int
nida_store_write_head (sqlite3             *db,
                       const NidaStoreHead *head)
{
  return nida_sql_do (db, "INSERT OR REPLACE INTO head VALUES (1, ?1, ?2, ?3, ?4, ?5)", "iiiii", (gint64) head->serial,
                      (gint64) head->first, (gint64) head->n_items, (gint64) head->sum,
                      (gint64) nida_store_check_head (head->serial, head->first, head->n_items, head->sum));
}

/* --- items --- */

static gboolean
is_newer (NidaStore *self)
{
  return g_error_matches (self->limit, NIDA_STORE_ERROR, NIDA_STORE_ERROR_NEWER);
}

/* Items of a kind that only a newer version knows are passed over in its files. */
static int
read_items (sqlite3       *db,
            gboolean       newer,
            NidaItems     *items,
            NidaStoreHead *head)
{
  int result = nida_store_read_head (db, head);
  g_autoptr (NidaStatement) row = NULL;
  guint64 n = 0, sum = 0;

  if (result != SQLITE_OK)
    return result;
  row = nida_sql_prepare (db, &result, "SELECT kind, id, place, text, serial, crc FROM items NOT INDEXED ORDER BY row", "");
  while (nida_sql_step (row, &result))
    {
      guint64 serial;
      NidaItem *item = nida_store_read_item (row, 0, &serial);

      if (item == NULL && newer)
        continue;
      if (item == NULL || nida_items_find (items, item->kind, item->id) != NULL)
        {
          nida_item_free (item);
          return SQLITE_CORRUPT;
        }
      n++;
      sum += nida_store_check_item (item, serial);
      nida_items_put (items, item);
    }
  return result == SQLITE_OK && !newer && (n != head->n_items || sum != head->sum) ? SQLITE_CORRUPT : result;
}

NidaItems *
nida_store_read_items (NidaStore  *self,
                       GError    **error)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  NidaStoreHead head;
  int result;

  if (!nida_store_connect (self, error))
    return NULL;
  nida_store_hold ();
  result = nida_sql_run (self->db, "BEGIN");
  if (result == SQLITE_OK)
    result = read_items (self->db, is_newer (self), items, &head);
  if (result == SQLITE_OK)
    result = nida_sql_run (self->db, "COMMIT");
  nida_store_release ();
  /* A copy was made of what is whole: it is not damaged again. */
  if (nida_store_is_damage (result) && self->copy == NULL && !is_newer (self))
    return nida_store_begin_salvage (self, error) ? nida_store_read_items (self, error) : NULL;
  if (result != SQLITE_OK)
    {
      nida_store_fail (self, result, error);
      return NULL;
    }
  self->serial = head.serial;
  return g_steal_pointer (&items);
}

/* --- revisions --- */

/* Those after @serial, into @list; each must be there. */
static int
read_revisions (sqlite3             *db,
                const NidaStoreHead *head,
                guint64              serial,
                GPtrArray           *list)
{
  int result;
  guint64 next = MAX (serial + 1, head->first);
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT serial, name, who, at, undoes, edits, crc FROM revisions"
                                                    " WHERE serial >= ?1 ORDER BY serial", "i", (gint64) next);

  while (nida_sql_step (row, &result))
    {
      NidaRevision *revision = nida_store_read_revision (row, 0);

      if (revision == NULL || revision->serial != next)
        {
          nida_revision_unref (revision);
          return SQLITE_CORRUPT;
        }
      next++;
      g_ptr_array_add (list, revision);
    }
  return result == SQLITE_OK && next != head->serial + 1 ? SQLITE_CORRUPT : result;
}

GPtrArray *
nida_store_list_revisions (NidaStore  *self,
                           guint64     after,
                           GError    **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  NidaStoreHead head;
  int result;

  if (!nida_store_connect (self, error))
    return NULL;
  nida_store_hold ();
  result = nida_sql_run (self->db, "BEGIN");
  if (result == SQLITE_OK)
    result = nida_store_read_head (self->db, &head);
  if (result == SQLITE_OK)
    result = read_revisions (self->db, &head, after, list);
  if (result == SQLITE_OK)
    result = nida_sql_run (self->db, "COMMIT");
  nida_store_release ();
  if (result == SQLITE_OK)
    return g_steal_pointer (&list);
  nida_store_fail (self, result, error);
  return NULL;
}

/* --- writing --- */

/* The item as the file has it, or NULL. */
static int
find_item (sqlite3        *db,
           const NidaItem *like,
           NidaItem      **item,
           guint64        *serial)
{
  int result;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT kind, id, place, text, serial, crc FROM items"
                                                    " WHERE kind = ?1 AND id = ?2", "ss",
                                                    nida_item_kind_get_name (like->kind), like->id);

  *item = NULL;
  if (!nida_sql_step (row, &result))
    return result;
  *item = nida_store_read_item (row, 0, serial);
  return *item != NULL ? SQLITE_OK : SQLITE_CORRUPT;
}

int
nida_store_put_item (sqlite3        *db,
                     const NidaItem *item,
                     guint64         serial)
{
  return nida_sql_do (db, "INSERT INTO items (kind, id, place, text, serial, crc) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                      " ON CONFLICT (kind, id) DO UPDATE SET place = ?3, text = ?4, serial = ?5, crc = ?6", "ssisii",
                      nida_item_kind_get_name (item->kind), item->id, item->place, item->text, (gint64) serial,
                      (gint64) nida_store_check_item (item, serial));
}

static int
remove_item (sqlite3        *db,
             const NidaItem *item)
{
  return nida_sql_do (db, "DELETE FROM items WHERE kind = ?1 AND id = ?2", "ss", nida_item_kind_get_name (item->kind),
                      item->id);
}

/* Carry out @edit, and add to @written what it did to the file, where others may have changed the item meanwhile. */
static int
write_edit (sqlite3        *db,
            NidaStoreHead  *head,
            const NidaEdit *edit,
            NidaRevision   *written)
{
  g_autoptr (NidaItem) before = NULL;
  guint64 serial = 0;
  int result = find_item (db, nida_edit_get_item (edit), &before, &serial);

  if (result != SQLITE_OK || (before == NULL && edit->after == NULL))
    return result;
  if (before != NULL)
    {
      head->sum -= nida_store_check_item (before, serial);
      head->n_items--;
    }
  if (edit->after != NULL)
    {
      head->sum += nida_store_check_item (edit->after, head->serial);
      head->n_items++;
    }
  nida_store_add_edit (written, before, edit->after);
  return edit->after != NULL ? nida_store_put_item (db, edit->after, head->serial) : remove_item (db, before);
}

int
nida_store_put_revision (sqlite3            *db,
                         const NidaRevision *revision)
{
  g_autoptr (GBytes) edits = nida_store_pack_edits (revision);

  return nida_sql_do (db, "INSERT INTO revisions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", "issiibi", (gint64) revision->serial,
                      revision->name, revision->who, revision->at, (gint64) revision->undoes, edits,
                      (gint64) nida_store_check_revision (revision, edits));
}

static int
write_revision (sqlite3       *db,
                NidaStoreHead *head,
                NidaRevision  *revision)
{
  g_autoptr (NidaRevision) written = nida_revision_new (revision->name);
  int result = SQLITE_OK;

  head->serial++;
  written->serial = head->serial;
  g_free (written->who);
  written->who = g_strdup (revision->who);
  written->at = revision->at;
  written->undoes = revision->undoes < head->serial ? revision->undoes : 0;
  for (guint i = 0; i < revision->edits->len && result == SQLITE_OK; i++)
    result = write_edit (db, head, revision->edits->pdata[i], written);
  return result == SQLITE_OK ? nida_store_put_revision (db, written) : result;
}

/* --- what others wrote, and what is ours after all --- */

/* Did @ours become @theirs? Times are of microseconds, and what an edit leads to is the same wherever it is written. */
static gboolean
is_same (NidaRevision *ours,
         NidaRevision *theirs)
{
  if (ours->at != theirs->at || !g_str_equal (ours->name, theirs->name) || !g_str_equal (ours->who, theirs->who))
    return FALSE;
  for (guint i = 0; i < theirs->edits->len; i++)
    {
      const NidaEdit *written = theirs->edits->pdata[i];
      const NidaItem *item = nida_edit_get_item (written);
      const NidaEdit *edit = nida_revision_find (ours, item->kind, item->id);

      if (edit == NULL || !nida_item_equal (edit->after, written->after))
        return FALSE;
    }
  return TRUE;
}

/* A try to write that failed may have succeeded all the same: such revisions are not news. */
static void
settle (NidaStore *self,
        GPtrArray *list,
        GPtrArray *news)
{
  for (guint i = 0; i < list->len; i++)
    {
      NidaRevision *revision = list->pdata[i];
      gboolean ours = FALSE;

      for (guint j = 0; j < self->unsure->len && !ours; j++)
        if (is_same (self->unsure->pdata[j], revision))
          {
            g_hash_table_insert (self->settled, nida_revision_ref (self->unsure->pdata[j]),
                                 g_memdup2 (&revision->serial, sizeof revision->serial));
            g_ptr_array_remove_index (self->unsure, j);
            ours = TRUE;
          }
      if (!ours)
        g_ptr_array_add (news, nida_revision_ref (revision));
    }
}

static int
read_news (NidaStore     *self,
           NidaStoreHead *head,
           GPtrArray     *news)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  int result = nida_store_read_head (self->db, head);

  if (result == SQLITE_OK && head->serial < self->serial)
    return SQLITE_CORRUPT;
  if (result == SQLITE_OK && head->serial > self->serial)
    result = read_revisions (self->db, head, self->serial, list);
  if (result != SQLITE_OK)
    return result;
  settle (self, list, news);
  self->serial = head->serial;
  return SQLITE_OK;
}

gboolean
nida_store_read_news (NidaStore  *self,
                      GPtrArray  *news,
                      GError    **error)
{
  NidaStoreHead head;
  int result;

  if (self->copy != NULL)
    return TRUE;
  if (!nida_store_connect (self, error))
    return FALSE;
  nida_store_hold ();
  result = nida_sql_run (self->db, "BEGIN");
  if (result == SQLITE_OK)
    result = read_news (self, &head, news);
  if (result == SQLITE_OK)
    result = nida_sql_run (self->db, "COMMIT");
  nida_store_release ();
  return result == SQLITE_OK || nida_store_fail (self, result, error);
}

/* Inside the transaction. */
static int
write_revisions (NidaStore *self,
                 GPtrArray *revisions,
                 GArray    *serials,
                 GPtrArray *news)
{
  NidaStoreHead head;
  int result = read_news (self, &head, news);

  for (guint i = 0; i < revisions->len && result == SQLITE_OK; i++)
    {
      NidaRevision *revision = revisions->pdata[i];
      const guint64 *settled = g_hash_table_lookup (self->settled, revision);
      guint64 serial;

      if (settled == NULL)
        result = write_revision (self->db, &head, revision);
      serial = settled != NULL ? *settled : head.serial;
      g_array_append_val (serials, serial);
    }
  return result == SQLITE_OK ? nida_store_write_head (self->db, &head) : result;
}

gboolean
nida_store_append (NidaStore  *self,
                   GPtrArray  *revisions,
                   GArray     *serials,
                   GPtrArray  *news,
                   GError    **error)
{
  int result;

  g_array_set_size (serials, 0);
  if (!nida_store_connect_to_write (self, error))
    return FALSE;
  nida_store_hold ();
  result = nida_sql_run (self->db, "BEGIN IMMEDIATE");
  if (result == SQLITE_OK)
    result = write_revisions (self, revisions, serials, news);
  if (result == SQLITE_OK)
    result = nida_sql_run (self->db, "COMMIT");
  nida_store_release ();
  g_ptr_array_set_size (self->unsure, 0);
  if (result != SQLITE_OK)
    {
      for (guint i = 0; i < revisions->len; i++)
        if (!g_hash_table_contains (self->settled, revisions->pdata[i]))
          g_ptr_array_add (self->unsure, nida_revision_ref (revisions->pdata[i]));
      return nida_store_fail (self, result, error);
    }
  for (guint i = 0; i < serials->len; i++)
    self->serial = MAX (self->serial, g_array_index (serials, guint64, i));
  g_hash_table_remove_all (self->settled);
  return TRUE;
}

/* --- forgetting --- */

/* The first revision that stays. */
static int
find_first (sqlite3             *db,
            const NidaStoreHead *head,
            gint64               before,
            guint                keep,
            guint64             *first)
{
  gint64 young = 0;
  int result = nida_sql_get (db, &young, "SELECT coalesce (min (serial), ?2) FROM revisions WHERE at >= ?1", "ii", before,
                             (gint64) head->serial + 1);

  *first = MIN ((guint64) young, head->serial + 1 - MIN (keep, head->serial));
  return result;
}

static int
prune (sqlite3 *db,
       gint64   before,
       guint    keep)
{
  NidaStoreHead head;
  guint64 first = 0;
  int result = nida_store_read_head (db, &head);

  if (result == SQLITE_OK)
    result = find_first (db, &head, before, keep, &first);
  if (result != SQLITE_OK || first <= head.first)
    return result;
  head.first = first;
  result = nida_sql_do (db, "DELETE FROM revisions WHERE serial < ?1", "i", (gint64) first);
  return result == SQLITE_OK ? nida_store_write_head (db, &head) : result;
}

gboolean
nida_store_prune (NidaStore  *self,
                  gint64      before,
                  guint       keep,
                  GError    **error)
{
  int result;

  if (!nida_store_connect_to_write (self, error))
    return FALSE;
  nida_store_hold ();
  result = nida_sql_run (self->db, "BEGIN IMMEDIATE");
  if (result == SQLITE_OK)
    result = prune (self->db, before, keep);
  if (result == SQLITE_OK)
    result = nida_sql_run (self->db, "COMMIT; PRAGMA incremental_vacuum");
  nida_store_release ();
  return result == SQLITE_OK || nida_store_fail (self, result, error);
}
