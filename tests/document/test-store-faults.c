/* Whatever read, write, sync, cut, removal or renaming of a script of work fails, or is the last before the process is killed:
 * what was said to be in the file is in it, whole, once and in order, and nothing of anything else. */
#include "store-fixture.h"

#include "faults.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_REVISIONS 7
#define DATA        "donor,amount\nKuwait,1250000.50\n"

typedef struct {
  Fixture    files;
  char      *copy;                          /* where the document is saved under another name */
  NidaItems *states[N_REVISIONS + 1];       /* after each revision */
  GPtrArray *revisions;
  char      *sha256;
  NidaBytes *bytes;
} Script;

/* --- the script --- */

static void
add_revision (Script     *script,
              const char *id,
              const char *text)
{
  guint n = script->revisions->len;
  const NidaItem *before = nida_items_find (script->states[n], NIDA_ITEM_SOURCE, id);
  NidaRevision *revision = make_revision (NIDA_ITEM_SOURCE, id, before != NULL ? before->text : NULL, text);

  g_ptr_array_add (script->revisions, revision);
  script->states[n + 1] = nida_items_copy (script->states[n]);
  nida_items_apply (script->states[n + 1], revision);
}

static void
script_set_up (Script       *script,
               gconstpointer data)
{
  g_autofree char *large = g_strnfill (20000, 'x');

  fixture_set_up (&script->files, NULL);
  script->copy = g_build_filename (script->files.folder, "copy.nida", NULL);
  script->revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  script->bytes = make_bytes (DATA);
  script->sha256 = nida_bytes_dup_checksum (script->bytes, NULL, NULL);
  script->states[0] = nida_items_new ();
  add_revision (script, "a", "one");
  add_revision (script, "b", large);
  add_revision (script, "a", "two");
  add_revision (script, "s", script->sha256);
  add_revision (script, "b", NULL);
  add_revision (script, "c", large);
  add_revision (script, "a", "three");
}

static void
remove_files (Script *script)
{
  g_autofree char *journal = g_strconcat (script->files.path, "-journal", NULL);

  g_remove (script->files.path);
  g_remove (script->copy);
  g_remove (journal);
}

static void
script_tear_down (Script       *script,
                  gconstpointer data)
{
  for (guint i = 0; i <= N_REVISIONS; i++)
    nida_items_free (script->states[i]);
  g_ptr_array_unref (script->revisions);
  nida_bytes_unref (script->bytes);
  g_free (script->sha256);
  g_free (script->copy);
  fixture_tear_down (&script->files, NULL);
}

/* What is there before anything may fail: an empty document, and an older copy. */
static void
begin (Script *script)
{
  g_autoptr (NidaItems) none = nida_items_new ();

  remove_files (script);
  g_assert_true (nida_store_write_new (script->files.path, none, NULL, FALSE, NULL, NULL));
  g_assert_true (nida_store_write_new (script->copy, none, NULL, FALSE, NULL, NULL));
}

/* Work as document-file.c does; each step is tried up to @n_tries times. */
typedef struct {
  Script    *script;
  guint      n_tries;
  int        pipe;        /* takes a byte for each revision that is in the file; or -1 */
  NidaStore *store;
  guint      n_written;
  gboolean   kept, copied;
} Work;

static gboolean
open_store (Work *work)
{
  for (guint i = 0; i < work->n_tries && work->store == NULL; i++)
    {
      g_autoptr (NidaItems) items = NULL;

      work->store = nida_store_open (work->script->files.path, NIDA_STORE_WRITE, NULL);
      if (work->store != NULL)
        items = nida_store_read_items (work->store, NULL);
      if (items == NULL)
        g_clear_pointer (&work->store, nida_store_free);
    }
  return work->store != NULL;
}

static gboolean
write_revision (Work *work)
{
  for (guint i = 0; i < work->n_tries; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new (), news = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
      g_autoptr (GArray) serials = g_array_new (FALSE, FALSE, sizeof (guint64));
      gboolean written;

      g_ptr_array_add (one, work->script->revisions->pdata[work->n_written]);
      written = nida_store_append (work->store, one, serials, news, NULL);
      g_assert_cmpuint (news->len, ==, 0);
      if (!written)
        continue;
      g_assert_cmpuint (g_array_index (serials, guint64, 0), ==, work->n_written + 1);
      work->n_written++;
      if (work->pipe >= 0)
        g_assert_cmpint (write (work->pipe, "w", 1), ==, 1);
      return TRUE;
    }
  return FALSE;
}

static void
keep_bytes (Work *work)
{
  for (guint i = 0; i < work->n_tries && !work->kept; i++)
    {
      g_autofree char *sha256 = nida_store_keep_bytes (work->store, work->script->bytes, NULL, NULL);

      work->kept = sha256 != NULL;
    }
}

static void
save_copy (Work *work)
{
  for (guint i = 0; i < work->n_tries && !work->copied; i++)
    work->copied = nida_store_write_new (work->script->copy, work->script->states[work->n_written], work->store, TRUE, NULL, NULL);
}

static void
do_work (Work *work)
{
  if (!open_store (work))
    return;
  for (guint i = 0; i < 3; i++)
    write_revision (work);
  keep_bytes (work);
  while (work->n_written < N_REVISIONS && write_revision (work))
    continue;
  save_copy (work);
  nida_store_prune (work->store, G_MAXINT64, 3, NULL);
  nida_store_drop_unnamed (work->store, G_MAXINT64, NULL);
  g_clear_pointer (&work->store, nida_store_free);
}

/* --- what is there afterwards --- */

/* Which state the file has. */
static guint
find_state (Script         *script,
            const char     *path,
            NidaStoreMode   mode,
            GPtrArray     **revisions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaStore) store = nida_store_open (path, mode, &error);
  g_autoptr (NidaItems) items = NULL;

  g_assert_no_error (error);
  g_assert_no_error (nida_store_get_limit (store));
  items = nida_store_read_items (store, &error);
  g_assert_no_error (error);
  g_assert_no_error (nida_store_get_limit (store));
  *revisions = nida_store_list_revisions (store, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i <= N_REVISIONS; i++)
    if (nida_items_equal (items, script->states[i]))
      return i;
  g_error ("The file has items that never were");
}

static void
check_bytes (Script   *script,
             gboolean  expected)
{
  g_autoptr (NidaStore) store = nida_store_open (script->files.path, NIDA_STORE_WRITE, NULL);
  g_autoptr (NidaBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (!expected && !nida_store_holds_bytes (store, script->sha256))
    return;
  bytes = nida_store_open_bytes (store, script->sha256, "data", NULL, NULL);
  g_assert_nonnull (bytes);
  text = read_bytes (bytes);
  g_assert_cmpstr (text, ==, DATA);
}

/* Work goes on, and nothing is left beside the two documents. */
static void
check_folder (Script *script)
{
  g_autoptr (NidaRevision) revision = make_revision (NIDA_ITEM_SLIDE, "z", NULL, "goes on");
  g_autoptr (GPtrArray) one = g_ptr_array_new (), news = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  g_autoptr (GArray) serials = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (NidaStore) store = nida_store_open (script->files.path, NIDA_STORE_WRITE, NULL);
  g_autofree char *names = NULL;

  g_ptr_array_add (one, revision);
  g_assert_true (nida_store_append (store, one, serials, news, NULL));
  g_clear_pointer (&store, nida_store_free);
  names = fixture_list (&script->files);

  g_assert_cmpstr (names, ==, "appeal.nida copy.nida ");
}

/* @least to @most revisions are in the file, each once and in its order. */
static void
check (Script   *script,
       guint     least,
       guint     most,
       gboolean  kept)
{
  g_autoptr (GPtrArray) read = NULL, revisions = NULL, copied = NULL;
  /* Who only reads sees the same, with the journal that is still to be rolled back */
  guint looked_at = find_state (script, script->files.path, NIDA_STORE_READ, &read);
  guint state = find_state (script, script->files.path, NIDA_STORE_WRITE, &revisions);

  g_assert_cmpuint (looked_at, ==, state);
  g_assert_cmpuint (state, >=, least);
  g_assert_cmpuint (state, <=, most);
  g_assert_cmpuint (revisions->len, <=, state);
  for (guint i = 0; i < revisions->len; i++)
    g_assert_cmpuint (((NidaRevision *) revisions->pdata[i])->serial, ==, state - revisions->len + i + 1);
  g_assert_cmpint (state == 0 || revisions->len > 0, ==, TRUE);
  check_bytes (script, kept);
  find_state (script, script->copy, NIDA_STORE_WRITE, &copied);
  check_folder (script);
}

/* --- the tests --- */

static void
test_fails_once (Script       *script,
                 gconstpointer data)
{
  guint n = 0;
  gboolean met;

  do
    {
      Work work = { .script = script, .n_tries = 2, .pipe = -1 };

      begin (script);
      faults_arm (GPOINTER_TO_INT (data), ++n);
      do_work (&work);
      met = faults_disarm ();
      g_assert_cmpuint (work.n_written, ==, N_REVISIONS);
      g_assert_true (work.kept && work.copied);
      check (script, N_REVISIONS, N_REVISIONS, TRUE);
    }
  while (met);
  g_test_message ("%u points", n);
  g_assert_cmpuint (n, >, 100);
}

/* What is not in the file is not said to be. */
static void
test_stays_full (Script       *script,
                 gconstpointer data)
{
  guint n = 0;
  gboolean met;

  do
    {
      Work work = { .script = script, .n_tries = 2, .pipe = -1 };

      begin (script);
      faults_arm (FAULT_STAYS_FULL, ++n);
      do_work (&work);
      met = faults_disarm ();
      /* The one that failed may be there: an error after the commit. */
      check (script, work.n_written, MIN (work.n_written + 1, N_REVISIONS), work.kept);
    }
  while (met);
  g_assert_cmpuint (n, >, 100);
}

/* How many revisions the child said were in the file. Did it live to the end? */
static gboolean
run_child (Script    *script,
           FaultKind  kind,
           guint      at,
           guint     *n_written)
{
  char buffer[N_REVISIONS + 1];
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      Work work = { .script = script, .n_tries = 1, .pipe = ends[1] };

      close (ends[0]);
      faults_arm (kind, at);
      do_work (&work);
      _exit (0);
    }
  close (ends[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *n_written = (guint) read (ends[0], buffer, sizeof buffer);
  close (ends[0]);
  g_assert_true (WIFEXITED (status) ? WEXITSTATUS (status) == 0 : WTERMSIG (status) == SIGKILL);
  return WIFEXITED (status);
}

static void
test_killed (Script       *script,
             gconstpointer data)
{
  guint n = 0, n_written;
  gboolean lived;

  do
    {
      begin (script);
      lived = run_child (script, GPOINTER_TO_INT (data), ++n, &n_written);
      check (script, n_written, MIN (n_written + 1, N_REVISIONS), FALSE);
    }
  while (!lived);
  g_test_message ("%u points", n);
  g_assert_cmpuint (n, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store-faults/an-error-once/all-is-written-once", Script, GINT_TO_POINTER (FAULT_ERROR), script_set_up,
              test_fails_once, script_tear_down);
  g_test_add ("/store-faults/full-once/all-is-written-once", Script, GINT_TO_POINTER (FAULT_FULL), script_set_up, test_fails_once,
              script_tear_down);
  g_test_add ("/store-faults/a-short-write/all-is-written-once", Script, GINT_TO_POINTER (FAULT_SHORT), script_set_up,
              test_fails_once, script_tear_down);
  g_test_add ("/store-faults/full-for-good/nothing-else-is-claimed", Script, NULL, script_set_up, test_stays_full,
              script_tear_down);
  g_test_add ("/store-faults/killed/what-was-committed-is-there", Script, GINT_TO_POINTER (FAULT_KILL), script_set_up,
              test_killed, script_tear_down);
  g_test_add ("/store-faults/killed-in-a-write/what-was-committed-is-there", Script, GINT_TO_POINTER (FAULT_TORN),
              script_set_up, test_killed, script_tear_down);
  return g_test_run ();
}
