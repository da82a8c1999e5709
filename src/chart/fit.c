/* Does a kind of chart fit a question? Few names and many, one date and many, parts of a sum and shares: the rules of who
 * teaches charts, as one list. */
#include "config.h"

#include "fit.h"

#include "chart-groups.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

#define UNSEEN 500      /* millionths: less than half a point of a large chart */

/* --- what the data hold --- */

static NidaCube *
ask (NidaLocalEngine     *engine,
     const NidaChartSpec *spec,
     NidaGroupBy          by)
{
  g_autoptr (NidaQuery) query = nida_query_copy (spec->query);

  query->n_by = 0;
  if (by.field != NIDA_FIELD_NONE)
    query->by[query->n_by++] = by;
  query->measures = 1u << spec->measure;
  query->fact_kinds = 0;
  return nida_local_engine_query (engine, query, NULL);
}

static NidaField
usual_field (NidaMeasure measure)
{
  return nida_measure_is_of_needs (measure) ? NIDA_FIELD_APPEAL : NIDA_FIELD_DONOR;
}

static guint
count_figures (NidaCube    *cube,
               NidaMeasure  measure)
{
  guint n = 0;

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      n += !nida_cube_get_item (cube, 0, cell->item[0])->not_stated && cell->values[measure] != NIDA_MONEY_NONE && cell->values[measure] != 0;
    }
  return n;
}

static void
look_at_names (NidaSubject *self,
               NidaCube    *cube,
               NidaMeasure  measure)
{
  NidaMoney total = cube != NULL ? nida_cube_get_total (cube)->values[measure] : NIDA_MONEY_NONE, most = 0, below = 0;

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (cell->values[measure] == NIDA_MONEY_NONE)
        continue;
      self->negative |= cell->values[measure] < 0;
      below = nida_money_plus (below, MIN (cell->values[measure], 0));
      if (!nida_cube_get_item (cube, 0, cell->item[0])->not_stated)
        most = MAX (most, cell->values[measure]);
    }
  self->corrections = total != NIDA_MONEY_NONE && total > 0 ? ABS (nida_money_share (below, total)) : G_MAXINT64;
  self->largest = total != NIDA_MONEY_NONE && total > 0 ? nida_money_share (most, total) : 0;
}

static void
look_at_total (NidaSubject *self,
               NidaCube    *total,
               NidaMeasure  measure)
{
  if (total == NULL)
    return;
  self->stated = nida_cube_get_total (total)->values[measure] != NIDA_MONEY_NONE && nida_cube_get_total (total)->values[measure] != 0;
  for (NidaKind kind = NIDA_KIND_NONE + 1; kind < NIDA_N_KINDS; kind++)
    if (nida_cube_has_kind (total, kind))
      self->kinds |= NIDA_KIND_BIT (kind);
}

/**
 * nida_subject_init:
 * @self: (out caller-allocates): filled
 * @engine: asked a few questions, waiting
 * @spec: the question
 */
void
nida_subject_init (NidaSubject         *self,
                   NidaLocalEngine     *engine,
                   const NidaChartSpec *spec)
{
  g_autoptr (NidaCube) total = ask (engine, spec, (NidaGroupBy) { NIDA_FIELD_NONE, NIDA_STEP_NONE });
  g_autoptr (NidaCube) years = ask (engine, spec, (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_YEAR });
  g_autoptr (NidaCube) periods = ask (engine, spec, (NidaGroupBy) { NIDA_FIELD_DATE, spec->step != NIDA_STEP_NONE ? spec->step : NIDA_STEP_MONTH });

  *self = (NidaSubject) { 0 };
  for (guint i = 0; i < spec->query->n_by; i++)
    if (spec->query->by[i].field == NIDA_FIELD_DATE)
      self->dated = TRUE;
    else if (self->n_fields < G_N_ELEMENTS (self->field))
      self->field[self->n_fields++] = spec->query->by[i].field;
  if (self->n_fields == 0)
    self->field[0] = usual_field (spec->measure);
  look_at_total (self, total, spec->measure);
  self->n_years = count_figures (years, spec->measure);
  self->n_periods = count_figures (periods, spec->measure);
  for (guint i = 0; i < MAX (self->n_fields, 1); i++)
    {
      g_autoptr (NidaCube) names = ask (engine, spec, (NidaGroupBy) { self->field[i], NIDA_STEP_NONE });

      self->n_names[i] = count_figures (names, spec->measure);
      if (i == 0)
        look_at_names (self, names, spec->measure);
    }
}

/* --- does it fit --- */

static char *
lacks_stock (NidaKind kind)
{
  switch (kind)
    {
    case NIDA_KIND_REQUIREMENT:
      return g_strdup (_("These data have no requirements."));
    case NIDA_KIND_EVENT:
      return g_strdup (_("These data have no events."));
    default:
      return g_strdup (_("These data have no indicator."));
    }
}

static char *
lacks_names (const NidaChartTraits *traits,
             const NidaSubject     *subject)
{
  if (subject->n_names[0] == 0)
    /* Translators: %s is the name of a field, such as "Donor" */
    return g_strdup_printf (_("No amount names anything in the field “%s”."), nida_words_field (subject->field[0]));
  if (subject->n_names[0] < traits->min_names)
    return g_strdup (_("There is only one name, and it compares several."));
  return NULL;
}

static char *
lacks_periods (const NidaChartTraits *traits,
               const NidaChartSpec   *spec,
               const NidaSubject     *subject)
{
  guint n = traits->years && spec->step == NIDA_STEP_NONE ? subject->n_years : subject->n_periods;

  if (n >= traits->min_periods)
    return NULL;
  if (n == 0)
    return g_strdup (_("No amount has a date."));
  return g_strdup (_("All amounts are of one period, and it compares several."));
}

/**
 * nida_chart_kind_fits:
 *
 * Returns: (transfer full) (nullable): %NULL where it fits, else why not
 */
char *
nida_chart_kind_fits (NidaChartKind        kind,
                      const NidaChartSpec *spec,
                      const NidaSubject   *subject)
{
  const NidaChartTraits *traits = nida_chart_kind_get_traits (kind);
  char *why = NULL;

  if (traits->stock != NIDA_KIND_NONE)
    return subject->kinds & NIDA_KIND_BIT (traits->stock) ? NULL : lacks_stock (traits->stock);
  if (!subject->stated)
    /* Translators: %s is a measure, such as "Pledged" */
    return g_strdup_printf (_("These data have no figure for “%s”."), nida_words_measure (spec->measure));
  if (traits->additive && !nida_measure_is_additive (spec->measure))
    /* Translators: %s is a measure, "Coverage" or "Gap" */
    return g_strdup_printf (_("It shows parts of a sum, and “%s” is not added up."), nida_words_measure (spec->measure));
  if (traits->additive && subject->negative && !(traits->corrections && subject->corrections <= UNSEEN))
    return g_strdup (_("Some amounts are negative, which no part of a whole can be."));
  if (kind == NIDA_CHART_TILE_MAP && subject->n_fields > 0 && !nida_field_is_place (subject->field[0]))
    return g_strdup (_("A map needs countries, those that received or those of the donors, or regions."));
  if (traits->min_names > 0)
    why = lacks_names (traits, subject);
  return why != NULL ? why : lacks_periods (traits, spec, subject);
}

/* --- which fits best --- */

/* How well @kind shows what was asked for; higher is better, and @reason says why. 0 says nothing of its own. */
static int
judge (NidaChartKind        kind,
       const NidaChartSpec *spec,
       const NidaSubject   *subject,
       const char         **reason)
{
  guint names = subject->n_names[0];
  gboolean needs = spec->measure == NIDA_MEASURE_COVERAGE || spec->measure == NIDA_MEASURE_GAP || spec->measure == NIDA_MEASURE_REQUIREMENT;
  gboolean crossed = subject->n_fields == 2;
  gboolean over_time = subject->dated || spec->step != NIDA_STEP_NONE;

#define SAY(points, words) G_STMT_START { *reason = (words); return (points); } G_STMT_END
  switch ((int) kind)
    {
    case NIDA_CHART_COVERAGE:
      if (needs)
        SAY (95, _("Requirements are best seen with what is received of them."));
      break;
    case NIDA_CHART_WATERFALL:
      if (spec->measure == NIDA_MEASURE_GAP)
        SAY (90, _("It leads from the requirement to the gap."));
      break;
    case NIDA_CHART_HEATMAP:
      if (crossed)
        SAY (100, _("Two fields are crossed."));
      if (over_time && names > 5)
        SAY (75, _("Many names over time: lines would cross too often."));
      break;
    case NIDA_CHART_SANKEY:
      if (crossed && !over_time)
        SAY (80, _("Money goes from one name to another."));
      break;
    case NIDA_CHART_LINE:
      if (over_time && !crossed && names <= 5 && subject->n_years >= 3)
        SAY (90, _("A few names over time."));
      break;
    case NIDA_CHART_AREA:
      if (over_time && !crossed && names <= 5 && subject->n_years >= 3)
        SAY (80, _("The sum over time, and what each name adds to it."));
      break;
    case NIDA_CHART_SLOPE:
      if (over_time && subject->n_years == 2)
        SAY (85, _("Two dates are compared."));
      break;
    case NIDA_CHART_BUMP:
      if (over_time && !crossed && names > 5 && subject->n_years >= 3)
        SAY (65, _("Many names over time, by their rank."));
      break;
    case NIDA_CHART_TIMELINE:
      if (over_time || subject->n_fields == 0)
        SAY (70, _("Money comes at dates: columns show when."));
      break;
    case NIDA_CHART_PARTS:
      if (!over_time && !crossed && subject->n_fields == 1 && names >= 2 && names <= 6)
        SAY (80, _("A few parts make up the sum."));
      break;
    case NIDA_CHART_WAFFLE:
      if (!over_time && !crossed && subject->n_fields == 1 && names >= 2 && names <= 5)
        SAY (60, _("A few parts, each as squares that can be counted."));
      break;
    case NIDA_CHART_TREEMAP:
      if (!over_time && !crossed && names > 8)
        SAY (70, _("Many parts make up the sum."));
      break;
    case NIDA_CHART_RANKING:
      if (!over_time && !crossed && subject->n_fields == 1 && names > 6)
        SAY (85, _("Many names: bars compare them best."));
      if (!crossed && subject->n_fields == 1)
        SAY (65, _("Bars compare names best."));
      break;
    case NIDA_CHART_TILE_MAP:
      if (!over_time && !crossed && subject->n_fields == 1 && names > 2)
        SAY (75, _("Each place stands where it is in the world."));
      break;
    case NIDA_CHART_NUMBER:
      if (subject->n_fields == 0 && !over_time)
        SAY (60, _("Nothing is split: one figure says it."));
      break;
    default:
      break;
    }
#undef SAY
  return 0;
}

static int
compare_suggestions (gconstpointer a,
                     gconstpointer b)
{
  const NidaSuggestion *x = *(NidaSuggestion * const *) a, *y = *(NidaSuggestion * const *) b;

  return x->score != y->score ? y->score - x->score : (int) x->kind - (int) y->kind;
}

static void
suggestion_free (gpointer data)
{
  NidaSuggestion *self = data;

  g_free (self->reason);
  g_free (self);
}

/**
 * nida_chart_suggest:
 *
 * Returns: (transfer full) (element-type NidaSuggestion): kinds that fit the question, the best first
 */
GPtrArray *
nida_chart_suggest (const NidaChartSpec *spec,
                    const NidaSubject   *subject)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (suggestion_free);

  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      g_autofree char *why_not = nida_chart_kind_fits (kind, spec, subject);
      const NidaChartTraits *traits = nida_chart_kind_get_traits (kind);
      const char *reason = NULL;
      NidaSuggestion *suggestion;

      /* what has no name of its own, or cannot show all that was chosen, is no answer to the question */
      if (why_not != NULL || traits->max_fields < subject->n_fields)
        continue;
      suggestion = g_new0 (NidaSuggestion, 1);
      suggestion->kind = kind;
      suggestion->score = judge (kind, spec, subject, &reason);
      suggestion->reason = g_strdup (reason != NULL ? reason : nida_chart_kind_get_purpose (kind));
      g_ptr_array_add (list, suggestion);
    }
  g_ptr_array_sort (list, compare_suggestions);
  return list;
}
