/* document-actions.c, draft-keeper.c, document-bar.c: what is made is kept, saved under a name, opened again as it was, by
 * several windows at once, and what cannot be changed says so. */
#include "config.h"

#include "document-actions.h"
#include "document-bar.h"
#include "document-file.h"
#include "draft-keeper.h"
#include "look.h"
#include "recent.h"
#include "ui-support.h"

#include <glib/gstdio.h>

static gboolean
has_board (gpointer data)
{
  NidaSession *session = nida_window_get_session (data);

  return nida_session_get_dataset (session) != NULL && !nida_session_is_loading (session);
}

static gboolean
has_file (gpointer data)
{
  return nida_document_get_file (nida_session_get_document (nida_window_get_session (data))) != NULL;
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
test_drafts (void)
{
  g_autofree char *path = ui_test_write ("draft.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (GPtrArray) list = NULL;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_run_for (50);
  g_assert_false (has_file (window));             /* looking leaves nothing behind */
  nida_session_remove_chart (session, 0);
  g_assert_true (ui_test_wait (has_file, window));
  g_assert_true (nida_document_file_is_draft (nida_document_get_file (nida_session_get_document (session))));
  list = nida_recent_list (nida_look_get_settings (nida_look_get ()));
  g_assert_cmpuint (list->len, >, 0);
  g_assert_true (g_str_has_suffix (((NidaRecent *) list->pdata[0])->uris[0], ".nida"));
  ui_test_close (window);
}

static void
test_worth (void)
{
  static const struct { NidaItemKind kind; const char *id, *text; gboolean worth; } cases[] = {
    { NIDA_ITEM_SETTING, "board", "x", FALSE }, { NIDA_ITEM_SETTING, "language", "ar", FALSE }, { NIDA_ITEM_SETTING, "title-ar", "x", TRUE },
    { NIDA_ITEM_SOURCE, "a", "x", FALSE }, { NIDA_ITEM_BOARD, "a", "[Nida board]\nversion=1\ncurrency=SAR\n", FALSE },
    { NIDA_ITEM_BOARD, "a", "[Nida board]\ntitle=x\n", TRUE }, { NIDA_ITEM_BOARD, "a", "?", TRUE }, { NIDA_ITEM_ENTRY, "a", "x", TRUE },
    { NIDA_ITEM_SLIDE, "a", "x", TRUE }, { NIDA_ITEM_ALIAS, "a", "x", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaItems) items = nida_items_new ();

      nida_items_put (items, nida_item_new (cases[i].kind, cases[i].id, 0, cases[i].text));
      g_assert_cmpint (nida_items_are_worth_keeping (items), ==, cases[i].worth);
    }
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
  ui_test_init (&argc, &argv);
  g_test_add_func ("/draft-keeper/what-is-made-is-kept", test_drafts);
  g_test_add_func ("/draft-keeper/what-is-worth-it", test_worth);
  g_test_add_func ("/document-actions/opened-again-as-it-was", test_open_again);
  g_test_add_func ("/document-actions/two-windows-see-each-other", test_two_windows);
  g_test_add_func ("/document-bar/read-only-says-so", test_read_only);
  g_test_add_func ("/document-bar/a-crossed-change-is-told", test_conflict);
  g_test_add_func ("/document-actions/no-document-is-told", test_not_a_document);
  g_test_add_func ("/document-actions/title-in-both-languages", test_title);
  return g_test_run ();
}
