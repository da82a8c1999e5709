/* ICU knows the names; a few are replaced by the ones that humanitarian agencies and their donors use. Made once, read-only
 * afterwards, so any thread may ask. */
#include "config.h"

#include "countries.h"

#include "name-forms.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

static const NidaCountry overrides[] = {
  { "COD", "Democratic Republic of the Congo", "جمهورية الكونغو الديمقراطية" },
  { "COG", "Congo", "الكونغو" },
  { "HKG", "Hong Kong", "هونغ كونغ" },
  { "MAC", "Macao", "ماكاو" },
  { "MMR", "Myanmar", "ميانمار" },
  { "TUR", "Türkiye", "تركيا" },
  { "XKX", "Kosovo", "كوسوفو" },
};

/* Other names that sources and people use, in the code's order. */
static const struct { const char *iso3, *name; } aliases[] = {
  { "ARE", "UAE" }, { "ARE", "Emirates" }, { "ARE", "الإمارات" }, { "ARE", "دولة الإمارات العربية المتحدة" },
  { "BHR", "Kingdom of Bahrain" }, { "BHR", "مملكة البحرين" },
  { "BOL", "Bolivia (Plurinational State of)" }, { "BOL", "Bolivia, Plurinational State of" },
  { "BRN", "Brunei Darussalam" },
  { "CAF", "CAR" },
  { "CIV", "Ivory Coast" }, { "CIV", "Cote d'Ivoire" }, { "CIV", "Côte d'Ivoire" }, { "CIV", "ساحل العاج" },
  { "COD", "Congo, The Democratic Republic of the" }, { "COD", "Congo, Democratic Republic of the" },
  { "COD", "Congo (Democratic Republic of the)" }, { "COD", "DR Congo" }, { "COD", "DRC" },
  { "COD", "Congo - Kinshasa" }, { "COD", "الكونغو الديمقراطية" },
  { "COG", "Republic of the Congo" }, { "COG", "Congo, Republic of" }, { "COG", "Congo - Brazzaville" },
  { "CPV", "Cabo Verde" }, { "CZE", "Czech Republic" },
  { "FSM", "Micronesia (Federated States of)" }, { "FSM", "Micronesia, Federated States of" },
  { "GBR", "UK" }, { "GBR", "Great Britain" },
  { "GBR", "United Kingdom of Great Britain and Northern Ireland" }, { "GBR", "بريطانيا" },
  { "HKG", "China, Hong Kong Special Administrative Region" },
  { "IRN", "Iran (Islamic Republic of)" }, { "IRN", "Iran, Islamic Republic of" },
  { "JOR", "Hashemite Kingdom of Jordan" },
  { "KOR", "Republic of Korea" }, { "KOR", "Korea, Republic of" },
  { "KWT", "State of Kuwait" }, { "KWT", "دولة الكويت" },
  { "LAO", "Lao People's Democratic Republic" }, { "LAO", "Lao PDR" },
  { "LBY", "State of Libya" }, { "LBY", "Libyan Arab Jamahiriya" },
  { "MDA", "Republic of Moldova" }, { "MDA", "Moldova, Republic of" },
  { "MKD", "Macedonia" }, { "MKD", "The former Yugoslav Republic of Macedonia" },
  { "MMR", "Burma" }, { "MMR", "Myanmar (Burma)" }, { "MMR", "بورما" },
  { "OMN", "Sultanate of Oman" }, { "OMN", "سلطنة عمان" }, { "OMN", "عمان" },
  { "PRK", "Democratic People's Republic of Korea" }, { "PRK", "Korea, Democratic People's Republic of" },
  { "PRK", "DPRK" },
  { "PSE", "Palestine" }, { "PSE", "State of Palestine" }, { "PSE", "Palestine, State of" },
  { "PSE", "occupied Palestinian territory" }, { "PSE", "Occupied Palestinian Territories" },
  { "PSE", "Palestinian Territory" }, { "PSE", "Palestinian Territory, Occupied" }, { "PSE", "oPt" },
  { "PSE", "فلسطين" }, { "PSE", "دولة فلسطين" }, { "PSE", "الأراضي الفلسطينية المحتلة" },
  { "QAT", "State of Qatar" }, { "QAT", "دولة قطر" },
  { "RUS", "Russian Federation" },
  { "SAU", "Kingdom of Saudi Arabia" }, { "SAU", "KSA" }, { "SAU", "السعودية" },
  { "SDN", "Republic of the Sudan" }, { "SDN", "The Sudan" },
  { "SSD", "Republic of South Sudan" },
  { "SWZ", "Swaziland" },
  { "SYR", "Syrian Arab Republic" }, { "SYR", "سوريا" }, { "SYR", "سورية" },
  { "SYR", "الجمهورية العربية السورية" },
  { "TLS", "East Timor" },
  { "TUR", "Turkey" }, { "TUR", "Turkiye" }, { "TUR", "Republic of Türkiye" }, { "TUR", "تركية" },
  { "TWN", "Taiwan, Province of China" },
  { "TZA", "United Republic of Tanzania" }, { "TZA", "Tanzania, United Republic of" },
  { "USA", "US" }, { "USA", "U.S." }, { "USA", "United States of America" },
  { "USA", "الولايات المتحدة الأمريكية" }, { "USA", "أمريكا" },
  { "VAT", "Holy See" }, { "VAT", "Holy See (Vatican City State)" },
  { "VEN", "Venezuela (Bolivarian Republic of)" }, { "VEN", "Venezuela, Bolivarian Republic of" },
  { "VNM", "Viet Nam" },
  { "YEM", "Republic of Yemen" }, { "YEM", "الجمهورية اليمنية" },
};

static GArray *countries;           /* NidaCountry, by code */
static GHashTable *by_name;         /* folded name or code → NidaCountry */
static GHashTable *by_plain;        /* plain name → NidaCountry, NULL where it is two */
static const char **names;

static char *
dup_name (ULocaleDisplayNames *display,
          const char          *region)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  char utf8[384];

  uldn_regionDisplayName (display, region, name, G_N_ELEMENTS (name), &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, -1, &status);
  return U_SUCCESS (status) ? g_strdup (utf8) : g_strdup (region);
}

static const NidaCountry *
find_override (const char *iso3)
{
  for (guint i = 0; i < G_N_ELEMENTS (overrides); i++)
    if (strcmp (overrides[i].iso3, iso3) == 0)
      return &overrides[i];
  return NULL;
}

static void
add_country (const char          *region,
             ULocaleDisplayNames *english,
             ULocaleDisplayNames *arabic)
{
  g_autofree char *locale = g_strconcat ("und_", region, NULL);
  const char *iso3 = uloc_getISO3Country (locale);
  const NidaCountry *override = find_override (strcmp (region, "XK") == 0 ? "XKX" : iso3);
  NidaCountry country = { 0 };

  if (*iso3 == '\0')
    return;
  g_strlcpy (country.iso2, region, sizeof country.iso2);
  g_strlcpy (country.iso3, override != NULL ? override->iso3 : iso3, sizeof country.iso3);
  country.english = override != NULL ? g_strdup (override->english) : dup_name (english, region);
  country.arabic = override != NULL ? g_strdup (override->arabic) : dup_name (arabic, region);
  g_array_append_val (countries, country);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const NidaCountry *) a)->iso3, ((const NidaCountry *) b)->iso3);
}

static NidaCountry *
find_code (const char *iso3)
{
  NidaCountry key = { 0 };
  guint index;

  g_strlcpy (key.iso3, iso3, sizeof key.iso3);
  return g_array_binary_search (countries, &key, compare_codes, &index)
         ? &g_array_index (countries, NidaCountry, index) : NULL;
}

static void
index_plain (const char  *name,
             NidaCountry *country)
{
  char *plain = nida_name_plain (name);
  gpointer known;

  if (g_hash_table_lookup_extended (by_plain, plain, NULL, &known) && known != country)
    country = NULL;
  g_hash_table_replace (by_plain, plain, country);
}

static void
index_names (void)
{
  by_plain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names = g_new0 (const char *, countries->len + 1);
  for (guint i = 0; i < countries->len; i++)
    {
      NidaCountry *country = &g_array_index (countries, NidaCountry, i);

      names[i] = country->english;
      g_hash_table_insert (by_name, nida_name_fold (country->iso2), country);
      g_hash_table_insert (by_name, nida_name_fold (country->iso3), country);
      g_hash_table_insert (by_name, nida_name_fold (country->english), country);
      g_hash_table_insert (by_name, nida_name_fold (country->arabic), country);
      index_plain (country->english, country);
      index_plain (country->arabic, country);
    }
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      g_hash_table_insert (by_name, nida_name_fold (aliases[i].name), find_code (aliases[i].iso3));
      index_plain (aliases[i].name, find_code (aliases[i].iso3));
    }
}

static void
ensure_countries (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      UErrorCode status = U_ZERO_ERROR;
      ULocaleDisplayNames *english = uldn_open ("en", ULDN_STANDARD_NAMES, &status);
      ULocaleDisplayNames *arabic = uldn_open ("ar", ULDN_STANDARD_NAMES, &status);
      const char * const *regions = uloc_getISOCountries ();

      countries = g_array_new (FALSE, FALSE, sizeof (NidaCountry));
      for (guint i = 0; U_SUCCESS (status) && regions[i] != NULL; i++)
        add_country (regions[i], english, arabic);
      g_array_sort (countries, compare_codes);
      index_names ();
      uldn_close (english);
      uldn_close (arabic);
      g_once_init_leave (&made, 1);
    }
}

const NidaCountry *
nida_country_from_iso3 (const char *code,
                        gsize       length)
{
  char iso3[4] = "";

  if (length != 3)
    return NULL;
  ensure_countries ();
  memcpy (iso3, code, 3);
  return find_code (iso3);
}

const NidaCountry *
nida_country_from_name (const char *name)
{
  g_autofree char *folded = nida_name_fold (name);

  ensure_countries ();
  return g_hash_table_lookup (by_name, folded);
}

const NidaCountry *
nida_country_from_plain (const char *plain)
{
  ensure_countries ();
  return g_hash_table_lookup (by_plain, plain);
}

guint32
nida_country_intern (NidaDictionary    *dictionary,
                     const NidaCountry *country)
{
  guint32 code = nida_dictionary_intern (dictionary, country->english, -1);

  if (nida_dictionary_get_ref (dictionary, code) == NULL)
    {
      nida_dictionary_set_ref (dictionary, code, country->iso3);
      if (nida_dictionary_get_arabic (dictionary, code) == NULL)
        nida_dictionary_set_arabic (dictionary, code, country->arabic);
    }
  return code;
}

/**
 * nida_country_intern_name:
 * @name: (array length=length): as a table writes it: any spelling, code or other name of a country
 *
 * Returns: the word for the country that @name means, so that "Turkey", "Türkiye" and "TR" are one; of what is none, the
 *   word @name
 */
guint32
nida_country_intern_name (NidaDictionary *dictionary,
                          const char     *name,
                          gsize           length)
{
  guint32 code = nida_dictionary_lookup (dictionary, name, (gssize) length);
  g_autofree char *text = NULL;
  const NidaCountry *country;

  if (code != 0)
    return code;
  text = g_strndup (name, length);
  country = nida_country_from_name (text);
  return country != NULL ? nida_country_intern (dictionary, country)
                         : nida_dictionary_intern (dictionary, name, (gssize) length);
}

void
nida_countries_label (NidaDictionary *dictionary)
{
  guint32 size = nida_dictionary_get_size (dictionary);

  for (guint32 code = 1; code <= size; code++)
    {
      const NidaCountry *country;

      if (nida_dictionary_get_ref (dictionary, code) != NULL)
        continue;
      country = nida_country_from_name (nida_dictionary_get_name (dictionary, code));
      if (country == NULL)
        continue;
      nida_dictionary_set_ref (dictionary, code, country->iso3);
      if (nida_dictionary_get_arabic (dictionary, code) == NULL)
        nida_dictionary_set_arabic (dictionary, code, country->arabic);
    }
}

const char * const *
nida_countries_get_names (void)
{
  ensure_countries ();
  return names;
}
