/* document-settings.c: a document is shown in its own language, and the desk's comes back without it. */
#include "config.h"

#include "document-actions.h"
#include "document-file.h"
#include "document-settings.h"
#include "look.h"
#include "ui-support.h"

static const char *
code (void)
{
  return nida_language_get_code (nida_look_get_language (nida_look_get ()));
}

static void
say (NidaDocument *document,
     const char   *key,
     const char   *value)
{
  nida_document_begin_quietly (document, "x");
  nida_document_set (document, NIDA_ITEM_SETTING, key, value);
  nida_document_end (document);
}

static void
test_apply (void)
{
  g_autoptr (NidaDocument) document = nida_document_new (), none = nida_document_new ();

  say (document, "language", "ar");
  say (document, "time-direction", "rtl");
  say (document, "digits", "roman");       /* of a newer version: as the desk has it */
  nida_document_settings_apply (document);
  g_assert_cmpstr (code (), ==, "ar");
  g_assert_cmpint (nida_look_get_time_direction (nida_look_get ()), ==, NIDA_TIME_RTL);
  nida_document_settings_apply (none);
  g_assert_cmpstr (code (), ==, "en");
  g_assert_cmpint (nida_look_get_time_direction (nida_look_get ()), ==, NIDA_TIME_LTR);
}

/* A person's choice goes before the document's, and switching comes back. */
static void
test_switch (void)
{
  g_autoptr (NidaDocument) document = nida_document_new (), none = nida_document_new ();

  say (document, "language", "ar");
  nida_document_settings_apply (document);
  nida_look_switch_language (nida_look_get ());
  g_assert_cmpstr (code (), ==, "en");
  nida_look_switch_language (nida_look_get ());
  g_assert_cmpstr (code (), ==, "ar");
  nida_look_switch_language (nida_look_get ());
  g_assert_cmpstr (code (), ==, "en");
  nida_document_settings_apply (none);
}

/* A document is light or dark as it says, but for those who need contrast. */
static void
test_theme (void)
{
  g_autoptr (NidaDocument) document = nida_document_new (), none = nida_document_new ();
  GSettings *settings = nida_look_get_settings (nida_look_get ());
  NidaTheme before = nida_look_get_theme (nida_look_get ());

  say (document, "theme", "dark");
  nida_document_settings_apply (document);
  g_assert_cmpint (nida_look_get_theme (nida_look_get ()), ==, NIDA_THEME_DARK);
  g_settings_set_string (settings, "theme", "light");      /* a person goes first */
  g_assert_cmpint (nida_look_get_theme (nida_look_get ()), ==, NIDA_THEME_LIGHT);
  g_settings_set_string (settings, "theme", "contrast");
  nida_document_settings_apply (document);
  g_assert_cmpint (nida_look_get_theme (nida_look_get ()), ==, NIDA_THEME_CONTRAST);
  g_settings_reset (settings, "theme");
  nida_document_settings_apply (none);
  g_assert_cmpint (nida_look_get_theme (nida_look_get ()), ==, before);
}

static void
test_kept (void)
{
  g_autofree char *csv = ui_test_write ("settings.csv", ui_test_csv), *folder = g_path_get_dirname (csv);
  g_autofree char *path = g_build_filename (folder, "settings.nida", NULL);
  NidaWindow *window = ui_test_open (csv);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));

  nida_document_settings_keep (document, NULL);
  g_assert_null (nida_document_get (document, NIDA_ITEM_SETTING, "language"));    /* it has no file */
  g_assert_true (nida_document_actions_save (window, path, NULL));
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SETTING, "language"), ==, "en");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SETTING, "language"), ==, "ar");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SETTING, "theme"), ==, "auto");
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "theme", "dark");
  nida_document_settings_keep (document, NULL);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SETTING, "theme"), ==, "dark");
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "theme", "contrast");
  nida_document_settings_keep (document, NULL);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SETTING, "theme"), ==, "dark");
  g_settings_reset (nida_look_get_settings (nida_look_get ()), "theme");
  g_assert_false (nida_document_can_undo (document));
  ui_test_close (window);
}

/* Beside others a document does not change what they speak; it offers its language. */
static void
test_beside (void)
{
  g_autofree char *csv = ui_test_write ("beside.csv", ui_test_csv), *other_csv = ui_test_write ("beside-other.csv", ui_test_csv);
  g_autofree char *folder = g_path_get_dirname (csv), *path = g_build_filename (folder, "beside.nida", NULL);
  g_autoptr (NidaDocument) none = nida_document_new ();
  NidaWindow *window = ui_test_open (csv), *other;

  g_assert_true (nida_document_actions_save (window, path, NULL));
  say (nida_session_get_document (nida_window_get_session (window)), "language", "ar");
  g_assert_true (nida_document_file_flush (nida_document_get_file (nida_session_get_document (nida_window_get_session (window))), NULL));
  ui_test_close (window);
  other = ui_test_open (other_csv);
  window = ui_test_open (path);
  g_assert_cmpstr (code (), ==, "en");
  g_assert_cmpstr (nida_window_get_toast (window), ==, "This document is kept in Arabic");
  ui_test_close (other);
  ui_test_close (window);
  /* alone it speaks its own */
  window = ui_test_open (path);
  g_assert_cmpstr (code (), ==, "ar");
  ui_test_close (window);
  nida_document_settings_apply (none);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/document-settings/apply/and-the-desks-own-without-it", test_apply);
  g_test_add_func ("/document-settings/switch/a-person-goes-first", test_switch);
  g_test_add_func ("/document-settings/theme/never-takes-contrast-away", test_theme);
  g_test_add_func ("/document-settings/kept/with-the-file", test_kept);
  g_test_add_func ("/document-settings/beside/others-go-on-in-theirs", test_beside);
  return g_test_run ();
}
