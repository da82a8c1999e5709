/* Amounts of money as text: short on a mark, long in a sentence, exact in a table, in parts on a card, bare on an axis.
 *
 * The scale words are ours: ICU writes «4 مليار» where Arabic counts «4 مليارات». Rounding is half to even in integers. */
#include "config.h"

#include "language-private.h"

#include "field.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

static const guint64 powers[] = {
  G_GUINT64_CONSTANT (1), G_GUINT64_CONSTANT (1000), G_GUINT64_CONSTANT (1000000),
  G_GUINT64_CONSTANT (1000000000), G_GUINT64_CONSTANT (1000000000000),
};

/* @many follows 3 to 10 (and 103 to 110 …); all other counts and fractions take @one. */
static const struct {
  const char *suffix, *english, *one, *many;
} scales[] = {
  [NIDA_SCALE_ONE] = { "", "", "", "" },
  [NIDA_SCALE_THOUSAND] = { "K", "thousand", "ألف", "آلاف" },
  [NIDA_SCALE_MILLION] = { "M", "million", "مليون", "ملايين" },
  [NIDA_SCALE_BILLION] = { "B", "billion", "مليار", "مليارات" },
  [NIDA_SCALE_TRILLION] = { "T", "trillion", "تريليون", "تريليونات" },
};

typedef struct {
  gboolean       negative;
  NidaMagnitude  magnitude;
  gboolean       few;        /* a whole number that Arabic counts with the plural */
  char          *digits;     /* localised, unsigned */
} Compact;

static guint64
magnitude_of (NidaMoney money)
{
  return money < 0 ? -(guint64) money : (guint64) money;
}

static const char *
currency_or_dollar (const char *currency)
{
  return currency != NULL && *currency != '\0' ? currency : "USD";
}

static gboolean
is_dollar (const char *currency)
{
  return strcmp (currency_or_dollar (currency), "USD") == 0;
}

static gboolean
is_few (guint64 count)
{
  return count % 100 >= 3 && count % 100 <= 10;
}

/* Three significant digits of thousandths. */
static guint64
round_to_three_digits (guint64 thousandths)
{
  guint64 step = 1;

  while (thousandths / step >= 1000)
    step *= 10;
  return nida_divide_half_even (thousandths, step) * step;
}

/* @thousandths divided by the scale, exactly; zeros at the end are left out. */
static char *
scaled_decimal (guint64       thousandths,
                NidaMagnitude magnitude)
{
  return nida_decimal_to_string (thousandths, 3 + 3 * (guint) magnitude);
}

static NidaMagnitude
magnitude_reached (guint64 thousandths)
{
  NidaMagnitude magnitude = NIDA_SCALE_TRILLION;

  while (magnitude > NIDA_SCALE_ONE && thousandths / 1000 < powers[magnitude])
    magnitude--;
  return magnitude;
}

static Compact
scale_money (NidaLanguage  *self,
             gboolean       negative,
             guint64        thousandths,
             NidaMagnitude  magnitude)
{
  Compact compact = { .negative = negative, .magnitude = magnitude };
  guint64 unit = powers[magnitude] * 1000;
  g_autofree char *decimal = scaled_decimal (thousandths, magnitude);

  compact.few = thousandths % unit == 0 && is_few (thousandths / unit);
  compact.digits = nida_language_format_digits (self, decimal);
  return compact;
}

static Compact
compact_money (NidaLanguage *self,
               NidaMoney     money)
{
  guint64 rounded = round_to_three_digits (magnitude_of (money));

  return scale_money (self, money < 0, rounded, magnitude_reached (rounded));
}

static char *
icu_currency_name (const char    *currency,
                   const char    *locale,
                   UCurrNameStyle style)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[16];
  const UChar *name;
  int32_t length = 0;

  if (strlen (currency) != 3)
    return g_strdup (currency);
  u_uastrcpy (code, currency);
  name = ucurr_getName (code, locale, style, NULL, &length, &status);
  return U_SUCCESS (status) ? nida_utf8_from_icu (name, length) : g_strdup (currency);
}

/* "$" stands at its number, "KWD" before a space. ICU looks it up for as long as it formats the number, so it is kept. */
static char *
english_prefix (NidaLanguage *self,
                const char   *currency)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const char *code = currency_or_dollar (currency);
  g_autofree char *symbol = NULL;

  if (g_strcmp0 (self->prefix_currency, code) == 0)
    return g_strdup (self->prefix);
  symbol = icu_currency_name (code, "en", UCURR_SYMBOL_NAME);
  g_free (self->prefix);
  g_free (self->prefix_currency);
  self->prefix = g_strconcat (symbol, g_ascii_isalpha (symbol[strlen (symbol) - 1]) ? " " : "", NULL);
  self->prefix_currency = g_strdup (code);
  return g_strdup (self->prefix);
}

/* The name that follows a number in Arabic: «دولار», or «دولارات» after 3 to 10. */
static char *
arabic_unit (NidaLanguage *self,
             const char   *currency,
             gboolean      few)
{
  g_autofree char *name = NULL;

  if (is_dollar (currency))
    return g_strdup (few ? "دولارات" : "دولار");
  name = icu_currency_name (currency, "ar", UCURR_LONG_NAME);
  if (nida_text_has_rtl (name))
    return g_steal_pointer (&name);
  return g_strconcat (NIDA_LRI, name, NIDA_PDI, NULL);
}

/* «مليارات دولار», «دولارات», "billion US$", "KWD". */
static char *
unit_words (NidaLanguage  *self,
            const Compact *compact,
            const char    *currency)
{
  g_autofree char *unit = NULL;

  if (!self->arabic)
    {
      unit = g_strdup (is_dollar (currency) ? "US$" : currency);
      if (compact->magnitude == NIDA_SCALE_ONE)
        return g_steal_pointer (&unit);
      return g_strconcat (scales[compact->magnitude].english, " ", unit, NULL);
    }
  if (compact->magnitude == NIDA_SCALE_ONE)
    return arabic_unit (self, currency, compact->few);
  unit = arabic_unit (self, currency, FALSE);
  return g_strconcat (compact->few ? scales[compact->magnitude].many : scales[compact->magnitude].one, " ", unit, NULL);
}

/* Takes the digits of @compact. */
static char *
number_then_unit (NidaLanguage *self,
                  Compact      *compact,
                  const char   *currency)
{
  g_autofree char *unit = unit_words (self, compact, currency);
  g_autofree char *number = nida_language_finish_number (self, compact->negative, "", compact->digits, "");

  return g_strconcat (number, " ", unit, NULL);
}

static char *
no_amount (void)
{
  return g_strdup ("—");
}

/**
 * nida_language_money_long:
 * @currency: (nullable): ISO 4217; %NULL is USD
 *
 * For sentences, two to three significant digits. English writes thousands out.
 *
 * Returns: (transfer full): "$7.86 billion", "$12,300" / «7.86 مليار دولار», «5 آلاف دولار»; "—" for no amount
 */
char *
nida_language_money_long (NidaLanguage *self,
                          NidaMoney     money,
                          const char   *currency)
{
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  Compact compact;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  if (money == NIDA_MONEY_NONE)
    return no_amount ();
  compact = compact_money (self, money);
  if (self->arabic)
    return number_then_unit (self, &compact, currency);
  if (compact.magnitude == NIDA_SCALE_THOUSAND)
    {
      g_free (compact.digits);
      compact = scale_money (self, money < 0, round_to_three_digits (magnitude_of (money)), NIDA_SCALE_ONE);
    }
  prefix = english_prefix (self, currency);
  suffix = compact.magnitude == NIDA_SCALE_ONE ? g_strdup ("")
                                               : g_strconcat (" ", scales[compact.magnitude].english, NULL);
  return nida_language_finish_number (self, compact.negative, prefix, compact.digits, suffix);
}

/**
 * nida_language_money_short:
 * @currency: (nullable): ISO 4217; %NULL is USD
 *
 * For a mark, two to three significant digits. Arabic leaves the currency to the subtitle.
 *
 * Returns: (transfer full): "$7.86B", "KWD 1.23M" / «7.86 مليار»; "—" for no amount
 */
char *
nida_language_money_short (NidaLanguage *self,
                           NidaMoney     money,
                           const char   *currency)
{
  g_autofree char *prefix = NULL;
  g_autofree char *number = NULL;
  Compact compact;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  if (money == NIDA_MONEY_NONE)
    return no_amount ();
  compact = compact_money (self, money);
  if (!self->arabic)
    {
      prefix = english_prefix (self, currency);
      return nida_language_finish_number (self, compact.negative, prefix, compact.digits,
                                          scales[compact.magnitude].suffix);
    }
  number = nida_language_finish_number (self, compact.negative, "", compact.digits, "");
  if (compact.magnitude == NIDA_SCALE_ONE)
    return g_steal_pointer (&number);
  return g_strconcat (number, " ", compact.few ? scales[compact.magnitude].many : scales[compact.magnitude].one, NULL);
}

static guint
decimals_of_currency (const char *currency)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4];
  int32_t decimals;

  if (strlen (currency) != 3)
    return 2;
  u_uastrcpy (code, currency);
  decimals = ucurr_getDefaultFractionDigits (code, &status);
  return U_SUCCESS (status) ? (guint) CLAMP (decimals, 0, 3) : 2;
}

/* Whole amounts have no decimals, others those of the currency or, where more are known, all of them. */
static char *
exact_decimal (guint64     thousandths,
               const char *currency)
{
  static const guint64 steps[] = { 1000, 100, 10, 1 };
  guint decimals = decimals_of_currency (currency_or_dollar (currency));
  guint64 fraction = thousandths % 1000;

  if (fraction == 0)
    return nida_decimal_to_string (thousandths / 1000, 0);
  while (fraction % steps[decimals] != 0)
    decimals++;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, thousandths / 1000, (int) decimals,
                          fraction / steps[decimals]);
}

/**
 * nida_language_money_exact:
 * @currency: (nullable): ISO 4217; %NULL is USD
 *
 * Returns: (transfer full): every digit: "$17,064,284", "KWD 1,234.500" / «17,064,284 دولار»; "—" for no amount
 */
char *
nida_language_money_exact (NidaLanguage *self,
                           NidaMoney     money,
                           const char   *currency)
{
  guint64 thousandths = magnitude_of (money);
  g_autofree char *decimal = NULL;
  g_autofree char *prefix = NULL;
  Compact compact = { .negative = money < 0 };

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  if (money == NIDA_MONEY_NONE)
    return no_amount ();
  decimal = exact_decimal (thousandths, currency);
  compact.digits = nida_language_format_digits (self, decimal);
  compact.few = thousandths % 1000 == 0 && is_few (thousandths / 1000);
  if (self->arabic)
    return number_then_unit (self, &compact, currency);
  prefix = english_prefix (self, currency);
  return nida_language_finish_number (self, compact.negative, prefix, compact.digits, "");
}

/**
 * nida_language_money_bare:
 * @currency: (nullable): ISO 4217, for the decimals; %NULL is USD
 *
 * Returns: (transfer full): every digit and no unit, for a column whose heading or neighbour names it: "17,064,284"; "—"
 *   for no amount
 */
char *
nida_language_money_bare (NidaLanguage *self,
                          NidaMoney     money,
                          const char   *currency)
{
  g_autofree char *decimal = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  if (money == NIDA_MONEY_NONE)
    return no_amount ();
  decimal = exact_decimal (magnitude_of (money), currency);
  return nida_language_finish_number (self, money < 0, "", nida_language_format_digits (self, decimal), "");
}

/**
 * nida_language_money_parts:
 * @number: (out) (transfer full): "29.9"
 * @unit: (out) (transfer full): "billion US$" / «مليار دولار»; "" for no amount
 */
void
nida_language_money_parts (NidaLanguage  *self,
                           NidaMoney      money,
                           const char    *currency,
                           char         **number,
                           char         **unit)
{
  Compact compact;

  g_return_if_fail (NIDA_IS_LANGUAGE (self));

  if (money == NIDA_MONEY_NONE)
    {
      *number = no_amount ();
      *unit = g_strdup ("");
      return;
    }
  compact = compact_money (self, money);
  *unit = unit_words (self, &compact, currency_or_dollar (currency));
  *number = nida_language_finish_number (self, compact.negative, "", compact.digits, "");
}

/**
 * nida_magnitude_for:
 * @largest: the largest amount of an axis
 *
 * Returns: the scale in which its ticks are short; below ten thousand they are written out
 */
NidaMagnitude
nida_magnitude_for (NidaMoney largest)
{
  NidaMagnitude magnitude = magnitude_reached (magnitude_of (largest));

  if (magnitude == NIDA_SCALE_THOUSAND && magnitude_of (largest) / 1000 < 10000)
    return NIDA_SCALE_ONE;
  return magnitude;
}

NidaMagnitude
nida_magnitude_of (NidaMoney money)
{
  return magnitude_reached (round_to_three_digits (magnitude_of (money)));
}

/**
 * nida_language_tick:
 *
 * Returns: (transfer full): @money in the axis's scale, exactly and without a unit: "50"
 */
char *
nida_language_tick (NidaLanguage  *self,
                    NidaMoney      money,
                    NidaMagnitude  magnitude)
{
  Compact compact;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (magnitude <= NIDA_SCALE_TRILLION, NULL);

  compact = scale_money (self, money < 0, magnitude_of (money), magnitude);
  return nida_language_finish_number (self, compact.negative, "", compact.digits, "");
}

/**
 * nida_language_tick_with_unit:
 *
 * Returns: (transfer full): the tick that names the unit of its axis: "4 billion US$" / «4 مليارات دولار»
 */
char *
nida_language_tick_with_unit (NidaLanguage  *self,
                              NidaMoney      money,
                              NidaMagnitude  magnitude,
                              const char    *currency)
{
  Compact compact;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (magnitude <= NIDA_SCALE_TRILLION, NULL);

  compact = scale_money (self, money < 0, magnitude_of (money), magnitude);
  return number_then_unit (self, &compact, currency_or_dollar (currency));
}

/**
 * nida_language_money_in:
 * @magnitude: the unit that many figures share
 *
 * Returns: (transfer full): @money in that unit, at most three digits after which all are noughts and at most two decimals: "50",
 *   "0.45"; "≈0" where none of them is left, "—" for no amount
 */
char *
nida_language_money_in (NidaLanguage  *self,
                        NidaMoney      money,
                        NidaMagnitude  magnitude)
{
  guint64 step, amount, rounded;
  Compact compact;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (magnitude <= NIDA_SCALE_TRILLION, NULL);

  if (money == NIDA_MONEY_NONE)
    return no_amount ();
  step = powers[magnitude] * 10;
  amount = magnitude_of (money);
  /* once: three digits of less than a unit have three decimals, and rounded again 0.45499 would be 0.46 */
  rounded = amount < 100 * step ? nida_divide_half_even (amount, step) * step : round_to_three_digits (amount);
  compact = scale_money (self, money < 0, rounded, magnitude);
  if (rounded == 0 && money != 0)
    return nida_language_finish_number (self, FALSE, "≈", compact.digits, "");
  return nida_language_finish_number (self, compact.negative, "", compact.digits, "");
}

/**
 * nida_language_money_unit:
 * @currency: (nullable): ISO 4217; %NULL is USD
 *
 * Returns: (transfer full): what nida_language_money_in() counts: "million US$" / «مليون دولار»
 */
char *
nida_language_money_unit (NidaLanguage  *self,
                          NidaMagnitude  magnitude,
                          const char    *currency)
{
  Compact compact = { .magnitude = magnitude };

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (magnitude <= NIDA_SCALE_TRILLION, NULL);

  return unit_words (self, &compact, currency_or_dollar (currency));
}

/**
 * nida_language_currency_name:
 *
 * Returns: (transfer full): the short name for a subtitle: "US$", "KWD" / «دولار», «د.ك.»
 */
char *
nida_language_currency_name (NidaLanguage *self,
                             const char   *currency)
{
  g_autofree char *symbol = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  currency = currency_or_dollar (currency);
  if (!self->arabic)
    return g_strdup (is_dollar (currency) ? "US$" : currency);
  if (is_dollar (currency))
    return g_strdup ("دولار");
  symbol = icu_currency_name (currency, "ar", UCURR_SYMBOL_NAME);
  if (nida_text_has_rtl (symbol))
    return g_steal_pointer (&symbol);
  return g_strconcat (NIDA_LRI, symbol, NIDA_PDI, NULL);
}

/**
 * nida_language_currency_title:
 *
 * Returns: (transfer full): for a menu: "Kuwaiti Dinar (KWD)", «دينار كويتي (KWD)»; the code alone where it has no name
 */
char *
nida_language_currency_title (NidaLanguage *self,
                              const char   *currency)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  name = icu_currency_name (currency, self->arabic ? "ar" : "en", UCURR_LONG_NAME);
  if (g_str_equal (name, currency))
    return g_steal_pointer (&name);
  return g_strdup_printf (self->arabic ? "%s (" NIDA_LRI "%s" NIDA_PDI ")" : "%s (%s)", name, currency);
}

/**
 * nida_language_qualified:
 * @qualifier: a #NidaQualifier
 * @amount: an amount as text
 *
 * Returns: (transfer full): "≈ $70M", "≥ $14M" / «≈ 70 مليون», «14 مليون فأكثر»: Arabic says in words what mirroring
 *   would turn into its opposite
 */
char *
nida_language_qualified (NidaLanguage *self,
                         int           qualifier,
                         const char   *amount)
{
  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  switch (qualifier)
    {
    case NIDA_QUALIFIER_ABOUT:
      return g_strconcat ("≈ ", amount, NULL);
    case NIDA_QUALIFIER_AT_LEAST:
      return self->arabic ? g_strconcat (amount, " فأكثر", NULL) : g_strconcat ("≥ ", amount, NULL);
    case NIDA_QUALIFIER_AT_MOST:
      return self->arabic ? g_strconcat (amount, " فأقل", NULL) : g_strconcat ("≤ ", amount, NULL);
    default:
      return g_strdup (amount);
    }
}

gboolean
nida_currency_exists (const char *currency)
{
  UChar code[4] = { 0 };

  if (strlen (currency) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      if (!g_ascii_isupper (currency[i]))
        return FALSE;
      code[i] = (UChar) currency[i];
    }
  return ucurr_getNumericCode (code) != 0;
}
