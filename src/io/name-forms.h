/* The forms in which names of one organisation are equal however they are written. For comparing, never for showing. */
#pragma once

#include "countries.h"
#include "name-plain.h"

G_BEGIN_DECLS

/* Its words in their order of code points, without the small ones ("of", "the"); transfer full. */
char             **nida_name_dup_words    (const char *plain);
/* Is one the other with a letter more, fewer or other, or two neighbours exchanged? */
gboolean           nida_name_is_one_edit  (const char *one, const char *other);
/* Words long enough that one wrong letter leaves no doubt, unless both are names of countries. */
gboolean           nida_name_words_alike  (const char *one, const char *other);
/* The country that an organisation is the government of, or is simply called by: "Kuwait, Government of", "State of
 * Kuwait"; NULL for any other name. */
const NidaCountry *nida_name_find_country (const char *name);
/* References in one form: "XM-DAC-41114", "xm-dac-41114" and the older "41114"; NULL for what is none. Transfer full. */
char              *nida_reference_plain   (const char *reference);
/* Is the name written in Arabic letters? */
gboolean           nida_name_is_arabic    (const char *name);

G_END_DECLS
