/* From cube to columns: which series, which step, what is gathered before an axis break, what lies over a span.
 *
 * The rules are those of charts.md 2.1 c and formats.md 1 and 11: coarse dates and spans are never split, what remains
 * of a stated total is reckoned here and stored nowhere. */
#include "config.h"

#include "timeline-data.h"

#include "no-figure.h"
#include "timeline-periods.h"

typedef struct {
  NidaTimeline  *timeline;
  NidaCube      *cube;
  NidaLanguage  *language;
  const guint   *series_of;    /* by item of the second dimension; NULL without a split */
  NidaSharedScale *shared;     /* with other small charts, or NULL */
} Reader;

/**
 * nida_money_join:
 *
 * Returns: the sum of two amounts of which either may be missing
 */
NidaMoney
nida_money_join (NidaMoney a,
                 NidaMoney b)
{
  NidaMoney sum;

  if (a == NIDA_MONEY_NONE)
    return b;
  if (b == NIDA_MONEY_NONE)
    return a;
  /* the engine has already checked the sum of all; parts of mixed sign stay inside it but for absurd data */
  return nida_money_add (a, b, &sum) ? sum : (a > 0 ? G_MAXINT64 : G_MININT64 + 1);
}

static NidaColor
color_of_measure (NidaMeasure measure)
{
  switch (measure)
    {
    case NIDA_MEASURE_PLEDGED:
      return NIDA_COLOR_PLEDGED;
    case NIDA_MEASURE_GAP:
    case NIDA_MEASURE_REQUIREMENT:
      return NIDA_COLOR_GAP;
    case NIDA_MEASURE_COUNT:
      return NIDA_COLOR_OTHER;
    default:
      return NIDA_COLOR_RECEIVED;
    }
}

/* --- groups of the cube ------------------------------------------------------------------------------------------ */

static guint
series_of_cell (Reader             *reader,
                const NidaCubeCell *cell)
{
  return reader->series_of != NULL ? reader->series_of[cell->item[1]] : 0;
}

/* A count of flows holds those without an amount, too. */
static guint64
unvalued_of (const Reader       *reader,
             const NidaCubeCell *cell)
{
  return reader->timeline->measure == NIDA_MEASURE_COUNT ? 0 : cell->unvalued;
}

static void
add_to_slot (Reader             *reader,
             NidaTimelineSlot   *slot,
             const NidaCubeCell *cell)
{
  NidaMoney value = cell->values[reader->timeline->measure];
  NidaMoney *part = &slot->parts[series_of_cell (reader, cell)];

  slot->total = nida_money_join (slot->total, value);
  *part = nida_money_join (*part, value == NIDA_MONEY_NONE ? 0 : value);
  slot->requirement = nida_money_join (slot->requirement, cell->values[NIDA_MEASURE_REQUIREMENT]);
  slot->flows += cell->flows;
  slot->unvalued += unvalued_of (reader, cell);
  slot->unknown |= nida_no_figure_is_unknown (cell, reader->timeline->measure);
}

static void
add_to_band (Reader             *reader,
             NidaPeriod          period,
             const NidaCubeCell *cell)
{
  NidaMoney value = cell->values[reader->timeline->measure];
  GArray *bands = reader->timeline->bands;
  NidaTimelineBand *band = NULL;

  if (value == NIDA_MONEY_NONE || (value == 0 && cell->flows == 0))
    return;
  for (guint i = 0; i < bands->len && band == NULL; i++)
    if (nida_period_compare (g_array_index (bands, NidaTimelineBand, i).period, period) == 0)
      band = &g_array_index (bands, NidaTimelineBand, i);
  if (band == NULL)
    {
      NidaTimelineBand empty = { .period = period };

      g_array_append_val (bands, empty);
      band = &g_array_index (bands, NidaTimelineBand, bands->len - 1);
    }
  band->amount = nida_money_join (band->amount, value);
  band->flows += cell->flows;
  band->unvalued += unvalued_of (reader, cell);
}

static gboolean
is_bare (const NidaTimelineSlot *slot)
{
  return !slot->undated && slot->flows == 0 && (slot->total == NIDA_MONEY_NONE || slot->total == 0);
}

/* Years before the first and after the last money that only have a requirement say nothing about money received. */
static void
drop_bare_ends (GArray *groups)
{
  while (groups->len > 0 && is_bare (&g_array_index (groups, NidaTimelineSlot, groups->len - 1)))
    g_array_set_size (groups, groups->len - 1);
  while (groups->len > 0 && is_bare (&g_array_index (groups, NidaTimelineSlot, 0)))
    g_array_remove_index (groups, 0);
}

/* The group of @period, which is the last one or comes after it. */
static NidaTimelineSlot *
open_group (GArray     *groups,
            NidaPeriod  period)
{
  NidaTimelineSlot slot;

  if (groups->len == 0
      || nida_period_compare (g_array_index (groups, NidaTimelineSlot, groups->len - 1).period, period) != 0)
    {
      nida_timeline_slot_init (&slot, period);
      g_array_append_val (groups, slot);
    }
  return &g_array_index (groups, NidaTimelineSlot, groups->len - 1);
}

/* Cells come in the order of their items, so the groups of one step come together, and what is true of a date is
 * reckoned once for all names. */
static GArray *
read_groups (Reader  *reader,
             NidaStep step)
{
  NidaTimeline *self = reader->timeline;
  NidaStep asked = nida_cube_get_query (reader->cube)->by[0].step;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (NidaTimelineSlot));
  NidaTimelineSlot undated, *slot = NULL;
  NidaPeriod period = { NIDA_DATE_NONE, NIDA_DATE_NONE };
  guint n = nida_cube_get_n_cells (reader->cube), item_of_slot = G_MAXUINT;
  gboolean shown = TRUE;

  g_array_set_size (self->bands, 0);
  nida_timeline_slot_init (&undated, period);
  undated.undated = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (reader->cube, i);

      if (cell->item[0] != item_of_slot)
        {
          const NidaCubeItem *item = nida_cube_get_item (reader->cube, 0, cell->item[0]);

          item_of_slot = cell->item[0];
          period = item->period;
          shown = nida_timeline_shows (self, period);
          if (!shown)
            continue;
          if (asked != step && !item->not_stated && !nida_period_is_span (period))
            period = nida_period_of_step (period.start, step, self->fiscal_start);
          slot = item->not_stated ? &undated
               : nida_period_fits_step (period, step, self->fiscal_start) ? open_group (groups, period) : NULL;
        }
      if (!shown)
        continue;
      if (slot != NULL)
        add_to_slot (reader, slot, cell);
      else
        add_to_band (reader, period, cell);
    }
  if (nida_timeline_is_funding (self->measure))
    drop_bare_ends (groups);
  self->has_undated = undated.flows > 0 || (undated.total != NIDA_MONEY_NONE && undated.total != 0);
  if (self->has_undated)
    g_array_append_val (groups, undated);
  return groups;
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

/* Spans and statements must lie on the axis, so it grows to hold them; events may lengthen it by a quarter. */
static void
widen (NidaTimeline *self,
       gint32       *first,
       gint32       *last)
{
  gboolean any = *first <= *last;
  gint32 margin;

  for (guint i = 0; i < self->bands->len; i++)
    {
      NidaPeriod period = nida_timeline_get_band (self, i)->period;

      *first = any ? MIN (*first, nida_period_first_day (period)) : nida_period_first_day (period);
      *last = any ? MAX (*last, nida_period_last_day (period)) : nida_period_last_day (period);
      any = TRUE;
    }
  margin = any ? (*last - *first) / 4 : 0;
  for (guint i = 0, n = self->events->len; any && i < n; i++)
    {
      const NidaFact *event = g_ptr_array_index (self->events, i);
      gint32 day = nida_period_first_day (event->period);

      if (day < *first && day >= *first - margin)
        margin -= *first - day, *first = day;
      else if (day > *last && day <= *last + margin)
        margin -= day - *last, *last = day;
    }
}

static NidaStepPlan
plan_step (Reader  *reader,
           NidaStep step,
           guint    max_slots,
           GArray **groups)
{
  NidaTimeline *self = reader->timeline;
  gint32 first = G_MAXINT32, last = G_MININT32;

  self->step = step;
  g_clear_pointer (groups, g_array_unref);
  *groups = read_groups (reader, step);
  nida_timeline_read_facts (self, reader->cube);
  nida_step_extent (*groups, &first, &last);
  widen (self, &first, &last);
  nida_shared_scale_days (reader->shared, &first, &last);
  /* what is gathered in one chart would be columns in the next */
  return nida_step_plan (*groups, first, last, step, self->fiscal_start, max_slots,
                         nida_timeline_is_sum (self->measure) && self->bands->len == 0 && reader->shared == NULL);
}

/* A step is too fine when much of the money has a date coarser than it. */
static gboolean
is_mostly_dated (NidaTimeline *self,
                 GArray       *groups)
{
  double dated = 0, coarse = 0;

  for (guint i = 0; i < groups->len; i++)
    if (g_array_index (groups, NidaTimelineSlot, i).total != NIDA_MONEY_NONE)
      dated += ABS ((double) g_array_index (groups, NidaTimelineSlot, i).total);
  for (guint i = 0; i < self->bands->len; i++)
    if (nida_timeline_get_band (self, i)->fact == NULL)
      coarse += ABS ((double) nida_timeline_get_band (self, i)->amount);
  return coarse * 10 <= dated;
}

/* The finest step whose columns fit; years when none does. */
static NidaStepPlan
find_step (Reader  *reader,
           guint    max_slots,
           GArray **groups)
{
  static const NidaStep steps[] = { NIDA_STEP_DAY, NIDA_STEP_MONTH, NIDA_STEP_QUARTER };
  NidaStep asked = nida_cube_get_query (reader->cube)->by[0].step;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= asked)
      {
        NidaStepPlan plan = plan_step (reader, steps[i], max_slots, groups);

        if (plan.fits && is_mostly_dated (reader->timeline, *groups))
          return plan;
      }
  return plan_step (reader, NIDA_STEP_YEAR, max_slots, groups);
}

/* Would what is gathered be the tallest column? Then it alone would be seen, and not what was asked for. */
static gboolean
gathers_most (GArray             *groups,
              const NidaStepPlan *plan)
{
  double past = 0, most = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const NidaTimelineSlot *slot = &g_array_index (groups, NidaTimelineSlot, i);
      double size = slot->undated || slot->total == NIDA_MONEY_NONE ? 0 : ABS ((double) slot->total);

      if (!slot->undated && nida_period_first_day (slot->period) < plan->first_kept)
        past += size;
      else
        most = MAX (most, size);
    }
  return past > most;
}

/* The step that was chosen; where its columns have no room and the past is no small one, the next that is coarser, as the subtitle
 * says: a larger chart shows the finer one. */
static NidaStepPlan
plan_chosen_step (Reader   *reader,
                  NidaStep  step,
                  guint     max_slots,
                  GArray  **groups)
{
  NidaStepPlan plan = plan_step (reader, step, max_slots, groups);

  while (!plan.empty && !plan.fits && step < NIDA_STEP_YEAR && !reader->timeline->cumulative && gathers_most (*groups, &plan))
    plan = plan_step (reader, ++step, max_slots, groups);
  return plan;
}

static void
read_columns (Reader              *reader,
              const NidaChartSpec *spec,
              guint                max_slots)
{
  g_autoptr (GArray) groups = NULL;
  NidaStepPlan plan = spec->step == NIDA_STEP_NONE ? find_step (reader, max_slots, &groups)
                                                   : plan_chosen_step (reader, spec->step, max_slots, &groups);

  g_array_set_size (reader->timeline->slots, 0);
  nida_timeline_read_slots (reader->timeline, groups, &plan);
}

static void
add_up (NidaTimeline *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      self->total = nida_money_join (self->total, nida_timeline_get_slot (self, i)->total);
      self->flows += nida_timeline_get_slot (self, i)->flows;
      self->unvalued += nida_timeline_get_slot (self, i)->unvalued;
    }
  for (guint i = 0; i < self->bands->len; i++)
    if (nida_timeline_get_band (self, i)->fact == NULL)
      {
        self->total = nida_money_join (self->total, nida_timeline_get_band (self, i)->amount);
        self->flows += nida_timeline_get_band (self, i)->flows;
        self->unvalued += nida_timeline_get_band (self, i)->unvalued;
      }
}

/* Where no gift is loaded but totals are, the totals are shown, and called what they are. */
static NidaMeasure
measure_of (NidaRecipe *recipe,
            NidaCube   *cube)
{
  gboolean reported = FALSE;

  if (recipe->spec->measure != NIDA_MEASURE_RECEIVED)
    return recipe->spec->measure;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (cell->flows > 0)
        return NIDA_MEASURE_RECEIVED;
      reported = reported || (cell->values[NIDA_MEASURE_REPORTED] != NIDA_MONEY_NONE
                              && cell->values[NIDA_MEASURE_REPORTED] != 0);
    }
  return reported ? NIDA_MEASURE_REPORTED : NIDA_MEASURE_RECEIVED;
}

/**
 * nida_timeline_new:
 * @max_slots: as many columns as there is room for; a chosen step shows more if they still can be told apart
 *
 * Reads the first cube of @recipe. Amounts stay exact, in thousandths of the display currency (coverage: millionths).
 */
NidaTimeline *
nida_timeline_new (NidaRecipe *recipe,
                   guint       max_slots)
{
  NidaTimeline *self = g_new0 (NidaTimeline, 1);
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  Reader reader = { self, cube, recipe->context->language, NULL, recipe->context->shared_scale };
  g_autofree guint *series_of = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->measure = measure_of (recipe, cube);
  self->fiscal_start = MAX (1, nida_cube_get_query (cube)->fiscal_start);
  self->cumulative = recipe->spec->stack == NIDA_STACK_CUMULATIVE && nida_timeline_is_sum (self->measure);
  self->slots = g_array_new (FALSE, FALSE, sizeof (NidaTimelineSlot));
  self->bands = g_array_new (FALSE, FALSE, sizeof (NidaTimelineBand));
  self->events = g_ptr_array_new ();
  self->disagreeing = g_ptr_array_new ();
  if (nida_cube_get_query (cube)->n_by > 1)
    {
      self->split = nida_timeline_split_field (recipe->spec);
      reader.series_of = series_of = nida_timeline_find_series (self, cube, reader.language, recipe->context->colors,
                                                               recipe->context->panel == NULL);
    }
  else
    nida_timeline_add_series (self, "all", NULL, color_of_measure (self->measure));
  read_columns (&reader, recipe->spec, max_slots);
  if (nida_timeline_misses_chosen (self, recipe->spec))
    {
      self->narrowed_to = recipe->spec;
      nida_timeline_uncount_rest (self);
      read_columns (&reader, recipe->spec, max_slots);
    }
  add_up (self);
  return self;
}

NidaTimeline *
nida_timeline_ref (NidaTimeline *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_timeline_unref (NidaTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_series; i++)
    {
      g_free (self->series[i].id);
      g_free (self->series[i].label);
    }
  g_array_unref (self->slots);
  g_array_unref (self->bands);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->disagreeing);
  g_free (self);
}

/**
 * nida_timeline_keep:
 * @recipe: that @self was made for
 *
 * Returns: (transfer full): both, when the chart is built and @recipe gone; for nida_timeline_let_go()
 */
NidaTimelineKept *
nida_timeline_keep (NidaTimeline *self,
                    NidaRecipe   *recipe)
{
  NidaTimelineKept *kept = g_new (NidaTimelineKept, 1);

  kept->recipe = nida_recipe_keep (recipe);
  kept->data = nida_timeline_ref (self);
  return kept;
}

void
nida_timeline_let_go (gpointer kept)
{
  NidaTimelineKept *self = kept;

  nida_timeline_unref (self->data);
  nida_recipe_let_go (self->recipe);
  g_free (self);
}

NidaTimelineSlot *
nida_timeline_get_slot (const NidaTimeline *self,
                        guint               index)
{
  return &g_array_index (self->slots, NidaTimelineSlot, index);
}

NidaTimelineBand *
nida_timeline_get_band (const NidaTimeline *self,
                        guint               index)
{
  return &g_array_index (self->bands, NidaTimelineBand, index);
}

guint
nida_timeline_get_n_dated (const NidaTimeline *self)
{
  return self->slots->len - (self->has_undated ? 1 : 0);
}

NidaTimelineSlot *
nida_timeline_get_largest (const NidaTimeline *self)
{
  NidaTimelineSlot *largest = NULL;

  for (guint i = 0; i < nida_timeline_get_n_dated (self); i++)
    {
      NidaTimelineSlot *slot = nida_timeline_get_slot (self, i);

      if (!slot->gathered && slot->total != NIDA_MONEY_NONE && slot->total > 0
          && (largest == NULL || slot->total > largest->total))
        largest = slot;
    }
  return largest;
}

guint
nida_timeline_count_ties (const NidaTimeline     *self,
                          const NidaTimelineSlot *slot)
{
  guint n = 0;

  for (guint i = 0; i < nida_timeline_get_n_dated (self); i++)
    {
      const NidaTimelineSlot *other = nida_timeline_get_slot (self, i);

      n += other != slot && !other->gathered && other->total == slot->total;
    }
  return n;
}

double
nida_timeline_locate (const NidaTimeline *self,
                      gint32              day)
{
  guint n = nida_timeline_get_n_dated (self);

  for (guint i = 0; i < n; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (self, i);
      gint32 first = nida_period_first_day (slot->period), last = nida_period_last_day (slot->period);

      if (day < first)
        return i;
      if (day <= last)
        return i + (double) (day - first) / (last - first + 1);
    }
  return n;
}

char *
nida_timeline_slot_id (const NidaTimelineSlot *slot)
{
  if (slot->undated)
    return g_strdup ("undated");
  return slot->gathered ? g_strdup ("before") : nida_period_to_string (slot->period);
}

/**
 * nida_timeline_split_field:
 *
 * Returns: the field whose names have the colours: the first of the question that is not a date; a running total is
 *   one line, without colours
 */
NidaField
nida_timeline_split_field (const NidaChartSpec *spec)
{
  if (spec->stack == NIDA_STACK_NONE || spec->stack == NIDA_STACK_CUMULATIVE || !nida_timeline_is_sum (spec->measure))
    return NIDA_FIELD_NONE;
  for (guint i = 0; i < spec->query->n_by; i++)
    if (spec->query->by[i].field != NIDA_FIELD_DATE && spec->query->by[i].field != NIDA_FIELD_USAGE_YEAR)
      return spec->query->by[i].field;
  return NIDA_FIELD_NONE;
}

/* Coverage is a ratio and a gap may be negative over several plans: neither is stacked nor gathered. */
gboolean
nida_timeline_is_sum (NidaMeasure measure)
{
  return measure != NIDA_MEASURE_COVERAGE && measure != NIDA_MEASURE_GAP;
}

/* What came, as against what was asked for: a requirement is its measure. */
gboolean
nida_timeline_is_funding (NidaMeasure measure)
{
  return measure == NIDA_MEASURE_RECEIVED || measure == NIDA_MEASURE_REPORTED;
}

gint32
nida_period_first_day (NidaPeriod period)
{
  return nida_date_first_day (period.start);
}

gint32
nida_period_last_day (NidaPeriod period)
{
  return nida_date_last_day (period.end);
}
