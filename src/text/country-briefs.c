/* Countries in a few letters, for narrow places, where their names are long: words that atlases and newspapers print. Arabic ones
 * print no abbreviations with points; there it is the word that everybody says. No two countries are brief in one way. */
#include "config.h"

#include "words.h"

#include <string.h>

/* By ISO 3166 alpha-2 code. NULL: the name is as short as it gets. */
static const struct { const char *code, *english, *arabic; } briefs[] = {
  { "AE", "UAE", NULL },
  { "AF", "Afghan.", NULL },
  { "AG", "Antigua", "أنتيغوا" },
  { "AR", "Argent.", NULL },
  { "AU", "Austral.", NULL },
  { "AZ", "Azerb.", NULL },
  { "BA", "Bosnia", "البوسنة" },
  { "BB", "Barbad.", NULL },
  { "BD", "Bangla.", NULL },
  { "BF", "Burkina", "بوركينا" },
  { "BS", NULL, "البهاما" },
  { "BW", "Botsw.", NULL },
  { "CD", "DRC", "الكونغو الديمقراطية" },
  { "CF", "CAR", "أفريقيا الوسطى" },
  { "CH", "Switz.", NULL },
  { "CI", "Ivory C.", NULL },
  { "CM", "Camer.", NULL },
  { "CO", "Colom.", NULL },
  { "CR", "C. Rica", NULL },
  { "CV", "C. Verde", NULL },
  { "DM", "Domin.", NULL },
  { "DO", "Dom. Rep.", "الدومينيكان" },
  { "EC", "Ecuad.", NULL },
  { "ER", "Eritr.", NULL },
  { "ET", "Ethiop.", NULL },
  { "FM", "Micron.", NULL },
  { "GB", "UK", "بريطانيا" },
  { "GQ", "Eq. Guin.", NULL },
  { "GT", "Guatem.", NULL },
  { "GW", "G.-Bissau", NULL },
  { "HN", "Hond.", NULL },
  { "ID", "Indon.", NULL },
  { "KG", "Kyrgyz.", "قرغيزيا" },
  { "KN", "St. Kitts", "سانت كيتس" },
  { "KH", "Cambod.", NULL },
  { "KP", "N. Korea", NULL },
  { "KR", "S. Korea", NULL },
  { "KZ", "Kazakh.", NULL },
  { "LI", "Liecht.", NULL },
  { "LT", "Lithu.", NULL },
  { "LU", "Luxemb.", NULL },
  { "ME", "Monten.", NULL },
  { "MG", "Madag.", NULL },
  { "MH", "Marshall", NULL },
  { "MK", "N. Maced.", NULL },
  { "MM", "Myanm.", NULL },
  { "MN", "Mong.", NULL },
  { "MR", "Maurit.", NULL },
  { "MV", NULL, "المالديف" },
  { "MZ", "Mozamb.", NULL },
  { "NI", "Nicar.", NULL },
  { "NL", "Netherl.", NULL },
  { "NZ", "N. Zeal.", NULL },
  { "PG", "PNG", "بابوا غينيا" },
  { "PH", "Philipp.", NULL },
  { "PS", "Palestine", "فلسطين" },
  { "PY", "Parag.", NULL },
  { "SA", "S. Arabia", NULL },
  { "SB", "Sol. Is.", NULL },
  { "SC", "Seych.", NULL },
  { "SG", "Singap.", NULL },
  { "SL", "S. Leone", NULL },
  { "SM", "S. Marino", NULL },
  { "SR", "Surin.", NULL },
  { "SS", "S. Sudan", NULL },
  { "ST", "S. Tomé", "ساو تومي" },
  { "SV", "Salvador", NULL },
  { "SZ", "Eswat.", NULL },
  { "TJ", "Tajik.", NULL },
  { "TL", "T.-Leste", "تيمور" },
  { "TM", "Turkm.", NULL },
  { "TT", "Trinidad", "ترينيداد" },
  { "US", "USA", "أمريكا" },
  { "UZ", "Uzbek.", NULL },
  { "VC", "St. Vinc.", "سانت فنسنت" },
  { "VE", "Venez.", NULL },
  { "ZA", "S. Africa", NULL },
  { "ZW", "Zimb.", NULL },
};

/**
 * nida_words_country_brief:
 * @language: whose words
 * @code: an ISO 3166 alpha-2 code
 *
 * Returns: (nullable): the country in a few letters, for a narrow place; %NULL where its name has none
 */
const char *
nida_words_country_brief (NidaLanguage *language,
                          const char   *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (briefs); i++)
    if (strcmp (briefs[i].code, code) == 0)
      return nida_language_is_arabic (language) ? briefs[i].arabic : briefs[i].english;
  return NULL;
}
