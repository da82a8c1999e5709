/* Display names of donors, countries and clusters, and that every government of the real file is known in Arabic. */
#include "config.h"

#include "support.h"

#include "words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static gboolean
speak_arabic (NidaLanguage *ar)
{
  nida_language_activate (ar);
  if (strcmp (_("Donor"), "Donor") != 0)
    return TRUE;
  g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
  return FALSE;
}

static void
test_governments (void)
{
  static const struct { const char *name, *english, *arabic; } cases[] = {
    { "Kuwait, Government of", "Kuwait", "الكويت" },
    { "Korea, Republic of, Government of", "South Korea", "كوريا الجنوبية" },
    { "United States of America, Government of", "United States", "الولايات المتحدة" },
    { "Saudi Arabia (Kingdom of), Government of", "Saudi Arabia", "السعودية" },
    { "Türkiye, Government of", "Türkiye", "تركيا" },
    { "Democratic Republic of the Congo, Government of", "DR Congo", "جمهورية الكونغو الديمقراطية" },
    { "Atlantis, Government of", "Atlantis", "Atlantis" },
  };
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = g_strconcat (FSI, cases[i].arabic, PDI, NULL);

      assert_text (nida_words_name (en, NIDA_FIELD_DONOR, cases[i].name, NULL), cases[i].english);
      assert_text (nida_words_name (ar, NIDA_FIELD_DONOR, cases[i].name, NULL), isolated);
      assert_text (nida_words_plain_name (ar, NIDA_FIELD_RECIPIENT, cases[i].name, NULL), cases[i].arabic);
    }
}

static void
test_countries (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_words_plain_name (en, NIDA_FIELD_COUNTRY, "SYR", NULL), "Syria");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_COUNTRY, "PSE", NULL), "Palestinian Territories");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_DONOR_COUNTRY, "MMR", NULL), "Myanmar");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_COUNTRY, "Syrian Arab Republic", NULL), "Syria");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_COUNTRY, "XYZ", NULL), "XYZ");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_COUNTRY, "SDN", NULL), "السودان");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_COUNTRY, "ARE", NULL), "الإمارات");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_DONOR, "Kuwait", NULL), "الكويت");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_REGION, "Western Asia", NULL), "Western Asia");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_REGION, "Western Asia", NULL), "غرب آسيا");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_REGION, "Mars", NULL), "Mars");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_REGION, "Africa, regional", NULL), "Africa, regional");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_REGION, "Africa, regional", NULL), "أفريقيا (إقليمي)");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_COUNTRY, "Western Asia, regional", NULL), "غرب آسيا (إقليمي)");
  /* A description is no country, whatever it says. */
  assert_text (nida_words_plain_name (en, NIDA_FIELD_DESCRIPTION, "SYR", NULL), "SYR");
}

static void
test_labels_win (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_text (nida_words_plain_name (ar, NIDA_FIELD_DONOR, "Kuwait, Government of", "دولة الكويت"), "دولة الكويت");
  /* A label that a reader took from ICU is no person's choice. */
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_COUNTRY, "Saudi Arabia", "المملكة العربية السعودية"), "السعودية");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_COUNTRY, "Saudi Arabia", "بلاد الحرمين"), "بلاد الحرمين");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_DONOR, "Saudi Arabia", "المملكة العربية السعودية"),
               "المملكة العربية السعودية");
  assert_text (nida_words_name (en, NIDA_FIELD_DONOR, NULL, NULL), "Not stated");
  assert_text (nida_words_name (ar, NIDA_FIELD_DONOR, "", ""), "غير محدد");
  assert_text (nida_words_name (en, NIDA_FIELD_APPEAL, "Sudan 2026", NULL), "Sudan 2026");
  assert_text (nida_words_name (en, NIDA_FIELD_APPEAL, NULL, "نداء"), FSI "نداء" PDI);
}

/* The group of cells that list several names, as a filter calls it. */
static void
test_several (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  nida_language_activate (en);
  assert_text (nida_words_plain_name (en, NIDA_FIELD_CATEGORY, "Multiple (1234)", NULL), "Multiple (1,234)");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_CATEGORY, "Multiple (2) times", NULL), "Multiple (2) times");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_DONOR, "Multiple (1234)", NULL), "Multiple (1234)");
  if (!speak_arabic (ar))
    return;
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_COUNTRY, "Multiple (2)", NULL), "متعدد (2)");
}

static void
test_organisations (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  nida_language_activate (en);
  assert_text (nida_words_plain_name (en, NIDA_FIELD_DONOR,
                                      "European Commission's Humanitarian Aid and Civil Protection Department", NULL),
               "European Commission (ECHO)");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_RECIPIENT, "International Organization for Migration", NULL),
               "International Organization for Migration (IOM)");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_KIND, "pledge", NULL), "Pledge");
  if (!speak_arabic (ar))
    return;
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_DONOR,
                                      "European Commission's Humanitarian Aid and Civil Protection Department", NULL),
               "المفوضية الأوروبية (ECHO)");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_RECIPIENT, "International Organization for Migration", NULL),
               "المنظمة الدولية للهجرة (IOM)");
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_KIND, "pledge", NULL), "تعهّد");
}

static const char * const fts_clusters[] = {
  "Food Security", "Protection", "Health", "Water Sanitation Hygiene", "Education", "Multi-sector",
  "Coordination and support services", "Emergency Shelter and NFI", "Nutrition", "Not specified",
  "Multiple clusters/sectors (shared)", "Early Recovery", "Agriculture", "Logistics", "Protection - Child Protection",
  "Protection - Gender-Based Violence", "Protection - Mine Action", "Other", "Multipurpose Cash",
  "Camp Coordination / Management", "Emergency Telecommunications", "Protection - Housing, Land and Property", "COVID-19",
  "Protection - Human Trafficking & Smuggling",
};

static void
test_clusters (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  nida_language_activate (en);
  assert_text (nida_words_plain_name (en, NIDA_FIELD_CATEGORY, "Food Security", NULL), "Food security");
  assert_text (nida_words_plain_name (en, NIDA_FIELD_CATEGORY, "Shelter in Idlib", NULL), "Shelter in Idlib");
  for (gsize i = 0; i < G_N_ELEMENTS (fts_clusters); i++)
    g_assert_true (g_hash_table_add (seen, nida_words_plain_name (en, NIDA_FIELD_CATEGORY, fts_clusters[i], NULL)));
  if (!speak_arabic (ar))
    return;
  assert_text (nida_words_plain_name (ar, NIDA_FIELD_CATEGORY, "Food Security", NULL), "الأمن الغذائي");
  for (gsize i = 0; i < G_N_ELEMENTS (fts_clusters); i++)
    {
      g_autofree char *shown = nida_words_plain_name (ar, NIDA_FIELD_CATEGORY, fts_clusters[i], NULL);

      g_test_message ("%s: %s", fts_clusters[i], shown);
      g_assert_cmpint (g_unichar_get_script (g_utf8_get_char (shown)), ==, G_UNICODE_SCRIPT_ARABIC);
    }
}

/* A name with a comma always stands in quotes: from the ending back to the quote is one government, or a list of several. */
static void
test_every_government_of_fts (void)
{
  static const char ending[] = ", Government of\"";
  g_autofree char *path = g_build_filename (g_getenv ("NIDA_TEST_DATA"), "fts", "fts_incoming_funding_global.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (NidaLanguage) ar = arabic ();
  guint n = 0;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip ("SKIPPED LOUDLY: no real FTS file in NIDA_TEST_DATA");
      return;
    }
  for (char *p = contents; (p = strstr (p, ending)) != NULL; p += sizeof ending - 1)
    {
      const char *quote = memrchr (contents, '"', (gsize) (p - contents));
      g_autofree char *name = g_strndup (quote + 1, (gsize) (p - quote) - 1 + strlen (", Government of"));
      g_autofree char *shown = nida_words_plain_name (ar, NIDA_FIELD_DONOR, name, NULL);

      if (strchr (name, '\n') == NULL && g_unichar_get_script (g_utf8_get_char (shown)) != G_UNICODE_SCRIPT_ARABIC)
        g_error ("%s has no Arabic name: %s", name, shown);
      n++;
    }
  g_assert_cmpuint (n, >, 1000);
}

static void
test_codes (void)
{
  g_assert_cmpstr (nida_words_country_code ("SDN"), ==, "SD");
  g_assert_cmpstr (nida_words_country_code ("sudan"), ==, "SD");
  g_assert_cmpstr (nida_words_country_code ("Occupied Palestinian Territory"), ==, "PS");
  g_assert_null (nida_words_country_code ("Sudan Humanitarian Fund"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/governments/are-called-as-their-country", test_governments);
  g_test_add_func ("/names/countries/from-codes-and-spellings", test_countries);
  g_test_add_func ("/names/countries/have-a-short-code", test_codes);
  g_test_add_func ("/names/labels/win-over-every-table", test_labels_win);
  g_test_add_func ("/names/several/in-the-language", test_several);
  g_test_add_func ("/names/organisations/as-people-know-them", test_organisations);
  g_test_add_func ("/names/clusters/all-of-fts", test_clusters);
  g_test_add_func ("/names/governments/every-one-of-fts-in-arabic", test_every_government_of_fts);
  return g_test_run ();
}
