#include "countries.h"

#include <string.h>

static void
assert_country (const char *iso3,
                const char *english,
                const char *arabic)
{
  const NidaCountry *country = nida_country_from_iso3 (iso3, 3);

  g_assert_nonnull (country);
  g_assert_cmpstr (country->english, ==, english);
  g_assert_cmpstr (country->arabic, ==, arabic);
}

static void
test_codes (void)
{
  assert_country ("KWT", "Kuwait", "الكويت");
  assert_country ("SYR", "Syria", "سوريا");
  assert_country ("PSE", "Palestinian Territories", "الأراضي الفلسطينية");
  assert_country ("COD", "Democratic Republic of the Congo", "جمهورية الكونغو الديمقراطية");
  assert_country ("XKX", "Kosovo", "كوسوفو");
  g_assert_null (nida_country_from_iso3 ("XXQ", 3));
  g_assert_null (nida_country_from_iso3 ("KW", 2));
  g_assert_null (nida_country_from_iso3 ("kwt", 3));
}

static void
test_names (void)
{
  g_assert_cmpstr (nida_country_from_name ("kuwait")->iso3, ==, "KWT");
  g_assert_cmpstr (nida_country_from_name ("الكويت")->iso3, ==, "KWT");
  g_assert_cmpstr (nida_country_from_name ("kwt")->iso3, ==, "KWT");
  g_assert_null (nida_country_from_name ("Atlantis"));
}

static void
test_other_names (void)
{
  static const struct { const char *name, *iso3; } cases[] = {
    { "Palestine", "PSE" }, { "State of Palestine", "PSE" }, { "فلسطين", "PSE" }, { "oPt", "PSE" }, { "Turkey", "TUR" },
    { "Türkiye", "TUR" }, { "Turkiye", "TUR" }, { "TR", "TUR" }, { "Syrian Arab Republic", "SYR" }, { "سوريا", "SYR" },
    { "سورية", "SYR" }, { "SY", "SYR" }, { "syria", "SYR" }, { "Republic of Korea", "KOR" },
    { "United States of America", "USA" }, { "Brunei Darussalam", "BRN" }, { "Czech Republic", "CZE" }, { "DRC", "COD" },
  };
  g_autoptr (NidaDictionary) dictionary = nida_dictionary_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const NidaCountry *country = nida_country_from_iso3 (cases[i].iso3, 3);
      guint32 code = nida_country_intern_name (dictionary, cases[i].name, strlen (cases[i].name));

      g_assert_cmpstr (nida_dictionary_get_name (dictionary, code), ==, country->english);
      g_assert_cmpstr (nida_dictionary_get_ref (dictionary, code), ==, cases[i].iso3);
    }
  g_assert_cmpuint (nida_dictionary_get_size (dictionary), ==, 8);
  g_assert_cmpstr (nida_dictionary_get_name (dictionary, nida_country_intern_name (dictionary, "Atlantis", 8)), ==,
                   "Atlantis");
}

/* Each other name is one of a country, and no country's name leads to another. */
static void
test_no_clash (void)
{
  const char * const *names = nida_countries_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_cmpstr (nida_country_from_name (names[i])->english, ==, names[i]);
}

static void
test_dictionary (void)
{
  g_autoptr (NidaDictionary) dictionary = nida_dictionary_new ();
  guint32 kuwait = nida_country_intern (dictionary, nida_country_from_iso3 ("KWT", 3));
  guint32 syria = nida_dictionary_intern (dictionary, "Syria", -1);
  guint32 other = nida_dictionary_intern (dictionary, "Atlantis", -1);

  g_assert_cmpuint (nida_country_intern (dictionary, nida_country_from_iso3 ("KWT", 3)), ==, kuwait);
  nida_countries_label (dictionary);
  g_assert_cmpstr (nida_dictionary_get_ref (dictionary, kuwait), ==, "KWT");
  g_assert_cmpstr (nida_dictionary_get_ref (dictionary, syria), ==, "SYR");
  g_assert_cmpstr (nida_dictionary_get_arabic (dictionary, syria), ==, "سوريا");
  g_assert_null (nida_dictionary_get_ref (dictionary, other));
}

static void
test_all (void)
{
  const char * const *names = nida_countries_get_names ();

  g_assert_cmpuint (g_strv_length ((char **) names), >, 240);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (names[i]), >, 3);
      g_assert_nonnull (nida_country_from_name (names[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/countries/codes/have-names-in-both-languages", test_codes);
  g_test_add_func ("/countries/names/are-found", test_names);
  g_test_add_func ("/countries/other-names/are-one-country", test_other_names);
  g_test_add_func ("/countries/other-names/take-no-name-from-another", test_no_clash);
  g_test_add_func ("/countries/dictionary/gets-labels-and-codes", test_dictionary);
  g_test_add_func ("/countries/all-are-found-by-name", test_all);
  return g_test_run ();
}
