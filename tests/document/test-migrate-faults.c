/* Whatever read, write, sync, cut or removal of the upgrade of an older document fails, or is the last before the process is
 * killed: the old document is there whole, or the new one, and the next one who opens it has all of it. */
#include "old-versions.h"

#include "faults.h"
#include "store-schema.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define SIZE 40000      /* of the bytes of a source: more pages than one */

typedef struct {
  Fixture files;
  guint   version;
  char   *source;
  char   *old;          /* the file before all of it */
  gsize   old_size;
} Upgrade;

static void
set_up (Upgrade       *upgrade,
        gconstpointer  data)
{
  fixture_set_up (&upgrade->files, NULL);
  upgrade->version = GPOINTER_TO_UINT (data);
  upgrade->source = g_strnfill (SIZE, '7');
  old_version_make (upgrade->version, upgrade->files.path, upgrade->source);
  g_assert_true (g_file_get_contents (upgrade->files.path, &upgrade->old, &upgrade->old_size, NULL));
}

static void
tear_down (Upgrade       *upgrade,
           gconstpointer  data)
{
  fixture_tear_down (&upgrade->files, NULL);
  g_free (upgrade->source);
  g_free (upgrade->old);
}

static void
begin (Upgrade *upgrade)
{
  g_assert_true (g_file_set_contents (upgrade->files.path, upgrade->old, (gssize) upgrade->old_size, NULL));
}

/* As SQLite leaves it alone, which rolls back what was not ended. */
static gint64
find_version (Upgrade *upgrade)
{
  gint64 version = 0, tables;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (upgrade->files.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_get (db, &tables, "SELECT count(*) FROM sqlite_schema", ""), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_get (db, &version, "PRAGMA user_version", ""), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return version;
}

static void
open_whole (Upgrade       *upgrade,
            NidaStoreMode  mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaStore) store = nida_store_open (upgrade->files.path, mode, &error);

  g_assert_no_error (error);
  g_assert_no_error (nida_store_get_limit (store));
  old_version_check (store, upgrade->version, upgrade->source);
}

/* The old one byte for byte, or the new one; who opens it next has it. TRUE: it was the new one. */
static gboolean
check (Upgrade *upgrade)
{
  gint64 version = find_version (upgrade);
  g_autofree char *now = NULL, *names = NULL;
  gsize size;

  if (version != NIDA_STORE_VERSION)
    {
      g_assert_cmpint (version, ==, upgrade->version);
      g_assert_true (g_file_get_contents (upgrade->files.path, &now, &size, NULL));
      g_assert_cmpmem (now, size, upgrade->old, upgrade->old_size);
    }
  open_whole (upgrade, NIDA_STORE_READ);
  open_whole (upgrade, NIDA_STORE_WRITE);
  g_assert_cmpint (find_version (upgrade), ==, NIDA_STORE_VERSION);
  names = fixture_list (&upgrade->files);
  g_assert_cmpstr (names, ==, "appeal.nida ");
  return version == NIDA_STORE_VERSION;
}

/* Was a point met? */
static gboolean
fail (Upgrade   *upgrade,
      FaultKind  kind,
      guint      at)
{
  NidaStore *store;

  faults_arm (kind, at);
  store = nida_store_open (upgrade->files.path, NIDA_STORE_WRITE, NULL);
  g_clear_pointer (&store, nida_store_free);
  return faults_disarm ();
}

static gboolean
kill_at (Upgrade   *upgrade,
         FaultKind  kind,
         guint      at)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      fail (upgrade, kind, at);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) ? WEXITSTATUS (status) == 0 : WTERMSIG (status) == SIGKILL);
  return WIFSIGNALED (status);
}

/* Both are met: faults before the commit leave the old one, those after it the new one. */
static void
test_each (Upgrade    *upgrade,
           FaultKind   kind)
{
  gboolean (* fault) (Upgrade *, FaultKind, guint) = kind == FAULT_KILL || kind == FAULT_TORN ? kill_at : fail;
  guint n = 0, n_new = 0;
  gboolean met, is_new;

  do
    {
      begin (upgrade);
      met = fault (upgrade, kind, ++n);
      is_new = check (upgrade);
      n_new += met && is_new;
      g_assert_true (met || is_new);
    }
  while (met);
  g_test_message ("version %u: %u points, %u of them after the commit", upgrade->version, n, n_new);
  g_assert_cmpuint (n, >, 50);
  g_assert_cmpuint (n_new, >, 0);
  g_assert_cmpuint (n_new, <, n / 2);
}

static void
test_failed (Upgrade       *upgrade,
             gconstpointer  data)
{
  for (FaultKind kind = FAULT_ERROR; kind <= FAULT_STAYS_FULL; kind++)
    test_each (upgrade, kind);
}

static void
test_killed (Upgrade       *upgrade,
             gconstpointer  data)
{
  test_each (upgrade, FAULT_KILL);
  test_each (upgrade, FAULT_TORN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint version = 1; version < NIDA_STORE_VERSION; version++)
    {
      g_autofree char *failed = g_strdup_printf ("/migrate-faults/version-%u/a-write-fails/old-or-new", version);
      g_autofree char *killed = g_strdup_printf ("/migrate-faults/version-%u/killed/old-or-new", version);

      g_test_add (failed, Upgrade, GUINT_TO_POINTER (version), set_up, test_failed, tear_down);
      g_test_add (killed, Upgrade, GUINT_TO_POINTER (version), set_up, test_killed, tear_down);
    }
  return g_test_run ();
}
