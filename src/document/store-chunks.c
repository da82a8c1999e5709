/* Chunks of 4 MiB: so few bytes that a revision need not wait for them, so many that they pack well and are unpacked side by
 * side. A chunk is deflated where that saves a tenth; its checksum is of what it holds. */
#include "config.h"

#include "store-chunks.h"

#include "store-rows.h"

#include <string.h>
#include <zlib.h>

#define CHUNK  NIDA_STORE_CHUNK
#define AHEAD  4      /* chunks that are unpacked at once */

#define SELECT "SELECT id, packed, crc, data FROM chunks WHERE id >= ?1 AND id < ?2 ORDER BY id"

/* One on its way out of the file. */
typedef struct {
  gint64  id, packed, crc;
  GBytes *data;
  guint8 *buffer;     /* of @room bytes */
  gsize   room;
  gssize  length;     /* -1: not what it was */
} Chunk;

/* --- packing --- */

/* Deflated, or as it is: *packed is 0. */
static GBytes *
pack (gconstpointer  data,
      gsize          size,
      gsize         *packed)
{
  uLongf length = compressBound (size);
  g_autofree guint8 *buffer = g_malloc (length);

  *packed = 0;
  if (compress2 (buffer, &length, data, size, Z_BEST_SPEED) != Z_OK || length > size - size / 10)
    return g_bytes_new_static (data, size);
  *packed = size;
  return g_bytes_new (buffer, length);
}

int
nida_store_put_chunk (sqlite3       *db,
                      gint64         id,
                      guint          n,
                      gconstpointer  data,
                      gsize          size)
{
  gsize packed;
  g_autoptr (GBytes) bytes = pack (data, size, &packed);
  gint64 chunk = id * NIDA_STORE_MAX_CHUNKS + n;

  return nida_sql_do (db, "INSERT INTO chunks VALUES (?1, ?2, ?3, ?4)", "iiib", chunk, (gint64) packed,
                      (gint64) nida_store_check_chunk (chunk, data, size), bytes);
}

static gssize
inflate_into (Chunk        *chunk,
              const guint8 *data,
              gsize         size)
{
  uLongf length = chunk->room;

  if (uncompress (chunk->buffer, &length, data, size) != Z_OK || length != (uLongf) chunk->packed)
    return -1;
  return (gssize) length;
}

/* Whatever the row says, no more bytes come out of it than there is room for. */
static void
unpack (Chunk *chunk)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (chunk->data, &size);

  chunk->length = -1;
  if (chunk->packed < 0 || (guint64) chunk->packed > chunk->room || (chunk->packed == 0 && size > chunk->room))
    return;
  if (chunk->packed > 0)
    chunk->length = inflate_into (chunk, data, size);
  else if (size > 0)
    memcpy (chunk->buffer, data, size);
  if (chunk->packed == 0)
    chunk->length = (gssize) size;
  if (chunk->length >= 0 && chunk->crc != nida_store_check_chunk (chunk->id, chunk->buffer, (gsize) chunk->length))
    chunk->length = -1;
}

gboolean
nida_store_is_chunk (gint64  id,
                     gint64  packed,
                     gint64  crc,
                     GBytes *data)
{
  Chunk chunk = { id, packed, crc, data, g_malloc (CHUNK), CHUNK, -1 };

  unpack (&chunk);
  g_free (chunk.buffer);
  return chunk.length >= 0;
}

/* --- reading --- */

static NidaStatement *
select_chunks (sqlite3 *db,
               gint64   id,
               int     *result)
{
  return nida_sql_prepare (db, result, SELECT, "ii", id * NIDA_STORE_MAX_CHUNKS, (id + 1) * NIDA_STORE_MAX_CHUNKS);
}

static void
take_row (NidaStatement *row,
          Chunk         *chunk)
{
  chunk->id = sqlite3_column_int64 (row, 0);
  chunk->packed = sqlite3_column_int64 (row, 1);
  chunk->crc = sqlite3_column_int64 (row, 2);
  chunk->data = g_bytes_new (sqlite3_column_blob (row, 3), (gsize) sqlite3_column_bytes (row, 3));
  if (chunk->buffer != NULL)
    return;
  chunk->buffer = g_malloc (CHUNK);
  chunk->room = CHUNK;
}

static void
unpack_cb (gpointer data,
           gpointer user_data)
{
  unpack (data);
}

/* Side by side; what is small is not worth a thread. */
static void
unpack_all (Chunk *chunks,
            guint  n)
{
  GThreadPool *pool = n > 1 ? g_thread_pool_new (unpack_cb, NULL, (int) g_get_num_processors (), FALSE, NULL) : NULL;

  for (guint i = 0; i < n; i++)
    if (pool == NULL || !g_thread_pool_push (pool, &chunks[i], NULL))
      unpack (&chunks[i]);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}

/* @next: the number that the first of them should have. */
static int
give_all (Chunk         *chunks,
          guint          n,
          gint64         next,
          NidaChunkFunc  func,
          gpointer       user_data)
{
  for (guint i = 0; i < n; i++)
    {
      if (chunks[i].length < 0 || chunks[i].id != next + i)
        return SQLITE_CORRUPT;
      if (!func (user_data, chunks[i].buffer, (gsize) chunks[i].length))
        return SQLITE_ABORT;
    }
  return SQLITE_OK;
}

static int
read_all (NidaStatement *row,
          Chunk         *chunks,
          gint64         next,
          NidaChunkFunc  func,
          gpointer       user_data)
{
  int result = SQLITE_OK;
  guint n;

  do
    {
      int given;

      for (n = 0; n < AHEAD && nida_sql_step (row, &result); n++)
        take_row (row, &chunks[n]);
      unpack_all (chunks, n);
      given = give_all (chunks, n, next, func, user_data);
      next += n;
      for (guint i = 0; i < n; i++)
        g_bytes_unref (chunks[i].data);
      if (given != SQLITE_OK)
        return given;
    }
  while (n == AHEAD);
  return result;
}

int
nida_store_each_chunk (sqlite3       *db,
                       gint64         id,
                       NidaChunkFunc  func,
                       gpointer       user_data)
{
  int result;
  g_autoptr (NidaStatement) row = select_chunks (db, id, &result);
  Chunk chunks[AHEAD] = { 0 };

  if (result == SQLITE_OK)
    result = read_all (row, chunks, id * NIDA_STORE_MAX_CHUNKS, func, user_data);
  for (guint i = 0; i < AHEAD; i++)
    g_free (chunks[i].buffer);
  return result;
}

/* --- into memory --- */

/* Each has its place in what is made of them. */
typedef struct {
  guint8  *data;
  guint64  size;
  Chunk   *chunks;
  guint64  n_chunks;
} Whole;

static void
unpack_piece_cb (gpointer data,
                 gpointer user_data)
{
  Chunk *chunk = data;

  unpack (chunk);
  g_clear_pointer (&chunk->data, g_bytes_unref);
}

/* Rows in the order of their numbers, each as it comes on its way to a thread. */
static int
take_pieces (NidaStatement *row,
             Whole         *whole,
             gint64         first,
             GThreadPool   *pool)
{
  int result = SQLITE_OK;
  guint64 n = 0;

  while (nida_sql_step (row, &result))
    {
      Chunk *chunk;

      if (n == whole->n_chunks || sqlite3_column_int64 (row, 0) != first + (gint64) n)
        return SQLITE_CORRUPT;
      chunk = &whole->chunks[n];
      chunk->buffer = whole->data + n * CHUNK;
      chunk->room = MIN (CHUNK, whole->size - n * CHUNK);
      take_row (row, chunk);
      if (!g_thread_pool_push (pool, chunk, NULL))
        unpack_piece_cb (chunk, NULL);
      n++;
    }
  return result == SQLITE_OK && n < whole->n_chunks ? SQLITE_CORRUPT : result;
}

static gboolean
is_whole (const Whole *whole)
{
  for (guint64 n = 0; n < whole->n_chunks; n++)
    if (whole->chunks[n].length != (gssize) whole->chunks[n].room)
      return FALSE;
  return TRUE;
}

GBytes *
nida_store_load_chunks (sqlite3 *db,
                        gint64   id,
                        guint64  size)
{
  Whole whole = { NULL, size, NULL, (size + CHUNK - 1) / CHUNK };
  int result;
  g_autoptr (NidaStatement) row = select_chunks (db, id, &result);
  GThreadPool *pool = g_thread_pool_new (unpack_piece_cb, NULL, (int) g_get_num_processors (), FALSE, NULL);

  if (result == SQLITE_OK && size > 0 && whole.n_chunks <= NIDA_STORE_MAX_CHUNKS)
    whole.data = g_try_malloc (size);
  if (whole.data != NULL)
    {
      whole.chunks = g_new0 (Chunk, whole.n_chunks);
      result = take_pieces (row, &whole, id * NIDA_STORE_MAX_CHUNKS, pool);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  if (whole.data == NULL || result != SQLITE_OK || !is_whole (&whole))
    g_clear_pointer (&whole.data, g_free);
  g_free (whole.chunks);
  return whole.data != NULL ? g_bytes_new_take (whole.data, size) : NULL;
}

/* --- copying --- */

static int
copy_chunk (Chunk   *chunk,
            sqlite3 *to,
            gint64   id)
{
  return nida_sql_do (to, "INSERT INTO chunks VALUES (?1, ?2, ?3, ?4)", "iiib", id, chunk->packed,
                      (gint64) nida_store_check_chunk (id, chunk->buffer, (gsize) chunk->length), chunk->data);
}

int
nida_store_copy_chunks (sqlite3      *from,
                        gint64        from_id,
                        sqlite3      *to,
                        gint64        to_id,
                        guint64      *size,
                        GCancellable *cancellable)
{
  int result, written = SQLITE_OK;
  g_autoptr (NidaStatement) row = select_chunks (from, from_id, &result);
  Chunk chunk = { 0 };

  for (gint64 n = 0; written == SQLITE_OK && nida_sql_step (row, &result); n++)
    {
      take_row (row, &chunk);
      unpack (&chunk);
      if (chunk.length < 0 || chunk.id != from_id * NIDA_STORE_MAX_CHUNKS + n)
        written = SQLITE_CORRUPT;
      else if (g_cancellable_is_cancelled (cancellable))
        written = SQLITE_INTERRUPT;
      else if (copy_chunk (&chunk, to, to_id * NIDA_STORE_MAX_CHUNKS + n) != SQLITE_OK)
        written = SQLITE_ABORT;
      *size += (guint64) MAX (chunk.length, 0);
      g_bytes_unref (chunk.data);
    }
  g_free (chunk.buffer);
  return written != SQLITE_OK ? written : result;
}

int
nida_store_drop_chunks (sqlite3 *db,
                        gint64   id)
{
  return nida_sql_do (db, "DELETE FROM chunks WHERE id >= ?1 AND id < ?2", "ii", id * NIDA_STORE_MAX_CHUNKS,
                      (id + 1) * NIDA_STORE_MAX_CHUNKS);
}
