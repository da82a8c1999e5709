/* Opening the file of a document: what it is, whether it can be written, and the connection to it, which is made again after a
 * failure. What cannot be read in place (a journal to roll back, an older version, where nothing may be written) is read from a
 * private copy. */
#include "config.h"

#include "store-private.h"

#include "safe-file.h"
#include "store-salvage.h"
#include "store-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static GRWLock files_lock;

void
nida_store_hold (void)
{
  g_rw_lock_reader_lock (&files_lock);
}

void
nida_store_release (void)
{
  g_rw_lock_reader_unlock (&files_lock);
}

/* --- what is it? --- */

#define HEAD_SIZE 72
#define MAGIC     "SQLite format 3"

/* POSIX takes all locks of a process on a file away when any descriptor of it is closed: nobody else here may hold one. */
static gboolean
read_head (const char *path,
           guint8     *head)
{
  gboolean whole;
  int fd;

  g_rw_lock_writer_lock (&files_lock);
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  whole = fd >= 0 && pread (fd, head, HEAD_SIZE, 0) == HEAD_SIZE;
  if (fd >= 0)
    close (fd);
  g_rw_lock_writer_unlock (&files_lock);
  return whole;
}

static gboolean
has_magic (const guint8 *head)
{
  return memcmp (head, MAGIC, sizeof MAGIC) == 0;
}

/* One of both marks may be damaged. */
static gboolean
is_ours (const char   *path,
         const guint8 *head)
{
  guint32 id;

  memcpy (&id, head + 68, sizeof id);
  return GUINT32_FROM_BE (id) == NIDA_STORE_APPLICATION_ID || (has_magic (head) && g_str_has_suffix (path, NIDA_STORE_SUFFIX));
}

gboolean
nida_store_recognise (const char *path)
{
  guint8 head[HEAD_SIZE];

  return read_head (path, head) && is_ours (path, head);
}

/* Does the file say of itself what each of ours does? Then SQLite may open it: one that asks for a log beside it would get one. */
static gboolean
is_plain (const guint8 *head)
{
  return has_magic (head) && head[18] == 1 && head[19] == 1 && head[20] == 0;
}

/* Follow links, and look at what is there. @head: how it begins. */
static gboolean
find_file (NidaStore   *self,
           const char  *path,
           guint8      *head,
           GError     **error)
{
  char *resolved = realpath (path, NULL);

  self->path = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);
  if (stat (self->path, &self->file) != 0)
    return errno == ENOENT || errno == ENOTDIR ? nida_store_error_tell (error, path, NIDA_STORE_ERROR_NOT_FOUND)
                                               : nida_store_error_set (error, path, SQLITE_CANTOPEN, errno);
  if (!S_ISREG (self->file.st_mode))
    return nida_store_error_tell (error, path, NIDA_STORE_ERROR_NOT_DOCUMENT);
  if (access (self->path, R_OK) != 0)
    return nida_store_error_set (error, path, SQLITE_CANTOPEN, errno);
  if (!read_head (self->path, head) || !is_ours (self->path, head))
    return nida_store_error_tell (error, path, NIDA_STORE_ERROR_NOT_DOCUMENT);
  return TRUE;
}

/* The journal stands beside the file, so that the folder counts too. */
static gboolean
may_write (NidaStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return access (self->path, W_OK) == 0 && access (folder, W_OK) == 0;
}

/* --- the connection --- */

static int
get_version (sqlite3 *db,
             gint64  *version)
{
  gint64 n;
  /* The first read of the file itself: here a journal is rolled back, and what is no database is told. */
  int result = nida_sql_get (db, &n, "SELECT count(*) FROM sqlite_schema", "");

  return result == SQLITE_OK ? nida_sql_get (db, version, "PRAGMA user_version", "") : result;
}

static int
open_at (NidaStore  *self,
         const char *path,
         gboolean    writing)
{
  int result = nida_sql_open (path, writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, &self->db);

  return result == SQLITE_OK ? nida_sql_run (self->db, "PRAGMA synchronous=EXTRA") : result;
}

static void
close_db (NidaStore *self)
{
  nida_store_hold ();
  g_clear_pointer (&self->db, sqlite3_close);
  nida_store_release ();
}

gboolean
nida_store_fail (NidaStore  *self,
                 int         result,
                 GError    **error)
{
  int system_error = 0;

  /* What SQLite remembers of the system is only of now where the system had a part in it. */
  if (self->db != NULL && ((result & 0xff) == SQLITE_IOERR || (result & 0xff) == SQLITE_CANTOPEN))
    system_error = sqlite3_system_errno (self->db);
  if (g_error_matches (self->limit, NIDA_STORE_ERROR, NIDA_STORE_ERROR_NEWER) && (result & 0xff) != SQLITE_IOERR)
    nida_store_error_tell (error, self->path, NIDA_STORE_ERROR_NEWER);
  else
    nida_store_error_set (error, self->path, result, system_error);
  if (self->db != NULL)
    nida_sql_run (self->db, "ROLLBACK");
  close_db (self);
  return FALSE;
}

static int
connect_to (NidaStore *self)
{
  g_autofree char *path = self->copy != NULL ? g_build_filename (self->copy, "document", NULL) : g_strdup (self->path);

  return open_at (self, path, self->writing || self->copy != NULL);
}

static gboolean
has_gone (NidaStore *self)
{
  struct stat now;

  return self->copy == NULL
         && (stat (self->path, &now) != 0 || now.st_dev != self->file.st_dev || now.st_ino != self->file.st_ino);
}

gboolean
nida_store_connect (NidaStore  *self,
                    GError    **error)
{
  int result;

  if (self->db != NULL)
    return TRUE;
  if (has_gone (self))
    return nida_store_error_tell (error, self->path, NIDA_STORE_ERROR_GONE);
  result = connect_to (self);
  return result == SQLITE_OK || nida_store_fail (self, result, error);
}

/* A file that was written into while its trees or its history are broken would lose what is still whole: it is looked at once
 * before. */
static gboolean
check_all (NidaStore  *self,
           GError    **error)
{
  g_autoptr (GPtrArray) revisions = nida_store_list_revisions (self, 0, error);
  int result;
  g_autoptr (NidaStatement) row = NULL;
  gboolean sound;

  if (revisions == NULL)
    return FALSE;
  row = nida_sql_prepare (self->db, &result, "PRAGMA quick_check(1)", "");
  sound = nida_sql_step (row, &result) && g_strcmp0 (nida_sql_text (row, 0), "ok") == 0;
  g_clear_pointer (&row, sqlite3_finalize);
  if (!sound)
    return nida_store_fail (self, result == SQLITE_ROW ? SQLITE_CORRUPT : result, error);
  self->checked = TRUE;
  return TRUE;
}

gboolean
nida_store_connect_to_write (NidaStore  *self,
                             GError    **error)
{
  int moved = 0;

  if (self->limit != NULL)
    {
      g_propagate_error (error, g_error_copy (self->limit));
      return FALSE;
    }
  if (!self->writing)
    return nida_store_error_tell (error, self->path, NIDA_STORE_ERROR_READ_ONLY);
  if (!nida_store_connect (self, error))
    return FALSE;
  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved)
    {
      close_db (self);
      return nida_store_error_tell (error, self->path, NIDA_STORE_ERROR_GONE);
    }
  return self->checked || check_all (self, error);
}

/* --- a private copy --- */

static gboolean
copy_file (const char  *from,
           const char  *folder,
           const char  *name,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (path);
  gboolean copied;

  g_rw_lock_writer_lock (&files_lock);
  copied = g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error);
  g_rw_lock_writer_unlock (&files_lock);
  return copied;
}

/* A folder of the program's own. */
static gboolean
begin_copy (NidaStore  *self,
            GError    **error)
{
  close_db (self);
  self->copy = g_dir_make_tmp ("nida-XXXXXX", error);
  self->writing = FALSE;
  return self->copy != NULL;
}

static gboolean
use_copy (NidaStore  *self,
          GError    **error)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  if (!begin_copy (self, error))
    return FALSE;
  if (!copy_file (self->path, self->copy, "document", error)
      || (g_file_test (journal, G_FILE_TEST_EXISTS) && !copy_file (journal, self->copy, "document-journal", error)))
    return FALSE;
  return nida_store_connect (self, error);
}

static void
drop_copy (NidaStore *self)
{
  const char * const names[] = { "document", "document-journal" };

  if (self->copy == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->copy, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->copy);
  g_clear_pointer (&self->copy, g_free);
}

/* --- opening --- */

static void
limit (NidaStore      *self,
       NidaStoreError  code)
{
  self->writing = FALSE;
  g_clear_error (&self->limit);
  nida_store_error_tell (&self->limit, self->path, code);
}

/* The copy that was read until now may be what is damaged. */
gboolean
nida_store_begin_salvage (NidaStore  *self,
                          GError    **error)
{
  g_autofree char *path = NULL;
  gboolean found = FALSE;
  int result;

  limit (self, NIDA_STORE_ERROR_DAMAGED);
  close_db (self);
  drop_copy (self);
  if (!begin_copy (self, error))
    return FALSE;
  path = g_build_filename (self->copy, "document", NULL);
  result = nida_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &self->db);
  g_rw_lock_writer_lock (&files_lock);
  if (result == SQLITE_OK)
    result = nida_store_salvage (self->path, self->db, &found);
  g_rw_lock_writer_unlock (&files_lock);
  if (result != SQLITE_OK)
    return nida_store_fail (self, result, error);
  if (found)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->limit));
  return FALSE;
}

/* Statements are always the same: what is an error in one is tables that are not what they should be. */
gboolean
nida_store_is_damage (int result)
{
  return (result & 0xff) == SQLITE_CORRUPT || (result & 0xff) == SQLITE_NOTADB || (result & 0xff) == SQLITE_ERROR;
}

/* An older version becomes one of today, or its copy does. */
static gboolean
make_current (NidaStore  *self,
              GError    **error)
{
  int result;

  if (!self->writing && self->copy == NULL && !use_copy (self, error))
    return FALSE;
  result = nida_store_migrate (self->db);
  return nida_store_is_damage (result) ? nida_store_begin_salvage (self, error) : result == SQLITE_OK || nida_store_fail (self, result, error);
}

static gboolean
look_inside (NidaStore  *self,
             GError    **error)
{
  gint64 version = 0;
  int result = connect_to (self);

  if (result == SQLITE_OK)
    result = get_version (self->db, &version);

  /* A journal wants to be rolled back where nothing may be written. */
  if ((result == SQLITE_READONLY_ROLLBACK || (result & 0xff) == SQLITE_CANTOPEN || result == SQLITE_READONLY_CANTINIT)
      && self->copy == NULL)
    {
      if (!use_copy (self, error))
        return FALSE;
      result = get_version (self->db, &version);
    }
  if (nida_store_is_damage (result))
    return nida_store_begin_salvage (self, error);
  if (result != SQLITE_OK)
    return nida_store_fail (self, result, error);
  if (version > NIDA_STORE_VERSION)
    limit (self, NIDA_STORE_ERROR_NEWER);
  else if (version < NIDA_STORE_VERSION && version > 0)
    return make_current (self, error);
  else if (version <= 0 || !nida_store_has_tables (self->db))
    return nida_store_begin_salvage (self, error);
  return TRUE;
}

/**
 * nida_store_open:
 *
 * Returns: (nullable): %NULL with @error (%NIDA_STORE_ERROR) where nothing can be read at all; what can be read and not
 *   written has a limit
 */
NidaStore *
nida_store_open (const char     *path,
                 NidaStoreMode   mode,
                 GError        **error)
{
  g_autoptr (NidaStore) self = g_new0 (NidaStore, 1);
  guint8 head[HEAD_SIZE];

  self->unsure = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  self->settled = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) nida_revision_unref, g_free);
  if (!find_file (self, path, head, error))
    return NULL;
  self->writing = mode == NIDA_STORE_WRITE && may_write (self);
  if (self->writing)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      nida_safe_file_clean (folder);
    }
  else if (mode == NIDA_STORE_WRITE)
    limit (self, NIDA_STORE_ERROR_READ_ONLY);
  if (!is_plain (head) ? !nida_store_begin_salvage (self, error)
                       : !look_inside (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
nida_store_free (NidaStore *self)
{
  if (self == NULL)
    return;
  close_db (self);
  drop_copy (self);
  g_ptr_array_unref (self->unsure);
  g_hash_table_unref (self->settled);
  g_clear_error (&self->limit);
  g_free (self->path);
  g_free (self);
}

const char *
nida_store_get_path (NidaStore *self)
{
  return self->path;
}

const GError *
nida_store_get_limit (NidaStore *self)
{
  return self->limit;
}

guint64
nida_store_get_serial (NidaStore *self)
{
  return self->serial;
}
