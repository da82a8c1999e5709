/* session-fiscal.c: a document shows the same fiscal years on every desk, whatever else is open. */
#include "config.h"

#include "document-actions.h"
#include "document-file.h"
#include "document-sources.h"
#include "fiscal-start.h"
#include "look.h"
#include "ui-support.h"

static void
set_desk (int month)
{
  g_settings_set_int (nida_look_get_settings (nida_look_get ()), "fiscal-year-start", month);
}

static guint
start_of (NidaWindow *window)
{
  return nida_session_get_fiscal_start (nida_window_get_session (window));
}

static void
count_cb (NidaSession *session,
          guint       *n)
{
  (*n)++;
}

/* What has no file is as the desk has it, and follows. */
static void
test_desk (void)
{
  g_autofree char *csv = ui_test_write ("fiscal-desk.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (csv);
  guint n = 0;

  set_desk (4);
  g_signal_connect (nida_window_get_session (window), "answered", G_CALLBACK (count_cb), &n);
  set_desk (7);
  g_assert_cmpuint (start_of (window), ==, 7);
  g_assert_cmpuint (n, >, 0);
  set_desk (4);
  ui_test_close (window);
}

static void
test_kept (void)
{
  g_autofree char *csv = ui_test_write ("fiscal.csv", ui_test_csv), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "fiscal.nida", NULL), *other_csv = ui_test_write ("fiscal-other.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (csv), *other;
  guint n = 0;

  set_desk (7);
  g_assert_true (nida_document_actions_save (window, path, NULL));
  ui_test_close (window);
  /* another desk */
  set_desk (1);
  window = ui_test_open (path);
  other = ui_test_open (other_csv);
  g_assert_cmpuint (start_of (window), ==, 7);
  g_assert_cmpuint (start_of (other), ==, 1);
  set_desk (2);
  g_assert_cmpuint (start_of (window), ==, 7);
  /* a person who says it for this document */
  g_signal_connect (nida_window_get_session (window), "answered", G_CALLBACK (count_cb), &n);
  nida_session_set_fiscal_start (nida_window_get_session (window), 9);
  g_assert_cmpuint (start_of (window), ==, 9);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (start_of (other), ==, 2);
  set_desk (4);
  ui_test_close (other);
  ui_test_close (window);
}

static gboolean
says_month (gpointer data)
{
  NidaDocument *document = nida_session_get_document (nida_window_get_session (data));

  return nida_items_get_fiscal_start (nida_document_get_items (document)) != 0;
}

/* A document made before there was such a setting: it keeps what the desk showed it by, and takes that along. */
static void
test_before (void)
{
  g_autofree char *csv = ui_test_write ("fiscal-before.csv", ui_test_csv), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "fiscal-before.nida", NULL);
  const char *inputs[] = { csv, NULL };
  g_autoptr (NidaDocument) document = nida_document_new ();
  NidaWindow *window;

  nida_document_set_sources (document, inputs);
  g_assert_true (nida_document_save_as (document, path, NULL));
  g_clear_object (&document);
  set_desk (7);
  window = ui_test_open (path);
  g_assert_cmpuint (start_of (window), ==, 7);
  g_assert_true (ui_test_wait (says_month, window));
  ui_test_close (window);
  set_desk (1);
  window = ui_test_open (path);
  g_assert_cmpuint (start_of (window), ==, 7);
  set_desk (4);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-fiscal/desk/without-a-document", test_desk);
  g_test_add_func ("/session-fiscal/document/the-same-on-another-desk", test_kept);
  g_test_add_func ("/session-fiscal/document/one-from-before-keeps-what-it-was-shown-by", test_before);
  return g_test_run ();
}
