/* Ticks after Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes"
 * (IEEE InfoVis 2010), searched over 3 to 6 ticks; and civil calendar ticks. */
#include "config.h"

#include "ticks.h"

#include <math.h>

#define MIN_TICKS 3
#define MAX_TICKS 6
#define TARGET    5          /* the m of the paper */

/* Weights of the paper: simplicity, coverage, density; legibility is the same for all and left out. */
#define W_SIMPLICITY 0.25
#define W_COVERAGE   0.2
#define W_DENSITY    0.5
#define W_LEGIBILITY 0.05

typedef struct { double min, max; const double *q; guint n_q; } Search;

/* Ticks are unit · (start + i · skip) for i below n: integers until the last step, so that 0 is exactly 0. */
typedef struct { double unit; double start, skip; guint n; double score; } Labeling;

static const double nice_money[] = { 1, 5, 2, 2.5 };
static const double nice_number[] = { 1, 5, 2, 2.5, 4, 3 };

static double
simplicity (const Search *search,
            guint         index,
            double        skip,
            gboolean      has_zero)
{
  return 1.0 - index / (search->n_q - 1.0) - skip + (has_zero ? 1.0 : 0.0);
}

static double
coverage (const Search *search,
          double        first,
          double        last)
{
  double tenth = 0.1 * (search->max - search->min);
  double before = search->min - first;
  double after = search->max - last;

  return 1.0 - 0.5 * (before * before + after * after) / (tenth * tenth);
}

static double
coverage_max (const Search *search,
              double        span)
{
  double range = search->max - search->min;
  double half = (span - range) / 2.0;
  double tenth = 0.1 * range;

  return span > range ? 1.0 - half * half / (tenth * tenth) : 1.0;
}

static double
density (const Search *search,
         guint         n,
         double        first,
         double        last)
{
  double ratio = (n - 1.0) / (last - first);
  double target = (TARGET - 1.0) / (MAX (last, search->max) - MIN (first, search->min));

  return 2.0 - MAX (ratio / target, target / ratio);
}

static double
density_max (guint n)
{
  return n >= TARGET ? 2.0 - (n - 1.0) / (TARGET - 1.0) : 1.0;
}

static double
weigh (double simple,
       double covers,
       double dense)
{
  return W_SIMPLICITY * simple + W_COVERAGE * covers + W_DENSITY * dense + W_LEGIBILITY;
}

/* An amount has a zero, and an axis that touches it shows it; one that begins there begins there. */
static gboolean
zero_is_kept (const Search *search,
              double        first,
              double        last,
              gboolean      has_zero)
{
  if (search->min > 0.0 || search->max < 0.0)
    return TRUE;
  if (search->min == 0.0 && first != 0.0)
    return FALSE;
  if (search->max == 0.0 && last != 0.0)
    return FALSE;

  return has_zero;
}

static void
try_labeling (const Search *search,
              guint         index,
              double        skip,
              guint         n,
              double        unit,
              double        start,
              Labeling     *best)
{
  double first = start * unit;
  double last = (start + skip * (n - 1)) * unit;
  gboolean has_zero = first <= 0.0 && last >= 0.0 && fmod (start, skip) == 0.0;
  double score;

  if (!zero_is_kept (search, first, last, has_zero))
    return;

  score = weigh (simplicity (search, index, skip, has_zero), coverage (search, first, last),
                 density (search, n, first, last));
  if (score > best->score)
    *best = (Labeling) { unit, start, skip, n, score };
}

/* All labelings of @n ticks with the @index-th nice number, every @skip-th of its multiples. */
static void
search_powers (const Search *search,
               guint         index,
               double        skip,
               guint         n,
               Labeling     *best)
{
  double q = search->q[index];
  double delta = (search->max - search->min) / (n + 1) / skip / q;
  int power = (int) ceil (log10 (delta));
  double top = simplicity (search, index, skip, TRUE);

  for (;; power++)
    {
      double unit = power >= 0 ? q * pow (10.0, power) : q / pow (10.0, -power);
      double step = skip * unit;

      if (weigh (top, coverage_max (search, step * (n - 1)), density_max (n)) < best->score)
        return;

      for (double start = floor (search->max / step) * skip - (n - 1) * skip;
           start <= ceil (search->min / step) * skip; start += 1.0)
        try_labeling (search, index, skip, n, unit, start, best);
    }
}

static Labeling
find_best (const Search *search)
{
  Labeling best = { .score = -1e9 };

  for (double skip = 1.0;; skip += 1.0)
    {
      /* The first nice number is the simplest: when even it cannot win at this skip, nothing later can. */
      if (best.n > 0 && weigh (simplicity (search, 0, skip, TRUE), 1.0, 1.0) < best.score)
        return best;

      for (guint index = 0; index < search->n_q; index++)
        for (guint n = MIN_TICKS; n <= MAX_TICKS; n++)
          search_powers (search, index, skip, n, &best);
    }
}

/* A bar that ends far beyond the last tick is hard to read: one more step, if there is room for it. */
static void
extend (Labeling     *best,
        const Search *search)
{
  double first = best->start * best->unit;
  double last = (best->start + best->skip * (best->n - 1)) * best->unit;

  if (best->n < MAX_TICKS && search->max - last > 0.12 * (last - first))
    best->n++;
  if (best->n < MAX_TICKS && first - search->min > 0.12 * (last - first))
    {
      best->n++;
      best->start -= best->skip;
    }
}

/**
 * nida_ticks_extended:
 * @min: smallest value, in any unit
 * @max: largest value
 * @money: whether steps of 3 and 4 are left out
 *
 * 3 to 6 round values over the range, 0 among them when the range touches it. A range of one value is widened to 0, the
 * range 0 to 0 to 1.
 *
 * Returns: the ticks, ascending
 */
NidaTicks
nida_ticks_extended (double   min,
                     double   max,
                     gboolean money)
{
  Search search = { min, max, money ? nice_money : nice_number,
                    money ? G_N_ELEMENTS (nice_money) : G_N_ELEMENTS (nice_number) };
  NidaTicks ticks = { 0 };
  Labeling best;

  g_return_val_if_fail (isfinite (min) && isfinite (max) && min <= max, ticks);

  if (min == max)
    {
      search.min = MIN (min, 0.0);
      search.max = min == 0.0 ? 1.0 : MAX (max, 0.0);
    }

  best = find_best (&search);
  extend (&best, &search);
  ticks.n = best.n;
  for (guint i = 0; i < best.n; i++)
    ticks.values[i] = (best.start + best.skip * i) * best.unit;

  return ticks;
}
