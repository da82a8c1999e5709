/* source-actions.c, and the menu of a source as one of a document. */
#include "config.h"

#include "document-actions.h"
#include "document-file.h"
#include "document-sources.h"
#include "source-actions.h"
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
      nida_source_actions_take_place (window, gone, there);
      g_assert_true (ui_test_wait (has_no_missing, window));
      if (same)
        g_assert_null (nida_window_get_toast (window));
      else
        g_assert_nonnull (strstr (nida_window_get_toast (window), "other data"));
      ui_test_close (window);
    }
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
  return g_test_run ();
}
