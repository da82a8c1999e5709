/* name-forms.c: what is one name stays one, what is two stays two. */
#include "name-forms.h"

static void
test_countries (void)
{
  static const struct { const char *name, *iso3; } cases[] = {
    { "Kuwait, Government of", "KWT" }, { "Government of Kuwait", "KWT" }, { "State of Kuwait", "KWT" }, { "Kuwait", "KWT" },
    { "Kuwait (Government of)", "KWT" }, { "KUWAIT", "KWT" }, { "الكويت", "KWT" }, { "حكومة دولة الكويت", "KWT" },
    { "Saudi Arabia (Kingdom of), Government of", "SAU" }, { "المملكة العربية السعودية", "SAU" }, { "KSA", "SAU" },
    { "الامارات العربية المتحدة", "ARE" }, { "UAE", "ARE" }, { "Government of the United Arab Emirates", "ARE" },
    { "Netherlands (Kingdom of the), Government of", "NLD" }, { "Iran (Islamic Republic of), Government of", "IRN" },
    { "United States of America, Government of", "USA" }, { "Turkiye", "TUR" }, { "Korea, Republic of, Government of", "KOR" },
    { "Democratic People's Republic of Korea", "PRK" }, { "Niger, Government of", "NER" }, { "Nigeria, Government of", "NGA" },
    { "Sudan, Government of", "SDN" }, { "South Sudan, Government of", "SSD" }, { "Guinea", "GIN" }, { "Guinea-Bissau", "GNB" },
    { "Democratic Republic of the Congo", "COD" }, { "Republic of the Congo", "COG" },
    { "DRC", NULL }, { "CAR", NULL }, { "Republic of China", NULL }, { "Kuwait Red Crescent Society", NULL },
    { "Kuwaiti", NULL }, { "Government", NULL }, { "Government of", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const NidaCountry *country = nida_name_find_country (cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (country != NULL ? country->iso3 : NULL, ==, cases[i].iso3);
    }
}

static void
test_one_edit (void)
{
  static const struct { const char *one, *other; gboolean is; } cases[] = {
    { "relief", "releif", TRUE }, { "relief", "relief", FALSE }, { "relief", "reliefs", TRUE }, { "relief", "relef", TRUE },
    { "relief", "ralief", TRUE }, { "relief", "rleeif", FALSE }, { "a", "", TRUE }, { "", "", FALSE }, { "abc", "cba", FALSE },
    { "aa", "aaa", TRUE }, { "الكويت", "الكوبت", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (nida_name_is_one_edit (cases[i].one, cases[i].other), ==, cases[i].is);
      g_assert_cmpint (nida_name_is_one_edit (cases[i].other, cases[i].one), ==, cases[i].is);
    }
}

static void
test_two (void)
{
  static const char * const two[][2] = {
    { "niger", "nigeria" }, { "nigerian", "nigerien" }, { "iran", "iraq" }, { "zambian", "gambian" }, { "iceland", "ireland" },
    { "austria", "australia" }, { "fund2019", "fund2018" }, { "dominica", "dominican" }, { "slovenia", "slovakia" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (two); i++)
    g_assert_false (nida_name_words_alike (two[i][0], two[i][1]));
  g_assert_true (nida_name_words_alike ("refugee", "refugees"));
  g_assert_true (nida_name_words_alike ("organisation", "organization"));
}

static void
test_references (void)
{
  static const char * const cases[][2] = {
    { "XM-DAC-41114", "41114" }, { "xm-dac-41114 ", "41114" }, { "41114", "41114" }, { "GB-CHC-285776", "GBCHC285776" },
    { "DE-1", NULL }, { "XM-DAC-7", NULL }, { "", NULL }, { "N/A", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = nida_reference_plain (cases[i][0]);

      g_assert_cmpstr (plain, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-forms/country/governments-and-forms-of-state", test_countries);
  g_test_add_func ("/name-forms/one-edit", test_one_edit);
  g_test_add_func ("/name-forms/words/what-is-two-stays-two", test_two);
  g_test_add_func ("/name-forms/reference/old-and-new-are-one", test_references);
  return g_test_run ();
}
