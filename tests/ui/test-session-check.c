/* session-check.c: a forged document is found out once it is open, and its data are what is shown. */
#include "config.h"

#include "forged-fixture.h"
#include "session-private.h"
#include "ui-support.h"

#include <string.h>

#define FORGED "id,date,donor,amount_usd,description\n1,2024-01-01,Kuwait,9,text\n2,2024-01-02,Qatar,7,\n"

static gint64
first_amount (NidaWindow *window)
{
  return nida_dataset_get_amount_usd (nida_session_get_dataset (nida_window_get_session (window)), 0);
}

static gboolean
is_corrected (gpointer window)
{
  return first_amount (window) == 5000;
}

static void
test_forged (void)
{
  Fixture self = { 0 };
  NidaWindow *window;

  set_up (&self, NULL);
  {
    g_autoptr (NidaCarried) carried = nida_carried_new (self.document, NULL);
    g_autoptr (NidaDataset) dataset = load (&self, carried);
    g_autoptr (NidaHeldSource) source = get_source (&self);
    g_autoptr (GBytes) forged = forge (FORGED, source->snapshot_key);

    plant (&self, forged);
    g_assert_true (nida_document_file_flush (nida_document_get_file (self.document), NULL));
  }
  g_clear_object (&self.document);
  g_unlink (self.data);
  window = ui_test_open (self.path);
  g_assert_cmpint (first_amount (window), ==, 9000);      /* believed, so that it opens at once */
  nida_session_check_now (nida_window_get_session (window));
  g_assert_true (ui_test_wait (is_corrected, window));
  g_assert_nonnull (strstr (nida_window_get_toast (window), "something else than its data"));
  ui_test_close (window);
  tear_down (&self, NULL);
}

static void
test_true (void)
{
  Fixture self = { 0 };
  NidaWindow *window;

  set_up (&self, NULL);
  {
    g_autoptr (NidaCarried) carried = nida_carried_new (self.document, NULL);
    g_autoptr (NidaDataset) dataset = load (&self, carried);

    g_assert_true (nida_document_file_flush (nida_document_get_file (self.document), NULL));
  }
  g_clear_object (&self.document);
  g_unlink (self.data);
  window = ui_test_open (self.path);
  nida_session_check_now (nida_window_get_session (window));
  ui_test_run_for (500);
  g_assert_false (nida_session_check_is_false (nida_session_get_check (nida_window_get_session (window))));
  g_assert_cmpint (first_amount (window), ==, 5000);
  ui_test_close (window);
  tear_down (&self, NULL);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-check/forged/is-told-and-its-data-shown", test_forged);
  g_test_add_func ("/session-check/true/nothing-happens", test_true);
  return g_test_run ();
}
