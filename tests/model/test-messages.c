/* Tests of model/messages.c: our reading of a catalogue against gettext's own, and threads that speak their own language. */
#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#undef ngettext
#include "translate.h"

static const char *
locale_dir (void)
{
  const char *folder = g_getenv ("NIDA_LOCALE_DIR");

  return folder != NULL ? folder : "";
}

static char *
catalogue_path (void)
{
  return g_build_filename (locale_dir (), "ar", "LC_MESSAGES", "nida.mo", NULL);
}

static gboolean
skip_without_catalogue (void)
{
  g_autofree char *path = catalogue_path ();

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
  return TRUE;
}

static void
test_english_is_the_text_itself (void)
{
  static const char text[] = "Donor";

  nida_messages_set_default ("en");
  g_assert_true (nida_gettext (text) == text);
  g_assert_cmpstr (C_("interval", "Never"), ==, "Never");
  g_assert_cmpstr (ngettext ("%s donor", "%s donors", 1), ==, "%s donor");
  g_assert_cmpstr (ngettext ("%s donor", "%s donors", 0), ==, "%s donors");
  g_assert_cmpstr (ngettext ("%s donor", "%s donors", 2), ==, "%s donors");
  g_assert_cmpstr (_(""), ==, "");
}

static void
test_unknown_words_stay_english (void)
{
  g_auto (NidaSpeech) speech = nida_speech_begin ("ar");

  g_assert_cmpstr (_("No catalogue has this."), ==, "No catalogue has this.");
  g_assert_cmpstr (ngettext ("%s nothing at all", "%s nothings at all", 3), ==, "%s nothings at all");
}

/* Every message of the catalogue, in all of its forms, as gettext answers it. */
static void
test_as_gettext_says (void)
{
  g_autofree char *path = catalogue_path ();
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NidaSpeech) speech = nida_speech_begin ("ar");
  guint32 n, table, n_plural = 0;

  if (skip_without_catalogue ())
    return;
  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  setlocale (LC_MESSAGES, "C.UTF-8");
  g_setenv ("LANGUAGE", "ar", TRUE);
  bindtextdomain ("nida", locale_dir ());
  bind_textdomain_codeset ("nida", "UTF-8");
  memcpy (&n, data + 8, sizeof n);
  memcpy (&table, data + 12, sizeof table);
  g_assert_cmpuint (n, >, 1000);
  for (guint32 i = 1; i < n; i++)
    {
      guint32 length, offset;
      const char *text, *many;

      memcpy (&length, data + table + i * 8, sizeof length);
      memcpy (&offset, data + table + i * 8 + 4, sizeof offset);
      text = data + offset;
      many = text + strlen (text) + 1;
      if (many > text + length)
        {
          g_assert_cmpstr (nida_gettext (text), ==, dgettext ("nida", text));
          continue;
        }
      n_plural++;
      for (gulong count = 0; count < 310; count++)
        g_assert_cmpstr (nida_ngettext (text, many, count), ==, dngettext ("nida", text, many, count));
    }
  g_assert_cmpuint (n_plural, >, 20);
}

static void
test_context_decides (void)
{
  g_auto (NidaSpeech) speech = nida_speech_begin ("ar");

  if (skip_without_catalogue ())
    return;
  g_assert_cmpstr (C_("interval", "Never"), !=, "Never");
}

static void
test_stretches_stand_in_one_another (void)
{
  if (skip_without_catalogue ())
    return;
  nida_messages_set_default ("en");
  {
    g_auto (NidaSpeech) outer = nida_speech_begin ("ar");

    g_assert_cmpstr (nida_speech_get_code (), ==, "ar");
    g_assert_cmpstr (_("Donor"), ==, "الجهة المانحة");
    {
      g_auto (NidaSpeech) inner = nida_speech_begin ("en");

      g_assert_cmpstr (_("Donor"), ==, "Donor");
      nida_messages_set_default ("ar");
      g_assert_cmpstr (_("Donor"), ==, "Donor");
    }
    g_assert_cmpstr (_("Donor"), ==, "الجهة المانحة");
    nida_messages_set_default ("en");
    g_assert_cmpstr (_("Donor"), ==, "الجهة المانحة");
  }
  g_assert_cmpstr (_("Donor"), ==, "Donor");
  g_assert_cmpstr (nida_speech_get_code (), ==, "en");
}

static gpointer
speak_thread (gpointer code)
{
  const char *expected = g_str_equal (code, "ar") ? "الجهة المانحة" : "Donor";

  for (guint i = 0; i < 20000; i++)
    {
      g_auto (NidaSpeech) speech = nida_speech_begin (code);

      g_assert_cmpstr (_("Donor"), ==, expected);
    }
  return NULL;
}

static void
test_threads_do_not_hear_one_another (void)
{
  GThread *arabic, *english;

  if (skip_without_catalogue ())
    return;
  arabic = g_thread_new ("arabic", speak_thread, (gpointer) "ar");
  english = g_thread_new ("english", speak_thread, (gpointer) "en");
  for (guint i = 0; i < 2000; i++)
    {
      nida_messages_set_default (i % 2 == 0 ? "ar" : "en");
      g_assert_cmpstr (_("Donor"), ==, i % 2 == 0 ? "الجهة المانحة" : "Donor");
    }
  g_thread_join (arabic);
  g_thread_join (english);
  nida_messages_set_default ("en");
}

/* --- catalogues that are damaged --- */

static void
assert_survived (const char *data,
                 gsize       size)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-messages-XXXXXX", NULL);
  g_autofree char *outer = g_build_filename (folder, "ar", NULL);
  g_autofree char *inner = g_build_filename (outer, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (inner, "nida.mo", NULL);
  g_autofree char *before = g_strdup (locale_dir ());

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  g_setenv ("NIDA_LOCALE_DIR", folder, TRUE);
  g_test_trap_subprocess ("/messages/damaged/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_setenv ("NIDA_LOCALE_DIR", before, TRUE);
  g_unlink (path);
  g_rmdir (inner);
  g_rmdir (outer);
  g_rmdir (folder);
  g_test_trap_assert_passed ();
}

static void
test_damaged_speaks_english (void)
{
  g_auto (NidaSpeech) speech = nida_speech_begin ("ar");

  g_assert_cmpstr (_("Donor"), ==, "Donor");
  g_assert_cmpstr (ngettext ("%s donor", "%s donors", 3), ==, "%s donors");
}

static void
test_damaged (void)
{
  g_autofree char *path = catalogue_path ();
  g_autofree char *data = NULL;
  gsize size;

  if (skip_without_catalogue ())
    return;
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  assert_survived (data, 0);
  assert_survived (data, 19);
  assert_survived (data, 28);
  assert_survived (data, size / 2);
  memset (data + 8, 0xff, 4);      /* more messages than there are bytes */
  assert_survived (data, size);
  memset (data + 12, 0xff, 8);     /* tables far behind the end */
  assert_survived (data, size);
  memset (data, 'x', 4);           /* no catalogue at all */
  assert_survived (data, size);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messages/english/is-the-text-itself", test_english_is_the_text_itself);
  g_test_add_func ("/messages/unknown/stay-english", test_unknown_words_stay_english);
  g_test_add_func ("/messages/arabic/as-gettext-says", test_as_gettext_says);
  g_test_add_func ("/messages/arabic/context-decides", test_context_decides);
  g_test_add_func ("/messages/speech/stretches-stand-in-one-another", test_stretches_stand_in_one_another);
  g_test_add_func ("/messages/speech/threads-do-not-hear-one-another", test_threads_do_not_hear_one_another);
  g_test_add_func ("/messages/damaged/speaks-english", test_damaged);
  g_test_add_func ("/messages/damaged/subprocess", test_damaged_speaks_english);
  return g_test_run ();
}
