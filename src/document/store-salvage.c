/* Every row has its checksum, so that whatever is found of a damaged file is as it was or left out; and it counts only where it
 * is known to be the last: a leaf says that it has the row, or all revisions since are there. Otherwise an entry that somebody
 * deleted would come back. What is whole goes into a private copy, which is then read like any other document. */
#include "config.h"

#include "store-salvage.h"

#include "store-chunks.h"
#include "store-pages.h"
#include "store-private.h"
#include "store-rows.h"
#include "store-schema.h"

#include <string.h>

/* What is known of an item: as of which revision, and what it was then; NULL: removed. */
typedef struct {
  gboolean  live;
  guint64   serial;
  NidaItem *item;
} State;

typedef struct {
  sqlite3    *db;
  GHashTable *states;       /* "kind/id" → State */
  GHashTable *revisions;    /* guint64 serial → NidaRevision */
  guint64     last;         /* serial that the file had, 0: not known */
  int         result;
} Salvage;

static void
state_free (gpointer data)
{
  State *state = data;

  nida_item_free (state->item);
  g_free (state);
}

/* --- what a row is --- */

/* "nttiiti": n, i, t, b as of NidaPageValue; ? for any. */
static gboolean
has_types (const NidaPageRow *row,
           const char        *types)
{
  if (row->n_values != strlen (types))
    return FALSE;
  for (guint i = 0; i < row->n_values; i++)
    if (types[i] != row->values[i].type)
      return FALSE;
  return TRUE;
}

static char *
dup_text (const NidaPageValue *value)
{
  return g_utf8_validate_len ((const char *) value->data, value->size, NULL)
         ? g_strndup ((const char *) value->data, value->size) : NULL;
}

/* The better of what is there and @item (transfer full, or NULL), which is of @serial. */
static void
learn (Salvage      *self,
       NidaItemKind  kind,
       const char   *id,
       gboolean      live,
       guint64       serial,
       NidaItem     *item)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", nida_item_kind_get_name (kind), id);
  State *state = g_hash_table_lookup (self->states, key);

  if (state != NULL && (state->live > live || (state->live == live && state->serial >= serial)))
    {
      nida_item_free (item);
      return;
    }
  state = g_new (State, 1);
  *state = (State) { live, serial, item };
  g_hash_table_replace (self->states, g_steal_pointer (&key), state);
}

static gboolean
take_item (Salvage           *self,
           const NidaPageRow *row)
{
  g_autofree char *name = dup_text (&row->values[1]), *id = dup_text (&row->values[2]), *text = dup_text (&row->values[4]);
  guint64 serial = (guint64) row->values[5].number;
  NidaItemKind kind;
  NidaItem *item;

  if (name == NULL || id == NULL || text == NULL || !nida_item_kind_from_name (name, &kind))
    return FALSE;
  item = nida_item_new (kind, id, row->values[3].number, text);
  if (nida_store_check_item (item, serial) != row->values[6].number)
    {
      nida_item_free (item);
      return FALSE;
    }
  learn (self, kind, id, row->live, serial, item);
  return TRUE;
}

static gboolean
take_revision (Salvage           *self,
               const NidaPageRow *row)
{
  g_autofree char *name = dup_text (&row->values[1]), *who = dup_text (&row->values[2]);
  g_autoptr (GBytes) edits = g_bytes_new (row->values[5].data, row->values[5].size);
  g_autoptr (NidaRevision) revision = nida_revision_new (name);

  if (name == NULL || who == NULL)
    return FALSE;
  revision->serial = (guint64) row->rowid;
  g_free (revision->who);
  revision->who = g_strdup (who);
  revision->at = row->values[3].number;
  revision->undoes = (guint64) row->values[4].number;
  if (nida_store_check_revision (revision, edits) != row->values[6].number || !nida_store_unpack_edits (revision, edits))
    return FALSE;
  g_hash_table_replace (self->revisions, &revision->serial, nida_revision_ref (revision));
  return TRUE;
}

/* Bytes and their chunks go as they are: what is not whole of them is found when they are opened. */
static gboolean
take_held (Salvage           *self,
           const NidaPageRow *row)
{
  g_autofree char *sha256 = dup_text (&row->values[1]);

  if (sha256 == NULL
      || nida_store_check_held (row->rowid, sha256, (guint64) row->values[2].number, row->values[3].number)
         != row->values[4].number)
    return FALSE;
  self->result = nida_sql_do (self->db, "INSERT OR REPLACE INTO bytes VALUES (?1, ?2, ?3, ?4, ?5)", "isiii", row->rowid, sha256,
                              row->values[2].number, row->values[3].number, row->values[4].number);
  return self->result == SQLITE_OK;
}

static gboolean
take_chunk (Salvage           *self,
            const NidaPageRow *row)
{
  g_autoptr (GBytes) data = g_bytes_new_static (row->values[3].data, row->values[3].size);

  if (!nida_store_is_chunk (row->rowid, row->values[1].number, row->values[2].number, data))
    return FALSE;
  self->result = nida_sql_do (self->db, "INSERT OR REPLACE INTO chunks VALUES (?1, ?2, ?3, ?4)", "iiib", row->rowid,
                              row->values[1].number, row->values[2].number, data);
  return self->result == SQLITE_OK;
}

static gboolean
take_head (Salvage           *self,
           const NidaPageRow *row)
{
  const NidaPageValue *values = row->values;
  guint64 serial = (guint64) values[1].number;

  if (nida_store_check_head (serial, (guint64) values[2].number, (guint64) values[3].number, (guint64) values[4].number)
      != values[5].number)
    return FALSE;
  if (row->live)
    self->last = serial;
  return TRUE;
}

static gboolean
row_cb (const NidaPageRow *row,
        gpointer           data)
{
  if (has_types (row, "nttitii"))
    return take_item (data, row);
  if (has_types (row, "nttiibi"))
    return take_revision (data, row);
  if (has_types (row, "niiiii"))
    return take_head (data, row);
  if (has_types (row, "ntiii"))
    return take_held (data, row);
  if (has_types (row, "niib"))
    return take_chunk (data, row);
  return FALSE;
}

/* --- what was found, put together --- */

static int
compare_revisions (gconstpointer a,
                   gconstpointer b)
{
  const NidaRevision *one = *(NidaRevision * const *) a, *two = *(NidaRevision * const *) b;

  return (one->serial > two->serial) - (one->serial < two->serial);
}

/* A revision knows its items as well as their own rows do. */
static GPtrArray *
learn_from_revisions (Salvage *self)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer found;

  g_hash_table_iter_init (&iter, self->revisions);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    g_ptr_array_add (sorted, found);
  g_ptr_array_sort (sorted, compare_revisions);
  for (guint i = 0; i < sorted->len; i++)
    {
      const NidaRevision *revision = sorted->pdata[i];

      for (guint j = 0; j < revision->edits->len; j++)
        {
          const NidaEdit *edit = revision->edits->pdata[j];
          const NidaItem *item = nida_edit_get_item (edit);

          learn (self, item->kind, item->id, FALSE, revision->serial, edit->after != NULL ? nida_item_copy (edit->after) : NULL);
        }
    }
  return sorted;
}

/* After which serial no revision is missing. */
static guint64
get_sure (Salvage *self)
{
  guint64 serial = self->last;

  if (serial == 0)
    return G_MAXUINT64;
  while (g_hash_table_contains (self->revisions, &serial))
    serial--;
  return serial;
}

static int
put_states (Salvage       *self,
            NidaStoreHead *head)
{
  guint64 sure = get_sure (self);
  GHashTableIter iter;
  gpointer value;
  int result = SQLITE_OK;

  g_hash_table_iter_init (&iter, self->states);
  while (result == SQLITE_OK && g_hash_table_iter_next (&iter, NULL, &value))
    {
      const State *state = value;

      if (state->item == NULL || (!state->live && state->serial < sure))
        continue;
      head->n_items++;
      head->sum += nida_store_check_item (state->item, state->serial);
      result = nida_store_put_item (self->db, state->item, state->serial);
    }
  return result;
}

/* History is of use as far back as none is missing. */
static int
put_revisions (Salvage       *self,
               GPtrArray     *sorted,
               NidaStoreHead *head)
{
  int result = SQLITE_OK;

  if (sorted->len == 0)
    return result;
  head->serial = ((NidaRevision *) sorted->pdata[sorted->len - 1])->serial;
  head->first = head->serial + 1;
  for (guint i = sorted->len; i > 0 && result == SQLITE_OK; i--)
    {
      const NidaRevision *revision = sorted->pdata[i - 1];

      if (revision->serial + 1 != head->first)
        break;
      head->first = revision->serial;
      result = nida_store_put_revision (self->db, revision);
    }
  return result;
}

static int
put_together (Salvage *self)
{
  NidaStoreHead head = { 0, 1, 0, 0 };
  g_autoptr (GPtrArray) sorted = learn_from_revisions (self);
  int result = put_states (self, &head);

  if (result == SQLITE_OK)
    result = put_revisions (self, sorted, &head);
  return result == SQLITE_OK ? nida_store_write_head (self->db, &head) : result;
}

static int
begin (sqlite3 *db)
{
  int result = nida_sql_be_quick (db);

  if (result == SQLITE_OK)
    result = nida_store_prepare_file (db);
  if (result == SQLITE_OK)
    result = nida_sql_run (db, "BEGIN");
  if (result == SQLITE_OK)
    result = nida_store_mark (db, NIDA_STORE_VERSION);
  return result == SQLITE_OK ? nida_store_create_tables (db, NIDA_STORE_ALL_TABLES, NIDA_STORE_N_TABLES) : result;
}

int
nida_store_salvage (const char *path,
                    sqlite3    *db,
                    gboolean   *found)
{
  Salvage self = { .db = db, .result = begin (db) };

  *found = FALSE;
  if (self.result != SQLITE_OK)
    return self.result;
  self.states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, state_free);
  self.revisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) nida_revision_unref);
  if (!nida_store_scan_pages (path, row_cb, &self))
    self.result = SQLITE_CANTOPEN;
  if (self.result == SQLITE_OK)
    self.result = put_together (&self);
  if (self.result == SQLITE_OK)
    self.result = nida_sql_run (db, "COMMIT");
  *found = g_hash_table_size (self.states) > 0;
  g_hash_table_unref (self.states);
  g_hash_table_unref (self.revisions);
  return self.result;
}
