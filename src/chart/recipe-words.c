/* Figures and groups of a cube in words, the same in every kind of chart. */
#include "config.h"

#include "recipe.h"
#include "teller.h"
#include "translate.h"
#include "words.h"

/**
 * nida_recipe_value:
 * @recipe: a recipe
 * @measure: what the value measures
 * @value: as a cell of a cube holds it
 *
 * Returns: (transfer full): a label: "$17.1M", "45%", "1,204"; a dash when there is nothing to say
 */
char *
nida_recipe_value (NidaRecipe *recipe,
                   NidaMeasure measure,
                   gint64      value)
{
  return nida_value_short (recipe->context->language, nida_recipe_currency (recipe), measure, value);
}

/**
 * nida_value_short:
 * @language: the reader's
 * @currency: of an amount
 * @measure: what the value measures
 * @value: as a cell of a cube holds it
 *
 * Returns: (transfer full): the label of nida_recipe_value(), without a recipe
 */
char *
nida_value_short (NidaLanguage *language,
                  const char   *currency,
                  NidaMeasure   measure,
                  gint64        value)
{
  if (value == NIDA_MONEY_NONE)
    return g_strdup ("–");
  if (measure == NIDA_MEASURE_COVERAGE)
    return nida_language_percent (language, value, 0);
  if (measure == NIDA_MEASURE_COUNT)
    return nida_language_integer (language, value);

  return nida_language_money_short (language, value, currency);
}

/**
 * nida_value_exact:
 * @language: the reader's
 * @currency: of an amount
 * @measure: what the value measures
 * @value: as a cell of a cube holds it
 *
 * Returns: (transfer full): every digit, without a recipe: "$17,064,284"
 */
char *
nida_value_exact (NidaLanguage *language,
                  const char   *currency,
                  NidaMeasure   measure,
                  gint64        value)
{
  if (value == NIDA_MONEY_NONE)
    return g_strdup ("–");
  if (measure == NIDA_MEASURE_COVERAGE)
    return nida_language_percent (language, value, 2);
  if (measure == NIDA_MEASURE_COUNT)
    return nida_language_integer (language, value);

  return nida_language_money_exact (language, value, currency);
}

/**
 * nida_value_bare:
 *
 * Returns: (transfer full): the same without its unit, for a column whose title is nida_recipe_column_title(): "17,064,284"
 */
char *
nida_value_bare (NidaLanguage *language,
                 const char   *currency,
                 NidaMeasure   measure,
                 gint64        value)
{
  if (value == NIDA_MONEY_NONE || measure == NIDA_MEASURE_COVERAGE || measure == NIDA_MEASURE_COUNT)
    return nida_value_exact (language, currency, measure, value);

  return nida_language_money_bare (language, value, currency);
}

/**
 * nida_recipe_column_title:
 * @name: what the column holds
 *
 * Returns: (transfer full): @name with the unit of amounts, which the cells then need not repeat: "Received, US$"
 */
char *
nida_recipe_column_title (NidaRecipe *recipe,
                          const char *name,
                          NidaMeasure measure)
{
  g_autofree char *unit = NULL;

  if (measure == NIDA_MEASURE_COVERAGE || measure == NIDA_MEASURE_COUNT)
    return g_strdup (name);
  unit = nida_language_currency_name (recipe->context->language, nida_recipe_currency (recipe));
  /* Translators: title of a column of amounts, and their unit: "Received, US$" */
  return g_strdup_printf (_("%1$s, %2$s"), name, unit);
}

/**
 * nida_recipe_value_exact:
 * @recipe: a recipe
 * @measure: what the value measures
 * @value: as a cell of a cube holds it
 *
 * Returns: (transfer full): every digit: "$17,064,284"
 */
char *
nida_recipe_value_exact (NidaRecipe *recipe,
                         NidaMeasure measure,
                         gint64      value)
{
  return nida_value_exact (recipe->context->language, nida_recipe_currency (recipe), measure, value);
}

/**
 * nida_recipe_value_bare:
 *
 * Returns: (transfer full): every digit and no unit: "17,064,284"
 */
char *
nida_recipe_value_bare (NidaRecipe *recipe,
                        NidaMeasure measure,
                        gint64      value)
{
  return nida_value_bare (recipe->context->language, nida_recipe_currency (recipe), measure, value);
}

/* The figures of a scene are told by one teller, which its builder keeps. */
static NidaTeller *
get_teller (NidaRecipe *recipe)
{
  NidaLanguage *language = recipe->context->language;
  const char *currency = nida_recipe_currency (recipe);

  if (recipe->scene == NULL)
    return nida_teller_new (language, currency, NULL, NULL, NULL);
  return nida_teller_ref (nida_scene_builder_get_teller (recipe->scene, language, currency));
}

/**
 * nida_recipe_mark:
 * @recipe: a recipe
 * @label: name of the group
 * @measure: what the value measures
 * @value: as a cell of a cube holds it
 *
 * Returns: (transfer full): a mark whose figure is said in words when it is read
 */
NidaMark *
nida_recipe_mark (NidaRecipe *recipe,
                  const char *label,
                  NidaMeasure measure,
                  gint64      value)
{
  g_autoptr (NidaTeller) teller = get_teller (recipe);

  return nida_mark_new_told (teller, label != NULL ? label : "", measure, value, 0, 0);
}

/**
 * nida_recipe_item_name:
 * @recipe: a recipe
 * @item: a group of a cube
 * @style: of a date
 *
 * Returns: (transfer full): its name in the chart's language, isolated
 */
char *
nida_recipe_item_name (NidaRecipe         *recipe,
                       const NidaCubeItem *item,
                       NidaDateStyle       style)
{
  NidaLanguage *language = recipe->context->language;

  if (item->not_stated)
    return g_strdup (_("not stated"));
  if (item->n_members > 1)
    {
      g_autofree char *n = nida_language_integer (language, item->n_members);

      /* Translators: money whose cell lists several names at once; %s is how many */
      return g_strdup_printf (_("Multiple (%s)"), n);
    }
  if (item->period.start.precision != NIDA_PRECISION_NONE)
    return nida_language_period (language, item->period, style);

  return nida_language_name (language, item->name, item->arabic);
}

/**
 * nida_recipe_item_filter:
 * @item: a group of a cube
 *
 * Returns: (transfer none): the value that filters by it
 */
const char *
nida_recipe_item_filter (const NidaCubeItem *item)
{
  return item->not_stated ? "" : item->name;
}
