/* What the files of text/ share: the language object's parts and the strings it is made of. Private to text/. */
#pragma once

#include "language.h"

#include <unicode/ucol.h>
#include <unicode/uldnames.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>
#include <unicode/ureldatefmt.h>

G_BEGIN_DECLS

#define NIDA_MAX_DECIMALS 18

/* Bidi controls, by the rule: LRI…PDI around numbers of 0-9 in Arabic, FSI…PDI around data, ALM with ٠-٩. */
#define NIDA_LRI "\342\201\246"
#define NIDA_FSI "\342\201\250"
#define NIDA_PDI "\342\201\251"
#define NIDA_ALM "\330\234"
#define NIDA_MINUS "\342\210\222"

typedef enum { NIDA_MONTH_NAME_SHORT, NIDA_MONTH_NAME_LONG, NIDA_N_MONTH_NAMES } NidaMonthName;

struct _NidaLanguage
{
  GObject                     parent_instance;

  gboolean                    arabic;
  gboolean                    arab_digits;
  NidaMonths                  months;
  const char                 *locale;       /* BCP 47 with digits and calendar pinned */

  UCollator                  *collator;     /* opened at once: sorting compares again and again */
  GMutex                      lock;         /* over all below, which is made when it is first used and stays */
  UNumberFormatter           *decimal[NIDA_MAX_DECIMALS + 1];
  char                       *decimal_mark; /* between two digits; set once, without the lock */
  UListFormatter             *list;
  URelativeDateTimeFormatter *relative;
  ULocaleDisplayNames        *regions;
  char                       *prefix;       /* English: what stands before amounts in @prefix_currency; changes with it */
  char                       *prefix_currency;
  char                       *month_names[NIDA_N_MONTH_NAMES][12];
  char                       *quarter_names[4];
};

/* The digits of a plain decimal string ("1234.50") grouped and in the language's own digits, every decimal kept; neither
 * signed nor isolated. */
char *nida_language_format_digits  (NidaLanguage *self, const char *decimal);
/* The decimal string of @units / 10^@decimals without trailing zeros after the mark. */
char *nida_decimal_to_string       (guint64 units, guint decimals);
guint64 nida_divide_half_even      (guint64 number, guint64 step);
/* Sign, isolate and finish what nida_language_format_digits() made; takes @digits. */
char *nida_language_finish_number  (NidaLanguage *self, gboolean negative, const char *prefix, char *digits, const char *suffix);
gboolean nida_text_has_rtl         (const char *text);

void  nida_language_open_collator  (NidaLanguage *self);
void  nida_language_close_collator (NidaLanguage *self);
void  nida_language_close_numbers  (NidaLanguage *self);
void  nida_language_close_dates    (NidaLanguage *self);

/* ICU's UTF-16 as a new UTF-8 string without the bidi marks that ICU puts in for unisolated text. */
char *nida_utf8_from_icu           (const UChar *text, int32_t length);

G_END_DECLS
