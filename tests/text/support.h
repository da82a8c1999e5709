/* What the tests of text/ share: the languages, and strings compared and freed at once. */
#pragma once

#include "language.h"

/* Bidi isolates, to write what is expected. */
#define LRI "\342\201\246"
#define FSI "\342\201\250"
#define PDI "\342\201\251"
#define ALM "\330\234"
/* A number of 0-9 in Arabic. */
#define N(digits) LRI digits PDI

#define assert_text(call, expected) G_STMT_START {                  \
    g_autofree char *text_ = (call);                                  \
    g_assert_cmpstr (text_, ==, expected);                            \
  } G_STMT_END

static inline NidaLanguage *
english (void)
{
  return nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
}

static inline NidaLanguage *
arabic (void)
{
  return nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
}

/* Arabic with ٠-٩. */
static inline NidaLanguage *
arabic_digits (void)
{
  return nida_language_new ("ar", NIDA_DIGITS_ARAB, NIDA_MONTHS_GULF);
}
