/* What a card says of its figure. Absent is not zero: without a source there is a dash and no comparison. */
#include "config.h"

#include "chart.h"
#include "figure.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

NidaCube *
nida_figure_cube (NidaRecipe *recipe,
                  guint       index)
{
  return index < recipe->cubes->len ? nida_recipe_cube (recipe, index) : NULL;
}

gint64
nida_figure_total_of (NidaCube   *cube,
                      NidaMeasure measure)
{
  const NidaCubeCell *total = cube != NULL ? nida_cube_get_total (cube) : NULL;

  return total != NULL ? total->values[measure] : NIDA_MONEY_NONE;
}

static gboolean
holds_any (NidaCube *cube,
           guint     kinds)
{
  for (guint kind = NIDA_KIND_NONE + 1; kind < NIDA_N_KINDS; kind++)
    if ((kinds & NIDA_KIND_BIT (kind)) != 0 && nida_cube_has_kind (cube, kind))
      return TRUE;
  return FALSE;
}

/* A sum of no rows is no zero. */
static gboolean
in_sources (NidaCube   *cube,
            NidaMeasure measure)
{
  const guint received = NIDA_KIND_BIT (NIDA_KIND_PAID) | NIDA_KIND_BIT (NIDA_KIND_COMMITMENT);

  switch ((int) measure)
    {
    case NIDA_MEASURE_RECEIVED: return holds_any (cube, received);
    case NIDA_MEASURE_PAID: return holds_any (cube, NIDA_KIND_BIT (NIDA_KIND_PAID));
    case NIDA_MEASURE_COMMITTED: return holds_any (cube, NIDA_KIND_BIT (NIDA_KIND_COMMITMENT));
    case NIDA_MEASURE_PLEDGED: return holds_any (cube, NIDA_KIND_BIT (NIDA_KIND_PLEDGE));
    case NIDA_MEASURE_REPORTED: return holds_any (cube, NIDA_KIND_BIT (NIDA_KIND_REPORTED));
    case NIDA_MEASURE_REQUIREMENT: return holds_any (cube, NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT));
    case NIDA_MEASURE_GAP:
    case NIDA_MEASURE_COVERAGE:
      return holds_any (cube, NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT))
             && holds_any (cube, received | NIDA_KIND_BIT (NIDA_KIND_REPORTED));
    default: return TRUE;
    }
}

/* What the figure itself shows: a dash where this is none. */
static NidaMoney
known_total (NidaCube   *total,
             NidaMeasure measure)
{
  return in_sources (total, measure) ? nida_figure_total_of (total, measure) : NIDA_MONEY_NONE;
}

gboolean
nida_chart_number_is_known (const NidaChartSpec *spec,
                            GPtrArray           *cubes)
{
  NidaCube *total = cubes->len > NIDA_FIGURE_TOTAL ? g_ptr_array_index (cubes, NIDA_FIGURE_TOTAL) : NULL;

  if (total == NULL)
    return FALSE;
  return known_total (total, spec->measure) != NIDA_MONEY_NONE ||
         (spec->measure == NIDA_MEASURE_REQUIREMENT && nida_describe_stated (total) != NULL);
}

/* The stated total stands for the whole when it is about these rows and no others. */
static void
take_stated (NidaFigure *self,
             NidaCube   *cube)
{
  const NidaFact *stated = self->value != NIDA_MONEY_NONE ? nida_describe_stated_of (cube, self->value) : nida_describe_stated (cube);

  if (self->measure != NIDA_MEASURE_REQUIREMENT || stated == NULL)
    return;
  self->stated = stated;
  self->computed = self->value;
  self->value = stated->amount;
  if (self->year == 0 && stated->period.start.precision != NIDA_PRECISION_NONE && !nida_period_is_span (stated->period))
    self->year = nida_date_year (stated->period.start);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return ((const NidaYearValue *) a)->year - ((const NidaYearValue *) b)->year;
}

/* Years after the one that is asked for, or after the last day of the data, are plans: they are no part of a trend. */
static void
take_years (NidaFigure *self,
            NidaCube   *cube)
{
  const NidaDate as_of = self->recipe->context->as_of;
  int last = self->year > 0 ? self->year : as_of.precision != NIDA_PRECISION_NONE ? nida_date_year (as_of) : G_MAXINT;

  self->years = g_array_new (FALSE, FALSE, sizeof (NidaYearValue));
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);
      NidaYearValue point = { nida_date_year (item->period.start), cell->values[self->measure] };

      if (!item->not_stated && !nida_period_is_span (item->period) && point.value != NIDA_MONEY_NONE
          && point.year <= last)
        g_array_append_val (self->years, point);
    }
  g_array_sort (self->years, compare_years);
}

void
nida_figure_init (NidaFigure *self,
                  NidaRecipe *recipe)
{
  NidaCube *total = nida_recipe_cube (recipe, NIDA_FIGURE_TOTAL);

  *self = (NidaFigure) { .recipe = recipe, .measure = recipe->spec->measure, .computed = NIDA_MONEY_NONE };
  self->year = nida_describe_year (nida_cube_get_query (total));
  self->value = known_total (total, self->measure);
  take_stated (self, total);
  take_years (self, nida_figure_cube (recipe, NIDA_FIGURE_YEARS));
}

void
nida_figure_clear (NidaFigure *self)
{
  g_clear_pointer (&self->years, g_array_unref);
}

char *
nida_figure_year (NidaFigure *self,
                  int         year)
{
  return nida_language_date (self->recipe->context->language, nida_date_new_year (year), NIDA_DATE_MEDIUM);
}

/* The only value of whether it is due that the card asks for; NULL where there is none. */
const char *
nida_figure_due (NidaFigure *self)
{
  const char * const *values;
  NidaQuery *query = self->recipe->spec->query;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_DUE)
      return values[0] != NULL && values[1] == NULL ? values[0] : NULL;
  return NULL;
}

/* NULL where the measure has no words of its own for it. */
static const char *
due_label (NidaFigure *self)
{
  const char *due = nida_figure_due (self);
  gboolean pledged = self->measure == NIDA_MEASURE_PLEDGED;

  if (due == NULL || (!pledged && self->measure != NIDA_MEASURE_COMMITTED))
    return NULL;
  if (g_str_equal (due, "overdue"))
    /* Translators: name of a card: what should have been paid already */
    return pledged ? _("Overdue pledges") : _("Overdue commitments");
  if (g_str_equal (due, "soon"))
    return pledged ? _("Pledges due within 30 days") : _("Commitments due within 30 days");
  return NULL;
}

char *
nida_figure_label (NidaFigure *self)
{
  g_autofree char *year = self->year > 0 ? nida_figure_year (self, self->year) : NULL;
  g_autofree char *label = NULL;

  if (self->recipe->spec->title != NULL)
    return g_strdup (self->recipe->spec->title);
  if (due_label (self) != NULL)
    return g_strdup (due_label (self));
  /* Translators: a measure and a year: "Requirements 2026" */
  label = year != NULL ? g_strdup_printf (_("%1$s %2$s"), nida_words_measure (self->measure), year)
                       : g_strdup (nida_words_measure (self->measure));
  /* Translators: "Requirements 2024, as stated": the source names the total itself */
  return self->stated != NULL ? g_strdup_printf (_("%s, as stated"), label) : g_steal_pointer (&label);
}

static void
percent_words (NidaFigure *self,
               gint64      ratio,
               char      **number,
               char      **unit)
{
  g_autofree char *sign = NULL;

  nida_language_percent_parts (self->recipe->context->language, ratio, number, &sign);
  /* Translators: after a large number: "17.9" "% of requirements"; %s is the percent sign */
  *unit = g_strdup_printf (_("%s of requirements"), sign);
}

void
nida_figure_words (NidaFigure *self,
                   char      **number,
                   char      **unit)
{
  NidaRecipe *recipe = self->recipe;
  const NidaMoney *inside = recipe->context->inside;
  g_autofree char *bare = NULL;

  *unit = NULL;
  if (inside != NULL && *inside == NIDA_MONEY_NONE)
    *number = g_strdup ("—");
  else if (inside != NULL && self->measure == NIDA_MEASURE_COVERAGE)
    percent_words (self, *inside, number, unit);
  else if (inside != NULL && self->measure != NIDA_MEASURE_COUNT)
    nida_language_money_parts (recipe->context->language, *inside, nida_recipe_currency (recipe), number, unit);
  else if (inside != NULL)
    *number = nida_language_integer (recipe->context->language, *inside);
  else if (self->value == NIDA_MONEY_NONE)
    *number = g_strdup ("—");
  else if (self->measure == NIDA_MEASURE_COVERAGE)
    percent_words (self, self->value, number, unit);
  else if (self->measure == NIDA_MEASURE_COUNT)
    *number = nida_language_integer (recipe->context->language, self->value);
  else
    {
      nida_language_money_parts (recipe->context->language, self->value, nida_recipe_currency (recipe), &bare, unit);
      if (self->stated != NULL)
        *number = nida_language_qualified (recipe->context->language, self->stated->qualifier, bare);
      else
        *number = nida_describe_qualified (recipe, nida_recipe_cube (recipe, NIDA_FIGURE_TOTAL),
                                           self->measure == NIDA_MEASURE_REPORTED ? NIDA_KIND_REPORTED : NIDA_KIND_NONE,
                                           bare);
    }
  if (*unit == NULL)
    *unit = g_strdup ("");
}

char *
nida_figure_exact (NidaFigure *self)
{
  return nida_recipe_value_exact (self->recipe, self->measure, self->value);
}

char *
nida_figure_as_of (NidaFigure *self)
{
  g_autofree char *day = NULL;

  if (self->recipe->context->as_of.precision == NIDA_PRECISION_NONE)
    return NULL;
  day = nida_language_date (self->recipe->context->language, self->recipe->context->as_of, NIDA_DATE_MEDIUM);
  return g_strdup_printf (_("as of %s"), day);
}
