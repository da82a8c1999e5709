/* draft-keeper.c: what is made is kept without a word, and whatever is changed is in its file a moment later: there is no "Save". */
#include "config.h"

#include "document-actions.h"
#include "document-file.h"
#include "draft-keeper.h"
#include "ledger.h"
#include "look.h"
#include "recent.h"
#include "ui-support.h"

#include <sqlite3.h>

static gboolean
has_file (gpointer data)
{
  return nida_document_get_file (nida_session_get_document (nida_window_get_session (data))) != NULL;
}

static void
test_drafts (void)
{
  g_autofree char *path = ui_test_write ("draft.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *file = g_filename_to_uri (path, NULL, NULL);
  const char *draft;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  ui_test_run_for (50);
  g_assert_false (has_file (window));             /* looking leaves nothing behind */
  nida_session_remove_chart (session, 0);
  g_assert_true (ui_test_wait (has_file, window));
  g_assert_true (nida_document_file_is_draft (nida_document_get_file (nida_session_get_document (session))));
  list = nida_recent_list (nida_look_get_settings (nida_look_get ()));
  g_assert_cmpuint (list->len, >, 0);
  draft = ((NidaRecent *) list->pdata[0])->uris[0];
  g_assert_true (g_str_has_suffix (draft, ".nida"));
  /* the dialogs of other programs show files that have a name */
  g_assert_true (gtk_recent_manager_has_item (gtk_recent_manager_get_default (), file));
  g_assert_false (gtk_recent_manager_has_item (gtk_recent_manager_get_default (), draft));
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

/* --- in the file --- */

/* As a stranger's connection to the file finds it. */
static gboolean
is_in_file (const char *path,
            const char *words)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *found = NULL;
  gboolean is_there;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 30000);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT 1 FROM items WHERE instr (text, ?1)", -1, &found, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (found, 1, words, -1, SQLITE_STATIC);
  is_there = sqlite3_step (found) == SQLITE_ROW;
  sqlite3_finalize (found);
  sqlite3_close (db);
  return is_there;
}

/* Nothing happens in this process meanwhile: neither input nor the main loop. */
static void
wait_for_file (const char *path,
               const char *words,
               gboolean    there)
{
  gint64 start = g_get_monotonic_time ();

  while (is_in_file (path, words) != there)
    {
      g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_TIME_SPAN_SECOND);
      g_usleep (1000);
    }
  g_test_message ("“%s”: %" G_GINT64_FORMAT " ms", words, (g_get_monotonic_time () - start) / 1000);
}

static void
add_pledge (NidaSession *session,
            const char  *donor)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;

  entry->amount = 5000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, donor, NULL);
  id = nida_ledger_add (nida_session_get_document (session), entry);
}

/* Whatever is changed is in the file a moment later, also where the window does nothing more. */
static void
test_in_file (void)
{
  g_autofree char *csv = ui_test_write ("written.csv", ui_test_csv);
  g_autofree char *folder = g_path_get_dirname (csv), *path = g_build_filename (folder, "written.nida", NULL);
  NidaWindow *window = ui_test_open (csv);
  NidaSession *session = nida_window_get_session (window);

  g_assert_true (nida_document_actions_save (window, path, NULL));
  nida_session_rename_board (session, "Near East", "المشرق");
  wait_for_file (path, "Near East", TRUE);
  add_pledge (session, "A newcomer");
  wait_for_file (path, "A newcomer", TRUE);
  nida_session_undo (session);
  wait_for_file (path, "A newcomer", FALSE);
  nida_session_redo (session);
  wait_for_file (path, "A newcomer", TRUE);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *donor = g_strdup_printf ("Donor %u of many", i);

      add_pledge (session, donor);
    }
  wait_for_file (path, "Donor 49 of many", TRUE);
  g_assert_true (is_in_file (path, "Donor 0 of many"));
  ui_test_close (window);
}

/* What has no name yet is in its draft, as soon as the window has drawn breath. */
static void
test_in_draft (void)
{
  g_autofree char *csv = ui_test_write ("unnamed.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (csv);
  NidaSession *session = nida_window_get_session (window);

  NidaDocumentFile *file;

  add_pledge (session, "The first of all");
  g_assert_true (ui_test_wait (has_file, window));
  file = nida_document_get_file (nida_session_get_document (session));
  wait_for_file (nida_document_file_get_path (file), "The first of all", TRUE);
  add_pledge (session, "The second");
  wait_for_file (nida_document_file_get_path (file), "The second", TRUE);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/draft-keeper/what-is-made-is-kept", test_drafts);
  g_test_add_func ("/draft-keeper/what-is-worth-it", test_worth);
  g_test_add_func ("/draft-keeper/every-change-is-in-the-file-without-saving", test_in_file);
  g_test_add_func ("/draft-keeper/every-change-is-in-the-draft-without-a-name", test_in_draft);
  return g_test_run ();
}
