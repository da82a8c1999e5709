/* Five classes of amounts. Money is spread over many powers of ten, so equal steps would leave most of it in the lowest
 * class: limits are the quintiles, each moved to the nearest of 1, 2 and 5 times a power of ten. */
#include "config.h"

#include "classes.h"

#define FIFTH G_GINT64_CONSTANT (200000)      /* in millionths */

static void
swap_values (gint64 *a,
             gint64 *b)
{
  gint64 kept = *a;

  *a = *b;
  *b = kept;
}

/* Puts the value that would be the @rank-th of the sorted @values where it belongs, none larger before it, none smaller after
 * it: a grid of ten thousand figures needs four of them and no order. */
static gint64
select_value (gint64 *values,
              guint   n,
              guint   rank)
{
  guint from = 0, to = n;

  while (to - from > 1)
    {
      gint64 pivot = values[from + (to - from) / 2];
      guint below = from, above = to - 1;

      while (below <= above)
        {
          while (values[below] < pivot)
            below++;
          while (values[above] > pivot)
            above--;
          if (below > above)
            break;
          swap_values (&values[below++], &values[above--]);
        }
      if (rank <= above)
        to = above + 1;
      else if (rank >= below)
        from = below;
      else
        break;
    }
  return values[rank];
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
  return kept;
}

/**
 * nida_classes_new:
 * @values: (array length=n): figures, in another order afterwards; %NIDA_MONEY_NONE, zero and less are passed over
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
  gint64 least = G_MAXINT64, most = 0;

  n = keep_positive (values, n);
  for (guint i = 0; i < n; i++)
    {
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
    }
  for (guint i = 1; i < NIDA_MAX_CLASSES && n > 0; i++)
    {
      gint64 limit = measure == NIDA_MEASURE_COVERAGE
                       ? i * FIFTH : round_number (select_value (values, n, (guint) ((gsize) n * i / NIDA_MAX_CLASSES)));
      gint64 below = self.n_classes > 1 ? self.breaks[self.n_classes - 2] : least;

      if (limit > below && limit <= most)
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
