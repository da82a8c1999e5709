/* Sums per group, each thread its own, merged at the end. */
#include "tally.h"

#include <string.h>

#define DENSE_MOST (512 * 1024)     /* sums, so 16 MiB a thread */
#define MOSTLY_EMPTY 4

gboolean
nida_tally_is_dense (guint64 n_groups,
                     guint   n_sums,
                     guint64 n_used)
{
  return n_groups <= DENSE_MOST / MAX (n_sums, 1) && n_groups / MOSTLY_EMPTY <= n_used;
}

void
nida_tally_init (NidaTally *self,
                 guint64    n_groups,
                 guint      n_sums,
                 guint64    n_used)
{
  *self = (NidaTally) { .n_groups = n_groups, .n_sums = n_sums };
  self->dense = nida_tally_is_dense (n_groups, n_sums, n_used);
  if (self->dense)
    self->sums = g_new0 (NidaSum, n_groups * n_sums);
}

void
nida_tally_clear (NidaTally *self)
{
  g_free (self->sums);
  nida_interner_clear (&self->groups);
  *self = (NidaTally) { .n_groups = 0 };
}

NidaSum *
nida_tally_hash (NidaTally *self,
                 guint64    group)
{
  guint32 at = nida_interner_add (&self->groups, group, 0);

  if (at >= self->size)
    {
      guint32 size = MAX (256, self->size * 2);

      self->sums = g_renew (NidaSum, self->sums, (gsize) size * self->n_sums);
      memset (self->sums + (gsize) self->size * self->n_sums, 0,
              (gsize) (size - self->size) * self->n_sums * sizeof (NidaSum));
      self->size = size;
    }
  self->n_used = self->groups.n_keys;
  return &self->sums[(gsize) at * self->n_sums];
}

void
nida_tally_merge (NidaTally       *self,
                  const NidaTally *other)
{
  guint64 size = nida_tally_get_size (other);

  for (guint64 i = 0; i < size; i++)
    {
      guint64 group;
      const NidaSum *from;
      NidaSum *to;

      if (!nida_tally_get (other, i, &group, &from))
        continue;
      to = nida_tally_at (self, group);
      for (guint s = 0; s < self->n_sums; s++)
        nida_sum_merge (&to[s], &from[s]);
    }
}

guint64
nida_tally_get_size (const NidaTally *self)
{
  return self->dense ? self->n_groups : self->n_used;
}

gboolean
nida_tally_get (const NidaTally  *self,
                guint64           position,
                guint64          *group,
                const NidaSum   **sums)
{
  const NidaSum *found = &self->sums[position * self->n_sums];
  guint64 rows = 0;

  for (guint s = 0; s < self->n_sums; s++)
    rows |= found[s].rows;
  if (rows == 0)
    return FALSE;
  *group = self->dense ? position : self->groups.keys[position].a;
  *sums = found;
  return TRUE;
}

gboolean
nida_wide_to_money (NidaWide   wide,
                    NidaMoney *money)
{
  /* G_MININT64 means "none" */
  if (wide > G_MAXINT64 || wide <= G_MININT64)
    return FALSE;
  *money = (NidaMoney) wide;
  return TRUE;
}
