/* How Nida speaks: the language, its digits, months and direction; every number, date and list becomes text here. */
#pragma once

#include "messages.h"
#include "money.h"
#include "period.h"
#include "ratio.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum { NIDA_DIGITS_AUTO, NIDA_DIGITS_LATN, NIDA_DIGITS_ARAB } NidaDigits;
typedef enum { NIDA_MONTHS_GULF, NIDA_MONTHS_LEVANT, NIDA_MONTHS_BOTH } NidaMonths;

/**
 * NidaLanguage:
 *
 * An immutable choice of language ("en", "ar"), digits and month names. Results are isolated for bidi (LRI/FSI…PDI)
 * where they are Latin inside Arabic, so they may be inserted into any sentence. All returned strings are owned by the
 * caller. Any thread may ask, several at once too.
 */
#define NIDA_TYPE_LANGUAGE (nida_language_get_type ())
G_DECLARE_FINAL_TYPE (NidaLanguage, nida_language, NIDA, LANGUAGE, GObject)

NidaLanguage *nida_language_new          (const char *code, NidaDigits digits, NidaMonths months);
const char   *nida_language_get_code     (NidaLanguage *self);       /* "en" or "ar" */
gboolean      nida_language_is_rtl       (NidaLanguage *self);
gboolean      nida_language_is_arabic    (NidaLanguage *self);
/* Make the program speak this language from now on (main thread). */
void          nida_language_activate     (NidaLanguage *self);
/* Make the calling thread speak it while the result stands. */
NidaSpeech    nida_language_speak        (NidaLanguage *self);
/* The language of the environment, "en" when it is neither. */
const char   *nida_language_from_environment (void);

/* The name in this language: @arabic when the language is Arabic and it is given, else @english; cleaned and isolated. */
char *nida_language_name           (NidaLanguage *self, const char *english, const char *arabic);
/* The same without isolation, for sorting and comparing. */
const char *nida_language_pick     (NidaLanguage *self, const char *english, const char *arabic);
char *nida_language_isolate        (NidaLanguage *self, const char *text);

char *nida_language_integer        (NidaLanguage *self, gint64 number);
/* An exchange rate: "3.2512", or "0.33333333" where no decimal is @exact. */
char *nida_language_ratio          (NidaLanguage *self, NidaRatio ratio, gboolean *exact);
char *nida_language_percent        (NidaLanguage *self, gint64 millionths, guint max_decimals);
/* Two to three significant digits: "$7.86 billion", "$12,300" / «7.86 مليار دولار». "—" where there is no amount. */
char *nida_language_money_long     (NidaLanguage *self, NidaMoney money, const char *currency);
/* For a label on a mark: "$7.86B" / «7.86 مليار». */
char *nida_language_money_short    (NidaLanguage *self, NidaMoney money, const char *currency);
/* Every digit, the currency's own decimals unless more are known: "$7,863,000,000" / «7,863,000,000 دولار». */
char *nida_language_money_exact    (NidaLanguage *self, NidaMoney money, const char *currency);
/* The same without its unit, for a column that names it: "7,863,000,000". */
char *nida_language_money_bare     (NidaLanguage *self, NidaMoney money, const char *currency);
/* For a card: @number "7.86" large, @unit "billion US$" small. */
void  nida_language_money_parts    (NidaLanguage *self, NidaMoney money, const char *currency, char **number, char **unit);
void  nida_language_percent_parts  (NidaLanguage *self, gint64 millionths, char **number, char **unit);
/* Axis ticks share one scale: the tick is bare ("50"), the last carries the unit ("200 million US$"). */
typedef enum { NIDA_SCALE_ONE, NIDA_SCALE_THOUSAND, NIDA_SCALE_MILLION, NIDA_SCALE_BILLION, NIDA_SCALE_TRILLION } NidaMagnitude;
NidaMagnitude nida_magnitude_for   (NidaMoney largest);
NidaMagnitude nida_magnitude_of    (NidaMoney money);      /* in which short words tell it: rounded to three digits */
char *nida_language_tick           (NidaLanguage *self, NidaMoney money, NidaMagnitude magnitude);
char *nida_language_tick_with_unit (NidaLanguage *self, NidaMoney money, NidaMagnitude magnitude, const char *currency);
/* For many figures that share one unit, said once: "7.86", "0.45"; "≈0" for what is far less. And that unit: «مليون دولار». */
char *nida_language_money_in       (NidaLanguage *self, NidaMoney money, NidaMagnitude magnitude);
char *nida_language_money_unit     (NidaLanguage *self, NidaMagnitude magnitude, const char *currency);
/* "US$", "KWD" / «دولار», «د.ك.» for subtitles. */
char *nida_language_currency_name  (NidaLanguage *self, const char *currency);
char *nida_language_currency_title (NidaLanguage *self, const char *currency);
/* Is it a code of ISO 4217, in capitals? */
gboolean nida_currency_exists      (const char *currency);
char *nida_language_qualified      (NidaLanguage *self, int qualifier, const char *amount);   /* NidaQualifier: ≈ ≥ ≤ */

typedef enum {
  NIDA_DATE_SHORT,      /* axis: "2024", "Q1", "Jan", "9 Mar" */
  NIDA_DATE_MEDIUM,     /* "Mar 2026", "9 Mar 2026" / «مارس 2026» */
  NIDA_DATE_LONG,       /* "9 March 2026" */
} NidaDateStyle;
char *nida_language_date           (NidaLanguage *self, NidaDate date, NidaDateStyle style);
char *nida_language_period         (NidaLanguage *self, NidaPeriod period, NidaDateStyle style);
char *nida_language_time           (NidaLanguage *self, gint64 unix_microseconds);   /* local date and time */
/* A moment that somebody named: only its day where it is the end of one, else with the time, perhaps to the second. */
char *nida_language_moment         (NidaLanguage *self, gint64 unix_microseconds, gboolean seconds);
/* The last microsecond of @date by the clock on the wall, since 1970; 0 for no date. */
gint64 nida_date_local_end         (NidaDate date);
/* The day of a moment by the clock on the wall. */
NidaDate nida_date_local           (gint64 unix_microseconds);
char *nida_language_ago            (NidaLanguage *self, gint64 seconds);
char *nida_language_list           (NidaLanguage *self, const char * const *items);  /* "a, b and c" */
char *nida_language_bytes          (NidaLanguage *self, guint64 bytes);
int   nida_language_collate        (NidaLanguage *self, const char *a, const char *b);
/* What people typed ("Appeal 2024" in a title) keeps its digits; this maps 0-9 of text that Nida made. */
char *nida_language_digits         (NidaLanguage *self, const char *ascii);

G_END_DECLS
