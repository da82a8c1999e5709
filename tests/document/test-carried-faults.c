/* Whatever fails, or is the last before the process is killed, while data and what they were read as are put into a document: it opens
 * again, and its figures are those of its data. */
#include "carried-fixture.h"

#include "faults.h"
#include "store.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Figures from the place of the data, and where the document says that it has them, from there. In a process of its own, since
 * threads do not survive a fork. */
static void
check (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "appeal.nida", NULL), *data = g_build_filename (folder, "flows.csv", NULL);
  g_autoptr (NidaStore) store = nida_store_open (path, NIDA_STORE_WRITE, NULL);
  g_autoptr (NidaItems) items = store != NULL ? nida_store_read_items (store, NULL) : NULL;
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (NidaHeldSource) held = NULL;

  g_assert_nonnull (items);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_SOURCE), ==, 1);
  held = nida_held_source_from_text (nida_items_get (items, NIDA_ITEM_SOURCE, 0)->text, NULL);
  carried = nida_carried_new_items (items, path, NULL);
  for (guint alone = 0; alone < (held->carried ? 2u : 1u); alone++)
    {
      const char *inputs[] = { data, NULL };
      NidaLoadOptions options = { .copies = NIDA_COPIES (carried), .policy = NIDA_POLICY_CARRIED };
      g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, NULL);

      g_assert_nonnull (dataset);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
      g_assert_cmpint (nida_dataset_get_amount_usd (dataset, 0), ==, 5000);
      g_unlink (data);
    }
  g_assert_null (nida_carried_find_false (carried, NULL));
}

/* The document as it is before, then all of the work. */
static void
work (FaultKind kind,
      guint     at,
      int       pipe_end)
{
  Fixture self = { 0 };
  g_autoptr (NidaCarried) carried = NULL;
  gboolean met;

  set_up (&self, NULL);
  carried = nida_carried_new (self.document, NULL);
  g_assert_cmpint (write (pipe_end, self.folder, strlen (self.folder)), ==, (gssize) strlen (self.folder));
  faults_arm (kind, at);
  nida_carried_fill (carried, NULL, NULL);
  nida_carried_settle (carried);
  nida_document_file_flush (nida_document_get_file (self.document), NULL);
  met = faults_disarm ();
  _exit (met ? 1 : 0);
}

static void
check_apart (const char *folder)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      check (folder);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* FALSE once there is nothing more that may fail. */
static gboolean
try (FaultKind kind,
     guint     at)
{
  char folder[256] = "";
  g_autofree char *command = NULL;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    work (kind, at, ends[1]);
  close (ends[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (read (ends[0], folder, sizeof folder - 1), >, 0);
  close (ends[0]);
  g_assert_true (WIFEXITED (status) ? WEXITSTATUS (status) <= 1 : WTERMSIG (status) == SIGKILL);
  check_apart (folder);
  command = g_strdup_printf ("rm -r '%s'", folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  return !WIFEXITED (status) || WEXITSTATUS (status) == 1;
}

static void
test_all (gconstpointer kind)
{
  guint n = 0;

  while (try (GPOINTER_TO_INT (kind), ++n))
    ;
  g_test_message ("%u points", n);
  g_assert_cmpuint (n, >, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/carried-faults/an-error-once", GINT_TO_POINTER (FAULT_ERROR), test_all);
  g_test_add_data_func ("/carried-faults/full-for-good", GINT_TO_POINTER (FAULT_STAYS_FULL), test_all);
  g_test_add_data_func ("/carried-faults/killed", GINT_TO_POINTER (FAULT_KILL), test_all);
  g_test_add_data_func ("/carried-faults/killed-in-a-write", GINT_TO_POINTER (FAULT_TORN), test_all);
  return g_test_run ();
}
