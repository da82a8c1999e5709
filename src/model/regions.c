/* M49, "Standard country or area codes for statistical use" of the United Nations Statistics Division, with the names that it
 * gives in both languages. Its regions are geography for statistics and say nothing of allegiance; where a sub-region is divided
 * (Africa south of the Sahara, Latin America and the Caribbean), the parts are taken. A place that M49 does not list has none.
 * Arabic newspapers print no abbreviations with points: in fewer letters are words that they print. */
#include "regions.h"

#include "dictionary.h"

#include <string.h>

typedef struct {
  const char *code, *name, *arabic;
  const char *brief, *brief_arabic;
  const char *countries;            /* ISO 3166 alpha-3, a space between */
} NidaRegion;

static const NidaRegion regions[NIDA_N_REGIONS] = {
  { "015", "Northern Africa", "شمال أفريقيا", "N. Afr.", "شمال أفريقيا",
    "DZA EGY ESH LBY MAR SDN TUN" },
  { "011", "Western Africa", "غرب أفريقيا", "W. Afr.", "غرب أفريقيا",
    "BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SHN SLE TGO" },
  { "017", "Middle Africa", "وسط أفريقيا", "M. Afr.", "وسط أفريقيا",
    "AGO CAF CMR COD COG GAB GNQ STP TCD" },
  { "014", "Eastern Africa", "شرق أفريقيا", "E. Afr.", "شرق أفريقيا",
    "ATF BDI COM DJI ERI ETH IOT KEN MDG MOZ MUS MWI MYT REU RWA SOM SSD SYC TZA UGA ZMB ZWE" },
  { "018", "Southern Africa", "الجنوب الأفريقي", "S. Afr.", "الجنوب الأفريقي",
    "BWA LSO NAM SWZ ZAF" },
  { "145", "Western Asia", "غرب آسيا", "W. Asia", "غرب آسيا",
    "ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM" },
  { "143", "Central Asia", "آسيا الوسطى", "C. Asia", "وسط آسيا",
    "KAZ KGZ TJK TKM UZB" },
  { "034", "Southern Asia", "جنوب آسيا", "S. Asia", "جنوب آسيا",
    "AFG BGD BTN IND IRN LKA MDV NPL PAK" },
  { "030", "Eastern Asia", "شرق آسيا", "E. Asia", "شرق آسيا",
    "CHN HKG JPN KOR MAC MNG PRK" },
  { "035", "South-eastern Asia", "جنوب شرق آسيا", "SE Asia", "جنوب شرق آسيا",
    "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM" },
  { "151", "Eastern Europe", "أوروبا الشرقية", "E. Eur.", "شرق أوروبا",
    "BGR BLR CZE HUN MDA POL ROU RUS SVK UKR" },
  { "154", "Northern Europe", "أوروبا الشمالية", "N. Eur.", "شمال أوروبا",
    "ALA DNK EST FIN FRO GBR GGY IMN IRL ISL JEY LTU LVA NOR SJM SWE" },
  { "039", "Southern Europe", "أوروبا الجنوبية", "S. Eur.", "جنوب أوروبا",
    "ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN VAT" },
  { "155", "Western Europe", "أوروبا الغربية", "W. Eur.", "غرب أوروبا",
    "AUT BEL CHE DEU FRA LIE LUX MCO NLD" },
  { "021", "Northern America", "أمريكا الشمالية", "N. Am.", "شمال أمريكا",
    "BMU CAN GRL SPM USA" },
  { "013", "Central America", "أمريكا الوسطى", "C. Am.", "وسط أمريكا",
    "BLZ CRI GTM HND MEX NIC PAN SLV" },
  { "029", "Caribbean", "منطقة البحر الكاريبي", "Carib.", "الكاريبي",
    "ABW AIA ATG BES BHS BLM BRB CUB CUW CYM DMA DOM GLP GRD HTI JAM KNA LCA MAF MSR MTQ PRI SXM TCA TTO VCT VGB VIR" },
  { "005", "South America", "أمريكا الجنوبية", "S. Am.", "جنوب أمريكا",
    "ARG BOL BRA BVT CHL COL ECU FLK GUF GUY PER PRY SGS SUR URY VEN" },
  { "053", "Australia and New Zealand", "أستراليا ونيوزيلندا", "ANZ", "نيوزيلندا وأستراليا",
    "AUS CCK CXR HMD NFK NZL" },
  { "054", "Melanesia", "ميلانيزيا", "Mel.", "ميلانيزيا",
    "FJI NCL PNG SLB VUT" },
  { "057", "Micronesia", "ميكرونيزيا", "Micr.", "ميكرونيزيا",
    "FSM GUM KIR MHL MNP NRU PLW UMI" },
  { "061", "Polynesia", "بولينيزيا", "Pol.", "بولينيزيا",
    "ASM COK NIU PCN PYF TKL TON TUV WLF WSM" },
};

static const NidaRegion *
get (guint region)
{
  g_return_val_if_fail (region > 0 && region <= NIDA_N_REGIONS, NULL);

  return &regions[region - 1];
}

const char *
nida_region_get_name (guint region)
{
  return get (region)->name;
}

const char *
nida_region_get_arabic (guint region)
{
  return get (region)->arabic;
}

const char *
nida_region_get_brief (guint    region,
                       gboolean arabic)
{
  return arabic ? get (region)->brief_arabic : get (region)->brief;
}

const char *
nida_region_get_code (guint region)
{
  return get (region)->code;
}

/**
 * nida_region_from_name:
 *
 * Returns: the region that @name means, whatever its letters' case; 0 when it is the name of none
 */
guint
nida_region_from_name (const char *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, 0);

  folded = nida_name_fold (name);
  for (guint i = 0; i < NIDA_N_REGIONS; i++)
    if (g_ascii_strcasecmp (folded, regions[i].name) == 0 || strcmp (folded, regions[i].arabic) == 0
        || strcmp (folded, regions[i].code) == 0)
      return i + 1;
  return 0;
}

/**
 * nida_region_of_country:
 * @iso3: (nullable): an ISO 3166 alpha-3 code
 *
 * Returns: the region that the country lies in; 0 for what is no such code, and for places that M49 does not list
 */
guint
nida_region_of_country (const char *iso3)
{
  g_autofree char *code = NULL;

  if (iso3 == NULL || strlen (iso3) != 3)
    return 0;
  code = g_ascii_strup (iso3, 3);
  for (guint i = 0; strchr (code, ' ') == NULL && i < NIDA_N_REGIONS; i++)
    if (strstr (regions[i].countries, code) != NULL)
      return i + 1;
  return 0;
}
