/* Money and rows beside the sums. A question about flows names flows alone, so that amounts of different natures are
 * never added. */
#include "asides.h"

static gboolean
is_counted_total (NidaSheet *sheet,
                  guint32    row,
                  guint      measures)
{
  NidaKind kind = NIDA_TRAIT_KIND (sheet->traits[row]);
  guint wanted = measures & NIDA_MEASURES_OF_PLANS;

  if (measures & NIDA_MEASURES_OF_FLOWS)
    return FALSE;
  if (kind == NIDA_KIND_REQUIREMENT)
    return (wanted | (measures & NIDA_MEASURE_BIT (NIDA_MEASURE_REQUIREMENT))) != 0;
  if (kind == NIDA_KIND_REPORTED)
    return (wanted | (measures & NIDA_MEASURE_BIT (NIDA_MEASURE_REPORTED))) != 0;
  return FALSE;
}

/* Only rows that would count are worth a word. */
static void
add_rows (NidaAsides     *self,
          NidaAsideKind   kind,
          GArray         *rows,
          const NidaScan *scan,
          guint           measures)
{
  NidaSheet *sheet = scan->sheet;

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);
      guint16 copies = sheet->copies == NULL ? 0 : sheet->copies[row];

      if (nida_rules_action (scan->rules, sheet->traits[row], copies) < NIDA_RULES_MOST_SUMS ||
          is_counted_total (sheet, row, measures))
        nida_values_add (scan->values, row, &self->sums[kind]);
    }
}

void
nida_asides_add_scan (NidaAsides     *self,
                      const NidaScan *scan,
                      guint           measures)
{
  for (guint kind = 0; kind < NIDA_N_ASIDES; kind++)
    nida_asides_add (self, kind, scan->asides[kind]);
  add_rows (self, NIDA_ASIDE_UNDATED, scan->selection->undated, scan, measures);
  add_rows (self, NIDA_ASIDE_SPAN_OUTSIDE, scan->selection->outside, scan, measures);
  add_rows (self, NIDA_ASIDE_SHARED_FILTER, scan->selection->shared, scan, measures);
}

static gboolean
is_left_out (NidaAsideKind kind)
{
  return kind != NIDA_ASIDE_NOT_SPECIFIED && kind != NIDA_ASIDE_SHARED_FILTER && kind != NIDA_ASIDE_PASSED_ON_MOST &&
         kind != NIDA_ASIDE_OVERLAP && kind != NIDA_ASIDE_NO_REQUIREMENT;
}

/* Of a question about flows only flows are named. */
static gboolean
may_be_totals (NidaAsideKind kind,
               guint         measures)
{
  switch (kind)
    {
    case NIDA_ASIDE_OTHER_LEVEL:
    case NIDA_ASIDE_OTHER_STATEMENT:
    case NIDA_ASIDE_NO_REQUIREMENT:
      return TRUE;
    case NIDA_ASIDE_UNDATED:
    case NIDA_ASIDE_SPAN_OUTSIDE:
    case NIDA_ASIDE_SHARED_FILTER:
      return (measures & NIDA_MEASURES_OF_FLOWS) == 0;
    default:
      return FALSE;
    }
}

static gboolean
hand_out (NidaCube         *cube,
          const NidaValues *values,
          NidaAsideKind     kind,
          gboolean          left_out,
          gboolean          of_totals,
          NidaSum           sum)
{
  NidaAside aside = { kind, left_out, sum.rows, NIDA_MONEY_NONE, of_totals };

  if (sum.rows == 0)
    return TRUE;
  if (kind != NIDA_ASIDE_NO_AMOUNT && !nida_values_to_money (values, sum.sum, &aside.amount))
    return FALSE;
  /* a bound of nothing says nothing */
  if (kind == NIDA_ASIDE_PASSED_ON_MOST && aside.amount == 0)
    return TRUE;
  nida_cube_add_aside (cube, &aside);
  return TRUE;
}

gboolean
nida_asides_hand_out (const NidaAsides *self,
                      const NidaValues *values,
                      NidaCube         *cube)
{
  guint measures = nida_cube_get_query (cube)->measures;

  for (guint kind = 0; kind < NIDA_N_ASIDES; kind++)
    if (!hand_out (cube, values, kind, is_left_out (kind), may_be_totals (kind, measures) || (self->of_totals >> kind & 1) != 0,
                   self->sums[kind]))
      return FALSE;
  return hand_out (cube, values, NIDA_ASIDE_COMMITMENT_OF_PAID, FALSE, FALSE, self->committed);
}
