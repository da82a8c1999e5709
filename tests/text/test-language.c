/* The language object: direction, names in a mixed line, gettext switched in a living process, the environment read. */
#include "config.h"

#include "support.h"
#include "visual-order.h"
#include "words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static void
test_codes (void)
{
  g_autoptr (NidaLanguage) en = nida_language_new ("fr", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) none = nida_language_new (NULL, NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) ar = nida_language_new ("ar_KW.UTF-8", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  g_assert_cmpstr (nida_language_get_code (en), ==, "en");
  g_assert_cmpstr (nida_language_get_code (none), ==, "en");
  g_assert_false (nida_language_is_rtl (en));
  g_assert_cmpstr (nida_language_get_code (ar), ==, "ar");
  g_assert_true (nida_language_is_rtl (ar));
}

static void
test_names (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_language_name (en, "Kuwait", "الكويت"), "Kuwait");
  assert_text (nida_language_name (ar, "Kuwait", "الكويت"), FSI "الكويت" PDI);
  assert_text (nida_language_name (ar, "Kuwait", NULL), FSI "Kuwait" PDI);
  assert_text (nida_language_name (ar, "Kuwait", ""), FSI "Kuwait" PDI);
  assert_text (nida_language_name (en, NULL, "الكويت"), FSI "الكويت" PDI);
  assert_text (nida_language_name (en, NULL, NULL), "Not stated");
  assert_text (nida_language_name (en, "", ""), "Not stated");
  assert_text (nida_language_name (ar, NULL, NULL), "غير محدد");
  g_assert_cmpstr (nida_language_pick (ar, "Kuwait", "الكويت"), ==, "الكويت");
  g_assert_cmpstr (nida_language_pick (en, "Kuwait", "الكويت"), ==, "Kuwait");
  g_assert_cmpstr (nida_language_pick (en, NULL, NULL), ==, "");
}

static void
test_isolate (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_language_isolate (en, "WFP (Yemen)"), "WFP (Yemen)");
  assert_text (nida_language_isolate (en, "Türkiye – Côte"), "Türkiye – Côte");
  assert_text (nida_language_isolate (en, "قطر"), FSI "قطر" PDI);
  assert_text (nida_language_isolate (ar, "WFP (Yemen)"), FSI "WFP (Yemen)" PDI);
  assert_text (nida_language_isolate (ar, ""), "");
  /* What a file carries of its own is taken out before ours is put around it. */
  assert_text (nida_language_isolate (en, "Kuwait\342\200\256 Fund"), "Kuwait Fund");
  assert_text (nida_language_isolate (ar, "Kuwait\342\200\256" PDI), FSI "Kuwait" PDI);
}

/* The names and bases of arabic.md 1.4: brackets stay with their name, the number stays a neighbour. */
static void
test_seen_order (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autofree char *wfp = nida_language_isolate (ar, "WFP (Yemen)");
  g_autofree char *percent = nida_language_percent (ar, 630000, 0);
  g_autofree char *legend = g_strconcat (wfp, ": ", percent, NULL);
  g_autofree char *crescent = nida_language_isolate (en, "الهلال الأحمر القطري (QRCS)");
  g_autofree char *ltr = g_strconcat (crescent, " – 12", NULL);
  g_autofree char *crescent_ar = nida_language_isolate (ar, "الهلال الأحمر القطري (QRCS)");
  g_autofree char *rtl = g_strconcat (crescent_ar, " – ", LRI "12" PDI, NULL);
  g_autofree char *hostile = nida_language_isolate (ar, "A\342\200\256BC");
  g_autofree char *after_hostile = g_strconcat (hostile, " ", LRI "12" PDI, NULL);

  assert_seen (legend, PANGO_DIRECTION_RTL, "63% :WFP (Yemen)");
  assert_seen (ltr, PANGO_DIRECTION_LTR, "(QRCS) يرطقلا رمحألا لالهلا – 12");
  assert_seen (rtl, PANGO_DIRECTION_RTL, "12 – (QRCS) يرطقلا رمحألا لالهلا");
  assert_seen (after_hostile, PANGO_DIRECTION_RTL, "12 ABC");
}

static void
test_switches_live (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  nida_language_activate (en);
  g_assert_cmpstr (_("Donor"), ==, "Donor");
  nida_language_activate (ar);
  if (g_strcmp0 (_("Donor"), "Donor") == 0)
    {
      g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
      return;
    }
  g_assert_cmpstr (_("Donor"), ==, "الجهة المانحة");
  nida_language_activate (en);
  g_assert_cmpstr (_("Donor"), ==, "Donor");
  nida_language_activate (ar);
  g_assert_cmpstr (_("Donor"), ==, "الجهة المانحة");
}

static void
test_switches_in_the_c_locale (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (NidaLanguage) ar = arabic ();

      g_setenv ("LC_ALL", "C", TRUE);
      g_setenv ("LANGUAGE", "en", TRUE);
      setlocale (LC_ALL, "");
      nida_language_activate (ar);
      g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "ar");
      if (g_strcmp0 (_("Donor"), "Donor") != 0)
        g_assert_cmpstr (_("Donor"), ==, "الجهة المانحة");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_environment (void)
{
  static const struct { const char *language, *all, *messages, *lang, *expected; } cases[] = {
    { "ar", "C", NULL, NULL, "ar" },
    { "fr:ar:en", "C", NULL, NULL, "ar" },
    { "en", "ar_KW.UTF-8", NULL, NULL, "en" },
    { NULL, "ar_KW.UTF-8", NULL, "en_GB.UTF-8", "ar" },
    { NULL, "", "ar_EG", "en_GB.UTF-8", "ar" },
    { NULL, NULL, NULL, "ar", "ar" },
    { NULL, "C.UTF-8", NULL, "ar_KW", "en" },
    { NULL, NULL, NULL, "arn_CL", "en" },
    { NULL, NULL, NULL, NULL, "en" },
  };
  g_auto (GStrv) saved = g_get_environ ();
  static const char * const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *values[] = { cases[i].language, cases[i].all, cases[i].messages, cases[i].lang };

      for (gsize v = 0; v < G_N_ELEMENTS (values); v++)
        if (values[v] != NULL)
          g_setenv (names[v], values[v], TRUE);
        else
          g_unsetenv (names[v]);
      g_assert_cmpstr (nida_language_from_environment (), ==, cases[i].expected);
    }
  for (gsize v = 0; v < G_N_ELEMENTS (names); v++)
    if (g_environ_getenv (saved, names[v]) != NULL)
      g_setenv (names[v], g_environ_getenv (saved, names[v]), TRUE);
}

#define THREADS 8
#define TURNS   200

/* What a thread says of one amount, in a currency that the others change all the time, and of one day. */
static char *
say (NidaLanguage *language,
     guint         turn)
{
  const char *items[] = { "a", "b", NULL };
  const char *currency = turn % 2 == 0 ? "KWD" : "USD";
  g_autofree char *brief = nida_language_money_short (language, 17064284000 + turn % 7, currency);
  g_autofree char *exact = nida_language_money_exact (language, 17064284000 + turn % 7, currency);
  g_autofree char *date = nida_language_date (language, nida_date_new_day (2026, 3, 1 + (int) turn % 9), NIDA_DATE_LONG);
  g_autofree char *ago = nida_language_ago (language, 60 * (1 + turn % 50));
  g_autofree char *list = nida_language_list (language, items);
  g_autofree char *country = nida_words_name (language, NIDA_FIELD_COUNTRY, turn % 2 == 0 ? "KWT" : "SDN", NULL);

  return g_strjoin ("; ", brief, exact, date, ago, list, country, NULL);
}

static gpointer
say_much (gpointer data)
{
  GPtrArray *said = g_ptr_array_new_with_free_func (g_free);

  for (guint turn = 0; turn < TURNS; turn++)
    g_ptr_array_add (said, say (data, turn));
  return said;
}

static void
test_threads (void)
{
  NidaLanguage *alone[] = { english (), arabic () }, *shared[] = { english (), arabic () };

  for (guint l = 0; l < G_N_ELEMENTS (shared); l++)
    {
      g_autoptr (GPtrArray) expected = say_much (alone[l]);
      GThread *threads[THREADS];

      for (guint i = 0; i < THREADS; i++)
        threads[i] = g_thread_new ("say", say_much, shared[l]);
      for (guint i = 0; i < THREADS; i++)
        {
          g_autoptr (GPtrArray) said = g_thread_join (threads[i]);

          for (guint turn = 0; turn < TURNS; turn++)
            g_assert_cmpstr (said->pdata[turn], ==, expected->pdata[turn]);
        }
      g_object_unref (alone[l]);
      g_object_unref (shared[l]);
    }
}

static void
test_is_freed (void)
{
  NidaLanguage *ar = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_BOTH);
  gpointer watched = ar;

  g_object_add_weak_pointer (G_OBJECT (ar), &watched);
  g_free (nida_language_integer (ar, 1));
  g_free (nida_language_date (ar, nida_date_new_month (2026, 1), NIDA_DATE_SHORT));
  g_free (nida_language_ago (ar, 600));
  g_object_unref (ar);
  g_assert_null (watched);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/code/is-arabic-or-english", test_codes);
  g_test_add_func ("/language/name/falls-back-to-what-there-is", test_names);
  g_test_add_func ("/language/isolate/only-where-scripts-may-mix", test_isolate);
  g_test_add_func ("/language/isolate/brackets-stay-with-their-name", test_seen_order);
  g_test_add_func ("/language/activate/switches-live", test_switches_live);
  g_test_add_func ("/language/activate/works-in-the-c-locale", test_switches_in_the_c_locale);
  g_test_add_func ("/language/environment/in-the-order-of-gettext", test_environment);
  g_test_add_func ("/language/threads/say-the-same", test_threads);
  g_test_add_func ("/language/is-freed", test_is_freed);
  return g_test_run ();
}
