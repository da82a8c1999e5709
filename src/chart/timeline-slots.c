/* The columns of a timeline: every period from the first kept one to the last, the empty ones too; what lies before is
 * gathered in one. */
#include "config.h"

#include "timeline-periods.h"

void
nida_timeline_slot_init (NidaTimelineSlot *slot,
                         NidaPeriod        period)
{
  *slot = (NidaTimelineSlot) { .period = period, .total = NIDA_MONEY_NONE, .requirement = NIDA_MONEY_NONE };
}

static void
merge_slot (NidaTimelineSlot       *into,
            const NidaTimelineSlot *slot,
            guint                   n_series)
{
  into->total = nida_money_join (into->total, slot->total);
  into->flows += slot->flows;
  into->unvalued += slot->unvalued;
  into->unknown |= slot->unknown;
  into->requirement = NIDA_MONEY_NONE;
  for (guint i = 0; i < n_series; i++)
    into->parts[i] = nida_money_join (into->parts[i], slot->parts[i]);
}

static void
gather_past (NidaTimeline *self,
             GArray       *groups,
             gint32        first_kept)
{
  NidaTimelineSlot past;
  gboolean any = FALSE;

  nida_timeline_slot_init (&past, (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE });
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

      nida_timeline_slot_init (&slot, nida_period_at (day, self->step, self->fiscal_start));
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

/**
 * nida_timeline_read_slots:
 * @groups: (element-type NidaTimelineSlot): the periods that hold money, by time, the undated one last
 *
 * The columns of the chart: what is gathered, every period after it, and the undated money.
 */
void
nida_timeline_read_slots (NidaTimeline       *self,
                          GArray             *groups,
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
