/* Conversions of an answer in order: by kind, source and currency. Amounts in dollars that a source states of money that it
 * reports in another currency are conversions too: its own. */
#include "conversions.h"

#include "rules.h"

#include <string.h>

static int
compare_conversions (gconstpointer a,
                     gconstpointer b)
{
  const NidaConversion *one = a, *other = b;
  int order;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  order = g_strcmp0 (one->source, other->source);
  return order != 0 ? order : strcmp (one->from, other->from);
}

static void
add_ways (GArray              *conversions,
          const NidaValues    *values,
          const NidaConverted *converted)
{
  for (guint i = 0; i < values->ways->len; i++)
    {
      const NidaWay *way = &g_array_index (values->ways, NidaWay, i);
      NidaConversion conversion = { way->kind, way->from, way->source, converted[i].rows, NIDA_MONEY_NONE,
                                    converted[i].average, converted[i].first, converted[i].last };

      if (converted[i].rows == 0)
        continue;
      if (!nida_wide_to_money (converted[i].amount, &conversion.amount))
        conversion.amount = NIDA_MONEY_NONE;
      g_array_append_val (conversions, conversion);
    }
}

/* The kinds of rows that @measures sum. */
static guint
kinds_of_measures (guint measures)
{
  guint kinds = 0;

  if (measures & (NIDA_MEASURES_OF_PLANS | NIDA_MEASURE_BIT (NIDA_MEASURE_REQUIREMENT)))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT);
  if (measures & (NIDA_MEASURES_OF_PLANS | NIDA_MEASURE_BIT (NIDA_MEASURE_REPORTED)))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_REPORTED);
  if (measures & NIDA_MEASURE_BIT (NIDA_MEASURE_PLEDGED))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_PLEDGE);
  if (measures & (NIDA_MEASURES_OF_PLANS | NIDA_MEASURE_BIT (NIDA_MEASURE_RECEIVED)))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_COMMITMENT) | NIDA_KIND_BIT (NIDA_KIND_PAID);
  if (measures & NIDA_MEASURE_BIT (NIDA_MEASURE_COMMITTED))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_COMMITMENT);
  if (measures & NIDA_MEASURE_BIT (NIDA_MEASURE_PAID))
    kinds |= NIDA_KIND_BIT (NIDA_KIND_PAID);
  return kinds;
}

static void
add_source_dollars (GArray        *conversions,
                    NidaSheet     *sheet,
                    NidaSelection *selection,
                    NidaQuery     *query)
{
  NidaDictionary *currencies = nida_dataset_get_dictionary (sheet->dataset, NIDA_FIELD_CURRENCY);
  guint kinds = kinds_of_measures (query->measures);
  guint32 dollar = nida_dictionary_lookup (currencies, "USD", -1);

  if (query->prices != 0 || (query->currency != NULL && strcmp (query->currency, "USD") != 0))
    return;
  for (guint32 code = 1; code <= nida_dictionary_get_size (currencies); code++)
    {
      NidaConversion conversion = { NIDA_CONVERSION_SOURCE, nida_dictionary_get_name (currencies, code),
                                    .amount = NIDA_MONEY_NONE };

      for (guint kind = 0; kind < NIDA_N_KINDS && code != dollar; kind++)
        if (kinds & NIDA_KIND_BIT (kind))
          conversion.rows += nida_selection_count_currency (selection, sheet, kind, code);
      if (conversion.rows > 0)
        g_array_append_val (conversions, conversion);
    }
}

void
nida_conversions_hand_out (NidaSheet           *sheet,
                           NidaSelection       *selection,
                           const NidaValues    *values,
                           const NidaConverted *converted,
                           NidaCube            *cube)
{
  g_autoptr (GArray) conversions = g_array_new (FALSE, FALSE, sizeof (NidaConversion));
  NidaQuery *query = nida_cube_get_query (cube);

  add_ways (conversions, values, converted);
  add_source_dollars (conversions, sheet, selection, query);
  g_array_sort (conversions, compare_conversions);
  for (guint i = 0; i < conversions->len; i++)
    nida_cube_add_conversion (cube, &g_array_index (conversions, NidaConversion, i));
  if (query->prices != 0)
    nida_cube_set_deflators (cube, nida_rates_get_deflator_source (nida_dataset_get_rates (sheet->dataset)));
}
