/* Statements of SQLite. A file may come from anywhere, so that nothing in it is executed, and it is never mapped: what another
 * program cuts short must not end this one. */
#include "config.h"

#include "store-sql.h"

#include <string.h>

#define BUSY_TIME 3000      /* milliseconds */

int
nida_sql_open (const char  *path,
               int          flags,
               sqlite3    **db)
{
  int result = sqlite3_open_v2 (path, db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW, NULL);

  if (result != SQLITE_OK)
    return result;
  sqlite3_busy_timeout (*db, BUSY_TIME);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (*db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  return nida_sql_run (*db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
                            "PRAGMA secure_delete=ON");
}

static void
bind (NidaStatement *statement,
      const char    *types,
      va_list        args)
{
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 'i':
        sqlite3_bind_int64 (statement, i + 1, va_arg (args, gint64));
        break;
      case 's':
        sqlite3_bind_text (statement, i + 1, va_arg (args, const char *), -1, SQLITE_STATIC);
        break;
      case 'b':
        {
          gsize size;
          gconstpointer data = g_bytes_get_data (va_arg (args, GBytes *), &size);

          sqlite3_bind_blob64 (statement, i + 1, size > 0 ? data : "", size, SQLITE_STATIC);
          break;
        }
      default:
        g_assert_not_reached ();
      }
}

static NidaStatement *
prepare (sqlite3    *db,
         int        *result,
         const char *sql,
         const char *types,
         va_list     args)
{
  NidaStatement *statement = NULL;

  *result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  if (*result == SQLITE_OK)
    bind (statement, types, args);
  return statement;
}

NidaStatement *
nida_sql_prepare (sqlite3    *db,
                  int        *result,
                  const char *sql,
                  const char *types,
                  ...)
{
  NidaStatement *statement;
  va_list args;

  va_start (args, types);
  statement = prepare (db, result, sql, types, args);
  va_end (args);
  return statement;
}

gboolean
nida_sql_step (NidaStatement *statement,
               int           *result)
{
  if (statement == NULL)
    return FALSE;
  *result = sqlite3_step (statement);
  if (*result == SQLITE_ROW)
    return TRUE;
  if (*result == SQLITE_DONE)
    *result = SQLITE_OK;
  return FALSE;
}

int
nida_sql_run (sqlite3    *db,
              const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

int
nida_sql_do (sqlite3    *db,
             const char *sql,
             const char *types,
             ...)
{
  g_autoptr (NidaStatement) statement = NULL;
  va_list args;
  int result;

  va_start (args, types);
  statement = prepare (db, &result, sql, types, args);
  va_end (args);
  while (nida_sql_step (statement, &result))
    continue;
  return result;
}

int
nida_sql_get (sqlite3    *db,
              gint64     *value,
              const char *sql,
              const char *types,
              ...)
{
  g_autoptr (NidaStatement) statement = NULL;
  va_list args;
  int result;

  va_start (args, types);
  statement = prepare (db, &result, sql, types, args);
  va_end (args);
  if (nida_sql_step (statement, &result))
    {
      *value = sqlite3_column_int64 (statement, 0);
      return SQLITE_OK;
    }
  return result == SQLITE_OK ? SQLITE_DONE : result;
}

const char *
nida_sql_text (NidaStatement *statement,
               int            column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL || sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return NULL;
  return g_utf8_validate_len (text, (gsize) sqlite3_column_bytes (statement, column), NULL) ? text : NULL;
}

/* The pragma does not fail: it gives the mode that is in force. */
int
nida_sql_be_quick (sqlite3 *db)
{
  int result;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "PRAGMA journal_mode=MEMORY", "");

  if (!nida_sql_step (row, &result) || g_strcmp0 (nida_sql_text (row, 0), "memory") != 0)
    return result == SQLITE_OK || result == SQLITE_ROW ? SQLITE_IOERR : result;
  return nida_sql_run (db, "PRAGMA synchronous=OFF");
}
