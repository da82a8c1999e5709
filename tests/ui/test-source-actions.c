/* source-actions.c, and the menu of a source as one of a document. */
#include "config.h"

#include "document-actions.h"
#include "document-file.h"
#include "document-sources.h"
#include "http-server.h"
#include "key-window.h"
#include "source-actions.h"
#include "source.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
is_carried (gpointer data)
{
  NidaSession *session = nida_window_get_session (data);
  g_autoptr (NidaHeldSource) source = NULL;

  nida_carried_update (nida_session_get_carried (session));
  nida_document_find_source (nida_session_get_document (session), nida_session_get_inputs (session)[0], &source);
  return source != NULL && source->carried && source->pack;
}

static char *
beside (const char *path,
        const char *name)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, name, NULL);
}

/* Packed, sent on without its file, opened: it says where the data is from. */
static void
test_packed (void)
{
  g_autofree char *csv = ui_test_write ("packed.csv", ui_test_csv), *path = beside (csv, "packed.nida");
  NidaWindow *window = ui_test_open (csv);
  g_autoptr (GError) error = NULL;
  NidaReport *report;

  g_assert_true (nida_document_actions_save (window, path, &error));
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pack-data", NULL));
  g_assert_true (ui_test_wait (is_carried, window));
  g_assert_cmpstr (nida_document_get_undo_name (nida_session_get_document (nida_window_get_session (window))), ==,
                   "Pack Data into Document");
  ui_test_close (window);

  g_unlink (csv);
  window = ui_test_open (path);
  report = nida_dataset_get_report (nida_session_get_dataset (nida_window_get_session (window)));
  g_assert_true (nida_report_get_source (report, 0)->in_document);
  ui_test_close (window);
}

/* What is not saved yet will be packed when it is. */
static void
test_unsaved (void)
{
  g_autofree char *csv = ui_test_write ("unsaved.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (csv);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.pack-data", NULL));
  g_assert_nonnull (nida_window_get_toast (window));
  g_assert_true (nida_document_is_packed (nida_session_get_document (nida_window_get_session (window))));
  ui_test_close (window);
}

static void
test_locate (void)
{
  g_autofree char *csv = ui_test_write ("locate.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (csv);
  NidaSession *session = nida_window_get_session (window);

  g_assert_true (nida_source_actions_can_locate (session, csv));
  g_assert_false (nida_source_actions_can_locate (session, "https://a.org/x.csv"));
  /* the last one stays */
  nida_source_actions_remove (window, csv);
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, 6);
  ui_test_close (window);
}

static gboolean
has_no_missing (gpointer data)
{
  NidaSession *session = nida_window_get_session (data);
  NidaReport *report = nida_dataset_get_report (nida_session_get_dataset (session));

  return !nida_session_is_loading (session) && nida_report_get_count (report, NIDA_PROBLEM_MISSING) == 0;
}

/* A document of two files that are too large to be carried, as it were: of one the bytes are known, and it is gone. */
static NidaWindow *
open_without (const char *kept,
              const char *gone,
              const char *path)
{
  const char *inputs[] = { kept, gone, NULL };
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (NidaHeldSource) source = NULL;
  g_autofree char *text = NULL, *id = NULL;

  nida_document_set_sources (document, inputs);
  g_assert_true (nida_document_save_as (document, path, NULL));
  carried = nida_carried_new (document, NULL);
  g_assert_true (nida_carried_fill (carried, NULL, NULL));
  nida_carried_settle (carried);
  id = g_strdup (nida_document_find_source (document, gone, &source));
  g_assert_true (source->carried);
  source->carried = FALSE;
  text = nida_held_source_to_text (source);
  nida_document_begin (document, "Large", NULL);
  nida_document_set (document, NIDA_ITEM_SOURCE, id, text);
  nida_document_end (document);
  g_assert_true (nida_document_file_flush (nida_document_get_file (document), NULL));
  g_clear_object (&carried);
  g_clear_object (&document);
  g_unlink (gone);
  return ui_test_open (path);
}

#define OMAN "kind,date,donor,amount\npaid,2024,Oman,5\n"

static gboolean
has_label (GtkWidget  *widget,
           const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words))
      return TRUE;
  return FALSE;
}

/* The same of a part of what it says. */
static gboolean
has_label_with (GtkWidget  *widget,
                const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label_with (child, part))
      return TRUE;
  return FALSE;
}

static gboolean
counts_one_file (gpointer window)
{
  return has_label (window, "rows in 1 file");
}

static gboolean
counts_two_files (gpointer window)
{
  return has_label (window, "rows in 2 files");
}

/* The same bytes in another place are right without a word, others are told. */
static void
test_take_place (void)
{
  for (guint same = 0; same < 2; same++)
    {
      g_autofree char *kept = ui_test_write ("place-kept.csv", ui_test_csv), *gone = ui_test_write ("place-gone.csv", OMAN);
      g_autofree char *there = ui_test_write ("place-there.csv", same ? OMAN : OMAN "paid,2025,Oman,6\n");
      g_autofree char *path = beside (kept, same ? "place-same.nida" : "place-other.nida");
      NidaWindow *window = open_without (kept, gone, path);
      NidaSession *session = nida_window_get_session (window);

      g_assert_true (nida_session_is_missing (session, gone));
      g_assert_nonnull (strstr (nida_window_get_toast (window), "missing"));
      gtk_stack_set_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (window)), "report");
      g_assert_true (ui_test_wait (counts_one_file, window));
      nida_source_actions_take_place (window, gone, there);
      g_assert_true (ui_test_wait (has_no_missing, window));
      g_assert_true (ui_test_wait (counts_two_files, window));
      if (same)
        g_assert_null (nida_window_get_toast (window));
      else
        g_assert_nonnull (strstr (nida_window_get_toast (window), "other data"));
      ui_test_close (window);
    }
}

/* --- the key of its server --- */

/* A document of @file, if any, and of @n addresses whose server wants a key. */
static NidaWindow *
open_keyed (NidaHttpServer *server,
            const char     *file,
            guint           n,
            const char     *path)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) inputs = NULL;
  const char *open[] = { path, NULL };
  NidaWindow *window;

  if (file != NULL)
    g_strv_builder_add (builder, file);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *way = g_strdup_printf ("/keyed/subscription-key/%u.csv", i);
      g_autofree char *uri = nida_http_server_dup_uri (server, way);

      g_strv_builder_add (builder, uri);
    }
  inputs = g_strv_builder_end (builder);
  nida_document_set_sources (document, (const char * const *) inputs);
  g_assert_true (nida_document_save_as (document, path, NULL));
  g_clear_object (&document);
  window = nida_window_new (ui_test_application (), open);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
has_board (gpointer data)
{
  NidaDataset *dataset = nida_session_get_dataset (nida_window_get_session (data));

  return dataset != NULL && nida_dataset_get_n_rows (dataset) > 0 && !nida_session_is_loading (nida_window_get_session (data));
}

static guint
count_wanted (NidaWindow *window)
{
  NidaSession *session = nida_window_get_session (window);
  const char * const *inputs = nida_session_get_inputs (session);
  guint n = 0;

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    n += nida_session_get_wanted_key (session, inputs[i]) != NULL;
  return n;
}

static gboolean
wants_keys (gpointer data)
{
  return nida_window_get_workspace (data) != NULL && !nida_session_is_loading (nida_window_get_session (data)) && count_wanted (data) > 0;
}

static gboolean
has_all (gpointer data)
{
  return has_board (data) && count_wanted (data) == 0;
}

static GtkWidget *
find_question (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (NIDA_IS_KEY_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_question () != NULL;
}

static GtkWidget *
find_child (GtkWidget *widget,
            gboolean (*is_it) (GtkWidget *widget))
{
  GtkWidget *found = is_it (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_child (child, is_it);
  return found;
}

static gboolean
is_key_entry (GtkWidget *widget)
{
  return GTK_IS_PASSWORD_ENTRY (widget);
}

static gboolean
is_key_button (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "source.key") == 0;
}

static void
answer (const char *key)
{
  GtkWidget *question = find_question ();

  gtk_editable_set_text (GTK_EDITABLE (find_child (question, is_key_entry)), key);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (question)), "clicked");
}

static void
forget_key (NidaHttpServer *server)
{
  g_autofree char *uri = nida_http_server_dup_uri (server, "");

  g_assert_true (nida_secrets_forget (nida_session_get_secrets (), uri, NULL, NULL));
}

static NidaSourceRow *
find_row (NidaWindow *window,
          guint       i)
{
  NidaWorkspace *workspace = nida_window_get_workspace (window);
  const char *input = nida_session_get_inputs (nida_window_get_session (window))[i];

  gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), "report");
  return nida_source_list_get_row (nida_load_report_get_sources (nida_workspace_get_report (workspace)), input);
}

/* The others are counted meanwhile; each row offers it, and one key opens all that the server has. */
static void
test_key_in_row (void)
{
  g_autofree char *csv = ui_test_write ("keyed.csv", ui_test_csv), *path = beside (csv, "keyed.nida");
  NidaHttpServer *server = nida_http_server_new (OMAN);
  NidaWindow *window = open_keyed (server, csv, 2, path);
  NidaSession *session = nida_window_get_session (window);
  GtkWidget *button;

  g_assert_true (ui_test_wait (wants_keys, window));
  g_assert_cmpuint (count_wanted (window), ==, 2);
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, 6);
  g_assert_null (find_question ());
  g_assert_null (find_child (GTK_WIDGET (find_row (window, 0)), is_key_button));
  button = find_child (GTK_WIDGET (find_row (window, 1)), is_key_button);
  g_assert_nonnull (button);
  g_assert_nonnull (find_child (GTK_WIDGET (find_row (window, 2)), is_key_button));

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (ui_test_wait (is_asked, NULL));
  answer ("s3cret");
  g_assert_true (ui_test_wait (has_no_missing, window));
  g_assert_cmpuint (count_wanted (window), ==, 0);
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (session)), ==, 7);   /* the same file twice */
  g_assert_null (find_child (GTK_WIDGET (find_row (window, 1)), is_key_button));
  forget_key (server);
  ui_test_close (window);
  nida_http_server_free (server);
}

static gboolean
does_not_accept (gpointer data)
{
  NidaSession *session = nida_window_get_session (data);
  const char *failure = nida_session_get_failure (session, nida_session_get_inputs (session)[0]);

  return !nida_session_is_loading (session) && failure != NULL && strstr (failure, "does not accept") != NULL;
}

/* Where there is nothing else the question comes by itself; a key that is wrong may be entered anew. */
static void
test_key_alone (void)
{
  g_autofree char *csv = ui_test_write ("key-alone.csv", ""), *path = beside (csv, "key-alone.nida");
  NidaHttpServer *server = nida_http_server_new (OMAN);
  NidaWindow *window = open_keyed (server, NULL, 1, path);

  g_assert_true (ui_test_wait (is_asked, NULL));
  g_assert_true (wants_keys (window));
  answer ("wrong");
  g_assert_true (ui_test_wait (does_not_accept, window));
  g_assert_nonnull (find_child (GTK_WIDGET (find_row (window, 0)), is_key_button));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (window, 0)), "source.key", NULL));
  g_assert_true (ui_test_wait (is_asked, NULL));
  answer ("s3cret");
  g_assert_true (ui_test_wait (has_no_missing, window));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (nida_window_get_session (window))), ==, 1);
  forget_key (server);
  ui_test_close (window);
  nida_http_server_free (server);
}

/* --- addresses without a document --- */

static NidaWindow *
open_addresses (const char * const *inputs)
{
  NidaWindow *window = nida_window_new (ui_test_application (), inputs);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
is_told_refused (gpointer data)
{
  return find_question () != NULL && nida_window_get_toast (data) != NULL
         && strstr (nida_window_get_toast (data), "does not accept the key") != NULL;
}

static guint
count_rows (NidaWindow *window)
{
  return nida_dataset_get_n_rows (nida_session_get_dataset (nida_window_get_session (window)));
}

/* Where nothing can be read the question comes by itself, whether one is opened or several, and whichever way the server asks. */
static void
test_addresses_alone (void)
{
  for (guint n = 1; n <= 2; n++)
    {
      NidaHttpServer *server = nida_http_server_new (OMAN);
      g_autofree char *one = nida_http_server_dup_uri (server, "/keyed-403/subscription-key/one.csv");
      g_autofree char *two = n == 2 ? nida_http_server_dup_uri (server, "/keyed/subscription-key/two.csv") : NULL;
      NidaWindow *window = open_addresses ((const char *[]) { one, two, NULL });

      g_assert_true (ui_test_wait (is_asked, NULL));
      answer ("wrong");
      g_assert_true (ui_test_wait (is_told_refused, window));
      answer ("s3cret");
      g_assert_true (ui_test_wait (has_board, window));
      g_assert_cmpuint (count_wanted (window), ==, 0);
      g_assert_cmpuint (nida_report_get_n_sources (nida_dataset_get_report (nida_session_get_dataset (nida_window_get_session (window)))),
                        ==, n);
      g_assert_null (find_question ());
      forget_key (server);
      ui_test_close (window);
      nida_http_server_free (server);
    }
}

/* What lacks a key holds nothing else up: it is offered in its row. */
static void
test_addresses_beside (void)
{
  NidaHttpServer *server = nida_http_server_new (OMAN);
  g_autofree char *free_one = nida_http_server_dup_uri (server, "/plain/free.csv");
  g_autofree char *keyed = nida_http_server_dup_uri (server, "/keyed-403/subscription-key/beside.csv");
  NidaWindow *window = open_addresses ((const char *[]) { free_one, keyed, NULL });

  g_assert_true (ui_test_wait (wants_keys, window));
  g_assert_null (find_question ());
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_true (nida_session_is_missing (nida_window_get_session (window), keyed));
  g_assert_nonnull (strstr (nida_window_get_toast (window), "missing"));
  g_assert_null (find_child (GTK_WIDGET (find_row (window, 0)), is_key_button));
  g_signal_emit_by_name (find_child (GTK_WIDGET (find_row (window, 1)), is_key_button), "clicked");
  g_assert_true (ui_test_wait (is_asked, NULL));
  answer ("s3cret");
  g_assert_true (ui_test_wait (has_no_missing, window));
  g_assert_cmpuint (count_wanted (window), ==, 0);
  forget_key (server);
  ui_test_close (window);
  nida_http_server_free (server);
}

static gboolean
asks_for (gpointer origin)
{
  return find_question () != NULL && has_label_with (find_question (), origin);
}

static gboolean
has_no_question (gpointer data)
{
  return find_question () == NULL;
}

/* A document whose sources all lack keys asks for one after the other. */
static void
test_two_servers (void)
{
  g_autofree char *csv = ui_test_write ("two-servers.csv", ""), *path = beside (csv, "two-servers.nida");
  NidaHttpServer *first = nida_http_server_new (OMAN), *second = nida_http_server_new (OMAN);
  g_autofree char *one = nida_http_server_dup_uri (first, "/keyed/subscription-key/one.csv");
  g_autofree char *two = nida_http_server_dup_uri (second, "/keyed-403/subscription-key/two.csv");
  g_autofree char *first_origin = nida_source_dup_origin (one), *second_origin = nida_source_dup_origin (two);
  const char *inputs[] = { one, two, NULL };
  g_autoptr (NidaDocument) document = nida_document_new ();
  NidaWindow *window;

  nida_document_set_sources (document, inputs);
  g_assert_true (nida_document_save_as (document, path, NULL));
  g_clear_object (&document);
  window = open_addresses ((const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (asks_for, first_origin));
  answer ("wrong");
  g_assert_true (ui_test_wait (asks_for, second_origin));
  answer ("s3cret");
  g_assert_true (ui_test_wait (has_board, window));
  g_assert_true (ui_test_wait (has_no_question, NULL));
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_cmpuint (count_wanted (window), ==, 1);
  forget_key (first);
  forget_key (second);
  ui_test_close (window);
  nida_http_server_free (first);
  nida_http_server_free (second);
}

static gboolean
is_shown_older (gpointer data)
{
  return wants_keys (data) && !nida_session_is_missing (nida_window_get_session (data), nida_session_get_inputs (nida_window_get_session (data))[0]);
}

/* A key that holds no more: what was read with it is shown, and its row offers to enter another. */
static void
test_key_lost (void)
{
  NidaHttpServer *server = nida_http_server_new (OMAN);
  g_autofree char *keyed = nida_http_server_dup_uri (server, "/keyed-403/subscription-key/lost.csv");
  NidaWindow *window = open_addresses ((const char *[]) { keyed, NULL });
  NidaSession *session = nida_window_get_session (window);

  g_assert_true (ui_test_wait (is_asked, NULL));
  answer ("s3cret");
  g_assert_true (ui_test_wait (has_board, window));
  forget_key (server);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_shown_older, window));
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_null (find_question ());
  g_signal_emit_by_name (find_child (GTK_WIDGET (find_row (window, 0)), is_key_button), "clicked");
  g_assert_true (ui_test_wait (is_asked, NULL));
  answer ("s3cret");
  g_assert_true (ui_test_wait (has_all, window));
  g_assert_null (find_child (GTK_WIDGET (find_row (window, 0)), is_key_button));
  forget_key (server);
  ui_test_close (window);
  nida_http_server_free (server);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/source-actions/packed/opens-without-its-file", test_packed);
  g_test_add_func ("/source-actions/packed/once-it-is-saved", test_unsaved);
  g_test_add_func ("/source-actions/located/files-alone", test_locate);
  g_test_add_func ("/source-actions/located/other-data-are-told", test_take_place);
  g_test_add_func ("/source-actions/key/one-for-all-of-its-server", test_key_in_row);
  g_test_add_func ("/source-actions/key/asked-for-where-nothing-else-is", test_key_alone);
  g_test_add_func ("/source-actions/key/one-server-after-the-other", test_two_servers);
  g_test_add_func ("/source-actions/key/addresses-alone-ask-however-many", test_addresses_alone);
  g_test_add_func ("/source-actions/key/addresses-beside-others-are-offered", test_addresses_beside);
  g_test_add_func ("/source-actions/key/one-that-holds-no-more-is-offered", test_key_lost);
  return g_test_run ();
}
