/* One row's amount is multiplied as the engine does it, and rounded once. */
#include "config.h"

#include "row-conversion.h"

#include "conversion-words.h"
#include "look.h"

#include <string.h>

static const char *
currency_of (NidaQuery *query)
{
  return query->currency != NULL ? query->currency : "USD";
}

/* The source states dollars beside another currency: its own rate follows from the two. */
static gboolean
find_stated (NidaDataset    *dataset,
             NidaQuery      *query,
             guint           row,
             NidaConversion *conversion,
             NidaRatio      *ratio,
             char          **from)
{
  NidaMoney amount = nida_dataset_get_amount (dataset, row), dollars = nida_dataset_get_amount_usd (dataset, row);

  *from = nida_dataset_dup_text (dataset, row, NIDA_FIELD_CURRENCY, FALSE);
  if (query->prices != 0 || strcmp (currency_of (query), "USD") != 0 || **from == '\0' || strcmp (*from, "USD") == 0
      || amount == NIDA_MONEY_NONE || dollars == NIDA_MONEY_NONE)
    return FALSE;
  *conversion = (NidaConversion) { .kind = NIDA_CONVERSION_SOURCE, .from = *from, .amount = amount };
  *ratio = amount > 0 && dollars > 0 ? nida_ratio_new ((NidaUWide) dollars, (NidaUWide) amount) : (NidaRatio) { 0, 0 };
  return TRUE;
}

static NidaMoney
multiply (NidaRatio ratio,
          NidaMoney amount)
{
  NidaMoney whole, money;
  guint32 fine;

  if (!nida_ratio_convert (ratio, amount, &whole, &fine) || !nida_fine_to_money ((NidaWide) whole * NIDA_FINE + fine, &money))
    return NIDA_MONEY_NONE;
  return money;
}

gboolean
nida_row_conversion_read (NidaLocalEngine   *engine,
                          NidaQuery         *query,
                          guint              row,
                          NidaRowConversion *words)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaDataset *dataset = nida_local_engine_get_dataset (engine);
  NidaConversion conversion;
  NidaRatio ratio;
  NidaMoney money;
  g_autofree char *from = NULL;

  *words = (NidaRowConversion) { 0 };
  if (!nida_local_engine_get_conversion (engine, query, row, &conversion, &ratio)
      && !find_stated (dataset, query, row, &conversion, &ratio, &from))
    return FALSE;
  words->unit = nida_words_unit (language, query);
  words->by = nida_words_rate_source (language, &conversion);
  if (ratio.den == 0)
    return TRUE;
  words->rate = nida_words_rate (language, conversion.from, currency_of (query), ratio);
  money = conversion.kind == NIDA_CONVERSION_SOURCE ? nida_dataset_get_amount_usd (dataset, row)
                                                    : multiply (ratio, conversion.amount);
  if (money != NIDA_MONEY_NONE)
    words->amount = nida_language_money_exact (language, money, currency_of (query));
  return TRUE;
}

void
nida_row_conversion_clear (NidaRowConversion *words)
{
  g_clear_pointer (&words->unit, g_free);
  g_clear_pointer (&words->amount, g_free);
  g_clear_pointer (&words->rate, g_free);
  g_clear_pointer (&words->by, g_free);
}
