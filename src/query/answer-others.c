/* How many names are in the one group of those that a question does not keep apart. */
#include "config.h"

#include "answer-private.h"

static NidaSlot *
find_others (const NidaDimension *dimension,
             guint32             *index)
{
  for (guint32 i = 0; i < dimension->slots->len; i++)
    {
      NidaSlot *slot = &g_array_index (dimension->slots, NidaSlot, i);

      *index = i;
      if (slot->others)
        return slot;
    }
  return NULL;
}

/* Names that have money in a sum; one of which nothing is counted is no name of the group. */
void
nida_answer_count_others (NidaAnswer     *self,
                          const NidaScan *scan)
{
  const NidaDimension *dimension = self->n_dimensions > 0 ? &self->dimensions[self->n_dimensions - 1] : NULL;
  guint32 index;
  NidaSlot *others = self->query->apart != NULL && dimension != NULL ? find_others (dimension, &index) : NULL;
  g_autofree guint8 *done = others != NULL ? g_new0 (guint8, dimension->n_codes) : NULL;
  guint32 left = 0;

  for (guint32 code = 0; others != NULL && code < dimension->n_codes; code++)
    {
      done[code] = dimension->slot_of_code[code] != index;
      left += !done[code];
    }
  for (guint i = 0; left > 0 && i < scan->selection->n_rows; i++)
    {
      guint32 row = nida_selection_row (scan->selection, i), code = nida_codes_get (dimension->codes, row);

      if (done[code] || nida_values_get (scan->values, row) == 0 || nida_scan_action (scan, row) >= NIDA_RULES_MOST_SUMS)
        continue;
      done[code] = TRUE;
      left--;
      others->n_names++;
    }
}
