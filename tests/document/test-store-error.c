/* store-error.c: each message names the file; the reason decides which it is. */
#include "store-error.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

static void
test_names_file (void)
{
  for (guint code = NIDA_STORE_ERROR_NOT_FOUND; code <= NIDA_STORE_ERROR_NOT_HELD; code++)
    {
      g_autoptr (GError) error = NULL;

      if (code == NIDA_STORE_ERROR_FAILED)
        continue;
      g_assert_false (nida_store_error_tell (&error, "/desk/appeal.nida", code));
      g_assert_error (error, NIDA_STORE_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, "“appeal.nida”"));
    }
}

static void
check (int            result,
       int            system_error,
       NidaStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_store_error_set (&error, "/desk/appeal.nida", result, system_error));
  g_assert_error (error, NIDA_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“appeal.nida”"));
}

static void
test_reasons (void)
{
  check (SQLITE_FULL, 0, NIDA_STORE_ERROR_FULL);
  check (SQLITE_IOERR_WRITE, ENOSPC, NIDA_STORE_ERROR_FULL);
  check (SQLITE_IOERR_WRITE, EIO, NIDA_STORE_ERROR_FAILED);
  check (SQLITE_CANTOPEN, EROFS, NIDA_STORE_ERROR_READ_ONLY);
  check (SQLITE_READONLY, 0, NIDA_STORE_ERROR_READ_ONLY);
  check (SQLITE_READONLY_DBMOVED, 0, NIDA_STORE_ERROR_GONE);
  check (SQLITE_BUSY, 0, NIDA_STORE_ERROR_BUSY);
  check (SQLITE_CORRUPT, 0, NIDA_STORE_ERROR_DAMAGED);
  check (SQLITE_NOTADB, 0, NIDA_STORE_ERROR_NOT_DOCUMENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-error/names-the-file", test_names_file);
  g_test_add_func ("/store-error/reasons", test_reasons);
  return g_test_run ();
}
