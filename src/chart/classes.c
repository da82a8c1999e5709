/* Five classes of amounts. Money is spread over many powers of ten, so equal steps would leave most of it in the lowest
 * class: limits are the quintiles, each moved to the nearest of 1, 2 and 5 times a power of ten. */
#include "config.h"

#include "classes.h"

#define FIFTH G_GINT64_CONSTANT (200000)      /* in millionths */

#define DECADES   19                            /* powers of ten in 64 bits */
#define ROUND    3                              /* round numbers a decade: 1, 2 and 5 */
#define N_ROUND  (DECADES * ROUND)
#define LARGEST_POWER G_GINT64_CONSTANT (1000000000000000000)

/* Where by ratio 1 ends and 2 begins, 2 and 5, 5 and 10: the roots of 2, 10 and 50, in 10⁻¹⁸, cut off. 3 is as near to 2 as 4.5
 * would be. */
static const gint64 borders[ROUND] = {
  G_GINT64_CONSTANT (1414213562373095048), G_GINT64_CONSTANT (3162277660168379331), G_GINT64_CONSTANT (7071067811865475244),
};

/* How many figures are nearest to each round number: a grid of ten thousand needs no order for its quintiles. */
typedef struct {
  gint64 powers[DECADES];
  gint64 ends[DECADES][ROUND];                  /* the last figure that is nearest to 1, 2 and 5 times the power */
  guint  counts[N_ROUND + 1];
  guint  n;
  gint64 least, most;
} Tally;

static void
tally_init (Tally *self)
{
  gint64 power = LARGEST_POWER;

  *self = (Tally) { .least = G_MAXINT64 };
  for (guint decade = DECADES; decade-- > 0; power /= 10)
    {
      self->powers[decade] = power;
      for (guint i = 0; i < ROUND; i++)
        self->ends[decade][i] = borders[i] / (LARGEST_POWER / power);
    }
}

static guint
decade_of (const Tally *self,
           gint64       value)
{
  guint bits = 64 - (guint) __builtin_clzll ((guint64) value);
  guint decade = bits * 1233 >> 12;             /* times the logarithm of two: at most one too many */

  return decade - (value < self->powers[decade]);
}

static void
tally_add (Tally  *self,
           gint64  value)
{
  guint decade = decade_of (self, value);
  const gint64 *ends = self->ends[decade];

  self->counts[decade * ROUND + (value > ends[0]) + (value > ends[1]) + (value > ends[2])]++;
  self->n++;
  self->least = MIN (self->least, value);
  self->most = MAX (self->most, value);
}

/* The round number next to the figure that would be the @rank-th of all in order. */
static gint64
round_at (const Tally *self,
          guint        rank)
{
  static const gint64 leading[ROUND] = { 1, 2, 5 };
  guint round = 0;

  for (guint before = self->counts[0]; before <= rank && round < N_ROUND; before += self->counts[round])
    round++;
  round = MIN (round, N_ROUND - 1);             /* the next power of ten has no place in 64 bits */
  return leading[round % ROUND] * self->powers[round / ROUND];
}

/**
 * nida_classes_new:
 * @values: (array length=n): figures; %NIDA_MONEY_NONE, zero and less are passed over
 * @n: how many
 * @measure: what they measure
 *
 * Returns: at least one class; no class is empty at its ends
 */
NidaClasses
nida_classes_new (const gint64 *values,
                  guint         n,
                  NidaMeasure   measure)
{
  NidaClasses self = { .n_classes = 1 };
  Tally tally;

  tally_init (&tally);
  for (guint i = 0; i < n; i++)
    if (values[i] > 0)
      tally_add (&tally, values[i]);
  for (guint i = 1; i < NIDA_MAX_CLASSES && tally.n > 0; i++)
    {
      gint64 limit = measure == NIDA_MEASURE_COVERAGE
                       ? i * FIFTH : round_at (&tally, (guint) ((gsize) tally.n * i / NIDA_MAX_CLASSES));
      gint64 below = self.n_classes > 1 ? self.breaks[self.n_classes - 2] : tally.least;

      if (limit > below && limit <= tally.most)
        self.breaks[self.n_classes++ - 1] = limit;
    }
  return self;
}

/**
 * nida_classes_find:
 * @self: classes
 * @value: above zero
 *
 * Returns: the class of @value, 0 for the lowest
 */
guint
nida_classes_find (const NidaClasses *self,
                   gint64             value)
{
  guint found = 0;

  while (found + 1 < self->n_classes && value >= self->breaks[found])
    found++;
  return found;
}
