/* Wholes: an activity of IATI is published again with all its transactions, and of two copies the newer one counts whole. A
 * transaction that it does not have any more is gone. */
#include "dataset-wholes.h"

void
nida_wholes_join (NidaTable *self,
                  NidaTable *other,
                  guint      source_offset)
{
  for (guint i = 0; i < other->wholes->len; i++)
    {
      NidaWhole whole = g_array_index (other->wholes, NidaWhole, i);

      whole.id = nida_string_pool_intern (&self->ids, other->ids.texts[whole.id].text, other->ids.texts[whole.id].length);
      whole.source += source_offset;
      whole.first_row += self->columns.n_rows;
      g_array_append_val (self->wholes, whole);
    }
}

int
nida_wholes_compare (const NidaWhole *a,
                     const NidaWhole *b)
{
  return (a->id > b->id) - (a->id < b->id);
}

static int
compare_for_sort (gconstpointer a,
                  gconstpointer b)
{
  const NidaWhole *x = a, *y = b;
  int order = nida_wholes_compare (x, y);

  return order != 0 ? order : (x->first_row > y->first_row) - (x->first_row < y->first_row);
}

GArray *
nida_wholes_find_repeated (NidaTable *table)
{
  GArray *wholes = table->wholes;
  GArray *repeated = g_array_new (FALSE, FALSE, sizeof (NidaWhole));

  g_array_sort (wholes, compare_for_sort);
  for (guint i = 0; i < wholes->len; i++)
    {
      const NidaWhole *whole = &g_array_index (wholes, NidaWhole, i);

      if ((i > 0 && nida_wholes_compare (whole - 1, whole) == 0) ||
          (i + 1 < wholes->len && nida_wholes_compare (whole, whole + 1) == 0))
        g_array_append_val (repeated, *whole);
    }
  return repeated;
}
