/* What is planned of a show goes with its document. */
#include "show-settings.h"

static void
test_kept (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  const guint values[NIDA_SHOW_N_SETTINGS] = { [NIDA_SHOW_MINUTES] = 20, [NIDA_SHOW_SECONDS] = 15, [NIDA_SHOW_LOOP] = 1 };

  for (guint i = 0; i < NIDA_SHOW_N_SETTINGS; i++)
    g_assert_cmpuint (nida_show_settings_get (document, i), ==, 0);
  nida_show_settings_set (document, values);
  for (guint i = 0; i < NIDA_SHOW_N_SETTINGS; i++)
    g_assert_cmpuint (nida_show_settings_get (document, i), ==, values[i]);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Plan the Presentation");
}

static void
test_undone (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  const guint none[NIDA_SHOW_N_SETTINGS] = { 0 }, some[NIDA_SHOW_N_SETTINGS] = { 20, 15, 1 };

  nida_show_settings_set (document, none);
  g_assert_false (nida_document_can_undo (document));      /* nothing is other than it was */
  nida_show_settings_set (document, some);
  nida_document_undo (document);
  g_assert_cmpuint (nida_show_settings_get (document, NIDA_SHOW_MINUTES), ==, 0);
  g_assert_cmpuint (nida_show_settings_get (document, NIDA_SHOW_LOOP), ==, 0);
  g_assert_false (nida_document_can_undo (document));      /* it was one step */
}

static void
test_strange (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  nida_document_begin (document, "x", NULL);
  nida_document_set (document, NIDA_ITEM_SETTING, "show/minutes", "an hour");
  nida_document_set (document, NIDA_ITEM_SETTING, "show/seconds", "-4");
  nida_document_end (document);
  g_assert_cmpuint (nida_show_settings_get (document, NIDA_SHOW_MINUTES), ==, 0);
  g_assert_cmpuint (nida_show_settings_get (document, NIDA_SHOW_SECONDS), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/show-settings/kept-in-the-document", test_kept);
  g_test_add_func ("/show-settings/one-step-for-undo", test_undone);
  g_test_add_func ("/show-settings/what-is-no-number", test_strange);
  return g_test_run ();
}
