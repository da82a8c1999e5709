#include "support.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXT "kind,date,donor,amount\npaid,2024,Kuwait,1000\n"

static void
assert_path_fails (const char    *path,
                   NidaReadError  code,
                   const char    *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load_file (path, &error);

  g_assert_null (dataset);
  g_assert_error (error, NIDA_READ_ERROR, (int) code);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_no_file (void)
{
  assert_path_fails ("/nowhere/at-all.csv", NIDA_READ_ERROR_NOT_FOUND, "at-all.csv");
  assert_path_fails ("file:///nowhere/at-all.csv", NIDA_READ_ERROR_NOT_FOUND, "at-all.csv");
  assert_path_fails (g_get_tmp_dir (), NIDA_READ_ERROR_FOLDER, "is a folder");
  assert_path_fails ("http://example.org/a.csv", NIDA_READ_ERROR_NETWORK, "--allow-http");
}

static void
test_no_permission (void)
{
  char *path = write_file (TEXT, -1);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (g_access (path, R_OK) == 0)
    g_test_skip ("the superuser may read everything");
  else
    assert_path_fails (path, NIDA_READ_ERROR_PERMISSION, "not allowed");
  remove_file (path);
}

/* Another program writes while we read: the file's progress callback is the moment. */
typedef struct {
  GMainLoop   *loop;
  NidaDataset *dataset;
  GError      *error;
  guint        n_calls;
  guint64      bytes, total, rows;
  gboolean     done;
} Wait;

static void
progress_cb (guint64  bytes,
             guint64  total,
             guint64  rows,
             guint64  pages,
             gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_false (wait->done);
  g_assert_cmpuint (bytes, >=, wait->bytes);
  g_assert_cmpuint (rows, >=, wait->rows);
  wait->bytes = bytes;
  wait->total = total;
  wait->rows = rows;
  wait->n_calls++;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Wait *wait = user_data;

  wait->dataset = nida_load_finish (result, &wait->error);
  wait->done = TRUE;
  g_main_loop_quit (wait->loop);
}

static gboolean
feed_cb (gpointer user_data)
{
  FILE *file = user_data;

  fputs ("paid,2024,Kuwait,1\n", file);
  fflush (file);
  return G_SOURCE_CONTINUE;
}

static void
make_fifo (char **path)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);

  *path = g_build_filename (folder, "input.csv", NULL);
  g_assert_cmpint (mkfifo (*path, 0600), ==, 0);
}

static gboolean
close_cb (gpointer user_data)
{
  fclose (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_fifo (void)
{
  Wait wait = { g_main_loop_new (NULL, FALSE) };
  char *path;
  const char *inputs[2] = { NULL };
  FILE *file;

  make_fifo (&path);
  inputs[0] = path;
  nida_load_async (inputs, NULL, progress_cb, &wait, NULL, loaded_cb, &wait);
  file = fopen (path, "w");
  fputs (TEXT, file);
  g_timeout_add (100, close_cb, file);
  g_main_loop_run (wait.loop);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (nida_dataset_get_n_rows (wait.dataset), ==, 1);
  g_object_unref (wait.dataset);
  g_main_loop_unref (wait.loop);
  remove_file (path);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Nobody ever writes, or somebody writes without end. */
static void
cancel_fifo (gboolean fed)
{
  Wait wait = { g_main_loop_new (NULL, FALSE) };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *inputs[2] = { NULL };
  FILE *file = NULL;
  guint feed = 0;
  char *path;

  make_fifo (&path);
  inputs[0] = path;
  nida_load_async (inputs, NULL, NULL, NULL, cancellable, loaded_cb, &wait);
  if (fed)
    {
      file = fopen (path, "w");
      feed = g_timeout_add (10, feed_cb, file);
    }
  g_timeout_add (100, cancel_cb, cancellable);
  g_main_loop_run (wait.loop);
  g_assert_null (wait.dataset);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
  if (fed)
    {
      g_source_remove (feed);
      fclose (file);
    }
  g_main_loop_unref (wait.loop);
  remove_file (path);
}

static void
test_cancel (void)
{
  cancel_fifo (FALSE);
  cancel_fifo (TRUE);
}

static char *
write_many_rows (guint n)
{
  GString *text = g_string_new ("kind,date,donor,amount\n");
  char *path;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "paid,2024,Donor %u,%u\n", i % 100, i);
  path = write_file (text->str, (gssize) text->len);
  g_string_free (text, TRUE);
  return path;
}

static void
test_async (void)
{
  char *path = write_many_rows (400000);
  const char *inputs[] = { path, NULL };
  Wait wait = { g_main_loop_new (NULL, FALSE) };
  gint64 start = g_get_monotonic_time ();

  nida_load_async (inputs, NULL, progress_cb, &wait, NULL, loaded_cb, &wait);
  g_main_loop_run (wait.loop);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (nida_dataset_get_n_rows (wait.dataset), ==, 400000);
  g_assert_cmpuint (wait.rows, <=, 400000);
  if (wait.n_calls > 0)
    g_assert_cmpuint (wait.total, >, 0);
  /* at most twenty calls a second */
  g_assert_cmpuint (wait.n_calls, <=, (g_get_monotonic_time () - start) / 50000 + 1);
  g_object_unref (wait.dataset);
  g_main_loop_unref (wait.loop);
  remove_file (path);
}

static void
test_cancelled_before (void)
{
  char *path = write_file (TEXT, -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nida_load (inputs, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  remove_file (path);
}

/* --- a file that changes --- */

static void
test_changes (void)
{
  g_autoptr (GError) error = NULL;
  char *path = write_file (TEXT, -1);
  g_autoptr (NidaBytes) bytes = nida_bytes_open (path, "input.csv", NULL, &error);
  char buffer[64];

  g_assert_no_error (error);
  g_assert_true (nida_bytes_check (bytes, &error));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (truncate (path, 10), ==, 0);
  g_assert_cmpint (nida_bytes_read (bytes, 0, buffer, sizeof buffer, &error), ==, -1);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "input.csv"));
  g_clear_error (&error);
  g_assert_false (nida_bytes_check (bytes, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED);
  remove_file (path);
}

static gpointer
write_thread (gpointer data)
{
  g_auto (GStrv) args = data;
  gint64 end = g_get_monotonic_time () + 300000;

  while (g_get_monotonic_time () < end)
    {
      FILE *file = fopen (args[0], "r+");

      g_assert_cmpint (ftruncate (fileno (file), 5000 + g_random_int_range (0, 1000000)), ==, 0);
      fclose (file);
      g_usleep (500);
    }
  return NULL;
}

/* Whatever another program does to it, either a whole dataset or an error, and no crash. */
static void
test_changing (void)
{
  char *path = write_many_rows (100000);
  char *args[] = { path, NULL };
  GThread *thread = g_thread_new ("writer", write_thread, g_strdupv (args));
  gint64 end = g_get_monotonic_time () + 300000;
  guint n_changed = 0;

  while (g_get_monotonic_time () < end)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = load_file (path, &error);

      g_assert_true ((dataset == NULL) == (error != NULL));
      n_changed += g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED);
    }
  g_thread_join (thread);
  g_test_message ("%u loads saw the file change", n_changed);
  remove_file (path);
}

/* --- several inputs --- */

static void
test_several (void)
{
  char *path = write_file ("id,date,donor,amount,updated_at\na,2024,Kuwait,1,2024-01-01\nb,2024,Qatar,2,2024-01-01\n", -1);
  char *path2 = write_file ("id,date,donor,amount,updated_at\na,2024,Kuwait,5,2024-02-01\nc,2024,Oman,3,2024-01-01\n", -1);
  const char *inputs[] = { path, path2, NULL };
  const char *swapped[] = { path2, path, NULL };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, NULL);
  g_autoptr (NidaDataset) other = nida_load (swapped, NULL, NULL, NULL);
  g_autofree char *sum = sum_usd (dataset, NIDA_KIND_PAID);
  g_autofree char *other_sum = sum_usd (other, NIDA_KIND_PAID);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  g_assert_cmpstr (sum, ==, "10");
  g_assert_cmpstr (other_sum, ==, "10");
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_CONFLICT), ==, 1);
  remove_file (path);
  remove_file (path2);
}

static void
test_same_bytes (void)
{
  char *path = write_file (TEXT, -1);
  char *copy = write_file (TEXT, -1);
  char *other = write_file ("kind,date,donor,amount\npaid,2024,Qatar_,1000\n", -1);
  const char *inputs[] = { path, copy, other, NULL };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, NULL);
  const NidaProblem *problem = find_problem (dataset, NIDA_PROBLEM_SAME_FILE);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpuint (problem->source, ==, 1);
  g_assert_cmpuint (problem->source2, ==, 0);
  g_assert_cmpuint (get_source (dataset, 1)->rows_merged, ==, 1);
  g_assert_cmpuint (get_source (dataset, 2)->rows_kept, ==, 1);
  remove_file (path);
  remove_file (copy);
  remove_file (other);
}

static void
test_stdin (void)
{
  if (g_test_subprocess ())
    {
      const char *inputs[] = { "-", NULL };
      g_autoptr (NidaDataset) dataset = NULL;
      int ends[2];

      g_assert_cmpint (pipe (ends), ==, 0);
      g_assert_cmpint (write (ends[1], TEXT, strlen (TEXT)), ==, (gssize) strlen (TEXT));
      close (ends[1]);
      dup2 (ends[0], STDIN_FILENO);
      dataset = nida_load (inputs, NULL, NULL, NULL);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      assert_cell (dataset, 0, NIDA_FIELD_SOURCE, "standard input");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static const NidaProblem *
find_missing (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == NIDA_PROBLEM_MISSING)
      return nida_report_get_problem (report, i);
  return NULL;
}

/* Whatever keeps one source from being read: the others are counted, and the report has it at its place. */
static void
test_missing (void)
{
  char *good = write_file (TEXT, -1), *bad = write_file ("\x01\x02 no table", -1), *empty = write_file ("", 0);
  const char *causes[] = { "/nowhere/at-all.csv", g_get_tmp_dir (), bad, empty };

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    for (guint first = 0; first < 2; first++)
      {
        const char *inputs[] = { first ? causes[i] : good, first ? good : causes[i], NULL };
        NidaLoadOptions options = { .may_miss = inputs };
        g_autoptr (GError) error = NULL;
        g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);
        NidaReport *report;

        g_assert_no_error (error);
        report = nida_dataset_get_report (dataset);
        g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
        g_assert_cmpuint (nida_report_get_n_sources (report), ==, 2);
        g_assert_cmpuint (find_missing (dataset)->source, ==, first ? 0 : 1);
        g_assert_true (nida_report_get_source (report, first ? 0 : 1)->is_missing);
        g_assert_false (nida_report_get_source (report, first ? 1 : 0)->is_missing);
        g_assert_nonnull (find_missing (dataset)->kept);
      }
  remove_file (good);
  remove_file (bad);
  remove_file (empty);
}

/* Only those that may be; and where all are, that is what the report says. */
static void
test_all_missing (void)
{
  char *good = write_file (TEXT, -1);
  const char *inputs[] = { good, "/nowhere/one.csv", NULL }, *gone[] = { "/nowhere/one.csv", "/nowhere/two.csv", NULL };
  const char *other[] = { good, NULL };
  NidaLoadOptions options = { .may_miss = other };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) none = nida_load (inputs, &options, NULL, &error), all = NULL;

  g_assert_null (none);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
  options.may_miss = gone;
  all = nida_load (gone, &options, NULL, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (all), ==, 0);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (all), NIDA_PROBLEM_MISSING), ==, 2);
  remove_file (good);
}

int
main (int   argc,
      char *argv[])
{
  /* A reader that was cancelled closes a pipe that is still being written. */
  signal (SIGPIPE, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loader/no-file", test_no_file);
  g_test_add_func ("/loader/no-permission", test_no_permission);
  g_test_add_func ("/loader/pipe", test_fifo);
  g_test_add_func ("/loader/standard-input", test_stdin);
  g_test_add_func ("/loader/cancel/a-pipe-that-does-not-end", test_cancel);
  g_test_add_func ("/loader/cancel/before", test_cancelled_before);
  g_test_add_func ("/loader/async/tells-progress", test_async);
  g_test_add_func ("/loader/changes/are-found", test_changes);
  g_test_add_func ("/loader/changes/never-crash", test_changing);
  g_test_add_func ("/loader/several/newest-wins-in-any-order", test_several);
  g_test_add_func ("/loader/several/same-bytes-once", test_same_bytes);
  g_test_add_func ("/loader/missing/the-others-are-counted-and-it-is-said", test_missing);
  g_test_add_func ("/loader/missing/only-what-may-be", test_all_missing);
  return g_test_run ();
}
