/* Countries in a few letters: shorter than their names, in the script of the language, and never one word for two countries. */
#include "config.h"

#include "words.h"

#include <unicode/uloc.h>

static void
test_shorter (void)
{
  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      g_autoptr (NidaLanguage) language = nida_language_new (arabic ? "ar" : "en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
      g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n = 0;

      for (const char * const *code = (const char * const *) uloc_getISOCountries (); *code != NULL; code++)
        {
          g_autofree char *locale = g_strconcat ("und_", *code, NULL);
          g_autofree char *name = nida_words_plain_name (language, NIDA_FIELD_COUNTRY, uloc_getISO3Country (locale), NULL);
          const char *brief = nida_words_country_brief (language, *code);

          if (brief == NULL)
            continue;
          n++;
          if (g_utf8_strlen (brief, -1) >= g_utf8_strlen (name, -1) || !g_hash_table_add (words, g_strdup (brief)))
            g_error ("%s is no shorter than %s, or means two countries", brief, name);
          g_assert_cmpint (g_unichar_get_script (g_utf8_get_char (brief)), ==, arabic ? G_UNICODE_SCRIPT_ARABIC : G_UNICODE_SCRIPT_LATIN);
        }
      g_assert_cmpuint (n, >, 10);
    }
}

static void
test_usual (void)
{
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) arabic = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  g_assert_cmpstr (nida_words_country_brief (english, "CF"), ==, "CAR");
  g_assert_cmpstr (nida_words_country_brief (arabic, "CF"), ==, "أفريقيا الوسطى");
  g_assert_cmpstr (nida_words_country_brief (arabic, "PS"), ==, "فلسطين");
  g_assert_null (nida_words_country_brief (arabic, "AE"));
  g_assert_null (nida_words_country_brief (english, "TD"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/country-briefs/shorter-and-of-one-country", test_shorter);
  g_test_add_func ("/country-briefs/the-usual-words", test_usual);
  return g_test_run ();
}
