/* Five classes of amounts. Money is spread over many powers of ten, so equal steps would leave most of it in the lowest
 * class: limits are the quintiles, each moved to the nearest of 1, 2 and 5 times a power of ten. */
#include "config.h"

#include "classes.h"

#include <stdlib.h>

#define FIFTH G_GINT64_CONSTANT (200000)      /* in millionths */

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* By ratio: 3 is as near to 2 as 4.5 would be. */
static gint64
round_number (gint64 value)
{
  static const gint64 leading[] = { 1, 2, 5, 10 };
  gint64 power = 1, best = 1;
  double least = G_MAXDOUBLE;

  while (value / power >= 10)
    power *= 10;
  for (guint i = 0; i < G_N_ELEMENTS (leading); i++)
    {
      double candidate = (double) leading[i] * power, ratio = candidate > value ? candidate / value : value / candidate;

      if (ratio < least && candidate < (double) G_MAXINT64)
        {
          least = ratio;
          best = leading[i] * power;
        }
    }
  return best;
}

static guint
keep_positive (gint64 *values,
               guint   n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (values[i] > 0)
      values[kept++] = values[i];
  qsort (values, kept, sizeof *values, compare_values);
  return kept;
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
nida_classes_new (gint64     *values,
                  guint       n,
                  NidaMeasure measure)
{
  NidaClasses self = { .n_classes = 1 };

  n = keep_positive (values, n);
  for (guint i = 1; i < NIDA_MAX_CLASSES && n > 0; i++)
    {
      gint64 limit = measure == NIDA_MEASURE_COVERAGE ? i * FIFTH : round_number (values[(gsize) n * i / NIDA_MAX_CLASSES]);
      gint64 below = self.n_classes > 1 ? self.breaks[self.n_classes - 2] : values[0];

      if (limit > below && limit <= values[n - 1])
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
