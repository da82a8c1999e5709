/* Which periods a timeline shows. Columns are named one by one up to some 24; a long sparse past before the bulk is
 * gathered in one column, so that the columns still add up to the total (mockups/README, charts.md 2.1 c). */
#include "config.h"

#include "timeline-periods.h"

#define MAX_NAMED 24
/* Years have short names, and days are read as a row. */
#define MAX_NAMED_YEARS 32
#define MAX_NAMED_DAYS 46
/* The past may be gathered when it holds no more than this. */
#define SPARSE_PERCENT 10

NidaPeriod
nida_period_at (gint32   day,
                NidaStep step,
                guint    fiscal_start)
{
  return nida_period_of_step ((NidaDate) { day, NIDA_PRECISION_DAY }, step, fiscal_start);
}

/**
 * nida_period_fits_step:
 *
 * Returns: whether @period is exactly one period of @step; a coarser date or a span is not
 */
gboolean
nida_period_fits_step (NidaPeriod period,
                       NidaStep   step,
                       guint      fiscal_start)
{
  NidaPeriod own = nida_period_at (nida_period_first_day (period), step, fiscal_start);

  return nida_period_first_day (own) == nida_period_first_day (period)
         && nida_period_last_day (own) == nida_period_last_day (period);
}

void
nida_step_extent (GArray *slots,
                  gint32 *first,
                  gint32 *last)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const NidaTimelineSlot *slot = &g_array_index (slots, NidaTimelineSlot, i);

      if (slot->undated)
        continue;
      *first = MIN (*first, nida_period_first_day (slot->period));
      *last = MAX (*last, nida_period_last_day (slot->period));
    }
}

/* Periods counted from an arbitrary one, so that a difference is a number of columns. */
static gint64
period_index (gint32   day,
              NidaStep step,
              guint    fiscal_start)
{
  int year, month, month_day;

  nida_civil_from_days (day, &year, &month, &month_day);
  switch (step)
    {
    case NIDA_STEP_DAY:
      return day;
    case NIDA_STEP_MONTH:
      return (gint64) year * 12 + month - 1;
    case NIDA_STEP_QUARTER:
      return (gint64) year * 4 + (month - 1) / 3;
    case NIDA_STEP_FISCAL_YEAR:
      return ((gint64) year * 12 + month - (gint64) fiscal_start) / 12;
    case NIDA_STEP_YEAR:
    case NIDA_STEP_NONE:
    default:
      return year;
    }
}

static gint64
count_periods (gint32   first,
               gint32   last,
               NidaStep step,
               guint    fiscal_start)
{
  return period_index (last, step, fiscal_start) - period_index (first, step, fiscal_start) + 1;
}

/* The first day of the period that has @n - 1 periods after it up to @last. */
static gint32
keep_newest (gint32   last,
             gint64   n,
             NidaStep step,
             guint    fiscal_start)
{
  gint32 day = nida_period_first_day (nida_period_at (last, step, fiscal_start));

  for (gint64 i = 1; i < n; i++)
    day = nida_period_first_day (nida_period_at (day - 1, step, fiscal_start));
  return day;
}

static guint
fewest_kept (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return 14;
    case NIDA_STEP_MONTH:
      return 12;
    case NIDA_STEP_QUARTER:
      return 8;
    default:
      return 10;
    }
}

static gint64
most_named (NidaStep step,
            guint    max_slots)
{
  switch (step)
    {
    case NIDA_STEP_DAY:
      return CLAMP (max_slots / 3, fewest_kept (step), MAX_NAMED_DAYS);
    case NIDA_STEP_YEAR:
    case NIDA_STEP_FISCAL_YEAR:
      return CLAMP (max_slots / 4, fewest_kept (step), MAX_NAMED_YEARS);
    default:
      return CLAMP (max_slots / 5, fewest_kept (step), MAX_NAMED);
    }
}

static double
size_of (const NidaTimelineSlot *slot)
{
  return slot->undated || slot->total == NIDA_MONEY_NONE ? 0 : ABS ((double) slot->total);
}

/* The day up to which hardly anything happened. A share chooses the view, never a figure, so a double will do. */
static gint32
end_of_sparse_past (GArray *slots,
                    gint32  first)
{
  double whole = 0, past = 0;

  for (guint i = 0; i < slots->len; i++)
    whole += size_of (&g_array_index (slots, NidaTimelineSlot, i));
  for (guint i = 0; i < slots->len; i++)
    {
      const NidaTimelineSlot *slot = &g_array_index (slots, NidaTimelineSlot, i);

      past += size_of (slot);
      if (past * 100 > whole * SPARSE_PERCENT)
        return slot->undated ? first : nida_period_first_day (slot->period);
    }
  return first;
}

/**
 * nida_step_plan:
 * @slots: (element-type NidaTimelineSlot): the periods that hold money, by time
 * @first: first day that must be on the axis
 * @last: last day
 * @max_slots: as many columns as can be told apart
 * @may_gather: the measure can be added up, and nothing must be seen in the past
 */
NidaStepPlan
nida_step_plan (GArray  *slots,
                gint32   first,
                gint32   last,
                NidaStep step,
                guint    fiscal_start,
                guint    max_slots,
                gboolean may_gather)
{
  NidaStepPlan plan = { .empty = first > last, .first_kept = first, .last_day = last };
  gint64 named = most_named (step, max_slots), n, kept;

  if (plan.empty)
    return plan;
  plan.first_kept = nida_period_first_day (nida_period_at (first, step, fiscal_start));
  n = count_periods (first, last, step, fiscal_start);
  plan.fits = n <= named;
  if (plan.fits)
    return plan;
  kept = count_periods (end_of_sparse_past (slots, first), last, step, fiscal_start);
  kept = MAX (kept, fewest_kept (step));
  plan.fits = may_gather && kept <= named;
  if (plan.fits)
    plan.first_kept = keep_newest (last, kept, step, fiscal_start);
  else if (n > max_slots)
    plan.first_kept = keep_newest (last, max_slots, step, fiscal_start);
  return plan;
}
