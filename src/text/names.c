/* Display names: how well-known organisations, clusters and countries are called in either language. Only shown, never
 * matched: filters, files and the command line keep the exact name. */
#include "config.h"

#include "words.h"

#include "dictionary.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "language-private.h"
#include "areas.h"
#include "regions.h"
#include "translate.h"

/* As NidaCubeItem calls them. */
#define SEVERAL "Multiple ("

typedef struct { const char *name, *words; } Name;

/* The global clusters, as FTS spells them and as they are shown. */
static const Name clusters[] = {
  { "Food Security", N_("Food security") },
  { "Agriculture", N_("Agriculture") },
  { "Health", N_("Health") },
  { "Nutrition", N_("Nutrition") },
  { "Protection", N_("Protection") },
  { "Protection - Child Protection", N_("Child protection") },
  { "Protection - Gender-Based Violence", N_("Gender-based violence") },
  { "Protection - Mine Action", N_("Mine action") },
  { "Protection - Housing, Land and Property", N_("Housing, land and property") },
  { "Protection - Human Trafficking & Smuggling", N_("Human trafficking and smuggling") },
  { "Child Protection", N_("Child protection") },
  { "Gender-Based Violence", N_("Gender-based violence") },
  { "Mine Action", N_("Mine action") },
  { "Housing, Land and Property", N_("Housing, land and property") },
  { "Human Trafficking & Smuggling", N_("Human trafficking and smuggling") },
  { "Water Sanitation Hygiene", N_("Water, sanitation, hygiene") },
  { "Water, Sanitation and Hygiene", N_("Water, sanitation, hygiene") },
  { "WASH", N_("Water, sanitation, hygiene") },
  { "Emergency Shelter and NFI", N_("Shelter and relief items") },
  { "Shelter and NFI", N_("Shelter and relief items") },
  { "Camp Coordination / Management", N_("Camp coordination and management") },
  { "CCCM", N_("Camp coordination and management") },
  { "Coordination and support services", N_("Coordination and support services") },
  { "Early Recovery", N_("Early recovery") },
  { "Education", N_("Education") },
  { "Logistics", N_("Logistics") },
  { "Emergency Telecommunications", N_("Emergency telecommunications") },
  { "Multi-sector", N_("Multi-sector") },
  { "Multipurpose Cash", N_("Multipurpose cash") },
  { "Multi-purpose Cash", N_("Multipurpose cash") },
  { "COVID-19", N_("COVID-19") },
  { "Other", N_("Other") },
  { "Not specified", N_("Not specified") },
  { "Multiple clusters/sectors (shared)", N_("Several clusters together") },
};

static const Name organisations[] = {
  { "International Organization for Migration", N_("International Organization for Migration (IOM)") },
  { "IOM", N_("International Organization for Migration (IOM)") },
  { "United Nations High Commissioner for Refugees", N_("UN Refugee Agency (UNHCR)") },
  { "UNHCR", N_("UN Refugee Agency (UNHCR)") },
  { "World Food Programme", N_("World Food Programme (WFP)") },
  { "WFP", N_("World Food Programme (WFP)") },
  { "United Nations Children's Fund", N_("UN Children's Fund (UNICEF)") },
  { "UNICEF", N_("UN Children's Fund (UNICEF)") },
  { "World Health Organization", N_("World Health Organization (WHO)") },
  { "WHO", N_("World Health Organization (WHO)") },
  { "Office for the Coordination of Humanitarian Affairs", N_("Coordination of Humanitarian Affairs (OCHA)") },
  { "OCHA", N_("Coordination of Humanitarian Affairs (OCHA)") },
  { "Food and Agriculture Organization of the United Nations", N_("Food and Agriculture Organization (FAO)") },
  { "United Nations Population Fund", N_("UN Population Fund (UNFPA)") },
  { "United Nations Development Programme", N_("UN Development Programme (UNDP)") },
  { "United Nations Relief and Works Agency for Palestine Refugees in the Near East", N_("UN Relief and Works Agency (UNRWA)") },
  { "United Nations Office for Project Services", N_("UN Office for Project Services (UNOPS)") },
  { "United Nations Office on Drugs and Crime", N_("UN Office on Drugs and Crime (UNODC)") },
  { "United Nations Mine Action Service", N_("UN Mine Action Service (UNMAS)") },
  { "United Nations Human Settlements Programme", N_("UN Human Settlements Programme (UN-Habitat)") },
  { "Office of the High Commissioner for Human Rights", N_("UN Human Rights Office (OHCHR)") },
  { "UN Women", N_("UN Women") },
  { "International Labour Organization", N_("International Labour Organization (ILO)") },
  { "International Committee of the Red Cross", N_("International Committee of the Red Cross (ICRC)") },
  { "International Federation of Red Cross and Red Crescent Societies", N_("International Federation of Red Cross and Red Crescent Societies (IFRC)") },
  { "Central Emergency Response Fund", N_("Central Emergency Response Fund (CERF)") },
  { "UN Peacebuilding Fund", N_("UN Peacebuilding Fund") },
  { "UN Multi-Partner Trust Fund", N_("UN Multi-Partner Trust Fund") },
  { "European Commission's Humanitarian Aid and Civil Protection Department", N_("European Commission (ECHO)") },
  { "European Commission", N_("European Commission") },
  { "World Bank", N_("World Bank") },
  { "African Development Bank", N_("African Development Bank") },
  { "Islamic Development Bank", N_("Islamic Development Bank") },
  { "International Fund for Agricultural Development", N_("International Fund for Agricultural Development (IFAD)") },
  { "Private (individuals & organizations)", N_("Private donors") },
  { "International NGOs (Confidential)", N_("International NGOs (not named)") },
  { "National NGOs (Confidential)", N_("National NGOs (not named)") },
  { "UN Agencies (Confidential)", N_("UN agencies (not named)") },
  { "Red Cross/Red Crescent Societies (Confidential)", N_("Red Cross and Red Crescent societies (not named)") },
  { "Qatar Charity", N_("Qatar Charity") },
  { "Qatar Fund for Development", N_("Qatar Fund for Development") },
  { "Qatar Red Crescent Society", N_("Qatar Red Crescent Society") },
  { "Kuwait Red Crescent Society", N_("Kuwait Red Crescent Society") },
  { "Kuwait Fund for Arab Economic Development", N_("Kuwait Fund for Arab Economic Development") },
  { "Patients Helping Fund Kuwait", N_("Patients Helping Fund Kuwait") },
  { "Namaa Charity - Social Reform Society", N_("Namaa Charity (Social Reform Society)") },
  { "King Salman Humanitarian Aid and Relief Centre", N_("King Salman Humanitarian Aid and Relief Centre (KSrelief)") },
  { "Education Above All Foundation", N_("Education Above All Foundation") },
  { "Islamic Relief Worldwide", N_("Islamic Relief Worldwide") },
  { "Norwegian Refugee Council", N_("Norwegian Refugee Council (NRC)") },
  { "Danish Refugee Council", N_("Danish Refugee Council (DRC)") },
  { "International Rescue Committee", N_("International Rescue Committee (IRC)") },
  { "Save the Children", N_("Save the Children") },
  { "Médecins Sans Frontières", N_("Médecins Sans Frontières (MSF)") },
};

/* Names of countries that ICU spells in another way. */
static const struct { const char *name, *code; } country_aliases[] = {
  { "United States of America", "US" }, { "Korea, Republic of", "KR" }, { "Republic of Korea", "KR" },
  { "Korea, Democratic People's Republic of", "KP" }, { "Russian Federation", "RU" }, { "Syrian Arab Republic", "SY" },
  { "Saudi Arabia (Kingdom of)", "SA" }, { "Republic of Guinea", "GN" }, { "Republic of South Sudan", "SS" },
  { "Democratic Republic of the Congo", "CD" }, { "Congo, Democratic Republic of the", "CD" },
  { "Congo", "CG" }, { "Republic of Congo", "CG" }, { "Cote d'Ivoire", "CI" }, { "Côte d'Ivoire", "CI" },
  { "Czech Republic", "CZ" }, { "Türkiye", "TR" }, { "Brunei Darussalam", "BN" }, { "Viet Nam", "VN" },
  { "Iran, Islamic Republic of", "IR" }, { "Iran (Islamic Republic of)", "IR" }, { "Bosnia and Herzegovina", "BA" },
  { "Venezuela, Bolivarian Republic of", "VE" }, { "Venezuela (Bolivarian Republic of)", "VE" },
  { "Bolivia (Plurinational State of)", "BO" }, { "Lao People's Democratic Republic", "LA" },
  { "Moldova, Republic of", "MD" }, { "Republic of Moldova", "MD" }, { "Tanzania, United Republic of", "TZ" },
  { "United Republic of Tanzania", "TZ" }, { "occupied Palestinian territory", "PS" },
  { "Occupied Palestinian Territory", "PS" }, { "State of Palestine", "PS" }, { "Palestine", "PS" },
  { "Myanmar", "MM" }, { "Cabo Verde", "CV" }, { "Macedonia", "MK" }, { "UAE", "AE" }, { "USA", "US" },
  { "Antigua and Barbuda", "AG" }, { "Trinidad and Tobago", "TT" }, { "Sao Tome and Principe", "ST" },
  { "Hong Kong", "HK" }, { "Micronesia (Federated States of)", "FM" }, { "Holy See", "VA" }, { "Netherlands (Kingdom of the)", "NL" },
};

/* Where a desk in the Gulf says another name than ICU, or ICU's changed between versions. */
static const struct { const char *code, *english, *arabic; } country_names[] = {
  { "CD", "DR Congo", "جمهورية الكونغو الديمقراطية" }, { "CG", "Congo", "الكونغو" }, { "MM", "Myanmar", "ميانمار" },
  { "TR", "Türkiye", "تركيا" }, { "SA", "Saudi Arabia", "السعودية" }, { "DK", "Denmark", "الدنمارك" },
  { "CI", "Côte d’Ivoire", "كوت ديفوار" }, { "LK", "Sri Lanka", "سري لانكا" }, { "HK", "Hong Kong", "هونغ كونغ" },
  { "MO", "Macao", "ماكاو" }, { "PS", "Palestinian Territories", "الأراضي الفلسطينية" }, { "AE", "United Arab Emirates", "الإمارات" }, { "TL", "Timor-Leste", "تيمور - ليشتي" },
};

#define GOVERNMENT_OF ", Government of"

/* Alpha-2 codes by alpha-3 code and by folded English name; made once, then only read. */
static GHashTable *
get_countries (void)
{
  static gsize made;
  static GHashTable *countries;

  if (g_once_init_enter (&made))
    {
      UErrorCode status = U_ZERO_ERROR;
      ULocaleDisplayNames *names = uldn_open ("en", ULDN_STANDARD_NAMES, &status);
      char locale[16];
      UChar wide[128];

      countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (const char * const *code = (const char * const *) uloc_getISOCountries (); *code != NULL; code++)
        {
          int32_t length = uldn_regionDisplayName (names, *code, wide, G_N_ELEMENTS (wide), &status);
          g_autofree char *name = nida_utf8_from_icu (wide, U_SUCCESS (status) ? length : 0);

          g_snprintf (locale, sizeof locale, "und_%s", *code);
          g_hash_table_insert (countries, g_strdup (uloc_getISO3Country (locale)), (gpointer) *code);
          g_hash_table_insert (countries, nida_name_fold (name), (gpointer) *code);
          status = U_ZERO_ERROR;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (country_aliases); i++)
        g_hash_table_insert (countries, nida_name_fold (country_aliases[i].name), (gpointer) country_aliases[i].code);
      uldn_close (names);
      g_once_init_leave (&made, 1);
    }
  return countries;
}

/* What ICU calls a region, before the table of other names. */
static char *
icu_region_name (NidaLanguage *language,
                 const char   *code)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&language->lock);
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[128];
  int32_t length;

  if (language->regions == NULL)
    language->regions = uldn_open (nida_language_get_code (language), ULDN_STANDARD_NAMES, &status);
  length = uldn_regionDisplayName (language->regions, code, wide, G_N_ELEMENTS (wide), &status);
  return U_SUCCESS (status) ? nida_utf8_from_icu (wide, length) : NULL;
}

static char *
region_name (NidaLanguage *language,
             const char   *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (country_names); i++)
    if (strcmp (country_names[i].code, code) == 0)
      return g_strdup (nida_language_is_arabic (language) ? country_names[i].arabic : country_names[i].english);
  return icu_region_name (language, code);
}

/* Alpha-2 code of what @name means: an ISO 3166 alpha-3 code or an English name. NULL when it means no country. */
static const char *
country_code (const char *name)
{
  const char *code = g_hash_table_lookup (get_countries (), name);
  g_autofree char *folded = code == NULL ? nida_name_fold (name) : NULL;

  return code != NULL ? code : g_hash_table_lookup (get_countries (), folded);
}

/**
 * nida_words_country_code:
 * @english: a name in any of its English spellings, or an alpha-3 code
 *
 * Returns: (transfer none) (nullable): the alpha-2 code of the country, "SD"; %NULL when it is the name of none
 */
const char *
nida_words_country_code (const char *english)
{
  return country_code (english);
}

static char *
country_name (NidaLanguage *language,
              const char   *name)
{
  const char *code = country_code (name);

  return code != NULL ? region_name (language, code) : NULL;
}

/* A reader labels countries with ICU's names; such a label is no person's choice, and the table of other names stands. */
static gboolean
is_icu_label (NidaLanguage *language,
              int           field,
              const char   *english,
              const char   *label)
{
  const char *code;
  g_autofree char *icu = NULL;

  if ((field != NIDA_FIELD_COUNTRY && field != NIDA_FIELD_DONOR_COUNTRY) || english == NULL)
    return FALSE;
  code = country_code (english);
  icu = code != NULL ? icu_region_name (language, code) : NULL;
  return g_strcmp0 (icu, label) == 0;
}

static char *
region_of_world (NidaLanguage *language,
                 const char   *name)
{
  guint region = nida_region_from_name (name);

  if (region == 0)
    return NULL;
  return g_strdup (nida_language_is_arabic (language) ? nida_region_get_arabic (region) : nida_region_get_name (region));
}

/* "Africa, regional" */
static char *
part_of_world (NidaLanguage *language,
               const char   *name)
{
  return nida_language_is_arabic (language) ? nida_area_dup_arabic (name) : NULL;
}

static const char *
find_name (const Name *names,
           gsize       n,
           const char *name)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (names[i].name, name) == 0)
      return _(names[i].words);
  return NULL;
}

/* "Kuwait, Government of" is "Kuwait"; a government of no country known to ICU keeps its name without the ending. */
static char *
organisation_name (NidaLanguage *language,
                   const char   *name)
{
  const char *known = find_name (organisations, G_N_ELEMENTS (organisations), name);
  g_autofree char *state = NULL;
  char *country;

  if (known != NULL)
    return g_strdup (known);
  if (!g_str_has_suffix (name, GOVERNMENT_OF))
    return nida_language_is_arabic (language) ? country_name (language, name) : NULL;
  state = g_strndup (name, strlen (name) - strlen (GOVERNMENT_OF));
  country = country_name (language, state);
  return country != NULL ? country : g_steal_pointer (&state);
}

/* "Multiple (2)": what the cells that list two names at once are called as a group, and as the value of a filter. */
static char *
several_names (NidaLanguage *language,
               const char   *name)
{
  gsize digits = g_str_has_prefix (name, SEVERAL) ? strspn (name + strlen (SEVERAL), "0123456789") : 0;
  g_autofree char *n = NULL, *words = NULL;

  if (digits == 0 || strcmp (name + strlen (SEVERAL) + digits, ")") != 0)
    return NULL;
  n = nida_language_integer (language, g_ascii_strtoll (name + strlen (SEVERAL), NULL, 10));
  /* Translators: money whose cell lists several names at once; %s is how many */
  words = g_strdup_printf (_("Multiple (%s)"), n);
  return nida_name_clean (words);
}

static char *
known_name (NidaLanguage *language,
            int           field,
            const char   *name)
{
  char *known;

  switch (field)
    {
    case NIDA_FIELD_CATEGORY:
      return g_strdup (find_name (clusters, G_N_ELEMENTS (clusters), name));
    case NIDA_FIELD_COUNTRY:
    case NIDA_FIELD_DONOR_COUNTRY:
      known = country_name (language, name);
      return known != NULL ? known : part_of_world (language, name);
    case NIDA_FIELD_REGION:
      known = region_of_world (language, name);
      return known != NULL ? known : part_of_world (language, name);
    case NIDA_FIELD_DONOR:
    case NIDA_FIELD_RECIPIENT:
    case NIDA_FIELD_PARTNER:
      return organisation_name (language, name);
    default:
      return NULL;
    }
}

/**
 * nida_words_plain_name:
 *
 * Returns: (transfer full): the name that nida_words_name() shows, cleaned but not isolated: for sorting and searching
 */
char *
nida_words_plain_name (NidaLanguage *language,
                       int           field,
                       const char   *english,
                       const char   *arabic)
{
  const char *name;
  char *known;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);
  g_return_val_if_fail (field >= 0 && field < NIDA_N_FIELDS, NULL);

  name = nida_language_pick (language, english, arabic);
  if (*name == '\0')
    return nida_language_name (language, NULL, NULL);
  /* A label that somebody wrote is better than any table. */
  if (name == arabic && !is_icu_label (language, field, english, arabic))
    return nida_name_clean (arabic);
  name = english;
  if (nida_words_value (field, name) != name)
    return g_strdup (nida_words_value (field, name));
  known = nida_field_is_list (field) ? several_names (language, name) : NULL;
  if (known == NULL)
    known = known_name (language, field, name);
  return known != NULL ? known : nida_name_clean (name);
}

/**
 * nida_words_name:
 * @english: (nullable): the exact name
 * @arabic: (nullable): its Arabic label
 *
 * Returns: (transfer full): the best name to show, isolated: the label where there is one, "Kuwait" / «الكويت» for
 *   "Kuwait, Government of", "Syria" for the country SYR, "Food security" / «الأمن الغذائي» for a cluster
 */
char *
nida_words_name (NidaLanguage *language,
                 int           field,
                 const char   *english,
                 const char   *arabic)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);

  if (*nida_language_pick (language, english, arabic) == '\0')
    return nida_language_name (language, NULL, NULL);
  plain = nida_words_plain_name (language, field, english, arabic);
  return nida_language_isolate (language, plain);
}
