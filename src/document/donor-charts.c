/* Which charts the donor report has: each answers one question about the donor, and what the sources do not say has none. */
#include "config.h"

#include "donor-charts.h"

#include "query-words.h"
#include "translate.h"
#include "words.h"

#define TREND_SHARE 0.62

typedef struct {
  const NidaDonorFigures *figures;
  NidaQuery              *question;
  const char             *donor;
  NidaLanguage           *language;
  GArray                 *sections;
} Charts;

static void
section_clear (gpointer data)
{
  NidaDonorSection *section = data;

  for (guint i = 0; i < section->n; i++)
    nida_chart_spec_free (section->cells[i].spec);
}

/* @query is consumed. */
static NidaChartSpec *
new_spec (NidaChartKind  kind,
          NidaMeasure    measure,
          NidaField      by,
          NidaQuery     *query)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  nida_query_unref (spec->query);
  spec->query = query;
  spec->measure = measure;
  query->measures = 1u << measure;
  if (by != NIDA_FIELD_NONE)
    query->by[query->n_by++] = (NidaGroupBy) { by, NIDA_STEP_NONE };
  return spec;
}

static void
add_cell (NidaDonorSection *section,
          NidaChartSpec    *spec,
          const char       *title,
          double            share)
{
  spec->title = g_strdup (title);
  section->cells[section->n++] = (NidaDonorCell) { spec, share };
}

static NidaChartSpec *
column (Charts      *charts,
        NidaField    by,
        NidaMeasure  measure)
{
  NidaQuery *query = nida_donor_question_of_one (charts->question, charts->donor);
  NidaChartSpec *spec = new_spec (NIDA_CHART_RANKING, measure, by, query);

  spec->names_above = TRUE;
  return spec;
}

/* A year that was asked for is seen among the others. */
static void
add_trend (Charts *charts)
{
  const NidaDonorFigures *figures = charts->figures;
  gboolean pledges = figures->pledged_by != NIDA_FIELD_NONE && figures->pledged > 0;
  NidaDonorSection section = { .weight = 0.9 };
  NidaQuery *query = nida_donor_question_of_one (charts->question, charts->donor);

  nida_query_clear_filter (query, NIDA_FIELD_DATE);
  add_cell (&section, new_spec (NIDA_CHART_TIMELINE, figures->measure, NIDA_FIELD_NONE, query), NULL, pledges ? TREND_SHARE : 1);
  if (pledges)
    add_cell (&section, column (charts, figures->pledged_by, NIDA_MEASURE_PLEDGED), _("Pledges open"), 1 - TREND_SHARE);
  g_array_append_val (charts->sections, section);
}

static void
add_columns (Charts *charts)
{
  /* Translators: titles of lists on a page about a donor: of countries, clusters or objectives, recipients, appeals */
  const char *titles[NIDA_DONOR_N_SPLITS] = { _("Where it goes"), _("What it is for"), _("Who receives it"), _("Which appeals") };
  NidaDonorSection section = { .weight = 1 };
  guint n = 0;

  for (guint i = 0; i < NIDA_DONOR_N_SPLITS; i++)
    n += charts->figures->splits >> i & 1;
  for (guint i = 0; i < NIDA_DONOR_N_SPLITS; i++)
    if (charts->figures->splits >> i & 1)
      add_cell (&section, column (charts, nida_donor_split_field (i), charts->figures->measure), titles[i], 1.0 / n);
  if (n > 0)
    g_array_append_val (charts->sections, section);
}

static NidaChartSpec *
ranking (Charts *charts)
{
  NidaChartSpec *spec = new_spec (NIDA_CHART_RANKING, charts->figures->measure, NIDA_FIELD_DONOR,
                                  nida_donor_question_of_all (charts->question));

  spec->pinned = g_strdup (charts->figures->name);
  return spec;
}

static void
add_peers (Charts *charts)
{
  const NidaDonorFigures *figures = charts->figures;
  g_autofree char *peers = NULL, *group = NULL;
  NidaDonorSection section = { .weight = 1.1 };

  if (figures->n_donors < 2)
    return;
  add_cell (&section, ranking (charts), _("The largest donors"), figures->group != NULL ? 0.5 : 1);
  if (figures->group != NULL)
    {
      NidaChartSpec *spec = ranking (charts);

      group = nida_words_name (charts->language, figures->group_field, figures->group, figures->group_arabic);
      /* Translators: how a donor stands in a group of donors (GCC) or in its type (governments): "Among its peers: GCC" */
      peers = g_strdup_printf (_("Among its peers: %s"), group);
      nida_query_clear_filter (spec->query, figures->group_field);
      nida_query_add_filter (spec->query, figures->group_field, figures->group);
      add_cell (&section, spec, peers, 0.5);
    }
  g_array_append_val (charts->sections, section);
}

GArray *
nida_donor_charts_sections (const NidaDonorFigures *figures,
                            NidaQuery              *question,
                            const char             *donor,
                            NidaLanguage           *language)
{
  Charts charts = { figures, question, donor, language, g_array_new (FALSE, FALSE, sizeof (NidaDonorSection)) };

  g_array_set_clear_func (charts.sections, section_clear);
  if (figures->total != NIDA_MONEY_NONE && figures->total != 0)
    {
      add_trend (&charts);
      add_columns (&charts);
      add_peers (&charts);
    }
  return charts.sections;
}

NidaChartSpec *
nida_donor_charts_figure (NidaMeasure  measure,
                          NidaQuery   *question,
                          const char  *donor)
{
  NidaQuery *query = donor != NULL ? nida_donor_question_of_one (question, donor) : nida_donor_question_of_all (question);

  return new_spec (NIDA_CHART_NUMBER, measure, NIDA_FIELD_NONE, query);
}
