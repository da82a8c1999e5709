/* Money without an amount in the currency of the question is counted, and adds nothing to a sum. A sum that has no other is
 * not known: a zero would say that nothing was given. */
#include "config.h"

#include "answer-private.h"

/* @rows, @lacking: by sum, of which the second have no amount. */
static void
clear_measures (const NidaRules *rules,
                const NidaSum   *rows,
                const NidaSum   *lacking,
                NidaCubeCell    *cell)
{
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    {
      guint64 n = 0, n_lacking = 0;

      for (guint s = 0; s < rules->n_sums; s++)
        if (m != NIDA_MEASURE_COUNT && (rules->measures[s] & NIDA_MEASURE_BIT (m)))
          {
            n += rows[s].rows;
            n_lacking += lacking[s].rows;
          }
      if (n > 0 && n == n_lacking)
        nida_answer_set_unknown (cell, m);
    }
}

/* A flow may have several rows; @seen holds those that were met, by group and in all. */
static void
count_flow (NidaAnswer     *self,
            const NidaScan *scan,
            guint64         group,
            guint32         row,
            NidaInterner   *seen)
{
  guint32 flow = scan->twins != NULL ? scan->twins[row] : row;
  guint32 before = seen[0].n_keys;

  nida_interner_add (&seen[0], flow, 0);
  self->total.unvalued += seen[0].n_keys > before;
  if (self->n_dimensions == 0)
    return;
  before = seen[1].n_keys;
  nida_interner_add (&seen[1], group, flow);
  nida_answer_cell (self, group)->unvalued += seen[1].n_keys > before;
}

/* Such rows are few, and most questions have none: so no pass counts them by group, and they are looked for where there are
 * any. */
static void
count_lacking (NidaAnswer     *self,
               const NidaScan *scan,
               NidaTally      *lacking)
{
  NidaInterner seen[2] = { { 0 }, { 0 } };

  for (guint i = 0; i < scan->selection->n_rows; i++)
    {
      guint32 row = nida_selection_row (scan->selection, i);
      guint64 group;
      guint8 action;

      if (nida_values_has (scan->values, row))
        continue;
      action = nida_scan_action (scan, row);
      if (action >= NIDA_RULES_MOST_SUMS)
        continue;
      group = nida_dimensions_group (self->dimensions, self->n_dimensions, row);
      nida_tally_at (lacking, group)[action].rows++;
      count_flow (self, scan, group, row, seen);
    }
  nida_interner_clear (&seen[0]);
  nida_interner_clear (&seen[1]);
}

static void
clear_groups (NidaAnswer     *self,
              const NidaScan *scan,
              NidaTally      *lacking)
{
  guint64 size = nida_tally_get_size (&scan->tally);

  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *sums;
      guint64 group;

      if (nida_tally_get (&scan->tally, i, &group, &sums))
        clear_measures (scan->rules, sums, nida_tally_at (lacking, group), nida_answer_cell (self, group));
    }
}

void
nida_answer_clear_unknown (NidaAnswer     *self,
                           const NidaScan *scan,
                           const NidaSum  *all)
{
  NidaSum lacking_in_all[NIDA_RULES_MOST_SUMS] = { { 0, 0 } };
  NidaTally lacking;
  guint64 any = 0;

  for (guint s = 0; s < scan->rules->n_sums; s++)
    any += lacking_in_all[s].rows = scan->without_amount[s];
  if (any == 0)
    return;
  clear_measures (scan->rules, all, lacking_in_all, &self->total);
  nida_tally_init (&lacking, scan->tally.n_groups, scan->rules->n_sums, nida_tally_get_size (&scan->tally));
  count_lacking (self, scan, &lacking);
  if (self->n_dimensions > 0)
    clear_groups (self, scan, &lacking);
  nida_tally_clear (&lacking);
}
