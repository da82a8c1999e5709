/* document-actions.c, document-bar.c: what is made is saved under a name, opened again as it was, by
 * several windows at once, and what cannot be changed says so. */
#include "config.h"

#include "document-actions.h"
#include "document-bar.h"
#include "document-file.h"
#include "document-sources.h"
#include "faults.h"
#include "store.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* What this program does when it is run with OTHER, a path, words to wait for and words to write: a window in another process. */
#define OTHER "--other"

static const char *program;

static gboolean
has_board (gpointer data)
{
  NidaSession *session = nida_window_get_session (data);

  return nida_session_get_dataset (session) != NULL && !nida_session_is_loading (session);
}

static gboolean
has_kuwait (gpointer data)
{
  return nida_filter_set_has (nida_session_get_filters (nida_window_get_session (data)), NIDA_FIELD_DONOR, "Kuwait");
}

static gboolean
is_full (gpointer data)
{
  NidaCarried *carried = nida_session_get_carried (nida_window_get_session (data));

  nida_carried_update (carried);
  return nida_carried_is_full (carried);
}

static NidaWindow *
open_document (const char *path)
{
  NidaWindow *window = nida_window_new (ui_test_application (), (const char *[]) { path, NULL });

  gtk_window_present (GTK_WINDOW (window));
  if (!ui_test_wait (has_board, window))
    g_error ("%s", nida_window_get_toast (window) != NULL ? nida_window_get_toast (window) : "nothing was opened");
  return window;
}

/* A window on @csv that was filtered and given a title, saved as the path that is returned. */
static char *
save_document (const char  *csv,
               const char  *name,
               NidaWindow **window)
{
  g_autofree char *folder = g_path_get_dirname (csv);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  *window = ui_test_open (csv);
  nida_session_set_value (nida_window_get_session (*window), NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_rename_board (nida_window_get_session (*window), "Gulf", "الخليج");
  nida_session_remove_chart (nida_window_get_session (*window), 0);
  g_assert_true (nida_document_actions_save (*window, path, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (nida_window_get_toast (*window), "Saved as"));
  g_assert_true (ui_test_wait (is_full, *window));
  return path;
}

static const char *
bar_words (NidaWindow *window)
{
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (nida_window_get_workspace (window)));

  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (NIDA_IS_DOCUMENT_BAR (child))
      return nida_document_bar_get_words (NIDA_DOCUMENT_BAR (child));
  g_assert_not_reached ();
}

static void
test_open_again (void)
{
  g_autofree char *csv = ui_test_write ("again.csv", ui_test_csv);
  NidaWindow *window, *again;
  g_autofree char *path = save_document (csv, "again.nida", &window);
  guint n = nida_session_get_n_charts (nida_window_get_session (window));

  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "again"));
  ui_test_close (window);
  again = open_document (path);
  g_assert_true (has_kuwait (again));
  g_assert_cmpuint (nida_session_get_n_charts (nida_window_get_session (again)), ==, n);
  g_assert_cmpstr (nida_session_get_board (nida_window_get_session (again))->title, ==, "Gulf");
  g_assert_false (nida_session_can_undo (nida_window_get_session (again)));
  g_assert_null (bar_words (again));
  ui_test_close (again);
  /* without the table: the document carries it */
  g_remove (csv);
  again = open_document (path);
  g_assert_true (has_kuwait (again));
  ui_test_close (again);
}

static void
gone_cb (gpointer  data,
         GObject  *where_it_was)
{
  *(GThread **) data = g_thread_self ();
}

static gboolean
is_gone (gpointer data)
{
  return *(GThread **) data != NULL;
}

/* What fills the document does so in a thread, which must not be the one that takes the window apart. */
static void
test_closed_while_filling (void)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *csv = ui_test_write ("closed.csv", ui_test_csv), *folder = g_path_get_dirname (csv);
      g_autofree char *path = g_build_filename (folder, "closed.nida", NULL);
      NidaWindow *window = ui_test_open (csv);
      g_autoptr (GError) error = NULL;
      GThread *thread = NULL;

      g_object_weak_ref (G_OBJECT (window), gone_cb, &thread);
      g_assert_true (nida_document_actions_save (window, path, &error));
      g_assert_no_error (error);
      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_true (ui_test_wait (is_gone, &thread));
      g_assert_true (thread == g_thread_self ());
    }
}

static void
test_two_windows (void)
{
  g_autofree char *csv = ui_test_write ("both.csv", ui_test_csv);
  NidaWindow *window, *other;
  g_autofree char *path = save_document (csv, "both.nida", &window);

  other = open_document (path);
  nida_session_clear_filters (nida_window_get_session (other));
  g_assert_false (has_kuwait (window));
  nida_session_undo (nida_window_get_session (window));
  g_assert_true (has_kuwait (other));
  ui_test_close (other);
  ui_test_close (window);
}

static void
test_read_only (void)
{
  g_autofree char *csv = ui_test_write ("fixed.csv", ui_test_csv);
  NidaWindow *window;
  g_autofree char *path = save_document (csv, "fixed.nida", &window);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));

  g_assert_null (bar_words (window));
  nida_document_set_read_only (document, TRUE);
  g_assert_nonnull (bar_words (window));
  nida_session_clear_filters (nida_window_get_session (window));
  g_assert_false (has_kuwait (window));
  nida_document_set_read_only (document, FALSE);
  g_assert_null (bar_words (window));
  ui_test_close (window);
}

static gboolean
has_toast (gpointer data)
{
  return nida_window_get_toast (data) != NULL;
}

static gboolean
names_noura (gpointer data)
{
  return has_toast (data) && strstr (nida_window_get_toast (data), "Noura") != NULL;
}

/* Of a change that crossed one of another process: who made it, and what became of it. */
static void
test_conflict (void)
{
  g_autofree char *csv = ui_test_write ("crossed.csv", ui_test_csv);
  NidaWindow *window;
  g_autofree char *path = save_document (csv, "crossed.nida", &window);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));

  g_signal_emit_by_name (nida_document_get_file (document), "conflict", (guint) NIDA_ITEM_BOARD, "a", "Noura");
  g_assert_true (ui_test_wait (names_noura, window));
  ui_test_close (window);
}

/* --- another process --- */

static gboolean
has_title (gpointer data)
{
  const NidaBoard *board = nida_session_get_board (nida_window_get_session (data));

  return board != NULL && g_strcmp0 (board->title, g_object_get_data (data, "wanted")) == 0;
}

static gboolean
wait_for_title (NidaWindow *window,
                const char *title)
{
  g_object_set_data (G_OBJECT (window), "wanted", (gpointer) title);
  return ui_test_wait (has_title, window);
}

static void
rename_and_keep (NidaWindow *window,
                 const char *title)
{
  NidaSession *session = nida_window_get_session (window);
  NidaDocumentFile *file = nida_document_get_file (nida_session_get_document (session));

  nida_session_rename_board (session, title, title);
  g_assert_true (nida_document_file_flush (file, NULL));
}

static int
be_other (const char *path,
          const char *wanted,
          const char *title)
{
  NidaWindow *window = open_document (path);

  g_print ("open\n");
  g_assert_true (wait_for_title (window, wanted));
  rename_and_keep (window, title);
  ui_test_close (window);
  return 0;
}

static GSubprocess *
start_other (const char *path,
             const char *wanted,
             const char *title)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, OTHER, path, wanted, title, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (other));
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
    }
  while (line != NULL && !g_str_equal (line, "open"));
  g_assert_cmpstr (line, ==, "open");
  return other;
}

/* Both windows are open: what is done in one comes into the other, there and back. */
static void
test_two_processes (void)
{
  g_autofree char *csv = ui_test_write ("processes.csv", ui_test_csv);
  NidaWindow *window;
  g_autofree char *path = save_document (csv, "processes.nida", &window);
  g_autoptr (GSubprocess) other = start_other (path, "From here", "From there");

  rename_and_keep (window, "From here");
  g_assert_true (wait_for_title (window, "From there"));
  g_assert_true (g_subprocess_wait_check (other, NULL, NULL));
  ui_test_close (window);
}

static gboolean
tells_crossed (gpointer data)
{
  return has_toast (data) && strstr (nida_window_get_toast (data), "at the same time") != NULL;
}

/* Nothing of the other's change has come in yet when the same thing is changed here. */
static void
test_crossed (void)
{
  g_autofree char *csv = ui_test_write ("crossing.csv", ui_test_csv);
  NidaWindow *window;
  g_autofree char *path = save_document (csv, "crossing.nida", &window);
  g_autoptr (GSubprocess) other = start_other (path, "Gulf", "From there");

  g_assert_true (g_subprocess_wait_check (other, NULL, NULL));
  nida_session_rename_board (nida_window_get_session (window), "From here", "From here");
  g_assert_true (ui_test_wait (tells_crossed, window));
  g_assert_true (wait_for_title (window, "From here"));
  ui_test_close (window);
  window = open_document (path);
  g_assert_true (wait_for_title (window, "From here"));
  ui_test_close (window);
}

/* --- no room --- */

/* So large that it is carried only when a person packs it. */
static char *
write_large (const char *name)
{
  g_autoptr (GString) text = g_string_new ("kind,date,donor,amount,description\n");
  g_autofree char *words = g_strnfill (1000, 'x');

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "paid,2024,Kuwait,%u,%s\n", i + 1, words);
  return ui_test_write (name, text->str);
}

/* As the file on the disk says it. */
static gboolean
is_carried_there (const char *path)
{
  g_autoptr (NidaStore) store = nida_store_open (path, NIDA_STORE_READ, NULL);
  g_autoptr (NidaItems) items = store != NULL ? nida_store_read_items (store, NULL) : NULL;
  g_autoptr (NidaHeldSource) source = NULL;

  g_assert_nonnull (items);
  source = nida_held_source_from_text (nida_items_get (items, NIDA_ITEM_SOURCE, 0)->text, NULL);
  return source->carried;
}

static gboolean
tells_no_room (gpointer data)
{
  return bar_words (data) != NULL && has_toast (data)
         && g_str_equal (nida_window_get_toast (data), "Some of the data could not be put into the document");
}

static gboolean
tells_nothing (gpointer data)
{
  return bar_words (data) == NULL;
}

static gboolean
has_packed (gpointer data)
{
  NidaSession *session = nida_window_get_session (data);
  g_autoptr (NidaHeldSource) source = NULL;

  nida_carried_update (nida_session_get_carried (session));
  return !nida_session_is_loading (session)
         && nida_document_find_source (nida_session_get_document (session), nida_session_get_inputs (session)[0], &source) != NULL
         && source->carried;
}

/* The document stays what it was, says what to do, and takes the data in once there is room. */
static void
test_no_room (void)
{
  g_autofree char *csv = write_large ("large.csv"), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "large.nida", NULL);
  NidaWindow *window = ui_test_open (csv);
  NidaSession *session = nida_window_get_session (window);

  g_assert_true (nida_document_actions_save (window, path, NULL));
  g_assert_true (ui_test_wait (is_full, window));
  g_assert_true (nida_document_file_flush (nida_document_get_file (nida_session_get_document (session)), NULL));
  faults_keep_to (folder);
  faults_arm (FAULT_STAYS_FULL, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pack-data", NULL));
  g_assert_true (ui_test_wait (tells_no_room, window));
  g_assert_nonnull (strstr (bar_words (window), "large.nida"));
  g_assert_nonnull (strstr (bar_words (window), "Make room"));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, 5000);
  g_assert_true (faults_disarm ());
  faults_keep_to (NULL);
  g_assert_false (is_carried_there (path));
  g_assert_true (ui_test_wait (tells_nothing, window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pack-data", NULL));
  g_assert_true (ui_test_wait (has_packed, window));
  g_assert_true (nida_document_file_flush (nida_document_get_file (nida_session_get_document (session)), NULL));
  g_assert_true (is_carried_there (path));
  ui_test_close (window);
}

/* How many bytes of its first source the document on the disk carries. */
static guint64
get_size_there (const char *path)
{
  g_autoptr (NidaStore) store = nida_store_open (path, NIDA_STORE_READ, NULL);
  g_autoptr (NidaItems) items = nida_store_read_items (store, NULL);
  g_autoptr (NidaHeldSource) source = nida_held_source_from_text (nida_items_get (items, NIDA_ITEM_SOURCE, 0)->text, NULL);

  return source->carried ? source->version->size : 0;
}

static void
settle (NidaSession *session)
{
  nida_carried_settle (nida_session_get_carried (session));
  g_assert_true (nida_document_file_flush (nida_document_get_file (nida_session_get_document (session)), NULL));
}

typedef struct {
  NidaSession *session;
  const char  *path;
  guint64      size;
} Expected;

static gboolean
has_size_there (gpointer data)
{
  const Expected *expected = data;

  settle (expected->session);
  return get_size_there (expected->path) == expected->size;
}

static gboolean
tells_unkept (gpointer data)
{
  return has_toast (data) && g_str_equal (nida_window_get_toast (data), "Some of the data could not be put into the document");
}

/* Packing failed; the next reading tries again by itself, and asks nobody. */
static void
test_packed_later (void)
{
  g_autofree char *csv = write_large ("later.csv"), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "later.nida", NULL);
  NidaWindow *window = ui_test_open (csv);
  NidaSession *session = nida_window_get_session (window);

  g_assert_true (nida_document_actions_save (window, path, NULL));
  g_assert_true (ui_test_wait (is_full, window));
  settle (session);
  faults_keep_to (folder);
  faults_arm (FAULT_STAYS_FULL, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pack-data", NULL));
  g_assert_true (ui_test_wait (tells_no_room, window));
  g_assert_true (faults_disarm ());
  faults_keep_to (NULL);
  g_assert_true (ui_test_wait (tells_nothing, window));
  g_assert_false (is_carried_there (path));
  nida_session_reload (session);
  g_assert_true (ui_test_wait (has_packed, window));
  settle (session);
  g_assert_true (is_carried_there (path));
  ui_test_close (window);
}

/* What is read again while there is no room is shown, and it is said that the document does not carry it; later it does. */
static void
test_no_room_for_news (void)
{
  g_autofree char *csv = ui_test_write ("news.csv", ui_test_csv), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "news.nida", NULL);
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Oman,عُمان,Food,الغذاء,Appeal 2024,,USD,5,a\n", NULL);
  NidaWindow *window = ui_test_open (csv);
  NidaSession *session = nida_window_get_session (window);
  Expected before = { session, path, strlen (ui_test_csv) }, after = { session, path, strlen (more) };

  g_assert_true (nida_document_actions_save (window, path, NULL));
  g_assert_true (ui_test_wait (has_size_there, &before));
  ui_test_rewrite (csv, more);
  faults_keep_to (folder);
  faults_arm (FAULT_STAYS_FULL, 1);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (tells_unkept, window));
  g_assert_true (ui_test_wait (has_board, window));
  g_assert_true (tells_unkept (window));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, 7);
  g_assert_true (faults_disarm ());
  faults_keep_to (NULL);
  g_assert_cmpuint (get_size_there (path), ==, before.size);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (has_size_there, &after));
  ui_test_close (window);
}

static void
test_not_a_document (void)
{
  g_autofree char *path = ui_test_write ("broken.nida", "this is no document");
  NidaWindow *window = nida_window_new (ui_test_application (), (const char *[]) { path, NULL });

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_toast, window));
  g_assert_cmpstr (nida_window_get_toast (window), ==, "The document cannot be opened");
  ui_test_close (window);
}

static void
test_title (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autofree char *none = nida_document_actions_dup_title (document), *title = NULL;

  g_assert_null (none);
  nida_document_begin (document, "Change Title", NULL);
  nida_document_set (document, NIDA_ITEM_SETTING, "title-ar", "الخليج");
  nida_document_end (document);
  title = nida_document_actions_dup_title (document);
  g_assert_cmpstr (title, ==, "الخليج");
  g_assert_true (nida_document_actions_is_document ("/a/b.NIDA"));
  g_assert_false (nida_document_actions_is_document (".nida"));
  g_assert_false (nida_document_actions_is_document ("https://example.org/a.nida"));
}

int
main (int    argc,
      char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], OTHER))
    {
      int n = 1;

      ui_test_init (&n, &argv);
      return be_other (argv[2], argv[3], argv[4]);
    }
  program = argv[0];
  ui_test_init (&argc, &argv);
  g_test_add_func ("/document-actions/opened-again-as-it-was", test_open_again);
  g_test_add_func ("/document-actions/closed-while-it-is-filled", test_closed_while_filling);
  g_test_add_func ("/document-actions/two-windows-see-each-other", test_two_windows);
  g_test_add_func ("/document-bar/read-only-says-so", test_read_only);
  g_test_add_func ("/document-bar/a-crossed-change-is-told", test_conflict);
  g_test_add_func ("/document-actions/two-processes/see-each-other", test_two_processes);
  g_test_add_func ("/document-actions/two-processes/a-crossed-change-is-told", test_crossed);
  g_test_add_func ("/document-actions/no-room/nothing-changes-and-it-is-told", test_no_room);
  g_test_add_func ("/document-actions/no-room/packing-is-tried-again-with-the-next-reading", test_packed_later);
  g_test_add_func ("/document-actions/no-room/for-what-is-read-again-is-told", test_no_room_for_news);
  g_test_add_func ("/document-actions/no-document-is-told", test_not_a_document);
  g_test_add_func ("/document-actions/title-in-both-languages", test_title);
  return g_test_run ();
}
