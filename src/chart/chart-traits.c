/* The table of what the kinds of charts need. */
#include "config.h"

#include "chart-traits.h"

#include "translate.h"

#define OVER_TIME (NIDA_CHOICE_MEASURE | NIDA_CHOICE_STEP | NIDA_CHOICE_TIME | NIDA_CHOICE_SUBTITLE)
#define OF_NAMES  (NIDA_CHOICE_MEASURE | NIDA_CHOICE_TOP | NIDA_CHOICE_SUBTITLE)

static const NidaChartTraits traits[NIDA_N_CHARTS] = {
  /* Translators: kinds of charts, and after each what it is good for */
  [NIDA_CHART_NUMBER] = { N_("Number"), N_("One figure, large, with what is worth knowing beside it."),
    .choices = NIDA_CHOICE_MEASURE },
  /* Translators: bars that show how much of each requirement is received */
  [NIDA_CHART_COVERAGE] = { N_("Coverage bars"), N_("How much of each requirement is received, pledged and missing."),
    .max_fields = 1, .stock = NIDA_KIND_REQUIREMENT, .choices = NIDA_CHOICE_ORDER | NIDA_CHOICE_TOP | NIDA_CHOICE_SUBTITLE },
  [NIDA_CHART_TIMELINE] = { N_("Columns over time"), N_("When the money came, period by period or added up."),
    .max_fields = 1, .min_periods = 1, .choices = OVER_TIME | NIDA_CHOICE_STACK | NIDA_CHOICE_REFERENCE | NIDA_CHOICE_HUES },
  [NIDA_CHART_RANKING] = { N_("Ranking"), N_("Who stands where: a bar for each name, in order."),
    .min_fields = 1, .max_fields = 1, .min_names = 1, .choices = OF_NAMES | NIDA_CHOICE_PINNED | NIDA_CHOICE_REFERENCE | NIDA_CHOICE_RANK_ORDER },
  [NIDA_CHART_PARTS] = { N_("Parts of a whole"), N_("What a sum is made of, where the parts are few."),
    .min_fields = 1, .max_fields = 1, .min_names = 1, .additive = TRUE, .choices = OF_NAMES | NIDA_CHOICE_FORM | NIDA_CHOICE_HUES },
  [NIDA_CHART_INDICATOR] = { N_("Indicator"), N_("The level of an indicator over the years, and its goal."),
    .stock = NIDA_KIND_INDICATOR, .choices = NIDA_CHOICE_TIME | NIDA_CHOICE_SUBTITLE | NIDA_CHOICE_CATEGORY },
  [NIDA_CHART_EVENTS] = { N_("Events"), N_("What happened, what is planned and what was only stated, by date."),
    .stock = NIDA_KIND_EVENT, .choices = NIDA_CHOICE_TIME | NIDA_CHOICE_SUBTITLE },
  /* Translators: a square of a hundred small squares, each one percent */
  [NIDA_CHART_WAFFLE] = { N_("Hundred squares"), N_("A square for each percent of a sum, where the parts are few."),
    .min_fields = 1, .max_fields = 1, .min_names = 1, .additive = TRUE, .choices = OF_NAMES | NIDA_CHOICE_HUES },
  [NIDA_CHART_TREEMAP] = { N_("Tree map"), N_("What a sum is made of, where the parts are many."),
    .min_fields = 1, .max_fields = 1, .min_names = 1, .additive = TRUE, .choices = OF_NAMES },
  [NIDA_CHART_HEATMAP] = { N_("Heat map"), N_("Two fields crossed: the darker, the more."),
    .min_fields = 1, .max_fields = 2, .min_names = 1, .years = TRUE, .choices = OVER_TIME | NIDA_CHOICE_TOP },
  [NIDA_CHART_LINE] = { N_("Lines"), N_("How a few names change over time, a line for each."),
    .max_fields = 1, .min_periods = 2, .years = TRUE, .choices = OVER_TIME | NIDA_CHOICE_TOP | NIDA_CHOICE_REFERENCE | NIDA_CHOICE_HUES },
  [NIDA_CHART_AREA] = { N_("Stacked areas"), N_("How a sum and its parts change over time."),
    .max_fields = 1, .min_periods = 2, .years = TRUE, .additive = TRUE,
    .choices = OVER_TIME | NIDA_CHOICE_TOP | NIDA_CHOICE_REFERENCE | NIDA_CHOICE_HUES },
  [NIDA_CHART_DOTPLOT] = { N_("Dots"), N_("How far each name moved between two dates."),
    .max_fields = 1, .min_names = 1, .min_periods = 2, .years = TRUE, .choices = OVER_TIME | NIDA_CHOICE_TOP | NIDA_CHOICE_PINNED },
  /* Translators: a chart of two dates with a slanting line for each name between them */
  [NIDA_CHART_SLOPE] = { N_("Slopes"), N_("Who rose and who fell between two dates."),
    .max_fields = 1, .min_names = 1, .min_periods = 2, .years = TRUE, .choices = OVER_TIME | NIDA_CHOICE_TOP | NIDA_CHOICE_PINNED },
  [NIDA_CHART_BUMP] = { N_("Ranks over time"), N_("Who was first, second and third in each period."),
    .max_fields = 1, .min_names = 2, .min_periods = 2, .years = TRUE, .choices = OVER_TIME | NIDA_CHOICE_TOP | NIDA_CHOICE_PINNED },
  /* Translators: a chart that goes down in steps from what is required to what is missing */
  [NIDA_CHART_WATERFALL] = { N_("Waterfall"), N_("The way from the requirement down to the gap."),
    .stock = NIDA_KIND_REQUIREMENT, .choices = NIDA_CHOICE_SUBTITLE },
  /* Translators: a chart of ribbons between names, as wide as the money that flows */
  [NIDA_CHART_SANKEY] = { N_("Flows between names"), N_("From whom, for what and where to: ribbons as wide as the money."),
    .max_fields = 3, .min_names = 1, .additive = TRUE, .corrections = TRUE, .choices = OF_NAMES | NIDA_CHOICE_HUES | NIDA_CHOICE_NAMES_ORDER },
  /* Translators: a map on which each country or region is a tile of the same size */
  [NIDA_CHART_TILE_MAP] = { N_("Map of tiles"), N_("Where the money goes: a tile of the same size for each country or region."),
    .max_fields = 1, .min_names = 1, .choices = NIDA_CHOICE_MEASURE | NIDA_CHOICE_SUBTITLE | NIDA_CHOICE_TILES },
  /* Translators: a chart of how fast money comes within a year, against earlier years */
  [NIDA_CHART_PACE] = { N_("Pace of the year"), N_("How far this year is by today, against the same day of earlier years, and where it may end."),
    .min_periods = 1, .years = TRUE, .choices = NIDA_CHOICE_MEASURE | NIDA_CHOICE_TIME | NIDA_CHOICE_REFERENCE | NIDA_CHOICE_SUBTITLE | NIDA_CHOICE_PROJECTION },
};

/**
 * nida_chart_kind_get_traits:
 *
 * Returns: (transfer none): what @kind needs and heeds
 */
const NidaChartTraits *
nida_chart_kind_get_traits (NidaChartKind kind)
{
  g_return_val_if_fail (kind < NIDA_N_CHARTS, NULL);

  return &traits[kind];
}

const char *
nida_chart_kind_get_label (NidaChartKind kind)
{
  const char *label = nida_chart_kind_get_traits (kind)->label;

  return label != NULL ? _(label) : nida_chart_kind_get_name (kind);
}

gboolean
nida_chart_kind_has_order (NidaChartKind kind,
                           NidaOrder     order)
{
  guint choices = nida_chart_kind_get_traits (kind)->choices;

  if (choices & NIDA_CHOICE_RANK_ORDER)
    return order == NIDA_ORDER_SIZE || order == NIDA_ORDER_SMALLEST || order == NIDA_ORDER_NAME;
  return (choices & NIDA_CHOICE_ORDER) != 0 && order <= NIDA_ORDER_GAP;
}

const char *
nida_chart_kind_get_purpose (NidaChartKind kind)
{
  const char *purpose = nida_chart_kind_get_traits (kind)->purpose;

  return purpose != NULL ? _(purpose) : "";
}

gboolean
nida_measure_is_additive (NidaMeasure measure)
{
  return measure != NIDA_MEASURE_COVERAGE && measure != NIDA_MEASURE_GAP;
}

gboolean
nida_measure_is_of_needs (NidaMeasure measure)
{
  return measure == NIDA_MEASURE_REQUIREMENT || measure == NIDA_MEASURE_GAP || measure == NIDA_MEASURE_COVERAGE;
}
