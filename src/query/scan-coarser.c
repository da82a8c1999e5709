/* The years of what was summed by month, the total of what was summed by donor: groups are added up, not rows. */
#include "scan-coarser.h"

#include <string.h>

/* Are all rows in one group, as money is where there is no plan? */
static gboolean
is_one_group (const NidaDimension *self)
{
  for (guint32 code = 1; code < self->n_codes; code++)
    if (self->slot_of_code[code] != self->slot_of_code[0])
      return FALSE;
  return TRUE;
}

guint32 *
nida_dimension_map_slots (const NidaDimension *from,
                          const NidaDimension *to)
{
  g_autofree guint32 *map = NULL;
  gboolean one_group = is_one_group (to);

  if (!one_group && (from->codes.data != to->codes.data || from->n_codes != to->n_codes))
    return NULL;
  map = g_new (guint32, from->n_slots + 1);
  if (one_group)
    {
      for (guint32 slot = 0; slot < from->n_slots; slot++)
        map[slot] = to->slot_of_code[0];
      return g_steal_pointer (&map);
    }
  memset (map, 0xff, (from->n_slots + 1) * sizeof *map);
  for (guint32 code = 0; code < from->n_codes; code++)
    {
      guint32 *slot = &map[from->slot_of_code[code]];

      if (*slot != G_MAXUINT32 && *slot != to->slot_of_code[code])
        return NULL;
      *slot = to->slot_of_code[code];
    }
  return g_steal_pointer (&map);
}

/* What is added to the number of the coarser group: in all groups, and by dimension of the finer scan and slot; NULL: nothing. */
typedef struct {
  guint64  everywhere;
  guint64 *shares[NIDA_SCAN_MOST_DIMENSIONS];
} NidaCoarser;

static void
coarser_clear (NidaCoarser *self)
{
  for (guint f = 0; f < NIDA_SCAN_MOST_DIMENSIONS; f++)
    g_clear_pointer (&self->shares[f], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaCoarser, coarser_clear)

static gboolean
add_share (NidaCoarser         *self,
           const NidaScan      *finer,
           const NidaDimension *dimension,
           guint64              stride)
{
  guint32 code;

  /* what a filter leaves one code of needs no column */
  if (nida_selection_get_fixed (finer->selection, dimension->codes, &code))
    {
      self->everywhere += dimension->slot_of_code[code] * stride;
      return TRUE;
    }
  for (guint f = 0; f < finer->n_dimensions; f++)
    {
      g_autofree guint32 *map = nida_dimension_map_slots (&finer->dimensions[f], dimension);

      if (map == NULL)
        continue;
      if (self->shares[f] == NULL)
        self->shares[f] = g_new0 (guint64, finer->dimensions[f].n_slots + 1);
      for (guint32 slot = 0; slot < finer->dimensions[f].n_slots; slot++)
        self->shares[f][slot] += map[slot] * stride;
      return TRUE;
    }
  return FALSE;
}

/* FALSE when the groups of @wanted are no unions of those of @finer. */
static gboolean
coarser_init (NidaCoarser    *self,
              const NidaScan *finer,
              const NidaScan *wanted)
{
  guint64 stride = 1;

  for (guint d = wanted->n_dimensions; d > 0; d--)
    {
      if (!add_share (self, finer, &wanted->dimensions[d - 1], stride))
        return FALSE;
      stride *= wanted->dimensions[d - 1].n_slots;
    }
  return TRUE;
}

static guint64
coarser_group (const NidaCoarser *self,
               const NidaScan    *finer,
               guint64            group)
{
  guint64 found = self->everywhere;

  for (guint f = finer->n_dimensions; f > 0; f--)
    {
      guint32 n_slots = finer->dimensions[f - 1].n_slots;

      if (self->shares[f - 1] != NULL)
        found += self->shares[f - 1][group % n_slots];
      group /= n_slots;
    }
  return found;
}

static void
add_groups (const NidaCoarser *self,
            const NidaScan    *finer,
            guint64            n_groups,
            NidaScan          *wanted)
{
  guint64 size = nida_tally_get_size (&finer->tally);

  nida_tally_init (&wanted->tally, n_groups, finer->rules->n_sums, size);
  for (guint64 i = 0; i < size; i++)
    {
      const NidaSum *from;
      NidaSum *to;
      guint64 group;

      if (!nida_tally_get (&finer->tally, i, &group, &from))
        continue;
      to = nida_tally_at (&wanted->tally, coarser_group (self, finer, group));
      for (guint s = 0; s < finer->rules->n_sums; s++)
        nida_sum_merge (&to[s], &from[s]);
    }
  memcpy (wanted->asides, finer->asides, sizeof wanted->asides);
  memcpy (wanted->without_amount, finer->without_amount, sizeof wanted->without_amount);
  wanted->converted = g_memdup2 (finer->converted, (wanted->values->ways->len + 1) * sizeof (NidaConverted));
  wanted->twice = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

gboolean
nida_scan_is_coarser (const NidaScan *finer,
                      const NidaScan *wanted)
{
  g_auto (NidaCoarser) coarser = { 0 };

  return coarser_init (&coarser, finer, wanted);
}

/* A flow with rows in two groups is one flow in their union, so such datasets are read again. */
gboolean
nida_scan_derive (const NidaScan *finer,
                  NidaScan       *wanted)
{
  g_auto (NidaCoarser) coarser = { 0 };
  guint64 n_groups;

  if (wanted->twins != NULL || !nida_dimensions_product (wanted->dimensions, wanted->n_dimensions, &n_groups) ||
      !coarser_init (&coarser, finer, wanted))
    return FALSE;
  add_groups (&coarser, finer, n_groups, wanted);
  return TRUE;
}
