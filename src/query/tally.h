/* Exact sums per group: a dense array while the groups are few, a hash when they could be many. Private to query/. */
#pragma once

#include "interner.h"
#include "ratio.h"

G_BEGIN_DECLS

typedef struct {
  NidaWide sum;
  guint64  rows;
} NidaSum;

typedef struct {
  guint64      n_groups;     /* the product of the dimensions' sizes */
  guint        n_sums;       /* a group */
  NidaSum     *sums;
  NidaInterner groups;       /* hashed: which group stands where */
  guint32      n_used;       /* hashed: groups that have sums */
  guint32      size;
  gboolean     dense;
} NidaTally;

/* Are the groups few enough for an array, which will not be mostly empty where at most @n_used of them have rows? Then each of their
 * sums has a number of 32 bits. */
gboolean nida_tally_is_dense (guint64 n_groups, guint n_sums, guint64 n_used);
void     nida_tally_init  (NidaTally *self, guint64 n_groups, guint n_sums, guint64 n_used);
void     nida_tally_clear (NidaTally *self);
void     nida_tally_merge (NidaTally *self, const NidaTally *other);
/* The sums of a group that is made if need be. Valid until the next call. */
NidaSum *nida_tally_hash  (NidaTally *self, guint64 group);
/* Walk over the groups: positions 0 to nida_tally_get_size(); FALSE for one without rows. */
guint64  nida_tally_get_size (const NidaTally *self);
gboolean nida_tally_get      (const NidaTally *self, guint64 position, guint64 *group, const NidaSum **sums);

static inline NidaSum *
nida_tally_at (NidaTally *self,
               guint64    group)
{
  return self->dense ? &self->sums[group * self->n_sums] : nida_tally_hash (self, group);
}

static inline void
nida_sum_add (NidaSum   *self,
              NidaMoney  amount)
{
  if (amount != NIDA_MONEY_NONE)
    self->sum += amount;
  self->rows++;
}

static inline void
nida_sum_merge (NidaSum       *self,
                const NidaSum *other)
{
  self->sum += other->sum;
  self->rows += other->rows;
}

/* FALSE when the sum leaves 64-bit thousandths. */
gboolean nida_wide_to_money (NidaWide wide, NidaMoney *money);

G_END_DECLS
