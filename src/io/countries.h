/* Countries by their ISO 3166 codes, with the names that ICU gives them in English and Arabic. */
#pragma once

#include "dictionary.h"

G_BEGIN_DECLS

typedef struct {
  char  iso3[4];
  char *english;
  char *arabic;
  char  iso2[3];
} NidaCountry;

/* NULL when @code is not the three-letter code of a country. */
const NidaCountry  *nida_country_from_iso3    (const char *code, gsize length);
/* By English or Arabic name, another name in use, or code, however it is written. */
const NidaCountry  *nida_country_from_name    (const char *name);
/* By what nida_name_plain() makes of its English or Arabic name or of another name in use; no codes. */
const NidaCountry  *nida_country_from_plain   (const char *plain);
/* The word for @country, with its Arabic name and its code. */
guint32             nida_country_intern       (NidaDictionary *dictionary, const NidaCountry *country);
/* The word for the country that a table calls @name; @name itself where it is none. */
guint32             nida_country_intern_name  (NidaDictionary *dictionary, const char *name, gsize length);
/* Give Arabic names and codes to the countries in @dictionary that have none. */
void                nida_countries_label      (NidaDictionary *dictionary);
/* All English names, NULL-terminated. */
const char * const *nida_countries_get_names  (void);

G_END_DECLS
