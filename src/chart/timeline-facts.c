/* What is said beside the sums of a timeline: totals that somebody stated, what remains of them, and what happened. The
 * remainder is reckoned here and stored nowhere (formats.md 11). */
#include "config.h"

#include "timeline-data.h"

/* A reported total of more donors than this is a matter of the coverage chart. */
#define MAX_REMAINDERS 2

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

/**
 * nida_timeline_read_facts:
 *
 * Bands must be empty but for those of the cube's own groups.
 */
void
nida_timeline_read_facts (NidaTimeline *self,
                          NidaCube     *cube)
{
  gboolean money_came = self->measure == NIDA_MEASURE_RECEIVED || self->measure == NIDA_MEASURE_PAID;

  g_ptr_array_set_size (self->events, 0);
  g_ptr_array_set_size (self->disagreeing, 0);
  self->reported = NULL;
  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);

      if (!nida_timeline_shows (self, fact->period))
        continue;
      if (fact->kind == NIDA_KIND_REPORTED && money_came)
        read_statement (self, cube, fact);
      else if (fact->kind == NIDA_KIND_EVENT && fact->text != NULL
               && fact->period.start.precision != NIDA_PRECISION_NONE)
        g_ptr_array_add (self->events, (gpointer) fact);
    }
}
