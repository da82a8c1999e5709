/* A person's filters on the charts of a board: which of them each chart takes, and what it says of the others. */
#include "config.h"

#include "board.h"

/* A need has no donor and is neither paid nor pledged: a filter on these cannot narrow it, and would leave nothing. */
static gboolean
narrows_money_only (NidaField field)
{
  switch (field)
    {
    case NIDA_FIELD_KIND:
    case NIDA_FIELD_DIRECTION:
    case NIDA_FIELD_DONOR:
    case NIDA_FIELD_DONOR_COUNTRY:
    case NIDA_FIELD_DONOR_TYPE:
    case NIDA_FIELD_DONOR_GROUP:
    case NIDA_FIELD_RECIPIENT:
    case NIDA_FIELD_PARTNER:
    case NIDA_FIELD_EMERGENCY:
    case NIDA_FIELD_BOUNDARY:
    case NIDA_FIELD_ON_BOUNDARY:
    case NIDA_FIELD_FLOW_TYPE:
    case NIDA_FIELD_EARMARKING:
    case NIDA_FIELD_METHOD:
    case NIDA_FIELD_CONTRIBUTION:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_about_needs (const NidaChartSpec *spec)
{
  return spec->kind == NIDA_CHART_COVERAGE || spec->kind == NIDA_CHART_WATERFALL || spec->measure == NIDA_MEASURE_REQUIREMENT ||
         spec->measure == NIDA_MEASURE_GAP || spec->measure == NIDA_MEASURE_COVERAGE;
}

/* A ranking or a whole that is filtered by its own field shows all of it, so that another value can be chosen. A filter that
 * the chart has of itself says what it is about, and is replaced. */
static gboolean
keeps_all (const NidaChartSpec *spec,
           NidaField            field)
{
  const char * const *values;

  if (spec->kind != NIDA_CHART_RANKING && spec->kind != NIDA_CHART_PARTS && spec->kind != NIDA_CHART_WAFFLE
      && spec->kind != NIDA_CHART_TREEMAP)
    return FALSE;
  for (guint i = 0; i < nida_query_get_n_filters (spec->query); i++)
    if (nida_query_get_filter (spec->query, i, &values) == field)
      return FALSE;
  return spec->query->n_by == 1 && spec->query->by[0].field == field && field != NIDA_FIELD_DATE;
}

/**
 * nida_board_apply:
 *
 * Returns: (transfer full): @spec as it asks under @filters
 */
NidaChartSpec *
nida_board_apply (const NidaChartSpec *spec,
                  NidaQuery           *filters)
{
  NidaChartSpec *copy = nida_chart_spec_copy (spec);

  for (guint i = 0; i < nida_query_get_n_filters (filters); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (filters, i, &values);

      if (is_about_needs (spec) && narrows_money_only (field))
        {
          copy->all_money = TRUE;
          continue;
        }
      if (keeps_all (spec, field))
        {
          copy->chosen_field = field;
          g_strfreev (copy->chosen);
          copy->chosen = g_strdupv ((char **) values);
          continue;
        }
      nida_query_clear_filter (copy->query, field);
      for (guint v = 0; values[v] != NULL; v++)
        nida_query_add_filter (copy->query, field, values[v]);
    }
  if (filters->from.precision != NIDA_PRECISION_NONE)
    copy->query->from = filters->from;
  if (filters->to.precision != NIDA_PRECISION_NONE)
    copy->query->to = filters->to;
  copy->query->rule = filters->rule;
  copy->query->fiscal_start = filters->fiscal_start;
  g_free (copy->query->currency);
  copy->query->currency = g_strdup (filters->currency);
  g_free (copy->query->second);
  copy->query->second = g_strdup (filters->second);
  copy->query->prices = filters->prices;
  return copy;
}

void
nida_board_filter (NidaBoard *board,
                   NidaQuery *filters)
{
  GPtrArray *lists[] = { board->cards, board->charts };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        NidaChartSpec *old = lists[l]->pdata[i];

        lists[l]->pdata[i] = nida_board_apply (old, filters);
        nida_chart_spec_free (old);
      }
}
