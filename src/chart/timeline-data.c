/* From cube to columns: which series, which step, what is gathered before an axis break, what lies over a span.
 *
 * The rules are those of charts.md 2.1 c and formats.md 1 and 11: coarse dates and spans are never split, what remains
 * of a stated total is reckoned here and stored nowhere. */
#include "config.h"

#include "timeline-data.h"

#include <glib/gi18n-lib.h>

#include "timeline-periods.h"

/* A reported total of more donors than this is a matter of the coverage chart. */
#define MAX_REMAINDERS 2
/* Names that are not stated, or several in one cell, get a series of their own from this share on. */
#define OWN_SERIES_PERCENT 3

typedef struct {
  NidaTimeline  *timeline;
  NidaCube      *cube;
  NidaLanguage  *language;
  const guint   *series_of;    /* by item of the second dimension; NULL without a split */
} Reader;

/* --- series ------------------------------------------------------------------------------------------------------- */

typedef struct {
  guint      item;
  NidaMoney  total;
} Weight;

static NidaMoney
add (NidaMoney a,
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

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Weight *x = a, *y = b;

  if (x->total != y->total)
    return x->total > y->total ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

static GArray *
weigh_items (Reader *reader)
{
  guint n = nida_cube_get_n_items (reader->cube, 1);
  GArray *weights = g_array_sized_new (FALSE, TRUE, sizeof (Weight), n);

  for (guint i = 0; i < n; i++)
    {
      Weight weight = { i, 0 };

      g_array_append_val (weights, weight);
    }
  for (guint i = 0; i < nida_cube_get_n_cells (reader->cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (reader->cube, i);
      Weight *weight = &g_array_index (weights, Weight, cell->item[1]);

      weight->total = add (weight->total, cell->values[reader->timeline->measure]);
    }
  g_array_sort (weights, compare_weights);
  return weights;
}

static gboolean
is_plain_name (const NidaCubeItem *item)
{
  return !item->not_stated && item->n_members <= 1;
}

static guint
add_series (NidaTimeline *self,
            const char   *id,
            char         *label,
            NidaColor     color)
{
  NidaTimelineSeries *series = &self->series[self->n_series];

  series->id = g_strdup (id);
  series->label = label;
  series->color = color;
  return self->n_series++;
}

/* The largest names take the hues that the document has not given away yet, and keep them. */
static void
pin_largest (Reader       *reader,
             NidaColorMap *colors,
             GArray       *weights)
{
  for (guint i = 0, pinned = 0; i < weights->len && pinned < 5; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (reader->cube, 1, g_array_index (weights, Weight, i).item);

      if (!is_plain_name (item) || g_array_index (weights, Weight, i).total <= 0)
        continue;
      nida_color_map_pin (colors, reader->timeline->split, item->name);
      pinned++;
    }
}

static void
add_hued_series (Reader       *reader,
                 NidaColorMap *colors,
                 GArray       *weights,
                 guint        *series_of)
{
  for (NidaColor hue = NIDA_COLOR_SERIES_1; hue <= NIDA_COLOR_SERIES_5; hue++)
    for (guint i = 0; i < weights->len; i++)
      {
        const Weight *weight = &g_array_index (weights, Weight, i);
        const NidaCubeItem *item = nida_cube_get_item (reader->cube, 1, weight->item);
        guint index;

        if (!is_plain_name (item) || weight->total == 0
            || nida_color_map_lookup (colors, reader->timeline->split, item->name) != hue)
          continue;
        index = add_series (reader->timeline, item->name,
                            nida_language_name (reader->language, item->name, item->arabic), hue);
        reader->timeline->series[index].name = item->name;
        reader->timeline->series[index].total = weight->total;
        reader->timeline->series[index].n_names = 1;
        series_of[weight->item] = index;
      }
}

typedef enum { GREY_OTHER, GREY_MULTIPLE, GREY_UNSTATED } Grey;

static Grey
grey_of (const NidaCubeItem *item,
         const Weight       *weight,
         NidaMoney           whole)
{
  if (item->n_members > 1)
    return GREY_MULTIPLE;
  return item->not_stated && weight->total >= whole / 100 * OWN_SERIES_PERCENT ? GREY_UNSTATED : GREY_OTHER;
}

static guint
begin_grey_series (NidaTimeline *self,
                   Grey          grey)
{
  guint index;

  switch (grey)
    {
    case GREY_UNSTATED:
      index = add_series (self, "not-stated", g_strdup (_("Not stated")), NIDA_COLOR_UNKNOWN);
      self->series[index].not_stated = TRUE;
      self->series[index].name = "";
      return index;
    case GREY_MULTIPLE:
      return add_series (self, "multiple", g_strdup (_("Several at once")), NIDA_COLOR_MULTIPLE);
    case GREY_OTHER:
    default:
      return add_series (self, "other", g_strdup (_("Other")), NIDA_COLOR_OTHER);
    }
}

/* What has no hue: all the others, several names in one cell, names that are not stated; in this order from the foot. */
static void
add_grey_series (Reader    *reader,
                 GArray    *weights,
                 guint     *series_of,
                 NidaMoney  whole,
                 Grey       grey)
{
  NidaTimeline *self = reader->timeline;
  guint series = G_MAXUINT;

  for (guint i = 0; i < weights->len; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);

      if (series_of[weight->item] != G_MAXUINT || weight->total == 0
          || grey_of (nida_cube_get_item (reader->cube, 1, weight->item), weight, whole) != grey)
        continue;
      if (series == G_MAXUINT)
        series = begin_grey_series (self, grey);
      self->series[series].total = add (self->series[series].total, weight->total);
      self->series[series].n_names++;
      series_of[weight->item] = series;
    }
}

/* The series of each item of the second dimension. */
static guint *
find_series (Reader       *reader,
             NidaColorMap *colors)
{
  guint n = nida_cube_get_n_items (reader->cube, 1);
  guint *series_of = g_new (guint, MAX (n, 1));
  g_autoptr (GArray) weights = weigh_items (reader);
  NidaMoney whole = 0;

  for (guint i = 0; i < n; i++)
    {
      series_of[i] = G_MAXUINT;
      whole = add (whole, MAX (0, g_array_index (weights, Weight, i).total));
    }
  pin_largest (reader, colors, weights);
  add_hued_series (reader, colors, weights, series_of);
  for (Grey grey = GREY_OTHER; grey <= GREY_UNSTATED; grey++)
    add_grey_series (reader, weights, series_of, whole, grey);
  if (reader->timeline->n_series == 0)
    add_series (reader->timeline, "all", NULL, NIDA_COLOR_RECEIVED);
  for (guint i = 0; i < n; i++)
    if (series_of[i] == G_MAXUINT)
      series_of[i] = reader->timeline->n_series - 1;
  return series_of;
}

static NidaColor
color_of_measure (NidaMeasure measure)
{
  switch (measure)
    {
    case NIDA_MEASURE_PLEDGED:
      return NIDA_COLOR_PLEDGED;
    case NIDA_MEASURE_GAP:
      return NIDA_COLOR_GAP;
    case NIDA_MEASURE_COUNT:
    case NIDA_MEASURE_REQUIREMENT:
      return NIDA_COLOR_OTHER;
    default:
      return NIDA_COLOR_RECEIVED;
    }
}

/* --- groups of the cube -------------------------------------------------------------------------------------------- */

static guint
series_of_cell (Reader             *reader,
                const NidaCubeCell *cell)
{
  return reader->series_of != NULL ? reader->series_of[cell->item[1]] : 0;
}

static void
add_to_slot (Reader             *reader,
             NidaTimelineSlot   *slot,
             const NidaCubeCell *cell)
{
  NidaMoney value = cell->values[reader->timeline->measure];
  NidaMoney *part = &slot->parts[series_of_cell (reader, cell)];

  slot->total = add (slot->total, value);
  *part = add (*part, value == NIDA_MONEY_NONE ? 0 : value);
  slot->requirement = add (slot->requirement, cell->values[NIDA_MEASURE_REQUIREMENT]);
  slot->flows += cell->flows;
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
  band->amount = add (band->amount, value);
  band->flows += cell->flows;
}

static void
slot_init (NidaTimelineSlot *slot,
           NidaPeriod        period)
{
  *slot = (NidaTimelineSlot) { .period = period, .total = NIDA_MONEY_NONE, .requirement = NIDA_MONEY_NONE };
}

/* Cells come in the order of their items, so the groups of one step come together. */
static GArray *
read_groups (Reader   *reader,
             NidaStep  step)
{
  NidaTimeline *self = reader->timeline;
  NidaStep asked = nida_cube_get_query (reader->cube)->by[0].step;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (NidaTimelineSlot));
  NidaTimelineSlot undated;

  g_array_set_size (self->bands, 0);
  slot_init (&undated, (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE });
  undated.undated = TRUE;
  for (guint i = 0; i < nida_cube_get_n_cells (reader->cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (reader->cube, i);
      const NidaCubeItem *item = nida_cube_get_item (reader->cube, 0, cell->item[0]);
      NidaPeriod period = item->period;

      if (item->not_stated)
        {
          add_to_slot (reader, &undated, cell);
          continue;
        }
      if (asked != step && !nida_period_is_span (period))
        period = nida_period_of_step (period.start, step, self->fiscal_start);
      if (!nida_period_fits_step (period, step, self->fiscal_start))
        {
          add_to_band (reader, period, cell);
          continue;
        }
      if (groups->len == 0
          || nida_period_compare (g_array_index (groups, NidaTimelineSlot, groups->len - 1).period, period) != 0)
        {
          NidaTimelineSlot slot;

          slot_init (&slot, period);
          g_array_append_val (groups, slot);
        }
      add_to_slot (reader, &g_array_index (groups, NidaTimelineSlot, groups->len - 1), cell);
    }
  if (self->measure == NIDA_MEASURE_RECEIVED)
    drop_bare_ends (groups);
  self->has_undated = undated.flows > 0 || (undated.total != NIDA_MONEY_NONE && undated.total != 0);
  if (self->has_undated)
    g_array_append_val (groups, undated);
  return groups;
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

/* --- slots --------------------------------------------------------------------------------------------------------- */

static void
merge_slot (NidaTimelineSlot       *into,
            const NidaTimelineSlot *slot,
            guint                   n_series)
{
  into->total = add (into->total, slot->total);
  into->flows += slot->flows;
  into->requirement = NIDA_MONEY_NONE;
  for (guint i = 0; i < n_series; i++)
    into->parts[i] = add (into->parts[i], slot->parts[i]);
}

static void
gather_past (NidaTimeline *self,
             GArray       *groups,
             gint32        first_kept)
{
  NidaTimelineSlot past;
  gboolean any = FALSE;

  slot_init (&past, (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE });
  past.gathered = TRUE;
  for (guint i = 0; i < groups->len; i++)
    {
      const NidaTimelineSlot *slot = &g_array_index (groups, NidaTimelineSlot, i);

      if (slot->undated || nida_period_first_day (slot->period) >= first_kept)
        continue;
      if (!any)
        past.period.start = slot->period.start;
      past.period.end = slot->period.end;
      any = TRUE;
      merge_slot (&past, slot, self->n_series);
    }
  if (any)
    g_array_append_val (self->slots, past);
}

/* Every period from the first kept one to the last, the empty ones too. */
static void
fill_slots (NidaTimeline *self,
            GArray       *groups,
            gint32        first_kept,
            gint32        last_day)
{
  gint32 day = first_kept;
  guint next = 0;

  while (day <= last_day)
    {
      NidaTimelineSlot slot;

      slot_init (&slot, nida_period_at (day, self->step, self->fiscal_start));
      for (; next < groups->len; next++)
        {
          const NidaTimelineSlot *group = &g_array_index (groups, NidaTimelineSlot, next);

          if (group->undated || nida_period_first_day (group->period) > day)
            break;
          if (nida_period_first_day (group->period) == nida_period_first_day (slot.period))
            slot = *group;
        }
      g_array_append_val (self->slots, slot);
      day = nida_period_last_day (slot.period) + 1;
    }
}

static void
read_slots (NidaTimeline *self,
            GArray       *groups,
            const NidaStepPlan *plan)
{
  g_array_set_size (self->slots, 0);
  if (!plan->empty)
    {
      gather_past (self, groups, plan->first_kept);
      fill_slots (self, groups, plan->first_kept, plan->last_day);
    }
  if (self->has_undated)
    g_array_append_val (self->slots, g_array_index (groups, NidaTimelineSlot, groups->len - 1));
}

/* --- statements and events ---------------------------------------------------------------------------------------- */

static gboolean
same_gift (const NidaFact *a,
           const NidaFact *b)
{
  return g_strcmp0 (a->donor, b->donor) == 0 && g_strcmp0 (a->recipient, b->recipient) == 0;
}

static gint64
days_of (const NidaFact *fact)
{
  return (gint64) nida_period_last_day (fact->period) - nida_period_first_day (fact->period);
}

/* Of several statements about one donor and recipient, the one over the longest span is reckoned with. */
static gboolean
is_outranked (NidaCube       *cube,
              const NidaFact *fact)
{
  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *other = nida_cube_get_fact (cube, i);

      if (other != fact && other->kind == NIDA_KIND_REPORTED && same_gift (fact, other)
          && (days_of (other) > days_of (fact) || (days_of (other) == days_of (fact) && other->row < fact->row)))
        return TRUE;
    }
  return FALSE;
}

static NidaMoney
remainder_of (const NidaFact *fact)
{
  NidaMoney rest;

  if (fact->computed == NIDA_MONEY_NONE)
    return fact->amount;
  return nida_money_subtract (fact->amount, fact->computed, &rest) ? rest : NIDA_MONEY_NONE;
}

static void
read_statement (NidaTimeline   *self,
                NidaCube       *cube,
                const NidaFact *fact)
{
  NidaTimelineBand band = { .period = fact->period, .amount = remainder_of (fact), .fact = fact };

  if (fact->donor == NULL || fact->amount == NIDA_MONEY_NONE || !nida_period_is_span (fact->period))
    return;
  if (is_outranked (cube, fact) || self->bands->len >= MAX_REMAINDERS)
    {
      g_ptr_array_add (self->disagreeing, (gpointer) fact);
      return;
    }
  if (self->reported == NULL)
    self->reported = fact;
  if (band.amount != NIDA_MONEY_NONE && band.amount > 0)
    g_array_append_val (self->bands, band);
}

static void
read_facts (NidaTimeline *self,
            NidaCube     *cube)
{
  gboolean money_came = self->measure == NIDA_MEASURE_RECEIVED || self->measure == NIDA_MEASURE_PAID;

  g_ptr_array_set_size (self->events, 0);
  g_ptr_array_set_size (self->disagreeing, 0);
  self->reported = NULL;
  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);

      if (fact->kind == NIDA_KIND_REPORTED && money_came)
        read_statement (self, cube, fact);
      else if (fact->kind == NIDA_KIND_EVENT && fact->text != NULL
               && fact->period.start.precision != NIDA_PRECISION_NONE)
        g_ptr_array_add (self->events, (gpointer) fact);
    }
}

/* --- the whole ------------------------------------------------------------------------------------------------------ */

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
plan_step (Reader    *reader,
           NidaStep   step,
           guint      max_slots,
           GArray   **groups)
{
  NidaTimeline *self = reader->timeline;
  gint32 first = G_MAXINT32, last = G_MININT32;

  self->step = step;
  g_clear_pointer (groups, g_array_unref);
  *groups = read_groups (reader, step);
  read_facts (self, reader->cube);
  nida_step_extent (*groups, &first, &last);
  widen (self, &first, &last);
  return nida_step_plan (*groups, first, last, step, self->fiscal_start, max_slots,
                         nida_timeline_is_sum (self->measure) && self->bands->len == 0);
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

static void
add_up (NidaTimeline *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      self->total = add (self->total, nida_timeline_get_slot (self, i)->total);
      self->flows += nida_timeline_get_slot (self, i)->flows;
    }
  for (guint i = 0; i < self->bands->len; i++)
    if (nida_timeline_get_band (self, i)->fact == NULL)
      {
        self->total = add (self->total, nida_timeline_get_band (self, i)->amount);
        self->flows += nida_timeline_get_band (self, i)->flows;
      }
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
  Reader reader = { self, cube, recipe->context->language, NULL };
  g_autofree guint *series_of = NULL;
  g_autoptr (GArray) groups = NULL;
  NidaStepPlan plan;

  self->measure = recipe->spec->measure;
  self->fiscal_start = MAX (1, nida_cube_get_query (cube)->fiscal_start);
  self->cumulative = recipe->spec->stack == NIDA_STACK_CUMULATIVE && nida_timeline_is_sum (self->measure);
  self->slots = g_array_new (FALSE, FALSE, sizeof (NidaTimelineSlot));
  self->bands = g_array_new (FALSE, FALSE, sizeof (NidaTimelineBand));
  self->events = g_ptr_array_new ();
  self->disagreeing = g_ptr_array_new ();
  if (nida_cube_get_query (cube)->n_by > 1)
    {
      self->split = nida_timeline_split_field (recipe->spec);
      reader.series_of = series_of = find_series (&reader, recipe->context->colors);
    }
  else
    {
      add_series (self, "all", NULL, color_of_measure (self->measure));
    }
  plan = recipe->spec->step == NIDA_STEP_NONE ? find_step (&reader, max_slots, &groups)
                                               : plan_step (&reader, recipe->spec->step, max_slots, &groups);
  read_slots (self, groups, &plan);
  add_up (self);
  return self;
}

void
nida_timeline_free (NidaTimeline *self)
{
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
 * Returns: the field whose names have the colours: the first of the question that is not a date
 */
NidaField
nida_timeline_split_field (const NidaChartSpec *spec)
{
  if (spec->stack == NIDA_STACK_NONE || !nida_timeline_is_sum (spec->measure))
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
